"""Two rankings side by side, each in its own order: a rate is of the counts of its own list, or of those it says it is of."""

from pathlib import Path

import pytest
from test_reading import codes, read, taken

_ELIGIBLE = {"Đăk Môn": 5000, "Đăk Pék": 7500, "Đăk Plô": 900, "Xốp": 1500}
_ISSUED = {"Đăk Môn": 4300, "Đăk Pék": 6200, "Đăk Plô": 800, "Xốp": 1250}
_ACTIVE = {"Đăk Môn": 3500, "Đăk Pék": 5300, "Đăk Plô": 650, "Xốp": 1060}


def rankings(heading: str, rates: dict[str, float], *, issued: bool = True) -> list[list[object]]:
    title = [["BẢNG XẾP HẠNG TÀI KHOẢN ĐỊNH DANH ĐIỆN TỬ THÁNG 01/2025"], []]
    first = ["Hạng", "Xã", "Công dân đủ tuổi cấp tài khoản", "Tài khoản mức 2 đã cấp" if issued else "Ghi chú"]
    rows: list[list[object]] = [[*first, None, "Hạng", "Xã", "Tài khoản mức 2 đã kích hoạt", heading]]
    left = sorted(_ELIGIBLE, key=lambda name: -_ISSUED[name] / _ELIGIBLE[name])
    right = sorted(_ELIGIBLE, key=lambda name: -rates[name])
    for n, (a, b) in enumerate(zip(left, right, strict=True), 1):
        rows.append([n, a, _ELIGIBLE[a], _ISSUED[a] if issued else None, None, n, b, _ACTIVE[b], rates[b]])
    return [*title, *rows]


def of(wholes: dict[str, int]) -> dict[str, float]:
    return {name: round(100 * _ACTIVE[name] / wholes[name], 1) for name in wholes}


@pytest.mark.parametrize("heading", ["Kích hoạt/đã cấp (%)", "Tỷ lệ (%)"])
@pytest.mark.parametrize("wholes", [_ELIGIBLE, _ISSUED])
def test_a_rate_of_any_whole_of_its_part_is_right(tmp_path: Path, heading: str, wholes: dict[str, int]) -> None:
    found = read(tmp_path, rankings(heading, of(wholes)))
    assert (found.outcome, codes(found), len(taken(found))) == ("accept", set(), 12)


def test_one_whose_whole_stands_in_no_list_is_held_against_none(tmp_path: Path) -> None:
    found = read(tmp_path, rankings("Tỷ lệ (%)", of(_ISSUED), issued=False))
    assert "percent_differs" not in codes(found) and len(taken(found)) == 8


def test_a_rate_beside_its_own_counts_that_is_neither_is_told(tmp_path: Path) -> None:
    head = ["TT", "Xã", "Công dân đủ tuổi cấp tài khoản", "Tài khoản mức 2 đã cấp", "Tài khoản mức 2 đã kích hoạt", "Tỷ lệ (%)"]
    for rates, told in ((of(_ELIGIBLE), False), (of(_ISSUED), False), ({**of(_ISSUED), "Xốp": 41.0}, True)):
        rows = [[n, name, _ELIGIBLE[name], _ISSUED[name], _ACTIVE[name], rates[name]] for n, name in enumerate(_ELIGIBLE, 1)]
        found = read(tmp_path, [["ĐỊNH DANH ĐIỆN TỬ THÁNG 01/2025"], [], head, *rows])
        assert ("percent_differs" in codes(found)) is told
