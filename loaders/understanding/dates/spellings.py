"""Ways of writing a period that the patterns of periods do not know, written as they know them."""

from __future__ import annotations

import re

_WORTH = re.compile(r"thang|quy|quarter|[a-z]{3}|\d ?t\b|[tq] ?\d")
_YEAR = r"20[12]\d"
_ROMANS = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_WORDS = {"hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "tam": 8, "chin": 9, "muoi": 10, "muoi mot": 11}
_MONTHS = ("", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december")
_NAMES = "|".join(f"{name[:3]}(?:{name[3:]})?" if len(name) > 3 else name for name in _MONTHS[1:]).replace(
    "sep(?:tember)?", "sept?(?:ember)?"
)
_ORDINALS = {"1st": 1, "first": 1, "2nd": 2, "second": 2, "3rd": 3, "third": 3, "4th": 4, "fourth": 4}
_SIGN = r" ?(?:\+|,|-|\u2013|&| va | den )\s?"

_ROMAN_MONTH = re.compile(rf"\bthang ({'|'.join(_ROMANS[:0:-1])})(?=[ ./-]*(?:nam )?{_YEAR})")
_SHORT_YEAR = re.compile(r"\b((?:thang|t|quy|q) ?(?:0?[1-9]|1[0-2]|iv|i{1,3}))( ?[/.-] ?|\s?')(2\d)(?![\d/.])")
_SO_MANY = re.compile(r"(?<![\d/.a-z])(0?[2-9]|1[01]) ?t(?=[ ./-]*(?:(?:dau|cuoi) nam|nam|20))[ ./-]*(?!dau|cuoi|nam)")
_SO_MANY_AT = re.compile(r"(?<![\d/.a-z])(0?[2-9]|1[01]) ?t(?= (?:dau|cuoi) nam|[ ./-]*nam )")
_SPELT = re.compile(rf"(?<!thang )\b({'|'.join(sorted(_WORDS, key=len, reverse=True))}) thang (?=(?:dau|cuoi) nam)")
_LAST_MONTHS = re.compile(rf"\b(0?\d|1[01]) thang cuoi nam([ ./-]*{_YEAR})?")
_ENGLISH = re.compile(rf"\b({_NAMES})[ ./,'-]*({_YEAR})\b|\b({_YEAR})[ ./,-]*({_NAMES})\b")
_FULL = re.compile(rf"\b({'|'.join(name for name in _MONTHS[1:] if len(name) > 4)}) ?({_YEAR})\b")
_QUARTER = re.compile(rf"\b(?:({'|'.join(_ORDINALS)}) quarter|quarter ([1-4]))(?: of)?[ ,./-]*({_YEAR})")
_QUARTERS = re.compile(
    rf"\bquy ((?:iv|i{{1,3}}|[1-4])(?:{_SIGN}(?:quy )?(?:iv|i{{1,3}}|[1-4])(?![\da-z]))+)(?! ?thang)[ ./-]*(?:nam)?[ ./-]*({_YEAR})?"
)
_ONE = r"(?:0?[1-9]|1[0-2])"
_SEVERAL = re.compile(
    rf"\b(?<!tu )(?:thang |t(?=\d))({_ONE}(?:{_SIGN}(?:thang |t)?{_ONE}(?!\d|[/.](?!20)))+)(?:[ /.]*(?:nam )?({_YEAR})|\W*$)"
)

_SHORT_SPAN = re.compile(rf"\bt ?((?:0?[1-9]|1[0-2]) ?(?:-|\u2013|_|den) ?t ?(?:0?[1-9]|1[0-2]))(?![\d/])(?:[ /.-]*(?:nam )?({_YEAR}))?")

_PARTED = re.compile(r"\b(thang|quy)\s+[-\u2013]\s+(?=\d{1,2} (?:xa|phuong|don vi|dv|thon|lang|to|huyen)\b)")
"""A month or quarter before a dash, behind which something else is counted ("month by month - 6 communes")."""


def written_out(folded: str, ascii_only: bool = False) -> str:
    """A folded text with its periods written plainly. `ascii_only`: the text is typed without accents, so that an English month may stand
    in it."""
    if not _WORTH.search(folded):
        return folded
    folded = _PARTED.sub(r"\1; ", folded)
    folded = _ROMAN_MONTH.sub(lambda m: f"thang {_ROMANS.index(m[1])}", folded)
    folded = _SHORT_YEAR.sub(lambda m: f"{m[1]}/20{m[3]}", folded)
    folded = _SO_MANY.sub(lambda m: f"{m[1]} thang nam ", _SO_MANY_AT.sub(lambda m: f"{m[1]} thang", folded))
    folded = _SPELT.sub(lambda m: f"{_WORDS[m[1]]} thang ", folded)
    folded = _LAST_MONTHS.sub(_last_months, folded)
    folded = _QUARTER.sub(lambda m: f"quy {_ORDINALS.get(m[1] or '') or m[2]} nam {m[3]}", folded)
    folded = _FULL.sub(lambda m: f"thang {_MONTHS.index(m[1])}/{m[2]}", folded)
    if ascii_only:
        folded = _ENGLISH.sub(_english, folded)
    folded = _SHORT_SPAN.sub(_several_months, folded)
    return _SEVERAL.sub(_several_months, _QUARTERS.sub(_several_quarters, folded))


def _last_months(found: re.Match[str]) -> str:
    """The last three or six months of a year are a period; any other number of last months is none, nor is the year."""
    year = (found[2] or "").strip(" ./-")
    return {3: f"quy 4 nam {year}", 6: f"6 thang cuoi nam {year}"}.get(int(found[1]), " ")


def _english(found: re.Match[str]) -> str:
    name, year = (found[1], found[2]) if found[1] else (found[4], found[3])
    number = next(i for i, month in enumerate(_MONTHS) if month and month.startswith(name[:3]))
    return f"thang {number}/{year}"


def _several_quarters(found: re.Match[str]) -> str:
    numbers = _numbers(found[1])
    year = found[2] or ""
    return _of_quarters(numbers, year) or " , ".join(f"quy {n} nam {year}".strip() for n in numbers)


def _several_months(found: re.Match[str]) -> str:
    numbers, year = _numbers(found[1]), found[2] or ""
    if numbers in ([1, 2, 3], [4, 5, 6], [7, 8, 9], [10, 11, 12]):
        return f"quy {numbers[-1] // 3} nam {year}"
    return " , ".join(f"thang {n} nam {year}" if year else f"thang {n}" for n in numbers)


def _of_quarters(numbers: list[int], year: str) -> str:
    """The longer period that quarters make together."""
    wholes = {(1, 2): "6 thang dau nam", (3, 4): "6 thang cuoi nam", (1, 2, 3): "9 thang nam", (1, 2, 3, 4): "nam"}
    words = wholes.get(tuple(numbers))
    return f"{words} {year}" if words else ""


def _numbers(listed: str) -> list[int]:
    """The numbers of a list; what stands between the two ends of a stretch too."""
    said = re.findall(r"[ivx]+|\d+", re.sub(r"va|den|quy|thang|t", " ", listed))
    numbers = [int(n) if n.isdigit() else _ROMANS.index(n) for n in said]
    if len(numbers) == 2 and re.search(r"-|\u2013|_|den", listed) and numbers[0] < numbers[1]:
        return list(range(numbers[0], numbers[1] + 1))
    return numbers
