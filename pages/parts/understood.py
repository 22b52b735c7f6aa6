"""How each cell of a sheet was understood, for its picture: laid over one another, the graver word last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from catalogue.facts import Issue, Observation
from catalogue.language import _, number
from loaders.grid import Cell, Sheet, position
from loaders.rowkinds import is_total
from pages.parts.sheet_picture import Mark, Place, Role

_BY_STATUS: dict[str, Role] = {"accepted": "value", "asked": "asked", "rejected": "wrong"}


@dataclass(frozen=True, slots=True)
class Area:
    """Where one table stands: rows and columns from 0, all ends inside. `key` is the column of units or labels, if any."""

    header_first: int
    header_last: int
    data_first: int
    data_last: int
    left: int
    right: int
    key: int | None = None

    def heads(self, cell: Cell) -> bool:
        """Whether the cell is a heading."""
        return self.header_first <= cell.row <= self.header_last and self.left <= cell.col <= self.right

    def holds(self, cell: Cell) -> bool:
        """Whether the cell stands in the body."""
        return self.data_first <= cell.row <= self.data_last and self.left <= cell.col <= self.right


def marks(sheet: Sheet, areas: Iterable[Area], observations: Iterable[Observation], issues: Iterable[Issue]) -> dict[Place, Mark]:
    """The mark of every cell of the sheet that is more than text. `observations` and `issues` of other sheets are passed over."""
    found = {(cell.row, cell.col): mark for cell in sheet.cells.values() if (mark := _ground(cell, tuple(areas), sheet))}
    for observation in observations:
        if observation.sheet == sheet.name and (place := _place(observation.cell)):
            found[place] = Mark(_BY_STATUS[observation.status], _read_as(observation))
    for place, issue in _placed(issues, sheet.name):
        found[place] = _graver(found.get(place, Mark("text")), issue)
    return found


def _ground(cell: Cell, areas: tuple[Area, ...], sheet: Sheet) -> Mark | None:
    """What a cell is before anything was read from it."""
    area = next((area for area in areas if area.heads(cell) or area.holds(cell)), None)
    if area and area.heads(cell):
        return Mark("header")
    if area and cell.col == area.key:
        return Mark("unit") if not is_total(cell.text) else Mark("total")
    if cell.kind not in ("N", "X"):
        return None
    if area and any(is_total(other.text) for other in sheet.rows[cell.row] if other.kind == "T"):
        return Mark("total")
    return Mark("ignored", _("No count of the catalogue was recognised here."))


def _read_as(observation: Observation) -> str:
    return _("Read as {value}.", value=number(observation.value, None))


def _placed(issues: Iterable[Issue], sheet: str) -> Iterator[tuple[Place, Issue]]:
    for issue in issues:
        place = _place(issue.cell)
        if issue.sheet == sheet and place:
            yield place, issue


def _graver(mark: Mark, issue: Issue) -> Mark:
    """A cell's mark with an issue laid over it: an error makes it wrong, a question asked; a warning only adds its sentence."""
    said = f"{mark.why} {issue.message}".strip()
    if issue.severity == "error":
        return Mark("wrong", said)
    if issue.severity == "question" and mark.role != "wrong":
        return Mark("asked", said)
    return replace(mark, why=said)


def _place(cell: str) -> Place | None:
    """The place of an address; of a range its first cell; None for no address."""
    try:
        return position(cell.partition(":")[0])
    except ValueError:
        return None
