"""Sending back and what comes of it, on the pages: the batch's zip, the correction's verdict, what is remembered."""

from __future__ import annotations

import io
import zipfile

from openpyxl import load_workbook
from pages_drawn import button, checked, markup, opened, said, sheet, uploaded
from small_area import SILENT
from test_correction import LIST, back, book, data
from test_remembering import ANSWER, LATE, MON, PLAIN, form, taught

from catalogue.periods import Period
from catalogue.units import units
from loaders import correct
from pages.parts.files import batches, prefilled, sending_back


def faulty() -> bytes:
    made = book(online="12O")
    made.active["B5"] = units()[SILENT].name
    return data(made)


def test_a_batch_goes_back_as_a_zip_with_a_folder_for_each_commune(own_area):
    uploaded(("thang 9.xlsx", faulty()), ("mot xa.xlsx", form("Xã Ngọc Linh", 9, PLAIN | {"Số hồ sơ tiếp nhận trực tuyến": 500})))
    (name,) = set(own_area.submissions(origin="user")["batch"])
    rows = [row for row in batches.rows_of(name) if sending_back.mendable(row)]
    texts = {row.number: sending_back.message(row) for row in rows}
    with zipfile.ZipFile(io.BytesIO(sending_back.archive(own_area, rows, texts))) as made:
        names = set(made.namelist())
        assert {"Xã Ngọc Linh/CẦN SỬA - mot xa.xlsx", "Xã Ngọc Linh/Lời nhắn.txt", "Nhiều đơn vị - thang 9/CẦN SỬA - thang 9.xlsx"} <= names
        assert load_workbook(io.BytesIO(made.read("Xã Ngọc Linh/CẦN SỬA - mot xa.xlsx"))).sheetnames[0] == LIST
        assert "mot xa.xlsx" in made.read("Xã Ngọc Linh/Lời nhắn.txt").decode("utf-8-sig")


def test_all_faulty_files_of_a_batch_are_marked_as_sent_back_and_the_board_says_so(own_area):
    app = uploaded(("mot xa.xlsx", form("Xã Ngọc Linh", 10, PLAIN | {"Số hồ sơ tiếp nhận trực tuyến": 500})))
    button(app, "Đánh dấu 1 tệp cần sửa là đã trả lại").click().run()
    assert "Đã trả lại" in said(checked(app))
    assert "1 đã trả lại" in said(opened("thu-bao-cao", ky="2026-M10"))


def test_a_correction_says_at_its_head_what_was_mended(own_area):
    uploaded(("thang 9.xlsx", faulty()))
    (number,) = own_area.submissions(origin="user")["id"]
    made = load_workbook(io.BytesIO(correct.of_submission(own_area, int(number)).data))
    made["Tháng 9"]["C5"], made["Tháng 9"]["D6"] = 110, 91
    uploaded(("sua.xlsx", data(made)))
    new = int(own_area.submissions(origin="user")["id"].iloc[0])
    app = opened("nop-bao-cao", tep=str(new))
    text = said(app)
    assert "đã sửa 1/2 chỗ được đánh dấu" in text and "Vẫn sai hoặc chưa rõ: C6" in text and "ngoài các ô được đánh dấu: D6" in text
    assert f"tep={number}" in markup(app)
    first = said(opened("nop-bao-cao", tep=str(number)))
    assert "Đã có bản sau thay thế" in first and "Đã nhận" not in first, "it was sent back, never taken in"
    drawn = markup(app)
    assert "Trang tính Tháng 9" in drawn
    assert "NHỮNG CHỖ CẦN SỬA" not in drawn and not [box for box in app.selectbox if box.label == "Trang tính"]


def test_what_is_remembered_can_be_seen_changed_and_forgotten(own_area):
    taught(own_area, form(MON, 9, PLAIN | LATE), ANSWER)
    app = opened("cach-doc-da-nho")
    assert "Xã Đăk Môn" in app.expander[0].label and "bao cao.xlsx" in app.expander[0].label
    (choice,) = [box for box in app.selectbox if "Hồ sơ trễ hạn" in box.label]
    choice.select("processing_overdue").run()
    button(app, "Lưu thay đổi").click().run()
    (one,) = own_area.remembered()
    assert one.mapping["element:ho so tre han"] == "processing_overdue"
    assert "đã nhận giữ nguyên" in said(checked(app)), "what forgetting means is said before it is done"
    next(one for one in app.button if one.label == "Xóa").click().run()
    assert own_area.remembered() == [] and "Chưa nhớ cách đọc nào" in said(checked(app))


def test_a_file_says_what_memory_answered_for_it(own_area):
    taught(own_area, form(MON, 9, PLAIN | LATE), ANSWER)
    uploaded(("thang 5.xlsx", form(MON, 5, PLAIN | LATE)))
    text = said(opened("nop-bao-cao", tep=str(int(own_area.submissions(origin="user")["id"].max()))))
    assert "Dùng 1 câu trả lời đã nhớ từ các tệp trước cùng mẫu" in text and "Câu hỏi (" not in text
    assert "Tiêu đề “Hồ sơ trễ hạn” nghĩa là" in text, "as it was typed, not as it is compared"
    assert 'class="cs-asked' not in markup(opened("nop-bao-cao", tep=str(int(own_area.submissions(origin="user")["id"].max()))))


def test_who_sends_back_is_told_that_nothing_is_sent_from_here_and_what_becomes_of_the_file(own_area):
    uploaded(("thang 9.xlsx", faulty()))
    (number,) = own_area.submissions(origin="user")["id"]
    text = said(opened("nop-bao-cao", tep=str(number)))
    assert "Chương trình không tự gửi" in text and "tệp thôi chờ và không được tính" in text


def test_the_board_offers_a_workbook_to_fill_in_first_to_those_that_have_not_sent(own_area):
    app = opened("thu-bao-cao", ky="2026-M10")
    (choice,) = [box for box in app.selectbox if box.key == "prefilled-unit"]
    assert choice.options[0] == units()[SILENT].name  # no archive of one
    with zipfile.ZipFile(io.BytesIO(prefilled.archive(own_area, [SILENT], Period.parse("2026-M10")))) as made:
        (name,) = made.namelist()
        assert name == "Xã Ngọc Linh - Tháng 10-2026.xlsx"
        sheet = load_workbook(io.BytesIO(made.read(name))).worksheets[0]
    last = {sheet.cell(row, 2).value: sheet.cell(row, 5).value for row in range(7, sheet.max_row + 1)}
    before = own_area.observations(periods=["2026-M09"], units=[SILENT], elements=["dossiers_recv_online"])
    assert last["Số hồ sơ tiếp nhận trực tuyến"] == before["value"].item()


def test_a_file_that_cannot_be_opened_gets_a_message_and_is_work_until_it_is_sent_back(own_area):
    app = uploaded(("hong.csv", b""))
    (one,) = batches.batches(own_area.version())
    assert (one.files, one.open) == (1, 1) and "Không mở được" in said(app)
    (row,) = batches.rows_of(one.name)
    with zipfile.ZipFile(io.BytesIO(sending_back.archive(own_area, [row], {row.number: sending_back.message(row)}))) as made:
        (name,) = made.namelist()
        text = made.read(name).decode("utf-8-sig")
    assert 'Tệp "hong.csv" chưa tiếp nhận được' in text and "Tệp trống" in text and "gửi lại" in text
    page = opened("nop-bao-cao", tep=str(row.number))
    assert "Tệp trống" in page.code[0].value
    button(page, "Đánh dấu đã trả lại").click().run()
    (one,) = batches.batches(own_area.version())
    assert one.open == 0 and "1 đã trả lại" in said(opened("nop-bao-cao", dot=one.name))


def test_a_list_of_people_goes_back_as_a_message_that_says_what_to_delete(own_area):
    made = book(online=80, new=120)
    people = made.create_sheet("DS")
    people.append(["STT", "Họ và tên", "Số CCCD"])
    for place in range(1, 12):
        people.append([place, f"Nguyễn Văn {chr(64 + place)}", f"0620900{place:05d}"])
    app = uploaded(("co danh sach.xlsx", data(made)))
    assert "Trang DS là danh sách cá nhân" in said(app) and "Hãy xóa trang này, giữ các trang số liệu rồi gửi lại tệp." in said(app)
    (one,) = batches.batches(own_area.version())
    (row,) = batches.rows_of(one.name)
    assert sending_back.mendable(row) and "Hãy xóa trang này" in sending_back.message(row)


def test_a_clean_file_goes_back_only_with_what_its_sender_is_to_change(own_area):
    uploaded(("ngoc linh thang 10.csv", sheet()))
    (number,) = own_area.submissions(origin="user")["id"]
    app = opened("nop-bao-cao", tep=str(number))
    assert not app.code and not [one for one in app.button if "Đánh dấu đã trả lại" in one.label]
    app.text_input(key=f"back-why-{number}").set_value("Gửi thêm số hồ sơ phải thu phí.").run()
    assert "Gửi thêm số hồ sơ phải thu phí." in checked(app).code[0].value
    button(app, "Đánh dấu đã trả lại").click().run()
    assert "Gửi thêm số hồ sơ phải thu phí." in own_area.submission(int(number)).state_reason


def test_a_batch_says_why_fewer_files_are_marked_than_go_back(own_area):
    wrong = form("Xã Ngọc Linh", 10, PLAIN | {"Số hồ sơ tiếp nhận trực tuyến": 500})
    app = uploaded(("mot xa.xlsx", wrong), ("khong ky.csv", sheet(period="")))
    assert "Trong đó: 1 tệp có ô sai; 1 tệp chỉ có chỗ phải hỏi" in said(app)
    app.checkbox(key="back-asked").check().run()
    button(app, "Đánh dấu 2 tệp cần sửa là đã trả lại").click().run()
    assert "2 đã trả lại" in said(checked(app))


def test_what_a_correction_changed_beside_the_marks_is_told_with_old_and_new_value(own_area):
    number = back(own_area, data(book()))
    own_area.refuse(number, "lan", "trả lại")
    mended = load_workbook(io.BytesIO(correct.of_submission(own_area, number).data))
    mended["Tháng 9"]["C5"], mended["Tháng 9"]["C6"], mended["Tháng 9"]["D5"] = 100, 80, 130
    app = opened("nop-bao-cao", tep=str(back(own_area, data(mended), "sua.xlsx")))
    assert "D5 (120\u00a0→\u00a0130)" in markup(app)
