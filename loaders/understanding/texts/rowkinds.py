"""What one row or cell of a table is by its words: total, section, note, signature; and whether a cell holds a figure."""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.opening.grid import Cell
from loaders.opening.kinds import clean
from loaders.understanding.texts.fractions import counting_words, fraction_in
from loaders.understanding.texts.numerals import spelt_number
from loaders.understanding.texts.words import first_class, patterns, plain

_NUMBER = re.compile(r"[-+(]?\s*\d[\d.,\s\u00a0']*\)?\s*%?")
_WITH_WORDS = re.compile(
    r"\s*(?:[^\W\d_]+\s+|[<>~\u2248\u2265\u2264]\s*)?\d[\d.,]*\s*(?:[^\W\d_]+\s*){0,4}(?:\(.*\)|[,;:\-]\s*(?:[^\W\d_]+\s+){0,2}\d[\d.,]*\s*%)?\s*$"
)
_SLIP = re.compile(r"[\w.,*'+-]{2,15}")
_LONGEST_EXCUSE = 40
_LONGEST_NAME = 4
_LEAST = 2
_HAMLET = re.compile(r"(thon|lang|ban|xom|buon|ap|tdp|khu pho|to dan pho) ")
_EXCUSE = re.compile(r"(chua|dang|khong|cho) [a-z]")
_FRACTION = re.compile(r"\d[\d.,]*\s*/\s*\d[\d.,]*(\s*\(.*\))?")
_THEN_WORDS = re.compile(r"(?!\d{1,2}\.\s)\d[\d.,]*(?:\s*/\s*\d[\d.,]*)?\s*(?P<words>[^\W\d_][^\d()]*?)\s*(?:\([\d.,]+\s*%?\))?")
_WEEK = re.compile(
    r"(week|tuan) ?(thu )?(0?[1-9]|[1-4]\d|5[0-3]|i{1,3}|iv|v|mot|hai|ba|tu|bon|nam|nhat|nhi|dau|cuoi)\b(?! thang (truoc|sau))|"
    r"w ?(0?[1-9]|[1-4]\d|5[0-3])\b"
)
_HALF_MONTH = re.compile(r"(nua (dau|cuoi|sau)|(10|muoi|15) ngay (dau|giua|cuoi)) ?(thang|ky)?\b(?! (truoc|sau))")
_ROMAN = re.compile(r"(i{1,3}|iv|vi{0,3}|ix|xi{0,3}|xiv|xv|[a-h])[.)/]?")


def numberish(cell: Cell) -> bool:
    """A number, or text typed as one (1.234, 95,5%, 50/52)."""
    if cell.kind == "N":
        return True
    return cell.kind == "T" and typed_number(cell.text)


def unanswered(cell: Cell) -> bool:
    """What stands in the place of a figure where there is none: a dash, "none", "not counted yet"."""
    return cell.kind == "P" or (cell.kind == "T" and len(cell.text) <= _LONGEST_EXCUSE and bool(_EXCUSE.match(plain(cell.text))))


def is_figure(cell: Cell) -> bool:
    """A cell that answers with a figure, whatever stands around it: 12, 137 van ban, khoang 300, >95%, a dash, an error."""
    return cell.kind in "NPXD" or numberish(cell) or (cell.kind == "T" and (bool(_WITH_WORDS.match(cell.text)) or _slipped(cell.text)))


def _slipped(text: str) -> bool:
    """One short word of digits with a wrong stroke among them (12o42, l2642, 12642*): meant as a figure, whatever it is."""
    return bool(_SLIP.fullmatch(text)) and 2 * sum(map(str.isdigit, text)) > len(text)


@lru_cache(maxsize=16384)
def typed_number(text: str) -> bool:
    """Whether a text is a number or a fraction as clerks type it."""
    bare = text.strip()
    return bool(
        _NUMBER.fullmatch(bare) or _FRACTION.fullmatch(bare) or fraction_in(bare) or counted(bare) or spelt_number(bare) is not None
    )


@lru_cache(maxsize=16384)
def counted(text: str) -> bool:
    """A number or a fraction and the word of what it counts, nothing else: 153 bo, 1.318/1.758 ho (75,0%); "2. Ho" is a title."""
    found = _THEN_WORDS.fullmatch(text)
    return found is not None and plain(clean(found["words"])).strip(" .") in counting_words()


@lru_cache(maxsize=16384)
def row_kind(text: str) -> str:
    """total, note, footer, narrative, section, children, measure_line, verdict, or nothing."""
    return first_class("rows.csv", text.strip(" -+*."))


@lru_cache(maxsize=16384)
def is_footer(text: str) -> bool:
    """A signature block: its posts, places and dates."""
    folded = plain(text).strip(" -")
    return len(folded) < 90 and any(kind == "footer" and p.search(folded) for kind, p in patterns("rows.csv"))


@lru_cache(maxsize=16384)
def is_note(text: str) -> bool:
    """A remark under the table."""
    folded = plain(text)
    return any(kind == "note" and p.search(folded) for kind, p in patterns("rows.csv"))


@lru_cache(maxsize=16384)
def is_total(text: str) -> bool:
    """A label that means the sum of the rows, in one language or in two."""
    folded = plain(text).strip(" -+*")
    return all(any(kind == "total" and p.search(part) for kind, p in patterns("rows.csv")) for part in folded.split(" / "))


@lru_cache(maxsize=16384)
def is_hamlet(text: str) -> bool:
    """A label that names one hamlet by its number."""
    folded = plain(text).strip(" -+*.")
    return any(kind == "hamlet" and p.search(folded) for kind, p in patterns("rows.csv"))


@lru_cache(maxsize=16384)
def names_hamlet(text: str) -> bool:
    """A caption that names one hamlet, by its number or its name ("Hamlet Dak Nai"), and says nothing else."""
    bare = text.strip(" -+*.:")
    kind = _HAMLET.match(plain(bare))
    rest = bare.split()[kind[0].count(" ") :] if kind and not bare.isupper() else []
    if kind and kind[1] == "ban" and len(rest) == 1 and rest[0].isupper() and len(rest[0]) > _LEAST:  # a board by its initials
        return False
    return is_hamlet(bare) or (0 < len(rest) <= _LONGEST_NAME and all(word[:1].isupper() for word in rest))


@lru_cache(maxsize=16384)
def is_time_total(text: str) -> bool:
    """A label that means the sum of rows of months or quarters."""
    return is_total(text) or _is("time_total", text)


def is_beside_times(text: str) -> bool:
    """A label among rows of months or quarters that means their mean, or their sum since another day."""
    return _is("time_aside", text)


def _is(wanted: str, text: str) -> bool:
    folded = plain(text).strip(" -+*")
    return any(kind == wanted and p.search(folded) for kind, p in patterns("rows.csv"))


@lru_cache(maxsize=16384)
def names_week(text: str) -> bool:
    """A heading or the name of a row that means one week of several, or the first or last part of a month."""
    folded = plain(text).strip(" -+*.(")
    return bool(_WEEK.match(folded) or _HALF_MONTH.match(folded))


def is_section_mark(text: str) -> bool:
    """I, II, A, B: the number of a group, not of an item."""
    return bool(_ROMAN.fullmatch(plain(text).strip()))
