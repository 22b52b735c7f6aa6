"""All that a leader is told at once: one sentence, the cards, what needs attention. No arithmetic of its own."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from catalogue.calendars import due_date
from catalogue.indicators import indicators
from catalogue.language import _, day, number
from catalogue.periods import Period
from indicators.expected import Expected, tally
from indicators.headline import headline
from indicators.tasks import counted_here
from report import names
from report.brief import covered
from report.brief.card import Card, card
from report.brief.main import core_indicators, overview_indicators
from report.brief.past import pasts, why_not
from report.brief.returns import month_of, owing
from report.brief.view import View
from report.brief.worries import Worry, worries

HISTORY = 8
SILENT_NAMED, OPEN_NAMED = 2, 4
"""So many units that have not sent, and so many whose return is not in force, are named in the sentence."""
LOOK_BACK = 12
"""So many months before a period without figures are searched for the last that has some."""


@dataclass(frozen=True, slots=True)
class Brief:
    """`heading` names unit, period and boundaries. `template` is the sentence, its {names} to be filled from `numbers`, so that
    a screen can make each a link; `sentence` is the same filled. `data_date` is the day of most figures that were sent for the period;
    `waiting` says that there is none yet, and `latest` is then the last month before it that has figures."""

    heading: str
    template: str
    numbers: dict[str, str]
    cards: tuple[Card, ...]
    worries: tuple[Worry, ...]
    data_date: dt.date | None = None
    waiting: bool = False
    latest: Period | None = None

    @property
    def sentence(self) -> str:
        """The sentence as plain words."""
        return self.template.format(**self.numbers)


def brief(view: View) -> Brief:
    """What is told of a choice."""
    codes = overview_indicators()
    found = pasts(view, (view.unit,), codes, HISTORY)
    aims = view.own(core_indicators())
    main = {code: names.short_indicator(code) for code in codes}
    sent = _sent(aims)
    waiting = sent.empty
    latest = _latest(view) if waiting else None
    date = headline(sent, view.unit, str(view.period)).data_date
    template, numbers = _waiting(view, latest) if waiting else _sentence(view, aims, date)
    made = tuple(card(view, code, found[view.unit, code]) for code in codes)
    concerns = worries(view, main, aims[aims["status"] != "no_target"])
    return Brief(heading(view), template, numbers, made, concerns, date, waiting, latest)


def heading(view: View) -> str:
    """Unit, period, boundaries, and that it is a demonstration."""
    parts = [names.unit(view.unit), names.period(view.period), names.boundaries(view.boundaries)]
    return " · ".join([*parts, _("Illustrative data")] if view.illustrative else parts)


def in_force_words() -> str:
    """Why the number of targets differs from period to period."""
    return _("Only targets in force in the period are counted, so their number differs from period to period.")


def _sent(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with a figure that somebody sent for the period itself: older ones and what is counted here are none."""
    return rows[
        (rows["figure_period"] == rows["period"])
        & rows["value"].notna()
        & ~rows["indicator"].map(lambda code: counted_here(indicators()[code])).astype(bool)
    ]


def _latest(view: View) -> Period | None:
    """The last month before the period for which the unit has figures."""
    months = [month_of(view.period, view.today).shift(-back) for back in range(LOOK_BACK + 1)]
    told = _sent(view.standing((view.unit,), tuple(str(month) for month in months if month != view.period), core_indicators()))
    return max(map(Period.parse, told["period"].unique()), default=None)


def _returns(view: View, due: Sequence[Expected]) -> dict[str, str]:
    """How many have sent, and who has not; where not everything sent is in force, how much is, and whose return is not."""
    told = tally(due)
    counted = covered.returns(view, due, [row for row in due if row.standing != "missing"])
    said = {"reported": f"{number(counted.whole)}/{number(counted.due)}", "former": covered.former(counted)}
    if told.missing:
        said["silent"] = names.some(told.missing, SILENT_NAMED)
    if told.back or told.open:
        said["taken"] = number(covered.returns(view, due, [row for row in due if row.standing == "accepted"]).whole)
    if told.back:
        said["back"] = names.some(told.back, OPEN_NAMED)
    if told.open:
        said["checked"] = names.some(told.open, OPEN_NAMED)
    return said


def _became(numbers: Mapping[str, str]) -> str:
    """What became of the returns that were sent, where not all of it is in force; else nothing."""
    sorts = {
        "taken": _("{taken} taken in"),
        "back": _("sent back and not come mended: {back}"),
        "checked": _("still being checked: {checked}"),
    }
    if parts := [words for name, words in sorts.items() if name in numbers]:
        return _("Of these {parts}.").replace("{parts}", "; ".join(parts))
    return ""


def _waiting(view: View, latest: Period | None) -> tuple[str, dict[str, str]]:
    """What is said of a period for which nothing has been taken in: that it is so, until when it was due, which month has figures."""
    due = owing(view)
    deadline = due_date(month_of(view.period, view.today))
    numbers = {**_returns(view, due), "deadline": f"{day(deadline)} ({_days(deadline, view.today)})"}
    came = any(row.standing != "missing" for row in due)
    parts = [_(": returns have come, none has been accepted yet.") if came else _(": no return has come yet.")]
    parts.append(_("{reported} communes have reported; the due date is {deadline}."))
    numbers.pop("taken", None)
    parts += filter(None, [_became(numbers)])
    if came and "silent" in numbers:
        parts.append(_("Not sent: {silent}."))
    if latest:
        numbers["latest"] = names.period_inline(latest)
        parts.append(_("The latest figures are those of {latest}."))
    return names.period(view.period) + " ".join(parts), numbers


def _days(deadline: dt.date, today: dt.date) -> str:
    left = (deadline - today).days
    if left == 0:
        return _("today")
    return _("{days} days left", days=number(left)) if left > 0 else _("{days} days ago", days=number(-left))


def _came(view: View, date: dt.date | None) -> str:
    """How many have sent; of a longer period that goes on, for which of its months."""
    month = month_of(view.period, view.today)
    if month != view.period.months[-1]:
        return _("{reported} communes have reported for {month}.").replace("{month}", names.period_inline(month))
    return _("{reported} communes have reported, data to {day}.") if date else _("{reported} communes have reported.")


def _sentence(view: View, aims: pd.DataFrame, date: dt.date | None) -> tuple[str, dict[str, str]]:
    told = headline(aims, view.unit, str(view.period))
    numbers = {
        **_returns(view, owing(view)),
        "good": f"{told.on_track}/{told.total}",
        "slow": str(told.behind),
        "missed": str(told.missed),
        "unknown": str(told.no_data),
        "day": day(date),
        "better": str(told.up),
        "worse": str(told.down),
        "older_better": str(told.older_up),
        "older_worse": str(told.older_down),
    }
    parts = [
        _(": {good} targets on pace, {slow} behind, {unknown} without enough data."),
        _came(view, date),
        *filter(None, [_became(numbers)]),
    ]
    if told.missed:
        parts[0] = _(": {good} targets on pace, {slow} behind, {missed} not reached by their day, {unknown} without enough data.")
    if not told.total:
        parts[0] = _(": no target has been set for this unit.")
    if "silent" in numbers:
        parts.append(_("Not sent: {silent}."))
    if told.total and told.compared:
        parts.append(_("Against the period before: {better} up, {worse} down."))
        if told.older_up or told.older_down:
            parts[-1] = _("Against the period before: {better} up, {worse} down; older figures: {older_better} up, {older_worse} down.")
    elif told.why_not:
        numbers["why"] = why_not(told.why_not, names.period_inline(view.period.previous))
        parts.append(_("Not comparable with the period before: {why}."))
    if numbers["former"]:
        parts.append(_("Counted {former}."))
    return names.period(view.period) + " ".join(parts), numbers
