"""Returns of banks, stations, warehouses and examinations: numbers that head columns, groups behind drawn rows, notes within the rows,
measures and periods that stand in captions and headings. Rows count from 1 as in the sheet."""

from pathlib import Path

import pytest
from test_layout import saved
from test_layout_forms import ends, told

from loaders.commands import layout
from loaders.understanding.dates.when import statements, unfilled

_ = None
Rows = list[list[object]]
Ends = tuple[int, int, int | None, int, int]

TABLES: dict[str, tuple[Rows, str, list[Ends]]] = {
    "denominations under the kinds of money, nothing merged": (
        [
            ["TỔNG HỢP TIỀN KHÔNG ĐỦ TIÊU CHUẨN LƯU THÔNG"],
            ["Phòng giao dịch", "Tiền polymer", _, _, "Tiền cotton", _, "Cộng"],
            [_, 500000, 200000, 100000, 5000, 2000],
            ["Toàn chi nhánh", 31, 12, 9, 0, 1, 53],
            ["PGD Bến Đông", 7, 4, _, 0, 1, 12],
            ["PGD Bến Tây", 24, 8, 9, 0, 0, 41],
        ],
        "A2:G6",
        [(2, 3, _, 4, 6)],
    ),
    "doses numbered under their vaccines, nothing merged": (
        [
            ["TT", "Thôn", "BCG", "VGB", _, "DPT", _, _, "Sởi"],
            [_, _, _, "<24h", ">24h", 1, 2, 3, _],
            [1, "Thôn Nhất", 3, 3, 0, 4, 7, 6, 9],
            [2, "Thôn Nhì", 8, 3, 1, 3, 3, 5, 6],
            [_, "Cộng", 11, 6, 1, 7, 10, 11, 15],
        ],
        "A1:I5",
        [(1, 2, _, 3, 5)],
    ),
    "one post and the name of who holds it, in small letters": (
        [
            ["STT", "Số hiệu", "Người nhận", "Lý do", "Ngày phát"],
            [1, "EB001", "Nguyễn Thị Hoa", "Sai địa chỉ", "9/6/2025"],
            [2, "EB002", "Trần Văn Bình", "Từ chối nhận", "10/6/2025"],
            [3, "EB003", "Lê Quốc Khánh", "Vắng nhà", "11/6/2025"],
            [_, _, _, "Trưởng ca"],
            [],
            [_, _, _, "Đỗ Thị Mai"],
        ],
        "A1:E4",
        [(1, 1, _, 2, 4)],
    ),
    "denominations in one row of headings": (
        [
            ["Đơn vị", 500000, 200000, 100000, 50000, 20000, "Cộng"],
            ["Quỹ chính", 120, 300, 410, 90, 15, 935],
            ["Quỹ phụ", 20, 30, 41, 9, 5, 105],
        ],
        "",
        [(1, 1, _, 2, 3)],
    ),
    "denominations as texts, twice, under what came in and what went out": (
        [
            ["STT", "Điểm giao dịch", "Thu", _, _, "Chi", _, _],
            [_, _, "500.000", "200.000", "100.000", "500.000", "200.000", "100.000"],
            [1, "Bưu cục Hòa Lạc", 10, 20, 30, 4, 5, 6],
            [2, "Bưu cục Yên Sơn", 11, 21, 31, 4, 5, 6],
        ],
        "",
        [(1, 2, _, 3, 4)],
    ),
    "denominations with the sign of the money behind them": (
        [
            ["Đơn vị", "500.000đ", "200.000đ", "100.000đ", "50.000đ", "Tổng cộng"],
            ["Quỹ chính", 1, 2, 3, 4, 10],
            ["Quỹ phụ", 1, 2, 3, 4, 10],
        ],
        "",
        [(1, 1, _, 2, 3)],
    ),
    "denominations in thousands": (
        [
            ["Ngày", "Diễn giải", "Số tờ theo mệnh giá (nghìn đồng)", _, _, _, "Thành tiền"],
            [_, _, 500, 200, 100, 50],
            ["01/3", "Thu tiền điện", 1, 2, 3, 4, 1400],
            ["02/3", "Thu tiền nước", 1, 2, 3, 4, 1400],
            [_, "Cộng", 2, 4, 6, 8, 2800],
        ],
        "",
        [(1, 2, _, 3, 5)],
    ),
    "amounts of help in round numbers are figures": (
        [["Đối tượng", "Mức 1", "Mức 2", "Mức 3"], ["Hộ nghèo", 500000, 200000, 100000], ["Hộ cận nghèo", 200000, 100000, 50000]],
        "",
        [(1, 1, _, 2, 3)],
    ),
    "denominations name the rows: they are figures, not headings": (
        [
            ["BẢNG KÊ TIỀN MẶT CUỐI NGÀY"],
            ["Mệnh giá", "Số tờ", "Thành tiền"],
            [500000, 12, 6000000],
            [200000, 5, 1000000],
            [100000, 3, 300000],
            ["Cộng", 20, 7300000],
        ],
        "A2:C6",
        [(2, 2, _, 3, 6)],
    ),
    "codes of stations under their names": (
        [
            ["Giờ", "Trạm Sông Hồng", "Trạm Sông Đà", "Trạm Sông Lô", "Trạm Sông Thao"],
            [_, 74101, 74105, 74129, 74130],
            [1, 812, 640, 333, 90],
            [7, 815, 641, 335, 95],
            [13, 818, 660, 331, 91],
        ],
        "",
        [(1, 2, _, 3, 5)],
    ),
    "codes of stations behind the word for them": (
        [
            ["Ngày", "Mường Bang", "Phù Yên", "Sơn La"],
            ["Mã trạm", "48803", "48804", "48806"],
            [1, 0, 12.5, 3],
            [2, 8, 0, 0],
            ["Tổng", 8, 12.5, 3],
        ],
        "",
        [(1, 2, _, 3, 5)],
    ),
    "codes of stations over their names": (
        [
            ["Ngày", "48802", "48803", "48804"],
            [_, "Bắc Hà", "Sa Pa", "Phố Ràng"],
            [1, 12, 13, 8],
            [2, 1, 3, 8],
        ],
        "",
        [(1, 2, _, 3, 4)],
    ),
    "measures under the codes of stations": (
        [
            ["Ngày", "Bắc Hà", "Sa Pa", "Phố Ràng"],
            [_, 48802, 48803, 48804],
            [_, "mm", "mm", "mm"],
            [1, 12, 13, 8],
            [2, 1, 3, 8],
        ],
        "",
        [(1, 3, _, 4, 5)],
    ),
    "a blank form with nothing but the word for its sum": (
        [["PHIẾU NHẬP"], ["TT", "Hàng", "SL", "Đơn giá"], [], [], [], [_, "Cộng"], ["Người giao", _, "Thủ kho"]],
        "A2:D6",
        [(2, 2, _, 3, 6)],
    ),
    "codes of the post behind the word for them, far from each other": (
        [
            ["Dịch vụ", "Hà Giang", "Cao Bằng", "Bắc Kạn"],
            ["Mã bưu chính", 20000, 21000, 23000],
            ["Chuyển phát nhanh", 12, 13, 8],
            ["Bưu kiện", 1, 3, 8],
        ],
        "",
        [(1, 2, _, 3, 4)],
    ),
    "codes with a nought before them": (
        [
            ["Đơn vị", "Khoản chi thường xuyên", "Khoản mua sắm", "Khoản khác"],
            [_, "0101", "0203", "1105"],
            ["Trường Hoa Sen", 12000, 400, 900],
            ["Trường Hoa Mai", 11000, 300, 800],
        ],
        "",
        [(1, 2, _, 3, 4)],
    ),
    "levels of rivers that look like codes are figures": (
        [["Ngày", "Trạm A", "Trạm B", "Trạm C"], [1, 4802, 4803, 4810], [2, 4805, 4811, 4820]],
        "",
        [(1, 1, _, 2, 3)],
    ),
    "codes of shops that are letters and digits": (
        [
            ["Mặt hàng", "Cửa hàng Bắc", "Cửa hàng Nam", "Cửa hàng Đông"],
            [_, "CH-01", "CH-02", "CH-03"],
            ["Gạo", 120, 80, 60],
            ["Muối", 12, 8, 6],
        ],
        "",
        [(1, 2, _, 3, 4)],
    ),
    "a first row of sums without a name is none of the header": (
        [
            ["Xã", "Số hộ", "Nhân khẩu", "Lao động"],
            [_, 9800, 9790, 9795],
            ["Sơn Đông", 4800, 4790, 4795],
            ["Sơn Tây", 5000, 5000, 5000],
        ],
        "",
        [(1, 1, _, 2, 4)],
    ),
    "a warehouse: groups by source, which notes begin with as well": (
        [
            ["STT", "Tên thuốc", "ĐVT", "Số lượng", "Thành tiền"],
            ["Nguồn: Bảo hiểm y tế"],
            [1, "Vitamin C", "Viên", 100, 20000],
            [2, "Paracetamol", "Viên", 50, 15000],
            ["Nguồn: Chương trình mục tiêu"],
            [1, "Oresol", "Gói", 40, 80000],
            [_, "Tổng cộng", _, _, 115000],
            ["Nguồn: Kho chẵn Trung tâm y tế"],
        ],
        "",
        [(1, 1, _, 2, 7)],
    ),
    "a warehouse: numbers that go on in the next group, below the sum of the one before": (
        [
            ["STT", "Tên thuốc", "Nhập", "Xuất"],
            ["Nhóm: Kháng sinh"],
            [1, "Amoxicilin", 10, 5],
            [2, "Cefixim", 20, 5],
            ["Cộng nhóm: Kháng sinh", _, 30, 10],
            ["Nguồn: BHYT"],
            [3, "Vitamin", 10, 5],
            ["Tổng cộng", _, 40, 15],
        ],
        "",
        [(1, 1, _, 2, 8)],
    ),
    "a remark right over the sum": (
        [
            ["STT", "Tiêu chí", "Điểm chuẩn", "Điểm đạt"],
            [1, "Nghị quyết", 15, 14],
            [2, "Đảng viên", 15, 14],
            [_, "Lưu ý: chấm theo hồ sơ lưu"],
            [_, "Tổng điểm", 30, 28],
            [],
            [_, "Tổng thư ký hội đồng"],
        ],
        "",
        [(1, 1, _, 2, 5)],
    ),
    "an examination: rooms behind a blank row with lines, some results missing": (
        [
            ["Stt", "SBD", "Họ và tên", "Vị trí", "Điểm", "Ưu tiên", "Kết quả"],
            ["Phòng thi số 1"],
            [1, "A01", "Lê Thị An", "Toán", 61, 0, "Trúng tuyển"],
            [2, "A02", "Lê Thị Ba", "Toán", 55, 5, "Trúng tuyển"],
            [],
            ["Phòng thi số 2"],
            [3, "A03", "Vũ Văn Ca", "Văn", 35, 0],
            [4, "A04", "Vũ Văn Du", "Văn", 70, 5, "Trúng tuyển"],
            [],
            ["Tổng số thí sinh: 4"],
        ],
        "A1:G8",
        [(1, 1, _, 2, 8)],
    ),
    "an examination: the posts applied for in the column of the names, blank rows without lines": (
        [
            ["TT", "Họ và tên", "Ngày sinh", "Điểm viết", "Điểm vấn đáp", "Tổng"],
            [_, "Vị trí: Kế toán"],
            [1, "Lê Thị An", "01/02/1999", 61, 20, 81],
            [],
            [_, "Vị trí: Văn thư"],
            [2, "Vũ Văn Ca", "05/06/1998", 35, 30, 65],
            [3, "Vũ Văn Du", "09/09/1997", 70, 12, 82],
            [],
            [_, "Hội đồng tuyển dụng"],
        ],
        "",
        [(1, 1, _, 2, 7)],
    ),
    "the first row drawn under the header is filled in by hand": (
        [
            ["TT", "Ngày", "Tổ chức, cá nhân", "Tiền (đồng)", "Gạo (kg)"],
            [],
            [1, "09/9", "Công ty Hải Hà", 37000000, 113],
            [2, "10/9", "Nhóm thiện nguyện Sao Mai", 5000000, 40],
            [_, _, "Cộng", 42000000, 153],
        ],
        "A1:E5",
        [(1, 1, _, 2, 5)],
    ),
    "an empty row without lines under the header is none of the body": (
        [["TT", "Tổ chức", "Tiền"], [], [1, "Công ty Hải Hà", 37], [2, "Nhóm Sao Mai", 5]],
        "",
        [(1, 1, _, 3, 4)],
    ),
    "a form of points: an explanation over the total, the posts of those who sign begin like a sum": (
        [
            ["Tiêu chí", "Chỉ tiêu", "Điểm tối đa", "Điểm đạt"],
            ["Tiêu chí 1", "Ban hành văn bản", 10, 8],
            [_, "Chỉ tiêu 1: Công khai", 5, 4],
            [_, "(Điểm số của tiêu chí là tổng điểm các chỉ tiêu)"],
            ["Tổng cộng", _, 15, 12],
            [],
            [_, "Công chức Tư pháp - Hộ tịch"],
        ],
        "",
        [(1, 1, _, 2, 5)],
    ),
    "two tables side by side, the general director signs under the second": (
        [
            ["Bảng 1. Đồng VND", _, _, _, "Bảng 2. Đồng USD"],
            ["Kỳ hạn", "Cá nhân", "Tổ chức", _, "Kỳ hạn", "Cá nhân", "Tổ chức"],
            ["Không kỳ hạn", 0.5, 0.3, _, "Không kỳ hạn", 0, 0],
            ["Dưới 6 tháng", 3.1, 3.3, _, "Dưới 6 tháng", 0, 0],
            ["Từ 12 tháng", 5.1, 5.3, _, "Từ 12 tháng", 0, 0],
            [],
            ["Người lập", _, _, _, _, "Tổng giám đốc"],
            ["(Ký, họ tên)", _, _, _, _, "(Ký, họ tên)"],
        ],
        "",
        [(2, 2, _, 3, 5), (2, 2, _, 3, 5)],
    ),
}


@pytest.mark.parametrize("case", TABLES)
def test_rows_of_banks_stations_and_examinations(case: str, tmp_path: Path) -> None:
    rows, drawn, expected = TABLES[case]
    assert ends(told(tmp_path, rows, drawn=drawn)) == expected


SMALL: Rows = [["Tổ chức", "Số việc", "Phí thu"], ["Phòng số 1", 21, 890], ["Văn phòng An Bình", 33, 1450], ["Cộng", 54, 2340]]


@pytest.mark.parametrize(
    ("rows", "measures"),
    [
        ([["1. Công chứng (nghìn đồng)"], *SMALL, [], ["2. Trợ giúp pháp lý"], *SMALL], ["nghìn đồng", None]),
        (
            [["1. Công chứng"], *SMALL, [], ["2. Đấu giá"], [_, _, "Đơn vị: triệu đồng"], *SMALL, [], ["3. Trợ giúp pháp lý"], *SMALL],
            [None, "triệu đồng", None],
        ),
        (
            [["SỐ LIỆU BỔ TRỢ TƯ PHÁP"], [_, _, "Đơn vị: triệu đồng"], ["1. Công chứng"], *SMALL, [], ["2. Đấu giá"], *SMALL],
            ["triệu đồng", "triệu đồng"],
        ),
    ],
)
def test_a_measure_under_the_caption_of_one_table_is_that_tables_alone(rows: Rows, measures: list[str | None], tmp_path: Path) -> None:
    assert [t["unit_of_measure"] for t in told(tmp_path, rows)] == measures


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Biến động khách hàng tháng 5/2025", "2025-M05"),
        ("Doanh số bán hàng tháng 5 năm 2025", "2025-M05"),
        ("(Từng ngày tháng 3 năm 2025)", "2025-M03"),
        ("Chi tiết theo ngày, tháng 3 năm 2025", "2025-M03"),
        ("BẢNG LƯỢNG MƯA NGÀY THÁNG 7 NĂM 2024", "2024-M07"),
        ("BÁO CÁO QUỸ NĂM 2025", "2025"),
        ("Sơn Đông, ngày     tháng 3 năm 2025", None),
        ("XÃ SƠN ĐÔNG, NGÀY     THÁNG 3 NĂM 2025", None),
        ("Ngày     tháng 3 năm 2025", None),
        ("Báo cáo gửi định kỳ hàng tháng", None),
    ],
)
def test_months_of_days_and_words_like_month(text: str, period: str | None) -> None:
    assert [str(s.period) for s in statements(text, "line")] == ([period] if period else [])


def test_a_place_that_sounds_like_month_leaves_no_month_open() -> None:
    assert not unfilled("CHI CỤC THUẾ KHU VỰC BẢO THẮNG", "line")


def test_what_runs_day_by_day_in_a_month_is_of_that_month(tmp_path: Path) -> None:
    rows: Rows = [
        ["THEO DÕI PHÁT TRIỂN THUÊ BAO HÀNG NGÀY THÁNG 10/2025"],
        ["TT", "Đơn vị", "Số thuê bao"],
        [1, "Tổ 1", 12],
        [2, "Tổ 2", 9],
    ]
    assert [t["period"] for t in told(tmp_path, rows)] == ["2025-M10"]


@pytest.mark.parametrize(
    ("headings", "period"),
    [
        (["Khoản", "Thực hiện tháng 3/2025"], "2025-M03"),
        (["Khoản", "Thực hiện tháng 3/2025", "Thực hiện tháng 3/2024"], None),
        (["Khoản", "Vốn năm 2025"], None),
    ],
)
def test_the_one_month_that_headings_name_is_that_of_a_table_where_nothing_else_speaks_of_time(
    headings: list[object], period: str | None, tmp_path: Path
) -> None:
    rows: Rows = [["BÁO CÁO THU"], headings, ["Thuế", 500, 400][: len(headings)], ["Phí", 90, 80][: len(headings)]]
    assert [t["period"] for t in told(tmp_path, rows)] == [period]


def test_tables_below_each_other_have_the_months_of_their_captions(tmp_path: Path) -> None:
    body: Rows = [["Xã", "Hộ", "Khẩu"], ["Sơn Đông", 1, 2], ["Sơn Tây", 2, 3], []]
    rows: Rows = [["Bảng 1. Tháng 5/2025"], *body, ["Bảng 2. Tháng 6/2025"], *body]
    assert [t["period"] for t in told(tmp_path, rows)] == ["2025-M05", "2025-M06"]


@pytest.mark.parametrize(
    "line",
    [
        ["ĐVT", "triệu đồng"],
        ["THU NGÂN SÁCH XÃ", _, "triệu đồng"],
        ["Bảng 1: Thu ngân sách", _, "triệu đồng"],
        ["Đơn vị tính:", "triệu đồng"],
    ],
)
def test_a_measure_in_a_cell_beside_its_word_or_the_caption(line: list[object], tmp_path: Path) -> None:
    rows: Rows = [line, ["Xã", "Kế hoạch", "Thực hiện"], ["Sơn Đông", 1, 2], ["Sơn Tây", 2, 3]]
    assert [t["unit_of_measure"] for t in told(tmp_path, rows)] == ["triệu đồng"]


def test_thanks_below_a_questionnaire_are_no_row_of_it(tmp_path: Path) -> None:
    rows: Rows = [["TT", "Nội dung", "Hài lòng", "Không hài lòng"], [1, "Thái độ", 5, 1], [2, "Thời gian", 4, 2], ["Xin cảm ơn!"]]
    assert ends(told(tmp_path, rows)) == [(1, 1, _, 2, 3)]


def test_codes_stand_under_headings_beside_one_merged_over_both_rows(tmp_path: Path) -> None:
    rows: Rows = [["Ngày", "Bắc Hà", "Sa Pa", "Phố Ràng"], [_, 48802, 48803, 48804], [1, 12, 13, 8], [2, 1, 3, 8]]
    found = layout({"path": str(saved(tmp_path, rows, ("A1:A2",))), "name": "sheet.xlsx"})["tables"]
    assert ends(found) == [(1, 2, _, 3, 4)]
