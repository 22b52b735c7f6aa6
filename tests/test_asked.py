"""What a request asks for: an empty form says by its cells, a letter by its clauses; and the answer from what is held."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font
from small_area import filled

from catalogue.errors import UserError
from catalogue.periods import Period
from indicators.cube import open_cube
from indicators.held import declared_with_counts
from loaders import read_bytes
from loaders.answer_book import answer_book
from loaders.answering import answers, cells_behind, forms_to_send, lacking
from loaders.asked import asked_in_text, read_form


def form(rows: list[tuple], title: str = "BÁO CÁO SỐ LIỆU THÁNG 3 NĂM 2025", **cells: object) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet["A1"] = title
    for at, row in enumerate(rows, 4):
        for col, value in enumerate(row, 1):
            sheet.cell(at, col, value)
    for place, value in cells.items():
        sheet[place] = value
    sheet["A1"].font = Font(bold=True)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


LONG = [
    ("STT", "Chỉ tiêu", "Đơn vị tính", "Kết quả", "Ghi chú"),
    ("I", "Dịch vụ công", None, None, None),
    (1, "Tổng số hồ sơ tiếp nhận trực tuyến", "hồ sơ", None, None),
    (2, "Số hồ sơ đã giải quyết đúng hạn", "hồ sơ", None, None),
    ("II", "Khác", None, None, None),
    (3, "Số buổi chiếu phim lưu động", "buổi", None, None),
]


def test_an_empty_form_asks_by_its_blank_cells() -> None:
    asked = read_form(form(LONG), "mau.xlsx")
    assert asked.period == "2025-M03"
    assert [(item.cell, item.codes, item.sure) for item in asked.items] == [
        ("D6", ("dossiers_recv_online",), True),
        ("D7", ("resolved_on_time",), True),
        ("D9", (), False),
    ]


def test_what_is_filled_in_already_is_not_asked() -> None:
    rows = [*LONG[:2], (1, "Tổng số hồ sơ tiếp nhận trực tuyến", "hồ sơ", 17, None), *LONG[3:]]
    assert [item.cell for item in read_form(form(rows), "mau.xlsx").items] == ["D7", "D9"]


def test_a_form_by_commune_asks_for_each_commune() -> None:
    rows = [
        ("STT", "Đơn vị", "Hồ sơ tiếp nhận trực tuyến", "Hồ sơ thanh toán trực tuyến"),
        (1, "Xã Đăk Môn", None, None),
        (2, "Xã Đăk Long", None, None),
    ]
    asked = read_form(form(rows), "mau.xlsx")
    assert [(item.cell, item.unit, *item.codes) for item in asked.items] == [
        ("C5", "23374.1", "dossiers_recv_online"),
        ("D5", "23374.1", "dossiers_paid_online"),
        ("C6", "23368.1", "dossiers_recv_online"),
        ("D6", "23368.1", "dossiers_paid_online"),
    ]


def test_a_form_that_cannot_be_opened_says_why() -> None:
    with pytest.raises(UserError):
        read_form(b"%PDF-1.7 ...", "mau.xlsx")


LETTER = """Đề nghị các xã báo cáo số liệu tháng 10/2026, gồm:
1. Tổng số hồ sơ tiếp nhận trực tuyến trong tháng 10 năm 2026;
2) Tỷ lệ hồ sơ giải quyết đúng hạn;
- Số cán bộ, công chức được cấp chữ ký số cá nhân; số thôn có tổ công nghệ số cộng đồng.
- Số hộ nuôi lợn trên địa bàn
Báo cáo gửi về Sở Khoa học và Công nghệ trước ngày 20/11/2026."""


def test_a_letter_asks_by_its_clauses_and_names_what_is_none_of_ours() -> None:
    asked = asked_in_text(LETTER)
    assert asked.period == "2026-M10"
    assert [item.codes for item in asked.items] == [
        ("dossiers_recv_online",),
        ("oss_on_time_rate_resolved",),
        ("officials_with_cert",),
        ("hamlets_with_cdt",),
        (),
    ]
    assert asked.items[-1].text == "Số hộ nuôi lợn trên địa bàn"


@pytest.mark.parametrize(
    ("clause", "codes"),
    [
        ("Tổng số hồ sơ tiếp nhận mới, trong đó hồ sơ tiếp nhận trực tuyến", ["dossiers_recv_new", "dossiers_recv_online"]),
        ("Tổng số hồ sơ tiếp nhận mới, trong đó trực tuyến", ["dossiers_recv_new", "dossiers_recv_online"]),
        ("Số thôn có tổ công nghệ số cộng đồng và số thành viên tổ công nghệ số cộng đồng", ["hamlets_with_cdt", "cdt_members_total"]),
        ("Tỷ lệ hồ sơ giải quyết trước và đúng hạn", ["oss_on_time_rate_resolved"]),
        ("Số cán bộ, công chức và viên chức được cấp chữ ký số cá nhân", ["officials_with_cert"]),
    ],
)
def test_two_things_in_one_clause_are_two_items_and_one_thing_stays_one(clause: str, codes: list[str]) -> None:
    assert [item.codes for item in asked_in_text(f"- {clause};").items] == [(code,) for code in codes]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory):
    opened = filled(tmp_path_factory.mktemp("asked"))
    yield opened
    opened.close()


def found_of(store, rows, period: str = "2026-M10", unit: str = "610.1"):
    asked = read_form(form(rows, f"BÁO CÁO SỐ LIỆU THÁNG {period[-2:]} NĂM {period[:4]}"), "mau.xlsx")
    cube = open_cube(store, words=declared_with_counts())
    return cube, answers(cube, asked, unit, Period.parse(period))


OURS = [
    ("STT", "Chỉ tiêu", "Đơn vị tính", "Kết quả"),
    (1, "Tổng số hồ sơ tiếp nhận trực tuyến", "hồ sơ", None),
    (2, "Số tài khoản định danh điện tử mức độ 2 đã kích hoạt", "tài khoản", None),
    (3, "Số hồ sơ đã giải quyết đúng hạn", "hồ sơ", None),
]
COMMUNES = ["23341.2", "23344.2", "23356.2", "23365.2", "23368.2", "23374.2"]


def test_what_every_commune_reported_is_held_and_is_the_sum(store) -> None:
    _cube, found = found_of(store, OURS, "2026-M09")
    assert [(a.state, a.held.value) for a in found[:2]] == [("held", 6 * 40 + 2 * 15 + 6 * 9), ("held", 6 * 2400 + 10 * 15 + 6 * 9)]
    assert found[2].state == "missing"


def test_a_silent_commune_leaves_a_part_and_is_asked_once_for_all_it_owes(store) -> None:
    cube, found = found_of(store, OURS)
    assert [(a.state, a.held.units_reporting, a.held.units_due) for a in found[:2]] == [("partial", 5, 6), ("partial", 5, 6)]
    missing = lacking(cube, found, COMMUNES, Period.parse("2026-M10"))
    assert missing["23365.2"] == ("dossiers_recv_online", "eid_l2_activated", "resolved_on_time")
    assert missing["23368.2"] == ("resolved_on_time",)


def test_the_form_is_filled_where_the_answer_is_whole_and_nowhere_else(store) -> None:
    _cube, found = found_of(store, OURS, "2026-M09")
    given = form(OURS, "BÁO CÁO SỐ LIỆU THÁNG 09 NĂM 2026")
    book = openpyxl.load_workbook(io.BytesIO(answer_book(found, cells_behind(store, found, COMMUNES), "=1+1", given)))
    sheet = book.worksheets[0]
    assert [sheet[place].value for place in ("D5", "D6", "D7")] == [324, 14604, None]
    assert "14/09/2026" in sheet["D5"].comment.text
    assert sheet["B5"].value == "Tổng số hồ sơ tiếp nhận trực tuyến"
    items, sources = book.worksheets[1], book.worksheets[2]
    assert items["A1"].data_type == "s", "a title that looks like a formula stays a text"
    assert sum(row[3] for row in sources.iter_rows(min_row=2, values_only=True) if row[0] == items["C4"].value) == 324


def test_the_forms_to_send_ask_for_what_is_missing_and_come_back_without_a_question(store, tmp_path: Path) -> None:
    period = Period.parse("2026-M10")
    with zipfile.ZipFile(io.BytesIO(forms_to_send(store, {"23365.2": ("dossiers_recv_online", "resolved_on_time")}, period))) as archive:
        (name,) = archive.namelist()
        book = openpyxl.load_workbook(io.BytesIO(archive.read(name)))
    sheet = book.worksheets[0]
    asked_for = [row[0].row for row in sheet.iter_rows(min_row=7) if isinstance(row[0].value, int)]
    assert len(asked_for) == 2
    for at in asked_for:
        sheet.cell(at, 4, 5)
    out = io.BytesIO()
    book.save(out)
    reading = read_bytes(out.getvalue(), name)
    assert (reading.outcome, reading.questions) == ("accept", ())
    assert {(o.unit, o.period, o.element, o.value) for o in reading.observations} == {
        ("23365.2", "2026-M10", "dossiers_recv_online", 5),
        ("23365.2", "2026-M10", "resolved_on_time", 5),
    }


def test_a_row_of_things_asked_for_in_one_sentence_loses_none_of_them():
    text = (
        "Đề nghị UBND huyện báo cáo tỷ lệ hồ sơ trực tuyến, số tài khoản định danh mức độ 2 đã kích hoạt, số mô hình hay "
        "và tỷ lệ hộ gia đình có Internet cáp quang tháng 10/2026, gửi trước ngày 05/12/2026."
    )
    found = [(item.text, item.codes) for item in asked_in_text(text).items]
    assert [codes for _text, codes in found] == [("ops_online_submission_rate",), ("eid_l2_activated",), (), ("soc_fibre_household_rate",)]
    assert found[2][0] == "số mô hình hay"


def test_what_follows_a_period_and_a_colon_is_asked_for_and_an_hour_is_one_word():
    text = (
        "Đề nghị báo cáo số liệu tháng 10 năm 2026: tỷ lệ hồ sơ thanh toán trực tuyến; tỷ lệ hồ sơ tiếp nhận trực tuyến. "
        "Gửi trước 8:30 ngày 05/12/2026."
    )
    assert [item.codes for item in asked_in_text(text).items] == [("pay_online_dossier_rate",), ("ops_online_submission_rate",)]


def test_an_entry_between_semicolons_that_is_none_of_ours_is_told_and_a_plain_sentence_is_not():
    text = (
        "Căn cứ Luật Tổ chức chính quyền địa phương; Số liệu gửi về Sở; tỷ lệ hồ sơ tiếp nhận trực tuyến; "
        "số điểm phát wifi công cộng miễn phí. Số lượng bản gửi là hai bản."
    )
    found = [(item.text, item.codes) for item in asked_in_text(text).items]
    assert found == [
        ("tỷ lệ hồ sơ tiếp nhận trực tuyến", ("ops_online_submission_rate",)),
        ("số điểm phát wifi công cộng miễn phí", ()),
    ]
