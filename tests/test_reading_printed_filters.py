"""The filters that a program prints with what it hands out: they say of which period the figures are, and whether a part is left out."""

from pathlib import Path

import pytest
from test_reading import by_element, read

TABLE = [["Đơn vị", "Hồ sơ tiếp nhận mới"], ["Xã Đăk Môn", 61], ["Xã Xốp", 47]]


def _periods(found):
    return {o.period for o in found.observations if o.status == "accepted"}


@pytest.mark.parametrize(
    ("printed", "period"),
    [
        ("Applied filters:\nNăm is 2026\nTháng is 5\nKhu vực is Đắk Glei (cũ)", "2026-M05"),
        ("Applied filters:\nYear is 2026\nMonth is May\nĐơn vị is not (Blank)", "2026-M05"),
        ("Bộ lọc đã chọn: Năm = 2026; Quý = 2; Xã = Đăk Môn, Xốp", "2026-Q2"),
    ],
)
def test_printed_filters_tell_the_period(tmp_path: Path, printed: str, period: str) -> None:
    for rows in ([[printed], [], *TABLE], [*TABLE, [], [printed]]):
        found = read(tmp_path, rows, "data (3).xlsx")
        assert (found.outcome, by_element(found), _periods(found)) == ("accept", {"dossiers_recv_new": [61, 47]}, {period})


@pytest.mark.parametrize(
    "last", ["Tháng is 4 or 5", "Tháng is not 5", "Tháng is 5\nLĩnh vực is Hộ tịch", "Tháng is 5\nHình thức is Trực tuyến"]
)
def test_filters_of_several_months_or_of_a_part_are_asked(tmp_path: Path, last: str) -> None:
    found = read(tmp_path, [[f"Applied filters:\nNăm is 2026\n{last}"], [], *TABLE], "data (3).xlsx")
    assert (found.outcome, by_element(found)) == ("ask", {})


def test_papers_that_are_not_secret_are_what_is_counted_anyway(tmp_path: Path) -> None:
    rows = [
        ["Điều kiện lọc: Tháng: 05/2026; Loại văn bản: không gồm văn bản mật"],
        [],
        ["Đơn vị", "Văn bản đi"],
        ["Xã Xốp", 61],
        ["Xã Đăk Môn", 47],
    ]
    assert by_element(read(tmp_path, rows, "data (3).xlsx")) == {"docs_out_total_nonsecret": [61, 47]}
    other = [["Điều kiện lọc: Tháng: 05/2026; Loại văn bản: Công văn"], *rows[1:]]
    assert by_element(read(tmp_path, other, "data (3).xlsx")) == {}


def _pivot(label: str, value: str) -> list[list[object]]:
    head = ["Nhãn Hàng", "Tổng của VB đi (trừ mật)", "Tổng của Nhiệm vụ đến hạn"]
    return [["Năm", 2025], ["Tháng", 3], [label, value], [], head, ["Xốp", 52, 25], ["Đăk Man", 49, 14], ["Tổng Cuối", 101, 39]]


@pytest.mark.parametrize(("label", "value"), [("Độ mật", "Thường"), ("Mức độ mật:", "Bình thường"), ("Độ mật", "Không mật")])
def test_the_degree_of_secrecy_that_is_counted_leaves_nothing_out(tmp_path: Path, label: str, value: str) -> None:
    found = read(tmp_path, _pivot(label, value), "pivot.xlsx")
    assert (found.outcome, by_element(found)) == ("accept", {"docs_out_total_nonsecret": [52, 49], "tasks_due": [25, 14]})


@pytest.mark.parametrize(
    ("label", "value"),
    [("Độ mật", "Mật"), ("Độ khẩn", "Thường"), ("Độ mật", "Thường, Mật"), ("Độ mật", "(nhiều mục)"), ("Loại", "Công văn không mật")],
)
def test_another_degree_or_that_of_urgency_is_asked(tmp_path: Path, label: str, value: str) -> None:
    found = read(tmp_path, _pivot(label, value), "pivot.xlsx")
    assert (found.outcome, by_element(found)) == ("ask", {})
