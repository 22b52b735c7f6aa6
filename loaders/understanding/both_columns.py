"""Indicators in rows with a column of wholes beside one of what is done: each row gives both sides of its rate."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.understanding.basis import basis_role, rebased
from loaders.understanding.claim import Claim
from loaders.understanding.columns import Column, bare_rate
from loaders.understanding.orient import Oriented
from loaders.understanding.ratios import is_done, ratio_of
from loaders.understanding.tags import meaning

_OPEN = frozenset({"no_figure"})


def sides_of_columns(o: Oriented, found: Sequence[Claim]) -> None:
    """Under "total | done | rate" a row named by its done part, or both sides, has the whole in one column and the part in the other."""
    if o.shape not in ("long", "tidy"):
        return
    sides = _sides(list(o.columns.values()))
    if sides is None:
        return
    live = {c.cell.row for c in found if c.cell.col in sides and c.role == "value"}
    for claim in found:
        if claim.cell.row not in live or claim.cell.extra.under_merge:
            continue
        side = sides.index(claim.cell.col) if claim.cell.col in sides else None
        pair = ratio_of(claim.codes[0]) if side is not None and len(claim.codes) == 1 else None
        if side is None or pair is None or set(claim.notes) - _OPEN or claim.role == "total":
            continue
        code = pair[1 - side]
        over = "to_date" if basis_role(o.columns[claim.cell.col]) == "to_date" else ""
        claim.basis = rebased(claim.basis or over, claim.codes[0], code, [(pair[0], claim.basis)])
        claim.codes, claim.role, claim.notes = (code,), "value", []
        claim.key = f"{claim.key} / {'done' if side else 'total'}"


def _sides(columns: list[Column]) -> tuple[int, int] | None:
    """(column of wholes, column of what is done) of a table that has one of each and their rate."""
    shown = [c for c in columns if not c.hidden and c.path]
    wholes = [c for c in shown if meaning(c.leaf).tags == {"total"} and not meaning(c.leaf).unknown]
    done = [c for c in shown if c not in wholes and is_done(c.leaf)]
    rates = [c for c in shown if c.role == "percent" or bare_rate(c.leaf)]
    alone = len(wholes) == len(done) == 1 and bool(rates) and wholes[0].path[:-1] == done[0].path[:-1]
    return (wholes[0].col, done[0].col) if alone else None
