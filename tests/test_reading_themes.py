"""A group under the name of one of its parts, figures against a quota, labels that end in "total", rates of another pair."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from test_reading import codes, read

from loaders.opening.workbook import open_workbook
from loaders.understanding.report import read_grid

COMMUNES = ["Xã Đăk Pék", "Xã Đăk Plô", "Xã Xốp"]


def _table(title: str, *heads: list[object], rows: list[list[object]]) -> list[list[object]]:
    lines = [[n, name, *row] for n, (name, row) in enumerate(zip(COMMUNES, rows, strict=True), 1)]
    return [["PHÒNG VĂN HÓA - XÃ HỘI"], [title], ["Tháng 3 năm 2026"], *heads, *lines]


def _merged(tmp_path: Path, rows: list[list[object]], group: str):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.active.merge_cells(group)
    book.save(tmp_path / "bc.xlsx")
    return read_grid(open_workbook(tmp_path / "bc.xlsx"))


def _of(found, code: str) -> list[float]:
    return [o.value for o in found.observations if o.element == code and o.status == "accepted"]


def test_a_part_that_names_its_group_narrows_no_sibling(tmp_path: Path) -> None:
    groups = ["TT", "Đơn vị", "AN SINH XÃ HỘI KHÔNG DÙNG TIỀN MẶT", None, None]
    heads = [None, None, "Tổng số đối tượng ASXH", "Số người được chi trả", "Trong đó không dùng tiền mặt"]
    rows = [[400, 390, 200], [300, 280, 150], [200, 199, 80]]
    found = _merged(tmp_path, _table("BIỂU THEO DÕI", groups, heads, rows=rows), "C4:E4")
    assert (_of(found, "ssp_people_total"), _of(found, "ssp_people_paid")) == ([400, 300, 200], [390, 280, 199])
    assert (_of(found, "ssp_people_paid_noncash"), found.outcome) == ([200, 150, 80], "accept")


def test_a_group_none_of_whose_columns_repeats_it_narrows_all(tmp_path: Path) -> None:
    groups = ["TT", "Đơn vị", "AN SINH XÃ HỘI KHÔNG DÙNG TIỀN MẶT", None, None]
    heads = [None, None, "Tổng số đối tượng ASXH", "Số người được chi trả", "Số tiền (đồng)"]
    rows = [[400, 390, 2_000_000], [300, 280, 1_500_000], [200, 199, 900_000]]
    found = _merged(tmp_path, _table("BIỂU THEO DÕI", groups, heads, rows=rows), "C4:E4")
    assert not _of(found, "ssp_people_total") and not _of(found, "ssp_people_paid")


def test_what_was_done_stands_behind_the_quota_it_is_held_against(tmp_path: Path) -> None:
    heads = ["TT", "Xã", "Chỉ tiêu giao kích hoạt", "Kích hoạt mức 1", "Kích hoạt mức 2", "Tổng số đã kích hoạt", "% so với chỉ tiêu giao"]
    rows = [[1000, 100, 700, 800, 80], [500, 50, 450, 500, 100], [400, 40, 160, 200, 50]]
    found = read(tmp_path, _table("KÍCH HOẠT TÀI KHOẢN ĐỊNH DANH ĐIỆN TỬ", heads, rows=rows))
    assert (_of(found, "eid_l1_activated"), _of(found, "eid_l2_activated"), found.outcome) == ([100, 50, 40], [700, 450, 160], "accept")


def test_a_rate_that_fits_another_pair_of_its_row_is_no_fault(tmp_path: Path) -> None:
    heads = ["TT", "Xã", "HS phải số hóa", "HS số hóa khi tiếp nhận", "HS đã GQ có trả kết quả", "Kết quả điện tử", "Tỷ lệ SH (%)"]
    rows = [[100, 90, 80, 40, 90], [50, 40, 60, 30, 80], [40, 30, 20, 5, 75]]
    assert "percent_differs" not in codes(read(tmp_path, _table("SỐ HÓA", heads, rows=rows)))
    wrong = [[100, 90, 80, 40, 33], [50, 40, 60, 30, 80], [40, 30, 20, 5, 75]]
    assert "percent_differs" in codes(read(tmp_path, _table("SỐ HÓA", heads, rows=wrong)))


def test_the_total_of_a_survey_named_by_its_good_answers(tmp_path: Path) -> None:
    lines = [["Hồ sơ tiếp nhận mới", 210], ["Phiếu khảo sát hài lòng: tổng số", 90], ["  hài lòng", 85]]
    found = read(tmp_path, [["UBND XÃ ĐĂK MÔN"], ["Số liệu tháng 5/2026"], *lines])
    assert (_of(found, "ratings_total"), _of(found, "ratings_satisfied")) == ([90], [85])


def test_dossiers_since_january_are_told_with_or_without_the_old_ones_by_the_sum(tmp_path: Path) -> None:
    heads = ["TT", "Lĩnh vực", "Tổng hồ sơ tiếp nhận", "Kỳ trước chuyển qua", "Nộp trực tuyến", "Nộp trực tiếp"]
    lines = [[1, "Hộ tịch", 60, 5, 40, 15], [2, "Chứng thực", 45, 1, 30, 14], [None, "Tổng cộng", 105, 6, 70, 29]]
    head = [["UBND XÃ ĐĂK MÔN"], ["THỐNG KÊ HỒ SƠ"], ["Từ ngày 01/01/2026 đến ngày 31/3/2026"], heads]
    found = read(tmp_path, [*head, *lines])
    assert (_of(found, "received_total"), found.outcome) == ([105], "accept")


@pytest.mark.parametrize("section", ["Mục tiêu về kỹ năng số", "Chỉ tiêu về kỹ năng số"])
def test_a_column_of_results_holds_results_under_a_group_of_aims(tmp_path: Path, section: str) -> None:
    head = ["STT", "Mục tiêu, chỉ tiêu", "ĐVT", "Mục tiêu năm 2026", "Thực hiện quý I năm 2026"]
    lines = [["I", section], ["1", "Tổng số cán bộ, công chức", "Người", None, 30]]
    lines += [["2", "Cán bộ, công chức được tập huấn kỹ năng số", "Người", "100%", 20]]
    found = read(tmp_path, [["UBND XÃ ĐĂK MÔN"], ["KẾT QUẢ THỰC HIỆN KẾ HOẠCH"], ["Quý I năm 2026"], head, *lines])
    assert (_of(found, "officials_total"), _of(found, "officials_digital_trained")) == ([30], [20])


def test_what_the_period_before_left_over_is_no_comparison(tmp_path: Path) -> None:
    heads = ["Tổng số hồ sơ phải giải quyết (gồm kỳ trước chuyển sang)", "Số kỳ trước chuyển sang"]
    heads += ["Số mới nộp trực tuyến", "Số mới nộp trực tiếp"]
    found = read(tmp_path, [["UBND XÃ ĐĂK MÔN"], ["Báo cáo quý II năm 2026"], heads, [120, 10, 80, 30]])
    assert _of(found, "received_carried_over") == [10]


def test_a_name_is_shortened_to_the_consonants_it_begins_with(tmp_path: Path) -> None:
    heads = ["TT", "Chỉ tiêu", "Đ.Pék", "Ng.Linh", "Xốp"]
    lines = [[1, "Hồ sơ tiếp nhận mới", 50, 40, 30], [2, "Hồ sơ nộp trực tuyến", 20, 10, 5]]
    found = read(tmp_path, [["PHÒNG TƯ PHÁP"], ["SỐ LIỆU THÁNG 3/2026"], heads, *lines])
    assert [o.unit for o in found.observations if o.element == "dossiers_recv_new"] == ["23341.2", "23365.2", "23356.2"]


def test_a_dash_parts_the_months_of_a_file_from_the_communes_it_counts(tmp_path: Path) -> None:
    heads = ["TT", "Xã", "Hồ sơ phải số hóa - T4", "Hồ sơ phải số hóa - T5"]
    lines = [[1, "Xã Đăk Pék", 50, 40], [2, "Xã Xốp", 30, 20], [3, "Xã Ngọc Linh", 10, 15]]
    rows = [["PHÒNG VĂN HÓA"], ["SỐ HÓA CÁC THÁNG QUÝ II NĂM 2026"], heads, *lines]
    found = read(tmp_path, rows, "SL quy 2 theo thang - 3 xa.xlsx")
    assert ({o.period for o in found.observations if o.status == "accepted"}, found.outcome) == ({"2026-M04", "2026-M05"}, "accept")


def _book(tmp_path: Path, guide: list[list[object]], first: list[list[object]] = ()):
    book = Workbook()
    book.active.title = "Hướng dẫn"
    for row in guide:
        book.active.append(row)
    for name, value in (("Xã Đăk Pék", 50), ("Xã Xốp", 30)):
        sheet = book.create_sheet(name)
        for row in [*first, ["TT", "Chỉ tiêu", "Số lượng"], [1, "Hồ sơ tiếp nhận mới", value], [2, "Hồ sơ nộp trực tuyến", value // 2]]:
            sheet.append(row)
    book.save(tmp_path / "gop.xlsx")
    return read_grid(open_workbook(tmp_path / "gop.xlsx"))


def test_the_period_beside_its_label_on_the_sheet_of_guidance_is_that_of_sheets_without_one(tmp_path: Path) -> None:
    found = _book(tmp_path, [["HƯỚNG DẪN ĐIỀN PHIẾU"], ["Kỳ số liệu", "Tháng 4/2026"]])
    assert ({o.period for o in found.observations}, found.outcome) == ({"2026-M04"}, "accept")


def test_a_period_of_their_own_is_not_disputed_by_guidance(tmp_path: Path) -> None:
    found = _book(tmp_path, [["HƯỚNG DẪN ĐIỀN PHIẾU"], ["Kỳ số liệu", "Tháng 4/2026"]], [["Báo cáo tháng 5 năm 2026"]])
    assert {o.period for o in found.observations if o.status == "accepted"} == {"2026-M05"}
