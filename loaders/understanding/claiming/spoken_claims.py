"""The claims of a return written as lines of one column: the figure of each stands in the cell of its label."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace

from catalogue.elements import elements
from catalogue.periods import Period
from loaders.opening.grid import Cell
from loaders.understanding.claiming.long import line_claims
from loaders.understanding.claiming.settled_lines import settled
from loaders.understanding.claiming.under_titles import kept_under
from loaders.understanding.headings.columns import Column
from loaders.understanding.headings.labels import bare_label
from loaders.understanding.headings.match import Match, match
from loaders.understanding.headings.things import is_bare
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.orienting.outline import Line
from loaders.understanding.placing.spoken_lines import labels_and_figures, loose_answer
from loaders.understanding.texts.tables import Table
from loaders.understanding.texts.words import classes


def spoken_claims(o: Oriented, index: int, _on: dt.date | None, whole: Period | None) -> Iterator[Claim]:
    """The claims of such lines: the figure of each stands in the cell of its label."""
    cells = {row: o.table.row(row)[0] for row in o.table.body}
    column = Column(o.table.left, (), "", False)
    over = [found[0].text for row, found in o.table.sheet.seen.items() if row < o.table.data_first][-1:]
    lines, answers = _lines(cells, tuple(over))
    for line, answer in zip(_after_others(settled(lines, o.title), _said_above(o.table)), answers, strict=True):
        if answer and not line.section:
            role = "skip" if kept_under(line.sections, whole) else "value"
            yield from line_claims(o, index, cells[line.row]._replace(value=answer), column, role, None, line)


def _said_above(table: Table) -> str:
    """The label of the line right above the first of them, which names no element."""
    cells = table.sheet.seen.get(table.data_first - 1, [])
    parts = labels_and_figures(cells[-1]) if cells and cells[-1].col == table.left else []
    label = bare_label(parts[-1][0]) if parts else ""
    return "" if {"period_label", "unit_sender"} & set(classes("lines.csv", label)) else label


def _after_others(lines: list[Line], before: str) -> Iterator[Line]:
    """The lines; one that names no thing ("resolved") is of the thing of the line before it that names one: of that where both together say
    which element it is, as it stands where that counts the same things for the whole commune, else asked. `before`: over the first."""
    for line in lines:
        if line.section or not is_bare(line.label):
            before = "" if line.section else line.label
        elif before and line.match.codes:
            of_that, there = match(line.label, (before,)), match(before)
            if of_that.sure and len(of_that.codes) == 1 and of_that.codes != line.match.codes:
                line = replace(line, match=of_that)
            elif not (there.sure and _counts(there) == _counts(line.match)) or kept_under((before,), None):
                line = replace(line, match=replace(line.match, sure=False))
        yield line


def _counts(named: Match) -> str:
    """What an element counts."""
    return elements()[named.codes[0]].unit if named.codes[0] in elements() else ""


def _answered(cell: Cell) -> list[tuple[str, str]]:
    """The label and the answer of each part of a line, be it no clear figure, where the label names an element."""
    loose = loose_answer(cell.text)
    return labels_and_figures(cell) or ([loose] if match(bare_label(loose[0])).codes else [])


def _lines(cells: Mapping[int, Cell], sections: tuple[str, ...]) -> tuple[list[Line], list[str]]:
    """The lines in order, each with its answer; those without a figure are titles of what follows. `sections`: the title over the first."""
    lines: list[Line] = []
    answers: list[str] = []
    for row, cell in cells.items():
        parts = _answered(cell)
        sections = sections if parts else (bare_label(cell.text),)
        for text, answer in parts or [(cell.text, "")]:
            label = bare_label(text)
            found = match(label) if parts else Match()
            lines.append(Line(row, label, (), sections, None, found.rate, found, not parts))
            answers.append(answer)
    return lines, answers
