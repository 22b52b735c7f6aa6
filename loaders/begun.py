"""Figures of a period that had not begun on the day they were received: a year or a month of the title is then a slip, as a rule."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from catalogue.facts import Observation
from catalogue.language import _, day
from catalogue.periods import Period
from loaders.issues import issue
from loaders.questions import Option, Question
from loaders.result import FileReading
from loaders.spoken import period_name

NOT_BEGUN = "not_begun"
PERIOD = "period"


def not_begun(reading: FileReading, received: dt.date, answers: Mapping[str, str]) -> Question | None:
    """What is asked of the figures of periods whose first month begins after the day of receipt; None where there are none, where it is
    asked already which period the file is of, or where a person has said that this one is right.

    A file that is of one period alone is asked which one it is of; of several periods, those to come are right or wrong.
    """
    if any(question.key == PERIOD or question.kind == NOT_BEGUN for question in reading.questions):
        return None
    coming = [o for o in reading.observations if o.period and o.status in ("accepted", "asked") and _begins(o) > received]
    if not coming:
        return None
    periods = sorted({Period.parse(o.period) for o in coming}, key=lambda one: one.start("plain"))
    alone = {o.period for o in reading.observations if o.period} == {str(periods[0])}
    if alone and answers.get(PERIOD) == str(periods[0]):
        return None
    names = ", ".join(period_name(one) for one in periods)
    first, begins, came = coming[0], day(periods[0].start("plain")), day(received)
    said = issue(NOT_BEGUN, first.sheet, first.cell, period=names, begins=begins, received=came).message
    cells = tuple(dict.fromkeys(f"{o.sheet}!{o.cell}" for o in coming))
    if alone and PERIOD not in answers:
        return Question(PERIOD, NOT_BEGUN, first.sheet, first.cell, said, _meant(periods[0], received), cells)
    options = (Option("yes", _("The period is right")), Option("no", _("Wrong: do not take these figures, send them back to the unit")))
    return Question(f"{NOT_BEGUN}:{periods[0]}", NOT_BEGUN, first.sheet, first.cell, said, options, cells)


def _begins(o: Observation) -> dt.date:
    return Period.parse(o.period).start("plain")


def _meant(said: Period, received: dt.date) -> tuple[Option, ...]:
    """The period as it is said, and those it is most easily a slip of: the last two that have begun, and the last of the same months."""
    last, same = said, said
    while last.start("plain") > received:
        last = last.previous
    while same.start("plain") > received:
        same = same.year_before
    others = dict.fromkeys((last, last.previous, same))
    return (
        Option(str(said), _("Yes, {period}", period=period_name(said))),
        *(Option(str(one), _("No, it is {period}", period=period_name(one))) for one in others),
    )
