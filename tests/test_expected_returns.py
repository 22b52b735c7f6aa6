"""Who has sent, who is late, who must be called: the board of expected returns."""

import datetime as dt

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from indicators.expected import STANDINGS, Arrival, arrivals, board, count

DUE = dt.date(2026, 10, 16)


def came(unit, state, day=14, submission=1, **cells):
    return Arrival(unit, submission, state, dt.date(2026, 10, day), **cells)


def stands(arrivals, today=20, units=("A",), exempt=None):
    rows = board(units, arrivals, due=DUE, today=dt.date(2026, 10, today), exempt=exempt)
    return [(row.unit, row.standing, row.days) for row in rows]


def test_an_accepted_return_is_received_on_the_day_it_came():
    assert stands([came("A", "accepted", 14)]) == [("A", "accepted", -2)]
    assert stands([came("A", "accepted", 19)]) == [("A", "accepted", 3)]


def test_a_question_about_a_file_of_an_office_above_does_not_undo_what_a_unit_has_sent():
    shared = came("A", "asked", 18, 2, shared=True)
    assert stands([came("A", "accepted", 14), shared]) == [("A", "accepted", -2)]
    assert stands([came("A", "accepted", 14), came("A", "asked", 18, 2)]) == [("A", "asked", -2)]
    assert stands([shared]) == [("A", "asked", 2)]


def test_a_unit_that_sent_nothing_is_missing_and_its_days_grow():
    assert stands([], today=10) == [("A", "missing", -6)]
    assert stands([], today=20) == [("A", "missing", 4)]


def test_late_is_what_passed_the_due_date():
    assert [row.late for row in board("AB", [came("A", "accepted", 16)], due=DUE, today=DUE)] == [False, False]
    assert [row.late for row in board("AB", [came("A", "accepted", 17)], due=DUE, today=dt.date(2026, 10, 18))] == [True, True]


def test_an_open_file_outweighs_one_that_is_done():
    files = [came("A", "accepted", 12, 1), came("A", "asked", 15, 2)]
    (row,) = board("A", files, due=DUE, today=DUE)
    assert (row.standing, row.submission, row.files, row.received_on.day) == ("asked", 2, 2, 12)


def test_a_doubtful_file_of_figures_that_were_taken_in_before_takes_nothing_from_its_unit():
    again = came("A", "to_fix", 19, 2, further=True, rejected=1)
    (row,) = board("A", [came("A", "accepted", 14, 1, accepted=9), again], due=DUE, today=DUE)
    assert (row.standing, row.late, row.submission, row.rejected) == ("accepted", False, 1, 0)
    assert row.further == ((2, "to_fix"),), "it is named beside"
    assert stands([again]) == [("A", "to_fix", 3)], "alone it is all there is"


def test_a_corrected_return_was_received_when_the_first_one_came():
    files = [came("A", "superseded", 14, 1, accepted=9), came("A", "accepted", 20, 2, accepted=10)]
    (row,) = board("A", files, due=DUE, today=DUE)
    assert (row.standing, row.received_on.day, row.submission, row.files, row.accepted) == ("accepted", 14, 2, 1, 10)


def test_the_day_of_arrival_is_that_of_the_office_not_of_the_store():
    coverage = pd.DataFrame(
        {"unit": ["A"], "period": ["2026-M10"], "submission": [7], "state": ["accepted"],
         "received_at": [pd.Timestamp("2026-10-16T18:30", tz="UTC")],
         "accepted": [5], "asked": [0], "rejected": [0]}
    )  # fmt: skip
    (arrival,) = arrivals(coverage, dt.timezone(dt.timedelta(hours=7)))
    assert arrival == came("A", "accepted", 17, 7, accepted=5)


def test_files_taken_back_or_sent_twice_do_not_count():
    assert stands([came("A", state) for state in ("withdrawn", "superseded", "duplicate")]) == [("A", "missing", 4)]


def test_an_exempt_unit_is_not_missing_but_what_it_sends_is_shown():
    assert stands([], exempt={"A": "mới thành lập"}) == [("A", "exempt", 4)]
    assert not board("A", [], due=DUE, today=dt.date(2027, 1, 1), exempt={"A": "x"})[0].late
    assert stands([came("A", "accepted")], exempt={"A": "mới thành lập"}) == [("A", "accepted", -2)]


def test_the_worst_stands_first_and_the_order_of_units_is_kept():
    sent = [came("A", "accepted"), came("C", "refused"), came("D", "received"), came("E", "accepted")]
    assert [row[:2] for row in stands(sent, units="ABCDE")] == [
        ("B", "missing"), ("C", "returned"), ("D", "received"), ("A", "accepted"), ("E", "accepted"),
    ]  # fmt: skip


def test_only_cells_of_accepted_files_are_counted_as_accepted():
    files = [came("A", "accepted", accepted=50, asked=0), came("A", "asked", accepted=10, asked=2, rejected=1)]
    (row,) = board("A", files, due=DUE, today=DUE)
    assert (row.accepted, row.asked, row.rejected) == (50, 2, 1)


@given(st.lists(st.tuples(st.sampled_from("ABC"), st.sampled_from(["received", "asked", "to_fix", "accepted", "withdrawn"]))))
def test_every_unit_that_owes_a_return_is_counted_once(sent):
    rows = board("ABC", [came(unit, state) for unit, state in sent], due=DUE, today=DUE)
    assert sorted(row.unit for row in rows) == ["A", "B", "C"]
    assert sum(count(rows).values()) == 3 and list(count(rows)) == list(STANDINGS)
