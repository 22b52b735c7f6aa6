"""Three columns of names: the field, what is counted, which of it; the first two stand over several rows each."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from test_reading import by_element, read

from loaders.opening.workbook import open_workbook
from loaders.understanding.report import read_grid

_ = None
TITLE: list[list[object]] = [["XÃ ĐĂK MAN"], ["Số liệu chuyển đổi số tháng 5 năm 2025"], []]
DOSSIERS: list[list[object]] = [
    ["Giải quyết hồ sơ TTHC", "Hồ sơ tiếp nhận trong kỳ", "Trực tuyến", 38],
    [_, _, "Trực tiếp, BCCI", 10],
    [_, "Hồ sơ đã giải quyết", "Trước hạn", 26],
    [_, _, "Đúng hạn", 17],
    [_, _, "Quá hạn", 4],
    [_, "Hồ sơ đang giải quyết", "Trong hạn", 2],
    [_, _, "Quá hạn", 0],
]
SIGNATURES: list[list[object]] = [
    ["Chữ ký số", "Cán bộ, công chức", "Tổng số", 19],
    [_, _, "Đã được cấp", 15],
    [_, "Lãnh đạo UBND xã", "Tổng số", 4],
    [_, _, "Đã được cấp", 3],
]
WANTED = {
    "dossiers_recv_online": [38],
    "dossiers_recv_direct_postal": [10],
    "resolved_early": [26],
    "resolved_on_time": [17],
    "resolved_late": [4],
    "processing_in_time": [2],
    "processing_overdue": [0],
    "officials_total": [19],
    "officials_with_cert": [15],
    "leaders_total": [4],
    "leaders_with_cert": [3],
}
HEADS = [["Lĩnh vực", "Nội dung", "Chi tiết", "Số liệu"], ["Nhóm", "Chỉ tiêu", "Chỉ tiêu thành phần", "Kết quả"]]


def repeated(rows: list[list[object]]) -> list[list[object]]:
    found: list[list[object]] = []
    for field, what, *rest in rows:
        found.append([field or found[-1][0], what or found[-1][1], *rest])
    return found


@pytest.mark.parametrize("heads", HEADS)
@pytest.mark.parametrize("written", [list, repeated])
def test_names_left_empty_below_or_repeated(tmp_path: Path, heads: list[object], written) -> None:
    found = read(tmp_path, [*TITLE, heads, *written([*DOSSIERS, *SIGNATURES])])
    assert (by_element(found), found.outcome) == (WANTED, "accept")


def test_names_merged_over_their_rows(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in [*TITLE, [*HEADS[0], "ĐVT"], *([*row, "hồ sơ"] for row in DOSSIERS), *([*row, "người"] for row in SIGNATURES)]:
        sheet.append(row)
    for area in ("A5:A11", "B5:B6", "B7:B9", "B10:B11", "A12:A15", "B12:B13", "B14:B15"):
        sheet.merge_cells(area)
    book.save(tmp_path / "bc.xlsx")
    found = read_grid(open_workbook(tmp_path / "bc.xlsx"))
    assert (by_element(found), found.outcome) == (WANTED, "accept")


@pytest.mark.parametrize("hamlets", [["Thôn Măng Khênh"], ["Thôn Đông Sông", "Thôn Măng Khênh"]])
def test_the_figures_of_hamlets_are_none_of_the_commune(tmp_path: Path, hamlets: list[str]) -> None:
    rows = [[name, *row[1:]] if row[0] else row for name in hamlets for row in DOSSIERS]
    found = read(tmp_path, [*TITLE, ["Thôn", *HEADS[0][1:]], *rows])
    assert by_element(found) == {} and found.outcome != "accept"


@pytest.mark.parametrize("fields", [["Đất đai"], ["Đất đai", "Hộ tịch"]])
def test_the_figures_of_one_field_are_asked(tmp_path: Path, fields: list[str]) -> None:
    rows = [[name, *row[1:]] if row[0] else row for name in fields for row in DOSSIERS[:5]]
    found = read(tmp_path, [*TITLE, HEADS[0], *rows])
    assert (by_element(found), found.outcome) == ({}, "ask")


@pytest.mark.parametrize(
    ("head", "before", "now"), [("Kỳ", "Kỳ trước", "Kỳ này"), ("Loại", "Kế hoạch", "Kết quả"), ("Tháng", "Tháng 4", "Tháng 5")]
)
@pytest.mark.parametrize("written", [list, repeated])
def test_beside_what_rows_are_of_the_last_column_names_them(tmp_path: Path, head: str, before: str, now: str, written) -> None:
    others = [[name, what, which, figure + 100] for name, what, which, figure in DOSSIERS[:5]]
    rows = [[name if row[0] else row[0], *row[1:]] for name, list_ in ((before, others), (now, DOSSIERS[:5])) for row in list_]
    found = read(tmp_path, [*TITLE, [head, *HEADS[0][1:]], *written(rows)])
    assert by_element(found) == {code: WANTED[code] for code in list(WANTED)[:5]}


@pytest.mark.parametrize("written", [list, repeated])
def test_beside_communes_the_last_column_names_the_rows(tmp_path: Path, written) -> None:
    rows = [[name if row[0] else row[0], *row[1:]] for name in ("Xã Đăk Man", "Xã Đăk Môn") for row in DOSSIERS[:5]]
    title: list[list[object]] = [["Số liệu chuyển đổi số tháng 5 năm 2025"], []]
    found = read(tmp_path, [*title, ["Xã", *HEADS[0][1:]], *written(rows)])
    assert by_element(found) == {code: WANTED[code] * 2 for code in list(WANTED)[:5]}
    assert {o.unit for o in found.observations} == {"23347.1", "23374.1"}
