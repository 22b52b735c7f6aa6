"""What accepting a return would change, shown before it is accepted."""

import pandas as pd

from indicators.effect import Untold, above_the_whole, after_acceptance, moved_figures, repeated, untold, value_changes

COLUMNS = ["unit", "period", "basis", "element", "value", "status", "sheet", "cell", "raw", "submission"]


def observations(*rows):
    """Each row is `unit period element value [status]`."""
    records = []
    for row in rows:
        unit, period, element, value, *status = row.split()
        records.append([unit, period, "in_period", element, float(value), *(status or ["accepted"]), "S", "A1", value, 1])
    return pd.DataFrame(records, columns=COLUMNS)


def drawn(frame):
    return [(r.unit, r.element, None if pd.isna(r.old) else r.old, r.new, r.kind) for r in frame.itertuples()]


def test_values_are_new_changed_or_the_same():
    current = observations("A 2025-M03 recv 120", "A 2025-M03 done 100")
    incoming = observations("A 2025-M03 recv 123", "A 2025-M03 done 100", "A 2025-M03 late 3")
    assert drawn(value_changes(current, incoming)) == [
        ("A", "recv", 120, 123, "changed"),
        ("A", "done", 100, 100, "same"),
        ("A", "late", None, 3, "new"),
    ]


def test_the_same_element_of_another_period_is_not_an_old_value():
    changes = value_changes(observations("A 2025-M02 recv 120"), observations("A 2025-M03 recv 123"))
    assert drawn(changes) == [("A", "recv", None, 123, "new")]


def test_values_asked_or_rejected_change_nothing():
    incoming = observations("A 2025-M03 recv 1234 asked", "A 2025-M03 done 7 rejected", "A 2025-M03 late 0")
    assert drawn(value_changes(observations(), incoming)) == [("A", "late", None, 0, "new")]
    assert list(after_acceptance(observations(), incoming)["element"]) == ["late"]


def test_an_accepted_value_takes_the_place_of_the_one_before():
    after = after_acceptance(observations("A 2025-M03 recv 120", "B 2025-M03 recv 50"), observations("A 2025-M03 recv 123"))
    assert {(r.unit, r.value) for r in after.itertuples()} == {("A", 123.0), ("B", 50.0)}


def test_an_empty_store_becomes_what_came_in():
    after = after_acceptance(pd.DataFrame(columns=COLUMNS), observations("A 2025-M03 recv 123"))
    assert list(after["value"]) == [123.0]


def figures(*rows):
    """Each row is `indicator unit numerator denominator`; `-` is missing."""
    records = []
    for row in rows:
        indicator, unit, n, total = row.split()
        n, total = (None if part == "-" else float(part) for part in (n, total))
        state = "missing" if n is None else "zero_denominator" if total == 0 else "ok"
        records.append([indicator, unit, "2025-M03", n, total, 100 * n / total if state == "ok" else None, state])
    return pd.DataFrame(records, columns=["indicator", "unit", "period", "numerator", "denominator", "value", "state"])


def test_only_figures_that_move_are_shown():
    before = figures("online A 60 120", "paid A 5 50")
    after = figures("online A 63 123", "paid A 5 50")
    moved = moved_figures(before, after)
    assert [(r.indicator, r.value_before, round(r.value_after, 1)) for r in moved.itertuples()] == [("online", 50.0, 51.2)]


def test_a_figure_whose_counts_move_but_not_its_value_is_shown():
    assert len(moved_figures(figures("online A 1 2"), figures("online A 50 100"))) == 1


def test_a_missing_figure_that_appears_moves_and_one_that_stays_missing_does_not():
    before = figures("online A - -", "paid A - -")
    after = figures("online A 0 0", "paid A - -")
    moved = moved_figures(before, after)
    assert [(r.indicator, r.state_before, r.state_after) for r in moved.itertuples()] == [("online", "missing", "zero_denominator")]


def test_a_share_that_would_exceed_its_whole_is_told_and_a_quota_is_not():
    after = figures("covered A 14 10", "covered B 10 10", "quota A 14 10", "covered C 3 0")
    told = above_the_whole(moved_figures(figures("covered A 10 10"), after), ["covered"])
    assert [(r.indicator, r.unit) for r in told.itertuples()] == [("covered", "A"), ("covered", "C")]


def test_counts_of_what_happened_that_are_those_of_the_period_before_may_be_copied():
    earlier = observations("A 2025-M02 recv 123", "A 2025-M02 done 100", "B 2025-M02 recv 55", "A 2025-M02 late 3")
    incoming = observations("A 2025-M03 recv 123", "A 2025-M03 done 101", "B 2025-M03 recv 55 asked", "A 2025-M03 late 3")
    assert list(repeated(incoming, earlier)["element"]) == ["recv"], "not what moved, not what is asked about, no small number"


def test_what_there_is_of_a_thing_is_often_the_same_and_says_nothing():
    earlier, incoming = (observations(f"A 2025-M0{month} people 900").assign(basis="to_date") for month in (2, 3))
    assert repeated(incoming, earlier).empty


def test_a_rate_that_one_count_of_two_is_told_of_names_the_other():
    after = figures("online A - 120", "online B 60 120", "late A - -", "late B - 120").assign(period="2025-M03")
    observed = observations("A 2025-M03 recv 60", "B 2025-M03 recv 60", "B 2025-M03 all 120")
    formulas = {"online": (["recv"], ["all"]), "late": (["late"], ["done"])}
    assert untold(after, observed, formulas) == (Untold("online", "A", "2025-M03", ("all",)),)
