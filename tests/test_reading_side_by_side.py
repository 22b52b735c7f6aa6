"""Two tables printed side by side, each with its own names of communes, in another order: a figure is of the name before it, never of the
name that begins the row. Where no heading tells the tables apart, whose it is is asked."""

from pathlib import Path

import pytest
from test_reading import codes, read
from test_reading_compared import merged

from catalogue.units import units
from loaders.result import FileReading

_ = None
Row = list[object]
LEFT, RIGHT = ["Xã Đăk Môn", "Xã Đăk Long", "Xã Xốp"], ["Xã Xốp", "Xã Đăk Môn", "Xã Đăk Long"]
DOSSIERS: Row = ["Hồ sơ tiếp nhận mới", "Hồ sơ nộp trực tuyến"]
DOCUMENTS: Row = ["Tổng số văn bản đi (trừ văn bản mật)", "Văn bản đi được ký số cơ quan"]
TITLE: list[Row] = [["HỒ SƠ, VĂN BẢN CÁC XÃ THÁNG 10 NĂM 2025"], []]
WANTED = {("Xã Đăk Môn", 310), ("Xã Đăk Long", 320), ("Xã Xốp", 330), ("Xã Xốp", 71), ("Xã Đăk Môn", 72), ("Xã Đăk Long", 73)}


def rows(gap: int, lead: int, right: list[str] = RIGHT) -> list[Row]:
    """The rows of both tables: with the number of each row (`lead`) or without, so many empty columns between."""
    return [
        [*[n][:lead], LEFT[n - 1], 300 + 10 * n, 200 + n, *[_] * gap, *[n][:lead], right[n - 1], 70 + n, 60 + n]
        for n in range(1, len(LEFT) + 1)
    ]


def firsts(found: FileReading, columns: str = "BCFGH") -> set[tuple[str, float]]:
    """The commune and the first figure of each row that was taken."""
    first = {"dossiers_recv_new", "docs_out_total_nonsecret"}
    return {(units()[o.unit].name, o.value) for o in found.observations if o.status == "accepted" and o.element in first}


@pytest.mark.parametrize("gap", [0, 1])
@pytest.mark.parametrize(
    ("left", "right"),
    [(["TT", "Đơn vị"], ["TT", "Đơn vị"]), (["STT", "Xã"], ["TT", "Tên đơn vị"]), (["Đơn vị"], ["Đơn vị"]), (["Xã"], ["Đơn vị"])],
)
def test_headings_of_rows_that_come_again_begin_another_table(tmp_path: Path, left: Row, right: Row, gap: int) -> None:
    found = read(tmp_path, [*TITLE, [*left, *DOSSIERS, *[_] * gap, *right, *DOCUMENTS], *rows(gap, len(left) - 1)])
    assert (found.outcome, firsts(found), len(found.observations)) == ("accept", WANTED, 12)


@pytest.mark.parametrize("gap", [0, 1])
def test_groups_merged_over_two_rows_of_headings(tmp_path: Path, gap: int) -> None:
    """The lower row has no heading over the names: what stands right of the empty column does not begin with the figures."""
    upper = ["TT", "Đơn vị", "Hồ sơ", _, *[_] * gap, "TT", "Đơn vị", "Văn bản đi (trừ văn bản mật)", _]
    lower = [_, _, *DOSSIERS, *[_] * gap, _, _, "Tổng số", "Ký số cơ quan"]
    merges = ["A3:A4", "B3:B4", "C3:D3", *(["F3:F4", "G3:G4", "H3:I3"] if gap else ["E3:E4", "F3:F4", "G3:H3"])]
    found = merged(tmp_path, [*TITLE, upper, lower, *rows(gap, 1)], *merges)
    assert (found.outcome, firsts(found)) == ("accept", WANTED)


def test_a_sum_under_the_first_table_alone_and_a_row_more_under_the_second(tmp_path: Path) -> None:
    head = ["TT", "Đơn vị", *DOSSIERS, "TT", "Đơn vị", *DOCUMENTS]
    below = [["Tổng cộng", _, 960, 606, 4, "Xã Ngọc Linh", 74, 64]]
    found = read(tmp_path, [*TITLE, head, *rows(0, 1), *below])
    assert (found.outcome, firsts(found)) == ("accept", WANTED | {("Xã Ngọc Linh", 74)})


def test_three_tables_are_three(tmp_path: Path) -> None:
    head = ["Đơn vị", *DOSSIERS, "Đơn vị", *DOCUMENTS, "Đơn vị", "Nhiệm vụ được giao đến hạn trong kỳ", "Nhiệm vụ hoàn thành đúng hạn"]
    body = [[*row, LEFT[-n], 40 + n, 30 + n] for n, row in enumerate(rows(0, 0), 1)]
    found = read(tmp_path, [*TITLE, head, *body])
    assert firsts(found) == WANTED
    assert {(units()[o.unit].name, o.value) for o in found.observations if o.element == "tasks_due"} == {
        ("Xã Xốp", 41),
        ("Xã Đăk Long", 42),
        ("Xã Đăk Môn", 43),
    }


HEAD: Row = ["Xã", *DOSSIERS, "Nơi thực hiện", *DOCUMENTS]


@pytest.mark.parametrize("heading", ["Nơi thực hiện", "Xã xếp thứ nhất", _])
def test_a_further_column_of_other_names_is_asked_and_the_figures_before_it_are_taken(tmp_path: Path, heading: object) -> None:
    found = read(tmp_path, [*TITLE, [*HEAD[:3], heading, *HEAD[4:]], *rows(0, 0)])
    assert (found.outcome, codes(found)) == ("ask", {"unit_nearer"})
    assert firsts(found) == {("Xã Đăk Môn", 310), ("Xã Đăk Long", 320), ("Xã Xốp", 330)}
    (question,) = found.questions
    assert question.text == "Ô E4: dòng này là của Xã Đăk Môn nhưng tên đứng trước số này lại là Xã Xốp. Là số của đơn vị nào?"
    assert [o.label for o in question.options] == ["Của các đơn vị ở cột A", "Của các đơn vị ở cột D", "Bỏ các số này"]


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("nearer", WANTED),
        ("row", {(name, value) for name, value in WANTED if value > 100} | {(name, 71 + n) for n, name in enumerate(LEFT)}),
        ("leave", {(name, value) for name, value in WANTED if value > 100}),
    ],
)
def test_an_answer_says_of_which_column_of_names_they_are(tmp_path: Path, said: str, wanted: set[tuple[str, float]]) -> None:
    found = read(tmp_path, [*TITLE, HEAD, *rows(0, 0)], answers={"nearer:Sheet!D4": said})
    assert (found.outcome, firsts(found)) == ("accept", wanted)


def test_only_the_rows_in_which_the_two_names_differ_are_asked(tmp_path: Path) -> None:
    found = read(tmp_path, [*TITLE, HEAD, *rows(0, 0, ["Xã Đăk Môn", "Đăk Long", "Xã Ngọc Linh"])])
    assert {o.cell for o in found.observations if o.status == "asked"} == {"E6", "F6"}


def test_figures_before_the_column_that_names_the_rows_are_of_the_name_before_them(tmp_path: Path) -> None:
    """Two names alike make the first column the poorer one; its figures are not those of the other."""
    head = ["Nơi gửi", *DOSSIERS, "Xã", *DOCUMENTS]
    body = [["Xã Xốp" if n < 3 else "Xã Đăk Long", *row[1:]] for n, row in enumerate(rows(0, 0), 1)]
    found = read(tmp_path, [*TITLE, head, *body])
    assert {o.cell for o in found.observations if o.status == "asked"} == {"B5", "C5"}


@pytest.mark.parametrize(
    ("heading", "names"),
    [
        ("Nơi thực hiện", LEFT),
        ("Huyện (cũ)", ["Đăk Glei"] * 3),
        ("Thuộc", ["Đăk Glei"] * 3),
        ("Xã trước sắp xếp", ["Xã Đăk Kroong", "Xã Đăk Nhoong", "Xã Đăk Choong"]),
        ("Trụ sở", ["Đăk Môn", "Đăk Long", "Đăk Choong"]),
        ("Thôn", RIGHT),
        ("Người lập", ["Lê Văn Môn", "A Long", "Y Xốp"]),
        ("Ghi chú", RIGHT),
    ],
)
def test_names_that_are_no_other_units_ask_nothing(tmp_path: Path, heading: str, names: list[str]) -> None:
    """The same communes again, districts, what the communes were made of, hamlets, people, remarks."""
    found = read(tmp_path, [*TITLE, ["Xã", *DOSSIERS, heading, *DOCUMENTS], *rows(0, 0, names)])
    assert "unit_nearer" not in codes(found)


def test_among_other_names_one_that_a_commune_came_to_bear_is_asked_too(tmp_path: Path) -> None:
    """Dak Choong became part of Xop in July; in a column of other communes Xop is not what became of it."""
    body = [
        [left, 310 + n, 201, right, 71 + n, 61] for n, (left, right) in enumerate([("Xã Đăk Choong", "Xã Xốp"), ("Xã Xốp", "Xã Đăk Long")])
    ]
    found = read(tmp_path, [["HỒ SƠ, VĂN BẢN CÁC XÃ THÁNG 6 NĂM 2025"], [], HEAD, *body])
    assert {o.cell for o in found.observations if o.status == "asked"} == {"E4", "F4", "E5", "F5"}
