"""Delimited text (csv, tab-separated): encoding and separator told from the content; every value stays the text that was typed."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

from catalogue.facts import Issue
from catalogue.language import _, number
from loaders.opening.bounds import MAX_COLS, MAX_ROWS, check_filled, limit
from loaders.opening.build import Builder
from loaders.opening.door import Opened, unsafe
from loaders.opening.encoding import decode
from loaders.opening.grid import Sheet
from loaders.opening.refusal import warning

_SEPARATORS = ";\t,|"
_SAMPLE_LINES = 200
_LONGEST_FIELD = 1_000_000


def read(opened: Opened, builder: Builder) -> tuple[list[Sheet], list[Issue]]:
    """One sheet of text cells."""
    text, encoding = decode(opened.data)
    lines = text.lstrip("\ufeff")
    warnings = []
    if "\ufffd" in text:
        message = _("Some letters of the text file are damaged ({encoding}). Save it again as CSV UTF-8.", encoding=encoding)
        warnings.append(warning("damaged_letters", message))
    declared = re.match(r"sep=([^\w\"\r\n])\r?\n", lines, re.I)
    if declared:
        lines = lines[declared.end() :]
    separator = declared[1] if declared else separator_of(lines)
    cells = {}
    for r, row in enumerate(_rows(lines, separator)):
        if r >= MAX_ROWS or len(row) > MAX_COLS:
            raise limit(_("{rows} rows or {cols} columns", rows=number(r + 1), cols=number(len(row))))
        for c, value in enumerate(row):
            if value and (cell := builder.cell(r + bool(declared), c, value)) is not None:
                cells[cell.row, c] = cell
        check_filled(len(cells))
    return [builder.sheet("Sheet1", 0, "visible", cells, ())], warnings


def _rows(text: str, separator: str) -> Iterator[list[str]]:
    csv.field_size_limit(_LONGEST_FIELD)
    try:
        yield from csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=separator, strict=False)
    except csv.Error as error:  # a field far longer than any cell
        raise unsafe() from error


def separator_of(text: str) -> str:
    """The separator that cuts the most lines into the same number (at least two) of fields; "," when none does."""
    sample = "\n".join(text.splitlines()[:_SAMPLE_LINES])
    best, best_score = ",", 0.0
    for separator in _SEPARATORS:
        widths = [len(row) for row in _rows(sample, separator) if any(row)]
        counts = Counter(width for width in widths if width > 1)
        if counts:
            width, times = max(counts.items(), key=lambda item: (item[1] * min(item[0], 6), item[0]))
            score = times * min(width, 6) / len(widths)
            if score > best_score * 1.001:
                best, best_score = separator, score
    return best
