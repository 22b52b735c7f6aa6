"""Figures of which it is not clear whether they are of the period or since January: a title names both, a remark calls them a sum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from loaders.issues import written
from loaders.understanding.claiming.basis import says_plainly, says_when, within, within_apart
from loaders.understanding.claiming.fallen_sums import fallen, line_of
from loaders.understanding.claiming.overtime import rows_say_when
from loaders.understanding.headings.setaside import periods_of_columns
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.sheets.said_around import sum_below
from loaders.understanding.sheets.said_of_time import until_line
from loaders.understanding.texts.words import classes

if TYPE_CHECKING:
    from loaders.understanding.sheets.sheet_reading import SheetReading

BASES = ("in_period", "year_to_date")


def unclear(part: SheetReading) -> Iterator[tuple[str, list[Claim], str]]:
    """(key of the question, its claims, the words that make the doubt): of a whole sheet, then of single cells."""
    flows = [c for c in part.claims if c.role == "value" and c.codes and c.basis in BASES]
    title = next((text for text in (part.title, part.heading) if "both_times" in classes("lines.csv", text)), "") or until_line(part)
    title = title or ("" if part.cumulative else sum_below(part))
    dated = {index for index, o in enumerate(part.oriented) if title and rows_say_when(o, part.when.period)}
    timed = {(i, col.col) for i, o in enumerate(part.oriented) for col in o.columns.values() if i in dated or says_when(col)}
    plain = [c for c in flows if (c.table, c.cell.col) not in timed and (part.cumulative or c.basis != "year_to_date")]
    if title and plain:
        yield f"basis:{part.sheet.name}", plain, title
        return
    falling, falls = _fallen(part, flows)
    if falling:
        yield f"basis:{part.sheet.name}", falling, falls
        return
    torn = [
        c
        for c in flows
        if part.cumulative and (c.table, c.cell.col) in timed and not says_plainly(part.oriented[c.table].columns[c.cell.col])
    ]
    torn += [
        c
        for c in flows
        if part.cumulative and c.basis == "year_to_date" and within(c.label) and not within_apart(c.label) and c not in torn
    ]
    if torn and not title:
        yield f"basis:{part.sheet.name}", torn, part.title or part.heading
        return
    rows = dict.fromkeys((c.table, c.cell.row) for c in plain)
    remarks = {(index, row): said for index, row in rows if (said := _remark(part.oriented[index], row))}
    for claim in plain if remarks else ():
        remark = remarks.get((claim.table, claim.cell.row))
        if claim.basis == "in_period" and remark:
            yield f"basis:{claim.sheet}!{claim.cell.address}", [claim], remark


def _fallen(part: SheetReading, flows: Sequence[Claim]) -> tuple[list[Claim], str]:
    """(the sums since January of lines in which one is less than an earlier one, or of all where they fall often; the first such pair)."""
    claims: list[Claim] = []
    said = ""
    for index, o in enumerate(part.oriented):
        periods = periods_of_columns(o.columns, part.when.period)
        found = fallen(o, [c for c in part.claims if c.table == index], part.when.period, "year_to_date")
        sums = [c for c in flows if c.table == index and c.basis == "year_to_date" and (found.often or line_of(c, periods) in found.lines)]
        if found.lines and sums:
            before, after = (pair.cell for pair in found.pairs[0])
            said = said or f"{written(after)} ({after.address}) < {written(before)} ({before.address})"
            claims += sums
    return claims, said


def _remark(o: Oriented, row: int) -> str:
    """What is written beside the figure of a row, where it says that the figure is a sum since January."""
    aside = (o.label_col, o.unit_col, o.index_col, o.measure_col, o.group_col, o.basis_col)
    texts = [cell.text for cell in o.table.row(row) if cell.is_text and cell.col not in aside]
    return next((text for text in texts if "remark_since" in classes("lines.csv", text)), "")
