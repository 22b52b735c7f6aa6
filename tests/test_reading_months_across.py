"""Months across the top, one element for all of them, named by the title: their total is no figure of the year."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from test_reading import read

from loaders.opening.workbook import open_workbook
from loaders.understanding.report import read_grid

NAMES = ["Thị trấn Đăk Glei", "Xã Đăk Man", "Xã Đăk Môn"]


def _read(tmp_path: Path, title: str, total: str):
    rows = [[n, name, 10 * n, 20, 30, 50 + 10 * n] for n, name in enumerate(NAMES, 1)]
    return read(tmp_path, [[title], [], ["STT", "Xã", "Tháng 1", "Tháng 2", "Tháng 3", total], *rows])


@pytest.mark.parametrize("total", ["Cộng 3 tháng", "Cộng", "Tổng số", "Tổng cộng"])
def test_the_sum_of_some_months_of_a_year_is_left_and_asks_nothing_of_its_communes(tmp_path: Path, total: str) -> None:
    """The communes of January are not those of December; the sum of three months is not of the year."""
    found = _read(tmp_path, "SỐ HỒ SƠ NỘP TRỰC TUYẾN CÁC THÁNG NĂM 2025", total)
    assert (found.outcome, {o.cell[0] for o in found.observations}) == ("accept", {"C", "D", "E"})
    assert {(o.element, o.period) for o in found.observations} == {("dossiers_recv_online", f"2025-M0{n}") for n in (1, 2, 3)}


def test_the_sum_of_all_months_of_a_quarter_is_that_of_what_its_title_names(tmp_path: Path) -> None:
    found = _read(tmp_path, "SỐ HỒ SƠ NỘP TRỰC TUYẾN QUÝ I NĂM 2025", "Cộng")
    assert {(o.element, o.value) for o in found.observations if o.period == "2025-Q1"} == {
        ("dossiers_recv_online", 50 + 10 * n) for n in (1, 2, 3)
    }


def test_what_stands_at_the_end_of_each_month_has_no_sum(tmp_path: Path) -> None:
    found = _read(tmp_path, "SỐ TÀI KHOẢN ĐỊNH DANH MỨC 2 ĐÃ KÍCH HOẠT QUÝ I NĂM 2025", "Cộng")
    assert {o.cell[0] for o in found.observations} == {"C", "D", "E"}


@pytest.mark.parametrize(
    "group", ["Hồ sơ tháng {}/2025", "HỒ SƠ (THÁNG {}/2025)", "Hồ sơ trong tháng {} năm 2025", "Hồ sơ - số tháng {}/2025"]
)
def test_a_group_of_dossiers_that_ends_with_its_month_is_one_of_dossiers(tmp_path: Path, group: str) -> None:
    head = ["STT", "Đơn vị", group.format(3), None, group.format(4), None]
    rows = [[n, name, 100, 60, 110, 70] for n, name in enumerate(NAMES, 1)]
    under = [None, None, *["Tiếp nhận mới", "Nộp trực tuyến"] * 2]
    found = read(tmp_path, [["ĐỐI CHIẾU SỐ LIỆU THÁNG 3 VÀ THÁNG 4 NĂM 2025"], [], head, under, *rows])
    wanted = {("dossiers_recv_new", "2025-M04", 110), ("dossiers_recv_online", "2025-M04", 70)}
    assert {(o.element, o.period, o.value) for o in found.observations if o.period == "2025-M04"} == wanted and found.outcome == "accept"


@pytest.mark.parametrize("name", ["theo doi thang 8 den thang 10.2025.xlsx", "theo doi T8-T10.2025.xlsx", "bc.xlsx"])
@pytest.mark.parametrize("sheet", ["Sheet", "T8-T10"])
def test_months_listed_by_the_name_of_a_file_or_sheet_and_borne_by_the_columns_are_no_contradiction(
    tmp_path: Path, name: str, sheet: str
) -> None:
    book = Workbook()
    book.active.title = sheet
    title = "THEO DÕI SỐ LIỆU TỪNG THÁNG NĂM 2025"
    rows = [["UBND XÃ ĐĂK MÔN"], [title], ["TT", "Nội dung", "Tháng 8", "Tháng 9", "Tháng 10"], [1, "Hồ sơ tiếp nhận mới", 185, 199, 163]]
    for row in rows:
        book.active.append(row)
    book.save(tmp_path / name)
    found = read_grid(open_workbook(tmp_path / name))
    assert (found.outcome, {o.period: o.value for o in found.observations}) == (
        "accept",
        {"2025-M08": 185, "2025-M09": 199, "2025-M10": 163},
    )


def test_months_from_one_to_another_in_the_title_lend_their_year_to_the_columns_that_bear_them(tmp_path: Path) -> None:
    over: list[list[object]] = [["UBND XÃ ĐĂK MÔN"], ["SỐ LIỆU TỪ THÁNG 8 ĐẾN THÁNG 10 NĂM 2025"]]
    rows = [["TT", "Nội dung", "Tháng 8", "Tháng 9", "Tháng 10"], [1, "Hồ sơ tiếp nhận mới", 185, 199, 163]]
    found = read(tmp_path, [*over, *rows])
    assert (found.outcome, {o.period: o.value for o in found.observations}) == (
        "accept",
        {"2025-M08": 185, "2025-M09": 199, "2025-M10": 163},
    )
    assert read(tmp_path, [*over, *[row[:4] for row in rows]]).outcome == "ask"


def test_months_listed_by_the_name_of_a_file_whose_one_column_bears_none_are_asked(tmp_path: Path) -> None:
    rows: list[list[object]] = [["UBND XÃ ĐĂK MÔN"], ["SỐ LIỆU"], ["TT", "Nội dung", "Số lượng"], [1, "Hồ sơ tiếp nhận mới", 185]]
    assert read(tmp_path, rows, name="theo doi T8-T10.2025.xlsx").outcome == "ask"


@pytest.mark.parametrize("word", ["tháng", "trong tháng", "của tháng"])
def test_headings_that_end_with_the_number_of_a_month_are_of_that_month(tmp_path: Path, word: str) -> None:
    heads = [f"Hồ sơ tiếp nhận mới trên hệ thống một cửa {word} {n}" for n in (2, 3)]
    rows: list[list[object]] = [["HỒ SƠ CÁC XÃ THÁNG 3 NĂM 2025"], ["STT", "Xã", *heads], [1, NAMES[1], 70, 80], [2, NAMES[2], 60, 50]]
    found = read(tmp_path, rows)
    assert {o.value for o in found.observations if o.period == "2025-M03" and o.status == "accepted"} <= {80, 50}
    assert found.outcome == "accept" or not any(o.status == "accepted" for o in found.observations)


@pytest.mark.parametrize("head", ["Hồ sơ tiếp nhận mới đến tháng 3", "Hồ sơ tiếp nhận mới so với tháng 2", "Hồ sơ tiếp nhận từ tháng 1"])
def test_a_month_up_to_or_from_which_a_heading_counts_is_not_its_month(tmp_path: Path, head: str) -> None:
    rows: list[list[object]] = [["HỒ SƠ CÁC XÃ THÁNG 3 NĂM 2025"], ["STT", "Xã", head], [1, NAMES[1], 80], [2, NAMES[2], 50]]
    assert not any(o.status == "accepted" and o.basis == "in_period" for o in read(tmp_path, rows).observations)


@pytest.mark.parametrize("total", ["Cộng", "Cộng quý", "Cả quý", "Cộng cả quý", "Tổng quý I", "Quý I"])
def test_the_sum_of_the_months_of_a_quarter_beside_indicators_in_rows_is_the_quarter(tmp_path: Path, total: str) -> None:
    over: list[list[object]] = [["UBND XÃ ĐĂK MÔN"], ["SỐ LIỆU QUÝ I NĂM 2025"], ["TT", "Chỉ tiêu", "Tháng 1", "Tháng 2", "Tháng 3", total]]
    found = read(tmp_path, [*over, [1, "Số hồ sơ tiếp nhận mới", 289, 151, 216, 656], [2, "Số hồ sơ nộp trực tuyến", 234, 86, 150, 470]])
    assert {o.value for o in found.observations if o.period == "2025-Q1"} == {656, 470}


@pytest.mark.parametrize(("title", "taken"), [("NĂM 2026", {"C", "D", "E"}), ("THÁNG 3 NĂM 2026", {"E"})])
def test_the_month_a_tracker_of_the_year_was_brought_up_to_makes_no_month_before_it_one_of_the_past(
    tmp_path: Path, title: str, taken: set[str]
) -> None:
    rows = [["UBND XÃ ĐĂK MÔN"], [f"BẢNG THEO DÕI SỐ LIỆU {title}"], ["Nội dung", "ĐVT", "Tháng 1", "Tháng 2", "Tháng 3"]]
    found = read(tmp_path, [*rows, ["Hồ sơ tiếp nhận mới", "hồ sơ", 185, 199, 163]], name="theo doi (cap nhat T3).xlsx")
    assert ({o.cell[0] for o in found.observations}, found.outcome) == (taken, "accept")


@pytest.mark.parametrize(
    ("line", "taken"), [("Cập nhật đến hết kỳ tháng 3. Các tháng sau cập nhật tiếp.", {"C", "D", "E"}), ("Tháng 3", {"E"})]
)
def test_a_line_that_says_up_to_which_month_a_tracker_was_brought_leaves_each_column_its_own(
    tmp_path: Path, line: str, taken: set[str]
) -> None:
    rows = [["XÃ ĐĂK MÔN - BẢNG THEO DÕI SỐ LIỆU NĂM 2026"], [line], ["Nội dung", "ĐVT", "T1", "T2", "T3"]]
    found = read(tmp_path, [*rows, ["Hồ sơ tiếp nhận mới", "hồ sơ", 185, 199, 163]], name="theo doi.xlsx")
    assert {o.cell[0] for o in found.observations if o.status == "accepted"} == taken


def test_months_down_and_communes_across_hold_what_the_title_names(tmp_path: Path) -> None:
    rows = [["HỒ SƠ NỘP TRỰC TUYẾN NĂM 2025"], ["Tháng", "Xã Đăk Môn", "Xã Xốp"], ["Tháng 8", 31, 22], ["Tháng 9", 41, 32]]
    found = read(tmp_path, rows)
    assert {(o.element, o.period, o.value) for o in found.observations if o.status == "accepted"} == {
        ("dossiers_recv_online", "2025-M08", 31),
        ("dossiers_recv_online", "2025-M08", 22),
        ("dossiers_recv_online", "2025-M09", 41),
        ("dossiers_recv_online", "2025-M09", 32),
    }
