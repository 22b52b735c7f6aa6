"""Amounts of money whose unit of measure cannot be right, for what a commune pays or for what each person gets, are asked once."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from test_reading import read, taken

from loaders.opening.workbook import open_workbook
from loaders.understanding.report import read_grid

MONTH = ["TỔNG HỢP CHI TRẢ TRỢ CẤP XÃ HỘI THÁNG 3 NĂM 2026"]
PAID = {"Xã Đăk Pék": 900, "Xã Đăk Môn": 600, "Xã Đăk Long": 30}
EACH = 620_000


def _book(tmp_path, rows, merges=()):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for merge in merges:
        book.active.merge_cells(merge)
    book.save(tmp_path / "chi tra.xlsx")
    return open_workbook(tmp_path / "chi tra.xlsx")


def _wide(tmp_path, measure, scale, whom="Số người được chi trả", slip=""):
    heads = ["Xã", whom, "Tổng số tiền chi trả", "Trong đó: trả qua tài khoản"]
    rows = [
        [name, n * (10 if whom == "Dân số" else 1), n * EACH / scale * (1000 if name == slip else 1), n * EACH / scale / 2]
        for name, n in PAID.items()
    ]
    return _book(tmp_path, [MONTH, [None, None, measure], heads, *rows])


def _taken(reading, element):
    return [o.value for o in reading.observations if o.status == "accepted" and o.element == element]


@pytest.mark.parametrize(("measure", "scale"), [("Đơn vị tính: nghìn đồng", 1000), ("ĐVT: triệu đồng", 1_000_000), ("", 1)])
def test_amounts_in_the_unit_they_are_said_to_be_in_are_taken(tmp_path, measure, scale):
    reading = read_grid(_wide(tmp_path, measure, scale))
    assert _taken(reading, "ssp_amount_total") == [n * EACH for n in PAID.values()]
    assert reading.outcome == "accept"


@pytest.mark.parametrize(("measure", "scale"), [("Đơn vị tính: nghìn đồng", 1), ("ĐVT: triệu đồng", 1000), ("", 1000)])
@pytest.mark.parametrize("whom", ["Số người được chi trả", "Tổng số đối tượng bảo trợ xã hội", "Dân số"])
def test_amounts_a_thousand_times_off_are_asked_as_one(tmp_path, measure, scale, whom):
    reading = read_grid(_wide(tmp_path, measure, scale, whom))
    assert (_taken(reading, "ssp_amount_total"), _taken(reading, "ssp_amount_noncash")) == ([], [])
    assert [len(q.cells) for q in reading.questions] == [3, 3]
    assert {i.code for i in reading.issues} == {"scale_doubt"}


def test_the_answer_holds_for_all_amounts_under_the_heading(tmp_path):
    grid = _wide(tmp_path, "Đơn vị tính: nghìn đồng", 1)
    answers = {q.key: "dong" for q in read_grid(grid).questions}
    assert _taken(read_grid(grid, answers), "ssp_amount_total") == [n * EACH for n in PAID.values()]


def test_one_slip_among_amounts_that_fit_their_people_is_asked_and_answered_alone(tmp_path):
    grid = _wide(tmp_path, "Đơn vị tính: nghìn đồng", 1000, slip="Xã Đăk Môn")
    reading = read_grid(grid)
    assert _taken(reading, "ssp_amount_total") == [900 * EACH, 30 * EACH]
    told = read_grid(grid, {reading.questions[0].key: "dong"})
    assert _taken(told, "ssp_amount_total") == [n * EACH for n in PAID.values()]


def test_amounts_in_rows_are_weighed_by_the_people_of_their_list(tmp_path):
    rows = [["Số người được nhận tiền trong tháng", "Người", 276], ["Tổng số tiền chi trả trong tháng", "Triệu đồng", "169.870"]]
    reading = read_grid(_book(tmp_path, [["UBND XÃ ĐĂK MÔN"], MONTH, ["Nội dung", "ĐVT", "Kết quả"], *rows]))
    assert _taken(reading, "ssp_amount_total") == []


@pytest.mark.parametrize(("heading", "asked"), [("Số người được chi trả trong tháng 3", False), ("Số người được chi trả", True)])
def test_a_heading_that_says_in_the_month_among_other_words_says_when(tmp_path, heading, asked):
    head = [["Xã", heading, "Kinh phí chi trả (nghìn đồng)", None]]
    rows = [[None, None, "Tháng 3", "Lũy kế từ đầu năm"], ["Xã Đăk Pék", 900, 558000, 1674000], ["Xã Đăk Môn", 600, 372000, 1116000]]
    reading = read_grid(
        _book(tmp_path, [["CHI TRẢ TRỢ CẤP XÃ HỘI THÁNG 3 VÀ LŨY KẾ 3 THÁNG NĂM 2026"], *head, *rows], ("A2:A3", "B2:B3", "C2:D2"))
    )
    assert (reading.outcome, _taken(reading, "ssp_people_paid")) == (("ask", []) if asked else ("accept", [900, 600]))
    assert {(o.basis, o.value) for o in reading.observations if o.element == "ssp_amount_total"} == {
        ("in_period", 558000000),
        ("in_period", 372000000),
        ("year_to_date", 1674000000),
        ("year_to_date", 1116000000),
    }


def test_the_row_of_a_whole_area_is_a_total_also_under_a_heading_that_may_mean_two(tmp_path):
    head = [["TT", "Quầy", "Hồ sơ tiếp nhận mới trong tháng", None, None], [None, None, "Tổng cộng", "Nộp trực tuyến", "Nộp giấy tại quầy"]]
    rows = [[None, "Vùng phía Tây", 90, 70, 20], [1, "Xã Đăk Pék", 50, 40, 10], [2, "Xã Đăk Môn", 40, 30, 10]]
    reading = read_grid(_book(tmp_path, [["BÁO CÁO THÁNG 3 NĂM 2026"], *head, *rows], ("A2:A3", "B2:B3", "C2:E2")))
    assert (reading.outcome, sorted(o.value for o in reading.observations)) == ("accept", [10, 10, 30, 40, 40, 50])


@pytest.mark.parametrize(
    ("heading", "figure"), [("Hồ sơ tiếp nhận mới", 905123456), ("CBCC", 41000), ("Số thôn", 11000), ("Dân số", 6000000)]
)
def test_a_count_that_no_commune_can_have_is_asked_and_taken_when_confirmed(tmp_path, heading, figure):
    rows = [["BÁO CÁO THÁNG 3 NĂM 2026"], ["Xã", heading], ["Xã Đăk Pék", figure], ["Xã Đăk Môn", 12]]
    grid = _book(tmp_path, rows)
    reading = read_grid(grid)
    assert [(i.code, i.cell) for i in reading.issues] == [("too_great", "B3")]
    assert [o.value for o in reading.observations if o.status == "accepted"] == [12]
    told = read_grid(grid, {reading.questions[0].key: str(figure)})
    assert sorted(o.value for o in told.observations if o.status == "accepted") == [12, figure]


def test_the_same_count_of_a_province_is_taken(tmp_path):
    rows = [["UBND TỈNH QUẢNG NGÃI"], ["BÁO CÁO TOÀN TỈNH THÁNG 3 NĂM 2026"], ["Chỉ tiêu", "Kết quả"], ["Dân số", 2161000]]
    reading = read_grid(_book(tmp_path, rows))
    assert "too_great" not in {i.code for i in reading.issues}


@pytest.mark.parametrize(
    ("part", "figure", "asked"), [("Tổng số đối tượng bảo trợ xã hội", 12000, True), ("Tổng số hộ gia đình", 1500, False)]
)
def test_people_and_households_are_no_more_than_the_population_beside_them(tmp_path, part, figure, asked):
    rows = [["BÁO CÁO THÁNG 3 NĂM 2026"], ["Xã", part, "Dân số"], ["Xã Đăk Pék", figure, 6000], ["Xã Đăk Môn", 900, 7000]]
    reading = read_grid(_book(tmp_path, rows))
    assert ("part_exceeds" in {i.code for i in reading.issues}) is asked


def test_online_in_both_ways_is_all_that_came_online_and_one_way_is_not():
    from loaders.understanding.headings.match import match

    assert match("Nộp trực tuyến (công dân tự nộp và cán bộ hỗ trợ)", ("Hồ sơ tiếp nhận mới",)).codes == ("dossiers_recv_online",)
    assert not match("Nộp trực tuyến (có quầy hướng dẫn)", ("Hồ sơ tiếp nhận mới",)).sure


@pytest.mark.parametrize("heading", ["Số tiền (triệu đồng)", "Kết quả (triệu đồng)", "Giá trị (tr. đồng)"])
@pytest.mark.parametrize("figure", [120.5, "120,5"])
def test_the_unit_of_money_over_the_column_of_figures_is_that_of_its_rows(tmp_path: Path, heading: str, figure: object) -> None:
    rows = [["UBND XÃ ĐĂK MÔN"], ["SỐ LIỆU THÁNG 5 NĂM 2026"], ["TT", "Nội dung", heading]]
    found = read(tmp_path, [*rows, [1, "Tổng số tiền chi trả an sinh xã hội", figure]])
    assert (list(taken(found).values()), found.outcome) == ([120_500_000], "accept")


@pytest.mark.parametrize(
    ("measure", "typed", "value"),
    [
        ("nghìn đồng", ("97.432", "112.195", "209.627"), 209_627_000),
        ("triệu đồng", ("97,432", "112,195", "209,627"), 209_627_000),
        ("triệu đồng", ("97.432", "112.195", "209.627"), None),
    ],
)
def test_a_sign_that_may_group_thousands_is_settled_by_the_people_of_its_row(tmp_path: Path, measure: str, typed, value) -> None:
    """What the sign means in Vietnamese, where that alone is what so many people get; else it is asked."""
    head = [["UBND XÃ ĐĂK PÉK"], ["CHI TRẢ TRỢ CẤP XÃ HỘI HÀNG THÁNG, THÁNG 5 NĂM 2025"], [], ["", "", "", f"ĐVT: người; {measure}"]]
    rows = [["TT", "Nhóm đối tượng", "Số người được chi trả", "Số tiền chi trả"], [1, "Người cao tuổi", 114, typed[0]]]
    found = read(tmp_path, [*head, *rows, [2, "Người khuyết tật", 131, typed[1]], [None, "Tổng cộng", 245, typed[2]]])
    assert _taken(found, "ssp_people_paid") == [245]
    assert _taken(found, "ssp_amount_total") == ([value] if value else [])


def test_a_table_called_one_of_targets_speaks_of_no_quota(tmp_path: Path) -> None:
    rows: list[list[object]] = [["Số", "Chỉ tiêu", "Thực hiện 9 tháng"], [1, "Hồ sơ tiếp nhận mới (hồ sơ)", 579]]
    rows.append([2, "Số tiền phí, lệ phí nộp trực tuyến (đồng)", "2.643.000"])
    found = read(tmp_path, [["UBND XÃ ĐĂK MÔN"], ["BẢNG CHỈ TIÊU 9 THÁNG NĂM 2025"], *rows])
    assert ("pay_online_amount", 2643000) in {(o.element, o.value) for o in found.observations if o.status == "accepted"}
