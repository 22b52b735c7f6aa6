"""Whom a report is of, which period it is about, and when it was written."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from catalogue.periods import Kind, Period
from catalogue.units import Unit
from report.checking.citations import citations
from report.checking.days import days
from report.checking.folding import declared, phrase, plain, says
from report.checking.passages import Document, Passage
from report.checking.whose import OPENING, Whose, title_of, whose

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_SIGNED_LENGTH = 70


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a report as a whole; None or "" where the text does not say it. `written` is the day it was signed, or the
    latest day it can be of: the end of its period, the youngest paper it cites, the day after its unit ended where another body issues
    it. `whose` says why it is that unit's, `looked_at`
    whether the period is only the one that the user looks at."""

    whose: Whose
    period: Period | None
    written: dt.date | None
    signed: dt.date | None
    looked_at: bool = False

    @property
    def unit(self) -> Unit | None:
        """The unit whose figures are told."""
        return self.whose.unit


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known beside the text. `unit` (an id) and `period` were chosen for it and go before what it says of itself; `near` and
    `when` are those the user looks at: they stand in where it says nothing."""

    unit: str = ""
    period: Period | None = None
    near: str = ""
    when: Period | None = None


def about(document: Document, hints: Hints) -> About:
    """What the report says about itself."""
    said = hints.period or _period(document.passages)
    signed = _signed(document.passages)
    found = said or hints.when
    written = signed or _latest(document.passages, found)
    of = whose(document.passages, written, hints.unit, hints.near)
    if of.issuer and not signed and written and of.unit and of.unit.valid_to:
        written = max(written, of.unit.valid_to + dt.timedelta(days=1))
    return About(of, found, written, signed, said is None and found is not None)


@cache
def _spans() -> tuple[tuple[re.Pattern[str], Kind], ...]:
    return tuple((re.compile(row["pattern"]), _kind(row["kind"])) for row in declared("periods.csv"))


def _kind(text: str) -> Kind:
    kinds: dict[str, Kind] = {"year": "year", "half": "half", "quarter": "quarter", "month": "month", "nine_months": "nine_months"}
    return kinds[text]


def periods_in(text: str) -> list[tuple[int, Period]]:
    """The periods named in a text with the places they begin, the longest wording first taken; years of plans are left out."""
    folded = plain(text)
    taken: list[tuple[int, int]] = []
    found: list[tuple[int, Period]] = []
    for pattern, kind in _spans():
        for hit in pattern.finditer(folded):
            if any(start < hit.end() and hit.start() < end for start, end in taken):
                continue
            taken.append(hit.span())
            made = _made(kind, hit)
            if made and not says_plan(folded[max(0, hit.start() - 25) : hit.start()]):
                found.append((hit.start(), made))
    return sorted(found)


def says_plan(before: str) -> bool:
    """Whether the words before a year make it a year of a plan ("until 2030", "from 2021 to")."""
    return says("until", before)


def _made(kind: Kind, hit: re.Match[str]) -> Period | None:
    groups = hit.groupdict()
    text = groups.get("n") or ("2" if groups.get("last") else "1")
    number = _ROMAN.get(text) or (int(text) if text.isdigit() else 1)
    try:
        return Period(int(hit["y"]), kind, number)
    except ValueError:
        return None


def _period(passages: Sequence[Passage]) -> Period | None:
    """The period of the title, else of the opening."""
    head = [p for p in passages if p.sort in ("body", "cell")][:OPENING]
    title, _lines = title_of(passages)
    order = head[title : title + 4] + head if title >= 0 else head
    for passage in order:
        found = periods_in(_results(_without_days(passage.text)))
        if found:
            return found[-1][1]
    return None


def _results(title: str) -> str:
    """A title up to what it says of the time ahead: "results of the first half year, tasks of the second"."""
    ahead = phrase("ahead").search(plain(title))
    return title[: ahead.start()] if ahead and periods_in(title[: ahead.start()]) else title


def _without_days(text: str) -> str:
    for written in reversed(list(days(text))):
        text = text[: written.start] + " " * (written.end - written.start) + text[written.end :]
    return text


def _signed(passages: Sequence[Passage]) -> dt.date | None:
    """The day of the line "place, day": a short passage near the beginning that ends with it."""
    for passage in passages[: OPENING * 2]:
        found = list(days(passage.text))
        short = len(passage.text) < _SIGNED_LENGTH and not list(citations(passage.text))
        last = short and len(found) == 1 and not passage.text[found[0].end :].strip(" .*_)")
        if last and "," in passage.text[: found[0].start + 1]:
            return found[0].day
    return None


def _latest(passages: Sequence[Passage], period: Period | None) -> dt.date | None:
    cited = [c.date for p in passages for c in citations(p.text) if c.date]
    ends = [period.end("plain")] if period else []
    return max((*cited, *ends), default=None)
