"""Tables that score communes: the points of a group are no figure of what its heading names, and their total is that of one index."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.understanding.claiming.points_in_columns import columns_of_points, number, unsettled
from loaders.understanding.claiming.points_in_rows import rows_of_points, within_maxima
from loaders.understanding.headings.points import OTHER, WHOLE, index_of, indexes, only_points, points_of_a_part, scores
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.texts.words import classes
from loaders.understanding.typed.measures import of_element

_SCORE = "score"
_SCALES = {"point100": 100, "point1000": 1000}
"""The measures in which scores are kept, with the points of a whole index."""


def leave_points(o: Oriented, found: Sequence[Claim]) -> None:
    """Leave out the points of groups; of a total of points keep what the headings or the title call by its index, else ask."""
    parts, sums = columns_of_points(o)
    loose = unsettled(o, parts | sums)
    rows, totals = set[int](), set[int]()
    if o.shape in ("long", "transposed", "tidy"):
        cols = {c.cell.col for c in found if c.role == "value"} or _scored(found)
        rows, totals = (
            rows_of_points(o, cols) if o.shape != "tidy" else (rows, {r for r in o.table.body if only_points(o.text(r, o.label_col))})
        )
        loose = cols if o.shape == "long" and within_maxima(o, cols) else loose
    for claim in found:
        col, row = claim.cell.col, claim.cell.row
        if col in sums or row in totals:
            _give(claim, o)
        elif claim.codes and claim.codes[0] in scores():
            _of_index(claim, o)
        elif col in parts or row in rows or (claim.measure is not None and claim.measure.code.startswith("point")):
            _leave(claim)
        elif col in loose and claim.role == "value":
            claim.sure = False


def _scored(found: Sequence[Claim]) -> set[int]:
    return {c.cell.col for c in found if _SCORE in c.notes}


def _leave(claim: Claim) -> None:
    if claim.role != "skip":
        claim.role, claim.codes = "skip", ()
        claim.notes.append(_SCORE)


def _of_index(claim: Claim, o: Oriented) -> None:
    """A total of points: of the index that its headings name, else the title; of another index it is none of ours, of none it is asked."""
    own = indexes(" / ".join((claim.label, *claim.group)))
    said = own or _index_said(o)
    if said == {OTHER} or points_of_a_part(claim.leaf) or (not own and _of_a_part(o, claim.cell.row)):
        _leave(claim)
    elif len(said) == 1:
        claim.codes = (next(iter(said)),)
        claim.sure = claim.sure or (not own and only_points(claim.leaf))
    else:
        claim.codes, claim.sure = tuple(dict.fromkeys((*claim.codes, *scores()))), False


def _index_said(o: Oriented) -> frozenset[str]:
    """The indexes that the title names, else those of the lines over the table."""
    over = (c.text for c in o.table.sheet.texts if c.row < o.table.header_first and not c.extra.under_merge)
    return index_of(o.title) or frozenset().union(*(index_of(text) for text in over if "letterhead" not in classes("lines.csv", text)))


def _give(claim: Claim, o: Oriented) -> None:
    """A figure that adds up the points beside it and says no more: of the index of the title."""
    said = _index_said(o)
    if claim.role == "total" or set(claim.notes) - {_SCORE} or (o.shape in ("wide", "transposed") and claim.unit is None):
        return
    unsaid = len(said) != 1 and not only_points(claim.leaf)
    if said == {OTHER} or (claim.role == "skip" and unsaid) or points_of_a_part(claim.leaf) or _of_a_part(o, claim.cell.row):
        _leave(claim)
        return
    claim.codes, claim.sure = (tuple(said), not _of_other_scale(o, claim.cell.row, said)) if len(said) == 1 else (scores(), False)
    claim.role, claim.basis = "value", "to_date"
    claim.notes[:] = []


def _of_other_scale(o: Oriented, row: int, said: frozenset[str]) -> bool:
    """Whether the most points a total can reach are not those that its index is kept in: 70.6 of 100 is no 70.6 of 1000."""
    limit = _limit(o, row)
    kept = next((measure.code for code in said if (measure := of_element(code)) is not None), "")
    return limit in WHOLE and kept in _SCALES and _SCALES[kept] != limit


def _limit(o: Oriented, row: int) -> float | None:
    """The most points that the total in a row can reach, as its own row says."""
    most = next((c.col for c in o.columns.values() if c.role == "max_score"), None)
    return None if most is None else number(o, row, most)


def _of_a_part(o: Oriented, row: int) -> bool:
    """Whether the most points a total can reach, or all its criteria together, are not those of a whole index: some of them are counted."""
    most = next((c.col for c in o.columns.values() if c.role == "max_score"), None)
    if most is None or o.shape != "long":
        return False
    limit = number(o, row, most)
    if limit is None:
        held = [number(o, r, most) or 0.0 for r in o.table.body if r != row]
        return 0 < sum(held) < WHOLE[0]
    return limit not in WHOLE
