"""Columns that name wholes under a heading that says a part of them."""

from pathlib import Path

import pytest
from test_reading import taken
from test_reading_compared import merged

from loaders.result import FileReading

_ = None


def _read(tmp_path: Path, *groups: tuple[str, list[str]]) -> FileReading:
    over = [text for group, leaves in groups for text in (group, *[_] * (len(leaves) - 1))]
    under = [leaf for _group, leaves in groups for leaf in leaves]
    rows: list[list[object]] = [["TỔNG HỢP SỐ LIỆU THÁNG 5 NĂM 2026"], ["TT", "Xã", *over], [_, _, *under]]
    rows += [[n, name, *(80 - 9 * c + n for c in range(len(under)))] for n, name in enumerate(["Xã Đăk Môn", "Xã Xốp"], 1)]
    ranges, col = ["A2:A3", "B2:B3"], 3
    for _group, leaves in groups:
        if len(leaves) > 1:
            ranges.append(f"{'ABCDEFGH'[col - 1]}2:{'ABCDEFGH'[col + len(leaves) - 2]}2")
        col += len(leaves)
    return merged(tmp_path, rows, *ranges)


def _elements(found: FileReading) -> dict[str, str]:
    return {o.cell[0]: o.element for o in found.observations if o.status == "accepted"}


@pytest.mark.parametrize(
    ("group", "leaves", "elements"),
    [
        ("Quá hạn", ["Hồ sơ đã giải quyết", "Hồ sơ đang giải quyết"], ["resolved_late", "processing_overdue"]),
        ("Trực tuyến", ["Hồ sơ tiếp nhận mới"], ["dossiers_recv_online"]),
        ("Có chữ ký số", ["Số cán bộ, công chức", "Số lãnh đạo"], ["officials_with_cert", "leaders_with_cert"]),
        ("Trực tuyến", ["Hồ sơ tiếp nhận mới", "Hồ sơ nộp trực tuyến"], ["dossiers_recv_new", "dossiers_recv_online"]),
        ("Chữ ký số", ["Tổng số CBCC", "Số CBCC đã được cấp"], ["officials_total", "officials_with_cert"]),
        ("Cáp quang", ["Số hộ", "Số hộ sử dụng"], ["households_total", "households_fibre"]),
    ],
)
def test_a_part_over_wholes_makes_them_parts_unless_one_of_them_says_it(
    tmp_path: Path, group: str, leaves: list[str], elements: list[str]
) -> None:
    assert _elements(_read(tmp_path, (group, leaves))) == dict(zip("CD", elements, strict=False))


def test_a_part_without_an_element_is_asked_where_its_whole_is_not_there(tmp_path: Path) -> None:
    found = _read(tmp_path, ("Toàn trình", ["Hồ sơ tiếp nhận mới"]))
    assert (found.outcome, taken(found)) == ("ask", {})


def test_a_part_without_an_element_is_left_beside_its_whole(tmp_path: Path) -> None:
    leaves = ["Hồ sơ tiếp nhận mới", "Hồ sơ đã giải quyết"]
    found = _elements(_read(tmp_path, ("Tổng số", leaves), ("Trực tuyến", leaves)))
    assert found == {"C": "dossiers_recv_new", "D": "resolved_total", "E": "dossiers_recv_online"}


ONLINE = ["Hồ sơ trực tuyến", "Hồ sơ nộp qua mạng", "HỒ SƠ TRỰC TUYẾN", "Trực tuyến"]


@pytest.mark.parametrize("group", ONLINE)
def test_dossiers_under_a_group_of_online_dossiers_are_those_that_came_online(tmp_path: Path, group: str) -> None:
    leaves = ["Hồ sơ tiếp nhận mới", "Hồ sơ đã giải quyết"]
    assert _elements(_read(tmp_path, ("Tổng số", leaves), (group, leaves)))["E"] == "dossiers_recv_online"
    alone = _read(tmp_path, (group, leaves))
    assert (_elements(alone), alone.outcome) == ({"C": "dossiers_recv_online"}, "ask")


def test_what_was_done_in_time_with_online_dossiers_is_not_that_of_all(tmp_path: Path) -> None:
    found = _read(tmp_path, ("Hồ sơ trực tuyến", ["Đã giải quyết đúng hạn", "Đã giải quyết quá hạn"]))
    assert (_elements(found), found.outcome) == ({}, "ask")


def _rows(tmp_path: Path, *lines: tuple[object, str, object]) -> FileReading:
    rows = [["UBND XÃ ĐĂK MÔN"], ["KẾT QUẢ GIẢI QUYẾT TTHC THÁNG 5 NĂM 2026"], ["STT", "Nội dung", "Số lượng"], *map(list, lines)]
    return merged(tmp_path, rows)


def _by_row(found: FileReading) -> dict[str, str]:
    return {o.cell[1:]: o.element for o in found.observations if o.status == "accepted"}


@pytest.mark.parametrize("group", ONLINE)
def test_rows_under_a_section_of_online_dossiers_are_those_that_came_online(tmp_path: Path, group: str) -> None:
    lines = [("I", "Tất cả các hình thức", _), (1, "Hồ sơ tiếp nhận mới", 120), (2, "Hồ sơ đã giải quyết", 110)]
    found = _by_row(_rows(tmp_path, *lines, ("II", group, _), (1, "Hồ sơ tiếp nhận mới", 80), (2, "Hồ sơ đã giải quyết", 70)))
    assert found == {"5": "dossiers_recv_new", "6": "resolved_total", "8": "dossiers_recv_online"}


def test_rows_under_a_section_of_online_dossiers_alone_are_never_those_of_all(tmp_path: Path) -> None:
    found = _rows(tmp_path, ("I", "Hồ sơ trực tuyến", _), (1, "Hồ sơ tiếp nhận mới", 120), (2, "Hồ sơ đã giải quyết", 110))
    assert (_by_row(found), found.outcome) == ({"5": "dossiers_recv_online"}, "ask")


@pytest.mark.parametrize("title", ["Dịch vụ công trực tuyến", "Hồ sơ trực tuyến"])
def test_a_section_whose_rows_say_online_themselves_is_but_a_topic(tmp_path: Path, title: str) -> None:
    found = _by_row(_rows(tmp_path, ("I", title, _), (1, "Hồ sơ tiếp nhận mới", 120), (2, "Hồ sơ tiếp nhận trực tuyến", 110)))
    assert found == {"5": "dossiers_recv_new", "6": "dossiers_recv_online"}
