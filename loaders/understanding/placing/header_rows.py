"""From one header row to all of them: the parents above, the children below, by merges or by the gaps they fill."""

from __future__ import annotations

import re

from loaders.opening.grid import Cell, Sheet
from loaders.understanding.dates.times import times_under
from loaders.understanding.dates.when import statements
from loaders.understanding.headings.columns import BASES, role_of
from loaders.understanding.headings.tags import meaning
from loaders.understanding.headings.things import is_bare
from loaders.understanding.placing.column_numbers import is_number_row
from loaders.understanding.placing.header_score import header_word
from loaders.understanding.placing.merged_groups import titles_group
from loaders.understanding.placing.number_headings import codes_over, numbers_head
from loaders.understanding.placing.second_rows import days_under, heads_gaps, in_brackets_under, said_again, translated, words_over_figures
from loaders.understanding.placing.titles import is_title, says_of_itself
from loaders.understanding.placing.weights import weights_under
from loaders.understanding.placing.years_under import years_under_groups
from loaders.understanding.texts.rowkinds import is_footer, numberish
from loaders.understanding.texts.tables import Region, cells_in
from loaders.understanding.texts.words import plain

_MOST_HEADER_ROWS = 6
_SHORT_TITLE = 30
_MOST_WORDS = 0.6


def grow_up(sheet: Sheet, region: Region, anchor: int) -> int:
    """The first header row over the row that was found."""
    row = anchor
    while (
        row > region.top
        and anchor - row < _MOST_HEADER_ROWS
        and (
            _is_parent(sheet, region, row - 1, row)
            or _is_sparse_parent(sheet, region, row - 1, anchor)
            or _is_parent_of_bare(sheet, region, row - 1, row)
            or days_under(cells_in(sheet, region, row - 1), cells_in(sheet, region, row))
            or translated(sheet, region, row - 1, row)
            or codes_over(sheet, region, row - 1, row)
        )
    ):
        row -= 1
    return row


def without_merges(sheet: Sheet, region: Region, first: int, last: int) -> int:
    """The top of a header without merges: rows of titles right above, up to one that heads columns still without a heading."""
    figures = {c.col for r in range(last + 1, min(last + 4, region.bottom) + 1) for c in cells_in(sheet, region, r)}
    headed = {c.col for r in range(first, last + 1) for c in cells_in(sheet, region, r)}
    top = first
    for row in range(first - 1, max(region.top, first - _MOST_HEADER_ROWS) - 1, -1):
        cells = cells_in(sheet, region, row)
        if not cells or says_of_itself(cells) or any(c.merge or c.kind != "T" or numberish(c) or _no_title(c.text) for c in cells):
            break
        own = {c.col for c in cells}
        if len(own) > 1 and own & figures - headed:
            top = row
        headed |= own
    return top


def _is_parent(sheet: Sheet, region: Region, upper: int, lower: int) -> bool:
    """Whether the row `upper` is a header row over the header row `lower`."""
    cells = cells_in(sheet, region, upper)
    below = cells_in(sheet, region, lower)
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
    whole = _over_figures_alone(sheet, region, spans, lower, low, high)
    if (banner and not whole) or any(_sentence(c.text) for c in cells):
        return False
    if spans:
        return len(cells) >= 2 or whole or any(low < s.col <= high for s in spans)
    return _complement(cells, below, low, high)


def _over_figures_alone(sheet: Sheet, region: Region, spans: list[Cell], lower: int, low: int, high: int) -> bool:
    """One short title merged over all headings of a row whose names, further to the left, have no heading."""
    if len(spans) != 1 or spans[0].merge is None or len(spans[0].text) > _SHORT_TITLE or low == high:
        return False
    rows = [cells_in(sheet, region, row) for row in range(lower + 1, lower + 4)]
    named = all(cells and cells[0].col == low - 1 and cells[0].kind == "T" and not numberish(cells[0]) for cells in rows)
    return named and (spans[0].merge.left, spans[0].merge.right) == (low, high)


def _is_parent_of_bare(sheet: Sheet, region: Region, upper: int, lower: int) -> bool:
    """Short titles over parts that name no thing ("level 1 | level 2"), in a table of figures without any names."""
    cells, below = cells_in(sheet, region, upper), cells_in(sheet, region, lower)
    rows = [found for row in range(lower + 1, min(lower + 4, region.bottom) + 1) if (found := cells_in(sheet, region, row))][:1]
    nameless = bool(rows) and rows[0][0].col == below[0].col and all(numberish(c) for c in rows[0])
    if not nameless or not cells or len(cells) >= len(below) or cells[0].col != below[0].col:
        return False
    return all(is_bare(c.text) for c in below) and all(_names_group(c) for c in cells)


def _names_group(cell: Cell) -> bool:
    """A title that is understood word by word and says no period, sender or form."""
    said = meaning(cell.text)
    return said.clear and bool(said.tags) and not _no_title(cell.text) and not statements(cell.text, "line") and not is_footer(cell.text)


def _is_sparse_parent(sheet: Sheet, region: Region, upper: int, anchor: int) -> bool:
    """Without merges: a row of two or more short titles, each over the first of its children; the row's own columns stand to the left."""
    cells = cells_in(sheet, region, upper)
    if len(cells) < 2 or any(numberish(c) or c.kind not in "TD" or c.merge for c in cells) or any(_no_title(c.text) for c in cells):
        return False
    lower = {c.col for r in range(upper + 1, anchor + 1) for c in cells_in(sheet, region, r)}
    groups = [c for c in cells if c.col in lower]
    rest = [c for c in cells if c.col not in lower]
    if not groups or len(groups) >= len(lower) or any(c.col > min(lower) for c in rest):
        return False
    heads = any(header_word(c.text) for c in rest) or all(c.kind == "D" for c in groups)
    if rest and (len(lower) < 2 or min(lower) - max(c.col for c in rest) != 1 or not heads):
        return False
    return bool(rest) or (len(groups) >= 2 and groups[0].col > region.left)


def _no_title(text: str) -> bool:
    return len(text) > 60 or ":" in text or _sentence(text)


def _complement(cells: list[Cell], below: list[Cell], low: int, high: int) -> bool:
    """Without merges: two heading rows of which one fills the columns that the other leaves empty."""
    upper, lower = {c.col for c in cells}, {c.col for c in below}
    if len(cells) < 2 or sum(header_word(c.text) for c in cells) < 2 or min(upper) > high or max(upper) < low:
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


def grow_down(sheet: Sheet, region: Region, first: int, anchor: int) -> int:
    """The last header row under the row that was found."""
    row = anchor
    while row < region.bottom and row - anchor < _MOST_HEADER_ROWS and _is_child(sheet, region, first, row, row + 1):
        row += 1
    again = said_again(sheet, region, first, row)
    while (
        again is not None and again < min(region.bottom, anchor + _MOST_HEADER_ROWS) and _is_child(sheet, region, first, again, again + 1)
    ):
        again += 1
    return row if again is None else again


def _is_child(sheet: Sheet, region: Region, first: int, upper: int, lower: int) -> bool:
    """Whether the row `lower` still belongs to the header that runs from `first` to `upper`."""
    cells = cells_in(sheet, region, lower)
    over = cells_in(sheet, region, upper)
    spans = [c.merge for c in over if c.merge and c.merge.right > c.merge.left]
    owners = [m for m in (sheet.owners.get((lower, c)) for c in range(region.left, region.right + 1)) if m and m.top <= upper]
    if numbers_head(sheet, region, first, upper, lower) or years_under_groups(sheet, region, upper, lower):
        return True
    if any(m.top >= first and m.bottom > m.top for m in owners):
        if not any(_figure(c, cells) for c in cells):
            return bool(cells) or bool(owners)
        parts = bool(owners) and all(any(s.left <= c.col <= s.right for s in spans) for c in cells)
        return parts or weights_under(sheet, region, first, lower) or _held_down(sheet, region, first, lower, cells)
    if days_under(over, cells) or in_brackets_under(over, cells):
        return True
    if not cells or is_number_row(sheet, region, lower):
        return False
    if _worded(cells) and is_number_row(sheet, region, lower + 1):
        return True
    if over and (
        (_shared_measure(over, cells) and not titles_group(sheet, region, lower))
        or _says_when(cells, {c.col for c in over})
        or times_under(over, cells)
    ):
        return True
    if words_over_figures(sheet, region, first, upper, lower):
        return True
    if any(c.kind == "X" or (c.kind == "P" and not is_title(c, cells)) or _figure(c, cells) for c in cells) or len(cells) < 2:
        return False
    if _lettered_on(sheet, region, lower):
        return False
    if spans:
        under = {c.col for c in over} | {col for s in spans for col in range(s.left, s.right + 1)}
        beyond = {c.col for c in cells if c.col not in under and c.col - 1 in under & {b.col for b in cells}}  # merged over too few
        held = all(header_word(c.text) or c.col in under | beyond for c in cells)
        return held and any(s.left <= c.col <= s.right for c in cells for s in spans)
    head = [c for row in range(first, upper + 1) for c in cells_in(sheet, region, row)]
    if heads_gaps(sheet, region, first, upper, lower):
        return True
    return cells[0].col > min(c.col for c in head) + 1 and _header_continues(head, cells)


def _held_down(sheet: Sheet, region: Region, first: int, lower: int, cells: list[Cell]) -> bool:
    """Whether the headings of the first two columns are merged down to a row that holds texts alone, be they shares ("8%"): names and
    their numbers cannot stand in it."""
    head = [c.col for row in range(first, lower) for c in cells_in(sheet, region, row)]
    down = [m for col in (min(head), min(head) + 1) if (m := sheet.owners.get((lower, col))) is not None and first <= m.top < lower]
    return len(down) == 2 and bool(cells) and all(c.is_text for c in cells)


def _lettered_on(sheet: Sheet, region: Region, row: int) -> bool:
    """Whether a row and the next one begin, in one column, with a letter and the one that follows it: they count, and head nothing."""
    one, other = (cells_in(sheet, region, r)[:1] for r in (row, row + 1))
    if not one or not other or one[0].col != other[0].col:
        return False
    a, b = (cell.text.strip(" .)") for cell in (one[0], other[0]))
    return len(a) == len(b) == 1 and a.isalpha() and ord(b) - ord(a) == 1


def _worded(cells: list[Cell]) -> bool:
    """Typed as texts, most of them words: right over the row of column numbers some may hold numbers ("12 digits", "1-12")."""
    words = sum(c.kind == "T" and not numberish(c) for c in cells)
    return len(cells) > 1 and all(c.is_text for c in cells) and words >= _MOST_WORDS * len(cells)


def _shared_measure(over: list[Cell], cells: list[Cell]) -> bool:
    """One text merged under several headings, the first column left out: what all of them are measured in."""
    only = cells[0]
    wide = only.merge is not None and only.merge.right > only.merge.left > min(c.col for c in over)
    return len(cells) == 1 and wide and only.kind == "T" and not numberish(only) and len(only.text) < 40


def _says_when(cells: list[Cell], headed: set[int]) -> bool:
    """Texts under headings, nothing beside them, that all say over which time the figures below run."""
    return all(c.kind == "T" and c.merge is None and c.col in headed - {min(headed)} and _times(c.text) for c in cells)


def _times(text: str) -> bool:
    return role_of(plain(text)) in BASES or bool(meaning(text).tags & {"inperiod", "new"})


def _figure(cell: Cell, line: list[Cell]) -> bool:
    """A number that is no title of its row."""
    return (numberish(cell) or cell.kind == "N") and not is_title(cell, line)


def _header_continues(over: list[Cell], cells: list[Cell]) -> bool:
    """Children without merges: they start where the upper row has gaps, and none of them is long."""
    filled = {c.col for c in over}
    return any(c.col not in filled for c in cells) and all(len(c.text) < 60 for c in cells)
