"""Figures that letters stand for: columns "a | b | a/b" and rows that explain them, "rate of online dossiers (a: online; b: all)"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from loaders.understanding.texts.words import plain

if TYPE_CHECKING:
    from loaders.understanding.headings.columns import Column

_LETTER = r"[abcdmnxyt]|\([1-4]\)"
_HEAD = re.compile(rf"(?:(?:so lieu|gia tri|so luong|ket qua|tri so|cot|so) )?\(?({_LETTER})\)?(?: ?\((?:ho so|nguoi|so luong|sl)\))?")
_QUOTIENT = re.compile(rf"\(?({_LETTER})\)? ?[/:] ?\(?({_LETTER})\)?")
_MARK = re.compile(
    r"(?:^|(?<=[\s(\[;,.:]))[(\[]?(?P<letter>[abcdmnxyt]|(?<=[(\[])[1-4])[)\]]?\s*(?:[:=\u2013-]|l\u00e0(?=\s)|\.(?=\s))\s*(?!\s*[abcdmnxyt]\s*/)|"
    r"(?:^|(?<=[\s;,.:]))[(\[](?P<bracketed>[abcdmnxyt1-4])[)\]]\s+",
    re.IGNORECASE,
)
_LINKS = re.compile(
    r"(?:[\s;,.:=(\[\u2013-]|trong \u0111\u00f3|v\u1edbi|v\u00e0|[abxymn]\s*/\s*[abxymn]|\(\d\)/\(\d\)|[x*\u00d7]\s*100\s*%?)+$",
    re.IGNORECASE,
)
_AROUND = re.compile(r"^(ty le|ket qua|gia tri)\b ?|^\(?[1-9c-e]\)? ?= ?|\(? ?%\)?|[x*] ?100")
_BEHIND = re.compile(r"\(([abcdmnxyt])\)$")
_LEAST = 2


def letters_of(columns: Sequence[Column], numbers: Mapping[int, str]) -> dict[str, Column]:
    """Letter -> its column, where two columns of one group are headed by letters alone; else nothing. `numbers`: what the row of column
    numbers prints under each."""
    found: dict[tuple[str, ...], dict[str, Column]] = {}
    for column in columns:
        leaf, group = column.leaf, column.path[:-1]
        if not _HEAD.fullmatch(_bare(leaf)) and (not column.path or column.role == "actual"):
            leaf, group = numbers.get(column.col, ""), ("",)
        said = _HEAD.fullmatch(_bare(leaf))
        if said and not column.hidden:
            found.setdefault(group, {}).setdefault(said[1].strip("()"), column)
    groups = [group for group in found.values() if len(group) == _LEAST]
    return groups[0] if len(groups) == 1 else {}


def letter_in(heading: str) -> str:
    """The letter in brackets behind the words of a heading: "denominator (b)"."""
    found = _BEHIND.search(_bare(heading))
    return found[1] if found else ""


def _bare(text: str) -> str:
    return plain(text).strip(" .:")


def divided_letters(columns: Sequence[Column], numbers: Mapping[int, str]) -> tuple[str, str] | None:
    """(upper letter, lower letter) of the one quotient that a heading, or the number of a column, states."""
    texts = [text for c in columns for text in (c.leaf, numbers.get(c.col, ""))]
    said = {tuple(g.strip("()") for g in m.groups()) for text in texts if (m := _QUOTIENT.fullmatch(_bare(_AROUND.sub("", plain(text)))))}
    upper, lower = next(iter(said)) if len(said) == 1 else ("", "")
    return (upper, lower) if upper and upper != lower else None


@lru_cache(maxsize=4096)
def explained(text: str) -> tuple[str, dict[str, str]]:
    """(a label without what explains its letters, letter -> what it stands for); the label itself where it explains fewer than two."""
    marks = list(_MARK.finditer(text))
    letters = [(m["letter"] or m["bracketed"]).lower() for m in marks]
    if len(marks) < _LEAST or len(set(letters)) < len(letters):
        return text, {}
    ends = [*(m.start() for m in marks[1:]), len(text)]
    said = {letter: _phrase(text[m.end() : end]) for letter, m, end in zip(letters, marks, ends, strict=True)}
    return (_LINKS.sub("", text[: marks[0].start()]), said) if all(said.values()) else (text, {})


def _phrase(text: str) -> str:
    bare = _LINKS.sub("", text.strip()).rstrip(" ;,.")
    return bare.removesuffix(")") if bare.count(")") > bare.count("(") else bare
