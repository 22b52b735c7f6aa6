"""Slips in plain words: "how many | what", fields of the form under the answers, a lone period beside the figures."""

from pathlib import Path

import pytest
from test_reading import by_element, codes, read

_ = None
OVER: list[list[object]] = [["UBND XÃ ĐĂK MÔN"], ["BÁO CÁO QUÝ II NĂM 2026"]]
COUNTS = [("Hồ sơ tiếp nhận mới", 125), ("Hồ sơ nộp trực tuyến", 98), ("Hồ sơ đã giải quyết", 110)]
FIGURES = {"dossiers_recv_new": [125], "dossiers_recv_online": [98], "resolved_total": [110]}
ASKED = [["PHIẾU SỐ LIỆU"], ["Câu hỏi", "Trả lời"]]


@pytest.mark.parametrize(
    "heads",
    [
        ("Bao nhiêu", "Cái gì"),
        ("Số", "Tên chỉ tiêu"),
        ("Mấy", "Việc gì"),
        ("Được bao nhiêu", "Nội dung công việc"),
        ("Đếm được", "Đếm gì"),
        ("Có bao nhiêu?", "Về việc gì"),
        ("Số", "Việc"),
    ],
)
@pytest.mark.parametrize("leading", [True, False])
def test_headings_in_plain_words(tmp_path: Path, heads: tuple[str, str], leading: bool) -> None:
    rows: list[list[object]] = [list(heads), *([figure, name] for name, figure in COUNTS)]
    found = read(tmp_path, [*OVER, *(row if leading else row[::-1] for row in rows)])
    assert (by_element(found), found.outcome) == (FIGURES, "accept")


def test_a_first_column_called_number_still_numbers_the_rows(tmp_path: Path) -> None:
    rows = [[place, name, figure] for place, (name, figure) in enumerate(COUNTS, 1)]
    assert by_element(read(tmp_path, [*OVER, ["Số", "Nội dung", "Bao nhiêu"], *rows])) == FIGURES


FIELDS = [
    [["Xã", "Xốp"], ["Tháng", 5], ["Năm", 2026]],
    [["Đơn vị báo cáo", "Xã Xốp"], ["Kỳ", "Tháng 5/2026"], ["Người lập", "Y Thư"]],
    [["Tháng", "05"], ["Năm", "2026"], ["Đơn vị", "UBND xã Xốp"], ["Số điện thoại", "0912345678"]],
    [["Xã:", "Xã Xốp"], ["Tháng báo cáo:", "05/2026"], ["Ngày gửi", "2/6/2026"]],
]


@pytest.mark.parametrize("fields", FIELDS)
@pytest.mark.parametrize("place", ["under", "over", "among"])
def test_fields_of_the_form_among_the_answers(tmp_path: Path, fields: list[list[object]], place: str) -> None:
    counts: list[list[object]] = [list(pair) for pair in COUNTS]
    at = {"under": 3, "over": 0, "among": 1}[place]
    if place != "under":
        fields = [row for row in fields if str(row[0]).split()[0] not in ("Người", "Số", "Ngày")]
    found = read(tmp_path, [*ASKED, *counts[:at], *fields, *counts[at:]])
    assert by_element(found) == FIGURES and {(o.unit, str(o.period)) for o in found.observations} == {("23356.2", "2026-M05")}


def test_fields_that_say_another_time_than_the_title_are_asked(tmp_path: Path) -> None:
    found = read(tmp_path, [["PHIẾU SỐ LIỆU THÁNG 4/2026"], *ASKED[1:], *(list(p) for p in COUNTS), *FIELDS[0]])
    assert "period_conflict" in codes(found) and not by_element(found)


SLIP: list[list[object]] = [["Nội dung", "Số liệu"], *(list(p) for p in COUNTS)]


@pytest.mark.parametrize(
    "text", ["Quý III/2025", "(Quý III năm 2025)", "Tháng 4/2026", "T4/2026", "Năm 2025", "Từ 01/07/2025 đến 30/9/2025"]
)
@pytest.mark.parametrize(("row", "gap"), [(0, 1), (1, 0), (2, 2), (3, 0)])
@pytest.mark.parametrize("headed", [True, False])
def test_a_lone_period_beside_the_figures_that_is_not_that_of_the_title_is_asked(
    tmp_path: Path, text: str, row: int, gap: int, headed: bool
) -> None:
    rows = [list(line) for line in SLIP]
    rows[row] += [*[_] * gap, text]
    found = read(tmp_path, [*OVER, *(rows if headed or not row else rows[1:])])
    assert found.outcome == "ask" and not by_element(found)


@pytest.mark.parametrize("text", ["Quý II/2026", "Q2/2026", "Năm 2026"])
def test_a_lone_period_that_is_that_of_the_title_is_none_too_many(tmp_path: Path, text: str) -> None:
    rows = [list(line) for line in SLIP]
    rows[1] += [_, text]
    assert by_element(read(tmp_path, [*OVER, *rows])) == FIGURES


def test_a_remark_on_one_figure_asks_nothing(tmp_path: Path) -> None:
    rows = [[*SLIP[0], "Ghi chú"], [*SLIP[1], "Tháng 4/2026"], *SLIP[2:]]
    assert by_element(read(tmp_path, [*OVER, *rows])) == FIGURES


@pytest.mark.parametrize("typed", ["8 đ/c", "8 (đ/c)", "8 (người)", "8đ/c", "8 đc"])
def test_comrades_behind_a_count_divide_nothing(tmp_path: Path, typed: str) -> None:
    rows: list[list[object]] = [["Số lãnh đạo được cấp chữ ký số", typed], ["Số CBCC được cấp chữ ký số", 17]]
    found = read(tmp_path, [["UBND XÃ ĐĂK MÔN"], ["Tháng 4/2026"], [], ["Nội dung", "Số lượng"], *rows])
    assert by_element(found) == {"leaders_with_cert": [8], "officials_with_cert": [17]}


@pytest.mark.parametrize("typed", ["8/9 (đ/c)", "8/9 đ/c", "8 đ/c/9 đ/c", "8/9 [người]", "8/9 (người) (88,9%)"])
def test_what_two_counts_count_may_stand_in_brackets(tmp_path: Path, typed: str) -> None:
    rows: list[list[object]] = [
        ["Lãnh đạo được cấp chữ ký số / tổng số lãnh đạo", typed],
        ["CBCC được cấp chữ ký số / tổng số CBCC", "17/24"],
    ]
    found = read(tmp_path, [["UBND XÃ ĐĂK MÔN"], ["Tháng 4/2026"], [], ["Nội dung", "Đạt/Tổng số"], *rows])
    assert by_element(found) == {"leaders_with_cert": [8], "leaders_total": [9], "officials_with_cert": [17], "officials_total": [24]}


@pytest.mark.parametrize("typed", ["12?", "12 + 3", "12 và 3", "12 hồ sơ/tháng", "3 lần/tuần", "12 [hồ sơ?]"])
def test_a_figure_that_cannot_be_read_is_told_and_heads_no_group(tmp_path: Path, typed: str) -> None:
    rows: list[list[object]] = [["Hồ sơ tiếp nhận mới", 125], ["Hồ sơ đã giải quyết", typed], ["Hồ sơ nộp trực tuyến", 98]]
    found = read(tmp_path, [*OVER, ["Nội dung", "Số lượng"], *rows])
    assert (found.outcome, codes(found)) == ("fix", {"number_unreadable"})
    assert by_element(found) == {"dossiers_recv_new": [125], "dossiers_recv_online": [98]}


@pytest.mark.parametrize(
    ("label", "typed", "asked"),
    [
        ("Hồ sơ đã giải quyết", "5 thôn", True),
        ("Số lãnh đạo được cấp chữ ký số", "8 hồ sơ", True),
        ("Số hộ có cáp quang", "25 người", True),
        ("Hồ sơ đã giải quyết", "5 trường hợp", False),
        ("Số lãnh đạo được cấp chữ ký số", "8 chữ ký số", False),
        ("Số thôn có tổ công nghệ số cộng đồng", "5 tổ", False),
    ],
)
def test_a_word_of_another_thing_behind_a_figure_is_asked(tmp_path: Path, label: str, typed: str, asked: bool) -> None:
    found = read(tmp_path, [*OVER, ["Nội dung", "Số lượng"], ["Hồ sơ tiếp nhận mới", 125], [label, typed]])
    assert (found.outcome, len(by_element(found))) == (("ask", 1) if asked else ("accept", 2))
    assert ("other_thing" in codes(found)) == asked


def test_how_many_of_those_before_is_their_part(tmp_path: Path) -> None:
    rows = [("Tổng số cán bộ, công chức hiện có mặt?", 43), ("Bao nhiêu người trong số đó đã qua tập huấn kỹ năng số?", 32)]
    rows += [
        ("Bao nhiêu người trong số đó đã được tập huấn về trí tuệ nhân tạo (AI)?", 19),
        ("Số máy vi tính của cơ quan đang sử dụng?", 55),
    ]
    found = read(tmp_path, [*OVER, ["Nội dung hỏi", "Trả lời"], *map(list, rows)])
    wanted = {"officials_total": [43], "officials_digital_trained": [32], "officials_ai_trained": [19], "computers_total": [55]}
    assert (by_element(found), found.outcome) == (wanted, "accept")
