"""Several communes in one table, each with rows of its hamlets, sectors or offices: only the commune's own row is its figure."""

from pathlib import Path

import pytest
from test_reading import codes, read, taken

HEAD = ["TT", "Xã, thôn", "Số hộ", "Số hộ có Internet cáp quang"]
WANTED = {"households_total": [300, 150], "households_fibre": [200, 90]}
Row = tuple[object, ...]


def _read(tmp_path: Path, head: list[str], rows: list[Row]):
    return read(tmp_path, [["TỔNG HỢP HẠ TẦNG SỐ THÁNG 5/2026"], head, *map(list, rows)])


def _figures(found) -> dict[str, list[float]]:
    figures: dict[str, list[float]] = {}
    for o in found.observations:
        if o.status == "accepted":
            figures.setdefault(o.element, []).append(o.value)
    return figures


def _block(mark: object, name: str, parts: list[tuple[object, str]], sums: tuple[int, int]) -> list[Row]:
    a, b = sums
    return [(mark, name, a, b), (*parts[0], a - 40, b - 30), (*parts[1], 40, 30)]


HANDS = {
    "roman over numbers": (("I", [(1, "Thôn Lanh Tôn"), (2, "Thôn Mới")]), ("II", [(1, "Kà Khu 1"), (2, "Kà Khu 2")])),
    "numbers over inner numbers": ((1, [("1.1", "Lanh Tôn"), ("1.2", "Đăk Nai")]), (2, [("2.1", "Kà Khu"), ("2.2", "Nước Nẻ")])),
    "letters under numbers": ((1, [("a", "Khối văn phòng"), ("b", "Khối trường học")]), (2, [("a", "Khối văn phòng"), ("b", "Khối khác")])),
    "dashes": ((1, [("", "- Lanh Tôn"), ("", "- Đăk Nai")]), (2, [("", "- Kà Khu"), ("", "- Nước Nẻ")])),
    "hamlets without a mark": ((1, [("", "Thôn Lanh Tôn"), ("", "Thôn Mới")]), (2, [("", "Tổ dân phố 1"), ("", "Tổ dân phố 2")])),
    "fields": ((1, [("", "Lĩnh vực Hộ tịch"), ("", "Lĩnh vực Đất đai")]), (2, [("", "Hộ tịch"), ("", "Đất đai")])),
}


@pytest.mark.parametrize("hand", HANDS)
@pytest.mark.parametrize("total", [True, False])
def test_rows_under_a_commune_are_its_parts(tmp_path: Path, hand: str, total: bool) -> None:
    (first, its), (second, others) = HANDS[hand]
    rows = [*_block(first, "Xã Đăk Môn", its, (300, 200)), *_block(second, "Xã Xốp", others, (150, 90))]
    found = _read(tmp_path, HEAD, [*rows, *([("", "Tổng cộng", 450, 290)] if total else [])])
    assert (_figures(found), found.outcome) == (WANTED, "accept")


@pytest.mark.parametrize("said", ["Cộng xã Đăk Môn|Cộng xã Xốp", "Tổng xã Đăk Môn|Tổng xã Xốp", "Toàn xã Đăk Môn|Toàn xã Xốp"])
def test_the_sum_of_a_commune_under_its_hamlets_is_its_figure(tmp_path: Path, said: str) -> None:
    one, other = said.split("|")
    rows: list[Row] = [(1, "Thôn Lanh Tôn", 200, 130), (2, "Thôn Mới", 100, 70), ("", one, 300, 200)]
    rows += [(1, "Thôn Kà Khu 1", 90, 50), (2, "Thôn Kà Khu 2", 60, 40), ("", other, 150, 90), ("", "Tổng cộng", 450, 290)]
    found = _read(tmp_path, HEAD, rows)
    assert (_figures(found), found.outcome) == (WANTED, "accept")


def test_hamlets_in_a_column_of_their_own_are_parts_of_the_commune_beside_them(tmp_path: Path) -> None:
    rows: list[Row] = [(1, "Xã Đăk Môn", "Lanh Tôn", 200, 130), (2, "Xã Đăk Môn", "Xốp", 100, 70), ("", "Cộng xã Đăk Môn", "", 300, 200)]
    rows += [(1, "Xã Xốp", "Kà Khu 1", 90, 50), (2, "Xã Xốp", "Kà Khu 2", 60, 40), ("", "Cộng xã Xốp", "", 150, 90)]
    found = _read(tmp_path, ["TT", "Xã", "Thôn", *HEAD[2:]], rows)
    assert (_figures(found), found.outcome) == (WANTED, "accept")


def test_the_sum_under_the_hamlets_of_one_commune_says_whose_they_are(tmp_path: Path) -> None:
    rows: list[Row] = [(1, "Lanh Tôn", 200, 130), (2, "Mới", 60, 40), (3, "Đăk Nai", 40, 30), ("", "Tổng cộng xã Đăk Môn", 300, 200)]
    found = _read(tmp_path, ["TT", "Thôn", *HEAD[2:]], rows)
    assert list(taken(found)) == ["C6", "D6"] and {o.unit for o in found.observations} == {"23374.2"}


@pytest.mark.parametrize(
    "rows",
    [
        [("I", "Xã Đăk Môn"), (1, "Thôn Lanh Tôn", 200, 130), (2, "Thôn Mới", 100, 70), ("II", "Xã Xốp"), (1, "Thôn Kà Khu 1", 90, 50)],
        [(1, "Thôn Lanh Tôn", 200, 130), (2, "Thôn Mới", 100, 70), (3, "Thôn Đăk Nai", 90, 50)],
        [(1, "Văn phòng HĐND và UBND", 20, 13), (2, "Phòng Kinh tế", 10, 7), (3, "Phòng Văn hóa - Xã hội", 9, 5)],
        [(1, "Hộ tịch", 20, 13), (2, "Chứng thực", 10, 7), (3, "Đất đai", 9, 5)],
    ],
)
def test_parts_without_the_row_of_their_commune_are_sent_back(tmp_path: Path, rows: list[Row]) -> None:
    found = _read(tmp_path, ["TT", "Thôn, bộ phận", *HEAD[2:]], rows)
    assert (found.outcome, taken(found), codes(found)) == ("fix", {}, {"sectors_no_total"})


def test_a_name_that_is_neither_commune_nor_part_is_still_asked(tmp_path: Path) -> None:
    rows: list[Row] = [(1, "Xã Đăk Môn", 300, 200), (2, "Xã Xốp", 150, 90), (3, "Xã Trăng Sao", 40, 30)]
    found = _read(tmp_path, HEAD, rows)
    assert found.outcome == "ask" and "unit_unknown" in codes(found)


def test_a_board_by_its_initials_is_no_hamlet(tmp_path: Path) -> None:
    head: list[list[object]] = [["TỔNG HỢP THÁNG 3 NĂM 2025"], ["STT", "Đơn vị", "Hồ sơ tiếp nhận mới", "Hồ sơ nộp trực tuyến"]]
    rows: list[list[object]] = [[1, "Ban QLDA", 10, 5], [2, "CN Văn phòng ĐKĐĐ", 4, 4], [3, "Xã Đăk Long", 60, 40], [4, "Xã Xốp", 20, 10]]
    found = read(tmp_path, [*head, *rows, [None, "Tổng", 94, 59]])
    assert (found.outcome, len(taken(found))) == ("accept", 4)
