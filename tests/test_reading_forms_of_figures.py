"""Figures that carry their unit, both sides of a rate in one cell, years compared, letters explained: taken as their writer means them."""

import pytest
from openpyxl import Workbook

from loaders.opening.workbook import open_workbook
from loaders.understanding.report import read_grid

UNIT, MONTH = ["UBND Xã Đăk Pék"], ["BÁO CÁO THÁNG 3 NĂM 2026"]


def _reading(tmp_path, rows, name="bao cao.xlsx", merges=()):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for merge in merges:
        book.active.merge_cells(merge)
    book.save(tmp_path / name)
    return read_grid(open_workbook(tmp_path / name))


def _taken(reading):
    return {o.element: o.value for o in reading.observations if o.status == "accepted"}


def test_figures_with_the_word_of_what_they_count_make_a_table(tmp_path):
    rows = [["Nội dung", "Con số"], ["Hồ sơ tiếp nhận mới", "307 bộ"], ["Hộ gia đình", "3.030 hộ"], ["Cán bộ, công chức", "41 người"]]
    found = _taken(_reading(tmp_path, [UNIT, MONTH, *rows]))
    assert found == {"dossiers_recv_new": 307, "households_total": 3030, "officials_total": 41}


@pytest.mark.parametrize("figure", ["11/12 thôn (91,7%)", "11/12", "11/12 thôn"])
def test_a_fraction_under_the_name_of_its_upper_side_gives_both_counts(tmp_path, figure):
    rows = [["Chỉ tiêu", "Nghị quyết giao", "Kết quả đến ngày 31/3/2026"], ["Thôn được phủ sóng thông tin di động 4G/5G", "100%", figure]]
    assert _taken(_reading(tmp_path, [UNIT, MONTH, *rows])) == {"hamlets_4g": 11, "hamlets_total": 12}


def test_a_fraction_under_a_name_that_is_no_side_of_a_rate_is_not_taken(tmp_path):
    rows = [["Chỉ tiêu", "Kết quả"], ["Tổng số hồ sơ đang giải quyết", "11/12"]]
    assert _taken(_reading(tmp_path, [UNIT, MONTH, *rows])) == {}


def test_this_year_beside_last_year_under_a_span_is_the_span_of_this_year(tmp_path):
    head = [["Chỉ tiêu", "Kế hoạch năm 2026", "Thực hiện 6 tháng", None], [None, None, "Năm 2025", "Năm 2026"]]
    rows = [UNIT, ["BÁO CÁO 6 THÁNG ĐẦU NĂM 2026"], *head, ["Số hồ sơ tiếp nhận trực tuyến", 1830, 771, 876]]
    reading = _reading(tmp_path, rows, merges=("A3:A4", "B3:B4", "C3:D3"))
    assert [(o.period, o.value) for o in reading.observations] == [("2026-S1", 876)]


def test_letters_explained_stay_the_number_of_the_row_over_the_rows(tmp_path):
    legend = ["Chữ viết tắt: TT: trực tuyến; TrT+BC: trực tiếp và bưu chính; KS CQ: được ký số của cơ quan"]
    head = [["Số TT", "Xã", "Hồ sơ tiếp nhận", None, "Văn bản đi KS CQ"], [None, None, "TT", "TrT+BC", None]]
    body = [[1, "Đăk Pék", 20, 5, 7], [2, "Đăk Môn", 30, 6, 8]]
    reading = _reading(tmp_path, [MONTH, legend, *head, *body], merges=("A3:A4", "B3:B4", "C3:D3", "E3:E4"))
    assert _taken(reading) == {"dossiers_recv_online": 30, "dossiers_recv_direct_postal": 6, "docs_out_signed_org": 8}


@pytest.mark.parametrize("group", ["Cụm trung tâm", "Cụm phía Bắc", "Vùng 1"])
def test_the_sum_of_a_group_of_communes_is_no_commune(tmp_path, group):
    rows = [["Xã", "Hồ sơ tiếp nhận mới"], [group, 50], ["Đăk Pék", 20], ["Đăk Môn", 30]]
    reading = _reading(tmp_path, [MONTH, *rows])
    assert (reading.outcome, sorted(o.value for o in reading.observations)) == ("accept", [20, 30])


def test_the_end_of_a_name_in_the_file_name_contradicts_nothing(tmp_path):
    rows = [["UBND Xã Đăk Kroong"], ["BÁO CÁO THÁNG 4 NĂM 2025"], ["Chỉ tiêu", "Kết quả"], ["Hồ sơ tiếp nhận mới", 5], ["Hộ gia đình", 9]]
    assert _reading(tmp_path, rows, "bao cao xa kroong.xlsx").outcome == "accept"


def test_a_day_of_signing_on_the_cover_holds_for_every_sheet(tmp_path):
    book = Workbook()
    for row in (UNIT, ["BÁO CÁO THÁNG 12 NĂM 2025"], ["Đăk Pék, ngày 10 tháng 10 năm 2025"]):
        book.active.append(row)
    for row in (["Chỉ tiêu", "Kết quả"], ["Hồ sơ tiếp nhận mới", 5], ["Hộ gia đình", 9]):
        (book["So lieu"] if "So lieu" in book.sheetnames else book.create_sheet("So lieu")).append(row)
    book.save(tmp_path / "tap.xlsx")
    reading = read_grid(open_workbook(tmp_path / "tap.xlsx"))
    assert (reading.outcome, _taken(reading)) == ("ask", {})


def test_wholes_in_one_column_and_what_is_done_in_the_next_are_both_sides_of_the_rate(tmp_path):
    head = ["Chỉ tiêu", "Tổng số", "Đã thực hiện", "Tỷ lệ (%)"]
    rows = [["Số thôn / thôn có Tổ công nghệ số cộng đồng", 28, 26, 92.9], ["Hộ gia đình có Internet cáp quang", 4411, 3785, 85.8]]
    found = _taken(_reading(tmp_path, [UNIT, MONTH, head, *rows]))
    assert found == {"hamlets_total": 28, "hamlets_with_cdt": 26, "households_total": 4411, "households_fibre": 3785}


def test_each_figure_belongs_to_the_name_right_before_it(tmp_path):
    head = [
        ["STT", "Tên chỉ tiêu", "Tử số", None, "Mẫu số", None, "Tỷ lệ (%)"],
        [None, None, "Nội dung", "Số liệu", "Nội dung", "Số liệu", None],
    ]
    rows = [
        [1, "Tỷ lệ trực tuyến", "Hồ sơ nộp trực tuyến", 78, "Tổng số hồ sơ tiếp nhận mới", 95, 82.1],
        [2, "Tỷ lệ cán bộ có chữ ký số", "CBCC được cấp chữ ký số", 34, "Tổng số CBCC", 44, 77.3],
    ]
    reading = _reading(tmp_path, [UNIT, MONTH, *head, *rows], merges=("A3:A4", "B3:B4", "C3:D3", "E3:F3", "G3:G4"))
    assert _taken(reading) == {"dossiers_recv_online": 78, "dossiers_recv_new": 95, "officials_with_cert": 34, "officials_total": 44}


def test_who_answered_for_each_commune_makes_no_list_of_people(tmp_path):
    names = ["Xã Đăk Pék", "Xã Đăk Môn", "Xã Đăk Long", "Xã Đăk Plô", "Xã Xốp", "Xã Ngọc Linh"]
    head = ["STT", "Đơn vị", "Người cung cấp số liệu", "Số điện thoại", "Hồ sơ tiếp nhận mới", "Tổng số hộ gia đình"]
    rows = [[n, name, "Y Lan", f"09123456{n:02}", 100 + n, 900 + n] for n, name in enumerate(names, 1)]
    reading = _reading(tmp_path, [MONTH, head, *rows])
    assert reading.outcome == "accept" and len([o for o in reading.observations if o.status == "accepted"]) == 12


def test_people_of_several_communes_stay_a_list_of_people(tmp_path):
    head = ["STT", "Họ và tên", "Xã", "Số CCCD", "Số điện thoại"]
    rows = [[n, f"Nguyễn Văn {n}", ["Xã Đăk Pék", "Xã Xốp"][n % 2], f"0620990{n:05}", f"09123456{n:02}"] for n in range(1, 9)]
    assert _reading(tmp_path, [MONTH, head, *rows]).outcome == "not_a_return"


def test_the_periods_of_the_rows_stand_over_that_of_the_file_name(tmp_path):
    head = ["MA_DVHC", "TEN_DVHC", "THANG", "NAM", "Hồ sơ tiếp nhận mới", "Hồ sơ nộp trực tuyến"]
    rows = [["23341", "Xã Đăk Pék", month, 2025, 10 * month, 9 * month] for month in (10, 11, 12)]
    rows += [["23374", "Xã Đăk Môn", month, 2025, 10 * month, 9 * month] for month in (10, 11, 12)]
    reading = _reading(tmp_path, [head, *rows], "DATA_2025_10-12.xlsx")
    assert {o.period for o in reading.observations if o.status == "accepted"} == {"2025-M10", "2025-M11", "2025-M12"}


def test_the_sum_of_a_group_across_is_no_commune(tmp_path):
    head = [["Chỉ tiêu", "Khu vực đồng bằng, hải đảo", None, None], [None, "Xã Đăk Pék", "Xã Đăk Môn", "Cộng cụm"]]
    rows = [["Hồ sơ tiếp nhận mới", 10, 20, 30], ["Tổng số hộ gia đình", 7, 8, 15]]
    reading = _reading(tmp_path, [MONTH, *head, *rows], merges=("A2:A3", "B2:D2"))
    assert (reading.outcome, sorted(o.value for o in reading.observations)) == ("accept", [7, 8, 10, 20])


def test_a_quarter_that_is_not_the_sum_of_its_months_is_asked(tmp_path):
    head = [["Xã", "Hồ sơ tiếp nhận mới", None, None, None], [None, "Tháng 4", "Tháng 5", "Tháng 6", "Cộng quý II"]]
    rows = [["Xã Đăk Pék", 10, 20, 30, 60], ["Xã Đăk Môn", 11, 12, 13, 46]]
    reading = _reading(tmp_path, [["BÁO CÁO QUÝ II NĂM 2026"], *head, *rows], merges=("A2:A3", "B2:E2"))
    assert [(i.code, i.cell) for i in reading.issues] == [("total_differs", "E5")]
    assert {o.value for o in reading.observations if o.status != "accepted"} == {46}


def test_rows_in_two_languages_and_a_span_of_days_in_several_cells(tmp_path):
    rows = [
        ["Mã", "Chỉ số / Indicator", "Kết quả / Result"],
        ["A1", "Hồ sơ tiếp nhận mới / New applications", 52],
        ["A2", "Dân số / Population", 6599],
    ]
    span = ["Từ ngày:", "01/03/2026", "Đến ngày:", "31/03/2026"]
    reading = _reading(tmp_path, [UNIT, span, *rows])
    assert {(o.period, o.element, o.value) for o in reading.observations} == {
        ("2026-M03", "dossiers_recv_new", 52),
        ("2026-M03", "pop_total", 6599),
    }


def test_every_declared_name_is_itself_whatever_group_stands_over_it():
    from catalogue.elements import elements
    from loaders.understanding.headings.columns import Column, heading

    found = {e.code: heading(Column(0, ("Số liệu trong kỳ", e.name_vi), "", False)) for e in elements().values()}
    assert {code: m for code, m in found.items() if m.codes != (code,) or not m.sure} == {}


def test_what_counts_since_january_is_never_less_than_its_last_month(tmp_path):
    rows = [["Chỉ tiêu", "Trong tháng", "Lũy kế từ đầu năm"], ["Hồ sơ tiếp nhận mới", 82, 80], ["Hồ sơ tiếp nhận trực tuyến", 40, 90]]
    reading = _reading(tmp_path, [UNIT, MONTH, *rows])
    assert [i.code for i in reading.issues] == ["part_exceeds"]
    assert sorted(o.value for o in reading.observations if o.status == "accepted") == [40, 90]


def test_one_person_of_each_commune_with_an_identity_number_is_a_list_of_people(tmp_path):
    names = ["Xã Đăk Pék", "Xã Đăk Môn", "Xã Đăk Long", "Xã Đăk Plô", "Xã Xốp", "Xã Ngọc Linh"]
    head = ["STT", "Đơn vị", "Họ và tên", "Số CCCD", "Số con", "Số năm công tác"]
    rows = [[n, name, "Y Lan", f"0620990{n:05}", 2, 10] for n, name in enumerate(names, 1)]
    assert _reading(tmp_path, [MONTH, head, *rows]).outcome == "not_a_return"
