"""Returns in hands that nobody tuned the reader to: everything is read, nothing is read wrongly, nothing is asked in vain."""

from pathlib import Path

import pytest
from making import STYLES, make

from loaders.opening.workbook import open_workbook
from loaders.understanding.report import read_grid

SEEDS = range(1000, 1000 + 4 * len(STYLES))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_return_of_any_hand_is_read_whole_and_right(seed: int, tmp_path: Path) -> None:
    made = make(seed, tmp_path)
    reading = read_grid(open_workbook(made.path))
    taken = {(o.unit, o.period, o.basis, o.element): (o.value, o.cell) for o in reading.observations if o.status == "accepted"}
    wrong = {fact: found for fact, found in taken.items() if made.truth.get(fact) != found}
    assert wrong == {}
    assert reading.outcome == "accept", [i.message for i in reading.issues]
    assert len(taken) == len(made.truth)


@pytest.mark.parametrize("seed", SEEDS[: len(STYLES)])
def test_what_is_no_figure_of_the_unit_is_never_taken(seed: int, tmp_path: Path) -> None:
    made = make(seed, tmp_path)
    reading = read_grid(open_workbook(made.path))
    assert not made.must_not & {o.cell for o in reading.observations if o.status == "accepted"}


@pytest.mark.parametrize("seed", SEEDS[: len(STYLES)])
def test_every_non_empty_cell_stands_in_exactly_one_class(seed: int, tmp_path: Path) -> None:
    made = make(seed, tmp_path)
    grid = open_workbook(made.path)
    ledger = read_grid(grid).ledger
    assert ledger["cells"] == sum(len(s.cells) for s in grid.sheets)
    assert ledger["cells"] == ledger["accepted"] + ledger["asked"] + ledger["rejected"] + ledger["context"]


def test_the_same_file_and_answers_give_the_same_reading(tmp_path: Path) -> None:
    made = make(SEEDS[0], tmp_path)
    first, second = (read_grid(open_workbook(made.path)).to_json() for _turn in range(2))
    first.pop("seconds"), second.pop("seconds")
    assert first == second
