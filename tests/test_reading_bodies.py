"""Who writes and which row is the whole: bodies of a commune, and the total of its hamlets whatever it is called."""

from pathlib import Path

import pytest
from test_reading import codes, read

HEAD = ["TT", "Thôn, làng", "Số hộ", "Dân số", "Số người có sổ sức khỏe điện tử"]
HAMLETS = [[1, "Đăk Nai", 120, 480, 300], [2, "Kung Rang", 80, 350, 210], [3, "Tu Răng", 100, 400, 330]]
SUMS = {"households_total": 300, "pop_total": 1230, "residents_health_record": 840}


def _taken(found) -> dict[str, float]:
    return {o.element: o.value for o in found.observations if o.status == "accepted"}


def _by_hamlets(head: str, total: list[object]) -> list[list[object]]:
    return [[head], ["SỔ SỨC KHỎE ĐIỆN TỬ"], ["Tháng 3 năm 2026"], HEAD, *HAMLETS, total]


@pytest.mark.parametrize(
    "head",
    ["TRẠM Y TẾ XÃ NGỌC LINH", "TYT XÃ NGỌC LINH", "CÔNG AN XÃ NGỌC LINH", "HỘI NÔNG DÂN XÃ NGỌC LINH", "Đơn vị: Trạm y tế xã Ngọc Linh"],
)
def test_what_a_body_counts_among_the_inhabitants_is_the_whole_communes(tmp_path: Path, head: str) -> None:
    found = read(tmp_path, _by_hamlets(head, ["", "Toàn xã", 300, 1230, 840]))
    assert (_taken(found), found.outcome) == (SUMS, "accept")


@pytest.mark.parametrize("head", ["TRẠM Y TẾ XÃ NGỌC LINH", "TYT XÃ NGỌC LINH", "CÔNG AN XÃ NGỌC LINH", "HỘI LHPN XÃ NGỌC LINH"])
def test_the_staff_and_machines_of_a_body_are_asked(tmp_path: Path, head: str) -> None:
    lines: list[list[object]] = [[1, "CBCCVC có mặt", 7], [2, "Tổng số máy tính", 4], [3, "Dân số", 1230]]
    found = read(tmp_path, [[head], ["SỐ LIỆU CHUYỂN ĐỔI SỐ"], ["Tháng 3 năm 2026"], ["TT", "Nội dung", "Số liệu"], *lines])
    assert (_taken(found), found.outcome, codes(found)) == ({"pop_total": 1230}, "ask", {"part_of_unit"})


@pytest.mark.parametrize("head", ["TRƯỜNG TIỂU HỌC XÃ NGỌC LINH", "HỢP TÁC XÃ NGỌC LINH"])
def test_everything_of_a_school_or_a_cooperative_is_asked(tmp_path: Path, head: str) -> None:
    found = read(tmp_path, _by_hamlets(head, ["", "Cộng", 300, 1230, 840]))
    assert (_taken(found), found.outcome) == ({}, "ask")


@pytest.mark.parametrize(
    "name", ["Toàn phường", "Toàn thị trấn", "Toàn xã (3 thôn)", "Tổng các thôn", "Chung", "Xã Ngọc Linh", "Toàn xã Ngọc Linh"]
)
def test_the_total_of_hamlets_is_known_by_its_name_or_by_its_sums(tmp_path: Path, name: str) -> None:
    found = read(tmp_path, _by_hamlets("UBND XÃ NGỌC LINH", ["", name, 300, 1230, 840]))
    assert (_taken(found), found.outcome) == (SUMS, "accept")


@pytest.mark.parametrize("total", [["", "Xã Ngọc Linh", 310, 1230, 840], [4, "Lê Ngọc", 90, 350, 300]])
def test_a_row_that_is_not_the_sum_of_the_others_is_no_total(tmp_path: Path, total: list[object]) -> None:
    assert _taken(read(tmp_path, _by_hamlets("UBND XÃ NGỌC LINH", total))) == {}


@pytest.mark.parametrize("head", ["THÔN ĐĂK NAI, XÃ ĐĂK MÔN", "Đơn vị: Thôn 2 - xã Đăk Môn", "TỔ DÂN PHỐ 3"])
def test_the_letterhead_of_a_hamlet_is_asked_whether_it_speaks_of_the_whole_commune(tmp_path, head):
    rows = [["UBND XÃ ĐĂK MÔN"], [head], ["SỐ LIỆU THÁNG 5 NĂM 2026"], ["TT", "Nội dung", "Số liệu"], [1, "Tổng số hộ", 120]]
    found = read(tmp_path, rows)
    assert (_taken(found), codes(found)) == ({}, {"part_of_unit"})


@pytest.mark.parametrize("title", ["THÔN CÓ TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG", "THÔN THÔNG MINH, HỘ SỐ"])
def test_a_title_about_hamlets_is_no_letterhead_of_one(tmp_path, title):
    rows = [["UBND XÃ ĐĂK MÔN"], [title], ["SỐ LIỆU THÁNG 5 NĂM 2026"], ["TT", "Nội dung", "Số liệu"], [1, "Tổng số hộ", 120]]
    assert list(_taken(read(tmp_path, rows)).values()) == [120]


def test_an_address_in_a_hamlet_says_nothing_of_whom_the_figures_are(tmp_path):
    rows = [
        ["UBND XÃ ĐĂK MÔN"],
        ["Địa chỉ", "Thôn 2, xã Đăk Môn"],
        ["SỐ LIỆU THÁNG 5 NĂM 2026"],
        ["TT", "Nội dung", "Số liệu"],
        [1, "Tổng số hộ", 120],
    ]
    assert list(_taken(read(tmp_path, rows)).values()) == [120]
