"""Indicators in rows: which column holds the figures of now and of the whole commune, by short, usual and misleading headings."""

from pathlib import Path

import pytest
from test_reading import codes, read

LINES = [("Hồ sơ tiếp nhận mới", 120), ("Hồ sơ đã giải quyết", 110), ("Tổng số CBCC", 40), ("Số hộ có Internet cáp quang", 300)]


def _read(tmp_path: Path, heads: list[str]):
    """Each column holds figures of its own: those of the first as they are, of the second 3 more, and so on."""
    rows = [[n, label, *(figure + 3 * place for place in range(len(heads)))] for n, (label, figure) in enumerate(LINES, 1)]
    return read(tmp_path, [["UBND XÃ ĐĂK MÔN"], ["SỐ LIỆU THÁNG 5 NĂM 2026"], ["TT", "Nội dung", *heads], *rows])


def _columns(found) -> set[str]:
    return {o.cell[0] for o in found.observations if o.status == "accepted"}


@pytest.mark.parametrize(
    ("heads", "column"),
    [
        (["KH", "TH", "%"], "D"),
        (["KH năm", "TH tháng"], "D"),
        (["SL", "TL"], "C"),
        (["KQ", "Nguồn"], "C"),
        (["CT giao", "KQTH"], "D"),
        (["Số PS", "Ghi chú"], "C"),
        (["Toàn xã", "Thôn Lanh Tôn", "Thôn Đăk Nai"], "C"),
        (["Thôn 1", "Thôn 2", "Tổng cộng"], "E"),
        (["Cơ sở 1", "Cơ sở 2", "Tổng số"], "E"),
    ],
)
def test_the_column_of_now_and_of_the_whole_is_taken(tmp_path: Path, heads: list[str], column: str) -> None:
    found = _read(tmp_path, heads)
    assert (_columns(found), found.outcome) == ({column}, "accept")


@pytest.mark.parametrize(
    "heads",
    [
        ["Đạt", "Chưa đạt"],
        ["Có", "Không"],
        ["Đã", "Chưa"],
        ["Số đạt", "Số chưa đạt"],
        ["Chưa đạt"],
        ["Nữ"],
        ["Thôn 1"],
        ["Lĩnh vực tư pháp"],
        ["Hộ tịch", "Chứng thực"],
        ["Sáng", "Chiều"],
    ],
)
def test_columns_of_parts_alone_are_asked(tmp_path: Path, heads: list[str]) -> None:
    found = _read(tmp_path, heads)
    assert (_columns(found), found.outcome) == (set(), "ask")
    assert "columns_unclear" in codes(found)


@pytest.mark.parametrize("heads", [["TH tháng", "LK 5T"], ["PS trong kỳ", "LK từ đầu năm"]])
def test_short_forms_tell_the_month_from_the_sum_since_january(tmp_path: Path, heads: list[str]) -> None:
    bases = {(o.cell[0], o.basis) for o in _read(tmp_path, heads).observations if o.element == "dossiers_recv_new"}
    assert bases == {("C", "in_period"), ("D", "year_to_date")}


@pytest.mark.parametrize("heading", ["Đạt so với chỉ tiêu giao (%)", "So chỉ tiêu (%)", "Tỷ lệ hoàn thành chỉ tiêu", "% đạt KH"])
def test_a_rate_of_the_plan_is_none_of_the_counts_of_its_row(tmp_path: Path, heading: str) -> None:
    rows = [[1, "Hồ sơ tiếp nhận mới", None, 668, None], [2, "Hồ sơ nộp trực tuyến", None, 475, None]]
    rows += [[3, "Tỷ lệ hồ sơ nộp trực tuyến", 80, 71.1, 88.9]]
    head = ["TT", "Chỉ tiêu", "Chỉ tiêu giao", "Thực hiện", heading]
    found = read(tmp_path, [["UBND XÃ ĐĂK MÔN"], ["KẾT QUẢ THÁNG 5 NĂM 2026"], head, *rows])
    assert found.outcome == "accept" and codes(found) == set()


def test_the_column_that_was_chosen_is_taken(tmp_path: Path) -> None:
    over = [["UBND XÃ ĐĂK MÔN"], ["SỐ LIỆU THÁNG 5 NĂM 2026"], ["TT", "Nội dung", "Bản 1", "Bản 2"]]
    rows = [*over, *([n, label, figure, figure + 3] for n, (label, figure) in enumerate(LINES, 1))]
    (question,) = read(tmp_path, rows).questions
    assert question.kind == "columns_unclear"
    found = read(tmp_path, rows, answers={question.key: question.options[-1].value})
    assert [(o.cell[0], o.value) for o in found.observations] == [("D", figure + 3) for _label, figure in LINES]
