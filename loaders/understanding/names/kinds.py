"""The types of unit before a name: "xa", "huyen", "UBND phuong", and what is an office or a group of units instead."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from catalogue.names import take_apart, unit_types
from catalogue.tables import rows
from catalogue.text import nfc
from loaders.understanding.texts.words import classes, plain


@cache
def types() -> dict[str, str]:
    """Folded type or prefix of a unit, as it stands before a name, to the type as the register writes it."""
    found = {plain(row["text"]): row["type"] for row in rows("unit_prefixes.csv") if row["type"]}
    return found | {plain(kind): kind for kind in unit_types()}


@cache
def type_word() -> re.Pattern[str]:
    """Finds a type of unit before a name in a folded text."""
    kinds = "|".join(re.escape(kind) for kind in sorted(types(), key=len, reverse=True))
    return re.compile(rf"(?<![a-z])({kinds})\s+(?=[a-z])")


@cache
def above_communes(kind: str) -> bool:
    """Whether a type is that of districts or provinces."""
    return any(row["type"] == kind and row["level"] != "commune" for row in rows("unit_types.csv"))


@lru_cache(maxsize=16384)
def commune_kind(text: str) -> bool:
    """Whether a text begins with a type that only communes have."""
    kind = plain(take_apart(nfc(text)).type)
    return any(plain(row["type"]) == kind and row["level"] == "commune" for row in rows("unit_types.csv")) if kind else False


def type_name(kind: str) -> str:
    """A folded type or prefix as the register writes the type; any other text as it is."""
    return types().get(kind, kind)


def is_office(text: str) -> bool:
    """A specialised office or another body that is not a commune."""
    return "office" in classes("lines.csv", text)


def is_group(text: str) -> bool:
    """A row over several units ("the communes", "the area of ..."): a heading or a sum of theirs, never one of them."""
    return "group_row" in classes("lines.csv", text)
