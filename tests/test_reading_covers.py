"""Every place of a workbook that states its period: a cover, contents, a title, a label, a sheet's name, remarks, days, signatures.

Where two of them differ a person is asked; where they agree, or one is only mentioned, nobody is.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook
from test_reading import codes, taken

from loaders.opening.workbook import open_workbook
from loaders.result import FileReading
from loaders.understanding.report import read_grid

Rows = Sequence[Sequence[object]]

SENDER = "UBND XÃ ĐĂK MÔN"
APRIL, MAY = "Tháng 4 năm 2026", "Tháng 5 năm 2026"


def _read(
    tmp_path: Path,
    sheets: Mapping[str, Rows],
    name: str = "tap bieu.xlsx",
    months: Sequence[str] = (),
    answers: dict[str, str] | None = None,
) -> FileReading:
    """The reading of sheets; the cells of the first one named in `months` show a day as month and year."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    for cell in months:
        book.worksheets[0][cell].number_format = "mm/yyyy"
    book.save(tmp_path / name)
    return read_grid(open_workbook(tmp_path / name), answers)


def _dossiers(period: str | None = MAY, below: Rows = (), lines: Rows = ()) -> Rows:
    return [
        [SENDER],
        ["BIỂU 1. THỦ TỤC HÀNH CHÍNH"],
        [period] if period else [],
        *lines,
        ["TT", "Nội dung", "ĐVT", "Số liệu"],
        [1, "Số hồ sơ tiếp nhận mới", "hồ sơ", 318],
        [2, "Số hồ sơ tiếp nhận trực tuyến", "hồ sơ", 254],
        [],
        *below,
    ]


def _officials(period: str | None = MAY) -> Rows:
    return [
        ["BIỂU 2. NHÂN LỰC"],
        [period] if period else [],
        ["TT", "Nội dung", "ĐVT", "Số liệu"],
        [1, "Tổng số cán bộ, công chức", "người", 47],
        [2, "Số cán bộ, công chức được cấp chữ ký số", "người", 41],
    ]


def _labelled(period: object) -> Rows:
    return [["TẬP BIỂU CHUYỂN ĐỔI SỐ"], ["Đơn vị báo cáo", SENDER], ["Kỳ báo cáo", period], ["Người lập", "A Thắng"]]


def _contents(period: str) -> Rows:
    return [["MỤC LỤC"], [f"Kỳ báo cáo: {period}"], ["STT", "Tên biểu", "Trang"], [1, "Biểu 1", 1], [2, "Biểu 2", 2], [3, "Biểu 3", 3]]


COVERS = {
    "beside a label": _labelled,
    "in a line": lambda period: [[SENDER], ["TẬP BIỂU CHUYỂN ĐỔI SỐ"], [period]],
    "in a title": lambda period: [[SENDER], [f"BÁO CÁO CHUYỂN ĐỔI SỐ {period.upper()}"]],
    "over the contents": _contents,
    "with numbers": lambda period: [*_labelled(period), ["Số biểu", 2], ["Số trang", 3]],
}


@pytest.mark.parametrize("cover", COVERS)
def test_a_cover_of_another_month_is_asked(tmp_path: Path, cover: str) -> None:
    found = _read(tmp_path, {"Bìa": COVERS[cover](APRIL), "1": _dossiers(), "2": _officials()})
    assert taken(found) == {} and "period_conflict" in codes(found)
    assert {o.value for q in found.questions for o in q.options} == {"2026-M04", "2026-M05"}
    answered = _read(tmp_path, {"Bìa": COVERS[cover](APRIL), "1": _dossiers(), "2": _officials()}, answers={"period": "2026-M04"})
    assert len([o for o in answered.observations if o.status == "accepted"]) == 4


@pytest.mark.parametrize("cover", COVERS)
@pytest.mark.parametrize("period", [MAY, None])
def test_a_cover_of_the_same_month_speaks_for_silent_sheets(tmp_path: Path, cover: str, period: str | None) -> None:
    found = _read(tmp_path, {"Bìa": COVERS[cover](MAY), "1": _dossiers(period), "2": _officials(period)})
    assert (found.outcome, {o.period for o in found.observations}) == ("accept", {"2026-M05"})


@pytest.mark.parametrize("period", ["4/2026", "Quý II năm 2026", "Quý I năm 2026", "Tháng 5 năm 2025", "Tháng 4", "Năm 2025"])
def test_other_words_of_a_cover_contradict_as_well(tmp_path: Path, period: str) -> None:
    found = _read(tmp_path, {"Bìa": _labelled(period), "1": _dossiers()})
    assert taken(found) == {} and "period_conflict" in codes(found)


@pytest.mark.parametrize(
    "beside",
    [
        [["HƯỚNG DẪN LẬP BIỂU"], ["Biểu áp dụng từ tháng 4 năm 2026"]],
        [["THUYẾT MINH"], ["So với tháng 4/2026 số hồ sơ tăng nhẹ"]],
        [["Đơn vị báo cáo", SENDER], ["Kèm theo Công văn số 7/SKHCN ngày 5 tháng 4 năm 2026"]],
        [["TẬP BIỂU NĂM 2026"]],
    ],
)
def test_pages_that_mention_another_time_contradict_nothing(tmp_path: Path, beside: Rows) -> None:
    assert _read(tmp_path, {"1": _dossiers(), "2": _officials(), "3": beside}).outcome == "accept"


def test_months_of_the_quarter_of_their_cover_are_taken(tmp_path: Path) -> None:
    sheets = {f"T{n}": _dossiers(f"Tháng {n}/2026") for n in (4, 5, 6)}
    found = _read(tmp_path, {"Bìa": _labelled("Quý II năm 2026"), **sheets})
    assert (found.outcome, {o.period for o in found.observations}) == ("accept", {"2026-M04", "2026-M05", "2026-M06"})


def test_a_sheet_named_after_another_month_than_the_cover_is_asked(tmp_path: Path) -> None:
    found = _read(tmp_path, {"Bìa": _labelled(APRIL), "Tháng 5": _dossiers(None)})
    assert taken(found) == {} and "period_conflict" in codes(found)


def test_the_name_of_the_file_contradicts_a_cover(tmp_path: Path) -> None:
    found = _read(tmp_path, {"Bìa": _labelled(APRIL), "1": _dossiers(None)}, "bao cao thang 5-2026.xlsx")
    assert taken(found) == {} and "period_conflict" in codes(found)


def test_one_sheet_of_another_month_among_others_is_asked(tmp_path: Path) -> None:
    third = [
        ["BIỂU 3"],
        [MAY],
        ["TT", "Nội dung", "ĐVT", "Số liệu"],
        [1, "Tổng số thôn", "thôn", 9],
        [2, "Số thôn có Tổ công nghệ số cộng đồng", "thôn", 9],
    ]
    found = _read(tmp_path, {"1": _dossiers(), "2": _officials(APRIL), "3": third})
    assert {o.sheet for o in found.observations if o.status == "asked"} == {"2"}
    assert {o.sheet for o in found.observations if o.status == "accepted"} == {"1", "3"}


def test_sheets_of_the_same_figures_are_a_series_of_months(tmp_path: Path) -> None:
    found = _read(tmp_path, {"a": _dossiers(APRIL), "b": _dossiers(), "c": [[SENDER], *_officials(APRIL)], "d": [[SENDER], *_officials()]})
    assert (found.outcome, {o.period for o in found.observations}) == ("accept", {"2026-M04", "2026-M05"})
    named = _read(tmp_path, {"Hồ sơ T4": _dossiers(APRIL), "Nhân lực T5": [[SENDER], *_officials()]})
    assert named.outcome == "accept"


@pytest.mark.parametrize("value", ["4/2026", dt.date(2026, 4, 1)])
def test_a_bare_month_beside_its_label_counts(tmp_path: Path, value: object) -> None:
    alone = _read(tmp_path, {"1": _dossiers(None, lines=[["Kỳ báo cáo", value]])}, months=("B4",))
    assert {(o.status, o.period) for o in alone.observations} == {("accepted", "2026-M04")}
    against = _read(tmp_path, {"1": _dossiers(MAY, lines=[["Kỳ báo cáo", value]])}, months=("B4",))
    assert taken(against) == {} and "period_conflict" in codes(against)


@pytest.mark.parametrize(
    "below",
    [
        "Số liệu tháng 4/2026",
        "Ghi chú: số liệu lấy từ báo cáo tháng 4 năm 2026",
        "Số liệu chốt đến hết ngày 30/4/2026",
        "(Tháng 4 năm 2026)",
    ],
)
def test_a_remark_below_that_names_another_time_is_asked(tmp_path: Path, below: str) -> None:
    found = _read(tmp_path, {"1": _dossiers(below=[[below]])})
    assert taken(found) == {} and codes(found) & {"period_conflict", "other_day"}


@pytest.mark.parametrize(
    "below",
    [
        "Số liệu tháng 5/2026",
        "Ghi chú: số liệu tăng so với tháng 4/2026",
        "Ghi chú: số liệu tháng 4/2026 đã được điều chỉnh",
        "Số liệu tính đến ngày 31/5/2026",
        "Ghi chú: gửi trước ngày 05/4/2026",
    ],
)
def test_a_remark_below_that_only_mentions_another_time_is_not(tmp_path: Path, below: str) -> None:
    assert _read(tmp_path, {"1": _dossiers(below=[[below]])}).outcome == "accept"


@pytest.mark.parametrize("day", [dt.date(2026, 4, 30), "30/4/2026"])
def test_figures_closed_before_their_month_began_are_asked(tmp_path: Path, day: object) -> None:
    found = _read(tmp_path, {"1": _dossiers(lines=[["Ngày chốt số liệu", day]])})
    assert taken(found) == {} and "other_day" in codes(found)
    assert _read(tmp_path, {"1": _dossiers(lines=[["Ngày chốt số liệu", "31/5/2026"]])}).outcome == "accept"


def test_a_paper_signed_right_after_the_same_month_of_the_next_year_is_asked(tmp_path: Path) -> None:
    found = _read(tmp_path, {"1": _dossiers(below=[["Đăk Môn, ngày 02 tháng 6 năm 2027"]])})
    assert taken(found) == {} and "period_conflict" in codes(found)
    assert _read(tmp_path, {"1": _dossiers(below=[["Đăk Môn, ngày 20 tháng 8 năm 2026"]])}).outcome == "accept"


@pytest.mark.parametrize("said", ["Đơn vị tính: người, nghìn đồng", "ĐVT: người; 1.000 đồng", "(Số người: người; số tiền: nghìn đồng)"])
def test_the_one_unit_of_money_among_several_measures_is_that_of_the_amounts(tmp_path: Path, said: str) -> None:
    paid = ["Tổng số người được chi trả an sinh xã hội", "Tổng số tiền chi trả an sinh xã hội"]
    rows = [[SENDER], ["KẾT QUẢ CHI TRẢ AN SINH XÃ HỘI THÁNG 5/2026"], [said], paid, [830, 464_800]]
    assert taken(_read(tmp_path, {"1": rows})) == {"A5": 830, "B5": 464_800_000}
    two = [*rows[:2], ["Đơn vị tính: đồng, nghìn đồng"], *rows[3:]]
    assert "B5" not in taken(_read(tmp_path, {"1": two}))
