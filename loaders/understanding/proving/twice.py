"""One fact given twice: rows of one unit with different figures, or with other words beside its name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from catalogue.periods import Period
from loaders.issues import issue, written
from loaders.understanding.doubting.former_rows import are_former, former_rows
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.texts.rowkinds import numberish

if TYPE_CHECKING:
    from loaders.understanding.sheets.sheet_reading import Reading

_LEAST = 2
Fact = tuple[str, Period | None, str, str]
"""Unit, period, basis, element."""


def conflicts(reading: Reading, given: Mapping[str, str]) -> None:
    """Ask where a fact is given twice with different figures, or in rows that tell parts of a unit apart."""
    found = repeated(reading)
    _doubt_labels(reading, found, given)
    sure = {fact: _without_guesses(members) for fact, members in found.items()}
    twice = [(unit, members) for (unit, *_rest), members in sure.items() if len(members) > 1]
    torn = {(unit, _rows(members)) for unit, members in twice if len({c.value for c in members}) > 1}
    alike = {(unit, _rows(members)) for unit, members in twice if _told_apart(reading, members)}
    torn |= alike if len(alike) >= _LEAST else set()
    rows: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for unit, members in twice:  # where two rows of a unit differ anywhere, neither is known to be the right one
        if (unit, _rows(members)) in torn:
            rows[unit, _rows(members)] += members
    for members in rows.values():
        _conflict(reading, members)


def _doubt_labels(reading: Reading, found: Mapping[Fact, list[Claim]], given: Mapping[str, str]) -> None:
    """Labels of one list that were taken for the same indicator and have different figures: that is what is asked, as long as nobody has
    said so ("heads of the commune", "heads of its offices" are both leaders)."""
    shapes = {(part.sheet.name, index): o.shape for part in reading.sheets for index, o in enumerate(part.oriented)}
    for members in found.values():
        places = {(c.sheet, c.table, c.cell.col) for c in members}
        asked = any(f"element:{c.key}" in given for c in members)
        listed = len(places) == 1 and shapes.get((members[0].sheet, members[0].table)) == "long"
        if listed and not asked and len({c.key for c in members}) == len(members) and len({c.value for c in members}) > 1:
            for claim in members:
                claim.sure = False


def repeated(reading: Reading) -> dict[Fact, list[Claim]]:
    """Each fact that is given more than once, with the claims that give it."""
    seen: dict[Fact, list[Claim]] = {}
    for claim in reading.claims:
        if claim.role == "value" and claim.value is not None and claim.unit and claim.unit.unit and claim.period and claim.code:
            seen.setdefault((claim.unit.unit.id, claim.period, claim.basis, claim.codes[0]), []).append(claim)
    return {fact: members for fact, members in seen.items() if len(members) > 1}


def _without_guesses(members: list[Claim]) -> list[Claim]:
    """The claims without those of a row whose heading is in doubt beside one that is sure, and none where all are in doubt: what we guess
    is no fault of the sender."""
    sure = {(c.sheet, c.cell.row) for c in members if c.sure}
    if not sure and len({(c.key, c.group, c.sections) for c in members}) > 1:
        return []
    return [c for c in members if c.sure or (c.sheet, c.cell.row) not in sure]


def _told_apart(reading: Reading, members: Sequence[Claim]) -> bool:
    """Whether other words stand beside the name of the unit in each of its rows of one table: sectors or hamlets, though their figures are
    the same."""
    first = members[0]
    part = next(p for p in reading.sheets if p.sheet.name == first.sheet)
    if any((c.sheet, c.table, c.cell.col) != (first.sheet, first.table, first.cell.col) for c in members):
        return False
    o = part.oriented[first.table]
    apart = (o.unit_col, o.index_col, o.code_col)
    words = {tuple(c.text for c in o.table.row(m.cell.row) if c.kind == "T" and c.col not in apart and not numberish(c)) for m in members}
    return o.shape == "wide" and len(words) == len({m.cell.row for m in members})


def _rows(members: Sequence[Claim]) -> str:
    return " ".join(sorted({f"{c.sheet}!{c.cell.row}" for c in members}))


def _conflict(reading: Reading, members: Sequence[Claim]) -> None:
    if are_former(members):
        former_rows(reading, members)
        return
    for claim in members:
        claim.status, claim.doubt = "asked", "value_conflict"
    rows = sorted({(c.sheet, c.cell.row) for c in members})
    named = all(c.unit and c.unit.text == c.label for c in members)
    if len(rows) > 1 and not named and len({c.table for c in members}) == 1 and len({c.cell.col for c in members}) > 1:
        text = members[0].unit.text if members[0].unit else ""
        apart = len({c.sheet for c in members}) > 1
        cells = ", ".join(f"{c.sheet}!{c.cell.address}" if apart else c.cell.address for c in members)
        for claim in members:
            reading.issues.append(issue("unit_twice", claim.sheet, claim.cell.address, text=text, cells=cells))
        return
    for code in dict.fromkeys(c.code for c in members):
        same = [c for c in members if c.code == code]
        apart = len({c.sheet for c in same}) > 1
        values = ", ".join(f"{c.sheet + '!' if apart else ''}{c.cell.address}: {written(c.cell)}" for c in same)
        for claim in same:
            reading.issues.append(issue("value_conflict", claim.sheet, claim.cell.address, label=claim.label, values=values))
