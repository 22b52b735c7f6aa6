"""An annex of a document: a landscape section with one table."""

from __future__ import annotations

from docx.document import Document as DocxDocument
from docx.enum.section import WD_SECTION

from catalogue.language import _
from report import form, names
from report.content import Annex, Draft, Header, Run
from report.word.grid import table_of
from report.word.marks import SMALL, TABLE, in_middle
from report.word.page import SIDEWAYS, marked, sideways


def annexed(document: DocxDocument, annex: Annex, place: int, draft: Draft) -> None:
    """A landscape section; the only annex of a document has no number (`place` 0)."""
    section = document.add_section(WD_SECTION.NEW_PAGE)
    sideways(section)
    marked(section, names.invented() if draft.illustrative else "")
    heading = _("Annex {number}", number=_roman(place)) if place else _("Annex")
    for text, size, bold in ((heading, form.ANNEX.most, True), (annex.title.upper(), form.ANNEX_TITLE.most, True)):
        in_middle(document, Run(text, bold=bold), size)
    in_middle(document, Run(_attached(draft.header), italic=True), SMALL)
    if annex.note:
        in_middle(document, Run(annex.note, italic=True), TABLE + 1)
    table_of(document, annex, SIDEWAYS)


def _attached(header: Header) -> str:
    """Which document an annex belongs to; number and day are left for the clerk."""
    template = (
        _("(Attached to the Report No. {blank}{sign} of day {day} month {month} year {year})")
        if header.kind
        else _("(Attached to the Official Letter No. {blank}{sign} of day {day} month {month} year {year})")
    )
    return template.format(blank=" " * 6, sign=header.sign, day=" " * 4, month=" " * 4, year=" " * 6)


def _roman(number: int) -> str:
    return ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")[number - 1]
