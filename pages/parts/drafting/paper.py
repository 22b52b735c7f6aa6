"""A draft on the screen as it will stand on paper, each number a link to its cells; the checklist beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from catalogue.language import LANGUAGES, _, speaking
from pages.parts import names
from pages.parts.filters import Filters
from pages.parts.html import Html, h, join
from report.checklist import Point
from report.content import Draft, Paragraph, Run

SIGNS = {"bullet": "- ", "detail": "+ "}
WORDS = {"good": "In order", "look": "To look at", "stop": "To be mended"}
MARKS = {"good": "\u2713", "look": "!", "stop": "\u2715"}


@cache
def _rules() -> Html:
    rules = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")
    return Html(f"<style>{rules}</style>")


def sheet(draft: Draft, filters: Filters) -> Html:
    """The whole draft, in Vietnamese whatever the screen speaks; footnotes stand at the end."""
    with speaking(LANGUAGES[0]):
        article = _article(draft, filters)
    return join([_rules(), article, h("p", _annexes(draft), class_="desk-note")])


def _article(draft: Draft, filters: Filters) -> Html:
    notes: list[str] = []
    header = draft.header
    left = h("div", *(h("b", line) for line in header.body), h("span", _("No.: {blank}{sign}", blank="\u2026 ", sign=header.sign)))
    country, motto = _("SOCIALIST REPUBLIC OF VIET NAM"), _("Independence - Freedom - Happiness")
    place = _("{place}, day {day} month {month} year {year}", place=header.place, day="\u2026", month="\u2026", year="\u2026")
    right = h("div", h("b", country), h("b", h("u", motto)), h("i", place))
    to = h("p", _("To: {names}.", names="; ".join(header.addressed)), class_="paper-title") if header.addressed else None
    body = [_paragraph(one, filters, notes) for one in draft.paragraphs()]
    listed = h("div", h("b", h("i", _("Recipients:"))), *(h("span", f"- {name}") for name in draft.recipients), class_="paper-to")
    signed = h("div", *(h("b", line) for line in draft.signature.lines), h("b", draft.signature.name or "\u2026"))
    return h(
        "article",
        h("p", h("b", names.invented()), class_="paper-mark") if draft.illustrative else None,
        h("div", left, right, class_="paper-head"),
        h("p", h("b", header.kind), class_="paper-title"),
        h("p", h("b", header.title), class_="paper-title"),
        to,
        *body,
        h("div", listed, signed, class_="paper-foot"),
        h("ol", *(h("li", note) for note in notes), class_="paper-notes") if notes else None,
        class_="paper",
        lang=LANGUAGES[0],
    )


def _annexes(draft: Draft) -> Html:
    titles = h("span", "; ".join(annex.title for annex in draft.annexes), lang=LANGUAGES[0])
    return join([_("In the Word file follow the annexes:"), " ", titles, "."])


def _paragraph(paragraph: Paragraph, filters: Filters, notes: list[str]) -> Html:
    kind = f"paper-{paragraph.style}"
    return h("p", SIGNS.get(paragraph.style, ""), *(piece for run in paragraph.runs for piece in _run(run, filters, notes)), class_=kind)


def _run(run: Run, filters: Filters, notes: list[str]) -> Iterator[Html | str]:
    if run.trace:
        code, unit, period = run.trace.split("/")
        to = filters.address("nguon-goc", chi_so=code, don_vi=unit, ky=period, dia_gioi="reported")
        yield h("a", run.text, href=to)
    elif run.text:
        yield run.text
    if run.note:
        notes.append(run.note)
        yield h("sup", f" {len(notes)}")


def checklist(points: Sequence[Point]) -> Html:
    """The points, the worst first; what they quote from the report is Vietnamese whatever the screen speaks."""
    order = ("stop", "look", "good")
    rows = [
        h(
            "li",
            h("b", h("span", MARKS[one.verdict], aria_hidden="true"), f" {_(WORDS[one.verdict])}: {one.name}"),
            h("span", one.said, h("span", f" {one.quoted}", lang=LANGUAGES[0]) if one.quoted else None),
            class_=f"point-{one.verdict}",
        )
        for one in sorted(points, key=lambda point: order.index(point.verdict))
    ]
    return join([_rules(), h("h2", _("Before it is issued"), class_="desk-h2"), h("ul", *rows, class_="points")])
