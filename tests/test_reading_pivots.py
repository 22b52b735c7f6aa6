"""Pivot tables pasted as values: their filters say of which period and of what part the figures are."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from test_reading import codes, read, taken

from loaders.opening.workbook import open_workbook
from loaders.understanding.report import read_grid

NAMES = ["Xã Đăk Blô", "Xã Đăk Long", "Xã Xốp"]


def _pivot(
    *filters: tuple[str, str], heads: tuple[str, ...] = ("Tổng của HS tiếp nhận mới", "Tổng của HS đã giải quyết")
) -> list[list[object]]:
    body: list[list[object]] = [[name, *(90 - 20 * k + place for k in range(len(heads)))] for place, name in enumerate(NAMES)]
    sums = [sum(int(str(row[k + 1])) for row in body) for k in range(len(heads))]
    return [*map(list, filters), [], ["Nhãn Hàng", *heads], *body, ["Tổng Cuối", *sums]]


@pytest.mark.parametrize(
    "filters",
    [
        [("Kỳ báo cáo", "Tháng 04/2025"), ("Cấp đơn vị", "Xã, thị trấn")],
        [("Tháng", "Tháng 04/2025"), ("Lĩnh vực", "(Tất cả)")],
        [("Tháng", "04/2025")],
        [("Kỳ báo cáo", "Tháng 04/2025"), ("Huyện", "Đăk Glei")],
        [("Kỳ báo cáo", "Tháng 04/2025"), ("Chỉ tiêu", "Hồ sơ TTHC")],
    ],
)
def test_filters_that_narrow_nothing_leave_a_narrow_table_readable(tmp_path: Path, filters: list[tuple[str, str]]) -> None:
    found = read(tmp_path, _pivot(*filters), "Pivot TTHC.xlsx")
    assert len(taken(found)) == 6 and {o.period for o in found.observations} == {"2025-M04"} and found.outcome == "accept"


@pytest.mark.parametrize("every", ["(Tất cả)", "(All)", "(Nhiều mục)", "(Multiple Items)"])
@pytest.mark.parametrize("label", ["Tháng", "Kỳ báo cáo"])
def test_a_filter_that_lets_every_period_through_is_asked(tmp_path: Path, label: str, every: str) -> None:
    found = read(tmp_path, _pivot((label, every), ("Lĩnh vực", "(Tất cả)")), "Pivot TTHC T4.2025.xlsx")
    assert taken(found) == {} and found.questions[0].key == "period"
    answered = read(tmp_path, _pivot((label, every), ("Lĩnh vực", "(Tất cả)")), "Pivot TTHC T4.2025.xlsx", {"period": "2025-M04"})
    assert len(taken(answered)) == 6


@pytest.mark.parametrize(
    ("label", "part"),
    [("Lĩnh vực", "Hộ tịch"), ("Hình thức nộp", "Trực tuyến"), ("Trạng thái", "Quá hạn"), ("Thôn", "Thôn 2"), ("Lĩnh vực", "(Nhiều mục)")],
)
def test_a_filter_for_a_part_is_asked(tmp_path: Path, label: str, part: str) -> None:
    found = read(tmp_path, _pivot(("Kỳ báo cáo", "Tháng 04/2025"), (label, part)))
    assert taken(found) == {} and codes(found) == {"part_of_unit"}
    key = found.questions[0].key
    assert len(taken(read(tmp_path, _pivot(("Kỳ báo cáo", "Tháng 04/2025"), (label, part)), answers={key: "whole"}))) == 6
    assert taken(read(tmp_path, _pivot(("Kỳ báo cáo", "Tháng 04/2025"), (label, part)), answers={key: "part"})) == {}


@pytest.mark.parametrize("how", ["Trung bình của", "Tối đa của", "Max of", "Số lượng của", "Count of"])
def test_what_is_no_sum_is_no_figure(tmp_path: Path, how: str) -> None:
    heads = (f"{how} HS tiếp nhận mới", f"{how} HS đã giải quyết")
    assert taken(read(tmp_path, _pivot(("Kỳ báo cáo", "Tháng 04/2025"), heads=heads))) == {}
    assert len(taken(read(tmp_path, _pivot(("Kỳ báo cáo", "Tháng 04/2025"), heads=(heads[0], "Sum of HS đã giải quyết"))))) == 3


def test_the_corner_over_months_across_is_no_filter(tmp_path: Path) -> None:
    months = ["Tháng 1/2025", "Tháng 2/2025", "Tháng 3/2025"]
    body: list[list[object]] = [[name, 20 + place, 30 + place, 40 + place, 90 + 3 * place] for place, name in enumerate(NAMES)]
    head: list[list[object]] = [["SỐ HỒ SƠ TTHC TIẾP NHẬN MỚI THEO THÁNG"], [], ["Tổng của Hồ sơ tiếp nhận mới", "Nhãn Cột"]]
    rows = [*head, ["Nhãn Hàng", *months, "Tổng Cuối"], *body, ["Tổng Cuối", 63, 93, 123, 279]]
    found = read(tmp_path, rows, "Tiep nhan 3 thang dau nam 2025.xlsx")
    assert found.outcome == "accept" and {cell[0] for cell in taken(found)} >= {"B", "C", "D"}
    assert {(o.cell[0], o.period) for o in found.observations if o.cell[0] in "BCD"} == {(c, f"2025-M0{m}") for m, c in enumerate("BCD", 1)}


SHARES = ["% của hồ sơ nộp trực tuyến", "% of Hồ sơ nộp trực tuyến", "Tỷ trọng hồ sơ nộp trực tuyến", "% hồ sơ nộp trực tuyến"]


@pytest.mark.parametrize("share", SHARES)
def test_shares_of_the_total_are_no_rates(tmp_path: Path, share: str) -> None:
    rows = _pivot(("Kỳ báo cáo", "Tháng 04/2025"), heads=("Tổng của HS tiếp nhận mới", share))
    for row, part in zip(rows[-4:], (0.3, 0.45, 0.25, 1), strict=True):
        row[2] = part
    found = read(tmp_path, rows)
    assert {cell[0] for cell in taken(found)} == {"B"} and found.outcome == "accept"


def test_a_rate_in_a_plain_table_is_one_whatever_its_words(tmp_path: Path) -> None:
    rows: list[list[object]] = [["BÁO CÁO THÁNG 4 NĂM 2025"], ["STT", "Xã", "% của hồ sơ nộp trực tuyến"]]
    rows += [[place, name, 50 + place] for place, name in enumerate(NAMES, 1)]
    assert taken(read(tmp_path, rows)) == {"C3": 51, "C4": 52, "C5": 53}


def _numbered(title: str, numbers: list[int], corner: str, word: str) -> list[list[object]]:
    body: list[list[object]] = [[name, *(20 + 10 * k + place for k in range(len(numbers)))] for place, name in enumerate(NAMES)]
    return [[title], [], [corner, word], ["Nhãn Hàng", *numbers], *body]


@pytest.mark.parametrize(
    ("corner", "word"), [("Tổng của Hồ sơ tiếp nhận mới", "Nhãn Cột"), ("Sum of Hồ sơ tiếp nhận mới", "Column Labels")]
)
@pytest.mark.parametrize("title", ["TIẾP NHẬN HỒ SƠ QUÝ I NĂM 2026", "SỐ LIỆU QUÝ I NĂM 2026"])
def test_bare_numbers_over_the_columns_of_a_pivot_are_asked(tmp_path: Path, title: str, corner: str, word: str) -> None:
    rows = _numbered(title, [1, 2, 3], corner, word)
    found = read(tmp_path, rows)
    assert taken(found) == {} and codes(found) == {"numbers_unclear"} and found.outcome == "ask"
    key = found.questions[0].key
    months = read(tmp_path, rows, answers={key: "month"})
    assert {(o.cell[0], o.period) for o in months.observations} == {("B", "2026-M01"), ("C", "2026-M02"), ("D", "2026-M03")}
    assert len(taken(months)) == 9 and taken(read(tmp_path, rows, answers={key: "none"})) == {}


def test_numbers_that_are_the_months_of_the_period_are_months(tmp_path: Path) -> None:
    found = read(tmp_path, _numbered("SỐ LIỆU QUÝ II NĂM 2025", [4, 5, 6], "Tổng của Hồ sơ tiếp nhận mới", "Nhãn Cột"))
    assert len(taken(found)) == 9 and {o.period for o in found.observations} == {"2025-M04", "2025-M05", "2025-M06"}


def test_numbers_over_counts_of_rows_are_no_figures(tmp_path: Path) -> None:
    assert taken(read(tmp_path, _numbered("SỐ LIỆU QUÝ II NĂM 2025", [4, 5, 6], "Số lượng của Hồ sơ tiếp nhận mới", "Nhãn Cột"))) == {}


DATA = [
    ("TTHC", "Hồ sơ tiếp nhận mới", 276),
    ("TTHC", "Hồ sơ tiếp nhận trực tuyến", 257),
    ("Hài lòng", "Lượt đánh giá mức độ hài lòng", 142),
    ("Hài lòng", "Lượt đánh giá hài lòng trở lên", 141),
]


def _beside_data(tmp_path: Path, *units: str, pivot_first: bool = False):
    book = Workbook()
    assert book.active is not None
    first, second = book.active, book.create_sheet()
    data, pivot = (second, first) if pivot_first else (first, second)
    data.title, pivot.title = "data", "Pivot"
    data.append(["Đơn vị", "Năm", "Tháng", "Lĩnh vực", "Chỉ tiêu", "Loại số liệu", "Giá trị"])
    for unit in units:
        for group, name, value in DATA:
            data.append([unit, 2025, 8, group, name, "Trong tháng", value])
    for row in (["Tháng", 8], [], ["Row Labels", "Sum of Giá trị"], ["TTHC", 533]):
        pivot.append(row)
    for place, (_group, name, value) in enumerate(DATA):
        if place == 2:
            pivot.append(["Hài lòng", 283])
        pivot.append([f"   {name}", value])
    pivot.append(["Grand Total", 816])
    book.save(tmp_path / "data_2025_08.xlsx")
    return read_grid(open_workbook(tmp_path / "data_2025_08.xlsx"))


@pytest.mark.parametrize("pivot_first", [False, True])
def test_a_pivot_table_beside_the_data_of_one_commune_is_its_own(tmp_path: Path, pivot_first: bool) -> None:
    found = _beside_data(tmp_path, "Xã Măng Bút", pivot_first=pivot_first)
    assert found.outcome == "accept" and {o.unit for o in found.observations} == {"23455.2"}
    assert 283 not in {o.value for o in found.observations}


def test_beside_the_data_of_two_communes_it_is_asked(tmp_path: Path) -> None:
    found = _beside_data(tmp_path, "Xã Măng Bút", "Xã Măng Đen")
    assert "no_unit" in codes(found) and not {o.cell for o in found.observations if o.sheet == "Pivot" and o.status == "accepted"}


def test_a_pivot_table_over_the_communes_of_the_sheet_it_sums_up_holds_their_sums(tmp_path: Path) -> None:
    book = Workbook()
    data = book.active
    data.title = "DuLieu"
    data.append(["Kỳ", "Tên ĐVHC", "Chỉ tiêu", "Giá trị"])
    for month in (11, 12):
        for name in NAMES[1:]:
            for place, label in enumerate(("Số hồ sơ tiếp nhận mới trong kỳ", "Số hồ sơ nộp trực tuyến")):
                data.append([f"Tháng {month}/2025", name, label, 230 - 90 * place + month])
    pivot = book.create_sheet("Pivot")
    for row in (["Tên ĐVHC", "(All)"], [], ["Sum of Giá trị", "Kỳ"], ["Chỉ tiêu", "Tháng 11/2025", "Tháng 12/2025", "Grand Total"]):
        pivot.append(row)
    pivot.append(["Số hồ sơ tiếp nhận mới trong kỳ", 482, 484, 966])
    pivot.append(["Số hồ sơ nộp trực tuyến", 302, 304, 606])
    book.save(tmp_path / "ioc.xlsx")
    found = read_grid(open_workbook(tmp_path / "ioc.xlsx"))
    assert found.outcome == "accept", found.message
    assert {o.sheet for o in found.observations} == {"DuLieu"} and len(found.observations) == 8
