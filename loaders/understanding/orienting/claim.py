"""What one cell is taken to say, before it is a figure: the element, the unit, the period, what is in doubt."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

import msgspec

from catalogue.periods import Period
from loaders.opening.grid import Cell
from loaders.understanding.names.whose import Named
from loaders.understanding.typed.measures import Measure

Half = Literal["", "numerator", "denominator"]


Kind = Literal["count", "percent", "fraction"]


@lru_cache(maxsize=4096)
def leaf_of(label: str) -> str:
    """The innermost of the headings that make a label."""
    return label.rsplit(" / ", 1)[-1]


class Claim(msgspec.Struct):
    """What one cell (or half of a fraction cell) is taken to say. `codes` of more than one element wait for arithmetic.

    `role` tells what is done with it: "value" becomes an observation, "check" only proves others, "total" is a sum of the
    rows, "skip" is no figure of ours. `doubt` names the question that must be answered first, empty when there is none.
    """

    sheet: str
    cell: Cell
    table: int
    role: Literal["value", "check", "total", "skip"]
    codes: tuple[str, ...] = ()
    sure: bool = False
    unit: Named | None = None
    basis: str = ""
    period: Period | None = None
    half: Half = ""
    measure: Measure | None = None
    label: str = ""
    why: str = ""
    key: str = ""
    mended: tuple[str, ...] = ()
    value: float | None = None
    state: str = ""
    doubt: str = ""
    status: str = "accepted"
    question: str = ""
    ranked: bool = False
    told: str = ""
    decimals: int | None = None
    readings: tuple[float, ...] = ()
    proposed: str = ""
    group: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    scale: float = 1.0
    detailed: float | None = None
    notes: list[str] = []

    @property
    def doubted(self) -> bool:
        """Whether something was told of this very figure; a total that is not the sum of its rows says of none of them that it is wrong."""
        return bool(self.told) and (self.told != "total" or self.status != "accepted")

    def at(self, cell: Cell, unit: Named | None) -> Claim:
        """The same claim for another cell and unit."""
        other = Claim(
            self.sheet, cell, self.table, self.role, self.codes, self.sure, unit, self.basis, self.period, self.half, self.measure,
            self.label, self.why, self.key, self.mended,
        )  # fmt: skip
        other.ranked, other.group = self.ranked, self.group
        if self.notes:
            other.notes = self.notes[:]
        return other

    @property
    def leaf(self) -> str:
        """The innermost of its headings."""
        return leaf_of(self.label)

    @property
    def spot(self) -> str:
        """Its cell, with the label of the figure where that cell holds several."""
        return f"{self.sheet}!{self.cell.address}{self.cell.extra.piece and f' {self.cell.extra.piece}'}"

    @property
    def code(self) -> str:
        """The one code it stands for, or an empty text."""
        return self.codes[0] if len(self.codes) == 1 else ""
