"""Figures against targets: direction, pace, own denominators, and which target counts for whom."""

from __future__ import annotations

import dataclasses
import datetime as dt
import math
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pytest
from figures_drawn import DISTRICT, cube, indicator, version, words

from indicators.aims import pace, target_for
from indicators.attainment import attainment
from indicators.figures import figures


@dataclass(frozen=True)
class Target:
    """The fields of a declared target that judging needs."""

    indicator: str
    value: float
    period_from: str = "2025"
    period_to: str = "2025"
    scope: str = "D"
    level: str = "district"
    operator: str = ">="
    unit: str = "percent"
    denominator: str = ""
    id: str = "t"
    status: str = "in_force"
    verified: bool = True
    revision: int = 1
    steps: tuple = ()


START = (20.0, dt.date(2024, 12, 14))


def judged(value: float, target: Target, period: str = "2025-M06", baseline: tuple[float, dt.date] | None = START, **given) -> pd.Series:
    facts = indicator("account_rate", version("1", "accounts/adults"), **given)
    table = figures(
        cube(f"a {period} accounts {value * 10}\na {period} adults 1000", DISTRICT, facts),
        units=["a"], periods=[period], indicators=["account_rate"], on=dt.date(2026, 1, 1),
    )  # fmt: skip
    rows = [("account_rate", "a", *baseline)] if baseline else []
    known = pd.DataFrame(rows, columns=["indicator", "unit", "value", "data_date"])
    return attainment(table, [target], words=words(DISTRICT, facts), history=known).iloc[0]


# From 20% on 14/12/2024 to 60% on 14/12/2025 the straight way stands at 40% (39,9%) on 14/6/2025.
A_TARGET = Target("account_rate", 60.0, scope="a", level="commune")


@pytest.mark.parametrize(
    ("value", "status"),
    [(60, "reached"), (75, "reached"), (59.9, "on_pace"), (40, "on_pace"), (39, "behind"), (36, "behind"), (35, "off_track")],
)
def test_the_status_is_measured_by_the_straight_way_to_the_target(value, status):
    figure = judged(value, A_TARGET)
    assert (figure.status, figure.target) == (status, 60)
    assert figure.pace == pytest.approx(20 + 40 * 182 / 365)
    assert (figure.baseline, figure.baseline_date) == (20, dt.date(2024, 12, 14))


@pytest.mark.parametrize(
    ("period", "steps", "way"),
    [
        ("2025-M03", (("2025-M06", 50.0),), 20 + 30 * 90 / 182),  # towards the step
        ("2025-M06", (("2025-M06", 50.0),), 50),  # the step itself
        ("2025-M09", (("2025-M06", 50.0),), 50 + 10 * 92 / 183),  # from the step to the target
        ("2025-M09", (("2025-M03", 30.0), ("2025-M06", 50.0)), 50 + 10 * 92 / 183),
        ("2025-M03", (("2026-M06", 90.0),), 20 + 40 * 90 / 365),  # a step behind the target is none
    ],
)
def test_the_way_goes_through_the_steps_of_a_target(period, steps, way):
    assert judged(10, dataclasses.replace(A_TARGET, steps=steps), period).pace == pytest.approx(way)


def test_behind_a_step_the_way_is_known_even_without_a_beginning():
    figure = judged(10, dataclasses.replace(A_TARGET, steps=(("2025-M03", 40.0),)), "2025-M03", baseline=None)
    assert figure.pace != figure.pace
    later = judged(10, dataclasses.replace(A_TARGET, steps=(("2025-M03", 40.0),)), "2025-M06", baseline=None)
    assert later.pace == pytest.approx(40 + 20 * 92 / 275)


@pytest.mark.parametrize(("value", "status"), [(5, "reached"), (10, "reached"), (15, "on_pace"), (16, "behind"), (18, "off_track")])
def test_where_less_is_better_everything_is_turned_round(value, status):
    target = dataclasses.replace(A_TARGET, value=10.0, operator="<=")
    assert judged(value, target, better="down").status == status


def test_a_strict_target_is_not_reached_by_equality():
    assert judged(60, dataclasses.replace(A_TARGET, operator=">")).status == "on_pace"


def test_after_its_day_the_target_itself_is_the_pace():
    figure = judged(59, dataclasses.replace(A_TARGET, period_to="2025-S1"))
    assert (figure.pace, figure.status) == (60, "missed")


@pytest.mark.parametrize(("looked_at", "status"), [(dt.date(2026, 1, 1), "missed"), (dt.date(2025, 6, 14), "behind")])
def test_a_target_is_missed_once_its_day_has_passed_and_its_figures_are_of_that_day(looked_at, status):
    facts = indicator("account_rate", version("1", "accounts/adults"))
    table = figures(
        cube("a 2025-M06 accounts 590\na 2025-M06 adults 1000", DISTRICT, facts),
        units=["a"], periods=["2025-M06"], indicators=["account_rate"], on=dt.date(2026, 1, 1),
    )  # fmt: skip
    target = dataclasses.replace(A_TARGET, period_to="2025-S1")
    assert attainment(table, [target], looked_at, words=words(DISTRICT, facts)).iloc[0].status == status
    assert judged(59, target, "2025-M05").status != "missed", "a figure from before the day does not say how the day ended"


def test_without_a_known_start_there_is_no_pace_and_the_target_is_the_measure():
    figure = judged(50, A_TARGET, baseline=None)
    assert math.isnan(figure.pace)
    assert figure.status == "off_track"
    assert judged(55, A_TARGET, baseline=None).status == "behind"


def test_people_still_missing_are_counted():
    assert judged(35.2, A_TARGET).gap_count == 600 - 352
    assert judged(61, A_TARGET).gap_count == 0
    down = dataclasses.replace(A_TARGET, value=10.0, operator="<=")
    assert judged(15, down, better="down").gap_count == 50


def test_a_target_with_another_denominator_is_refused_with_the_reason():
    figure = judged(70, dataclasses.replace(A_TARGET, denominator="pop_15plus"))
    assert (figure.status, figure.not_comparable) == ("not_comparable", "denominator")
    assert math.isnan(figure.gap_count)
    assert judged(70, dataclasses.replace(A_TARGET, denominator="adults")).status == "reached"


def test_a_target_in_another_unit_of_measure_is_refused():
    assert judged(70, dataclasses.replace(A_TARGET, unit="points")).not_comparable == "unit"


def test_no_data_and_no_target_are_not_the_same():
    ask = {"units": ["a"], "periods": ["2025-M06"], "indicators": ["account_rate"], "on": dt.date(2026, 1, 1)}
    table = figures(cube("a 2025-M05 accounts 1\na 2025-M05 adults 2"), **ask)
    assert attainment(table, [A_TARGET], words=words()).status[0] == "no_data"
    assert attainment(table, [], words=words()).status[0] == "no_target"


def test_a_quota_may_be_exceeded():
    figure = judged(115, dataclasses.replace(A_TARGET, value=100.0))
    assert (figure.status, figure.value) == ("reached", 115)


def test_a_quota_without_a_declared_target_is_measured_by_the_whole_quota():
    facts = indicator("account_rate", version("1", "accounts/adults"), quota=True)
    table = figures(
        cube("a 2025-M05 accounts 109\na 2025-M05 adults 2068", DISTRICT, facts),
        units=["a"], periods=["2025-M05"], indicators=["account_rate"], on=dt.date(2025, 6, 1),
    )  # fmt: skip
    figure = attainment(table, [], words=words(DISTRICT, facts)).iloc[0]
    assert (figure.target, figure.target_id, figure.target_to, figure.status, figure.gap_count) == (100, "", None, "off_track", 1959)
    assert math.isnan(figure.pace)


def test_the_way_begins_at_the_last_figure_known_when_the_span_began():
    drawn = "\n".join(
        f"a {period} accounts {value}\na {period} adults 100"
        for period, value in [("2024-M10", 5), ("2024-M11", 10), ("2025-M01", 30), ("2025-M06", 40)]
    )
    periods = ["2024-M10", "2024-M11", "2025-M01", "2025-M06"]
    table = figures(cube(drawn), units=["a"], periods=periods, indicators=["account_rate"], on=dt.date(2026, 1, 1))
    last = attainment(table, [A_TARGET], words=words()).iloc[-1]
    assert (last.baseline, last.baseline_date) == (10, dt.date(2024, 11, 14))
    without_2024 = attainment(table[table.period >= "2025"], [A_TARGET], words=words()).iloc[-1]
    assert (without_2024.baseline, without_2024.baseline_date) == (30, dt.date(2025, 1, 14))


def chosen(targets: list[Target], unit: str, on: str, units=DISTRICT) -> str | None:
    found = target_for(targets, words(units).indicators["account_rate"], units, unit, dt.date.fromisoformat(on))
    return found.id if found else None


def test_a_unit_s_own_target_comes_before_one_for_its_level_and_that_before_a_wider_area_s():
    own = Target("account_rate", 1, scope="a", level="commune", id="own")
    level = Target("account_rate", 2, scope="VN", level="commune", id="level")
    country = Target("account_rate", 3, scope="VN", level="country", id="country")
    districts = Target("account_rate", 4, scope="VN", level="district", id="districts")
    assert chosen([country, districts, level, own], "a", "2025-03-14") == "own"
    assert chosen([country, districts, level], "a", "2025-03-14") == "level"
    assert chosen([country, districts], "a", "2025-03-14") == "country"
    assert chosen([districts], "a", "2025-03-14") is None


def test_the_span_that_holds_the_day_comes_before_a_later_one_and_one_that_is_over_never_counts():
    this = Target("account_rate", 1, id="2025")
    later = Target("account_rate", 2, "2030", "2030", id="2030")
    assert chosen([later, this], "D", "2025-03-14") == "2025"
    assert chosen([this], "D", "2026-03-14") is None
    assert chosen([later, this], "D", "2026-03-14") == "2030"


def test_of_two_revisions_the_later_counts():
    first, second = Target("account_rate", 1, id="r1"), Target("account_rate", 1, id="r2", revision=2)
    assert chosen([first, second], "D", "2025-03-14") == "r2"


def test_the_targets_of_a_province_that_has_ended_stop_and_those_of_the_new_one_begin():
    before = Target("account_rate", 1, "2025", "2025", scope="P1", level="province", id="old")
    after = Target("account_rate", 1, "2025", "2025", scope="P2", level="province", id="new")
    assert chosen([before, after], "D", "2025-06-14") == "old"
    assert chosen([before, after], "D", "2025-08-14") == "new"
    assert chosen([before, after], "X", "2025-08-14") == "new"


def test_unverified_and_replaced_targets_are_left_out_unless_asked_for():
    doubtful = dataclasses.replace(A_TARGET, verified=False)
    replaced = dataclasses.replace(A_TARGET, status="replaced")
    assert judged(50, doubtful).status == "no_target"
    assert judged(50, replaced).status == "no_target"


def test_the_pace_of_a_day_before_the_start_is_the_start_and_after_the_end_the_target():
    start, end = dt.date(2024, 12, 14), dt.date(2025, 12, 14)
    values, days = np.array([20.0, np.nan]), np.array([start.toordinal(), np.nan])
    assert pace(values, days, 60.0, end, dt.date(2024, 1, 1)).tolist()[0] == 20
    assert pace(values, days, 60.0, end, dt.date(2027, 1, 1)).tolist()[0] == 60
    assert np.isnan(pace(values, days, 60.0, end, dt.date(2025, 1, 1))[1])
