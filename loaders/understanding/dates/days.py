"""Single days: when a paper was signed, on which day figures stand, and which period such a day closes."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from functools import lru_cache

from catalogue.periods import Period
from loaders.understanding.dates.spans import DATE, LONG_DATE, spanned
from loaders.understanding.texts.words import patterns, plain

_SIGNED = re.compile(LONG_DATE)
_AS_OF = re.compile(rf"\b(?:den|toi|thoi diem|chot)\b\D{{0,24}}?(?:{DATE}|{LONG_DATE})")
_DAY_ALONE = re.compile(rf"(?:ky (?:bao cao|so lieu)\s*:\s*)?(?:(?:ngay\s*)?{DATE}|{LONG_DATE})")
_SINCE = re.compile(r"\b(tu|sau|truoc)( het)?( ngay)?\s*$")
_KINDS = {
    "month": re.compile(
        r"\b(trong|cua|hang|moi|cuoi|bao cao|theo|so voi|cuoi cung) thang\b(?!\W*\d)|\bthang (nay|truoc|bao cao|lien truoc)\b"
    ),
    "quarter": re.compile(r"\b(trong|cua|hang|moi|cuoi|bao cao|theo|so voi) quy\b|\bquy (nay|truoc|bao cao|lien truoc)\b"),
    "year": re.compile(r"\b(trong|ca|bao cao) nam\b|\bnam (nay|truoc|bao cao)\b|\b12 thang\b"),
}
_LATE = dt.timedelta(days=24)


@lru_cache(maxsize=4096)
def of_a_document(folded: str) -> re.Match[str] | None:
    """The words after which a date or a period is that of another document."""
    found = [m for kind, pattern in patterns("lines.csv") if kind == "document" and (m := pattern.search(folded))]
    return min(found, key=lambda m: m.start(), default=None)


def signed_on(text: str) -> dt.date | None:
    """The day a letterhead or a signature states ("..., ngay 14 thang 3 nam 2025")."""
    folded = plain(text)
    if of_a_document(folded) or spanned(folded) or len(folded) > 90:
        return None
    match = _SIGNED.search(folded)
    if not match or _SINCE.search(folded[: match.start()]):
        return None
    try:
        return dt.date(int(match[3]), int(match[2]), int(match[1]))
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def day_in(text: str) -> dt.date | None:
    """The day at which figures are said to stand ("tinh den ngay 14/3/2025", "den 31/12/2025", or a date alone); None for spans of days."""
    folded = plain(text)
    if spanned(folded) or of_a_document(folded):
        return None
    match = _AS_OF.search(folded) or _DAY_ALONE.fullmatch(folded.strip(" .:()"))
    if not match:
        return None
    numbers = [int(g) for g in match.groups() if g]
    try:
        return dt.date(numbers[2], numbers[1], numbers[0])
    except (ValueError, IndexError):
        return None


def closed_by(day: dt.date) -> tuple[Period, ...]:
    """The periods whose last day a day is, by either calendar: a month, at the end of a quarter that quarter too; none inside a month."""
    month = Period.month(day.year, day.month)
    if day not in (month.end("nd09"), month.end("plain")):
        return ()
    return (month, Period(day.year, "quarter", day.month // 3)) if day.month % 3 == 0 else (month,)


def of_the_period(day: dt.date, period: Period) -> bool:
    """Whether figures that stand at a day may be those of a period: a day of its last month, or a late count soon after."""
    last = period.end("plain")
    return last.replace(day=1) <= day <= last + _LATE


def spoken_kinds(texts: Iterable[str]) -> set[str]:
    """The kinds of periods that texts speak of without naming one: "new in the month", "than last quarter"."""
    folded = [plain(text) for text in texts]
    return {kind for kind, pattern in _KINDS.items() if any(pattern.search(text) for text in folded)}
