"""What the reader knows of Vietnamese: the tables of data/reader/, folded and indexed once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from catalogue.tables import DATA_FOLDER, rows

_TOKEN = re.compile(r"[a-z0-9]+|%|[()]|[\u2265>]=?")
_WORD = re.compile(r"[a-z0-9]+")
_LOOKED_AT = 4_000  # letters of a text whose class is asked for; a few patterns take the square of its length
_STROKE = str.maketrans({"\u0111": "d", "\u0110": "d", "\u00d0": "d", "\u00f0": "d"})
_SPELLINGS = (
    (re.compile(r"\bti le\b"), "ty le"),
    (re.compile(r"\bki\b"), "ky"),
    (re.compile(r"\bqui (?=[1-4ivx]+\b|dinh\b|trinh\b)"), "quy "),
    (re.compile(r"\bli\b"), "ly"),
)

_ITEM_WITHIN = 24
_COMPOUND = re.compile(r"(ty le|ty so|ty trong)\b")
"""What a short form is the beginning of, typed without its marks."""


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
    folded = plain(text[:_LOOKED_AT])
    return tuple(dict.fromkeys(kind for kind, pattern in patterns(name) if pattern.search(folded)))


def first_class(name: str, text: str) -> str:
    """The first class that fits, or an empty text."""
    folded = plain(text[:_LOOKED_AT])
    return next((kind for kind, pattern in patterns(name) if pattern.search(folded)), "")


def tokens(text: str) -> list[str]:
    """The words, numbers, percent signs and brackets of a text, folded, abbreviations written out."""
    return _tokens(text)[:]


@lru_cache(maxsize=32768)
def _tokens(text: str) -> list[str]:
    return folded_tokens(plain(told_apart(text)))


def folded_tokens(folded: str) -> list[str]:
    """The words, numbers, percent signs and brackets of a folded text, abbreviations written out."""
    found = _TOKEN.findall(folded)
    pattern, long, first = _abbreviations()
    return found if first.isdisjoint(found) else _TOKEN.findall(pattern.sub(lambda m: long[m[1]], folded))


def without_item_number(text: str) -> str:
    """A heading or label without the number of the item it begins with ("Question 5. Number of ..."). Only words of item_words.csv, as they
    are spelt: without its accents one of them may be a level."""
    return _item().sub("", unicodedata.normalize("NFC", text), count=1) if any(c.isdigit() for c in text[:_ITEM_WITHIN]) else text


@cache
def _item() -> re.Pattern[str]:
    words = "|".join(sorted((row["word"] for row in table("item_words.csv")), key=len, reverse=True))
    return re.compile(rf"\s*(?:{words})(?: s[o\u1ed1])? ?\d{{1,2}}(?:\.\d{{1,2}})*\s?[.:)/\u2013-]\s*(?=[^\W\d_])", re.IGNORECASE)


def told_apart(text: str) -> str:
    """A text with the words written out that only their accents tell from others ("a herd" and "people")."""
    if text.isascii():
        return text
    composed = unicodedata.normalize("NFC", text)
    for pattern, read in _accented():
        composed = pattern.sub(read, composed)
    return composed


@cache
def _accented() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows_ = table("accented.csv")
    return tuple((re.compile(rf"(?<!\w)(?:{row['written']})(?!\w)", re.IGNORECASE), row["read"]) for row in rows_)


@cache
def _abbreviations() -> tuple[re.Pattern[str], dict[str, str], frozenset[str]]:
    """What finds the short forms, what each stands for, and the words one of them begins with."""
    long = {plain(row["short"]): row["long"] for row in table("abbreviations.csv")}
    choices = "|".join(re.escape(short) for short in sorted(long, key=len, reverse=True))
    return re.compile(rf"(?<![a-z0-9])({choices})(?![a-z0-9])"), long, frozenset(_WORD.findall(short)[0] for short in long)


def _spelt_out(folded: str) -> str:
    pattern, long, _first = _abbreviations()
    return pattern.sub(lambda m: long[m[1]], folded)


@cache
def _short_beside() -> tuple[re.Pattern[str], dict[str, tuple[tuple[re.Pattern[str], str], ...]]]:
    """Short forms of several meanings: a word, and what it stands for beside which others."""
    found: dict[str, tuple[tuple[re.Pattern[str], str], ...]] = {}
    for row in table("short_beside.csv"):
        short = plain(row["short"])
        found[short] = (*found.get(short, ()), (re.compile(rf"\b(?:{row['beside']})\b"), row["long"]))
    return _standing_alone(found), found


@cache
def _abbreviated_lists() -> tuple[re.Pattern[str], dict[str, str]]:
    """The abbreviations of more than one word, which are read as a whole."""
    long = {plain(row["short"]): row["long"] for row in table("abbreviations.csv") if len(_WORD.findall(plain(row["short"]))) > 1}
    return _standing_alone(long), long


def _standing_alone(shorts: Iterable[str]) -> re.Pattern[str]:
    """What finds folded short forms in a text whose strokes are written."""
    choices = "|".join(re.escape(short).replace("d", "[d\u0111]") for short in sorted(shorts, key=len, reverse=True))
    return re.compile(rf"(?<![^\W_])(?:{choices})(?![^\W_])", re.IGNORECASE)


@lru_cache(maxsize=32768)
def spelt_beside(text: str, around: str) -> str:
    """A heading with the short forms of several meanings written out by the words around it; as it is where these leave a choice."""
    pattern, meant = _short_beside()
    composed = unicodedata.normalize("NFC", text)
    if not pattern.search(composed):
        return text
    several, long = _abbreviated_lists()
    composed = several.sub(lambda m: long[plain(m[0])], composed)
    beside = _spelt_out(plain(f"{composed} {around}"))

    def written(found: re.Match[str]) -> str:
        short = plain(found[0])
        if _COMPOUND.match(plain(composed[found.start() :])):
            return found[0]
        others = re.sub(rf"(?<![a-z0-9]){re.escape(short)}(?![a-z0-9])", " ", beside)
        longs = {long for near, long in meant[short] if near.search(others)}
        return longs.pop() if len(longs) == 1 else found[0]

    return pattern.sub(written, composed)
