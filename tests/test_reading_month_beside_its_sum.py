"""A heading "Month" beside "so far", under the names of communes, under indicators or alone: its figures are those of the month."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from test_reading import taken

from loaders.opening.workbook import open_workbook
from loaders.result import FileReading
from loaders.understanding.report import read_grid

PAIRS = [("Tháng", "Cộng dồn"), ("Riêng tháng", "Lũy kế"), ("Trg tháng", "L.kế"), ("Tháng", "Từ đầu năm")]


def _read(tmp_path: Path, month: str, total: str, shape: str, title: str = "SỐ LIỆU GIAO BAN THÁNG 5 NĂM 2026") -> FileReading:
    book = Workbook()
    sheet = book.worksheets[0]
    names = ["Hồ sơ tiếp nhận mới", "Hồ sơ đã giải quyết"]
    over = ["Xã Xốp", "Xã Đăk Môn"] if shape == "across" else names
    down = names if shape == "across" else ["Xã Xốp", "Xã Đăk Môn"]
    if shape == "alone":
        rows = [[f"{title} - XÃ XỐP"], [], ["TT", "Nội dung", month, total], [1, names[0], 15, 60], [2, names[1], 16, 61]]
    else:
        heads = ["TT", "Nội dung" if shape == "across" else "Xã", over[0], None, over[1], None]
        rows = [[title], [], heads, [None, None, month, total, month, total], [1, down[0], 15, 60, 11, 50], [2, down[1], 16, 61, 12, 51]]
    for row in rows:
        sheet.append(list(row))
    for merged in ("A3:A4", "B3:B4", "C3:D3", "E3:F3") if shape != "alone" else ():
        sheet.merge_cells(merged)
    book.save(tmp_path / "giao ban.xlsx")
    return read_grid(open_workbook(tmp_path / "giao ban.xlsx"))


@pytest.mark.parametrize("shape", ["across", "wide", "alone"])
def test_both_columns_are_read_each_over_its_own_time(tmp_path: Path, shape: str) -> None:
    for month, total in PAIRS:
        found = _read(tmp_path, month, total, shape)
        bases = {o.cell: o.basis for o in found.observations if o.status == "accepted"}
        wanted = {cell: "in_period" if cell[0] in "CE" else "year_to_date" for cell in bases}
        assert (found.outcome, bases, len(bases)) == ("accept", wanted, 4 if shape == "alone" else 8), (month, total)


def test_the_month_of_a_longer_time_is_left(tmp_path: Path) -> None:
    for shape in ("across", "wide", "alone"):
        found = _read(tmp_path, "Tháng", "Lũy kế", shape, "SỐ LIỆU GIAO BAN QUÝ II NĂM 2026")
        assert {cell[0] for cell in taken(found)} <= {"D", "F"}, shape
