"""Periods as clerks and systems write them in a title, and January, in which the month is all there is since January."""

from pathlib import Path

import pytest
from test_reading import codes, read, taken

_ = None
FLOWS = ["Hồ sơ tiếp nhận mới", "Hồ sơ đã giải quyết"]


def _titled(title: str) -> list[list[object]]:
    return [["UBND XÃ ĐĂK MÔN"], [title], ["TT", "Chỉ tiêu", "Kết quả"], [1, FLOWS[0], 120], [2, FLOWS[1], 110]]


@pytest.mark.parametrize(
    ("title", "period", "basis"),
    [
        ("BÁO CÁO THÁNG XI NĂM 2025", "2025-M11", "in_period"),
        ("BÁO CÁO THÁNG III/2026", "2026-M03", "in_period"),
        ("SỐ LIỆU T3/26", "2026-M03", "in_period"),
        ("SỐ LIỆU THÁNG 12/25", "2025-M12", "in_period"),
        ("SỐ LIỆU QUÝ I/26", "2026-Q1", "in_period"),
        ("Monthly report, March 2026", "2026-M03", "in_period"),
        ("Export Sep-2025", "2025-M09", "in_period"),
        ("2nd quarter 2025", "2025-Q2", "in_period"),
        ("SỐ LIỆU QUÝ 1 + 2 NĂM 2026", "2026-S1", "in_period"),
        ("SỐ LIỆU QUÝ I, II, III NĂM 2025", "2025-9M", "in_period"),
        ("SỐ LIỆU QUÝ III VÀ QUÝ IV NĂM 2025", "2025-S2", "in_period"),
        ("SỐ LIỆU THÁNG 1, 2, 3 NĂM 2026", "2026-Q1", "in_period"),
        ("SỐ LIỆU 3 THÁNG CUỐI NĂM 2025", "2025-Q4", "in_period"),
        ("SỐ LIỆU 6T CUỐI NĂM 2025", "2025-S2", "in_period"),
        ("SỐ LIỆU 6T/2026", "2026-S1", "in_period"),
        ("SỐ LIỆU BA THÁNG ĐẦU NĂM 2026", "2026-M03", "year_to_date"),
        ("SỐ LIỆU 4T/2026", "2026-M04", "year_to_date"),
        ("KẾT QUẢ 9 THÁNG, NHIỆM VỤ 3 THÁNG CUỐI NĂM 2025", "2025-9M", "in_period"),
        ("Kỳ báo cáo: 03-2026", "2026-M03", "in_period"),
    ],
)
def test_a_title_states_its_period(tmp_path: Path, title: str, period: str, basis: str) -> None:
    found = read(tmp_path, _titled(title))
    assert {(o.period, o.basis) for o in found.observations} == {(period, basis)} and found.outcome == "accept"


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("SỐ LIỆU THÁNG 3-4 NĂM 2026", "period_conflict"),
        ("SỐ LIỆU QUÝ I VÀ QUÝ III NĂM 2026", "period_conflict"),
        ("SỐ LIỆU 2 THÁNG CUỐI NĂM 2025", "no_period"),
        ("BÁO CÁO NGÀY 12/3/2026", "no_period"),
        ("Thống kê máy 2026", "no_period"),
        ("Tháng 02 năm 2026 và 02 tháng đầu năm 2026", "basis_unclear"),
    ],
)
def test_a_title_of_no_period_of_ours_or_of_several_is_asked(tmp_path: Path, title: str, code: str) -> None:
    found = read(tmp_path, _titled(title))
    assert (taken(found), codes(found)) == ({}, {code})


def _since(title: str, *rows: list[object]) -> list[list[object]]:
    return [["UBND XÃ ĐĂK MÔN"], [title], ["TT", "Chỉ tiêu", "Trong kỳ", "Lũy kế từ đầu năm"], *rows]


@pytest.mark.parametrize("title", ["SỐ LIỆU THÁNG 1 NĂM 2026", "SỐ LIỆU QUÝ I NĂM 2026"])
def test_what_begins_in_january_is_all_there_is_since_january(tmp_path: Path, title: str) -> None:
    found = read(tmp_path, _since(title, [1, FLOWS[0], 120, 150], [2, FLOWS[1], 110, 110]))
    assert (set(taken(found)), codes(found), found.outcome) == ({"C5", "D5"}, {"since_differs"}, "fix")
    assert read(tmp_path, _since(title, [1, FLOWS[0], 120, 120], [2, FLOWS[1], 110, 110])).outcome == "accept"


def test_later_what_counts_since_january_is_only_never_less(tmp_path: Path) -> None:
    title = "SỐ LIỆU THÁNG 3 NĂM 2026"
    assert read(tmp_path, _since(title, [1, FLOWS[0], 120, 350], [2, FLOWS[1], 110, 330])).outcome == "accept"
    assert codes(read(tmp_path, _since(title, [1, FLOWS[0], 120, 100], [2, FLOWS[1], 110, 330]))) == {"part_exceeds"}


@pytest.mark.parametrize(
    ("name", "period"),
    [
        ("Bao cao xa Dak Mon 2026.xlsx", "2026-M03"),
        ("BC_2026_DakMon.xlsx", "2026-M03"),
        ("CV 2026-UBND.xlsx", ""),
        ("Dak Mon 2025 2026.xlsx", ""),
        ("Dak Mon.xlsx", ""),
    ],
)
def test_a_month_without_its_year_takes_the_one_year_in_the_name_of_the_file(tmp_path: Path, name: str, period: str) -> None:
    rows: list[list[object]] = [["UBND XÃ ĐẮK MÔN"], ["SỐ LIỆU THÁNG 3"], ["Chỉ tiêu", "Số liệu"], ["Hồ sơ tiếp nhận mới", 231]]
    found = read(tmp_path, rows, name=name)
    assert (found.outcome, {o.period for o in found.observations}) == ("accept" if period else "ask", {period})


@pytest.mark.parametrize(
    "title", ["CHI TRẢ TRỢ CẤP HÀNG THÁNG, THÁNG 5 NĂM 2025", "TRỢ CẤP XÃ HỘI HÀNG THÁNG CHO NGƯỜI CAO TUỔI THÁNG 5/2025"]
)
def test_a_monthly_allowance_is_of_the_month_behind_it(tmp_path: Path, title: str) -> None:
    assert {o.period for o in read(tmp_path, _titled(title)).observations} == {"2025-M05"}


def test_of_the_spans_of_week_month_and_sum_that_of_the_month_is_the_period(tmp_path: Path) -> None:
    spans = "(Tuần: từ 08/8 đến 14/8/2025; tháng: từ 15/7 đến 14/8/2025; lũy kế: từ khi triển khai đến 14/8/2025)"
    head = [["CÔNG AN XÃ NGỌC LINH"], ["PHIẾU SỐ LIỆU ĐỀ ÁN 06 THÁNG 8 NĂM 2025"], [spans]]
    table = [
        ["STT", "Nội dung", "Trong tuần", "Trong tháng", "Lũy kế đến nay"],
        [1, "Cấp tài khoản định danh điện tử mức độ 2", 11, 46, 3713],
    ]
    found = read(tmp_path, [*head, *table])
    assert found.outcome == "accept" and {o.period for o in found.observations} == {"2025-M08"}
    assert 3713 in {o.value for o in found.observations} and 11 not in {o.value for o in found.observations}


def test_days_that_bound_no_period_are_named_in_the_question(tmp_path: Path) -> None:
    found = read(tmp_path, [["UBND XÃ ĐĂK MÔN"], ["SỐ LIỆU MỘT CỬA"], ["Từ ngày 01/04/2025 đến ngày 31/05/2025"], *_titled("")[2:]])
    (question,) = found.questions
    assert question.kind == "no_period" and question.text.startswith("Từ 01/04/2025 đến 31/05/2025 không phải là một tháng")


@pytest.mark.parametrize("labels", [("Từ ngày", "Đến ngày"), ("tu_ngay", "den_ngay"), ("Từ ngày:", "Đến hết ngày:")])
def test_the_first_and_the_last_day_may_stand_below_each_other(tmp_path: Path, labels: tuple[str, str]) -> None:
    over = [[labels[0], "01/02/2026"], [labels[1], "28/02/2026"], ["Người xuất", "quantri"], []]
    found = read(tmp_path, [*over, *_titled("TÌNH HÌNH TIẾP NHẬN HỒ SƠ")])
    assert ({o.period for o in found.observations}, found.outcome) == ({"2026-M02"}, "accept")


@pytest.mark.parametrize("name", ["BCTH_01022026_28022026", "bao cao 01022026-28022026", "th 01022026 den 28022026"])
def test_an_export_is_of_the_days_its_file_is_called_after(tmp_path: Path, name: str) -> None:
    found = read(tmp_path, _titled("TÌNH HÌNH TIẾP NHẬN HỒ SƠ"), name=f"{name}.xlsx")
    assert ({o.period for o in found.observations}, found.outcome) == ({"2026-M02"}, "accept")
