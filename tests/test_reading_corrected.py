"""Figures sent before beside what they are corrected to: the corrected ones are taken, never the old ones and never a difference."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from test_reading import codes, taken
from test_reading_compared import merged

from loaders.opening.workbook import open_workbook
from loaders.result import FileReading
from loaders.understanding.report import read_grid

_ = None
OVER: list[list[object]] = [["UBND XÃ ĐĂK LONG"], ["BÁO CÁO ĐIỀU CHỈNH SỐ LIỆU THÁNG 3 NĂM 2026"]]
LABELS = ["Hồ sơ tiếp nhận mới", "Hồ sơ nộp trực tuyến", "Hồ sơ đã giải quyết"]
OLD, NEW = [151, 88, 133], [151, 97, 135]


def corrected(tmp_path: Path, before: str, after: str, new: list[object] | None = None) -> FileReading:
    rows = [[n, label, a, b] for n, (label, a, b) in enumerate(zip(LABELS, OLD, new or NEW, strict=True), 1)]
    return merged(tmp_path, [*OVER, ["STT", "Nội dung", before, after], *rows])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Số đã báo cáo", "Số điều chỉnh"),
        ("Trước điều chỉnh", "Sau điều chỉnh"),
        ("Số cũ", "Số mới"),
        ("Số liệu trước rà soát", "Số liệu sau rà soát"),
        ("Đã báo cáo tại BC số 12/BC-UBND", "Đề nghị điều chỉnh"),
        ("Số liệu đã gửi ngày 5/4", "Số liệu đính chính"),
        ("Số sơ bộ", "Số chính thức"),
        ("Số sai", "Số đúng"),
        ("Đã báo cáo", "Nay điều chỉnh thành"),
        ("Số liệu đã báo cáo", "Số liệu đúng (đề nghị sửa lại)"),
        ("Số sai", "Số đúng (xin điều chỉnh)"),
    ],
)
def test_the_corrected_column_is_taken(tmp_path: Path, before: str, after: str) -> None:
    found = corrected(tmp_path, before, after)
    assert (found.outcome, taken(found)) == ("accept", {"D4": 151, "D5": 97, "D6": 135})


def test_a_remark_why_the_old_figure_was_wrong_says_nothing_against_the_right_one(tmp_path: Path) -> None:
    why = ["Cộng nhầm kỳ trước", "Nhập nhầm dòng", "Sót 02 hồ sơ"]
    rows = [[n, label, a, b, said] for n, (label, a, b, said) in enumerate(zip(LABELS, OLD, NEW, why, strict=True), 1)]
    head = ["STT", "Nội dung", "Số đã báo cáo", "Số đúng", "Lý do"]
    found = merged(tmp_path, [*OVER, head, *rows])
    assert (found.outcome, taken(found)) == ("accept", {"D4": 151, "D5": 97, "D6": 135})
    rows[2][4] = "Số đúng là 140"
    assert taken(merged(tmp_path, [*OVER, head, *rows])) == {"D4": 151, "D5": 97}


REPORTED = [("Xã báo cáo", "Số trên hệ thống"), ("Số liệu do xã cung cấp", "Số liệu theo phần mềm"), ("Đơn vị báo cáo", "Số trên hệ thống")]


@pytest.mark.parametrize("sources", REPORTED)
@pytest.mark.parametrize("agreed", ["Số liệu hai bên thống nhất", "Số thống nhất", "Số liệu sau đối chiếu", "Hai bên thống nhất"])
def test_of_what_two_sides_told_the_figure_they_agreed_on_is_taken(tmp_path: Path, sources: tuple[str, str], agreed: str) -> None:
    rows = [[n, label, a, b, a - b, b] for n, (label, a, b) in enumerate(zip(LABELS, OLD, NEW, strict=True), 1)]
    over = [["UBND XÃ ĐĂK LONG"], ["BIÊN BẢN ĐỐI CHIẾU SỐ LIỆU THÁNG 3 NĂM 2026"]]
    found = merged(tmp_path, [*over, ["TT", "Nội dung", *sources, "Chênh lệch", agreed], *rows])
    assert (found.outcome, taken(found)) == ("accept", {"F4": 151, "F5": 97, "F6": 135})


def test_where_they_agreed_on_nothing_none_stands(tmp_path: Path) -> None:
    rows = [[n, label, a, b, c] for n, (label, a, b, c) in enumerate(zip(LABELS, OLD, NEW, (151, _, 135), strict=True), 1)]
    head = ["TT", "Nội dung", "Xã báo cáo", "Số trên hệ thống", "Số liệu hai bên thống nhất"]
    assert taken(merged(tmp_path, [["UBND XÃ ĐĂK LONG"], ["BIÊN BẢN THÁNG 3 NĂM 2026"], head, *rows])) == {"E4": 151, "E6": 135}


@pytest.mark.parametrize("sources", REPORTED[:2])
def test_what_two_sides_told_is_not_one_of_both_where_they_agreed_on_none(tmp_path: Path, sources: tuple[str, str]) -> None:
    rows = [[n, label, a, b, a - b] for n, (label, a, b) in enumerate(zip(LABELS, OLD, NEW, strict=True), 1)]
    over = [["UBND XÃ ĐĂK LONG"], ["BIÊN BẢN ĐỐI CHIẾU SỐ LIỆU THÁNG 3 NĂM 2026"]]
    found = merged(tmp_path, [*over, ["TT", "Nội dung", *sources, "Chênh lệch"], *rows])
    assert set(taken(found)) <= {"C4", "C5", "C6"}


def test_what_was_not_corrected_still_stands(tmp_path: Path) -> None:
    assert taken(corrected(tmp_path, "Số đã báo cáo", "Số điều chỉnh", [_, 97, 135])) == {"C4": 151, "D5": 97, "D6": 135}


@pytest.mark.parametrize("after", ["Số điều chỉnh", "Điều chỉnh", "Tăng/giảm", "Chênh lệch", "Điều chỉnh tăng"])
@pytest.mark.parametrize("new", [[0, 9, 2], [_, 9, 2], ["-", 9, 2]])
def test_differences_alone_are_asked(tmp_path: Path, after: str, new: list[object]) -> None:
    found = corrected(tmp_path, "Số đã báo cáo", after, new)
    assert (found.outcome, taken(found)) == ("ask", {}) and "columns_unclear" in codes(found)


def test_a_difference_between_both_is_left(tmp_path: Path) -> None:
    rows = [[n, label, a, b - a, b] for n, (label, a, b) in enumerate(zip(LABELS, OLD, NEW, strict=True), 1)]
    found = merged(tmp_path, [*OVER, ["STT", "Nội dung", "Số đã báo cáo", "Điều chỉnh", "Số sau điều chỉnh"], *rows])
    assert taken(found) == {"E4": 151, "E5": 97, "E6": 135}


COMMUNES = [["Xã Đăk Long", 151, 153, 130, 130], ["Xã Xốp", 110, 110, 101, 99], ["Xã Đăk Plô", 92, 92, 80, 81]]


@pytest.mark.parametrize(
    "head",
    [
        [["Đơn vị", LABELS[0], _, LABELS[2], _], [_, "Trước điều chỉnh", "Sau điều chỉnh", "Trước điều chỉnh", "Sau điều chỉnh"]],
        [["Đơn vị", LABELS[0], _, LABELS[2], _], [_, "Số cũ", "Số mới", "Số cũ", "Số mới"]],
        [["Đơn vị", *(f"{label} ({which})" for label in (LABELS[0], LABELS[2]) for which in ("số cũ", "số mới"))], [_]],
    ],
)
def test_communes_in_rows(tmp_path: Path, head: list[list[object]]) -> None:
    rows = [["ĐIỀU CHỈNH SỐ LIỆU CÁC XÃ THÁNG 3 NĂM 2026"], *head, *COMMUNES]
    found = merged(tmp_path, rows, *(("B2:C2", "D2:E2", "A2:A3") if head[0][2] is None else ()))
    assert taken(found) == {"C4": 153, "E4": 130, "C5": 110, "E5": 99, "C6": 92, "E6": 81}


def test_old_and_new_dossiers_are_no_correction(tmp_path: Path) -> None:
    head = [["Đơn vị", "Hồ sơ", _], [_, "Số cũ", "Số mới"]]
    rows = [["TỔNG HỢP HỒ SƠ CÁC XÃ THÁNG 3 NĂM 2026"], *head, *([name, old, new] for name, old, new, *_rest in COMMUNES)]
    assert taken(merged(tmp_path, rows, "B2:C2", "A2:A3")) == {}


@pytest.mark.parametrize(("new", "right"), [([[153, 131], [110, 99]], True), ([[2, 1], [0, 3]], False)])
def test_rows_of_both(tmp_path: Path, new: list[list[int]], right: bool) -> None:
    rows: list[list[object]] = [["ĐIỀU CHỈNH SỐ LIỆU CÁC XÃ THÁNG 3 NĂM 2026"], ["Đơn vị", "Số liệu", LABELS[0], LABELS[2]]]
    for name, old, now in (("Xã Đăk Long", [151, 130], new[0]), ("Xã Xốp", [110, 101], new[1])):
        rows += [[name, "Đã báo cáo", *old], [_, "Điều chỉnh", *now]]
    found = merged(tmp_path, rows)
    assert taken(found) == ({"C4": 153, "D4": 131, "C6": 110, "D6": 99} if right else {})


def _of(figures: list[int]) -> list[list[object]]:
    return [[n, label, figure] for n, (label, figure) in enumerate(zip(LABELS, figures, strict=True), 1)]


def test_sections_and_tables_of_both(tmp_path: Path) -> None:
    head = ["STT", "Nội dung", "Số liệu"]
    rows = [*OVER, head, ["I", "Số liệu đã báo cáo", _], *_of(OLD), ["II", "Số liệu điều chỉnh", _], *_of(NEW)]
    assert taken(merged(tmp_path, rows)) == {"C9": 151, "C10": 97, "C11": 135}
    rows = [*OVER, ["1. Số liệu đã báo cáo"], head, *_of(OLD), [], ["2. Số liệu điều chỉnh"], head, *_of(NEW)]
    assert taken(merged(tmp_path, rows)) == {"C11": 151, "C12": 97, "C13": 135}
    less = [new - old for old, new in zip(OLD, NEW, strict=True)]
    rows = [*OVER, head, ["I", "Số liệu đã báo cáo", _], *_of(OLD), ["II", "Số liệu điều chỉnh", _], *_of(less)]
    assert taken(merged(tmp_path, rows)) == {}


@pytest.mark.parametrize(("names", "right"), [(("Trước điều chỉnh", "Sau điều chỉnh"), True), (("Bản 1", "Bản 2"), False)])
def test_sheets_of_both(tmp_path: Path, names: tuple[str, str], right: bool) -> None:
    book = Workbook()
    for name, figures in zip(names, (OLD, NEW), strict=True):
        sheet = book.create_sheet(name)
        for row in (*OVER, ["STT", "Nội dung", "Số liệu"], *_of(figures)):
            sheet.append(row)
    book.remove(book.worksheets[0])
    book.save(tmp_path / "bc.xlsx")
    found = read_grid(open_workbook(tmp_path / "bc.xlsx"))
    assert {o.value for o in found.observations if o.status == "accepted"} == ({151, 97, 135} if right else {151})
