"""What one row of several of a commune is by a word beside its name: plan, result, rate, last period, over which time it counts."""

from __future__ import annotations

import re
from functools import lru_cache

from catalogue.text import nfc
from loaders.understanding.headings.columns import FIGURES, role_of
from loaders.understanding.headings.corrected import ADJUSTED, SUPERSEDED, version
from loaders.understanding.headings.setaside import speaks_of_carried
from loaders.understanding.names.kinds import is_office
from loaders.understanding.texts.rowkinds import is_total
from loaders.understanding.texts.words import first_class, plain

_ROW_ROLES = frozenset({*FIGURES, "plan", "percent", "plan_rate", "last_period", "delta", SUPERSEDED, ADJUSTED})
BESIDE = _ROW_ROLES - set(FIGURES)
"""What a row is that holds no figures of its own time: a plan, a rate, a difference."""
_VERSIONS = {"before": SUPERSEDED, "after": "actual", "weak": ADJUSTED}
_LONGEST_WORD = 32
_TIMES = frozenset({"thang", "quy", "ky"})
_COMPARISON = re.compile(r"(so sanh|so voi|chenh lech|bien dong|hieu so|muc tang|ty le|toc do)\b|\(?\d\)? ?[-/:] ?\(?\d\)?$")
_SO_FAR = re.compile(r"(so lieu |so )?(luy ke|cong don|lk)\b")
_ONE_TIME = re.compile(
    r"(?:(?:trong|so|so lieu|ket qua|thuc hien|phat sinh|rieng|cua|ky) )*"
    r"(thang|quy|t|q)\W*0?([1-9]|1[0-2]|iv|i{1,3})(?:\W*(?:nam\W*)?(20[12]\d))?"
)
_DEPARTMENT = "s\u1edf"
_ASIDE = re.compile(r" ?\([^()%]*\)")


@lru_cache(maxsize=16384)
def basis_word(text: str) -> str:
    """What a text that says no more than over which time a row counts, or whether it is plan or result, makes of the row."""
    folded = plain(text).strip(" -+*.:()")
    if len(folded) > _LONGEST_WORD or ":" in folded or names_office(text):
        return ""
    role = "in_period" if folded in _TIMES else _VERSIONS.get(version(folded, alone=True)) or role_of(folded)
    role = "cumulative" if role == "to_date" and _SO_FAR.match(folded) else role
    role = role if role in _ROW_ROLES or not is_comparison(text) else "delta"
    return role if role in _ROW_ROLES and not is_total(text) else ""


def names_office(text: str) -> bool:
    """Whether a text is the name of an office, whatever it plans ("Office of Finance and Planning"); "number of" folds like one of them."""
    first = nfc(text).strip(" -+*").lower()[:2]
    return is_office(text) and (plain(first) != "so" or first == _DEPARTMENT)


@lru_cache(maxsize=16384)
def word_of_commune(text: str) -> str:
    """The same of a word beside or under the name of a commune, where "quota", "done" or "mark" can mean nothing else."""
    folded = _ASIDE.sub("", plain(text)).strip(" -+*.:")
    if one_time(text):
        return ""
    word = first_class("row_words.csv", folded) or basis_word(text)
    return "" if word == "last_period" and speaks_of_carried(text) else word


@lru_cache(maxsize=16384)
def one_time(text: str) -> str:
    """The month or quarter that a text names with nothing else but "in" or "figures of" before it, folded; empty for any other text."""
    found = _ONE_TIME.fullmatch(plain(text).strip(" -+*.:()"))
    return " ".join(part for part in found.groups() if part) if found else ""


def is_comparison(text: str) -> bool:
    """A label of a row that holds the difference or the relation of others."""
    return bool(_COMPARISON.match(plain(text).strip(" -+*.:")))
