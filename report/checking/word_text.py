"""The text of a Word document: paragraphs, tables, footnotes, headers and footers, from its XML, without opening anything else."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from catalogue.language import _
from catalogue.text import nfc
from report.checking import door
from report.checking.passages import Document, Grid, Passage

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_P, _TABLE, _ROW, _CELL, _TEXT = f"{_W}p", f"{_W}tbl", f"{_W}tr", f"{_W}tc", f"{_W}t"
_BREAKS = {f"{_W}tab", f"{_W}br", f"{_W}cr"}
_LEFT_OUT = {f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText"}
_NUMBERED = f"{_W}pPr/{_W}numPr"
_HYPHENS = {f"{_W}noBreakHyphen": "-"}
_MOST_SPAN = 64


def read(data: bytes) -> Document:
    """The passages of a .docx; UserError when it stays closed. What was struck out under "track changes" is left out."""
    opened = door.archive(data)
    body = door.part(opened, "word/document.xml")
    collected = _Collected()
    if body is not None:
        _walk(body, collected)
    for name in sorted(opened.namelist()):
        if name == "word/footnotes.xml":
            _notes(door.part(opened, name), collected)
        elif name.startswith(("word/header", "word/footer")) and name.endswith(".xml"):
            _margins(door.part(opened, name), collected)
    return Document(tuple(collected.passages), tuple(collected.grids))


class _Collected:
    """Passages and grids while the document is walked; paragraphs and tables are numbered as a reader counts them."""

    def __init__(self) -> None:
        self.passages: list[Passage] = []
        self.grids: list[Grid] = []
        self.paragraphs = 0
        self.letters = 0

    def add(self, passage: Passage) -> int:
        self.letters += len(passage.text)
        if self.letters > door.MAX_LETTERS:
            raise door.UserError(_("The report is too long to be checked. Check it part by part."))
        self.passages.append(passage)
        return len(self.passages) - 1


def _walk(element: Element, collected: _Collected) -> None:
    """Paragraphs and tables in reading order, also those inside content controls and text boxes' hosts."""
    for child in element:
        if child.tag == _P:
            text = nfc(_text(child))
            if text:
                collected.paragraphs += 1
                mark = "- " if child.find(_NUMBERED) is not None else ""
                collected.add(Passage(mark + text, _("paragraph {number}", number=collected.paragraphs)))
        elif child.tag == _TABLE:
            _table(child, collected)
        elif child.tag not in _LEFT_OUT:
            _walk(child, collected)


def _text(element: Element) -> str:
    """The text of a paragraph as it stands after all changes."""
    return "".join(_pieces(element))


def _pieces(element: Element) -> Iterator[str]:
    for child in element:
        if child.tag in _LEFT_OUT:
            continue
        if child.tag == _TEXT:
            yield child.text or ""
        elif child.tag in _BREAKS:
            yield " "
        elif child.tag in _HYPHENS:
            yield _HYPHENS[child.tag]
        else:
            yield from _pieces(child)


def _table(table: Element, collected: _Collected) -> None:
    number = len(collected.grids) + 1
    collected.grids.append(Grid(()))
    grid: list[tuple[int | None, ...]] = []
    for at, row in enumerate(table.iter(_ROW), 1):
        cells: list[int | None] = []
        for cell in row.iter(_CELL):
            text = nfc(" ".join(_text(p) for p in cell.iter(_P)))
            where = _("table {table}, row {row}, column {column}", table=number, row=at, column=len(cells) + 1)
            cells.append(collected.add(Passage(text, where, "cell")) if text else None)
            cells.extend([None] * (_span(cell) - 1))
        grid.append(tuple(cells))
    collected.grids[number - 1] = Grid(tuple(grid))


def _span(cell: Element) -> int:
    span = cell.find(f"{_W}tcPr/{_W}gridSpan")
    text = span.get(f"{_W}val", "1") if span is not None else "1"
    return min(int(text), _MOST_SPAN) if text.isdigit() and int(text) else 1


def _notes(root: Element | None, collected: _Collected) -> None:
    number = 0
    for note in root if root is not None else ():
        text = nfc(" ".join(_text(p) for p in note.iter(_P)))
        if text:
            number += 1
            collected.add(Passage(text, _("footnote {number}", number=number), "footnote"))


def _margins(root: Element | None, collected: _Collected) -> None:
    for paragraph in root.iter(_P) if root is not None else ():
        text = nfc(_text(paragraph))
        if any(letter.isalpha() for letter in text):
            collected.add(Passage(text, _("header or footer"), "margin"))
