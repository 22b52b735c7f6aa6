"""The text of a PDF: the keeper of pdfminer. A scanned page has none and is refused with a word.

Letters are put in order by where they stand on the page: a writer whose typeface lacks some Vietnamese letters draws those from another
one, after the rest of the line. Tables keep their cells (pdf_tables). It is called in a process of its own (pdf_apart, pdf_child).
"""

from __future__ import annotations

import io
import logging
import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from pdfminer import pdftypes
from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar, LTContainer, LTPage
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.psexceptions import PSException

from catalogue.errors import UserError
from catalogue.language import _
from report.checking import door, pdf_tables
from report.checking.columns_text import Block, Cells
from report.checking.pdf_tables import Ruled

MAX_PAGES = 200
MAX_STREAM = 40 * door.MEGABYTE
_LEAST_LETTERS = 20
_BLANK = 0.22
_SAME_LINE = 0.55
_NEW_PARAGRAPH = 1.75
_RAISED = str.maketrans("0123456789", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079")
_SMALL = 0.8


class _Ceiled:
    """What the reader uses of zlib, with an end: a stream that unpacks to more than any page is no report's."""

    error = zlib.error
    decompressobj = staticmethod(zlib.decompressobj)

    @staticmethod
    def decompress(data: bytes) -> bytes:
        """The data unpacked; MemoryError beyond MAX_STREAM."""
        unpacking = zlib.decompressobj()
        found = unpacking.decompress(data, MAX_STREAM)
        if unpacking.unconsumed_tail:
            raise MemoryError
        if not unpacking.eof:
            raise zlib.error("incomplete stream")
        return found


pdftypes.zlib = _Ceiled  # type: ignore[assignment]
logging.getLogger("pdfminer").setLevel(logging.ERROR)


@dataclass(slots=True)
class _Found:
    """What stands on the pages read so far; `ruled` is the table they end with, when they end with one between lines."""

    blocks: list[Block]
    ruled: Ruled | None = None

    def add(self, cells: Cells, table: Ruled | None, first: bool) -> None:
        """A table; at the top of a page it goes on with the one that the page before ended with, its headings said once."""
        last = self.blocks[-1][1] if self.blocks else None
        if first and last and table and self.ruled and table.continues(self.ruled):
            _go_on(last, cells[_repeated(last, cells) :])
        else:
            self.blocks.append(([], cells))
        self.ruled = table


def blocks(data: bytes) -> list[Block]:
    """The lines of every page in runs between wide gaps, and its tables; numbers of pages left out. UserError when there is no text."""
    found, letters, size = _Found([]), 0, 0
    for page in _pages(data):
        drawn = list(_letters(page))
        size += len(drawn)
        letters += sum(letter.get_text().isalpha() for letter in drawn)
        if size > door.MAX_LETTERS:
            raise UserError(_("The report is too long to be checked. Check it part by part."))
        _read(drawn, pdf_tables.ruled(page), found)
    if letters < _LEAST_LETTERS:
        raise UserError(_("This PDF holds pictures and no text (a scan). Choose the Word file, or a PDF saved from Word."))
    return found.blocks


def _repeated(before: Cells, cells: Cells) -> int:
    """How many of the first rows say the headings again."""
    return next((at for at, (one, two) in enumerate(zip(before, cells, strict=False)) if one != two), min(len(before), len(cells)))


def _go_on(table: Cells, below: Cells) -> None:
    """Put the rows of the next page under a table; a row that the end of the page broke is one again."""
    if below and _broken_row(table[-1], below[0]):
        table[-1] = [f"{one} {two}".strip() for one, two in zip(table[-1], below[0], strict=True)]
        below = below[1:]
    table += below


def _broken_row(above: Sequence[str], below: Sequence[str]) -> bool:
    """Whether a row only ends sentences that the row above it began: words in small letters, each under words."""
    said = [(one, two) for one, two in zip(above, below, strict=True) if two]
    return 0 < len(said) < len(below) and all(one and two[0].islower() for one, two in said)


def _pages(data: bytes) -> Iterator[LTPage]:
    pages = _drawn(data)
    for number in range(MAX_PAGES + 1):
        try:
            page = next(pages, None)
        except PDFPasswordIncorrect as error:
            raise UserError(_("The PDF is under a password. Save it without one and choose it again.")) from error
        except (PSException, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError, AssertionError, OSError) as error:
            raise door.damaged() from error
        if page is None:
            return
        if number == MAX_PAGES:
            raise UserError(_("The report has more than {most} pages. Check it part by part.", most=MAX_PAGES))
        yield page


def _drawn(data: bytes) -> Iterator[LTPage]:
    """The pages with each letter where it stands; without the layout analysis, which takes a hundred times as long."""
    resources = PDFResourceManager()
    device = PDFPageAggregator(resources, laparams=None)
    interpreter = PDFPageInterpreter(resources, device)
    for page in PDFPage.get_pages(io.BytesIO(data), maxpages=MAX_PAGES + 1):
        interpreter.process_page(page)
        yield device.get_result()


def _letters(container: LTContainer) -> Iterator[LTChar]:
    for found in container:
        if isinstance(found, LTChar):
            yield found
        elif isinstance(found, LTContainer):
            yield from _letters(found)


def _read(letters: Iterable[LTChar], tables: Sequence[Ruled], found: _Found) -> None:
    """Put the lines and tables of a page behind those found, from the top."""
    inside: dict[int, list[LTChar]] = defaultdict(list)
    outside: list[LTChar] = []
    for letter in letters:
        at = next((at for at, table in enumerate(tables) if table.holds(letter)), None)
        (outside if at is None else inside[at]).append(letter)
    waiting = [(table, _cells(table, inside[at])) for at, table in enumerate(tables) if inside[at]]
    run: list[list[LTChar]] = []
    first = True
    for line in _lines(outside):
        text = _text(line)
        if not text.strip() or text.strip().isdigit():
            continue
        while waiting and waiting[0][0].tops[0] > _base(line)[0]:
            _prose(run, found)
            run = []
            table, cells = waiting.pop(0)
            found.add(cells, table, first)
            first = False
        run.append(line)
        first = False
    _prose(run, found)
    for table, cells in waiting:
        found.add(cells, table, first)
        first = False


def _cells(table: Ruled, letters: Sequence[LTChar]) -> Cells:
    """The text of each place of a grid; a cell over several places stands in its first."""
    whose: dict[tuple[int, int], list[LTChar]] = defaultdict(list)
    for letter in letters:
        whose[table.cell(letter)].append(letter)
    columns = range(len(table.lefts) - 1)
    return [[_cell(whose[row, column], table, (row, column)) for column in columns] for row in range(len(table.tops) - 1)]


def _cell(letters: Sequence[LTChar], table: Ruled, place: tuple[int, int]) -> str:
    """The lines of a cell put together; a number broken in two at the edge of a narrow cell is one again."""
    text, full = "", False
    for line in _lines(letters):
        said = _text(line).strip()
        broken = full and _BROKEN.search(text) is not None and _GOES_ON.match(said) is not None
        text += said if broken or not text else f" {said}"
        width = max(c.x1 for c in line) - min(c.x0 for c in line)
        full = width > table.width(place) - _PADDING - _base(line)[1]
    return text


_BROKEN, _GOES_ON, _PADDING = re.compile(r"\d[.,/]?$"), re.compile(r"[.,/]?\d"), 11.0


def _prose(lines: Sequence[list[LTChar]], found: _Found) -> None:
    """Lines without drawn tables: those in columns as tables, the others in runs between wide gaps."""
    at = 0
    for count, cells in pdf_tables.columned([_pieces(line) for line in lines]):
        if cells is None:
            found.blocks += [(run, None) for run in _runs(lines[at : at + count])]
        else:
            found.add(cells, None, False)
        at += count
    if lines:
        found.ruled = None


def _pieces(line: Sequence[LTChar]) -> list[pdf_tables.Piece]:
    """A line cut where a gap is wide enough to part columns."""
    size = _base(line)[1]
    parts: list[list[LTChar]] = []
    right = 0.0
    for letter in sorted(line, key=lambda c: c.x0):
        if letter.get_text().isspace():
            continue
        if parts and letter.x0 - right <= pdf_tables.gap(size):
            parts[-1].append(letter)
        else:
            parts.append([letter])
        right = max(letter.x1, right)
    return [pdf_tables.Piece(part[0].x0, max(c.x1 for c in part), _text(part)) for part in parts]


def _runs(lines: Sequence[list[LTChar]]) -> list[list[str]]:
    """Lines in order; a wide gap between two of them begins a new run."""
    runs: list[list[str]] = []
    below: float | None = None
    for line in lines:
        base, size = _base(line)
        if below is None or below - base > _NEW_PARAGRAPH * size or below < base:
            runs.append([])
        runs[-1].append(_text(line))
        below = base
    return runs


def _lines(letters: Iterable[LTChar]) -> list[list[LTChar]]:
    """Letters by line, from the top; a letter raised or lowered a little belongs to the line it touches."""
    lines: list[list[LTChar]] = []
    for letter in sorted(letters, key=lambda c: -c.matrix[5]):
        if lines and _base(lines[-1])[0] - letter.matrix[5] < _SAME_LINE * max(letter.size, 1):
            lines[-1].append(letter)
        else:
            lines.append([letter])
    return lines


def _base(line: Sequence[LTChar]) -> tuple[float, float]:
    """The height most of its letters stand at, and their size."""
    largest = max(line, key=lambda c: c.size)
    return largest.matrix[5], largest.size


def _text(line: Sequence[LTChar]) -> str:
    """The letters from left to right, a blank where the gap is as wide as one; small raised figures as such."""
    base, size = _base(line)
    text, right = "", None
    for letter in sorted(line, key=lambda c: c.x0):
        if right is not None and letter.x0 - right > _BLANK * size:
            text += " "
        raised = letter.size < _SMALL * size and letter.matrix[5] > base + 0.15 * size
        text += letter.get_text().translate(_RAISED) if raised else letter.get_text()
        right = max(letter.x1, right or 0.0)
    return " ".join(piece if not blank else " " for blank, group in groupby(text, str.isspace) for piece in ["".join(group)] if not blank)
