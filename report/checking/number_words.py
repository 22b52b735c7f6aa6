"""Numbers written in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from report.checking.folding import declared

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Word:
    """What a word of a number does: a digit, "ten", tens, hundreds, a scale, or nothing (between hundreds and ones)."""

    role: str
    value: int
    alone: bool


@dataclass(frozen=True, slots=True)
class Spelt:
    """A number in words and where it stands."""

    start: int
    end: int
    value: int


@cache
def _words() -> dict[str, Word]:
    return {row["word"]: Word(row["role"], int(row["value"]), row["alone"] == "yes") for row in declared("number_words.csv")}


def spelt(text: str) -> Iterator[Spelt]:
    """Every number in words of two words or more, and single ones that can mean nothing else; names in capitals are left alone."""
    run: list[re.Match[str]] = []
    for found in [*_WORD.finditer(text), None]:
        joins = found is not None and found.group().lower() in _words() and _follows(text, run, found)
        if joins and found is not None:
            run.append(found)
            continue
        yield from _of_run(run)
        starts = found is not None and found.group().lower() in _words()
        run = [found] if starts and found is not None else []


def _follows(text: str, run: Sequence[re.Match[str]], found: re.Match[str]) -> bool:
    return not run or text[run[-1].end() : found.start()].isspace()


def _of_run(run: Sequence[re.Match[str]]) -> Iterator[Spelt]:
    words = [found.group() for found in run]
    if not words or any(word[0].isupper() for word in words[1:]):
        return
    value = value_of([word.lower() for word in words])
    single = words[0] in _words() and _words()[words[0]].alone
    if value is not None and (len(words) > 1 or single):
        yield Spelt(run[0].start(), run[-1].end(), value)


def value_of(words: Sequence[str]) -> int | None:
    """The number the words (lower case) spell; None when they spell none."""
    total = chunk = 0
    pending: int | None = None
    for text in words:
        word = _words().get(text)
        if word is None:
            return None
        if word.role == "digit":
            if pending is not None:
                return None
            pending = word.value
        elif word.role == "ten":
            if pending is not None:
                return None
            chunk += word.value
        elif word.role in ("tens", "hundred"):
            if pending is None:
                return None
            chunk, pending = chunk + pending * word.value, None
        elif word.role == "scale":
            chunk, pending = chunk + (pending or 0), None
            if not chunk:
                return None
            total, chunk = total + chunk * word.value, 0
    return total + chunk + (pending or 0) if total or chunk or pending is not None else None
