"""A report as the checker sees it: passages in order, each with where it stands; tables as they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from catalogue.language import _
from catalogue.text import nfc
from report.checking.folding import plain

Sort = Literal["body", "footnote", "margin", "cell"]


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph (or cell). `where` is in words, such as "paragraph 12"; `text` is NFC with single blanks."""

    text: str
    where: str
    sort: Sort = "body"


@dataclass(frozen=True, slots=True)
class Grid:
    """One table: the numbers of the passages of its cells by row; None where a cell is empty or belongs to the one before it."""

    rows: tuple[tuple[int | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report. The cells of a grid are passages too (sort "cell")."""

    passages: tuple[Passage, ...]
    grids: tuple[Grid, ...] = field(default=())


def passages_of(cells: Sequence[Sequence[str]], passages: list[Passage], table: int) -> Grid:
    """The grid of the texts of cells, whose passages are put behind those given."""
    grid: list[tuple[int | None, ...]] = []
    for at, row in enumerate(cells, 1):
        line: list[int | None] = []
        for column, text in enumerate(map(nfc, row), 1):
            if text:
                passages.append(Passage(text, _("table {table}, row {row}, column {column}", table=table, row=at, column=column), "cell"))
            line.append(len(passages) - 1 if text else None)
        grid.append(tuple(line))
    return Grid(tuple(grid))


_ITEM = re.compile(
    r"\s*(?:[-+*\u2022\u00b7\u2013\u25cf\u25aa\uf0b7]\s*\S|[a-z\u0111]\)\s|[A-H]\.\s|(?:\d{1,2}|[IVX]{1,4})(?:\.\d{1,2})*[.)](?=\s|$)|\(\d+\)\s)"
)
_NOTE = re.compile(r"\s*[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+\s*\S")
_SHARED = re.compile(r"\d[.,]$|[-/]$")
_ENDS = re.compile(r"[.;:!?]\s*$|\./\.\s*$")
_SYLLABLE_WITHOUT_VOWEL = re.compile(r"(?:^|\s)([bcdghklmnpqrstvx]{1,3})$")
_MOST_OF_LINE = 0.72


def whole_paragraphs(blocks: Iterable[Sequence[str]]) -> list[str]:
    """The paragraphs of text whose lines were broken for a page.

    `blocks` are runs of lines between blank lines. A paragraph goes on through a footnote or the end of a page when it was
    not closed and what follows begins with a small letter.
    """
    whole: list[str] = []
    for block in blocks:
        for paragraph in _paragraphs(block):
            at = _unfinished(whole, paragraph)
            if at is None:
                whole.append(paragraph)
            else:
                whole[at] = _joined(whole[at], paragraph)
    return [text for text in map(nfc, whole) if text]


def _paragraphs(lines: Sequence[str]) -> list[str]:
    width = max((len(line) for line in lines), default=0)
    found: list[str] = []
    before = ""
    for line in lines:
        if found and _goes_on(before, line, width):
            found[-1] = _joined(found[-1], line)
        else:
            found.append(line)
        before = line
    return found


def _goes_on(before: str, line: str, width: int) -> bool:
    """Whether a line continues the one before it: that one was full, or broke off, and this one begins nothing."""
    text = line.strip()
    if not text or _ITEM.match(line) or _NOTE.match(line):
        return False
    if _SHARED.search(before.rstrip()) or text[0].islower():
        return True
    return len(before) >= _MOST_OF_LINE * width and not _ENDS.search(before) and width > 40


def _joined(left: str, right: str) -> str:
    left, right = left.rstrip(), right.lstrip()
    broken = _SHARED.search(left) and not left.endswith((" -", " /")) and right[:1].isalnum()
    if broken or (_SYLLABLE_WITHOUT_VOWEL.search(plain(left)) and right[:1].islower()):
        return left + right
    return f"{left} {right}"


def _unfinished(whole: Sequence[str], paragraph: str) -> int | None:
    """The last paragraph that is no footnote, when it was left open and `paragraph` begins with a small letter."""
    text = paragraph.strip()
    if not text or not text[0].islower() or _ITEM.match(paragraph):
        return None
    for at in range(len(whole) - 1, -1, -1):
        if not _NOTE.match(whole[at]):
            return None if _ENDS.search(whole[at]) else at
    return None


def is_note(text: str) -> bool:
    """Whether a paragraph of plain text is a footnote: it begins with a raised figure."""
    return _NOTE.match(text) is not None


def is_item(text: str) -> bool:
    """Whether a paragraph begins as an item of a list or a numbered heading."""
    return _ITEM.match(text) is not None
