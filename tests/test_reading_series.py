"""Months kept one to a sheet, and blocks side by side whose captions say of which time or whether planned their figures are."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from test_reading import codes, read, taken

from loaders.opening.workbook import open_workbook
from loaders.result import FileReading
from loaders.understanding.report import read_grid

_ = None
LABELS = ["Hồ sơ tiếp nhận mới", "Hồ sơ nộp trực tuyến", "Hồ sơ đã giải quyết"]


def months(tmp_path: Path, name: str, sheets: list[tuple[str, str, list[int]]]) -> FileReading:
    book = Workbook()
    book.remove(book.worksheets[0])
    for tab, title, figures in sheets:
        sheet = book.create_sheet(tab)
        for row in [["MỘT CỬA XÃ ĐĂK LONG"], [title], ["TT", "Nội dung", "Số hồ sơ"]]:
            sheet.append(row)
        for n, (label, figure) in enumerate(zip(LABELS, figures, strict=True), 1):
            sheet.append([n, label, figure])
    book.save(tmp_path / name)
    return read_grid(open_workbook(tmp_path / name))


def _spring(titles: dict[int, int] | None = None) -> list[tuple[str, str, list[int]]]:
    return [(f"T{m}", f"SỐ LIỆU HỒ SƠ THÁNG {(titles or {}).get(m, m)} NĂM 2026", [100 + m, 60 + m, 90 + m]) for m in (3, 4, 5)]


def _by_sheet(found: FileReading) -> dict[str, str]:
    return {o.sheet: f"{o.period} {o.basis}" for o in found.observations if o.status == "accepted"}


@pytest.mark.parametrize(
    "name", ["So lieu 2026 (den T5).xlsx", "Mot cua T5-2026.xlsx", "Mot cua den thang 5 nam 2026.xlsx", "Mot cua 5 thang nam 2026.xlsx"]
)
def test_the_name_of_the_file_says_the_last_month(tmp_path: Path, name: str) -> None:
    found = months(tmp_path, name, _spring())
    assert found.outcome == "accept"
    assert _by_sheet(found) == {f"T{m}": f"2026-M0{m} in_period" for m in (3, 4, 5)}


def test_sheets_without_names_of_months_are_a_series_by_their_titles(tmp_path: Path) -> None:
    sheets = [(f"Sheet{n}", title, figures) for n, (_tab, title, figures) in enumerate(_spring(), 1)]
    assert len(_by_sheet(months(tmp_path, "bc T5.2026.xlsx", sheets))) == 3


@pytest.mark.parametrize(("name", "titles"), [("den T5.2026.xlsx", {5: 4}), ("Mot cua T6-2026.xlsx", None), ("Mot cua T4-2026.xlsx", None)])
def test_a_title_not_changed_or_another_last_month_is_asked(tmp_path: Path, name: str, titles: dict[int, int] | None) -> None:
    found = months(tmp_path, name, _spring(titles))
    assert found.outcome == "ask" and "period_conflict" in codes(found)
    assert "T5" not in _by_sheet(found)


@pytest.mark.parametrize(
    "said",
    [
        "Số liệu tính từ ngày 15 tháng 3 năm 2026 đến ngày 14 tháng 4 năm 2026",
        "(Từ ngày 15 tháng 3 đến ngày 14 tháng 4 năm 2026)",
        "Số liệu lấy từ ngày 15 tháng 3 năm 2026",
    ],
)
def test_a_first_day_spelt_out_is_no_day_of_signature(tmp_path: Path, said: str) -> None:
    rows = [["XÃ ĐĂK LONG"], ["SỐ LIỆU THÁNG 4 NĂM 2026"], [said], ["TT", "Nội dung", "Số hồ sơ"], [1, LABELS[0], 9], [2, LABELS[2], 8]]
    assert (read(tmp_path, rows).outcome, taken(read(tmp_path, rows))) == ("accept", {"C5": 9, "C6": 8})
    rows[2] = ["Đăk Long, ngày 15 tháng 3 năm 2026"]
    assert "signed_early" in codes(read(tmp_path, rows))


@pytest.mark.parametrize(
    ("captions", "right"),
    [
        (("KẾ HOẠCH", "THỰC HIỆN"), {"2026-M04 in_period": {"E": 40}}),
        (("THÁNG 3", "THÁNG 4"), {"2026-M03 in_period": {"B": 30}, "2026-M04 in_period": {"E": 40}}),
        (("TRONG THÁNG", "LŨY KẾ TỪ ĐẦU NĂM"), {"2026-M04 in_period": {"B": 30}, "2026-M04 year_to_date": {"E": 40}}),
        (("SỐ ĐÃ BÁO CÁO", "SỐ ĐIỀU CHỈNH"), {"2026-M04 in_period": {"E": 40}}),
    ],
)
def test_captions_of_blocks_side_by_side(tmp_path: Path, captions: tuple[str, str], right: dict[str, dict[str, int]]) -> None:
    head = [["XÃ ĐĂK LONG"], ["SỐ LIỆU THÁNG 4 NĂM 2026"], [], [captions[0], _, _, captions[1], _], ["Nội dung", "Số", _, "Nội dung", "Số"]]
    found = read(tmp_path, [*head, [LABELS[0], 30, _, LABELS[0], 40], [LABELS[2], 30, _, LABELS[2], 40]])
    said = {(f"{o.period} {o.basis}", o.cell[0]): o.value for o in found.observations if o.status == "accepted"}
    assert said == {(when, col): value for when, cols in right.items() for col, value in cols.items()}
    assert found.outcome == "accept"


@pytest.mark.parametrize(("left", "right"), [("NĂM 2025", "NĂM 2026"), ("1. Số liệu năm 2025", "2. Số liệu năm 2026")])
def test_the_block_of_another_year_is_left(tmp_path: Path, left: str, right: str) -> None:
    over = [["XÃ ĐĂK LONG"], ["SỐ LIỆU THÁNG 4 NĂM 2026"], []]
    beside = [[left, _, _, right], ["Nội dung", "Số", _, "Nội dung", "Số"], *([label, 30, _, label, 40] for label in LABELS)]
    below = [
        [left],
        ["Nội dung", "Số"],
        *([label, 30] for label in LABELS),
        [],
        [right],
        ["Nội dung", "Số"],
        *([label, 40] for label in LABELS),
    ]
    for rows in (beside, below):
        found = read(tmp_path, [*over, *rows])
        assert {(str(o.period), o.value) for o in found.observations} == {("2026-M04", 40)} and len(taken(found)) == len(LABELS)


def test_months_of_a_quarter_beside_their_sum(tmp_path: Path) -> None:
    whole = ("Tổng hợp", "SỐ LIỆU HỒ SƠ QUÝ I NĂM 2026", [306, 186, 276])
    each = [(f"T{m}", f"SỐ LIỆU HỒ SƠ THÁNG {m} NĂM 2026", [100 + m, 60 + m, 90 + m]) for m in (1, 2, 3)]
    found = months(tmp_path, "So lieu quy I.2026.xlsx", [*each, whole])
    assert found.outcome == "accept"
    assert set(_by_sheet(found).values()) == {"2026-M01 in_period", "2026-M02 in_period", "2026-M03 in_period", "2026-Q1 in_period"}


def test_a_month_that_repeats_the_sheet_before_it_is_asked(tmp_path: Path) -> None:
    labels = [*LABELS, "Hồ sơ giải quyết quá hạn"]
    book = Workbook()
    book.remove(book.worksheets[0])
    for month in (4, 5):
        sheet = book.create_sheet(f"T{month}")
        for row in (["XÃ ĐĂK LONG"], [f"SỐ LIỆU HỒ SƠ THÁNG {month} NĂM 2026"], ["Nội dung", "Số hồ sơ"]):
            sheet.append(row)
        for label, figure in zip(labels, (153, 84, 121, 2), strict=True):
            sheet.append([label, figure])
    book.save(tmp_path / "bc.xlsx")
    found = read_grid(open_workbook(tmp_path / "bc.xlsx"))
    assert "copied_period" in codes(found) and {o.sheet for o in found.observations if o.status == "accepted"} == {"T4"}


def test_a_difference_between_two_sources_is_no_increase(tmp_path: Path) -> None:
    head = [["XÃ ĐĂK LONG"], ["SỐ LIỆU THÁNG 4 NĂM 2026"], ["Nội dung", "Số xã báo cáo", "Số trên hệ thống", "Chênh lệch"]]
    found = read(tmp_path, [*head, ["CBCC có chứng thư số", 20, 21, 1], ["Tổng số CBCC", 32, 32, 0]])
    assert (taken(found), found.outcome) == ({}, "ask")


@pytest.mark.parametrize(
    "name",
    [
        "Theo doi 2026 (T3-T5).xlsx",
        "Theo doi thang 3, 4, 5 nam 2026.xlsx",
        "Theo doi T3-5.2026.xlsx",
        "Theo doi 2026 tu thang 3 den thang 5.xlsx",
        "Theo doi thang 3 den thang 5-2026.xlsx",
    ],
)
def test_the_name_of_the_file_says_the_first_and_the_last_month(tmp_path: Path, name: str) -> None:
    found = months(tmp_path, name, _spring())
    assert (found.outcome, _by_sheet(found)) == ("accept", {f"T{m}": f"2026-M0{m} in_period" for m in (3, 4, 5)})


@pytest.mark.parametrize("name", ["Theo doi 2026 (T1-T4).xlsx", "Theo doi T3, T4.2026.xlsx"])
def test_other_months_in_the_name_of_the_file_are_asked(tmp_path: Path, name: str) -> None:
    assert months(tmp_path, name, _spring()).outcome == "ask"


@pytest.mark.parametrize("name", ["Theo doi 2026 (T3-T5).xlsx", "Mot cua nam 2026 thang 3, 4, 5.xlsx"])
def test_sheets_called_by_their_months_take_the_year_of_the_file(tmp_path: Path, name: str) -> None:
    sheets = [(tab, "SỐ LIỆU MỘT CỬA", figures) for tab, _title, figures in _spring()]
    assert _by_sheet(months(tmp_path, name, sheets)) == {f"T{m}": f"2026-M0{m} in_period" for m in (3, 4, 5)}


@pytest.mark.parametrize("name", ["BC so 2025 thang 3.xlsx", "CV 2025 T3.xlsx"])
def test_the_number_of_a_paper_in_the_name_of_a_file_is_no_year(tmp_path: Path, name: str) -> None:
    assert months(tmp_path, name, [("S", "SỐ LIỆU MỘT CỬA", [100, 60, 90])]).outcome == "ask"


def test_a_sheet_called_after_its_month_alone_is_of_the_year_of_the_others(tmp_path: Path) -> None:
    found = months(tmp_path, "bc xa.xlsx", [("T8", "SỐ LIỆU THÁNG 8 NĂM 2025", [48, 40, 44]), ("T9", "", [50, 41, 42])])
    assert {(o.sheet, o.period) for o in found.observations} == {("T8", "2025-M08"), ("T9", "2025-M09")}
    assert found.outcome == "accept"
