"""Covers and contents: sheets without figures of ours that say of which period all others are. They speak where a sheet is silent;
where a sheet says something else, a person is asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from pathlib import PurePosixPath

from catalogue.periods import Period
from loaders.understanding.dates.when import Statement, When, agree, statements, unfilled
from loaders.understanding.headings.match import match
from loaders.understanding.sheets.said_of_time import beside_labels, of_line
from loaders.understanding.sheets.sheet_reading import Reading, SheetReading, header_lines
from loaders.understanding.texts.words import classes

_LONG = 120
_SAMPLE = 40


def by_covers(reading: Reading) -> None:
    """Settle the periods of the sheets with figures in the light of what the covers of their workbook say."""
    counted = [p for p in reading.sheets if _counts(p)]
    said = [s for p in reading.sheets if p not in counted for s in _of_cover(p)]
    if not any(p.when.period or p.when.candidates for p in counted):
        said += [replace(s, strength=3) for guide in reading.guides for s in beside_labels(guide)]
    if not said or not counted:
        return
    named = statements(PurePosixPath(reading.grid.file).stem, "file")
    years = [s for p in counted for s in (*p.said, *named) if s.period]
    cover = agree([*said, *_years(s.period for s in years if s.period)]) if all(s.period is None for s in said) else agree(said)
    told = [cover.period] if cover.period else list(cover.candidates)
    if not told and any(not s.strength for s in said):
        for part in counted:
            part.when = When(None, (*part.when.evidence, *said)) if part.when.period and part.when.period.kind == "year" else part.when
    others = {p.when.period for p in counted if p.when.period}
    for part in counted:
        _settle(part, told, cover, named, others)


def _settle(part: SheetReading, told: Sequence[Period], cover: When, named: Sequence[Statement], others: AbstractSet[Period]) -> None:
    """One sheet under a cover: its own period where they agree, the cover's where it says none, no period where they contradict."""
    own = part.when
    if own.impossible or not told:
        return
    silent = not any(s.strength for s in part.said) and not part.days
    if silent and (own.period is None or {s.source for s in own.evidence} == {"file"}):
        part.when = agree([*cover.evidence, *named, *part.said])
        return
    if own.period is None and not own.candidates and any(s.period is None for s in part.said):
        own = part.when = agree([*part.said, *named, *_years(told)])
    if own.period is None:
        return
    if own.period.kind == "year" and cover.period and cover.period.kind != "year" and cover.period.year == own.period.year:
        part.when = When(cover.period, (*own.evidence, *cover.evidence), (), cover.calendar)
        return
    against = [p for p in told if not _fits(own.period, p, others)]
    by_name = any(s.source == "sheet" and s.period in (own.period, None) for s in part.said)
    if against and not (by_name and others & set(told)):
        part.when = When(None, (*own.evidence, *cover.evidence), tuple(dict.fromkeys((own.period, *against))), own.calendar)


def _fits(own: Period, told: Period, others: AbstractSet[Period]) -> bool:
    """Whether a sheet of a period may stand under a cover of another: in its year, or as one of several months of its quarter."""
    if own == told or (told.kind == "year" and own.year == told.year):
        return True
    inside = {p for p in others if set(p.months) < set(told.months)}
    return own in inside and len(inside) > 1


def _years(periods: Iterable[Period]) -> list[Statement]:
    years = dict.fromkeys(p.year for p in periods)
    return [Statement("line", "", "", "", Period(year, "year"), "year", 1, None, 1) for year in years]


def _counts(part: SheetReading) -> bool:
    """Whether a heading or a label of the tables of a sheet names something we count."""
    cells = (
        c
        for t in part.tables
        for row in (*range(t.header_first, t.header_last + 1), *t.body[:_SAMPLE])
        for c in part.sheet.rows.get(row, ())
        if c.is_text and len(c.text) < _LONG
    )
    return any(match(c.text).codes for c in cells)


def _of_cover(part: SheetReading) -> list[Statement]:
    """What a cover says of the period of its workbook: beside a label, in a line of its own, in a title."""
    told = [c for c in header_lines(part) if not c.is_text or _tells(c.text)]
    lines = [s for c in told for s in of_line(c, part.sheet.name)]
    opened = [s for c in told for s in unfilled(c.text, "line", part.sheet.name, c.address)]
    return [*(replace(s, strength=3) for s in (*lines, *beside_labels(part))), *opened]


def _tells(text: str) -> bool:
    kinds = set(classes("lines.csv", text))
    if len(text) > _LONG or {"not_now", "rules"} & kinds:
        return False
    return bool({"title", "period_line"} & kinds) or text.isupper()
