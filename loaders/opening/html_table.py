"""HTML tables named .xls, as provincial software exports them: a strict reader of its own that honours colspan, rowspan and hidden rows.

Nothing is fetched, scripts and styles are dropped. Numbers stay the text that is printed.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

from catalogue.facts import Issue
from catalogue.language import _, number
from loaders.opening.bounds import MAX_COLS, MAX_ROWS, limit
from loaders.opening.build import Builder
from loaders.opening.door import Opened, cut_off, unsafe
from loaders.opening.encoding import decode
from loaders.opening.grid import Extra, Merge, Sheet, Style

MAX_SPAN = 1_000
MAX_CELLS = 500_000
MAX_TAGS = 1_000_000
MAX_LOOKED_OVER = 50_000_000
_COMMENT_END, _SECTION_END = re.compile(r"--\s*>"), re.compile(r"\]\s*>")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.I)
_FONT = re.compile(r"font-family\s*:\s*[\"']?([^;\"',]+)", re.I)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_BREAKS = {"br", "p", "div", "li"}
_DROPPED = {"script", "style", "head", "title", "xml"}


class _Page(HTMLParser):
    """Collects the cells of the tables of a page, one table below the other, at their true places."""

    def __init__(self, builder: Builder) -> None:
        super().__init__(convert_charrefs=True)
        self.builder = builder
        self.cells: dict[tuple[int, int], Any] = {}
        self.merges: list[Merge] = []
        self.hidden: set[int] = set()
        self.taken: set[tuple[int, int]] = set()
        self.row = -1
        self.col = 0
        self.depth = 0
        self.dropped = 0
        self.text: list[str] | None = None
        self.loose: list[str] = []
        self.place = (0, 0)
        self.style = Style()
        self.bottom = -1

    # --- tags

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {key: value or "" for key, value in attrs}
        if tag in _DROPPED:
            self.dropped += 1
        elif tag == "table":
            self._table()
        elif tag == "tr":
            self._row(attributes)
        elif tag in ("td", "th"):
            self._open(tag, attributes)
        elif tag in _BREAKS:
            self._say("\n")
        elif tag in ("b", "strong"):
            self.style = self.style._replace(bold=True)
        elif tag in ("i", "em"):
            self.style = self.style._replace(italic=True)
        elif tag == "font" and attributes.get("face"):
            self.style = self.style._replace(font=attributes["face"].split(",")[0].strip())

    def handle_endtag(self, tag: str) -> None:
        if tag in _DROPPED:
            self.dropped = max(self.dropped - 1, 0)
        elif tag in ("td", "th", "tr"):
            self._close()
        elif tag == "table":
            self._close()
            self.depth = max(self.depth - 1, 0)
            self.row = max(self.row, self.bottom)
        elif tag in ("p", "div", "h1", "h2", "h3", "h4", "caption") and not self.depth:
            self._loose()

    def handle_data(self, data: str) -> None:
        if not self.dropped:
            self._say(_SPACE.sub(" ", data))

    # --- cells

    def _say(self, text: str) -> None:
        if self.text is not None:
            self.text.append(text)
        elif not self.depth and not self.dropped:
            self.loose.append(text)

    def _table(self) -> None:
        self._loose()
        self.depth += 1
        if self.depth > 20:
            raise limit(_("tables inside tables"))

    def _row(self, attributes: dict[str, str]) -> None:
        self._close()
        self.row += 1
        self.col = 0
        if self.row >= MAX_ROWS:
            raise limit(_("{rows} rows or {cols} columns", rows=number(self.row + 1), cols=number(self.col)))
        if re.search(r"display\s*:\s*none", attributes.get("style", "")):
            self.hidden.add(self.row)

    def _open(self, tag: str, attributes: dict[str, str]) -> None:
        self._close()
        if self.row < 0:
            self.row = 0
        while (self.row, self.col) in self.taken:
            self.col += 1
        height, width = _span(attributes.get("rowspan")), _span(attributes.get("colspan"))
        if self.col + width > MAX_COLS or len(self.taken) > MAX_CELLS:
            raise limit(_("{rows} rows or {cols} columns", rows=number(self.row + 1), cols=number(self.col + width)))
        if height > 1 or width > 1:
            self._span(height, width)
        self.place, self.text = (self.row, self.col), []
        self.bottom = max(self.bottom, self.row)
        css = attributes.get("style", "")
        font = _FONT.search(css)
        self.style = Style(font=font[1].strip() if font else "", bold=tag == "th" or "font-weight:bold" in css.replace(" ", "").lower())
        self.col += width

    def _span(self, height: int, width: int) -> None:
        self.merges.append(Merge(self.row, self.col, self.row + height - 1, self.col + width - 1))
        for row in range(self.row + (height > 1 and width >= 1), self.row + height):
            self.taken.update((row, col) for col in range(self.col, self.col + width))

    def _close(self) -> None:
        if self.text is None:
            return
        value = "\n".join(line.strip() for line in "".join(self.text).split("\n")).strip()
        self.text = None
        if value:
            self._put(*self.place, value)

    def _loose(self) -> None:
        """A line of text outside any table stands in a row of its own."""
        value = _SPACE.sub(" ", "".join(self.loose)).strip()
        self.loose = []
        if value:
            self.row += 1
            self.bottom = max(self.bottom, self.row)
            self._put(self.row, 0, value)

    def _put(self, row: int, col: int, value: str) -> None:
        error = value if re.fullmatch(r"#(?:DIV/0!|REF!|VALUE!|NAME\?|N/A|NUM!|NULL!)", value) else ""
        cell = self.builder.cell(row, col, value, self.style, Extra(error=error) if error else None)
        if cell is not None:
            self.cells[row, col] = cell


def _span(text: str | None) -> int:
    digits = re.match(r"\s*(\d{1,9})", text or "")
    return min(max(int(digits[1]), 1), MAX_SPAN) if digits else 1


def read(opened: Opened, builder: Builder) -> tuple[list[Sheet], list[Issue]]:
    """One sheet with all tables of the page, one below the other."""
    if opened.data.count(b"<") > MAX_TAGS:
        raise limit(_("{count} cells", count=number(opened.data.count(b"<"))))
    text = _straight(_decoded(opened.data))
    page = _Page(builder)
    try:
        page.feed(text)
        page.close()
    except AssertionError as error:  # a declaration the parser does not know
        raise unsafe() from error
    if _ends_early(text.lower()):
        raise cut_off()
    page._close()
    page._loose()
    return [page.builder.sheet("Sheet1", 0, "visible", page.cells, page.merges, page.hidden)], []


def _straight(text: str) -> str:
    """The page without a comment that never ends; Unreadable when its parser would look for the end of a tag over and over again."""
    start = text.find("<!--", _last(_COMMENT_END, text))
    if start >= 0:
        text = text[:start]
    looked_over = sum(piece.count("<") * len(piece) for piece in text.split(">") if piece.count("<") > 1)
    if looked_over > MAX_LOOKED_OVER or text.count("<![", _last(_SECTION_END, text)) > 100:
        raise unsafe()
    return text


def _ends_early(page: str) -> bool:
    """The last table is never closed: its rows did not all arrive."""
    return page.rfind("</table") < page.rfind("<tr")


def _last(end: re.Pattern[str], text: str) -> int:
    return max((match.end() for match in end.finditer(text)), default=0)


def _decoded(data: bytes) -> str:
    """UTF-8 whatever is declared, when it is; else the declared encoding."""
    text, encoding = decode(data)
    declared = _CHARSET.search(data[:4096])
    if encoding in ("cp1252", "cp1258") and declared:
        try:
            return data.decode(declared[1].decode("ascii"), "replace")
        except (LookupError, UnicodeError):
            return text
    return text
