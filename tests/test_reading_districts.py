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
