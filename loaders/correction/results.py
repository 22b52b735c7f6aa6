"""The results of formulas put back into a workbook that openpyxl saved: it writes formulas without what they last gave."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Sequence
from html import escape

from openpyxl.utils.datetime import to_excel

from loaders.opening.grid import Cell, Sheet, position

_FORMULA = re.compile(r'<c r="([A-Z]+[0-9]+)"([^>]*)>(<f[ >](?:(?!</c>).)*?(?:</f>|/>))<v ?(?:/>|></v>)</c>', re.DOTALL)


def with_results(saved: bytes, sheets: Sequence[Sheet | None]) -> bytes:
    """The saved workbook with the results that `sheets` hold, one for each of its sheets in order; None leaves a sheet as it is."""
    out = io.BytesIO()
    paths = {f"xl/worksheets/sheet{place}.xml": sheet for place, sheet in enumerate(sheets, start=1) if sheet}
    with zipfile.ZipFile(io.BytesIO(saved)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for info in source.infolist():
            data = source.read(info)
            sheet = paths.get(info.filename)
            target.writestr(info.filename, _filled(data.decode("utf-8"), sheet).encode("utf-8") if sheet else data)
    return out.getvalue()


def _filled(xml: str, sheet: Sheet) -> str:
    def put(found: re.Match[str]) -> str:
        cell = sheet.cell(*position(found[1]))
        kind, result = _result(cell) if cell else ("", "")
        return f'<c r="{found[1]}"{found[2]}{kind}>{found[3]}{result}</c>'

    return _FORMULA.sub(put, xml)


def _result(cell: Cell) -> tuple[str, str]:
    """The type of a cell and the element with its result; both empty where none was ever stored."""
    value = cell.value
    if cell.extra.error:
        return ' t="e"', f"<v>{escape(cell.extra.error)}</v>"
    if value is None:
        return "", ""
    if isinstance(value, bool):
        return ' t="b"', f"<v>{int(value)}</v>"
    if isinstance(value, str):
        return ' t="str"', f"<v>{escape(cell.extra.typed_text or value)}</v>"
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return "", f"<v>{to_excel(value)}</v>"
    return "", f"<v>{value!r}</v>"
