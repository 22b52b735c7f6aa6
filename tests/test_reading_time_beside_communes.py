"""Two rows a commune, "in month 4" and "so far", in a column headed by time: each is read for what it is, other times are left out."""

from pathlib import Path

import pytest
from test_reading import codes, read

from loaders.result import FileReading

COMMUNES = ["Xã Đăk Pék", "Xã Đăk Plô", "Xã Xốp"]


def two_rows(tmp_path: Path, first: str, second: str, head: str = "Thời gian", title: str = "THÁNG 4/2026") -> FileReading:
    rows: list[list[object]] = [[f"KẾT QUẢ {title}"], ["TT", "Xã", head, "Hồ sơ tiếp nhận mới"]]
    for n, name in enumerate(COMMUNES):
        rows += [[n + 1, name, first, 80 + n], [None, None, second, 310 + n]]
    return read(tmp_path, rows)


def bases(found: FileReading) -> dict[str, list[float]]:
    told: dict[str, list[float]] = {}
    for o in found.observations:
        if o.status == "accepted":
            told.setdefault(o.basis, []).append(o.value)
    return told


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Trong tháng 4", "Lũy kế từ đầu năm"),
        ("Tháng 4/2026", "4 tháng"),
        ("T4", "Lũy kế 4 tháng"),
        ("Số tháng 4", "Cộng dồn"),
        ("Phát sinh tháng 4", "Lũy kế đến tháng 4"),
        ("Tháng báo cáo", "Từ đầu năm đến nay"),
        ("Tháng này", "Từ đầu năm đến hết tháng 4/2026"),
    ],
)
def test_the_month_and_what_counts_since_january(tmp_path: Path, first: str, second: str) -> None:
    for head in ("Thời gian", "Kỳ", "Số liệu"):
        assert bases(two_rows(tmp_path, first, second, head)) == {"in_period": [80, 81, 82], "year_to_date": [310, 311, 312]}, head


def test_rows_of_another_time_are_left_out(tmp_path: Path) -> None:
    for first in ("Tháng 3", "Tháng 4/2025"):
        found = two_rows(tmp_path, first, "Tháng 4/2026")
        assert (bases(found), codes(found)) == ({"in_period": [310, 311, 312]}, {"other_time"}), first
    assert bases(two_rows(tmp_path, "Tháng 3", "Lũy kế từ đầu năm")) == {}
