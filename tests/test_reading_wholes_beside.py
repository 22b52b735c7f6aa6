"""A heading that leaves its thing to others ("checked") under a title that speaks of another thing as well: the whole beside it tells."""

from pathlib import Path

from test_reading import by_element, read
from test_reading_compared import merged

TITLE = "XÁC THỰC DỮ LIỆU CHUYÊN NGÀNH BHXH VỚI CSDLQG VỀ DÂN CƯ THÁNG 5 NĂM 2026"
WHOLE, PART = "Dữ liệu chuyên ngành đang quản lý", "Đã xác thực khớp đúng với CSDLQG về dân cư"


def _read(tmp_path: Path, *headings: str):
    figures = {WHOLE: (610, 540), PART: (600, 512)}
    rows = [[n + 1, name, *(figures[h][n] for h in headings)] for n, name in enumerate(["Xã Đăk Môn", "Xã Xốp"])]
    return read(tmp_path, [[TITLE], ["TT", "Xã", *headings], *rows])


def test_beside_the_whole_that_names_its_thing_the_part_is_taken(tmp_path: Path) -> None:
    found = _read(tmp_path, WHOLE, PART)
    assert by_element(found) == {"sector_records_total": [610, 540], "sector_records_matched": [600, 512]}


def test_alone_under_that_title_it_is_asked(tmp_path: Path) -> None:
    assert (by_element(found := _read(tmp_path, PART)), found.outcome) == ({}, "ask")


def _received(tmp_path: Path, heads: list[str], *figures: list[int]):
    rows = [["TỔNG HỢP HỒ SƠ THÁNG 9 NĂM 2025"], [], ["TT", "Đơn vị", "Hồ sơ tiếp nhận", *[None] * (len(heads) - 1)], [None, None, *heads]]
    return read(
        tmp_path, [*rows, *([n + 1, name, *line] for n, (name, line) in enumerate(zip(["Xã Đăk Môn", "Xã Xốp"], figures, strict=True)))]
    )


def test_a_total_of_the_very_parts_of_what_is_new_is_no_total_with_what_was_carried_over(tmp_path: Path) -> None:
    found = _received(tmp_path, ["Tổng", "Trực tuyến", "Trực tiếp"], [55, 50, 5], [44, 40, 4])
    assert by_element(found)["dossiers_recv_new"] == [55, 44] and found.outcome == "accept"
    beside = _received(tmp_path, ["Tổng", "Trực tuyến", "Trực tiếp", "Kỳ trước chuyển sang"], [58, 50, 5, 3], [46, 40, 4, 2])
    assert by_element(beside)["received_total"] == [58, 46] and beside.outcome == "accept"


def test_a_total_that_is_not_the_sum_of_the_parts_beside_it_is_never_the_smaller_one(tmp_path: Path) -> None:
    found = _received(tmp_path, ["Tổng", "Trực tuyến", "Trực tiếp"], [58, 50, 5], [46, 40, 4])
    assert "dossiers_recv_new" not in by_element(found)


def test_a_row_over_all_parts_of_a_balance_that_says_what_all_of_them_are_is_their_whole(tmp_path: Path) -> None:
    rows: list[list[object]] = [["TT", "Nội dung", "Số lượng"], [1, "Tiếp nhận", 597], ["a", "Nộp trực tuyến", 475]]
    rows += [["b", "Nộp trực tiếp hoặc qua bưu chính", 112], ["c", "Kỳ trước chuyển qua", 10], [2, "Đã giải quyết", 593]]
    found = read(tmp_path, [["UBND XÃ ĐĂK MÔN"], ["KẾT QUẢ GIẢI QUYẾT HỒ SƠ TTHC QUÝ I/2026"], *rows])
    assert (by_element(found)["received_total"], found.outcome) == ([597], "accept")


def test_under_months_alone_a_part_belongs_to_the_whole_before_it(tmp_path: Path) -> None:
    heads = [["TT", "Xã", "Tháng 1", None, "Tháng 2", None], [None, None, *["Tổng VB đi", "Ký số cơ quan"] * 2]]
    found = read(tmp_path, [["SỐ LIỆU QUÝ I NĂM 2026"], *heads, [1, "Xã Đăk Môn", 162, 156, 178, 174], [2, "Xã Xốp", 183, 181, 193, 192]])
    assert by_element(found)["docs_out_signed_org"] == [156, 174, 181, 192] and found.outcome == "accept"


def test_a_group_that_names_a_part_over_columns_that_only_say_when_belongs_to_the_group_before_it(tmp_path: Path) -> None:
    heads = [["TT", "Xã", "Tiếp nhận mới", None, "Trực tuyến", None], [None, None, *["Kỳ này", "Kỳ trước"] * 2]]
    found = read(tmp_path, [["TỔNG HỢP HỒ SƠ THÁNG 10/2025"], *heads, [1, "Xã Đăk Môn", 50, 48, 40, 39], [2, "Xã Xốp", 51, 49, 41, 40]])
    assert by_element(found) == {"dossiers_recv_new": [50, 51], "dossiers_recv_online": [40, 41]} and found.outcome == "accept"


def test_last_period_among_the_parts_of_a_total_is_what_was_carried_over(tmp_path: Path) -> None:
    heads = [
        ["TT", "Xã", "Tiếp nhận hồ sơ TTHC", None, None],
        [None, None, "Tổng", "Trong đó", None],
        [None, None, None, "Kỳ trước", "Trong kỳ"],
    ]
    found = read(tmp_path, [["SỐ LIỆU QUÝ III/2025"], *heads, [1, "Xã Đăk Môn", 110, 10, 100], [2, "Xã Xốp", 111, 9, 102]])
    wanted = {"received_total": [110, 111], "received_carried_over": [10, 9], "dossiers_recv_new": [100, 102]}
    assert (by_element(found), found.outcome) == (wanted, "accept")


def test_beside_this_period_alone_last_period_is_that_of_before(tmp_path: Path) -> None:
    heads = [["TT", "Xã", "Hồ sơ tiếp nhận mới", None], [None, None, "Kỳ trước", "Kỳ này"]]
    found = read(tmp_path, [["SỐ LIỆU QUÝ III/2025"], *heads, [1, "Xã Đăk Môn", 90, 100], [2, "Xã Xốp", 95, 102]])
    assert by_element(found) == {"dossiers_recv_new": [100, 102]}


def test_what_was_done_with_the_whole_before_it_is_what_the_title_speaks_of(tmp_path: Path) -> None:
    heads = ["TT", "Xã", "Số CBCC", "Đã cấp", "Tỷ lệ"]
    rows = [[1, "Xã Đăk Môn", 40, 38, 0.95], [2, "Xã Xốp", 30, 24, 0.8]]
    found = read(tmp_path, [["TỔNG HỢP CHỮ KÝ SỐ THÁNG 10/2025"], heads, *rows])
    assert by_element(found) == {"officials_total": [40, 30], "officials_with_cert": [38, 24]}
    other = read(tmp_path, [["TỔNG HỢP TRANG PHỤC THÁNG 10/2025"], heads, *rows])
    assert "officials_with_cert" not in by_element(other)


def test_population_under_an_age_is_that_of_the_age_alone(tmp_path: Path) -> None:
    heads = [["TT", "Xã", "Từ 18 tuổi trở lên", None, "Từ 14 tuổi"], [None, None, "Dân số", "Có điện thoại thông minh", "Dân số"]]
    rows = [[1, "Xã Đăk Môn", 4671, 3207, 5000], [2, "Xã Xốp", 1770, 1400, 1990]]
    found = merged(tmp_path, [["XÃ HỘI SỐ NĂM 2024"], *heads, *rows], "C2:D2")
    assert by_element(found) == {"pop_18plus": [4671, 1770], "adults_smartphone": [3207, 1400]}


def test_dossiers_under_the_collecting_of_fees_are_no_amount(tmp_path: Path) -> None:
    heads = [["TT", "Xã", "Thu phí, lệ phí", None], [None, None, "HS có nghĩa vụ tài chính", "HS thanh toán trực tuyến"]]
    found = merged(tmp_path, [["SỐ LIỆU THÁNG 10/2025"], *heads, [1, "Xã Đăk Môn", 176, 114], [2, "Xã Xốp", 80, 61]], "C2:D2")
    assert by_element(found) == {"dossiers_with_fee": [176, 80], "dossiers_paid_online": [114, 61]}


def test_people_behind_the_officials_of_a_list_are_some_of_these(tmp_path: Path) -> None:
    rows: list[list[object]] = [["Số liệu", "Hiện có"], ["Tổng số cán bộ, công chức, viên chức của xã", 36]]
    rows += [["Số người đã được cấp chữ ký số cá nhân", 36], ["Số người đã qua tập huấn kỹ năng số", 31]]
    found = read(tmp_path, [["UBND XÃ ĐĂK MÔN"], ["Nhân lực, tháng 3 năm 2026"], *rows])
    assert by_element(found) == {"officials_total": [36], "officials_with_cert": [36], "officials_digital_trained": [31]}
