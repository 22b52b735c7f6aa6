"""The total of one commune over the rows it is broken down by (offices, hamlets, sectors): a total that is not their sum is asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from catalogue.elements import elements
from catalogue.language import number as shown
from loaders.issues import issue, written
from loaders.opening.grid import Cell
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.texts.rowkinds import is_section_mark
from loaders.understanding.typed.values import typed
from loaders.understanding.typed.verdicts import column_verdict

if TYPE_CHECKING:
    from loaders.understanding.sheets.sheet_reading import Reading, SheetReading

_LEAST_ROWS = 2
_HALF = 0.5
_UNREAD = ("ambiguous", "error", "text", "date", "fraction")


def breakdowns(reading: Reading, part: SheetReading) -> None:
    """Doubt the totals that differ from their rows, in tables whose rows are known to add up: numbered 1 to n without a gap or a part of
    another, or added up by most of its columns."""
    for index, oriented in enumerate(part.oriented):
        if oriented.shape != "sectors":
            continue
        found = [c for c in part.claims if c.table == index and c.codes and not c.half and _counted(c.codes[0])]
        heads = {row for row in oriented.table.body if is_section_mark(_mark(oriented, row))}
        inner = heads and any(_mark(oriented, row).isdigit() for row in oriented.table.body)
        found = [c for c in found if not inner or c.cell.row in heads or c.notes != ["sector"]]
        sums = {whole.cell.col: (whole, sum(rows) * _scale(whole)) for whole, rows in _columns(found)}
        agreeing = [total for whole, total in sums.values() if _same(whole, total)]
        proven = _numbered(oriented, found) or (any(agreeing) and 2 * len(agreeing) >= len(sums))
        for whole, total in sums.values():
            if proven and not _same(whole, total):
                whole.status, whole.doubt, whole.told = "asked", "total_differs", "total"
                where = {"raw": written(whole.cell), "computed": shown(total, None)}
                reading.issues.append(issue("total_differs", whole.sheet, whole.cell.address, **where))


def _scale(whole: Claim) -> float:
    """By how much a total was multiplied for its unit of measure: its rows are typed in the same."""
    typed_as = _figures([whole.cell])
    return whole.value / typed_as[0] if whole.value and typed_as and typed_as[0] else 1.0


def _counted(code: str) -> bool:
    return code in elements() and elements()[code].additive


def _columns(found: Sequence[Claim]) -> list[tuple[Claim, list[float]]]:
    """The total of each column with the figures of its rows, where every one of them can be read."""
    columns: dict[int, list[Claim]] = defaultdict(list)
    for claim in found:
        columns[claim.cell.col].append(claim)
    read = []
    for claims in columns.values():
        whole = [c for c in claims if c.role == "value" and c.value is not None and c.status == "accepted"]
        rows = _figures([c.cell for c in claims if c.notes == ["sector"]])
        if len(whole) == 1 and rows is not None and len(rows) >= _LEAST_ROWS:
            read.append((whole[0], rows))
    return read


def _figures(cells: Sequence[Cell]) -> list[float] | None:
    """The numbers of cells, blanks and dashes left out; None where one of them is no number."""
    verdict = column_verdict(cells, "count")
    said = [typed(cell, verdict) for cell in cells]
    if any(s.state in _UNREAD or s.approximate for s in said):
        return None
    return [s.value for s in said if s.state == "number" and s.value is not None]


def _numbered(o: Oriented, found: Sequence[Claim]) -> bool:
    """Whether the rows are numbered 1 to n: none of them is a part of another."""
    rows = sorted({c.cell.row for c in found if c.notes == ["sector"]})
    marks = [_mark(o, row) for row in rows]
    return len(rows) > _LEAST_ROWS and marks == [str(n) for n in range(1, len(rows) + 1)]


def _mark(o: Oriented, row: int) -> str:
    cell = o.table.sheet.cell(row, o.index_col) if o.index_col is not None else None
    return cell.text.strip() if cell else ""


def _same(whole: Claim, total: float) -> bool:
    return whole.value is not None and abs(whole.value - total) < _HALF
