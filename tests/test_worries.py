"""What needs a call, in words: whom to call, and whom no longer."""

import datetime as dt

import pytest
from report_drawn import DISTRICT, LAST, MAY, ONLINE, RECEIVED, alike, drawn

from catalogue.language import speaking
from indicators.quota import Climb, Quota, Speed
from indicators.standing import standing
from report.brief.view import View
from report.brief.worries import behind, climbing, pace


@pytest.mark.parametrize(
    ("today", "words"),
    [(dt.date(2025, 6, 2), "Gọi xã Đăk Môn (cũ): "), (dt.date(2026, 11, 25), "Thiếu nhiều nhất ở xã Đăk Môn (cũ): ")],
)
def test_a_commune_that_is_no_more_is_named_but_not_to_be_called(today, words):
    told = drawn(("2025-M05", alike(5, 10, but={LAST: {ONLINE: 10, RECEIVED: 200}})))
    cube, targets = told.cube, told.targets

    def judged(units, periods, codes):
        return standing(cube, targets, units=units, periods=periods, indicators=codes, boundaries="reported", on=MAY.end())

    view = View(DISTRICT, MAY, "reported", MAY.end(), today, cube, targets, judged, lambda months: [[] for _month in months], str)
    worry = behind(view, view.own(("ops_online_submission_rate",)))[0]
    assert words in worry.step
    assert (worry.unit, worry.decider) == ("", LAST), "the line is about the whole, its step about one commune"


def test_what_is_needed_counts_from_the_day_of_the_figure_and_says_so():
    seen, until = dt.date(2026, 10, 14), dt.date(2026, 12, 14)
    with speaking("en"):
        week = pace(Quota(2693, 61 / 7, 309.0, Speed(180.0), "short", seen), until)
        month = climbing(Climb(-1.1, 6.7, seen), until)
    assert week == "Now +180 a week, needs 309 a week from 14/10/2026."
    assert month == "Now −1.1 points a month, needs +6.7 from 14/10/2026."
