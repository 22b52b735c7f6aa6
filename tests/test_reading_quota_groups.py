"""Quota, result and rate in rows whose number and name are merged over them; quotas of a year; parts of which each row has one."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from test_reading import by_element, read

from loaders.opening.workbook import open_workbook
from loaders.result import FileReading
from loaders.understanding.headings.match import match
from loaders.understanding.report import read_grid

ACTIVATED = "Tài khoản định danh điện tử đã kích hoạt (mức 1 và mức 2)"
FIBRE = "Hộ gia đình có Internet cáp quang"


def merged(tmp_path: Path, rows: list[list[object]], *ranges: str) -> FileReading:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for place in ranges:
        sheet.merge_cells(place)
    book.save(tmp_path / "bc.xlsx")
    return read_grid(open_workbook(tmp_path / "bc.xlsx"), None)


def planned(quota: str, done: str, rate: str) -> list[list[object]]:
    head: list[list[object]] = [["UBND XÃ ĐĂK PÉK"], ["KẾT QUẢ CHỈ TIÊU CHUYỂN ĐỔI SỐ QUÝ I NĂM 2025"], []]
    rows: list[list[object]] = [["STT", "Chỉ tiêu", "ĐVT", "Nội dung", "Số liệu"], [1, ACTIVATED, "tài khoản", quota, 5950]]
    rows += [[None, None, None, done, 4268], [None, None, None, rate, 71.7], [2, FIBRE, "hộ", "Kế hoạch giao", 2143]]
    return [*head, *rows, [None, None, None, done, 1670], [None, None, None, rate, 77.9]]


@pytest.mark.parametrize(
    "words", [("Chỉ tiêu giao", "Thực hiện", "% so với kế hoạch"), ("Chỉ tiêu được giao", "Kết quả thực hiện", "Tỷ lệ đạt (%)")]
)
@pytest.mark.parametrize("ranges", [(), ("A5:A7", "B5:B7", "C5:C7", "A8:A10", "B8:B10", "C8:C10")])
def test_the_result_under_a_quota_is_what_was_done_of_it(tmp_path: Path, words: tuple[str, str, str], ranges: tuple[str, ...]) -> None:
    found = merged(tmp_path, planned(*words), *ranges)
    assert by_element(found) == {"eid_quota": [5950], "eid_activated_total": [4268], "households_fibre": [1670]}
    assert found.outcome == "accept"


@pytest.mark.parametrize("words", ["được giao năm 2025", "được giao trong năm 2025", "được giao (năm 2025)"])
def test_a_quota_of_the_year_of_the_return_is_the_one_in_force(tmp_path: Path, words: str) -> None:
    head: list[list[object]] = [["UBND XÃ ĐĂK PÉK"], ["SỐ LIỆU ĐỊNH DANH ĐIỆN TỬ THÁNG 5/2025"], [], ["TT", "Nội dung", "Số liệu"]]
    rows = [*head, [1, "Tài khoản định danh mức 2 đã kích hoạt", 1153], [2, f"Chỉ tiêu kích hoạt {words}", 1240]]
    assert by_element(read(tmp_path, rows)) == {"eid_l2_activated": [1153], "eid_quota": [1240]}
    rows[-1] = [2, f"Chỉ tiêu kích hoạt {words.replace('2025', '2024')}", 1240]
    other = read(tmp_path, rows)
    assert (other.outcome, by_element(other)) == ("ask", {"eid_l2_activated": [1153]})


@pytest.mark.parametrize("part", ["Trong đó: hài lòng / đúng hạn", "Hài lòng, đúng hạn", "Trong đó: đúng hạn hoặc hài lòng"])
def test_of_parts_side_by_side_each_row_has_its_own(tmp_path: Path, part: str) -> None:
    head: list[list[object]] = [
        ["SỐ LIỆU HÀI LÒNG, PHẢN ÁNH THÁNG 5 NĂM 2025"],
        ["STT", "Đơn vị", "Chỉ tiêu", "Tổng số", part, "Tỷ lệ (%)"],
    ]
    own: list[list[object]] = [[1, "Xã Đăk Pék", "Lượt đánh giá mức độ hài lòng", 94, 90, 95.7]]
    own += [[None, None, "Phản ánh, kiến nghị", 4, 3, 75], [None, None, "Nhiệm vụ đến hạn trong tháng", 29, 28, 96.6]]
    rows = [*head, *own, [2, "Xã Đăk Long", "Lượt đánh giá mức độ hài lòng", 50, 45, 90], [None, None, "Phản ánh, kiến nghị", 2, 2, 100]]
    found = by_element(read(tmp_path, rows))
    assert (found["ratings_total"], found["ratings_satisfied"]) == ([94, 50], [90, 45])
    assert (found["feedback_total"], found["feedback_on_time"]) == ([4, 2], [3, 2])
    assert (found["tasks_due"], found["tasks_done_on_time"]) == ([29], [28])


def test_the_contrary_of_these_parts_is_none_of_them(tmp_path: Path) -> None:
    head = ["STT", "Đơn vị", "Chỉ tiêu", "Tổng số", "Trong đó: không hài lòng / quá hạn", "Tỷ lệ (%)"]
    own: list[list[object]] = [
        [1, "Xã Đăk Pék", "Lượt đánh giá mức độ hài lòng", 94, 4, 4.3],
        [None, None, "Phản ánh, kiến nghị", 4, 1, 25],
    ]
    rows: list[list[object]] = [["SỐ LIỆU HÀI LÒNG, PHẢN ÁNH THÁNG 5 NĂM 2025"], head, *own]
    assert {"ratings_satisfied", "feedback_on_time"}.isdisjoint(by_element(read(tmp_path, rows)))


@pytest.mark.parametrize(
    ("leaf", "group", "code"),
    [
        ("Số người", "Đối tượng BTXH có tài khoản nhận trợ cấp (người)", "ssp_people_with_account"),
        ("Số tài khoản", "Tổng số tài khoản kích hoạt mức 1 và mức 2", "eid_activated_total"),
        ("Số người", "Công dân đủ điều kiện nhưng chưa thu nhận CCCD", "pop_uncollected_count"),
    ],
)
def test_how_a_group_is_counted_adds_nothing_to_it(leaf: str, group: str, code: str) -> None:
    assert match(group).codes == (code,)
    found = match(leaf, (group,))
    assert (found.codes, found.sure) == ((code,), True)
    assert match(leaf, ("Thực hiện", group)).codes == (code,)


WAYS: list[object] = ["Tổng", "Tồn kỳ trước", "Mới trực tuyến", "Mới trực tiếp + BCCI"]


def test_under_the_name_of_a_paper_alone_the_ways_of_handing_in_tell_the_dossiers(tmp_path: Path) -> None:
    head: list[list[object]] = [["BÁO CÁO THỐNG KÊ"], ["Từ ngày 01/04/2025 đến ngày 30/04/2025"], []]
    rows = [*head, ["STT", "Đơn vị", "Tiếp nhận", None, None, None, "Đã giải quyết", None], [None, None, *WAYS, "Đúng hạn", "Trễ hạn"]]
    rows += [[1, "Xã Đăk Pék", 273, 17, 227, 29, 256, 1], [2, "Xã Đăk Long", 181, 8, 148, 25, 174, 3]]
    found = merged(tmp_path, rows, "A4:A5", "B4:B5", "C4:F4", "G4:H4")
    assert found.outcome == "accept" and by_element(found)["received_carried_over"] == [17, 8]
    bare = [*head, ["STT", "Đơn vị", "Tiếp nhận", "Đúng hạn", "Trễ hạn"], [1, "Xã Đăk Pék", 273, 256, 1], [2, "Xã Đăk Long", 181, 174, 3]]
    assert read(tmp_path, bare).outcome == "ask"
