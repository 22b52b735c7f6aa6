"""What is written for reports and kept in the store: documents over the declared ones, texts by unit and period, saved drafts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from catalogue.legal import LegalBasis, legal_bases
from catalogue.periods import Period
from catalogue.tables import date_or_none
from report.content import Draft
from report.order import Order
from store import Store
from store.papers import Paper

DOCUMENT, TEXT, DRAFT = "document", "text", "draft"
CHOICES = ("request", "to", "addressed", "subject", "documents", "signer", "name", "recipients", "sourced")
DAYS = ("date", "in_force_from", "in_force_to")


def documents(store: Store) -> dict[str, LegalBasis]:
    """The register: the declared documents, each as last revised, and those that were added."""
    revised = {paper.subject: _document(paper.content) for paper in store.papers(DOCUMENT)}
    return {**legal_bases(), **revised}


def record_document(store: Store, document: LegalBasis, by: str, reason: str) -> int:
    """Record a document as it reads from now on; the number of the revision."""
    content = asdict(document)
    plain = {name: content[name].isoformat() if content[name] else "" for name in DAYS}
    return store.write_paper(DOCUMENT, document.id, content | plain, by, reason)


def document_revisions(store: Store, document: str) -> list[tuple[LegalBasis, Paper]]:
    """How a document was recorded, the oldest first."""
    return [(_document(paper.content), paper) for paper in store.papers(DOCUMENT, document)]


def _document(content: Mapping[str, Any]) -> LegalBasis:
    return LegalBasis(**{**content, **{name: date_or_none(content[name]) for name in DAYS}})


@dataclass(frozen=True, slots=True)
class Text:
    """A writer's words for one section of a report; `base` is what we had written there then (key and line)."""

    period: str
    section: str
    words: str
    base: tuple[tuple[str, str], ...]
    by: str
    at: dt.datetime


def texts(store: Store, unit: str, period: Period) -> dict[str, Text]:
    """The words kept for a unit and period, by section; a section given back to us has none."""
    found = {text.section: text for text in _texts(store, unit) if text.period == str(period)}
    return {section: text for section, text in found.items() if text.words.strip()}


def offered(store: Store, unit: str, period: Period) -> dict[str, Text]:
    """By section the words of the last earlier period that has any, for sections that have none of their own."""
    earlier = sorted(
        (text for text in _texts(store, unit) if Period.parse(text.period) < period), key=lambda text: Period.parse(text.period)
    )
    found = {text.section: text for text in earlier if text.words.strip()}
    own = texts(store, unit, period)
    return {section: text for section, text in found.items() if section not in own}


def record_text(store: Store, unit: str, period: Period, section: str, words: str, base: Sequence[tuple[str, str]], by: str) -> int:
    """Keep a writer's words; empty ones give the section back to us."""
    content = {"unit": unit, "period": str(period), "section": section, "words": words, "base": [list(line) for line in base]}
    return store.write_paper(TEXT, f"{unit} {period} {section}", content, by)


def _texts(store: Store, unit: str) -> list[Text]:
    papers = [paper for paper in store.papers(TEXT) if paper.content["unit"] == unit]
    return [_text(paper) for paper in papers]


def _text(paper: Paper) -> Text:
    told = paper.content
    base = tuple((key, line) for key, line in told["base"])
    return Text(told["period"], told["section"], told["words"], base, paper.by, paper.at)


def renewed(text: Text, ours: Iterable[tuple[str, str]]) -> str:
    """The writer's words over what we write now: a line of ours that was left as it stood is renewed (or goes); all else stays."""
    now, was = dict(ours), {line: key for key, line in text.base}
    made = []
    for line in text.words.splitlines():
        key = was.get(line.strip())
        if key is None:
            made.append(line)
        elif key in now:
            made.append(now[key])
    return "\n".join(made)


@dataclass(frozen=True, slots=True)
class Saved:
    """A draft as it was saved: who and when, what we wrote (key and words), the figures (trace to value), what was chosen."""

    by: str
    at: dt.datetime
    sentences: tuple[tuple[str, str], ...]
    figures: Mapping[str, float | None]
    choices: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Changed:
    """A sentence of a saved draft that reads otherwise now; empty where it was not, or is no more."""

    key: str
    old: str
    new: str


def choices(order: Order) -> dict[str, Any]:
    """What a person chose of a report, by the names of the order."""
    return {name: getattr(order, name) for name in CHOICES}


def choices_of(saved: Saved) -> dict[str, Any]:
    """What had been chosen when a draft was saved; a name that it did not know has its default."""
    return choices(Order("", Period(2000, "year", 1))) | dict(saved.choices)


def record_draft(store: Store, order: Order, draft: Draft, by: str) -> int:
    """Remember a draft's sentences and figures, and what was chosen for it."""
    content = {
        "unit": order.unit,
        "period": str(order.period),
        "choices": {name: list(value) if isinstance(value, tuple) else value for name, value in choices(order).items()},
        "sentences": [[key, words] for key, words in sentences(draft)],
        "figures": {one.trace: one.value for one in draft.figures},
    }
    return store.write_paper(DRAFT, f"{order.unit} {order.period}", content, by)


def last_draft(store: Store, unit: str, period: Period) -> Saved | None:
    """The draft saved last for a unit and period."""
    found = store.papers(DRAFT, f"{unit} {period}")
    if not found:
        return None
    told = found[-1].content
    chosen = {name: tuple(value) if isinstance(value, list) else value for name, value in told.get("choices", {}).items()}
    return Saved(found[-1].by, found[-1].at, tuple((key, words) for key, words in told["sentences"]), told["figures"], chosen)


def sentences(draft: Draft) -> list[tuple[str, str]]:
    """What we write ourselves, whatever a writer put in its place: key and words."""
    return [(one.key, one.text) for part in draft.parts for one in part.ours]


def changes(saved: Saved, draft: Draft) -> list[Changed]:
    """The sentences that differ between a saved draft and one made now, in reading order, those that are gone last."""
    was, now = dict(saved.sentences), dict(sentences(draft))
    differing = [Changed(key, was.get(key, ""), words) for key, words in now.items() if was.get(key, "") != words]
    return differing + [Changed(key, words, "") for key, words in was.items() if key not in now]
