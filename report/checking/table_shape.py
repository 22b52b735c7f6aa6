"""The anatomy of a table: its headings put together, its rows, and what stands above it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from report.checking.amounts import Amount, amounts
from report.checking.folding import declared, plain
from report.checking.passages import Grid
from report.checking.reported import Report

_NUMBERED = re.compile(r"\(?\s*[A-Za-z\d]{1,2}\s*\)?(?:\s*=.*)?")
_BETWEEN = re.compile(r"[\s(),;:*]*")
_MOST_HEADINGS = 5
_CAPTION = 2


@dataclass(frozen=True, slots=True)
class Row:
    """One row below the headings: the passages of its cells and their texts ("" where a cell is empty)."""

    cells: tuple[int | None, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with headings. `headings` join the words above each column from top to bottom; `heads` are the lowest heading
    cells (passages), `lowest` their texts; `caption` is what stands above the table."""

    caption: str
    headings: tuple[str, ...]
    heads: tuple[int | None, ...]
    lowest: tuple[str, ...]
    rows: tuple[Row, ...]


def tables(report: Report) -> Iterator[Table]:
    """Every table that has headings and numbers below them."""
    for grid in report.document.grids:
        made = _table(report, grid)
        if made and made.rows:
            yield made


def figures_of(text: str) -> tuple[Amount, ...]:
    """The amounts of a cell that holds nothing else; () for any other cell."""
    found = amounts(text)
    rest, place = "", 0
    for amount in found:
        rest += text[place : amount.start]
        place = amount.end
    return tuple(found) if found and _BETWEEN.fullmatch(rest + text[place:]) else ()


def role(heading: str) -> str:
    """What a column of this heading holds, by data/report/table_headings.csv; "" when no word tells."""
    folded = plain(heading).strip()
    found = (row["role"] for row in declared("table_headings.csv") if re.search(rf"(?<![a-z0-9]){row['pattern']}(?![a-z0-9])", folded))
    return next(found, "result" if "%" in folded else "")


def _table(report: Report, grid: Grid) -> Table | None:
    width = max(map(len, grid.rows), default=0)
    rows = [_row(report, (*row, *[None] * (width - len(row)))) for row in grid.rows]
    first = next((at for at, row in enumerate(rows) if _holds_numbers(row)), len(rows))
    if not 0 < first <= _MOST_HEADINGS:
        return None
    top = [row for row in rows[:first] if not _is_numbering(row)]
    below = tuple(row for row in rows[first:] if not _is_numbering(row))
    headings = tuple(" ".join(dict.fromkeys(_above(top, at))) for at in range(width))
    heads = tuple(next((row.cells[at] for row in reversed(top) if row.cells[at] is not None), None) for at in range(width))
    lowest = tuple(report.passages[at].text if at is not None else "" for at in heads)
    return Table(_caption(report, grid), headings, heads, lowest, below)


def _row(report: Report, cells: tuple[int | None, ...]) -> Row:
    return Row(cells, tuple(report.passages[at].text if at is not None else "" for at in cells))


def _holds_numbers(row: Row) -> bool:
    return not _is_numbering(row) and any(figures_of(text) for text in row.texts[1:])


def _is_numbering(row: Row) -> bool:
    """Whether a row only numbers the columns: (1), (2), (3)=(2)/(1)."""
    given = [text for text in row.texts if text]
    return len(given) > 2 and all(_NUMBERED.fullmatch(text) for text in given)


def _above(top: Sequence[Row], column: int) -> Iterator[str]:
    """The words above a column; a heading over several columns counts for each that has a heading of its own below it."""
    for at, row in enumerate(top):
        if row.texts[column]:
            yield row.texts[column]
        elif any(lower.texts[column] for lower in top[at + 1 :]):
            yield from reversed([text for text in row.texts[:column] if text][-1:])


def _caption(report: Report, grid: Grid) -> str:
    """The paragraphs right above the table."""
    first = next((at for row in grid.rows for at in row if at is not None), 0)
    above = [passage.text for passage in report.passages[max(0, first - _CAPTION) : first] if passage.sort == "body"]
    return " ".join(above)
