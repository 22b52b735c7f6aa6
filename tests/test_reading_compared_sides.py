"""Rows that set a part against its whole ("A compared with B", "A reckoned on B"): the rate or its upper side, never the whole."""

from pathlib import Path

import pytest
from test_reading import codes, read, taken
from test_reading_compared import merged

from loaders.understanding.headings.match import match

PAIRS = [
    ("Hồ sơ nộp trực tuyến", "hồ sơ tiếp nhận mới"),
    ("Hồ sơ số hóa khi tiếp nhận", "hồ sơ phải số hóa"),
    ("Người dân có sổ sức khỏe điện tử", "dân số toàn xã"),
]
ALONE = ["Cán bộ, công chức được cấp chữ ký số", "Hộ gia đình có cáp quang"]
RATES = ["81,5%", "92,4%", "70,1%", "88,0%", "66,7%"]


def table(title: str, heads: list[object], join: str = "so với", leading: bool = False) -> list[list[object]]:
    names = [*(f"{part} {join} {whole}" for part, whole in PAIRS), *ALONE]
    rows = [[rate, name] if leading else [name, rate] for name, rate in zip(names, RATES, strict=True)]
    return [["UBND XÃ ĐĂK MÔN"], [f"{title} THÁNG 6 NĂM 2026"], heads, *rows]


def test_a_part_set_against_its_whole_is_the_rate_or_its_upper_side() -> None:
    for join in ("so với", "so sánh với", "trên", "tính trên", "chia cho", "trong"):
        for part, whole in PAIRS:
            found = match(f"{part} {join} {whole}").codes
            assert len(found) == 2 and found[0] == match(part).codes[0], (join, part)


def test_a_list_of_rates_under_their_title(tmp_path: Path) -> None:
    for join in ("so với", "tính trên"):
        for title in ("CÁC TỶ LỆ", "TỶ LỆ THỰC HIỆN"):
            found = read(tmp_path, table(title, ["Tỷ lệ", "của chỉ tiêu nào"], join, leading=True))
            assert (found.outcome, list(taken(found).values())) == ("accept", [81.5, 92.4, 70.1, 88, 66.7]), (join, title)


def test_rates_of_a_plan_and_counts_beside_rates_are_asked(tmp_path: Path) -> None:
    found = read(tmp_path, table("TỶ LỆ HOÀN THÀNH KẾ HOẠCH", ["Nội dung", "Tỷ lệ"]))
    assert found.outcome == "ask" and not {"B7", "B8"} & taken(found).keys()
    rows = table("CÁC TỶ LỆ", ["Nội dung", "Số lượng", "Tỷ lệ"])
    counted = [*rows[:3], *([name, 95 + n, rate] for n, (name, rate) in enumerate(rows[3:]))]
    found = read(tmp_path, counted)
    assert not any(o.element.endswith("_rate") and o.cell.startswith("B") for o in found.observations if o.status == "accepted")
    assert "percent_over" not in codes(found)


@pytest.mark.parametrize(("title", "quiet"), [("SO SÁNH HỒ SƠ THÁNG 10/2026 VỚI CÙNG KỲ", True), ("SO SÁNH HỒ SƠ THÁNG 10", False)])
def test_years_side_by_side_under_a_month_are_that_month_of_each(tmp_path: Path, title: str, quiet: bool) -> None:
    """Never the whole years; a month without its year takes it from the columns."""
    rows = [[title], ["Đơn vị", "Hồ sơ tiếp nhận mới", None], [None, "Năm 2025", "Năm 2026"]]
    found = merged(tmp_path, [*rows, ["Xã Đăk Môn", 100, 120], ["Xã Xốp", 90, 98]], "B2:C2", "A2:A3")
    taken = {(o.period, o.value) for o in found.observations if o.status == "accepted"}
    assert taken >= {("2026-M10", 120), ("2026-M10", 98)} and {period for period, _value in taken} <= {"2025-M10", "2026-M10"}
    assert not quiet or found.outcome == "accept"
