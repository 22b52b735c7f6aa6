"""Headings that were not understood are named with their number, and whoever knows what they count says so on the page of the file."""

from __future__ import annotations

from pages_drawn import button, checked, opened, said, uploaded

from pages.parts.files import batches

SHEET = (
    "UBND XÃ NGỌC LINH,,,\nBÁO CÁO SỐ LIỆU CHUYỂN ĐỔI SỐ THÁNG {month} NĂM 2026,,,\n,,,\nSTT,Nội dung,ĐVT,Số liệu\n"
    "1,Tổng số hồ sơ tiếp nhận mới trong kỳ,hồ sơ,210\n2,Bà con bấm gửi từ nhà,hồ sơ,{online}\n3,Việc riêng của thôn,việc,7\n"
)
ONLINE = "dossiers_recv_online"


def came(store, month: int, online: object) -> int:
    uploaded((f"bc thang {month}.csv", SHEET.format(month=month, online=online).encode()))
    return int(store.submissions(origin="user")["id"].max())


def read_of(number: int) -> dict[str, float]:
    return {o.element: o.value for o in batches.content(number).reading.observations if o.status == "accepted"}


def taught(store, number: int) -> int:
    app = opened("nop-bao-cao", tep=str(number))
    first = next(box for box in app.selectbox if "Bà con bấm gửi" in box.label)
    first.select(ONLINE)
    button(app, "Đọc lại theo nghĩa đã chọn").click().run()
    checked(app)
    return int(store.submissions(origin="user")["id"].max())


def test_how_many_headings_were_not_understood_stands_in_the_line_of_the_file(own_area):
    number = came(own_area, 10, 190)
    assert read_of(number).keys() == {"dossiers_recv_new"}
    app = opened("nop-bao-cao", dot=own_area.submission(number).batch)
    assert "2 tiêu đề chưa hiểu" in said(app) and "Sạch" in said(app)
    assert [one.label for one in opened("nop-bao-cao", tep=str(number)).expander if "2 tiêu đề chưa hiểu" in one.label]


def test_a_heading_is_taught_on_the_page_of_its_file_and_known_in_the_next(own_area):
    again = taught(own_area, came(own_area, 10, 150))
    assert read_of(again)[ONLINE] == 150, "its figures are read as any other"
    assert [one.value for one in own_area.answers(again)] == [ONLINE]
    after = came(own_area, 11, 190)
    assert read_of(after)[ONLINE] == 190
    assert "1 tiêu đề chưa hiểu" in said(opened("nop-bao-cao", dot=own_area.submission(after).batch))
    text = said(opened("nop-bao-cao", tep=str(after)))
    assert "Dùng 1 câu trả lời đã nhớ" in text


def test_a_heading_that_counts_nothing_of_ours_is_asked_no_more(own_area):
    number = came(own_area, 10, 190)
    app = opened("nop-bao-cao", tep=str(number))
    next(box for box in app.selectbox if "Việc riêng" in box.label).select("none")
    button(app, "Đọc lại theo nghĩa đã chọn").click().run()
    checked(app)
    reading = batches.content(int(own_area.submissions(origin="user")["id"].max())).reading
    assert [one.text for one in reading.offers] == ["Bà con bấm gửi từ nhà"]


def test_figures_under_a_taught_heading_must_hold_beside_the_others(own_area):
    reading = batches.content(taught(own_area, came(own_area, 10, "1.190"))).reading
    assert reading.outcome == "fix" and "lớn hơn" in reading.message
