"""Headings of a table we understand that stand over figures and were not understood themselves: named, never passed over in silence."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from catalogue.facts import Issue
from loaders.issues import issue
from loaders.understanding.headings.tags import meaning
from loaders.understanding.headings.things import is_bare, things
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.texts.rowkinds import is_total, numberish
from loaders.understanding.texts.words import table

if TYPE_CHECKING:
    from loaders.understanding.sheets.sheet_reading import Reading, SheetReading

_MOST = 6
_ASIDE = frozenset({"total", "inperiod", "rate", "info", "data", "org"})


def unread(reading: Reading) -> list[Issue]:
    """One message a table, at the first of its headings that speak of our subject and were not understood."""
    return [found for part in reading.sheets for found in _of_sheet(part)]


def _of_sheet(part: SheetReading) -> list[Issue]:
    named: dict[int, dict[str, Claim]] = defaultdict(dict)
    ours = {c.table for c in part.claims if c.role == "value" and c.codes}
    for claim in part.claims:
        if claim.table in ours and _passed_over(claim):
            named[claim.table].setdefault(claim.label, claim)
    return [_message(list(found.values())) for found in named.values()]


def _passed_over(claim: Claim) -> bool:
    """A figure left out for no other reason than that its heading says nothing known."""
    if claim.codes or claim.role != "skip" or claim.notes or not claim.label or not (claim.cell.kind == "N" or numberish(claim.cell)):
        return False
    return not is_total(claim.leaf) and _ours(claim.label)


def _ours(label: str) -> bool:
    """Whether a heading speaks of what the catalogue counts: it names one of its things, negations and other levels aside."""
    tags = meaning(label.rsplit(" / ", 1)[-1]).tags
    return bool(tags - _ASIDE - _foreign()) and not tags & {"neg", "session", "other"} and bool(tags & things() or is_bare(label))


@cache
def _foreign() -> frozenset[str]:
    return frozenset(row["tag"] for row in table("foreign.csv"))


def _message(found: list[Claim]) -> Issue:
    names = "; ".join(c.label for c in found[:_MOST]) + (" ..." if len(found) > _MOST else "")
    return issue("element_unknown", found[0].sheet, found[0].cell.address, label=names)
