"""Welfare paid out with a way of paying in every row: all of it, what is paid without cash, and tables of other payments."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from test_reading import by_element, codes, read, taken

from loaders.opening.workbook import open_workbook
from loaders.understanding.report import read_grid

WELFARE = "CHI TRẢ TRỢ CẤP BẢO TRỢ XÃ HỘI THÁNG 11 NĂM 2025"
HEAD = ["Hình thức chi trả", "Số người nhận", "Số tiền (đồng)"]
ALL = {
    "ssp_people_paid": [285],
    "ssp_people_paid_noncash": [258],
    "ssp_amount_total": [158950000],
    "ssp_amount_noncash": [143850000],
}


def paid(*names: str) -> list[list[object]]:
    """Rows of cash, of what is paid without it, and of all, as they are named."""
    return [list(row) for row in zip(names, (27, 258, 285), (15100000, 143850000, 158950000), strict=True)]


def sheet(rows: list[list[object]], head: list[str] | None = None, title: str = WELFARE) -> list[list[object]]:
    return [["UBND XÃ XỐP"], [title], [], list(head or HEAD), *rows]


@pytest.mark.parametrize(
    "names",
    [
        ("Tiền mặt", "Qua tài khoản", "Tổng cộng"),
        ("Chi bằng tiền mặt tại điểm chi trả", "Chi qua tài khoản, ví điện tử (không dùng tiền mặt)", "Tổng đã chi trả trong tháng"),
        ("Dùng tiền mặt", "Không dùng tiền mặt", "Cộng"),
        ("Nhận tiền mặt tại bưu điện", "Chuyển khoản", "Tổng số"),
        ("Trực tiếp bằng tiền mặt", "Thẻ ATM", "Tổng số chi trả"),
    ],
)
def test_cash_account_and_total_in_rows(tmp_path: Path, names: tuple[str, str, str]) -> None:
    found = read(tmp_path, sheet(paid(*names)))
    assert (found.outcome, by_element(found)) == ("accept", ALL)


@pytest.mark.parametrize(
    "head",
    [
        ["Kênh chi trả", "Số đối tượng", "Kinh phí (đồng)"],
        ["Phương thức", "Số người hưởng", "Số tiền"],
        ["Nội dung", "Số đối tượng được chi trả", "Số tiền đã chi (đồng)"],
    ],
)
def test_headings_of_people_and_money(tmp_path: Path, head: list[str]) -> None:
    total_first = [paid("Tiền mặt", "Qua tài khoản", "Tổng số")[n] for n in (2, 1, 0)]
    assert by_element(read(tmp_path, sheet(total_first, head))) == ALL


def test_the_month_and_the_months_so_far_side_by_side(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Hình thức", "Trong tháng", "", "Lũy kế từ đầu năm", ""],
        ["", "Số người", "Số tiền", "Số người", "Số tiền"],
        ["Tiền mặt", 27, 15100000, 30, 200000000],
        ["Không dùng tiền mặt", 258, 143850000, 260, 1500000000],
        ["Tổng cộng", 285, 158950000, 290, 1700000000],
    ]
    found = read(tmp_path, [["UBND XÃ XỐP"], [WELFARE], [], *rows])
    assert {o.cell: o.basis for o in found.observations if o.element == "ssp_people_paid"} == {"B8": "in_period", "D8": "year_to_date"}


def test_one_way_of_several_is_no_figure_of_all(tmp_path: Path) -> None:
    rows = [["Qua tài khoản", 200, 100000000], ["Qua ví điện tử", 58, 43850000], ["Tiền mặt", 27, 15100000], ["Cộng", 285, 158950000]]
    assert by_element(read(tmp_path, sheet(rows))) == {"ssp_people_paid": [285], "ssp_amount_total": [158950000]}
    grouped = [["I. Không dùng tiền mặt", 258, 143850000], ["1. Qua tài khoản", 200, 100000000], ["2. Qua ví điện tử", 58, 43850000]]
    assert by_element(read(tmp_path, sheet([*grouped, ["II. Tiền mặt", 27, 15100000], ["Cộng", 285, 158950000]]))) == ALL


def test_a_total_that_holds_more_than_its_ways_is_asked(tmp_path: Path) -> None:
    rows = [*paid("Tiền mặt", "Qua tài khoản", "Tổng cộng")[:2], ["Tổng cộng", 295, 158950000]]
    found = read(tmp_path, sheet(rows))
    assert ("element_doubt" in codes(found), set(taken(found))) == (True, {"C6", "C7"})


def test_a_total_with_those_not_yet_paid_is_none_of_what_was_paid(tmp_path: Path) -> None:
    rows = [*paid("Tiền mặt", "Qua tài khoản", "x")[:2], ["Chưa chi trả", 12, 9000000], ["Tổng cộng", 297, 167950000]]
    assert set(by_element(read(tmp_path, sheet(rows)))) == {"ssp_people_paid_noncash", "ssp_amount_noncash"}


@pytest.mark.parametrize(
    "title", ["CHI TRẢ LƯƠNG HƯU THÁNG 11 NĂM 2025", "CHI TRẢ TRỢ CẤP NGƯỜI CAO TUỔI THÁNG 11 NĂM 2025", "BÁO CÁO THÁNG 11 NĂM 2025"]
)
def test_other_payments_and_one_kind_of_people_are_never_taken_for_all(tmp_path: Path, title: str) -> None:
    assert taken(read(tmp_path, sheet(paid("Tiền mặt", "Qua tài khoản", "Tổng cộng"), title=title))) == {}


COMMUNES: list[list[object]] = [[1, "Xã Đăk Môn", 285, 150], [2, "Xã Xốp", 200, 108]]
WIDE = ["STT", "Xã", "Số người được chi trả", "Trong đó: không dùng tiền mặt"]


@pytest.mark.parametrize(
    "title",
    [
        "CHI TRẢ LƯƠNG HƯU THÁNG 11 NĂM 2025",
        "CHI TRẢ LƯƠNG HƯU VÀ TRỢ CẤP BẢO TRỢ XÃ HỘI THÁNG 11 NĂM 2025",
        "CHI TRẢ BẢO HIỂM THẤT NGHIỆP THÁNG 11 NĂM 2025",
        "CHI TRẢ DỊCH VỤ MÔI TRƯỜNG RỪNG THÁNG 11 NĂM 2025",
        "CHI TRẢ TRỢ CẤP NGƯỜI CÓ CÔNG THÁNG 11 NĂM 2025",
    ],
)
def test_communes_under_a_title_of_other_payments_are_never_taken_for_welfare(tmp_path: Path, title: str) -> None:
    assert taken(read(tmp_path, sheet(COMMUNES, WIDE, title))) == {}


def test_communes_under_a_title_of_welfare_are_taken(tmp_path: Path) -> None:
    found = by_element(read(tmp_path, sheet(COMMUNES, WIDE)))
    assert found == {"ssp_people_paid": [285, 200], "ssp_people_paid_noncash": [150, 108]}


def test_a_sheet_of_one_group_beside_that_of_all_is_a_part(tmp_path: Path) -> None:
    book = Workbook()
    first = book.worksheets[0]
    first.title = "Chung"
    for row in sheet(paid("Tiền mặt", "Qua tài khoản", "Tổng cộng")):
        first.append(row)
    group = book.create_sheet("NCC")
    for row in (
        ["NGƯỜI CÓ CÔNG - THÁNG 11/2025"],
        [],
        HEAD,
        ["Chuyển khoản", 58, 43850000],
        ["Tiền mặt", 7, 5100000],
        ["Cộng", 65, 48950000],
    ):
        group.append(row)
    book.save(tmp_path / "chi tra xa Xop.xlsx")
    found = read_grid(open_workbook(tmp_path / "chi tra xa Xop.xlsx"))
    assert (found.outcome, by_element(found)) == ("accept", ALL)
    group["B6"] = 365
    book.save(tmp_path / "chi tra xa Xop.xlsx")
    assert read_grid(open_workbook(tmp_path / "chi tra xa Xop.xlsx")).outcome != "accept"


def test_a_line_of_measures_in_brackets_is_no_caption_of_the_first_of_several_tables(tmp_path: Path) -> None:
    head = ["Nội dung", "Số người (người)", "Số tiền (nghìn đồng)"]
    rows: list[list[object]] = [["KẾT QUẢ CHI TRẢ TRỢ CẤP BẢO TRỢ XÃ HỘI THÁNG 4 NĂM 2026"], ["(Kinh phí: nghìn đồng)"], []]
    for name, people in (("XÃ ĐĂK PÉK", 766), ("XÃ ĐĂK MÔN", 673)):
        rows += [[name], head, ["Tổng số đã chi trả trong tháng", people, people * 600]]
        rows += [["Trong đó: chi trả không dùng tiền mặt (qua tài khoản)", people - 138, (people - 138) * 600], [], []]
    reading = read(tmp_path, rows)
    assert (reading.outcome, len(taken(reading))) == ("accept", 8)
