"""Returns of few words: lines with a colon in one column, one row of figures under bare headings, headings that cite a plan."""

from pathlib import Path

import pytest
from test_reading import codes, read, taken

_ = None
OVER: list[list[object]] = [["UBND XÃ ĐĂK MÔN"], ["BÁO CÁO THÁNG 4 NĂM 2026"], []]
LINES = [
    "Số hồ sơ tiếp nhận mới: 125 hồ sơ",
    "Trong đó: nộp trực tuyến: 98 hồ sơ",
    "Hồ sơ đã giải quyết: 110",
    "Số cán bộ, công chức: 42 người",
]


@pytest.mark.parametrize("shape", ["{}", "- {};", "  + {}.", "{}  "])
@pytest.mark.parametrize("indent", [0, 2])
def test_lines_of_one_column_are_read(tmp_path: Path, shape: str, indent: int) -> None:
    found = read(tmp_path, [*OVER, *([*[_] * indent, shape.format(line)] for line in LINES)])
    col = "ABC"[indent]
    assert taken(found) == {f"{col}4": 125, f"{col}5": 98, f"{col}6": 110, f"{col}7": 42} and found.outcome == "accept"
    assert {o.element for o in found.observations} == {"dossiers_recv_new", "dossiers_recv_online", "resolved_total", "officials_total"}


def test_lines_under_titles_of_sections_and_beside_remarks(tmp_path: Path) -> None:
    body = [
        ["I. Dịch vụ công"],
        [LINES[0]],
        [LINES[2]],
        [],
        ["II. Cán bộ"],
        [LINES[3]],
        ["Khó khăn: thiếu máy"],
        ["Người lập: Y Thư"],
    ]
    assert taken(read(tmp_path, [*OVER, *body])) == {"A5": 125, "A6": 110, "A9": 42}


def test_a_line_without_a_clear_figure_is_asked(tmp_path: Path) -> None:
    found = read(tmp_path, [*OVER, [LINES[0]], [LINES[2]], ["Số hồ sơ nộp trực tuyến: khoảng 98"], [LINES[3]]])
    assert taken(found) == {"A4": 125, "A5": 110, "A7": 42} and codes(found) == {"approximate"}


def test_two_lines_are_no_return(tmp_path: Path) -> None:
    assert read(tmp_path, [*OVER, [LINES[0]], [LINES[3]]]).outcome == "not_a_return"


LEVELS = {"eid_l1_activated", "eid_l2_activated"}
BY_TIME = {"resolved_early", "resolved_on_time", "resolved_late"}
ACCOUNTS = "TÀI KHOẢN ĐỊNH DANH ĐIỆN TỬ THÁNG 4 NĂM 2026"


@pytest.mark.parametrize(
    ("title", "group", "parts", "elements"),
    [
        (ACCOUNTS, "Đã kích hoạt", ["Mức 1", "Mức 2"], LEVELS),
        (
            "SỐ LIỆU THÁNG 4 NĂM 2026",
            "Tài khoản định danh điện tử đã kích hoạt",
            ["Mức 1", "Mức 2"],
            {"eid_l1_activated", "eid_l2_activated"},
        ),
        ("HỒ SƠ TTHC THÁNG 4 NĂM 2026", "Tiếp nhận", ["Trực tuyến", "Trực tiếp"], {"dossiers_recv_online", "dossiers_recv_direct_postal"}),
        (
            "THÁNG 4/2026",
            "Hồ sơ đã giải quyết",
            ["Trước hạn", "Đúng hạn", "Quá hạn"],
            {"resolved_early", "resolved_on_time", "resolved_late"},
        ),
    ],
)
def test_one_row_of_figures_under_bare_headings(tmp_path: Path, title: str, group: str, parts: list[str], elements: set[str]) -> None:
    figures = [90, 80, 7][: len(parts)]
    found = read(tmp_path, [["UBND XÃ ĐĂK MÔN"], [title], [group], [*parts], [*figures]])
    assert {o.element for o in found.observations if o.status == "accepted"} == elements and len(taken(found)) == len(parts)


def test_two_groups_over_one_row_of_figures(tmp_path: Path) -> None:
    found = read(
        tmp_path, [["UBND XÃ ĐĂK MÔN"], [ACCOUNTS], ["Đã phê duyệt", _, "Đã kích hoạt"], ["Mức 1", "Mức 2"] * 2, [95, 900, 90, 800]]
    )
    assert {o.cell: o.element for o in found.observations} == {"B5": "eid_l2_issued", "C5": "eid_l1_activated", "D5": "eid_l2_activated"}


NAMES = ["Xã Đăk Môn", "Xã Đăk Long", "Xã Xốp"]


def _beside(heading: str) -> list[list[object]]:
    head: list[object] = ["STT", "Xã", "Hồ sơ nộp trực tuyến", heading]
    return [["BÁO CÁO THÁNG 4 NĂM 2026"], head, *([k, name, 50 + k, 70 + k] for k, name in enumerate(NAMES, 1))]


@pytest.mark.parametrize("cited", ["(theo KH 3584)", "(theo Kế hoạch số 12/KH-UBND)", "(thực hiện theo KH 40)"])
def test_a_heading_may_cite_a_plan(tmp_path: Path, cited: str) -> None:
    assert taken(read(tmp_path, _beside(f"Số hồ sơ tiếp nhận mới {cited}"))).keys() >= {"D3", "D4", "D5"}


@pytest.mark.parametrize("plan", ["(theo KH 2026)", "theo KH 3584", "theo kế hoạch", "(kế hoạch)"])
def test_what_is_planned_stays_aside(tmp_path: Path, plan: str) -> None:
    assert {cell[0] for cell in taken(read(tmp_path, _beside(f"Số hồ sơ tiếp nhận mới {plan}")))} == {"C"}


@pytest.mark.parametrize("title", ["I. Kế hoạch", "1. Số liệu tháng trước", "II. Phương hướng tháng sau"])
def test_lines_under_a_title_of_another_time_are_left(tmp_path: Path, title: str) -> None:
    body = [[LINES[0]], [LINES[2]], [LINES[3]], [title], ["Số hồ sơ nộp trực tuyến: 77"], ["Số thôn: 8 thôn"]]
    assert taken(read(tmp_path, [*OVER, *body])) == {"A4": 125, "A5": 110, "A6": 42}


def test_lines_of_hamlets_and_lines_that_contradict_each_other_are_not_taken(tmp_path: Path) -> None:
    more = ["Số hồ sơ tiếp nhận mới: 33 hồ sơ"]
    for titles, cells in ((["Thôn 1", "Thôn 2"], {}), (["Buổi sáng", "Buổi chiều"], {"A6": 110, "A9": 42})):
        body = [[titles[0]], [LINES[0]], [LINES[2]], [titles[1]], more, [LINES[3]]]
        assert taken(read(tmp_path, [*OVER, *body])) == cells
