"""Abbreviations of our names written out the first time they are met: an official text may not use one unexplained."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from catalogue.tables import rows
from report.content import Draft, Paragraph, Part, Run
from report.wording import raised


@cache
def _longs() -> dict[str, str]:
    """Abbreviations in capitals; names that are written so for good (VNeID) and references are not among them."""
    told = {row["short"]: row["long_vi"] for row in rows("abbreviations.csv", ("short",))}
    return {short: long for short, long in told.items() if short.isupper() and " " not in short}


@cache
def _references() -> tuple[tuple[str, str, str], ...]:
    """References in names: as they are written short, cited in full the first time, and afterwards."""
    return tuple((row["short"], row["first"], row["later"]) for row in rows("report/references.csv", ("short",)))


@cache
def _pattern() -> re.Pattern[str]:
    words = sorted(_longs(), key=len, reverse=True)
    return re.compile(r"(?<![\w/.-])(" + "|".join(map(re.escape, words)) + r")(?![\w/-])")


def spelled_out(draft: Draft) -> Draft:
    """The draft with each abbreviation written out at its first place in the text, the short form in brackets after it."""
    met: set[str] = set()
    parts = tuple(_part(part, met) for part in draft.parts)
    return replace(draft, parts=parts)


def _part(part: Part, met: set[str]) -> Part:
    if part.edited:
        return part
    made = {id(one): _paragraph(one, met) for one in part.paragraphs}
    return replace(part, paragraphs=tuple(made.values()), ours=tuple(made[id(one)] for one in part.ours))


def _paragraph(paragraph: Paragraph, met: set[str]) -> Paragraph:
    return replace(paragraph, runs=tuple(_run(run, met, first=at == 0) for at, run in enumerate(paragraph.runs)))


def _run(run: Run, met: set[str], *, first: bool) -> Run:
    def long(found: re.Match[str]) -> str:
        short = found[1]
        if short in met:
            return short
        met.add(short)
        said = _longs()[short]
        return f"{raised(said) if first and found.start() == 0 else said} ({short})"

    if run.cites:
        return run
    text = run.text
    for reference, full, later in _references():
        if reference in text:
            text = text.replace(reference, later if reference in met else full)
            met.add(reference)
    return replace(run, text=_pattern().sub(long, text))
