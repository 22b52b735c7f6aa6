"""A month, quarter or period that its writer left open is asked: the year beside it is no period. Filled in elsewhere, it is taken."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from loaders.opening.workbook import open_workbook
from loaders.result import FileReading
from loaders.understanding.report import read_grid

TABLE = (
    ["TT", "Nội dung", "ĐVT", "Số liệu"],
    [1, "Số hồ sơ tiếp nhận mới", "hồ sơ", 318],
    [2, "Số hồ sơ tiếp nhận trực tuyến", "hồ sơ", 254],
)


def _read(tmp_path: Path, *sheets: Sequence[Sequence[object]], name: str = "so lieu.xlsx") -> FileReading:
    """The reading of sheets, each a list of lines over the same table; the last line may stand under it."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for number, lines in enumerate(sheets, 1):
        sheet = book.create_sheet(f"B{number}")
        for row in (["UBND XÃ ĐĂK MÔN"], *lines, *TABLE):
            sheet.append(list(row))
    book.save(tmp_path / name)
    return read_grid(open_workbook(tmp_path / name))


def _periods(reading: FileReading) -> set[str]:
    return {str(o.period) for o in reading.observations if o.status == "accepted"}


OPEN = [
    "tháng …… năm 2026",
    "tháng ..... năm 2026",
    "tháng __ năm 2026",
    "tháng       năm 2026",
    "tháng xx năm 2026",
    "tháng [  ] năm 2026",
    "tháng (chưa ghi) năm 2026",
    "quý ... năm 2026",
    "quý …/2026",
    "tháng/quý ... năm 2026",
    "tháng năm 2026",
    "kỳ ... năm 2026",
    "tháng: ……; năm: 2026",
    "tháng … / năm 2026",
    "từ ngày … đến ngày … tháng … năm 2026",
]


@pytest.mark.parametrize("said", OPEN)
def test_a_year_beside_a_month_left_open_is_no_period(tmp_path: Path, said: str) -> None:
    reading = _read(tmp_path, [[f"BÁO CÁO SỐ LIỆU {said}"]])
    assert reading.outcome == "ask"
    assert [q.kind for q in reading.questions] == ["no_period"]


@pytest.mark.parametrize(
    "lines",
    [
        [["BÁO CÁO THÁNG ……"], ["Năm 2026"]],
        [["BÁO CÁO THÁNG"], ["Năm 2026"]],
        [["BÁO CÁO SỐ LIỆU"], ["Tháng:", None, "Năm:", 2026]],
        [["BÁO CÁO SỐ LIỆU"], ["Tháng", "……", "Năm", 2026]],
        [["BÁO CÁO SỐ LIỆU"], ["Kỳ báo cáo", None], ["Năm báo cáo", 2026]],
        [["BÁO CÁO SỐ LIỆU"], ["Đăk Môn, ngày … tháng … năm 2026"]],
    ],
)
def test_a_month_left_open_in_its_own_line_or_cell_is_asked(tmp_path: Path, lines: list[list[object]]) -> None:
    assert [q.kind for q in _read(tmp_path, lines).questions] == ["no_period"]


@pytest.mark.parametrize(
    ("lines", "name", "period"),
    [
        ([["BÁO CÁO tháng …… năm 2026"]], "So lieu T3.xlsx", "2026-M03"),
        ([["BÁO CÁO tháng …… năm 2026"]], "So lieu T3.2026.xlsx", "2026-M03"),
        ([["BÁO CÁO tháng … quý I năm 2026"]], "so lieu.xlsx", "2026-Q1"),
        ([["BÁO CÁO SỐ LIỆU"], ["Tháng", 5, "Năm", 2026]], "so lieu.xlsx", "2026-M05"),
        ([["BÁO CÁO NĂM 2025"]], "so lieu.xlsx", "2025"),
        ([["BÁO CÁO tháng mười hai năm 2025"]], "so lieu.xlsx", "2025-M12"),
        ([["BÁO CÁO tháng năm năm 2026"]], "so lieu.xlsx", "2026-M05"),
        ([["BÁO CÁO THÁNG 12 NĂM 2025"], ["Đăk Môn, ngày … tháng 01 năm 2026"]], "so lieu.xlsx", "2025-M12"),
    ],
)
def test_a_period_that_is_filled_in_somewhere_is_taken(tmp_path: Path, lines: list[list[object]], name: str, period: str) -> None:
    reading = _read(tmp_path, lines, name=name)
    assert (reading.outcome, _periods(reading)) == ("accept", {period})


@pytest.mark.parametrize(
    ("month", "signed", "name", "period"),
    [
        ("Tháng 5", "Đăk Môn, ngày 15 tháng 5 năm 2026", "so lieu.xlsx", "2026-M05"),
        ("Tháng 5", "Đăk Môn, ngày 02 tháng 6 năm 2026", "bao cao T5.xlsx", "2026-M05"),
        ("Tháng 12", "Đăk Môn, ngày 05 tháng 01 năm 2026", "so lieu.xlsx", "2025-M12"),
        ("Quý I", "Đăk Môn, ngày 30 tháng 3 năm 2026", "so lieu.xlsx", "2026-Q1"),
        ("Tháng 5", "Đăk Môn, ngày 15 tháng 11 năm 2026", "so lieu.xlsx", None),
        ("Tháng 5", "Đăk Môn, ngày 15 tháng 5 năm 2026", "bao cao T4.xlsx", None),
        ("SỐ LIỆU", "Đăk Môn, ngày 15 tháng 5 năm 2026", "bao cao T5.xlsx", None),
        ("Tháng 5", "Kèm theo Công văn số 7 ngày 15 tháng 5 năm 2026", "so lieu.xlsx", None),
        ("THÁNG …", "Đăk Môn, ngày 15 tháng 5 năm 2026", "so lieu.xlsx", None),
    ],
)
def test_the_year_of_a_month_is_that_of_a_signature_in_it_or_soon_after(
    tmp_path: Path, month: str, signed: str, name: str, period: str | None
) -> None:
    reading = _read(tmp_path, [["BÁO CÁO"], [f"Kỳ báo cáo: {month}"], [signed]], name=name)
    assert _periods(reading) == ({period} if period else set())


def test_a_name_of_another_year_than_the_month_left_open_is_asked(tmp_path: Path) -> None:
    reading = _read(tmp_path, [["BÁO CÁO tháng …… năm 2026"]], name="So lieu T3.2025.xlsx")
    assert [q.kind for q in reading.questions] == ["period_conflict"]


def test_the_year_of_another_sheet_is_not_lent_to_a_month_left_open(tmp_path: Path) -> None:
    reading = _read(tmp_path, [["BIỂU 1 tháng … năm 2026"]], [["BIỂU 2 năm 2026"]])
    assert [q.kind for q in reading.questions] == ["no_period"]
