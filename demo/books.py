"""Papers become files, the same bytes on every day: a workbook, an HTML export named .xls, or CSV."""

from __future__ import annotations

import csv
import datetime as dt
import html
import io
import zipfile

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.worksheet import Worksheet

from demo.paper import Paper, address

_MOMENT = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
_EDGE = Border(*(Side(style="thin") for _ in range(4)))
_CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
_LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True)
_FONT = "Times New Roman"
_LOOK = {
    "title": (Font(name=_FONT, size=13, bold=True), _CENTRE, None),
    "bold": (Font(name=_FONT, size=12, bold=True), _CENTRE, None),
    "italic": (Font(name=_FONT, size=12, italic=True), _CENTRE, None),
    "left": (Font(name=_FONT, size=12), Alignment(vertical="center"), None),
    "head": (Font(name=_FONT, size=11, bold=True), _CENTRE, _EDGE),
    "mark": (Font(name=_FONT, size=10, italic=True), _CENTRE, _EDGE),
    "body": (Font(name=_FONT, size=12), _CENTRE, _EDGE),
    "label": (Font(name=_FONT, size=12), _LEFT, _EDGE),
    "section": (Font(name=_FONT, size=12, bold=True), _LEFT, _EDGE),
    "number": (Font(name=_FONT, size=12), _CENTRE, _EDGE),
    "share": (Font(name=_FONT, size=12), _CENTRE, _EDGE),
}
_FORMATS = {"number": "#,##0", "share": "0.0"}


def xlsx(papers: list[Paper], mark: str) -> bytes:
    """A workbook of these papers; its properties say `mark`."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for paper in papers:
        _draw(book.create_sheet(paper.name), paper)
    book.properties.description = mark
    book.properties.creator = "demo"
    raw = io.BytesIO()
    book.save(raw)
    return _same_every_day(raw)


def _draw(sheet: Worksheet, paper: Paper) -> None:
    for (row, column), entry in sorted(paper.cells.items()):
        cell = sheet.cell(row, column, entry.value)
        cell.font, cell.alignment, border = _LOOK[entry.style]
        if border:
            cell.border = border
        if entry.style in _FORMATS and not isinstance(entry.value, str):
            cell.number_format = _FORMATS[entry.style]
    for first_row, first_column, last_row, last_column in paper.merges:
        sheet.merge_cells(start_row=first_row, start_column=first_column, end_row=last_row, end_column=last_column)
    sheet.column_dimensions["A"].width = 7
    for column in range(2, paper.last_column + 1):
        sheet.column_dimensions[address(1, column)[:-1]].width = 44 if column == 2 else 14


def _same_every_day(raw: io.BytesIO) -> bytes:
    """The workbook without the moment it was saved at."""
    packed = io.BytesIO()
    stamp = f"{_MOMENT:%Y-%m-%dT%H:%M:%SZ}"
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "docProps/core.xml":
                text = data.decode("utf-8")
                for tag in ("created", "modified"):
                    before, _, rest = text.partition(f"<dcterms:{tag}")
                    kind, _, rest = rest.partition(">")
                    text = f"{before}<dcterms:{tag}{kind}>{stamp}{rest[rest.index('</') :]}"
                data = text.encode("utf-8")
            info = zipfile.ZipInfo(name, _MOMENT.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, data)
    return packed.getvalue()


def page(paper: Paper) -> bytes:
    """An HTML table, as one-stop software exports it under the name .xls."""
    covered = {
        (row, column): (r2 - r1 + 1, c2 - c1 + 1)
        for r1, c1, r2, c2 in paper.merges
        for row in range(r1, r2 + 1)
        for column in range(c1, c2 + 1)
    }
    corners = {merge[:2] for merge in paper.merges}
    lines = ['<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body><table border="1">']
    for row in range(1, paper.last_row + 1):
        cells = []
        for column in range(1, paper.last_column + 1):
            if (row, column) in covered and (row, column) not in corners:
                continue
            span = "".join(
                f' {name}="{n}"' for name, n in zip(("rowspan", "colspan"), covered.get((row, column), (1, 1)), strict=True) if n > 1
            )
            entry = paper.cells.get((row, column))
            cells.append(f"<td{span}>{html.escape(str(entry.value)) if entry and entry.value is not None else ''}</td>")
        lines.append(f"<tr>{''.join(cells)}</tr>")
    lines.append("</table></body></html>")
    return ("\ufeff" + "\n".join(lines)).encode("utf-8")


def comma_separated(paper: Paper) -> bytes:
    """Semicolons and a byte order mark, as a Vietnamese Excel saves CSV."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    for row in range(1, paper.last_row + 1):
        entries = [paper.cells.get((row, column)) for column in range(1, paper.last_column + 1)]
        writer.writerow(["" if entry is None or entry.value is None else entry.value for entry in entries])
    return ("\ufeff" + text.getvalue()).encode("utf-8")
