"""What really changed, drawn: every part apart, and the parts add up to the whole."""

from __future__ import annotations

import datetime as dt
import math

import pytest
from figures_drawn import DISTRICT, cube, indicator, version
from hypothesis import given, settings
from hypothesis import strategies as st
from test_figures_boundaries import SPLIT

from catalogue.calendars import due_date
from catalogue.periods import Period
from indicators.change import PARTS, Change, change, changes
from indicators.movers import Movers, movers
from indicators.published import closed_on

TODAY = dt.date(2026, 11, 23)


def moved(
    drawn: str, code: str = "online_rate", unit: str = "D", now: str = "2025-M04", before: str = "2025-M03", world=DISTRICT, **more
) -> Change:
    extra = more.pop("extra", ())
    return change(cube(drawn, world, *extra), code, unit, now, before, on=TODAY, **more)


def month(period: str, **units: tuple[int, int]) -> str:
    return "\n".join(f"{u} {period} online {n}\n{u} {period} received {d}" for u, (n, d) in units.items()) + "\n"


MARCH = month("2025-M03", a=(10, 100), b=(20, 100), c=(30, 100), d=(40, 100))


def whole(found: Change) -> float:
    return sum(part for part in (getattr(found, name) for name in PARTS) if not math.isnan(part))


def test_with_the_same_units_all_of_the_change_is_real():
    found = moved(MARCH + month("2025-M04", a=(20, 100), b=(20, 100), c=(30, 100), d=(40, 100)))
    assert (found.total, found.same, found.coverage, found.boundary) == (2.5, 2.5, 0, 0)
    assert (found.units_compared, found.units_now, found.comparable) == (4, 4, True)


def test_a_unit_that_falls_silent_is_not_an_improvement():
    found = moved(MARCH + month("2025-M04", b=(20, 100), c=(30, 100), d=(40, 100)))
    assert found.total == pytest.approx(5)
    assert (found.same, found.coverage, found.units_compared) == (0, pytest.approx(5), 3)


def test_a_unit_newly_reporting_is_coverage_and_not_change():
    march = month("2025-M03", a=(10, 100))
    found = moved(march + month("2025-M04", a=(15, 100), b=(95, 100)))
    assert (found.total, found.same, found.coverage) == (pytest.approx(45), pytest.approx(5), pytest.approx(40))


def test_across_the_reorganisation_merged_communes_are_compared_with_those_they_were_made_of():
    june = month("2025-M06", a=(10, 100), b=(20, 100), c=(30, 100), d=(40, 100))
    july = month("2025-M07", X=(40, 200), Y=(30, 100), Z=(40, 100))
    found = moved(june + july, now="2025-M07", before="2025-M06")
    assert (found.total, found.same, found.units_compared, found.units_now) == (2.5, 2.5, 3, 3)


def test_an_area_that_grew_shows_the_growth_as_boundary():
    june = month("2025-M06", a=(10, 100), b=(10, 100), c=(10, 100), e=(90, 100))
    july = month("2025-M07", X=(15, 150), Y=(110, 250))
    found = moved(june + july, now="2025-M07", before="2025-M06", world=SPLIT)
    assert found.value_before == 10
    assert found.boundary == pytest.approx(30 - 10)
    assert whole(found) == pytest.approx(found.total)
    assert (found.comparable, found.reason) == (False, "no_common_units")


def test_another_formula_is_counted_apart_where_it_can_be_computed_for_before():
    changed = indicator("changed_rate", version("1", "online/received", "", "2025-03-31"), version("2", "late/received", "2025-04-01"))
    drawn = MARCH + month("2025-M04", a=(0, 100))
    drawn += "a 2025-M03 late 50\na 2025-M04 late 60\n"
    found = moved(drawn, "changed_rate", "a", extra=(changed,))
    assert (found.value_before, found.value_now) == (10, 60)
    assert (found.definition, found.same, found.comparable) == (40, 10, True)


def test_the_same_formula_under_a_new_definition_cannot_be_compared():
    changed = indicator("changed_rate", version("1", "online/received", "", "2025-03-31"), version("2", "online/received", "2025-04-01"))
    found = moved(MARCH + month("2025-M04", a=(60, 100)), "changed_rate", "a", extra=(changed,))
    assert (found.comparable, found.reason, found.definition) == (False, "definition", 50)
    assert math.isnan(found.same)


def test_what_was_corrected_since_is_neither_progress_nor_decline():
    published = cube(MARCH)
    corrected = MARCH.replace("a 2025-M03 online 10", "a 2025-M03 online 50")
    found = moved(corrected + month("2025-M04", a=(50, 100), b=(20, 100), c=(30, 100), d=(40, 100)), published=published)
    assert (found.total, found.correction, found.same) == (10, 10, 0)


def test_without_a_figure_on_both_sides_nothing_is_said():
    found = moved(MARCH)
    assert (found.comparable, found.reason) == (False, "no_data")
    assert math.isnan(found.total)


def test_a_unit_s_own_return_is_compared_with_its_own():
    found = moved("D 2025-M03 score 70\nD 2025-M04 score 75", "score_points")
    assert (found.same, found.comparable) == (5, True)


def test_direction_minds_which_way_is_better():
    drawn = "\n".join(f"{u} {p} pending {v}" for u in "abcd" for p, v in (("2025-M03", 5), ("2025-M04", 9)))
    table = changes(cube(drawn), indicators=["pending_count", "online_rate"], units=["D"], period="2025-M04", on=TODAY)
    assert list(table.direction) == ["worse", ""]
    assert table.same[0] == 16


pair = st.none() | st.tuples(st.integers(0, 50), st.integers(1, 50))


@settings(max_examples=20, deadline=None)
@given(st.lists(pair, min_size=4, max_size=4), st.lists(pair, min_size=3, max_size=3), st.lists(pair, min_size=4, max_size=4))
def test_the_parts_always_add_up(before, after, corrected):
    june = {u: v for u, v in zip("abcd", before, strict=True) if v}
    late = {u: v for u, v in zip("abcd", corrected, strict=True) if v}
    july = {u: v for u, v in zip("XYZ", after, strict=True) if v}
    published = cube(month("2025-M06", **june))
    found = change(
        cube(month("2025-M06", **{**june, **late}) + month("2025-M07", **july)),
        "online_rate", "D", "2025-M07", "2025-M06", on=TODAY, published=published,
    )  # fmt: skip
    if math.isnan(found.total):
        assert not found.comparable
    else:
        assert whole(found) == pytest.approx(found.total, abs=1e-9)


def test_before_the_reorganisation_today_s_units_are_compared_with_what_they_were_made_of():
    april = month("2025-M04", a=(20, 100), b=(30, 100), c=(30, 100), d=(40, 100))
    found = moved(MARCH + april, boundaries="current")
    assert (found.total, found.same, found.units_compared, found.reason) == (5, 5, 3, "")
    merged = moved(MARCH + april, unit="X", boundaries="current")
    assert (merged.value_before, merged.value_now, merged.same, merged.units_compared) == (15, 25, 10, 1)


def test_a_merged_unit_is_compared_only_when_all_it_was_made_of_reported_both_times():
    april = month("2025-M04", a=(20, 100), c=(30, 100), d=(50, 100))
    found = moved(MARCH + april, boundaries="current")
    assert (found.same, found.units_compared) == (5, 2)
    assert whole(found) == pytest.approx(found.total)


def test_today_s_boundaries_and_those_of_the_day_tell_the_same_change_where_all_reported():
    april = month("2025-M04", a=(20, 100), b=(30, 100), c=(30, 100), d=(40, 100))
    assert moved(MARCH + april).same == moved(MARCH + april, boundaries="current").same


def test_the_units_behind_a_change_are_named():
    published = cube(month("2025-M03", a=(10, 100), b=(20, 100), c=(30, 100)))
    march = month("2025-M03", a=(50, 100), b=(20, 100), c=(30, 100), d=(40, 100))
    world = cube(march + month("2025-M04", b=(20, 100), c=(30, 100), d=(40, 100)))
    asked = "online_rate", "D", Period.parse("2025-M04"), Period.parse("2025-M03")
    found = movers(world, *asked, on=TODAY, published=published)
    assert found == Movers(joined=(), silent=("a",), corrected=("a", "d"))
    assert movers(world, asked[0], "D", asked[3], asked[2], on=TODAY).joined == ("a",)


def test_a_period_is_closed_some_working_days_after_its_returns_are_due():
    assert due_date(Period.parse("2026-M04")) == dt.date(2026, 4, 15)
    assert closed_on(Period.parse("2026-M04")) == dt.date(2026, 4, 17)
    assert closed_on(Period.parse("2026-M05")) == dt.date(2026, 5, 19)  # due on a Friday, the 15th
