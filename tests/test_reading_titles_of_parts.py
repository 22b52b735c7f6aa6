"""Titles that speak of one body, one hamlet or one group of people of a commune, and a letterhead of another district: asked."""

from pathlib import Path

import pytest
from test_reading import codes, read

FIGURES: list[list[object]] = [
    [],
    ["Chỉ tiêu", "Số liệu"],
    ["Hồ sơ tiếp nhận mới", 231],
    ["Hồ sơ nộp trực tuyến", 164],
    ["Tổng số CBCC", 20],
]

OF_A_PART = [
    "BÁO CÁO CHUYỂN ĐỔI SỐ THÁNG 3/2025 TẠI TRẠM Y TẾ",
    "SỐ LIỆU CHUYỂN ĐỔI SỐ THÁNG 3/2025 - PHỤ NỮ",
    "SỐ LIỆU THÁNG 3/2025 CỦA HỘI NÔNG DÂN XÃ",
    "SỐ LIỆU THÁNG 3/2025 (ĐỐI VỚI NGƯỜI DÂN TỘC THIỂU SỐ)",
    "SỐ LIỆU THÁNG 3/2025 - BỘ PHẬN TƯ PHÁP",
    "SỐ LIỆU THÁNG 3/2025 - ĐOÀN THANH NIÊN",
    "SỐ LIỆU THÁNG 3/2025 THÔN ĐĂK NAI",
    "SỐ LIỆU THÁNG 3/2025 (TRỪ THÔN ĐĂK NAI)",
]
OF_THE_WHOLE = [
    "SỐ LIỆU THÁNG 3/2025 TẠI BỘ PHẬN MỘT CỬA",
    "SỐ LIỆU THÁNG 3/2025 CỦA CÁC THÔN, LÀNG",
    "SỐ LIỆU CHUYỂN ĐỔI SỐ XÃ, THÔN THÁNG 3/2025",
    "SỐ LIỆU TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG THÔN NĂM 2025, THÁNG 3/2025",
    "SỐ LIỆU THÁNG 3/2025 (TRỪ VĂN BẢN MẬT)",
]


@pytest.mark.parametrize("title", OF_A_PART)
def test_a_title_of_a_part_is_asked(tmp_path: Path, title: str) -> None:
    assert "part_of_unit" in codes(read(tmp_path, [["UBND XÃ ĐĂK MÔN"], [title], *FIGURES]))


@pytest.mark.parametrize("title", OF_THE_WHOLE)
def test_a_title_of_the_whole_is_not(tmp_path: Path, title: str) -> None:
    assert "part_of_unit" not in codes(read(tmp_path, [["UBND XÃ ĐĂK MÔN"], [title], *FIGURES]))


def test_a_letterhead_of_another_district_contradicts_its_commune(tmp_path: Path) -> None:
    title: list[list[object]] = [["SỐ LIỆU THÁNG 3/2025"]]
    wrong = read(tmp_path, [["UBND HUYỆN NGỌC HỒI"], ["UBND XÃ ĐĂK MÔN"], *title, *FIGURES])
    right = read(tmp_path, [["UBND HUYỆN ĐẮK GLEI"], ["UBND XÃ ĐĂK MÔN"], *title, *FIGURES])
    assert ([q.kind for q in wrong.questions], right.outcome) == (["unit_conflict"], "accept")
