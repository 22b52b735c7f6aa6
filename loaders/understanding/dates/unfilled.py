"""Periods left open on a form: "month ... of 2026", "Month:" without a value. Their year may complete a month; it is no period itself."""

from __future__ import annotations

import re

from catalogue.text import nfc
from loaders.understanding.dates.spans import YEAR
from loaders.understanding.texts.words import plain

_GAP = r"[^a-z0-9]*"
_SIGN = r"[.\u2026?*/\[]"
_STOPGAP = rf"(?:(?:x{{1,3}}|m{{1,2}}|n{{1,2}}|0|chua (?:ghi|dien|ro|co)|de trong|bo trong)(?![a-z0-9]){_GAP})?"
_YEAR_BEHIND = rf"(?:(?:nam|n)\b{_GAP})?(?:{YEAR}|20[12]?(?![a-z0-9]))"
_FORMS = ("bieu", "bieu so", "mau", "mau so", "phu luc", "phu luc so", "bang")
_SEVERAL = ("cac", "tung", "theo", "moi", "hang", "may", "nhung", "ba", "bon", "sau", "chin", "muoi hai")
_OF_A_FORM = "|".join(rf"(?<={word} {number} )" for word in _FORMS for number in (r"\d", r"\d\d"))
_ONE = "".join(rf"(?<!{word} )" for word in _SEVERAL) + rf"(?:(?<!\d )|{_OF_A_FORM})(?<![a-z0-9])"
_OF_FORM = r"(?: (?:bao cao|so lieu|thong ke|nay))?"
_OPEN = re.compile(
    rf"{_ONE}(?:thang|quy){_OF_FORM}{_GAP}{_STOPGAP}{_YEAR_BEHIND}|"
    rf"(?<![a-z0-9])t[ /_()-]*{_SIGN}{_GAP}{_YEAR_BEHIND}|"
    rf"(?<!cung )(?<![a-z0-9])(?:ky|dot){_OF_FORM}[ :]*{_SIGN}{_GAP}{_STOPGAP}{_YEAR_BEHIND}"
)
_AT_END = re.compile(rf"(?<=[a-z0-9] ){_ONE}(?:thang|quy){_OF_FORM}{_GAP}{_STOPGAP}$|^(?:thang|quy){_GAP}{_SIGN}{_GAP}$")
_DAY = re.compile(rf"(?<!den )(?<!toi )(?<!tu )\bngay{_GAP}(\d{{1,2}})?{_GAP}thang{_GAP}(\d{{1,2}})?{_GAP}nam{_GAP}(?:{YEAR}|20[12]?)?")
"""A day that is written out, filled in or not."""
_OTHER_WORDS = re.compile(r"\b(th)[\u0103\u1eaf\u1eb1\u1eb3\u1eb5\u1eb7](ng)\b|\b(qu)\u1ef9()\b(?!\W*(?:[1-4]|iv|i{1,3})\b)", re.IGNORECASE)
"""Words that are alike to "month" and "quarter" without their accents: "to win", "fund"."""
_EVERY_DAY = re.compile(r"\b((?:tung|theo|hang|cac|moi|nhung|trong|chi tiet) )ngay[ ,]+(?=thang \d)")
_OF_DAYS = re.compile(r"(?<=[a-z] )(?<!den )(?<!toi )(?<!tu )(?<!vao )(?<!lap )(?<!nhat )(?<!bao cao )ngay (?=thang \d)")


def for_times(text: str) -> str:
    """A text as the patterns of times want it: words only alike to theirs are changed, and the month of a title of days ("each day of month
    3", "RAIN BY DAY, MONTH 7") stands alone, for its day is not one left to be filled in."""
    said = _EVERY_DAY.sub(r"\1", plain(_OTHER_WORDS.sub(r"\1\3x\2", nfc(text))))
    return _OF_DAYS.sub("", said) if text.isupper() else said


def without_open(folded: str) -> str:
    """A folded text without the periods it leaves open and without the days that its writer did not fill in."""
    return _OPEN.sub(" ", _DAY.sub(lambda day: day[0] if day[1] and day[2] else " ", folded))


def left_open(folded: str, ends: bool) -> tuple[int, ...] | None:
    """The years (none or more) of the periods a folded text leaves open; None where it leaves none. `ends`: also "month" at its end."""
    text = _DAY.sub(" ", folded)
    found = list(_OPEN.finditer(text))
    if not found:
        return () if ends and _AT_END.search(text.strip(" .:()")) else None
    return tuple(int(year) for match in found for year in match.groups() if year)
