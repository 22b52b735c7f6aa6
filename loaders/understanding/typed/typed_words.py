"""Cells that clerks type as words: what stands before and behind a number, letters for digits, days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from loaders.opening.kinds import reader_rows
from loaders.understanding.texts.words import plain
from loaders.understanding.typed.digits import BODY, Digits, digits

DASHES = str.maketrans({"\u2212": "-", "\u2013": "-", "\u2014": "-", "\uff0c": ",", "\uff0e": ".", "\u2019": "'", "\uff05": "%"})


MONTH = re.compile(r"(?:0?[1-9]|1[0-2])\s*/\s*(?:19|20)\d\d")


DAY = re.compile(r"\d{1,2}[/.\-]\d{1,2}[/.\-](?:(?:19|20)\d\d|\d\d)(?:\s.*)?|(?:19|20)\d\d-\d\d-\d\d(?:[ T].*)?")


LETTERS = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1"})


LETTERED = re.compile(r"[\dOolI]+(?:[.,][\dOolI]+)*")


@cache
def _prefixes() -> tuple[str, ...]:
    return tuple(sorted((row["word"] for row in reader_rows("number_prefixes.csv")), key=len, reverse=True))


@cache
def suffixes() -> dict[str, tuple[float, str]]:
    """Word behind a number to its scale and kind: percent, scale, money or count."""
    found = {row["word"]: (1.0, "count") for row in reader_rows("number_words.csv")}
    return found | {row["word"]: (float(row["scale"]), row["kind"]) for row in reader_rows("unit_scales.csv")}


def behind(words: str) -> tuple[float, str]:
    """Scale and kind of the words behind a number, typed with or without accents; scale 0 where they are not known."""
    said = " ".join(words.lower().split())
    return suffixes().get(said) or _unaccented().get(said, (0.0, ""))


@cache
def _unaccented() -> dict[str, tuple[float, str]]:
    """The words without their accents, where that leaves one meaning."""
    found: dict[str, set[tuple[float, str]]] = {}
    for word, meant in suffixes().items():
        found.setdefault(plain(word), set()).add(meant)
    return {word: next(iter(meant)) for word, meant in found.items() if len(meant) == 1}


def only_value(number: Digits) -> float:
    """The one value of a run of digits that has only one."""
    return number.point if number.comma is None else number.comma  # type: ignore[return-value]


def number_in(text: str) -> Digits | None:
    """The number of a text that holds nothing else but a prefix or a unit; None for dates and fractions too."""
    bare = text.translate(DASHES).strip()
    if MONTH.fullmatch(bare) or DAY.fullmatch(bare):
        return None
    parts = parts_of_text(bare)
    return parts.number if parts else None


@lru_cache(maxsize=16384)
def about(text: str) -> bool:
    """Whether a text is a number that is only near ("about 300", "more than 20 people") and nothing more."""
    parts = parts_of_text(text.translate(DASHES).strip())
    return parts is not None and parts.approximate and (not parts.suffix or behind(parts.suffix)[0] != 0)


_SHARE = re.compile(
    r"(?P<count>\d[\d.,]*(?P<unit>(?:\s+[^\W\d_]+){0,4}?))"
    r"(?:\s*\((?:[^\W\d_]+\s+){0,2}\d[\d.,]*\s*%\s*\)|\s*[,;:\-]\s*(?P<said>(?:[^\W\d_]+\s+){0,2})\d[\d.,]*\s*%)"
)


def without_share(text: str) -> str:
    """A count without the share that its writer worked out behind it: 31 people (88.6%)."""
    found = _SHARE.fullmatch(text)
    apart = found is not None and (found["said"] is None or found["said"] or found["unit"])
    return found["count"] if found is not None and apart else text


@dataclass(frozen=True, slots=True)
class Parts:
    """A typed number with its sign and the words around it."""

    number: Digits
    negative: bool
    approximate: bool
    brackets: bool
    suffix: str


def parts_of_text(text: str) -> Parts | None:
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
    body = BODY.match(text)
    number = digits(body[0]) if body else None
    if body is None or number is None:
        return None
    return Parts(number, negative, approximate, brackets, _bare(text[body.end() :].strip(" .;")))


def _bare(suffix: str) -> str:
    """The known words behind a number without the brackets around them."""
    inner = suffix[1:-1].strip() if suffix[:1] + suffix[-1:] in ("()", "[]") else ""
    return inner if inner and behind(inner)[0] else suffix
