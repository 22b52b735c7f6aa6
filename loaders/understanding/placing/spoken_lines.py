"""A return written as lines, each a label with its figure behind a colon, dots or a gap ("Dossiers received: 125 dossiers")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.opening.grid import Cell, Sheet
from loaders.understanding.headings.labels import bare_label
from loaders.understanding.headings.match import match
from loaders.understanding.texts.rowkinds import is_section_mark, numberish, typed_number
from loaders.understanding.texts.tables import Table
from loaders.understanding.texts.words import plain, table
from loaders.understanding.typed.measures import counted

_LEAST, _BESIDE, _LONGEST = 3, 2, 300
_LINE = re.compile(r"(?P<label>.*[^\W\d_][^:=]*?)(?:\s*[:=]\s*|\s*(?:\.{3,}|\u2026+)\s*|[^\S\n]{3,}|\t+)(?P<figure>\d[^:=]*?)\s*[.;,]*\s*")

_NUMBER = re.compile(r"^\d{1,2}[.)]\s+")
_STOPS = re.compile(r"\s*[;\n]\s*")
_FIGURE_WITHIN = re.compile(r"[:=]\s*\d")
_COMMAS = re.compile(r"\s*[;\n]\s*|,\s+(?=[^\W\d])|\.\s+(?=[^\W\d])")


def spoken_lines(sheet: Sheet) -> Iterator[Table]:
    """The lines of a sheet, where three of them or more stand alone in their rows, or beside each other, and name elements: a table of one
    column for each column of lines."""
    said = [(cell, label) for cells in sheet.seen.values() for cell in _lines(cells) for label, _figure in labels_and_figures(cell)]
    known = [(cell, found) for cell, label in said if (found := match(bare_label(label))).codes]
    rows: dict[int, list[int]] = {}
    for cell, _found in known:
        rows.setdefault(cell.col, []).append(cell.row)
    several = any(len(labels_and_figures(cell)) > 1 for cell, _found in known)
    if len({found.codes for _cell, found in known}) < (_BESIDE if several else _LEAST) or not _side_by_side(list(rows.values())):
        return
    for col in sorted(rows):
        first, last = rows[col][0], rows[col][-1]
        yield Table(sheet, first, first - 1, None, first, last, col, col, spoken=True)


def _lines(cells: list[Cell]) -> list[Cell]:
    """The cells of a row that may be lines: the only one, or several where each is a label with its figure."""
    return cells if len(cells) > 1 and all(map(labels_and_figures, cells)) else cells[-1:] if _alone(cells) else []


def _side_by_side(columns: list[list[int]]) -> bool:
    """Whether lines stand in one column, or in several that share rows."""
    shared = [set(rows) & set(columns[0]) for rows in columns]
    return len(columns) == 1 or all(len(rows) >= _BESIDE for rows in shared)


def _alone(cells: list[Cell]) -> bool:
    """One cell of a row, or one behind the number of the row."""
    return len(cells) == 1 or (len(cells) == 2 and (numberish(cells[0]) or is_section_mark(cells[0].text)))


def labels_and_figures(cell: Cell) -> list[tuple[str, str]]:
    """The label and the figure of a line, or of each part of one ("received: 120; resolved: 110"); nothing where what stands behind the
    colon, the dots or the gap, or behind "is", is no figure and nothing more."""
    if not cell.is_text or len(cell.text) >= _LONGEST:
        return []
    text = _NUMBER.sub("", cell.text.strip(), count=1)
    for parts in (_COMMAS.split(text), _STOPS.split(text), [text]):
        found = [pair for part in parts if part.strip() and (pair := _label_and_figure(part))]
        if len(found) == sum(map(bool, map(str.strip, parts))):
            return found
    return []


def parts_of(text: str) -> list[str]:
    """The parts of a text, one a line or parted by semicolons."""
    return [part for part in _STOPS.split(text.strip()) if part.strip()]


def loose_answer(text: str) -> tuple[str, str]:
    """The label and the answer of a line whose answer holds a figure and more; empty texts where it has none."""
    label, colon, answer = text.strip().partition(":")
    if not colon:
        label, answer = _said(text.strip())
    return (label, answer.strip()) if any(c.isdigit() for c in answer) else ("", "")


def _label_and_figure(text: str) -> tuple[str, str] | None:
    found = _LINE.fullmatch(text.strip())
    label, figure = (found["label"], found["figure"]) if found else _said(text.strip(" .;,"))
    own = _FIGURE_WITHIN.search(label) is not None
    return (label, figure) if figure and not own and (typed_number(figure) or counted(figure)) else None


def _said(text: str) -> tuple[str, str]:
    """What stands before and after "is" in a sentence, where figures follow."""
    words = text.split()
    saying = {row["word"] for row in table("saying.csv")}
    at = next((n for n in range(1, len(words) - 1) if plain(words[n]) in saying and words[n + 1][0].isdigit()), 0)
    return " ".join(words[:at]), " ".join(words[at + 1 :]) if at else ""
