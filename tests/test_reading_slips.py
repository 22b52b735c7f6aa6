"""Slips without headings, questions of an online form, totals over parts of one commune."""

from pathlib import Path

import pytest
from test_reading import codes, read, taken

from loaders.understanding.headings.match import match

LEFT = [("Hồ sơ TTHC tiếp nhận mới", 1623, "hồ sơ"), ("Trong đó nộp trực tuyến", 534, "hồ sơ"), ("Hồ sơ đã giải quyết xong", 1614, "hồ sơ")]
UNACCENTED = {"hồ sơ": "ho so", "người": "nguoi", "tài khoản": "tai khoan", "thôn": "thon"}
RIGHT = [("Dân số toàn xã", 20999, "người"), ("Tài khoản VNeID mức 2 đã kích hoạt", 8389, "tài khoản"), ("Tổng số thôn, làng", 24, "thôn")]


def _slip(shape: str) -> list[list[object]]:
    rows: list[list[object]] = [
        [None, "PHIẾU CUNG CẤP SỐ LIỆU CHUYỂN ĐỔI SỐ"],
        [None, "Đơn vị:", "Xã Bờ Y", None, "Kỳ số liệu:", "tháng 4 năm 2026"],
        [],
    ]
    for number, (a, b) in enumerate(zip(LEFT, RIGHT, strict=True), 1):
        for_each = {
            "colons": lambda x: [f"{x[0]}:", x[1]],
            "plain": lambda x: [x[0], x[1]],
            "counted": lambda x: [f"{x[0]}:", f"{x[1]:,} {x[2]}".replace(",", ".")],
            "unaccented": lambda x: [f"{x[0]}:", f"{x[1]:,}  {UNACCENTED[x[2]]}".replace(",", ".")],
            "measured": lambda x: [x[0], x[1], x[2]],
            "numbered": lambda x: [number, x[0], x[1]],  # noqa: B023
        }[shape]
        rows.append([None, *for_each(a), None, *for_each(b)])
    rows += [[], [None, "Người cung cấp: Y Thư, Văn phòng - Thống kê, ĐT 0905.318.442"]]
    return rows


@pytest.mark.parametrize("shape", ["colons", "plain", "counted", "unaccented", "measured", "numbered"])
def test_a_slip_in_two_halves_side_by_side_is_read_whole(tmp_path: Path, shape: str) -> None:
    found = read(tmp_path, _slip(shape))
    assert sorted(taken(found).values()) == sorted(x[1] for x in (*LEFT, *RIGHT))
    assert found.outcome == "accept"


@pytest.mark.parametrize("numbers", [(1, 2, 3), ("1.1", "1.2", "2.1"), (4, 5, 6)])
def test_what_numbers_the_second_of_two_lists_is_no_figure(tmp_path: Path, numbers: tuple[object, ...]) -> None:
    rows: list[list[object]] = [["UBND XÃ BỜ Y"], ["SỐ LIỆU THÁNG 4 NĂM 2026"]]
    rows += [[*a[:2], number, *b[:2]] for a, number, b in zip(LEFT, numbers, RIGHT, strict=True)]
    assert sorted(taken(read(tmp_path, rows)).values()) == sorted(x[1] for x in (*LEFT, *RIGHT))


def test_of_two_figures_behind_a_label_without_headings_none_is_taken(tmp_path: Path) -> None:
    """Which of them is that of this month?"""
    rows: list[list[object]] = [["UBND XÃ BỜ Y"], ["SỐ LIỆU THÁNG 4 NĂM 2026"]]
    rows += [[*a[:2], other, *b[:2]] for a, other, b in zip(LEFT, (1702, 498, 1633), RIGHT, strict=True)]
    assert not taken(read(tmp_path, rows))


def test_the_first_row_of_a_list_is_no_heading(tmp_path: Path) -> None:
    rows = [["UBND XÃ ĐĂK MÔN"], ["TỔNG HỢP THÁNG 5/2026"], *([label, value, "người"] for label, value in OFFICIALS)]
    assert list(taken(read(tmp_path, rows)).values()) == [42, 37, 10, 9]


OFFICIALS = [
    ("Tổng số cán bộ, công chức của xã", 42),
    ("Số cán bộ, công chức đã được cấp chữ ký số", 37),
    ("Số lãnh đạo", 10),
    ("Số lãnh đạo đã được cấp chữ ký số", 9),
]


@pytest.mark.parametrize(
    "question",
    [
        "1. Tổng số hồ sơ TTHC tiếp nhận mới trong tháng là bao nhiêu?",
        "Có bao nhiêu hồ sơ TTHC tiếp nhận mới?",
        "Số hồ sơ TTHC tiếp nhận mới trong tháng có bao nhiêu",
    ],
)
def test_a_question_is_a_heading(tmp_path: Path, question: str) -> None:
    rows = [
        ["Dấu thời gian", "Xã, phường, đặc khu", "Kỳ báo cáo", question, "2. Trong đó, số hồ sơ nộp trực tuyến?"],
        ["03/11/2025 8:10:00", "Xã Đăk Môn", "Tháng 10/2025", 657, 503],
        ["03/11/2025 9:11:01", "Xã Đăk Long", "Tháng 10/2025", 568, 487],
    ]
    assert set(taken(read(tmp_path, rows))) == {"D2", "E2", "D3", "E3"}


def _offices(total: int, marks: tuple[object, ...] = (1, 2, 3), proof: int = 27) -> list[list[object]]:
    return [
        ["UBND XÃ ĐĂK MÔN"],
        ["TÌNH HÌNH CẤP CHỨNG THƯ SỐ QUÝ II NĂM 2026"],
        ["TT", "Phòng, ban", "Tổng số cán bộ, công chức", "Cán bộ, công chức đã được cấp chữ ký số"],
        [marks[0], "Văn phòng HĐND và UBND", 9, 9],
        [marks[1], "Phòng Kinh tế", 9, 7],
        [marks[2], "Phòng Văn hóa - Xã hội", 9, 8],
        [None, "Cộng toàn xã", proof, total],
    ]


def test_a_total_that_is_not_the_sum_of_its_offices_is_asked(tmp_path: Path) -> None:
    found = read(tmp_path, _offices(21))
    assert taken(found) == {"C7": 27}
    assert [(i.code, i.cell) for i in found.issues] == [("total_differs", "D7")]
    assert read(tmp_path, _offices(24)).outcome == "accept"


def test_rows_of_which_some_are_parts_of_others_prove_nothing(tmp_path: Path) -> None:
    found = read(tmp_path, _offices(17, (1, "1.1", 2), 18))
    assert "total_differs" not in codes(found)


@pytest.mark.parametrize("between", ["Chia ra", "Trong đó", "Cụ thể"])
def test_a_part_of_what_was_divided_is_known(between: str) -> None:
    found = match("Kỳ trước chuyển sang", (between, "Hồ sơ phải giải quyết trong kỳ"))
    assert (found.codes, found.sure) == (("received_carried_over",), True)


@pytest.mark.parametrize("label", ["Xã/phường/thị trấn", "Xã, phường", "Tên xã (phường)", "Địa phương", "UBND xã", "Cấp xã", "Đơn vị"])
@pytest.mark.parametrize("name", ["xã Sa Thầy", "Sa Thầy"])
def test_who_fills_in_a_slip_stands_beside_a_label_that_asks_for_a_commune(tmp_path: Path, label: str, name: str) -> None:
    over: list[list[object]] = [["PHIẾU SỐ LIỆU"], [label, name], ["Kỳ số liệu", "tháng 9 năm 2025"], ["Điện thoại", "0905 118 227"], []]
    table: list[list[object]] = [["Câu", "Nội dung", "Số lượng"], [1, "Số hộ gia đình", 2925], [2, "Số hộ có Internet cáp quang", 2274]]
    found = read(tmp_path, [*over, *table])
    assert taken(found) == {"C7": 2925, "C8": 2274} and {o.unit for o in found.observations} == {"23527.2"}


def test_communes_beside_such_a_label_head_their_columns(tmp_path: Path) -> None:
    rows: list[list[object]] = [["SỐ LIỆU THÁNG 9 NĂM 2025"], [], ["Địa phương", "Xã Sa Thầy", "Xã Đăk Hà", "Xã Bờ Y"]]
    found = read(tmp_path, [*rows, ["Số hộ gia đình", 2925, 3100, 2800], ["Số hộ có Internet cáp quang", 2274, 2500, 2000]])
    assert len(taken(found)) == 6 and len({o.unit for o in found.observations}) == 3


FORM = [["Câu hỏi", "Trả lời"], ["Bao nhiêu hồ sơ tiếp nhận mới?", 64], ["Trong đó bao nhiêu hồ sơ nộp trực tuyến?", 51], []]


def test_who_answers_and_for_when_stand_under_the_answers(tmp_path: Path) -> None:
    for who, when in (
        (["Đơn vị trả lời", "UBND xã Xốp"], [["Tháng báo cáo", "4"], ["Năm báo cáo", "2026"]]),
        (["Xã cung cấp số liệu:", "Xốp"], [["Kỳ báo cáo", "Tháng 4/2026"]]),
        (["Đơn vị: UBND xã Xốp"], [["Tháng", 4], ["Năm", 2026]]),
        (["Nơi gửi", "xã Xốp"], [["Quý", "II"], ["Năm", "2026"]]),
    ):
        found = read(tmp_path, [*FORM, list(who), *when])
        units = {(o.unit, o.period) for o in found.observations}
        assert (found.outcome, units) == ("accept", {("23356.2", "2026-Q2" if when[0][0] == "Quý" else "2026-M04")}), who


def test_who_receives_is_not_who_answers(tmp_path: Path) -> None:
    found = read(tmp_path, [*FORM, ["Đơn vị nhận", "UBND xã Xốp"], ["Tháng", 4], ["Năm", 2026]])
    assert (found.outcome, {o.unit for o in found.observations}) == ("ask", {""})
