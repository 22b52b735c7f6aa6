"""Tables set wide apart: empty columns between names, measures and figures, empty rows between groups."""

from pathlib import Path

import pytest
from test_reading import by_element, read

_ = None
HEAD: list[object] = ["Mục", "Nội dung", _, _, "Đơn vị", _, "Số liệu", _, "Ghi chú"]
ROWS: list[list[object]] = [
    [],
    ["I", "Thanh toán trực tuyến"],
    [1, "Hồ sơ có nghĩa vụ tài chính", _, _, "hồ sơ", _, 17],
    [2, "Hồ sơ đã thanh toán trực tuyến", _, _, "hồ sơ", _, 11],
    [],
    ["II", "Trợ cấp xã hội"],
    [3, "Đối tượng bảo trợ xã hội đang quản lý", _, _, "người", _, 68],
    [],
    [4, "Đối tượng có tài khoản nhận trợ cấp", _, _, "người", _, 46, _, "cả ủy quyền"],
    [],
    [],
    [_, _, _, _, "Người lập: Lực"],
]
WANTED = {"dossiers_with_fee": [17], "dossiers_paid_online": [11], "ssp_people_total": [68], "ssp_people_with_account": [46]}


def shifted(rows: list[list[object]]) -> list[list[object]]:
    over: list[list[object]] = [[], ["BÁO CÁO THÁNG 4 NĂM 2025"], ["Đơn vị: Xã Đăk Blô"], []]
    return [[_, _, _, _, *row] for row in [*over, HEAD, *rows]]


def unmarked(row: list[object]) -> list[object]:
    return [_, *row[1:]] if row[:1] in (["I"], ["II"]) else row


def is_group(row: list[object]) -> bool:
    return row[:1] in (["I"], ["II"])


@pytest.mark.parametrize(
    "rows",
    [
        ROWS,
        [unmarked(row) for row in ROWS],
        [row for row in ROWS if not is_group(row)],
        [line for row in ROWS for line in ([row, []] if is_group(row) else [row])],
    ],
)
def test_measures_and_figures_beyond_empty_columns_are_those_of_the_names(tmp_path: Path, rows: list[list[object]]) -> None:
    found = read(tmp_path, shifted(rows))
    assert (by_element(found), found.outcome) == (WANTED, "accept")


def test_names_beyond_an_empty_column_begin_another_table(tmp_path: Path) -> None:
    head = ["STT", "Xã", "Hồ sơ tiếp nhận mới", _, "Chỉ tiêu", "ĐVT", "Số liệu"]
    rows = [[1, "Xã Đăk Blô", 5, _, "Hồ sơ nộp trực tuyến", "hồ sơ", 17], [2, "Xã Đăk Man", 6, _, "Văn bản đi", "văn bản", 20]]
    found = read(tmp_path, [["TỔNG HỢP THÁNG 4 NĂM 2025"], [], head, *rows])
    assert (by_element(found), found.outcome) == ({"dossiers_recv_new": [5, 6]}, "ask")
