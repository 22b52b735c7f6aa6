"""One commune among others whose figures were left as they were last period: asked of that commune alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook
from test_reading import codes

from loaders.files import read_paths
from loaders.opening.workbook import open_workbook
from loaders.result import FileReading
from loaders.understanding.report import read_grid

HEADS = ["Xã", "Số văn bản đi", "Số văn bản đi được ký số cơ quan", "Số nhiệm vụ phải hoàn thành trong kỳ", "Nhiệm vụ hoàn thành đúng hạn"]
MARCH = {"Xã Đăk Pék": [420, 415, 61, 60], "Xã Ngọc Linh": [214, 210, 37, 36], "Xã Xốp": [188, 180, 29, 29]}
APRIL = {"Xã Đăk Pék": [433, 430, 58, 55], "Xã Ngọc Linh": [214, 210, 37, 36], "Xã Xốp": [171, 165, 31, 30]}


def filled(sheet, month: int, figures: dict[str, list[int]], heads: list[str] = HEADS) -> None:
    for row in ([f"TỔNG HỢP VĂN BẢN, NHIỆM VỤ THÁNG {month} NĂM 2026"], [], heads, *([name, *held] for name, held in figures.items())):
        sheet.append(row)


def file_of(folder: Path, month: int, figures: dict[str, list[int]], heads: list[str] = HEADS) -> Path:
    book = Workbook()
    filled(book.active, month, figures, heads)
    path = folder / f"Tong hop thang {month}.2026.xlsx"
    book.save(path)
    return path


def asked(found: FileReading) -> set[str]:
    return {o.unit for o in found.observations if o.status == "asked"}


def test_a_row_copied_from_the_file_of_last_month_is_asked(tmp_path: Path) -> None:
    march, april = read_paths([file_of(tmp_path, 3, MARCH), file_of(tmp_path, 4, APRIL)])
    assert (march.outcome, april.outcome, asked(april)) == ("accept", "ask", {"23365.2"})
    (question,) = april.questions
    assert question.kind == "copied_period" and question.text.startswith("Xã Ngọc Linh: 4 trên 4 số liệu") and len(question.cells) == 4


def test_two_copied_rows_are_two_questions(tmp_path: Path) -> None:
    _march, april = read_paths([file_of(tmp_path, 3, MARCH), file_of(tmp_path, 4, APRIL | {"Xã Xốp": MARCH["Xã Xốp"]})])
    assert [q.text.partition(":")[0] for q in april.questions] == ["Xã Ngọc Linh", "Xã Xốp"]


def test_a_row_in_which_anything_is_new_is_taken(tmp_path: Path) -> None:
    _march, april = read_paths([file_of(tmp_path, 3, MARCH), file_of(tmp_path, 4, APRIL | {"Xã Ngọc Linh": [214, 210, 37, 35]})])
    assert april.outcome == "accept"


@pytest.mark.parametrize("few", [[3, 3, 2, 2], [14, 14, 14, 14]])
def test_small_or_few_numbers_may_be_the_same_by_chance(tmp_path: Path, few: list[int]) -> None:
    files = [file_of(tmp_path, month, figures | {"Xã Ngọc Linh": few}) for month, figures in ((3, MARCH), (4, APRIL))]
    assert list(read_paths(files))[1].outcome == "accept"


def test_what_there_is_of_things_may_stay_as_it_was(tmp_path: Path) -> None:
    heads = ["Xã", "Tổng số hộ gia đình", "Số hộ có Internet cáp quang", "Tổng số thôn", "Tổng số cán bộ, công chức"]
    held = {"Xã Đăk Pék": [2000, 1500, 22, 61], "Xã Ngọc Linh": [900, 400, 21, 37], "Xã Xốp": [700, 300, 20, 29]}
    more = held | {"Xã Đăk Pék": [2003, 1520, 22, 60], "Xã Xốp": [705, 311, 20, 29]}
    _march, april = read_paths([file_of(tmp_path, 3, held, heads), file_of(tmp_path, 4, more, heads)])
    assert april.outcome == "accept"


def test_a_row_copied_from_the_sheet_of_last_month_is_asked(tmp_path: Path) -> None:
    book = Workbook()
    book.remove(book.worksheets[0])
    for month, figures in ((3, MARCH), (4, APRIL)):
        filled(book.create_sheet(f"T{month}"), month, figures)
    book.save(tmp_path / "bc.xlsx")
    found = read_grid(open_workbook(tmp_path / "bc.xlsx"))
    assert "copied_period" in codes(found)
    assert {(o.sheet, o.unit) for o in found.observations if o.status == "asked"} == {("T4", "23365.2")}
