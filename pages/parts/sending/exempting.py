"""Excusing a unit from a period's return, and taking that back."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from catalogue.language import _
from catalogue.periods import Period
from indicators.expected import Expected
from pages.parts import data, desk, names
from store import Exemption


def ask(rows: Sequence[Expected], period: Period, by: str) -> None:
    """Draw the two small forms; records what is decided and draws the page anew."""
    missing, exempt = ([row.unit for row in rows if row.standing == standing] for standing in ("missing", "exempt"))
    if not missing and not exempt:
        return
    with st.expander(_("Excuse a unit from this period")):
        if missing:
            unit = st.selectbox(_("Unit"), missing, format_func=names.unit, key="exempt-unit")
            reason = (st.text_input(_("Reason"), key="exempt-reason", max_chars=300) or "").strip()
            if desk.act(_("Excuse"), "exempt", desk.reason_missing(reason)):
                _record(Exemption(unit, str(period), reason), by)
        for one in exempt:
            if st.button(_("{unit} owes its return again", unit=names.unit(one)), key=f"owes-{one}"):
                data.store().remove(Exemption(one, str(period), ""), by)
                st.rerun()


def _record(exemption: Exemption, by: str) -> None:
    data.store().save(exemption, by)
    st.rerun()
