"""Boards of cards, each a label and one big number: several rows of them on one sheet, with the measure under the number or without."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from test_reading import by_element

from loaders.opening.workbook import open_workbook
from loaders.result import FileReading
from loaders.understanding.report import read_grid

Card = tuple[str, object, str]
DOSSIERS: list[Card] = [
    ("Hồ sơ tiếp nhận mới", 483, "hồ sơ"),
    ("Hồ sơ nộp trực tuyến", 458, "hồ sơ"),
    ("Hồ sơ đã giải quyết", 480, "hồ sơ"),
]
PEOPLE: list[Card] = [("CBCC có chữ ký số cá nhân", 35, "người"), ("Thôn có Tổ công nghệ số cộng đồng", 28, "thôn")]
MONEY: list[Card] = [("Số tiền chi trả an sinh xã hội", 240, "triệu đồng"), ("Số tiền chi trả không dùng tiền mặt", 180, "triệu đồng")]
READ = {
    "dossiers_recv_new": [483],
    "dossiers_recv_online": [458],
    "resolved_total": [480],
    "officials_with_cert": [35],
    "hamlets_with_cdt": [28],
}
ORDERS = ["label number measure", "label number", "number label", "number measure label"]


def _board(tmp_path: Path, order: str, *rows: list[Card], gap: int = 2, width: int = 3, between: str = "") -> FileReading:
    """The reading of rows of cards, each `width` columns wide, with blank rows and perhaps a line of words between them."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.cell(1, 1, "CHUYỂN ĐỔI SỐ XÃ ĐĂK PÉK - THÁNG 4/2026")
    top = 3
    for cards in rows:
        for line in order.split():
            for place, card in enumerate(cards):
                sheet.cell(top, 1 + width * place, dict(zip(("label", "number", "measure"), card, strict=True))[line])
                if width > 1:
                    sheet.merge_cells(start_row=top, end_row=top, start_column=1 + width * place, end_column=width * (place + 1))
            top += 1
        if between and cards is not rows[-1]:
            sheet.cell(top + gap - 1, 1, between)
            sheet.cell(top + gap - 1, 2, between)
        top += gap
    sheet.cell(top + 1, 1, "Nguồn: Hệ thống thông tin giải quyết TTHC tỉnh")
    book.save(tmp_path / "bang.xlsx")
    return read_grid(open_workbook(tmp_path / "bang.xlsx"))


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize(("gap", "width"), [(2, 3), (1, 1), (0, 2)])
def test_every_number_is_that_of_its_label(tmp_path: Path, order: str, gap: int, width: int) -> None:
    found = _board(tmp_path, order, DOSSIERS, PEOPLE, gap=gap, width=width)
    assert (found.outcome, by_element(found)) == ("accept", READ)
    assert {(o.unit, o.period) for o in found.observations} == {("23341.2", "2026-M04")}


def test_the_measure_under_a_number_is_that_of_its_card(tmp_path: Path) -> None:
    found = by_element(_board(tmp_path, "label number measure", DOSSIERS, MONEY))
    assert (found["ssp_amount_total"], found["ssp_amount_noncash"]) == ([240_000_000], [180_000_000])


def test_a_card_that_waits_for_its_number_is_left_empty(tmp_path: Path) -> None:
    waiting: list[Card] = [PEOPLE[0], (PEOPLE[1][0], "chưa có số liệu", "thôn")]
    found = _board(tmp_path, "label number measure", DOSSIERS, waiting)
    assert by_element(found) == {code: values for code, values in READ.items() if code != "hamlets_with_cdt"}


@pytest.mark.parametrize("order", ["label number", "number label"])
def test_words_between_cards_that_name_nothing_take_no_number(tmp_path: Path, order: str) -> None:
    assert by_element(_board(tmp_path, order, DOSSIERS, PEOPLE, gap=1, width=1, between="Phục vụ họp giao ban")) == READ


@pytest.mark.parametrize("order", ["label number", "number label"])
def test_a_label_under_its_number_heads_none_of_the_numbers_below(tmp_path: Path, order: str) -> None:
    others: list[Card] = [("Số gia trại", 3, ""), ("Đàn trâu", 9, ""), ("Đàn bò", 8, "")]
    found = by_element(_board(tmp_path, order, DOSSIERS, others, [("Đàn gà", 7, ""), ("Đàn lợn", 6, "")], gap=1, width=1))
    assert found == {"dossiers_recv_new": [483], "dossiers_recv_online": [458], "resolved_total": [480]}


def test_labels_that_come_twice_are_those_of_two_tables(tmp_path: Path) -> None:
    found = _board(tmp_path, "label number", DOSSIERS, [(label, 9, measure) for label, _value, measure in DOSSIERS])
    assert found.outcome != "accept"
