"""Typed text to a number, or to the honest reason why it is none. The decimal sign is decided for a whole column, never for a cell.

`column_verdict` looks at every cell of a column and says which sign its writer uses; `typed` then reads one cell. What has
two readings that the column cannot tell apart comes back as "ambiguous" with both, never as a guess.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from loaders.opening.grid import NOTHING, Cell, decimals_of
from loaders.opening.kinds import clean, nil_words, reader_rows
from loaders.understanding.words import plain

State = Literal["number", "fraction", "missing", "zero_word", "not_applicable", "yes", "no", "text", "ambiguous", "error", "date"]
Unit = Literal["count", "percent", "money", "points", ""]
Sign = Literal[",", ".", ""]
Scale = Literal["percent", "fraction", "unsure"]

MAX_EXACT = 10**15


@dataclass(frozen=True, slots=True)
class Typed:
    """What a cell says.

    `value` is set for "number" and "zero_word" (0) only; percentages are in percent (0 to 100). A "fraction" has numerator and
    denominator and, when it states one, `rate` in percent. `readings` are the values an ambiguous cell may mean. `why` is a
    short code of the rule used or of the doubt; `unit` the word behind the number; `decimals` the digits shown behind the sign
    (None when the number is stored in full).
    """

    state: State
    value: float | None = None
    why: str = ""
    percent: bool = False
    approximate: bool = False
    numerator: float | None = None
    denominator: float | None = None
    rate: float | None = None
    readings: tuple[float, ...] = ()
    unit: str = ""
    decimals: int | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """How the numbers of one column are written.

    `decimal` is its decimal sign, empty when no cell shows it; `conflict` says cells show both; `whole` that all its stored
    numbers (at least three, some of them large) are whole. `scale` tells whether plain
    numbers of a percent column are percents (95.5), fractions of one (0.955), or cannot be told.
    """

    unit: Unit = ""
    decimal: Sign = ""
    conflict: bool = False
    whole: bool = False
    scale: Scale = "percent"
    evidence: tuple[str, ...] = ()


_DASHES = str.maketrans({"\u2212": "-", "\u2013": "-", "\u2014": "-", "\uff0c": ",", "\uff0e": ".", "\u2019": "'", "\uff05": "%"})
_BODY = re.compile(r"\d+(?:[ .,']\d+)*")
_FRACTION = re.compile(r"([\d][\d .,]*?)\s*/\s*([\d][\d .,]*?)\s*(?:([^\W\d_][^()\d]*?)\s*)?(?:[(\[]\s*([\d.,]+)\s*%?\s*[)\]])?")
_MONTH = re.compile(r"(?:0?[1-9]|1[0-2])\s*/\s*(?:19|20)\d\d")
_DAY = re.compile(r"\d{1,2}[/.\-]\d{1,2}[/.\-](?:(?:19|20)\d\d|\d\d)(?:\s.*)?|(?:19|20)\d\d-\d\d-\d\d(?:[ T].*)?")
_LETTERS = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1"})
_LETTERED = re.compile(r"[\dOolI]+(?:[.,][\dOolI]+)*")


@cache
def _prefixes() -> tuple[str, ...]:
    return tuple(sorted((row["word"] for row in reader_rows("number_prefixes.csv")), key=len, reverse=True))


@cache
def _suffixes() -> dict[str, tuple[float, str]]:
    """Word behind a number to its scale and kind: percent, scale, money or count."""
    found = {row["word"]: (1.0, "count") for row in reader_rows("number_words.csv")}
    return found | {row["word"]: (float(row["scale"]), row["kind"]) for row in reader_rows("unit_scales.csv")}


def _behind(words: str) -> tuple[float, str]:
    """Scale and kind of the words behind a number, typed with or without accents; scale 0 where they are not known."""
    said = " ".join(words.lower().split())
    return _suffixes().get(said) or _unaccented().get(said, (0.0, ""))


@cache
def _unaccented() -> dict[str, tuple[float, str]]:
    """The words without their accents, where that leaves one meaning."""
    found: dict[str, set[tuple[float, str]]] = {}
    for word, meant in _suffixes().items():
        found.setdefault(plain(word), set()).add(meant)
    return {word: next(iter(meant)) for word, meant in found.items() if len(meant) == 1}


# --- one number --------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Digits:
    """A run of digits and signs: its value were the comma, or the point, the decimal sign (None where that cannot be)."""

    comma: float | None
    point: float | None
    text: str

    @property
    def certain(self) -> bool:
        """One reading only."""
        return self.comma == self.point or self.comma is None or self.point is None

    @property
    def sign(self) -> Sign:
        """The decimal sign it proves its writer to use; empty when it proves none."""
        if self.comma == self.point or not self.certain:
            return ""
        return "," if self.point is None else "."

    def read(self, sign: str) -> tuple[float | None, int]:
        """The value under a decimal sign and the digits shown behind it."""
        value = self.comma if sign == "," else self.point
        at = self.text.rfind(sign)
        return value, len(self.text) - at - 1 if at >= 0 else 0


def digits(text: str) -> Digits | None:
    """Digits with grouping and decimal signs understood; None when the signs stand as in no number (1.23.4, 12,34.5)."""
    if not _BODY.fullmatch(text):
        return None
    if " " in text or "'" in text:
        whole, sign, _tail = text.replace("'", " ").partition("," if "," in text else ".")
        parts = whole.split(" ")
        if len(parts) < 2 or not _groups(parts) or " " in _tail:
            return None
        text = "".join(parts) + sign + _tail
        if sign:
            value = float(text.replace(",", ".")) if text.count(sign) == 1 and not ("," in text and "." in text) else None
            return Digits(value if sign == "," else None, value if sign == "." else None, text) if value is not None else None
    comma, point = _read(text, ","), _read(text, ".")
    return None if comma is None and point is None else Digits(comma, point, text)


def _read(text: str, decimal: str) -> float | None:
    """The value when `decimal` is the decimal sign and the other one groups thousands; None when that cannot be."""
    whole, _, tail = text.partition(decimal)
    other = "." if decimal == "," else ","
    if decimal in tail or other in tail:
        return None
    groups = whole.split(other)
    if len(groups) > 1 and not _groups(groups):
        return None
    if tail and whole[0] == "0" and whole.strip("0"):
        return None
    return float("".join(groups) + ("." + tail if tail else ""))


def _groups(parts: list[str]) -> bool:
    """1 to 3 digits that do not begin with 0, then threes."""
    return 1 <= len(parts[0]) <= 3 and parts[0][0] != "0" and all(len(part) == 3 for part in parts[1:])


# --- a column ----------------------------------------------------------------------------------------------------------------


def column_verdict(cells: Iterable[Cell], unit: Unit = "") -> Verdict:
    """How the numbers of a column are written, from all its cells. The signs of several columns of one writer may be laid together
    with `borrowed`."""
    signs: dict[str, list[str]] = {",": [], ".": []}
    stored: list[float] = []
    plain: list[float] = []
    for cell in cells:
        if cell.extra.under_merge:
            continue
        if isinstance(cell.value, float):
            if not cell.style.percent:
                stored.append(cell.value)
        elif cell.is_text:
            number = _number_in(cell.text)
            if number is None:
                continue
            if number.sign:
                signs[number.sign].append(f"{cell.address} {cell.text}")
            if "%" not in cell.text and number.certain:
                plain.append(_only(number))
    decimal: Sign = "," if signs[","] else "." if signs["."] else ""
    conflict = bool(signs[","] and signs["."])
    whole = len(stored) >= 3 and max(stored) >= 100 and all(value == int(value) for value in stored if abs(value) < MAX_EXACT)
    evidence = tuple((signs[","][:2] + signs["."][:2]) if conflict else signs[decimal][:3] if decimal else [])
    scale = _scale(stored + plain) if unit == "percent" else "percent"
    return Verdict(unit, "" if conflict else decimal, conflict, whole, scale, evidence)


def borrowed(verdict: Verdict, others: Iterable[Verdict]) -> Verdict:
    """The verdict, with the decimal sign of the writer's other columns when its own cells show none and those agree."""
    signs = {other.decimal for other in others if other.decimal and not other.conflict}
    if verdict.decimal or verdict.conflict or len(signs) != 1:
        return verdict
    return replace(verdict, decimal=signs.pop(), evidence=("other columns",))


def with_scale(verdict: Verdict, scale: Scale) -> Verdict:
    """The verdict after the scale of a percent column was settled, by its counts or by a person."""
    return replace(verdict, scale=scale)


def _scale(values: list[float]) -> Scale:
    """Fractions of one when nothing exceeds 1; "unsure" when they could be either (only 0 and 1, or small beside large)."""
    nonzero = [value for value in values if value]
    if not nonzero or min(nonzero) > 1:
        return "percent"
    return "unsure"


def _only(number: Digits) -> float:
    return number.point if number.comma is None else number.comma  # type: ignore[return-value]


def _number_in(text: str) -> Digits | None:
    """The number of a text that holds nothing else but a prefix or a unit; None for dates and fractions too."""
    bare = text.translate(_DASHES).strip()
    if _MONTH.fullmatch(bare) or _DAY.fullmatch(bare):
        return None
    parts = _parts(bare)
    return parts.number if parts else None


@dataclass(frozen=True, slots=True)
class _Parts:
    number: Digits
    negative: bool
    approximate: bool
    brackets: bool
    suffix: str


def _parts(text: str) -> _Parts | None:
    """Prefix, sign, digits and the words behind them."""
    approximate = False
    low = text.lower()
    for word in _prefixes():
        if low.startswith(word) and (not word[-1].isalpha() or not low[len(word) : len(word) + 1].isalpha()):
            text, approximate = text[len(word) :].strip(), True
            break
    brackets = text.startswith("(") and text.endswith(")")
    if brackets:
        text = text[1:-1].strip()
    negative = text.startswith("-")
    text = text.lstrip("+-' ").strip()
    body = _BODY.match(text)
    number = digits(body[0]) if body else None
    if body is None or number is None:
        return None
    return _Parts(number, negative, approximate, brackets, text[body.end() :].strip(" .;"))


# --- a cell ------------------------------------------------------------------------------------------------------------------


def typed(cell: Cell, verdict: Verdict | None = None) -> Typed:
    """What a cell says, read the way its column is written."""
    verdict = verdict or Verdict()
    if cell.extra.error:
        return Typed("error", why=cell.extra.error)
    if cell.extra.no_cache:
        return Typed("error", why="no_cached_value")
    value = cell.value
    if isinstance(value, bool):
        return Typed("yes" if value else "no", why="truth_value")
    if isinstance(value, float | int):
        return _stored(float(value), cell, verdict)
    if isinstance(value, str):
        return typed_text(value, verdict)
    if isinstance(value, dt.date | dt.time):
        return Typed("date", why="became_date" if verdict.unit in ("count", "percent") else "date")
    return Typed("missing", why="empty")


def is_count(cell: Cell) -> bool:
    """Whether a cell stores a whole number, not negative, that `typed` takes as it stands in a column of counts."""
    value = cell.value
    if type(value) is not float or not 0 <= value < MAX_EXACT or value != int(value) or cell.style.percent:
        return False
    return cell.extra is NOTHING or not (cell.extra.error or cell.extra.no_cache)


def _stored(value: float, cell: Cell, verdict: Verdict) -> Typed:
    """A number as the workbook stores it: its decimal sign is certain, its scale and wholeness may not be."""
    decimals = decimals_of(cell.style.number_format)
    if value != value or abs(value) >= MAX_EXACT:
        return Typed("ambiguous", why="too_many_digits")
    if cell.style.percent:
        shown = float(f"{value * 100:.15g}")
        if verdict.unit == "count":
            return Typed("ambiguous", why="percent_in_count", readings=(value, shown), percent=True)
        return Typed("number", shown, "percent_format", percent=True, decimals=decimals)
    if verdict.unit == "count":
        return _count(value, "stored", decimals)
    if verdict.unit == "percent":
        return _percent(value, "stored", verdict, decimals)
    return Typed("number", value, "stored", decimals=decimals)


def _count(value: float, why: str, decimals: int | None = None) -> Typed:
    """A count must be whole; 5.951 may be 5951 whose point became a decimal sign."""
    if value == int(value):
        return Typed("number", value, why, decimals=decimals)
    thousand = round(value * 1000, 6)
    if abs(value) < 1000 and thousand == int(thousand):
        return Typed("ambiguous", why="point_became_decimal", readings=(thousand, value))
    return Typed("ambiguous", why="count_not_whole", readings=(value,))


def _percent(value: float, why: str, verdict: Verdict, decimals: int | None) -> Typed:
    """A plain number of a percent column, brought to percent by the scale of the column."""
    if verdict.scale == "fraction":
        return Typed(
            "number",
            float(f"{value * 100:.15g}"),
            "fraction_of_one",
            percent=True,
            decimals=None if decimals is None else max(decimals - 2, 0),
        )
    if verdict.scale == "unsure" and 0 < abs(value) <= 1:
        return Typed("ambiguous", why="percent_scale", readings=(float(f"{value * 100:.15g}"), value), percent=True, decimals=decimals)
    return Typed("number", value, why, percent=True, decimals=decimals)


def typed_text(text: str, verdict: Verdict | None = None) -> Typed:
    """What a text says, read the way its column is written."""
    verdict = verdict or Verdict()
    bare = clean(text).translate(_DASHES).strip()
    if not bare:
        return Typed("missing", why="empty")
    if (state := _nil(clean(text).strip())) is not None:
        return state
    if _MONTH.fullmatch(bare) or _DAY.fullmatch(bare):
        return Typed("date", why="date")
    if fraction := _FRACTION.fullmatch(bare):
        return _fraction(fraction, verdict)
    parts = _parts(bare)
    if parts is None or (parts.suffix and _LETTERED.fullmatch(bare)):
        return _unread(bare, verdict)
    return _read_parts(parts, verdict)


def _nil(text: str) -> Typed | None:
    """A word for nothing, or a tick."""
    state = nil_words().get(text.lower().strip(" .;()")) or nil_words().get(text.lower())
    if state is None:
        return None
    return Typed(state, 0.0 if state == "zero_word" else None, "nil_word")  # type: ignore[arg-type]


def _unread(text: str, verdict: Verdict) -> Typed:
    """No number as it stands; with a letter mistaken for a digit it may be one."""
    if _LETTERED.fullmatch(text) and sum(letter.isdigit() for letter in text) * 2 >= len(text):
        number = digits(text.translate(_LETTERS))
        if number is not None:
            read = _pick(number, verdict)
            return Typed("ambiguous", why="letter_in_number", readings=(read.value,) if read.value is not None else read.readings)
    return Typed("text", why="no_number")


def _read_parts(parts: _Parts, verdict: Verdict) -> Typed:
    scale, kind = _behind(parts.suffix) if parts.suffix else (1.0, "")
    if scale == 0.0:
        found = _pick(parts.number, verdict)
        readings = (found.value,) if found.value is not None else found.readings
        return Typed("text", why="words_behind_number", readings=readings, unit=parts.suffix, approximate=parts.approximate)
    percent_sign = kind == "percent"
    read_as = replace(verdict, unit="percent", scale="percent") if percent_sign else verdict
    found = _pick(parts.number, read_as, percent_sign, scaled=scale != 1)
    if percent_sign and verdict.unit == "count":
        return Typed(
            "ambiguous",
            why="percent_in_count",
            readings=found.readings or ((found.value,) if found.value is not None else ()),
            percent=True,
        )
    if parts.brackets and verdict.unit != "money" and not percent_sign:
        value = found.value if found.value is not None else 0.0
        return Typed("ambiguous", why="brackets", readings=(value, -value) if found.value is not None else found.readings)
    return _signed(found, -1.0 if parts.negative or (parts.brackets and verdict.unit == "money") else 1.0, scale, parts)


def _signed(found: Typed, sign: float, scale: float, parts: _Parts) -> Typed:
    """The number with its sign, its scale and what stood around it."""

    def grown(value: float) -> float:
        return float(f"{value * scale:.15g}") * sign if scale != 1 else value * sign + 0.0

    value = None if found.value is None else grown(found.value)
    why = "approximate" if parts.approximate and found.state == "number" else found.why
    return replace(
        found, value=value, readings=tuple(map(grown, found.readings)), why=why, approximate=parts.approximate, unit=parts.suffix
    )


def _pick(number: Digits, verdict: Verdict, percent_sign: bool = False, scaled: bool = False) -> Typed:
    """Choose the reading of a run of digits: the only one, the one its unit allows, the one the column proves; else none."""
    if number.certain:
        sign = number.sign or ","
        value, decimals = number.read(sign)
        assert value is not None
        return _by_unit(value, decimals, "certain", verdict, percent_sign, scaled)
    thousands, fine = max(number.comma or 0.0, number.point or 0.0), min(number.comma or 0.0, number.point or 0.0)
    proven = number.read(verdict.decimal)[0] if verdict.decimal else None
    if verdict.unit == "count" and not scaled:
        # a count is whole; only a column that shows decimals under the very same sign makes the other reading thinkable
        if proven == fine:
            return Typed("ambiguous", why="decimal_sign", readings=(thousands, fine))
        return Typed("number", thousands, "whole_unit", decimals=0)
    if verdict.unit == "percent":
        if verdict.conflict or proven == thousands:
            return Typed("ambiguous", why="decimal_sign", readings=(fine, thousands), percent=True)
        return _by_unit(fine, 3, "within_100", verdict, percent_sign, scaled)
    if proven is not None:
        return Typed("number", proven, "column_sign", decimals=3 if proven == fine else 0)
    if verdict.whole and not verdict.conflict and not scaled:
        return Typed("number", thousands, "whole_column", decimals=0)
    return Typed("ambiguous", why="decimal_sign", readings=(thousands, fine))


def _by_unit(value: float, decimals: int, why: str, verdict: Verdict, percent_sign: bool, scaled: bool) -> Typed:
    if abs(value) >= MAX_EXACT:
        return Typed("ambiguous", why="too_many_digits")
    if percent_sign:
        return Typed("number", value, "percent_sign", percent=True, decimals=decimals)
    if verdict.unit == "percent":
        return _percent(value, why, verdict, decimals)
    if verdict.unit == "count" and not scaled and value != int(value):
        return Typed("ambiguous", why="count_not_whole", readings=(value,))
    return Typed("number", value, why, decimals=decimals)


def _fraction(match: re.Match[str], verdict: Verdict) -> Typed:
    """50/52 (96,2%): two counts and perhaps the rate their writer worked out."""
    counts = replace(verdict, unit="count")
    top, bottom = digits(match[1]), digits(match[2])
    words = (match[3] or "").strip()
    if top is None or bottom is None or (words and words.lower() not in _suffixes()):
        return Typed("text", why="no_number")
    above, below = _pick(top, counts), _pick(bottom, counts)
    if above.value is None or below.value is None:
        return Typed("ambiguous", why="decimal_sign")
    rate, why = None, "fraction"
    if match[4]:
        stated = digits(match[4])
        read = _pick(stated, replace(verdict, unit="percent", scale="percent"), percent_sign=True) if stated else Typed("text")
        rate = read.value
        why = "fraction" if _agrees(above.value, below.value, read) else "rate_disagrees"
    return Typed("fraction", None, why, numerator=above.value, denominator=below.value, rate=rate, unit=words)


def _agrees(numerator: float, denominator: float, stated: Typed) -> bool:
    """The stated rate is the true one within half of its last shown digit; 0/0 agrees with 0 only."""
    if stated.value is None:
        return False
    if denominator == 0:
        return stated.value == 0
    half = 0.5 * 10.0 ** -(stated.decimals or 0)
    return abs(100 * numerator / denominator - stated.value) <= half * 1.02
