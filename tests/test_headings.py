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


RATES = [
    ("Tỷ lệ CBCC tập huấn KN số (%)", "hr_digital_trained_rate"),
    ("Tỷ lệ khai thác, SD lại dữ liệu số hóa", "dig_reuse_rate"),
    ("Thời gian thực tế / thời gian quy định (%)", "oss_avg_time_ratio"),
    ("TTHC > Tỷ lệ TTHC được đưa lên mạng", "ops_any_supply_rate"),
    ("Định danh mức 2 > Tỷ lệ kích hoạt trên số đã cấp", "eid_activation_of_issued_rate"),
    ("ĐDĐT mức 2 > Kích hoạt/đã cấp (%)", "eid_activation_of_issued_rate"),
    ("TK ĐDĐT mức 2 > Tỷ lệ kích hoạt trên số công dân đủ tuổi", "eid_l2_activated_rate"),
    ("Đạt % chỉ tiêu kích hoạt được giao", "eid_quota_rate"),
    ("Định danh điện tử > % so với CT giao", "eid_quota_rate"),
    ("Tỷ lệ cơ quan dùng PM QLVB & ĐH", "doc_system_unit_rate"),
    ("Tỷ lệ dữ liệu dân cư đúng, đủ, sạch, sống", "pop_clean_rate"),
    ("Tỷ lệ xử lý trước, đúng hạn theo QĐ 766 (gồm cả hồ sơ đang xử lý còn trong hạn/ tổng tiếp nhận)", "oss_on_time_rate_766"),
]


@pytest.mark.parametrize(("text", "rate"), RATES)
def test_a_rate_is_known_by_what_it_divides(text, rate):
    assert _found(text) == ((rate,), True)


@pytest.mark.parametrize("text", ["Thu ngân sách > % so với CT giao", "Kích hoạt > Tỷ lệ so với chỉ tiêu (%)", "% so với CT giao"])
def test_a_rate_of_a_quota_that_nothing_names_is_none(text):
    assert _found(text)[0] == ()


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
        "KQ đã số hóa",
        "Kết quả giải quyết đã số hóa",
        "Văn bản đi dạng điện tử",
        "Văn bản đi > Ký số",
        "Văn bản đi đã ký số",
        "ASXH > Có tài khoản",
        "Toàn dân > Đã liên kết tài khoản an sinh xã hội trên VNeID",
        "CBCCVC được tập huấn",
        "Cán bộ, công chức đã tham gia tập huấn",
        "Tỷ lệ CBCCVC được tập huấn",
    ],
)
def test_what_may_mean_two_things_is_never_sure(text):
    assert _found(text)[1] is False
