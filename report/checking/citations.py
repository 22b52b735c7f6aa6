"""Legal texts and official papers as a report cites them: kind, number, day, and the title that follows."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from report.checking.days import WrittenDay, days
from report.checking.folding import declared, phrase, plain

_SIGN = re.compile(
    r"(?<![\w/])(?P<number>\d{1,5})\s*(?P<join>[/-])\s*(?P<sign>(?:\d{4}\s*/\s*)?[A-Z\u0110][A-Za-z\u0110\u0111&]*(?:\d{1,2})?(?:\s*[-/]\s*[A-Z\u0110][A-Za-z\u0110\u0111&]*\d{0,2})*)"
)
_DAY_WITHIN = 6
_TITLE_LENGTH = 260
_TITLE_ENDS = re.compile(r"[;.:()\u201c\u201d\u00b9\u00b2\u00b3\u2070\u2074-\u2079]|\s-\s")


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation. `number` as digits without leading zeros, `sign` what follows the stroke ("QD-TTg", letter for letter),
    `kind` the short word of data/report/kinds.csv ("" when none is written), `day` when the day stands right behind."""

    passage: int
    start: int
    end: int
    kind: str
    number: str
    sign: str
    day: WrittenDay | None
    title: str
    text: str

    @property
    def key(self) -> str:
        """Number and sign as compared: without blanks and case."""
        return f"{self.number}/{_squeezed(self.sign)}"

    @property
    def date(self) -> dt.date | None:
        """The day it is said to be of."""
        return self.day.day if self.day else None


def _squeezed(sign: str) -> str:
    return re.sub(r"[\s&]", "", plain(sign))


@cache
def _kinds() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(rf"\b{row['pattern']}\s*(?:so\s*:?\s*)?$"), row["short"]) for row in declared("kinds.csv"))


def citations(text: str, passage: int = 0) -> Iterator[Citation]:
    """Every citation with number and sign, in order."""
    written = list(days(text))
    for found in _SIGN.finditer(text):
        if not _is_sign(found["sign"], found["join"]):
            continue
        start = found.start()
        kind, begin = _kind_before(text, start)
        day = next((d for d in written if found.end() <= d.start <= found.end() + _DAY_WITHIN), None)
        end = day.end if day else found.end()
        number = found["number"].lstrip("0") or "0"
        yield Citation(passage, begin, end, kind, number, found["sign"], day, _title(text, end), text[begin:end])


def _is_sign(sign: str, join: str) -> bool:
    """Signs have two capitals at least ("QD-TTg", "UBND"); a hyphen stands before the sign of the Party's papers alone."""
    return sum(letter.isupper() for letter in sign) >= 2 and (join == "/" or re.search(r"/T\w", sign) is not None)


def _kind_before(text: str, start: int) -> tuple[str, int]:
    head = plain(text[:start]).rstrip()
    for pattern, short in _kinds():
        found = pattern.search(head)
        if found:
            return short, found.start()
    return "", start


def _title(text: str, end: int) -> str:
    """What is said after the citation up to the next stop: who issued it and what about."""
    rest = text[end : end + _TITLE_LENGTH]
    stop = _TITLE_ENDS.search(rest)
    return rest[: stop.start()] if stop else rest


def in_the_past(text: str, citation: Citation) -> bool:
    """Whether the sentence speaks of the text as gone (replaced, ended), which is no mistake."""
    around = plain(text[max(0, citation.start - 60) : citation.end + 80])
    return phrase("gone").search(around) is not None


def part_of_name(sign: str) -> list[str]:
    """The bodies named in a sign: what stands between its strokes and hyphens."""
    return [piece for piece in re.split(r"[\s/-]+", sign) if piece]
