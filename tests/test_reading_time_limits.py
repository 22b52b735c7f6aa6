"""Within the limit, before it, on the day: what a time limit says under what is settled, and under what is still under way."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_reading import by_element, read

from loaders.understanding.headings.match import match

TITLE: list[list[object]] = [["SỐ LIỆU THỦ TỤC HÀNH CHÍNH CỦA CÁC XÃ"], ["Tháng 11 năm 2025"], []]
_ = None


@pytest.mark.parametrize("over", ["Đã giải quyết", "Hồ sơ đã giải quyết", "Đã trả kết quả", "Đã xử lý", "Hồ sơ đã trả"])
def test_what_was_settled_within_the_limit_is_not_under_way(over: str) -> None:
    assert match("Trong hạn", (over,)).codes == ()


@pytest.mark.parametrize("over", ["Đang giải quyết", "Hồ sơ đang xử lý", "Hồ sơ chưa giải quyết"])
@pytest.mark.parametrize("part", ["Trước hạn", "Đúng hạn"])
def test_what_is_under_way_was_not_settled_on_time(over: str, part: str) -> None:
    assert match(part, (over,)).codes == ()


@pytest.mark.parametrize("text", ["Số hồ sơ giải quyết trong hạn", "Giải quyết trong hạn", "Hồ sơ đã trả trong hạn"])
def test_settled_within_the_limit_may_be_early_or_on_the_day(text: str) -> None:
    assert not match(text).sure


@pytest.mark.parametrize("text", ["Trong hạn", "Chưa đến hạn", "Còn hạn"])
def test_what_is_under_way_within_the_limit_is_known(text: str) -> None:
    found = match(text, ("Đang giải quyết", "Kết quả giải quyết"))
    assert (found.codes, found.sure) == (("processing_in_time",), True)


def test_within_the_limit_under_what_is_to_be_settled_is_asked_unless_it_is_not_due() -> None:
    assert not match("Trong hạn", ("Giải quyết hồ sơ",)).sure
    assert match("Chưa đến hạn", ("Giải quyết hồ sơ",)).sure


def test_early_and_on_the_day_divide_what_was_settled_within_the_limit(tmp_path: Path) -> None:
    head: list[list[object]] = [
        ["STT", "Xã", "Hồ sơ đã giải quyết", _, _, _],
        [_, _, "Tổng số", "Trong hạn", _, "Quá hạn"],
        [_, _, _, "Trước hạn", "Đúng hạn", _],
    ]
    found = read(tmp_path, [*TITLE, *head, [1, "Xã Ngọc Linh", 100, 60, 30, 10], [2, "Xã Xốp", 90, 50, 30, 10]])
    assert found.outcome == "accept", found.message
    assert (by_element(found)["resolved_early"], by_element(found)["resolved_on_time"]) == ([60, 50], [30, 30])


def test_a_limit_behind_what_was_settled_is_left(tmp_path: Path) -> None:
    head = ["STT", "Xã", "Hồ sơ đã giải quyết", "Trong hạn", "Quá hạn"]
    found = read(tmp_path, [*TITLE, head, [1, "Xã Ngọc Linh", 100, 90, 10], [2, "Xã Xốp", 80, 77, 3]])
    assert by_element(found) == {"resolved_total": [100, 80], "resolved_late": [10, 3]}


def test_what_is_early_behind_what_is_under_way_is_asked(tmp_path: Path) -> None:
    head = ["STT", "Xã", "Hồ sơ đang giải quyết", "Trước hạn", "Quá hạn"]
    found = read(tmp_path, [*TITLE, head, [1, "Xã Ngọc Linh", 100, 90, 10], [2, "Xã Xốp", 80, 77, 3]])
    assert found.outcome == "ask"
    assert by_element(found) == {"processing_total": [100, 80], "processing_overdue": [10, 3]}


def test_a_limit_below_what_was_settled_is_left(tmp_path: Path) -> None:
    rows: list[list[object]] = [["Hồ sơ đã giải quyết", 100], ["- Trong hạn", 90], ["- Quá hạn", 10]]
    rows += [["Hồ sơ đang giải quyết", 20], ["- Trong hạn", 15], ["- Quá hạn", 5]]
    found = read(tmp_path, [["UBND XÃ NGỌC LINH"], *TITLE, ["Chỉ tiêu", "Số liệu"], *rows])
    assert by_element(found) == {
        "resolved_total": [100],
        "resolved_late": [10],
        "processing_total": [20],
        "processing_in_time": [15],
        "processing_overdue": [5],
    }


@pytest.mark.parametrize(
    "words", ["lũy kế từ đầu năm", "từ đầu năm đến nay", "cộng dồn từ đầu năm", "tính từ đầu năm", "kể từ đầu năm đến hết kỳ"]
)
def test_a_row_that_counts_since_january_is_named_by_its_other_words(tmp_path: Path, words: str) -> None:
    over: list[list[object]] = [["UBND XÃ ĐĂK MÔN"], ["BÁO CÁO THÁNG 10 NĂM 2025"], ["Chỉ tiêu", "Số liệu"]]
    rows: list[list[object]] = [["Hồ sơ tiếp nhận mới trong tháng", 120], [f"Hồ sơ tiếp nhận mới {words}", 1200]]
    rows += [["Trong đó trực tuyến (tháng)", 100], ["Trong đó trực tuyến (lũy kế)", 1000]]
    found = read(tmp_path, [*over, *rows])
    assert found.outcome == "accept"
    assert {(o.element, o.basis): o.value for o in found.observations} == {
        ("dossiers_recv_new", "in_period"): 120,
        ("dossiers_recv_new", "year_to_date"): 1200,
        ("dossiers_recv_online", "in_period"): 100,
        ("dossiers_recv_online", "year_to_date"): 1000,
    }
