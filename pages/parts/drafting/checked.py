"""Findings on a report as HTML: a sentence, the groups, and the text with each place marked by word, shape and colour."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from catalogue.language import _, number
from pages.parts import data, names
from pages.parts.csv_file import csv_bytes
from pages.parts.filters import Filters
from pages.parts.html import Html, h, join, link
from report.checking.against import against
from report.checking.check import findings, report_of
from report.checking.finding import Finding
from report.checking.ours import Ours
from report.checking.passages import Grid
from report.checking.reading import read
from report.checking.reported import Report

SHORT, CONTEXT = 30, 60


@dataclass(frozen=True, slots=True)
class Look:
    """How a verdict is shown: its word, its shape, and the colour it shares with the statuses."""

    verdict: str
    word: str
    shape: str
    colour: str


@dataclass(frozen=True, slots=True)
class Given:
    """The bytes of a report, known by their hash."""

    data: bytes

    @property
    def key(self) -> str:
        """What stands for them in a cache."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Result:
    """A report and everything found in it."""

    report: Report
    findings: tuple[Finding, ...]


def looks() -> list[Look]:
    """The verdicts in the order they are told."""
    return [
        Look("differs", _("Differs from our figures"), "unequal", "bad"),
        Look("no_basis", _("Without a base"), "question", "bad"),
        Look("no_denominator", _("Without numerator and denominator"), "dots", "warn"),
        Look("inconsistent", _("Does not agree with itself"), "triangle", "warn"),
        Look("outdated", _("Out of use or out of force"), "clock", "warn"),
        Look("misspelt", _("Written wrong"), "diamond", "warn"),
        Look("match", _("Agrees with our figures"), "tick", "good"),
    ]


def result(given: Given, chosen: Filters, version: int, spoken: str, *, held: bool) -> Result:
    """The findings on a report: of the unit and period chosen where it is `held` against those, else of those the text names. Made once
    for each."""
    return _result(given.key, given, chosen.key, chosen, version, spoken, held)


@st.cache_resource(max_entries=16, show_spinner=False)
def _result(key: str, _given: Given, choice: str, _chosen: Filters, version: int, spoken: str, held: bool) -> Result:
    document, unit, period = read(_given.data), _chosen.unit, _chosen.period
    report = report_of(document, unit, period) if held else report_of(document, near=unit, when=period)
    return Result(report, tuple(findings(report, Ours(data.cube(version), data.targets(version)))))


def groups(result: Result) -> list[Look]:
    """The verdicts that were given at all."""
    given = {finding.verdict for finding in result.findings}
    return [look for look in looks() if look.verdict in given]


def summary(result: Result, chosen: Filters) -> Html:
    """How much of what, whose figures it was held against and why, and how to hold it against those of the unit chosen instead."""
    alarms = [finding for finding in result.findings if finding.alarm]
    said = _("{count} points to mend.", count=number(len(alarms))) if alarms else _("Nothing to mend was found.")
    counts = [h("li", _badge(look), " ", number(_count(result, look))) for look in groups(result)]
    told = h("p", " ".join([*against(result.report), *_instead(result, chosen)]), class_="check-against")
    return join([h("p", h("strong", said), class_="desk-big", role="status"), told, h("ul", *counts, class_="check-counts")])


def _instead(result: Result, chosen: Filters) -> list[str]:
    """What else it could be held against: the unit or the period chosen above, where the text names another."""
    about = result.report.about
    if about.unit is None or (about.unit.id, about.period or chosen.period) == (chosen.unit, chosen.period):
        return []
    return [
        _(
            "Chosen above: {choice}. To hold it against that, turn on the choice under the text.",
            choice=names.choice(chosen.unit, chosen.period),
        )
    ]


def _count(result: Result, look: Look) -> int:
    return sum(finding.verdict == look.verdict for finding in result.findings)


def _badge(look: Look) -> Html:
    return h("span", h("i", class_=f"shape shape-{look.shape} check-{look.colour}"), " ", look.word, class_="check-badge")


def group_html(result: Result, look: Look, address: Callable[..., str]) -> Html:
    """One group: a heading and its findings; what agrees is folded away."""
    rows = [_row(result, finding, address) for finding in result.findings if finding.verdict == look.verdict]
    table = h("ul", *rows, class_="check-list")
    title = f"{look.word} ({number(len(rows))})"
    if look.verdict == "match":
        return h("details", h("summary", title), table, class_="check-match")
    return h("section", h("h2", h("i", class_=f"shape shape-{look.shape} check-{look.colour}"), " ", title, class_="desk-h2"), table)


def _row(result: Result, finding: Finding, address: Callable[..., str]) -> Html:
    place = h("a", finding.where, href=f"#{_anchor(finding.passage)}", class_="check-where")
    origin = finding.origin
    trace = (
        h("p", link(_("Where our figure comes from"), address("nguon-goc", chi_so=origin.indicator, don_vi=origin.unit, ky=origin.period)))
        if origin
        else None
    )
    around = h("span", _around(result, finding), class_="check-around")
    return h("li", h("div", h("q", finding.text), " ", around, " ", place), h("div", h("p", finding.message), trace))


def _around(result: Result, finding: Finding) -> str:
    """A few words behind a short finding (before it, when it ends its passage), so that one is told from another."""
    text = result.report.passages[finding.passage].text
    if len(finding.text) > SHORT or len(text) == len(finding.text):
        return ""
    behind = text[finding.end : finding.end + CONTEXT].strip()
    return f"{behind} \u2026" if len(behind) > SHORT / 2 else f"(\u2026 {text[max(0, finding.start - CONTEXT) : finding.start].strip()})"


def _anchor(passage: int) -> str:
    return f"cho-{passage + 1}"


def legend() -> Html:
    """What the marks mean."""
    return h("p", *(join([_badge(look), " "]) for look in looks()), class_="check-legend")


def marked(result: Result) -> Html:
    """The whole text, every finding marked where it stands; tables as tables."""
    inside = {at for grid in result.report.document.grids for row in grid.rows for at in row if at is not None}
    first = {_first(grid): grid for grid in result.report.document.grids if _first(grid) is not None}
    parts: list[Html] = []
    for at in range(len(result.report.passages)):
        if at in first:
            parts.append(_table(result, first[at]))
        if at not in inside:
            parts.append(h("p", _passage(result, at), id=_anchor(at)))
    return h("article", *parts, class_="check-text")


def _first(grid: Grid) -> int | None:
    return next((at for row in grid.rows for at in row if at is not None), None)


def _table(result: Result, grid: Grid) -> Html:
    rows = (h("tr", *(h("td", _passage(result, at), id=_anchor(at)) if at is not None else h("td") for at in row)) for row in grid.rows)
    return h(
        "div", h("table", h("tbody", *rows), class_="desk-table"), class_="check-scroll", tabindex="0", role="region", aria_label=_("Table")
    )


def _passage(result: Result, at: int) -> Html:
    text = result.report.passages[at].text
    by_verdict = {look.verdict: look for look in looks()}
    pieces: list[object] = []
    place = 0
    for finding in _apart([f for f in result.findings if f.passage == at]):
        look = by_verdict[finding.verdict]
        pieces += [text[place : finding.start], _mark(text[finding.start : finding.end], look, finding.message)]
        place = finding.end
    return join([*pieces, text[place:]])


def _mark(text: str, look: Look, message: str) -> Html:
    sign = h("i", class_=f"shape shape-{look.shape} check-{look.colour}")
    return h(
        "mark", sign, text, h("span", f" [{look.word}]", class_="check-word"), class_=f"check-mark check-on-{look.colour}", title=message
    )


def _apart(found: Sequence[Finding]) -> list[Finding]:
    """Findings that do not overlap, alarms before agreements, in reading order: the list above has them all."""
    kept: list[Finding] = []
    for finding in sorted(found, key=lambda f: (not f.alarm, f.start)):
        if all(finding.end <= other.start or other.end <= finding.start for other in kept):
            kept.append(finding)
    return sorted(kept, key=lambda f: f.start)


def as_csv(result: Result) -> bytes:
    """Every finding, a row each."""
    words = {look.verdict: look.word for look in looks()}
    header = [_("Verdict"), _("As written"), _("Where"), _("Ours"), _("What to do")]
    return csv_bytes(header, ([words[f.verdict], f.text, f.where, f.ours, f.message] for f in result.findings))
