"""A sheet of paper to type on: cells with a style word, merged areas; no file format is known here."""

from __future__ import annotations

from dataclasses import dataclass, field

Value = str | int | float | None


@dataclass(frozen=True)
class Entry:
    """One typed cell: its value and how it looks (`head`, `title`, `body`, `number`, `share`, `left`, `italic`, `bold`)."""

    value: Value
    style: str


@dataclass
class Paper:
    """One sheet: rows and columns count from 1, merges are (first row, first column, last row, last column)."""

    name: str
    cells: dict[tuple[int, int], Entry] = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)

    def put(self, row: int, column: int, value: Value, style: str = "body", to: tuple[int, int] | None = None) -> None:
        """Type one cell; `to` is the last cell of its merged area."""
        self.cells[row, column] = Entry(value, style)
        if to and to != (row, column):
            self.merges.append((row, column, *to))

    @property
    def last_row(self) -> int:
        """The last row with anything in it."""
        return max((row for row, _ in self.cells), default=0)

    @property
    def last_column(self) -> int:
        """The last column with anything in it."""
        return max((column for _, column in self.cells), default=0)


def address(row: int, column: int) -> str:
    """The spreadsheet address of a cell, such as D14 (up to column ZZ)."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"


def dotted(value: Value) -> Value:
    """A number as clerks type it as text: 12345 as 12.345."""
    return f"{value:,}".replace(",", ".") if isinstance(value, int) else value


def comma(value: float, decimals: int = 1) -> str:
    """A number with a decimal comma: 95.5 as 95,5."""
    return f"{value:.{decimals}f}".replace(".", ",")
