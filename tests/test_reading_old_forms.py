"""Forms older than their figures: rows no longer used, headings that say what they took the place of, titles of groups merged across."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from test_reading import codes, read, taken

from loaders.opening.workbook import open_workbook
from loaders.result import FileReading
from loaders.understanding.headings.match import match
from loaders.understanding.report import read_grid

NOW_ONLINE = [
    "Hồ sơ tiếp nhận trực tuyến (từ 2023 thay cho mức 3, mức 4)",
    "Số HS nhận qua mạng (thay thế mức độ 3 và 4)",
    "Hồ sơ nộp trực tuyến (trước đây là mức độ 3, 4)",
    "Hồ sơ trực tuyến (tên cũ: mức độ 3, mức độ 4)",
    "Tiếp nhận trực tuyến hồ sơ, nay thay cho mức độ 3, 4",
    "Hồ sơ nhận trực tuyến - thay cho các dòng mức độ 3 và 4",
    "Hồ sơ trực tuyến (mức 3, 4 cũ)",
]


@pytest.mark.parametrize("text", NOW_ONLINE)
def test_what_a_heading_took_the_place_of_names_nothing(text: str) -> None:
    assert (match(text).codes, match(text).sure) == (("dossiers_recv_online",), True)


@pytest.mark.parametrize("text", ["mức độ 3, 4", "mức độ 3 và mức độ 4", "mức 3/4", "mức độ 3 trở lên", "mức độ 3 (đã bãi bỏ)"])
def test_both_levels_or_a_level_done_away_with_are_not_the_third(text: str) -> None:
    assert not match(f"Hồ sơ trực tuyến {text}").sure


@pytest.mark.parametrize("level", [3, 4])
def test_a_level_by_itself_is_still_that_level(level: int) -> None:
    assert match(f"Số hồ sơ trực tuyến mức độ {level}").codes == (f"ops_level{level}_dossier_count",)


def test_in_place_of_paper_or_stamp_is_no_former_name() -> None:
    assert match("Văn bản đi ký số thay con dấu cơ quan").codes == ("docs_out_signed_org",)


def _form(word: object) -> list[list[object]]:
    rows: list[list[object]] = [
        ["Hồ sơ trực tuyến mức độ 3", word],
        ["Hồ sơ trực tuyến mức độ 4", word],
        ["Hồ sơ tiếp nhận mới", 90],
        ["Trong đó: hồ sơ nộp trực tuyến (từ 2023 thay cho mức 3, mức 4)", 61],
    ]
    return [
        ["UBND XÃ ĐĂK LONG"],
        ["SỐ LIỆU MỘT CỬA THÁNG 8 NĂM 2025"],
        ["STT", "Chỉ tiêu", "Kết quả"],
        *([n, *r] for n, r in enumerate(rows, 1)),
    ]


@pytest.mark.parametrize("word", ["không dùng", "Bỏ", "(không nhập)", "Đã bãi bỏ", "không còn áp dụng"])
def test_a_row_no_longer_used_is_left_empty(tmp_path: Path, word: str) -> None:
    reading = read(tmp_path, _form(word))
    assert (sorted(taken(reading).values()), reading.outcome) == ([61, 90], "accept")


def test_a_word_nobody_knows_in_such_a_row_is_still_told(tmp_path: Path) -> None:
    assert "number_unreadable" in codes(read(tmp_path, _form("9x")))


CHECKED = ["Dữ liệu chuyên ngành (hội viên, an sinh) phải đối chiếu", "Dữ liệu chuyên ngành (người có công, hội viên) cần đối chiếu dân cư"]


@pytest.mark.parametrize("over", CHECKED)
@pytest.mark.parametrize("leaf", ["Đã đối chiếu", "đã đối chiếu, xác thực", "Đã xác thực"])
def test_what_is_done_of_what_must_be_done(over: str, leaf: str) -> None:
    assert match(leaf, (over,)).codes == ("sector_records_matched",)
    assert match("Tổng số", (over,)).codes[:1] == ("sector_records_total",)


@pytest.mark.parametrize("over", ["Phải số hóa", "Cần số hóa", "Bắt buộc số hóa"])
def test_a_thing_under_what_must_be_done_is_not_done(over: str) -> None:
    assert match("Hồ sơ", (over,)).codes == ("dossiers_requiring_digitisation",)


OFFICES = ["Sở Tư pháp", "Sở Xây dựng", "Văn phòng UBND tỉnh"]
COMMUNES = ["UBND xã Đăk Pék", "UBND xã Xốp", "UBND xã Đăk Môn"]
HEADS = ["STT", "Cơ quan", "Văn bản đi (trừ mật)", "Văn bản đi ký số cơ quan"]


def _export(tmp_path: Path, titles: tuple[str, str], left: int = 2) -> FileReading:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["TÌNH HÌNH KÝ SỐ VĂN BẢN THÁNG 11/2025"])
    sheet.append(HEADS)
    for title, names in zip(titles, (OFFICES, COMMUNES), strict=True):
        if title:
            sheet.append([None] * (left - 1) + [title])
            sheet.merge_cells(start_row=sheet.max_row, start_column=left, end_row=sheet.max_row, end_column=4)
        for n, name in enumerate(names, 1):
            sheet.append([n, name, 100 + n, 90 + n])
    book.save(tmp_path / "xuat.xlsx")
    return read_grid(open_workbook(tmp_path / "xuat.xlsx"))


@pytest.mark.parametrize("left", [1, 2])
@pytest.mark.parametrize(
    "titles",
    [
        ("I. Sở, ban, ngành", "II. Cấp xã"),
        ("Sở ngành", "Xã, phường"),
        ("A - CƠ QUAN CẤP TỈNH", "B - UBND CẤP XÃ"),
        ("Khối các cơ quan", "Khối xã"),
        ("1. Cấp tỉnh", "2. Cấp xã"),
    ],
)
def test_the_title_of_a_group_merged_across_is_no_heading(tmp_path: Path, titles: tuple[str, str], left: int) -> None:
    reading = _export(tmp_path, titles, left)
    assert (sorted(taken(reading).values()), reading.outcome) == ([91, 92, 93, 101, 102, 103], "accept")
    assert {o.unit for o in reading.observations} == {"23341.2", "23356.2", "23374.2"}
