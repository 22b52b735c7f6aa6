"""Every place that says whose figures a workbook holds: names and codes in lines, labels, columns, sheets, the file, a cover, a signature.

Where two of them mean different communes a person is asked; where they agree, or a number is no code, nobody is.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook
from test_reading import codes, taken

from catalogue.units import units
from loaders.opening.workbook import open_workbook
from loaders.result import FileReading
from loaders.understanding.names.whose import commune
from loaders.understanding.report import read_grid

Rows = Sequence[Sequence[object]]
Sheets = Mapping[str, Rows]

SENDER = ["UBND xã Đăk Pék"]
MARCH = ["TÌNH HÌNH TIẾP NHẬN HỒ SƠ THÁNG 3 NĂM 2025"]
ROWS: Rows = [["TT", "Nội dung", "Số liệu"], [1, "Số hồ sơ tiếp nhận mới", 87], [2, "Số hồ sơ tiếp nhận trực tuyến", 61]]
COVER: Rows = [["UBND xã Đăk Long"], ["Kỳ báo cáo: tháng 3 năm 2025"]]
ONE_ROW: Rows = [["TT", "Tên xã", "Số hồ sơ tiếp nhận mới", "Số hồ sơ đã giải quyết"], [1, "Xã Đăk Pék", 87, 80]]


def _read(tmp_path: Path, sheets: Sheets, name: str, answers: dict[str, str] | None = None) -> FileReading:
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
        sheet.sheet_state = "hidden" if title.startswith("_") else "visible"
    book.save(tmp_path / name)
    return read_grid(open_workbook(tmp_path / name), answers)


def _one(*lines: Sequence[object], below: Rows = ()) -> Rows:
    return [*lines, MARCH, [], *ROWS, [], *below]


def _ours(unit: str, period: str) -> Rows:
    return [["chiso-return", "1"], ["unit", unit], ["period", period]]


DISAGREE: dict[str, tuple[Sheets, str]] = {
    "behind the name": ({"S": _one(["UBND xã Đăk Pék - Mã ĐVHC: 23341"])}, "a.xlsx"),
    "a line of its own": ({"S": _one(SENDER, ["(Mã số đơn vị hành chính: 23341)"])}, "a.xlsx"),
    "beside its label": ({"S": _one(["Tên đơn vị", "Xã Đăk Pék"], ["Mã đơn vị:", 23341])}, "a.xlsx"),
    "in brackets": ({"S": _one(["UBND xã Đăk Pék (23341)"])}, "a.xlsx"),
    "before the name": ({"S": _one(["Đơn vị báo cáo: 23341 Xã Đăk Pék"])}, "a.xlsx"),
    "below the table": ({"S": _one(SENDER, below=[["Mã xã: 23341"]])}, "a.xlsx"),
    "a row of the table": ({"S": [SENDER, MARCH, ROWS[0], ["", "Mã đơn vị", "23341"], *ROWS[1:]]}, "a.xlsx"),
    "a column of its own": ({"S": [SENDER, MARCH, ["Mã xã", *ROWS[0]], *([23341, *r] for r in ROWS[1:])]}, "a.xlsx"),
    "a column without names": ({"S": [SENDER, MARCH, ["Mã", *ONE_ROW[0][2:]], ["23341", 87, 80]]}, "a.xlsx"),
    "the file": ({"S": _one(SENDER)}, "BC T3-2025 ma 23341.xlsx"),
    "the file, an export": ({"S": _one(SENDER)}, "export_23341_20250331.xlsx"),
    "the sheet": ({"23341_T3": _one(SENDER)}, "a.xlsx"),
    "the sheet beside the file": ({"23341": _one()}, "bc xa Dak Pek.xlsx"),
    "the file beside the sheet": ({"Đăk Pék": _one()}, "23341.xlsx"),
    "two codes": ({"23353": _one()}, "export_23341_20250331.xlsx"),
    "the cover": ({"Bìa": [["Mã đơn vị: 23341"], MARCH], "1": _one(SENDER)}, "a.xlsx"),
    "the code of another time": ({"S": _one(["UBND thị trấn Đăk Glei", "Mã: 23353"])}, "a.xlsx"),
    "rows, the file": ({"S": [MARCH, *ONE_ROW]}, "bc 23341.xlsx"),
    "rows, a line": ({"S": [SENDER, ["Mã đơn vị: 23341"], MARCH, *ONE_ROW]}, "a.xlsx"),
    "over the columns": (
        {"S": [MARCH, ["Chỉ tiêu", "Xã Đăk Pék", "Xã Đăk Môn"], ["Mã xã", 23341, 23374], [ROWS[1][1], 87, 40], [ROWS[2][1], 61, 30]]},
        "a.xlsx",
    ),
    "another name on the cover": ({"Bìa": COVER, "1": _one(SENDER)}, "a.xlsx"),
    "another name in the signature": ({"S": _one(SENDER, below=[["TM. UBND XÃ ĐĂK LONG"], ["CHỦ TỊCH"]])}, "a.xlsx"),
    "another name of the file": ({"S": _one(SENDER)}, "BC Dak Long T3-2025.xlsx"),
    "another name over two sheets": ({"A": _one(SENDER), "B": _one(SENDER)}, "BC xa Dak Long.xlsx"),
    "rows under another signature": ({"S": [MARCH, *ONE_ROW, [], ["TM. UBND XÃ ĐĂK LONG"]]}, "a.xlsx"),
    "made out for another": ({"S": _one(SENDER), "_chiso": _ours("23368.1", "2025-M03")}, "a.xlsx"),
    "made out for another month": ({"S": _one(SENDER), "_chiso": _ours("23353.1", "2025-M02")}, "a.xlsx"),
}

AGREE: dict[str, tuple[Sheets, str]] = {
    "the same code": ({"S": _one(["UBND xã Đăk Pék - Mã ĐVHC: 23353"], below=[["TM. UBND XÃ ĐĂK PÉK"]])}, "23353.xlsx"),
    "numbers that are no codes": (
        {"S": _one([*SENDER, "Số: 23341/BC-UBND"], ["Điện thoại: 0260.23341"], ["Dân số: 23341 người"], ["Mã định danh: H34.61.12"])},
        "Van ban so 23344 T3.xlsx",
    ),
    "codes of what is counted": ({"S": [SENDER, MARCH, ["Mã số", *ROWS[0]], *([23341 + i, *r] for i, r in enumerate(ROWS[1:]))]}, "a.xlsx"),
    "a code alone": ({"S": _one(["Mã đơn vị hành chính", 23353])}, "a.xlsx"),
    "a sheet called by its code": ({"23353": _one()}, "a.xlsx"),
    "a signature alone": ({"S": _one(below=[["T/M UBND XÃ ĐĂK PÉK"]])}, "a.xlsx"),
    "the district in the file": ({"S": _one(SENDER)}, "Dak Glei T3-2025.xlsx"),
    "made out for it": ({"S": _one(SENDER), "_chiso": _ours("23353.1", "2025-M03")}, "a.xlsx"),
}


@pytest.mark.parametrize("where", DISAGREE)
def test_a_code_or_name_that_means_another_commune_is_asked(where: str, tmp_path: Path) -> None:
    reading = _read(tmp_path, *DISAGREE[where])
    assert {o.unit for o in reading.observations if o.status == "accepted"} <= {"23374.1"}
    assert set(codes(reading)) & {"unit_code", "unit_conflict", "period_conflict"}


@pytest.mark.parametrize("where", AGREE)
def test_places_that_agree_ask_nothing(where: str, tmp_path: Path) -> None:
    reading = _read(tmp_path, *AGREE[where])
    assert {o.unit for o in reading.observations} == {"23353.1"}
    assert not reading.questions and len(taken(reading)) == 2


def test_a_code_alone_in_the_name_of_a_file_is_proposed(tmp_path: Path) -> None:
    reading = _read(tmp_path, {"S": _one()}, "BC_23353_T3.xlsx")
    assert not taken(reading) and [o.value for q in reading.questions for o in q.options] == ["23353.1"]


def test_an_answer_settles_whose_figures_they_are(tmp_path: Path) -> None:
    for place, key in (("made out for another", "unit:S"), ("behind the name", "unit:S"), ("another name on the cover", "unit:1")):
        reading = _read(tmp_path, *DISAGREE[place], answers={key: "23353.1"})
        assert not reading.questions and {o.unit for o in reading.observations} == {"23353.1"}
    reading = _read(tmp_path, *DISAGREE["made out for another month"], answers={"period": "2025-M02"})
    assert not reading.questions and {str(o.period) for o in reading.observations} == {"2025-M02"}


def test_codes_typed_with_the_names_of_rows_are_read(tmp_path: Path) -> None:
    rows = [
        ["TT", "Tên xã", *ONE_ROW[0][2:]],
        [1, "23353 - Xã Đăk Pék", 87, 80],
        [2, "Xã Đăk Long (23368)", 70, 60],
        [3, "Xã Đăk Môn (23341)", 40, 30],
    ]
    reading = _read(tmp_path, {"S": [MARCH, *rows]}, "a.xlsx")
    assert {o.unit for o in reading.observations if o.status == "accepted"} == {"23353.1", "23368.1"}
    assert [q.kind for q in reading.questions] == ["unit_code"]


@pytest.mark.parametrize("between", ["\n", "; ", ". ", "     "])
def test_a_sender_and_a_receiver_in_one_cell_are_told_apart(tmp_path: Path, between: str) -> None:
    line = [f"Đơn vị báo cáo: UBND xã Đăk Pék{between}Đơn vị nhận báo cáo: UBND xã Đăk Long"]
    found = _read(tmp_path, {"BC": [line, MARCH, *ROWS]}, "bc.xlsx")
    assert {o.unit for o in found.observations if o.status == "accepted"} == {"23353.1"}


def test_who_answers_for_a_row_is_no_commune_though_a_name_ends_like_one(tmp_path: Path) -> None:
    rows = [
        SENDER,
        MARCH,
        ["TT", "Nội dung", "Số liệu", "Người theo dõi"],
        [1, "Số hồ sơ tiếp nhận mới", 87, "Pék"],
        [2, "Số hồ sơ đã giải quyết", 61, "Hạnh"],
    ]
    found = _read(tmp_path, {"Sheet": rows}, "bc.xlsx")
    assert (found.outcome, set(taken(found))) == ("accept", {"C4", "C5"})
    assert len({o.unit for o in found.observations}) == 1


@pytest.mark.parametrize("mark", [" (1)", " (*)", "*", "¹", " (12)"])
def test_the_mark_of_a_note_behind_a_name_is_no_part_of_it(mark: str) -> None:
    named = commune(f"Xã Ba Tơ{mark}", dt.date(2025, 10, 31))
    assert named.unit is not None and (named.unit.name, named.sure) == ("Xã Ba Tơ", True)


@pytest.mark.parametrize(("sheet", "unit"), [("Ngok Reo", "Xã Ngọk Réo"), ("Ba Vi T11.2025", "Xã Ba Vì"), ("Ba To", "")])
def test_a_sheet_called_after_one_commune_of_the_province_is_its_own(tmp_path: Path, sheet: str, unit: str) -> None:
    """Two communes are called so without accents: then nobody is meant."""
    rows = [["SỐ LIỆU HỒ SƠ THÁNG 11 NĂM 2025"], *ROWS]
    found = _read(tmp_path, {sheet: rows}, "bc.xlsx")
    assert (found.outcome, {units()[o.unit].name for o in found.observations if o.unit}) == (("accept", {unit}) if unit else ("ask", set()))
