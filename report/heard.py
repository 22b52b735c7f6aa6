"""What communes wrote in their returns, sorted into the sections of the report that it belongs to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from functools import cache

from catalogue.periods import Period
from catalogue.tables import rows
from catalogue.text import fold
from report import wording
from report.content import Paragraph, Run
from store import Narrative

PRINTED = 3
"""A text that more units than this send word for word is part of a form, not something they wrote."""


@cache
def _words() -> tuple[tuple[str, str], ...]:
    return tuple((fold(row["word"]), row["section"]) for row in rows("report/narrative_words.csv", ("word",)))


def section_of(heading: str) -> str:
    """The section a text under this heading belongs to; empty when it belongs nowhere."""
    plain = fold(heading)
    return next((section for word, section in _words() if word in plain), "")


def heard(narratives: Sequence[Narrative], units: Collection[str], period: Period) -> dict[str, list[Paragraph]]:
    """By section, one bullet for each thing written in the period (the last month of a longer one first): who wrote, and the words."""
    months = {str(month) for month in period.months} | {str(period)}
    spread: dict[str, set[str]] = defaultdict(set)
    for one in narratives:
        spread[fold(one.text)].add(one.unit)
    mine = [one for one in narratives if one.unit in units and one.period in months and len(spread[fold(one.text)]) <= PRINTED]
    said: dict[str, list[Paragraph]] = defaultdict(list)
    seen: Counter[tuple[str, str]] = Counter()
    for one in sorted(mine, key=lambda n: n.period, reverse=True):
        section = section_of(one.kind)
        seen[one.unit, fold(one.text)] += 1
        if section and seen[one.unit, fold(one.text)] == 1:
            words = f"{wording.raised(wording.unit(one.unit))}: {one.text.strip().rstrip('.')}."
            said[section].append(Paragraph("bullet", (Run(words),), f"{section}/{one.unit}/{len(said[section])}"))
    return dict(said)
