"""Tables of a province with its districts in rows: each row is that district, also where its name is that of a town as well."""

from pathlib import Path

import pytest
from test_reading import read

HEAD = ["TT", "Đơn vị", "Hồ sơ tiếp nhận mới", "Hồ sơ nộp trực tuyến"]
DISTRICTS = ["Đắk Glei", "Ngọc Hồi", "Đắk Tô", "Sa Thầy"]


def sheet(names: list[str], month: str = "11/2024") -> list[list[object]]:
    rows: list[list[object]] = [[n, name, 100 * n, 50 * n] for n, name in enumerate(names, 1)]
    return [["UBND TỈNH KON TUM"], [f"SỐ LIỆU CÁC HUYỆN THÁNG {month}"], [], HEAD, *rows, [None, "Toàn tỉnh", 1000, 500]]


@pytest.mark.parametrize("kind", ["Huyện ", ""], ids=["with their kind", "bare"])
def test_rows_of_districts_are_their_own(tmp_path: Path, kind: str) -> None:
    found = read(tmp_path, sheet([f"{kind}{name}" for name in DISTRICTS]))
    own = {o.unit: o.value for o in found.observations if o.element == "dossiers_recv_new"}
    assert (found.outcome, own) == ("accept", {"610.1": 100, "611.1": 200, "612.1": 300, "616.1": 400})


def test_communes_of_which_one_bears_the_name_of_its_district_stay_communes(tmp_path: Path) -> None:
    found = read(tmp_path, sheet(["Thị trấn Đăk Glei", "Đăk Pék", "Đăk Man", "Xốp"]))
    assert {o.unit for o in found.observations} >= {"23341.1", "23353.1", "23347.1", "23359.1"}


def test_districts_that_had_ended_are_asked_for(tmp_path: Path) -> None:
    found = read(tmp_path, sheet([f"Huyện {name}" for name in DISTRICTS], month="11/2025"))
    assert (found.outcome, [o for o in found.observations if o.status == "accepted"]) == ("ask", [])


def test_of_a_province_and_a_district_in_the_letterhead_the_figures_are_those_of_the_district(tmp_path: Path) -> None:
    head: list[list[object]] = [["UBND TỈNH KON TUM"], ["UBND HUYỆN ĐẮK GLEI"], ["SỐ LIỆU NĂM 2024"], []]
    found = read(tmp_path, [*head, ["Chỉ tiêu", "Kết quả"], ["Tổng số CBCC", 412], ["Số CBCC được cấp chữ ký số", 400]])
    assert (found.outcome, {o.unit for o in found.observations}) == ("accept", {"610.1"})


NORTH = ["Xã Đăk Pxi", "Xã Đăk Long", "Xã Đăk Hring", "Xã Hà Mòn"]
OURS = ["Xã Đăk Pék", "Xã Đăk Môn", "Xã Đăk Long", "Xã Xốp"]


def sections(*parts: tuple[str, list[str]], below: bool = False) -> list[list[object]]:
    """Communes under (or over) the sum of their district."""
    rows: list[list[object]] = []
    for n, (district, names) in enumerate(parts, 1):
        own: list[list[object]] = [[i, name, 100 * n + i, 50 * n + i] for i, name in enumerate(names, 1)]
        whole: list[object] = ["I" * n, district, 400 * n + 10, 200 * n + 10]
        rows += [*own, whole] if below else [whole, *own]
    return [["SỞ THÔNG TIN VÀ TRUYỀN THÔNG TỈNH KON TUM"], ["(các huyện Đăk Hà, Đắk Glei)"], ["SỐ LIỆU THÁNG 11/2024"], HEAD, *rows]


def received(tmp_path: Path, rows: list[list[object]]) -> dict[str, list[float]]:
    found: dict[str, list[float]] = {}
    for o in read(tmp_path, rows).observations:
        if o.status == "accepted" and o.element == "dossiers_recv_new":
            found.setdefault(o.unit or "", []).append(o.value)
    return found


@pytest.mark.parametrize("names", [("HUYỆN ĐĂK HÀ", "HUYỆN ĐẮK GLEI"), ("Huyện Đăk Hà", "Huyện Đắk Glei")])
def test_a_name_of_two_districts_is_of_the_one_it_stands_under(tmp_path: Path, names: tuple[str, str]) -> None:
    found = received(tmp_path, sections((names[0], NORTH), (names[1], OURS)))
    assert (found["23504.1"], found["23368.1"], len(found)) == ([102], [203], 8)


def test_under_the_communes_a_district_heads_nothing(tmp_path: Path) -> None:
    found = received(tmp_path, sections(("HUYỆN ĐĂK HÀ", NORTH), ("HUYỆN ĐẮK GLEI", OURS), below=True))
    assert not {"23504.1", "23368.1"} & set(found)


def test_a_district_over_communes_of_another_one_says_nothing_of_them(tmp_path: Path) -> None:
    found = received(tmp_path, sections(("HUYỆN ĐĂK HÀ", [*OURS[:2], OURS[3], "Xã Ngọc Linh", "Xã Đăk Man", "Xã Đăk Long"])))
    assert "23504.1" not in found
