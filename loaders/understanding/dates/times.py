"""Months and quarters told by their bare numbers ("1 | 2 | 3" under one heading "Month", as a spreadsheet's own summaries print them) and
months that are spelt."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from loaders.opening.grid import Cell
from loaders.understanding.texts.rowkinds import is_total, numberish
from loaders.understanding.texts.words import classes, plain

_OVER = re.compile(r"(?:(?:so lieu|theo|cac|tung) )*(?P<word>thang|quy)(?: bao cao)?(?: trong (?:nam|quy|ky))?")
_SUMMARY = re.compile(r"column labels|nhan cot")
_NAMES = re.compile(r"row labels|nhan hang")
_MOST = {"thang": 12, "quy": 4}
_MONTHS = {"gieng": 1, "mot": 1, "hai": 2, "ba": 3, "tu": 4, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9, "muoi": 10}
_MONTHS |= {"muoi mot": 11, "muoi hai": 12, "chap": 12}
_SPELT = re.compile(rf"thang (?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})(?P<rest>(?:[ /.,-]*(?:nam )?20[12]\d)?)")
_NUMBERS = "|".join(sorted(_MONTHS.keys() - {"nam"}, key=len, reverse=True))
_OF_YEAR = re.compile(rf"\b(thang|quy) ({_NUMBERS}|nam(?= nam ))(?=[ /.,-]+(?:nam )?20[12]\d)")
_MONTH = re.compile(r"(?:thang|thg|th|t)[ .]*(?P<month>0?[1-9]|1[0-2])(?P<rest>(?:[ /.-]*(?:nam )?20[12]\d)?)")
_PLAINLY = re.compile(r"\s*(th\S*ng|t)[ .]*\d", re.IGNORECASE)
_SUM_OF_MONTHS = re.compile(r"(?P<sum>tong|cong|tong cong|tong so)(?: ca| cua)? (?P<many>\d+) thang")
_MACHINE = re.compile(
    r"(?P<year>20[12]\d)[-/._ ]?(?:(?P<kind>[mtqsh])0?(?P<part>\d{1,2})|(?<=[-/._ ])(?P<month>0?[1-9]|1[0-2]))(?:[-/.]01)?"
)
_PACKED = re.compile(r"(?P<year>20[12]\d)(?P<month>0[1-9]|1[0-2])|(?P<first>0[1-9]|1[0-2])(?P<last>20[12]\d)")
_KINDS = {"m": ("thang {}/{}", 12), "t": ("thang {}/{}", 12), "q": ("quy {}/{}", 4)}
_HALVES = {"1": "6 thang dau nam {}", "2": "6 thang cuoi nam {}"}
_NUMBER = re.compile(r"0?[1-9]|1[0-2]|i{1,3}|iv")


def times_under(over: Sequence[Cell], cells: Sequence[Cell]) -> bool:
    """Whether a row of bare numbers under "Month" heads the columns, a name to their left and a total to their right aside."""
    numbers = [c for c in cells if numberish(c)]
    start = next((c for c in over if numbers and c.col == numbers[0].col), None)
    word = _time(start.text) if start is not None else ""
    most = _MOST.get(word, 12 if start is not None and _SUMMARY.fullmatch(plain(start.text)) else 0)
    if not most or any(c.col > numbers[0].col and not is_total(c.text) for c in over):
        return False
    said = [int(c.text) if c.text.strip().isdigit() else 0 for c in numbers]
    rest = [c for c in cells if c not in numbers]
    left, right = [c for c in rest if c.col < numbers[0].col], [c for c in rest if c.col > numbers[0].col]
    named = all(_NAMES.fullmatch(plain(c.text)) or classes("columns.csv", plain(c.text)) for c in left)
    several = len(numbers) > 1 or bool(right)
    return several and named and all(is_total(c.text) for c in right) and _follow(said, most)


def _follow(said: Sequence[int], most: int) -> bool:
    return all(0 < n <= most for n in said) and all(a < b for a, b in pairwise(said))


def _time(text: str) -> str:
    found = _OVER.fullmatch(plain(text).strip(" .:"))
    return found["word"] if found else ""


def is_summary_word(text: str) -> bool:
    """A heading that a pivot table prints over its columns and that says nothing of them."""
    return bool(_SUMMARY.fullmatch(plain(text).strip(" .:")))


def time_number(text: str) -> int:
    """The number of a month in digits; 0 for any other text."""
    bare = text.strip()
    return int(bare) if bare.isdigit() and 0 < int(bare) <= _MOST["thang"] else 0


def is_time_word(text: str) -> bool:
    """A heading that says "month" or "quarter" and not which."""
    return bool(_time(text))


def joined(path: tuple[str, ...]) -> tuple[str, ...]:
    """Headings in which "Month" over "10" is the one heading "Month 10"."""
    if len(path) > 1 and (word := _time(path[-2])) and _NUMBER.fullmatch(plain(path[-1]).strip()) and len(path[-2]) < 40:
        spelt = next((text for text in path[-2].split() if plain(text).strip(" .:") == word), word)
        return (*path[:-2], f"{spelt} {path[-1].strip()}")
    return path


def plain_months(headers: Mapping[int, tuple[str, ...]]) -> dict[int, tuple[str, ...]]:
    """Headings by column, in which months that follow each other are written alike: "Th 1 | Th 2", "Month one | Month two" are "T1 | T2";
    the sum of as many months as stand there ("Total 4 months") is their total."""
    leaves = {col: in_digits(path[-1]) for col, path in sorted(headers.items()) if path}
    said = {col: found for col, text in leaves.items() if (found := _MONTH.fullmatch(plain(text).strip(" .:")))}
    months = [int(found["month"]) for found in said.values()]
    if len(said) < 2 or not all(b - a == 1 for a, b in pairwise(months)):
        return dict(headers)
    short = {col: f"T{found['month']}{found['rest']}" for col, found in said.items() if not _PLAINLY.match(headers[col][-1])}
    spelt = {col: (*headers[col][:-1], text) for col, text in short.items()}
    for col, text in leaves.items():
        total = _SUM_OF_MONTHS.fullmatch(plain(text).strip(" .:"))
        if total and int(total["many"]) == len(months):
            spelt[col] = (*headers[col][:-1], " ".join(text.split()[: len(total["sum"].split())]))
    return {**headers, **spelt}


def in_digits(text: str) -> str:
    """A month that is spelt, by its number."""
    found = _SPELT.fullmatch(plain(text))
    return f"thang {_MONTHS[found['month']]} {found['rest']}" if found else text


def from_systems(text: str, timed: bool) -> str:
    """A period as systems write it ("2025-10", "2025Q3"; "202510" only where the heading is `timed`), in words; any other text as it is."""
    folded = plain(text).strip()
    packed = _PACKED.fullmatch(folded) if timed else None
    if packed:
        return f"thang {packed['month'] or packed['first']}/{packed['year'] or packed['last']}"
    found = _MACHINE.fullmatch(folded)
    if found is None or (not timed and folded.count("-") + folded.count("/") > 1):
        return text
    if found["month"]:
        return f"thang {found['month']}/{found['year']}"
    if found["kind"] in "sh":
        return _HALVES.get(found["part"], text).format(found["year"])
    words, most = _KINDS[found["kind"]]
    return words.format(found["part"], found["year"]) if 0 < int(found["part"]) <= most else text


def spelt_in_digits(folded: str) -> str:
    """A folded text with the spelt months and quarters of a year by their numbers; "month nam 2026" names none, for "nam" is "year" too."""
    return _OF_YEAR.sub(lambda found: f"{found[1]} {_MONTHS[found[2]]}", folded)
