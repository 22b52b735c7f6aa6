"""A thing alone under the name of those that have something, and a bare quota, in a table of communes."""

from pathlib import Path

import pytest
from test_reading import by_element, read

FIBRE, HAMLETS = "Hộ gia đình có Internet cáp quang", "Thôn có Tổ công nghệ số cộng đồng"


def grouped(group: str, *heads: str) -> list[list[object]]:
    rows: list[list[object]] = [["SỐ LIỆU CHUYỂN ĐỔI SỐ THÁNG 3 NĂM 2026"], [], ["TT", "Xã", group], [None, None, *heads]]
    figures = {"Tỷ lệ (%)": (80, 75), "Kế hoạch": (60, 45), "Chỉ tiêu": (60, 45), "Số tổ": (12, 9)}
    others = [figures.get(head, (50, 40)) for head in heads]
    return [*rows, [1, "Xã Đăk Pék", *(f[0] for f in others)], [2, "Xã Đăk Long", *(f[1] for f in others)]]


@pytest.mark.parametrize(
    ("group", "thing", "code"),
    [
        (FIBRE, "Số hộ", "households_fibre"),
        (HAMLETS, "Số thôn", "hamlets_with_cdt"),
        ("Cán bộ, công chức được cấp chữ ký số", "Số CBCC", "officials_with_cert"),
    ],
)
@pytest.mark.parametrize("beside", [(), ("Kế hoạch",), ("Chỉ tiêu",)])
def test_beside_plans_and_rates_alone_it_is_those_of_the_group(
    tmp_path: Path, group: str, thing: str, code: str, beside: tuple[str, ...]
) -> None:
    found = read(tmp_path, grouped(group, *beside, thing, "Tỷ lệ (%)"))
    assert (by_element(found), found.outcome) == ({code: [50, 40]}, "accept")


def test_beside_those_that_have_it_it_is_all_of_them(tmp_path: Path) -> None:
    rows = grouped(HAMLETS, "Số thôn", "Số thôn có tổ")
    assert by_element(read(tmp_path, rows)) == {"hamlets_total": [50, 40], "hamlets_with_cdt": [50, 40]}


def test_beside_another_count_it_is_asked(tmp_path: Path) -> None:
    found = read(tmp_path, grouped(HAMLETS, "Số thôn", "Số tổ"))
    assert (found.outcome, by_element(found)) == ("ask", {})


@pytest.mark.parametrize("done", ["Thực hiện", "Kết quả"])
def test_a_bare_quota_is_one_of_identification_only_where_that_is_spoken_of(tmp_path: Path, done: str) -> None:
    assert set(by_element(read(tmp_path, grouped(FIBRE, "Chỉ tiêu", done, "Tỷ lệ (%)")))) == {"households_fibre"}
    found = by_element(read(tmp_path, grouped("Kích hoạt tài khoản định danh điện tử mức 2", "Chỉ tiêu", done, "Tỷ lệ (%)")))
    assert found == {"eid_quota": [60, 45], "eid_l2_activated": [50, 40]}
