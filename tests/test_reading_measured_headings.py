"""Last headings that say only what is counted; columns of rates whose counts say in which scale they are written."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from test_reading import codes, read

from loaders.opening.workbook import open_workbook
from loaders.result import FileReading
from loaders.understanding.report import read_grid

COMMUNES = ["Xã Đăk Pék", "Xã Xốp", "Xã Đăk Môn"]
TITLE = "BỒI DƯỠNG KỸ NĂNG SỐ CHO CÁN BỘ, CÔNG CHỨC QUÝ II NĂM 2026"


def _grouped(tmp_path: Path, whole: str, groups: dict[str, tuple[str, ...]], rows: list[list[object]], title: str = TITLE) -> FileReading:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append([title])
    sheet.append(["STT", "Đơn vị", whole])
    col = 4
    for group, leaves in groups.items():
        sheet.cell(2, col, group)
        for n, leaf in enumerate(leaves):
            sheet.cell(3, col + n, leaf)
        if len(leaves) > 1:
            sheet.merge_cells(start_row=2, start_column=col, end_row=2, end_column=col + len(leaves) - 1)
        col += len(leaves)
    for column in "ABC":
        sheet.merge_cells(f"{column}2:{column}3")
    for n, (name, row) in enumerate(zip(COMMUNES, rows, strict=True), 1):
        sheet.append([n, name, *row])
    book.save(tmp_path / "bd.xlsx")
    return read_grid(open_workbook(tmp_path / "bd.xlsx"))


def _elements(reading: FileReading) -> dict[str, list[float]]:
    found: dict[str, list[float]] = {}
    for held in reading.observations:
        if held.status == "accepted":
            found.setdefault(held.element, []).append(held.value)
    return found


@pytest.mark.parametrize("counted", ["Người", "Số người", "(người)", "ĐVT: người", "Số lượng (người)"])
@pytest.mark.parametrize("rate", ["Tỷ lệ", "Tỷ lệ (%)", "%"])
def test_people_and_rate_under_what_they_did(tmp_path: Path, counted: str, rate: str) -> None:
    groups = {"Được bồi dưỡng kỹ năng số": (counted, rate), "Được cấp chứng thư số cá nhân": (counted, rate)}
    reading = _grouped(tmp_path, "Số CBCC có mặt", groups, [[40, 30, 75, 20, 50], [50, 40, 80, 30, 60], [20, 18, 90, 17, 85]])
    found = _elements(reading)
    assert (found["officials_digital_trained"], found["officials_with_cert"]) == ([30, 40, 18], [20, 30, 17])


def test_people_under_what_is_done_with_dossiers_are_none_of_these(tmp_path: Path) -> None:
    groups = {"Nộp trực tuyến": ("Người", "Tỷ lệ"), "Giải quyết đúng hạn": ("Người", "Tỷ lệ")}
    rows: list[list[object]] = [[40, 30, 75, 20, 50], [50, 40, 80, 30, 60], [20, 18, 90, 17, 85]]
    reading = _grouped(tmp_path, "Hồ sơ tiếp nhận mới", groups, rows, "HỒ SƠ TTHC QUÝ II NĂM 2026")
    assert set(_elements(reading)) == {"dossiers_recv_new"}


def test_people_beside_households_are_no_measure_of_their_group(tmp_path: Path) -> None:
    groups = {"Được bồi dưỡng kỹ năng số": ("Người", "Hộ")}
    reading = _grouped(tmp_path, "Số CBCC có mặt", groups, [[40, 30, 75], [50, 40, 80], [20, 18, 90]])
    assert "officials_digital_trained" not in _elements(reading)


LATE = ["TT", "Đơn vị", "Hồ sơ đã giải quyết", "Hồ sơ giải quyết quá hạn", "Tỷ lệ giải quyết quá hạn"]


def _late(tmp_path: Path, rates: list[float], counted: bool = True) -> FileReading:
    counts = [(320, 1), (250, 2), (400, 3)]
    head = LATE if counted else [*LATE[:2], LATE[-1]]
    rows = [
        [n, name, *(pair if counted else ()), rate] for n, (name, pair, rate) in enumerate(zip(COMMUNES, counts, rates, strict=True), 1)
    ]
    return read(tmp_path, [["KẾT QUẢ MỘT CỬA THÁNG 5 NĂM 2026"], head, *rows])


@pytest.mark.parametrize("rates", [[0.31, 0.8, 0.75], [0.3, 0.8, 0.8], [0.0031, 0.008, 0.0075]], ids=["percent", "one place", "fractions"])
def test_counts_say_in_which_scale_their_rates_are_written(tmp_path: Path, rates: list[float]) -> None:
    reading = _late(tmp_path, rates)
    assert (reading.outcome, len(_elements(reading)["resolved_late"])) == ("accept", 3)
    assert "percent_differs" not in codes(reading)


def test_rates_that_fit_in_no_scale_are_told(tmp_path: Path) -> None:
    assert {"percent_differs", "percent_scale"} & codes(_late(tmp_path, [0.61, 0.2, 0.95]))


def test_small_rates_of_what_should_be_rare_are_asked_without_counts(tmp_path: Path) -> None:
    reading = _late(tmp_path, [0.31, 0.8, 0.75], counted=False)
    assert (reading.outcome, reading.questions[0].key.split(":")[0]) == ("ask", "percent_scale")


@pytest.mark.parametrize("measure", ["văn bản", "Đơn vị tính: văn bản", "(văn bản)"])
def test_a_measure_merged_under_the_headings_names_nothing(tmp_path: Path, measure: str) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["BÁO CÁO THÁNG 11/2025"])
    sheet.append(["STT", "Cơ quan", "Văn bản đi (trừ mật)", "Văn bản đi ký số cơ quan"])
    sheet.append([None, None, measure])
    for n, name in enumerate(COMMUNES, 1):
        sheet.append([n, name, 100 + n, 90 + n])
    sheet.merge_cells("C3:D3")
    book.save(tmp_path / "do.xlsx")
    found = _elements(read_grid(open_workbook(tmp_path / "do.xlsx")))
    assert found == {"docs_out_total_nonsecret": [101, 102, 103], "docs_out_signed_org": [91, 92, 93]}
