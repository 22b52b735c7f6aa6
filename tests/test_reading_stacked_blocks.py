"""The same short table for each commune, one below the other: what its one heading says is counted, and columns of signs."""

from pathlib import Path

import pytest
from test_reading import read, taken

FIGURES = {"Đăk Pék": (61, 58, 44, 41, 20, 9), "Xốp": (33, 30, 21, 20, 12, 12), "Đăk Môn": (52, 52, 40, 37, 16, 11)}
NAMES = [
    "Cần số hóa lúc tiếp nhận",
    "Đã số hóa lúc tiếp nhận",
    "Đã giải quyết, có trả kết quả",
    "Kết quả trả bằng bản điện tử có ký số",
    "Có nghĩa vụ tài chính",
    "Thanh toán trực tuyến",
]


def blocks(counted: str, share: str, names: list[str] = NAMES, signed: bool = True) -> list[list[object]]:
    rows: list[list[object]] = [["Tháng 10/2025 - kết quả ở các xã"], []]
    for number, (unit, held) in enumerate(FIGURES.items(), 1):
        rows += [[f"{number}/ Xã {unit}"], ["Mục", "Diễn giải", counted, share]]
        for place, (name, value) in enumerate(zip(names, held, strict=True)):
            rate = round(100 * value / held[place - 1], 1) if place % 2 else None
            rows.append(["abcdeg"[place], name, value, f"{rate} %".replace(".", ",") if rate and signed else rate])
        rows.append([])
    return rows


def test_a_block_for_each_commune_under_its_name(tmp_path: Path) -> None:
    for share in ("So với mẫu số", "Chiếm", "So với số phải làm", "Cột kiểm tra"):
        found = read(tmp_path, blocks("Số hồ sơ", share))
        assert (found.outcome, len(taken(found)), len({o.unit for o in found.observations})) == ("accept", 18, 3), share
    assert len(taken(read(tmp_path, blocks("Số hồ sơ", "So với tổng số", signed=False)))) == 18


def test_figures_without_a_sign_under_a_heading_that_nobody_knows_are_asked(tmp_path: Path) -> None:
    found = read(tmp_path, blocks("Số hồ sơ", "Cột kiểm tra", signed=False))
    assert (found.outcome, taken(found)) == ("ask", {})


@pytest.mark.parametrize("counted", ["Số lượng", "Số phản ánh"])
def test_a_bare_row_behind_another_thing_is_of_dossiers_only_where_the_heading_counts_these(tmp_path: Path, counted: str) -> None:
    names = ["Phản ánh, kiến nghị tiếp nhận", "Trả lời", "Đã giải quyết", "Quá hạn", "Có nghĩa vụ tài chính", "Nợ"]
    found = read(tmp_path, blocks(counted, "Tỷ lệ", names))
    others = {"resolved_total", "resolved_late", "dossiers_with_fee"}
    assert not others & {o.element for o in found.observations if o.status == "accepted"}


def test_a_measure_says_what_a_row_counts(tmp_path: Path) -> None:
    rows: list[list[object]] = [["UBND XÃ XỐP"], ["SỐ LIỆU THÁNG 10 NĂM 2025"], [], ["TT", "Chỉ tiêu", "ĐVT", "Số liệu"]]
    rows += [[1, "Tiếp nhận mới", "Hồ sơ", 52], [2, "Đã lập Tổ công nghệ số cộng đồng", "Thôn", 6], [3, "Đã lập đoàn", "Thôn", 5]]
    assert taken(read(tmp_path, rows)) == {"D5": 52, "D6": 6}
