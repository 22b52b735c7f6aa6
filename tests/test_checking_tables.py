"""Cells of tables held against the store: the row says whose or what, the heading what of it and of when; other numbers stay silent."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from docx import Document as WordDocument
from test_checking_numbers import DISTRICT, HEAD, ours

from catalogue.targets import Target
from catalogue.units import units
from report.checking.check import findings, report_of
from report.checking.reading import of_text, read

COMMUNES = [unit.bare_name for unit in units().children(DISTRICT)]
REPORTING = COMMUNES[1:]


def strokes(rows: list[list[str]]) -> str:
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def blanks(rows: list[list[str]]) -> str:
    wide = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    return "\n".join("   ".join(text.ljust(size) for text, size in zip(row, wide, strict=True)) for row in rows)


def told(text: str, head: str = HEAD) -> tuple[list[tuple[str, str, str]], int]:
    """The alarms (where, verdict, ours) and how many cells agree."""
    found = findings(report_of(of_text(head + text)), ours())
    return [(f.where, f.verdict, f.ours) for f in found if f.alarm], sum(not f.alarm for f in found)


def by_unit(**wrong: str) -> list[list[str]]:
    """Dossiers of each reporting commune: 10 of 20 online. `wrong` is r<row>c<column>=text."""
    rows = [["TT", "Xã, thị trấn", "Tổng số hồ sơ tiếp nhận", "Trực tuyến", "Tỷ lệ hồ sơ trực tuyến (%)", "Kinh phí (triệu đồng)"]]
    rows += [[str(at), name, "20", "10", "50,0", str(at * 7)] for at, name in enumerate(REPORTING, 1)]
    rows += [["", "Tổng cộng", "220", "110", "50,0", "462"]]
    for place, text in wrong.items():
        row, column = map(int, place[1:].split("c"))
        rows[row - 1][column - 1] = text
    return rows


def by_row(*rows: list[str]) -> list[list[str]]:
    return [["STT", "Chỉ tiêu", "ĐVT", "Tháng 9/2024", "Tháng 10/2024", "Mục tiêu năm 2024", "So với tháng trước"], *rows]


@pytest.mark.parametrize("laid", [strokes, blanks])
def test_a_table_of_communes_agrees_cell_by_cell(laid):
    assert told(laid(by_unit())) == ([], 36)


@pytest.mark.parametrize("laid", [strokes, blanks])
def test_a_wrong_cell_is_told_once_with_its_place(laid):
    assert told(laid(by_unit(r3c4="13")))[0] == [("bảng 1, hàng 3, cột 4", "differs", "10")]
    assert told(laid(by_unit(r13c5="62,5")))[0] == [("bảng 1, hàng 13, cột 5", "differs", "50% (110/220)")]


def test_a_column_in_which_nothing_agrees_is_one_finding_on_its_heading():
    rows = [["Xã", "Tỷ lệ hồ sơ tiếp nhận trực tuyến"], *([name, f"{60 + at}%"] for at, name in enumerate(REPORTING))]
    rows = [[*row, "x" if at else "Ghi chú"] for at, row in enumerate(rows)]
    assert [(where, verdict) for where, verdict, _own in told(strokes(rows))[0]] == [("bảng 1, hàng 1, cột 2", "differs")]


@pytest.mark.parametrize("laid", [strokes, blanks])
def test_indicators_in_rows_are_held_against_the_period_of_their_column(laid):
    rows = by_row(
        ["1", "Tỷ lệ hồ sơ tiếp nhận trực tuyến", "%", "25", "50", "80", "+25"],
        ["2", "Tỷ lệ hồ sơ giải quyết trước và đúng hạn", "%", "94,4", "90,1", "98", "-4,3"],
        ["3", "Tỷ lệ hộ nghèo", "%", "12", "11", "9", "-1"],
        ["4", "Số lớp tập huấn", "lớp", "2", "3", "12", "+1"],
    )
    assert told(laid(rows)) == ([("bảng 1, hàng 3, cột 5", "differs", "94,44% (187/198)")], 3)


def test_headings_of_two_rows_name_numerator_denominator_and_rate():
    rows = [
        ["STT", "Chỉ tiêu", "Kết quả", "", "", "Ghi chú"],
        ["", "", "Tử số", "Mẫu số", "Tỷ lệ (%)", ""],
        ["(1)", "(2)", "(3)", "(4)", "(5)=(3)/(4)", "(6)"],
        ["1", "Tỷ lệ hồ sơ tiếp nhận trực tuyến", "110", "220", "50", "đạt"],
        ["2", "Tỷ lệ hồ sơ tiếp nhận trực tuyến", "110", "220", "55", ""],
    ]
    assert told(strokes(rows)) == ([("bảng 1, hàng 5, cột 5", "differs", "50% (110/220)")], 5)


def test_a_table_of_what_is_planned_is_left_alone():
    plan = "2. Phương hướng, nhiệm vụ thời gian tới\n\n"
    assert told(plan + strokes(by_row(["1", "Tỷ lệ hồ sơ tiếp nhận trực tuyến", "%", "70", "80", "90", "+10"]))) == ([], 0)


def test_a_table_of_word_with_joined_cells():
    document = WordDocument()
    for line in HEAD.splitlines():
        document.add_paragraph(line)
    table = document.add_table(5, 5)
    for at, row in enumerate(
        [["Đơn vị", "Hồ sơ", "", "", "Ghi chú"], ["", "Tổng số hồ sơ tiếp nhận", "Trực tuyến", "Tỷ lệ hồ sơ trực tuyến", ""]]
        + [[name, "20", "10", "50%", ""] for name in REPORTING[:3]]
    ):
        for place, text in enumerate(row):
            table.cell(at, place).text = text
    table.cell(0, 1).merge(table.cell(0, 3))
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(4, 2).text = "12"
    out = io.BytesIO()
    document.save(out)
    found = findings(report_of(read(out.getvalue())), ours())
    assert [(f.where, f.ours) for f in found if f.alarm] == [("bảng 1, hàng 5, cột 3", "10")]
    assert sum(not f.alarm for f in found) == 8


# --- targets ----------------------------------------------------------------------------------------------------------------

AIM = Target(
    "a", "ops_online_submission_rate", DISTRICT, "district", "2024", "2024", ">=", 45.0, "percent", "dossiers_recv_new",
    "", "", "in_force", True, "",
)  # fmt: skip
ABOVE = replace(
    AIM, id="b", scope="62.1", level="district", value=70.0, indicator="oss_on_time_rate_resolved", denominator="resolved_total"
)


def of_targets(rows: list[list[str]], *aims: Target, caption: str = "") -> list[tuple[str, str, str]]:
    """What is said of the cells of the fourth column."""
    found = findings(report_of(of_text(f"{HEAD}{caption}\n\n{strokes(rows)}")), replace(ours(), targets=aims))
    return [(f.text, f.verdict, f.ours) for f in found if f.where.endswith("cột 4")]


def aimed(value: str, name: str = "Tỷ lệ hồ sơ tiếp nhận trực tuyến", heading: str = "Mục tiêu năm 2024") -> list[list[str]]:
    return [["TT", "Nội dung", "Tháng 10/2024 (%)", heading, "Ghi chú"], ["1", name, "50", value, ""], ["2", "Số lớp", "3", "5", ""]]


@pytest.mark.parametrize("value", ["45", "45%", "≥ 45%", "từ 45% trở lên", "trên 45%"])
def test_a_target_that_the_register_has_agrees_however_it_is_written(value):
    assert of_targets(aimed(value), AIM) == [(value, "match", "45%")]


def test_another_value_than_the_unit_s_own_target_differs():
    assert of_targets(aimed("54"), AIM) == [("54", "differs", "45%")]


def test_another_value_than_a_target_from_above_is_asked_for_its_document():
    late = "Tỷ lệ hồ sơ giải quyết trước và đúng hạn"
    assert of_targets(aimed("95", late), ABOVE) == [("95", "no_basis", "70%")]
    assert of_targets(aimed("95", late), ABOVE, caption="Theo Kế hoạch số 12/KH-UBND ngày 05/01/2024 của UBND huyện:") == []


@pytest.mark.parametrize("heading", ["Mục tiêu đến năm 2025", "Chỉ tiêu năm 2030"])
def test_a_target_of_another_year_than_ours_is_left_alone(heading):
    assert of_targets(aimed("80", heading=heading), AIM) == []


def test_what_we_hold_no_target_of_is_left_alone():
    assert of_targets(aimed("80")) == []
    assert of_targets(aimed("80", "Tỷ lệ hộ nghèo"), AIM) == []


def test_a_column_of_targets_beside_the_units_is_for_the_rate_of_the_table():
    rows = [["TT", "Xã", "Tỷ lệ hồ sơ tiếp nhận trực tuyến (%)", "Chỉ tiêu giao (%)"]]
    rows += [[str(at), name, "50,0", "54" if at == 2 else "45"] for at, name in enumerate(REPORTING, 1)]
    found = of_targets(rows, AIM)
    assert [one for one in found if one[1] != "match"] == [("54", "no_basis", "45%")]
    assert len(found) == len(REPORTING)
