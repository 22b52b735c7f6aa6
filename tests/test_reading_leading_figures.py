"""Figures that stand left of their names: lists written from the number to the word, and numbers that are none of the list's figures."""

from pathlib import Path

import pytest
from test_reading import codes, read, taken

TITLE: list[list[object]] = [["UBND XÃ ĐĂK PÉK"], ["SỐ LIỆU THÁNG 5 NĂM 2026"], []]
FIGURES = [187, 112, 13, 148]
NAMES = ["Hồ sơ TTHC tiếp nhận mới", "Hồ sơ nộp trực tuyến", "Hồ sơ kỳ trước chuyển sang", "Hồ sơ đã giải quyết"]
PAIRS = list(zip(FIGURES, NAMES, strict=True))


def under(heads: list[str], *rows: list[object]) -> list[list[object]]:
    return [*TITLE, list(heads), *rows]


def column(letter: str) -> dict[str, float]:
    return {f"{letter}{row}": value for row, value in enumerate(FIGURES, start=5)}


@pytest.mark.parametrize(
    "heads",
    [
        ["Số hồ sơ", "Nội dung"],
        ["Số lượng", "Loại hồ sơ"],
        ["SL", "Chỉ tiêu"],
        ["Con số", "Diễn giải"],
        ["Tháng 5/2026", "Tình hình hồ sơ"],
        ["Kết quả", "Việc"],
    ],
)
def test_a_list_from_the_number_to_the_word(tmp_path: Path, heads: list[str]) -> None:
    assert taken(read(tmp_path, under(heads, *([value, name] for value, name in PAIRS)))) == column("A")


def test_numbers_of_rows_and_measures_on_either_side_of_the_figures(tmp_path: Path) -> None:
    numbered = [[n, value, "hồ sơ", name] for n, (value, name) in enumerate(PAIRS, start=1)]
    assert taken(read(tmp_path, under(["STT", "Số lượng", "Đơn vị tính", "Chỉ tiêu"], *numbered))) == column("B")
    behind = [[value, name, n] for n, (value, name) in enumerate(PAIRS, start=1)]
    assert taken(read(tmp_path, under(["Số liệu", "Nội dung", "STT"], *behind))) == column("A")


def test_of_several_columns_before_the_names_plans_and_last_periods_are_left(tmp_path: Path) -> None:
    two = [[value + 7, value, name] for value, name in PAIRS]
    assert taken(read(tmp_path, under(["Kỳ trước", "Kỳ này", "Nội dung"], *two))) == column("B")
    planned = [[2 * value, value, "50%", name] for value, name in PAIRS]
    assert taken(read(tmp_path, under(["Giao", "Đạt", "Tỷ lệ", "Chỉ tiêu"], *planned))) == column("B")
    both = [[value, value + 400, name] for value, name in PAIRS]
    found = read(tmp_path, under(["Trong tháng", "Lũy kế từ đầu năm", "Nội dung"], *both))
    assert {o.cell[0] + o.basis for o in found.observations} == {"Ain_period", "Byear_to_date"}


def test_parts_under_their_whole_and_titles_of_groups(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        [None, "I. HỒ SƠ TIẾP NHẬN"],
        [200, "Hồ sơ tiếp nhận mới"],
        [120, "- Nộp trực tuyến"],
        [None, "II. HỒ SƠ ĐÃ GIẢI QUYẾT"],
        [180, "Tổng hồ sơ đã giải quyết"],
        [170, "- Đúng hạn"],
    ]
    found = read(tmp_path, under(["Số hồ sơ", "Nội dung"], *rows))
    assert {o.cell: o.element for o in found.observations} == {
        "A6": "dossiers_recv_new",
        "A7": "dossiers_recv_online",
        "A9": "resolved_total",
        "A10": "resolved_on_time",
    }


def test_two_lists_side_by_side_each_with_its_figures_first(tmp_path: Path) -> None:
    rows = [
        [214, "Hồ sơ tiếp nhận mới", 41, "Cán bộ, công chức"],
        [120, "Hồ sơ nộp trực tuyến", 38, "Cán bộ, công chức có chữ ký số"],
        [80, "Hồ sơ đã giải quyết", 9000, "Dân số toàn xã"],
    ]
    found = read(tmp_path, under(["Số hồ sơ", "Nội dung", "Số người", "Nội dung"], *rows))
    assert {o.cell: o.element for o in found.observations} == {
        "A5": "dossiers_recv_new",
        "A6": "dossiers_recv_online",
        "A7": "resolved_total",
        "C5": "officials_total",
        "C6": "officials_with_cert",
        "C7": "pop_total",
    }


@pytest.mark.parametrize("head", ["Trang", "Điều", "Số", "Thứ tự", "Phụ lục"])
def test_numbers_before_names_that_no_heading_calls_figures_are_none(tmp_path: Path, head: str) -> None:
    rows = [[value, name] for value, name in zip([3, 7, 12, 15], NAMES, strict=True)]
    assert taken(read(tmp_path, under([head, "Nội dung"], *rows))) == {}


def test_a_figure_before_and_one_behind_the_names_are_asked(tmp_path: Path) -> None:
    found = read(tmp_path, under(["Bên một", "Nội dung", "Bên hai"], *([v, name, v + 3] for v, name in PAIRS)))
    assert ("columns_unclear" in codes(found), taken(found)) == (True, {})


def test_measures_between_figures_and_their_names_say_what_is_counted(tmp_path: Path) -> None:
    rows: list[list[object]] = [["UBND XÃ ĐĂK PÉK"], ["Con số trong tháng 5 năm 2026 (15 tháng 4 tới 14 tháng 5)"], []]
    rows += [["Con số", "Tính bằng", "Là số gì"], [61, "hồ sơ", "nhân dân mang tới hoặc gửi tới mới trong tháng"]]
    rows += [
        [40, "hồ sơ", "trong số mới ấy, gửi qua mạng"],
        [33, "hồ sơ", "xong sớm hơn ngày hẹn"],
        [9, "thôn", "đã lập Tổ công nghệ số cộng đồng"],
    ]
    found = read(tmp_path, rows)
    assert {o.period for o in found.observations} == {"2026-M05"}
    assert taken(found) == {"A5": 61, "A6": 40, "A7": 33, "A8": 9}


def test_who_was_paid_behind_those_who_are_to_be(tmp_path: Path) -> None:
    rows: list[list[object]] = [["SỐ LIỆU XÃ ĐĂK PÉK THÁNG 5 NĂM 2026"], [], ["Khoản mục", "Giá trị"]]
    rows += [["Đối tượng đang quản lý cuối tháng", 90], ["Được chi trả trong tháng", 88], ["Cán bộ, công chức", 20], ["Được chi trả", 19]]
    assert taken(read(tmp_path, rows)) == {"B4": 90, "B5": 88, "B6": 20}


def test_who_gives_a_figure_is_no_line_of_those_who_sign(tmp_path: Path) -> None:
    """A post in the last column ("Accountant") does not end the list, though the figures stand left of the names."""
    rows = [
        [n, value, name, "hồ sơ", post]
        for n, (value, name), post in zip((1, 2, 3, 4), PAIRS, ("Một cửa", "Kế toán", "Văn thư", "Nội vụ"), strict=True)
    ]
    found = read(
        tmp_path,
        [*under(["Số", "Đạt được", "Chỉ số", "Tính bằng", "Bộ phận cung cấp"], *rows), [], [None, None, "KẾ TOÁN", None, "CHỦ TỊCH"]],
    )
    assert taken(found) == column("B")
