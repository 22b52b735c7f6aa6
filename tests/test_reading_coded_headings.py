"""Headings that are but codes, explained by a list or a text anywhere in the workbook."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from test_reading import _

from loaders.opening.workbook import open_workbook
from loaders.result import FileReading
from loaders.understanding.report import read_grid

NAMES = {
    "C1": ("Tổng số cán bộ, công chức có mặt", "người"),
    "C2": ("Số cán bộ, công chức được cấp chữ ký số cá nhân", "người"),
    "C3": ("Tổng số hồ sơ công việc (trừ hồ sơ mật)", "hồ sơ"),
}
ELEMENTS = ["officials_total", "officials_with_cert", "workfiles_total_nonsecret"]
ROWS: list[list[object]] = [["23368", "Xã Đăk Long", 23, 18, 84], ["23374", "Xã Đăk Môn", 19, 15, 83], ["23359", "Xã Xốp", 22, 17, 58]]
Rows = list[list[object]]


def table(*heads: str) -> Rows:
    return [["BM-CX02"], ["Tháng", 5, "Năm", 2025], [], ["Mã xã", "Tên xã", *(heads or tuple(NAMES))], *ROWS]


def listed(**others: list[object]) -> Rows:
    return [["Cột", "Nội dung", "Đơn vị tính"], *([code, *(others.get(code) or said)] for code, said in NAMES.items())]


def told(tmp_path: Path, *sheets: Rows) -> FileReading:
    book = Workbook()
    for number, rows in enumerate(sheets):
        sheet = book.worksheets[0] if not number else book.create_sheet()
        for row in rows:
            sheet.append(row)
    book.save(tmp_path / "BM.xlsx")
    return read_grid(open_workbook(tmp_path / "BM.xlsx"))


def elements(found: FileReading) -> list[str]:
    """What the first row of figures counts, as far as it is taken."""
    return [o.element for o in found.observations if o.status == "accepted" and o.cell in ("C5", "D5", "E5")]


SPOKEN = [f"{code}: {name}" for code, (name, _unit) in NAMES.items()]
LEGENDS: dict[str, Rows] = {
    "a list of codes, names and measures": listed(),
    "names alone": [[code, name] for code, (name, _unit) in NAMES.items()],
    "numbered lines": [["TT", "Mã cột", "Tên chỉ tiêu"], *([n, f"Cột {code}", NAMES[code][0]] for n, code in enumerate(NAMES, 1))],
    "names before their codes": [["Nội dung", "Mã"], *([name, code] for code, (name, _unit) in NAMES.items())],
    "one text": [["Giải thích: " + "; ".join(SPOKEN)]],
    "one text of several lines": [["\n".join(SPOKEN)]],
    "a text for each": [[text.replace(": ", " - ")] for text in SPOKEN],
    "titles over parts of the list": [*listed()[:3], ["II. Văn phòng"], *listed()[3:]],
}


@pytest.mark.parametrize("legend", LEGENDS.values(), ids=LEGENDS.keys())
def test_codes_are_the_headings_that_a_list_of_the_workbook_gives(tmp_path: Path, legend: Rows) -> None:
    found = told(tmp_path, table(), legend)
    assert (found.outcome, elements(found), len(found.observations)) == ("accept", ELEMENTS, 9)


@pytest.mark.parametrize("legend", LEGENDS.values(), ids=LEGENDS.keys())
def test_the_list_may_stand_below_its_table(tmp_path: Path, legend: Rows) -> None:
    assert elements(told(tmp_path, [*table(), [], *legend])) == ELEMENTS


def test_the_list_may_stand_beside_its_table(tmp_path: Path) -> None:
    rows = table()
    beside = [[*row, _, code, NAMES[code][0]] for row, code in zip(rows[4:], NAMES, strict=True)]
    assert elements(told(tmp_path, [*rows[:4], *beside])) == ELEMENTS


@pytest.mark.parametrize("heads", [("c1", "c2", "c3"), ("(C1)", "(C2)", "(C3)"), ("C.1", "C.2", "C.3"), ("Cột C1", "Cột C2", "Cột C3")])
def test_codes_may_be_written_otherwise(tmp_path: Path, heads: tuple[str, ...]) -> None:
    assert elements(told(tmp_path, table(*heads), listed())) == ELEMENTS


@pytest.mark.parametrize(
    "legend",
    [
        listed()[:3],
        [*listed(), ["C2", "Số lãnh đạo được cấp chữ ký số", "người"]],
        listed(C2=["Tổng số cán bộ, công chức có mặt", "người"]),
        [["Cột", "Nội dung"], ["C1", NAMES["C1"][0]], [], [], ["C2", NAMES["C2"][0]], [], [], ["C3", NAMES["C3"][0]]],
    ],
    ids=["one not explained", "one explained twice", "two of one name", "no list"],
)
def test_nothing_is_read_unless_every_code_stands_for_one_thing(tmp_path: Path, legend: Rows) -> None:
    assert elements(told(tmp_path, table(), legend)) == []


@pytest.mark.parametrize("remark", ["kế hoạch năm", "số cùng kỳ năm trước", "chỉ tính nữ", "lĩnh vực đất đai"])
def test_what_a_list_remarks_on_a_name_belongs_to_the_heading(tmp_path: Path, remark: str) -> None:
    found = told(tmp_path, table(), listed(C3=["Tổng số hồ sơ công việc (trừ hồ sơ mật)", "hồ sơ", remark]))
    assert elements(found) == ELEMENTS[:2]


def test_a_title_within_a_list_belongs_to_the_headings_under_it(tmp_path: Path) -> None:
    legend = [*listed()[:3], ["Kế hoạch năm 2025"], *listed()[3:]]
    assert elements(told(tmp_path, table(), legend)) == ELEMENTS[:2]


def test_since_when_a_list_counts_is_heeded(tmp_path: Path) -> None:
    found = told(tmp_path, table(), listed(C3=["Tổng số hồ sơ công việc (trừ hồ sơ mật)", "hồ sơ", "lũy kế từ đầu năm"]))
    assert {o.basis for o in found.observations if o.element == ELEMENTS[2]} == {"year_to_date"}


def test_an_amount_is_scaled_by_the_measure_of_its_line(tmp_path: Path) -> None:
    said = ["Tổng số tiền chi trả an sinh xã hội", "triệu đồng"]
    found = told(tmp_path, table(), listed(C3=said))
    assert [o.value for o in found.observations if o.element == "ssp_amount_total"] == [84e6, 83e6, 58e6]


def test_headings_without_a_list_are_left(tmp_path: Path) -> None:
    assert elements(told(tmp_path, table())) == []
