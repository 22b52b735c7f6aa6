"""Rates under headings that name counts, in a row of their own; tables of what is handled online; tasks named over their rows."""

from pathlib import Path

import pytest
from test_reading import by_element, read

_ = None
UNITS = ["Xã Đăk Pék", "Xã Xốp", "Xã Ngọc Linh"]
HEADS = ["Hồ sơ nộp trực tuyến / hồ sơ mới", "Cấp kết quả điện tử / hồ sơ trả kết quả", "Văn bản đi ký số cơ quan", "CBCC có chữ ký số"]
RATES = {"ops_online_submission_rate", "dig_eresult_rate", "sig_outgoing_org_signed_rate", "sig_official_issued_rate"}


@pytest.mark.parametrize(("first", "leaf"), [("Chỉ số (%)", "Tỷ lệ"), (_, "Tỷ lệ"), ("Đơn vị tính", "%"), (_, "(%)"), (_, "Tỷ lệ %")])
def test_a_row_of_rates_under_headings_of_counts(tmp_path: Path, first: str | None, leaf: str) -> None:
    body = [[unit, "88,5%", "90,3%", "97%", "91,2%"] for unit in UNITS]
    found = read(tmp_path, [["BẢNG MÀU CHỈ SỐ THÁNG 3/2026"], [], ["Xã", *HEADS], [first, *[leaf] * 4], *body])
    assert found.outcome == "accept" and by_element(found).keys() == RATES


def test_a_rate_beside_its_count_is_still_only_compared(tmp_path: Path) -> None:
    over = ["Xã", "Hồ sơ đã giải quyết", "Giải quyết đúng hạn", _]
    body = [[unit, 100, 90 + place, f"{90 + place}%"] for place, unit in enumerate(UNITS)]
    found = read(tmp_path, [["SỐ LIỆU THÁNG 3/2026"], [], over, [_, _, "Số hồ sơ", "Tỷ lệ"], *body])
    assert by_element(found).keys() == {"resolved_total", "resolved_on_time"}


ONLINE = ["Hồ sơ công việc", 233, 205, 88], ["Văn bản trao đổi với các cơ quan", 1130, 1109, 98.1]


@pytest.mark.parametrize("whole", ["Tổng số trong quý", "Tổng số", "Tổng số phát sinh"])
@pytest.mark.parametrize("part", ["Số thực hiện trên môi trường mạng", "Thực hiện trên mạng", "Điện tử"])
def test_what_is_handled_online_of_each_row(tmp_path: Path, whole: str, part: str) -> None:
    found = read(
        tmp_path, [["UBND XÃ ĐĂK MÔN"], ["VĂN BẢN, CÔNG VIỆC QUÝ I/2026"], ["Loại việc", whole, part, "Tỷ lệ (%)"], *map(list, ONLINE)]
    )
    taken = by_element(found)
    assert taken.get("workfiles_total_nonsecret", [233]) == [233] and taken.get("workfiles_online", [205]) == [205]
    assert not {205, 1109} & {value for code, values in taken.items() if "total" in code for value in values}


def test_tasks_named_over_their_rows(tmp_path: Path) -> None:
    heads = ["Nhiệm vụ cấp trên giao", "Đến hạn trong quý", "Hoàn thành đúng hạn", "Tỷ lệ đúng hạn (%)"]
    over = [["UBND XÃ ĐĂK MÔN"], ["TÌNH HÌNH CÔNG VIỆC QUÝ I/2026"]]
    found = read(tmp_path, [*over, heads, ["Nhiệm vụ UBND tỉnh giao", 80, 72, 90]])
    assert (by_element(found), found.outcome) == ({"tasks_due": [80], "tasks_done_on_time": [72]}, "accept")
    other = read(tmp_path, [*over, ["Lĩnh vực", *heads[1:]], ["Đất đai", 80, 72, 90]])
    assert "tasks_due" not in by_element(other)
