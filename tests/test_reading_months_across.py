"""Months across the top, one element for all of them, named by the title: their total is no figure of the year."""

from pathlib import Path

import pytest
from test_reading import read

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
