"""Where tables stand, on sheets of any administration drawn in a few lines; rows count from 1 as in the sheet."""

import datetime as dt
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from loaders.opening.workbook import open_workbook
from loaders.understanding.placing.counted_lists import counted_lists
from loaders.understanding.placing.layout import find_tables
from loaders.understanding.texts.tables import Table


def saved(tmp_path: Path, rows: list[list[object]], merges: tuple[str, ...] = ()) -> Path:
    """A workbook of one sheet with these rows from its first cell on."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for area in merges:
        sheet.merge_cells(area)
    book.save(tmp_path / "sheet.xlsx")
    return tmp_path / "sheet.xlsx"


def tables(tmp_path: Path, rows: list[list[object]], merges: tuple[str, ...] = ()) -> list[Table]:
    return find_tables(open_workbook(saved(tmp_path, rows, merges)).sheets[0])


def ends(table: Table) -> tuple[int, int, int | None, int, int]:
    number = None if table.number_row is None else table.number_row + 1
    return table.header_first + 1, table.header_last + 1, number, table.data_first + 1, table.data_last + 1


_ = None


def test_a_header_of_three_merged_rows_and_its_column_numbers(tmp_path: Path) -> None:
    rows = [
        ["BẢO HIỂM XÃ HỘI TỈNH", _, _, _, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["TÌNH HÌNH THU BHXH, BHYT THÁNG 3/2025"],
        [_, _, _, _, "Đơn vị tính: triệu đồng"],
        ["STT", "Đơn vị", "Số phải thu", _, "Đã thu"],
        [_, _, "Tổng số", "Trong đó", _],
        [_, _, _, "BHYT", _],
        ["A", "B", 1, 2, 3],
        [1, "BHXH huyện A", 10, 4, 9],
        [2, "BHXH huyện B", 12, 5, 11],
        [_, "Tổng cộng", 22, 9, 20],
        [],
        [_, "NGƯỜI LẬP BIỂU", _, _, "GIÁM ĐỐC"],
    ]
    found = tables(tmp_path, rows, ("A4:A6", "B4:B6", "C4:D4", "E4:E6", "C5:C6"))
    assert [ends(t) for t in found] == [(4, 6, 7, 8, 10)]
    assert found[0].headers[3] == ("Số phải thu", "Trong đó", "BHYT")


def test_a_header_reaches_as_far_down_as_its_merged_headings(tmp_path: Path) -> None:
    rows = [
        ["TÌNH HÌNH THU BẢO HIỂM"],
        [],
        ["STT", "Đơn vị", "Số phải thu"],
        [_, _, "Trong kỳ"],
        [_, _, "Đã nộp ngân hàng"],
        [1, "Bảo hiểm xã hội huyện A", 10],
        [2, "Bảo hiểm xã hội huyện B", 12],
    ]
    found = tables(tmp_path, rows, ("A3:A5", "B3:B5"))
    assert [ends(t) for t in found] == [(3, 5, None, 6, 7)]
    assert found[0].headers[2] == ("Số phải thu", "Trong kỳ", "Đã nộp ngân hàng")


def test_a_header_of_two_rows_without_merges(tmp_path: Path) -> None:
    rows = [
        ["BÁO CÁO SẢN LƯỢNG BƯU PHẨM QUÝ I/2025"],
        ["TT", "Bưu cục", "Bưu phẩm", _, "Bưu kiện", _],
        [_, _, "Đi", "Đến", "Đi", "Đến"],
        [1, "Bưu cục A", 5, 6, 7, 8],
        [2, "Bưu cục B", 5, 6, 7, 8],
    ]
    found = tables(tmp_path, rows)
    assert [ends(t) for t in found] == [(2, 3, None, 4, 5)]
    assert found[0].headers[5] == ("Bưu kiện", "Đến")


def test_without_merges_a_heading_ends_where_the_group_over_it_does(tmp_path: Path) -> None:
    rows = [
        ["SẢN LƯỢNG BƯU PHẨM QUÝ I/2025"],
        ["TT", "Bưu cục", "Đã phát", _, "Chưa phát"],
        [_, _, "Đúng hạn", "Quá hạn", _],
        [_, _, "(cái)", "(cái)", "(cái)"],
        [1, "Bưu cục A", 50, 6, 7],
        [2, "Bưu cục B", 60, 5, 8],
    ]
    found = tables(tmp_path, rows)
    assert [ends(t) for t in found] == [(2, 4, None, 5, 6)]
    assert found[0].headers[3] == ("Đã phát", "Quá hạn")
    assert found[0].headers[4] == ("Chưa phát",)


@pytest.mark.parametrize("groups", [["Đã phát", "Chưa phát"], ["Đã phát"]])
def test_without_merges_words_over_figures_and_no_name_are_headings(tmp_path: Path, groups: list[object]) -> None:
    parts: list[object] = ["Quá hạn"] * len(groups)
    figures: list[object] = [50] * len(groups)
    head = [["TT", "Bưu cục", *groups], [_, _, *(["Trong tháng"] * len(groups))], [_, _, *parts]]
    found = tables(tmp_path, [["SẢN LƯỢNG BƯU PHẨM QUÝ I/2025"], *head, [1, "Bưu cục A", *figures], [2, "Bưu cục B", *figures]])
    assert [ends(t) for t in found] == [(2, 4, None, 5, 6)]
    assert found[0].headers[2] == ("Đã phát", "Trong tháng", "Quá hạn")


def test_a_row_without_a_name_that_others_follow_without_figures_heads_nothing(tmp_path: Path) -> None:
    rows = [["TT", "Bưu cục", "Đã phát", "Ghi chú"], [1, "Bưu cục A", 50, _], [_, _, _, "kèm biên bản"], [2, "Bưu cục B", 60, _]]
    assert [ends(t) for t in tables(tmp_path, rows)] == [(1, 1, None, 2, 4)]


def test_two_tables_side_by_side(tmp_path: Path) -> None:
    rows = [["TT", "Tên xã", "Điểm", _, "TT", "Tên xã", "Số hồ sơ"]] + [
        [n, f"Xã {n}", 10 * n, _, n, f"Xã {9 - n}", 3 * n] for n in range(1, 6)
    ]
    found = tables(tmp_path, rows)
    assert [(t.left, t.right) for t in found] == [(0, 2), (4, 6)]


def test_two_tables_below_each_other_with_the_signature_between(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["STT", "Nội dung", "Số lượng"],
        [1, "Số cơ sở", 4],
        [2, "Số lao động", 40],
        [],
        [_, "Người lập", "Chủ tịch"],
        [],
        [],
    ]
    rows += [["Biểu 2. Thu ngân sách"], ["STT", "Nội dung", "Dự toán", "Thực hiện"], [1, "Thu phí", 10, 9], [2, "Thu khác", 3, 4]]
    assert [ends(t) for t in tables(tmp_path, rows)] == [(1, 1, None, 2, 3), (9, 9, None, 10, 11)]


def test_a_header_repeated_on_the_next_page_is_no_data(tmp_path: Path) -> None:
    head: list[object] = ["STT", "Đơn vị", "Số hộ", "Số khẩu"]
    rows = [head, *[[n, f"Thôn {n}", n, 4 * n] for n in range(1, 5)], head, *[[n, f"Thôn {n}", n, 4 * n] for n in range(5, 8)]]
    (found,) = tables(tmp_path, rows)
    assert ends(found) == (1, 1, None, 2, 9)
    assert 5 in found.repeats and 5 not in found.body


def test_a_list_in_two_halves_is_two_tables(tmp_path: Path) -> None:
    heads = ["STT", "Chỉ tiêu", "Số liệu"]
    found = tables(tmp_path, [["SỐ LIỆU"], heads * 2, [1, "Học sinh", 61, 3, "Giáo viên", 21], [2, "Lớp học", 3, 4, "Phòng học", 18]])
    assert [(t.left, t.right, *ends(t)) for t in found] == [(0, 2, 2, 2, None, 3, 4), (3, 5, 2, 2, None, 3, 4)]


def test_groups_parted_by_blank_rows_are_one_table(tmp_path: Path) -> None:
    rows = [["Chỉ tiêu", "Đơn vị", "Năm 2023", "Năm 2024"]]
    for group in ("Thư viện", "Thể thao", "Gia đình"):
        rows += [[group], ["- Số lượt", "lượt", 3, 4], ["- Số người", "người", 5, 6], []]
    (found,) = tables(tmp_path, rows)
    assert ends(found) == (1, 1, None, 2, 12)


def test_a_row_of_measures_under_headings_of_two_heights_is_no_data(tmp_path: Path) -> None:
    rows = [["Tháng", "Mực nước", _, _, "Lưu lượng", "Lượng mưa"], [_, "Cao nhất", "Trung bình", "Thấp nhất"]]
    rows += [[_, "(cm)", "(cm)", "(cm)", "(m3/s)", "(mm)"], *([m, 241, 425, 599, "80,2", 308] for m in range(1, 13))]
    (found,) = tables(tmp_path, rows, ("B1:D1",))
    assert (found.header_first, found.data_first, found.data_last) == (0, 3, 14)


def test_a_remark_right_under_the_total_is_no_row_of_the_table(tmp_path: Path) -> None:
    rows = [["Mã nguồn", "Mã ngành", "Dự toán", "Đã dùng"], [12, "072", 500, 40], [13, "073", 700, 60], ["Cộng", _, 1200, 100]]
    (found,) = tables(tmp_path, [*rows, ["Kho bạc nhà nước ghi: số dư đúng"]])
    assert ends(found) == (1, 1, None, 2, 4)


def test_a_slip_without_a_heading_is_a_table_without_header_rows(tmp_path: Path) -> None:
    rows = [["PHIẾU KHẢO SÁT"], [], ["Số hộ nghèo", 12], ["Số hộ cận nghèo", 30], ["Số nhân khẩu", 411]]
    (found,) = tables(tmp_path, rows)
    assert (found.data_first + 1, found.data_last + 1) == (3, 5)
    assert found.header_last < found.header_first


@pytest.mark.parametrize("shift", [0, 1, 4])
def test_a_table_may_start_anywhere(tmp_path: Path, shift: int) -> None:
    pad: list[object] = [_] * shift
    rows = [[]] * shift + [
        [*pad, "Mã số", "Chỉ tiêu", "Số đầu năm", "Số cuối kỳ"],
        [*pad, "01", "Tiền gửi", 5, 7],
        [*pad, "02", "Dư nợ", 8, 9],
    ]
    assert [ends(t) for t in tables(tmp_path, rows)] == [(1 + shift, 1 + shift, None, 2 + shift, 3 + shift)]


def test_a_letter_without_figures_holds_no_table(tmp_path: Path) -> None:
    assert tables(tmp_path, [["Kính gửi: UBND các xã"], ["Đề nghị báo cáo trước ngày 15 hằng tháng."], ["Trân trọng./."]]) == []


@pytest.mark.parametrize(
    ("rows", "merges", "expected"),
    [
        pytest.param(
            [["Trạm", "Tháng", *[_] * 11, "Cả năm"], [_, *range(1, 13)], ["Đăk Tô", *[10] * 12, 120], ["Kon Tum", *[20] * 12, 240]],
            ("A1:A2", "B1:M1", "N1:N2"),
            [(1, 2, None, 3, 4)],
            id="months as numbers under a merged heading",
        ),
        pytest.param(
            [["Biểu 12. GRDP"], [_, 2020, 2021, 2022], ["TỔNG SỐ", 10, 11, 12], ["Nông nghiệp", 4, 4, 5], ["Công nghiệp", 6, 7, 7]],
            (),
            [(2, 2, None, 3, 5)],
            id="years as headings",
        ),
        pytest.param(
            [["Huyện", "01/3", "02/3", "03/3", "Cộng"], ["A", 1, 0, 2, 3], ["B", 0, 0, 1, 1]],
            (),
            [(1, 1, None, 2, 3)],
            id="days as headings",
        ),
        pytest.param(
            [["STT", "Chỉ tiêu", "Dư nợ"], ["No.", "Items", "Debt"], ["(1)", "(2)", "(3)"], [1, "Trồng trọt", 70], [2, "Chăn nuôi", 50]],
            (),
            [(1, 2, 3, 4, 5)],
            id="two languages",
        ),
        pytest.param(
            [["ten", "so_ho", "nu"], ["Tên đơn vị", "Số hộ", "Nữ"], ["Xã Một", 10, 4], ["Xã Hai", 12, 5], ["Xã Ba", 9, 3]],
            (),
            [(1, 2, None, 3, 5)],
            id="machine names over words",
        ),
        pytest.param(
            [
                ["I. THU"], ["STT", "Nội dung", "Dự toán", "Thực hiện"], [1, "Thuế", 10, 9], [2, "Phí", 5, 5],
                ["II. CHI"], ["STT", "Nội dung", "Dự toán", "Thực hiện"], [1, "Lương", 8, 8], [2, "Đầu tư", 9, 3],
            ],
            (),
            [(2, 2, None, 3, 4), (6, 6, None, 7, 8)],
            id="the same header under another title",
        ),
        pytest.param(
            [["STT", "Nhiệm vụ", "Kinh phí", "Đã chi"], [1, "Đào tạo", 100, 90], [2, "Thiết bị", 20, 15], ["Kiến nghị: bổ sung vốn."]],
            (),
            [(1, 1, None, 2, 3)],
            id="a request under the table",
        ),
    ],
)  # fmt: skip
def test_headers_and_ends_of_other_administrations(
    tmp_path: Path, rows: list[list[object]], merges: tuple[str, ...], expected: list[tuple[int, int, int | None, int, int]]
) -> None:
    assert [ends(t) for t in tables(tmp_path, rows, merges)] == expected


def test_a_list_in_marked_sections_is_one_table_without_a_header(tmp_path: Path) -> None:
    rows = [
        ["I.", "Bưu phẩm"],
        ["1.", "Nhận gửi ..........", _, 294, "cái"],
        [_, "+ Trong nước .......", _, 219, "cái"],
        ["2.", "Đã phát ............", _, 273, "cái"],
        ["II.", "Bưu kiện"],
        ["3.", "Nhận gửi ...........", _, 12, "kiện"],
        ["4.", "Đã phát ............", _, 9, "kiện"],
    ]
    assert [(t.data_first + 1, t.data_last + 1) for t in tables(tmp_path, rows)] == [(1, 7)]


def test_a_group_merged_over_one_column_too_few_heads_that_column_as_well(tmp_path: Path) -> None:
    rows = [
        ["TT", "Bưu cục", "Đã nhận", _, _, "Đã phát", _, _],
        [_, _, "Tổng", "Bưu phẩm", "Bưu kiện", "Tổng", "Đúng hạn", "Trễ hạn"],
        [1, "Bưu cục A", 55, 50, 5, 45, 42, 3],
        [2, "Bưu cục B", 44, 40, 4, 39, 37, 2],
    ]
    found = tables(tmp_path, rows, ("C1:D1", "F1:G1"))
    assert [ends(t) for t in found] == [(1, 2, None, 3, 4)]
    assert (found[0].headers[4], found[0].headers[7]) == (("Đã nhận", "Bưu kiện"), ("Đã phát", "Trễ hạn"))


def test_names_of_fields_in_a_hidden_row_leave_the_heading_below_them_whole(tmp_path: Path) -> None:
    rows = [
        ["MA", "TONG_SO", "TRONG_BIEN_CHE", "HOP_DONG"],
        ["Đội ngũ", "Tổng số", "Trong đó", _],
        [_, _, "Biên chế", "Hợp đồng"],
        ["Giáo viên", 25, 20, 5],
        ["Nhân viên", 4, 3, 1],
    ]
    path = saved(tmp_path, rows, ("A2:A3", "B2:B3", "C2:D2"))
    book = load_workbook(path)
    book.worksheets[0].row_dimensions[1].hidden = True
    book.save(path)
    (found,) = find_tables(open_workbook(path).sheets[0])
    assert (found.header_last + 1, found.data_first + 1, found.headers[3][-2:]) == (3, 4, ("Trong đó", "Hợp đồng"))


def test_a_second_row_that_says_how_columns_are_reckoned_is_no_data(tmp_path: Path) -> None:
    rows = [
        ["STT", "Chỉ tiêu", "Dự toán", "Thực hiện", "So sánh (%)"],
        ["A", "B", 1, 2, 3],
        [_, _, _, _, "3=2/1"],
        [1, "Thu nội địa", 400, 200, 50],
        [2, "Thu khác", 100, 20, 20],
    ]
    assert [ends(t) for t in tables(tmp_path, rows)] == [(1, 1, 2, 4, 5)]


def test_days_without_merges_head_the_columns_to_their_right(tmp_path: Path) -> None:
    days = [dt.date(2025, month, 1) for month in (1, 2)]
    rows = [
        ["Điện lực", days[0], _, days[1], _],
        [_, "SAIDI", "SAIFI", "SAIDI", "SAIFI"],
        ["Cao Lộc", 84.9, 1.2, 75.8, 0.9],
        ["Văn Quan", 90.5, 1.1, 59.3, 0.8],
    ]
    assert [ends(t) for t in tables(tmp_path, rows)] == [(1, 2, None, 3, 4)]


def test_a_numbered_list_without_headings_ends_with_its_total(tmp_path: Path) -> None:
    rows = [[n, name, 700 + n, 200 + n] for n, name in enumerate(["An Bình", "An Hòa", "Bình Minh", "Cẩm Sơn"], 1)]
    sheet = open_workbook(saved(tmp_path, [*rows, [_, "Tổng", 2810, 810]])).sheets[0]
    assert [(t.data_first + 1, t.data_last + 1) for t in counted_lists(sheet, [])] == [(1, 5)]
