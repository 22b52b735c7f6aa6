"""Lists of communes beyond the area of the installation, whose names several units of the country bear: the province or district that the
sheet says settles them, else the rows beside them; two areas that are possible settle nothing."""

from pathlib import Path

import pytest
from test_reading import codes, read

from loaders.result import FileReading

NAMES = ["Xã Tân Thành", "Thị trấn Mai Châu", "Xã Sơn Thủy", "Xã Pà Cò", "Xã Đồng Tân", "Xã Thành Sơn"]
UNITS = ["04882.1", "05200.1", "05206.1", "05209.1", "05221.1", "05254.1"]
LATER = ["Xã Bảo Thắng", "Xã Phong Hải", "Xã Gia Phú", "Xã Xuân Quang"]
APRIL, NOW = "SỐ LIỆU HỒ SƠ THÁNG 4 NĂM 2025", "SỐ LIỆU HỒ SƠ THÁNG 4 NĂM 2026"
HEADS: list[object] = ["TT", "Đơn vị", "Hồ sơ tiếp nhận mới", "Hồ sơ tiếp nhận trực tuyến"]


def _read(tmp_path: Path, names: list[str], *lines: str, title: str = APRIL, name: str = "bc.xlsx") -> FileReading:
    rows: list[list[object]] = [[i, text, 100 + i, 60 + i] for i, text in enumerate(names, 1)]
    return read(tmp_path, [*([line] for line in lines), [title], [], HEADS, *rows], name)


def _units(found: FileReading) -> list[str | None]:
    return list(dict.fromkeys(o.unit for o in found.observations if o.status == "accepted"))


@pytest.mark.parametrize(
    ("lines", "title", "name"),
    [
        (("UBND HUYỆN MAI CHÂU",), APRIL, "bc.xlsx"),
        (("SỞ TƯ PHÁP TỈNH HOÀ BÌNH",), APRIL, "bc.xlsx"),
        ((), "Số liệu hồ sơ các xã huyện Mai Châu tháng 4 năm 2025", "bc.xlsx"),
        ((), APRIL, "Huyen Mai Chau thang 4-2025.xlsx"),
        ((), APRIL, "bc.xlsx"),
    ],
)
def test_the_district_that_is_said_or_in_which_all_rows_lie_settles_names(
    tmp_path: Path, lines: tuple[str, ...], title: str, name: str
) -> None:
    found = _read(tmp_path, NAMES, *lines, title=title, name=name)
    assert (found.outcome, _units(found)) == ("accept", UNITS)


@pytest.mark.parametrize("area", ["Mai Châu", "Huyện Mai Châu, tỉnh Hòa Bình"])
def test_a_column_of_one_area_settles_names(tmp_path: Path, area: str) -> None:
    rows: list[list[object]] = [[i, area, text, 100 + i, 60 + i] for i, text in enumerate(NAMES, 1)]
    found = read(tmp_path, [[APRIL], [], ["TT", "Huyện", *HEADS[1:]], *rows])
    assert (found.outcome, _units(found)) == ("accept", UNITS)


@pytest.mark.parametrize(
    "names",
    [
        ["Xa Tan Thanh", "Thi tran Mai Chau", "Xa Son Thuy", "Xa Pa Co", "Xa Dong Tan", "Xa Thanh Son"],
        ["Tân Thành", "Mai Châu", "Sơn Thuỷ", "Pà Cò", "Đồng Tân", "Thành Sơn"],
        ["UBND xã Tân Thành", "UBND thị trấn Mai Châu", "UBND xã Sơn Thuỷ", "UBND xã Pà Cò", "UBND xã Đồng Tân", "UBND xã Thành Sơn"],
    ],
)
def test_inside_that_area_other_spellings_count_as_at_home(tmp_path: Path, names: list[str]) -> None:
    found = _read(tmp_path, names, "Huyen Mai Chau tinh Hoa Binh")
    assert (found.outcome, _units(found)) == ("accept", UNITS)


def test_another_type_of_unit_is_doubted(tmp_path: Path) -> None:
    found = _read(tmp_path, [*NAMES[:3], "Phường Pà Cò", *NAMES[4:]], "UBND HUYỆN MAI CHÂU")
    assert (found.outcome, _units(found)) == ("ask", [*UNITS[:3], *UNITS[4:]])


def test_a_province_called_by_its_name_alone_decides_between_those_that_have_all_names(tmp_path: Path) -> None:
    assert _units(_read(tmp_path, LATER[2:], title=f"{NOW} - LÀO CAI")) == ["02923.2", "02926.2"]
    assert _units(_read(tmp_path, LATER[2:], title=NOW, name="LaoCai_T4.xlsx")) == ["02923.2", "02926.2"]
    assert _units(_read(tmp_path, ["Xã Tân Tiến", "Xã Tân Thành"], title=NOW)) == []


@pytest.mark.parametrize(
    "lines",
    [("TỈNH LÀO CAI", "UBND HUYỆN ĐẮK GLEI"), ("TỈNH LÀO CAI", "UBND XÃ ĐĂK PÉK"), ("Kính gửi: UBND tỉnh Lào Cai",)],
)
def test_a_file_of_ours_and_a_receiver_settle_nothing(tmp_path: Path, lines: tuple[str, ...]) -> None:
    assert _units(_read(tmp_path, ["Xã Tân Tiến", "Xã Tân Thành"], *lines, title=NOW)) == []


def test_the_figures_of_each_column_belong_to_the_unit_of_its_time(tmp_path: Path) -> None:
    heads: list[list[object]] = [["Đơn vị", "Hồ sơ tiếp nhận mới"], ["", "Tháng 1/2026", "Tháng 2/2026"]]
    rows: list[list[object]] = [[text, 10 + i, 20 + i] for i, text in enumerate(LATER)]
    found = read(tmp_path, [["Tỉnh Lào Cai: So sánh tháng 2 năm 2026 với tháng 1 năm 2026"], [], *heads, *rows])
    assert _units(found) == ["02905.2", "02902.2", "02923.2", "02926.2"]


def test_communes_across_and_slips_are_known_there_too(tmp_path: Path) -> None:
    across: list[list[object]] = [["TT", "Chỉ tiêu", *LATER], [1, "Hồ sơ tiếp nhận mới", 5, 6, 7, 8]]
    assert _units(read(tmp_path, [["TỈNH LÀO CAI"], [NOW], [], *across])) == ["02905.2", "02902.2", "02923.2", "02926.2"]
    slip: list[list[object]] = [["X. Gia Phú - tỉnh Lào Cai. Số liệu tháng 4/2026"], ["HS đã g/quyết", 55], ["HS đang g/quyết", 5]]
    found = read(tmp_path, slip)
    assert [(o.unit, o.element) for o in found.observations] == [("02923.2", "resolved_total"), ("02923.2", "processing_total")]


def test_words_of_the_file_and_of_rows_are_no_communes_of_a_large_area(tmp_path: Path) -> None:
    names = ["Xã Cư Jút", "Xã Đắk Wil", "Xã Nam Dong", "Xã Đức Lập", "Xã Krông Nô"]
    found = _read(tmp_path, names, "TỈNH LÂM ĐỒNG", title=NOW, name="Lam Dong so hoa thang 4.2026.xlsx")
    assert (found.outcome, len(_units(found))) == ("accept", 5)
    rows: list[list[object]] = [["I", "Văn bản"], [1, "Văn bản gửi, nhận (trừ văn bản mật)", 1058], [2, "Hồ sơ tiếp nhận mới", 50]]
    said = [["UBND TỈNH PHÚ THỌ"], ["UBND XÃ MAI CHÂU"], [NOW], [], ["STT", "Chỉ tiêu", "Số liệu"], *rows]
    assert _units(read(tmp_path, said)) == ["05200.2"]


def test_a_question_says_where_each_of_several_units_lies_and_how_many_others_there_are(tmp_path: Path) -> None:
    found = _read(tmp_path, ["Xã Tân Tiến", "Xã Tân Thành", "Xã Đoàn Kết", "Xã Tân Lập", "Xã Tân Hòa"], "UBND HUYỆN ĐẮK GLEI", title=NOW)
    assert codes(found) == {"unit_ambiguous"}
    text = found.questions[1].text
    assert text.startswith("Xã Tân Thành: tên trùng với nhiều đơn vị (Xã Tân Thành (tỉnh Thái Nguyên), Xã Tân Thành (tỉnh ")
    assert text.endswith("đơn vị khác) hoặc viết sai. Là đơn vị nào?") and text.count("(tỉnh ") == 3
    assert len({option.label for option in found.questions[1].options}) == len(found.questions[1].options)


def test_a_code_beside_a_name_that_two_communes_bear_says_which_of_them(tmp_path: Path) -> None:
    head: list[object] = ["Huyện", "Mã đơn vị", "Đơn vị", "Kỳ báo cáo", "Hồ sơ tiếp nhận mới"]
    names = [("23500", "Thị trấn Đăk Hà"), ("23504", "Xã Đăk Long"), ("23506", "Xã Đăk Hring"), ("23509", "Xã Đăk Ui")]
    rows: list[list[object]] = [["Đăk Hà", code, name, "Tháng 04/2025", 190 + n] for n, (code, name) in enumerate(names)]
    found = read(tmp_path, [head, *rows])
    assert (found.outcome, [o.unit for o in found.observations]) == ("accept", [f"{code}.1" for code, _name in names])


@pytest.mark.parametrize(
    ("lines", "outcome", "units"),
    [
        (["Đơn vị: UBND xã Đăk Long, huyện Đăk Hà"], "accept", {"23504.1"}),
        (["UBND HUYỆN ĐĂK HÀ", "UBND XÃ ĐĂK LONG"], "ask", {""}),
    ],
)
def test_a_commune_is_that_of_its_name_in_the_district_behind_it_though_ours_has_one_too(
    tmp_path: Path, lines: list[str], outcome: str, units: set[str]
) -> None:
    head: list[list[object]] = [*([line] for line in lines), ["SỐ LIỆU THÁNG 12/2024"], ["TT", "Chỉ tiêu", "Số liệu"]]
    found = read(tmp_path, [*head, [1, "Hồ sơ tiếp nhận mới", 120], [2, "Tổng số CBCC", 20]])
    assert (found.outcome, {o.unit for o in found.observations}) == (outcome, units)
