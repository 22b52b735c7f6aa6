"""Two counts in one cell as clerks type them: 50/52, 50/52 people (96,2%), 50 people / 52 people, 96,2% (50/52), 50/52 = 96,2%."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from loaders.opening.grid import Cell
from loaders.opening.kinds import clean, reader_rows
from loaders.understanding.texts.tables import Table
from loaders.understanding.texts.words import plain

_NUMBER = r"\d[\d .,]*?"
_WORDS = r"[a-z][^()\[\]\d/=;%]*?"
_MONTH = re.compile(r"(?:0?[1-9]|1[0-2])\s*/\s*(?:19|20)\d\d")
_RATE = r"[~\u2248]?\s*(?P<{0}>\d[\d.,]*?)\s*"
_BY = r"(?:/|\\|tren(?: tong(?: so)?)?\b|trong(?: tong)?(?: so)?\b)"
_COUNTS = rf"(?P<top>{_NUMBER})\s*(?P<above>{_WORDS})?\s*{_BY}\s*(?:tong(?: so)? )?(?P<bottom>{_NUMBER})\s*(?P<below>{_WORDS})?"
_SAID = r"(?:dat|chiem|ty le)[ :]*"
_INSIDE = rf"[(\[]\s*(?:{_SAID})?{_RATE.format('inside')}%?\s*[)\]]"
_BEHIND = rf"{_INSIDE}|(?:=|[;,]? ?{_SAID}|[;:|~\u2248\u2192>-]|->|=>)\s*{_RATE.format('behind')}%"
_COMRADES = re.compile(r"\bd/c\b")
_IN_BRACKETS = re.compile(r"(?<=\d)\s*[(\[]\s*([a-z][a-z ]*?)\s*[)\]]")
_LONGEST = 80
_FIRST = re.compile(rf"{_RATE.format('first')}%\s*(?:[(\[;=-]\s*)(?:dat )?{_COUNTS}\s*[)\]]?")
_LAST = re.compile(rf"(?:co |dat |duoc |= ?)?{_COUNTS}\s*(?:{_BEHIND})?[ .;]*")


@dataclass(frozen=True, slots=True)
class Fraction:
    """The upper and the lower count as typed, the word of what they count, and the rate that stands beside them, if any."""

    top: str
    bottom: str
    words: str = ""
    rate: str = ""


@lru_cache(maxsize=8192)
def fraction_in(text: str) -> Fraction | None:
    """The fraction that a text is, words that count things aside; None for any other text."""
    if not text or len(text) > _LONGEST or not any(ch.isdigit() for ch in text) or _MONTH.fullmatch(text.strip()):
        return None
    folded = _COMRADES.sub("dong chi", plain(clean(text)))
    measure = _IN_BRACKETS.search(folded)
    if measure and measure[1] in counting_words():
        folded = f"{folded[: measure.start()]} {measure[1]}{folded[measure.end() :]}"
    found = _LAST.fullmatch(folded) or _FIRST.fullmatch(folded)
    if found is None:
        return None
    said = found.groupdict()
    words = [w for part in ("above", "below") if (w := (said[part] or "").strip(" .,"))]
    if any(word not in counting_words() for word in words):
        return None
    rate = said.get("inside") or said.get("behind") or said.get("first") or ""
    return Fraction(said["top"].strip(), said["bottom"].strip(), words[-1] if words else "", rate)


def divides(cell: Cell) -> bool:
    """Whether a cell holds two counts, or something else that is divided; a count of "hamlets/quarters" is not."""
    return cell.is_text and ("/" in _without_slashed(cell.text) or fraction_in(cell.text) is not None)


def _without_slashed(text: str) -> str:
    """A text without the words behind a count that are written with a stroke."""
    if "/" not in text:
        return text
    folded = plain(text)
    for word in counting_words():
        folded = re.sub(rf"(?<=[\d (\[]){re.escape(word)}(?![a-z/])", " ", folded) if "/" in word else folded
    return folded


def may_divide(table: Table, cell: Cell) -> bool:
    """Whether a cell holds two counts, or a day that one of them became among the fractions of its column."""
    return divides(cell) or (cell.kind == "D" and fractions_in(table, cell.col))


def fractions_in(table: Table, col: int) -> bool:
    """Whether most figures of a column are fractions of two counts."""
    held = [c for row in table.body if (c := table.sheet.cell(row, col)) and c.kind != "E"]
    return len(held) > 1 and 2 * sum(1 for c in held if c.is_text and fraction_in(c.text)) > len(held)


@lru_cache(maxsize=1)
def counting_words() -> frozenset[str]:
    """The folded words that may stand behind a count."""
    return frozenset(plain(row["word"]) for row in reader_rows("number_words.csv"))
