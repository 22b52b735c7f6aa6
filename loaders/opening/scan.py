"""One pass over a worksheet's XML for what calamine does not tell: styles, errors, formulas, hidden lines, merges, the true bounding box.

Sheets written by the usual programs are scanned with a few regular expressions over their bytes; the scan counts what it
understood, and whatever differs (comments, prefixes, cells without an address) goes through expat, slower but general.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from functools import cache
from operator import itemgetter
from typing import NamedTuple

from loaders.opening.door import broken
from loaders.opening.grid import Merge, column_name, position
from loaders.opening.xml_events import Attributes, local, parse

Found = tuple[bytes, bytes, bytes, bytes]
"""A cell as the XML gives it: column letters, row digits, other attributes, and ">" when it holds something (else it is blank)."""


class Formula(NamedTuple):
    """The text of a formula ("" for the followers of a shared one), and whether its result was stored."""

    text: str
    cached: bool


@dataclass(slots=True)
class Scan:
    """What one sheet's XML told. `box` is rows and columns to the last cell, blank ones included (None: not known yet)."""

    cells: list[Found] = field(default_factory=list)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    formulas: dict[tuple[int, int], Formula] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_cols: set[int] = field(default_factory=set)
    merges: list[Merge] = field(default_factory=list)
    numbers: dict[tuple[int, int], str] = field(default_factory=dict)  # as written; only from the general way, where calamine may see none


_CELL = re.compile(rb'<c r="([A-Z]{1,3})([0-9]{1,7})"([^<>/]*)(/>|></c>|>)')
_REST = re.compile(rb'\b([st])="([^"]*)"')
_ROW = re.compile(rb"<row ([^<>]*)>")
_ROW_NUMBER = re.compile(rb'(?<![\w:])r="([0-9]+)"')
_HIDDEN = re.compile(rb'(?<![\w:])hidden="(?:1|true)"|(?<![\w:])ht="0(?:\.0+)?"')
_COL = re.compile(rb"<col ([^<>]*)>")
_SPAN = re.compile(rb'(?<![\w:])(min|max)="([0-9]+)"')
_MERGE = re.compile(rb'<mergeCell ref="([^"]*)"')
_ERROR = re.compile(rb'<c r="([A-Z]{1,3}[0-9]{1,7})"[^<>]*\bt="e"[^<>]*>(?:<f\b[^<>]*/>|<f\b[^<>]*>[^<]*</f>)?<v>([^<]*)</v>')
_FORMULA = re.compile(rb'<c r="([A-Z]{1,3}[0-9]{1,7})"([^<>]*)><f\b[^<>]*?(?:/>|>([^<]*)</f>)(<v\b[^<>]*>([^<]*)<?)?')


@cache
def attributes_of(rest: bytes) -> tuple[int, str]:
    """Style index and type among a cell's other attributes; Unreadable when the style is no number."""
    found = dict(_REST.findall(rest))
    style = found.get(b"s") or b"0"
    if not style.isdigit() or len(style) > 9:
        raise broken()
    return int(style), found.get(b"t", b"n").decode("ascii", "replace")


@cache
def column(letters: bytes) -> int:
    """The number of a column from its letters."""
    return position(f"{letters.decode()}1")[1]


def scan(data: bytes) -> Scan:
    """Scan a worksheet; Unreadable when it is no well-formed XML or an address in it is none."""
    try:
        return _fast(data) or _general(data)
    except ValueError as error:
        raise broken() from error


def _fast(data: bytes) -> Scan | None:
    """The quick scan; None when the sheet holds anything it might misread."""
    if b"<!" in data or data.rfind(b"<?") > 0 or b"<worksheet" not in data[:2000] or b"\0" in data[:200]:
        return None
    if data.count(b"<sheetData") > 1:
        return None
    if b'encoding="' in data[:100] and b"utf-8" not in data[:100].lower():
        return None
    start, end = data.find(b"<sheetData"), data.rfind(b"</sheetData>")
    raw = _CELL.findall(data, max(start, 0), end) if start >= 0 and end >= 0 else []
    if data.count(b"<c", max(start, 0), max(end, 0)) != len(raw) or (end < 0 and b"<c " in data):
        return None
    filled = [cell[:2] for cell in raw if cell[3] == b">"]
    if len(set(filled)) < len(filled):
        raise broken()
    merges = _MERGE.findall(data, max(end, 0))
    if data.count(b"<mergeCell ", max(end, 0)) != len(merges):
        return None
    found = Scan(cells=raw, merges=[m for text in merges if (m := _merge(text.decode("ascii", "replace")))])
    if b't="e"' in data:
        found.errors = {position(place.decode()): html.unescape(text.decode("utf-8", "replace")) for place, text in _ERROR.findall(data)}
    if b"<f" in data:
        found.formulas = _formulas(data)
    if b"hidden=" in data or b'ht="0' in data:
        return _hidden(data, found)
    return found


def widest(found: Scan) -> tuple[int, int]:
    """Rows and columns to the last cell, blank ones included: quick, and never less than the true box."""
    rows, cols = set(map(itemgetter(1), found.cells)), set(map(itemgetter(0), found.cells))
    return max(map(int, rows), default=0), max(map(column, cols), default=-1) + 1


def places(found: Scan) -> list[tuple[int, int]]:
    """Where the cells stand that hold something."""
    return [(int(digits) - 1, column(letters)) for letters, digits, _rest, end in found.cells if end == b">"]


def _formulas(data: bytes) -> dict[tuple[int, int], Formula]:
    found = {}
    for place, rest, text, v, value in _FORMULA.findall(data):
        cached = bool(value) or (bool(v) and attributes_of(rest)[1] == "str")
        found[position(place.decode())] = Formula(html.unescape(text.decode("utf-8", "replace")), cached)
    return found


def _hidden(data: bytes, found: Scan) -> Scan | None:
    for attributes in _ROW.findall(data):
        if _HIDDEN.search(attributes):
            number = _ROW_NUMBER.search(attributes)
            if number is None:
                return None
            found.hidden_rows.add(int(number[1]) - 1)
    for attributes in _COL.findall(data):
        if _HIDDEN.search(attributes):
            span = dict(_SPAN.findall(attributes))
            _hide_cols(found, int(span.get(b"min", b"1")), int(span.get(b"max", b"1")))
    return found


def _hide_cols(found: Scan, first: int, last: int) -> None:
    found.hidden_cols.update(range(first - 1, min(last, 16384)))


def _merge(text: str) -> Merge | None:
    """A1:D2 as a merge; None for a single cell or nonsense."""
    first, _, last = text.partition(":")
    try:
        (top, left), (bottom, right) = position(first), position(last)
    except ValueError:
        return None
    return Merge(min(top, bottom), min(left, right), max(top, bottom), max(left, right))


# --- the general way -------------------------------------------------------------------------------------------------------


class _Reader:
    """Handlers of the expat pass; cells and rows without an address follow the one before."""

    def __init__(self) -> None:
        self.found = Scan()
        self.row = self.col = -1
        self.kind = "n"
        self.style = 0
        self.content = False
        self.formula: str | None = None
        self.value: str | None = None
        self.collect: list[str] | None = None
        self.seen: set[tuple[int, int]] = set()
        self.tables = 0

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "c":
            self._cell(attributes)
        elif name == "row":
            self.row = int(attributes["r"]) - 1 if attributes.get("r", "").isdigit() else self.row + 1
            self.col = -1
            if _true(attributes.get("hidden")) or _zero(attributes.get("ht")):
                self.found.hidden_rows.add(self.row)
        elif name == "sheetData":
            self.tables += 1
            if self.tables > 1:
                raise ValueError("two tables of cells in one sheet")
        elif name in ("v", "f", "is"):
            self.content = True
            self.collect = []
        elif name == "col" and _true(attributes.get("hidden")):
            _hide_cols(self.found, int(attributes.get("min", 1)), int(attributes.get("max", 1)))
        elif name == "mergeCell" and (merge := _merge(attributes.get("ref", ""))):
            self.found.merges.append(merge)

    def _cell(self, attributes: Attributes) -> None:
        try:
            self.row, self.col = position(attributes["r"])
        except (KeyError, ValueError):
            self.col += 1
        self.kind = attributes.get("t", "n")
        self.style = int(attributes["s"]) if attributes.get("s", "").isdigit() else 0
        self.content, self.formula, self.value = False, None, None

    def text(self, text: str) -> None:
        if self.collect is not None:
            self.collect.append(text)

    def end(self, name: str) -> None:
        if name in ("v", "f") and self.collect is not None:
            text = "".join(self.collect)
            self.collect = None
            if name == "v":
                self.value = text
            else:
                self.formula = text
        elif name == "c" and self.content:
            self._close()

    def _close(self) -> None:
        place = (max(self.row, 0), self.col)
        if place in self.seen:
            raise ValueError("two cells at one address")
        self.seen.add(place)
        letters, digits = column_name(place[1]).encode(), str(place[0] + 1).encode()
        self.found.cells.append((letters, digits, f's="{self.style}" t="{self.kind}"'.encode(), b">"))
        if self.kind == "n" and self.value:
            self.found.numbers[place] = self.value
        if self.kind == "e" and self.value:
            self.found.errors[place] = self.value
        if self.formula is not None:
            self.found.formulas[place] = Formula(self.formula, bool(self.value) or (self.value is not None and self.kind == "str"))


def _true(value: str | None) -> bool:
    return value in ("1", "true")


def _zero(value: str | None) -> bool:
    return value is not None and value.strip("0") in ("", ".")


def _general(data: bytes) -> Scan:
    reader = _Reader()
    parse(data, lambda name, attributes: reader.start(name, {local(k): v for k, v in attributes.items()}), reader.end, reader.text)
    return reader.found
