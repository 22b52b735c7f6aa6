"""A stroke between two words for one thing divides nothing; what may be money or people goes by the measure over the table."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_reading import read

TOP = [["UBND XÃ ĐĂK MÔN"], ["SỐ LIỆU THÁNG 5 NĂM 2026"]]


def figures(folder: Path, *rows: list[object]) -> dict[str, float | None]:
    return {o.element: o.value for o in read(folder, [*TOP, *rows]).observations if o.status == "accepted"}


@pytest.mark.parametrize("word", ["thôn/TDP", "thôn/tổ dân phố"])
def test_a_stroke_between_two_words_for_one_thing_divides_nothing(tmp_path: Path, word: str) -> None:
    rows = [["STT", "Chỉ số", "Giá trị"], [1, "Tổng số thôn/tổ dân phố", 9], [2, f"Số {word} có Tổ công nghệ số cộng đồng", 9]]
    assert figures(tmp_path, *rows) == {"hamlets_total": 9, "hamlets_with_cdt": 9}


def test_a_stroke_between_a_part_and_its_whole_divides(tmp_path: Path) -> None:
    rows = [["STT", "Nội dung", "Số liệu"], [1, "Số thôn có Tổ công nghệ số cộng đồng/tổng số thôn", "9/12"]]
    assert figures(tmp_path, *rows) == {"hamlets_with_cdt": 9, "hamlets_total": 12}


@pytest.mark.parametrize(
    ("unit", "figure"), [("người", {"ssp_people_paid_noncash": 48}), ("triệu đồng", {"ssp_amount_noncash": 48_000_000})]
)
def test_what_may_be_people_or_money_goes_by_the_measure_over_the_table(tmp_path: Path, unit: str, figure: dict[str, int]) -> None:
    rows = [[f"Biểu 2. An sinh xã hội ({unit})"], ["STT", "Nội dung", "Số liệu"], [1, "Chi trả không dùng tiền mặt", 48]]
    assert figures(tmp_path, *rows) == figure


def test_what_is_carried_over_makes_what_is_beside_it_no_part_of_it(tmp_path: Path) -> None:
    heads = ["TT", "Đơn vị", "Tồn kỳ trước chuyển qua", "Nộp mới qua mạng (trực tuyến)", "Nộp mới trực tiếp và qua bưu chính"]
    rows = [[n, name, n, 90 + n, 20 + n] for n, name in enumerate(["Xã Đăk Môn", "Xã Đăk Pxi", "Xã Sa Loong"], 1)]
    found = read(tmp_path, [["SỐ LIỆU THÁNG 5 NĂM 2026"], ["", "", "1. Tiếp nhận", "", ""], heads, *rows])
    elements = {"received_carried_over", "dossiers_recv_online", "dossiers_recv_direct_postal"}
    assert found.outcome == "accept" and {o.element for o in found.observations} == elements


def test_results_beside_what_they_are_out_of_are_the_sides_of_their_rate(tmp_path: Path) -> None:
    heads = ["TT", "Nội dung", "Kết quả", "Trên tổng số", "Đạt (%)"]
    rows = [[1, "Thôn có Tổ công nghệ số cộng đồng trên tổng số thôn", 9, 12, 75], [2, "CBCC có chữ ký số trên tổng CBCC", 39, 52, 75]]
    sides = {"hamlets_with_cdt": 9, "hamlets_total": 12, "officials_with_cert": 39, "officials_total": 52}
    assert figures(tmp_path, heads, *rows) == sides
