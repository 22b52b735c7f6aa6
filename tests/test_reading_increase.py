"""What is new in the period beside what stands so far: the level is taken; where only the increase stands, it is asked."""

from pathlib import Path

import pytest
from test_reading import codes, read, taken

NAMES = ["Đăk Pék", "Đăk Long", "Xốp"]
GROUPS = ["Cấp thẻ căn cước", "Cấp tài khoản định danh điện tử mức độ 2", "Kích hoạt tài khoản định danh điện tử mức độ 2"]


def _police(*under: str, groups: list[str] = GROUPS) -> list[list[object]]:
    """Increases of 60 and more that grow to the right, levels of thousands that fall, in turn under each group."""
    top = [text for group in groups for text in (group, *[None] * (len(under) - 1))]
    rows: list[list[object]] = [
        ["CÔNG AN TỈNH QUẢNG NGÃI"],
        ["KẾT QUẢ CẤP CĂN CƯỚC, ĐỊNH DANH ĐIỆN TỬ"],
        ["Tháng 11/2025"],
        ["TT", "Công an xã", *top],
        [None, None, *(list(under) * len(groups))],
    ]
    for place, name in enumerate(NAMES):
        figures: list[object] = []
        for group in range(len(groups)):
            pair = [60 + 10 * group + place, 5000 - 700 * group + place]
            figures += pair if len(under) == 2 else pair[:1]
        rows.append([place + 1, name, *figures])
    return rows


@pytest.mark.parametrize(
    ("new", "so_far"),
    [
        ("Phát sinh trong kỳ", "Cộng dồn đến cuối kỳ"),
        ("Trong tháng", "Cộng dồn đến hết tháng 11"),
        ("Mới trong tháng", "Tổng đến nay"),
        ("Trong kỳ báo cáo", "Cộng dồn từ trước đến nay"),
        ("Trong kỳ", "Tổng lũy kế"),
        ("Trong kỳ", "Lũy kế toàn bộ"),
        ("Trong tháng", "Từ trước đến nay"),
        ("Trong kỳ", "Tổng tích lũy"),
        ("Trong tháng", "Tổng cộng"),
        ("Cấp mới", "Tổng số"),
        ("Tháng 11", "Lũy kế"),
        ("Tháng 11/2025", "Cộng dồn đến nay"),
        ("Kết quả trong tháng", "Lũy kế đến ngày 30/11/2025"),
        ("Thực hiện trong kỳ", "Tổng đến nay"),
        ("Số liệu tháng này", "Lũy kế"),
    ],
)
def test_what_stands_so_far_is_taken_beside_what_is_new(tmp_path: Path, new: str, so_far: str) -> None:
    found = read(tmp_path, _police(new, so_far))
    assert {cell[0] for cell in taken(found)} == {"D", "F", "H"} and len(taken(found)) == 9
    assert found.outcome == "accept" and {o.basis for o in found.observations} == {"to_date"}


@pytest.mark.parametrize("new", ["Phát sinh trong kỳ", "Trong tháng"])
def test_what_is_new_alone_is_asked_and_not_compared(tmp_path: Path, new: str) -> None:
    """More may be activated in a month than are issued in it: that is no contradiction."""
    found = read(tmp_path, _police(new, groups=GROUPS[1:]))
    assert taken(found) == {} and codes(found) == {"element_doubt"} and found.outcome == "ask"


def test_a_total_beside_a_part_is_still_asked(tmp_path: Path) -> None:
    """Where issued and activated stand side by side, the total over men and women may be that of either or of those who may have one."""
    assert {cell[0] for cell in taken(read(tmp_path, _police("Nam", "Tổng số")))} == {"D"}


def test_the_result_of_the_month_of_a_stock_is_what_came_in_addition(tmp_path: Path) -> None:
    """Where it is more than what stands so far, one of the two is wrong and both are sent back."""
    rows: list[list[object]] = [
        ["CÔNG AN XÃ ĐĂK MÔN"],
        ["THỐNG KÊ CÔNG TÁC CĂN CƯỚC, ĐỊNH DANH THÁNG 11/2025"],
        ["TT", "Nội dung công tác", "ĐVT", "Kết quả trong tháng", "Lũy kế đến ngày 30/11/2025"],
        [1, "Dân số thường trú", "người", None, 9064],
        [2, "Căn cước đã cấp", "thẻ", 41, 7143],
        [3, "Tài khoản mức độ 2 đã kích hoạt", "tài khoản", 72, 6557],
        [4, "Số công dân đã làm sạch dữ liệu", "người", 118, 8852],
    ]
    found = read(tmp_path, rows)
    assert (found.outcome, taken(found)) == ("accept", {"E4": 9064, "E5": 7143, "E6": 6557, "E7": 8852})
    rows[4][3] = 7151
    found = read(tmp_path, rows)
    assert found.outcome == "fix" and "D5" not in taken(found) and "E5" not in taken(found)


def test_months_that_reach_the_level_are_levels(tmp_path: Path) -> None:
    rows = [
        ["CÔNG AN XÃ ĐĂK MÔN"],
        ["SỐ LIỆU ĐỊNH DANH ĐIỆN TỬ THÁNG 11/2025"],
        ["TT", "Chỉ tiêu", "Tháng 11", "Lũy kế"],
        [1, "Tài khoản định danh mức 2 đã cấp", 7970, 7970],
        [2, "Tài khoản định danh mức 2 đã kích hoạt", 6940, 6940],
    ]
    assert {o.value for o in read(tmp_path, rows).observations} == {7970, 6940}
    rows[3][2], rows[4][2] = 61, 74
    assert taken(read(tmp_path, rows)) == {"D4": 7970, "D5": 6940}


def test_one_heading_under_another_says_that_its_figures_are_new(tmp_path: Path) -> None:
    rows = _police("Số mới cấp trong tháng", groups=GROUPS[1:2])
    assert taken(read(tmp_path, rows)) == {}
    rows.pop(4)
    assert len(taken(read(tmp_path, rows))) == 3


@pytest.mark.parametrize(
    ("over", "leaf", "sure"),
    [
        ("Kết quả cấp chữ ký số cá nhân (CKSCN)", "CBCC đã được cấp CKSCN", True),
        ("Kết quả cấp chữ ký số cá nhân (KQ)", "CBCC đã được cấp CKSCN", False),
        ("Kết quả cấp chữ ký số (CKSCN)", "CBCC đã được cấp CKSCN", False),
    ],
)
def test_letters_in_brackets_stand_for_the_words_before_them(tmp_path: Path, over: str, leaf: str, sure: bool) -> None:
    rows = [["UBND HUYỆN ĐĂK GLEI"], [over + " THÁNG 3/2025"], ["TT", "Xã", leaf, "Ghi chú"], [1, "Xã Xốp", 12], [2, "Xã Đăk Long", 15]]
    assert bool(taken(read(tmp_path, rows))) is sure


MONTHS = ["Tháng 1/2026", "Tháng 2/2026", "Tháng 3/2026", "Tháng 4/2026"]


def test_months_from_january_are_all_of_a_sheet_of_so_many_months(tmp_path: Path) -> None:
    rows = [
        ["HỒ SƠ TTHC TIẾP NHẬN MỚI 4 THÁNG ĐẦU NĂM 2026"],
        ["TT", "Xã", *MONTHS, "Tổng"],
        [1, "Xã Xốp", 5, 6, 7, 8, 26],
        [2, "Xã Đăk Môn", 9, 8, 7, 6, 30],
    ]
    found = read(tmp_path, rows)
    months = {(f"2026-M0{m}", "in_period") for m in (1, 2, 3, 4)}
    assert {(o.period, o.basis) for o in found.observations} == months | {("2026-M04", "year_to_date")}
    rows = [["HỒ SƠ TTHC TIẾP NHẬN MỚI 4 THÁNG ĐẦU NĂM 2026"], ["TT", "Xã", *MONTHS[2:]], [1, "Xã Xốp", 7, 8], [2, "Xã Đăk Môn", 7, 6]]
    assert {o.period for o in read(tmp_path, rows).observations} == {"2026-M04"}


def _rows_of_months(*more: str) -> list[list[object]]:
    head: list[object] = ["Tháng", "Xã", "Chỉ tiêu", "Số hồ sơ", *more]
    figures = [
        [month, name, "Hồ sơ nộp trực tuyến", 10 * m + n, *[m] * len(more)]
        for m, month in enumerate(MONTHS)
        for n, name in enumerate(["Xã Xốp", "Xã Đăk Môn"], 1)
    ]
    return [["SỐ LIỆU 4 THÁNG ĐẦU NĂM 2026"], [], head, *figures]


def test_rows_of_months_count_each_month_whatever_the_title_sums(tmp_path: Path) -> None:
    found = read(tmp_path, _rows_of_months())
    assert {(o.period, o.basis) for o in found.observations} == {(f"2026-M0{m}", "in_period") for m in (1, 2, 3, 4)}
    assert len(taken(found)) == 8


def test_two_columns_that_may_both_be_meant_are_not_guessed(tmp_path: Path) -> None:
    assert taken(read(tmp_path, _rows_of_months("Số khác"))) == {}


@pytest.mark.parametrize("head", ["Tổng", "Lũy kế", "4 tháng", "Lũy kế từ đầu năm"])
def test_the_sum_beside_all_its_months_counts_since_january_once_the_last_is_there(tmp_path: Path, head: str) -> None:
    rows: list[list[object]] = [
        ["TỔNG HỢP GIẢI QUYẾT TTHC 4 THÁNG ĐẦU NĂM 2026"],
        ["TT", "Xã", "Hồ sơ TTHC tiếp nhận mới", None, None, None, None],
        [None, None, "Tháng 1", "Tháng 2", "Tháng 3", "Tháng 4", head],
        [1, "Xã Xốp", 5, 6, 7, 8, 26],
        [2, "Xã Đăk Môn", 9, 8, 7, 6, 30],
    ]
    found = read(tmp_path, rows)
    assert {(o.period, o.basis, o.value) for o in found.observations if o.cell[0] == "G"} == {
        ("2026-M04", "year_to_date", 26),
        ("2026-M04", "year_to_date", 30),
    }
    for row, total in zip(rows[3:], (18, 24), strict=True):
        row[5:] = [None, total]
    assert {cell[0] for cell in taken(read(tmp_path, rows))} == {"C", "D", "E"}


@pytest.mark.parametrize("since", ["Lũy kế từ đầu năm", "Cộng dồn 3 tháng", "Từ đầu năm đến nay"])
def test_what_grows_counted_since_january_is_asked_or_left_beside_its_level(tmp_path: Path, since: str) -> None:
    rows = [
        ["CÔNG AN XÃ ĐĂK MÔN"],
        ["ĐỊNH DANH ĐIỆN TỬ THÁNG 3/2026"],
        ["TT", "Nội dung", "Trong tháng", since, "Tổng từ trước đến nay"],
        [1, "Tài khoản định danh mức 2 đã kích hoạt", 31, 96, 4480],
    ]
    assert taken(read(tmp_path, rows)) == {"E4": 4480}
    alone = read(tmp_path, [*rows[:2], rows[2][:4], rows[3][:4]])
    assert taken(alone) == {} and codes(alone) == {"element_doubt"}


@pytest.mark.parametrize("so_far", ["Lũy kế 11 tháng", "Cộng dồn 11 tháng", "Lũy kế 11 tháng năm 2025"])
@pytest.mark.parametrize("month", ["Tháng 11", "Tháng 11/2025", "Trong tháng"])
def test_a_sum_of_months_far_above_the_month_is_the_level(tmp_path: Path, month: str, so_far: str) -> None:
    found = read(tmp_path, _police(month, so_far))
    assert {cell[0] for cell in taken(found)} == {"D", "F", "H"} and len(taken(found)) == 9
    assert codes(found) == {"increment"} and {o.basis for o in found.observations} == {"to_date"}


@pytest.mark.parametrize(("month", "so_far"), [("Tháng 11", "Lũy kế 11 tháng"), ("Trong tháng", "Cộng dồn 11 tháng")])
def test_a_sum_that_such_months_may_bring_is_asked(tmp_path: Path, month: str, so_far: str) -> None:
    rows = [["CÔNG AN XÃ ĐĂK MÔN"], ["ĐỊNH DANH ĐIỆN TỬ THÁNG 11/2025"], ["TT", "Nội dung", month, so_far]]
    rows.append([1, "Tài khoản định danh mức 2 đã kích hoạt", 31, 340])  # type: ignore[list-item]
    found = read(tmp_path, rows)  # type: ignore[arg-type]
    assert taken(found) == {} and codes(found) == {"element_doubt"}


def test_a_month_above_what_came_since_january_is_the_level(tmp_path: Path) -> None:
    rows = [["CÔNG AN XÃ ĐĂK MÔN"], ["ĐỊNH DANH ĐIỆN TỬ THÁNG 11/2025"], ["TT", "Nội dung", "Tháng 11", "Lũy kế 11 tháng"]]
    rows.append([1, "Tài khoản định danh mức 2 đã kích hoạt", 8000, 340])  # type: ignore[list-item]
    assert taken(read(tmp_path, rows)) == {"C4": 8000}  # type: ignore[arg-type]


def _grown(before: str, new: str, so_far: str, *, rows: int = 2) -> list[list[object]]:
    """People of one commune: what stood before, what came in addition, what stands now."""
    people = [("Công dân đủ điều kiện cấp thẻ căn cước", 8240, 3), ("Công dân đã được cấp thẻ căn cước", 7811, 31)]
    head: list[list[object]] = [["CÔNG AN XÃ ĐĂK PÉK"], ["KẾT QUẢ CẤP CĂN CƯỚC THÁNG 9/2025"], [], ["TT", "Chỉ tiêu", before, new, so_far]]
    return [*head, *([place, name, was, more, was + more] for place, (name, was, more) in enumerate(people[:rows], 1))]


@pytest.mark.parametrize(
    "heads",
    [
        ("Kỳ trước", "Tăng trong tháng", "Tổng số đến ngày 14/9/2025"),
        ("Kỳ trước chuyển sang", "Mới cấp", "Hiện có đến 14/9/2025"),
        ("Đã có đến 14/8/2025", "Làm trong tháng", "Có đến 14/9/2025"),
        ("Tồn đầu", "Tăng", "Tồn cuối"),
        ("Kỳ trước", "Tăng trong tháng", "Kết quả chung"),
        ("Tháng 8", "Tăng", "Tháng 9"),
    ],
)
def test_what_was_and_what_came_make_up_what_stands(tmp_path: Path, heads: tuple[str, str, str]) -> None:
    found = read(tmp_path, _grown(*heads))
    assert taken(found) == {"E5": 8243, "E6": 7842} and found.outcome == "accept"


def test_an_increase_of_people_alone_is_no_level(tmp_path: Path) -> None:
    rows = [[cell for place, cell in enumerate(row) if place != 4] for row in _grown("Kỳ trước", "Tăng trong tháng", "")]
    found = read(tmp_path, rows)
    assert taken(found) == {} and found.outcome == "ask"


def test_a_column_that_does_not_add_up_is_not_guessed(tmp_path: Path) -> None:
    rows = _grown("Tồn đầu", "Tăng", "Tồn cuối")
    rows[-1][-1] = 7800
    assert taken(read(tmp_path, rows)) == {}


def test_beside_the_level_at_the_end_of_the_quarter_the_result_of_the_quarter_is_the_increase(tmp_path: Path) -> None:
    """That of some rows is the same, as everybody has it."""
    heads = ["Chỉ tiêu", "Kế hoạch năm", "Thực hiện quý III", "Lũy kế đến hết quý III"]
    rows = [["CBCC có chữ ký số", 40, 38, 38], ["Tài khoản định danh mức 2 đã kích hoạt", 4000, 200, 3560]]
    found = read(tmp_path, [["UBND XÃ ĐĂK MÔN"], ["BÁO CÁO QUÝ III NĂM 2025"], heads, *rows])
    assert found.outcome == "accept"
    assert {(o.element, o.value) for o in found.observations} == {("officials_with_cert", 38), ("eid_l2_activated", 3560)}
