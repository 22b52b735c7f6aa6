"""SpreadsheetML 2003, the XML that old programs write under the name .xls."""

from __future__ import annotations

import datetime as dt
from typing import Any

from catalogue.facts import Issue
from catalogue.language import _, number
from loaders.opening.bounds import MAX_COLS, MAX_ROWS, MAX_SHEETS, check_filled, limit
from loaders.opening.build import Builder
from loaders.opening.door import Opened, check_strings, unsafe
from loaders.opening.grid import Cell, Extra, Merge, Sheet, State, Style
from loaders.opening.styles import is_percent
from loaders.opening.xml_events import Attributes, local, parse

_NAMED = {"Percent": "0.00%", "Standard": "#,##0.00", "Fixed": "0.00", "Short Date": "dd/mm/yyyy"}
_STATES: dict[str, State] = {"SheetHidden": "hidden", "SheetVeryHidden": "very_hidden"}


class _Reader:
    """Handlers; places without an index follow the one before."""

    def __init__(self, builder: Builder) -> None:
        self.builder = builder
        self.styles: dict[str, Style] = {}
        self.style_name = ""
        self.sheets: list[dict[str, Any]] = []
        self.row = self.col = -1
        self.cell: Attributes = {}
        self.type = ""
        self.text: list[str] | None = None
        self.value: str | None = None
        self.comment = False
        self.filled = 0

    def start(self, name: str, a: Attributes) -> None:
        if name == "Worksheet":
            if len(self.sheets) >= MAX_SHEETS:
                raise limit(_("{count} sheets", count=len(self.sheets) + 1))
            self.sheets.append({"name": a.get("Name", ""), "state": "visible", "cells": {}, "merges": [], "rows": set(), "cols": set()})
            self.row = self.col = -1
        elif name == "Style":
            self.style_name = a.get("ID", "")
            self.styles[self.style_name] = self.styles.get("Default", Style())
        elif name in ("NumberFormat", "Font") and self.style_name in self.styles and not self.sheets:
            self._dress(name, a)
        elif name == "Column" and self.sheets:
            self.col = _index(a, self.col)
            if a.get("Hidden") == "1":
                self.sheets[-1]["cols"].update(range(self.col, self.col + 1 + min(int(a.get("Span", 0)), MAX_COLS)))
            self.col += int(a.get("Span", 0))
        elif name == "Row":
            self.row, self.col = _index(a, self.row), -1
            if a.get("Hidden") == "1":
                self.sheets[-1]["rows"].add(self.row)
        elif name == "Cell":
            self.col, self.cell, self.value, self.type = _index(a, self.col), a, None, ""
        elif name == "Comment":
            self.comment = True
        elif name == "Data" and not self.comment:
            self.type, self.text = a.get("Type", "String"), []
        elif name == "Visible":
            self.text = []

    def end(self, name: str) -> None:
        if name == "Data" and not self.comment and self.text is not None:
            self.value, self.text = "".join(self.text), None
        elif name == "Comment":
            self.comment = False
        elif name == "Visible" and self.text is not None:
            self.sheets[-1]["state"] = _STATES.get("".join(self.text).strip(), "visible")
            self.text = None
        elif name == "Cell" and self.sheets:
            self._close()

    def data(self, text: str) -> None:
        if self.text is not None:
            self.text.append(text)

    def _dress(self, name: str, a: Attributes) -> None:
        old = self.styles[self.style_name]
        if name == "Font":
            self.styles[self.style_name] = old._replace(
                font=a.get("FontName", old.font), bold=a.get("Bold") == "1", italic=a.get("Italic") == "1"
            )
        elif code := a.get("Format", ""):
            code = _NAMED.get(code, code)
            self.styles[self.style_name] = old._replace(number_format=code, percent=is_percent(code))

    def _close(self) -> None:
        across, down = max(int(self.cell.get("MergeAcross", 0)), 0), max(int(self.cell.get("MergeDown", 0)), 0)
        if self.row >= MAX_ROWS or self.col + across >= MAX_COLS:
            raise limit(_("{rows} rows or {cols} columns", rows=number(self.row + 1), cols=number(self.col + 1)))
        sheet = self.sheets[-1]
        if across or down:
            sheet["merges"].append(Merge(self.row, self.col, self.row + min(down, MAX_ROWS), self.col + across))
        made = self._cell()
        if made is not None:
            self.filled += 1
            check_filled(self.filled)
            sheet["cells"][self.row, self.col] = made
        self.col += across

    def _cell(self) -> Cell | None:
        formula = self.cell.get("Formula", "").removeprefix("=")
        if self.value is None and not formula:
            return None
        error = self.value if self.type == "Error" and self.value else ""
        extra = Extra(error=error or "", formula=formula, no_cache=self.value is None) if formula or error else None
        value = "" if error or self.value is None else _typed(self.type, self.value)
        return self.builder.cell(self.row, self.col, value, self.styles.get(self.cell.get("StyleID", "Default"), Style()), extra)


def _index(a: Attributes, before: int) -> int:
    return int(a["Index"]) - 1 if a.get("Index", "").isdigit() else before + 1


def _typed(kind: str, text: str) -> Any:
    try:
        if kind == "Number":
            return float(text)
        if kind == "DateTime":
            day = dt.datetime.fromisoformat(text)
            return day.date() if day.time() == dt.time() else day
    except ValueError:
        return text
    return text == "1" if kind == "Boolean" else text


def read(opened: Opened, builder: Builder) -> tuple[list[Sheet], list[Issue]]:
    """The worksheets."""
    if b"<!DOCTYPE" in opened.data or b"<!ENTITY" in opened.data:
        raise unsafe()
    check_strings(opened.data)
    reader = _Reader(builder)
    try:
        parse(opened.data, lambda tag, a: reader.start(tag, {local(k): v for k, v in a.items()}), reader.end, reader.data)
    except ValueError as error:
        raise unsafe() from error
    return [
        reader.builder.sheet(s["name"], index, s["state"], s["cells"], s["merges"], s["rows"], s["cols"])
        for index, s in enumerate(reader.sheets)
    ], []
