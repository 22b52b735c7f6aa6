"""Rows that name a whole and its part ("dossiers to be digitised / digitised"), and the two columns that hold them."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.understanding.headings.columns import Column
from loaders.understanding.headings.halves import named_halves
from loaders.understanding.headings.match import denominators
from loaders.understanding.headings.ratios import is_all
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.orient import Oriented

_LEAST = 2


def part_in_label(label: str) -> str:
    """The part of a row that names a whole and its part, whichever stands first: "regimes that must be kept / sent on the system"."""
    halves = named_halves(label, ())
    if halves is None or not all(half.sure and len(half.codes) == 1 for half in halves):
        return ""
    first, second = (half.codes[0] for half in halves)
    return next((part for part, whole in ((first, second), (second, first)) if denominators().get(part) == whole), "")


def rows_of_pairs(o: Oriented, shown: Sequence[Column]) -> tuple[int, int] | None:
    """(total, result) beside each other, where most rows name a whole and its part."""
    wholes = [c for c in shown if is_all(c.leaf)]
    results = [c for c in shown if c.role == "actual" and c not in wholes]
    if len(wholes) != 1 or len(results) != 1 or wholes[0].path[:-1] != results[0].path[:-1]:
        return None
    pairs = [bool(part_in_label(o.text(row, o.label_col))) for row in o.table.body]
    return (wholes[0].col, results[0].col) if sum(pairs) >= _LEAST and 2 * sum(pairs) > len(pairs) else None


def doubt_pairs(o: Oriented, found: Sequence[Claim]) -> None:
    """One figure of a row that names a whole and then its part is either of them."""
    for claim in found:
        label = o.text(claim.cell.row, o.label_col)
        part = part_in_label(label) if claim.role == "value" and not claim.half and "/" in label else ""
        if part and len(claim.codes) == 1 and claim.codes[0] in (part, denominators()[part]):
            claim.codes, claim.sure = (part, denominators()[part]), False
