"""Names that several communes bear, in a list of one district under its name: the one of the district is meant. Elsewhere it is asked."""

from pathlib import Path

import pytest
from test_reading import codes, read

HEAD = ["#", "Xã/Thị trấn", "HS tiếp nhận mới", "HS tiếp nhận trực tuyến"]
DAK_HA = ["Thị trấn Đăk Hà", "Xã Đăk Pxi", "Xã Đăk Long", "Xã Đăk Hring", "Xã Đăk Ui"]
TU_MO_RONG = ["Ngọk Lây", "Đăk Na", "Măng Ri", "Đăk Hà", "Tê Xăng"]


def of(tmp_path: Path, title: str, names: list[str]) -> tuple[dict[str, str], set[str]]:
    rows: list[list[object]] = [[n, name, 90 + n, 70 + n] for n, name in enumerate(names, 1)]
    found = read(tmp_path, [[title], ["Tháng 3/2025"], [], HEAD, *rows])
    taken = {o.cell: o.unit for o in found.observations if o.status == "accepted" and o.cell.startswith("C")}
    return {names[int(cell[1:]) - 5]: unit for cell, unit in taken.items()}, codes(found)


@pytest.mark.parametrize(
    "title", ["HUYỆN ĐĂK HÀ - TỔNG HỢP HỒ SƠ TTHC CÁC XÃ, THỊ TRẤN", "UBND HUYỆN ĐĂK HÀ", "Tổng hợp số liệu các xã thuộc huyện Đăk Hà"]
)
def test_a_list_of_a_district_has_its_own_commune_of_a_name(tmp_path: Path, title: str) -> None:
    found, told = of(tmp_path, title, DAK_HA)
    assert (found["Xã Đăk Long"], told) == ("23504.1", set())


@pytest.mark.parametrize(
    "body", ["HUYỆN ĐOÀN TU MƠ RÔNG", "ĐOÀN TNCS HỒ CHÍ MINH - HUYỆN ĐOÀN TU MƠ RÔNG", "HUYỆN ỦY TU MƠ RÔNG", "HUYỆN ĐỘI TU MƠ RÔNG"]
)
def test_a_body_of_a_district_names_it(tmp_path: Path, body: str) -> None:
    found, told = of(tmp_path, body, TU_MO_RONG)
    assert (len(found), found["Đăk Hà"] == "23500.1", told) == (5, False, set())


def test_without_its_district_a_name_of_several_is_asked(tmp_path: Path) -> None:
    found, told = of(tmp_path, "SỐ LIỆU CÁC XÃ", TU_MO_RONG)
    assert ("Đăk Hà" in found, "unit_ambiguous" in told) == (False, True)


def test_among_rows_of_another_district_it_is_asked_too(tmp_path: Path) -> None:
    found, told = of(tmp_path, "UBND HUYỆN ĐĂK HÀ", ["Xã Đăk Choong", "Xã Đăk Long", "Xã Xốp", "Xã Ngọc Linh"])
    assert ("Xã Đăk Long" in found, "unit_ambiguous" in told) == (False, True)


def test_a_name_that_stands_there_twice_is_asked(tmp_path: Path) -> None:
    found, told = of(tmp_path, "UBND HUYỆN ĐĂK HÀ", [*DAK_HA, "Đăk Hà"])
    assert "Đăk Hà" not in found or told
