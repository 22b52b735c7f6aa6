"""Welfare paid out by several ways: all without cash is one figure, one way of several is none of ours."""

import pytest
from openpyxl import Workbook

from loaders.opening.workbook import open_workbook
from loaders.understanding.report import read_grid

COMMUNES = ["Xã Đăk Môn", "Xã Đăk Long", "Xã Xốp"]
TITLE = ["CHI TRẢ TRỢ CẤP BẢO TRỢ XÃ HỘI QUA BƯU ĐIỆN THÁNG 10 NĂM 2025"]


def _taken(tmp_path, rows, merges=()):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for merge in merges:
        book.active.merge_cells(merge)
    book.save(tmp_path / "chi tra.xlsx")
    found = {}
    for o in read_grid(open_workbook(tmp_path / "chi tra.xlsx")).observations:
        if o.status == "accepted":
            found.setdefault(o.element, []).append(o.value)
    return found


def _wide(tmp_path, ways):
    people = "ABCDEFGHIJK"[2 + len(ways)]
    head = ["STT", "Xã", "Số người đã nhận trợ cấp", *[""] * len(ways)]
    under = ["", "", "Tổng", *ways]
    rows = [[n, COMMUNES[n - 1], 100 + 20 * len(ways), *[20 + n] * len(ways)] for n in (1, 2, 3)]
    return _taken(tmp_path, [TITLE, head, under, *rows], ("A2:A3", "B2:B3", f"C2:{people}2"))


@pytest.mark.parametrize(
    "way",
    [
        "Qua tài khoản, thẻ ATM, ví điện tử",
        "Tài khoản ngân hàng/ví điện tử",
        "Qua ngân hàng và Mobile Money",
        "Chi qua tài khoản cá nhân",
        "Qua ví điện tử",
        "Thẻ/TK",
        "ATM",
        "Tài khoản",
    ],
)
def test_a_way_beside_cash_is_what_was_paid_without_it(tmp_path, way):
    assert _wide(tmp_path, [way, "Tiền mặt tại điểm"]) == {"ssp_people_paid": [140] * 3, "ssp_people_paid_noncash": [21, 22, 23]}


@pytest.mark.parametrize(
    "ways",
    [
        ["Qua tài khoản", "Qua ví điện tử", "Tiền mặt"],
        ["Chuyển khoản", "Mobile Money", "Tiền mặt"],
        ["Qua tài khoản ngân hàng", "Qua thẻ ATM", "Tại bưu cục"],
    ],
)
def test_one_way_of_several_is_no_figure_of_all(tmp_path, ways):
    assert _wide(tmp_path, ways) == {"ssp_people_paid": [160] * 3}


def test_beside_all_ways_one_of_them_is_left(tmp_path):
    assert _wide(tmp_path, ["Không dùng tiền mặt", "Qua tài khoản", "Tiền mặt"])["ssp_people_paid_noncash"] == [21, 22, 23]


def test_ways_in_rows(tmp_path):
    people = ["Số người nhận trợ cấp", "Số người nhận trợ cấp qua tài khoản", "Số người nhận trợ cấp qua ví điện tử"]
    rows = [[n, name, 300 - 100 * n] for n, name in enumerate(people)]
    rows = [["UBND XÃ ĐĂK MÔN"], TITLE, ["TT", "Chỉ tiêu", "Số lượng"], *rows]
    assert _taken(tmp_path, rows) == {"ssp_people_paid": [300]}
    assert _taken(tmp_path, rows[:-1]) == {"ssp_people_paid": [300], "ssp_people_paid_noncash": [200]}


def test_people_and_money_of_other_columns_are_no_other_way(tmp_path):
    head = [
        "STT",
        "Xã",
        "Số người được chi trả",
        "Trong đó không dùng tiền mặt (người)",
        "Tổng số tiền chi trả",
        "Trong đó chi qua tài khoản",
    ]
    rows = [[n, COMMUNES[n - 1], 140, 90, 70000000, 45000000] for n in (1, 2, 3)]
    found = _taken(tmp_path, [TITLE, head, *rows])
    assert found["ssp_people_paid_noncash"] == [90] * 3
    assert found["ssp_amount_noncash"] == [45000000] * 3
