"""What lines under the figures or beside them say of the period: it counts as the title does, or contradicts it."""

from pathlib import Path

import pytest
from test_reading import codes, read, taken

ROWS: list[list[object]] = [
    ["Chỉ tiêu", "Số liệu"],
    ["Hồ sơ tiếp nhận mới", 231],
    ["Hồ sơ nộp trực tuyến", 164],
    ["Hồ sơ đã giải quyết", 219],
]
TITLE: list[list[object]] = [["SỐ LIỆU QUÝ II NĂM 2026 - XÃ ĐĂK MÔN"], []]

OTHER_PERIOD = [
    "Kỳ báo cáo: Quý I/2026 (từ 15/12/2025 đến 14/3/2026)",
    "Đơn vị: xã Đăk Môn - Kỳ: quý I/2026",
    "Người nhập: A Lực; Kỳ số liệu: 2026-Q1",
    "Period: Q1/2026",
    "Số liệu từ ngày 15/12/2025 đến 14/3/2026",
    "(Từ ngày 15/12/2025 đến ngày 14/03/2026)",
    "Thời gian lấy số liệu: từ 15/12/2025 đến 14/3/2026",
    "Bảng 1. Kết quả giải quyết hồ sơ quý I/2026",
    "Tháng báo cáo: 3/2026",
]
OF_ANOTHER_THING = [
    "Kỳ báo cáo sau: Quý III/2026",
    "Kỳ trước: Quý I/2026",
    "Ghi chú: hồ sơ quý I/2026 chuyển sang đã tính",
    "Bảng 1. Kết quả quý II/2026 so với quý I/2026",
    "Số liệu quý I/2026 đã gửi từ ngày 15/3/2026",
    "Kỳ báo cáo: Quý II/2026 (từ 15/3/2026 đến 14/6/2026)",
]


@pytest.mark.parametrize("line", OTHER_PERIOD)
def test_a_line_under_the_table_that_names_another_period_is_asked(tmp_path: Path, line: str) -> None:
    for under in ([], [[]], [[], ["Nơi nhận: Văn phòng"], []]):
        found = read(tmp_path, [*TITLE, *ROWS, *under, [line]])
        assert (taken(found), [q.key for q in found.questions]) == ({}, ["period"]), under


def test_a_line_of_another_period_beside_the_table_is_asked(tmp_path: Path) -> None:
    for row in range(2):
        beside = [list(r) for r in ROWS]
        beside[row] += [None, "Kỳ báo cáo: Quý I/2026"]
        assert codes(read(tmp_path, [*TITLE, *beside])) == {"period_conflict"}


def test_lines_of_the_same_period_or_of_something_else_contradict_nobody(tmp_path: Path) -> None:
    for line in OF_ANOTHER_THING:
        found = read(tmp_path, [*TITLE, *ROWS, [], [line]])
        assert (found.outcome, taken(found)) == ("accept", {"B4": 231, "B5": 164, "B6": 219}), line


def test_a_year_or_a_sum_since_january_said_under_the_table_is_asked(tmp_path: Path) -> None:
    for lines in ([["Năm báo cáo: 2025"]], [["Năm:", 2025]], [["Quý: II"], ["Năm: 2025"]]):
        assert codes(read(tmp_path, [*TITLE, *ROWS, [], *lines])) == {"period_conflict"}, lines
        assert codes(read(tmp_path, [TITLE[0], *lines, [], *ROWS])) == {"period_conflict"}, lines
    for line in ("Số liệu lũy kế từ đầu năm đến 14/6/2026", "(Số liệu trên là lũy kế từ đầu năm)", "Ghi chú: số liệu cộng dồn"):
        assert "basis_unclear" in codes(read(tmp_path, [*TITLE, *ROWS, [], [line]])), line
    assert read(tmp_path, [*TITLE, *ROWS, [], ["Năm: 2026"]]).outcome == "accept"


def test_a_period_that_is_only_said_under_the_table_is_that_of_the_figures(tmp_path: Path) -> None:
    for line in ("Đơn vị: xã Đăk Môn - Kỳ: quý I/2026", "Thời gian lấy số liệu: từ 15/12/2025 đến 14/3/2026"):
        found = read(tmp_path, [["SỐ LIỆU XÃ ĐĂK MÔN"], [], *ROWS, [], [line]])
        assert {o.period for o in found.observations if o.status == "accepted"} == {"2026-Q1"}, line
