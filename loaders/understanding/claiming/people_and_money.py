"""Indicators in rows with a column of people and one of money: each row names the one in the first and the other in the second."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from catalogue.elements import elements
from catalogue.periods import Period
from loaders.understanding.claiming.long import line_claim, long_claims, value_columns
from loaders.understanding.claiming.settled_lines import settled
from loaders.understanding.headings.match import Match, match
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.described import has_figures
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.orienting.outline import Line, outline
from loaders.understanding.orienting.ways_in_rows import counted
from loaders.understanding.typed.measures import is_money

_BOTH = ("amount", "people")


def claims_of_rows(o: Oriented, index: int, on: dt.date | None, whole: Period | None) -> Iterator[Claim]:
    """The claims of a table with indicators in rows, also where no column says that it holds the figures and two say what they count."""
    columns = _people_and_money(o)
    if not columns or value_columns(o, whole)[0]:
        yield from long_claims(o, index, on, whole)
    else:
        yield from _both(o, index, columns, settled(outline(o), o.title))


def _people_and_money(o: Oriented) -> dict[int, str]:
    """The one column of people and the one of money among those with figures; empty where there is not one of each."""
    kinds = {col: counted(o, col) for col, column in o.columns.items() if not column.hidden and has_figures(o, col)}
    found = {col: kind for col, kind in kinds.items() if kind}
    return found if tuple(sorted(found.values())) == _BOTH else {}


def _both(o: Oriented, index: int, columns: Mapping[int, str], lines: Sequence[Line]) -> Iterator[Claim]:
    """The claims of the cells of both columns."""
    for line in lines:
        for cell in o.table.row(line.row):
            if cell.col in columns and not line.section:
                found = _named(line, o.columns[cell.col].leaf, columns[cell.col] == "amount")
                yield line_claim(o, index, cell, o.columns[cell.col], found, "value" if found.codes else "skip", None, line)


def _named(line: Line, heading: str, money: bool) -> Match:
    """What a row counts under such a heading; nothing where it is of the other kind."""
    found = match(line.label, (heading, *line.above), line.sections)
    fits = len(found.codes) == 1 and found.codes[0] in elements() and is_money(found.codes[0]) == money
    return found if fits else Match()
