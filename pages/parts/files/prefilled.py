"""Workbooks to fill in, with the last figures beside: for any commune that is due, or for all that have not sent in a zip."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from catalogue.language import _, number
from catalogue.periods import Period
from loaders import template
from pages.parts import desk, names
from pages.parts.files.sending_back import SHEETS, fit, later
from store import Store

ALL = ""


def ask(missing: Sequence[str], others: Sequence[str], period: Period) -> None:
    """Offer the workbooks of the communes named, those that have not sent before the others; nothing when none is due."""
    if not missing and not others:
        return
    with st.container(key="prefilled-form"):
        _form(missing, others, period)


def _form(missing: Sequence[str], others: Sequence[str], period: Period) -> None:
    desk.show(desk.heading(_("Workbook to fill in")), desk.note(_lead()))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        one = st.selectbox(
            _("For"),
            choices(missing, others),
            format_func=lambda unit: names.unit(unit) if unit else _all(missing),
            key="prefilled-unit",
            width=360,
        )
        st.download_button(
            _("Download"),
            later(lambda store: workbook(store, one, period) if one else archive(store, missing, period)),
            file_name=file_name(one, period) if one else f"{_('to-fill-in')}-{period}.zip",
            mime=SHEETS if one else "application/zip",
            icon=":material/download:",
            key="prefilled",
        )


def choices(missing: Sequence[str], others: Sequence[str] = ()) -> list[str]:
    """Whom the workbook can be for: of several that have not sent all of them first, then each of them, then the others."""
    return [*([ALL] if len(missing) > 1 else []), *missing, *others]


def _lead() -> str:
    return _("It holds the figures of the last period beside the cells to fill, takes whole numbers only, and is read without a question.")


def _all(missing: Sequence[str]) -> str:
    return _("All {count} that have not sent (one zip)", count=number(len(missing)))


def workbook(store: Store, unit: str, period: Period) -> bytes:
    """The workbook of one commune."""
    with tempfile.TemporaryDirectory(prefix="chiso-") as folder:
        out = Path(folder) / "out.xlsx"
        template.write(out, unit, period, store)
        return out.read_bytes()


def archive(store: Store, missing: Sequence[str], period: Period) -> bytes:
    """Those of several communes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for unit in missing:
            made.writestr(file_name(unit, period), workbook(store, unit, period))
    return out.getvalue()


def file_name(unit: str, period: Period) -> str:
    """As the commune and the period are called."""
    return fit(f"{names.unit(unit)} - {names.period(period)}.xlsx".replace("/", "-"))
