"""Tables whose rows or headings are known while no column says plainly that it holds the figures of the period: a person chooses one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from loaders.understanding.claiming.basis import basis_in
from loaders.understanding.dates.times import is_time_word
from loaders.understanding.headings.corrected import SUPERSEDED
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.texts.rowkinds import numberish

_OPEN = frozenset({"no_figure", "last_period", SUPERSEDED})


def key_of(sheet: str, index: int) -> str:
    """The key of the question which column is meant."""
    return f"column:{sheet}:{index}"


def choices(o: Oriented, found: Sequence[Claim]) -> dict[str, list[Claim]]:
    """Outermost heading -> the known figures under it that were left alone; empty where the table has figures taken, or none at all."""
    if any(c.role in ("value", "check") and c.codes for c in found):
        return {}
    left: dict[str, list[Claim]] = {}
    for claim in found:
        column = o.columns.get(claim.cell.col)
        figure = claim.cell.kind == "N" or numberish(claim.cell)
        if (
            claim.codes
            and claim.sure
            and figure
            and column
            and column.path
            and not is_time_word(column.leaf)
            and set(claim.notes) & _OPEN
            and not set(claim.notes) - _OPEN
        ):
            left.setdefault(column.path[0], []).append(claim)
    return {} if any(_repeated(claims) for claims in left.values()) or _unfilled(o, left) else left


def _unfilled(o: Oriented, left: Mapping[str, Sequence[Claim]]) -> bool:
    """A form that nobody has filled in: only what was reported the time before stands beside its empty column of results."""
    before = all(o.columns[claim.cell.col].role == "last_period" for claims in left.values() for claim in claims)
    return bool(left) and before and any(column.role == "actual" for column in o.columns.values())


def _repeated(claims: Sequence[Claim]) -> bool:
    """One count of one unit in several rows: these are parts of a whole that nobody summed."""
    return len({(c.unit.text if c.unit else "", c.codes, c.half) for c in claims}) < len(claims)


def choose(o: Oriented, index: int, found: Sequence[Claim], given: Mapping[str, str]) -> None:
    """Take the figures under the heading that was answered."""
    answer = given.get(key_of(o.table.sheet.name, index))
    for claim in choices(o, found).get(answer, []) if answer else []:
        claim.basis = basis_in(claim.codes[0], "actual")
        claim.role = "value"
        claim.notes.clear()
