"""OpenDocument spreadsheets, read by one expat pass: repeated rows and cells are only spread while they stay within the ceilings."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import Any

from catalogue.facts import Issue
from catalogue.language import _, number
from loaders.opening.bounds import MAX_COLS, MAX_MERGES, MAX_ROWS, MAX_SHEETS, check_filled, limit
from loaders.opening.build import Builder
from loaders.opening.door import Opened, broken, xml_member
from loaders.opening.grid import Cell, Extra, Merge, Sheet, State, Style
from loaders.opening.xml_events import Attributes, local, parse

_ERROR = re.compile(r"#(?:DIV/0!|REF!|VALUE!|NAME\?|N/A|NUM!|NULL!|WERT!|BEZUG!)|Err:\d{3}")
_HIDDEN = ("collapse", "filter")


@dataclass(slots=True)
class _Table:
    name: str
    state: State
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    merges: list[Merge] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_cols: set[int] = field(default_factory=set)


class _Reader:
    """Handlers; a table inside a cell is skipped, an annotation becomes the cell's comment."""

    def __init__(self, builder: Builder) -> None:
        self.builder = builder
        self.tables: list[_Table] = []
        self.hidden_tables: set[str] = set()
        self.styles: dict[str, Style] = {}
        self.family = self.style_name = ""
        self.depth = self.inner = self.note = 0
        self.row = self.col = self.column = self.made = 0
        self.row_repeat = 1
        self.row_style = ""
        self.column_styles: list[tuple[int, str]] = []
        self.line: list[tuple[int, Cell]] = []
        self.cell: Attributes | None = None
        self.text: list[str] = []
        self.comment: list[str] = []

    # --- elements

    def start(self, name: str, a: Attributes) -> None:
        if name == "annotation":
            self.note += 1
        elif name == "table":
            self.depth += 1
            if self.depth == 1:
                self._open_table(a)
        elif self.depth > 1:
            return
        elif name in ("table-cell", "covered-table-cell"):
            self.cell, self.text, self.comment, self.inner = a, [], [], 0
        elif name == "p":
            self._paragraph()
        elif name in ("s", "tab", "line-break"):
            self._say("\n" if name == "line-break" else " " * min(_count(a, "c"), 100))
        elif name == "table-row":
            self.row_repeat, self.col, self.line = _count(a, "number-rows-repeated"), 0, []
            self.row_style = a.get("default-cell-style-name", "")
            if a.get("visibility") in _HIDDEN:
                self.tables[-1].hidden_rows.update(range(self.row, min(self.row + self.row_repeat, MAX_ROWS)))
        elif name == "table-column":
            self._column(a)
        elif not self.depth:
            self._style(name, a)

    def end(self, name: str) -> None:
        if name == "annotation":
            self.note -= 1
        elif name == "table":
            self.depth -= 1
        elif self.depth > 1:
            return
        elif name in ("table-cell", "covered-table-cell"):
            self._close_cell()
        elif name == "table-row" and self.depth == 1:
            self._close_row()

    def data(self, text: str) -> None:
        if self.cell is not None and self.depth == 1 and (self.inner or self.note):
            self._say(text)

    # --- styles

    def _style(self, name: str, a: Attributes) -> None:
        if name == "style":
            self.family, self.style_name = a.get("family", ""), a.get("name", "")
            if self.family == "table-cell":
                parent = self.styles.get(a.get("parent-style-name", ""), Style())
                self.styles[self.style_name] = parent
        elif name == "table-properties" and a.get("display") == "false":
            self.hidden_tables.add(self.style_name)
        elif name == "text-properties" and self.family == "table-cell" and self.style_name in self.styles:
            old = self.styles[self.style_name]
            self.styles[self.style_name] = old._replace(
                font=a.get("font-name") or a.get("font-family", old.font).strip("'\""),
                bold=a["font-weight"] == "bold" if "font-weight" in a else old.bold,
                italic=a["font-style"] == "italic" if "font-style" in a else old.italic,
                strike=a["text-line-through-style"] != "none" if "text-line-through-style" in a else old.strike,
            )
        elif name == "table-cell-properties" and self.style_name in self.styles:
            fill = a.get("background-color", "transparent")
            self.styles[self.style_name] = self.styles[self.style_name]._replace(fill="" if fill == "transparent" else fill)

    # --- tables

    def _open_table(self, a: Attributes) -> None:
        if len(self.tables) >= MAX_SHEETS:
            raise limit(_("{count} sheets", count=len(self.tables) + 1))
        hidden = a.get("style-name", "") in self.hidden_tables
        self.tables.append(_Table(a.get("name", ""), "hidden" if hidden else "visible"))
        self.row = self.column = 0
        self.column_styles = []

    def _column(self, a: Attributes) -> None:
        count = _count(a, "number-columns-repeated")
        if a.get("visibility") in _HIDDEN:
            self.tables[-1].hidden_cols.update(range(self.column, min(self.column + count, 16384)))
        self.column += count
        if len(self.column_styles) < MAX_COLS:
            self.column_styles.append((self.column, a.get("default-cell-style-name", "")))

    def _column_style(self) -> str:
        """The default style of the column now read."""
        return next((style for end, style in self.column_styles if self.col < end), "")

    def _paragraph(self) -> None:
        target = self.comment if self.note else self.text
        if target:
            target.append("\n")
        self.inner = 1

    def _say(self, text: str) -> None:
        (self.comment if self.note else self.text).append(text)

    def _close_cell(self) -> None:
        a, self.cell, self.inner = self.cell, None, 0
        if a is None or not self.tables:
            return
        repeat = _count(a, "number-columns-repeated")
        value, extra = self._value(a)
        if value is not None or extra is not None:
            style = self.styles.get(a.get("style-name") or self.row_style or self._column_style(), Style())
            if a.get("value-type") == "percentage":
                style = style._replace(number_format="0.####%", percent=True)
            made = self.builder.cell(self.row, self.col, "" if value is None else value, style, extra)
            if made is not None:
                self._bounded(self.row, self.col + repeat)
                self.line += [(self.col + i, made) for i in range(repeat)]
        self._spans(a)
        self.col += repeat

    def _spans(self, a: Attributes) -> None:
        width, height = _count(a, "number-columns-spanned"), _count(a, "number-rows-spanned")
        if width > 1 or height > 1:
            merges = self.tables[-1].merges
            merges.append(Merge(self.row, self.col, self.row + min(height, MAX_ROWS) - 1, self.col + min(width, 16384) - 1))
            if len(merges) > MAX_MERGES:
                raise limit(_("{count} merged ranges on sheet {sheet}", count=number(len(merges)), sheet=self.tables[-1].name))

    def _close_row(self) -> None:
        if self.line:
            self._bounded(self.row + self.row_repeat - 1, self.line[-1][0] + 1)
            self.made += len(self.line) * self.row_repeat
            check_filled(self.made)
            cells = self.tables[-1].cells
            for row in range(self.row, self.row + self.row_repeat):
                for col, cell in self.line:
                    cells[row, col] = cell._replace(row=row, col=col)
        self.row += self.row_repeat

    def _bounded(self, row: int, col: int) -> None:
        if row >= MAX_ROWS or col > MAX_COLS:
            raise limit(_("{rows} rows or {cols} columns", rows=number(row + 1), cols=number(col)))

    # --- values

    def _value(self, a: Attributes) -> tuple[Any, Extra | None]:
        text, kind, formula = "".join(self.text), a.get("value-type", ""), a.get("formula", "")
        comment = "".join(self.comment).strip()
        error = text.strip() if (formula or a.get("calcext:value-type") == "error") and _ERROR.fullmatch(text.strip()) else ""
        no_cache = bool(formula) and not kind and not text
        value = None if error or no_cache else _typed(kind, a, text)
        if not (error or formula or comment):
            return value, None
        return value, Extra(error=error, formula=re.sub(r"^\w+:=?|^=", "", formula), no_cache=no_cache, comment=comment)


def _typed(kind: str, a: Attributes, text: str) -> Any:
    """The stored value; what cannot be read as its declared type stays the text shown."""
    try:
        if kind in ("float", "percentage", "currency"):
            return float(a["value"])
        if kind == "date":
            day = dt.datetime.fromisoformat(a["date-value"])
            return day.date() if day.time() == dt.time() else day
        if kind == "boolean":
            return a["boolean-value"] == "true"
    except (KeyError, ValueError):
        return text or None
    return text or a.get("string-value") or None


def _count(a: Attributes, key: str) -> int:
    digits = a.get(key, "1")
    return max(int(digits), 1) if digits.isdigit() and len(digits) < 10 else 1


def _flat(attributes: Attributes) -> Attributes:
    """Local names; the program's own extension keeps its prefix, since it repeats standard names."""
    return {key if key.startswith("calcext:") else local(key): value for key, value in attributes.items()}


def read(opened: Opened, builder: Builder) -> tuple[list[Sheet], list[Issue]]:
    """The tables of the document."""
    assert opened.archive is not None
    reader = _Reader(builder)
    if "content.xml" not in opened.archive.namelist():
        raise broken()
    for name in ("styles.xml", "content.xml"):
        if name in opened.archive.namelist():
            parse(xml_member(opened.archive, name), lambda tag, a: reader.start(tag, _flat(a)), reader.end, reader.data)
    return [
        reader.builder.sheet(t.name, index, t.state, t.cells, t.merges, t.hidden_rows, t.hidden_cols)
        for index, t in enumerate(reader.tables)
    ], []
