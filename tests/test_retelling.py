"""What was said in Vietnamese and kept is told again in the language of who reads it."""

import pytest

from catalogue.language import LANGUAGES, _, number, speaking
from catalogue.retelling import retold

KEPT = [
    ("{taken} figures read, {waiting} wait for an answer ({questions} questions).", {"taken": 1234, "waiting": 1, "questions": 1}),
    ("{cell}: {raw} is not a number. Type one number.", {"cell": "C5", "raw": "«chưa có»"}),
    ("This very file was received on {day} already.", {"day": "14/10/2026"}),
    ("No table of figures of ours was found in this file.", {}),
]


def filled(sentence: str, values: dict, code: str) -> str:
    with speaking(code):
        return _(sentence, **{name: number(value) if isinstance(value, int) else value for name, value in values.items()})


@pytest.mark.parametrize(("sentence", "values"), KEPT)
def test_a_kept_sentence_is_told_again_as_it_would_have_been_said(sentence, values):
    kept = filled(sentence, values, "vi")
    assert kept != filled(sentence, values, "en")
    for code in LANGUAGES:
        with speaking(code):
            assert retold(kept) == filled(sentence, values, code)


def test_a_sentence_inside_a_sentence_is_told_again_too():
    inner, outer = "{cell}: {raw} is negative. A count cannot be negative.", "{taken} figures read; to correct: {first}"
    wrong = {"cell": "D7", "raw": "-4"}
    kept = filled(outer, {"taken": 12, "first": filled(inner, wrong, "vi")}, "vi")
    with speaking("en"):
        assert retold(kept) == "12 figures read; to correct: D7: -4 is negative. A count cannot be negative."


@pytest.mark.parametrize("theirs", ["Đã gọi điện cho văn thư xã.", "bao cao thang 10.xlsx", "", "…"])
def test_what_is_not_ours_stays_as_it_was_written(theirs):
    with speaking("en"):
        assert retold(theirs) == theirs
