"""Headings as clerks of many provinces word them: each is the one element its writer means, or none where it means none of ours."""

import csv
from pathlib import Path

import pytest

from loaders.understanding.headings.columns import Column, heading

WORDED = list(csv.DictReader((Path(__file__).parent / "headings.csv").open(encoding="utf-8", newline="")))


def _found(text: str) -> tuple[tuple[str, ...], bool]:
    found = heading(Column(0, tuple(text.split(" > ")), "", False))
    return found.codes, found.sure


def test_a_heading_of_ours_is_known_by_its_words():
    wrong = {
        row["heading"]: _found(row["heading"]) for row in WORDED if row["element"] and _found(row["heading"]) != ((row["element"],), True)
    }
    assert wrong == {}


def test_a_heading_of_something_else_is_no_element():
    assert {row["heading"]: codes for row in WORDED if not row["element"] and (codes := _found(row["heading"])[0])} == {}


def test_every_element_is_worded_in_several_ways():
    ways: dict[str, int] = {}
    for row in WORDED:
        ways[row["element"]] = ways.get(row["element"], 0) + 1
    assert len(ways) > 100 and sum(n >= 3 for n in ways.values()) > 0.9 * len(ways)


@pytest.mark.parametrize(
    "text",
    [
        "Thủ tục hành chính > Có nghĩa vụ tài chính",
        "Hồ sơ quá hạn",
        "Nhiệm vụ AI > Đang thực hiện",
        "Số lớp tập huấn cho Tổ CNSCĐ",
        "Hồ sơ thuộc diện thanh toán trực tuyến",
        "Tổng nhân khẩu trong CSDLQG về dân cư",
        "Số hồ sơ trong hạn",
        "Hồ sơ chuyển kỳ",
        "Hồ sơ tồn đọng",
        "Số thủ tục đang giải quyết",
        "Tổng số thủ tục giải quyết trễ hạn",
        "Số hóa (hồ sơ)",
        "Chi trả qua tài khoản",
        "Đã chi trả không dùng tiền mặt",
        "Đối tượng có tài khoản an sinh xã hội",
        "Tỷ lệ DVCTT toàn trình",
        "Tỷ lệ số hóa kết quả",
        "Tỷ lệ chi trả không dùng tiền mặt",
    ],
)
def test_what_may_mean_two_things_is_never_sure(text):
    assert _found(text)[1] is False
