"""Tables of many units: communes of the whole country by their order, one message for one cause, what is written under the table."""

import random
from datetime import date

import pytest
from openpyxl import Workbook
from styles import STYLES  # noqa: F401  (puts the styles on the path)
from styles.desk import name

from catalogue.units import units
from loaders.opening.workbook import open_workbook
from loaders.understanding.report import read_grid
from loaders.understanding.sheets.gathered import places

DAY = date(2026, 3, 31)
HEADINGS = ["Số hồ sơ tiếp nhận mới", "Số hồ sơ đã giải quyết"]
HOME = ["23341.2", "23374.2", "23368.2", "23344.2", "23356.2", "23365.2"]


def _national(style: str, folder, most: int = 40):
    """A list of the first communes of every province, named as a style says; the truth by unit."""
    book = Workbook()
    sheet, hand, truth, place = book.active, random.Random(7), {}, 0
    sheet.append(["TỔNG HỢP TIẾP NHẬN HỒ SƠ THÁNG 3/2026"])
    beside = ["Tỉnh, thành phố"] if style.startswith("column") else []
    sheet.append(["STT", *beside, "Đơn vị", *HEADINGS])
    for province in sorted((u for u in units() if u.level == "province" and u.exists(DAY)), key=lambda u: u.code):
        if style == "rows":
            sheet.append(["", province.bare_name.upper()])
        for first, commune in enumerate(units().communes_under(province.id, DAY)[:most]):
            place += 1
            truth[commune.id] = hand.randint(100, 999)
            over = [province.name if first == 0 or style == "column" else None] if beside else []
            sheet.append([place, *over, commune.name, truth[commune.id], 50])
    book.save(folder / "ca nuoc.xlsx")
    return open_workbook(folder / "ca nuoc.xlsx"), truth


@pytest.mark.parametrize("style", ["rows", "column", "column once", "order alone"])
def test_a_list_of_the_country_without_codes_is_read_by_area_and_order(style, tmp_path):
    grid, truth = _national(style, tmp_path)
    reading = read_grid(grid)
    taken = {o.unit: o.value for o in reading.observations if o.status == "accepted" and o.element == "dossiers_recv_new"}
    assert {unit: value for unit, value in taken.items() if truth.get(unit) != value} == {}
    assert len(taken) >= 0.995 * len(truth)


def test_a_list_of_communes_under_their_districts_is_read_by_their_headings(tmp_path):
    day, book = date(2025, 3, 31), Workbook()
    sheet, truth, place = book.active, {}, 0
    sheet.append(["TỔNG HỢP TIẾP NHẬN HỒ SƠ THÁNG 3/2025"])
    sheet.append(["STT", "Đơn vị", *HEADINGS])
    for province in [u for u in units() if u.level == "province" and u.exists(day)][::9]:
        sheet.append([None, province.name])
        for district in units().children(province.id, day):
            sheet.append([None, district.name])
            for commune in [u for u in units().children(district.id, day) if u.level == "commune"]:
                place += 1
                truth[commune.id] = 100 + 7 * place % 899
                sheet.append([place, commune.name, truth[commune.id], 50])
    book.save(tmp_path / "ca nuoc.xlsx")
    reading = read_grid(open_workbook(tmp_path / "ca nuoc.xlsx"))
    taken = {o.unit: o.value for o in reading.observations if o.status == "accepted" and o.element == "dossiers_recv_new"}
    assert {unit: value for unit, value in taken.items() if truth.get(unit) != value} == {}
    assert len(taken) >= 0.995 * len(truth) > 500


def _home(folder, rows, *below, headings=HEADINGS):
    book = Workbook()
    sheet = book.active
    sheet.append(["TỔNG HỢP TIẾP NHẬN HỒ SƠ THÁNG 3/2026"])
    sheet.append(["STT", "Đơn vị", *headings])
    for place, row in enumerate(rows, 1):
        sheet.append([place, *row])
    sheet.append([])
    for text in below:
        sheet.append([text])
    book.save(folder / "tong hop.xlsx")
    return open_workbook(folder / "tong hop.xlsx")


def _ticked(folder):
    """A table in which six columns of every commune are ticked instead of counted."""
    headings = [*HEADINGS, "Hồ sơ nộp trực tuyến", "Hồ sơ giải quyết quá hạn", "Hồ sơ đang giải quyết", "Tổng số CBCC", "Tổng số thôn"]
    return _home(folder, [(name(unit), 700 + n, *"x" * 6) for n, unit in enumerate(HOME)], headings=headings)


def test_many_cells_of_one_cause_are_one_message_and_one_question(tmp_path):
    reading = read_grid(_ticked(tmp_path))
    (told,) = [issue for issue in reading.issues if issue.code == "mark_in_count"]
    (asked,) = reading.questions
    assert "36" in told.message and "D3:D8" in told.message
    assert len(asked.cells) == 36 and len(asked.details) == 13
    assert len([o for o in reading.observations if o.status == "asked"]) == 36


def test_cells_of_one_cause_may_be_left_out_together(tmp_path):
    grid = _ticked(tmp_path)
    (question,) = read_grid(grid).questions
    answered = read_grid(grid, {question.key: question.options[0].value})
    assert (answered.outcome, answered.questions) == ("accept", ())
    assert {o.element for o in answered.observations} == {"dossiers_recv_new"}


def test_addresses_are_told_as_ranges():
    assert places(["B5", "B6", "B120", "D7"]) == "B5:B120, D7"


def test_what_is_written_under_a_table_of_many_units_is_kept(tmp_path):
    below = (
        "* Khó khăn, vướng mắc:",
        "- Đường truyền chập chờn ở các thôn xa.",
        f"- {name(HOME[1])}: thiếu máy quét.",
        "Kiến nghị: cấp thêm máy quét cho các xã.",
    )
    reading = read_grid(_home(tmp_path, [(name(unit), 7, 6) for unit in HOME], *below))
    said = {(n.unit, n.text) for n in reading.narratives}
    assert (HOME[1], "thiếu máy quét.") in said
    others = {unit for unit, text in said if "Đường truyền" in text or "cấp thêm" in text}
    assert len(others) == 1 and not others & set(HOME)
