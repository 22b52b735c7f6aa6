"""An independent reader of a report: what its annexes say, added up anew from the files as they were sent.

It shares no code with the program: it opens the Word file, follows the annex of sources to the cells and reads those in the originals.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import openpyxl
import python_calamine
from docx import Document

Original = Callable[[int], bytes]
"""The bytes of a return by its number in the store."""
PLACE = re.compile(
    r"(?:^|; )(?P<minus>−?)(?P<sheet>[^!;]*)!(?P<cells>[A-Z]+\d+(?: \+ (?:[A-Z]+\d+|[^!;\[]*![A-Z]+\d+))*) \[(?P<files>[\d, -]+)\]"
)
SCALES = {"nghìn": 1e3, "ngàn": 1e3, "triệu": 1e6, "tỷ": 1e9}
ALL_OF = "cộng "
PARAGRAPH = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"
WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"


@dataclass
class Retraced:
    """How many figures and numbers were added up anew, those that differ, and those whose counts come from no file."""

    figures: int = 0
    numbers: int = 0
    cells: int = 0
    unlike: list[str] = field(default_factory=list)
    cellless: list[str] = field(default_factory=list)


def retrace(docx: bytes, original: Original) -> Retraced:
    """Every figure of the first annex against the cells that the annex of sources names for it."""
    tables = {table[0]: table for table in _tables(docx)}
    summary = next(rows for head, rows in tables.items() if head[1] == "Chỉ số")
    sources = [rows for head, rows in tables.items() if head[0] == "Mã nguồn"]
    listed = [rows for head, rows in tables.items() if head[-1] == "Mã trong kho"]
    reader = _Reader({int(row[0]): int(row[-1]) for rows in listed for row in rows[1:]}, original)
    counted = _added(sources[0][1:] if sources else [], reader)
    for row in summary[1:]:
        _held(row, counted.get(_trace(row), (None, None)), reader.found)
    return reader.found


def _tables(docx: bytes) -> Iterator[list[tuple[str, ...]]]:
    for table in Document(io.BytesIO(docx)).tables:
        rows = [tuple("\n".join(_lines(cell)) for cell in row.tc_lst) for row in table._tbl.tr_lst]
        if rows and len(rows[0]) > 2:
            yield rows


def _lines(cell: Any) -> Iterator[str]:
    """The paragraphs of a cell: a trace id stands under the name of its figure."""
    for paragraph in cell.iter(PARAGRAPH):
        yield "".join(word.text or "" for word in paragraph.iter(WORDS)).strip()


def _added(rows: list[tuple[str, ...]], reader: _Reader) -> dict[str, tuple[float | None, float | None]]:
    """By trace id the two counts, from cells; a line that adds up units from the lines under it.

    What was counted from the register of returns has no cells: its lines are added up as they stand.
    """
    made: dict[str, tuple[float | None, float | None]] = {}
    at = 0
    while at < len(rows):
        line = rows[at]
        units = int(line[3].split()[1]) if line[3].startswith(ALL_OF) else 0
        parts = [reader.counts(row) for row in rows[at + 1 : at + 1 + units]] if units else [reader.counts(line)]
        if any(row[0] in reader.found.cellless for row in rows[at : at + 1 + units]):
            reader.found.cellless.append(line[0])
            parts = [(_number(row[2]), _number(row[4])) for row in rows[at + 1 : at + 1 + units]] or [(_number(line[2]), _number(line[4]))]
        made[line[0]] = (_sum(part[0] for part in parts), _sum(part[1] for part in parts))
        at += 1 + units
    return made


def _sum(counts: Iterable[float | None]) -> float | None:
    known = [one for one in counts if one is not None]
    return sum(known) if known else None


def _trace(row: tuple[str, ...]) -> str:
    """The trace id of a line of the first annex: the last line under the name."""
    return row[1].split("\n")[-1]


def _held(row: tuple[str, ...], counts: tuple[float | None, float | None], found: Retraced) -> None:
    """A line of the first annex: numerator, denominator and the value they make."""
    trace, told, shown = _trace(row), [_number(text) for text in row[3:5]], row[5]
    found.figures += 1
    for name, said, made in zip(("numerator", "denominator"), told, counts, strict=True):
        found.numbers += said is not None
        if said is not None and (made is None or abs(said - made) > 1e-6 * max(1.0, abs(made))):
            found.unlike.append(f"{trace}: {name} {said} in the annex, {made} from the cells")
    value = _number(shown.rstrip("%"))
    whole = shown.endswith("%")
    if value is None:
        return
    found.numbers += 1
    above, below = counts
    made = above if not whole else (100 * above / below if above is not None and below else above)
    if made is None or abs(made - value) > (0.05 + 1e-9 if made < 99.95 and made > 0.05 else 0.1):
        found.unlike.append(f"{trace}: value {shown} in the annex, {made} from the cells")


def _number(text: str) -> float | None:
    plain = text.replace(".", "").replace(",", ".").replace("−", "-")
    return float(plain) if re.fullmatch(r"-?\d+(\.\d+)?", plain) else None


class _Reader:
    """The files that a report names, opened once each."""

    def __init__(self, files: dict[int, int], original: Original) -> None:
        self.files, self.original, self.found = files, original, Retraced()
        self._books: dict[int, dict[str, list[list[object]]]] = {}

    def counts(self, row: tuple[str, ...]) -> tuple[float | None, float | None]:
        """Both counts of a line of the annex of sources, which must be those that it says itself."""
        made = []
        for said, cells in ((row[2], row[3]), (row[4], row[5])):
            count = self._count(row[0], cells)
            if count is not None and _number(said) is not None and abs(count - _number(said)) > 1e-6 * max(1.0, abs(count)):
                self.found.unlike.append(f"{row[0]}: {said} beside {cells}, which hold {count}")
            made.append(count)
        return made[0], made[1]

    def _count(self, trace: str, text: str) -> float | None:
        if not text:
            return None
        total, end = 0.0, 0
        for place in PLACE.finditer(text):
            sign = -1.0 if place["minus"] else 1.0
            for file in _spread(place["files"]):
                total += sign * sum(self._cell(file, place["sheet"], one) for one in place["cells"].split(" + "))
            assert end == place.start(), (text, end, place)
            end = place.end()
        if end != len(text):
            self.found.cellless.append(trace)
            return None
        return total

    def _cell(self, file: int, sheet: str, cell: str) -> float:
        self.found.cells += 1
        sheets = self._book(self.files[file])
        rows = sheets[sheet] if sheet in sheets else next(iter(sheets.values()))
        column, line = _at(cell)
        return _typed(rows[line][column]) * _scale(rows, line, column)

    def _book(self, number: int) -> dict[str, list[list[object]]]:
        if number not in self._books:
            self._books[number] = _opened(self.original(number))
        return self._books[number]


def _spread(text: str) -> list[int]:
    spans = [part.split("-") for part in text.split(", ")]
    return [one for span in spans for one in range(int(span[0]), int(span[-1]) + 1)]


def _at(cell: str) -> tuple[int, int]:
    letters = cell.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = 26 * column + ord(letter) - 64
    return column - 1, int(cell[len(letters) :]) - 1


def _opened(content: bytes) -> dict[str, list[list[object]]]:
    if content[:2] == b"PK":
        opened = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
        return {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in opened}
    if content[:4] == b"\xd0\xcf\x11\xe0":
        old = python_calamine.load_workbook(io.BytesIO(content))
        return {sheet: old.get_sheet_by_name(sheet).to_python(skip_empty_area=False) for sheet in old.sheet_names}
    text = content.decode("utf-8-sig")
    if text.lstrip().startswith("<"):
        return {"": [re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row) for row in re.findall(r"<tr>(.*?)</tr>", text, re.DOTALL)]}
    return {"": list(csv.reader(io.StringIO(text), delimiter=max(";,\t", key=text.count)))}


def _typed(value: object) -> float:
    if isinstance(value, int | float):
        return float(value)
    text = re.sub(r"[^\d.,-]", "", str(value))
    text = text.replace(".", "") if re.fullmatch(r"-?\d{1,3}(\.\d{3})+(,\d+)?", text) else text
    return float(text.replace(",", "."))


def _scale(rows: list[list[object]], line: int, column: int) -> float:
    """What the words over a column of money multiply by."""
    over = [str(row[column]) for row in rows[:line] if column < len(row) and isinstance(row[column], str)]
    return next((SCALES[m[1]] for text in over if (m := re.search(r"(nghìn|ngàn|triệu|tỷ) đồng", text.lower()))), 1.0)
