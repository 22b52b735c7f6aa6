"""Who still owes something: the rest of a return taken in in part is owed, what only the office can answer is not."""

from __future__ import annotations

import datetime as dt

import pytest
from pages_drawn import opened, row_of, said, uploaded

from catalogue.language import speaking
from pages.parts.files import batches
from pages.parts.files.letters import Reminder
from pages.parts.files.letters import letter as words_of

DUE = dt.date(2026, 10, 16)
HEAD = (
    "BÁO CÁO KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH THÁNG 11 NĂM 2026,,,,\nĐơn vị tính: hồ sơ,,,,\n"
    "TT,Tên xã,Tổng số hồ sơ tiếp nhận mới trong kỳ,Số hồ sơ tiếp nhận trực tuyến,Số hồ sơ tiếp nhận trực tiếp và qua bưu chính\n"
)
LINH, LONG = "1,Xã Ngọc Linh,231,178,53\n", "2,Xã Đăk Long,{total},178,53\n"


def sent(store, name: str, *rows: str) -> int:
    """The number of a return of some communes."""
    uploaded((name, (HEAD + "".join(rows)).encode()))
    return int(store.submissions(origin="user")["id"].max())


@pytest.fixture
def partly(own_area):
    """Of a table of two communes only the right figures are taken in: the total of the other is not the sum of its parts."""
    number = sent(own_area, "hai xa.csv", LINH, LONG.format(total=999))
    own_area.accept(number, "lan", "xã kia sửa sau")
    return number


def _board(store):
    return opened("thu-bao-cao", ky="2026-M11")


def test_who_has_a_wrong_cell_in_a_return_taken_in_in_part_owes_its_mending(own_area, partly):
    app = _board(own_area)
    assert "Cần sửa" in row_of(app, "Xã Đăk Long") and "1 sai" in row_of(app, "Xã Đăk Long")
    assert "chờ trả lời" not in row_of(app, "Xã Đăk Long"), "no question stands: there is nothing to answer"
    assert "Đã nhận" in row_of(app, "Xã Ngọc Linh")
    line, letter = (code.value for code in app.get("code"))
    asked = line.partition("đề nghị trả lời hoặc sửa lại")[0].rpartition(".")[2]
    assert "Xã Đăk Long" in asked and "Ngọc Linh" not in line and "Xã Đăk Long" in letter.partition("cần trả lời hoặc sửa lại")[2]


def test_a_batch_taken_in_in_part_still_has_work_left(own_area, partly):
    assert [one.open for one in batches.batches(own_area.version())] == [1]


def test_once_a_later_return_brings_the_figures_nothing_is_owed_any_more(own_area, partly):
    own_area.accept(sent(own_area, "sua.csv", LONG.format(total=231).replace("2,", "1,", 1)), "lan", "bản sửa")
    assert "Đã nhận" in row_of(_board(own_area), "Xã Đăk Long")
    assert [one.open for one in batches.batches(own_area.version())] == [0, 0]


def test_a_question_of_the_office_is_no_debt_of_the_commune(own_area):
    own_area.accept(sent(own_area, "truoc.csv", LINH), "lan", "sạch")
    other = sent(own_area, "sau.csv", LINH.replace("231,178", "240,187"))
    assert own_area.submission(other).state == "asked"
    app = _board(own_area)
    assert "Đang kiểm tra" in row_of(app, "Xã Ngọc Linh")
    line = app.get("code")[0].value
    assert "Ngọc Linh" not in line and "1 đang kiểm tra" in said(app)


def test_a_figure_that_waits_with_a_wrong_one_says_so(own_area):
    rows = "TT,Tên xã,Số hồ sơ phải thanh toán,Số hồ sơ đã thanh toán trực tuyến\n1,Xã Ngọc Linh,110,200\n"
    uploaded(("phi.csv", (HEAD.rpartition("TT,")[0] + rows).encode()))
    number = int(own_area.submissions(origin="user")["id"].max())
    assert {(one.cell, one.code) for one in own_area.issues(number)} == {("D4", "part_exceeds"), ("C4", "held_together")}


def test_a_doubtful_second_file_leaves_a_unit_that_has_reported_as_it_stood(own_area):
    own_area.accept(sent(own_area, "truoc.csv", LINH), "lan", "sạch")
    number = sent(own_area, "nham.csv", LINH.replace("231", "999"))
    assert own_area.submission(number).state == "to_fix"
    app = _board(own_area)
    row = row_of(app, "Xã Ngọc Linh")
    assert "Đã nhận" in row and "thêm 1 tệp: cần sửa" in row and "sai" not in row
    assert not [code for code in app.get("code") if "Ngọc Linh" in code.value], "nobody is reminded of it"


def test_a_second_file_with_other_figures_still_has_to_be_mended(own_area):
    own_area.accept(sent(own_area, "truoc.csv", LINH), "lan", "sạch")
    other = HEAD.replace("Tổng số hồ sơ tiếp nhận mới trong kỳ", "Tổng số hồ sơ đã giải quyết").replace(
        "Số hồ sơ tiếp nhận trực tuyến,Số hồ sơ tiếp nhận trực tiếp và qua bưu chính", "Trước hạn,Quá hạn"
    )
    uploaded(("them.csv", (other + LINH.replace("231,178,53", "231,178,9x")).encode()))
    assert "Cần sửa" in row_of(_board(own_area), "Xã Ngọc Linh")


def test_only_those_who_have_not_sent_are_told_how_late_they_are(own_area, partly):
    _line, letter = (code.value for code in opened("thu-bao-cao", ky="2026-M10").get("code"))
    assert "đơn vị chưa gửi đã quá hạn" in letter
    reminder = Reminder("", "", DUE, DUE, missing=(), asked=("Xã Đăk Long",), today=DUE + dt.timedelta(days=30))
    with speaking("vi"):
        assert "quá hạn" not in words_of(reminder)
