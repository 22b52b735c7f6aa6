"""What the reader knows of Vietnamese: the tables of data/reader/, folded and indexed once."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from catalogue.tables import DATA_FOLDER, rows

_TOKEN = re.compile(r"[a-z0-9]+|%|[()]|[\u2265>]=?")
_STROKE = str.maketrans({"\u0111": "d", "\u0110": "d", "\u00d0": "d", "\u00f0": "d"})
_SPELLINGS = (
    (re.compile(r"\bti le\b"), "ty le"),
    (re.compile(r"\bki\b"), "ky"),
    (re.compile(r"\bqui (?=[1-4ivx]+\b)"), "quy "),
)


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """Lower case without accents, single blanks, signs kept: the form every pattern of data/reader/ is written in."""
    bare = unicodedata.normalize("NFD", text.translate(_STROKE))
    letters = "".join(c for c in bare if not unicodedata.combining(c)).lower()
    words = " ".join(letters.replace("_", " ").replace("\u2013", "-").replace("\u2014", "-").split())
    for pattern, right in _SPELLINGS:
        words = pattern.sub(right, words)
    return words


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of data/reader/<name>."""
    return tuple(rows(f"reader/{name}", folder=DATA_FOLDER))


@cache
def patterns(name: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """(class, compiled pattern) of a table with the columns `class` and `pattern`, in the order written."""
    return tuple((row["class"], re.compile(row["pattern"])) for row in table(name))


@lru_cache(maxsize=16384)
def classes(name: str, text: str) -> tuple[str, ...]:
    """Every class of a pattern table whose pattern is found in `text`, in the order of the table."""
    folded = plain(text)
    return tuple(dict.fromkeys(kind for kind, pattern in patterns(name) if pattern.search(folded)))


def first_class(name: str, text: str) -> str:
    """The first class that fits, or an empty text."""
    folded = plain(text)
    return next((kind for kind, pattern in patterns(name) if pattern.search(folded)), "")


def tokens(text: str) -> list[str]:
    """The words, numbers, percent signs and brackets of a text, folded, abbreviations written out."""
    return _tokens(text)[:]


@lru_cache(maxsize=32768)
def _tokens(text: str) -> list[str]:
    folded = _spelt_out(plain(text))
    return _TOKEN.findall(folded)


@cache
def _abbreviations() -> tuple[re.Pattern[str], dict[str, str]]:
    long = {plain(row["short"]): row["long"] for row in table("abbreviations.csv")}
    choices = "|".join(re.escape(short) for short in sorted(long, key=len, reverse=True))
    return re.compile(rf"(?<![a-z0-9])({choices})(?![a-z0-9])"), long


def _spelt_out(folded: str) -> str:
    pattern, long = _abbreviations()
    return pattern.sub(lambda m: long[m[1]], folded)
