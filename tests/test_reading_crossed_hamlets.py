"""Hamlets in rows with a cross in each column: a heading that names no thing counts the hamlets that have one."""

from pathlib import Path

import pytest
from test_reading import _, by_element, read

HAMLETS = ["Đăk Nai", "Đăk Rang", "Đăk Ung", "Đăk Long", "Măng Rao"]


def rows(names: str, heading: str, marks: list[object], whole: object) -> list[list[object]]:
    head: list[list[object]] = [["XÃ ĐĂK PÉK"], ["Báo cáo quý I năm 2025"], [], ["STT", names, "Số thành viên Tổ CNSCĐ", heading]]
    lines = [[n, name, 8, mark] for n, (name, mark) in enumerate(zip(HAMLETS, marks, strict=True), 1)]
    return [*head, *lines, [_, "Tổng cộng: 5 thôn", 40, whole]]


@pytest.mark.parametrize("names", ["Tên thôn", "Thôn", "Thôn, làng"])
@pytest.mark.parametrize(("heading", "mark"), [("Phủ sóng 4G", "x"), ("Có sóng 4G", "X"), ("Sóng di động 4G/5G", 1)])
def test_crosses_count_the_hamlets_that_have_it(tmp_path: Path, names: str, heading: str, mark: object) -> None:
    marks = ["x", mark, _, mark, mark]
    found = read(tmp_path, rows(names, heading, marks, 4))
    assert (found.outcome, by_element(found)) == ("accept", {"cdt_members_total": [40], "hamlets_4g": [4]})


@pytest.mark.parametrize("whole", ["4/5 thôn", "4/5", "4/5 thôn (80%)"])
def test_their_total_may_be_a_fraction_of_all_hamlets(tmp_path: Path, whole: str) -> None:
    found = read(tmp_path, rows("Thôn", "Có sóng 4G", ["x", "x", _, "x", "x"], whole))
    assert (found.outcome, by_element(found)) == ("accept", {"cdt_members_total": [40], "hamlets_4g": [4], "hamlets_total": [5]})


def test_numbers_count_something_else(tmp_path: Path) -> None:
    for heading in ("Phủ sóng 4G", "Tổng số"):
        assert by_element(read(tmp_path, rows("Tên thôn", heading, [50, 60, 70, 30, 40], 250))) == {"cdt_members_total": [40]}


@pytest.mark.parametrize("heading", ["Có Tổ CNSCĐ", "Có tổ công nghệ số cộng đồng", "Đã thành lập Tổ công nghệ số"])
def test_crosses_under_what_a_hamlet_has_count_the_hamlets(tmp_path: Path, heading: str) -> None:
    found = read(tmp_path, rows("Thôn", heading, ["x", "x", _, "x", "x"], 4))
    assert (found.outcome, by_element(found)) == ("accept", {"cdt_members_total": [40], "hamlets_with_cdt": [4]})


def test_ones_under_what_is_counted_by_itself_do_not(tmp_path: Path) -> None:
    found = read(tmp_path, rows("Thôn", "Số hộ có Internet cáp quang", ["x", "x", _, "x", "x"], 4))
    assert "hamlets_with_cdt" not in by_element(found)
