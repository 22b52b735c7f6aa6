"""Cells of several labelled figures, one a line or parted by semicolons: each is a figure of that cell, under its own label."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from test_reading import _, by_element, codes, read

from loaders.opening.workbook import open_workbook
from loaders.understanding.reading import understand
from loaders.understanding.telling.ledger import classes_of

TITLE = "SỐ LIỆU THÁNG 02/2026 CÁC XÃ GỬI VỀ"
HEAD = ["TT", "Đơn vị", "Hồ sơ TTHC", "Chữ ký số CBCC", "Ghi chú"]
LINES = ["Tiếp nhận mới: {}", "Trong đó trực tuyến: {}", "Đã giải quyết: {}"]
SIGNED = ["Tổng số CBCC: {}", "Đã có chữ ký số: {}"]
COMMUNES = ["Xã Đăk Pék", "Xã Đăk Môn", "Xã Đăk Long"]
FIGURES = [(387, 359, 379, 38, 34), (281, 261, 280, 35, 31), (155, 138, 150, 25, 22)]
ALL = {
    "dossiers_recv_new": [387, 281, 155],
    "dossiers_recv_online": [359, 261, 138],
    "resolved_total": [379, 280, 150],
    "officials_total": [38, 35, 25],
    "officials_with_cert": [34, 31, 22],
}
Rows = list[list[object]]


def packed(between: str = "\n", title: str = TITLE, **instead: object) -> Rows:
    """A return of such cells; `instead`: what stands in some of them, by their address."""
    rows: Rows = [[title], [], list(HEAD)]
    for n, (name, line) in enumerate(zip(COMMUNES, FIGURES, strict=True), 1):
        said = [text.format(value) for text, value in zip(LINES + SIGNED, line, strict=True)]
        rows.append([n, name, between.join(said[:3]), between.join(said[3:]), _])
    for address, value in instead.items():
        rows[int(address[1:]) - 1]["ABCDE".index(address[0])] = value
    return rows


@pytest.mark.parametrize("between", ["\n", "; ", ";\n", "\n- "])
def test_each_figure_is_read_under_its_label_and_stands_in_the_cell_that_holds_it(tmp_path: Path, between: str) -> None:
    found = read(tmp_path, packed(between))
    assert (found.outcome, by_element(found)) == ("accept", ALL)
    assert [(o.cell, o.raw) for o in found.observations[:5]] == [("C4", "387"), ("C4", "359"), ("C4", "379"), ("D4", "38"), ("D4", "34")]


def test_labels_may_stand_in_another_order_and_one_of_them_be_left_out(tmp_path: Path) -> None:
    found = read(tmp_path, packed(C5="Đã giải quyết: 280\nTiếp nhận mới: 281"))
    assert by_element(found) == ALL | {"dossiers_recv_online": [359, 138]}


@pytest.mark.parametrize(
    "odd", ["Tiếp nhận mới: 281\nTrong đó trực tuyến 261 hoặc 262\nĐã giải quyết: 280", "281\n261\n280", "281, 261 và 280"]
)
def test_a_cell_with_a_part_that_is_no_label_with_its_figure_is_not_taken(tmp_path: Path, odd: str) -> None:
    found = read(tmp_path, packed(C5=odd))
    assert found.outcome in ("ask", "fix")
    assert by_element(found) == {code: [v for v in values if v not in FIGURES[1][:3]] for code, values in ALL.items()}


def test_an_answer_that_is_no_clear_figure_is_asked_alone(tmp_path: Path) -> None:
    found = read(tmp_path, packed(C5="Tiếp nhận mới: khoảng 281\nTrong đó trực tuyến: 261\nĐã giải quyết: 280"))
    assert (codes(found), by_element(found)) == ({"approximate"}, ALL | {"dossiers_recv_new": [387, 155]})
    key = next(q.key for q in found.questions)
    again = read(tmp_path, packed(C5="Tiếp nhận mới: khoảng 281\nTrong đó trực tuyến: 261\nĐã giải quyết: 280"), answers={key: "281"})
    assert by_element(again) == ALL


@pytest.mark.parametrize("more", ["Tiếp nhận mới: 282", "Nộp trực tiếp: 20"])
def test_a_cell_may_have_a_label_of_its_own_but_none_twice(tmp_path: Path, more: str) -> None:
    found = read(tmp_path, packed(C5="\n".join(["Tiếp nhận mới: 281", more, "Trong đó trực tuyến: 261", "Đã giải quyết: 280"])))
    once = {code: [v for v in values if v not in FIGURES[1][:3]] for code, values in ALL.items()}
    assert by_element(found) == (ALL | {"dossiers_recv_direct_postal": [20]} if "20" in more else once)


def test_a_row_of_column_numbers_may_stand_below_the_headings(tmp_path: Path) -> None:
    rows = packed()
    assert by_element(read(tmp_path, [*rows[:3], ["A", "B", 1, 2, 3], *rows[3:]])) == ALL


def test_what_is_not_counted_yet_is_missing(tmp_path: Path) -> None:
    found = read(tmp_path, packed(C5="chưa có số liệu", D6="Tổng số CBCC: 25\nĐã có chữ ký số: chưa thống kê"))
    assert (found.outcome, len(found.observations)) == ("accept", 11)


def test_a_plain_figure_among_such_cells_leaves_them_all(tmp_path: Path) -> None:
    assert by_element(read(tmp_path, packed(C5=281))) == {}


def test_labels_of_their_own_in_every_row_make_no_columns(tmp_path: Path) -> None:
    assert by_element(read(tmp_path, packed(C4="Trễ: 1\nĐúng hạn: 2", C5="Nữ: 3\nNam: 4", C6="Thôn 1: 5\nThôn 2: 6"))) == {}


def test_remarks_are_left_as_they_are(tmp_path: Path) -> None:
    remarks = {f"E{row}": f"Quá hạn: {row}\nRút: 1" for row in (4, 5, 6)}
    found = read(tmp_path, packed(**remarks))
    assert by_element(found) == ALL
    assert {n.text for n in found.narratives} == set(remarks.values())


def test_a_total_of_such_cells_is_their_sum(tmp_path: Path) -> None:
    total = "Tiếp nhận mới: 823\nTrong đó trực tuyến: 758\nĐã giải quyết: {}"
    rows = [*packed(), [_, "Tổng cộng", total.format(809), "Tổng số CBCC: 98\nĐã có chữ ký số: 87"]]
    assert (read(tmp_path, rows).outcome, by_element(read(tmp_path, rows))) == ("accept", ALL)
    rows[-1][2] = total.format(810)
    assert {(i.code, i.cell) for i in read(tmp_path, rows).issues} == {("total_differs", "C7")}


def test_every_cell_of_the_sender_has_its_class_where_it_stands(tmp_path: Path) -> None:
    book = Workbook()
    for row in packed(C5="Tiếp nhận mới: \nĐã giải quyết:"):
        book.worksheets[0].append(row)
    book.save(tmp_path / "bc.xlsx")
    grid = open_workbook(tmp_path / "bc.xlsx")
    (found,) = classes_of(understand(grid)).values()
    assert found.keys() == grid.sheets[0].cells.keys()
    assert {found[row, col] for row in (3, 5) for col in (2, 3)} == {"accepted"}


@pytest.mark.parametrize(
    "said", ["xã Ngọc Linh gửi phiếu riêng", "chưa có xã Ngọc Linh", "xã Ngọc Linh chưa gửi", "còn thiếu xã Ngọc Linh"]
)
def test_a_commune_said_to_be_absent_sends_nothing(tmp_path: Path, said: str) -> None:
    assert read(tmp_path, packed(title=f"{TITLE} ({said})")).outcome == "accept"
    assert read(tmp_path, packed(title=f"{TITLE} (xã Ngọc Linh gửi)")).outcome == "ask"


def test_in_a_table_of_indicators_such_a_figure_is_named_by_its_label_under_that_of_its_row(tmp_path: Path) -> None:
    rows: Rows = [["UBND XÃ ĐĂK PÉK"], ["BÁO CÁO THÁNG 02/2026"], [], ["STT", "Nội dung", "Kết quả"]]
    rows += [[1, "Hồ sơ tiếp nhận", "Trực tuyến: 120\nTrực tiếp: 30"], [2, "Hồ sơ đã giải quyết", "Đúng hạn: 140; quá hạn: 2"]]
    rows += [[3, "Hồ sơ đang giải quyết", "8"]]
    found = read(tmp_path, rows)
    assert {(o.cell, o.element, o.value) for o in found.observations} == {
        ("C5", "dossiers_recv_online", 120),
        ("C5", "dossiers_recv_direct_postal", 30),
        ("C6", "resolved_on_time", 140),
        ("C6", "resolved_late", 2),
        ("C7", "processing_total", 8),
    }
