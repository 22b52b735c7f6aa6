"""The text of a PDF: the keeper of pdfminer. A scanned page has none and is refused with a word.

Letters are put in order by where they stand on the page: a writer whose typeface lacks some Vietnamese letters draws those from another
one, after the rest of the line. It is called in a process of its own (pdf_apart, pdf_child).
"""

from __future__ import annotations

import io
import logging
import zlib
from collections.abc import Iterator, Sequence
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
from report.checking import door

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


def blocks(data: bytes) -> list[list[str]]:
    """The lines of every page in runs between wide gaps, numbers of pages left out; UserError when there is no text to read."""
    found: list[list[str]] = []
    letters = size = 0
    for page in _pages(data):
        for run in _runs(page):
            found.append(run)
            letters += sum(letter.isalpha() for line in run for letter in line)
            size += sum(map(len, run))
            if size > door.MAX_LETTERS:
                raise UserError(_("The report is too long to be checked. Check it part by part."))
    if letters < _LEAST_LETTERS:
        raise UserError(_("This PDF holds pictures and no text (a scan). Choose the Word file, or a PDF saved from Word."))
    return found


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


def _runs(page: LTPage) -> list[list[str]]:
    """The lines of a page; a wide gap between two of them begins a new run."""
    runs: list[list[str]] = []
    below: float | None = None
    for line in _lines(page):
        text = _text(line)
        if not text.strip() or text.strip().isdigit():
            continue
        base, size = _base(line)
        if below is None or below - base > _NEW_PARAGRAPH * size or below < base:
            runs.append([])
        runs[-1].append(text)
        below = base
    return runs


def _lines(page: LTPage) -> list[list[LTChar]]:
    """The letters of a page by line, from the top; a letter raised or lowered a little belongs to the line it touches."""
    letters = sorted(_letters(page), key=lambda c: -c.matrix[5])
    lines: list[list[LTChar]] = []
    for letter in letters:
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
