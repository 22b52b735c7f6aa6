"""The rows of figures under a header, up to a signature, a note, a blank or the next table."""

from __future__ import annotations

import re

from loaders.opening.grid import Cell, Sheet
from loaders.understanding.headings.labels import bare_label
from loaders.understanding.headings.match import match
from loaders.understanding.placing.closing_lines import closes
from loaders.understanding.placing.column_numbers import is_number_row
from loaders.understanding.placing.endings import (
    behind_blanks,
    counts_rows,
    goes_on_behind,
    grouped_on,
    heads_rows,
    is_remark,
    numbered_on,
    of_times,
    signs,
)
from loaders.understanding.placing.form_fields import fields_begin
from loaders.understanding.placing.further import another_header, captioned, captions_from, header_follows
from loaders.understanding.placing.headed_anew import headed_anew
from loaders.understanding.placing.header_score import header_score
from loaders.understanding.placing.posts_among_figures import posts_follow
from loaders.understanding.placing.school_classes import names_classes
from loaders.understanding.placing.titled_parts import titled_part
from loaders.understanding.texts.rowkinds import is_footer, is_note, is_section_mark, is_total, numberish, row_kind
from loaders.understanding.texts.tables import Region, cells_in
from loaders.understanding.texts.words import classes, plain

_PAIR = 2
_PART = re.compile(r"(?:phan|nhom|chuong|muc) (?:thu )?(?:\d+|[ivx]+|[a-e])\b|(?:[ivx]{1,4}|[a-e])[.)/] ")
"""The title of a further part of the rows: "Part 2: ...", "B. ..."."""


def body_of(sheet: Sheet, region: Region, start: int, first: int, last: int, words: bool = False) -> tuple[int | None, int, list[int]]:
    """(first row of data, last row of data, rows that repeat the header or its column numbers); a body without a figure is one only where
    `words` are enough."""
    heading = {plain(c.text) for r in range(first, last + 1) for c in cells_in(sheet, region, r)}
    begun, end, blanks = None, start - 1, 0
    repeats: list[int] = []
    row = start
    while row <= region.bottom:
        cells = cells_in(sheet, region, row)
        if not cells:
            blanks += 1
            further = row in sheet.ruled_rows or ((begun is not None or words) and behind_blanks(sheet, region, start, row))
            if blanks >= 2 and not further:
                break
            row += 1
            continue
        same = sum(1 for c in cells if not numberish(c) and plain(c.text) in heading)
        if begun is not None and ((row - 1 in repeats and is_number_row(sheet, region, row)) or (same >= 2 and same >= 0.6 * len(cells))):
            if _turned_page(sheet, region, row - 1):
                repeats.append(row - 1)
            elif blanks and plain(cells[0].text) not in heading and cells[0].col == region.left:
                break
            elif row - 1 not in repeats and _lone_title(sheet, region, title := _last_filled(sheet, region, start, row)):
                title = captions_from(sheet, region, start, title)
                end = max((r for r in range(start, title) if cells_in(sheet, region, r)), default=end)
                break
            repeats.append(row)
        elif _belongs(sheet, region, first, start, row, blanks, begun is not None or words) or (words and _full(sheet, region, row)):
            begun, end = row if begun is None else begun, row
        elif (
            _ends(sheet, region, row, cells, blanks)
            or (begun is not None and _begins_else(sheet, region, start, row, first))
            or (
                begun is not None
                and (closes(sheet, region, start, row) or is_remark(sheet, region, start, row) or signs(sheet, region, row))
            )
            or (begun is not None and blanks and posts_follow(sheet, region, start, row))
        ):
            break
        else:
            begun = row if begun is None else begun
            end = row
        blanks = 0
        row += 1
    while begun is not None and begun > start and begun - 1 in sheet.ruled_rows and not cells_in(sheet, region, begun - 1):
        begun -= 1  # rows drawn to be filled in by hand
    figures = words or any(c.kind in "NPX" or numberish(c) for r in range(start, end + 1) for c in cells_in(sheet, region, r))
    return (begun if figures else None), end, [r for r in repeats if r < end]


def _belongs(sheet: Sheet, region: Region, first: int, start: int, row: int, blanks: int, begun: bool) -> bool:
    """Whether a row goes on with the body, whatever its words: with the next number, or behind a blank with the first group, the next one
    or a sum."""
    if numbered_on(sheet, region, start, row):
        return True
    if blanks == 0 or counts_rows(cells_in(sheet, region, row)):
        return False
    if begun:
        further = goes_on_behind(sheet, region, start, row) or grouped_on(sheet, region, start, row)
        return further or titled_part(sheet, region, first, start, row)
    return _first_group(sheet, region, row)


def _first_group(sheet: Sheet, region: Region, row: int) -> bool:
    """The title of a group, with its mark or alone, between the header and the first row of figures."""
    cells, below = cells_in(sheet, region, row), cells_in(sheet, region, row + 1) or cells_in(sheet, region, row + 2)
    named = cells[1:] if is_section_mark(cells[0].text) else cells
    titled = len(named) == 1 and named[0].kind == "T" and not numberish(named[0]) and not is_footer(named[0].text)
    return titled and len(below) > 1 and any(c.kind == "N" or numberish(c) for c in below if c.col > named[0].col)


def _full(sheet: Sheet, region: Region, row: int) -> bool:
    """A row of several words in most columns of its table, its first one too: posts and places in it are no signature."""
    cells = cells_in(sheet, region, row)
    if len(cells) == 1:
        return False
    shown = sum(sheet.shown(row, col) is not None for col in range(region.left, region.right + 1))
    return shown >= 0.6 * (region.right - region.left + 1) and not all(is_footer(c.text) or is_note(c.text) for c in cells[:1])


def _last_filled(sheet: Sheet, region: Region, start: int, row: int) -> int:
    """The last row before `row` that holds anything."""
    return next((r for r in range(row - 1, start - 1, -1) if cells_in(sheet, region, r)), row - 1)


def _begins_else(sheet: Sheet, region: Region, start: int, row: int, first: int) -> bool:
    """Whether another table begins with a row, or the fields of the form that say whose figures these are."""
    further = header_follows(sheet, region, start, row) or captioned(sheet, region, row)
    further = further or headed_anew(sheet, region, start, row)
    return further or _next_table(sheet, region, row, first) or fields_begin(sheet, region, row)


def _lone_title(sheet: Sheet, region: Region, row: int) -> bool:
    """One text and nothing else: over a header that comes again it begins another table."""
    cells = cells_in(sheet, region, row)
    return len(cells) == 1 and cells[0].kind == "T" and not numberish(cells[0])


def _turned_page(sheet: Sheet, region: Region, row: int) -> bool:
    """Nothing but the number of a page."""
    return _lone_title(sheet, region, row) and row_kind(cells_in(sheet, region, row)[0].text) == "page"


def _next_table(sheet: Sheet, region: Region, row: int, first: int) -> bool:
    """The title of another table: words alone right under it, one of them a heading of this table in its own column."""
    below = cells_in(sheet, region, row + 1)
    if (
        not _lone_title(sheet, region, row)
        or _turned_page(sheet, region, row)
        or len(below) < 2
        or not (all(c.kind == "T" and not numberish(c) for c in below) or names_classes(below))
    ):
        return False
    return any((over := sheet.cell(first, c.col)) and plain(over.text) == plain(c.text) for c in below)


def _next_group(sheet: Sheet, region: Region, row: int) -> bool:
    """The title of a further group of the same rows: one short text after a blank row, then figures under the very columns of before."""
    cells = cells_in(sheet, region, row)
    before, after = cells_in(sheet, region, row - 2), cells_in(sheet, region, row + 1)
    columns = [[c.col for c in line if numberish(c)] for line in (before, after)]
    words = [[c.col for c in line if not numberish(c)] for line in (before, after)]
    if names_classes(after):
        return False
    if of_times(sheet, region, row) and len(cells) == 1 and len(cells[0].text) < 50:
        return True
    same = len({*columns[0]} & {*columns[1]}) >= 2 and bool(words[0]) and bool(words[1]) and words[0][0] in words[1]
    named = cells[1:] if len(cells) == 2 and is_section_mark(cells[0].text) else cells
    return same and len(named) == 1 and named[0].col in words[0] and len(named[0].text) < 50 and not classes("lines.csv", named[0].text)


def _marked_group(sheet: Sheet, region: Region, row: int, cells: list[Cell]) -> bool:
    """A group with its mark ("C | Chairmen"): rows like those before go on right under it."""
    before, after = cells_in(sheet, region, row - 1), cells_in(sheet, region, row + 1)
    same = bool(before and after) and before[0].col == after[0].col == cells[0].col and len(after) > 2
    return same and len(cells) == 2 and is_section_mark(cells[0].text)


def _goes_on(sheet: Sheet, region: Region, row: int) -> bool:
    """Whether a row has its figures, two or more, in the very columns of the row over it: no line of those who sign."""
    over, own = ([c.col for c in cells_in(sheet, region, r) if numberish(c)] for r in (row - 1, row))
    return len(own) > 1 and over == own


def _past_the_total(sheet: Sheet, region: Region, row: int) -> bool:
    """Right under the total row, with no figure in the rows that follow: a remark, whatever it says, but for the verdict of a form of
    points and what stands within the lines that are drawn around the total."""
    lone = cells_in(sheet, region, row)[0]
    if row_kind(lone.text) == "verdict" or (lone.style.ruled and all(c.style.ruled for c in cells_in(sheet, region, row - 1))):
        return False
    over = [c for c in cells_in(sheet, region, row - 1) if c.kind == "T" and not numberish(c)]
    below = [c for r in (row + 1, row + 2, row + 3) for c in cells_in(sheet, region, r)]
    group = bool(_PART.match(plain(lone.text)))
    return bool(over) and is_total(over[0].text) and not group and not any(numberish(c) for c in below)


def _line_of_its_own(sheet: Sheet, region: Region, row: int, cells: list[Cell], blanks: int) -> bool:
    """Under the total row of several figures, a label with one figure behind it that stands in no column of theirs: it ends with a colon,
    or stands apart and names an element."""
    over = cells_in(sheet, region, row - 1 - blanks)
    names, lines = ([c for c in line if c.kind == "T" and not numberish(c)] for line in (over, cells))
    if sum(numberish(c) for c in over) <= 1 or not names or len(lines) != 1 or len(cells) != _PAIR or not numberish(cells[-1]):
        return False
    whole, own = names[0].text.rstrip(), lines[0].text.rstrip()
    if not is_total(whole) or is_total(own) or whole.endswith(":"):
        return False
    return own.endswith(":") or (blanks > 0 and match(bare_label(own)).sure)


def _among_figures(sheet: Sheet, region: Region, row: int) -> bool:
    """A text alone right under a row of figures, in a column of them, with no figure in the rows that follow: who signs, or a remark."""
    only, over = cells_in(sheet, region, row)[0], cells_in(sheet, region, row - 1)
    figures = [c.col for c in over if numberish(c)]
    below = [c for r in (row + 1, row + 2, row + 3) for c in cells_in(sheet, region, r)]
    return only.merge is None and only.col in figures[1:] and not any(numberish(c) for c in below)


def _ends(sheet: Sheet, region: Region, row: int, cells: list[Cell], blanks: int) -> bool:
    texts = [c for c in cells if c.kind == "T" and not numberish(c)]
    figures = [c for c in cells if c.kind in "NPX" or numberish(c)]
    lead = texts[0].text if texts else ""
    if not blanks and (_marked_group(sheet, region, row, cells) or heads_rows(sheet, region, row)):
        return False
    if texts and not [f for f in figures if f.col > texts[0].col] and (is_footer(lead) or is_note(lead)):
        return True
    if _line_of_its_own(sheet, region, row, cells, blanks):
        return True
    counted = len(texts) == len(figures) == 1 and figures[0].kind == "N" and figures[0].col == texts[0].col + 1 and not blanks
    counted = counted or (not blanks and _goes_on(sheet, region, row))
    if any(is_footer(c.text) for c in texts) and not counted and not [c for c in figures if c.col > region.left + 1]:
        return True
    if len(texts) == 1 and not figures and len(lead) > 90 and texts[0].merge is not None:
        return True
    if blanks and len(cells) <= 2 and not figures:
        return not _next_group(sheet, region, row)
    if _lone_title(sheet, region, row) and (_past_the_total(sheet, region, row) or _among_figures(sheet, region, row)):
        return True
    if len(cells) == 1 and texts and row_kind(lead) == "narrative" and (len(lead) > 30 or ":" in lead):
        return not any(numberish(c) for r in (row + 1, row + 2) for c in cells_in(sheet, region, r))
    if blanks and another_header(sheet, region, row):
        return True
    return bool(blanks) and row_kind(lead) != "total" and header_score(sheet, region, row) > 3.0
