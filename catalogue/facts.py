"""What is known about one cell and what is wrong with one: the two values every floor of the house speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import msgspec

Basis = Literal["in_period", "year_to_date", "to_date"]
CellStatus = Literal["accepted", "asked", "rejected", "kept_out"]
"""`kept_out`: right or not, a person chose to keep the figures of an earlier return; no fault of the sender."""
Severity = Literal["error", "warning", "question"]
Outcome = Literal["accept", "ask", "fix", "duplicate", "not_a_return", "unreadable", "kept_out"]


class Observation(msgspec.Struct, frozen=True):
    """The value of one element for one unit and period, with the cell it was typed in.

    `element` is an element's code, or an indicator's code when the return holds a percentage without its
    counts (then `value` is in percent, 0 to 100). `raw` is the text of the cell exactly as the sender typed it.
    """

    unit: str
    period: str
    basis: Basis
    element: str
    value: int | float
    sheet: str
    cell: str
    raw: str
    status: CellStatus = "accepted"

    def with_status(self, status: CellStatus) -> Observation:
        """The same with another status."""
        return msgspec.structs.replace(self, status=status)


@dataclass(frozen=True, slots=True)
class Issue:
    """What is wrong (or doubtful) with a return: where it stands, which kind it is, and the whole sentence for the sender.

    `code` is a row of data/issues.csv; `sheet` and `cell` are empty for what concerns the whole file.
    """

    sheet: str
    cell: str
    code: str
    severity: Severity
    message: str
