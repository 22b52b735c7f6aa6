"""The line over a table of communes whose headings only say "rate" or "number" names what its figures are."""

from pathlib import Path

import pytest
from test_reading import by_element, read

COMMUNES = ["Xã Xốp", "Xã Đăk Plô", "Xã Đăk Long", "Xã Ngọc Linh"]
TITLE: list[list[object]] = [["SO SÁNH KẾT QUẢ CÁC XÃ THÁNG 3 NĂM 2026"], []]
ONLINE, PAID = "Tỷ lệ hồ sơ nộp trực tuyến", "Tỷ lệ hồ sơ thanh toán trực tuyến"


def _list(first: float, step: float = -1.5) -> list[list[object]]:
    return [[n + 1, name, f"{first + step * n:.1f}%".replace(".", ",")] for n, name in enumerate(COMMUNES)]


@pytest.mark.parametrize("rank", ["Hạng", "STT", "Thứ hạng"])
@pytest.mark.parametrize("apart", [True, False])
def test_rankings_side_by_side_are_read_by_the_line_over_each(tmp_path: Path, rank: str, apart: bool) -> None:
    gap: list[object] = [None] if apart else []
    head: list[object] = [rank, "Đơn vị", "Tỷ lệ"]
    rows = [[ONLINE, None, None, *gap, PAID], [*head, *gap, *head]]
    rows += [[*one, *gap, *other] for one, other in zip(_list(91.2), _list(84.6)[::-1], strict=True)]
    found = read(tmp_path, [*TITLE, *rows])
    wanted = {"ops_online_submission_rate": [91.2, 89.7, 88.2, 86.7], "pay_online_dossier_rate": [80.1, 81.6, 83.1, 84.6]}
    assert (by_element(found), found.outcome) == (wanted, "accept")


@pytest.mark.parametrize("heading", ["Kết quả", "Kết quả đạt được", "Thực hiện"])
def test_results_that_show_their_signs_are_the_rates_of_the_line_over_them(tmp_path: Path, heading: str) -> None:
    head: list[object] = ["Hạng", "Xã", heading]
    rows = [[ONLINE.upper(), None, None, None, PAID.upper()], [*head, None, *head]]
    rows += [[*one, None, *other] for one, other in zip(_list(91.2), _list(84.6)[::-1], strict=True)]
    found = read(tmp_path, [["BẢNG XẾP HẠNG THÁNG 3 NĂM 2026"], [], *rows])
    wanted = {"ops_online_submission_rate": [91.2, 89.7, 88.2, 86.7], "pay_online_dossier_rate": [80.1, 81.6, 83.1, 84.6]}
    assert (by_element(found), found.outcome) == (wanted, "accept")
    counts = [[n, name, 90 - n] for n, name in enumerate(COMMUNES, 1)]
    assert by_element(read(tmp_path, [["THÁNG 3 NĂM 2026"], [], [ONLINE.upper()], head, *counts])) == {}


@pytest.mark.parametrize(
    "title",
    [
        "XẾP HẠNG CÁC XÃ THEO TỶ LỆ HỒ SƠ NỘP TRỰC TUYẾN THÁNG 3 NĂM 2026",
        "Bảng xếp hạng tỷ lệ hồ sơ nộp trực tuyến tháng 3/2026",
        "TỶ LỆ HỒ SƠ NỘP TRỰC TUYẾN THÁNG 3 NĂM 2026",
    ],
)
def test_a_title_over_one_ranking_names_its_rate(tmp_path: Path, title: str) -> None:
    found = read(tmp_path, [[title], [], ["Hạng", "Xã", "Tỷ lệ (%)"], *_list(91.2)])
    assert by_element(found) == {"ops_online_submission_rate": [91.2, 89.7, 88.2, 86.7]}


def test_a_total_a_part_and_a_rate_under_one_line(tmp_path: Path) -> None:
    rows = [[n + 1, name, 200, 150 + n, 75 + n / 2] for n, name in enumerate(COMMUNES)]
    found = read(tmp_path, [*TITLE, [ONLINE], ["TT", "Xã", "Tổng số", "Trực tuyến", "Tỷ lệ"], *rows])
    assert by_element(found) == {"dossiers_recv_new": [200] * 4, "dossiers_recv_online": [150, 151, 152, 153]}


@pytest.mark.parametrize(
    ("line", "heading"),
    [
        (ONLINE, "Số lượng"),  # a count under the name of a rate
        ("Số hồ sơ nộp trực tuyến", "Tỷ lệ"),
        ("Xếp hạng các xã theo tỷ lệ hồ sơ nộp trực tuyến", "Kết quả"),  # the rank itself, perhaps
        (f"{ONLINE} của phụ nữ", "Tỷ lệ"),
        ("Top 4 xã có tỷ lệ hồ sơ nộp trực tuyến cao nhất", "Tỷ lệ"),
        (ONLINE, "Điểm"),
    ],
)
def test_a_line_that_names_something_else_gives_no_name(tmp_path: Path, line: str, heading: str) -> None:
    rows = [[n + 1, name, n + 1] for n, name in enumerate(COMMUNES)]
    assert not by_element(read(tmp_path, [*TITLE, [line], ["TT", "Xã", heading], *rows]))


def test_a_line_that_leaves_its_thing_unsaid_is_asked(tmp_path: Path) -> None:
    found = read(tmp_path, [*TITLE, ["Tỷ lệ hài lòng"], ["Hạng", "Xã", "Tỷ lệ"], *_list(91.2)])
    assert (by_element(found), found.outcome) == ({}, "ask")


@pytest.mark.parametrize("heading", ["Số lượng", "Tổng số"])
def test_a_count_over_one_column_is_its_name(tmp_path: Path, heading: str) -> None:
    rows = [[n + 1, name, 40 + n] for n, name in enumerate(COMMUNES)]
    found = read(tmp_path, [*TITLE, ["Số hồ sơ nộp trực tuyến"], ["TT", "Xã", heading], *rows])
    assert by_element(found) == {"dossiers_recv_online": [40, 41, 42, 43]}


@pytest.mark.parametrize("last", ["Tổng cuối", "Tổng số", "Cộng"])
def test_a_total_over_months_of_a_part_is_no_whole_of_it(tmp_path: Path, last: str) -> None:
    rows = [[name, 20 + n, 30 + n, 50 + 2 * n] for n, name in enumerate(COMMUNES)]
    head: list[object] = ["Nhãn hàng", "Tháng 1/2026", "Tháng 2/2026", last]
    found = read(tmp_path, [["HỒ SƠ NỘP TRỰC TUYẾN"], [], ["Tổng của Số hồ sơ nộp trực tuyến", "Nhãn cột"], head, *rows])
    assert "dossiers_recv_new" not in by_element(found)


def _letter(lead: str, head: str) -> list[list[object]]:
    return [
        ["UBND XÃ MƯỜNG HOONG"],
        ["V/v cung cấp số liệu chuyển đổi số tháng 4 năm 2025"],
        [],
        ["Phúc đáp Công văn số 212/VHKHTT của Phòng Văn hóa, Khoa học và Thông tin huyện, UBND xã Mường Hoong báo cáo như sau:"],
        ["1. Về văn bản: trong tháng 4/2025 UBND xã phát hành 39 văn bản đi (không mật)."],
        [lead],
        ["TT", "Nội dung", head, "Ghi chú"],
        [1, "Tiếp nhận mới", 118],
        [2, "Trong đó trực tuyến", 90],
        [3, "Đã giải quyết", 113],
        [4, "Trong đó quá hạn", 3],
    ]


@pytest.mark.parametrize(
    ("lead", "head", "outcome"),
    [
        ("3. Về giải quyết thủ tục hành chính trong tháng 4/2025:", "Số hồ sơ", "accept"),
        ("3. Về giải quyết thủ tục hành chính trong tháng 4/2025:", "Số lượng", "accept"),
        ("Trong tháng xã tiếp nhận, giải quyết hồ sơ thủ tục hành chính như sau:", "Số lượng", "accept"),
        ("3. Về phản ánh, kiến nghị trong tháng 4/2025:", "Số lượng", "ask"),
        ("3. Về tình hình chung:", "Số lượng", "ask"),
    ],
)
def test_bare_names_in_the_table_of_a_letter_are_of_what_the_line_over_it_speaks_of(
    tmp_path: Path, lead: str, head: str, outcome: str
) -> None:
    found = read(tmp_path, _letter(lead, head))
    wanted = {"dossiers_recv_new": [118], "dossiers_recv_online": [90], "resolved_total": [113], "resolved_late": [3]}
    assert (found.outcome, by_element(found)) == (outcome, wanted if outcome == "accept" else {})
