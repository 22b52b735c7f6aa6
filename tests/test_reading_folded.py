"""One list that is folded over several tables: its total stands under one of them and is the sum of all."""

from pathlib import Path

import pytest
from test_reading import codes, read, taken

_ = None
TITLE = ["TỔNG HỢP THÁNG 4 NĂM 2025"]
HEAD = ["TT", "Xã", "Hồ sơ tiếp nhận mới", "Hồ sơ đã giải quyết"]
UNITS = [[1, "Xã Đăk Pék", 90, 80], [2, "Xã Đăk Môn", 70, 61], [3, "Xã Đăk Long", 64, 60], [4, "Xã Xốp", 31, 30]]


def _total(new: int, name: str = "Cộng") -> list[object]:
    return [_, name, new, 231]


def beside(*totals: list[object]) -> list[list[object]]:
    first, second = totals
    return [TITLE, [*HEAD, _, *HEAD], [*UNITS[0], _, *UNITS[2]], [*UNITS[1], _, *UNITS[3]], [*first, _, *second]]


def below(total: list[object]) -> list[list[object]]:
    return [TITLE, HEAD, *UNITS[:2], [], ["(Tiếp theo)"], HEAD, *UNITS[2:], total]


@pytest.mark.parametrize(
    "rows",
    [
        beside([_] * 4, _total(255)),
        beside(_total(255), [_] * 4),
        below(_total(255, "Tổng cộng")),
        [TITLE, [*HEAD, _, *HEAD], [*_total(255), _, *UNITS[2]], [*UNITS[0], _, *UNITS[3]], UNITS[1]],
    ],
)
def test_the_total_of_a_folded_list_is_that_of_all_its_parts(tmp_path: Path, rows: list[list[object]]) -> None:
    found = read(tmp_path, rows)
    assert (found.outcome, found.issues) == ("accept", ())
    assert len(taken(found)) == 8


@pytest.mark.parametrize("rows", [beside([_] * 4, _total(256)), below(_total(245))])
def test_a_total_that_is_the_sum_of_nothing_is_told(tmp_path: Path, rows: list[list[object]]) -> None:
    assert "total_differs" in codes(read(tmp_path, rows))


def test_where_each_part_has_its_own_total_the_other_one_is_no_excuse(tmp_path: Path) -> None:
    rows = beside([_, "Cộng", 160, 141], _total(255))
    assert "total_differs" in codes(read(tmp_path, rows))
