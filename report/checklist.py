"""What to look at before a report is issued: each point with how it stands and a sentence."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from catalogue.language import _, number
from catalogue.periods import Period
from catalogue.units import units
from report import names
from report.checking.check import findings, report_of
from report.checking.finding import Finding
from report.checking.passages import Document, Passage
from report.compose import Sources
from report.content import Draft
from report.document import docx
from report.linter import lint
from report.order import Order, body_of
from report.register import may_cite, short, unknown_marks
from store import Store

Verdict = Literal["good", "look", "stop"]
OPEN = ("received", "asked", "to_fix")
LISTED = 5
_LEFT = re.compile(r"\[[^\[\]]{8,}\]")


@dataclass(frozen=True, slots=True)
class Point:
    """One point: fine, to be looked at, or not to be sent like this; `quoted` is what stands in the report itself, or a name."""

    verdict: Verdict
    name: str
    said: str
    quoted: str = ""


def checklist(store: Store, found: Sources, order: Order, draft: Draft, today: dt.date) -> list[Point]:
    """Every point, in the order in which one would go through them."""
    on = order.day(today)
    read = _read(draft, order)
    return [
        *_illustrative(found),
        *_completeness(draft),
        *_questions(store, order, draft),
        *_targets(found, order, draft),
        *_citations(found, order, draft, on, read),
        *_words(draft, read),
        *_signing(order, draft, on),
        *_form(draft),
    ]


def _illustrative(found: Sources) -> Iterator[Point]:
    """A report of invented figures may be looked at and never sent."""
    if found.illustrative:
        yield Point("stop", _("Illustrative data"), _("The figures are invented for the demonstration: do not send this report."))


def _read(draft: Draft, order: Order) -> list[Finding]:
    """What the claim checker would tell the reader of the text and its footnotes."""
    notes = [run.note for paragraph in draft.paragraphs() for run in paragraph.runs if run.note]
    texts = [Passage(paragraph.text, "") for paragraph in draft.paragraphs()] + [Passage(note, "", "footnote") for note in notes]
    return [one for one in findings(report_of(Document(tuple(texts)), order.unit, order.period)) if one.alarm]


def _completeness(draft: Draft) -> Iterator[Point]:
    silent = next((p for p in draft.part("3.1").ours if p.key == "3.1/silent"), None)
    name = _("Completeness")
    if silent:
        yield Point("look", name, _("Not every unit due has reported, and the report says so:"), silent.text)
    else:
        yield Point("good", name, _("Every unit due has reported something for the period."))


def _questions(store: Store, order: Order, draft: Draft) -> Iterator[Point]:
    members = {one.trace.split("/")[1] for one in draft.figures}
    periods = {str(month) for month in order.period.months} | {str(order.period)}
    rows = store.coverage(units=members, periods=periods)
    waiting = int(rows[rows["state"].isin(list(OPEN))]["submission"].nunique())
    name = _("Open questions")
    said = _("{count} returns of the period still wait for an answer or to be mended.", count=number(waiting))
    yield Point("look", name, said) if waiting else Point("good", name, _("No return of the period waits for an answer."))


def _targets(found: Sources, order: Order, draft: Draft) -> Iterator[Point]:
    shown = {one.trace.split("/")[0] for one in draft.figures}
    areas = {one.id for one in units().path(order.unit)}
    doubtful = {
        target.indicator
        for target in found.targets
        if not target.verified
        and target.status == "in_force"
        and target.scope in areas
        and target.indicator in shown
        and Period.parse(target.period_to) >= order.period
    }
    name = _("Targets")
    said = _(
        "{count} indicators have targets that nobody checked against their document; the report leaves them out.",
        count=number(len(doubtful)),
    )
    yield Point("look", name, said) if doubtful else Point("good", name, _("Every target used was checked against its document."))


def _citations(found: Sources, order: Order, draft: Draft, on: dt.date, read: Sequence[Finding]) -> Iterator[Point]:
    cited = dict.fromkeys(run.cites for paragraph in draft.paragraphs() for run in paragraph.runs if run.cites in found.documents)
    stale = [found.documents[code] for code in cited if found.documents[code].kind == "basis" and not may_cite(found.documents[code], on)]
    unknown = [mark for words in order.texts.values() for mark in unknown_marks(words, found.documents)]
    name = _("Citations")
    if stale:
        yield Point("stop", name, _("No longer or not yet in force, or not checked:"), _some([short(one) for one in stale]))
    if unknown:
        yield Point("stop", name, _("Not in the register of documents:"), _some(unknown))
    doubted = [f"{one.text}: {one.message}" for one in read if one.kind == "citation" and one.verdict == "inconsistent"]
    if doubted:
        yield Point("look", name, _some(doubted, " "))
    named = _named(draft)
    old = [words for code, words in named.items() if words != short(found.documents[code])]
    if old:
        said = _("The table of indicators rests targets on documents that have ended. Check that the new ones still set them:")
        yield Point("look", name, said, _some(old))
    if not stale and not unknown and not doubted and not old:
        count = number(len({*cited, *named}))
        yield Point("good", name, _("{count} documents are cited, all of them from the register and in force.", count=count))


def _named(draft: Draft) -> dict[str, str]:
    """The documents named in the annexes, each as it stands there: of one that has ended, with what stands in its place."""
    return {cell.cites: cell.text for annex in draft.annexes for row in annex.rows for cell in row if cell.cites}


def _words(draft: Draft, read: Sequence[Finding]) -> Iterator[Point]:
    """Old terms, misspelt names and the like, as the claim checker finds them in the text; and blanks left for the writer."""
    texts = [paragraph.text for paragraph in draft.paragraphs()]
    alarms = [one for one in read if one.kind in ("term", "spelling")]
    name = _("Words")
    if alarms:
        yield Point("stop", name, _some([one.message for one in alarms], "; "))
    left = [mark for words in texts for mark in _LEFT.findall(words)]
    if left:
        yield Point("stop", name, _("The writer has still to fill in:"), _some(left))
    if not alarms and not left:
        yield Point("good", name, _("No outdated term, no misspelt name, nothing left to fill in."))


def _signing(order: Order, draft: Draft, on: dt.date) -> Iterator[Point]:
    name = _("Signer and recipients")
    body = body_of(order.unit, on)
    if body.area != body.unit:
        said = _("{unit} has ended; the report is issued by:", unit=names.called(units()[body.area]))
        yield Point("look", name, said, body.name)
    if not draft.signature.name:
        yield Point("look", name, _("The name of the signer is left blank."))
    else:
        yield Point(
            "good", name, _("Signed by {name}; {count} recipients.", name=draft.signature.name, count=number(len(draft.recipients)))
        )


def _form(draft: Draft) -> Iterator[Point]:
    few = tuple(replace(annex, rows=annex.rows[:1]) for annex in draft.annexes)
    breaches = lint(docx(replace(draft, annexes=few)))
    name = _("Form")
    if breaches:
        yield Point("stop", name, _some([one.message for one in breaches], " "))
    else:
        yield Point("good", name, _("The form keeps to Decree 30/2020."))


def _some(items: Sequence[str], between: str = "; ") -> str:
    """The first of several, and how many more."""
    shown = between.join(items[:LISTED])
    return shown if len(items) <= LISTED else _("{names} and {count} others", names=shown, count=number(len(items) - LISTED))
