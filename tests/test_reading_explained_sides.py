"""A column that says what the sides of each row count is held against its rate, and names what that rate leaves open."""

from pathlib import Path

import pytest
from test_reading import _, read

HEADS = ["Tử số (a)", "Mẫu số (b)", "Tỷ lệ a/b (%)"]
EARLY = "hồ sơ giải quyết trước hạn và đúng hạn"
IN_TIME = "Tỷ lệ hồ sơ giải quyết trước và đúng hạn"
BY_LETTER, BY_NAME, QUOTIENT = "a: {}; b: {}", "Tử số: {}\nMẫu số: {}", "{} / {}"
WAYS = [BY_LETTER, BY_NAME, "Tử số là {}; mẫu số là {}", "a là {}, b là {}", QUOTIENT]


def form(*rows: tuple[str, str, int, int], heads: list[str] | None = None) -> list[list[object]]:
    lines: list[list[object]] = [[n, *row, round(100 * row[2] / row[3], 2)] for n, row in enumerate(rows, 1)]
    return [
        ["UBND XÃ ĐĂK MÔN"],
        ["KẾT QUẢ BỘ CHỈ SỐ PHỤC VỤ NGƯỜI DÂN, DOANH NGHIỆP QUÝ IV NĂM 2025"],
        [],
        ["STT", "Tên chỉ số", "Diễn giải", *(heads or HEADS)],
        *lines,
    ]


def taken(tmp_path: Path, *rows: tuple[str, str, int, int], heads: list[str] | None = None) -> tuple[dict[str, str], str]:
    found = read(tmp_path, form(*rows, heads=heads))
    return {o.cell: o.element for o in found.observations if o.status == "accepted"}, found.outcome


ONLINE = ("Tỷ lệ hồ sơ nộp trực tuyến", "a: số hồ sơ nộp trực tuyến; b: số hồ sơ tiếp nhận mới trong kỳ", 749, 841)
BOTH = {"D6": "dossiers_recv_online", "E6": "dossiers_recv_new"}


@pytest.mark.parametrize("way", WAYS)
def test_the_whole_of_a_rate_of_several_counts_is_what_its_row_explains(tmp_path: Path, way: str) -> None:
    row = (IN_TIME, way.format(EARLY, "tổng số hồ sơ đã giải quyết"), 838, 841)
    assert taken(tmp_path, row, ONLINE) == ({"E5": "resolved_total", **BOTH}, "accept")


@pytest.mark.parametrize("whole", ["", "a: hồ sơ giải quyết trước hạn và đúng hạn; b: tổng số hồ sơ đã tiếp nhận"])
def test_a_whole_that_is_not_explained_or_not_that_of_the_rate_is_asked(tmp_path: Path, whole: str) -> None:
    assert taken(tmp_path, (IN_TIME, whole, 838, 841), ONLINE) == (BOTH, "ask")


@pytest.mark.parametrize("way", WAYS)
def test_an_explanation_of_another_side_than_that_of_the_rate_is_asked(tmp_path: Path, way: str) -> None:
    row = ("Tỷ lệ hồ sơ thanh toán trực tuyến", way.format("số hồ sơ tiếp nhận mới", "số hồ sơ có nghĩa vụ tài chính"), 241, 382)
    assert taken(tmp_path, row, ONLINE) == ({"E5": "dossiers_with_fee", **BOTH}, "ask")


def test_each_side_may_have_a_column_that_explains_it(tmp_path: Path) -> None:
    head = ["STT", "Tên chỉ số", "Nội dung tử số", "Tử số", "Nội dung mẫu số", "Mẫu số"]
    rows = [[1, IN_TIME, EARLY, 838, "tổng số hồ sơ đã giải quyết", 841], [2, ONLINE[0], "hồ sơ trực tuyến", 749, "hồ sơ mới", 841]]
    found = read(tmp_path, [["UBND XÃ ĐĂK MÔN"], ["CHỈ SỐ PHỤC VỤ QUÝ IV NĂM 2025"], _ or [], head, *rows])
    assert {o.cell: o.element for o in found.observations if o.status == "accepted"} == {
        "F5": "resolved_total",
        "D6": "dossiers_recv_online",
        "F6": "dossiers_recv_new",
    }
