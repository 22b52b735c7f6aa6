"""Remarks that take the figures of a row from another time ("not sent, those of month 2"), or call them not final: the row is asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from catalogue.language import _
from catalogue.periods import Period
from loaders.opening.grid import Cell
from loaders.questions import Option
from loaders.spoken import period_name
from loaders.understanding.dates.days import day_in, of_the_period
from loaders.understanding.dates.when import Statement, statements
from loaders.understanding.headings.columns import PERIOD_ONLY
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.sheets.asking import ask_about, settled_by
from loaders.understanding.sheets.said_of_rows import named_rows, rows_spoken_of
from loaders.understanding.sheets.said_of_time import below
from loaders.understanding.texts.words import classes, plain

if TYPE_CHECKING:
    from loaders.understanding.sheets.sheet_reading import Reading, SheetReading

_LONGEST = 90
_IN_BRACKETS = re.compile(r"\(([^()]{3,})\)")
_ALWAYS = frozenset({"of_before", "not_final"})


def ask_remarked(reading: Reading, part: SheetReading, given: Mapping[str, str]) -> None:
    """Ask the figures of which a remark says that they are not those of the period: beside them, in a comment, or under the table by the
    names of their communes."""
    values = [c for c in part.claims if c.role == "value" and c.codes and c.period is not None]
    asked: set[int] = set()
    for cell, text, meant in _remarks(part, values) if values else ():
        claims = [c for c in meant if id(c) not in asked and _other(text, c, cell, part, meant)]
        asked |= {id(c) for c in claims}
        if claims:
            _ask(reading, claims, cell, text, given)


def _ask(reading: Reading, claims: Sequence[Claim], cell: Cell, text: str, given: Mapping[str, str]) -> None:
    first = claims[0]
    key = f"remark:{first.sheet}!{cell.address}"
    if settled_by(given.get(key), claims, keep="as_is", drop="leave"):
        return
    period = period_name(first.period) if first.period else ""
    options = (Option("as_is", _("They are the figures of {period}", period=period)), Option("leave", _("Leave them out")))
    said = text.strip() if len(text.strip()) <= _LONGEST else text.strip()[:_LONGEST] + "..."
    whose = first.unit.text if first.unit else first.label
    ask_about(reading, claims, key, "row_of_other_time", first.sheet, first.cell.address, options, text=whose, said=said, period=period)


def _remarks(part: SheetReading, values: Sequence[Claim]) -> Iterator[tuple[Cell, str, list[Claim]]]:
    """Each remark of a sheet with its text and the figures it is about."""
    lines = {cell.address for cell in below(part)}
    figures = {c.cell.address for c in part.claims if c.codes or c.role in ("value", "check", "total")}
    named = [named_rows(table) for table in part.tables]
    for cell in part.sheet.cells.values():
        if _speaks(cell.extra.comment) and f"{cell.address}:" not in cell.extra.comment:
            own = [c for c in values if c.cell.address == cell.address]
            yield cell, cell.extra.comment, own or _beside(part, values, cell)
        if not cell.is_text or not _speaks(cell.text):
            continue
        for index, table in enumerate(part.tables if _apart(part, cell) else ()):
            inside = table.data_first <= cell.row <= table.data_last
            if (cell.address in lines or inside) and (rows := rows_spoken_of(named[index], cell.text)):
                yield cell, cell.text, [c for c in values if c.table == index and c.cell.row in rows]
        if cell.address not in figures:
            yield from ((cell, text, _beside(part, values, cell)) for text in _said_beside(part, cell))


def _speaks(text: str) -> bool:
    """Whether a text may be a remark on the time of figures, or on whether they are final."""
    if not text:
        return False
    return bool(classes("remarks.csv", text) or "figures_day" in classes("lines.csv", text) or PERIOD_ONLY.fullmatch(_bare(text)))


def _bare(text: str) -> str:
    return plain(text).strip(" .()")


def _apart(part: SheetReading, cell: Cell) -> bool:
    """Whether a text stands alone in its row."""
    return len(part.sheet.rows[cell.row]) == 1


def _said_beside(part: SheetReading, cell: Cell) -> Iterator[str]:
    """What a text in a row of figures may say of it: all of it, of the name of its commune what stands in brackets."""
    for oriented in part.oriented:
        table = oriented.table
        if table.data_first <= cell.row <= table.data_last and not _apart(part, cell):
            if cell.col == oriented.unit_col:
                yield from _IN_BRACKETS.findall(cell.text)
            elif cell.col not in (oriented.label_col, oriented.group_col, oriented.period_col, oriented.basis_col, oriented.measure_col):
                yield cell.text
            return


def _beside(part: SheetReading, values: Sequence[Claim], cell: Cell) -> list[Claim]:
    """The figures of the row (where communes stand across, of the column) of a remark, in the last table that begins left of it."""
    near = [i for i, t in enumerate(part.tables) if t.data_first <= cell.row <= t.data_last and t.left <= cell.col]
    if not near:
        return []
    index = max(near, key=lambda i: part.tables[i].left)
    row = [c for c in values if c.table == index and c.cell.row == cell.row]
    across = [c for c in values if c.table == index and c.cell.col == cell.col] if part.oriented[index].shape == "transposed" else []
    return across or row


def _other(text: str, claim: Claim, cell: Cell, part: SheetReading, meant: Sequence[Claim]) -> bool:
    """Whether a remark says that a figure is of another time than its period, or not final."""
    if claim.period is None:
        return False
    kinds = set(classes("remarks.csv", text))
    if kinds & _ALWAYS or ("as_before" in kinds and claim.basis != "to_date"):
        return True
    if "not_sent" in kinds:
        return not _gaps(part, claim, meant)
    day = day_in(text) if "figures_day" in classes("lines.csv", text) else None
    if day is not None:
        return not of_the_period(day, claim.period)
    if "of_a_time" not in kinds and not (_in_remarks(part.oriented[claim.table], cell) and PERIOD_ONLY.fullmatch(_bare(text))):
        return False
    return any(_differs(said, claim) for said in statements(text, "line"))


def _gaps(part: SheetReading, claim: Claim, meant: Sequence[Claim]) -> bool:
    """Whether the row of a figure has none where others have one: what was not sent is then that."""
    filled = [c for c in part.claims if c.table == claim.table and c.role == "value" and c.codes and c.cell.text.strip()]
    places = {c.cell.col for c in filled if part.oriented[c.table].shape == "wide"}
    return not places <= {c.cell.col for c in meant if c.value is not None or c.status != "accepted"}


def _in_remarks(oriented: Oriented, cell: Cell) -> bool:
    column = oriented.columns.get(cell.col)
    return column is not None and column.role == "note"


def _differs(said: Statement, claim: Claim) -> bool:
    """Whether a period that a remark states, in the year of the figure where it names none, is another one than that of the figure."""
    if claim.period is None or not (said.period or said.number):
        return False
    stated = said.period or Period(claim.period.year, said.kind, said.number)
    if stated.kind == "year":
        return stated.year != claim.period.year
    ends = claim.basis == "to_date" and stated.months[-1] == claim.period.months[-1]
    return stated != claim.period and not ends
