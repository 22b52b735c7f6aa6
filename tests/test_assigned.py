"""Tasks read from workbooks of several layouts: columns by their words, doubts asked, nothing guessed."""

import datetime as dt

import pytest
from openpyxl import Workbook

from catalogue.units import units
from loaders import assigned

ON = dt.date(2026, 11, 1)
DAK_PEK, XOP = (next(u.id for u in units().communes_under("610.1", ON) if u.name == name) for name in ("Xã Đăk Pék", "Xã Xốp"))


def sheet(tmp_path, *lines, merges=()):
    book = Workbook()
    page = book.active
    for line in lines:
        page.append(line)
    for merge in merges:
        page.merge_cells(merge)
    path = tmp_path / "nhiem vu.xlsx"
    book.save(path)
    return assigned.open_pages(path, path.name)


def read(page):
    chosen = {kind: cols[0] for kind, cols in page.columns().items() if cols}
    return assigned.rows(page, chosen, ON)


TITLE = ("PHỤ LỤC NHIỆM VỤ (Kèm theo Kế hoạch số 3584/KH-UBND ngày 15/10/2024 về phát triển trí tuệ nhân tạo)",)


def test_a_plan_with_leading_and_helping_units(tmp_path):
    (page,) = sheet(
        tmp_path,
        TITLE,
        (),
        ("TT", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian hoàn thành", "Kết quả thực hiện"),
        ("I", "Tuyên truyền"),
        (1, "Tập huấn AI cho cán bộ", "UBND xã Đăk Pék", "Xã Xốp", "Quý II/2026", "Đã hoàn thành ngày 20/5/2026"),
        (2, "Ứng dụng trợ lý ảo", "Xã Xốp", "", dt.date(2026, 12, 15), "Đang thực hiện"),
    )
    first, second = read(page)
    assert (first.units, first.due, first.done, first.doubts) == ((DAK_PEK,), dt.date(2026, 6, 30), dt.date(2026, 5, 20), ())
    assert (second.units, second.due, second.done, second.progress) == ((XOP,), dt.date(2026, 12, 15), None, "Đang thực hiện")
    assert "3584" in first.document and first.plan == assigned.plan_of("trí tuệ nhân tạo")


def test_one_row_for_several_units_and_for_every_commune(tmp_path):
    (page,) = sheet(
        tmp_path,
        ("STT", "Nhiệm vụ", "Cơ quan thực hiện", "Thời hạn"),
        (1, "Rà soát dữ liệu", "Xã Đăk Pék; Xã Xốp", "31/12/2026"),
        (2, "Lập tổ công nghệ số", "UBND các xã", "Thường xuyên"),
    )
    first, second = read(page)
    assert first.units == (DAK_PEK, XOP)
    assert len(second.units) == 6 and second.due is None and second.doubts == ()


def test_a_unit_merged_over_rows_is_that_of_each(tmp_path):
    (page,) = sheet(
        tmp_path,
        ("Nhiệm vụ", "Đơn vị", "Hạn hoàn thành"),
        ("Việc thứ nhất", "Xã Xốp", "Tháng 6/2026"),
        ("Việc thứ hai", None, "2027"),
        merges=["B2:B3"],
    )
    assert [(row.units, row.due) for row in read(page)] == [((XOP,), dt.date(2026, 6, 30)), ((XOP,), dt.date(2027, 12, 31))]


@pytest.mark.parametrize("heading", ["Số, ký hiệu", "Số và ký hiệu", "Số hiệu", "Số"])
def test_a_number_of_a_document_is_told_from_tasks_of_going_digital(tmp_path, heading):
    (page,) = sheet(
        tmp_path,
        ("Nhiệm vụ chuyển đổi số", heading, "Đơn vị", "Thời hạn"),
        ("Số hóa hồ sơ lưu trữ", "12/KH-UBND", "Xã Xốp", "31/12/2026"),
    )
    (row,) = read(page)
    assert (row.title, row.document) == ("Số hóa hồ sơ lưu trữ", "12/KH-UBND")


@pytest.mark.parametrize(
    ("unit", "due", "progress", "doubts"),
    [
        ("Phòng Không Ai Biết", "31/12/2026", "", ("unit",)),
        ("Xã Xốp", "sớm", "", ("due",)),
        ("Xã Xốp", "31/02/2026", "", ("due",)),
        ("Xã Xốp", "31/12/2026", "Hoàn thành", ("done",)),
        ("Xã Xốp", "31/12/2026", "Chưa hoàn thành", ()),
        ("Xã Xốp; Phòng Lạ", "31/12/2026", "", ("unit",)),
    ],
)
def test_what_is_not_sure_is_asked(tmp_path, unit, due, progress, doubts):
    (page,) = sheet(tmp_path, ("Nhiệm vụ", "Đơn vị chủ trì", "Thời hạn", "Tiến độ"), ("Một việc", unit, due, progress))
    assert [row.doubts for row in read(page)] == [doubts]


def test_two_columns_of_one_meaning_are_asked(tmp_path):
    (page,) = sheet(tmp_path, ("Nhiệm vụ", "Thời hạn", "Thời gian hoàn thành"), ("Một việc", "1/1/2026", "2/2/2026"))
    assert assigned.doubtful_columns(page.columns()) == ["unit", "due"]


def test_a_workbook_without_tasks_has_no_table(tmp_path):
    assert sheet(tmp_path, ("Xã", "Số hồ sơ"), ("Xã Xốp", 3)) == []
