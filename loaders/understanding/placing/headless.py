"""Lists of labels with their figures and no heading over them: slips, blocks of general data, one or two side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from loaders.opening.grid import Cell, Sheet
from loaders.understanding.dates.when import statements
from loaders.understanding.headings.labels import bare_label
from loaders.understanding.headings.match import match
from loaders.understanding.names.kinds import is_group
from loaders.understanding.names.short_names import commune_like
from loaders.understanding.placing.titled_lists import titles_over
from loaders.understanding.texts.rowkinds import is_section_mark, names_hamlet, numberish, unanswered
from loaders.understanding.texts.tables import Region, Table, cells_in
from loaders.understanding.typed.measures import counted
from loaders.understanding.typed.typed_words import about

_LEAST_HEADLESS = 3
_LEAST_FIGURES = 2
_MOST_TITLES, _MARKED = 2, 2
_LONGEST_TITLE = 100
_SHORT = 4
_OF_PART = re.compile(r"\d{1,2}(?:\.\d{1,2})+")
_MARK = re.compile(r"\s*(?:[-+*\u2022\u2013]|[IVX]{1,5}[.)/]|[A-Za-z][.)]|\d{1,2}[.)])\s*")


def headless_tables(sheet: Sheet, region: Region) -> Iterator[Table]:
    """A list of labels with their figures beside them and no heading over it: a slip, a block of general data, or two side by side."""
    seam = _second_labels(sheet, region)
    if seam is not None:
        yield from headless_tables(sheet, Region(region.top, region.bottom, region.left, seam - 1))
        yield from headless_tables(sheet, Region(region.top, region.bottom, seam, region.right))
        return
    run = _Run()
    for row in range(region.top, region.bottom + 1):
        cells = cells_in(sheet, region, row)
        pair = _label_and_answer(cells)
        if pair is None and run.rows and (not cells or _heads_group(cells, run.pair[0])):
            continue
        if pair is None or not run.goes_on(row, pair, sheet, region):
            yield from run.table(sheet, region)
            run = _Run()
        if pair is not None:
            run.add(row, pair, cells)
    yield from run.table(sheet, region)


class _Run:
    """Rows of labels with their answers in the same two columns, a title of a group here and there between them."""

    def __init__(self) -> None:
        self.rows: list[int] = []
        self.pair = (-1, -1)
        self.figures = 0

    def goes_on(self, row: int, pair: tuple[int, int], sheet: Sheet, region: Region) -> bool:
        """Whether a row belongs to the list: right below its last one, or below the title of a group."""
        if not self.rows or pair != self.pair:
            return not self.rows
        between = [cells_in(sheet, region, r) for r in range(self.rows[-1] + 1, row)]
        titles = [cells for cells in between if cells]
        return (not titles and len(between) <= 1) or (
            0 < len(titles) <= _MOST_TITLES and len(between) <= len(titles) + 1 and bool(between[-1])
        )

    def add(self, row: int, pair: tuple[int, int], cells: list[Cell]) -> None:
        self.rows.append(row)
        self.pair = pair
        self.figures += any(c.col == pair[1] and not unanswered(c) for c in cells)

    def table(self, sheet: Sheet, region: Region) -> Iterator[Table]:
        """The list as a table without a header, where it is long enough to be one; two rows are, where both name elements."""
        long = len(self.rows) >= _LEAST_HEADLESS or (len(self.rows) == _LEAST_FIGURES and self._known(sheet))
        if long and self.figures >= _LEAST_FIGURES and not self._numbers_rows(sheet):
            top = self.rows[0]
            over = cells_in(sheet, region, top - 1) if top > region.top else []
            if titles_over(sheet, region, top, self.rows[-1]):
                yield _headed(sheet, over, self.rows)
                return
            titled = bool(over) and _heads_group(over, self.pair[0])
            yield _without_header(sheet, region, top - titled, self.rows[-1])

    def _numbers_rows(self, sheet: Sheet) -> bool:
        """Whether figures left of their labels only grow from row to row, or begin again with one: they number the rows."""
        values = [cell.value for row in self.rows if (cell := sheet.cell(row, self.pair[1])) and isinstance(cell.value, int | float)]
        return self.pair[1] < self.pair[0] and all(a < b or b == 1 for a, b in pairwise(values))

    def _known(self, sheet: Sheet) -> bool:
        labels = [cell for row in self.rows if (cell := sheet.cell(row, self.pair[0]))]
        return all(match(bare_label(cell.text)).sure for cell in labels)


def _heads_group(cells: list[Cell], label_col: int) -> bool:
    """Whether a row holds nothing but the title of a group of labels, or a label without an answer: marked (in a cell of its own or with
    it) or ended as one, naming no commune, hamlet, office or time whose figures would be told apart."""
    marked = len(cells) == _MARKED and is_section_mark(cells[0].text)
    cells = cells[1:] if marked else cells
    if len(cells) != 1 or cells[0].kind != "T" or not label_col - 1 <= cells[0].col <= label_col:
        return False
    text = cells[0].text.strip()
    bare = _MARK.sub("", text).strip(" :.-")
    if not (marked or _MARK.match(text) or text.endswith(":")) or not 2 < len(bare) < _LONGEST_TITLE or statements(bare, "header"):
        return False
    return commune_like(bare, None) is None and not names_hamlet(bare) and not is_group(bare)


def _second_labels(sheet: Sheet, region: Region) -> int | None:
    """The column where a second list of labels begins, each with its figure, beside a first list in the same rows; a figure between them
    that does not number the second list is one more of the first, and both are one list."""
    rows: dict[tuple[int, int], list[int]] = {}
    for row in range(region.top, region.bottom + 1):
        pairs = _pairs(cells_in(sheet, region, row))
        if len(pairs) > 1:
            rows.setdefault((pairs[0][1], pairs[1][0]), []).append(row)
    (figure, label), those = max(rows.items(), key=lambda item: len(item[1]), default=((0, 0), []))
    if len(those) < (_LEAST_FIGURES if _known_labels(sheet, region, those) else _LEAST_HEADLESS):
        return None
    empty = [col for col in range(figure + 1, label) if not any(sheet.cell(row, col) for row in those)]
    numbers = [c for row in those if (c := sheet.cell(row, label - 1)) and numberish(c)] if label - 1 > figure else []
    if len(numbers) == len(those) and not empty and not _counting(numbers):
        return None
    return empty[-1] + 1 if empty else label - 1 if len(numbers) == len(those) else label


def _counting(numbers: list[Cell]) -> bool:
    """Whether numbers below each other number their rows: none is skipped for which there is no row, or they begin again with one; or they
    are typed as those of parts ("1.1")."""
    texts = [c.text.strip(" .") for c in numbers]
    if all(c.is_text and _OF_PART.fullmatch(text) for c, text in zip(numbers, texts, strict=True)):
        return True
    if not all(map(str.isdecimal, texts)):
        return False
    return all(int(b.text.strip(" .")) == 1 or 0 < _step(a, b) <= b.row - a.row for a, b in pairwise(numbers))


def _step(cell: Cell, below: Cell) -> int:
    return int(below.text.strip(" .")) - int(cell.text.strip(" ."))


def _known_labels(sheet: Sheet, region: Region, rows: list[int]) -> bool:
    """Whether every label of these rows surely names an element."""
    labels = [c for row in rows for c in cells_in(sheet, region, row) if _labels(c)]
    return bool(labels) and all(match(bare_label(c.text)).sure for c in labels)


def _pairs(cells: list[Cell]) -> list[tuple[int, int]]:
    """(column of the label, column of the figure) wherever a figure stands right after a label."""
    told = [c for c in cells if _labels(c) or states_figure(c)]
    return [(a.col, b.col) for a, b in pairwise(told) if _labels(a) and states_figure(b)]


def _labels(cell: Cell) -> bool:
    """Words that may name a row; very short ones only where they name what is counted ("Hamlets")."""
    return cell.kind == "T" and not states_figure(cell) and (len(cell.text.strip()) > _SHORT or bool(match(bare_label(cell.text)).codes))


def states_figure(cell: Cell) -> bool:
    """A number, or one with what it counts behind it or "about" before it: 20.999 people."""
    return numberish(cell) or (cell.kind == "T" and (counted(cell.text) or about(cell.text)))


def _label_and_answer(cells: list[Cell]) -> tuple[int, int] | None:
    """(column of the label, column of the answer) of a row that holds one of each, an index or a unit of measure beside them; the answer
    is a figure, or the words of somebody who has none yet."""
    labels = [c for c in cells if _labels(c)]
    answers = [c for c in cells if labels and (states_figure(c) or c.kind in "DX") and c.col > labels[0].col]
    answers = answers or [c for c in cells if labels and c.col > labels[0].col and unanswered(c)]
    if (
        not answers
        and len(labels) == 1
        and len(cells) == _LEAST_FIGURES
        and cells[0].kind == "N"
        and match(bare_label(labels[0].text)).sure
    ):
        answers = cells[:1]
    if len(answers) != 1 or len(cells) > 5:
        return None
    return labels[0].col, answers[0].col


def _without_header(sheet: Sheet, region: Region, first: int, last: int) -> Table:
    cells = [c for r in range(first, last + 1) for c in cells_in(sheet, region, r)]
    left, right = min(c.col for c in cells), max(c.col for c in cells)
    return Table(sheet, first, first - 1, None, first, last, left, right)


def _headed(sheet: Sheet, heads: list[Cell], rows: list[int]) -> Table:
    """A list with the headings right over it."""
    headers: dict[int, tuple[str, ...]] = {c.col: (c.text.strip(),) for c in heads}
    return Table(sheet, rows[0] - 1, rows[0] - 1, None, rows[0], rows[-1], heads[0].col, heads[-1].col, headers)
