"""Who has sent and who has not; ranking without the silent; the numbers of the headline."""

from __future__ import annotations

import datetime as dt

import pandas as pd
from figures_drawn import DISTRICT, cube, element, indicator, version
from test_attainment import Target

from indicators.completeness import as_observations, completeness, shares
from indicators.cube import cube_of
from indicators.figures import figures
from indicators.headline import headline
from indicators.punctuality import punctual
from indicators.ranking import ranking
from indicators.standing import standing
from indicators.words import Words

DUE = dt.date(2025, 3, 17)  # the first working day after Friday 14/3/2025


def received(*rows: tuple[str, str, dt.date]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["unit", "period", "received_on"])


def board(on: str, *rows: tuple[str, str, dt.date], periods: tuple[str, ...] = ("2025-M03",)) -> pd.DataFrame:
    return completeness(received(*rows), "D", list(periods), dt.date.fromisoformat(on), units=DISTRICT)


def test_a_return_is_in_time_late_missing_or_not_yet_due():
    rows = ("a", "2025-M03", DUE), ("b", "2025-M03", DUE + dt.timedelta(days=2))
    table = board("2025-03-25", *rows).set_index("unit")
    assert list(table.due_on.unique()) == [DUE]
    assert table.state.to_dict() == {"a": "received", "b": "late", "c": "missing", "d": "missing"}
    assert table.days_late.to_dict() == {"a": 0, "b": 2, "c": 8, "d": 8}
    assert set(board("2025-03-15").state) == {"not_due"}


def test_the_first_return_of_a_unit_counts_not_its_correction():
    rows = ("a", "2025-M03", DUE + dt.timedelta(days=9)), ("a", "2025-M03", DUE)
    assert board("2025-03-25", *rows).state[0] == "received"


def test_the_units_due_are_those_of_the_period_s_end():
    table = board("2025-08-01", ("X", "2025-M07", dt.date(2025, 7, 15)), periods=("2025-M06", "2025-M07"))
    assert shares(table).to_dict("records") == [
        {"period": "2025-M06", "units_due": 4, "units_received": 0, "units_late": 0, "units_missing": 4},
        {"period": "2025-M07", "units_due": 3, "units_received": 1, "units_late": 0, "units_missing": 2},
    ]


def test_punctuality_becomes_a_figure_like_any_other():
    punctual = indicator("punctual_rate", version("1", "in_time/expected"))
    words = Words({c: element(c, "flow") for c in ("in_time", "expected")}, {"punctual_rate": punctual}, DISTRICT)
    table = board("2025-03-25", ("a", "2025-M03", DUE), ("b", "2025-M03", DUE), ("c", "2025-M03", DUE + dt.timedelta(days=1)))
    world = cube_of(as_observations(table, "punctual_rate", words), words)
    figure = figures(world, units=["D"], periods=["2025-M03"], indicators=["punctual_rate"], on=dt.date(2025, 3, 25)).iloc[0]
    assert (figure.numerator, figure.denominator, figure.value) == (2, 4, 50)


def test_punctuality_is_counted_from_what_arrived_in_the_days_of_viet_nam():
    punctual_rate = indicator("punctual_rate", version("1", "in_time/expected"), sources=("SYS",))
    words = Words({c: element(c, "flow") for c in ("in_time", "expected")}, {"punctual_rate": punctual_rate}, DISTRICT)
    evening = dt.datetime(2025, 3, 17, 18, tzinfo=dt.UTC)  # already the 18th in Viet Nam
    arrived = [("a", "accepted", evening - dt.timedelta(hours=2)), ("b", "accepted", evening), ("c", "withdrawn", evening)]
    coverage = pd.DataFrame(
        [(unit, "2025-M03", state, at) for unit, state, at in arrived], columns=["unit", "period", "state", "received_at"]
    )
    rows = punctual(coverage, ["in_time", "expected"], ["2025-M02", "2025-M03"], root="D", words=words, on=dt.date(2025, 3, 25))
    totals = rows.groupby(["period", "element"])["value"].sum().to_dict()
    assert totals == {("2025-M03", "expected"): 4, ("2025-M03", "in_time"): 1}


def ranked(drawn: str, better: str = "up", units: str = "abcd") -> list[tuple[str, float, str]]:
    facts = indicator("account_rate", version("1", "accounts/adults"), better=better)
    table = figures(
        cube(drawn, DISTRICT, facts), units=list(units), periods=["2025-Q1"], indicators=["account_rate"], on=dt.date(2025, 6, 1)
    )
    rows = ranking(table, facts, least=10)
    return [(row.unit, row.rank if row.rank == row.rank else None, row.block) for row in rows.itertuples()]


def stocks(**units: tuple[str, int, int]) -> str:
    return "\n".join(f"{u} {p} accounts {n}\n{u} {p} adults {d}" for u, (p, n, d) in units.items())


def test_ties_share_a_rank_and_the_next_is_left_out():
    drawn = stocks(a=("2025-M03", 50, 100), b=("2025-M03", 30, 40), c=("2025-M03", 20, 40), d=("2025-M03", 1, 40))
    assert ranked(drawn) == [("b", 1, "ranked"), ("a", 2, "ranked"), ("c", 2, "ranked"), ("d", 4, "ranked")]


def test_where_less_is_better_the_least_comes_first():
    drawn = stocks(a=("2025-M03", 50, 100), b=("2025-M03", 30, 40))
    assert ranked(drawn, "down", "ab") == [("a", 1, "ranked"), ("b", 2, "ranked")]


def test_the_silent_the_small_and_those_of_another_date_have_no_rank():
    drawn = stocks(a=("2025-M03", 50, 100), b=("2025-M03", 9, 9), c=("2025-M02", 40, 40)) + "\nX 2025-M03 accounts 1"
    assert ranked(drawn) == [("a", 1, "ranked"), ("b", None, "small"), ("c", None, "older"), ("d", None, "silent")]


def test_a_zero_denominator_is_not_silence():
    assert ranked("a 2025-M03 accounts 0\na 2025-M03 adults 0", units="ab") == [("a", None, "no_denominator"), ("b", None, "silent")]


def test_the_headline_counts_targets_moves_and_units():
    drawn = stocks(a=("2025-M04", 40, 100), b=("2025-M04", 10, 100)) + "\n" + stocks(a=("2025-M05", 60, 100), c=("2025-M05", 10, 100))
    drawn += "\na 2025-M05 pending 5"
    aims = [
        Target("account_rate", 35, scope="D", level="district"),
        Target("pending_count", 1, scope="D", level="district", operator="<=", unit="count"),
        Target("online_rate", 80, scope="D", level="district"),
    ]
    table = standing(
        cube(drawn), aims, units=["D"], periods=["2025-M05"], indicators=["account_rate", "pending_count", "online_rate", "late_count"],
        on=dt.date(2025, 6, 1),
    )  # fmt: skip
    told = headline(table, "D", "2025-M05")
    assert (told.on_track, told.behind, told.no_data, told.total) == (1, 1, 1, 3)
    assert (told.up, told.down) == (1, 0)
    assert (told.units_reported, told.units_due, told.data_date) == (2, 4, dt.date(2025, 5, 14))
