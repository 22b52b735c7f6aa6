"""Any Word file as a reader of its form sees it: lines with the letters they are really set in, and the pages they stand on."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from docx import Document
from docx.document import Document as DocxDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.section import Section
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from catalogue.errors import UserError
from catalogue.language import _
from catalogue.text import nfc

POINTS_AN_INCH, MM_AN_INCH, TWIPS, EMU_A_MM = 72, 25.4, 20, 36_000
MOST_BYTES = 50_000_000
BLACK = ("", "auto", "000000")
DRAWN = ("w:drawing", "w:pict", "mc:AlternateContent")


@dataclass(frozen=True, slots=True)
class Letters:
    """A stretch of text set alike; size in points, `colour` empty for black."""

    text: str
    font: str
    size: float
    bold: bool
    italic: bool
    underlined: bool
    colour: str


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph. Measures are in millimetres, spaces in points; `spacing` is the multiple of a single line (None: fixed).

    `cell` is (table, row, column) for one in a table. `rule` is the length of a line drawn at it: 0 where there is none,
    None where there is one whose length the file does not tell.
    """

    text: str
    letters: tuple[Letters, ...]
    alignment: str
    first_line: float
    before: float
    after: float
    spacing: float | None
    cell: tuple[int, int, int] | None
    section: int
    rule: float | None

    @property
    def words(self) -> str:
        """The text without blanks around it."""
        return self.text.strip()


@dataclass(frozen=True, slots=True)
class Sheet:
    """The pages of one section. `number` says where the page number stands: top, bottom or "" (nowhere)."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    number: str
    number_centred: bool
    number_size: float
    number_on_first: bool
    starts_at: int | None


@dataclass(frozen=True, slots=True)
class Opened:
    """A document: its lines in order, its sections, its footnotes."""

    lines: tuple[Line, ...]
    sheets: tuple[Sheet, ...]


def opened(data: bytes) -> Opened:
    """The document in the bytes of a .docx file. UserError when they are none, or too many."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if sum(one.file_size for one in archive.infolist()) > MOST_BYTES:
                raise UserError(_("The Word file is too large to be checked."))
        document = Document(BytesIO(data))
    except (zipfile.BadZipFile, PackageNotFoundError, KeyError, ValueError):
        raise UserError(_("This is not a Word file (.docx), or it is damaged.")) from None
    reader = _Reader(document)
    return Opened(tuple(reader.lines()), tuple(_sheet(document, section) for section in document.sections))


class _Reader:
    """Walks a document once; keeps what a style says, since every line asks for it."""

    def __init__(self, document: DocxDocument) -> None:
        self.document = document
        self.section = 0
        self.tables = 0
        defaults = document.styles.element.find(qn("w:docDefaults"))
        self.defaults = {} if defaults is None else _told(defaults.find(f".//{qn('w:rPr')}"))
        self.paragraph_defaults = None if defaults is None else defaults.find(f".//{qn('w:pPr')}")
        self.styles = {style.get(qn("w:styleId")): style for style in document.styles.element.iter(qn("w:style"))}
        self.default = next((name for name, style in self.styles.items() if _is_default(style)), "")
        self.known: dict[str, dict[str, Any]] = {}

    def lines(self) -> Iterator[Line]:
        sections = list(self.document.sections)
        for block in self.document.iter_inner_content():
            here = sections[min(self.section, len(sections) - 1)]
            room = _mm(here.page_width) - _mm(here.left_margin) - _mm(here.right_margin)
            if isinstance(block, Table):
                yield from self._table(block, room)
                self.tables += 1
            else:
                yield self._line(block, None, room)
                if block._p.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is not None:
                    self.section += 1

    def _table(self, table: Table, room: float) -> Iterator[Line]:
        for row_at, row in enumerate(table.rows):
            seen = set()
            for column, cell in enumerate(row.cells):
                if cell._tc in seen:
                    continue
                seen.add(cell._tc)
                width = _mm(cell.width) if cell.width else room / max(1, len(row.cells))
                for paragraph in cell.paragraphs:
                    yield self._line(paragraph, (self.tables, row_at, column), width)

    def _line(self, paragraph: Paragraph, cell: tuple[int, int, int] | None, room: float) -> Line:
        letters = tuple(self._letters(paragraph, run) for run in paragraph.runs if run.text.strip())
        spacing = _layout(self, paragraph, "w:spacing")
        indent = _layout(self, paragraph, "w:ind")
        rule = spacing.get("lineRule", "auto")
        multiple = int(spacing.get("line", 240)) / 240 if rule == "auto" else None
        alignment = _layout(self, paragraph, "w:jc").get("val", "left")
        return Line(
            nfc(paragraph.text),
            letters,
            "justify" if alignment in ("both", "distribute") else alignment,
            _twips(indent.get("firstLine", 0)) - _twips(indent.get("hanging", 0)),
            int(spacing.get("before", 0)) / TWIPS,
            int(spacing.get("after", 0)) / TWIPS,
            multiple,
            cell,
            self.section,
            _rule(paragraph, indent, room),
        )

    def _letters(self, paragraph: Paragraph, run: Run) -> Letters:
        own = run._r.rPr
        named = None if own is None else own.find(qn("w:rStyle"))
        told = {**self.defaults, **self._style(self.style_of(paragraph)), **self._style(_value(named)), **_told(own)}
        return Letters(
            nfc(run.text),
            str(told.get("font", "")),
            float(told.get("size", 10)),
            bool(told.get("bold", False)),
            bool(told.get("italic", False)),
            bool(told.get("underlined", False)),
            str(told.get("colour", "")),
        )

    def style_of(self, paragraph: Paragraph) -> str:
        """The id of a paragraph's style; the library looks through all of them for each line."""
        own = paragraph._p.pPr
        return _value(None if own is None else own.find(qn("w:pStyle"))) or self.default

    def bases(self, style: str) -> Iterator[Any]:
        """A style and those it is based on, the nearest first."""
        met: set[str] = set()
        while style in self.styles and style not in met:
            met.add(style)
            yield self.styles[style]
            style = _value(self.styles[style].find(qn("w:basedOn")))

    def _style(self, style: str) -> dict[str, Any]:
        """What a style and those it is based on say of letters."""
        if style not in self.known:
            chain = [_told(one.find(qn("w:rPr"))) for one in self.bases(style)]
            self.known[style] = {name: value for told in reversed(chain) for name, value in told.items()}
        return self.known[style]


def _is_default(style: Any) -> bool:
    return style.get(qn("w:type")) == "paragraph" and style.get(qn("w:default")) in ("1", "true", "on")


def _value(mark: Any) -> str:
    return "" if mark is None else mark.get(qn("w:val")) or ""


def _told(properties: Any) -> dict[str, Any]:
    """What run properties say; nothing for what they leave to others."""
    if properties is None:
        return {}
    found: dict[str, Any] = {}
    fonts, size, colour = (properties.find(qn(name)) for name in ("w:rFonts", "w:sz", "w:color"))
    if fonts is not None:
        name = fonts.get(qn("w:ascii")) or fonts.get(qn("w:hAnsi")) or fonts.get(qn("w:asciiTheme"))
        found |= {"font": name} if name else {}
    if size is not None:
        found["size"] = int(size.get(qn("w:val"))) / 2
    if colour is not None:
        value = colour.get(qn("w:val")) or ""
        found["colour"] = "" if value.lower() in BLACK else value
    for name, tag in (("bold", "w:b"), ("italic", "w:i")):
        mark = properties.find(qn(tag))
        if mark is not None:
            found[name] = mark.get(qn("w:val"), "1") not in ("0", "false", "off")
    line = properties.find(qn("w:u"))
    if line is not None:
        found["underlined"] = line.get(qn("w:val"), "single") != "none"
    return found


def _layout(reader: _Reader, paragraph: Paragraph, tag: str) -> dict[str, str]:
    """The attributes of one paragraph property, each from the nearest place that says it: the paragraph, its styles, the defaults."""
    styles = [style.find(qn("w:pPr")) for style in reader.bases(reader.style_of(paragraph))]
    sources = [paragraph._p.pPr, *styles, reader.paragraph_defaults]
    found: dict[str, str] = {}
    for properties in reversed(sources):
        mark = None if properties is None else properties.find(qn(tag))
        if mark is not None:
            found |= {name.rpartition("}")[2]: value for name, value in mark.attrib.items()}
    return found


def _rule(paragraph: Paragraph, indent: dict[str, str], room: float) -> float | None:
    """The length of a line at a paragraph: of its border, or of a drawing in it."""
    borders = paragraph._p.find(f"{qn('w:pPr')}/{qn('w:pBdr')}")
    sides = [] if borders is None else [borders.find(qn(f"w:{side}")) for side in ("top", "bottom")]
    if any(side is not None and side.get(qn("w:val")) not in (None, "nil", "none") for side in sides):
        start, end = indent.get("left", indent.get("start", 0)), indent.get("right", indent.get("end", 0))
        return max(0.0, room - _twips(start) - _twips(end))
    extents = [int(one.get("cx", 0)) / EMU_A_MM for one in paragraph._p.iter(qn("wp:extent"))]
    if extents:
        return max(extents)
    drawn = [tag for tag in paragraph._p.iter() if tag.tag.endswith(("}pict", "}drawing"))]
    return None if drawn else 0.0


def _sheet(document: DocxDocument, section: Section) -> Sheet:
    place, first = _number_place(section), _first_place(section)
    part = {"top": section.header, "bottom": section.footer}.get(place)
    paragraph = next((p for p in part.paragraphs if _has_number(p)), None) if part else None
    reader = _Reader(document)
    start = section._sectPr.find(qn("w:pgNumType"))
    number = start.get(qn("w:start")) if start is not None else None
    return Sheet(
        width=_mm(section.page_width),
        height=_mm(section.page_height),
        top=_mm(section.top_margin),
        bottom=_mm(section.bottom_margin),
        left=_mm(section.left_margin),
        right=_mm(section.right_margin),
        number=place,
        number_centred=paragraph is not None and _layout(reader, paragraph, "w:jc").get("val") == "center",
        number_size=max((reader._letters(paragraph, run).size for run in paragraph.runs), default=0.0) if paragraph else 0.0,
        number_on_first=bool(first),
        starts_at=int(number) if number else None,
    )


def _number_place(section: Section) -> str:
    """Where the pages after the first have their number."""
    return next((side for side, part in (("top", section.header), ("bottom", section.footer)) if _numbers(part)), "")


def _first_place(section: Section) -> str:
    """Where the first page has its number."""
    if not section.different_first_page_header_footer:
        return _number_place(section)
    parts = (("top", section.first_page_header), ("bottom", section.first_page_footer))
    return next((side for side, part in parts if _numbers(part)), "")


def _numbers(part: Any) -> bool:
    return any(_has_number(paragraph) for paragraph in part.paragraphs)


def _has_number(paragraph: Paragraph) -> bool:
    fields = [mark.text or "" for mark in paragraph._p.iter(qn("w:instrText"))]
    fields += [mark.get(qn("w:instr")) or "" for mark in paragraph._p.iter(qn("w:fldSimple"))]
    return any("PAGE" in field.upper().split() for field in fields)


def _mm(length: Any) -> float:
    return length / EMU_A_MM if length else 0.0


def _twips(value: str | int) -> float:
    return int(value) / TWIPS / POINTS_AN_INCH * MM_AN_INCH
