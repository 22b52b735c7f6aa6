"""Returns of communes beyond the area of the installation, and letterheads whose commune nobody knows: the commune is told by the province
beside it, or asked; a province or district over the letterhead never takes its place."""

from pathlib import Path

import pytest
from test_reading import codes, read

from loaders.result import FileReading

TABLE: list[list[object]] = [["TT", "Nội dung", "Số liệu"], [1, "Số hồ sơ tiếp nhận mới", 87], [2, "Số hồ sơ tiếp nhận trực tuyến", 61]]
OCTOBER = "SỐ LIỆU THÁNG 10 NĂM 2025"
APRIL = "SỐ LIỆU THÁNG 4 NĂM 2025"


def _read(tmp_path: Path, *lines: str, title: str = OCTOBER, name: str = "bc.xlsx") -> FileReading:
    return read(tmp_path, [*([line] for line in lines), [title], [], *TABLE], name)


def _units(found: FileReading) -> set[str | None]:
    return {o.unit for o in found.observations if o.status == "accepted"}


@pytest.mark.parametrize(
    ("lines", "unit"),
    [
        (("TỈNH ĐẮK LẮK", "UBND XÃ BUÔN ĐÔN"), "24235.2"),
        (("UBND XÃ BUÔN ĐÔN", "TỈNH ĐẮK LẮK"), "24235.2"),
        (("UBND XÃ BUÔN ĐÔN, TỈNH ĐẮK LẮK",), "24235.2"),
        (("Đơn vị báo cáo: Xã Đồng Văn", "Tỉnh: Tuyên Quang"), "00721.2"),
        (("UBND TỈNH TUYÊN QUANG", "ỦY BAN NHÂN DÂN XÃ ĐỒNG VĂN"), "00721.2"),
        (("TP. HÀ NỘI", "PHƯỜNG BẠCH MAI"), "00292.2"),
        (("UBND THÀNH PHỐ HUẾ", "UBND PHƯỜNG KIM LONG"), "19774.2"),
    ],
)
def test_the_province_beside_it_tells_a_commune_of_the_country(tmp_path: Path, lines: tuple[str, ...], unit: str) -> None:
    found = _read(tmp_path, *lines)
    assert (found.outcome, _units(found)) == ("accept", {unit})


def test_before_the_reorganisation_the_district_told_it(tmp_path: Path) -> None:
    assert _units(_read(tmp_path, "TỈNH HÀ GIANG", "HUYỆN ĐỒNG VĂN", "UBND XÃ LŨNG CÚ", title=APRIL)) == {"00715.1"}


def test_a_motto_beside_the_letterhead_names_no_commune(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["UBND TỈNH LÀO CAI", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
        ["UBND XÃ BÁT XÁT", "", "Độc lập - Tự do - Hạnh phúc"],
        [OCTOBER],
        *TABLE,
    ]
    assert _units(read(tmp_path, rows)) == {"02683.2"}


def test_the_name_of_the_file_says_the_commune_of_the_province(tmp_path: Path) -> None:
    assert _units(_read(tmp_path, "TỈNH TUYÊN QUANG", name="xã Đồng Văn tháng 10-2025.xlsx")) == {"00721.2"}


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("UBND XÃ ĐỒNG VĂN",), OCTOBER),
        (("TỈNH TUYÊN QUANG", "UBND XÃ KHÔNG CÓ"), OCTOBER),
        (("TỈNH HÀ GIANG", "UBND XÃ ĐỒNG VĂN"), OCTOBER),
        (("UBND HUYỆN ĐẮK GLEI", "UBND XÃ ĐĂK CHUNGG"), APRIL),
        (("UBND HUYỆN ĐẮK GLEI", "ỦY BAN NHÂN DÂN XÃ TÂN TIẾN"), APRIL),
        (("TỈNH HƯNG YÊN", "UBND XÃ ĐĂK PÉK"), OCTOBER),
        (("TỈNH QUẢNG NGÃI",), OCTOBER),
        (("HUYỆN ĐẮK GLEI", "UBND XÃ ........."), APRIL),
    ],
)
def test_a_commune_that_nobody_knows_or_that_never_lay_there_is_asked(tmp_path: Path, lines: tuple[str, ...], title: str) -> None:
    found = _read(tmp_path, *lines, title=title)
    assert (found.outcome, _units(found)) == ("ask", set())
    assert codes(found) & {"unit_ambiguous", "unit_unlisted", "unit_conflict", "no_unit"}


def test_another_commune_in_the_name_of_the_file_is_asked(tmp_path: Path) -> None:
    found = _read(tmp_path, "TỈNH ĐẮK LẮK", "UBND XÃ BUÔN ĐÔN", name="xa Dak Pek.xlsx")
    assert (_units(found), codes(found)) == (set(), {"unit_conflict"})


@pytest.mark.parametrize("lines", [("UBND HUYỆN ĐẮK GLEI",), ("TỈNH KON TUM", "HUYỆN ĐẮK GLEI")])
def test_a_district_still_sends_its_own_figures(tmp_path: Path, lines: tuple[str, ...]) -> None:
    assert _units(_read(tmp_path, *lines, title=APRIL)) == {"610.1"}


@pytest.mark.parametrize(
    ("lines", "title", "unit"),
    [
        (("TỈNH KON TUM", "UBND XÃ ĐĂK PÉK"), APRIL, "23353.1"),
        (("HUYỆN ĐẮK GLEI", "UBND XÃ Đ.PÉK"), APRIL, "23353.1"),
        (("TỈNH QUẢNG NGÃI", "UBND XÃ ĐĂK PÉK"), OCTOBER, "23341.2"),
        (("TỈNH KON TUM", "UBND XÃ ĐĂK PÉK"), OCTOBER, "23341.2"),
    ],
)
def test_the_provinces_of_a_commune_contradict_nobody(tmp_path: Path, lines: tuple[str, ...], title: str, unit: str) -> None:
    assert _units(_read(tmp_path, *lines, title=title)) == {unit}
