"""From when to when: the spans of days and months that a text states, and the period they bound."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from functools import lru_cache

from catalogue.periods import Calendar, Kind, Period

_LAST_OF_A_MONTH = 28
YEAR = r"(20[12]\d)"
DATE = r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(20[12]\d)"
LONG_DATE = r"ngay\s*(\d{1,2})\s*thang\s*(\d{1,2})\s*nam\s*(20[12]\d)"
_DAY_OF_MONTH = r"(?:ngay\s*)?\d{1,2}(?:\s*thang\s*|/)\d{1,2}"
_EVERY_YEAR = rf"{_DAY_OF_MONTH}(?:\s*(?:,|;|va)\s*{_DAY_OF_MONTH})*\s*(?:hang nam|moi nam|(?:cua )?nam (?:sau|ke tiep|tiep theo|bao cao))"
"""Days on which something is due again and again: "on the 6th day of month 6 every year"."""
_ANY_DATE = re.compile(rf"{DATE}|{LONG_DATE}|{_EVERY_YEAR}")
_MONTHS = re.compile(
    rf"\btu\s*(?:thang|t)\s*(0?[1-9]|1[0-2])(?:\s*[/.\-]\s*{YEAR})?\s*(?:den|-|toi)\s*(?:het\s*)?(?:thang|t)\s*(0?[1-9]|1[0-2])\s*(?:[/.\-]|nam)\s*{YEAR}"
)
_SPELT = re.compile(r"\bngay\s*(\d{1,2})\s*(?:thang|/|-)\s*(\d{1,2})(?:\s*(?:nam|/|-|,)\s*(20[12]\d))?(?!\d)")
_SAID = re.compile(
    r"(?<![\d/])(?:tu )?(?:ngay )?(\d{1,2}) thang (\d{1,2})(?: nam (20[12]\d))? (?:-|den het|den|toi het|toi) (?:ngay )?"
    r"(\d{1,2}) thang (\d{1,2})(?: nam (20[12]\d))?(?!\d)"
)
"""From which day of which month to which, said in words."""
_OF_ONE_MONTH = re.compile(
    rf"(?<![\d/])(?:tu (?:ngay )?|ngay )(\d{{1,2}}) ?(?:-|den het|den|toi het|toi) ?(?:ngay )?"
    rf"(\d{{1,2}}) thang (\d{{1,2}})(?: nam {YEAR})?(?!\d)"
)
"""From which day to which of one month."""
_TIME = r"(?:\d{1,2}:\d{2}(?::\d{2})?)?"
_SPAN = re.compile(rf"(?:tu\s*(?:ngay)?\s*:?\s*)?{DATE}\s*{_TIME}\s*[;,]?\s*(?:-|den(?: het)?|toi)+\s*(?:den\s*)?(?:ngay)?\s*:?\s*{DATE}")
_HALF_SPAN = re.compile(
    r"(?:tu\s*(?:ngay)?\s*:?\s*)(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*(?:-|den(?: het)?|toi)+\s*(?:den\s*)?(?:ngay)?\s*:?\s*" + DATE
)


@lru_cache(maxsize=4096)
def _in_digits(folded: str) -> str:
    """A folded text whose days are spelt out ("ngay 15 thang 11 nam 2025"), in digits where they bound a span; any other as it is."""
    if "thang" in folded:
        folded = _OF_ONE_MONTH.sub(_within, _SAID.sub(_in_figures, folded))
    if "ngay" not in folded:
        return folded
    digits = _SPELT.sub(lambda m: f"ngay {m[1]}/{m[2]}" + (f"/{m[3]}" if m[3] else ""), folded)
    return digits if _SPAN.search(digits) or _HALF_SPAN.search(digits) else folded


def _in_figures(said: re.Match[str]) -> str:
    """A span of days in figures; nothing where it names no year, which another word of its text does."""
    day, month, year, last, end, of_year = said.groups()
    begin = f"{day}/{month}" + (f"/{year}" if year else "")
    return f"tu {begin} den {last}/{end}/{of_year}" if of_year else " "


def _within(said: re.Match[str]) -> str:
    """Some days of one month in figures; nothing where its year is left to another word, unless they are the whole month."""
    day, last, month, year = said.groups()
    if year:
        return f"tu {day}/{month}/{year} den {last}/{month}/{year}"
    return said[0] if int(day) == 1 and int(last) >= _LAST_OF_A_MONTH else " "


def spanned(folded: str) -> bool:
    """Whether a folded text states from which day to which something runs."""
    folded = _in_digits(folded)
    return bool(_SPAN.search(folded) or _HALF_SPAN.search(folded))


def without_days(folded: str, halves: bool) -> str:
    """A folded text without its days and spans; `halves`: also without spans whose first day names no year."""
    folded = _in_digits(folded)
    cleared = _ANY_DATE.sub(" ", _SPAN.sub(" ", _MONTHS.sub(" ", folded)))
    return _HALF_SPAN.sub(" ", cleared) if halves else cleared


def month_spans(folded: str) -> list[tuple[Period, Period]]:
    """The first and last months of the spans "from month 1 to month 6 of 2025" that a folded text states."""
    found = []
    for match in _MONTHS.finditer(folded):
        begin, end = Period.month(int(match[2] or match[4]), int(match[1])), Period.month(int(match[4]), int(match[3]))
        if (begin.year, begin.number) < (end.year, end.number):
            found.append((begin, end))
    return found


def period_of_months(begin: Period, end: Period) -> Period | None:
    """The period of these months, else the last of them where they run since January; None for any other span."""
    if begin.year != end.year:
        return None
    for kind in ("quarter", "half", "nine_months", "year"):
        same = [p for p in _of_kind(end.year, kind) if (p.months[0], p.months[-1]) == (begin.months[0], end.months[0])]
        if same:
            return same[0]
    return end if begin.number == 1 else None


_LABELLED = re.compile(
    r"(?:^|[;,(.])\s*(?:(?:trong|so lieu|cot) )*(tuan|luy ke|cong don|ngay|thang|quy|ky)(?: (?:nay|bao cao))?\s*:\s*(?:tinh )?tu [^;)]*"
)
_OPEN_START = re.compile(rf"(?:(?<=\()|(?<=, ))tu (?:thang|quy) (?:\d{{1,2}}|i{{1,3}}|iv)(?: ?[/.-] ?{YEAR}| nam {YEAR})?(?= ?[,;)])")
"""Since when figures are kept ("(from August, ...)"): the beginning of no span, for no end of it is said."""
_OTHER_TIMES = ("tuan", "luy ke", "cong don", "ngay")


def own_span(folded: str) -> str:
    """A text that says of week, month and sum so far from when to when each of them runs, without the week and the sum; without a beginning
    that has no end."""
    folded = _OPEN_START.sub(" ", folded)
    labels = {found[1] for found in _LABELLED.finditer(folded)}
    if not labels & set(_OTHER_TIMES) or not labels - set(_OTHER_TIMES):
        return folded
    return _LABELLED.sub(lambda found: " " if found[1] in _OTHER_TIMES else found[0], folded)


def spans(folded: str) -> list[tuple[dt.date, dt.date, Calendar | None]]:
    """The from..to dates a folded text states."""
    found: list[tuple[dt.date, dt.date, Calendar | None]] = []
    folded = _in_digits(folded)
    for match in _SPAN.finditer(folded):
        days = _days(match.groups())
        if days:
            found.append((*days, None))
    if not found:
        for match in _HALF_SPAN.finditer(folded):
            a, b, c, d, e = (int(g) for g in match.groups())
            year = e - 1 if b > d else e
            days = _days((str(a), str(b), str(year), str(c), str(d), str(e)))
            if days:
                found.append((*days, None))
    return found


def _days(groups: Iterable[str]) -> tuple[dt.date, dt.date] | None:
    a, b, c, d, e, f = (int(g) for g in groups)
    try:
        begin, end = dt.date(c, b, a), dt.date(f, e, d)
    except ValueError:
        return None
    return (begin, end) if begin <= end else None


def period_of(begin: dt.date, end: dt.date) -> tuple[Period, Calendar | None] | None:
    """The period that two days bound, by the plain calendar or by Decree 09/2019; a day or two off is forgiven."""
    length = (end - begin).days
    for kind in ("month", "quarter", "half", "nine_months", "year"):
        for year in (end.year, begin.year):
            for period in _of_kind(year, kind):
                for calendar in ("plain", "nd09"):
                    if abs((period.start(calendar) - begin).days) <= 1 and abs((period.end(calendar) - end).days) <= 1:
                        return period, calendar
    if 25 <= length <= 33:
        return Period.month(end.year, end.month), None
    return None


@lru_cache(maxsize=256)
def _of_kind(year: int, kind: Kind) -> tuple[Period, ...]:
    count = {"month": 12, "quarter": 4, "half": 2}.get(kind, 1)
    return tuple(Period(year, kind, n) for n in range(1, count + 1))
