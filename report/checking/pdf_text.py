"""The text of a PDF: the keeper of pypdf. A scanned page has none and is refused with a word."""

from __future__ import annotations

import io
import logging
from itertools import groupby

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from catalogue.errors import UserError
from catalogue.language import _
from report.checking import door

MAX_PAGES = 300
_LEAST_LETTERS = 20

logging.getLogger("pypdf").setLevel(logging.ERROR)


def blocks(data: bytes) -> list[list[str]]:
    """The lines of every page in runs between blank lines, numbers of pages left out; UserError when there is no text to read."""
    found = [run for page in _pages(data) for run in _runs(page)]
    letters = sum(letter.isalpha() for run in found for line in run for letter in line)
    if letters < _LEAST_LETTERS:
        raise UserError(_("This PDF holds pictures and no text (a scan). Choose the Word file, or a PDF saved from Word."))
    if letters > door.MAX_LETTERS:
        raise UserError(_("The report is too long to be checked. Check it part by part."))
    return found


def _pages(data: bytes) -> list[str]:
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UserError(_("The PDF is under a password. Save it without one and choose it again."))
        if len(reader.pages) > MAX_PAGES:
            raise UserError(_("The report has more than {most} pages. Check it part by part.", most=MAX_PAGES))
        return [page.extract_text() or "" for page in reader.pages]
    except UserError:
        raise
    except (PyPdfError, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError, NotImplementedError, OSError) as error:
        raise door.damaged() from error


def _runs(page: str) -> list[list[str]]:
    lines = [line for line in page.splitlines() if not line.strip().isdigit()]
    return [list(run) for blank, run in groupby(lines, key=lambda line: not line.strip()) if not blank]
