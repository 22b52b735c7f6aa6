"""The claim checker on numbers: what agrees with the store, what differs, what has no base, what does not add up; and no false alarm."""

from __future__ import annotations

import io
from functools import cache

import pandas as pd
import pytest
from docx import Document as WordDocument

from catalogue.units import units
from indicators.cube import cube_of
from report.checking.check import findings, report_of
from report.checking.ours import Ours
from report.checking.reading import of_text, read

DISTRICT = "610.1"
HEAD = """ỦY BAN NHÂN DÂN HUYỆN ĐẮK GLEI
BÁO CÁO

Kết quả chuyển đổi số tháng 10 năm 2024

Kính gửi: Sở Khoa học và Công nghệ.

1. Kết quả

"""
# Of twelve communes eleven report: each 10 of 20 dossiers online in October, 5 of 20 in September, and 2 of 2 leaders with a certificate.
MONTHS = {"2024-M10": 10, "2024-M09": 5}


@cache
def ours() -> Ours:
    rows = []
    for at, commune in enumerate(units().children(DISTRICT)):
        for period, online in MONTHS.items():
            given = {"leaders_total": 2, "leaders_with_cert": 2, "dossiers_recv_online": online, "dossiers_recv_new": 20}
            given |= {"resolved_total": 18, "resolved_early": 9, "resolved_on_time": 8, "resolved_late": 1}
            if not at:
                continue
            rows += [(commune.id, period, "in_period", code, float(value)) for code, value in given.items()]
    table = pd.DataFrame(rows, columns=["unit", "period", "basis", "element", "value"])
    table.loc[table["element"].str.startswith("leaders"), "basis"] = "to_date"
    return Ours(cube_of(table.assign(sheet="S", cell="A1", raw="", status="accepted", submission=1)))


def judged(text: str) -> list[tuple[str, str, str]]:
    """Verdict, text and what is ours, of every finding on numbers."""
    found = findings(report_of(of_text(HEAD + text)), ours())
    return [(f.verdict, f.text, f.ours) for f in found if f.kind in ("number", "percent", "unit")]


def alarms(text: str) -> list[tuple[str, str]]:
    return [(verdict, said) for verdict, said, _ours in judged(text) if verdict != "match"]


@pytest.mark.parametrize(
    "text",
    [
        "Tỷ lệ hồ sơ tiếp nhận trực tuyến đạt 50% (110/220 hồ sơ).",
        "Toàn huyện tiếp nhận trực tuyến 110 hồ sơ trên tổng số 220 hồ sơ, đạt 50,0%.",
        "Hồ sơ tiếp nhận trực tuyến: một trăm mười trên hai trăm hai mươi hồ sơ.",
        "Tỷ lệ hồ sơ giải quyết trước và đúng hạn đạt 94,4%.",
        "Tỷ lệ hồ sơ giải quyết trước và đúng hạn đạt trên 94%.",
        "Tỷ lệ hồ sơ tiếp nhận trực tuyến đạt từ 45% đến 55%.",
        "Lãnh đạo UBND các xã, thị trấn được cấp chữ ký số: 22/22 người.",
        "Xã Đăk Pék tiếp nhận trực tuyến 10/20 hồ sơ (50%).",
        "Tỷ lệ hồ sơ tiếp nhận trực tuyến đạt 50% (110/220 hồ sơ), tăng 25 điểm phần trăm so với tháng trước.",
        "Có 11/12 xã, thị trấn đã gửi báo cáo.",
    ],
)
def test_what_is_ours_agrees(text):
    assert alarms(text) == []
    assert any(verdict == "match" for verdict, _said, _ours in judged(text))


@pytest.mark.parametrize(
    ("text", "verdict", "said"),
    [
        ("Tỷ lệ hồ sơ tiếp nhận trực tuyến đạt 62,5%.", "differs", "62,5%"),
        ("Tỷ lệ hồ sơ tiếp nhận trực tuyến đạt trên 60%.", "differs", "60%"),
        ("Tỷ lệ hồ sơ tiếp nhận trực tuyến đạt 50% (100/200 hồ sơ).", "differs", "50% (100/200 hồ sơ"),
        ("Xã Đăk Pék có tỷ lệ hồ sơ tiếp nhận trực tuyến đạt 75%.", "differs", "75%"),
        ("Tỷ lệ hồ sơ tiếp nhận trực tuyến đạt 50%, tăng 25% so với tháng trước.", "inconsistent", "25%"),
        ("Tỷ lệ hồ sơ tiếp nhận trực tuyến đạt 50%, tăng 5 điểm phần trăm so với tháng trước.", "differs", "5 điểm phần trăm"),
        ("Tỷ lệ hồ sơ thanh toán trực tuyến đạt 30%.", "no_basis", "30%"),
        ("Đã yêu cầu 100% lãnh đạo sử dụng chữ ký số.", "no_basis", "100%"),
        ("100% lãnh đạo các phòng, ban và UBND các xã được cấp chữ ký số.", "no_basis", "100%"),
        ("100% lãnh đạo UBND các xã, thị trấn được cấp chữ ký số.", "no_basis", "100%"),
        ("100% trường học đã kết nối Internet.", "no_denominator", "100%"),
        ("Đã kiểm tra 45/60 cơ sở kinh doanh, đạt 85%.", "inconsistent", "85%"),
        ("Có 84/98 thôn thành lập tổ, đạt 95,7%.", "inconsistent", "95,7%"),
        ("Có 14/14 xã, thị trấn dùng phần mềm.", "differs", "14/14 xã, thị trấn"),
        ("Có 12/12 xã, thị trấn đã gửi báo cáo.", "differs", "12/12 xã, thị trấn"),
        ("Tổng số 50 hồ sơ, gồm: đất đai 30 hồ sơ, hộ tịch 25 hồ sơ.", "inconsistent", "50 hồ sơ, gồm: đất đai 30 hồ sơ, hộ tịch 25 hồ sơ"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told(text, verdict, said):
    found = alarms(text)
    assert [(v, s if len(s) <= len(said) else s[: len(said)]) for v, s in found] == [(verdict, said)]


@pytest.mark.parametrize(
    "text",
    [
        "Tổ chức 12 buổi tuyên truyền với 1.250 lượt người, kinh phí 350 triệu đồng, giải ngân 85%.",
        "Phấn đấu 80% hồ sơ tiếp nhận trực tuyến; mục tiêu đến năm 2025 đạt 95%.",
        "Giảm 20% thời gian giải quyết thủ tục hành chính.",
        "Đã kiểm tra 45/60 cơ sở kinh doanh (đạt 75%).",
        "Tổng số 50 hồ sơ, trong đó đất đai 30 hồ sơ, hộ tịch 15 hồ sơ.",
        "Khoảng 30% hộ nghèo có điện thoại thông minh.",
        "Tiếp nhận 220 hồ sơ, tăng 15% so với cùng kỳ.",
        "Cấp mới 5 chứng thư số cho xã Đăk Long và xã Xốp.",
    ],
)
def test_activities_goals_and_sound_sums_raise_no_alarm(text):
    assert alarms(text) == []


def test_a_whole_may_be_said_with_who_is_silent():
    text = "Có 11/12 xã, thị trấn đã gửi báo cáo.\n\n100% lãnh đạo UBND các xã, thị trấn (22/22 người) được cấp chữ ký số."
    assert alarms(text) == []


def test_without_a_store_only_the_text_itself_is_judged():
    report = report_of(of_text(HEAD + "Tỷ lệ hồ sơ tiếp nhận trực tuyến đạt 62,5% (110/176 hồ sơ). Có 45/60 thôn (đạt 80%)."))
    assert [f.verdict for f in findings(report)] == ["inconsistent"]


def test_a_report_of_another_district_is_not_held_against_ours():
    text = HEAD.replace("ĐẮK GLEI", "NGỌC HỒI") + "Tỷ lệ hồ sơ tiếp nhận trực tuyến đạt 62,5% (110/176 hồ sơ)."
    assert findings(report_of(of_text(text)), ours()) == []


def _table(rows: list[list[str]]) -> bytes:
    document = WordDocument()
    for line in HEAD.splitlines():
        document.add_paragraph(line)
    table = document.add_table(len(rows), len(rows[0]))
    for at, row in enumerate(rows):
        for place, text in enumerate(row):
            table.cell(at, place).text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_table_adds_up_and_divides():
    rows = [
        ["STT", "Xã", "Tổng số", "Đã cấp", "Tỷ lệ (%)"],
        ["1", "Đăk Pék", "100", "50", "50,0"],
        ["2", "Đăk Long", "200", "50", "35,0"],
        ["3", "Ngọc Linh", "100", "80", "80,0"],
        ["4", "Xốp", "100", "10", "10,0"],
        ["", "Tổng cộng", "500", "180", "38,0"],
    ]
    found = findings(report_of(read(_table(rows))), ours())
    assert [(f.where, f.text, f.ours) for f in found] == [
        ("bảng 1, hàng 3, cột 5", "35,0", "25%"),
        ("bảng 1, hàng 6, cột 4", "180", "190"),
        ("bảng 1, hàng 6, cột 5", "38,0", "36%"),
    ]


def test_a_sound_table_is_left_alone():
    rows = [
        ["Xã", "Tổng số", "Đã cấp", "Tỷ lệ"],
        ["Đăk Pék", "3", "1", "33,3%"],
        ["Xốp", "1.000", "500", "50%"],
        ["Tổng", "1.003", "501", "49,95%"],
    ]
    assert findings(report_of(read(_table(rows))), ours()) == []
