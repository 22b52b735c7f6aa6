"""Columns and rows that say "paid" and neither who nor of what: read beside the people of welfare, asked or left beside anything else."""

from pathlib import Path

import pytest
from test_reading import by_element, read, taken

COMMUNES = ["Xã Đăk Pék", "Xã Đăk Plô", "Xã Xốp"]
PEOPLE = ["Đối tượng bảo trợ xã hội đang quản lý", "Đã có tài khoản nhận trợ cấp"]


def columns(title: str, *heads: str, times: int = 1) -> list[list[object]]:
    rows = [[n + 1, name, *(400 - 20 * n - 30 * k for k in range(len(heads)))] for n, name in enumerate(COMMUNES)]
    return [[title], ["TT", "Xã", *heads], *([*row[:-1], times * row[-1]] for row in rows)]


@pytest.mark.parametrize(
    ("paid", "way"),
    [
        ("Được chi trả trong tháng", "Trong đó không dùng tiền mặt"),
        ("Đã nhận trợ cấp trong tháng", "Nhận qua tài khoản"),
        ("Thực nhận trong tháng", "Thực nhận qua tài khoản ngân hàng"),
        ("Lĩnh trong kỳ", "Lĩnh không dùng tiền mặt"),
        ("Đã chi trả tiền", "Không dùng tiền mặt"),
    ],
)
def test_paid_beside_the_people_of_welfare(tmp_path: Path, paid: str, way: str) -> None:
    found = read(tmp_path, columns("AN SINH XÃ HỘI THÁNG 2/2026", *PEOPLE, paid, way))
    assert by_element(found)["ssp_people_paid"] == [340, 320, 300]
    assert by_element(found)["ssp_people_paid_noncash"] == [310, 290, 270]


def test_paid_below_the_people_of_welfare(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Nội dung", "Số liệu"],
        [PEOPLE[0], 380],
        ["Được chi trả trong tháng", 361],
        ["- không dùng tiền mặt", 300],
    ]
    found = by_element(read(tmp_path, [["SỐ LIỆU XÃ ĐĂK MÔN THÁNG 2/2026"], [], *rows]))
    assert (found["ssp_people_paid"], found["ssp_people_paid_noncash"]) == ([361], [300])


def test_paid_beside_nobody_or_like_an_amount_is_not_taken_for_people(tmp_path: Path) -> None:
    paid, way = "Được chi trả trong tháng", "Chi trả không dùng tiền mặt"
    assert "ssp_people_paid" not in by_element(read(tmp_path, columns("SỐ LIỆU THÁNG 2/2026", "Hồ sơ tiếp nhận mới", paid)))
    assert "ssp_people_paid" not in by_element(read(tmp_path, columns("SỐ LIỆU THÁNG 2/2026", *PEOPLE, paid, times=500)))
    for title in ("KINH PHÍ AN SINH XÃ HỘI THÁNG 2/2026", "CHI TRẢ TIỀN ĐIỆN THÁNG 2/2026"):
        assert taken(read(tmp_path, columns(title, paid, way))) == {}, title
