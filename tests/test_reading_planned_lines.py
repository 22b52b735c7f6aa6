"""Plan, result and rate in rows under each indicator, as sections or behind its name; names in two columns; work to do."""

from pathlib import Path

import pytest
from test_reading import codes, read, taken

TITLE: list[list[object]] = [["UBND XÃ ĐĂK PÉK"], ["SỐ LIỆU THÁNG 5 NĂM 2026"], []]
ONLINE, SIGNED = "Hồ sơ nộp trực tuyến", "Cán bộ, công chức có chữ ký số"


def sheet(*rows: list[object]) -> list[list[object]]:
    return [*TITLE, *map(list, rows)]


def elements(tmp_path: Path, *rows: list[object]) -> dict[str, str]:
    return {o.cell: o.element for o in read(tmp_path, sheet(*rows)).observations if o.status == "accepted"}


@pytest.mark.parametrize(
    "words",
    [
        ("Kế hoạch", "Thực hiện", "Tỷ lệ"),
        ("Chỉ tiêu giao", "Kết quả thực hiện", "Tỷ lệ đạt"),
        ("Giao", "Thực hiện", "Đạt (%)"),
        ("Huyện giao", "Đã thực hiện", "So với chỉ tiêu giao"),
        ("Giao", "Đạt", "Tỷ lệ"),
    ],
)
def test_only_results_are_taken_of_plan_result_and_rate(tmp_path: Path, words: tuple[str, str, str]) -> None:
    plan, done, rate = words
    under = [[f"1. {ONLINE}", None], [f"- {plan}", 100], [f"- {done}", 80], [f"- {rate}", 80], [f"2. {SIGNED}", None]]
    rows = [["Chỉ tiêu", "Số liệu"], *under, [f"- {plan}", 41], [f"- {done}", 38], [f"- {rate}", 92.7]]
    assert elements(tmp_path, *rows) == {"B7": "dossiers_recv_online", "B11": "officials_with_cert"}
    beside = [[ONLINE, plan, 100], [None, done, 80], [None, rate, 80], [SIGNED, plan, 41], [None, done, 38], [None, rate, 92.7]]
    assert elements(tmp_path, ["Chỉ tiêu", "", "Số liệu"], *beside) == {"C6": "dossiers_recv_online", "C9": "officials_with_cert"}


@pytest.mark.parametrize("words", [("Chỉ tiêu giao", "Thực hiện"), ("KẾ HOẠCH", "KẾT QUẢ"), ("Nhiệm vụ giao", "Đã thực hiện")])
def test_sections_of_the_plan_and_of_the_results_over_the_same_list(tmp_path: Path, words: tuple[str, str]) -> None:
    plan, done = words
    rows = [["I", plan, None], [1, ONLINE, 100], [2, SIGNED, 41], ["II", done, None], [1, ONLINE, 80], [2, SIGNED, 38]]
    found = elements(tmp_path, ["TT", "Nội dung", "Số lượng"], *rows, ["III", "Tỷ lệ đạt", None], [1, ONLINE, 80], [2, SIGNED, 92])
    assert found == {"C9": "dossiers_recv_online", "C10": "officials_with_cert"}


def test_what_a_row_is_stands_behind_the_name_or_in_a_column_of_its_own(tmp_path: Path) -> None:
    behind = [[f"{ONLINE} (giao)", 100], [f"{ONLINE} (thực hiện)", 80], [f"{SIGNED} - kế hoạch", 41], [f"{SIGNED} - thực hiện", 38]]
    assert elements(tmp_path, ["Chỉ tiêu", "Số liệu"], *behind) == {"B6": "dossiers_recv_online", "B8": "officials_with_cert"}
    again = [[ONLINE, "KH", 100], [ONLINE, "TH", 80], [SIGNED, "KH", 41], [SIGNED, "TH", 38]]
    assert elements(tmp_path, ["Chỉ tiêu", "Loại số", "Số liệu"], *again) == {"C6": "dossiers_recv_online", "C8": "officials_with_cert"}


def test_communes_in_columns_over_plan_and_result(tmp_path: Path) -> None:
    rows = [["Chỉ tiêu", "", "Xã Đăk Môn", "Xã Xốp"], [ONLINE, "Giao", 100, 50], [None, "Thực hiện", 80, 40]]
    more = [["Hồ sơ đã giải quyết", "Giao", 200, 100], [None, "Thực hiện", 180, 90]]
    found = read(tmp_path, [["TỔNG HỢP CÁC XÃ"], *TITLE[1:], *rows, *more])
    assert taken(found) == {"C6": 80, "D6": 40, "C8": 180, "D8": 90}


def test_a_plan_and_what_was_reached_alone_are_asked(tmp_path: Path) -> None:
    rows = [["Nội dung", "Số lượng"], [f"1. {ONLINE}", None], ["- Giao", 100], ["- Đạt", 80]]
    found = read(tmp_path, sheet(*rows, [f"2. {SIGNED}", None], ["- Giao", 41], ["- Đạt", 38]))
    assert ("element_doubt" in codes(found), taken(found)) == (True, {})


def test_a_quota_is_that_of_identification_only_where_that_is_spoken_of(tmp_path: Path) -> None:
    rows: list[list[object]] = [["Nội dung", "Số lượng"], ["Hồ sơ nộp trực tuyến", 80], ["- Chỉ tiêu giao", 100]]
    assert elements(tmp_path, *rows) == {"B5": "dossiers_recv_online"}
    rows = [
        ["Nội dung", "Số lượng"],
        ["Tài khoản định danh điện tử mức 2 kích hoạt", None],
        ["- Chỉ tiêu giao", 6000],
        ["- Thực hiện", 5000],
    ]
    assert elements(tmp_path, *rows) == {"B6": "eid_quota", "B7": "eid_l2_activated"}


def test_names_in_two_columns_name_the_part_and_not_the_whole(tmp_path: Path) -> None:
    resolved: list[list[object]] = [["Hồ sơ đã giải quyết", "Trước hạn", 90], [None, "Đúng hạn", 100], [None, "Quá hạn", 3]]
    found = elements(tmp_path, ["Chỉ tiêu", "", "Số liệu"], *resolved, ["Hồ sơ đang giải quyết", "Trong hạn", 19], [None, "Quá hạn", 2])
    assert found == {
        "C5": "resolved_early",
        "C6": "resolved_on_time",
        "C7": "resolved_late",
        "C8": "processing_in_time",
        "C9": "processing_overdue",
    }
    people: list[list[object]] = [[SIGNED, "Nam", 20], [None, "Nữ", 18], ["Dân số", "Nam", 2500], [None, "Nữ", 2511]]
    assert elements(tmp_path, ["Chỉ tiêu", "", "Số liệu"], *people) == {}


def test_over_which_time_a_row_counts_stands_beside_the_name(tmp_path: Path) -> None:
    rows = [[ONLINE, "Trong tháng", 100], [None, "Lũy kế từ đầu năm", 500], ["Hồ sơ đã giải quyết", "Trong tháng", 200]]
    found = read(tmp_path, sheet(["Chỉ tiêu", "", "Số liệu"], *rows, [None, "Lũy kế từ đầu năm", 900]))
    assert {o.cell: o.basis for o in found.observations} == {
        "C5": "in_period",
        "C6": "year_to_date",
        "C7": "in_period",
        "C8": "year_to_date",
    }
    rows = [[ONLINE, "Kỳ trước", 90], [None, "Kỳ này", 100], ["Hồ sơ đã giải quyết", "Kỳ trước", 190], [None, "Kỳ này", 200]]
    assert set(elements(tmp_path, ["Chỉ tiêu", "", "Số liệu"], *rows)) == {"C6", "C8"}


WORK = "Cấp chữ ký số cho cán bộ, công chức"
TO_DO = [("Phải làm", "Đã làm"), ("Khối lượng phải làm", "Khối lượng đã làm"), ("Phải thực hiện", "Đã thực hiện"), ("Cần làm", "Làm xong")]


@pytest.mark.parametrize("words", TO_DO)
def test_to_do_and_done_of_a_work(tmp_path: Path, words: tuple[str, str]) -> None:
    pair = ["officials_total", "officials_with_cert"]
    left = "Còn lại"
    rows = [["Việc", *words, left], [WORK, 50, 40, 10], ["Số hóa dữ liệu hộ tịch", 500, 400, 100]]
    assert list(elements(tmp_path, *rows).values())[:2] == pair
    rows = [["Việc", "Số lượng"], [f"1. {WORK}"], [f"- {words[0]}", 50], [f"- {words[1]}", 40], [f"- {left}", 10]]
    assert list(elements(tmp_path, *rows).values()) == pair
    communes: list[list[object]] = [[1, "Xã Đăk Môn", 50, 40, 10], [2, "Xã Xốp", 30, 20, 10]]
    found = read(tmp_path, [["TỔNG HỢP"], *TITLE[1:], ["TT", "Xã", WORK], ["", "", *words, left], *communes])
    assert [o.element for o in found.observations] == pair * 2
    titled = [["PHÒNG VĂN HÓA"], [f"KẾT QUẢ {WORK.upper()} THÁNG 5 NĂM 2026"], ["TT", "Xã", *words, left], *communes]
    assert [o.element for o in read(tmp_path, titled).observations] == pair * 2


def test_to_do_and_done_of_a_work_nobody_knows_are_left(tmp_path: Path) -> None:
    rows = [
        ["PHÒNG KINH TẾ"],
        ["TIẾN ĐỘ LÀM ĐƯỜNG THÁNG 5 NĂM 2026"],
        ["TT", "Xã", "Phải làm", "Đã làm"],
        [1, "Xã Đăk Môn", 50, 40],
        [2, "Xã Xốp", 30, 20],
    ]
    assert taken(read(tmp_path, rows)) == {}


def test_a_row_that_may_be_one_of_several_parts_is_asked_and_its_whole_is_known(tmp_path: Path) -> None:
    rows = [
        ["Công việc", "Số phải làm", "Làm được", "Tỷ lệ"],
        ["Ký số văn bản đi", 120, 100, "83.3%"],
        ["Số hóa dữ liệu hộ tịch", 50, 40, "80%"],
    ]
    found = elements(tmp_path, *rows)
    assert (found["B5"], "C5" in found) == ("docs_out_total_nonsecret", False)


def test_fields_beside_or_under_dossiers_are_parts_and_no_register(tmp_path: Path) -> None:
    beside = [["Chỉ tiêu", "Lĩnh vực", "Số liệu"], ["Hồ sơ nộp trực tuyến", "Hộ tịch", 90], [None, "Đất đai", 100]]
    assert taken(read(tmp_path, sheet(*beside))) == {}
    under = [["Chỉ tiêu", "Số liệu"], ["Hồ sơ nộp trực tuyến", 190], ["- Hộ tịch", 90], ["- Đất đai", 100]]
    assert elements(tmp_path, *under) == {"B5": "dossiers_recv_online"}


@pytest.mark.parametrize("group", ["Hồ sơ phải giải quyết", "Tổng hồ sơ phải xử lý"])
@pytest.mark.parametrize("arisen", ["Trong kỳ", "Trong tháng", "Phát sinh trong kỳ", "Tiếp nhận"])
def test_in_the_period_beside_what_was_carried_over_came_in_anew(tmp_path: Path, group: str, arisen: str) -> None:
    rows: list[list[object]] = [[1, "Xã Đăk Môn", 10, 90, 100], [2, "Xã Xốp", 5, 45, 50]]
    heads: list[list[object]] = [["TT", "Xã", group, None, None], [None, None, "Kỳ trước chuyển sang", arisen, "Cộng"]]
    found = read(tmp_path, [["TỔNG HỢP"], *TITLE[1:], *heads, *rows])
    assert [o.element for o in found.observations[:3]] == ["received_carried_over", "dossiers_recv_new", "received_total"]
    assert found.outcome == "accept"
