"""A file or pasted text as a document of passages."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from catalogue.errors import UserError
from catalogue.language import _
from report.checking import columns_text, door, pdf_apart, word_text
from report.checking.columns_text import Block
from report.checking.passages import Document, Grid, Passage, is_note, passages_of, whole_paragraphs

_ENCODINGS = ("utf-8-sig", "utf-16")


def read(data: bytes) -> Document:
    """The document in a .docx, .pdf or .txt file, told by its bytes; UserError when it cannot be read."""
    kind = door.kind_of(data)
    if kind == "docx":
        found = word_text.read(data)
    elif kind == "pdf":
        found = _of_blocks(pdf_apart.blocks(data))
    else:
        found = of_text(_decoded(data))
    if not found.passages:
        raise UserError(_("There is no text in this file."))
    return found


def of_text(text: str) -> Document:
    """A document of plain text: a blank line, a bullet or a number begins a paragraph."""
    if len(text) > door.MAX_LETTERS:
        raise UserError(_("The report is too long to be checked. Check it part by part."))
    runs = groupby(text.splitlines(), key=lambda line: not line.strip())
    return _of_blocks(block for blank, run in runs if not blank for block in columns_text.split(list(run)))


def _of_blocks(blocks: Iterable[Block]) -> Document:
    """Blocks of lines as paragraphs; lines set in columns as tables."""
    passages: list[Passage] = []
    grids: list[Grid] = []
    prose: list[list[str]] = []
    paragraphs = 0

    def end_prose() -> None:
        nonlocal paragraphs
        for text in whole_paragraphs(prose):
            paragraphs += 1
            passages.append(Passage(text, _("paragraph {number}", number=paragraphs), "footnote" if is_note(text) else "body"))
        prose.clear()

    for lines, cells in blocks:
        if cells is None:
            prose.append(lines)
        else:
            end_prose()
            grids.append(passages_of(cells, passages, len(grids) + 1))
    end_prose()
    return Document(tuple(passages), tuple(grids))


def _decoded(data: bytes) -> str:
    for encoding in _ENCODINGS if data[:2] not in (b"\xff\xfe", b"\xfe\xff") else _ENCODINGS[::-1]:
        try:
            return data.decode(encoding)
        except UnicodeError:
            continue
    raise UserError(_("The text is not in Unicode. Save it as UTF-8 and choose it again."))
