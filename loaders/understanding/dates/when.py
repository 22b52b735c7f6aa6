"""The reporting period as printed: every statement of it, where it stands, and whether they agree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from catalogue.periods import Calendar, Kind, Period
from loaders.understanding.dates.compared import number_of, with_what_compared
from loaders.understanding.dates.days import of_a_document
from loaders.understanding.dates.spans import YEAR, month_spans, own_span, period_of, period_of_months, spans, without_days
from loaders.understanding.dates.spellings import written_out
from loaders.understanding.dates.times import spelt_in_digits
from loaders.understanding.dates.unfilled import for_times, left_open, without_open
from loaders.understanding.texts.words import classes, plain

Source = Literal["line", "header", "sheet", "file", "answer", "identity"]
_SEP = r"[\s./_\-,:()]*"
_PATTERNS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("half", re.compile(rf"(?:6|sau)\s*thang\s*(dau|cuoi)\s*(?:cua\s*)?(?:nam)?{_SEP}{YEAR}?")),
    ("nine_months", re.compile(rf"(?:9|chin)\s*thang\s*(?:dau\s*)?(?:nam)?{_SEP}{YEAR}?(?!\s*so lieu)")),
    ("half", re.compile(rf"(?<![\d/.])6\s*(?:thang|t)(?![a-z]){_SEP}(?:nam)?{_SEP}{YEAR}")),
    ("month", re.compile(rf"(?<![\d/.])(0?[234578]|10|11)\s*thang\s*(?:dau\s*)?(?:cua\s*)?nam{_SEP}{YEAR}")),
    ("quarter", re.compile(rf"\bq(?:uy)?{_SEP}(iv|iii|ii|i|[1-4])(?=nam|(?![\da-z])){_SEP}(?:nam|n)?{_SEP}{YEAR}?")),
    (
        "month",
        re.compile(
            rf"(?:\bthang(?=\b|\d)|(?<![a-z])t(?=\s?\.?\d)){_SEP}(0?[1-9]|1[0-2])(?!\d|\s*[/\-.]\s*\d{{1,2}}\s*[/\-.]){_SEP}(?:nam|n)?{_SEP}{YEAR}?"
        ),
    ),
    ("month", re.compile(rf"\bky(?: [a-z]+){{0,3}}\s*:\s*(0?[1-9]|1[0-2])\s*[/.\-]\s*{YEAR}")),
    (
        "year",
        re.compile(
            rf"\b(?:nam|nien do(?: ke toan)?)\b{_SEP}(?:bao cao|danh gia|tu danh gia|cham diem|thong ke|so lieu)?{_SEP}{YEAR}"
            r"(?!\s*[-–_/]\s*20[12]\d(?!\d))"
        ),
    ),
)
_COMPACT = re.compile(r"(?<!\d)(20[12]\d)[\s_\-]?(?:m|t)?(0[1-9]|1[0-2])(?!\d)")
_BARE = re.compile(r"(?<![\d/.\-])(0?[1-9]|1[0-2])\s*[.\-/_]\s*(20[12]\d)(?!\d)")
_OF_A_FORM = re.compile(r"(?<![a-z])(?:ts|lop|khoi|pl|phu luc|bieu(?: mau| so)?|mau(?: bieu| so)?|bm|dot|lan|tuan)[ _.]{0,2}$")
"""Words whose number no month is: that of a form, a class, an entrance examination ("TS10")."""
_TURNED = re.compile(r"(?<!\d)(?<!\d )(0[1-9]|1[0-2]) ?(20[12]\d)(?!\d)")
_CODED = re.compile(r"(?<!\d)(20[12]\d)[\s_\-]*(?:(q)([1-4])|(s)([12])|(9m))(?!\d)")
_NO_SUCH = re.compile(
    rf"(?:(?:\bthang\b|(?<![a-z])t(?=\s?\.?\d)){_SEP}(?:1[3-9]|[2-9]\d|00?)|\bquy{_SEP}(?:v|0|[5-9]))(?![\da-z]){_SEP}(?:nam|n)?{_SEP}{YEAR}"
)
_YEAR_ALONE = re.compile(r"(?<![\d/.])(?<!\bso )(?<!\b(?:qd|cv|kh|nq|nd|vb|ct|tt|tb) )(20[12]\d)(?![\d/]|\.\d)")
_PLAN = re.compile(r"(ke hoach|muc tieu|chi tieu|giai doan|phuong huong|nhiem vu)[\s,]{0,3}$")


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement of a period. `period` is None while the year is missing (`kind` and `number` are then known), and for a
    month or quarter that no year has (`number` is then 0). One without `strength` leaves a month open and says its year at most."""

    source: Source
    sheet: str
    cell: str
    text: str
    period: Period | None
    kind: Kind
    number: int
    calendar: Calendar | None = None
    strength: int = 2


def statements(text: str, source: Source, sheet: str = "", cell: str = "") -> list[Statement]:
    """Every period a text states. Dates of documents and plans are left out."""
    return [Statement(source, sheet, cell, text.strip(), p, k, n, c, s) for p, k, n, c, s in _read(text, source)]


def unfilled(text: str, source: Source, sheet: str = "", cell: str = "") -> list[Statement]:
    """The months, quarters and periods that a text names and leaves open, where it states no other one."""
    years = left_open(spelt_in_digits(for_times(text)), ends=source == "line")
    if years is None or statements(text, source):
        return []
    return [Statement(source, sheet, cell, text.strip(), Period(y, "year", 1) if y else None, "year", 1, None, 0) for y in years or (0,)]


_GLUED = re.compile(r"(?<=[a-z])(quy|thang)(?=[ ._-]?(?:\d|i{1,3}\b|iv\b))")
"""A word of time that the name of a file or sheet glues to the one before it: "BCQUY1-2026"."""


_GLUED_DAY = r"(?<!\d)(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])(20\d{2})(?!\d)"
_DAYS_GLUED = re.compile(rf"{_GLUED_DAY}[ ._-]+(?:den[ ._-]+)?{_GLUED_DAY}")
"""From which day to which an export runs, as its file is called: "01022026_28022026"."""


@lru_cache(maxsize=4096)
def _read(text: str, source: Source) -> tuple[tuple[Period | None, Kind, int, Calendar | None, int], ...]:
    folded = without_open(spelt_in_digits(written_out(for_times(text), text.isascii())))
    folded = _GLUED.sub(r" \1", folded) if source in ("sheet", "file") else folded
    folded = _DAYS_GLUED.sub(r"tu \1/\2/\3 den \4/\5/\6", folded) if source == "file" else folded
    folded = own_span(folded)
    found: list[tuple[Period | None, Kind, int, Calendar | None, int]] = []
    for begin, end, calendar in spans(folded):
        period = period_of(begin, end)
        if period:
            found.append((period[0], period[0].kind, period[0].number, period[1] or calendar, 4))
    found += [(p, p.kind, p.number, None, 4) for begin, end in month_spans(folded) if (p := period_of_months(begin, end))]
    found.extend(_named(without_days(folded, halves=not found), source))
    if source in ("sheet", "file") and not found:
        found.extend(_coded(folded))
    if any(f[1] != "year" for f in found):
        years = {f[0].year for f in found if f[0]} or (_lone_years(folded) if source == "file" else set())
        found = [_in_year(f, years) for f in found if f[1] != "year"]
    return tuple(dict.fromkeys(found))


def _lone_years(stem: str) -> set[int]:
    """The years that stand in the name of a file ("Report 2026 (M3)"), none of them the number of a paper."""
    return {int(m[1]) for m in _YEAR_ALONE.finditer(stem)}


def lone_year(stem: str) -> list[Statement]:
    """The one year that stands alone in the name of a file: it says no period, it lends the year to a month without one."""
    years = _lone_years(plain(stem))
    return [Statement("file", "", "", stem, Period(year, "year"), "year", 1, None, 1) for year in years] if len(years) == 1 else []


def _in_year(
    said: tuple[Period | None, Kind, int, Calendar | None, int], years: Set[int]
) -> tuple[Period | None, Kind, int, Calendar | None, int]:
    """A month or quarter without its year, in the one year that its text names ("year 2026, to the end of month 3")."""
    period, kind, part, calendar, strength = said
    if period is None and part and len(years) == 1:
        return Period(next(iter(years)), kind, part), kind, part, calendar, strength
    return said


def _named(text: str, source: Source) -> Iterator[tuple[Period | None, Kind, int, Calendar | None, int]]:
    official = of_a_document(text) or with_what_compared(text, _PATTERNS)
    wrong = [m for m in _NO_SUCH.finditer(text) if not (official and m.start() > official.start())]
    taken = [m.span() for m in wrong]
    if wrong:
        yield None, "month", 0, None, 3
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if any(a < match.end() and match.start() < b for a, b in taken):
                continue
            if (official and match.start() > official.start()) or _planned(text[: match.start()], kind):
                continue
            number = number_of(kind, match)
            year = next((int(g) for g in reversed(match.groups()) if g and re.fullmatch(r"20[12]\d", g)), None)
            if year is None and kind == "nine_months" and source != "line":
                continue
            taken.append(match.span())
            yield (Period(year, kind, number) if year else None), kind, number, None, 1 if kind == "year" else 3


def _planned(before: str, kind: Kind) -> bool:
    """Whether the words before a period make it one that is planned for: a year, or what follows a period that is reported."""
    return bool(_PLAN.search(before)) and (kind == "year" or any(pattern.search(before) for _kind, pattern in _PATTERNS))


def _coded(text: str) -> Iterator[tuple[Period | None, Kind, int, Calendar | None, int]]:
    for match in _CODED.finditer(text):
        year = int(match.group(1))
        if match.group(2):
            yield Period(year, "quarter", int(match.group(3))), "quarter", int(match.group(3)), None, 3
        elif match.group(4):
            yield Period(year, "half", int(match.group(5))), "half", int(match.group(5)), None, 3
        else:
            yield Period(year, "nine_months"), "nine_months", 1, None, 3
        return
    for pattern, year_first in ((_COMPACT, True), (_BARE, False), (_TURNED, False)):
        for match in pattern.finditer(text):
            if not year_first and _OF_A_FORM.search(text[: match.start()]):
                continue
            year, month = (int(g) for g in (match.groups() if year_first else match.groups()[::-1]))
            yield Period.month(year, month), "month", month, None, 3
            return


@dataclass(frozen=True, slots=True)
class When:
    """The period agreed on, or None with the `candidates` between which a person must choose."""

    period: Period | None
    evidence: tuple[Statement, ...]
    candidates: tuple[Period, ...] = ()
    calendar: Calendar | None = None

    @property
    def impossible(self) -> Statement | None:
        """The statement of a month or quarter that no year has."""
        return next((s for s in self.evidence if not s.number), None)


def agree(found: Iterable[Statement]) -> When:
    """What statements of one sheet (with the file's name) say together. Full periods must be one; a missing year is borrowed.

    A month 13 is asked, whatever else is said. Where a month is left open, a year alone is no period.
    """
    told = list(found)
    opened = [s for s in told if not s.strength]
    stated = [s for s in told if s.strength]
    said = [s for s in stated if s.number]
    full = [s for s in said if s.period]
    years = {s.period.year for s in (*full, *opened) if s.period}
    fine = [s for s in full if s.kind != "year"]
    halves = [s for s in said if s.period is None]
    if halves and len(years) == 1:
        year = next(iter(years))
        fine += [
            Statement(s.source, s.sheet, s.cell, s.text, Period(year, s.kind, s.number), s.kind, s.number, s.calendar, s.strength)
            for s in halves
        ]
    pool = fine if fine or opened else [s for s in full if s.kind == "year"]
    periods = list(dict.fromkeys(s.period for s in sorted(pool, key=lambda s: -s.strength) if s.period))
    periods = _without_parts(periods, pool)
    calendar = next((s.calendar for s in pool if s.calendar), None)
    other_year = any(s.period and s.period.year != p.year for s in opened for p in periods)
    if len(periods) == 1 and len(said) == len(stated) and not other_year:
        return When(periods[0], tuple(pool), (), calendar)
    return When(None, (*(s for s in stated if not s.number), *pool, *opened), tuple(periods), calendar)


def _without_parts(periods: list[Period], pool: list[Statement]) -> list[Period]:
    """A month named beside the quarter it closes in one and the same line is no contradiction."""
    if len(periods) < 2:
        return periods
    spanned = {s.period for s in pool if s.strength == 4}
    both = {s.period for s in pool if "both_times" in classes("lines.csv", s.text)}
    lines = {s.period: {(x.source, x.cell) for x in pool if x.period == s.period} for s in pool}
    closing = [
        p
        for p in periods
        if p in both and p.kind == "month" and all(q.months[0].number == 1 and q.months[-1] == p for q in periods if q != p)
    ]
    if closing and all(p in both or p in closing for p in periods):
        return closing
    kept = [
        p for p in periods if not any(q != p and set(p.months) < set(q.months) and q in spanned and lines[p] == lines[q] for q in periods)
    ]
    return kept or periods
