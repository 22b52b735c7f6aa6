"""Counts that follow from others: the typed whole first, else the declared sum of its parts, with all their cells."""

from __future__ import annotations

import pandas as pd
import pytest

from catalogue.derivations import declared_formulas
from catalogue.elements import elements
from catalogue.indicators import Formula
from indicators.derived import completed, needed, stacked

WAYS = {"new": (Formula.parse("online+direct"), Formula.parse("all-carried"))}


def told(*rows: tuple[str, str, float, str]) -> pd.DataFrame:
    """Drawn as unit, element, value, cell; all of one month."""
    frame = pd.DataFrame(rows, columns=["unit", "element", "value", "cell"])
    return frame.assign(period="2026-M09", basis="in_period", raw=[f"{v:g}" for v in frame["value"]], sheet="S", submission=1)


def found(*rows: tuple[str, str, float, str]) -> dict[str, tuple[float, str, str]]:
    """Unit to the value of "new", its cells and their texts."""
    frame = completed(told(*rows), ["new"], WAYS)
    assert set(frame["element"]) <= {"new"}
    return {row.unit: (row.value, row.cell, row.raw) for row in frame.itertuples()}


def test_the_typed_value_goes_before_the_computed_one():
    assert found(("a", "new", 12, "C3"), ("a", "online", 7, "C1"), ("a", "direct", 4, "C2")) == {"a": (12, "C3", "12")}


def test_the_parts_stand_for_the_whole_with_their_cells():
    assert found(("a", "online", 7, "C1"), ("a", "direct", 4, "C2")) == {"a": (11, "C1 + C2", "7 + 4")}


def test_a_missing_part_is_not_a_zero():
    assert found(("a", "online", 7, "C1"), ("b", "direct", 4, "C2")) == {}


def test_the_first_way_that_can_be_used_is_used_for_each_unit():
    rows = [("a", "online", 7, "C1"), ("a", "direct", 4, "C2"), ("a", "all", 20, "C4"), ("a", "carried", 1, "C5")]
    assert found(*rows, ("b", "all", 20, "D4"), ("b", "carried", 3, "D5")) == {
        "a": (11, "C1 + C2", "7 + 4"),
        "b": (17, "D4 + D5", "20 + 3"),
    }


@pytest.mark.parametrize(
    ("asked", "brought"), [(["new"], ["new", "online", "direct", "all", "carried"]), (["online"], ["online"]), ([], [])]
)
def test_what_may_be_needed_is_asked_for(asked, brought):
    assert needed(asked, WAYS) == brought


def test_declared_formulas_speak_of_declared_elements_of_one_nature():
    known = elements()
    for whole, ways in declared_formulas().items():
        for formula in ways:
            natures = {(known[code].unit, known[code].additive) for code in (whole, *formula.elements)}
            assert len(natures) == 1, (whole, str(formula))


def test_frames_laid_together_keep_their_categories_and_lose_no_text():
    first = pd.DataFrame({"unit": pd.Categorical(["B", "A"]), "value": [1.0, 2.0]})
    whole = stacked([first, pd.DataFrame({"unit": ["C"], "value": [3.0]})])
    assert isinstance(whole["unit"].dtype, pd.CategoricalDtype)
    assert whole["unit"].tolist() == ["B", "A", "C"]
    assert whole["value"].tolist() == [1.0, 2.0, 3.0]
