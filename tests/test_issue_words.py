"""How a sentence about a cell says what stands in it: a number as people read numbers, anything else as the text of the cell in quotes."""

from types import SimpleNamespace

import pytest

from catalogue.facts import Issue
from catalogue.language import use_language
from loaders.files import read_bytes
from loaders.issues import written
from loaders.opening.grid import Cell, Style
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.report import to_correct
from loaders.understanding.telling import outcome


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        (Cell(0, 0, 1405.0, "N"), "1.405"),
        (Cell(0, 0, 12.5, "N"), "12,5"),
        (Cell(0, 0, -3.0, "N"), "-3"),
        (Cell(0, 0, 0.955, "N", Style(percent=True)), "95,5%"),
        (Cell(0, 0, "1405", "N"), "“1405”"),
        (Cell(0, 0, "14O5", "T"), "“14O5”"),
    ],
)
def test_a_number_is_written_as_people_read_it_and_a_text_is_quoted(cell, said):
    use_language("vi")
    assert written(cell) == said


def test_what_a_doubtful_number_may_be_is_offered_as_people_read_it():
    use_language("vi")
    claim = Claim(
        "S", Cell(0, 0, "1.234", "T"), 0, "value", status="asked", state="bad", doubt="number_ambiguous", readings=(1234.0, 1.234)
    )
    reading = SimpleNamespace(claims=[claim], issues=[], questions=[])
    outcome._ask_values(reading)
    assert [option.label for option in reading.questions[0].options] == ["1.234", "1,234"]


def test_the_sentence_of_a_file_says_how_many_faults_there_are_not_the_first_alone():
    use_language("vi")
    wrong = [Issue("S", cell, "sum", "error", f"Ô {cell}: tổng sai.") for cell in ("D6", "D6", "D10")]
    assert to_correct(12, wrong) == "Đã đọc 12 số liệu; có 2 lỗi cần sửa, lỗi đầu: Ô D6: tổng sai."
    assert to_correct(12, wrong[:2]) == "Đã đọc 12 số liệu; cần sửa: Ô D6: tổng sai."


def test_a_period_is_written_in_words():
    use_language("vi")
    lines = ["BÁO CÁO TTHC THÁNG 6 NĂM 2025,,", "Ngày 14 tháng 3 năm 2025,,", "TT,Tên xã,Số hồ sơ tiếp nhận trực tuyến", "1,Xã Xốp,9", ""]
    found = read_bytes("\n".join(lines).encode(), "a.csv")
    (early,) = [one for one in found.issues if one.code == "signed_early"]
    assert "Báo cáo của tháng 6/2025 nhưng ký ngày 14/03/2025" in early.message
