"""A month whose figures are those of the month before it in the same file, in the next column, row or table: was it filled in? What there
is of things may stay as it was, and small, few or empty figures may be the same by chance."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from test_reading import codes, read

from loaders.opening.workbook import open_workbook
from loaders.result import FileReading
from loaders.understanding.report import read_grid

_ = None
Row = list[object]
LABELS = [
    "Hồ sơ tiếp nhận mới trong kỳ",
    "Hồ sơ nộp trực tuyến",
    "Hồ sơ đã giải quyết",
    "Hồ sơ giải quyết quá hạn",
    "Tổng số văn bản đi (trừ văn bản mật)",
    "Văn bản đi được ký số cơ quan",
    "Tài khoản định danh mức độ 2 đã kích hoạt (lũy kế)",
]
JULY, AUGUST = [251, 199, 240, 2, 96, 90, 5120], [263, 214, 255, 0, 88, 85, 5188]
OVER: list[Row] = [["UBND XÃ ĐĂK MÔN"], ["THEO DÕI SỐ LIỆU CHUYỂN ĐỔI SỐ NĂM 2025"], []]


def months(tmp_path: Path, third: list[int], answers: dict[str, str] | None = None, labels: list[str] = LABELS) -> FileReading:
    """Indicators in rows, the months 7, 8, 9 in columns."""
    body = [[n, *row] for n, row in enumerate(zip(labels, JULY, AUGUST, third, strict=True), 1)]
    return read(tmp_path, [*OVER, ["TT", "Chỉ tiêu", "T7/2025", "T8/2025", "T9/2025"], *body], answers=answers)


def asked(found: FileReading) -> set[str]:
    return {o.cell for o in found.observations if o.status == "asked"}


def test_a_month_of_the_same_figures_as_the_column_before_it_is_asked(tmp_path: Path) -> None:
    found = months(tmp_path, AUGUST)
    assert (found.outcome, asked(found)) == ("ask", {f"E{row}" for row in range(5, 12)})
    (question,) = found.questions
    assert (question.key, question.kind) == ("copied:23374.2:2025-M09", "copied_period")
    assert question.text.startswith("7 trên 7 số liệu trùng với tháng 8/2025 (T8/2025)")


@pytest.mark.parametrize(("said", "status", "outcome"), [("yes", "rejected", "fix"), ("no", "accepted", "accept")])
def test_the_answer_is_about_that_month_alone(tmp_path: Path, said: str, status: str, outcome: str) -> None:
    found = months(tmp_path, AUGUST, {"copied:23374.2:2025-M09": said})
    assert found.outcome == outcome
    assert {o.status for o in found.observations if o.period == "2025-M09"} == {status}
    assert {o.status for o in found.observations if o.period != "2025-M09"} == {"accepted"}


def test_a_stock_brought_up_to_date_beside_flows_that_were_copied_is_taken(tmp_path: Path) -> None:
    found = months(tmp_path, [*AUGUST[:-1], 5240])
    assert "copied_period" in codes(found) and asked(found) == {f"E{row}" for row in range(5, 11)}


@pytest.mark.parametrize(
    "third",
    [
        [263, 215, 255, 0, 88, 85, 5188],
        [270, 221, 262, 1, 88, 85, 5188],
        [0, 0, 0, 0, 88, 85, 5188],
        [271, 226, 259, 3, 102, 99, 5188],
    ],
    ids=["one of five is another", "a few are the same", "most are none", "the stock alone"],
)
def test_a_month_with_figures_of_its_own_is_taken(tmp_path: Path, third: list[int]) -> None:
    assert not asked(months(tmp_path, third))


def test_zeros_and_small_numbers_tell_nothing(tmp_path: Path) -> None:
    few = [3, 2, 3, 0, 4, 4, 5120]
    body = [[n, *row] for n, row in enumerate(zip(LABELS, few, few, strict=True), 1)]
    found = read(tmp_path, [*OVER, ["TT", "Chỉ tiêu", "T7/2025", "T8/2025"], *body])
    assert not asked(found) and len(found.observations) == 14


def test_stocks_may_stay_as_they_were(tmp_path: Path) -> None:
    labels = [
        "Tổng số hộ gia đình",
        "Số hộ có Internet cáp quang",
        "Tổng số cán bộ, công chức",
        "CBCC có chứng thư số",
        "Tổng số người từ đủ 15 tuổi trở lên",
        "Tài khoản định danh mức độ 2 đã kích hoạt",
        "Số máy tính được cài phần mềm diệt mã độc",
    ]
    body = [[n, label, 900 - 100 * n, 900 - 100 * n] for n, label in enumerate(labels, 1)]
    found = read(tmp_path, [*OVER, ["TT", "Chỉ tiêu", "T7/2025", "T8/2025"], *body])
    assert not asked(found) and len(found.observations) > 8


MANY = [*LABELS[:6], "Hồ sơ thanh toán trực tuyến", "Hồ sơ phải thanh toán", "Nhiệm vụ đến hạn trong kỳ", "Nhiệm vụ hoàn thành đúng hạn"]
MANY += ["Phản ánh, kiến nghị đã tiếp nhận"]


@pytest.mark.parametrize(("others", "told"), [(1, True), (2, False)])
def test_one_figure_in_ten_may_be_new(tmp_path: Path, others: int, told: bool) -> None:
    before = [263, 214, 255, 2, 88, 85, 41, 52, 31, 30, 25]
    now = [value + (place >= len(before) - others) for place, value in enumerate(before)]
    body = [[n, *row] for n, row in enumerate(zip(MANY, before, now, strict=True), 1)]
    found = read(tmp_path, [*OVER, ["TT", "Chỉ tiêu", "T7/2025", "T8/2025"], *body])
    assert ("copied_period" in codes(found)) == told
    assert told == (len(asked(found)) == 10)


NAMES = ["Xã Đăk Môn", "Xã Đăk Long", "Xã Xốp"]


def across(tmp_path: Path, second: list[list[int]], first: list[list[int]]) -> FileReading:
    """A commune a row, a group of columns a month."""
    heads = ["Tiếp nhận mới", "Nộp trực tuyến", "Đã giải quyết", "Giải quyết quá hạn", "Giải quyết trước hạn"]
    head = ["TT", "Đơn vị", "Hồ sơ tháng 8/2025", *[_] * 4, "Hồ sơ tháng 9/2025"]
    body = [[n, name, *before, *now] for n, (name, before, now) in enumerate(zip(NAMES, first, second, strict=True), 1)]
    return read(tmp_path, [["THEO DÕI HỒ SƠ CÁC XÃ NĂM 2025"], [], head, [_, _, *heads, *heads], *body])


FIRST = [[251, 199, 240, 2, 101], [143, 120, 139, 1, 66], [88, 71, 90, 4, 47]]


def test_a_group_of_columns_that_repeats_the_one_before_it_is_asked(tmp_path: Path) -> None:
    found = across(tmp_path, FIRST, FIRST)
    assert "copied_period" in codes(found) and len(asked(found)) == 15
    assert {o.period for o in found.observations if o.status == "accepted"} == {"2025-M08"}


def test_one_commune_among_others_is_asked_alone(tmp_path: Path) -> None:
    found = across(tmp_path, [[260, 205, 251, 0, 98], FIRST[1], [91, 80, 85, 3, 44]], FIRST)
    assert {o.unit for o in found.observations if o.status == "asked"} == {"23368.2"} and len(asked(found)) == 5


def test_months_in_rows_are_compared_as_well(tmp_path: Path) -> None:
    head = ["Tháng", "Hồ sơ tiếp nhận mới", "Hồ sơ nộp trực tuyến", "Hồ sơ đã giải quyết", *LABELS[4:6]]
    flows = [JULY[:3] + JULY[4:6], AUGUST[:3] + AUGUST[4:6]]
    body: list[Row] = [["Tháng 7", *flows[0]], ["Tháng 8", *flows[1]], ["Tháng 9", *flows[1]]]
    found = read(tmp_path, [*OVER, head, *body])
    assert "copied_period" in codes(found) and asked(found) == {f"{col}7" for col in "BCDEF"}


def test_a_sheet_that_repeats_nearly_all_of_the_one_before_it_is_asked(tmp_path: Path) -> None:
    """The stock was brought up to date; the flows are those of the month before."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for month, figures in ((8, AUGUST), (9, [*AUGUST[:-1], 5240])):
        sheet = book.create_sheet(f"T{month}")
        head = [["UBND XÃ ĐĂK MÔN"], [f"SỐ LIỆU CHUYỂN ĐỔI SỐ THÁNG {month} NĂM 2025"], ["Chỉ tiêu", "Số liệu"]]
        for row in (*head, *zip(LABELS, figures, strict=True)):
            sheet.append(row)
    book.save(tmp_path / "bc.xlsx")
    found = read_grid(open_workbook(tmp_path / "bc.xlsx"))
    assert {(o.sheet, o.cell) for o in found.observations if o.status == "asked"} == {("T9", f"B{row}") for row in range(4, 10)}
    assert "(T8)" in found.questions[0].text
