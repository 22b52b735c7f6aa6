"""A table printed over several pages: each page has its header and its own total, the last one the total of all."""

from pathlib import Path

import pytest
from test_reading import _, codes, read, taken

HEAD = ["STT", "Đơn vị", "Hồ sơ tiếp nhận mới", "Hồ sơ nộp trực tuyến"]
FIRST = [[1, "Xã Đăk Pék", 200, 120], [2, "Xã Đăk Long", 60, 40]]
SECOND = [[3, "Xã Đăk Môn", 100, 50], [4, "Xã Xốp", 10, 5]]


def pages(first: list[list[object]], second: list[list[object]]) -> list[list[object]]:
    return [["TỔNG HỢP THÁNG 3 NĂM 2025"], [], HEAD, *FIRST, *first, [], [], HEAD, *SECOND, *second]


@pytest.mark.parametrize("whole", ["Tổng cộng (trang 1 + trang 2)", "Tổng cộng", "Cộng cả 2 trang"])
def test_the_total_on_the_last_page_is_that_of_all_pages(tmp_path: Path, whole: str) -> None:
    reading = read(tmp_path, pages([[_, "Cộng trang 1", 260, 160]], [[_, whole, 370, 215]]))
    assert (reading.outcome, len(taken(reading))) == ("accept", 8)


def test_each_page_may_have_its_own_total_as_well(tmp_path: Path) -> None:
    reading = read(tmp_path, pages([[_, "Cộng trang 1", 260, 160]], [[_, "Cộng trang 2", 110, 55], [_, "Tổng cộng", 370, 215]]))
    assert (reading.outcome, len(taken(reading))) == ("accept", 8)


def test_a_total_that_is_neither_of_its_page_nor_of_all_is_to_be_corrected(tmp_path: Path) -> None:
    reading = read(tmp_path, pages([[_, "Cộng trang 1", 260, 160]], [[_, "Tổng cộng", 371, 215]]))
    assert (reading.outcome, codes(reading)) == ("fix", {"total_differs"})


def test_the_total_of_all_proves_nothing_where_that_of_a_page_is_wrong(tmp_path: Path) -> None:
    reading = read(tmp_path, pages([[_, "Cộng trang 1", 261, 160]], [[_, "Tổng cộng", 370, 215]]))
    assert (reading.outcome, codes(reading)) == ("fix", {"total_differs"})


@pytest.mark.parametrize("carried", [True, False])
def test_the_sum_brought_forward_to_a_page_is_part_of_its_own(tmp_path: Path, carried: bool) -> None:
    third = [5, "Xã Đăk Long", 10, 5]
    over = [[[_, "Trang trước mang sang", 260, 160]], [[_, "Trang trước mang sang", 370, 215]]] if carried else [[], []]
    rows = [["TỔNG HỢP THÁNG 3 NĂM 2025"], [], HEAD, FIRST[0], [2, "Xã Ngọc Linh", 60, 40], [_, "Cộng chuyển trang sau", 260, 160]]
    rows += [[], [], HEAD, *over[0], *SECOND, [_, "Cộng chuyển trang sau", 370, 215]]
    rows += [[], [], HEAD, *over[1], third, [6, "Xã Mường Hoong", 20, 5], [_, "TỔNG CỘNG", 400, 225]]
    reading = read(tmp_path, rows)
    assert (reading.outcome, len(taken(reading))) == ("accept", 12)
    rows[-1][2] = 401
    assert codes(read(tmp_path, rows)) == {"total_differs"}


@pytest.mark.parametrize(
    "name", ["Trang 1 mang sang", "Số trang trước mang sang", "Mang từ trang 1 sang", "Chuyển từ trang trước", "Lũy kế đến trang 1"]
)
def test_a_sum_brought_forward_is_no_unit_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    rows = pages([[_, "Cộng trang 1", 260, 160]], [[_, "TỔNG CỘNG", 370, 215]])
    rows.insert(rows.index(SECOND[0]), [_, name, 260, 160])
    reading = read(tmp_path, rows)
    assert (reading.outcome, reading.questions, len(taken(reading))) == ("accept", (), 8)


def test_a_further_page_need_not_hold_the_commune_that_the_sheet_is_named_after(tmp_path: Path) -> None:
    first = [[1, "TT Mộ Đức", 200, 120], [2, "Đức Minh", 60, 40], [3, "Đức Nhuận", 70, 30], [_, "Cộng trang 1", 330, 190]]
    second = [[_, "Trang trước mang sang", 330, 190], [4, "Đức Thạnh", 100, 50], [5, "Đức Hòa", 10, 5], [_, "Toàn huyện", 440, 245]]
    top = [["UBND HUYỆN MỘ ĐỨC"], [], ["TỔNG HỢP THÁNG 3 NĂM 2025"], []]
    reading = read(tmp_path, [*top, HEAD, *first, [_, _, _, "Trang 1/2"], [], HEAD, *second], name="So lieu - Mo Duc 3.2025.xlsx")
    assert (reading.outcome, len(taken(reading))) == ("accept", 10)
