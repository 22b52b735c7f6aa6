"""Returns of sixty more hands, half of them traps: no number is ever taken wrongly in silence, nearly all that is sure is read."""

import random

import pytest
from styles import STYLES, Case

from loaders.opening.workbook import open_workbook
from loaders.understanding.report import read_grid

SEEDS = (1, 2)


def _close(a: float, b: float) -> bool:
    return abs(a - b) <= 1e-6 * max(1.0, abs(a))


def _read(style, seed, folder):
    case = Case(random.Random(seed))
    style(case)
    reading = read_grid(open_workbook(case.save(folder)))
    taken = {(o.unit, o.period, o.basis, o.element): o.value for o in reading.observations if o.status == "accepted"}
    return case, reading, taken


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.__name__)
@pytest.mark.parametrize("seed", SEEDS)
def test_nothing_is_taken_wrongly_and_what_is_sure_is_read(style, seed, tmp_path):
    case, reading, taken = _read(style, seed, tmp_path)
    known = {**case.either, **case.truth}
    assert {fact: value for fact, value in taken.items() if fact not in known or not _close(known[fact], value)} == {}
    assert reading.outcome in case.outcomes, [issue.message for issue in reading.issues]
    assert len([fact for fact in case.truth if fact in taken]) >= 0.95 * len(case.truth)
    if reading.outcome != "accept":
        assert reading.issues or reading.questions


def test_a_heading_passed_over_is_named_beside_an_accepted_return(tmp_path):
    from styles.across import foreign_between

    _case, reading, _taken = _read(foreign_between, 1, tmp_path)
    told = " ".join(issue.message for issue in reading.issues if issue.code == "element_unknown")
    assert reading.outcome == "accept"
    assert all(heading in told for heading in ("Số vụ vi phạm", "Số hộ nghèo", "Học sinh có chữ ký số", "Doanh nghiệp", "Số VB đến"))
    assert "Ghi chú" not in told


def test_an_answer_takes_a_shifted_table_as_it_stands(tmp_path):
    from styles.traps import shifted

    case = Case(random.Random(3))
    shifted(case)
    grid = open_workbook(case.save(tmp_path))
    asked = read_grid(grid)
    (question,) = [q for q in asked.questions if q.kind == "alignment"]
    assert {o.status for o in asked.observations} == {"asked"}
    answered = read_grid(grid, {question.key: question.options[0].value})
    assert not [q for q in answered.questions if q.kind == "alignment"]
