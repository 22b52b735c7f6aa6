"""Tables that hold percentages alone: headings that divide, a measure or a title that speaks for all figures, figures unlike counts."""

from pathlib import Path

import pytest
from test_reading import codes, read

UNITS = ["Xã Đăk Pék", "Xã Xốp", "Xã Ngọc Linh", "Xã Đăk Long"]
DIVIDED = ["Hồ sơ nộp trực tuyến / hồ sơ tiếp nhận mới", "Hộ có cáp quang / tổng số hộ", "Đối tượng BTXH có tài khoản / tổng đối tượng"]
BARE = ["Hồ sơ nộp trực tuyến", "Hộ có cáp quang", "Đối tượng BTXH có tài khoản"]
RATES = ["ops_online_submission_rate", "soc_fibre_household_rate", "ssp_account_rate"]
TITLE = "KẾT QUẢ CHUYỂN ĐỔI SỐ THÁNG 5 NĂM 2026"
OF_RATES = "THEO DÕI TỶ LỆ CHUYỂN ĐỔI SỐ THÁNG 5 NĂM 2026"
MEASURES = ["Đơn vị tính: %", "Biểu số 3; đơn vị tính: phần trăm (%)", "Đơn vị: phần trăm", "(%)", "Số liệu tính theo %"]
SHARES: list[list[object]] = [[61.5, 70.2, 88.0], [58.3, 66.7, 90.4], [72.1, 69.9, 93.3], [64.0, 71.8, 85.5]]
WHOLE: list[list[object]] = [[61, 70, 88], [58, 67, 90], [72, 70, 93], [64, 72, 86]]
SIGNED: list[list[object]] = [[f"{value} %".replace(".", ",") for value in row] for row in SHARES]


def _down(headings: list[str], figures: list[list[object]], *over: str) -> list[list[object]]:
    lines = [[place, unit, *row] for place, (unit, row) in enumerate(zip(UNITS, figures, strict=True), 1)]
    return [*([text] for text in over), ["TT", "Địa bàn", *headings], *lines]


def _across(headings: list[str], figures: list[list[object]], label: str, *over: str) -> list[list[object]]:
    turned = zip(headings, zip(*figures, strict=True), strict=True)
    return [*([text] for text in over), ["TT", label, *UNITS], *([place, text, *row] for place, (text, row) in enumerate(turned, 1))]


def _rates(found) -> dict[str, list[float]]:
    taken: dict[str, list[float]] = {}
    for held in found.observations:
        if held.status == "accepted":
            taken.setdefault(held.element, []).append(held.value)
    return taken


def _columns(figures: list[list[object]]) -> dict[str, list[object]]:
    return {code: list(column) for code, column in zip(RATES, zip(*figures, strict=True), strict=True)}


@pytest.mark.parametrize("form", ["{} (%)", "Tỷ lệ {}", "% {}", "Tỷ lệ {} (%)"])
@pytest.mark.parametrize("figures", [SHARES, WHOLE, SIGNED], ids=["shares", "whole", "signed"])
def test_a_heading_that_divides_is_the_rate_of_its_sides(tmp_path: Path, form: str, figures: list[list[object]]) -> None:
    found = read(tmp_path, _down([form.format(text) for text in DIVIDED], figures, TITLE))
    assert (_rates(found), found.outcome) == (_columns(SHARES if figures is SIGNED else figures), "accept")


@pytest.mark.parametrize(
    "text", ["Tỷ lệ hồ sơ nộp trực tuyến trên tổng số hồ sơ nhận mới", "Hồ sơ nộp trực tuyến so với tổng hồ sơ nhận mới (%)"]
)
def test_words_divide_as_a_stroke_does(tmp_path: Path, text: str) -> None:
    found = read(tmp_path, _down([text], [[61], [58], [72], [64]], TITLE))
    assert _rates(found) == {"ops_online_submission_rate": [61, 58, 72, 64]}


@pytest.mark.parametrize("whole", ["hồ sơ tiếp nhận mới", "tổng số hồ sơ tiếp nhận trong kỳ"])
def test_a_rate_of_another_whole_is_not_the_rate_we_know(tmp_path: Path, whole: str) -> None:
    found = read(tmp_path, _down([DIVIDED[1] + " (%)", f"Hồ sơ được số hóa khi tiếp nhận / {whole} (%)"], [r[:2] for r in SHARES], TITLE))
    assert set(_rates(found)) == {"soc_fibre_household_rate"}


@pytest.mark.parametrize("line", MEASURES)
@pytest.mark.parametrize("turned", [False, True])
def test_a_measure_over_the_table_makes_what_divides_a_rate(tmp_path: Path, line: str, turned: bool) -> None:
    rows = _across(DIVIDED, WHOLE, "Chỉ tiêu", TITLE, line) if turned else _down(DIVIDED, WHOLE, TITLE, line)
    assert {code: sorted(v) for code, v in _rates(read(tmp_path, rows)).items()} == {c: sorted(v) for c, v in _columns(WHOLE).items()}


def test_without_a_word_of_rates_whole_numbers_under_what_divides_are_asked(tmp_path: Path) -> None:
    found = read(tmp_path, _down(DIVIDED, WHOLE, TITLE))
    assert (_rates(found), found.outcome) == ({}, "ask")


@pytest.mark.parametrize("over", [(OF_RATES,), (TITLE, "Đơn vị tính: phần trăm (%)")])
@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize("figures", [SHARES, SIGNED], ids=["shares", "signed"])
def test_in_a_table_of_rates_shares_under_the_name_of_a_count_are_its_rate(tmp_path: Path, over, turned: bool, figures) -> None:
    rows = _across(BARE, figures, "Nội dung", *over) if turned else _down(BARE, figures, *over)
    found = read(tmp_path, rows)
    assert ({code: sorted(v) for code, v in _rates(found).items()}, found.outcome) == (
        {code: sorted(v) for code, v in _columns(SHARES).items()},
        "accept",
    )


@pytest.mark.parametrize("over", [(OF_RATES,), (TITLE, "Đơn vị tính: phần trăm (%)")])
@pytest.mark.parametrize("label", ["Nội dung", "Tỷ lệ của"])
def test_in_a_table_of_rates_whole_numbers_under_the_name_of_a_count_are_asked(tmp_path: Path, over, label: str) -> None:
    for rows in (_across(BARE, WHOLE, label, *over), _down(BARE, WHOLE, *over)):
        found = read(tmp_path, rows)
        assert (_rates(found), found.outcome) == ({}, "ask")


def test_a_title_of_rates_over_the_counts_they_are_made_of_leaves_these_counts(tmp_path: Path) -> None:
    found = read(tmp_path, _down(["Tổng số hộ", "Hộ có cáp quang", "Tỷ lệ (%)"], [[200, 100, 50]] * 4, OF_RATES))
    assert _rates(found) == {"households_total": [200] * 4, "households_fibre": [100] * 4}


@pytest.mark.parametrize("figures", [SHARES, SIGNED], ids=["shares", "signed"])
def test_figures_unlike_counts_are_asked_with_the_whole_numbers_beside_them(tmp_path: Path, figures: list[list[object]]) -> None:
    found = read(tmp_path, _down(BARE, figures, TITLE))
    assert (_rates(found), found.outcome) == ({}, "ask")
    assert codes(found) == {"element_choice"}


def test_a_percentage_without_its_decimal_sign_is_sent_back(tmp_path: Path) -> None:
    found = read(tmp_path, _down([text + " (%)" for text in DIVIDED], [*SHARES[:3], [64.0, 718, 85.5]], TITLE))
    assert codes(found) == {"percent_over"} and found.outcome == "fix"
    assert len(_rates(found)["soc_fibre_household_rate"]) == 3


def _late(*late: float) -> list[list[object]]:
    heads = ["Tỷ lệ hồ sơ đã giải quyết trước và đúng hạn", "Tỷ lệ hồ sơ giải quyết quá hạn"]
    return _down(heads, [[100 - value, value] for value in late], "KẾT QUẢ QUÝ II NĂM 2026")


def test_what_makes_up_the_whole_with_the_column_beside_it_is_in_percent(tmp_path: Path) -> None:
    found = read(tmp_path, _late(0.23, 0.74, 1.22, 0.09))
    assert found.outcome == "accept" and _rates(found)["oss_overdue_resolved_rate"] == [0.23, 0.74, 1.22, 0.09]


def test_the_row_of_the_average_is_no_commune(tmp_path: Path) -> None:
    found = read(tmp_path, [*_late(0.23, 0.74, 1.22, 0.09), [None, "Bình quân", 99.43, 0.57]])
    assert found.outcome == "accept" and len(_rates(found)["oss_overdue_resolved_rate"]) == 4


def test_a_rate_that_differs_from_its_counts_is_told_though_their_column_does_not_add_up(tmp_path: Path) -> None:
    heads = ["TT", "Đơn vị", "Hồ sơ tiếp nhận mới", "Hồ sơ nộp trực tuyến", "Tỷ lệ %"]
    rows = [[1, "Xã Đăk Môn", 200, 170, "85,0%"], [2, "Xã Đăk Long", 100, 90, "41,3%"], [3, "Xã Xốp", 50, 40, "80,0%"]]
    found = read(tmp_path, [["TỔNG HỢP HỒ SƠ THÁNG 5/2026"], [], heads, *rows, [None, "Tổng cộng", 400, 300, None]])
    assert {(i.code, i.cell) for i in found.issues} >= {("percent_differs", "E5"), ("total_differs", "C7")}
