"""What is asked, refused or told: drawn sheets in, outcomes, questions and issues out."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from loaders.opening.workbook import open_workbook
from loaders.result import FileReading
from loaders.understanding.report import read_grid

_ = None
HEAD = ["STT", "Đơn vị", "Hồ sơ tiếp nhận mới", "Hồ sơ nộp trực tuyến"]


def read(tmp_path: Path, rows: list[list[object]], name: str = "bc.xlsx", answers: dict[str, str] | None = None) -> FileReading:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    book.save(tmp_path / name)
    return read_grid(open_workbook(tmp_path / name), answers)


def codes(reading: FileReading) -> set[str]:
    return {i.code for i in reading.issues}


def taken(reading: FileReading) -> dict[str, float]:
    return {o.cell: o.value for o in reading.observations if o.status == "accepted"}


def by_element(reading: FileReading) -> dict[str, list[float]]:
    """The figures that were taken, in their order, by what they count."""
    found: dict[str, list[float]] = {}
    for o in reading.observations:
        if o.status == "accepted":
            found.setdefault(o.element, []).append(o.value)
    return found


def wide(*rows: list[object], title: str = "TỔNG HỢP THÁNG 3 NĂM 2025") -> list[list[object]]:
    return [[title], [], HEAD, *rows]


def test_a_clean_table_is_accepted_without_a_word(tmp_path: Path) -> None:
    reading = read(tmp_path, wide([1, "Xã Đăk Long", 200, 120], [2, "Xã Xốp", 60, 40]))
    assert (reading.outcome, reading.questions, reading.issues) == ("accept", (), ())
    assert [(o.unit, o.period, o.element, o.value) for o in reading.observations[:2]] == [
        ("23368.1", "2025-M03", "dossiers_recv_new", 200),
        ("23368.1", "2025-M03", "dossiers_recv_online", 120),
    ]


def test_an_answer_that_names_no_period_is_asked_again(tmp_path: Path) -> None:
    rows = wide([1, "Xã Đăk Long", 200, 120], [2, "Xã Xốp", 60, 40], title="TỔNG HỢP SỐ LIỆU")
    reading = read(tmp_path, rows, answers={"period": "tháng ba"})
    assert (reading.outcome, [q.key for q in reading.questions]) == ("ask", ["period"])


def test_without_a_period_one_question_is_asked_and_its_answer_settles_everything(tmp_path: Path) -> None:
    rows = wide([1, "Xã Đăk Choong", 200, 120], [2, "Xã Đăk Kroong", 60, 40], title="TỔNG HỢP SỐ LIỆU")
    reading = read(tmp_path, rows)
    assert reading.outcome == "ask"
    assert [q.key for q in reading.questions if q.kind == "no_period"] == ["period"]
    assert read(tmp_path, rows, answers={"period": "2025-M03"}).outcome == "accept"


def test_title_and_sheet_name_that_differ_are_a_question(tmp_path: Path) -> None:
    reading = read(tmp_path, wide([1, "Xã Đăk Long", 200, 120], [2, "Xã Xốp", 60, 40]), name="bc thang 4.2025.xlsx")
    assert "period_conflict" in codes(reading)
    assert taken(reading) == {}


def test_a_name_that_ended_with_the_old_units_is_asked(tmp_path: Path) -> None:
    reading = read(tmp_path, wide([1, "Xã Đăk Choong", 200, 120], [2, "Xã Xốp", 60, 40], title="THÁNG 9 NĂM 2025"))
    assert "units_former" in codes(reading)
    assert taken(reading) == {}


def test_code_and_name_of_different_units_are_asked(tmp_path: Path) -> None:
    head = ["Mã xã", "Tên xã", "Hồ sơ tiếp nhận mới", "Hồ sơ nộp trực tuyến"]
    rows = [["THÁNG 3 NĂM 2025"], head, ["23341", "Xã Đăk Pék", 9, 5], ["23368", "Xã Đăk Long", 8, 5]]
    reading = read(tmp_path, rows)
    assert "unit_code" in codes(reading)
    assert set(taken(reading)) == {"C4", "D4"}


def test_a_part_larger_than_its_whole_is_not_taken(tmp_path: Path) -> None:
    reading = read(tmp_path, wide([1, "Xã Đăk Long", 100, 120], [2, "Xã Xốp", 60, 40]))
    assert "part_exceeds" in codes(reading)
    assert set(taken(reading)) == {"C5", "D5"}


def test_a_total_that_is_not_the_sum_is_told_at_the_total(tmp_path: Path) -> None:
    reading = read(tmp_path, wide([1, "Xã Đăk Long", 200, 120], [2, "Xã Xốp", 60, 40], [_, "Tổng cộng", 300, 160]))
    assert [(i.code, i.cell) for i in reading.issues] == [("total_differs", "C6")]
    assert reading.outcome == "fix"


def test_the_sum_told_beside_a_wrong_total_is_that_of_all_rows_even_of_one_whose_unit_is_asked(tmp_path: Path) -> None:
    rows = [[1, "Xã Đăk Long", 200, 120], [2, "Xã Xốpp", 60, 40], [3, "Xã Xốp", 50, 30], [_, "Tổng cộng", 310, 200]]
    found = {i.code: i for i in read(tmp_path, wide(*rows)).issues}
    assert found["total_differs"].cell == "D7"
    assert "(190)" in found["total_differs"].message


def test_a_unit_in_two_rows_with_different_figures_is_asked(tmp_path: Path) -> None:
    reading = read(tmp_path, wide([1, "Xã Đăk Long", 200, 120], [2, "Xã Xốp", 60, 40], [3, "Xã Đăk Long", 210, 125]))
    assert "unit_twice" in codes(reading)
    assert set(taken(reading)) == {"C5", "D5"}


def test_a_blank_is_missing_and_never_zero(tmp_path: Path) -> None:
    reading = read(tmp_path, wide([1, "Xã Đăk Long", 200, _], [2, "Xã Xốp", 60, 40]))
    assert set(taken(reading)) == {"C4", "C5", "D5"}


def test_a_count_with_a_fraction_is_asked(tmp_path: Path) -> None:
    reading = read(tmp_path, wide([1, "Xã Đăk Long", 1.234, 120], [2, "Xã Xốp", 60, 40]))
    assert "count_fraction" in codes(reading)
    assert "C4" not in taken(reading)


def test_plans_and_last_periods_are_not_results(tmp_path: Path) -> None:
    rows = [["UBND XÃ XỐP"], ["BÁO CÁO THÁNG 10 NĂM 2025"], ["STT", "Chỉ tiêu", "Kế hoạch", "Tháng 9", "Tháng 10"]]
    rows += [[1, "Hồ sơ tiếp nhận mới", 900, 70, 80], [2, "Hồ sơ nộp trực tuyến", 800, 50, 60]]
    assert set(taken(read(tmp_path, rows))) == {"E4", "E5"}


def test_money_is_kept_in_dong(tmp_path: Path) -> None:
    head = ["STT", "Đơn vị", "Tổng kinh phí chi trả", "Kinh phí chi trả không dùng tiền mặt"]
    rows = [
        ["CHI TRẢ THÁNG 4 NĂM 2025"],
        [_, _, _, "Đơn vị tính: triệu đồng"],
        head,
        [1, "Xã Đăk Long", 193.56, 141.25],
        [2, "Xã Xốp", 49.01, 37.48],
    ]
    assert taken(read(tmp_path, rows))["C4"] == 193_560_000


def test_a_list_of_people_is_refused_without_repeating_it(tmp_path: Path) -> None:
    people = [[n, f"Nguyễn Văn {chr(65 + n)}", f"0620{n:08d}", f"09{n:08d}"] for n in range(10)]
    reading = read(tmp_path, [["DANH SÁCH CÔNG DÂN"], ["STT", "Họ và tên", "Số CCCD", "Điện thoại"], *people])
    assert reading.outcome == "not_a_return"
    assert reading.observations == ()
    assert "0620" not in str(reading.to_json()) and "Nguyễn" not in str(reading.to_json())


def test_a_report_of_another_trade_is_no_return(tmp_path: Path) -> None:
    rows = [
        ["UBND XÃ ĐĂK LONG"],
        ["TÌNH HÌNH DỊCH BỆNH THÁNG 3/2025"],
        ["STT", "Thôn", "Tổng đàn", "Số con chết"],
        *[[n, f"Thôn {n}", 50, n] for n in range(1, 6)],
    ]
    assert read(tmp_path, rows).outcome == "not_a_return"


def test_remarks_beside_the_rows_of_many_units_are_kept_with_each_unit(tmp_path):
    rows = [["Tháng 3/2026"], [], [*HEAD, "Khó khăn, vướng mắc"], [1, "Xã Đăk Pék", 120, 90, "Mạng hay bị gián đoạn"]]
    reading = read(tmp_path, [*rows, [2, "Xã Đăk Plô", 80, 60, "Không"], [3, "Xã Xốp", 70, 50, "Thiếu máy quét tài liệu"]])
    assert [(n.unit, n.period, n.text, n.cell) for n in reading.narratives] == [
        ("23341.2", "2026-M03", "Mạng hay bị gián đoạn", "E4"),
        ("23356.2", "2026-M03", "Thiếu máy quét tài liệu", "E6"),
    ]


@pytest.mark.parametrize("heading", ["Khó khăn, kiến nghị (nếu có)", "Kiến nghị (nếu có)", "Đề xuất, kiến nghị khác", "Kiến nghị"])
def test_answers_of_a_form_keep_what_each_commune_asks_for_with_the_period_of_its_row(tmp_path: Path, heading: str) -> None:
    head = ["Dấu thời gian", "Đơn vị báo cáo", "Kỳ báo cáo", "1. Hồ sơ tiếp nhận mới trong kỳ?", "2. Trong đó nộp trực tuyến?", heading]
    rows: list[list[object]] = [
        ["14/05/2025 10:16:13", "Xã Đăk Long", "5/2025", 119, 78, "Không"],
        ["14/05/2025 11:19:14", "xã Ngọc Linh", "Tháng 5 năm 2025", 78, 55, "Đề nghị cấp 02 máy scan"],
        ["14/05/2025 12:22:15", "xã Đăk Blô", "05/2025", 41, 25, None],
    ]
    reading = read(tmp_path, [head, *rows])
    assert (reading.outcome, len(taken(reading))) == ("accept", 6), reading.message
    assert [(n.unit, n.period, n.text) for n in reading.narratives] == [("23365.1", "2025-M05", "Đề nghị cấp 02 máy scan")]


def test_petitions_that_are_counted_are_no_remarks(tmp_path: Path) -> None:
    rows = [["Tháng 3/2026"], [], [*HEAD, "Kiến nghị"], [1, "Xã Đăk Pék", 120, 90, 3], [2, "Xã Đăk Plô", 80, 60, 0]]
    assert by_element(read(tmp_path, rows))["feedback_total"] == [3, 0]


def test_one_old_name_in_a_list_of_todays_units_is_asked_alone(tmp_path: Path) -> None:
    today = ["Xã Đăk Pék", "Xã Đăk Plô", "Xã Ngọc Linh", "Xã Đăk Long", "Xã Đăk Môn"]
    rows = [[i, name, 200 + i, 120 + i] for i, name in enumerate([*today, "Xã Đăk Choong"], start=1)]
    reading = read(tmp_path, wide(*rows, title="THÁNG 9 NĂM 2025"))
    assert "unit_old" in codes(reading)
    assert set(taken(reading)) == {f"{column}{row}" for column in "CD" for row in range(4, 9)}


def test_beside_an_old_name_a_row_in_doubt_for_its_code_makes_no_list_of_old_units(tmp_path: Path) -> None:
    today = [("23344", "Xã Đăk Pék"), ("23344", "Xã Đăk Plô"), ("23365", "Xã Ngọc Linh"), ("23368", "Xã Đăk Long"), ("23374", "Xã Đăk Môn")]
    rows = [[i, code, name, 200 + i, 120 + i] for i, (code, name) in enumerate([*today, ("", "Xã Đăk Choong")], start=1)]
    heads = ["STT", "Mã xã", "Tên xã", "Số hồ sơ tiếp nhận mới", "Số hồ sơ nộp trực tuyến"]
    reading = read(tmp_path, [["SỐ LIỆU THÁNG 9 NĂM 2025"], heads, *rows])
    assert codes(reading) == {"unit_code", "unit_old"} and len(taken(reading)) == 8


def test_an_old_name_beside_the_unit_that_followed_it_puts_the_whole_list_in_doubt(tmp_path: Path) -> None:
    names = ["Xã Đăk Pék", "Xã Đăk Plô", "Xã Ngọc Linh", "Xã Đăk Long", "Xã Đăk Choong", "Xã Xốp"]
    reading = read(tmp_path, wide(*[[i, name, 200 + i, 120 + i] for i, name in enumerate(names, start=1)], title="THÁNG 9 NĂM 2025"))
    assert taken(reading) == {}


def test_a_part_larger_than_its_whole_is_asked_though_a_sum_of_its_row_differs_too(tmp_path: Path) -> None:
    head = [
        "TT",
        "Xã",
        "Tài khoản mức 2 đã cấp",
        "Mức 1 đã kích hoạt",
        "Mức 2 đã kích hoạt",
        "Tổng tài khoản đã kích hoạt (mức 1 và mức 2)",
    ]
    rows = [[1, "Xã Đăk Long", 900, 40, 700, 740], [2, "Xã Xốp", 500, 30, 610, 530]]
    reading = read(tmp_path, [["TÌNH HÌNH ĐỊNH DANH ĐIỆN TỬ THÁNG 3 NĂM 2025"], [], head, *rows])
    assert set(taken(reading)) == {"C4", "D4", "E4", "F4", "D5"}


def test_kinds_of_services_under_what_was_received_are_no_counts_of_procedures(tmp_path: Path) -> None:
    head = [["TT", "Xã", "Tiếp nhận", "", ""], ["", "", "Tổng số", "Toàn trình", "Một phần"]]
    title = "KẾT QUẢ TIẾP NHẬN, GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH THÁNG 3 NĂM 2025"
    reading = read(tmp_path, [[title], [], *head, [1, "Xã Đăk Long", 90, 60, 30], [2, "Xã Xốp", 50, 30, 20]])
    assert not {o.element for o in reading.observations if o.status == "accepted"} & {"procs_full_online", "procs_partial_online"}


def test_rows_numbered_by_a_letter_and_numbers_are_parts_of_each_other(tmp_path: Path) -> None:
    rows = [
        ["Mã", "Nội dung", "Tháng 3/2025"],
        ["A", "VĂN THƯ", None],
        ["A1", "Văn bản đi đã phát hành (không tính văn bản mật)", 108],
        ["A1.1", "có chữ ký số của cơ quan", 107],
        ["A1.2", "có chữ ký số cá nhân của lãnh đạo ký ban hành", 105],
        ["B", "MỘT CỬA", None],
        ["B1", "Hồ sơ còn đang giải quyết đến ngày chốt số liệu", 10],
    ]
    reading = read(tmp_path, [["BÁO CÁO THÁNG 3 NĂM 2025 CỦA XÃ ĐĂK LONG"], [], *rows], name="Dak Long 3.2025.xlsx")
    found = {o.element: o.value for o in reading.observations if o.status == "accepted"}
    assert found == {"docs_out_total_nonsecret": 108, "docs_out_signed_org": 107, "docs_out_signed_personal": 105, "processing_total": 10}


def test_the_day_figures_were_closed_on_makes_no_figures_of_a_day(tmp_path: Path) -> None:
    rows = [[1, "Xã Đăk Long", 200, 120], [2, "Xã Xốp", 60, 40]]
    closed = [["TỔNG HỢP HỒ SƠ"], ["Tháng 3 năm 2025 (chốt số liệu ngày 14/3/2025)"], HEAD, *rows]
    assert read(tmp_path, closed).outcome == "accept"
    daily = [["TỔNG HỢP HỒ SƠ"], ["Tháng 3 năm 2025 (số liệu ngày 14/3/2025)"], HEAD, *rows]
    assert taken(read(tmp_path, daily)) == {}


def test_a_column_of_words_with_a_number_in_one_of_them_holds_no_figures(tmp_path: Path) -> None:
    rows = [
        ["Mục", "Nội dung công việc", "Con số", "Lấy số ở đâu"],
        [1, "Hồ sơ tiếp nhận mới", 120, "Sổ theo dõi"],
        [2, "Hồ sơ nộp trực tuyến", 90, "Phần mềm hộ tịch 158"],
        [3, "Hồ sơ nộp trực tiếp", 30, "Sổ theo dõi"],
    ]
    found = read(tmp_path, [["UBND XÃ ĐĂK LONG"], ["SỐ LIỆU THÁNG 3 NĂM 2025"], *rows])
    assert (taken(found), found.outcome) == ({"C4": 120, "C5": 90, "C6": 30}, "accept")
