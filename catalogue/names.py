"""How the name of a unit is typed: the body that sends, the type of unit, the bare name, the parents named after it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from catalogue.tables import rows
from catalogue.text import TONES, accented, fold, nfc

_NOT_LETTERS = re.compile(r"[\W_]+")
_NOT_LETTERS_OR_TONES = re.compile(r"[^\w\u0300-\u036f]+|_")
_EDGES = " .,:;-\u2013\u2014_/()[]\"'*"
_BREAK = re.compile(r"\s*[,;(\u2013\u2014]\s*|\s+-\s+")


@dataclass(frozen=True, slots=True)
class TypedName:
    """A typed name taken apart. `type` is empty when none was written; `parents` are the names of units it lies in."""

    bare: str
    type: str
    parents: tuple[str, ...]


@cache
def unit_types() -> tuple[str, ...]:
    """The types of unit as written before a name, in lower case, longest first."""
    return tuple(sorted((row["type"] for row in rows("unit_types.csv", ("type",))), key=len, reverse=True))


@cache
def english_types() -> dict[str, str]:
    """What each type of unit is called in English."""
    return {row["type"]: row["en"] for row in rows("unit_types.csv", ("type",))}


@cache
def _spellings() -> dict[str, str]:
    return {row["written"]: row["meant"] for row in rows("unit_spellings.csv", ("written",))}


@lru_cache(maxsize=16384)
def name_key(text: str) -> str:
    """The key under which a name is looked up: folded, known spellings made one, without blanks."""
    spellings = _spellings()
    return _NOT_LETTERS.sub("", " ".join(spellings.get(word, word) for word in fold(text).split(" ")))


@lru_cache(maxsize=16384)
def accented_key(text: str) -> str:
    """The name with its accents, without case, blanks and hyphens: equal for two correct spellings."""
    return _NOT_LETTERS_OR_TONES.sub("", accented(text))


@lru_cache(maxsize=16384)
def toneless_order(text: str) -> str:
    """As `accented_key`, for a name typed without blanks: its letters, then its tones in order, whatever syllable bears them."""
    key = accented_key(text)
    tones = "".join(c for c in key if c in TONES)
    return "".join(c for c in key if c not in TONES) + tones


def unsqueezed(typed: TypedName) -> TypedName:
    """A name typed in one piece with its type before it, taken apart; any other name as it is."""
    if " " in typed.bare or typed.type or not typed.bare[:1].isalpha():
        return typed
    for kind, size, key in _types_in_one_piece():
        if len(typed.bare) > size and toneless_order(typed.bare[:size]) == key:
            return TypedName(typed.bare[size:], kind, typed.parents)
    return typed


@cache
def _types_in_one_piece() -> tuple[tuple[str, int, str], ...]:
    return tuple((kind, len(kind.replace(" ", "")), toneless_order(kind)) for kind in unit_types())


@lru_cache(maxsize=16384)
def take_apart(text: str) -> TypedName:
    """The bare name, type and parents of a name as typed ("UBND xa A, huyen B")."""
    sender = _without_body(nfc(text).strip(_EDGES))
    parts = [part for part in _BREAK.split(_split_inner(sender)) if part.strip(_EDGES)]
    head, rest = (parts[0], parts[1:]) if parts else ("", [])
    kind, bare = _without_type(head.strip(_EDGES))
    return TypedName(bare, kind, tuple(part.strip(_EDGES) for part in rest))


def _split_inner(text: str) -> str:
    """A parent named without a comma ("xa A huyen B") gets its comma."""
    return _inner_types().sub(lambda m: ", " + m.group().strip() + " ", text)


@cache
def _inner_types() -> re.Pattern[str]:
    upper = [row["type"] for row in rows("unit_types.csv", ("type",)) if row["level"] in ("province", "district")]
    names = "|".join(re.escape(kind) for kind in sorted(upper, key=len, reverse=True))
    return re.compile(rf"(?<=\w)\s+(?:{names})\s+(?=\w)", re.IGNORECASE)


Prefixes = dict[str, list[tuple[str, str]]]


def _by_letter(found: set[tuple[str, str]]) -> Prefixes:
    """(folded prefix, type) by first letter, longest first: most prefixes need never be tried."""
    table: Prefixes = {}
    for prefix, kind in sorted(found, key=lambda p: len(p[0]), reverse=True):
        table.setdefault(prefix[0], []).append((prefix, kind))
    return table


@cache
def _prefixes() -> Prefixes:
    return _by_letter({(fold(row["text"]), row["type"]) for row in rows("unit_prefixes.csv", ("text",))})


@cache
def _bodies() -> Prefixes:
    return _by_letter({(fold(row["text"]), "") for row in rows("unit_bodies.csv", ("text",))})


def _without_body(text: str) -> str:
    """The text without the bodies named before the unit; bodies may follow each other."""
    for body, _kind in _bodies().get(fold(text[:1]), ()):
        rest = _cut(text, body)
        if rest:
            return _without_body(rest)
    return text


def _without_type(text: str) -> tuple[str, str]:
    for prefix, kind in _prefixes().get(fold(text[:1]), ()):
        rest = _cut(text, prefix)
        if rest and _spelt_as_type(text[: _folded_length(text, prefix)]):
            return kind, rest
    return "", text


def _spelt_as_type(head: str) -> bool:
    """Whether a beginning typed with accents has those of a type: a name may begin with a word that only folds to one."""
    return head.isascii() or accented_key(head) in _types_as_spelt()


@cache
def _types_as_spelt() -> frozenset[str]:
    return frozenset(accented_key(row["text"]) for row in rows("unit_prefixes.csv", ("text",)))


def _cut(text: str, prefix: str) -> str:
    """What follows a prefix given folded, or an empty text when the text does not begin with it as a word."""
    size = _folded_length(text, prefix)
    if not size:
        return ""
    rest = text[size:]
    closed = prefix.endswith(".") or not rest[:1].isalnum()
    return rest.strip(_EDGES) if closed else ""


def _folded_length(text: str, prefix: str) -> int:
    """How many characters of the text fold to the prefix; 0 when it does not begin so."""
    for size in range(len(prefix), min(len(text), len(prefix) + 3) + 1):
        if fold(text[:size]) == prefix and not text[:size].endswith(" "):
            return size
    return 0
