"""A total that is not the sum of its rows says of none of them that it is wrong: what is wrong in a row is told beside it."""

from __future__ import annotations

from pathlib import Path

from test_reading import codes, read, taken

TITLE = "TỔNG HỢP VĂN BẢN ĐI THÁNG 3 NĂM 2025"
HEAD = ["TT", "Đơn vị", "Tổng số văn bản đi (trừ văn bản mật)", "Văn bản đi được ký số của cơ quan"]
ROWS = [[1, "Xã Đăk Long", 60, 57], [2, "Xã Xốp", 40, 38], [3, "Xã Đăk Môn", 83, 82], [4, "Xã Đăk Pék", 80, 79]]


def table(*total: object, row: list[object] | None = None) -> list[list[object]]:
    return [[TITLE], HEAD, *([row, *ROWS[1:]] if row else ROWS), [None, "Cộng", *total]]


def test_more_signed_than_there_are_is_told_beside_a_total_that_is_no_sum(tmp_path: Path) -> None:
    found = read(tmp_path, table(500, 269, row=[1, "Xã Đăk Long", 60, 70]))
    assert {(i.code, i.cell) for i in found.issues} == {("total_differs", "C7"), ("part_exceeds", "D3")}
    assert not {"C3", "D3"} & set(taken(found))


def test_without_such_a_row_only_the_total_is_told(tmp_path: Path) -> None:
    found = read(tmp_path, table(500, 256))
    assert [(i.code, i.cell) for i in found.issues] == [("total_differs", "C7")]


def test_the_sum_of_amounts_is_told_in_the_measure_they_are_typed_in(tmp_path: Path) -> None:
    head = ["TT", "Xã", "Tổng số tiền chi trả (1.000đ)", "Số tiền chi trả không dùng tiền mặt (1.000đ)"]
    rows = [[1, "Xã Đăk Long", 167370, 129800], [2, "Xã Xốp", 150365, 119250], [3, "Xã Đăk Môn", 283115, 176540]]
    title = "CHI TRẢ TRỢ CẤP AN SINH XÃ HỘI THÁNG 3 NĂM 2025"
    found = read(tmp_path, [[title], head, *rows, [None, "Cộng", 600850, 425690]])
    (told,) = [i for i in found.issues if i.code == "total_differs"]
    assert codes(found) == {"total_differs"} and told.cell == "D6" and "425.690" in told.message and "(425.590)" in told.message
