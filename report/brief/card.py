"""One of the main figures with all that is said of it: counts, target, pace, change, units reporting, data date."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from catalogue.indicators import Indicator, indicators
from catalogue.language import _, day, number
from catalogue.periods import Period
from catalogue.units import units
from indicators.reasons import Why, codes, sentences
from report import names
from report.amounts import aimed, fraction, shown
from report.brief import covered
from report.brief.past import Past, Row, before, when, why_not
from report.brief.view import View
from report.facts import none

UNSAID = codes(int(Why.NOTHING_REPORTED))
"""A reason for no figure that says no more than that there is none."""


@dataclass(frozen=True, slots=True)
class Card:
    """What one card says. Values are in percent or counts as `rate` tells; None is missing and is said so, never drawn as zero.

    `history` and `path` hold the same eight periods, oldest first, the last of them `provisional` where its figure may still change;
    `period` is that of the figure, which may be older than the one asked, `pace_day` its last day, on which `pace` was due.
    """

    code: str
    period: Period
    name: str
    full_name: str
    rate: bool
    decimals: int
    status: str
    value: float | None
    numerator: float | None
    denominator: float | None
    counted: str
    why_missing: str
    target: float | None
    target_sign: str
    target_when: str
    pace: float | None
    change: float | None
    change_words: str
    history: tuple[float | None, ...]
    path: tuple[float | None, ...]
    reporting: int
    due: int
    data_date: dt.date | None
    better_up: bool = True
    when: str = ""
    former: str = ""
    alone: bool = False
    provisional: bool = False
    pace_day: dt.date | None = None

    @property
    def pace_words(self) -> str:
        """What was due on the day of the figure, which may lie well before the day it is read; "" where nothing but the target was."""
        if self.pace is None or self.pace == self.target or not self.pace_day:
            return ""
        return _("{value} due on {day}", value=shown(self.pace, self.rate, self.decimals), day=day(self.pace_day))


def card(view: View, code: str, past: Past) -> Card:
    """The card of an indicator."""
    now, indicator = past.now, indicators()[code]
    counted, period = covered.units(view, code, now), Period.parse(now["figure_period"])
    return Card(
        code=code,
        period=period,
        name=names.short_indicator(code),
        full_name=names.indicator(code),
        rate=indicator.unit == "percent",
        decimals=indicator.decimals,
        status=now["status"],
        value=none(now["value"]),
        numerator=none(now["numerator"]),
        denominator=none(now["denominator"]),
        counted=names.counted(indicator),
        why_missing=", ".join(sentences(now["reason"].replace(UNSAID, ""))),
        target=none(now["target"]),
        target_sign=now["target_operator"] or "",
        target_when=names.until(now["target_to"]),
        pace=none(now["pace"]),
        change=none(now["change"]),
        change_words=_change_words(now, past, indicator),
        history=past.values,
        path=past.path,
        reporting=counted.whole,
        due=counted.due,
        data_date=now["data_date"],
        when=when(view.period, now),
        former=covered.former(counted),
        better_up=indicator.better == "up",
        alone=alone(view.unit),
        provisional=past.open(view.today),
        pace_day=period.end(indicator.calendar),
    )


def _change_words(now: Row, past: Past, indicator: Indicator) -> str:
    if none(now["value"]) is None:
        return _last(past, indicator)
    if none(now["change"]) is None:
        return why_not(now["change_reason"], before(now))
    before_it = _short(Period.parse(now["figure_period"]).previous)
    if alone(now["unit"]):
        return _("against {period}", period=before_it)
    compared = number(now["units_compared"])
    if _otherwise(now["change"], past):
        return _(
            "against {period} (same {count} units; the line holds all that reported, so it goes another way)",
            period=before_it,
            count=compared,
        )
    return _("against {period} (same {count} units)", period=before_it, count=compared)


def _otherwise(change: float, past: Past) -> bool:
    """Whether the line of all units that reported goes up in its last step where the same units went down, or the other way."""
    before, last = past.values[-2:]
    return before is not None and last is not None and round(change, 1) * round(last - before, 1) < 0


def alone(unit: str) -> bool:
    """Whether a unit has none below it whose figures are added up."""
    return units()[unit].level in ("commune", "office")


def _short(period: Period) -> str:
    """The short name of a period inside a sentence."""
    return names.short(period) if period.kind == "month" else names.period_inline(period)


def _last(past: Past, indicator: Indicator) -> str:
    """The last figure there was, with its period: what stands where there is none now."""
    told = [(period, value) for period, value in zip(past.periods, past.values, strict=True) if value is not None]
    if not told:
        return ""
    period, value = told[-1]
    return _(
        "last: {value} ({period})", value=shown(value, indicator.unit == "percent", indicator.decimals), period=names.period_inline(period)
    )


def moved(card: Card) -> str:
    """How the figure moved, or why that cannot be said, as one phrase."""
    if card.change is None:
        return card.change_words
    if round(card.change, 1) == 0:
        return f"{_('Unchanged')} {card.change_words}"
    size = number(abs(card.change), 1 if card.rate else 0)
    amount = _("{amount} points", amount=size) if card.rate else size
    return f"{_('up') if card.change > 0 else _('down')} {amount} {card.change_words}"


def made_of(card: Card) -> str:
    """The counts behind a rate, with what is counted; empty for a count or where they are not known."""
    if not card.rate or card.numerator is None or card.denominator is None:
        return ""
    return fraction(card.numerator, card.denominator, card.counted)


def aim(card: Card) -> str:
    """The target with its day, and what was due on the day of the figure."""
    if card.target is None:
        return _("No target has been set for this unit and period")
    said = f"{_('Target')} {aimed(card.target, card.target_sign, card.rate)} {card.target_when}".strip()
    return ", ".join(filter(None, [said, card.pace_words]))


def covers(card: Card) -> str:
    """How many units stand behind the figure; of a single one whether it has reported."""
    said = _("{reporting}/{due} units reported", reporting=number(card.reporting), due=number(card.due))
    if card.alone:
        said = _("the unit reported") if card.reporting else _("the unit has not reported")
    return f"{said} ({card.former})" if card.former else said


def dated(card: Card) -> str:
    """Of what day the figure is."""
    return _("data to {day}", day=day(card.data_date)) if card.data_date else _("no data date")
