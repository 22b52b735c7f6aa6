"""What was sent against what is in force; working days over Tet and holidays."""

import datetime as dt

import pandas as pd
import pytest

from catalogue.calendars import working_days
from indicators.since import since


def told(*rows):
    """Rows "element value submission"."""
    records = [(element, "in_period", float(value), int(number)) for element, value, number in (row.split() for row in rows)]
    return pd.DataFrame(records, columns=["element", "basis", "value", "submission"])


def drawn(frame):
    return [(r.element, r.sent, None if pd.isna(r.now) else r.now, r.kind) for r in frame.itertuples()]


def test_the_first_value_stands_against_the_one_in_force_and_changes_come_first():
    sent = told("a 5 1", "b 7 1", "c 9 1", "b 8 2")
    assert drawn(since(sent, told("a 5 1", "b 8 2"))) == [("b", 7, 8, "changed"), ("c", 9, None, "gone"), ("a", 5, 5, "same")]


def test_a_value_added_later_was_never_otherwise():
    assert drawn(since(told("a 5 1", "d 4 3"), told("a 5 1", "d 4 3"))) == [("a", 5, 5, "same"), ("d", 4, 4, "same")]


def test_nothing_sent_is_an_empty_table():
    assert since(told(), told()).empty


@pytest.mark.parametrize(
    ("after", "until", "count"),
    [
        ("2026-11-20", "2026-11-23", 1),  # Friday to Monday
        ("2026-11-23", "2026-11-20", -1),
        ("2026-11-23", "2026-11-23", 0),
        ("2026-04-29", "2026-05-04", 1),  # 30/4 and 1/5, then a weekend
        ("2026-02-13", "2026-02-23", 1),  # Tet
    ],
)
def test_working_days_leave_out_weekends_holidays_and_tet(after, until, count):
    assert working_days(dt.date.fromisoformat(after), dt.date.fromisoformat(until)) == count
