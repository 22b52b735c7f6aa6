"""Headings that say nothing of their own, beside the total of what they stand under: parts, never the figure."""

from pathlib import Path

import pytest
from test_reading import codes, read, taken

NAMES = ["Xã Đăk Môn", "Xã Đăk Long", "Xã Xốp"]
_ = None


def _grouped(group: str, leaves: list[str], *lines: list[int]) -> list[list[object]]:
    head: list[list[object]] = [["TỔNG HỢP THÁNG 4 NĂM 2026"], ["STT", "Xã", group, *[_] * (len(leaves) - 1)], [_, _, *leaves]]
    return [*head, *([place, name, *line] for place, (name, line) in enumerate(zip(NAMES, lines, strict=True), 1))]


LINES = ([900, 700, 200], [800, 650, 150], [700, 560, 140])


@pytest.mark.parametrize("group", ["Dân số", "Số hồ sơ tiếp nhận mới", "Số cán bộ, công chức"])
@pytest.mark.parametrize(("silent", "other"), [("Ở lại địa phương", "Đi làm xa"), ("Tại trụ sở", "Đi công tác")])
@pytest.mark.parametrize("total", ["Tổng số", "Cộng"])
def test_the_total_of_a_group_is_its_figure(tmp_path: Path, group: str, silent: str, other: str, total: str) -> None:
    lines = LINES if group != "Số cán bộ, công chức" else ([40, 30, 10], [38, 28, 10], [36, 26, 10])
    found = read(tmp_path, _grouped(group, [total, silent, other], *lines))
    assert taken(found) == {f"C{row}": line[0] for row, line in enumerate(lines, 4)} and found.outcome == "accept"


def test_a_silent_heading_without_a_total_beside_it_is_the_figure(tmp_path: Path) -> None:
    found = read(tmp_path, _grouped("Dân số", ["Ở lại địa phương", "Ghi chú"], [700, 1], [650, 2], [560, 3]))
    assert taken(found) == {"C4": 700, "C5": 650, "C6": 560}


def test_two_columns_of_one_figure_are_both_asked(tmp_path: Path) -> None:
    rows = [
        ["THÁNG 4 NĂM 2026"],
        ["STT", "Xã", "Số hồ sơ tiếp nhận mới", "Hồ sơ mới tiếp nhận"],
        [1, NAMES[0], 90, 70],
        [2, NAMES[1], 80, 65],
    ]
    found = read(tmp_path, rows)
    assert taken(found) == {} and codes(found) == {"value_conflict"}


def test_a_heading_in_doubt_beside_one_that_is_sure_is_asked_and_no_fault_of_the_sender(tmp_path: Path) -> None:
    rows = [
        ["THÁNG 4 NĂM 2026"],
        ["STT", "Xã", "Tiếp nhận mới", "Xong rồi", "Xong êm"],
        [1, NAMES[0], 90, 70, 40],
        [2, NAMES[1], 80, 65, 41],
    ]
    found = read(tmp_path, rows)
    assert (found.outcome, codes(found)) == ("ask", {"element_doubt"})
    assert taken(found) == {"C3": 90, "D3": 70, "C4": 80, "D4": 65}


@pytest.mark.parametrize("dash", ["- ", "Trong đó: ", "+ "])
def test_a_silent_row_under_one_with_a_figure_is_a_part(tmp_path: Path, dash: str) -> None:
    rows = [
        ["UBND XÃ ĐĂK MÔN"],
        ["BÁO CÁO THÁNG 4 NĂM 2026"],
        ["STT", "Chỉ tiêu", "ĐVT", "Số lượng"],
        [1, "Dân số", "người", 900],
        [_, f"{dash}Ở lại địa phương", "người", 700],
        [2, "Số thôn", "thôn", 5],
    ]
    assert taken(read(tmp_path, rows)) == {"D4": 900, "D6": 5}
    rows[3][3] = None
    rows[3][2] = None
    assert taken(read(tmp_path, rows)) == {"D5": 700, "D6": 5}


def test_a_row_of_the_total_makes_its_sisters_parts(tmp_path: Path) -> None:
    rows = [
        ["UBND XÃ ĐĂK MÔN"],
        ["BÁO CÁO THÁNG 4 NĂM 2026"],
        ["STT", "Chỉ tiêu", "ĐVT", "Số lượng"],
        [1, "Dân số", _, _],
        [_, "Tổng số", "người", 900],
        [_, "Ở lại địa phương", "người", 700],
    ]
    assert taken(read(tmp_path, rows)) == {"D5": 900}


PAID = ["Số người", "Số tiền"]
WELFARE = "BÁO CÁO CHI TRẢ TRỢ CẤP XÃ HỘI THÁNG 4 NĂM 2026"


def _payments(title: str, groups: list[str]) -> list[list[object]]:
    head = [text for group in groups for text in (group, _)]
    figures = [100, 50_000_000, 40, 20_000_000, 60, 30_000_000]
    body: list[list[object]] = [[place, name, *figures] for place, name in enumerate(NAMES, 1)]
    return [[title], ["STT", "Xã", *head], [_, _, *PAID * 3], *body]


@pytest.mark.parametrize("groups", [["Tổng cộng", "Tiền mặt", "Qua tài khoản"], ["Tổng số", "Bằng tiền mặt", "Chuyển khoản"]])
def test_people_under_total_cash_and_account_were_paid(tmp_path: Path, groups: list[str]) -> None:
    found = read(tmp_path, _payments(WELFARE, groups))
    assert {o.cell[0]: o.element for o in found.observations if o.status == "accepted"} == {
        "C": "ssp_people_paid",
        "D": "ssp_amount_total",
        "G": "ssp_people_paid_noncash",
        "H": "ssp_amount_noncash",
    }


@pytest.mark.parametrize("title", ["CHI TRẢ LƯƠNG CÁN BỘ THÁNG 4 NĂM 2026", "THU BẢO HIỂM Y TẾ HỘ GIA ĐÌNH THÁNG 4 NĂM 2026"])
def test_wages_and_premiums_are_no_welfare(tmp_path: Path, title: str) -> None:
    assert taken(read(tmp_path, _payments(title, ["Tổng cộng", "Tiền mặt", "Qua tài khoản"]))) == {}


@pytest.mark.parametrize("word", ["Có mặt", "Trong kỳ"])
def test_words_that_may_mean_the_whole_are_asked_beside_its_total(tmp_path: Path, word: str) -> None:
    group = "Số hồ sơ tiếp nhận mới" if word == "Trong kỳ" else "Số cán bộ, công chức"
    assert taken(read(tmp_path, _grouped(group, ["Tổng số", word], [40, 30], [38, 28], [36, 26]))) == {}


@pytest.mark.parametrize("word", ["Chia ra", "Trong đó", "Phân ra", "Bao gồm", "Chia ra theo thời hạn", "Trong tổng số", "Cụ thể"])
@pytest.mark.parametrize("dash", ["- ", "+ "])
def test_the_first_part_behind_its_word_stands_beside_the_others(tmp_path: Path, word: str, dash: str) -> None:
    labels = ["1. Hồ sơ đã giải quyết", f"   {word}: {dash}Trước hạn", f"        {dash}Đúng hạn", f"        {dash}Quá hạn"]
    labels += ["2. Hồ sơ tiếp nhận mới", f"   {word}: {dash}Nộp trực tuyến", f"        {dash}Nộp trực tiếp và qua dịch vụ bưu chính"]
    rows: list[list[object]] = [["UBND XÃ ĐĂK TÔ"], ["TÌNH HÌNH THỰC HIỆN THÁNG 9 NĂM 2025"], [], ["Tên chỉ tiêu", "Mã số", "Thực hiện"]]
    figures = (280, 150, 120, 10, 300, 200, 100)
    rows += [[label, f"{place:02d}", value] for place, (label, value) in enumerate(zip(labels, figures, strict=True), 1)]
    found = read(tmp_path, rows)
    assert list(taken(found).values()) == list(figures) and found.outcome == "accept"
    assert [o.element for o in found.observations][3] == "resolved_late"
