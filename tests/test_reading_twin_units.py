"""Two communes with the very same figures: one was copied from the other and not filled in. Both are asked."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from test_reading import codes, read, taken

from loaders.opening.workbook import open_workbook
from loaders.understanding.report import read_grid

HEAD = ["TT", "Đơn vị", "Hồ sơ tiếp nhận mới", "Hồ sơ nộp trực tuyến", "Hồ sơ đã giải quyết", "Giải quyết quá hạn"]


def table(*rows: list[object]) -> list[list[object]]:
    return [["TỔNG HỢP SỐ LIỆU THÁNG 4/2026"], [], HEAD, *rows]


def test_rows_with_the_same_figures_are_asked(tmp_path: Path) -> None:
    rows = table([1, "Xã Đăk Pék", 255, 189, 245, 5], [2, "Xã Đăk Môn", 255, 189, 245, 5], [3, "Xã Xốp", 120, 80, 118, 2])
    reading = read(tmp_path, rows)
    assert (codes(reading), set(taken(reading))) == ({"units_alike"}, {"C6", "D6", "E6", "F6"})
    key = reading.questions[0].key
    assert len(taken(read(tmp_path, rows, answers={key: "right"}))) == 12
    assert len(taken(read(tmp_path, rows, answers={key: "leave"}))) == 4


@pytest.mark.parametrize("figures", [[6, 5, 6, 1], [255, 0, 255, 0], [0, 0, 0, 0], [30, 30, 30, 0]])
def test_few_or_small_figures_may_be_the_same(tmp_path: Path, figures: list[object]) -> None:
    assert read(tmp_path, table([1, "Xã Đăk Pék", *figures], [2, "Xã Đăk Môn", *figures])).outcome == "accept"


def test_one_figure_that_differs_makes_them_two(tmp_path: Path) -> None:
    assert read(tmp_path, table([1, "Xã Đăk Pék", 255, 189, 245, 5], [2, "Xã Đăk Môn", 255, 189, 245, 4])).outcome == "accept"


def test_sheets_of_two_communes_with_the_same_figures_are_asked(tmp_path: Path) -> None:
    book = Workbook()
    for name, late in (("Đăk Pék", 5), ("Đăk Môn", 5), ("Xốp", 4)):
        sheet = book.create_sheet(name)
        for row in [
            [f"UBND XÃ {name.upper()}"],
            ["THÁNG 4/2026"],
            ["Chỉ tiêu", "Kết quả"],
            *zip(HEAD[2:], [255, 189, 245, late], strict=True),
        ]:
            sheet.append(list(row))
    book.remove(book.worksheets[0])
    book.save(tmp_path / "bc.xlsx")
    reading = read_grid(open_workbook(tmp_path / "bc.xlsx"))
    assert (codes(reading), taken(reading)) == ({"units_alike"}, dict.fromkeys(["B4"], 255) | {"B5": 189, "B6": 245, "B7": 4})
