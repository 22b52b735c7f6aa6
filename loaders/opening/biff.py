"""One pass over the records of an xls (BIFF5 and BIFF8) for what calamine does not tell: styles, errors, hidden lines, the true box."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from loaders.opening.door import broken
from loaders.opening.grid import PLAIN, State, Style
from loaders.opening.styles import builtin_formats, is_percent

_BOF, _EOF, _FILEPASS, _FONT, _FORMAT, _XF, _BOUNDSHEET, _CODEPAGE = 0x809, 0x0A, 0x2F, 0x31, 0x41E, 0xE0, 0x85, 0x42
_ROW, _COLINFO, _FORMULA, _BOOLERR, _MULRK, _SUPBOOK = 0x208, 0x7D, 0x06, 0x205, 0xBD, 0x1AE
_DIMENSIONS = 0x200
_SINGLE = {0xFD, 0x204, 0xD6, 0x203, 0x27E, _FORMULA, _BOOLERR}
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
_STATES: dict[int, State] = {1: "hidden", 2: "very_hidden"}


@dataclass(slots=True)
class BiffSheet:
    """What one sheet's records told; `styles` is the index of each cell that holds something."""

    name: str
    state: State
    offset: int
    worksheet: bool
    styles: dict[tuple[int, int], int] = field(default_factory=dict)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_cols: set[int] = field(default_factory=set)


@dataclass(slots=True)
class BiffBook:
    """The globals of the workbook and its sheets."""

    sheets: list[BiffSheet] = field(default_factory=list)
    styles: list[Style] = field(default_factory=list)
    encrypted: bool = False
    links: bool = False


def records(stream: bytes, at: int) -> Iterator[tuple[int, bytes]]:
    """Record number and body from an offset to the end of its substream."""
    depth = 0
    end = len(stream)
    while at + 4 <= end:
        kind, size = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + size]
        at += 4 + size
        depth += (kind == _BOF) - (kind == _EOF)
        if depth <= 0 and kind == _EOF:
            return


def read_book(stream: bytes) -> BiffBook:
    """The whole pass; Unreadable when the records make no sense."""
    try:
        book = _globals(stream)
        if not book.encrypted:
            for sheet in book.sheets:
                if sheet.worksheet and 0 < sheet.offset < len(stream):
                    _cells(stream, sheet)
    except (struct.error, IndexError, UnicodeDecodeError, LookupError) as error:
        raise broken() from error
    return book


def _globals(stream: bytes) -> BiffBook:
    book = BiffBook()
    fonts: list[Style] = []
    formats: dict[int, str] = {}
    looks: list[tuple[int, int, int, str]] = []
    wide = True
    for kind, body in records(stream, 0):
        if kind == _BOF:
            wide = struct.unpack_from("<H", body)[0] >= 0x600
        elif kind == _FILEPASS:
            book.encrypted = True
            return book
        elif kind == _FONT:
            fonts.append(_font(body, wide))
        elif kind == _FORMAT:
            formats[struct.unpack_from("<H", body)[0]] = _string(body, 2, 2, wide) if wide else _string(body, 2, 1, wide)
        elif kind == _XF:
            looks.append(_look(body, wide))
        elif kind == _SUPBOOK:
            book.links = book.links or len(body) > 4
        elif kind == _BOUNDSHEET:
            offset, state, type_ = struct.unpack_from("<IBB", body)
            book.sheets.append(BiffSheet(_string(body, 6, 1, wide), _STATES.get(state & 3, "visible"), offset, type_ == 0))
    book.styles = [_style(look, fonts, formats) for look in looks]
    return book


def _string(body: bytes, at: int, width: int, wide: bool) -> str:
    """A length-prefixed string; in BIFF8 a flag byte says whether its letters take two bytes."""
    length = body[at] if width == 1 else struct.unpack_from("<H", body, at)[0]
    at += width
    if not wide:
        return body[at : at + length].decode("cp1252", "replace")
    double = body[at] & 1
    at += 1
    return body[at : at + length * 2].decode("utf-16-le", "replace") if double else body[at : at + length].decode("latin-1")


def _font(body: bytes, wide: bool) -> Style:
    flags, _color, weight = struct.unpack_from("<HHH", body, 2)
    return Style(font=_string(body, 14, 1, wide), bold=weight >= 600, italic=bool(flags & 2), strike=bool(flags & 8))


def _look(body: bytes, wide: bool) -> tuple[int, int, int, str]:
    """Font, format, indent and fill of an XF record."""
    font, number = struct.unpack_from("<HH", body)
    if not wide or len(body) < 20:
        return font, number, 0, ""
    pattern = struct.unpack_from("<I", body, 14)[0] >> 26
    colour = struct.unpack_from("<H", body, 18)[0] & 0x7F
    return font, number, body[8] & 15, f"index{colour}" if pattern else ""


def _style(look: tuple[int, int, int, str], fonts: list[Style], formats: dict[int, str]) -> Style:
    font, number, indent, fill = look
    index = font - (font > 4)  # font 4 is never written
    code = formats.get(number) or builtin_formats().get(number, "General")
    base = fonts[index] if index < len(fonts) else PLAIN
    return base._replace(number_format=code, percent=is_percent(code), indent=indent, fill=fill)


def _cells(stream: bytes, sheet: BiffSheet) -> None:
    depth = 0
    for kind, body in records(stream, sheet.offset):
        depth += (kind == _BOF) - (kind == _EOF)
        if depth > 1:  # a chart drawn into the sheet
            continue
        if kind in _SINGLE:
            row, col, style = struct.unpack_from("<HHH", body)
            sheet.styles[row, col] = style
            if kind == _BOOLERR and body[7]:
                sheet.errors[row, col] = _ERRORS.get(body[6], "#N/A")
            elif kind == _FORMULA and body[6] == 2 and body[12:14] == b"\xff\xff":
                sheet.errors[row, col] = _ERRORS.get(body[8], "#N/A")
        elif kind == _MULRK:
            row, col = struct.unpack_from("<HH", body)
            for index in range((len(body) - 6) // 6):
                sheet.styles[row, col + index] = struct.unpack_from("<H", body, 4 + 6 * index)[0]
        elif (
            kind == _DIMENSIONS
            and len(body) >= 14
            and max(struct.unpack_from("<I", body, 4)[0] >> 8, struct.unpack_from("<H", body, 10)[0]) > 256
        ):
            raise IndexError("more rows or columns than an xls can hold")
        elif kind == _ROW and struct.unpack_from("<H", body, 12)[0] & 0x20:
            sheet.hidden_rows.add(struct.unpack_from("<H", body)[0])
        elif kind == _COLINFO and struct.unpack_from("<H", body, 8)[0] & 1:
            first, last = struct.unpack_from("<HH", body)
            sheet.hidden_cols.update(range(first, min(last, 255) + 1))
