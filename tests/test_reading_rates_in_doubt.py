"""Rates and parts that may be of two things: the counts beside them tell of which; where none do, they are asked."""

from pathlib import Path

import pytest
from test_reading import by_element, read

COMMUNES = ["Xã Đăk Pék", "Xã Đăk Plô", "Xã Xốp"]


def sheet(title: str, *heads: str, whole: int = 400, part: int = 300, rate: float = 0.0) -> list[list[object]]:
    rows: list[list[object]] = [[title], ["TT", "Xã", *heads]]
    for n, name in enumerate(COMMUNES):
        figures = [whole + n, part + n, rate or round(100 * (part + n) / (whole + n), 1)]
        rows.append([n + 1, name, *figures[-len(heads) :]])
    return rows


RATES = [
    ("Số người được chi trả ASXH", "Số người được chi trả ASXH không dùng tiền mặt", "Tỷ lệ chi trả không dùng tiền mặt (%)"),
    ("TTHC đủ điều kiện cung cấp toàn trình", "TTHC cung cấp DVCTT toàn trình", "Tỷ lệ DVCTT toàn trình (%)"),
    ("Kết quả TTHC còn hiệu lực", "Kết quả TTHC còn hiệu lực đã số hóa", "Tỷ lệ số hóa kết quả (%)"),
]


@pytest.mark.parametrize("heads", RATES)
def test_a_rate_of_two_meanings_is_that_of_the_counts_beside_it(tmp_path: Path, heads: tuple[str, ...]) -> None:
    found = read(tmp_path, sheet("SỐ LIỆU QUÝ I/2026", *heads))
    assert len(by_element(found)) == 2 and not found.questions


@pytest.mark.parametrize("heads", RATES)
def test_alone_or_unlike_the_counts_it_is_asked(tmp_path: Path, heads: tuple[str, ...]) -> None:
    for rows in (sheet("SỐ LIỆU QUÝ I/2026", heads[2]), sheet("SỐ LIỆU QUÝ I/2026", *heads, rate=41.3)):
        assert [q.key for q in read(tmp_path, rows).questions if q.key.startswith("element:ty le")]


@pytest.mark.parametrize(
    ("whole", "code", "by"), [("Số người được chi trả", "ssp_people_paid_noncash", 1), ("Số tiền chi trả", "ssp_amount_noncash", 500000)]
)
def test_what_is_paid_by_account_is_of_what_is_paid_beside_it(tmp_path: Path, whole: str, code: str, by: int) -> None:
    rows = sheet("CHI TRẢ AN SINH XÃ HỘI THÁNG 2/2026", whole, "Chi trả qua tài khoản", "Tỷ lệ (%)", whole=400 * by, part=300 * by)
    assert by_element(read(tmp_path, rows))[code] == [300 * by, 300 * by + 1, 300 * by + 2]


def test_procedures_that_were_done_are_no_dossiers(tmp_path: Path) -> None:
    heads = ("Số thủ tục đã tiếp nhận mới", "Số thủ tục đã giải quyết", "Số thủ tục đang giải quyết")
    found = read(tmp_path, sheet("GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH THÁNG 2/2026", *heads, rate=40))
    assert by_element(found) == {} and len(found.questions) == 3
