"""Check a report: paste or choose one; what agrees, what differs, what has no base and what is out of date, with the text marked."""

from __future__ import annotations

import streamlit as st

from catalogue.errors import UserError
from catalogue.language import _, language
from pages.parts import desk, filters, gate, names
from pages.parts.drafting import checked, ordering, written
from pages.parts.drawing import theme

KINDS = ["docx", "pdf", "txt"]
DRAFT = "ban-thao"


def show() -> None:
    """Show the place to give a report, and the findings on it."""
    gate.require("analyst")
    chosen = filters.chosen()
    desk.begin(
        _("Check a report"),
        _("Numbers, units, citations and terms are held against our figures and the registers of units and legal texts. Nothing is kept."),
    )
    theme.also("checked")
    file = st.file_uploader(_("A report: Word (.docx), PDF with text, or .txt"), type=KINDS, key="check-file")
    typed = st.text_area(_("Or paste its text"), key="check-text", height=160)
    ours = st.toggle(_("Hold it against the unit and period chosen above, not those the text names"), key="check-chosen")
    given = file.getvalue() if file else (typed or "").strip().encode()
    drafted = not given and DRAFT in st.query_params
    if drafted:
        st.caption(_("Checked below: the draft of {choice} with its texts as last saved.", choice=names.choice(chosen.unit, chosen.period)))
    if not given and not drafted:
        return
    try:
        given = given or written.checkable(ordering.plain(chosen), chosen.version)
        with st.spinner(_("Checking …")):
            result = checked.result(checked.Given(given), chosen, chosen.version, language(), held=ours or drafted)
    except UserError as error:
        st.error(str(error))
        return
    _shown(result, chosen)


def _shown(result: checked.Result, chosen: filters.Filters) -> None:
    desk.show(checked.summary(result, chosen))
    st.download_button(_("Findings as CSV"), checked.as_csv(result), "kiem-tra-bao-cao.csv", "text/csv", on_click="ignore", key="check-csv")
    for group in checked.groups(result):
        desk.show(checked.group_html(result, group, chosen.address))
    desk.show(desk.heading(_("The text with its marks")), checked.legend(), checked.marked(result))
