"""Worn-out terms, names written wrong, and slips of typing: each a row of data/report/."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from catalogue.language import _, day
from catalogue.text import accented
from report.checking.citations import citations
from report.checking.finding import Finding
from report.checking.folding import declared, plain
from report.checking.places import capitals
from report.checking.reported import Report

_NEAR = 60


@dataclass(frozen=True, slots=True)
class Term:
    """A term that went out of use: patterns are for text without accents; `near` must and `unless` must not stand around it."""

    pattern: re.Pattern[str]
    since: dt.date
    instead: str
    why: str
    near: re.Pattern[str] | None
    unless: re.Pattern[str] | None


def check(report: Report) -> list[Finding]:
    """Every finding on words, passage by passage."""
    found: list[Finding] = []
    for at, passage in enumerate(report.passages):
        slips = list(_slips(report, at, passage.text))
        found += [*_outdated(report, at, passage.text), *_misspelt(report, at, passage.text), *slips]
        found += [f for f in _accents(report, at, passage.text) if not any(f.start < s.end and s.start < f.end for s in slips)]
    return found


@cache
def _terms() -> tuple[Term, ...]:
    def maybe(text: str) -> re.Pattern[str] | None:
        return re.compile(text) if text else None

    return tuple(
        Term(
            re.compile(rf"(?<![a-z0-9])(?:{row['pattern']})(?![a-z0-9])"),
            dt.date.fromisoformat(row["since"]),
            row["instead"],
            row["why"],
            maybe(row["near"]),
            maybe(row["unless"]),
        )
        for row in declared("terms.csv")
    )


def _outdated(report: Report, at: int, text: str) -> Iterator[Finding]:
    written = report.about.written
    folded = plain(text)
    cited = [(c.start, c.end + len(c.title)) for c in citations(text, at)]
    for term in _terms():
        for hit in term.pattern.finditer(folded) if written and written >= term.since else ():
            around = folded[max(0, hit.start() - _NEAR) : hit.end() + _NEAR]
            wanted = term.near is None or term.near.search(folded) is not None
            spared = (term.unless is not None and term.unless.search(around)) or any(s <= hit.start() < e for s, e in cited)
            if wanted and not spared:
                message = _("Out of use since {day}: {why}. Write: {instead}.", day=day(term.since), why=term.why, instead=term.instead)
                yield report.found(at, hit.start(), hit.end(), "term", "outdated", message, term.instead)


@cache
def _spellings() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(rf"(?<!\w){row['pattern']}(?!\w)", re.IGNORECASE), row["right"]) for row in declared("spellings.csv"))


def _misspelt(report: Report, at: int, text: str) -> Iterator[Finding]:
    """Names of systems: found whatever their capitals, right in one way alone; a line in capitals is left alone."""
    for pattern, right in _spellings() if not capitals(text) else ():
        for hit in pattern.finditer(text):
            if hit.group() != right:
                message = _("The name is written {right}.", right=right)
                yield report.found(at, hit.start(), hit.end(), "spelling", "misspelt", message, right)


@cache
def _slip_rows() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    return tuple((re.compile(_nfc(row["pattern"]), re.IGNORECASE), row["right"], row["unless"]) for row in declared("slips.csv"))


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _slips(report: Report, at: int, text: str) -> Iterator[Finding]:
    """Slips are looked for with their accents; `right` may take over parts of what was found."""
    lower = text.lower()
    for pattern, right, unless in _slip_rows():
        for hit in pattern.finditer(lower):
            if unless and re.search(unless, lower):
                continue
            meant = hit.expand(right).strip() if right else ""
            message = _("A slip of typing: {right} is meant.", right=meant) if meant else _("A slip of typing. Read the sentence again.")
            yield report.found(at, hit.start(), hit.end(), "spelling", "misspelt", message, meant)


@cache
def _right_words() -> tuple[re.Pattern[str], dict[str, str]]:
    right = {plain(row["words"]): row["words"] for row in declared("right_words.csv")}
    choices = "|".join(re.escape(words) for words in sorted(right, key=len, reverse=True))
    return re.compile(rf"(?<![a-z0-9])(?:{choices})(?![a-z0-9])"), right


def _accents(report: Report, at: int, text: str) -> Iterator[Finding]:
    """Common words of which an accent is missing or wrong; what is written without any accent (an address, a file) is left alone."""
    pattern, right = _right_words()
    for hit in pattern.finditer(plain(text)):
        said, meant = text[hit.start() : hit.end()], right[hit.group()]
        a_name = not said.isupper() and any(word[0].isupper() for word in said.split()[1:])
        if accented(said) != accented(meant) and said.lower() != hit.group() and not a_name:
            message = _("A slip of typing: {right} is meant.", right=meant)
            yield report.found(at, hit.start(), hit.end(), "spelling", "misspelt", message, meant)
