"""What a cell says, read the way its column is written."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Literal

from loaders.opening.grid import NOTHING, Cell, decimals_of
from loaders.opening.kinds import clean, nil_words
from loaders.understanding.texts.fractions import Fraction, fraction_in
from loaders.understanding.texts.numerals import spelt_number
from loaders.understanding.texts.words import classes
from loaders.understanding.typed.digits import MAX_EXACT, Digits, digits
from loaders.understanding.typed.typed_words import DASHES, DAY, LETTERED, LETTERS, MONTH, Parts, behind, parts_of_text, without_share
from loaders.understanding.typed.verdicts import Verdict

State = Literal["number", "fraction", "missing", "zero_word", "not_applicable", "yes", "no", "text", "ambiguous", "error", "date"]


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
    bare = clean(text).translate(DASHES).strip()
    if not bare:
        return Typed("missing", why="empty")
    if (state := _nil(clean(text).strip())) is not None:
        return state
    if MONTH.fullmatch(bare) or DAY.fullmatch(bare):
        return Typed("date", why="date")
    if fraction := fraction_in(bare):
        return _fraction(fraction, verdict)
    parts = parts_of_text(bare if verdict.unit == "percent" else without_share(bare))
    if parts is None or (parts.suffix and LETTERED.fullmatch(bare)):
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
    if LETTERED.fullmatch(text) and sum(letter.isdigit() for letter in text) * 2 >= len(text):
        number = digits(text.translate(LETTERS))
        if number is not None:
            read = _pick(number, verdict)
            return Typed("ambiguous", why="letter_in_number", readings=(read.value,) if read.value is not None else read.readings)
    if (spelt := spelt_number(text)) is not None:
        return Typed("ambiguous", why="spelt", readings=(float(spelt),))
    if "no_figure_yet" in classes("lines.csv", text):
        return Typed("missing", why="no_figure_yet")
    return Typed("text", why="no_number")


def _read_parts(parts: Parts, verdict: Verdict) -> Typed:
    scale, kind = behind(parts.suffix) if parts.suffix else (1.0, "")
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


def _signed(found: Typed, sign: float, scale: float, parts: Parts) -> Typed:
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


def _fraction(said: Fraction, verdict: Verdict) -> Typed:
    """50/52 (96,2%): two counts and perhaps the rate their writer worked out."""
    counts = replace(verdict, unit="count")
    top, bottom = digits(said.top), digits(said.bottom)
    if top is None or bottom is None:
        return Typed("text", why="no_number")
    above, below = _pick(top, counts), _pick(bottom, counts)
    if above.value is None or below.value is None:
        return Typed("ambiguous", why="decimal_sign")
    rate, why = None, "fraction"
    if said.rate:
        stated = digits(said.rate)
        read = _pick(stated, replace(verdict, unit="percent", scale="percent"), percent_sign=True) if stated else Typed("text")
        rate = read.value
        why = "fraction" if _agrees(above.value, below.value, read) else "rate_disagrees"
    return Typed("fraction", None, why, numerator=above.value, denominator=below.value, rate=rate, unit=said.words)


def _agrees(numerator: float, denominator: float, stated: Typed) -> bool:
    """The stated rate is the true one within half of its last shown digit; 0/0 agrees with 0 only."""
    if stated.value is None:
        return False
    if denominator == 0:
        return stated.value == 0
    half = 0.5 * 10.0 ** -(stated.decimals or 0)
    return abs(100 * numerator / denominator - stated.value) <= half * 1.02
