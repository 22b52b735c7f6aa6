"""Where the tables of a sheet stand: header rows, column numbers, first and last row of data, found by what is printed.

A table is searched in a region of the sheet: the best header row is scored, grown up and down, its body followed to its end;
an empty column splits tables side by side, what lies above and below is searched again. Everything counts from 0.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from loaders.opening.grid import Cell, Sheet
from loaders.understanding.explaining import explains, spoken, wording_last
from loaders.understanding.measures import counted
from loaders.understanding.rowkinds import is_footer, is_note, is_total, numberish, row_kind
from loaders.understanding.squeezed import opened
from loaders.understanding.titles import is_title, says_of_itself
from loaders.understanding.words import classes, patterns, plain

_NUMBER_ROW = re.compile(r"\(?-?\d{1,2}[a-z]?\)?([=:+\-*/x. ()%\d]|\b[a-z]\b)*|\(?[a-h]\)?")
_MOST_HEADER_ROWS = 6
_LOOK_BELOW = 40
_MOST_CANDIDATES = 120
_LEAST_HEADLESS = 3


Legend = tuple[tuple[str, str], ...]
"""Abbreviations and what they stand for, as the sheet explains them."""


@dataclass(frozen=True)
class Region:
    """A rectangle of the sheet to look in; all four ends are inside."""

    top: int
    bottom: int
    left: int
    right: int


@dataclass(frozen=True)
class Table:
    """One table. Rows are those of the sheet, counted from 0; `headers[col]` is the path of headings, outermost first."""

    sheet: Sheet
    header_first: int
    header_last: int
    number_row: int | None
    data_first: int
    data_last: int
    left: int
    right: int
    headers: dict[int, tuple[str, ...]] = field(default_factory=dict)
    numbers: dict[int, str] = field(default_factory=dict)
    repeats: frozenset[int] = frozenset()
    legend: Legend = ()

    def spelt(self, text: str) -> str:
        """A text with the abbreviations of the sheet written out."""
        for short, long in self.legend:
            text = re.sub(rf"(?<![^\W_]){re.escape(short)}(?![^\W_])", long, text)
        return text

    @cached_property
    def columns(self) -> tuple[int, ...]:
        """The columns with anything in them, header or body."""
        used = {c.col for r in range(self.header_first, self.data_last + 1) for c in self.row(r)}
        return tuple(sorted(used))

    def row(self, row: int) -> list[Cell]:
        """The cells of one row that belong to this table."""
        return between(self.sheet.rows.get(row, []), self.left, self.right)

    def holds(self, cell: Cell) -> bool:
        """Whether a cell of the sheet stands inside, heading or body."""
        return self.header_first <= cell.row <= self.data_last and self.left <= cell.col <= self.right

    @cached_property
    def body(self) -> tuple[int, ...]:
        """The rows of the body that hold anything, repeated headers and column numbers left out."""
        skip = self.repeats | ({self.number_row} if self.number_row is not None else set())
        return tuple(r for r in range(self.data_first, self.data_last + 1) if r not in skip and self.row(r))


def find_tables(sheet: Sheet) -> list[Table]:
    """Every table of a sheet, top to bottom, left to right."""
    if not sheet.cells:
        return []
    whole = Region(0, sheet.n_rows - 1, 0, sheet.n_cols - 1)
    return sorted(_search(sheet, whole, 0), key=lambda t: (t.header_first, t.left))


def _search(sheet: Sheet, region: Region, depth: int) -> Iterator[Table]:
    if depth > 12 or region.top > region.bottom or region.left > region.right:
        return
    anchor = _anchor(sheet, region)
    if anchor is None:
        yield from _headless(sheet, region)
        return
    gap = _gap(sheet, region, anchor)
    if gap is not None:
        top = _block_top(sheet, region, anchor)
        yield from _search(sheet, Region(top, region.bottom, region.left, gap - 1), depth + 1)
        yield from _search(sheet, Region(top, region.bottom, gap + 1, region.right), depth + 1)
        yield from _search(sheet, Region(region.top, top - 1, region.left, region.right), depth + 1)
        return
    seam = _seam(sheet, region, anchor)
    if seam is not None:
        yield from _search(sheet, Region(anchor, region.bottom, region.left, seam - 1), depth + 1)
        yield from _search(sheet, Region(anchor, region.bottom, seam, region.right), depth + 1)
        yield from _search(sheet, Region(region.top, anchor - 1, region.left, region.right), depth + 1)
        return
    table = _table(sheet, region, anchor)
    if table is None:
        yield from _search(sheet, Region(anchor + 1, region.bottom, region.left, region.right), depth + 1)
        return
    yield table
    yield from _search(sheet, Region(region.top, table.header_first - 1, region.left, region.right), depth + 1)
    yield from _search(sheet, Region(table.data_last + 1, region.bottom, region.left, region.right), depth + 1)


def _headless(sheet: Sheet, region: Region) -> Iterator[Table]:
    """A list of labels with their figures beside them and no heading over it: a slip, a block of general data, or two side by side."""
    seam = _second_labels(sheet, region)
    if seam is not None:
        yield from _headless(sheet, Region(region.top, region.bottom, region.left, seam - 1))
        yield from _headless(sheet, Region(region.top, region.bottom, seam, region.right))
        return
    run: list[tuple[int, int, int]] = []
    for row in range(region.top, region.bottom + 2):
        pair = _label_and_figure(_row(sheet, region, row)) if row <= region.bottom else None
        if pair and (not run or pair == run[-1][1:]) and (not run or row - run[-1][0] <= 1):
            run.append((row, *pair))
            continue
        if len(run) >= _LEAST_HEADLESS:
            yield _without_header(sheet, region, run)
        run = [(row, *pair)] if pair else []


def _second_labels(sheet: Sheet, region: Region) -> int | None:
    """The column where a second list of labels begins, each with its figure, beside a first list in the same rows."""
    rows: dict[tuple[int, int], list[int]] = {}
    for row in range(region.top, region.bottom + 1):
        pairs = _pairs(_row(sheet, region, row))
        if len(pairs) > 1:
            rows.setdefault((pairs[0][1], pairs[1][0]), []).append(row)
    (figure, label), those = max(rows.items(), key=lambda item: len(item[1]), default=((0, 0), []))
    if len(those) < _LEAST_HEADLESS:
        return None
    empty = [col for col in range(figure + 1, label) if not any(sheet.cell(row, col) for row in those)]
    numbers = label - 1 > figure and all((c := sheet.cell(row, label - 1)) and numberish(c) for row in those)
    return empty[-1] + 1 if empty else label - 1 if numbers else label


def _pairs(cells: list[Cell]) -> list[tuple[int, int]]:
    """(column of the label, column of the figure) wherever a figure stands right after a label."""
    told = [c for c in cells if _labels(c) or _states_figure(c)]
    return [(a.col, b.col) for a, b in pairwise(told) if _labels(a) and _states_figure(b)]


def _labels(cell: Cell) -> bool:
    return cell.kind == "T" and not _states_figure(cell) and len(cell.text.strip()) > 4


def _states_figure(cell: Cell) -> bool:
    """A number, or one with what it counts behind it: 20.999 people."""
    return numberish(cell) or (cell.kind == "T" and counted(cell.text))


def _label_and_figure(cells: list[Cell]) -> tuple[int, int] | None:
    """(column of the label, column of the figure) of a row that holds one of each, an index or a unit of measure beside them."""
    labels = [c for c in cells if _labels(c)]
    figures = [c for c in cells if labels and (_states_figure(c) or c.kind in "DX") and c.col > labels[0].col]
    if len(figures) != 1 or len(cells) > 5:
        return None
    return labels[0].col, figures[0].col


def _without_header(sheet: Sheet, region: Region, run: list[tuple[int, int, int]]) -> Table:
    first, last = run[0][0], run[-1][0]
    cells = [c for r in range(first, last + 1) for c in _row(sheet, region, r)]
    left, right = min(c.col for c in cells), max(c.col for c in cells)
    return Table(sheet, first, first - 1, None, first, last, left, right)


def _row(sheet: Sheet, region: Region, row: int) -> list[Cell]:
    return between(sheet.seen.get(row, []), region.left, region.right)


def between(cells: list[Cell], left: int, right: int) -> list[Cell]:
    """Those of the cells of one row that stand in the columns `left` to `right`; not to be changed."""
    if not cells or (cells[0].col >= left and cells[-1].col <= right):
        return cells
    return [c for c in cells if left <= c.col <= right]


def _anchor(sheet: Sheet, region: Region) -> int | None:
    best, best_score = None, 0.9
    seen = 0
    for row in sheet.rows:
        if not region.top <= row <= region.bottom:
            continue
        seen += 1
        if seen > _MOST_CANDIDATES:
            break
        score = _header_score(sheet, region, row)
        if score > best_score:
            best, best_score = row, score
    return best


def _header_score(sheet: Sheet, region: Region, row: int) -> float:
    cells = _row(sheet, region, row)
    texts = [c for c in cells if is_title(c, cells)]
    if _asks(texts) or says_of_itself(cells) or any(c.kind == "T" and counted(c.text) for c in cells):
        return 0
    words = [c for c in texts if not numberish(c)]
    if len(texts) < 2 or len(texts) < 0.6 * len(cells) or (words and all(_NUMBER_ROW.fullmatch(plain(c.text)) for c in words)):
        return 0
    body, filled = _below(sheet, region, row, cells)
    if body < 1 or not filled or _answers(sheet, region, row, cells):
        return 0
    width = min(1.0, len(texts) / 4)
    known = sum(1 for c in texts if _header_word(c.text))
    distinct = len({plain(c.text) for c in texts}) / len(texts)
    length = sum(len(c.text) for c in texts) / len(texts)
    numbered = any(_is_number_row(sheet, region, r) for r in range(row + 1, row + 4))
    score = 1.2 * width + 2.0 * filled + 1.5 * min(known, 4) / 2 + 0.3 * distinct + 1.5 * numbered + 0.05 * min(body, 10)
    if numberish(cells[0]) and cells[0] not in texts and len(texts) < 5:
        score -= 3.0
    score -= 3.0 * sum(1 for c in cells if numberish(c) and c not in texts) / len(cells)
    return score - (0.5 if length > 60 else 0) - 0.015 * (row - region.top) - (2.0 if _looks_closing(texts) else 0)


def _answers(sheet: Sheet, region: Region, row: int, cells: list[Cell]) -> bool:
    """A row of words with their figures over a row of the same kind: it holds data, whatever its words look like. A day in place of a
    figure needs such rows on both sides."""
    kinds = _kinds(cells)
    below = next((found for r in range(row + 1, min(row + 3, region.bottom) + 1) if (found := _row(sheet, region, r))), [])
    if not any(figure for _col, figure in kinds) or kinds != _kinds(below):
        return False
    if any(numberish(c) and not is_title(c, cells) for c in cells):
        return True
    return any(c.kind in "DX" for c in cells) and row > region.top and kinds == _kinds(_row(sheet, region, row - 1))


def _kinds(cells: list[Cell]) -> list[tuple[int, bool]]:
    """The columns of a row, each with whether it holds a figure or what stands in its place."""
    return [(c.col, numberish(c) or c.kind in "DX") for c in cells]


def _asks(texts: list[Cell]) -> bool:
    """A row of a slip: its texts end in a colon and wait for an answer."""
    waiting = [c for c in texts if c.text.rstrip().endswith(":")]
    return bool(waiting) and (len(texts) == 2 or (texts[-1:] != waiting and (len(texts) < 4 or 2 * len(waiting) >= len(texts))))


def _looks_closing(texts: list[Cell]) -> bool:
    return any(is_footer(c.text) for c in texts)


def _header_word(text: str) -> bool:
    folded = plain(text)
    return len(folded) < 120 and any(p.search(folded) for _kind, p in patterns("header_words.csv"))


def _below(sheet: Sheet, region: Region, row: int, cells: list[Cell]) -> tuple[int, float]:
    """(rows with figures below, share of the header's columns that hold a figure somewhere below)."""
    spans = {c.col: (c.merge.right if c.merge else c.col) for c in cells}
    covered = {col for first, last in spans.items() for col in range(first, last + 1)}
    rows_with = 0
    filled: set[int] = set()
    blanks = 0
    for r in range(row + 1, min(row + _LOOK_BELOW, region.bottom) + 1):
        line = _row(sheet, region, r)
        if not line:
            blanks += 1
            if blanks >= 3:
                break
            continue
        blanks = 0
        figures = [c for c in line if c.col in covered and (c.kind in "NPX" or numberish(c))]
        if figures and not _is_number_row(sheet, region, r):
            rows_with += 1
            filled.update(c.col for c in figures)
    return rows_with, len(filled) / max(1, len(covered))


def _is_number_row(sheet: Sheet, region: Region, row: int) -> bool:
    """A row of column numbers: (1) (2), A B 1 2, -1 -2 -3, 3=4+5."""
    cells = _row(sheet, region, row)
    if len(cells) < 2:
        return False
    marks = []
    for cell in cells:
        mark = _column_number(cell)
        if not mark:
            return False
        marks.append(mark)
    numbers = [int(m[0]) for m in (re.match(r"\d+", mark) for mark in marks) if m]
    letters = [m for m in marks if m.isalpha()]
    if letters and not numbers:
        return len(letters) >= 2 and sorted(letters) == letters
    return len(numbers) >= 2 and all(0 < b - a <= 2 for a, b in pairwise(numbers)) and numbers[0] <= 3


def _column_number(cell: Cell) -> str:
    if cell.kind == "N" and not cell.is_text:
        value = cell.value
        return str(abs(int(value))) if isinstance(value, int | float) and value == int(value) and abs(value) < 100 else ""
    folded = plain(cell.text)
    if len(folded) > 30 or not _NUMBER_ROW.fullmatch(folded):
        return ""
    return folded.strip("()-").lstrip("(-") or ""


def _gap(sheet: Sheet, region: Region, anchor: int) -> int | None:
    """An empty column inside the block of the anchor row that splits it into two tables of two columns or more."""
    top, bottom = _block_top(sheet, region, anchor), _block_bottom(sheet, region, anchor)
    used: set[int] = set()
    for row in range(top, bottom + 1):
        for cell in _row(sheet, region, row):
            wide = cell.merge is not None and cell.merge.right - cell.merge.left + 1 > (region.right - region.left + 1) * 0.7
            if not wide:
                used.update(range(cell.col, (cell.merge.right if cell.merge else cell.col) + 1))
    if not used:
        return None
    for col in range(min(used) + 1, max(used)):
        if (
            col not in used
            and len([c for c in used if c < col]) >= 2
            and len([c for c in used if c > col]) >= 2
            and _both_sides(sheet, region, top, bottom, col)
        ):
            return col
    return None


def _seam(sheet: Sheet, region: Region, anchor: int) -> int | None:
    """The column where the headings of a row begin anew with the number of the row: one list printed in two halves side by side."""
    cells = _row(sheet, region, anchor)
    texts = [plain(c.text).strip(" .:") for c in cells]
    half = len(texts) // 2
    if half < 3 or len(texts) % 2 or texts[:half] != texts[half:] or "index" not in classes("columns.csv", texts[0]):
        return None
    return cells[half].col


def _both_sides(sheet: Sheet, region: Region, top: int, bottom: int, col: int) -> bool:
    sides = [0, 0]
    for row in range(top, bottom + 1):
        for cell in _row(sheet, region, row):
            if numberish(cell) or cell.kind == "N":
                sides[cell.col > col] += 1
    left = Region(top, bottom, region.left, col - 1)
    right = Region(top, bottom, col + 1, region.right)
    return min(sides) >= 2 and all(_anchor(sheet, side) is not None or any(_headless(sheet, side)) for side in (left, right))


def _block_top(sheet: Sheet, region: Region, anchor: int) -> int:
    row = anchor
    while row > region.top and len(_row(sheet, region, row - 1)) >= 2:
        row -= 1
    return row


def _block_bottom(sheet: Sheet, region: Region, anchor: int) -> int:
    row = anchor
    while row < region.bottom and _row(sheet, region, row + 1) and not any(is_footer(c.text) for c in _row(sheet, region, row + 1)[:1]):
        row += 1
    return row


def _table(sheet: Sheet, region: Region, anchor: int) -> Table | None:
    first = _grow_up(sheet, region, anchor)
    first = _without_merges(sheet, region, first, _grow_down(sheet, region, first, anchor))
    last = _grow_down(sheet, region, first, anchor)
    left, right = _sides(sheet, region, first, last)
    inside = Region(region.top, region.bottom, left, right)
    under = _past_explanations(sheet, inside, last)
    number_row = next((r for r in range(under + 1, min(under + 3, region.bottom) + 1) if _is_number_row(sheet, inside, r)), None)
    if number_row is not None and any(
        _row(sheet, inside, r) and not _is_number_row(sheet, inside, r) for r in range(under + 1, number_row)
    ):
        number_row = None
    start = _past_explanations(sheet, inside, number_row if number_row is not None else under) + 1
    data_first, data_last, repeats = _body(sheet, inside, start, first, last)
    if data_first is None:
        return None
    headers = {col: spoken(sheet, col, last, under, _path(sheet, inside, first, last, col)) for col in range(left, right + 1)}
    last = max(last, wording_last(sheet, last, under, left, right))
    numbers = {c.col: plain(c.text) for c in _row(sheet, inside, number_row)} if number_row is not None else {}
    return Table(sheet, first, last, number_row, data_first, data_last, left, right, headers, numbers, frozenset(repeats))


def _past_explanations(sheet: Sheet, region: Region, row: int) -> int:
    """The last of the rows under `row` that only explain the columns; `row` itself when none does."""
    while row < region.bottom and explains(sheet, row + 1, region.left, region.right):
        row += 1
    return row


def _sides(sheet: Sheet, region: Region, first: int, last: int) -> tuple[int, int]:
    cols = [c for r in range(first, last + 1) for x in _row(sheet, region, r) for c in (x.col, x.merge.right if x.merge else x.col)]
    left, right = min(cols), min(max(cols), region.right)
    for row in range(last + 1, min(last + 30, region.bottom) + 1):
        line = _row(sheet, region, row)
        if line and not is_footer(line[0].text) and len(line) >= 3:
            while line and line[0].col < left and left - line[0].col <= 2:
                left = line[0].col
            if right < line[-1].col <= right + 2 and numberish(line[-1]):
                right = line[-1].col
    return left, right


def _grow_up(sheet: Sheet, region: Region, anchor: int) -> int:
    row = anchor
    while (
        row > region.top
        and anchor - row < _MOST_HEADER_ROWS
        and (_is_parent(sheet, region, row - 1, row) or _is_sparse_parent(sheet, region, row - 1, anchor))
    ):
        row -= 1
    return row


def _without_merges(sheet: Sheet, region: Region, first: int, last: int) -> int:
    """The top of a header without merges: rows of titles right above, up to one that heads columns still without a heading."""
    figures = {c.col for r in range(last + 1, min(last + 4, region.bottom) + 1) for c in _row(sheet, region, r)}
    headed = {c.col for r in range(first, last + 1) for c in _row(sheet, region, r)}
    top = first
    for row in range(first - 1, max(region.top, first - _MOST_HEADER_ROWS) - 1, -1):
        cells = _row(sheet, region, row)
        if not cells or says_of_itself(cells) or any(c.merge or c.kind != "T" or numberish(c) or _no_title(c.text) for c in cells):
            break
        own = {c.col for c in cells}
        if len(own) > 1 and own & figures - headed:
            top = row
        headed |= own
    return top


def _is_parent(sheet: Sheet, region: Region, upper: int, lower: int) -> bool:
    """Whether the row `upper` is a header row over the header row `lower`."""
    cells = _row(sheet, region, upper)
    below = _row(sheet, region, lower)
    if not cells or any(_figure(c, cells) for c in cells) or says_of_itself(cells):
        return False
    if any(c.merge and c.merge.bottom >= lower for c in cells):
        return True
    spans = [c for c in cells if c.merge and c.merge.right > c.merge.left]
    low, high = min(c.col for c in below), max(c.merge.right if c.merge else c.col for c in below)
    banner = len(cells) == 1 and (
        not spans
        or spans[0].merge is None
        or (spans[0].merge.right - spans[0].merge.left + 1) >= 0.6 * (high - low + 1)
        or spans[0].merge.left <= low
    )
    if banner or any(_sentence(c.text) for c in cells):
        return False
    if spans:
        return len(cells) >= 2 or any(low < s.col <= high for s in spans)
    return _complement(cells, below, low, high)


def _is_sparse_parent(sheet: Sheet, region: Region, upper: int, anchor: int) -> bool:
    """Without merges: a row of two or more short titles, each over the first of its children; the row's own columns stand to the left."""
    cells = _row(sheet, region, upper)
    if len(cells) < 2 or any(numberish(c) or c.kind not in "T" or c.merge for c in cells) or any(_no_title(c.text) for c in cells):
        return False
    lower = {c.col for r in range(upper + 1, anchor + 1) for c in _row(sheet, region, r)}
    groups = [c for c in cells if c.col in lower]
    rest = [c for c in cells if c.col not in lower]
    if not groups or len(groups) >= len(lower) or any(c.col > min(lower) for c in rest):
        return False
    if rest and (len(lower) < 2 or min(lower) - max(c.col for c in rest) != 1 or not any(_header_word(c.text) for c in rest)):
        return False
    return bool(rest) or (len(groups) >= 2 and groups[0].col > region.left)


def _no_title(text: str) -> bool:
    return len(text) > 60 or ":" in text or _sentence(text)


def _complement(cells: list[Cell], below: list[Cell], low: int, high: int) -> bool:
    """Without merges: two heading rows of which one fills the columns that the other leaves empty."""
    upper, lower = {c.col for c in cells}, {c.col for c in below}
    if len(cells) < 2 or sum(_header_word(c.text) for c in cells) < 2 or min(upper) > high or max(upper) < low:
        return False
    if max(upper) > high + 1 or min(upper) < low - 4:
        return False
    span = max(max(upper), high) - min(min(upper), low) + 1
    return len(upper | lower) >= 0.8 * span and not lower <= upper


def _sentence(text: str) -> bool:
    folded = plain(text)
    return (
        bool(re.search(r"don vi tinh ?:|dvt ?:|^\(|ky bao cao|kem theo|ngay .* thang .* nam|cong hoa xa hoi|doc lap", folded))
        or len(folded) > 120
    )


def _grow_down(sheet: Sheet, region: Region, first: int, anchor: int) -> int:
    row = anchor
    while row < region.bottom and row - anchor < _MOST_HEADER_ROWS and _is_child(sheet, region, first, row, row + 1):
        row += 1
    return row


def _is_child(sheet: Sheet, region: Region, first: int, upper: int, lower: int) -> bool:
    """Whether the row `lower` still belongs to the header that runs from `first` to `upper`."""
    cells = _row(sheet, region, lower)
    over = _row(sheet, region, upper)
    spans = [c.merge for c in over if c.merge and c.merge.right > c.merge.left]
    owners = [m for m in (sheet.owners.get((lower, c)) for c in range(region.left, region.right + 1)) if m and m.top <= upper]
    if any(c.merge and c.merge.top <= upper and c.merge.bottom >= lower and c.merge.bottom > c.merge.top for c in over):
        if not any(_figure(c, cells) for c in cells):
            return bool(cells) or bool(owners)
        return bool(owners) and all(any(s.left <= c.col <= s.right for s in spans) for c in cells)
    if not cells or _is_number_row(sheet, region, lower):
        return False
    if _shared_measure(over, cells):
        return True
    if any(c.kind == "X" or (c.kind == "P" and not is_title(c, cells)) or _figure(c, cells) for c in cells) or len(cells) < 2:
        return False
    if spans:
        under = {c.col for c in over}
        held = all(any(s.left <= c.col <= s.right for s in spans) or _header_word(c.text) or c.col in under for c in cells)
        return held and any(s.left <= c.col <= s.right for c in cells for s in spans)
    head = [c for row in range(first, upper + 1) for c in _row(sheet, region, row)]
    return cells[0].col > min(c.col for c in head) + 1 and _header_continues(head, cells)


def _shared_measure(over: list[Cell], cells: list[Cell]) -> bool:
    """One text merged under several headings, the first column left out: what all of them are measured in."""
    only = cells[0]
    wide = only.merge is not None and only.merge.right > only.merge.left > min(c.col for c in over)
    return len(cells) == 1 and wide and only.kind == "T" and not numberish(only) and len(only.text) < 40


def _figure(cell: Cell, line: list[Cell]) -> bool:
    """A number that is no title of its row."""
    return (numberish(cell) or cell.kind == "N") and not is_title(cell, line)


def _header_continues(over: list[Cell], cells: list[Cell]) -> bool:
    """Children without merges: they start where the upper row has gaps, and none of them is long."""
    filled = {c.col for c in over}
    return any(c.col not in filled for c in cells) and all(len(c.text) < 60 for c in cells)


def _path(sheet: Sheet, region: Region, first: int, last: int, col: int) -> tuple[str, ...]:
    """The headings over a column, outermost first; a merged one covers its range, an unmerged one the gaps to its right."""
    path: list[str] = []
    for row in range(first, last + 1):
        text = opened(_heading(sheet, region, row, col, last))
        if text and (not path or path[-1] != text):
            path.append(text)
    return tuple(path)


def _heading(sheet: Sheet, region: Region, row: int, col: int, last: int) -> str:
    owner = sheet.owners.get((row, col))
    if owner:
        top = sheet.cell(owner.top, owner.left)
        return top.text.strip() if top else ""
    cell = sheet.cell(row, col)
    if cell and not cell.extra.under_merge:
        return cell.text.strip()
    if row == last or any(m.top == row and m.right > m.left for m in sheet.merges):
        return ""
    return _spilled(sheet, region, row, col, last)


def _spilled(sheet: Sheet, region: Region, row: int, col: int, last: int) -> str:
    """The heading to the left whose unmerged cell stands for a group: only where the row below has children here and there."""
    below = [c for c in range(region.left, region.right + 1) if any(sheet.cell(r, c) for r in range(row + 1, last + 1))]
    if col not in below:
        return ""
    for left in range(col - 1, region.left - 1, -1):
        cell = sheet.cell(row, left)
        if cell:
            return cell.text.strip() if left in below else ""
        if left not in below:
            return ""
    return ""


def _body(sheet: Sheet, region: Region, start: int, first: int, last: int) -> tuple[int | None, int, list[int]]:
    """(first row of data, last row of data, rows that repeat the header or its column numbers)."""
    heading = {plain(c.text) for r in range(first, last + 1) for c in _row(sheet, region, r)}
    begun, end, blanks = None, start - 1, 0
    repeats: list[int] = []
    row = start
    while row <= region.bottom:
        cells = _row(sheet, region, row)
        if not cells:
            blanks += 1
            if blanks >= 2:
                break
            row += 1
            continue
        same = sum(1 for c in cells if not numberish(c) and plain(c.text) in heading)
        if begun is not None and ((row - 1 in repeats and _is_number_row(sheet, region, row)) or (same >= 2 and same >= 0.6 * len(cells))):
            if row - 1 not in repeats and _lone_title(sheet, region, row - 1):
                end = max((r for r in range(start, row - 1) if _row(sheet, region, r)), default=end)
                break
            repeats.append(row)
        elif _ends(sheet, region, row, cells, blanks):
            break
        else:
            begun = row if begun is None else begun
            end = row
        blanks = 0
        row += 1
    figures = any(c.kind in "NPX" or numberish(c) for r in range(start, end + 1) for c in _row(sheet, region, r))
    return (begun if figures else None), end, [r for r in repeats if r < end]


def _lone_title(sheet: Sheet, region: Region, row: int) -> bool:
    """One text and nothing else: over a header that comes again it begins another table."""
    cells = _row(sheet, region, row)
    return len(cells) == 1 and cells[0].kind == "T" and not numberish(cells[0])


def _next_group(sheet: Sheet, region: Region, row: int) -> bool:
    """The title of a further group of the same rows: one short text after a blank row, then figures under the very columns of before."""
    cells = _row(sheet, region, row)
    before, after = _row(sheet, region, row - 2), _row(sheet, region, row + 1)
    columns = [[c.col for c in line if numberish(c)] for line in (before, after)]
    words = [[c.col for c in line if not numberish(c)] for line in (before, after)]
    same = len(columns[0]) >= 2 and columns[0] == columns[1] and words[0] == words[1] and bool(words[0])
    return same and len(cells) == 1 and cells[0].col in words[0] and len(cells[0].text) < 50 and not classes("lines.csv", cells[0].text)


def _past_the_total(sheet: Sheet, region: Region, row: int) -> bool:
    """Right under the total row, with no figure in the rows that follow: a remark, whatever it says."""
    over = [c for c in _row(sheet, region, row - 1) if c.kind == "T" and not numberish(c)]
    below = [c for r in (row + 1, row + 2, row + 3) for c in _row(sheet, region, r)]
    return bool(over) and is_total(over[0].text) and not any(numberish(c) for c in below)


def _ends(sheet: Sheet, region: Region, row: int, cells: list[Cell], blanks: int) -> bool:
    texts = [c for c in cells if c.kind == "T" and not numberish(c)]
    figures = [c for c in cells if c.kind in "NPX" or numberish(c)]
    lead = texts[0].text if texts else ""
    if texts and not [f for f in figures if f.col > texts[0].col] and (is_footer(lead) or is_note(lead)):
        return True
    if any(is_footer(c.text) for c in texts) and not [c for c in figures if c.col > region.left + 1]:
        return True
    if len(texts) == 1 and not figures and len(lead) > 90 and texts[0].merge is not None:
        return True
    if blanks and len(cells) <= 2 and not figures:
        return not _next_group(sheet, region, row)
    if _lone_title(sheet, region, row) and _past_the_total(sheet, region, row):
        return True
    if len(cells) == 1 and texts and row_kind(lead) == "narrative" and (len(lead) > 30 or ":" in lead):
        return not any(numberish(c) for r in (row + 1, row + 2) for c in _row(sheet, region, r))
    return bool(blanks) and row_kind(lead) != "total" and _header_score(sheet, region, row) > 3.0
