"""A table of communes whose headings only say "rate" or "number": the line over it names what its figures are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from loaders.understanding.headings.columns import FIGURES, RESULT_WORDS, Column, column_under, heading, without_basis
from loaders.understanding.headings.leading import without_leading, without_time
from loaders.understanding.headings.match import match
from loaders.understanding.headings.ratios import is_done, is_to_do, side_of_work
from loaders.understanding.headings.tags import meaning
from loaders.understanding.headings.things import things
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.orienting.row_titles import row_titles
from loaders.understanding.texts.rowkinds import numberish
from loaders.understanding.texts.words import patterns, plain

_UNSAID = ("", "percent", *FIGURES)


def under_caption(o: Oriented, lines: Sequence[str]) -> Oriented:
    """The table with the line over it as the outermost heading of its figures, where no heading of theirs names a thing and that line
    names one element, word for word. `lines`: what stands over it, nearest first. Over ranks it heads nothing but rates."""
    if o.shape == "wide" and (work := _work(o, lines)):
        return work
    own = {col: column for col, column in o.columns.items() if col != o.unit_col and column.role in _UNSAID and _figures(o, col)}
    if row_titles(o, None).rows:
        return o
    if o.shape != "wide" or not own or any(_names(column) for column in own.values()):
        return o
    for line in lines:
        named, ranking = _named(line)
        found = match(named)
        if not found.codes and not meaning(named).tags & things():
            continue
        meant = {col: column for col, column in own.items() if found.rate or column.role != "percent"}
        rates = any(column.role == "percent" or _signed(o, col) for col, column in own.items())
        alone = found.rate and len(own) == 1
        fits = rates if found.rate else len(meant) == 1
        if not fits or not (alone or (found.sure and len(found.codes) == 1)) or (ranking and len(own) > 1):
            return o
        given = {col: _under(column, named, alone or (not found.rate and _sums(column))) for col, column in meant.items()}
        return replace(o, columns=o.columns | given)
    return o


def _work(o: Oriented, lines: Sequence[str]) -> Oriented | None:
    """The table with the line over it, where that names a work, as the heading of columns that only say "to do" and "done"."""
    own = [c for c in o.columns.values() if len(c.path) == 1 and (is_to_do(c.leaf) or is_done(c.leaf)) and _figures(o, c.col)]
    if not any(is_to_do(c.leaf) for c in own) or not any(is_done(c.leaf) for c in own):
        return None
    for line in lines:
        named = without_leading(without_time(line)) or without_time(line)
        if any(side_of_work(c.leaf, match(named)) for c in own):
            return replace(o, columns=o.columns | {c.col: _under(c, named, False) for c in own})
    return None


def _named(line: str) -> tuple[str, bool]:
    """What a line names, without its time and the words that it ranks; whether it says so."""
    words = line.split()[: len(without_time(line).split())]
    ranks = next((p.match(plain(" ".join(words))) for kind, p in patterns("lines.csv") if kind == "ranking"), None)
    return " ".join(words[len(ranks[0].split()) :] if ranks else words), ranks is not None


def _under(column: Column, caption: str, alone: bool) -> Column:
    """A column under a caption; `alone`: it is just what the caption says."""
    named = column_under((caption,) if alone else (caption, *column.path), column.col, column.hidden)
    return replace(named, corrected=column.corrected)


def _sums(column: Column) -> bool:
    return "total" in meaning(column.leaf).tags


def _names(column: Column) -> bool:
    """Whether its headings name an element or any other thing by themselves."""
    texts = [text for text in column.path if without_basis(text) and plain(text).strip(" .:") not in RESULT_WORDS]
    return any(meaning(text).tags & things() or meaning(text).unknown for text in texts) or heading(column).sure


def _signed(o: Oriented, col: int) -> bool:
    """Whether every figure of a column shows that it is a percentage ("82,5%")."""
    cells = [c for row in o.table.body if (c := o.table.sheet.cells.get((row, col))) is not None and numberish(c)]
    return bool(cells) and all(c.style.percent or c.text.rstrip().endswith("%") for c in cells)


def _figures(o: Oriented, col: int) -> bool:
    cells = [o.table.sheet.cells.get((row, col)) for row in o.table.body]
    return any(cell is not None and (cell.kind in "NP" or numberish(cell)) for cell in cells)
