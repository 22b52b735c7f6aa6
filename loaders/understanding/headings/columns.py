"""One column of a table: its headings, the role they give it, the period and the element they name."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from catalogue.periods import Period
from loaders.understanding.dates.times import joined
from loaders.understanding.dates.when import Statement, statements
from loaders.understanding.headings.labels import unmarked
from loaders.understanding.headings.leading import NUMBERED, without_dated_end, without_numbered_end
from loaders.understanding.headings.match import Match, declared, match
from loaders.understanding.headings.out_of_these import out_of_these
from loaders.understanding.headings.sides import side_of_rate
from loaders.understanding.headings.tags import meaning
from loaders.understanding.headings.things import things
from loaders.understanding.headings.tongues import vietnamese
from loaders.understanding.headings.ways import ALWAYS, allowed
from loaders.understanding.texts.rowkinds import names_week
from loaders.understanding.texts.tables import Table
from loaders.understanding.texts.words import patterns, plain, without_item_number
from loaders.understanding.texts.words import table as words_table

Role = str
BASES = {"in_period": "in_period", "year_to_date": "year_to_date", "to_date": "to_date", "cumulative": "cumulative"}
FIGURES = ("actual", *BASES)
"""The roles of columns that hold the figures of a table with indicators in rows."""
PERIOD_ONLY = re.compile(
    r"(thang|quy|t|q)[ ./-]*([1-9]|0[1-9]|1[0-2]|i{1,3}|iv)([ ./-]*(nam)?[ ./-]*20[12]\d)?|"
    r"((so lieu |ket qua )?(thuc hien |th |ket qua |so lieu |so ))?(ca |trong )?nam 20[12]\d|"
    r"[69] ?(thang|t)( (dau|cuoi) nam)?[ ./-]*(nam)?[ ./-]*20[12]\d"
)
_OWED = ("no",)
"""What "owed" is without its accents: the short form of "number" is written without any."""
_TIME_WORD = re.compile(r"\b(thang|quy|ky|luy ke|dau nam|den nay|den ngay)\b")
_RESULT_OF_YEAR = re.compile(r"(thuc hien|th|ket qua|so).* nam 20[12]\d")
_YEAR_ONLY = re.compile(r"nam 20[12]\d")
_SO_MANY_MONTHS = re.compile(r"\b(0?[1-9]|1[0-2]) thang\b")
_WHOLE_TIME = re.compile(r"(so lieu |so |ket qua |tong |cong )?(ca |toan )?(thang|quy|ky)( bao cao)?")
_SUM_OF = re.compile(r"^(tong cong|cong|tong|tong so)( ca)? ")
ONLY_COMPARES = re.compile(
    r"(bien dong )?(so( sanh)?|doi chieu)( voi)?( so)?( lieu)?( cung)? (ky|thang|quy|nam)( bao cao)?( lien ke)?( truoc)?"
    r"( (nam|quy) (truoc|ngoai))?|so sanh"
)
"""Headings that say no more than that their columns are compared, and with which time."""
_CITED = re.compile(
    r"\([^()]*\b(theo|can cu|tai) (ke hoach|kh)( so)? ?(?!20[12]\d\b(?!/))\d+[^()]*\)|"
    r"\b(theo|tai) (ke hoach|kh)( so)? ?\d+ ?/ ?(\d{4} ?/ ?)?kh[\w-]*( (ngay|cua) [\w/ -]+)?$"
)
_ASSIGNED = re.compile(r"\bgiao\b")
_SHORTEST, _MONTHS_IN_SHORT = 5, re.compile(r"(0?[2-9]|1[01])t")
RESULT_WORDS = frozenset(row["text"] for row in words_table("result_words.csv"))


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its headings outermost first, what they make it (`role`), the period its heading `stated`, the column by which its
    figures are `corrected`."""

    col: int
    path: tuple[str, ...]
    role: Role
    hidden: bool
    stated: Statement | None = None
    corrected: int | None = None

    @property
    def leaf(self) -> str:
        """The innermost heading."""
        return self.path[-1] if self.path else ""

    def period_in(self, whole: Period | None) -> Period | None:
        """The period its heading names, a missing year taken from the period of the sheet; None when it names none.

        What runs from January to the end of the period of the sheet is of that period."""
        own = self._named(whole)
        return whole if self._reaches(own, whole) else own

    def since_january(self, whole: Period | None) -> bool:
        """Whether its heading names a longer time than the sheet, from January to the same end ("6 months" beside "June")."""
        own = self._named(whole)
        return self._reaches(own, whole) and own is not None and whole is not None and len(own.months) > len(whole.months)

    def _named(self, whole: Period | None) -> Period | None:
        if self.stated is None:
            return None
        if self.stated.period:
            return None if self._around(self.stated.period, whole) else self.stated.period
        return Period(whole.year, self.stated.kind, self.stated.number) if whole else None

    def _reaches(self, own: Period | None, whole: Period | None) -> bool:
        """Whether it counts since January, as it says or by the months it names, up to the end of the period of the sheet."""
        if own is None or whole is None or own.kind == "year" or own.months[-1] != whole.months[-1]:
            return False
        return self.role == "year_to_date" or (own.months[0].number == 1 and len(own.months) > len(whole.months))

    def _around(self, year: Period, whole: Period | None) -> bool:
        """A year that holds the period of the sheet, over a heading with words of its own on time: it says no more than in which year."""
        inside = year.kind == "year" and whole is not None and whole.kind != "year" and whole.year == year.year
        return inside and bool(_TIME_WORD.search(plain(self.leaf)) or _RESULT_OF_YEAR.fullmatch(plain(self.leaf).strip()))


_SHORT, _LONG = 40, 120
_REACHES = re.compile(r"\b(tu|den|toi|het|cuoi|truoc|sau|luy ke|cong don|so voi|so sanh)\b")
_ENDING = re.compile(r"\b((?:thang|quy) (?:0?[1-9]|1[0-2]|iv|i{1,3})[ /.-]*(?:nam )?20[12]\d)\W*$")


def column_of(table: Table, col: int) -> Column:
    """The column of a table with what its headings say of it."""
    return column_under(joined(table.headers.get(col, ())), col, col in table.sheet.hidden_cols)


def column_under(path: tuple[str, ...], col: int = 0, hidden: bool = False) -> Column:
    """What headings say of what stands under them, outermost first."""
    leaf = plain(without_citation(vietnamese(path[-1]))) if path else ""
    role = role_of(leaf) or (role_of(leaf.split("/")[0]) if leaf.isascii() and "/" in leaf and len(leaf) < 24 else "")
    role = "" if role == "index" and not path[-1].isascii() and leaf.strip(" .") in _OWED else role
    if role in BASES and len(path) > 1 and _only_rate(path[-2]):
        role = "percent"
    return Column(col, path, role, hidden, _stated(path, leaf, role))


@lru_cache(maxsize=1024)
def _only_rate(text: str) -> bool:
    """A heading over others that says "rate" and nothing more."""
    return role_of(plain(text)) == "percent" and bare_rate(text)


def _stated(path: tuple[str, ...], leaf: str, role: Role) -> Statement | None:
    """The period that the innermost heading states, else one above it that says nothing but a period. One from which something was
    carried over is not that of the figures."""
    carried = bool(path) and "carried" in meaning(path[-1]).tags
    said = statements(path[-1] if len(path[-1]) < _SHORT else _ends_with(path[-1]), "header") if path and not carried else []
    if len(said) == 1 and (said[0].kind != "year" or PERIOD_ONLY.fullmatch(leaf)):
        return _of_year(path, said[0]) if said[0].kind == "year" else _in_year(said[0], path[:-1])
    months = _SO_MANY_MONTHS.search(leaf) if path and not said and role == "year_to_date" else None
    if months:
        return Statement("header", "", "", path[-1], None, "month", int(months[1]))
    over = [s for text in reversed(path[:-1]) if PERIOD_ONLY.fullmatch(plain(text).strip()) for s in statements(text, "header")]
    over = over or [s for text in reversed(path[:-1]) for s in _of_group(text)]
    return over[0] if over else None


def _of_group(text: str) -> list[Statement]:
    """The one month or quarter, with its year, that the heading of a group ends with ("Dossiers of month 3/2025"), unless it says from or
    up to when, or what is compared with it."""
    if len(text) >= _SHORT or without_dated_end(text) == text or role_of(plain(text)) or _REACHES.search(plain(text)):
        return []
    said = statements(text, "header")
    return said if len(said) == 1 and said[0].period is not None and said[0].kind in ("month", "quarter") else []


def _ends_with(heading: str) -> str:
    """The month or quarter with which a long heading ends; an empty text where it ends with none."""
    found = _ENDING.search(plain(heading)) or NUMBERED.search(plain(heading))
    return found[1] if found and len(heading) < _LONG else ""


def _in_year(said: Statement, above: tuple[str, ...]) -> Statement:
    """A month without its year under a heading that is a year and nothing more."""
    years = [s.period for text in above if _YEAR_ONLY.fullmatch(plain(text).strip()) for s in statements(text, "header") if s.period]
    if said.period is None and said.number and len(years) == 1:
        return replace(said, period=Period(years[0].year, said.kind, said.number))
    return said


def _of_year(path: tuple[str, ...], year: Statement) -> Statement:
    """A year under a heading that names months of it ("done in 6 months" over "year 2026"): those months of that year."""
    joined = {s for text in path[:-1] for s in statements(f"{text} {path[-1]}", "header") if s.kind != "year"}
    return next(iter(joined)) if len(joined) == 1 else year


@lru_cache(maxsize=4096)
def role_of(leaf: str) -> Role:
    """The role a folded heading gives its column, or an empty text; short forms ("th thang", "lk 5t") are read written out."""
    found = _role(leaf)
    written = leaf if found else _written_out(leaf)
    spelt = _role(written) if written != leaf else found
    return spelt if spelt not in ("label", "unit", "index") else found


_REMARKED = re.compile(r" ?\([^()]+\)$")
"""What is remarked in brackets behind a heading: "contents (reached/total)"."""


def _role(leaf: str) -> Role:
    clean = leaf.strip(" .:*")
    bare = clean.removesuffix("(%)").strip()
    found = next((kind for kind, pattern in patterns("columns.csv") if pattern.search(clean)), "")
    if not found and (remark := _REMARKED.search(clean)) and role_of(clean[: remark.start()]) == "label":
        return "label"
    return role_of(bare) if found == "percent" and bare != clean and role_of(bare) in FIGURES else found


def _written_out(leaf: str) -> str:
    """A short heading with its short forms written out: "th thang" is what was done in the month, "lk 5t" the sum of five months."""
    shorts = {row["short"]: row["long"] for row in words_table("column_shorts.csv")}
    words = leaf.strip(" .:*").split()
    if len(words) > _SHORTEST or not any(word in shorts or _MONTHS_IN_SHORT.fullmatch(word) for word in words):
        return leaf
    return " ".join(shorts.get(word, f"{word[:-1]} thang" if _MONTHS_IN_SHORT.fullmatch(word) else word) for word in words)


@lru_cache(maxsize=4096)
def without_citation(text: str) -> str:
    """A heading without the plan it only cites ("(under plan 3584)"), where what is left names an element; else the heading itself."""
    folded = plain(text)
    found = _CITED.search(folded)
    if found is None:
        return text
    rest = f"{folded[: found.start()]} {folded[found.end() :]}".strip()
    return rest if not role_of(rest) and match(rest).sure else text


def heading(column: Column) -> Match:
    """The element the headings of a column name, words of basis left out."""
    return headed(column.path)


@lru_cache(maxsize=4096)
def headed(path: tuple[str, ...]) -> Match:
    """The element that headings above each other name, words of basis left out."""
    parts = [clean for text in path if (clean := without_basis(without_numbered_end(without_dated_end(vietnamese(text)))))]
    if len(parts) > 1 and plain(parts[-1]) in RESULT_WORDS:
        parts.pop()
    if not parts:
        return Match()
    if len(parts) < len(path) and parts[-1] == path[-1] and (known := declared(path)):
        return known
    over = tuple(reversed(parts[:-1]))
    if bare_rate(parts[-1]):
        return _of_a_quota(parts[-1], over) or Match(rate=True)
    return side_of_rate(parts[-1], over) or out_of_these(unmarked(without_item_number(parts[-1])), over, ()) or match(parts[-1], over)


def _of_a_quota(text: str, over: tuple[str, ...]) -> Match | None:
    """What a rate "of the quota assigned" is, where the headings over it say what the quota is of."""
    if (
        not over
        or not all(meaning(level).clear for level in over)
        or "vsquota" not in meaning(text).tags
        or not _ASSIGNED.search(plain(text))
    ):
        return None
    found = match(text, over)
    said = frozenset().union(*(meaning(level).tags for level in over)) - ALWAYS
    return found if found.sure and said and said <= allowed(found.codes[0]) else None


def bare_rate(text: str) -> bool:
    """A heading that says no more than "rate": it is the percentage of what stands beside it."""
    said = meaning(text)
    return said.tags <= {"rate", "total", "vsquota"} and not said.unknown and ("rate" in said.tags or "%" in text)


_ALONE = re.compile(r"^\W*rieng ")
_TIMELY = frozenset({"total", "inperiod", "new", "result", "hour"})
"""What words of time may mean beside a time; anything else is a part or another thing ("since January, sent back")."""


@lru_cache(maxsize=4096)
def without_basis(text: str) -> str:
    """A heading without the words that only say over which time it counts; empty when nothing else is left."""
    folded = plain(text)
    role = role_of(folded)
    if role == "to_date" and (meaning(text).tags - meaning(text).asides) & things():
        return text
    if names_week(text) or _WHOLE_TIME.fullmatch(folded.strip(" .:()")):
        return ""
    if role in BASES and meaning(_ALONE.sub("", folded)).tags - _TIMELY:
        return text
    return "" if role in BASES or PERIOD_ONLY.fullmatch(_SUM_OF.sub("", folded)) or ONLY_COMPARES.fullmatch(folded) else text
