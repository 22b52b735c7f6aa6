"""Whom a report is of, which period it is about, and when it was written."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache

from catalogue.area import installed_root
from catalogue.periods import Kind, Period
from catalogue.units import Unit, units
from report.checking.citations import citations
from report.checking.days import days
from report.checking.folding import declared, phrase, plain, says
from report.checking.passages import Document, Passage
from report.checking.places import named

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_OPENING = 14
_SIGNED_LENGTH = 70
_HEAD, _END, _ELSEWHERE = 6, 8, 1


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a report as a whole; None or "" where the text does not say it. `written` is the day it was signed, or the
    latest day it can be of: the end of its period or the youngest paper it cites."""

    unit: Unit | None
    period: Period | None
    written: dt.date | None
    signed: dt.date | None


def about(document: Document, unit: str = "", period: Period | None = None) -> About:
    """What the report says about itself; `unit` (an id) and `period` given by the user go first."""
    found = period or _period(document.passages)
    signed = _signed(document.passages)
    written = signed or _latest(document.passages, found)
    chosen = units()[unit] if unit else _unit(document.passages, written)
    return About(chosen, found, written, signed)


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
    head = [p for p in passages if p.sort in ("body", "cell")][:_OPENING]
    title = next((at for at, p in enumerate(head) if says("title", p.text) and len(p.text) < 40), None)
    order = head[title : title + 4] + head if title is not None else head
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
    for passage in passages[: _OPENING * 2]:
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


def _unit(passages: Sequence[Passage], written: dt.date | None) -> Unit | None:
    """The unit that reports: named most weightily in the heading, the opening and the closing, as a body that reports."""
    sure: Counter[str] = Counter()
    named_only: Counter[str] = Counter()
    areas = _areas(passages)
    for at, passage in enumerate(passages):
        heavy = _HEAD if at < _OPENING else _ELSEWHERE
        for found in named(passage.text):
            before = plain(passage.text[max(0, found.start - 25) : found.start])
            behind = plain(passage.text[found.end : found.end + 40])
            body = says("body_before", before)
            weight = heavy + (_END if says("reports", behind) else 0)
            meant = _meant(found.units, written, areas)
            if meant and not says("addressee", before):
                (sure if body else named_only)[meant.id] += weight
    for weights in (sure, named_only):
        if weights:
            return units()[weights.most_common(1)[0][0]]
    root = units()[installed_root()]
    head = " ".join(plain(p.text) for p in passages[:_OPENING])
    return root if plain(root.bare_name) in head else None


def _meant(found: Sequence[Unit], written: dt.date | None, areas: Collection[str]) -> Unit | None:
    """The one unit a name means: it existed, and where several bear the name it lies in an area the report names."""
    alive = _alive(found, written)
    inside = [u for u in alive if any(units().lies_in(u.id, area) and u.id != area for area in areas)]
    choice = alive if len(alive) == 1 else inside
    return choice[0] if len(choice) == 1 else None


def _areas(passages: Sequence[Passage]) -> set[str]:
    """The districts and provinces named, where the name is theirs alone."""
    every = (found.units for passage in passages for found in named(passage.text))
    return {u.id for found in every for u in found if u.level in ("district", "province")}


def _alive(found: Sequence[Unit], on: dt.date | None) -> list[Unit]:
    return [u for u in found if on is None or u.exists(on)] or list(found)
