"""The cells of a workbook as one long table: where each stands, what it holds, how it is dressed. The reader builds on this alone.

Rows and columns count from 0 at the true A1 of the sheet. Only non-empty cells are kept; everything is as the sender sees it:
text is NFC with plain spaces, a percent cell keeps its stored fraction in `value` and shows "95,5%" as `raw`.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from functools import cache, cached_property
from operator import itemgetter
from typing import Literal, NamedTuple

from catalogue.facts import Issue

Kind = Literal["E", "N", "P", "T", "D", "X"]
"""E empty, N number or one typed as text (also a fraction), P placeholder for nothing (-, x, ...), T text, D date, X error or no value."""
State = Literal["visible", "hidden", "very_hidden"]
Value = str | float | bool | dt.date | dt.datetime | dt.time | None

_ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]*)")


@cache
def column_name(col: int) -> str:
    """0 as A, 26 as AA."""
    name = ""
    while col >= 0:
        name = chr(65 + col % 26) + name
        col = col // 26 - 1
    return name


def address(row: int, col: int) -> str:
    """(0, 0) as A1."""
    return f"{column_name(col)}{row + 1}"


def position(text: str) -> tuple[int, int]:
    """A1 as (0, 0); ValueError when it is no address."""
    match = _ADDRESS.fullmatch(text.upper())
    if not match:
        raise ValueError(f"not a cell address: {text!r}")
    col = 0
    for letter in match[1]:
        col = col * 26 + ord(letter) - 64
    return int(match[2]) - 1, col - 1


class Merge(NamedTuple):
    """A merged range; all four ends are inside it."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def address(self) -> str:
        """As A1:D1."""
        return f"{address(self.top, self.left)}:{address(self.bottom, self.right)}"


class Style(NamedTuple):
    """How a cell is dressed. Formats that do not tell (csv) give the plain style; `font` is empty where unknown."""

    number_format: str = "General"
    percent: bool = False  # a % stands in the format outside quotes: the stored value is a fraction of 1
    font: str = ""
    bold: bool = False
    italic: bool = False
    strike: bool = False
    fill: str = ""  # ARGB or theme number of a solid fill, empty when none
    indent: int = 0
    ruled: bool = False  # a line is drawn along an edge (told by xlsx alone)


class Extra(NamedTuple):
    """What only few cells have."""

    error: str = ""  # "#DIV/0!"; the value is then None and the kind X
    formula: str = ""  # without its "="; shared formulas give the text of the first cell, or "=" alone
    no_cache: bool = False  # a formula whose result was never stored: the value is unknown, not empty
    comment: str = ""
    decoded_from: str = ""  # "tcvn3" or "vni" when the text was converted from a legacy font
    under_merge: bool = False  # stands under a merged range, not at its top left: unseen by the sender
    raw: str = ""  # what the sender sees, where it differs from what `value` and `style` give
    typed_text: str = ""  # the text before decoding
    spaces: int = 0  # leading spaces, taken off `value`
    at: tuple[int, int] | None = None  # where the sender wrote it, in a sheet that the reader drew anew
    piece: str = ""  # its label, where it is one of several figures of that cell


_COL = itemgetter(1)
PLAIN = Style()
NOTHING = Extra()


class Cell(NamedTuple):
    """One non-empty cell. `value` is None only for kind X."""

    row: int
    col: int
    value: Value
    kind: Kind
    style: Style = PLAIN
    hidden: bool = False  # its row or column is hidden (the sheet's own state is on the sheet)
    merge: Merge | None = None  # the range it stands in, at its top left or (extra.under_merge) under it
    extra: Extra = NOTHING

    @property
    def address(self) -> str:
        """As D14, where the sender wrote it."""
        row, col = self.place
        return f"{column_name(col)}{row + 1}"

    @property
    def place(self) -> tuple[int, int]:
        """The row and column where the sender wrote it."""
        return self.extra.at or (self.row, self.col)

    @property
    def raw(self) -> str:
        """The text as the sender typed or sees it: "123" for 123.0, "95,5%" for 0.955 shown in percent, "#DIV/0!"."""
        value = self.value
        if self.extra.raw:
            return self.extra.raw
        if type(value) is float and not self.style.percent:
            return _plain(value)
        if value is None:
            return self.extra.error or f"={self.extra.formula.removeprefix('=')}"
        return shown(value, self.style)

    @property
    def text(self) -> str:
        """The text of a text cell, of any other its `raw`."""
        value = self.value
        return value if isinstance(value, str) else self.raw

    @property
    def indent(self) -> int:
        """How far the text is pushed in, by its format or by leading spaces; only for comparing neighbours."""
        return self.style.indent * 2 + self.extra.spaces

    @property
    def number(self) -> float | None:
        """The number it holds; None for a text, a day, an answer or an error."""
        return float(self.value) if isinstance(self.value, int | float) and not isinstance(self.value, bool) else None

    @property
    def is_text(self) -> bool:
        """Stored as text, also when it looks like a number."""
        return isinstance(self.value, str)


def shown(value: Value, style: Style = PLAIN) -> str:
    """A stored value as a Vietnamese Excel shows it, numbers in full: 0.955 in percent as 95,5%, a day as 14/03/2025."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _percent(value, style.number_format) if style.percent else _plain(value)
    if isinstance(value, dt.datetime):
        return value.strftime("%d/%m/%Y" if value.time() == dt.time() else "%d/%m/%Y %H:%M")
    return value.strftime("%d/%m/%Y") if isinstance(value, dt.date) else str(value)


def _percent(value: float, number_format: str) -> str:
    """In percent with the digits its format shows."""
    decimals = decimals_of(number_format)
    text = _plain(value * 100) if decimals is None else f"{value * 100:.{decimals}f}".replace(".", ",")
    return f"{text}%"


@cache
def decimals_of(number_format: str) -> int | None:
    """The digits a format shows behind the decimal sign; None when it shows them all (General) or is no plain number format."""
    body = re.fullmatch(r'(?:\[[^\]]*\])*[_(* )]*[#0,]*0(?:\.(0+))?(?:"?%"?)?[_) ]*', number_format.split(";")[0])
    return len(body[1] or "") if body else None


def _plain(value: float) -> str:
    """At most 15 digits that matter (as Excel does), comma for the decimal sign."""
    text = f"{value:.15g}"
    if "e" in text:
        text = f"{value:.0f}" if abs(value) >= 1 else f"{value:.20f}".rstrip("0")
    return text.replace(".", ",") if "." in text else text


@dataclass(frozen=True)
class Sheet:
    """One worksheet. `n_rows` and `n_cols` are the bounding box from A1 to the last non-empty cell; `ruled_rows`
    hold empty cells with lines drawn around them, as the rows of a form that nobody has filled in yet."""

    name: str
    index: int
    state: State = "visible"
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    merges: tuple[Merge, ...] = ()
    n_rows: int = 0
    n_cols: int = 0
    hidden_rows: frozenset[int] = frozenset()
    hidden_cols: frozenset[int] = frozenset()
    ruled_rows: frozenset[int] = frozenset()

    def cell(self, row: int, col: int) -> Cell | None:
        """The cell at a place, None when it is empty."""
        return self.cells.get((row, col))

    def number(self, row: int, col: int) -> float | None:
        """The number at a place; None where there is none."""
        cell = self.cells.get((row, col))
        return None if cell is None else cell.number

    def shown(self, row: int, col: int) -> Cell | None:
        """The cell whose text is seen at a place: its own, or that of the merged range over it."""
        owner = self.owners.get((row, col))
        return self.cell(owner.top, owner.left) if owner else self.cell(row, col)

    @cached_property
    def rows(self) -> dict[int, list[Cell]]:
        """The non-empty cells of each non-empty row, left to right, rows in order."""
        found: dict[int, list[Cell]] = {}
        for cell in self.cells.values():
            found.setdefault(cell.row, []).append(cell)
        return {row: sorted(found[row], key=_COL) for row in sorted(found)}

    @cached_property
    def texts(self) -> tuple[Cell, ...]:
        """The cells stored as text, row by row, left to right."""
        return tuple(cell for cells in self.rows.values() for cell in cells if cell.is_text)

    @cached_property
    def seen(self) -> dict[int, list[Cell]]:
        """The same without what stands under a merge."""
        return {row: [c for c in cells if not c.extra.under_merge] for row, cells in self.rows.items()} if self.merges else self.rows

    @cached_property
    def owners(self) -> dict[tuple[int, int], Merge]:
        """The merged range of every place inside the bounding box that stands in one (its empty places too)."""
        return {
            (row, col): merge
            for merge in self.merges
            for row in range(merge.top, min(merge.bottom + 1, self.n_rows))
            for col in range(merge.left, min(merge.right + 1, self.n_cols))
        }


@dataclass(frozen=True)
class Grid:
    """One file, opened. `format` is what it truly is (xlsx, xls, ods, csv, html, xml2003), whatever its name says."""

    file: str
    sha256: str
    format: str
    sheets: tuple[Sheet, ...] = ()
    warnings: tuple[Issue, ...] = ()
    legacy_font: str = ""  # "tcvn3" or "vni" when texts were converted without a font to prove it: show and ask once
