"""Our figures in the words of a finding."""

from __future__ import annotations

from catalogue.indicators import indicators
from catalogue.language import _, number, percent
from catalogue.periods import Period
from report import names
from report.checking.ours import Fact

_DECIMALS = 2


def period(text: str) -> str:
    """A period as a reader writes it inside a sentence."""
    return names.period_inline(Period.parse(text))


def value(fact: Fact) -> str:
    """ "52,59% (619/1.177)" or a count."""
    if indicators()[fact.indicator].unit != "percent":
        return number(fact.value, None)
    shown = percent(fact.value, _DECIMALS)
    if fact.numerator is None or fact.denominator is None:
        return shown
    return f"{shown} ({number(fact.numerator, None)}/{number(fact.denominator, None)})"


def whole(fact: Fact) -> str:
    """Name, value, whose and of when."""
    name = indicators()[fact.indicator].name_vi
    said = _(
        "{name}: {value}, {unit}, {period}", name=name, value=value(fact), unit=names.unit_inline(fact.unit), period=period(fact.period)
    )
    if fact.reporting < fact.due:
        said += ", " + _("{reporting}/{due} units reported", reporting=number(fact.reporting), due=number(fact.due))
    elif not fact.whole:
        said += ", " + _("not all months reported")
    return said
