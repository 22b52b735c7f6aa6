"""What titles of groups of rows leave to their rows: tasks assigned, whatever is left over, what is done with people named as a whole."""

from pathlib import Path

from test_reading import by_element, read

TITLE: list[list[object]] = [["UBND PHƯỜNG ĐỨC PHỔ"], ["SỐ LIỆU THÁNG 12/2025"], [], ["STT", "Nội dung", "Kết quả"]]


def figures(tmp_path: Path, *rows: list[object]) -> tuple[str, dict[str, list[float]]]:
    found = read(tmp_path, [*TITLE, *rows])
    return found.outcome, by_element(found)


def test_a_group_of_tasks_assigned_is_no_plan_of_its_rows(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["I", "Nhiệm vụ được giao theo Kế hoạch 121/KH-UBND"],
        [1, "Số nhiệm vụ về trí tuệ nhân tạo (AI) được giao", 14],
        [2, "Số nhiệm vụ AI đã hoàn thành", 9],
    ]
    assert figures(tmp_path, *rows) == ("accept", {"ai_tasks_assigned": [14], "ai_tasks_done": [9]})


def test_rows_under_other_matters_are_what_they_name(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["I", "Tiếp nhận"],
        [1, "Hồ sơ mới tiếp nhận", 300],
        ["II", "Nội dung khác"],
        [2, "Kết quả trả bản điện tử có ký số", 248],
        [3, "Hồ sơ đã đồng bộ lên Cổng DVC quốc gia", 290],
    ]
    assert figures(tmp_path, *rows) == ("accept", {"dossiers_recv_new": [300], "results_electronic": [248], "dossiers_synced": [290]})


def test_the_same_rows_in_several_groups_are_not_those_of_all(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["I", "Đất đai"],
        [1, "Hồ sơ đã giải quyết", 40],
        ["II", "Tư pháp"],
        [1, "Hồ sơ đã giải quyết", 60],
        ["III", "Khác"],
        [1, "Hồ sơ đã giải quyết", 20],
    ]
    assert "resolved_total" not in figures(tmp_path, *rows)[1]


def test_people_under_what_is_done_with_them_are_the_whole_of_the_part_below(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["C. Chứng thư số"],
        [1, "Lãnh đạo UBND phường, lãnh đạo phòng", 9],
        [2, "Trong đó đã được cấp chứng thư số", 8],
    ]
    assert figures(tmp_path, *rows) == ("accept", {"leaders_total": [9], "leaders_with_cert": [8]})


def test_a_part_below_that_names_the_same_is_not_that_again(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        [1, "Số phiếu đánh giá thu về", 179],
        ["1.1", "Số phiếu đánh giá hài lòng trở lên (hài lòng và rất hài lòng)", 178],
        [None, "trong đó rất hài lòng", 59],
    ]
    assert figures(tmp_path, *rows) == ("accept", {"ratings_total": [179], "ratings_satisfied": [178]})
