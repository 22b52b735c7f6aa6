"""Whose report it is: the unit chosen, then the area of the title, the letterhead, the body named most, the unit looked at; and why."""

from __future__ import annotations

import pytest
from report_drawn import DISTRICT, MAY, TODAY, alike, draft, drawn

from catalogue.language import use_language
from catalogue.periods import Period
from report.checking.against import against
from report.checking.check import report_of
from report.checking.claims import Place, claims
from report.checking.reading import of_text, read
from report.document import docx

PROVINCE, COMMUNE, FORMER = "51.2", "23341.2", "23353.1"


@pytest.fixture(autouse=True)
def vietnamese():
    use_language("vi")


def told(letterhead: str = "", title: str = "Kết quả chuyển đổi số tháng 10 năm 2026", body: str = "Đã họp.", **hints):
    head = f"{letterhead}\n\n" if letterhead else ""
    text = f"{head}BÁO CÁO\n\n{title}\n\nKính gửi: Bộ Khoa học và Công nghệ.\n\n{body}"
    return report_of(of_text(text), **hints)


@pytest.mark.parametrize(
    ("letterhead", "title", "unit", "why"),
    [
        ("UBND TỈNH QUẢNG NGÃI", "Kết quả tháng 10 năm 2026 trên địa bàn huyện Đắk Glei (cũ)", DISTRICT, "title"),
        ("UBND TỈNH QUẢNG NGÃI", "Kết quả tháng 10 năm 2026 tại xã Đăk Pék, tỉnh Quảng Ngãi", COMMUNE, "title"),
        ("UBND TỈNH QUẢNG NGÃI", "Kết quả tháng 10 năm 2026", PROVINCE, "letterhead"),
        ("UBND TỈNH QUẢNG NGÃI\nUBND XÃ ĐĂK PÉK", "Kết quả tháng 10 năm 2026", COMMUNE, "letterhead"),
        ("UBND XÃ ĐĂK PÉK", "Thực hiện Kế hoạch chuyển đổi số trên địa bàn tỉnh Quảng Ngãi tháng 10 năm 2026", COMMUNE, "letterhead"),
        ("UBND TỈNH QUẢNG NGÃI", "Kết quả tháng 10 năm 2026 tại xã Đăk Pék và xã Đăk Môn", PROVINCE, "letterhead"),
        ("UBND TỈNH QUẢNG NGÃI", "Kết quả thực hiện yêu cầu của UBND xã Đăk Pék tháng 10 năm 2026", PROVINCE, "letterhead"),
    ],
)
def test_the_area_of_the_title_goes_before_the_letterhead_unless_it_is_another_s(letterhead, title, unit, why):
    found = told(letterhead, title).about
    assert (found.unit.id, found.whose.why) == (unit, why)


def test_what_was_chosen_goes_before_all_and_what_is_looked_at_stands_in_last():
    named = "UBND TỈNH QUẢNG NGÃI"
    assert told(named, unit=DISTRICT).about.unit.id == DISTRICT
    assert told(named, near=DISTRICT).about.unit.id == PROVINCE
    found = told(title="Kết quả chuyển đổi số", near=DISTRICT, when=MAY).about
    assert (found.unit.id, found.whose.why, found.period, found.looked_at) == (DISTRICT, "page", MAY, True)


def test_of_units_of_one_name_the_text_or_the_unit_looked_at_says_which():
    assert told("UBND XÃ ĐĂK PÉK (CŨ)").about.unit.id == FORMER
    assert told("UBND XÃ ĐĂK PÉK").about.unit.id == COMMUNE


def test_our_own_draft_of_an_area_that_has_ended_is_held_against_that_area():
    june = Period.parse("2025-M06")
    made = draft(drawn(("2025-M06", alike(5, 10))), period=june, today=TODAY.replace(month=8))
    assert made.header.body[1] == "TỈNH QUẢNG NGÃI"
    found = report_of(read(docx(made)))
    assert (found.about.unit.id, found.about.period) == (DISTRICT, june)
    assert against(found) == [
        "Đối chiếu với số liệu của huyện Đắk Glei (cũ), tháng 6/2025 (tên báo cáo ghi địa bàn này; cơ quan ban hành: tỉnh Quảng Ngãi)."
    ]


def test_it_is_said_when_nothing_can_be_held_against():
    assert "không ghi rõ" in against(told())[0]
    assert "không có số liệu của đơn vị này" in " ".join(against(told("UBND TỈNH GIA LAI")))
    assert "không ghi kỳ báo cáo" in " ".join(against(told("UBND XÃ ĐĂK PÉK", "Kết quả chuyển đổi số")))


def test_the_year_of_a_target_is_not_that_of_the_figure():
    (first, *_rest) = claims(
        "Tỷ lệ hồ sơ trực tuyến mới đạt 61,7% (283/459 hồ sơ), trong khi chỉ tiêu năm 2026 là từ 75% trở lên.", Place()
    )
    assert first.period is None
