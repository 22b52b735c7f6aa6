"""How a sentence about a cell says what stands in it: a number as people read numbers, anything else as the text of the cell in quotes."""

from types import SimpleNamespace

import pytest

from catalogue.language import use_language
from loaders.issues import written
from loaders.opening.grid import Cell, Style
from loaders.understanding.orienting.claim import Claim
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
