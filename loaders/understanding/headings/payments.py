"""People under "total", "cash" and "by account" side by side in a table of welfare: those who were paid, though no heading says so."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.understanding.headings.columns import Column
from loaders.understanding.headings.match import Match, match
from loaders.understanding.headings.tags import meaning
from loaders.understanding.headings.things import things

_WELFARE = frozenset({"ssp", "beneficiary"})
_PEOPLE = frozenset({"person", "beneficiary"})
_WAYS = frozenset({"cash", "noncash"})
_BESIDE = frozenset({"amount", "regime", "citizen", "result"})
_PAID = "chi tra"


def people_paid(column: Column, columns: Sequence[Column], title: str) -> Match | None:
    """What a column of people that says no more than "total" or a way of paying means beside both ways; None for any other column."""
    said = [meaning(text) for text in column.path]
    tags = frozenset().union(*(m.tags for m in said))
    if len(column.path) < 2 or any(m.unknown for m in said) or not tags & _PEOPLE or not tags <= _PEOPLE | _WAYS | {"total"}:
        return None
    around = frozenset(tag for c in columns for text in c.path for tag in meaning(text).tags)
    subject = meaning(title).tags & things()
    if not around >= _WAYS or not (around | subject) & _WELFARE or not subject <= _WELFARE | _PEOPLE | _BESIDE:
        return None
    found = match(column.leaf, (*reversed(column.path[:-1]), _PAID))
    return found if found.sure else None
