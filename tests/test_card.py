"""What a card says of its change beside the line it draws."""

from __future__ import annotations

import datetime as dt

from report_drawn import COMMUNES, DISTRICT, LAST, MAY, ONLINE, RECEIVED, alike, drawn

from indicators.standing import standing
from report.brief.card import card
from report.brief.past import pasts
from report.brief.view import View

RATE = "ops_online_submission_rate"


def made(*months, today=dt.date(2025, 7, 20)):
    told = drawn(*months)

    def judged(units, periods, codes):
        return standing(told.cube, told.targets, units=units, periods=periods, indicators=codes, boundaries="reported", on=MAY.end())

    view = View(DISTRICT, MAY, "reported", MAY.end(), today, told.cube, told.targets, judged, lambda months: [[] for _month in months], str)
    return card(view, RATE, pasts(view, (DISTRICT,), (RATE,), 8)[DISTRICT, RATE])


def test_a_line_that_goes_up_where_the_same_units_fell_says_why():
    poor = {LAST: {ONLINE: 0.0, RECEIVED: 900}}
    found = made(("2025-M04", alike(6, 10, but=poor)), ("2025-M05", alike(5, 10, silent=(LAST,))))
    assert found.history[-2] < found.history[-1] and found.change < 0
    assert f"cùng {len(COMMUNES) - 1} đơn vị; đường vẽ tính mọi đơn vị đã báo cáo nên đi khác" in found.change_words


def test_where_line_and_change_agree_nothing_more_is_said():
    found = made(("2025-M04", alike(6, 10)), ("2025-M05", alike(5, 10, silent=(LAST,))))
    assert found.change_words == f"so với 4/2025 (cùng {len(COMMUNES) - 1} đơn vị)"


def test_a_value_is_provisional_while_units_are_silent_or_its_period_is_not_closed():
    before = ("2025-M04", alike(6, 10))
    assert made(before, ("2025-M05", alike(5, 10, silent=(LAST,)))).provisional
    assert made(before, ("2025-M05", alike(5, 10)), today=dt.date(2025, 5, 15)).provisional
    assert not made(before, ("2025-M05", alike(5, 10))).provisional
