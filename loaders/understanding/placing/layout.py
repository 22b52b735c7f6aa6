"""Where the tables of a sheet stand: a header row is found, grown up and down, its body followed to its end; what lies beside, above and
below is searched again. Everything counts from 0."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.opening.grid import Cell, Sheet
from loaders.understanding.dates.times import plain_months
from loaders.understanding.placing.body import body_of
from loaders.understanding.placing.column_numbers import is_number_row, numbered_on
from loaders.understanding.placing.drawn_forms import drawn_forms
from loaders.understanding.placing.explaining import explains, spoken
from loaders.understanding.placing.further import over_header
from loaders.understanding.placing.header_paths import path_over
from loaders.understanding.placing.header_rows import grow_down, grow_up, without_merges
from loaders.understanding.placing.header_score import header_row, header_score
from loaders.understanding.placing.headless import headless_tables
from loaders.understanding.placing.lists_apart import names_its_own
from loaders.understanding.placing.lone_rates import with_their_names
from loaders.understanding.placing.number_cards import number_cards
from loaders.understanding.placing.second_rows import said_before
from loaders.understanding.placing.side_by_side import border
from loaders.understanding.placing.slips import slips_in
from loaders.understanding.placing.spoken_lines import spoken_lines
from loaders.understanding.placing.titles import is_year, numbered_caption
from loaders.understanding.placing.wrapped import joined, wrapped_first, wrapped_last
from loaders.understanding.texts.rowkinds import is_footer, numberish
from loaders.understanding.texts.tables import Region, Table, cells_in
from loaders.understanding.texts.words import classes, plain
from loaders.understanding.typed.measures import read as measured


def find_tables(sheet: Sheet) -> list[Table]:
    """Every table of a sheet, top to bottom, left to right."""
    if not sheet.cells:
        return []
    if drawn := drawn_forms(sheet) or number_cards(sheet):
        return drawn
    whole = Region(0, sheet.n_rows - 1, 0, sheet.n_cols - 1)
    found = sorted((t for slip in slips_in(sheet, whole) for t in _search(sheet, slip, 0)), key=lambda t: (t.header_first, t.left))
    return found or list(spoken_lines(sheet))


def _search(sheet: Sheet, region: Region, depth: int) -> Iterator[Table]:
    if depth > 12 or region.top > region.bottom or region.left > region.right:
        return
    anchor = header_row(sheet, region)
    if anchor is None:
        yield from headless_tables(sheet, region)
        return
    gap = _gap(sheet, region, anchor)
    if gap is not None:
        top, bottom = _block_top(sheet, region, anchor), _over_the_next(sheet, region, anchor, gap)
        yield from _search(sheet, Region(top, bottom, region.left, gap - 1), depth + 1)
        yield from _search(sheet, Region(top, bottom, gap + 1, region.right), depth + 1)
        yield from _search(sheet, Region(region.top, top - 1, region.left, region.right), depth + 1)
        yield from _search(sheet, Region(bottom + 1, region.bottom, region.left, region.right), depth + 1)
        return
    anew = border(sheet, region, anchor)
    if anew is not None:
        top, seam = anew
        bottom = _over_the_next(sheet, region, anchor, seam, seam=True)
        yield from _search(sheet, Region(top, bottom, region.left, seam - 1), depth + 1)
        yield from _search(sheet, Region(top, bottom, seam, region.right), depth + 1)
        yield from _search(sheet, Region(region.top, top - 1, region.left, region.right), depth + 1)
        yield from _search(sheet, Region(bottom + 1, region.bottom, region.left, region.right), depth + 1)
        return
    table = _table(sheet, region, anchor)
    if table is None:
        yield from _search(sheet, Region(anchor + 1, region.bottom, region.left, region.right), depth + 1)
        return
    yield table
    above = over_header(sheet, region, table.header_first)
    yield from _search(sheet, Region(region.top, above, region.left, region.right), depth + 1)
    yield from _search(sheet, Region(table.data_last + 1, region.bottom, region.left, region.right), depth + 1)


def _gap(sheet: Sheet, region: Region, anchor: int) -> int | None:
    """An empty column inside the block of the anchor row that splits it into two tables of two columns or more."""
    top, bottom = _block_top(sheet, region, anchor), _block_bottom(sheet, region, anchor)
    used: set[int] = set()
    for row in range(top, bottom + 1):
        for cell in cells_in(sheet, region, row):
            wide = cell.merge is not None and cell.merge.right - cell.merge.left + 1 > (region.right - region.left + 1) * 0.7
            if not wide:
                used.update(range(cell.col, (cell.merge.right if cell.merge else cell.col) + 1))
    if not used:
        return None
    for col in range(min(used) + 1, max(used)):
        if (
            col not in used
            and not any(is_number_row(sheet, region, row) for row in range(anchor + 1, min(anchor + 6, bottom) + 1))
            and len([c for c in used if c < col]) >= 2
            and len([c for c in used if c > col]) >= 2
            and (_captions_apart(sheet, region, top, col) or _two_tables(sheet, region, anchor, bottom, col))
        ):
            return col
    return None


def _two_tables(sheet: Sheet, region: Region, anchor: int, bottom: int, col: int) -> bool:
    """Whether figures stand on both sides of an empty column, each under headings of their own, and what stands right of it is no mere
    continuation of the rows."""
    return (
        _both_sides(sheet, region, _block_top(sheet, region, anchor), bottom, col)
        and not _only_figures(sheet, region, anchor, bottom, col)
        and (not _begins_with_figures(sheet, region, anchor, bottom, col) or names_its_own(sheet, region, (anchor, bottom), col))
    )


def _over_the_next(sheet: Sheet, region: Region, anchor: int, between: int, seam: bool = False) -> int:
    """The last row of two tables beside each other: over the captions of a header further down that runs across the column between them, or
    across their `seam`, in any of its rows."""
    end = _block_bottom(sheet, region, anchor)
    for row in range(end + 1, region.bottom + 1):
        sides = {c.col < between for c in cells_in(sheet, region, row)} if seam else set()
        across = len(sides) > 1 and not _anew_at(sheet, region, row, between) if seam else sheet.cell(row, between) is not None
        if across and header_score(sheet, region, row) > 0:
            return over_header(sheet, region, max(grow_up(sheet, region, row), end + 1))
    return region.bottom


def _anew_at(sheet: Sheet, region: Region, row: int, col: int) -> bool:
    """Whether the headings of a row begin anew in a column."""
    anew = border(sheet, region, row)
    return anew is not None and anew[1] == col


def _both_sides(sheet: Sheet, region: Region, top: int, bottom: int, col: int) -> bool:
    sides = [0, 0]
    for row in range(top, bottom + 1):
        for cell in cells_in(sheet, region, row):
            if numberish(cell) or cell.kind == "N":
                sides[cell.col > col] += 1
    left = Region(top, bottom, region.left, col - 1)
    right = Region(top, bottom, col + 1, region.right)
    return min(sides) >= 2 and all(header_row(sheet, side) is not None or any(headless_tables(sheet, side)) for side in (left, right))


def _captions_apart(sheet: Sheet, region: Region, top: int, col: int) -> bool:
    """Whether a numbered caption stands on each side of an empty column, nothing else in their row, over a row of words on each side: one
    of the tables may hold no figure at all."""
    captions, heads = cells_in(sheet, region, top), cells_in(sheet, region, top + 1)
    if [c.col < col for c in captions] != [True, False] or not all(numbered_caption(c.text) for c in captions):
        return False
    right = [c for c in heads if c.col > col]
    return len(heads) - len(right) > 1 and len(right) > 1 and all(c.kind == "T" and not numberish(c) for c in heads)


def _only_figures(sheet: Sheet, region: Region, anchor: int, bottom: int, col: int) -> bool:
    """Nothing but figures, their measures and remarks right of a column, in rows whose names stand left of it: the list goes on there."""
    rows = [cells_in(sheet, region, row) for row in range(anchor + 1, bottom + 1)]
    beside = [[c for c in cells if c.col > col] for cells in rows]
    figures = [[c for c in cells if numberish(c) or c.kind in "NP"] for cells in beside]
    named = [cells for cells, right in zip(rows, figures, strict=True) if right and any(c.col < col and not numberish(c) for c in cells)]
    heads = {c.col: classes("columns.csv", plain(c.text).strip(" .:")) for c in cells_in(sheet, region, anchor)}
    aside = {c for c, kinds in heads.items() if {"measure", "note"} & set(kinds)}
    words = [c for cells, own in zip(beside, figures, strict=True) if own for c in cells if c not in own]
    names = [c for c in words if c.col not in aside and measured(c.text) is None]
    first = min((c for c in heads if c > col), default=None)
    numbered = first is not None and "index" in heads[first]
    return not names and not numbered and len(named) == sum(bool(own) for own in figures)


def _begins_with_figures(sheet: Sheet, region: Region, anchor: int, bottom: int, col: int) -> bool:
    """Whether what stands right of a column begins with figures that neither count nor date the rows, in rows named left of it. Its heading
    may stand over the row `anchor`, where the header to the left has more rows."""
    head = next((c for c in cells_in(sheet, region, anchor) if c.col > col), None)
    while head is not None and numberish(head) and head.row > region.top and (over := sheet.cell(head.row - 1, head.col)):
        head, anchor = over, head.row - 1
    if head is None or {"index", "rank"} & set(classes("columns.csv", plain(head.text).strip(" .:"))) or classes("naming.csv", head.text):
        return False
    rows = range(anchor + 1, bottom + 1)
    if any(col < c.col < head.col for row in rows for c in cells_in(sheet, region, row)):
        return False  # it begins with what another row of the header heads
    named = all(any(c.col < col for c in cells) for row in rows if (cells := cells_in(sheet, region, row)))
    figures = [c for row in rows if (c := sheet.cell(row, head.col))]
    counted = [c.text.strip() for c in figures][:2] == ["1", "2"]
    return named and len(figures) > 1 and not counted and all(numberish(c) and not is_year(c) for c in figures)


def _block_top(sheet: Sheet, region: Region, anchor: int) -> int:
    row = anchor
    while row > region.top and len(cells_in(sheet, region, row - 1)) >= 2:
        row -= 1
    return row


def _block_bottom(sheet: Sheet, region: Region, anchor: int) -> int:
    row = anchor
    while (
        row < region.bottom
        and cells_in(sheet, region, row + 1)
        and not any(is_footer(c.text) for c in cells_in(sheet, region, row + 1)[:1])
    ):
        row += 1
    return row


def _table(sheet: Sheet, region: Region, anchor: int) -> Table | None:
    first = grow_up(sheet, region, anchor)
    first = without_merges(sheet, region, first, grow_down(sheet, region, first, anchor))
    first = wrapped_first(sheet, region, first)
    last = grow_down(sheet, region, first, anchor)
    wrapped = wrapped_last(sheet, region, first, last)
    last = wrapped or last
    first = said_before(sheet, region, first, last)
    left, right = _sides(sheet, region, first, last)
    inside = Region(region.top, region.bottom, left, right)
    under = _past_explanations(sheet, inside, last)
    number_row = next((r for r in range(under + 1, min(under + 3, region.bottom) + 1) if _numbers(sheet, inside, r)), None)
    if number_row is not None and any(cells_in(sheet, inside, r) and not _numbers(sheet, inside, r) for r in range(under + 1, number_row)):
        number_row = None
    start = _past_explanations(sheet, inside, number_row if number_row is not None else under) + 1
    start += number_row is not None and _reckons(cells_in(sheet, inside, start))
    data_first, data_last, repeats = body_of(sheet, inside, start, first, last)
    if data_first is None:
        return None
    columns = range(left, right + 1)
    paths = {col: joined(sheet, first, last, col) if wrapped else path_over(sheet, inside, first, last, col) for col in columns}
    headers = with_their_names({col: spoken(sheet, col, last, under, path) for col, path in plain_months(paths).items()})
    last = max(last, under)
    numbers = {c.col: plain(c.text) for c in cells_in(sheet, inside, number_row)} if number_row is not None else {}
    return Table(sheet, first, last, number_row, data_first, data_last, left, right, headers, numbers, frozenset(repeats))


def _numbers(sheet: Sheet, region: Region, row: int) -> bool:
    """Whether a row numbers the columns of a table, on from those of a table to its left at most."""
    return is_number_row(sheet, region, row) or numbered_on(sheet, region, row)


_RECKONED = re.compile(r"\(?\d{1,2}\)?\s*=\s*[\d\s()\[\]+\-*x/:,%]+")


def _reckons(cells: list[Cell]) -> bool:
    """A second row under the numbers of the columns that says how some of them are reckoned: "6=4/1"."""
    return bool(cells) and all(c.is_text and _RECKONED.fullmatch(c.text.strip()) for c in cells)


def _past_explanations(sheet: Sheet, region: Region, row: int) -> int:
    """The last of the rows under `row` that only explain the columns; `row` itself when none does."""
    while row < region.bottom and explains(sheet, row + 1, region.left, region.right) and not is_number_row(sheet, region, row + 1):
        row += 1
    return row


def _sides(sheet: Sheet, region: Region, first: int, last: int) -> tuple[int, int]:
    cols = [c for r in range(first, last + 1) for x in cells_in(sheet, region, r) for c in (x.col, x.merge.right if x.merge else x.col)]
    left, right = min(cols), min(max(cols), region.right)
    for row in range(last + 1, min(last + 30, region.bottom) + 1):
        line = cells_in(sheet, region, row)
        if line and not is_footer(line[0].text) and len(line) >= 3:
            while line and line[0].col < left and left - line[0].col <= 2:
                left = line[0].col
            if right < line[-1].col <= right + 2 and numberish(line[-1]):
                right = line[-1].col
    return left, right
