"""What is published on the page of the district: the district's own figure; of a commune it may be that or its own, and is asked."""

from pathlib import Path

import pytest
from test_reading import by_element, read

ROWS = ["Mục thông tin bắt buộc đã công khai trên {}", "Cơ quan, đơn vị sử dụng phần mềm QLVB&ĐH"]


def sheet(sender: str, page: str) -> list[list[object]]:
    head: list[list[object]] = [[sender], ["SỐ LIỆU XÂY DỰNG CHÍNH QUYỀN ĐIỆN TỬ QUÝ I/2025"], []]
    head.append(["TT", "Nội dung", "Mẫu số (tổng)", "Tử số (đạt)", "Tỷ lệ"])
    return [*head, [1, ROWS[0].format(page), 26, 23, "88,5%"], [2, ROWS[1], 25, 20, "80,0%"]]


PAIR = {"content_items_required": [26], "content_items_ok": [23], "units_total": [25], "units_using_dms": [20]}


@pytest.mark.parametrize("page", ["Trang thông tin điện tử huyện", "Cổng thông tin điện tử của huyện", "Trang TTĐT UBND huyện"])
def test_the_page_of_the_district_is_the_districts(tmp_path: Path, page: str) -> None:
    found = read(tmp_path, sheet("UBND HUYỆN ĐẮK GLEI", page))
    assert (found.outcome, by_element(found)) == ("accept", PAIR)
    commune = read(tmp_path, sheet("UBND XÃ ĐĂK PÉK", page))
    assert commune.outcome == "ask" and "content_items_ok" not in by_element(commune)


@pytest.mark.parametrize("page", ["Trang thông tin điện tử xã", "Cổng thông tin điện tử", "Trang thông tin điện tử"])
def test_its_own_page_is_the_communes(tmp_path: Path, page: str) -> None:
    assert by_element(read(tmp_path, sheet("UBND XÃ ĐĂK PÉK", page))) == PAIR
