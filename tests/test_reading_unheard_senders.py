"""A commune that the letterhead names and the area does not hold is found in the province named above it, or asked for; its figures are
never taken for those of the district or province above it."""

from pathlib import Path

import pytest
from test_reading import codes, read

from loaders.understanding.names.unheard import commune_at_head, names_its_commune

FIGURES: list[list[object]] = [
    [],
    ["Chỉ tiêu", "Số liệu"],
    ["Hồ sơ tiếp nhận mới", 231],
    ["Hồ sơ nộp trực tuyến", 164],
    ["Tổng số CBCC", 20],
]


def sheet(*lines: str, month: str = "3/2026") -> list[list[object]]:
    return [*([line] for line in lines), [f"SỐ LIỆU THÁNG {month}"], *FIGURES]


@pytest.mark.parametrize(
    ("lines", "month", "unit"),
    [
        (("UBND TỈNH LÀO CAI", "UBND XÃ BÁT XÁT"), "3/2026", "02683.2"),
        (("UBND THÀNH PHỐ HUẾ", "UBND PHƯỜNG KIM LONG"), "3/2026", "19774.2"),
        (("Đơn vị: Xã Bát Xát, tỉnh Lào Cai",), "3/2026", "02683.2"),
        (("UBND HUYỆN BÁT XÁT", "UBND THỊ TRẤN BÁT XÁT"), "3/2025", "02683.1"),
    ],
    ids=["province", "city", "one line", "district"],
)
def test_a_commune_of_another_province_is_known_beside_that_province(tmp_path: Path, lines: tuple[str, ...], month: str, unit: str) -> None:
    found = read(tmp_path, sheet(*lines, month=month))
    assert (found.outcome, {o.unit for o in found.observations}) == ("accept", {unit})


@pytest.mark.parametrize(
    ("lines", "month", "code"),
    [
        (("UBND HUYỆN ĐẮK GLEI", "UBND XÃ ĐĂK ABC"), "3/2025", "unit_unlisted"),
        (("UBND TỈNH QUẢNG NGÃI", "UBND XÃ BÁT XÁT"), "3/2026", "unit_ambiguous"),
        (("UBND TỈNH LÀO CAI", "UBND PHƯỜNG KIM LONG"), "3/2026", "unit_ambiguous"),
        (("UBND HUYỆN ĐẮK GLEI", "UBND XÃ"), "3/2025", "unit_unlisted"),
        (("UBND HUYỆN ĐẮK GLEI", "UBND xã ...................."), "3/2025", "unit_unlisted"),
    ],
    ids=["no such commune", "of another province", "not of the province named", "no name", "dots for a name"],
)
def test_figures_of_an_unknown_commune_are_not_those_of_the_unit_above_it(
    tmp_path: Path, lines: tuple[str, ...], month: str, code: str
) -> None:
    found = read(tmp_path, sheet(*lines, month=month))
    assert (found.outcome, codes(found)) == ("ask", {code})


def test_the_motto_beside_a_letterhead_names_no_commune(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["UBND TỈNH LÀO CAI", None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["UBND XÃ BÁT XÁT", None, "Độc lập - Tự do - Hạnh phúc"],
        *sheet(),
    ]
    assert {o.unit for o in read(tmp_path, rows).observations} == {"02683.2"}


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("UBND XÃ BÁT XÁT", "xã BÁT XÁT"),
        ("ĐẢNG ỦY PHƯỜNG KIM LONG, TP HUẾ", "phường KIM LONG"),
        ("Đơn vị báo cáo: Xã Tân Lập", "xã Tân Lập"),
        ("bao_cao: xa Tan Lap thang 3", "xã Tan Lap"),
        ("UBND xã An Phước Trung", "xã An Phước Trung"),
        ("UBND xã Nam Thắng Tây", "xã Nam Thắng Tây"),
        ("UBND xã An toàn khu", ""),
        ("UBND CÁC XÃ, THỊ TRẤN", ""),
        ("Xã/Phường", ""),
        ("Xã ta", ""),
        ("XÃ NÔNG THÔN MỚI NĂM 2025", ""),
        ("UBND xã báo cáo kết quả như sau", ""),
        ("Xã, phường, thị trấn", ""),
    ],
)
def test_which_lines_begin_with_the_name_of_a_commune(line: str, name: str) -> None:
    assert (commune_at_head(line).lower(), names_its_commune(line)) == (name.lower(), bool(name))


def test_a_row_of_the_town_s_name_that_is_the_sum_of_all_is_the_district(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["SỐ LIỆU CÁC XÃ, THỊ TRẤN THUỘC HUYỆN ĐẮK GLEI THÁNG 3/2025"],
        [],
        ["TT", "Tên xã, thị trấn", "Hồ sơ tiếp nhận mới", "Hồ sơ nộp trực tuyến"],
        [1, "Thị trấn Đăk Glei", 96, 57],
        [2, "Đăk Pék", 100, 83],
        [3, "Đăk Man", 20, 12],
        [4, "Đắk Glei", 216, 152],
    ]
    found = read(tmp_path, rows)
    taken = [o.value for o in found.observations if o.unit == "23341.1"]
    assert (found.outcome, taken) == ("accept", [96, 57])


def test_a_file_named_after_several_months_contradicts_no_sheet_of_one_of_them(tmp_path: Path) -> None:
    found = read(tmp_path, sheet("UBND XÃ ĐĂK MÔN", month="1/2025"), name="So theo doi xa Dak Mon nam 2025 (T1-T5).xlsx")
    assert (found.outcome, {o.period for o in found.observations}) == ("accept", {"2025-M01"})


@pytest.mark.parametrize("name", ["van ban cac xa Dak Ha.xlsx", "Số liệu 11 xã Đăk Hà.xlsx"])
def test_the_communes_of_a_district_that_bears_the_name_of_one_are_not_that_one(tmp_path: Path, name: str) -> None:
    rows: list[list[object]] = [
        ["SỐ LIỆU CÁC XÃ, THỊ TRẤN HUYỆN ĐĂK HÀ THÁNG 1/2025"], ["TT", "Đơn vị", "Hồ sơ tiếp nhận mới"],
        [1, "Xã Đăk Pxi", 40], [2, "Xã Đăk Ui", 30],
    ]  # fmt: skip
    assert read(tmp_path, rows, name=name).outcome == "accept"


def test_a_short_form_of_a_heading_is_no_commune_by_its_first_letters(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["TỈNH LÀO CAI - UBND XÃ BẢO NHAI"], ["SL TTHC THÁNG 02/2026"], ["ND", "SL", "ĐVT"],
        ["Số HS tiếp nhận mới", 286, "HS"], ["HS nộp trực tuyến", 202, "HS"],
    ]  # fmt: skip
    found = read(tmp_path, rows)
    assert (found.outcome, {o.unit for o in found.observations}) == ("accept", {"02890.2"})


def test_the_centre_of_a_province_is_no_estimate(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Kết quả giải quyết các xã trung tâm tỉnh tháng 10/2025"], ["TT", "Đơn vị", "Tổng số hồ sơ đã giải quyết", "Giải quyết trước hạn"],
        [1, "Xã Đăk Môn", 40, 20], [2, "Xã Đăk Long", 30, 10],
    ]  # fmt: skip
    assert read(tmp_path, rows).outcome == "accept"
