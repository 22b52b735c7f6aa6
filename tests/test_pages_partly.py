"""A file of which only the clear part was taken in says what is left, and the rest can still be answered or sent back."""

from __future__ import annotations

import pytest
from pages_drawn import button, checked, opened, said, sheet, uploaded
from small_area import SILENT

from pages.parts.files import batches

ONLINE = "dossiers_recv_online"


@pytest.fixture
def partly(own_area):
    """One commune's figures are clear and taken in, the other's cell holds no number: the number of the return."""
    uploaded(("hai xa.csv", sheet().decode().replace("THÁNG 10", "THÁNG 6").encode() + "2,Xã Xốp,9x,90\n".encode()))
    number = int(own_area.submissions(origin="user")["id"].iloc[0])
    own_area.accept(number, "lan", "xã kia nộp sau")
    return number


def _online(store):
    held = store.observations(periods=["2026-M06"], elements=[ONLINE])
    return sorted(held["value"])


def test_what_is_left_open_is_said_on_the_page_and_in_the_batch(own_area, partly):
    text = said(opened("nop-bao-cao", tep=str(partly)))
    assert "Đã nhận phần rõ, còn chỗ hỏi hoặc sai" in text and "Đã nhận 2 số liệu, 2 số còn hỏi hoặc sai." in text
    batch = own_area.submission(partly).batch
    assert "1 tệp: 1 đã nhận phần rõ, còn chỗ hỏi hoặc sai" in said(opened("nop-bao-cao", dot=batch))


def test_what_is_left_can_be_answered_while_the_part_counts(own_area, partly):
    app = opened("nop-bao-cao", tep=str(partly))
    next(box for box in app.text_input if box.key.endswith("-number")).set_value("61")
    button(app, "Đọc lại").click().run()
    text = said(checked(app))
    assert "Sạch, chờ nhận" in text and "Một phần của báo cáo này đã nhận và đang được tính" in text
    assert _online(own_area) == [80], "the part counts until the whole is taken in"
    assert [row.standing for row in batches.rows_of(own_area.submission(partly).batch)] == ["ready"]
    button(app, "Nhận tệp này").click().run()
    assert "Đã nhận phần rõ" not in said(checked(app)) and _online(own_area) == [61, 80]


def test_what_is_left_goes_back_and_the_part_stays(own_area, partly):
    app = opened("nop-bao-cao", tep=str(partly))
    assert "9x" in app.get("code")[0].value and "vẫn được tính cho đến khi nhận bản sửa" in said(app)
    assert not [one for one in app.button if "Đánh dấu đã trả lại" in one.label]
    assert own_area.submission(partly).state == "accepted" and SILENT in set(own_area.observations(periods=["2026-M06"])["unit"])


def test_a_part_of_what_was_undone_is_taken_in_with_a_reason(own_area, partly):
    own_area.withdraw(partly, "Lan", "nhầm")
    app = opened("nop-bao-cao", tep=str(partly))
    assert not [one for one in app.button if "Vẫn nhận" in one.label]
    button(app, "Chỉ nhận 2 số đã rõ").click().run()
    assert "Cần ghi lý do." in said(checked(app)) and own_area.submission(partly).state == "withdrawn"
    app.text_input(key=f"again-why-{partly}").set_value("xã sẽ gửi phần còn lại").run()
    button(app, "Chỉ nhận 2 số đã rõ").click().run()
    assert own_area.submission(partly).state == "accepted" and own_area.submission(partly).state_reason == "xã sẽ gửi phần còn lại"
