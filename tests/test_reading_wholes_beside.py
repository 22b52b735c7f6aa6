"""A heading that leaves its thing to others ("checked") under a title that speaks of another thing as well: the whole beside it tells."""

from pathlib import Path

from test_reading import by_element, read

TITLE = "XÁC THỰC DỮ LIỆU CHUYÊN NGÀNH BHXH VỚI CSDLQG VỀ DÂN CƯ THÁNG 5 NĂM 2026"
WHOLE, PART = "Dữ liệu chuyên ngành đang quản lý", "Đã xác thực khớp đúng với CSDLQG về dân cư"


def _read(tmp_path: Path, *headings: str):
    figures = {WHOLE: (610, 540), PART: (600, 512)}
    rows = [[n + 1, name, *(figures[h][n] for h in headings)] for n, name in enumerate(["Xã Đăk Môn", "Xã Xốp"])]
    return read(tmp_path, [[TITLE], ["TT", "Xã", *headings], *rows])


def test_beside_the_whole_that_names_its_thing_the_part_is_taken(tmp_path: Path) -> None:
    found = _read(tmp_path, WHOLE, PART)
    assert by_element(found) == {"sector_records_total": [610, 540], "sector_records_matched": [600, 512]}


def test_alone_under_that_title_it_is_asked(tmp_path: Path) -> None:
    assert (by_element(found := _read(tmp_path, PART)), found.outcome) == ({}, "ask")
