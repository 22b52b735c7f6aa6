"""The names of rows: columns of names under unusual headings, rows moved to the right, rows of what stands before them, other times."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import Alignment
from test_reading import codes, read, taken

from loaders.opening.workbook import open_workbook
from loaders.understanding.headings.match import match
from loaders.understanding.report import read_grid

TITLE: list[list[object]] = [["UBND XÃ ĐĂK PÉK"], ["SỐ LIỆU THÁNG 5 NĂM 2026"], []]


def elements(reading) -> dict[str, str]:
    return {o.cell: o.element for o in reading.observations if o.status == "accepted"}


@pytest.mark.parametrize("heading", ["Diễn giải", "Giải thích", "Nguồn số liệu", "Căn cứ"])
def test_names_under_a_heading_of_remarks_are_names_where_they_lead_the_figures(tmp_path: Path, heading: str) -> None:
    rows = [
        ["TT", heading, "Số liệu", "Người cung cấp"],
        [1, "Hồ sơ TTHC tiếp nhận mới", 214, "Chị Mai, một cửa"],
        [2, "Dân số toàn xã", 6120, "Công an xã"],
    ]
    assert taken(read(tmp_path, [*TITLE, *rows])) == {"C5": 214, "C6": 6120}


def test_remarks_to_the_right_of_the_names_stay_remarks(tmp_path: Path) -> None:
    rows = [
        ["Nội dung", "Diễn giải", "Số liệu"],
        ["Hồ sơ giải quyết đúng hạn", "Hồ sơ đã giải quyết", 77],
        ["Dân số toàn xã", "Số hộ gia đình", 5011],
    ]
    assert elements(read(tmp_path, [*TITLE, *rows])) == {"C5": "resolved_on_time", "C6": "pop_total"}


@pytest.mark.parametrize(
    "head",
    [
        ("Câu", "Nội dung câu hỏi", "Trả lời"),
        ("Câu số", "Hỏi", "Trả lời của xã"),
        ("Ý", "Thông tin đề nghị cung cấp", "Xã điền"),
        ("Dòng", "Nội dung cần trả lời", "Phúc đáp"),
        ("Mục hỏi", "Số liệu cần cung cấp", "Đáp án"),
        ("Thứ tự câu", "Yêu cầu của Sở", "Nội dung trả lời"),
    ],
)
def test_numbered_questions_are_answered_in_the_last_column(tmp_path: Path, head: tuple[str, str, str]) -> None:
    rows = [
        list(head),
        [1, "Số cán bộ, công chức hiện có của xã?", "41 người"],
        [2, "Số cán bộ, công chức đã được cấp chữ ký số?", "38 người"],
        [3, "Số văn bản đi trong tháng, không kể văn bản mật?", "205 văn bản"],
        [4, "Có vướng mắc gì không?", "Thôn 3 sóng yếu"],
    ]
    found = read(tmp_path, [*TITLE, *rows])
    assert (found.outcome, taken(found)) == ("accept", {"C5": 41, "C6": 38, "C7": 205})


def test_figures_that_are_no_row_numbers_are_still_asked(tmp_path: Path) -> None:
    rows = [["Ghi", "Nội dung", "Chép"], [1, "Số cán bộ, công chức", 41], [2, "Số lãnh đạo", 9], [4, "Số hộ gia đình", 812]]
    assert "columns_unclear" in codes(read(tmp_path, [*TITLE, *rows]))


@pytest.mark.parametrize("moved", ["blanks", "format"])
def test_a_row_moved_to_the_right_is_a_part_of_the_row_over_it(tmp_path: Path, moved: str) -> None:
    book = Workbook()
    sheet = book.active
    before = "   " if moved == "blanks" else ""
    rows = [
        ["Nội dung", "Tháng 5"],
        ["Phản ánh, kiến nghị nhận được", 9],
        [f"{before}đã xử lý đúng hạn", 8],
        ["Hồ sơ đã giải quyết", 90],
        [f"{before}đúng hạn", 88],
    ]
    for row in [*TITLE, *rows]:
        sheet.append(row)
    if moved == "format":
        sheet["A6"].alignment = sheet["A8"].alignment = Alignment(indent=2)
    book.save(tmp_path / "bc.xlsx")
    found = read_grid(open_workbook(tmp_path / "bc.xlsx"))
    assert elements(found) == {"B5": "feedback_total", "B6": "feedback_on_time", "B7": "resolved_total", "B8": "resolved_on_time"}


@pytest.mark.parametrize("answered", ["trả lời đúng hạn", "Đã xử lý đúng hạn", "Giải quyết đúng hạn"])
def test_a_row_that_names_no_thing_is_of_the_petitions_before_it(tmp_path: Path, answered: str) -> None:
    rows = [["Nội dung", "Số liệu"], ["Hồ sơ tiếp nhận mới", 120], ["Phản ánh, kiến nghị tiếp nhận", 9], [answered, 8]]
    assert elements(read(tmp_path, [*TITLE, *rows]))["B7"] == "feedback_on_time"


def test_what_is_no_known_part_of_the_petitions_is_asked_and_never_taken_for_dossiers(tmp_path: Path) -> None:
    rows = [["Nội dung", "Số liệu"], ["Phản ánh, kiến nghị tiếp nhận", 9], ["Đã giải quyết", 8], ["Đã giải quyết đúng hạn", 7]]
    assert elements(read(tmp_path, [*TITLE, *rows])) == {"B5": "feedback_total", "B7": "feedback_on_time"}


@pytest.mark.parametrize("last", ["tháng 4/2026", "T4/2026", "tháng 4", "quý I/2026 và tháng 4/2026"])
def test_what_comes_from_the_month_before_is_carried_over(tmp_path: Path, last: str) -> None:
    rows = [["Nội dung", "Số liệu"], [f"Hồ sơ {last} chuyển sang", 12], ["Hồ sơ tiếp nhận mới", 140]]
    found = elements(read(tmp_path, [*TITLE, *rows])).get("B5")
    assert found == ("received_carried_over" if " và " not in last else None)


@pytest.mark.parametrize(
    "text", ["Hồ sơ tháng 3/2026 chuyển sang", "Hồ sơ còn lại tháng 5/2026 chuyển sang", "Hồ sơ chuyển sang tháng 6/2026"]
)
def test_what_comes_from_another_month_or_goes_to_the_next_is_never_carried_over(tmp_path: Path, text: str) -> None:
    rows = [["Nội dung", "Số liệu"], [text, 12], ["Hồ sơ tiếp nhận mới", 140]]
    assert elements(read(tmp_path, [*TITLE, *rows])) == {"B6": "dossiers_recv_new"}


def test_a_column_of_what_comes_from_the_month_before_is_of_this_month(tmp_path: Path) -> None:
    rows = [
        ["TỔNG HỢP THÁNG 5 NĂM 2026"],
        [],
        ["STT", "Xã", "Tháng 4/2026 chuyển sang", "Hồ sơ tiếp nhận mới"],
        [1, "Xã Đăk Pék", 9, 120],
        [2, "Xã Đăk Long", 4, 60],
    ]
    found = read(tmp_path, rows)
    assert {(o.cell, o.element, o.period) for o in found.observations if o.cell == "C4"} == {("C4", "received_carried_over", "2026-M05")}


@pytest.mark.parametrize(("title", "status"), [("NĂM 2025", "accepted"), ("THÁNG 5 NĂM 2026", "asked"), ("QUÝ I NĂM 2026", "asked")])
def test_the_whole_year_is_that_of_a_return_of_the_year_only(tmp_path: Path, title: str, status: str) -> None:
    rows = [["UBND XÃ ĐĂK PÉK"], [f"TỔNG HỢP {title}"], ["Nội dung", "Số liệu"], ["Hồ sơ TTHC tiếp nhận mới cả năm", 1900]]
    assert {o.status for o in read(tmp_path, rows).observations} == {status}


@pytest.mark.parametrize(
    "over",
    ["Kết quả giải quyết trong quý", "Kết quả giải quyết quý II/2026", "Kết quả giải quyết hồ sơ trong kỳ", "Kết quả giải quyết của tháng"],
)
def test_the_time_in_a_group_of_headings_hides_nothing(over: str) -> None:
    assert [match(leaf, ("Chia ra", over)).codes for leaf in ("Trước hạn", "Quá hạn")] == [("resolved_early",), ("resolved_late",)]
    assert match("Tổng số", (over,)).codes == ("resolved_total",)


WAS_NEW_NOW = [
    ["Nội dung", "Đã có", "Mới", "Tổng"],
    ["TK định danh mức 2 đã kích hoạt", 4100, 35, 4135],
    ["Thẻ căn cước đã cấp", 5200, 12, 5212],
]


@pytest.mark.parametrize("new", ["Mới", "Làm thêm", "Tăng", "Trong tháng"])
def test_what_there_was_and_what_is_new_make_the_level_and_no_whole_with_its_part(tmp_path: Path, new: str) -> None:
    head, *rows = WAS_NEW_NOW
    found = read(tmp_path, [*TITLE, [head[0], head[1], new, head[3]], *rows])
    assert elements(found) == {"D5": "eid_l2_activated", "D6": "id_cards_issued"}


def test_the_total_of_what_there_was_and_what_is_new_is_no_flow_of_the_month(tmp_path: Path) -> None:
    found = read(tmp_path, [*TITLE, *WAS_NEW_NOW, ["Hồ sơ tiếp nhận mới", 500, 60, 560]])
    assert "D7" not in taken(found)


@pytest.mark.parametrize("third", ["Trong tháng", "Chưa có"])
def test_a_total_with_its_part_beside_it_stays_both_sides_of_a_rate(tmp_path: Path, third: str) -> None:
    rows = [
        ["Nội dung", "Tổng số", "Đã có", third],
        ["CBCC có chữ ký số", 44, 41, 3],
        ["Thôn có Tổ công nghệ số cộng đồng", 12, 8, 4 if third == "Chưa có" else 1],
    ]
    found = elements(read(tmp_path, [*TITLE, *rows]))
    assert found == {"B5": "officials_total", "C5": "officials_with_cert", "B6": "hamlets_total", "C6": "hamlets_with_cdt"}


@pytest.mark.parametrize("total", ["Cả tháng", "Cộng", "Cộng tháng", "Tổng 4 tuần", "Tháng 5"])
def test_weeks_are_left_out_beside_their_sum(tmp_path: Path, total: str) -> None:
    rows = [
        ["Loại", "Tuần 1", "Tuần 2", "Tuần 3", "Tuần 4", total],
        ["Hồ sơ tiếp nhận mới", 10, 20, 30, 41, 101],
        ["TK mức 2 kích hoạt", 1, 2, 3, 4, 10],
    ]
    assert taken(read(tmp_path, [*TITLE, *rows])) == {"F5": 101}


def test_a_level_beside_weeks_is_taken(tmp_path: Path) -> None:
    rows = [["Loại", "Tuần 1", "Tuần 2", "Cả tháng"], ["Hồ sơ tiếp nhận mới", 10, 20, 30], ["TK mức 2 kích hoạt", 4001, 4020, 4020]]
    assert taken(read(tmp_path, [*TITLE, *rows])) == {"D5": 30, "D6": 4020}


@pytest.mark.parametrize(
    "said", ["31 người (88,6%)", "31 (đạt 88,6%)", "31 người, đạt 88,6%", "31 người - 88,6%", "31 người; tỷ lệ 88,6 %"]
)
def test_a_count_with_its_share_behind_it_is_that_count(tmp_path: Path, said: str) -> None:
    found = read(tmp_path, [*TITLE, ["Nội dung", "Kết quả"], ["CBCC", 35], ["CBCC có chữ ký số", said]])
    assert (found.outcome, taken(found)) == ("accept", {"B5": 35, "B6": 31})


def test_a_count_with_another_count_behind_it_is_still_asked(tmp_path: Path) -> None:
    found = read(tmp_path, [*TITLE, ["Nội dung", "Kết quả"], ["CBCC", 35], ["CBCC có chữ ký số", "31 người (2 người chờ cấp)"]])
    assert "B6" not in taken(found) and found.outcome != "accept"


def test_numbered_lines_of_words_and_figures_are_read(tmp_path: Path) -> None:
    rows = [
        ["1", "Số cán bộ, công chức: 35 người"],
        ["2", "Số cán bộ, công chức có chữ ký số: 31 người"],
        ["3", "Dân số toàn xã: 4.500 người"],
    ]
    assert sorted(taken(read(tmp_path, [*TITLE, *rows])).values()) == [31, 35, 4500]


@pytest.mark.parametrize(("line", "outcome"), [("HỘI LHPN XÃ ĐĂK PÉK - số liệu toàn xã", "accept"), ("HỘI LHPN XÃ ĐĂK PÉK", "ask")])
def test_a_body_that_says_the_whole_commune_is_not_asked_for_its_own_staff(tmp_path: Path, line: str, outcome: str) -> None:
    rows = [
        [line],
        ["SỐ LIỆU THÁNG 5 NĂM 2026"],
        ["Nội dung", "Số liệu"],
        ["Cán bộ, công chức", 44],
        ["Cán bộ, công chức có chữ ký số", 43],
    ]
    assert read(tmp_path, rows).outcome == outcome


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("Số người dân có thông tin trong CSDLQG về dân cư", "citizen_records_total"),
        ("Dữ liệu công dân trong CSDL dân cư", "citizen_records_total"),
        ("Đang giải quyết > Đã quá hẹn trả kết quả", "processing_overdue"),
        ("Đang giải quyết > Chưa tới ngày hẹn trả", "processing_in_time"),
        ("Phòng, cơ quan thuộc UBND xã", "units_total"),
        ("Cơ quan, phòng ban có ứng dụng AI", "units_with_ai_app"),
        ("Hồ sơ giải quyết trực tuyến từ khi nộp đến khi trả", "dossiers_end_to_end_online"),
        ("Tỷ lệ người nhận trợ cấp không dùng tiền mặt", "ssp_noncash_people_rate"),
        ("Tỷ lệ chi trả trợ cấp không dùng tiền mặt (theo số tiền)", "ssp_noncash_amount_rate"),
        ("Quy mô dân số của phường", "pop_total"),
        ("Nhân khẩu xã", "pop_total"),
        ("Người có công, hội viên, đối tượng BTXH đã đối chiếu với dân cư", "sector_records_matched"),
        ("Hội viên và người có công phải đối chiếu với CSDL dân cư", "sector_records_total"),
        ("Phiếu khảo sát việc tiếp nhận, trả kết quả TTHC", "ratings_total"),
        ("Đánh giá hài lòng về tiếp nhận, giải quyết TTHC", "ratings_satisfied"),
        ("Chế độ báo cáo > Thực hiện trên HT TT báo cáo", "report_regimes_online"),
        ("Nhiệm vụ AI nêu tại chương trình", "ai_tasks_assigned"),
        ("Nhiệm vụ AI hoàn thành theo kế hoạch", "ai_tasks_done"),
        ("Tổng số thủ tục hành chính của phường", "procs_total"),
        ("Số TTHC đang thực hiện tại xã", "procs_total"),
        ("Số TTHC của xã có hồ sơ phát sinh trực tuyến", "procs_online_with_dossier"),
        ("Lãnh đạo UBND xã và các phòng", "leaders_total"),
        ("Chưa trả kết quả > Đã quá hẹn", "processing_overdue"),
        ("Hồ sơ đã giải quyết > Trả sau hẹn", "resolved_late"),
        ("Hồ sơ dở dang tháng trước", "received_carried_over"),
        ("Hồ sơ cũ còn lại từ tháng trước", "received_carried_over"),
        ("Hồ sơ giải quyết trọn vẹn trên mạng", "dossiers_end_to_end_online"),
        ("Máy có phần mềm diệt virus", "computers_protected"),
    ],
)
def test_other_words_for_the_same_thing(path: str, code: str) -> None:
    *above, leaf = path.split(" > ")
    found = match(leaf, tuple(reversed(above)))
    assert (found.codes, found.sure) == ((code,), True)


@pytest.mark.parametrize(
    "text",
    [
        "Công dân chưa có dữ liệu trong CSDLQG về dân cư",
        "Công dân có dữ liệu trùng trong CSDL dân cư",
        "Học sinh có dữ liệu trong CSDL dân cư",
        "Hồ sơ đã quá hạn trả",
        "Số phòng họp",
        "Phòng họp trực tuyến của xã",
        "Số phòng máy tính",
        "Thời gian từ khi nộp đến khi trả",
        "Tỷ lệ chi trả an sinh xã hội không dùng tiền mặt",
        "Dân số các xã miền núi",
        "Số xã có dân số trên 10.000 người",
        "Hội viên, người có công chưa đối chiếu",
        "Người có công, hội viên hưởng trợ cấp",
        "Lượt tiếp nhận, giải quyết TTHC",
        "Hồ sơ tiếp nhận theo kế hoạch",
        "Kích hoạt mức 2 theo kế hoạch",
        "Số TTHC của huyện",
        "Số TTHC của xã chưa công khai",
    ],
)
def test_words_alike_that_mean_something_else_are_never_sure(text: str) -> None:
    assert not match(text).sure


def test_a_rate_of_electronic_results_behind_one_of_dossiers_is_its_own(tmp_path: Path) -> None:
    rows = [["Chỉ tiêu", "Kết quả"], ["Tỷ lệ hồ sơ được số hóa khi tiếp nhận", "98,5%"], ["Tỷ lệ cấp kết quả điện tử", "96,2%"]]
    assert elements(read(tmp_path, [*TITLE, *rows])) == {"B5": "dig_intake_rate", "B6": "dig_eresult_rate"}
