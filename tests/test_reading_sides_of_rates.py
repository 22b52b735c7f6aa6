"""A whole, what is done of it and their rate beside each row: which column is which, and what a rate that stands alone is."""

from pathlib import Path

import pytest
from test_reading import codes, read

LABELS = ["Thôn có Tổ công nghệ số cộng đồng", "Hộ gia đình có Internet cáp quang", "CBCC được cấp chữ ký số"]


def _form(headings: list[str], *lines: list[object], marks: list[object] | None = None) -> list[list[object]]:
    return [
        ["UBND XÃ ĐĂK MÔN"],
        ["BIỂU SỐ LIỆU XÃ HỘI SỐ QUÝ I NĂM 2026"],
        ["TT", "Chỉ tiêu", *headings],
        *([marks] if marks else []),
        *([place, label, *line] for place, (label, line) in enumerate(zip(LABELS, lines, strict=True), 1)),
    ]


FIGURES: list[list[object]] = [[20, 10, 50], [900, 450, 50], [40, 30, 75]]
BOTH = {
    "hamlets_total": 20,
    "hamlets_with_cdt": 10,
    "households_total": 900,
    "households_fibre": 450,
    "officials_total": 40,
    "officials_with_cert": 30,
}


def _elements(found) -> dict[str, float]:
    return {o.element: o.value for o in found.observations if o.status == "accepted"}


@pytest.mark.parametrize("whole", ["Tổng số thuộc diện", "Tổng số phải thực hiện", "Tổng số"])
@pytest.mark.parametrize("done", ["Số đã đạt", "Số đã thực hiện", "Đạt", "Số lượng đã có", "Trong đó đã đạt", "Đã hoàn thành"])
def test_a_whole_what_is_done_and_their_rate_are_told_by_their_words(tmp_path: Path, whole: str, done: str) -> None:
    found = read(tmp_path, _form([whole, done, "Tỷ lệ đạt (%)"], *FIGURES))
    assert (_elements(found), found.outcome) == (BOTH, "accept")


@pytest.mark.parametrize("part", ["Trong đó: nữ", "Dân tộc thiểu số", "Hiện còn"])
def test_a_total_beside_a_part_that_is_no_doing_is_asked(tmp_path: Path, part: str) -> None:
    found = read(tmp_path, _form(["Tổng số", part, "Tỷ lệ (%)"], *FIGURES))
    assert _elements(found) == {} and found.outcome in ("ask", "fix")


@pytest.mark.parametrize(
    "marks", [["A", "B", 1, 2, "3=2/1"], ["(1)", "(2)", "(3)", "(4)", "(5)=(4)/(3)*100"], ["1", "2", "3", "4", "5 = 4:3"]]
)
def test_the_row_of_column_numbers_says_what_is_divided_by_what(tmp_path: Path, marks: list[object]) -> None:
    found = read(tmp_path, _form(["Quy mô", "Đã làm", "Tỷ lệ (%)"], *FIGURES, marks=marks))
    assert _elements(found) == BOTH


def test_of_two_columns_that_nothing_explains_one_is_asked_and_the_rate_beside_them_is_no_count(tmp_path: Path) -> None:
    found = read(tmp_path, _form(["Quy mô", "Đã làm", "Tỷ lệ (%)"], *FIGURES))
    assert (_elements(found), found.outcome) == ({}, "ask")
    assert "columns_unclear" in codes(found)


def test_a_plan_is_no_whole_though_the_rate_is_one_of_it(tmp_path: Path) -> None:
    found = read(tmp_path, _form(["Kế hoạch", "Thực hiện", "Tỷ lệ (%)"], *FIGURES, marks=["A", "B", 1, 2, "3=2/1"]))
    assert _elements(found) == {"hamlets_with_cdt": 10, "households_fibre": 450, "officials_with_cert": 30}


def test_a_rate_that_is_not_that_of_its_counts_is_told(tmp_path: Path) -> None:
    found = read(tmp_path, _form(["Tổng số thuộc diện", "Số đã đạt", "Tỷ lệ (%)"], [20, 10, 90], *FIGURES[1:]))
    assert "percent_differs" in codes(found) and found.outcome == "fix"


def test_a_rate_is_held_against_the_counts_of_its_own_row_though_no_row_is_known_to_be_whose(tmp_path: Path) -> None:
    head = ["STT", "Đơn vị", "Hồ sơ tiếp nhận mới", "Hồ sơ trực tuyến", "Tỷ lệ hồ sơ trực tuyến (%)"]
    units: list[list[object]] = [[1, "Xã Đăk Pék", 536, 350, 65.3], [2, "Xã Đăk Môn", 423, 272, 64.3], [3, "Xã Đăk Long", 380, 243, 70]]
    found = read(tmp_path, [["THỐNG KÊ DỊCH VỤ CÔNG TRỰC TUYẾN CẤP XÃ"], [], head, *units])
    (told,) = [one for one in found.issues if one.code == "percent_differs"]
    assert told.cell == "E6" and "243 / 380" in told.message


RATES = [
    ("Tỷ lệ hộ có cáp quang", "Hộ có cáp quang", "Tổng số hộ", "households_fibre", "households_total"),
    ("Tỷ lệ CBCC được cấp chữ ký số", "CBCC có chữ ký số", "Tổng số CBCC", "officials_with_cert", "officials_total"),
    ("Tỷ lệ hồ sơ trực tuyến", "Hồ sơ nộp trực tuyến", "Hồ sơ nhận mới trong kỳ", "dossiers_recv_online", "dossiers_recv_new"),
]
WANTED = {code: value for _rate, _n, _d, n, d in RATES for code, value in ((n, 30), (d, 40))}


def _sheet(headings: list[str], *rows: list[object]) -> list[list[object]]:
    return [["UBND XÃ ĐĂK MÔN"], ["CÁCH TÍNH CÁC TỶ LỆ THÁNG 02 NĂM 2026"], headings, *rows]


@pytest.mark.parametrize("upper, lower", [("Tử số: {}", "Mẫu số: {}"), ("Tử số (a) - {}", "Mẫu số (b) - {}"), ("Tử số {}", "Mẫu số {}")])
@pytest.mark.parametrize("heading", ["Kết quả (%)", "Tỷ lệ (%)"])
def test_rows_that_call_themselves_a_side_of_a_rate_are_read_by_their_words(tmp_path: Path, upper: str, lower: str, heading: str) -> None:
    rows = [
        line
        for place, (rate, part, whole, _n, _d) in enumerate(RATES, 1)
        for line in ([place, rate, upper.format(part), 30, 75], ["", rate, lower.format(whole), 40])
    ]
    found = read(tmp_path, _sheet(["TT", "Tên tỷ lệ", "Nội dung", "Số liệu", heading], *rows))
    assert (_elements(found), found.outcome) == (WANTED, "accept")


def test_bare_sides_under_the_row_of_their_rate_take_its_elements(tmp_path: Path) -> None:
    rows = [line for place, (rate, *_rest) in enumerate(RATES, 1) for line in ([place, rate], ["", "Tử số", 30], ["", "Mẫu số", 40])]
    found = read(tmp_path, _sheet(["TT", "Nội dung", "Số liệu"], *rows))
    assert (_elements(found), found.outcome) == (WANTED, "accept")


def test_a_side_that_is_none_of_the_rate_it_stands_under_is_asked(tmp_path: Path) -> None:
    rate, part = RATES[0][:2]
    found = read(tmp_path, _sheet(["TT", "Nội dung", "Số liệu"], [1, rate], ["", f"Tử số: {part}", 30], ["", "Mẫu số: Dân số", 40]))
    assert "pop_total" not in _elements(found) and found.outcome == "ask"


def test_a_result_in_percent_beside_the_figures_of_its_row_is_held_against_them(tmp_path: Path) -> None:
    rate, part, whole = RATES[0][:3]
    rows = [[1, rate, f"Tử số: {part}", 30, 57], ["", rate, f"Mẫu số: {whole}", 40], [2, RATES[1][0], "Tử số: CBCC có chữ ký số", 1, 0.5]]
    rows.append(["", RATES[1][0], "Mẫu số: Tổng số CBCC", 200])
    found = read(tmp_path, _sheet(["TT", "Tên tỷ lệ", "Nội dung", "Số liệu", "Kết quả (%)"], *rows))
    assert codes(found) == {"percent_differs"}


@pytest.mark.parametrize("group", ["Tỷ lệ hồ sơ trực tuyến", "1. Hồ sơ trực tuyến"])
@pytest.mark.parametrize("sides", [("Tử số: HS nộp trực tuyến", "Mẫu số: HS tiếp nhận mới"), ("Tử số", "Mẫu số"), ("TỬ SỐ", "MẪU SỐ (b)")])
def test_columns_that_call_themselves_a_side_are_those_of_the_rate_over_them(tmp_path: Path, group: str, sides: tuple[str, str]) -> None:
    found = read(tmp_path, _by_commune(group, *sides))
    assert _elements(found) == {"dossiers_recv_online": 10, "dossiers_recv_new": 20} and found.outcome == "accept"


def test_columns_whose_sides_stand_the_wrong_way_round_are_asked(tmp_path: Path) -> None:
    found = read(tmp_path, _by_commune("Tỷ lệ hồ sơ trực tuyến", "Tử số: HS tiếp nhận mới", "Mẫu số: HS nộp trực tuyến"))
    assert (_elements(found), found.outcome) == ({}, "ask")


def _by_commune(group: str, upper: str, lower: str) -> list[list[object]]:
    rows = [[n, name, 10, 20, 50] for n, name in enumerate(("Xã Đăk Pék", "Xã Đăk Long", "Xã Đăk Môn"), 1)]
    heads = [["STT", "Xã", group, None, None], [None, None, upper, lower, "Tỷ lệ (%)"]]
    return [["BẢNG TỬ SỐ, MẪU SỐ CÁC CHỈ SỐ THÁNG 6/2025"], [], *heads, *rows]
