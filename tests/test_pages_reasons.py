"""Files read without a doubt that change what was taken in before: not called clean, told why, taken in together for one reason."""

from __future__ import annotations

from pages_drawn import button, checked, opened, said, uploaded

from pages.parts.files import hindered

ONE_SIDE = (
    "BÁO CÁO KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH THÁNG 10 NĂM 2026,,\nĐơn vị tính: hồ sơ,,\n"
    "TT,Tên xã,Số hồ sơ tiếp nhận trực tuyến\n1,{name},{online}\n"
)
PEK, MON, LONG = "Xã Đăk Pék", "Xã Đăk Môn", "Xã Đăk Long"


def sent(**online):
    """Returns that give the numerator of the rate of online dossiers alone, answered to take the place of the earlier figure."""
    names = {"pek": PEK, "mon": MON, "long": LONG}
    app = uploaded(*((f"{who}.csv", ONE_SIDE.format(name=names[who], online=value).encode()) for who, value in online.items()))
    app.radio(key="replace-choice").set_value("yes").run()
    app.text_input(key="replace-why").set_value("xã đính chính").run()
    app.button(key="replace-all").click().run()
    return checked(app)


def units_of(store):
    return {row["file_name"]: row["id"] for row in store.submissions(state="received", origin="user").to_dict("records")}


def test_a_file_whose_rate_would_come_from_two_returns_is_not_called_clean_and_says_so(own_area):
    app = sent(pek=51, mon=52)
    text = said(app)
    assert "2 cần lý do mới nhận" in text and "sạch" not in text.split("Tệp Kết quả")[0]
    assert "tử số và mẫu số lấy từ hai báo cáo nói khác nhau: Tỷ lệ hồ sơ tiếp nhận trực tuyến" in text
    assert not [one for one in app.button if "tệp sạch" in one.label], "no button that would fail again and again"


def test_one_reason_takes_in_all_that_can_be_taken_in(own_area):
    app = sent(pek=51, mon=52, long=5000)
    assert "3 tệp cần lý do" in said(app) or [one for one in app.get("popover") if "3 tệp cần lý do" in one.proto.popover.label]
    assert app.text_input(key="reason-why").value == "xã đính chính", "what was written for the group serves again"
    app.text_input(key="reason-why").set_value("").run()
    app.button(key="reason-all").click().run()
    assert "Cần ghi lý do." in said(checked(app)) and own_area.submissions(state="accepted", origin="user").empty
    app.text_input(key="reason-why").set_value("mẫu số không đổi").run()
    button(app, "Nhận 2 tệp với lý do này").click().run()
    text = said(checked(app))
    assert "2 đã nhận" in text and "1 cần lý do mới nhận" in text
    assert "phần lớn hơn tổng: Tỷ lệ hồ sơ tiếp nhận trực tuyến, xã Đăk Long, 5.000/" in text
    assert not [one for one in app.button if one.key == "reason-all"], "what is left cannot be settled together"


def test_what_leaves_more_than_the_whole_is_taken_in_on_its_own_page_with_a_reason(own_area):
    sent(long=5000, pek=51)
    number = units_of(own_area)["long.csv"]
    assert hindered.hindrance(number, own_area.version()).beyond
    app = opened("nop-bao-cao", tep=str(number))
    button(app, "Nhận tệp này").click().run()
    assert "Cần ghi lý do." in said(checked(app)) and own_area.submissions(state="accepted", origin="user").empty


def test_why_figures_are_replaced_is_written_once(own_area):
    sent(pek=51, mon=52)
    app = opened("nop-bao-cao", tep=str(units_of(own_area)["pek.csv"]))
    assert [box.value for box in app.text_input if "hai báo cáo" in box.label or "khác nhau" in box.label] == ["xã đính chính"]
    button(app, "Nhận tệp này").click().run()
    assert list(own_area.submissions(state="accepted", origin="user")["file_name"]) == ["pek.csv"] and checked(app)


def test_figures_that_replace_nothing_need_no_reason(own_area):
    app = uploaded(("ngoc linh.csv", ONE_SIDE.format(name="Xã Ngọc Linh", online=46).encode()))
    assert "1 sạch, chờ nhận" in said(app) and not [one for one in app.button if one.key == "reason-all"]
    button(app, "Nhận tất cả 1 tệp sạch").click().run()
    assert "1 đã nhận" in said(checked(app))


COVERAGE = "BÁO CÁO HẠ TẦNG SỐ {period},,,\nĐơn vị tính: thôn,,,\nTT,Tên xã,{head}\n1,Xã Ngọc Linh,{count}\n"


def test_a_part_held_for_the_quarter_over_the_whole_of_its_last_month_is_not_called_clean(own_area):
    held = COVERAGE.format(period="QUÝ III NĂM 2026", head="Số thôn được phủ sóng 4G", count=4)
    uploaded(("quy 3.csv", held.encode()))
    button(opened("nop-bao-cao", tep=str(units_of(own_area)["quy 3.csv"])), "Nhận tệp này").click().run()
    whole = COVERAGE.format(period="THÁNG 9 NĂM 2026", head="Tổng số thôn", count=3)
    app = uploaded(("thang 9.csv", whole.encode()))
    assert "1 cần lý do mới nhận" in said(app) and "phần lớn hơn tổng" in said(app) and "4/3" in said(app)
    assert not [one for one in app.button if "tệp sạch" in one.label]
    assert "có tử số lớn hơn mẫu số" in said(opened("nop-bao-cao", tep=str(units_of(own_area)["thang 9.csv"])))
