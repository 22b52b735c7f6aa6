"""Figures that only show how to fill in a form, and sheets that guide, are never taken."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from test_reading import by_element

from loaders.opening.grid import Cell, Extra
from loaders.opening.workbook import open_workbook
from loaders.result import FileReading
from loaders.understanding.claiming.examples import nothing_typed
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.report import read_grid

FORM: list[list[object]] = [
    ["UBND XÃ XỐP"],
    ["SỐ LIỆU THÁNG 2 NĂM 2026"],
    ["STT", "Chỉ tiêu", "Kết quả"],
    [1, "Hồ sơ tiếp nhận mới", 131],
    [2, "Hồ sơ nộp trực tuyến", 118],
]
OURS = {"dossiers_recv_new": [131], "dossiers_recv_online": [118]}
HEAD: list[object] = ["STT", "Xã", "Hồ sơ tiếp nhận mới", "Hồ sơ nộp trực tuyến"]


def _read(tmp_path: Path, sheets: dict[str, list[list[object]]]) -> FileReading:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(tmp_path / "so lieu.xlsx")
    return read_grid(open_workbook(tmp_path / "so lieu.xlsx"))


@pytest.mark.parametrize("name", ["Huong dan", "Hướng dẫn nhập", "HD ghi biểu", "Ví dụ", "Cách điền", "HDSD"])
def test_a_sheet_that_guides_is_told_and_not_read(tmp_path: Path, name: str) -> None:
    guide: list[list[object]] = [["Cách ghi"], ["STT", "Chỉ tiêu", "Kết quả"], [1, "Hồ sơ tiếp nhận mới", 120]]
    found = _read(tmp_path, {name: guide, "Bieu": FORM})
    assert (by_element(found), found.outcome) == (OURS, "accept")
    assert [(i.code, i.sheet) for i in found.issues] == [("guiding_sheet", name)]


def test_a_sheet_that_begins_with_guidance_keeps_its_own_month_to_itself(tmp_path: Path) -> None:
    guide: list[list[object]] = [
        ["HƯỚNG DẪN GHI BIỂU (ví dụ tháng 1/2024)"],
        ["STT", "Chỉ tiêu", "Kết quả"],
        [1, "Hồ sơ tiếp nhận mới", 120],
    ]
    found = _read(tmp_path, {"Sheet1": guide, "Sheet2": FORM})
    assert (by_element(found), {o.period for o in found.observations}) == (OURS, {"2026-M02"})


def test_guidance_over_the_only_table_of_a_file_takes_nothing_away(tmp_path: Path) -> None:
    assert by_element(_read(tmp_path, {"Bieu": [["Hướng dẫn: chỉ nhập số"], *FORM]})) == OURS


@pytest.mark.parametrize("row", [["VD", "Xã Đăk Long", 99, 88], ["", "Xã A (ví dụ)", 99, 88], [0, "Xã Đăk Long (mẫu)", 99, 88]])
def test_a_row_that_is_an_example_is_left(tmp_path: Path, row: list[object]) -> None:
    rows = [["SỐ LIỆU CÁC XÃ THÁNG 2 NĂM 2026"], HEAD, row, [1, "Xã Xốp", 131, 118], [2, "Xã Đăk Môn", 140, 100]]
    found = _read(tmp_path, {"Bieu": rows})
    assert (by_element(found), found.outcome) == ({"dossiers_recv_new": [131, 140], "dossiers_recv_online": [118, 100]}, "accept")


@pytest.mark.parametrize("heading", ["Ví dụ", "VD", "Minh họa"])
def test_a_column_of_examples_is_never_the_answer(tmp_path: Path, heading: str) -> None:
    rows = [[*FORM[2][:2], heading, *FORM[2][2:]], *([*row[:2], 77, *row[2:]] for row in FORM[3:])]
    assert by_element(_read(tmp_path, {"Bieu": [*FORM[:2], *rows]})) == OURS
    alone = [[*FORM[2][:2], heading], *(row for row in FORM[3:])]
    assert not by_element(_read(tmp_path, {"Bieu": [*FORM[:2], *alone]}))


def test_an_empty_form_whose_rates_are_formulas_is_empty(tmp_path: Path) -> None:
    counts = ["Hồ sơ tiếp nhận mới", "Hồ sơ tiếp nhận trực tuyến", "Hồ sơ đã giải quyết", "Hồ sơ thanh toán trực tuyến"]
    lines: list[list[object]] = [[place, count, "hồ sơ", None, None] for place, count in enumerate(counts, 1)]
    head = [["UBND XÃ ......"], ["KẾT QUẢ CHUYỂN ĐỔI SỐ THÁNG ..... NĂM 202..."], ["STT", "Chỉ tiêu", "ĐVT", "Kết quả", "Ghi chú"]]
    found = _read(tmp_path, {"Mau": [*head, *lines, [5, "Tỷ lệ hồ sơ trực tuyến", "%", "=IF(D4=0,0,D5/D4)", None]]})
    assert (found.outcome, [issue.code for issue in found.issues], found.questions) == ("fix", ["nothing_filled"], ())


@pytest.mark.parametrize(
    ("role", "code", "value", "formula", "nothing"),
    [
        ("value", "ops_online_submission_rate", 0.0, "IF(C4=0,0,C5/C4)", True),
        ("total", "dossiers_recv_new", 0.0, "SUM(C4:C9)", True),
        ("value", "ops_online_submission_rate", 0.0, "", False),
        ("value", "ops_online_submission_rate", 90.1, "C5/C4", False),
        ("value", "dossiers_recv_new", 0.0, "'Bieu 2'!C4", False),
    ],
)
def test_zero_is_no_figure_only_where_a_rate_or_a_total_is_reckoned_of_empty_cells(role, code, value, formula, nothing) -> None:
    claim = Claim("S", Cell(5, 2, value, "N", extra=Extra(formula=formula)), 0, role, (code,), True)
    assert nothing_typed([claim]) is nothing
    typed = Claim("S", Cell(4, 2, 12.0, "N"), 0, "value", ("dossiers_recv_new",), True)
    assert not nothing_typed([claim, typed]), "beside anything typed a rate of nothing stays as it is"
