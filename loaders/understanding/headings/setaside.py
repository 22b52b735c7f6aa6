"""Why the figures of a column are not those of the period: a plan, a period gone by, another day, a difference, a score, a rank."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from catalogue.indicators import indicators
from catalogue.periods import Period
from loaders.understanding.dates.days import day_in, of_the_period
from loaders.understanding.headings.columns import RESULT_WORDS, Column, heading, role_of, without_citation
from loaders.understanding.headings.comparing import compares
from loaders.understanding.headings.corrected import SUPERSEDED
from loaders.understanding.headings.labels import OF_WHICH
from loaders.understanding.headings.match import Match, match
from loaders.understanding.headings.tags import meaning
from loaders.understanding.headings.things import things
from loaders.understanding.headings.ways import allowed, said_of
from loaders.understanding.texts.rowkinds import is_total, names_week
from loaders.understanding.texts.words import plain

WEEK = "week"
_NO_FIGURES = frozenset({"note", "max_score", "score", "measure", "index", "code"})
_ASSIGNED = "assigned"
_PARTS_FOLLOW = re.compile(OF_WHICH)
_LAST = re.compile(
    r"(so )?(lieu )?(thuc hien )?(cung )?(ky|thang|quy|nam) (truoc|bao cao truoc)( nam truoc)?|"
    r"(so )?(voi )?cung ky( nam)?( truoc| 20[12]\d)?"
)
_MEASURED = re.compile(r"\bty le\b|%|^(tong )?so (?!hoa)")
_SAME_TIME = re.compile(r"\bcung ky\b")
_BEFORE = re.compile(r"\b(nam|thang|quy|ky) (truoc|ngoai)\b")
_CARRIED = re.compile(r"\b(chuyen|ton|mang|con|cu|gom|ke|tinh|ca|va|cong|so voi)\b")
_BROUGHT = re.compile(r"\b(chuyen|ton|mang|con lai)\b")
_THIS = re.compile(r"\b((ky|thang|quy|nam) (nay|bao cao)|trong (ky|thang|quy|nam)|thuc hien|ket qua)\b")


@lru_cache(maxsize=4096)
def of_last_time(text: str) -> bool:
    """Whether a heading says that its figures are those of an earlier period: of the same period last year, or of the one before
    where nothing is said of what was left over from it."""
    folded = plain(text)
    if _SAME_TIME.search(folded):
        return True
    if not _BEFORE.search(folded) or _CARRIED.search(folded):
        return False
    rest = meaning(_BEFORE.sub(" ", folded)).tags
    return bool(rest - things() - {"total"}) or "carried" not in meaning(text).tags


def speaks_of_carried(text: str) -> bool:
    """Whether a label with the words of an earlier period says what was brought from it into this one, alone or in a sum."""
    tags = meaning(text).tags
    return "inclcarried" in tags or ("carried" in tags and bool(_BROUGHT.search(plain(text))))


def is_week(column: Column) -> bool:
    """A column headed by one week of several."""
    return any(names_week(text) for text in column.path)


def kept_out(column: Column, whole: Period | None, others: Sequence[Column], title: str = "") -> str:
    """Why a column's figures are not this period's own; empty when they are. `title` is that of the sheet."""
    if column.role == SUPERSEDED:
        return SUPERSEDED
    for depth, text in enumerate(reversed(column.path)):
        role = role_of(plain(without_citation(text)))
        if role == "rank" and (depth == 0 or not _MEASURED.search(plain(column.leaf))):
            return role
        if role and compares(column, depth, whole, others):
            continue
        if role == "delta" or (role == "last_period" and _only_last(column, text, depth, others)):
            return role
        if role in ("plan", "plan_rate", "last_period") or (depth == 0 and role in _NO_FIGURES):
            if role == "last_period" and of_last_time(text):
                return role
            codes = heading(column).codes
            if depth and role == "plan" and _quota_in_group(column, others):
                continue
            if role == "note" and not heading(column).sure:
                return role
            own = role == "plan" and codes[:1] and codes[0] in quotas() and _own_element(column, others, title)
            own = own or (role == "plan" and depth == 0 and _assigned_in_group(column))
            if len(codes) == 1 and (role not in ("plan", "plan_rate") or own):
                continue
            return role
    if _bare_quota(column) and not _own_element(column, others, title):
        return "plan"
    if is_week(column):
        return WEEK
    return "last_period" if _of_another_time(column, whole) and _in_years_beside(column, whole, others) is None else ""


def periods_of_columns(columns: Mapping[int, Column], whole: Period | None) -> dict[int, Period | None]:
    """The period that each column is of by its headings; None where they name none."""
    beside = list(columns.values())
    return {col: _in_years_beside(c, whole, beside) or c.period_in(whole) for col, c in columns.items()}


def _in_years_beside(column: Column, whole: Period | None, others: Sequence[Column]) -> Period | None:
    """The period of a column that says the year of the sheet's month or quarter and nothing shorter, beside one of another year ("month 10
    of 2025" over "2024 | 2025"): that month of its year."""
    if whole is None or whole.kind == "year":
        return None
    own, years = column.period_in(whole), {p.year for c in others if (p := c.period_in(whole)) is not None and p.kind == "year"}
    beside = own is not None and own.kind == "year" and own.year == whole.year and len(years | {whole.year}) > 1
    return whole if beside else None


def _only_last(column: Column, text: str, depth: int, others: Sequence[Column]) -> bool:
    """A heading that says no more than "last period": over others, or where another of its group says "this period"."""
    if _LAST.fullmatch(plain(text).strip(" .:()")) is None or _part_of_total(column, depth, others):
        return False
    beside = any(c.path[:-1] == column.path[:-1] and _THIS.search(plain(c.leaf)) for c in others if c is not column)
    return beside or (depth > 0 and depth == len(column.path) - 1)


def _part_of_total(column: Column, depth: int, others: Sequence[Column]) -> bool:
    """Whether "last period" stands over figures right among the parts of a total: what was carried over from it."""
    if depth or len(column.path) == 1:
        return False
    family = [c.leaf for c in others if c is not column and c.path[:-1] == column.path[:-1]]
    return bool(_PARTS_FOLLOW.fullmatch(plain(column.path[-2]).strip(" .:"))) or any(map(is_total, family))


def _of_another_time(column: Column, whole: Period | None) -> bool:
    """A heading that names another period than the sheet's and none inside it, or a day outside it."""
    if whole is None:
        return False
    own, day = column.period_in(whole), _day(column)
    if day is not None and not of_the_period(day, whole):
        return True
    return own is not None and own != whole and not set(own.months) < set(whole.months)


def _day(column: Column) -> dt.date | None:
    return next((day for text in reversed(column.path) if len(text) < 60 and (day := day_in(text))), None)


def _quota_in_group(column: Column, others: Sequence[Column]) -> bool:
    """Under "quota assigned" stand the quota itself, what was done of it and the rate: the group is no plan of all three."""
    family = [c for c in others if c.path[:-1] == column.path[:-1] and c.path]
    return any(match(c.leaf).codes[:1] and match(c.leaf).codes[0] in quotas() for c in family if c is not column)


def _assigned_in_group(column: Column) -> bool:
    """Whether "assigned" stands under the name of tasks: how many were, which is an element of its own and no plan."""
    codes = heading(column).codes
    over = frozenset(tag for text in column.path[:-1] for tag in meaning(text).tags)
    return len(codes) == 1 and heading(column).sure and _ASSIGNED in said_of(codes[0]) and bool(over & said_of(codes[0]) & things())


def _own_element(column: Column, others: Sequence[Column], title: str) -> bool:
    """A heading like "quota assigned" is an element of its own where what stands around it speaks of the same thing."""
    found = heading(column)
    if len(found.codes) != 1:
        return False
    fitting = allowed(found.codes[0])
    over = frozenset(tag for text in [text for text in column.path if text][:-1] for tag in meaning(text).tags)
    beside = frozenset(tag for c in others if c is not column for text in c.path for tag in meaning(text).tags)
    family = [c for c in others if c is not column and column.path[1:] and c.path[:-1] == column.path[:-1]]
    group = [meaning(c.leaf).tags & things() for c in family if plain(c.leaf) not in RESULT_WORDS]
    if any(said and not said & fitting for said in group):
        return False
    around = over | beside | meaning(title).tags
    return not over & things() - fitting and bool(around & fitting & things())


def _bare_quota(column: Column) -> bool:
    """Whether a heading says "quota" and not of what."""
    codes = heading(column).codes if "quota" in meaning(column.leaf).tags else ()
    return (
        codes[:1] != () and codes[0] in quotas() and meaning(column.leaf).tags & things() == {"quota"} and role_of(plain(column.leaf)) != ""
    )


def done_of_quota(column: Column, named: Match) -> bool:
    """Whether a heading that only says "result" stands under a quota: what is done of it, which is not named."""
    return named.codes[:1] != () and named.codes[0] in quotas() and plain(column.leaf) in RESULT_WORDS


@cache
def quotas() -> frozenset[str]:
    """The elements that are quotas themselves: what is assigned, not what is done."""
    found = [d.denominator.elements for i in indicators().values() if i.quota for d in i.versions if d.denominator]
    return frozenset(code for codes in found for code in codes)
