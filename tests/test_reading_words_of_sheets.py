"""What a sheet says once and means everywhere: spans of months and days, abbreviations it explains, captions over its tables."""

from openpyxl import Workbook

from loaders.opening.workbook import open_workbook
from loaders.understanding.report import read_grid

HOME = {"Xã Đăk Pék": "23341.2", "Xã Đăk Môn": "23374.2", "Xã Đăk Long": "23368.2"}


def read(folder, rows, name="bao cao"):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(folder / f"{name}.xlsx")
    return read_grid(open_workbook(folder / f"{name}.xlsx"))


def taken(reading):
    return {(o.unit, o.period, o.basis, o.element): o.value for o in reading.observations if o.status == "accepted"}


def test_days_of_an_export_with_its_hours_bound_the_period(tmp_path):
    for line in ("Thời gian: 01/02/2026 00:00:00 - 28/02/2026 23:59:59", "Điều kiện lọc: Từ ngày 01/02/2026; Đến ngày 28/02/2026"):
        reading = read(tmp_path, [["THỐNG KÊ HỒ SƠ"], [line], ["STT", "Đơn vị", "Số hồ sơ tiếp nhận mới"], *([1, n, 70] for n in HOME)])
        assert {o.period for o in reading.observations} == {"2026-M02"}
        assert reading.outcome == "accept"


def test_months_across_under_a_title_from_month_to_month(tmp_path):
    rows = [
        ["HỒ SƠ NỘP TRỰC TUYẾN TỪ THÁNG 01 ĐẾN THÁNG 3 NĂM 2026"],
        ["STT", "Đơn vị", "Tháng 01", "Tháng 02", "Tháng 3", "Tổng 3 tháng"],
    ]
    reading = read(tmp_path, [*rows, *([1, name, 7, 8, 9, 24] for name in HOME)])
    found = {fact[:2]: value for fact, value in taken(reading).items() if fact[2] == "in_period"}
    assert [found["23341.2", f"2026-M0{month}"] for month in (1, 2, 3)] == [7, 8, 9]


def test_a_total_beside_months_is_no_figure_of_the_year(tmp_path):
    rows = [["SỔ THEO DÕI XÃ ĐĂK PÉK NĂM 2026"], ["TT", "Tên số liệu", *(f"T{n}" for n in range(1, 13)), "Cộng"]]
    reading = read(tmp_path, [*rows, [1, "Hồ sơ tiếp nhận mới", 16, 12, *[None] * 10, 28]])
    assert {fact[1] for fact in taken(reading)} == {"2026-M01", "2026-M02"}


def test_a_month_over_a_column_is_not_the_sum_that_the_title_names_beside_it(tmp_path):
    rows = [
        ["UBND XÃ ĐĂK PÉK"],
        ["KẾT QUẢ THÁNG 8 VÀ 8 THÁNG NĂM 2026"],
        ["TT", "Chỉ tiêu", "Tháng 8", "Lũy kế 8 tháng"],
        [1, "Hồ sơ tiếp nhận mới", 157, 1446],
    ]
    found = {fact[2]: value for fact, value in taken(read(tmp_path, rows)).items()}
    assert found == {"in_period": 157, "year_to_date": 1446}


def test_abbreviations_that_the_sheet_explains_are_read(tmp_path):
    rows = [["TÌNH HÌNH GQ TTHC T4/2026"], ["TT", "ĐV", "Đã GQ", "Đã GQ - TH", "Đã GQ - ĐH", "Đã GQ - QH"]]
    below = [[], ["Chữ viết tắt: GQ: giải quyết; TH: trước hạn; ĐH: đúng hạn; QH: quá hạn."]]
    names = ["X. Đ.Pék", "X. Đ.Môn", "X. Đ.Long"]
    reading = read(tmp_path, [*rows, *([n, name, 10, 6, 3, 1] for n, name in enumerate(names, 1)), *below])
    found = {fact[3]: value for fact, value in taken(reading).items() if fact[0] == "23368.2"}
    assert found == {"resolved_total": 10, "resolved_early": 6, "resolved_on_time": 3, "resolved_late": 1}


def test_a_caption_over_one_of_several_tables_names_what_its_headings_leave_out(tmp_path):
    rows = [
        ["SỐ LIỆU CHUYỂN ĐỔI SỐ THÁNG 2/2026"],
        ["Bảng 1. Tiếp nhận hồ sơ TTHC"],
        ["Địa phương", "Tiếp nhận mới", "Trong đó trực tuyến"],
    ]
    second = [[], ["Bảng 2. Chứng thư số (ĐVT: người)"], ["Địa phương", "Tổng số CBCC", "CBCC được cấp chứng thư số"]]
    body = [[name, 20, 12] for name in HOME]
    reading = read(tmp_path, [*rows, *body, *second, *body])
    assert reading.outcome == "accept"
    assert len(taken(reading)) == 12


def test_a_share_under_a_heading_with_a_percent_sign_is_no_count(tmp_path):
    rows = [["HỒ SƠ THÁNG 3/2026"], ["STT", "Đơn vị", "Đã giải quyết", "Trễ hạn", "Trễ hạn/đã giải quyết (%)"]]
    reading = read(tmp_path, [*rows, *([n, name, 100, 2, "2.00%"] for n, name in enumerate(HOME, 1))])
    assert reading.outcome == "accept"
    assert {fact[3] for fact in taken(reading)} == {"resolved_total", "resolved_late"}


TITLE = "KẾT QUẢ THÁNG 9 VÀ 9 THÁNG NĂM 2026"


def test_a_title_of_the_month_and_the_months_so_far_over_one_column_is_asked(tmp_path):
    rows = [["UBND XÃ ĐĂK PÉK"], [TITLE], ["TT", "Chỉ tiêu", "Kết quả"], [1, "Hồ sơ tiếp nhận mới", 157]]
    asked = read(tmp_path, rows)
    (question,) = asked.questions
    assert (question.kind, taken(asked)) == ("basis_unclear", {})
    grid = open_workbook(tmp_path / "bao cao.xlsx")
    assert {o.basis for o in read_grid(grid, {question.key: "year_to_date"}).observations} == {"year_to_date"}


def test_columns_that_say_which_is_which_need_no_question(tmp_path):
    rows = [["UBND XÃ ĐĂK PÉK"], [TITLE], ["TT", "Chỉ tiêu", "Tháng 9", "Lũy kế 9 tháng"], [1, "Hồ sơ tiếp nhận mới", 157, 1446]]
    found = {fact[1:3]: value for fact, value in taken(read(tmp_path, rows)).items()}
    assert found == {("2026-M09", "in_period"): 157, ("2026-M09", "year_to_date"): 1446}


def test_a_remark_that_calls_the_figure_a_sum_since_january_is_asked_about(tmp_path):
    rows = [["UBND XÃ ĐĂK PÉK"], ["SỐ LIỆU THÁNG 5/2026"], ["TT", "Chỉ tiêu", "Kết quả", "Đánh giá, nguyên nhân"]]
    body = [
        [1, "Hồ sơ tiếp nhận mới", 178, "Số liệu ô bên là lũy kế từ đầu năm."],
        [2, "Hồ sơ đã giải quyết", 30, "Lũy kế từ đầu năm: 160 hồ sơ"],
    ]
    reading = read(tmp_path, [*rows, *body])
    assert [q.cell for q in reading.questions] == ["C4"]
    assert {fact[3] for fact in taken(reading)} == {"resolved_total"}


def test_two_slips_side_by_side_without_headings_are_read(tmp_path):
    rows = [["PHIẾU SỐ LIỆU XÃ ĐĂK PÉK THÁNG 3/2026"], ["I. MỘT CỬA", None, None, None, "II. NỘI BỘ"]]
    left = [("Hồ sơ tiếp nhận mới", 127), ("Hồ sơ tiếp nhận trực tuyến", 92), ("Hồ sơ đã giải quyết", 123)]
    right = [("Cán bộ, công chức có mặt", 23), ("Cán bộ, công chức có chữ ký số", 16), ("Số thôn trên địa bàn xã", 8)]
    pairs = [[a, n, "hồ sơ", None, b, m, "người"] for (a, n), (b, m) in zip(left, right, strict=True)]
    reading = read(tmp_path, [*rows, *pairs])
    assert reading.outcome == "accept"
    assert sorted(taken(reading).values()) == [8, 16, 23, 92, 123, 127]


def test_lines_broken_inside_a_heading_are_no_other_language(tmp_path):
    rows = [["UBND XÃ ĐĂK PÉK"], ["BIỂU THÁNG 3/2026"], ["TT", "Nội dung\nbáo cáo", "Kỳ\nnày", "Lũy kế từ\nđầu năm\n2026", "Ghi\nchú"]]
    found = {fact[2]: value for fact, value in taken(read(tmp_path, [*rows, [1, "Hồ sơ tiếp nhận\nmới", 72, 235, "tăng"]])).items()}
    assert found == {"in_period": 72, "year_to_date": 235}


def test_hamlets_called_like_communes_are_no_communes(tmp_path):
    body = [[1, "Đăk Môn", 120], [2, "Đăk Long", 80], [3, "Đăk Plô", 70], [None, "Tổng cộng", 270]]
    for heading, found in (("Tên thôn", {270}), ("Địa bàn", set())):
        rows = [["UBND XÃ ĐĂK PÉK"], ["KẾT QUẢ THÁNG 3/2026"], ["STT", heading, "Tài khoản định danh mức 2 đã kích hoạt"], *body]
        assert set(taken(read(tmp_path, rows)).values()) == found


def test_a_table_captioned_as_last_years_is_left_alone(tmp_path):
    body = [[n, name, 100 + n] for n, name in enumerate(HOME)]
    rows = [["SỐ LIỆU THÁNG 3/2026"], ["STT", "Đơn vị", "Hồ sơ tiếp nhận mới"], *body, [], ["Số liệu cùng kỳ năm trước"]]
    assert len(taken(read(tmp_path, [*rows, ["STT", "Đơn vị", "Hồ sơ đã giải quyết"], *body]))) == 3


def test_an_estimate_in_brackets_is_no_result(tmp_path):
    for word in ("ước", "tạm tính", "dự kiến"):
        rows = [["SỐ LIỆU THÁNG 3/2026"], ["STT", "Đơn vị", f"Hồ sơ tiếp nhận mới ({word})"], *([1, name, 70] for name in HOME)]
        assert taken(read(tmp_path, rows)) == {}


def test_a_month_that_is_only_compared_with_is_not_the_period(tmp_path):
    body = [[n, name, 70] for n, name in enumerate(HOME)]
    reading = read(tmp_path, [["SỐ LIỆU THÁNG 3/2026 SO VỚI THÁNG 2/2026"], ["STT", "Đơn vị", "Hồ sơ tiếp nhận mới"], *body])
    assert {fact[1] for fact in taken(reading)} == {"2026-M03"}


def test_parts_behind_dashes_under_a_unit_are_no_units(tmp_path):
    body = [[1, "Xã Đăk Pék", 100], [None, "- Bộ phận một cửa", 60], [None, "- Điểm bưu điện", 40], [2, "Xã Đăk Môn", 90]]
    reading = read(tmp_path, [["SỐ LIỆU THÁNG 3/2026"], ["STT", "Đơn vị", "Hồ sơ tiếp nhận mới"], *body])
    assert reading.outcome == "accept"
    assert sorted(taken(reading).values()) == [90, 100]


def test_a_sheet_of_one_field_hamlet_or_school_is_asked_whether_it_is_the_whole(tmp_path):
    table = [["STT", "Chỉ tiêu", "Kết quả"], [1, "Hồ sơ tiếp nhận mới", 100], [2, "Tổng số máy tính", 30]]
    for lines in (
        ["UBND XÃ ĐĂK PÉK", "SỐ LIỆU LĨNH VỰC ĐẤT ĐAI THÁNG 3/2026"],
        ["UBND XÃ ĐĂK PÉK", "SỐ LIỆU CỦA THÔN ĐĂK ĐOÁT THÁNG 3/2026"],
        ["TRƯỜNG THCS XÃ ĐĂK PÉK", "SỐ LIỆU THÁNG 3/2026"],
    ):
        asked = read(tmp_path, [*([line] for line in lines), *table])
        assert ([q.kind for q in asked.questions], taken(asked)) == (["part_of_unit"], {})
    grid = open_workbook(tmp_path / "bao cao.xlsx")
    assert len(taken(read_grid(grid, {asked.questions[0].key: "whole"}))) == 2
    assert not read_grid(grid, {asked.questions[0].key: "part"}).observations


def test_the_address_of_a_commune_is_no_part_of_it(tmp_path):
    lines = [["UBND XÃ ĐĂK PÉK"], ["Địa chỉ:", None, "Thôn trung tâm, xã Đăk Pék"], ["SỐ LIỆU THÁNG 3/2026"]]
    reading = read(tmp_path, [*lines, ["STT", "Chỉ tiêu", "Kết quả"], [1, "Hồ sơ tiếp nhận mới", 100]])
    assert (reading.outcome, len(taken(reading))) == ("accept", 1)
