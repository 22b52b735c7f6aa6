"""What ends a body and what does not: lines under the last row, those who sign, rows behind a blank that still belong to it."""

from __future__ import annotations

import re

from catalogue.text import nfc
from loaders.opening.grid import Cell, Sheet
from loaders.understanding.placing.further import header_follows
from loaders.understanding.placing.further_groups import begins_group, begins_like
from loaders.understanding.texts.rowkinds import is_footer, is_note, is_section_mark, is_total, numberish, row_kind
from loaders.understanding.texts.tables import Region, cells_in
from loaders.understanding.texts.words import plain

_LOOK = 6
_MOST_BLANKS = 15
_FEW_BLANKS = 3
_LETTERS = list("ABCDEFGH")
_ROMANS = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]
_SHORTEST_REMARK = 12
_MARK_BEFORE = re.compile(r"(?:[ivx]{1,5}|[a-h]|\d{1,2})(?:\.\d{1,2})*[.)/]\s|(?:phan|nhom|muc|chuong|khoan) (?:thu |\d|[ivx]+\b|[a-h]\b)")
_NUMBERED = re.compile(r"(?:[ivx]{1,5}|[a-h]|\d{1,2})(?:\.(?:[ivx]{1,4}|\d{1,2}))*[.)/]?")
_MOST_SIGN = 4
_LONGEST_POST = 50
_SIGNED = re.compile(r"\((da |chu )?ky\b|\(.{0,12}ho (va )?ten|da ky$")
_PERSON = re.compile(r"(?:[^\W\d_a-z][^\W\d_]*\s+){1,4}[^\W\d_a-z][^\W\d_]*")
_CODE = re.compile(r"[A-Z]{1,3}[-.]?\d{1,4}")
_PART_SUM = re.compile(r"(tong|cong) ")
_NO_SUM = re.compile(
    r"c\u00f4ng |t[o\u1ed5]ng (?:gi|bi|c[u\u1ee5]c|ph[u\u1ee5] |th[u\u01b0] |tr[u\u1ef1]c|k[i\u1ec3\u1ebf])|cong (?:chuc|an|ty|doan|tac) "
)
"""What begins like a sum and names somebody: officials, police, a general director."""
_COUNTS = re.compile(r"\b(?:co|la|gom) (?:tat ca )?\d+ [^\d]*\.?$|^(?:tong|tong cong|tong so|cong)\W+\d+ [a-z][^\d]*$")
"""A line that counts the rows: "the list holds 5 people.", "in all: 24 dossiers"."""
_ALL_IN_BRACKETS = re.compile(r"\((?:[^\s()]+\s+){2,}[^\s()]+\)")
_TIMES = re.compile(r"\D{0,24}(?:19|20)\d\d|(?:thang|quy)\W*[0-9ivx]{1,4}")


def counts_rows(cells: list[Cell]) -> bool:
    """A lone line that says how many rows there are, and no sum of theirs."""
    return len(cells) == 1 and bool(_COUNTS.search(plain(cells[0].text)))


def is_remark(sheet: Sheet, region: Region, start: int, row: int) -> bool:
    """A lone text under the last row of figures: a sentence, or words where the rows have their numbers. Rows may still follow it that
    hold no more than lone texts or those who sign."""
    cells = cells_in(sheet, region, row)
    dotted = len(cells) == 2 and not any(map(str.isalnum, cells[1].text)) and cells[0].text.rstrip().endswith(":")
    if not (_lone(cells) or (dotted and _words(cells[0]))) or _goes_on(sheet, region, row):
        return False
    text = cells[0].text.strip()
    named = (is_total(text) or (row_kind(text) and not dotted)) and not _COUNTS.search(plain(text))
    if named or len(text) < _SHORTEST_REMARK or (_MARK_BEFORE.match(plain(text)) and text[-1] != "."):
        return False
    over = [c for r in range(start, row) for c in cells_in(sheet, region, r) if c.col == cells[0].col and not c.merge]
    numbers = [c for c in over if c.kind in "NP" or numberish(c) or _NUMBERED.fullmatch(plain(c.text)) or _CODE.fullmatch(c.text.strip())]
    beside = len(numbers) >= 2 and len(numbers) >= 0.8 * len(over)
    said = text[-1] in ".;:!" or bool(re.search(r"\w: |; ", text))
    return beside or ((said or _in_brackets(sheet, region, cells[0])) and cells[0].col == region.left)


def _in_brackets(sheet: Sheet, region: Region, cell: Cell) -> bool:
    """Several words in one pair of brackets ("(The list holds 12 people)"), not within the lines that are drawn around the row over it."""
    over = cells_in(sheet, region, cell.row - 1)
    drawn = cell.style.ruled and bool(over) and all(c.style.ruled for c in over)
    return not drawn and bool(_ALL_IN_BRACKETS.fullmatch(cell.text.strip()))


def signs(sheet: Sheet, region: Region, row: int) -> bool:
    """Whether those who sign begin with a row, whatever their posts: over "(signed)", over names behind a blank, or in capitals to the
    right of the names of the rows, with no figure below; a lone post over a lone name in any letters."""
    cells = cells_in(sheet, region, row)
    if not 1 <= len(cells) <= _MOST_SIGN or not all(_words(c) and len(c.text) < _LONGEST_POST for c in cells):
        return False
    if is_total(cells[0].text) or is_section_mark(cells[0].text) or any(_SIGNED.match(plain(c.text)) for c in cells):
        return False
    after = [r for r in range(row + 1, min(row + _LOOK + 2, region.bottom) + 1) if cells_in(sheet, region, r)]
    under = cells_in(sheet, region, after[0]) if after else []
    if under and all(_SIGNED.match(plain(c.text)) for c in under):
        return True
    if _post_and_name(cells, under, region) and after[0] > row + 1:
        return True
    if not all(c.text.isupper() for c in cells) or any(not _words(c) for r in after for c in cells_in(sheet, region, r)):
        return False
    named = bool(under) and after[0] > row + 1 and len(under) <= len(cells) and all(_PERSON.fullmatch(c.text.strip()) for c in under)
    return named or (
        (len(cells) > 1 or cells[0].col > region.left + 1) and not any(len(cells_in(sheet, region, r)) > _MOST_SIGN for r in after)
    )


def _post_and_name(cells: list[Cell], under: list[Cell], region: Region) -> bool:
    """A lone text to the right of the names of the rows, and the name of a person right below it."""
    if len(cells) != 1 or len(under) != 1 or cells[0].col != under[0].col or cells[0].col <= region.left + 1:
        return False
    return _PERSON.fullmatch(under[0].text.strip()) is not None


def numbered_on(sheet: Sheet, region: Region, start: int, row: int) -> bool:
    """Whether a row begins with the next number of the rows, or with the first: nobody signs there."""
    cells = cells_in(sheet, region, row)
    number = cells[0].text.strip(" .") if len(cells) > 1 else ""
    if not number.isdigit() or cells[0].col > region.left + 1:
        return False
    above = (c.text.strip(" .") for r in range(row - 1, start - 1, -1) if (c := sheet.cell(r, cells[0].col)))
    before = next((int(text) for text in above if text.isdigit()), None)
    first = number == "1" and len(cells) > 2 and bool(cells_in(sheet, region, row - 1))
    return first or (before is not None and int(number) == before + 1)


def _goes_on(sheet: Sheet, region: Region, row: int) -> bool:
    """Whether rows of the body follow before the next blank: figures or several words beside each other that nobody signs with."""
    for below in range(row + 1, min(row + _LOOK, region.bottom) + 1):
        cells = cells_in(sheet, region, below)
        if not cells or any(is_footer(c.text) or is_note(c.text) for c in cells):
            return False
        if len(cells) > 1 and (len(cells) > 2 or any(c.kind in "NPXD" or numberish(c) for c in cells)):
            return True
    return False


def goes_on_behind(sheet: Sheet, region: Region, start: int, row: int) -> bool:
    """Whether a row without figures, the first behind blank rows, still belongs to the body that began at `start`: the next of its marked
    groups, or the name of a sum, where the rows have their marks and names."""
    cells = cells_in(sheet, region, row)
    words = [c for c in cells if c.kind == "T" and not numberish(c)]
    if not 1 <= len(cells) <= 2 or not words or any(is_footer(c.text) or is_note(c.text) for c in cells):
        return False
    last = words[-1]
    over = [c for r in range(start, row) for c in cells_in(sheet, region, r)]
    named = {c.col for c in over if c.kind == "T" and not numberish(c)}
    if len(cells) == 2:
        marks = [c for c in over if c.col == cells[0].col and _mark(c)]
        return bool(marks) and _mark(cells[0]) and cells[1].col in named
    part = bool(_PART_SUM.match(plain(last.text))) and not _NO_SUM.match(nfc(last.text).lower())
    summed = is_total(last.text) or (part and len(last.text) < 30 and ":" not in last.text)
    return summed and last.col in named | {region.left, region.left + 1} and not header_follows(sheet, region, start, row)


def behind_blanks(sheet: Sheet, region: Region, start: int, row: int) -> bool:
    """Whether the body goes on behind several blank rows, as in a form to be filled in: with its next marked group or its sum."""
    after = next((r for r in range(row, min(row + _MOST_BLANKS, region.bottom) + 1) if cells_in(sheet, region, r)), None)
    if after is None:
        return False
    cells = cells_in(sheet, region, after)
    words = [c for c in cells if c.kind == "T" and not numberish(c)]
    total = bool(words) and words[0] in cells[:2] and is_total(words[0].text) and not any(is_footer(c.text) for c in cells)
    total = total and not counts_rows(cells)
    marked = len(cells) == 2 and is_section_mark(cells[0].text)
    if after - row < _FEW_BLANKS and (
        numbered_on(sheet, region, start, after) or _marked_on(sheet, start, cells) or grouped_on(sheet, region, start, after)
    ):
        return True
    return total or ((marked or len(cells) == 1) and goes_on_behind(sheet, region, start, after))


def _marked_on(sheet: Sheet, start: int, cells: list[Cell]) -> bool:
    """Whether a row of figures begins with the letter or roman number that follows the last one of the rows: C after B, III after II."""
    mark = cells[0].text.strip(" .")
    known = [marks for marks in (_LETTERS, _ROMANS) if mark in marks[1:]]
    over = [c.text.strip(" .") for r in range(start, cells[0].row) if (c := sheet.cell(r, cells[0].col))] if known else []
    for marks in known:
        before = [text for text in over if text in marks]
        if before[-1:] == [marks[marks.index(mark) - 1]]:
            return len(cells) > 2 and any(numberish(c) for c in cells)
    return False


def grouped_on(sheet: Sheet, region: Region, start: int, title: int) -> bool:
    """Whether a lone text behind blanks is the title of the next group, as the body has others in its column: rows as before follow it,
    be it without figures. Behind a sum, rows that count anew are a group though the first one has no title."""
    cells, below = cells_in(sheet, region, title), cells_in(sheet, region, title + 1)
    if not _lone(cells) or len(below) < 2 or is_total(cells[0].text):
        return False
    lines = [found for r in range(start, title) if (found := cells_in(sheet, region, r))]
    if not lines:
        return False
    titled = any(_lone(line) and line[0].col == cells[0].col for line in lines[:-1])
    same = [(c.col, numberish(c)) for c in below] == [(c.col, numberish(c)) for c in lines[-1]]
    like = len(below) > 2 and (same or like_rows(below, lines[-1]))
    return (titled and (like or begins_group(cells[0], below, lines))) or begins_like(cells[0], below, lines)


def like_rows(cells: list[Cell], others: list[Cell]) -> bool:
    """Whether two rows have their figures, two or more, in the very same columns and begin in the same one."""
    columns = [[c.col for c in line if numberish(c)] for line in (cells, others)]
    return len(columns[0]) > 1 and columns[0] == columns[1] and cells[0].col == others[0].col


def heads_rows(sheet: Sheet, region: Region, row: int) -> bool:
    """Whether a lone text, no blank before it, stands over a row that counts on, or from one, or is like the row before it, or its sum:
    the title of a group or a remark among the rows, though its words begin as a note does ("Source: insurance")."""
    cells, below, over = (cells_in(sheet, region, r) for r in (row, row + 1, row - 1))
    if not _lone(cells) or len(below) < 3:
        return False
    if not any(numberish(c) for c in below[1:]):
        return False
    return numbered_on(sheet, region, region.top, row + 1) or like_rows(below, over) or _sums(below, over)


def _sums(cells: list[Cell], over: list[Cell]) -> bool:
    """Whether a row called a sum has its figures where the row over it has some."""
    names = [c for c in cells if _words(c)]
    figures, above = ({c.col for c in line if numberish(c)} for line in (cells, over))
    return bool(names) and (is_total(names[0].text) or bool(_PART_SUM.match(plain(names[0].text)))) and figures <= above


def of_times(sheet: Sheet, region: Region, row: int) -> bool:
    """Whether the rows around a lone text are named by years or other times, with figures in the very same columns."""
    before, after = (cells_in(sheet, region, r) for r in (row - 2, row + 1))
    if len(before) < 3 or not all(_TIMES.match(plain(cells[0].text)) for cells in (before, after) if cells):
        return False
    return [c.col for c in before] == [c.col for c in after] and all(numberish(c) for c in (*before[1:], *after[1:]))


def _mark(cell: Cell) -> bool:
    """The number of a group as rows carry it: I, A, II.1."""
    return bool(_NUMBERED.fullmatch(plain(cell.text).strip()))


def _lone(cells: list[Cell]) -> bool:
    return len(cells) == 1 and _words(cells[0])


def _words(cell: Cell) -> bool:
    return cell.kind == "T" and not numberish(cell)
