"""Recording a request, so that what it still lacks is watched until its day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

import streamlit as st

from catalogue.language import _
from catalogue.periods import Period
from pages.parts import clock, data
from store import Request

DAYS = 5


def ask(missing: Mapping[str, Sequence[str]], period: Period, by: str, *, title: str) -> None:
    """Draw the form; records the request with the units and counts that are missing."""
    today = clock.today()
    with st.expander(_("Record the request and watch who answers")), st.form("request-record", border=False):
        document = st.text_input(_("Number and sign of the document"), max_chars=100, placeholder=_("such as 1628/SKHCN-CDS"))
        issuer = st.text_input(_("Issued by"), max_chars=200)
        content = st.text_input(_("Content"), value=title, max_chars=300)
        due = st.date_input(_("To be answered by"), value=today + dt.timedelta(days=DAYS), format="DD/MM/YYYY")
        if st.form_submit_button(_("Record")):
            _record(document.strip(), issuer.strip(), content.strip(), due, missing, period, by, today)


def _record(document: str, issuer: str, content: str, due: object, missing, period: Period, by: str, today: dt.date) -> None:
    if not document or not isinstance(due, dt.date):
        st.error(_("Write the number of the document and the day it is to be answered by."))
        return
    codes = " ".join(dict.fromkeys(code for owed in missing.values() for code in owed))
    data.store().save(Request(document, content, issuer, str(period), codes, " ".join(missing), today, due), by)
    st.toast(_("Recorded."))
    st.rerun()
