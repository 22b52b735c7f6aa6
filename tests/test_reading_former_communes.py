"""Former communes beside the commune they became: the whole is taken where they add up to it; under former names alone all is asked."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from test_reading import codes, read, taken
from test_reading_compared import merged

from loaders.opening.workbook import open_workbook
from loaders.result import FileReading
from loaders.understanding.report import read_grid

_ = None
OVER: list[list[object]] = [["UBND XÃ ĐĂK MÔN"], ["SỐ LIỆU XÃ HỘI SỐ THÁNG 10 NĂM 2025"]]
LINES = [("Dân số", 5010, 7120), ("Số hộ gia đình", 1230, 1690), ("Số thôn", 8, 11)]
WHOLE = [a + b for _label, a, b in LINES]


def _columns(total: str, olds: tuple[str, str], more: int = 0) -> list[list[object]]:
    rows = [[n, label, a + b + (more if n == 1 else 0), a, b] for n, (label, a, b) in enumerate(LINES, 1)]
    return [*OVER, ["TT", "Nội dung", total, *olds], *rows]


@pytest.mark.parametrize(
    ("total", "olds"),
    [
        ("Toàn xã", ("Xã Đăk Kroong (cũ)", "Xã Đăk Môn (cũ)")),
        ("Tổng cộng", ("Xã Đăk Kroong cũ", "Xã Đăk Môn cũ")),
        ("Toàn xã", ("Đăk Kroong", "Đăk Môn")),
        ("Toàn xã", ("Địa bàn xã Đăk Kroong cũ", "Địa bàn xã Đăk Môn cũ")),
        ("Toàn xã", ("Nguyên xã Đăk Kroong", "Nguyên xã Đăk Môn")),
        ("Tổng số", ("Xã Đăk Kroong trước sáp nhập", "Xã Đăk Môn trước sáp nhập")),
        ("Xã Đăk Môn", ("Đăk Kroong (cũ)", "Đăk Môn(cũ)")),
        ("Xã Đăk Môn (mới)", ("Khu vực Đăk Kroong cũ", "Khu vực Đăk Môn cũ")),
    ],
)
def test_the_whole_commune_is_taken_from_columns_and_rows(tmp_path: Path, total: str, olds: tuple[str, str]) -> None:
    found = read(tmp_path, _columns(total, olds))
    assert (found.outcome, list(taken(found).values())) == ("accept", WHOLE)
    assert {o.unit for o in found.observations} == {"23374.2"}
    body = [[name, *(line[n] for line in LINES)] for n, name in enumerate(olds, 1)]
    found = read(tmp_path, [*OVER, ["Đơn vị", *(line[0] for line in LINES)], *body, [total, *WHOLE]])
    assert (found.outcome, list(taken(found).values())) == ("accept", WHOLE)


def test_under_a_heading_of_the_time_before(tmp_path: Path) -> None:
    rows = _columns("Toàn xã", ("Xã Đăk Kroong (cũ)", "Xã Đăk Môn (cũ)"))
    head = [["TT", "Nội dung", "Toàn xã", "Chia theo địa bàn trước sắp xếp", _], [_, _, _, *rows[2][3:]]]
    found = merged(tmp_path, [*rows[:2], *head, *rows[3:]], "A3:A4", "B3:B4", "C3:C4", "D3:E3")
    assert (found.outcome, list(taken(found).values())) == ("accept", WHOLE)


def test_a_whole_that_is_not_the_sum_is_asked(tmp_path: Path) -> None:
    found = read(tmp_path, _columns("Toàn xã", ("Xã Đăk Kroong (cũ)", "Xã Đăk Môn (cũ)"), more=7))
    assert codes(found) == {"total_differs"} and list(taken(found).values()) == WHOLE[1:]


@pytest.mark.parametrize(
    "names", [("Xã Đăk Môn (cũ)", "Xã Đăk Long (cũ)"), ("Đăk Kroong", "Đăk Choong"), ("Xã Đăk Kroong cũ", "Xã Đăk Môn cũ")]
)
def test_former_names_alone_are_asked(tmp_path: Path, names: tuple[str, str]) -> None:
    rows = [["SỐ LIỆU THÁNG 10 NĂM 2025"], ["Đơn vị", "Dân số", "Số hộ gia đình"], [names[0], 5010, 1230], [names[1], 7120, 1690]]
    found = read(tmp_path, rows)
    assert (taken(found), found.outcome) == ({}, "ask") and "units_former" in codes(found)


def test_a_title_of_a_former_commune_is_asked(tmp_path: Path) -> None:
    rows = [["UBND XÃ ĐĂK MÔN"], ["SỐ LIỆU XÃ ĐĂK MÔN (CŨ) THÁNG 10 NĂM 2025"], ["Nội dung", "Số liệu"], *(line[:2] for line in LINES)]
    found = read(tmp_path, [list(row) for row in rows])
    assert taken(found) == {} and found.outcome == "ask"


def test_before_the_reorganisation_the_word_changes_nothing(tmp_path: Path) -> None:
    rows = [
        ["SỐ LIỆU THÁNG 3 NĂM 2025"],
        ["Đơn vị", "Dân số", "Số hộ gia đình"],
        ["Xã Đăk Môn (cũ)", 7120, 1690],
        ["Xã Đăk Long", 6900, 1500],
    ]
    assert [o.unit for o in read(tmp_path, rows).observations] == ["23374.1", "23374.1", "23368.1", "23368.1"]


def test_communes_over_their_former_communes_and_lists_of_them_in_brackets(tmp_path: Path) -> None:
    head = [["SỐ LIỆU CÁC XÃ THÁNG 10 NĂM 2025"], ["TT", "Đơn vị", "Dân số", "Số hộ gia đình"]]
    rows = [
        [1, "Xã Đăk Môn", 12130, 2920],
        ["-", "Đăk Kroong (cũ)", 5010, 1230],
        ["-", "Đăk Môn (cũ)", 7120, 1690],
        [2, "Xã Đăk Long", 7000, 1600],
    ]
    assert taken(read(tmp_path, [*head, *rows])) == {"C3": 12130, "D3": 2920, "C6": 7000, "D6": 1600}
    rows = [[1, "Xã Đăk Môn (gồm Đăk Môn, Đăk Kroong cũ)", 12130, 2920], [2, "Xã Đăk Long", 7000, 1600]]
    assert len(taken(read(tmp_path, [*head, *rows]))) == 4


def test_sections_and_sheets(tmp_path: Path) -> None:
    rows = [*OVER, ["Nội dung", "Số liệu"], ["Toàn xã", _]]
    rows += [[label, a + b] for label, a, b in LINES]
    for n, name in enumerate(("Đăk Kroong", "Đăk Môn"), 1):
        rows += [[f"Địa bàn xã {name} (cũ)", _], *([line[0], line[n]] for line in LINES)]
    assert list(taken(read(tmp_path, rows)).values()) == WHOLE
    book = Workbook()
    for tab, over, col in (
        ("Toàn xã", "XÃ ĐĂK MÔN", 0),
        ("Kroong", "ĐỊA BÀN XÃ ĐĂK KROONG (CŨ)", 1),
        ("Đăk Môn cũ", "ĐỊA BÀN XÃ ĐĂK MÔN (CŨ)", 2),
    ):
        sheet = book.create_sheet(tab)
        for row in ([over], OVER[1], ["Nội dung", "Số liệu"], *([line[0], line[col] if col else line[1] + line[2]] for line in LINES)):
            sheet.append(row)
    book.remove(book.worksheets[0])
    book.save(tmp_path / "bc.xlsx")
    found = read_grid(open_workbook(tmp_path / "bc.xlsx"))
    assert (found.outcome, list(taken(found).values())) == ("accept", WHOLE)


HEAD: list[list[object]] = [["SỐ LIỆU CÁC XÃ THÁNG 10 NĂM 2025"], ["TT", "Đơn vị", "Dân số", "Số hộ gia đình"]]
PARTS = [("Đăk Blô", 3800, 900), ("Đăk Man", 3100, 700), ("Đăk Nhoong", 6300, 1500)]
LONG: list[object] = ["II", "Xã Đăk Long", 7000, 1600]


@pytest.mark.parametrize(
    ("whole", "old"),
    [
        ("Xã Đăk Plô (mới)", "Xã {} (cũ)"),
        ("Xã Đăk Plô mới", "Địa bàn xã {} cũ"),
        ("ĐĂK PLÔ", "Xã {} trước sáp nhập"),
        ("Xã Đăk Plô (sau sắp xếp)", "{} (trước sắp xếp)"),
        ("Xã Đăk Plô", "Xã {}"),
    ],
)
def test_a_former_commune_whose_name_is_another_one_of_the_new(tmp_path: Path, whole: str, old: str) -> None:
    rows = [["I", whole, 13200, 3100], *(["-", old.format(name), a, b] for name, a, b in PARTS), LONG]
    assert taken(read(tmp_path, [*HEAD, *rows])) == {"C3": 13200, "D3": 3100, "C7": 7000, "D7": 1600}


@pytest.mark.parametrize("marks", [("-", "-"), (1, 2), (_, _)])
def test_the_same_name_for_the_whole_and_one_of_its_former_communes(tmp_path: Path, marks: tuple[object, object]) -> None:
    rows = [["I", "Xã Ngọc Linh", 7000, 1600], [marks[0], "Xã Mường Hoong", 3000, 700], [marks[1], "Xã Ngọc Linh", 4000, 900], LONG]
    assert taken(read(tmp_path, [*HEAD, *rows])) == {"C3": 7000, "D3": 1600, "C6": 7000, "D6": 1600}
    rows[0][2:] = [7001, 1601]
    assert not {"C3", "C4", "C5"} & taken(read(tmp_path, [*HEAD, *rows])).keys()


def test_former_communes_by_another_name_alone_are_asked(tmp_path: Path) -> None:
    rows = [[1, "Xã Đăk Blô (cũ)", 3800, 900], [2, "Xã Đăk Long", 7000, 1600]]
    found = read(tmp_path, [*HEAD, *rows])
    assert "units_former" in codes(found) and "C3" not in taken(found)


@pytest.mark.parametrize("name", ["Xã Đăk Môn (mới)", "Xã Đăk Môn mới", "Xã Đăk Môn sau sáp nhập"])
def test_a_new_commune_before_its_day_is_asked(tmp_path: Path, name: str) -> None:
    rows = [["SỐ LIỆU THÁNG 3 NĂM 2025"], HEAD[1], [1, name, 7120, 1690], [2, "Xã Đăk Long", 6900, 1500]]
    found = read(tmp_path, [list(row) for row in rows])
    assert found.outcome == "ask" and "C3" not in taken(found)


def former_list(tmp_path: Path, **answers: str) -> FileReading:
    """A return after the reorganisation whose rows are the units of before, three of which became one."""
    rows = [[1, "Xã Đăk Blô", 3800, 900], [2, "Xã Đăk Nhoong", 1700, 400], [3, "Xã Đăk Man", 1200, 300], [4, "Xã Đăk Long", 7000, 1600]]
    return read(tmp_path, [*HEAD, *rows], answers=answers)


def test_a_list_with_former_names_is_asked_once_whose_list_it_is(tmp_path: Path) -> None:
    found = former_list(tmp_path)
    assert [q.kind for q in found.questions] == ["units_former"] and [o.value for o in found.questions[0].options] == ["as_named", "former"]


def test_a_list_of_former_units_goes_back_to_be_added_up_unit_by_unit(tmp_path: Path) -> None:
    (question,) = former_list(tmp_path).questions
    found = former_list(tmp_path, **{question.key: "former"})
    assert (found.outcome, found.questions) == ("fix", ())
    assert taken(found) == {"C6": 7000, "D6": 1600}, "the land of Dak Long is what it was"
    said = {i.message for i in found.issues if i.code == "unit_former_rows"}
    assert any("Xã Đăk Plô" in text and "Xã Đăk Nhoong: 4; Xã Đăk Man: 5" in text for text in said)


def test_former_names_answered_one_by_one_that_make_one_unit_are_to_be_added_up(tmp_path: Path) -> None:
    (question,) = former_list(tmp_path).questions
    named = former_list(tmp_path, **{question.key: "as_named"})
    answers = {q.key: q.options[0].value for q in named.questions} | {question.key: "as_named"}
    found = former_list(tmp_path, **answers)
    assert found.outcome == "fix" and codes(found) == {"unit_former_rows"} and taken(found) == {"C6": 7000, "D6": 1600}


@pytest.mark.parametrize(("period", "former"), [("THÁNG 6/2025", True), ("THÁNG 9/2025", False)])
def test_before_the_reorganisation_figures_are_of_the_communes_there_were(tmp_path: Path, period: str, former: bool) -> None:
    """The list says what became of each; afterwards a former name is no unit any more."""
    rows = [
        ["TT", "Xã trước sắp xếp", "Xã sau sắp xếp", "Hồ sơ tiếp nhận mới"],
        [1, "Xã Đăk Choong", "Xã Xốp", 40],
        [2, "Xã Xốp", "Xã Xốp", 20],
    ]
    found = read(tmp_path, [[f"TỔNG HỢP HỒ SƠ {period}"], *rows])
    accepted = {(o.unit, o.value) for o in found.observations if o.status == "accepted"}
    assert accepted == ({("23356.1", 40), ("23359.1", 20)} if former else set())
