"""Files handed in together: sorted, taken in and out again, found again later."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from pages_drawn import button, checked, markup, opened, said, sheet, uploaded
from small_area import SILENT

from loaders import inbox
from pages.parts.files import batches, outside, triage

PEOPLE = "DANH SÁCH CÔNG DÂN THÁNG 9/2026,,,,\nSTT,Họ và tên,Số CCCD,Ngày sinh,Số điện thoại\n" + "".join(
    f"{n},Nguyễn Văn A{n},0620900{n:05d},01/01/1990,09050{n:05d}\n" for n in range(1, 20)
)


def test_files_are_triaged_taken_in_and_taken_out_again(own_area):
    app = uploaded(("ngoc linh thang 10.csv", sheet()), ("khong ky.csv", sheet(period="")))
    text = said(app)
    assert "2 tệp: 1 cần trả lời; 1 sạch, chờ nhận" in text and "Xã Ngọc Linh" in text
    button(app, "Nhận tất cả 1 tệp sạch").click().run()
    assert "1 đã nhận" in said(checked(app))
    held = own_area.observations(periods=["2026-M10"], units=[SILENT], elements=["dossiers_recv_online"])
    assert list(held["value"]) == [80]
    app.text_input(key="undo-why").set_value("thử").run()
    app.button(key="undo").click().run()
    assert "1 cần trả lời; 1 đã hoàn tác" in said(checked(app)) and "khi đọc: sạch" in said(app), "what waits goes on waiting"
    assert own_area.observations(periods=["2026-M10"], units=[SILENT]).empty


def test_a_file_laid_aside_or_undone_can_be_read_again_with_its_questions(own_area):
    uploaded(("khong ky.csv", sheet(period="")))
    batch = batches.batches(own_area.version())[0].name
    app = opened("nop-bao-cao", dot=batch)
    app.text_input(key="undo-why").set_value("nhầm đợt").run()
    app.button(key="undo").click().run()
    assert "1 chưa nhận, đợt đã hoàn tác" in said(checked(app))
    (row,) = batches.rows_of(batch)
    app = opened("nop-bao-cao", tep=str(row.number))
    button(app, "Đọc lại tệp này").click().run()
    (row,) = batches.rows_of(batch)
    assert row.standing == "asked" and row.questions and "Câu hỏi (" in said(checked(app))


def test_a_file_that_was_undone_is_read_again_without_counting_meanwhile(own_area):
    uploaded(("ngoc linh thang 10.csv", sheet()))
    (row,) = batches.rows_of(batches.batches(own_area.version())[0].name)
    own_area.accept(row.number, "Lan", "")
    own_area.withdraw(row.number, "Lan", "nhầm")
    button(opened("nop-bao-cao", tep=str(row.number)), "Đọc lại tệp này").click().run()
    assert own_area.observations(periods=["2026-M10"], units=[SILENT]).empty
    (again,) = batches.rows_of(own_area.submission(row.number).batch)
    assert again.standing == "ready" and again.number != row.number


def test_a_file_is_counted_once_however_often_it_was_answered_taken_in_and_taken_out(own_area):
    uploaded(("khong ky.csv", sheet(period="")))
    (batch,) = {one.name for one in batches.batches(own_area.version())}
    first = int(own_area.submissions(origin="user")["id"].iloc[0])

    def answered():
        return inbox.answer(own_area, first, given, "Lan", "hỏi lại")

    given = {one.key: "2026-M10" if one.kind == "period" else SILENT for one in batches.content(first).reading.questions}
    for _time in range(2):
        again = answered()
        assert [row.number for row in batches.rows_of(batch)] == [again]
        own_area.accept(again, "Lan", "đủ")
        own_area.withdraw(again, "Lan", "nhầm")
        assert [row.number for row in batches.rows_of(batch)] == [first], "what it stood in for waits again"
        assert [(one.files, one.open) for one in batches.batches(own_area.version())] == [(1, 1)]
    own_area.accept(answered(), "Lan", "đủ")
    own_area.undo_batch(batch, "Lan", "nhầm")
    assert len(batches.rows_of(batch)) == 1


def test_what_is_taken_out_needs_a_reason_and_the_button_says_so(own_area):
    app = uploaded(("ngoc linh thang 10.csv", sheet()))
    app.button(key="undo").click().run()
    assert "Cần ghi lý do." in said(checked(app)) and "1 sạch, chờ nhận" in said(app), "nothing was taken out"


def test_the_next_file_is_the_next_one_of_the_table_that_is_open():
    rows = [
        triage.Row(number, f"{number}.csv", standing) for number, standing in enumerate(("asked", "accepted", "asked", "ready"), start=1)
    ]
    assert [triage.after(rows, number).number for number in (1, 3, 4, 2)] == [3, 4, 1, 1]
    assert triage.after(rows[1:3], 3) is None


def test_reopening_the_page_shows_the_open_batch(own_area):
    uploaded(("khong ky.csv", sheet(period="")))
    app = opened("nop-bao-cao")
    assert "Các đợt nộp" in said(app) and "Còn phải xử lý" in said(app)


def test_a_batch_is_known_again_by_the_name_of_its_first_file(own_area):
    uploaded(("xa Xop.csv", sheet()))
    uploaded(("khong ky.csv", sheet(period="")), ("ngoc linh thang 10.csv", sheet()))
    text = said(opened("nop-bao-cao"))
    assert "xa Xop.csv" in text and "khong ky.csv và 1 tệp khác" in text


def test_an_address_that_names_no_file_shows_the_batches(seen_area):
    for parameters in ({"tep": "999999"}, {"tep": "x"}, {"dot": "../.."}, {"dot": "none"}):
        assert "Nộp báo cáo" in said(opened("nop-bao-cao", **parameters))


def test_a_name_of_a_file_is_never_markup(own_area):
    uploaded(("<img src=x onerror=alert(1)> *đậm*.csv", sheet()))
    (batch,) = set(own_area.submissions(origin="user")["batch"])
    drawn = markup(opened("nop-bao-cao", dot=batch))
    assert "<img" not in drawn and "_img src=x" in drawn
    number = int(own_area.submissions(origin="user")["id"].iloc[0])
    assert r"\_đậm\_" in opened("nop-bao-cao", tep=str(number)).title[0].value


def test_the_ledger_accounts_for_every_cell(own_area):
    rows = [triage.Row(1, "=evil.csv", "ready", accepted=3)]
    header, (line,) = triage.ledger(rows, {1: (20, 3, 1, 1, 2)})
    told = dict(zip(header, line, strict=True))
    assert (
        told["Số ô có nội dung"]
        == told["Đã đọc"] + told["Đang hỏi"] + told["Sai"] + told["Ghi đơn vị, kỳ"] + told["Ô khác (tiêu đề, ghi chú, dòng tổng)"]
    )


def test_what_is_wrong_is_counted_once_for_table_page_and_ledger(own_area):
    uploaded(("ngoc linh thang 10.csv", sheet(online="9x")))
    (row,) = batches.rows_of(next(iter(set(own_area.submissions(origin="user")["batch"]))))
    _cells, accepted, asked, rejected, _sources = batches.ledgers([row])[row.number]
    assert (row.asked, row.rejected) == (asked, rejected) and rejected + asked >= 2 and accepted == row.accepted == 0


def test_a_refused_list_of_people_is_still_told_after_a_reload(own_area):
    uploaded(("ds cong dan.csv", PEOPLE.encode()), ("ngoc linh thang 10.csv", sheet()))
    (batch,) = set(own_area.submissions(origin="user")["batch"])
    app = opened("nop-bao-cao", dot=batch)
    assert "2 tệp" in said(app) and "1 danh sách cá nhân, không lưu" in said(app) and "ds cong dan.csv" in said(app)
    assert "Nguyễn" not in said(app)
    _header, lines = triage.ledger(batches.rows_of(batch), {})
    assert "ds cong dan.csv" in [line[0] for line in lines] and len(lines) == 2


def test_a_batch_of_refused_lists_alone_can_be_opened(own_area):
    uploaded(("ds cong dan.csv", PEOPLE.encode()))
    (batch,) = inbox.turned_away_batches(own_area)
    assert "ds cong dan.csv" in said(opened("nop-bao-cao", dot=batch))
    assert "Các đợt nộp" in said(opened("nop-bao-cao"))


def test_every_batch_with_work_left_is_listed_and_the_finished_ones_behind_a_fold(own_area, monkeypatch):
    monkeypatch.setattr("pages.submit.MOST_BATCHES", 2)
    uploaded(("cho tra loi.csv", sheet(period="")))
    for place in range(4):
        uploaded((f"xong {place}.csv", sheet(online=60 + place)))
        (new,) = (one for one in batches.batches(own_area.version()) if one.first == f"xong {place}.csv")
        own_area.undo_batch(new.name, "Lan", "thử")
    app = opened("nop-bao-cao")
    text = said(app)
    assert "cho tra loi.csv" in text and "xong 3.csv" in text and "xong 2.csv" in text and "xong 1.csv" not in text
    (fold,) = [one for one in app.expander if "Xem thêm 2 đợt đã xử lý xong" in one.label]
    assert fold is not None


def test_a_batch_is_undone_only_where_something_of_it_was_taken_in(own_area):
    uploaded(("cho tra loi.csv", sheet(period="")))
    (batch,) = set(own_area.submissions(origin="user")["batch"])
    assert "Đợt này chưa nhận tệp nào" in said(opened("nop-bao-cao", dot=batch))
    uploaded(("sach.csv", sheet(online=61)))
    newest = own_area.submissions(origin="user").sort_values("id").iloc[-1]
    own_area.accept(int(newest["id"]), "lan", "sạch")
    text = said(opened("nop-bao-cao", dot=newest["batch"]))
    assert "số liệu trở lại như trước" in text and "Đợt này chưa nhận tệp nào" not in text
    own_area.undo_batch(batch, "lan", "thử")
    assert "Đợt này chưa nhận tệp nào" not in said(opened("nop-bao-cao", dot=batch)), "nothing is left to do with it"


def test_a_row_says_what_is_asked_so_that_it_need_not_be_opened_for_that():
    asked = ("Không có kỳ báo cáo", "Bản mới khác bản đã nhận", "Không có tên đơn vị")
    row = triage.Row(1, "a.csv", "asked", "Đã đọc 0 số liệu, 6 số liệu chờ trả lời (3 câu hỏi).", asks=asked)
    html = triage.triage([row], str, "610.1")
    assert "(3 câu hỏi). Đang hỏi: không có kỳ báo cáo; bản mới khác bản đã nhận và 1 câu khác." in html
    assert "Đang hỏi" not in triage.triage([replace(row, standing="accepted")], str, "610.1"), (
        "once it is taken in nothing is asked any more"
    )


def test_units_outside_the_area_are_told_before_their_figures_are_taken_in():
    inside, other = ("23341.2", "23344.1"), ("21490.2",)
    today = dt.date(2026, 11, 29)
    assert outside.outside((*inside, *other), "610.1", today) == [*other]
    assert outside.outside(other, "51.2", today) == outside.outside(other, "VN", today) == []
    assert outside.short(inside, "610.1", today) == outside.sentence(inside, "610.1", today) == ""
    assert outside.short(other, "610.1", today) == "ngoài huyện Đắk Glei (cũ)"
    assert outside.sentence((*inside, *other), "610.1", today).startswith("1 trong 3 đơn vị nằm ngoài huyện Đắk Glei (cũ)")


def test_what_a_correction_replaced_before_it_was_taken_in_is_not_counted_as_taken_in(own_area):
    uploaded(("khong ky.csv", sheet(period="")), ("sach.csv", sheet(online=61)))
    asked, clean = (int(one) for one in own_area.submissions(origin="user").sort_values("id")["id"])
    inbox.answer(own_area, asked, {"period": "2026-M09"}, "lan", "hỏi xã")
    own_area.accept(clean, "lan", "sạch")
    rows = {row.number: row for row in batches.rows_of(own_area.submission(clean).batch, asked, most=9)}
    assert (rows[asked].standing, rows[asked].counted) == ("superseded", False)
    assert rows[clean].counted
