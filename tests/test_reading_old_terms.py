"""Figures counted by a rule that has ended are kept under their own name and told; of the time when it held they are nothing special."""

from pathlib import Path

import pytest
from test_reading import by_element, codes, read

HEAD = ["TT", "Nội dung", "Đơn vị tính", "Số lượng"]
ROWS: list[list[object]] = [
    [1, "Tổng số hồ sơ tiếp nhận mới trong quý", "Hồ sơ", 448],
    [2, "Hồ sơ tiếp nhận trực tuyến", "Hồ sơ", 333],
    [None, "- Mức độ 3", "Hồ sơ", 100],
    [None, "- Mức độ 4", "Hồ sơ", 233],
]


def returned(tmp_path: Path, title: str) -> list[list[object]]:
    return [["UBND XÃ ĐĂK MÔN"], [title], [], HEAD, *ROWS]


def test_levels_that_were_replaced_are_taken_with_a_word_at_each(tmp_path: Path) -> None:
    found = read(tmp_path, returned(tmp_path, "BÁO CÁO DỊCH VỤ CÔNG TRỰC TUYẾN QUÝ I NĂM 2025"))
    assert (found.outcome, by_element(found)["ops_level3_dossier_count"]) == ("accept", [100])
    told = {i.cell: i.message for i in found.issues if i.code == "old_term"}
    assert told.keys() == {"D7", "D8"}
    assert told["D7"] == (
        "Ô D7: “Mức độ 3” là cách gọi cũ, đã bỏ từ 15/08/2022 (NĐ 42/2022/NĐ-CP); số được giữ riêng. "
        "Lần sau hãy báo cáo theo cách gọi hiện hành."
    )


@pytest.mark.parametrize(("year", "told"), [(2021, False), (2023, True)])
def test_the_levels_were_right_until_the_decree_that_replaced_them(tmp_path: Path, year: int, told: bool) -> None:
    assert ("old_term" in codes(read(tmp_path, returned(tmp_path, f"BÁO CÁO DỊCH VỤ CÔNG TRỰC TUYẾN QUÝ I NĂM {year}")))) is told
