"""What a return leaves unsaid stands beside its effect; clean files tell what all of them change before they are taken in."""

from __future__ import annotations

import pytest
from pages_drawn import opened, said, sheet, uploaded

from catalogue.facts import Observation
from pages.parts.files.untold import blanks

HEAD = (
    "BÁO CÁO KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH THÁNG 10 NĂM 2026,,,\nĐơn vị tính: hồ sơ,,,\n"
    "TT,Tên xã,Số hồ sơ tiếp nhận trực tuyến,Tổng số hồ sơ tiếp nhận mới trong kỳ\n"
)


def seen(*rows):
    """Each row is `unit element cell`."""
    told = [row.split() for row in rows]
    return [Observation(unit, "2026-M10", "in_period", element, 1, "S1", cell, "1") for unit, element, cell in told]


@pytest.mark.parametrize(
    ("rows", "empty"),
    [
        (["A recv C4", "A all D4", "B recv C5", "B all D5"], []),
        (["A recv C4", "A all D4", "B recv C5"], ["S1!D5"]),
        (["A recv C4", "A all C5", "B recv D4"], ["S1!D5"]),
        (["A recv C4", "A all D5", "B recv C6"], []),
        (["A recv C4"], []),
    ],
)
def test_a_cell_is_blank_where_other_units_have_that_count(rows, empty):
    assert blanks(seen(*rows)) == empty


def test_a_file_says_which_cells_are_blank_and_which_rates_wait_for_them(own_area):
    uploaded(("hai xa.csv", (HEAD + "1,Xã Ngọc Linh,60,120\n2,Xã Đăk Môn,41,\n").encode()))
    text = said(opened("nop-bao-cao", tep=str(int(own_area.submissions(origin="user")["id"].max()))))
    assert "1 ô để trống giữa các số (D5)" in text and "không tính là 0" in text


def test_a_rate_without_one_of_its_counts_is_named_with_what_it_lacks(own_area):
    uploaded(("mot so.csv", (HEAD.replace("THÁNG 10", "THÁNG 11") + "1,Xã Ngọc Linh,60,\n").encode()))
    text = said(opened("nop-bao-cao", tep=str(int(own_area.submissions(origin="user")["id"].max()))))
    assert "Tỷ lệ hồ sơ tiếp nhận trực tuyến, Xã Ngọc Linh: còn thiếu tổng số hồ sơ tiếp nhận mới trong kỳ" in text


def test_clean_files_tell_what_all_of_them_change_before_they_are_taken_in(own_area):
    app = uploaded(("thang 10.csv", sheet()))
    assert "Nếu nhận cả 1 tệp sạch: 2 số mới, 0 số thay đổi, 0 số giữ nguyên" in said(app)
    app.session_state["effect-together"] = True
    assert "80/ 120" in said(app.run())


def test_a_count_known_of_the_quarter_that_ends_with_the_month_is_not_called_missing(own_area):
    head = "SỐ LIỆU SỔ SỨC KHỎE ĐIỆN TỬ {of},,,\nĐơn vị tính: người,,,\nTT,Tên xã,Số người dân có sổ sức khỏe điện tử,Tổng dân số\n"
    quarter = (head.format(of="QUÝ III NĂM 2026") + "1,Xã Ngọc Linh,4000,6000\n").encode()
    month = (head.format(of="THÁNG 9 NĂM 2026").replace(",Tổng dân số", "") + "1,Xã Ngọc Linh,4100\n").encode()
    uploaded(("quy.csv", quarter))
    own_area.accept(int(own_area.submissions(origin="user")["id"].max()), "lan", "")
    uploaded(("thang.csv", month))
    text = said(opened("nop-bao-cao", tep=str(int(own_area.submissions(origin="user")["id"].max()))))
    assert "Sau khi nhận" in text and "còn thiếu tổng dân số" not in text
