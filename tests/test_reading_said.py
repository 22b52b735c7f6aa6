"""What the lines of a sheet say: whose figures, when, in what they are measured; and what only seems to say it."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from test_reading import codes, read, taken

from loaders.compare import Comparison
from loaders.opening.workbook import open_workbook
from loaders.understanding.report import read_grid

COUNTS = [
    ["Mã số", "Chỉ tiêu báo cáo", "Đơn vị tính", "Số trong kỳ"],
    ["01", "Số hồ sơ TTHC tiếp nhận mới", "hồ sơ", 306],
    ["02", "Số hồ sơ TTHC đã giải quyết", "hồ sơ", 296],
]


@pytest.mark.parametrize("sender", ["Đơn vị lập", "Đơn vị báo cáo:", "Tên đơn vị"])
@pytest.mark.parametrize("period", ["Kỳ dữ liệu", "Kỳ báo cáo:", "Thời gian"])
def test_sender_and_period_right_over_the_headings_are_no_headings(tmp_path: Path, sender: str, period: str) -> None:
    rows = [["HỆ THỐNG THÔNG TIN BÁO CÁO TỈNH QUẢNG NGÃI"], [sender, "UBND Xã Đăk Môn"], [period, "Tháng 01 năm 2026"], *COUNTS]
    found = read(tmp_path, rows)
    assert {(o.unit, o.period, o.value) for o in found.observations} == {("23374.2", "2026-M01", 306), ("23374.2", "2026-M01", 296)}


def test_a_province_in_the_name_of_a_system_is_no_sender(tmp_path: Path) -> None:
    found = read(tmp_path, [["HỆ THỐNG THÔNG TIN BÁO CÁO TỈNH QUẢNG NGÃI"], ["Tháng 01 năm 2026"], *COUNTS])
    assert taken(found) == {} and "no_unit" in codes(found)


def _measured(over: str, beside: str = "") -> list[list[object]]:
    return [
        ["UBND XÃ ĐĂK MÔN"],
        ["KẾT QUẢ CHI TRẢ AN SINH XÃ HỘI THÁNG 02/2026"],
        [],
        ["Bảng 1. Số người được chi trả trong kỳ (ĐVT: người)"],
        ["Tổng số người được chi trả an sinh xã hội", "Số người được chi trả an sinh xã hội không dùng tiền mặt"],
        [940, 677],
        [],
        ["Bảng 2. Kinh phí chi trả trong kỳ" + over, beside],
        ["Tổng số tiền chi trả an sinh xã hội", "Số tiền chi trả an sinh xã hội không dùng tiền mặt"],
        [526400, 379120],
    ]


@pytest.mark.parametrize(
    ("over", "beside"),
    [
        ("", "Đơn vị tính: nghìn đồng"),
        (" (ĐVT: 1.000 đồng)", None),
        (" - Đơn vị tính: nghìn đồng", None),
        ("", "Đơn vị: nghìn đồng"),
        (" (tính bằng nghìn đồng)", None),
        (" (nghìn đồng)", None),
    ],
)
def test_each_table_is_measured_in_what_stands_over_it(tmp_path: Path, over: str, beside: str) -> None:
    assert taken(read(tmp_path, _measured(over, beside))) == {"A6": 940, "B6": 677, "A10": 526_400_000, "B10": 379_120_000}


def _book(tmp_path: Path, **sheets: list[list[object]]) -> Path:
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(tmp_path / "bo so lieu.xlsx")
    return tmp_path / "bo so lieu.xlsx"


COVER = [["BỘ SỐ LIỆU CHUYỂN ĐỔI SỐ"], ["Đơn vị:", "UBND xã Đăk Môn"], ["Tháng báo cáo:", "04/2026"]]


def test_a_cover_speaks_for_the_sheets_that_say_nothing(tmp_path: Path) -> None:
    found = read_grid(
        open_workbook(_book(tmp_path, Bia=COVER, MotCua=COUNTS, CKS=[["Nội dung", "Số liệu"], ["Văn bản đi ký số cơ quan", 5]]))
    )
    assert {(o.sheet, o.unit, o.period) for o in found.observations} == {("MotCua", "23374.2", "2026-M04"), ("CKS", "23374.2", "2026-M04")}


def test_a_cover_that_one_sheet_gainsays_speaks_for_no_sheet(tmp_path: Path) -> None:
    named = [["UBND xã Đăk Long"], *COUNTS]
    found = read_grid(open_workbook(_book(tmp_path, Bia=COVER, A=named, B=COUNTS)))
    assert not [o for o in found.observations if o.status == "accepted"]
    assert {q.sheet for q in found.questions} == {"A", "B"}


FAR_COVER = [["UBND TỈNH GIA LAI"], ["UBND XÃ IA GRAI"], ["BÁO CÁO SỐ LIỆU"], ["Kỳ báo cáo: Tháng 12 năm 2025"]]


def test_a_cover_of_another_province_says_where_the_commune_of_silent_sheets_lies(tmp_path: Path) -> None:
    found = read_grid(open_workbook(_book(tmp_path, Bia=FAR_COVER, MotCua=COUNTS)))
    assert (found.outcome, {(o.unit, o.period) for o in found.observations}) == ("accept", {("23764.2", "2025-M12")})
    alone = read_grid(open_workbook(_book(tmp_path, Bia=FAR_COVER[1:], MotCua=COUNTS)))
    assert alone.outcome == "ask", "without its province a name that lies elsewhere is asked"


def test_a_cover_of_another_province_speaks_for_no_sheet_of_a_commune_of_ours(tmp_path: Path) -> None:
    named = [["UBND xã Đăk Môn"], *COUNTS]
    found = read_grid(open_workbook(_book(tmp_path, Bia=FAR_COVER, A=named, B=COUNTS)))
    assert {o.unit for o in found.observations if o.status == "accepted"} <= {"23374.2"}
    assert {q.sheet for q in found.questions} >= {"B"}


@pytest.mark.parametrize("title", ["DG", "DL", "TT", "XP"])
def test_initials_of_a_sheet_are_no_commune(tmp_path: Path, title: str) -> None:
    rows = [["UBND XÃ ĐĂK MÔN"], ["ĐÁNH GIÁ NĂM 2024"], *COUNTS]
    assert {o.unit for o in read_grid(open_workbook(_book(tmp_path, **{title: rows}))).observations if o.status == "accepted"} == {
        "23374.1"
    }
    alone = read_grid(open_workbook(_book(tmp_path, **{title: [["ĐÁNH GIÁ NĂM 2024"], *COUNTS]})))
    assert {o.status for o in alone.observations} == {"asked"}


def test_last_year_in_its_own_words_is_another_year(tmp_path: Path) -> None:
    rows = [
        ["UBND XÃ ĐĂK MÔN"],
        ["ĐÁNH GIÁ KẾT QUẢ CHUYỂN ĐỔI SỐ NĂM 2024"],
        ["#", "Nội dung", "Đơn vị tính", "Thực hiện năm 2023", "Kế hoạch năm 2024", "Thực hiện năm 2024", "So với KH (%)"],
        [1, "Hồ sơ TTHC tiếp nhận mới", "Hồ sơ", 2764, 2836, 2676, 94.4],
        [2, "Hồ sơ TTHC tiếp nhận trực tuyến", "Hồ sơ", 2004, 2242, 2116, 94.4],
    ]
    assert taken(read(tmp_path, rows)) == {"F4": 2676, "F5": 2116}


def test_months_under_a_year_need_no_other_period(tmp_path: Path) -> None:
    rows = [
        ["CÔNG AN XÃ ĐĂK MÔN"],
        ["BẢNG THEO DÕI ĐỊNH DANH ĐIỆN TỬ NĂM 2026"],
        ["STT", "Nội dung theo dõi", "Năm 2026", None],
        [None, None, "Tháng 1", "Tháng 2"],
        [1, "Tài khoản định danh điện tử mức 2 đã được phê duyệt", 3547, 3161],
        [2, "Số thẻ căn cước đã cấp", 4541, 4544],
    ]
    found = read(tmp_path, rows, name="VNeID T1-T2.2026.xlsx")
    assert {(o.cell, o.period) for o in found.observations} == {
        ("C5", "2026-M01"),
        ("D5", "2026-M02"),
        ("C6", "2026-M01"),
        ("D6", "2026-M02"),
    }
    told = Comparison().compare(found)
    assert [(i.code, i.cell) for i in told.issues] == [("stock_falls", "D5")]
    assert {o.cell for o in told.observations if o.status == "asked"} == {"D5"}


PAIR = [
    ["TT", "Chỉ tiêu", "ĐVT", "Kết quả"],
    [1, "Hồ sơ nộp trực tuyến", "hồ sơ", 212],
    [2, "Thôn có Tổ công nghệ số cộng đồng", "thôn", 9],
]


@pytest.mark.parametrize(
    "title",
    [
        "KẾT QUẢ CẤP CĂN CƯỚC, ĐỊNH DANH THÁNG 3/2026",
        "BÁO CÁO ĐỊNH KỲ THÁNG 3/2026",
        "BÁO CÁO HÀNG THÁNG - THÁNG 3 NĂM 2026",
        "Kỳ báo cáo: hằng tháng (tháng 03/2026)",
        "SỐ LIỆU VĂN BẢN BAN HÀNH THÁNG 3/2026",
    ],
)
def test_a_return_that_comes_every_month_names_its_own(tmp_path: Path, title: str) -> None:
    found = read(tmp_path, [["UBND XÃ XỐP"], [title], *PAIR])
    assert {o.period for o in found.observations} == {"2026-M03"} and found.outcome == "accept"


@pytest.mark.parametrize(
    "line",
    [
        "Căn cứ công văn tháng 3/2026 của tỉnh",
        "(Biểu hằng tháng, ban hành kèm theo Công văn tháng 3/2026)",
        "(Thống kê hàng tháng, quý, 6 tháng, 9 tháng)",
    ],
)
def test_the_time_of_a_paper_is_none_of_the_return(tmp_path: Path, line: str) -> None:
    assert codes(read(tmp_path, [["UBND XÃ XỐP"], ["BÁO CÁO SỐ LIỆU"], [line], *PAIR])) == {"no_period"}


@pytest.mark.parametrize(
    ("title", "line", "cells"),
    [
        ("SỐ LIỆU CHUYỂN ĐỔI SỐ NĂM 2026", "(Tính đến ngày 20/4/2026)", set()),
        ("SỐ LIỆU 6 THÁNG ĐẦU NĂM 2026", "(Số liệu đến 31/5/2026)", set()),
        ("SỐ LIỆU CHUYỂN ĐỔI SỐ NĂM 2026", "(Số thôn tính đến ngày 20/4/2026)", {"D5"}),
        ("SỐ LIỆU 6 THÁNG ĐẦU NĂM 2026", "(Số liệu đến 28/6/2026)", {"D5", "D6"}),
        ("SỐ LIỆU CHUYỂN ĐỔI SỐ NĂM 2026", "(Tính đến hết tháng 4)", {"D6"}),
        ("SỐ LIỆU CHUYỂN ĐỔI SỐ THÁNG 4/2026", "(Tính đến hết tháng 4)", {"D5", "D6"}),
    ],
)
def test_figures_that_stop_before_the_period_ends_are_asked(tmp_path: Path, title: str, line: str, cells: set[str]) -> None:
    assert set(taken(read(tmp_path, [["UBND XÃ XỐP"], [title], [line], *PAIR]))) == cells


def test_what_is_done_beside_what_is_left_to_do(tmp_path: Path) -> None:
    rows = [["TT", "Chỉ tiêu", "Giao", "Đã thực hiện", "Còn phải thực hiện"], [1, "Hồ sơ nộp trực tuyến", 900, 212, 688]]
    assert taken(read(tmp_path, [["UBND XÃ XỐP"], ["CHỈ TIÊU THÁNG 3/2026"], *rows])) == {"D4": 212}


@pytest.mark.parametrize(("before", "fallen"), [(3547, ["E4"]), (3120, [])])
@pytest.mark.parametrize("head", ["Tháng trước", "Kỳ trước"])
def test_a_stock_below_that_of_the_last_month_beside_it_is_asked(tmp_path: Path, head: str, before: int, fallen: list[str]) -> None:
    rows = [
        ["CÔNG AN XÃ ĐĂK MÔN"],
        ["SỐ LIỆU ĐỊNH DANH ĐIỆN TỬ THÁNG 2 NĂM 2026"],
        ["STT", "Nội dung", "ĐVT", head, "Tháng này", "Cùng kỳ năm trước"],
        [1, "Tài khoản định danh điện tử mức 2 đã được phê duyệt", "TK", before, 3161, 9000],
        [2, "Số thẻ căn cước đã cấp", "thẻ", 4541, 4544, 9000],
    ]
    told = Comparison().compare(read(tmp_path, rows))
    assert [i.cell for i in told.issues if i.code == "stock_falls"] == fallen
    assert {o.cell for o in told.observations if o.status == "asked"} == set(fallen)


SPANS = [
    ("QUÝ I NĂM 2026", "Trong tháng"),
    ("THÁNG 5 NĂM 2026", "Trong quý"),
    ("THÁNG 5 NĂM 2026", "Trong tuần"),
    ("NĂM 2025", "Trong tháng"),
]


@pytest.mark.parametrize(("when", "heading"), SPANS)
def test_what_arose_in_another_span_than_the_return_is_left_and_told(tmp_path, when, heading):
    head = ["TT", "Nội dung", heading, "Lũy kế từ đầu năm"]
    found = read(tmp_path, [["UBND XÃ ĐĂK MÔN"], [f"SỐ LIỆU {when}"], head, [1, "Hồ sơ tiếp nhận mới", 120, 300]])
    assert {o.cell for o in found.observations if o.status == "accepted"} == {"D4"} and "other_span" in codes(found)


@pytest.mark.parametrize(
    ("when", "heading"), [("QUÝ I NĂM 2026", "Trong quý"), ("THÁNG 5 NĂM 2026", "Trong tháng"), ("QUÝ I NĂM 2026", "Trong kỳ")]
)
def test_what_arose_in_the_span_of_the_return_is_taken(tmp_path, when, heading):
    found = read(tmp_path, [["UBND XÃ ĐĂK MÔN"], [f"SỐ LIỆU {when}"], ["TT", "Nội dung", heading], [1, "Hồ sơ tiếp nhận mới", 120]])
    assert {o.cell for o in found.observations if o.status == "accepted"} == {"C4"} and found.outcome == "accept"
