"""Lines of several labels with their figures, sentences that say "is", and lines that name no thing behind those of another one."""

from pathlib import Path

import pytest
from test_reading import by_element, codes, read

OVER: list[list[object]] = [["UBND XÃ ĐĂK MÔN"], ["BÁO CÁO THÁNG 5 NĂM 2026"]]
OTHERS: list[list[object]] = [["Số cán bộ, công chức: 42"], ["Số thôn: 12"], ["Hộ có cáp quang: 100"]]
FIGURES = {"dossiers_recv_new": [120], "resolved_total": [110], "officials_total": [42]}
FIRST, SECOND, THIRD = "Số hồ sơ tiếp nhận mới", "số hồ sơ đã giải quyết", "Số cán bộ, công chức"


@pytest.mark.parametrize(
    "lines",
    [
        [f"{FIRST}: 120; {SECOND}: 110", f"{THIRD}: 42"],
        [f"{FIRST}: 120 hồ sơ, {SECOND}: 110 hồ sơ.", f"{THIRD}: 42 người."],
        [f"- {FIRST} = 120\n- {SECOND} = 110\n- {THIRD} = 42"],
        [f"{FIRST} là 120 hồ sơ", f"{SECOND} là 110 hồ sơ", f"{THIRD} là 42 người"],
        [f"1. {FIRST} đạt 120 hồ sơ, {SECOND} đạt 110 hồ sơ.", f"2. {THIRD} là 42."],
    ],
)
def test_several_figures_in_a_line_and_sentences_are_read(tmp_path: Path, lines: list[str]) -> None:
    found = read(tmp_path, [*OVER, *([line] for line in lines)])
    assert (by_element(found), found.outcome) == (FIGURES, "accept")


@pytest.mark.parametrize(
    "line", ["Tiếp nhận: 120; đã giải quyết: 110; đúng hạn: 108", "Kết quả: tiếp nhận: 120; đã giải quyết: 110; đúng hạn: 108"]
)
def test_a_lone_line_that_names_no_thing_is_asked(tmp_path: Path, line: str) -> None:
    found = read(tmp_path, [*OVER, [line]])
    assert found.outcome == "ask" and not by_element(found)


def test_a_sentence_that_says_more_than_its_figure_is_asked(tmp_path: Path) -> None:
    found = read(tmp_path, [*OVER, [f"{FIRST} là 120 hồ sơ"], ["Số hồ sơ nộp trực tuyến là 98 hồ sơ, tăng 5"], *OTHERS])
    assert "number_unreadable" in codes(found) and "dossiers_recv_online" not in by_element(found)


@pytest.mark.parametrize(
    "first",
    [
        "Phản ánh, kiến nghị",
        "Đơn thư khiếu nại",
        "Văn bản đến",
        "Hồ sơ đất đai tiếp nhận",
        "Kế hoạch hồ sơ trực tuyến",
        "Buổi tuyên truyền",
    ],
)
@pytest.mark.parametrize("together", [True, False])
def test_what_is_done_with_another_thing_is_never_what_is_done_with_dossiers(tmp_path: Path, first: str, together: bool) -> None:
    lines = [f"{first}: 50", "đã giải quyết: 40", "đúng hạn: 30"]
    found = read(tmp_path, [*OVER, *([["; ".join(lines)]] if together else [[line] for line in lines]), *OTHERS])
    assert not {"resolved_total", "resolved_on_time"} & by_element(found).keys()


def test_parts_behind_the_dossiers_of_the_commune_are_read(tmp_path: Path) -> None:
    found = read(tmp_path, [*OVER, [f"{FIRST}: 120; đã giải quyết: 110; đúng hạn: 108"], *OTHERS])
    assert {"dossiers_recv_new", "resolved_total", "resolved_on_time"} <= by_element(found).keys()
