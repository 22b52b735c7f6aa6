"""Forms that score a commune: what is asked for, what is done of it, the rate and the points; only what is done is taken."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from test_reading import read, taken

from loaders.opening.workbook import open_workbook
from loaders.understanding.report import read_grid

OVER = [["UBND XÃ ĐĂK MÔN"], ["TỰ ĐÁNH GIÁ CÔNG TÁC CẢI CÁCH HÀNH CHÍNH THÁNG 3 NĂM 2026"]]
OUT_OF = ["Hồ sơ nộp trực tuyến trên tổng số hồ sơ tiếp nhận mới", "CBCC được cấp chữ ký số trên tổng số CBCC"]
NAMED = ["Hồ sơ nộp trực tuyến", "CBCC được cấp chữ ký số"]
BOTH = {"dossiers_recv_new": 96, "dossiers_recv_online": 84, "officials_total": 40, "officials_with_cert": 38}


def _reading(tmp_path, head, labels, *columns, under=None, merges=()):
    book = Workbook()
    rows = [[n, label, *(column[n - 1] for column in columns)] for n, label in enumerate(labels, 1)]
    for row in [*OVER, ["TT", "Tiêu chí", *head], *([["", "", *under]] if under else []), *rows]:
        book.active.append(row)
    for merge in merges:
        book.active.merge_cells(merge)
    book.save(tmp_path / "cham diem.xlsx")
    return read_grid(open_workbook(tmp_path / "cham diem.xlsx"))


def _taken(reading):
    return {o.element: o.value for o in reading.observations if o.status == "accepted"}


@pytest.mark.parametrize("labels", [OUT_OF, NAMED])
@pytest.mark.parametrize(
    ("wholes", "done", "rate"),
    [
        ("Mẫu số", "Tử số", "Tỷ lệ"),
        ("Tổng số (mẫu số)", "Số đạt (tử số)", "Tỷ lệ đạt (%)"),
        ("Tổng số phải thực hiện", "Số đã thực hiện", "Tỷ lệ (%)"),
        ("Tổng số", "Số đạt", "Xếp loại"),
    ],
)
def test_a_column_of_wholes_and_one_of_what_is_done_give_both_sides_of_each_row(tmp_path, labels, wholes, done, rate):
    head = ["Điểm chuẩn", wholes, done, rate, "Điểm tự chấm"]
    assert _taken(_reading(tmp_path, head, labels, [5, 5], [96, 40], [84, 38], [87.5, 95], [4.4, 4.8])) == BOTH


def test_a_rate_that_is_not_that_of_its_row_is_told(tmp_path):
    head = ["Tổng số (mẫu số)", "Số đạt (tử số)", "Tỷ lệ đạt (%)"]
    reading = _reading(tmp_path, head, OUT_OF, [96, 40], [84, 38], [87.5, 88])
    assert [(i.code, i.cell) for i in reading.issues] == [("percent_differs", "E5")]


def test_two_headed_by_a_group_whose_rate_alone_has_no_group(tmp_path):
    reading = _reading(
        tmp_path,
        ["Điểm chuẩn", "Số liệu thực hiện", None, "Tỷ lệ (%)", "Điểm đạt được"],
        OUT_OF,
        [5, 5],
        [96, 40],
        [84, 38],
        [87.5, 95],
        [4.4, 4.8],
        under=[None, "Mẫu số", "Tử số"],
        merges=("A3:A4", "B3:B4", "C3:C4", "D3:E3", "F3:F4", "G3:G4"),
    )
    assert _taken(reading) == BOTH


def test_a_row_that_is_no_side_of_a_rate_is_asked_or_left(tmp_path):
    labels = ["Số hồ sơ đã giải quyết trước hạn", "Tổng số cán bộ, công chức"]
    reading = _reading(tmp_path, ["Tổng số", "Số đạt", "Tỷ lệ (%)"], labels, [96, 40], [84, 38], [87.5, 95])
    assert _taken(reading) == {"officials_total": 40}


@pytest.mark.parametrize("rates", [[82, 95], [82.5, 95.1]])
def test_counts_named_in_rows_are_never_taken_from_a_column_of_rates(tmp_path, rates):
    reading = _reading(tmp_path, ["Điểm tối đa", "Tỷ lệ đạt (%)", "Điểm tự đánh giá"], NAMED, [5, 5], rates, [4.4, 4.8])
    assert (_taken(reading), reading.outcome) == ({}, "ask")


@pytest.mark.parametrize("figures", [["87,5%", "95%"], [0.875, 0.95]])
def test_a_share_of_a_whole_that_the_row_names_is_its_rate(tmp_path, figures):
    head = ["Kết quả"] if isinstance(figures[0], str) else ["Kết quả (%)"]
    percents = figures if isinstance(figures[0], str) else [100 * f for f in figures]
    assert _taken(_reading(tmp_path, head, OUT_OF, percents)) == {"ops_online_submission_rate": 87.5, "sig_official_issued_rate": 95}


def test_a_bare_figure_out_of_a_whole_may_be_count_or_rate(tmp_path):
    reading = _reading(tmp_path, ["Kết quả"], OUT_OF, [84, 38])
    assert (_taken(reading), reading.outcome) == ({}, "ask")


@pytest.mark.parametrize("wanted", ["Yêu cầu", "Mức yêu cầu", "Mức tối thiểu phải đạt", "Ngưỡng đạt (%)", "Tiêu chuẩn"])
def test_what_is_asked_of_a_commune_is_no_result(tmp_path, wanted):
    reading = _reading(tmp_path, [wanted, "Điểm tối đa", "Điểm tự đánh giá"], NAMED, [85, 90], [5, 5], [4.4, 4.8])
    assert (_taken(reading), reading.outcome == "accept") == ({}, False)
    reading = _reading(tmp_path, [wanted, "Kết quả", "Điểm đạt được"], NAMED, [85, 90], [84, 38], [4.4, 4.8])
    assert _taken(reading) == {"dossiers_recv_online": 84, "officials_with_cert": 38}


@pytest.mark.parametrize("title", ["TỔNG HỢP ĐIỂM TỰ CHẤM THÁNG 3 NĂM 2026", "CHẤM ĐIỂM CHUYỂN ĐỔI SỐ THÁNG 3 NĂM 2026"])
@pytest.mark.parametrize(("head", "taken"), [(["Kết quả"], False), (["Kết quả", "Điểm tự chấm"], True)])
def test_under_a_title_of_points_figures_are_asked_unless_points_stand_apart(tmp_path, title, head, taken):
    book = Workbook()
    figures = [[4, 5], [3, 4]]
    for row in [OVER[0], [title], ["TT", "Tiêu chí", *head], *([n, NAMED[n], *figures[n][: len(head)]] for n in (0, 1))]:
        book.active.append(row)
    book.save(tmp_path / "diem.xlsx")
    assert bool(_taken(read_grid(open_workbook(tmp_path / "diem.xlsx")))) is taken


def test_a_figure_said_again_in_the_general_part_of_a_form_is_no_sum_of_its_table(tmp_path):
    rows = [
        ["UBND XÃ ĐĂK MÔN"],
        ["TỰ ĐÁNH GIÁ CHUYỂN ĐỔI SỐ NĂM 2025"],
        ["A. Thông tin chung"],
        [1, "Số cán bộ, công chức", 22],
        [2, "Dân số (người)", 5257],
        [],
    ]
    rows += [["B. Kết quả"], ["STT", "Chỉ số", "Điểm tối đa", "Điểm tự chấm", "Số liệu"]]
    rows += [[1, "Nhân lực", 30], ["1.1", "Tỷ lệ cán bộ, công chức được tập huấn kỹ năng số", 30, 17.7]]
    rows += [
        [None, "a = Tổng số cán bộ, công chức của xã", None, None, 22],
        [None, "b = Số cán bộ, công chức đã được tập huấn kỹ năng số", None, None, 13],
    ]
    rows += [[2, "Xã hội số", 30], ["2.1", "Tỷ lệ người từ 18 tuổi trở lên có điện thoại thông minh", 30, 22]]
    rows += [
        [None, "a = Dân số từ 18 tuổi trở lên", None, None, 3438],
        [None, "b = Số người từ 18 tuổi trở lên có điện thoại thông minh", None, None, 2596],
    ]
    rows += [["2.2", "Tỷ lệ người từ 18 tuổi trở lên có chữ ký số", 30, 8]]
    rows += [
        [None, "a = Dân số từ 18 tuổi trở lên", None, None, 3438],
        [None, "b = Số người từ 18 tuổi trở lên có chữ ký số cá nhân", None, None, 879],
    ]
    found = read(tmp_path, rows)
    assert {o.element for o in found.observations if o.status == "accepted"} >= {
        "officials_digital_trained",
        "adults_smartphone",
        "pop_18plus",
    }


def test_a_column_of_indicators_that_holds_their_numbers_alone_leaves_the_naming_to_the_explanations(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["TỰ ĐÁNH GIÁ CHỈ SỐ CHUYỂN ĐỔI SỐ CẤP XÃ NĂM 2024"],
        ["Đơn vị: UBND xã Đăk Kroong"],
        [],
        ["Chỉ số", "Diễn giải", "Số liệu", "Điểm tối đa", "Điểm tự chấm"],
        [1, "Cán bộ, công chức được cấp chữ ký số cá nhân", None, 20, 14.5],
        [None, "a = Số cán bộ, công chức được cấp chữ ký số", 16],
        [None, "b = Tổng số cán bộ, công chức", 22],
        [2, "Tổ công nghệ số cộng đồng", None, 10, 8.8],
        [None, "a = Số thôn có Tổ công nghệ số cộng đồng", 7],
        [None, "b = Tổng số thôn", 8],
        [3, "Hộ gia đình có Internet cáp quang", None, 20, 11.7],
        [None, "a = Số hộ gia đình có Internet băng rộng cáp quang", 611],
        [None, "b = Tổng số hộ gia đình", 1043],
    ]
    reading = read(tmp_path, rows)
    assert (reading.outcome, taken(reading)) == ("accept", {"C6": 16, "C7": 22, "C9": 7, "C10": 8, "C12": 611, "C13": 1043})
