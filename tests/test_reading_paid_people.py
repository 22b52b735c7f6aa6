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


@pytest.mark.parametrize(
    ("measure", "own", "taken_for"),
    [
        ("người", "người", {"ssp_people_paid": [301], "ssp_people_paid_noncash": [266]}),
        ("người", "", {"ssp_people_paid": [301], "ssp_people_paid_noncash": [266]}),
        ("", "người", {"ssp_people_paid_noncash": [266]}),
        ("", "", {}),
    ],
)
def test_what_is_received_by_account_below_a_line_of_people_is_a_number_of_people(
    tmp_path: Path, measure: str, own: str, taken_for: dict[str, list[float]]
) -> None:
    rows: list[list[object]] = [
        ["Nội dung", "Đơn vị tính", "Số lượng"],
        ["Hồ sơ tiếp nhận mới", "hồ sơ", 140],
        ["Được chi trả trợ cấp bảo trợ xã hội trong tháng", measure, 301],
        ["Trong đó nhận qua tài khoản ngân hàng", own, 266],
    ]
    found = by_element(read(tmp_path, [["SỐ LIỆU XÃ ĐĂK MÔN THÁNG 2/2026"], [], *rows]))
    assert {code: values for code, values in found.items() if code != "dossiers_recv_new"} == taken_for


def test_what_is_paid_by_account_below_a_line_of_money_is_an_amount(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Nội dung", "Đơn vị tính", "Số lượng"],
        ["Số tiền đã chi trả trợ cấp xã hội", "triệu đồng", 301],
        ["Trong đó chi trả qua tài khoản", "triệu đồng", 266],
    ]
    found = by_element(read(tmp_path, [["SỐ LIỆU XÃ ĐĂK MÔN THÁNG 2/2026"], [], *rows]))
    assert found == {"ssp_amount_total": [301_000_000], "ssp_amount_noncash": [266_000_000]}


def test_paid_beside_nobody_or_like_an_amount_is_not_taken_for_people(tmp_path: Path) -> None:
    paid, way = "Được chi trả trong tháng", "Chi trả không dùng tiền mặt"
    assert "ssp_people_paid" not in by_element(read(tmp_path, columns("SỐ LIỆU THÁNG 2/2026", "Hồ sơ tiếp nhận mới", paid)))
    assert "ssp_people_paid" not in by_element(read(tmp_path, columns("SỐ LIỆU THÁNG 2/2026", *PEOPLE, paid, times=500)))
    for title in ("KINH PHÍ AN SINH XÃ HỘI THÁNG 2/2026", "CHI TRẢ TIỀN ĐIỆN THÁNG 2/2026"):
        assert taken(read(tmp_path, columns(title, paid, way))) == {}, title


ACCOUNT = ["Có tài khoản ngân hàng", "Đã có tài khoản ngân hàng"]


@pytest.mark.parametrize("account", ACCOUNT)
def test_those_with_an_account_beside_the_people_of_welfare_are_of_these(tmp_path: Path, account: str) -> None:
    found = read(tmp_path, columns("CHI TRẢ TRỢ CẤP THÁNG 2/2026", PEOPLE[0], account))
    assert by_element(found)["ssp_people_with_account"] == [370, 350, 330] and "residents_15plus_account" not in by_element(found)


def test_where_only_the_title_speaks_of_welfare_they_are_asked(tmp_path: Path) -> None:
    found = read(tmp_path, columns("ĐỐI TƯỢNG BẢO TRỢ XÃ HỘI THÁNG 2/2026", "Tổng số hộ gia đình", ACCOUNT[0]))
    assert not {"ssp_people_with_account", "residents_15plus_account"} & by_element(found).keys() or found.outcome == "ask"


@pytest.mark.parametrize("account", ["Người từ 15 tuổi trở lên có tài khoản ngân hàng", "Công dân có tài khoản ngân hàng"])
def test_accounts_of_all_people_stay_theirs(tmp_path: Path, account: str) -> None:
    found = read(tmp_path, columns("CHI TRẢ TRỢ CẤP THÁNG 2/2026", PEOPLE[0], account))
    assert "ssp_people_with_account" not in by_element(found)


def test_rows_of_people_with_a_column_of_people_and_one_of_money_are_read_in_both(tmp_path: Path) -> None:
    title = "KẾT QUẢ CHI TRẢ CHẾ ĐỘ AN SINH XÃ HỘI KHÔNG DÙNG TIỀN MẶT THÁNG 11/2025"
    rows = [["STT", "Nội dung", "Đối tượng (người)", "Kinh phí (đồng)"], [1, "Đối tượng đang quản lý trên địa bàn", 624, "x"]]
    rows += [[2, "Đã chi trả trong tháng", 612, 431460000], [2.1, "Trong đó chi qua tài khoản (không dùng tiền mặt)", 481, 332455000]]
    rows += [[2.2, "Còn lại chi bằng tiền mặt", 131, 99005000], ["* Mức chuẩn 500.000 đồng theo Nghị định 76/2024/NĐ-CP"]]
    found = read(tmp_path, [["UBND XÃ SA LOONG"], [title], [], *rows])
    assert found.outcome == "accept" and "correction_note" not in {i.code for i in found.issues}
    assert {(o.element, o.value) for o in found.observations} == {
        ("ssp_people_total", 624),
        ("ssp_people_paid", 612),
        ("ssp_amount_total", 431460000),
        ("ssp_people_paid_noncash", 481),
        ("ssp_amount_noncash", 332455000),
    }
