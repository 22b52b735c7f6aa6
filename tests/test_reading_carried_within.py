"""What was carried over among the parts of what came in: the total holds it or not, and only arithmetic says which."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from test_reading import read, taken

from loaders.opening.workbook import open_workbook
from loaders.result import FileReading
from loaders.understanding.report import read_grid


def _wide(tmp_path: Path, total: int, parts: bool = True) -> FileReading:
    heads: list[object] = ["Tổng số", *(["Trực tuyến", "Trực tiếp, BCCI"] if parts else []), "Kỳ trước chuyển qua"]
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["TỔNG HỢP THÁNG 02 NĂM 2025"])
    sheet.append(["STT", "Xã", "Tiếp nhận trong tháng (hồ sơ)"])
    sheet.append([None, None, *heads])
    for number, (unit, more) in enumerate((("Xã Đăk Pék", 0), ("Xã Đăk Môn", 9)), 1):
        sheet.append([number, unit, total + more, *([70 + more, 31] if parts else []), 12])
    for merged in ("A2:A3", "B2:B3", "C2:F2" if parts else "C2:D2"):
        sheet.merge_cells(merged)
    book.save(tmp_path / "th.xlsx")
    return read_grid(open_workbook(tmp_path / "th.xlsx"))


@pytest.mark.parametrize(("total", "element"), [(113, "received_total"), (101, "dossiers_recv_new")])
def test_columns_and_rows_are_settled_by_their_sums(tmp_path: Path, total: int, element: str) -> None:
    found = _wide(tmp_path, total)
    assert (found.outcome, {o.element for o in found.observations if o.cell[0] == "C"}) == ("accept", {element})
    rows: list[list[object]] = [["UBND XÃ ĐĂK MÔN"], ["SỐ LIỆU THÁNG 02 NĂM 2025"], [], ["STT", "Chỉ tiêu", "Số liệu"]]
    rows += [[1, "Tổng số hồ sơ tiếp nhận trong tháng", total], [None, "- Trực tuyến", 70], [None, "- Trực tiếp, BCCI", 31]]
    rows += [[None, "- Kỳ trước chuyển qua", 12], [2, "Hồ sơ đã giải quyết trong tháng", 96]]
    reading = read(tmp_path, rows)
    assert (reading.outcome, {o.element for o in reading.observations if o.cell == "C5"}) == ("accept", {element})


def test_a_total_that_no_sum_explains_is_asked(tmp_path: Path) -> None:
    for found in (_wide(tmp_path, 117), _wide(tmp_path, 113, parts=False)):
        assert found.outcome == "ask"
        assert not any(cell.startswith("C") for cell in taken(found))


def test_a_short_name_in_a_slip_is_a_row_of_it(tmp_path: Path) -> None:
    rows: list[list[object]] = [["XÃ ĐĂK PÉK: QUÝ I NĂM 2026"], [], ["CON NGƯỜI, MÁY MÓC"], ["Cán bộ, công chức", 31], ["Máy tính", 33]]
    rows += [["- cài diệt mã độc tập trung", 30], ["Thôn", 11], ["- có Tổ CNSCĐ", 9]]
    assert taken(read(tmp_path, rows)) == {"B4": 31, "B5": 33, "B6": 30, "B7": 11, "B8": 9}


def test_a_row_of_what_was_brought_from_the_period_before_is_of_this_one(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Hồ sơ mới tiếp nhận trong tháng", 213],
        ["Kỳ trước chuyển sang", 19],
        ["Cộng tiếp nhận (mới + kỳ trước)", 232],
    ]
    found = read(tmp_path, [["UBND XÃ ĐĂK MÔN"], ["SỐ LIỆU THÁNG 5 NĂM 2026"], ["Nội dung", "Số liệu"], *rows])
    elements = {"dossiers_recv_new": 213, "received_carried_over": 19, "received_total": 232}
    assert {o.element: o.value for o in found.observations if o.status == "accepted"} == elements


def test_a_row_of_the_period_before_is_not(tmp_path: Path) -> None:
    rows: list[list[object]] = [["Hồ sơ nộp trực tuyến", 213], ["Kỳ trước", 190]]
    found = read(tmp_path, [["UBND XÃ ĐĂK MÔN"], ["SỐ LIỆU THÁNG 5 NĂM 2026"], ["Nội dung", "Số liệu"], *rows])
    assert {o.element for o in found.observations if o.status == "accepted"} == {"dossiers_recv_online"}
