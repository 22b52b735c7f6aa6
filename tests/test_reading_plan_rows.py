"""Rows of plan, result and rate of each commune: only the result is read, whatever the rows are called and wherever their names stand."""

from pathlib import Path

import pytest
from test_reading import codes, read, taken

COMMUNES = ["Xã Đăk Môn", "Xã Đăk Long", "Xã Xốp"]
HEADINGS = ["Hộ gia đình có Internet cáp quang", "Số thôn có Tổ công nghệ số cộng đồng"]
PLANS = [[520, 12], [660, 14], [230, 9]]
DONE = [[411, 10], [602, 13], [207, 8]]
TITLE = "THEO DÕI CHỈ TIÊU GIAO CÁC XÃ ĐẾN HẾT THÁNG 5/2026"


def _rates(commune: int) -> list[float]:
    return [round(done / plan, 4) for done, plan in zip(DONE[commune], PLANS[commune], strict=True)]


def _beside(words: list[str], title: str = TITLE, named: str = "first") -> list[list[object]]:
    rows: list[list[object]] = [[title], ["TT", "Xã", "Nội dung", *HEADINGS]]
    for n, name in enumerate(COMMUNES):
        for place, (word, figures) in enumerate(zip(words, [PLANS[n], DONE[n], _rates(n)], strict=False)):
            there = named == "all" or place == {"first": 0, "middle": 1}[named]
            rows.append([n + 1 if there else None, name if there else None, word, *figures])
    return rows


def _taken(found) -> list[float]:
    return sorted(o.value for o in found.observations if o.status == "accepted")


ALL_DONE = sorted(value for line in DONE for value in line)


@pytest.mark.parametrize(
    "words",
    [
        ["Chỉ tiêu giao", "Thực hiện", "Đạt so chỉ tiêu"],
        ["Chỉ tiêu", "Kết quả", "Đạt"],
        ["Huyện giao", "Đã làm được", "Mức độ hoàn thành"],
        ["Chỉ tiêu (CT)", "Thực hiện (TH)", "TH/CT (%)"],
        ["Giao", "Đạt", "Tỷ lệ (%)"],
        ["Nhiệm vụ giao", "Lũy kế thực hiện", "Tỷ lệ đạt so với chỉ tiêu huyện giao"],
        ["Giao", "Thực hiện"],
        ["Giao", "Thực hiện", "Đánh giá"],
    ],
)
def test_only_the_rows_of_results_are_read(tmp_path: Path, words: list[str]) -> None:
    found = read(tmp_path, _beside(words))
    assert (_taken(found), found.outcome) == (ALL_DONE, "accept")


@pytest.mark.parametrize("named", ["first", "middle", "all"])
@pytest.mark.parametrize("title", [TITLE, "KẾT QUẢ CHUYỂN ĐỔI SỐ THÁNG 5 NĂM 2026", "BẢNG GIAO CHỈ TIÊU VÀ KẾT QUẢ THÁNG 5/2026"])
def test_the_title_and_the_place_of_the_name_change_nothing(tmp_path: Path, named: str, title: str) -> None:
    found = read(tmp_path, _beside(["Giao", "Thực hiện", "Đạt (%)"], title, named))
    assert (_taken(found), found.outcome) == (ALL_DONE, "accept")


@pytest.mark.parametrize("dash", ["- ", ""])
def test_rows_below_the_name_of_their_commune(tmp_path: Path, dash: str) -> None:
    rows: list[list[object]] = [[TITLE], ["TT", "Xã", *HEADINGS]]
    for n, name in enumerate(COMMUNES):
        rows += [[n + 1, name], [None, f"{dash}Chỉ tiêu giao", *PLANS[n]], [None, f"{dash}Thực hiện", *DONE[n]]]
    found = read(tmp_path, rows)
    assert (_taken(found), found.outcome) == (ALL_DONE, "accept")


def test_a_word_left_of_several_communes_is_said_of_each(tmp_path: Path) -> None:
    rows: list[list[object]] = [["KẾT QUẢ CHUYỂN ĐỔI SỐ THÁNG 5 NĂM 2026"], ["Nội dung", "Xã", *HEADINGS]]
    for word, figures in (("Chỉ tiêu giao", PLANS), ("Thực hiện", DONE)):
        rows += [[None if n else word, name, *figures[n]] for n, name in enumerate(COMMUNES)]
    found = read(tmp_path, rows)
    assert (_taken(found), found.outcome) == (ALL_DONE, "accept")


def test_totals_of_plans_are_not_held_against_results(tmp_path: Path) -> None:
    sums = [[sum(line[k] for line in figures) for k in range(2)] for figures in (PLANS, DONE)]
    rows = _beside(["Giao", "Thực hiện"])
    rows += [[None, "Tổng cộng", "Giao", *sums[0]], [None, None, "Thực hiện", *sums[1]]]
    found = read(tmp_path, rows)
    assert (_taken(found), found.outcome) == (ALL_DONE, "accept")


def test_plans_alone_are_no_return(tmp_path: Path) -> None:
    found = read(tmp_path, _beside(["Chỉ tiêu giao", "Chỉ tiêu phấn đấu"]))
    assert (_taken(found), found.outcome) == ([], "not_a_return")


def test_a_commune_with_two_blocks_that_differ_is_sent_back(tmp_path: Path) -> None:
    again = [[9, COMMUNES[0], "Giao", *PLANS[0]], [None, None, "Thực hiện", 399, 9]]
    found = read(tmp_path, [*_beside(["Giao", "Thực hiện"]), *again])
    assert "unit_twice" in codes(found) and found.outcome == "fix"


@pytest.mark.parametrize("office", ["Phòng Tài chính - Kế hoạch", "Phòng Kế hoạch - Tài chính", "Sở Kế hoạch và Đầu tư", "Ban Kế hoạch"])
def test_an_office_that_plans_is_no_row_of_a_plan(tmp_path: Path, office: str) -> None:
    head = [["TỔNG HỢP THÁNG 3 NĂM 2025"], ["STT", "Đơn vị", "Hồ sơ tiếp nhận mới", "Hồ sơ nộp trực tuyến"]]
    rows = [[1, office, 44, 30], [2, "Xã Đăk Long", 60, 40], [3, "Xã Xốp", 20, 10], [None, "Tổng", 124, 80]]
    found = read(tmp_path, [*head, *rows])
    assert (found.outcome, len(taken(found))) == ("accept", 4)


@pytest.mark.parametrize("last", [["Lũy kế"], ["Cộng dồn"], ["Lũy kế đến nay"], ["Tổng cộng", "Lũy kế từ đầu năm"]])
def test_a_sum_so_far_under_a_list_of_communes_is_none_of_the_last_one(tmp_path: Path, last: list[str]) -> None:
    head = [["TỔNG HỢP THÁNG 3 NĂM 2025"], ["STT", "Đơn vị", "Hồ sơ tiếp nhận mới", "Hồ sơ nộp trực tuyến"]]
    sums = {"Tổng cộng": [80, 50]}
    rows = [[1, "Xã Đăk Long", 60, 40], [2, "Xã Xốp", 20, 10], *([None, text, *sums.get(text, [900, 600])] for text in last)]
    found = read(tmp_path, [*head, *rows])
    assert (found.outcome, list(taken(found).values())) == ("accept", [60, 40, 20, 10])
    rows = [[1, "Xã Đăk Long", 60, 40], [None, last[-1], 90, 70], [2, "Xã Xốp", 20, 10], [None, last[-1], 50, 30]]
    assert len(taken(read(tmp_path, [*head, *rows]))) == 8
