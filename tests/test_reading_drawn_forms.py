"""Forms drawn with merged blocks on many narrow columns: the title of a section is the heading over its answers."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from test_reading import by_element

from loaders.opening.workbook import open_workbook
from loaders.result import FileReading
from loaders.understanding.report import read_grid

BARE = [("Tiếp nhận mới", 196), ("Trong đó: nộp trực tuyến", 119), ("Đã giải quyết", 199), ("Giải quyết quá hạn", 1)]
OFFICIALS = [("Tổng số cán bộ, công chức", 45), ("CBCC có chữ ký số", 31), ("CBCC được tập huấn kỹ năng số", 44)]


def _drawn(tmp_path: Path, *sections: tuple[str, list[tuple[str, object]]]) -> FileReading:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet["B2"], sheet["B4"], sheet["U4"] = "PHIẾU THU THẬP SỐ LIỆU CHUYỂN ĐỔI SỐ", "Đơn vị: UBND xã Xốp", "Kỳ số liệu: Tháng 11 năm 2025"
    for merged in ("B2:AL3", "B4:T5", "U4:AL5"):
        sheet.merge_cells(merged)
    row = 7
    for title, lines in sections:
        sheet.cell(row, 2, title)
        sheet.merge_cells(start_row=row, end_row=row + 2 * len(lines) - 1, start_column=2, end_column=8)
        for label, answer in lines:
            sheet.cell(row, 9, label)
            sheet.cell(row, 31, answer)
            sheet.merge_cells(start_row=row, end_row=row + 1, start_column=9, end_column=30)
            sheet.merge_cells(start_row=row, end_row=row + 1, start_column=31, end_column=38)
            row += 2
        row += 1
    sheet.cell(row, 2, "Người lập: Lê Văn Dũng")
    book.save(tmp_path / "phieu.xlsx")
    return read_grid(open_workbook(tmp_path / "phieu.xlsx"))


def test_every_section_is_read(tmp_path: Path) -> None:
    found = _drawn(tmp_path, ("HỒ SƠ TRONG THÁNG", list(BARE)), ("CON NGƯỜI", list(OFFICIALS)))
    assert (found.outcome, by_element(found)) == (
        "accept",
        {
            "dossiers_recv_new": [196],
            "dossiers_recv_online": [119],
            "resolved_total": [199],
            "resolved_late": [1],
            "officials_total": [45],
            "officials_with_cert": [31],
            "officials_digital_trained": [44],
        },
    )
    assert {o.unit for o in found.observations} == {"23356.2"} and {o.period for o in found.observations} == {"2025-M11"}


@pytest.mark.parametrize(
    "title",
    ["PHẢN ÁNH, KIẾN NGHỊ", "VĂN BẢN ĐẾN", "THÁNG TRƯỚC", "KẾ HOẠCH NĂM", "THÔN ĐĂK XANH", "ĐƠN THƯ", "LĨNH VỰC ĐẤT ĐAI", "NHIỆM VỤ"],
)
def test_a_section_of_another_thing_or_time_gives_no_dossiers_of_the_month(tmp_path: Path, title: str) -> None:
    found = _drawn(tmp_path, (title, list(BARE)), ("CON NGƯỜI", list(OFFICIALS)))
    assert set(by_element(found)) <= {"officials_total", "officials_with_cert", "officials_digital_trained"}


def test_a_section_that_counts_since_january_says_so(tmp_path: Path) -> None:
    found = _drawn(tmp_path, ("HỒ SƠ LŨY KẾ TỪ ĐẦU NĂM", list(BARE)), ("CON NGƯỜI", list(OFFICIALS)))
    flows = {o.basis for o in found.observations if o.status == "accepted" and not o.element.startswith("officials")}
    assert flows <= {"year_to_date"}


def test_a_blank_answer_is_missing_and_the_rest_is_read(tmp_path: Path) -> None:
    found = _drawn(tmp_path, ("HỒ SƠ TRONG THÁNG", [*BARE[:3], ("Giải quyết quá hạn", None)]), ("CON NGƯỜI", list(OFFICIALS)))
    assert "resolved_late" not in by_element(found) and len(by_element(found)) == 6
