"""Amounts in a sentence: percentages, ranges, fractions, counts with what they count, percentage points; in figures or in words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from catalogue.tables import rows
from report.checking.about import periods_in
from report.checking.citations import citations
from report.checking.days import days
from report.checking.folding import declared, phrase, plain
from report.checking.number_words import spelt

Sort = Literal["percent", "fraction", "count", "points"]
_FIGURE = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?(?!\d)|\d+,\d+|\d+\.\d{1,2}(?![\d.])|\d+"
_PERCENT = r"\s*(?:%|phan tram(?![a-z]))"
_POINTS = r"\s*(?:diem phan tram|diem %)"
_BOUND_WITHIN = 16


@dataclass(frozen=True, slots=True)
class Amount:
    """One amount. `low` is its value (or the lower end), `high` the upper end of a range, `over` the N of a fraction n/N; `noun` what
    is counted, without accents; `bound`: "" exact, "over", "under" or "about"; `decimals` those written."""

    sort: Sort
    start: int
    end: int
    low: float
    high: float | None = None
    over: float | None = None
    decimals: int = 0
    noun: str = ""
    bound: str = ""


@cache
def _shapes() -> tuple[tuple[Sort, re.Pattern[str]], ...]:
    nouns = "|".join(re.escape(noun) for noun in _nouns())
    scales = "|".join(re.escape(row["word"]) for row in declared("scales.csv"))
    number, noun = f"(?:{_FIGURE})", f"(?P<noun>{nouns})(?![a-z0-9])"
    of_all = r"(?:/|tren|trong)\s*(?:tong(?: so)?\s*)?"
    return (
        ("points", re.compile(rf"(?P<a>{number}){_POINTS}")),
        ("percent", re.compile(rf"(?P<a>{number})\s*%?\s*(?:-|den)\s*(?P<b>{number}){_PERCENT}")),
        ("percent", re.compile(rf"(?P<a>{number}){_PERCENT}")),
        ("fraction", re.compile(rf"(?P<a>{number})\s*(?:(?:{nouns})\s*)?{of_all}(?P<b>{number})(?:\s*{noun})?(?!\s*[/%\d])")),
        ("count", re.compile(rf"(?P<a>{number})(?:\s*(?P<scale>{scales})(?![a-z0-9]))?(?:\s+(?:luot\s+)?{noun})?")),
    )


@cache
def _nouns() -> tuple[str, ...]:
    found = {plain(row["word"]) for row in rows("reader/number_words.csv")} | {row["noun"] for row in declared("nouns.csv")}
    return tuple(sorted(found, key=len, reverse=True))


@cache
def _masks() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(row["pattern"]) for row in declared("masks.csv"))


def amounts(text: str) -> list[Amount]:
    """The amounts of a passage, in order. Days, years, numbers of papers, items and names that hold a figure are none."""
    figures, folded = _figures(text), ""
    folded = _masked(text, figures)
    found: list[Amount] = []
    free = [True] * len(folded)
    for sort, shape in _shapes():
        for hit in shape.finditer(folded):
            if all(free[hit.start() : hit.end()]) and _stands_alone(folded, hit.start(), hit.end()):
                found.append(_bounded(folded, _made(sort, hit, figures)))
                free[hit.start() : hit.end()] = [False] * (hit.end() - hit.start())
    return sorted(found, key=lambda amount: amount.start)


def _stands_alone(folded: str, start: int, end: int) -> bool:
    """Whether figures are not part of a longer word or number ("4G", "A4", "1.2.3")."""
    before, behind = folded[start - 1 : start], folded[end : end + 1]
    return not (before.isalnum() or (before in ("/", ".", ",", "-") and start > 1 and folded[start - 2].isdigit())) and not behind.isalnum()


def _figures(text: str) -> dict[int, tuple[int, int]]:
    """Start of each number in words -> its end and value."""
    return {found.start: (found.end, found.value) for found in spelt(text)}


def _masked(text: str, words: dict[int, tuple[int, int]]) -> str:
    """The text without accents, as long as before: what only looks like an amount is blotted out, numbers in words become figures
    (padded with a sign that counts as a blank)."""
    letters = list(plain(text))
    spans = [(d.start, d.end) for d in days(text)] + [(c.start, c.end) for c in citations(text)]
    folded = "".join(letters)
    spans += [hit.span("mask" if "mask" in mask.groupindex else 0) for mask in _masks() for hit in mask.finditer(folded)]
    spans += [_period_span(folded, start) for start, _period in periods_in(text)]
    for start, end in spans:
        letters[start:end] = "#" * (end - start)
    for start, (end, value) in words.items():
        figure = str(value)
        if len(figure) <= end - start and "#" not in letters[start:end]:
            letters[start:end] = figure + " " * (end - start - len(figure))
    return "".join(letters)


def _period_span(folded: str, start: int) -> tuple[int, int]:
    year = re.compile(r"20\d\d").search(folded, start)
    return start, year.end() if year else start


def _made(sort: Sort, hit: re.Match[str], words: dict[int, tuple[int, int]]) -> Amount:
    groups = hit.groupdict()
    low, decimals = number_of(hit["a"], sort == "percent")
    other = number_of(groups["b"], sort == "percent")[0] if groups.get("b") else None
    if groups.get("scale"):
        low *= next(float(row["value"]) for row in declared("scales.csv") if row["word"] == hit["scale"])
    noun = (groups.get("noun") or groups.get("scale") or "").strip()
    end = hit.end()
    if sort == "fraction":
        return Amount(sort, hit.start(), end, low, over=other, noun=noun)
    if other is not None:
        decimals = max(decimals, number_of(hit["b"], True)[1])
    return Amount(sort, hit.start(), end, low, high=other, decimals=decimals, noun=noun)


def number_of(figure: str, percent: bool = False) -> tuple[float, int]:
    """The value of figures as typed, and how many decimals were written. Points group thousands in threes, else they are a decimal sign."""
    grouped = re.fullmatch(r"\d{1,3}(?:\.\d{3})+(,\d+)?", figure) is not None
    if percent and grouped and float(figure.replace(".", "").replace(",", ".")) > 1000:
        grouped = False
    plain_figure = figure.replace(".", "").replace(",", ".") if grouped or "," in figure else figure
    return float(plain_figure), len(plain_figure.partition(".")[2])


def _bounded(folded: str, amount: Amount) -> Amount:
    before = folded[max(0, amount.start - _BOUND_WITHIN) : amount.start]
    behind = folded[amount.end : amount.end + _BOUND_WITHIN]
    for kind in ("over", "under", "about"):
        if phrase(f"{kind}_before").search(before) or (kind == "over" and phrase("over_behind").match(behind)):
            return replace(amount, bound=kind)
    return amount


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a passage begin and end: at a full stop, question mark or semicolon before a blank."""
    start = 0
    for stop in re.finditer(r"[.;!?](?=\s+\S)", text):
        before = text[start : stop.start()]
        if stop.group() == "." and (re.search(r"(?:^|\s)(?:\d{1,2}|[A-Z]{1,3}|v|tt|tp|[a-z])$", before, re.IGNORECASE) is not None):
            continue
        yield start, stop.end()
        start = stop.end()
    yield start, len(text)


def sentence_at(bounds: Sequence[tuple[int, int]], place: int) -> tuple[int, int]:
    """The sentence a place lies in."""
    return next((span for span in bounds if span[0] <= place < span[1]), bounds[-1])
