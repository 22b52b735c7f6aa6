"""What needs a call, in words: who, how far, what is missing, how fast it goes and must go, what to do next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import isnan

from catalogue.indicators import indicators
from catalogue.language import _, number, percent
from indicators.attention import Concern, attention, below
from indicators.quota import Quota
from indicators.thresholds import thresholds
from pages.parts import briefing, data, names
from pages.parts.cards import shown
from pages.parts.filters import Filters
from pages.parts.numbers import none

SAME, MANY = 3, 24
"""At most so many lines about one indicator: the list should show where to look, not one trouble five times."""


def worries(filters: Filters, main: Mapping[str, str], aimed: Sequence[str]) -> tuple[briefing.Concern, ...]:
    """The concerns of the choice as lines of the overview.

    Silence and falling stocks are judged by the `main` indicators (code to short name), being slow also by all that have a target.
    """
    of_main = [concern for concern in _found(filters, list(main)) if concern.reason != "silent"]
    of_aimed = [concern for concern in _found(filters, list(aimed)) if concern.reason in ("behind", "off_track")]
    kept: list[Concern] = []
    for concern in (*of_main, *sorted(of_aimed, key=lambda found: -found.weight)):
        told = [other for other in kept if other.indicator == concern.indicator]
        if len(told) < SAME and concern.unit not in [other.unit for other in kept]:
            kept.append(concern)
    lines = [*_silent(filters, main), *(_line(filters, concern, main.get(concern.indicator, "")) for concern in kept)]
    return tuple(lines[: int(thresholds().attention_most)])


def _silent(filters: Filters, main: Mapping[str, str]) -> list[briefing.Concern]:
    """The units that have not sent most of the main figures, the emptiest first; of many, the first few."""
    units = tuple(below(data.cube(filters.version), filters.unit, filters.period))
    table = data.standing(units, (str(filters.period),), tuple(main), filters.boundaries, filters.version)
    absent = table.loc[table["state"] == "missing", "unit"].value_counts()
    board = filters.address("thu-bao-cao")
    made = []
    for unit, count in absent[2 * absent > len(main)].head(SAME).items():
        words = _("{unit} lacks {count} of {all} main figures", unit=names.unit(str(unit)), count=number(count), all=number(len(main)))
        made.append(briefing.Concern("no_data", briefing.Linked(words, board), _("Call to ask for the return.")))
    return made


def _found(filters: Filters, codes: list[str]) -> list[Concern]:
    cube, targets = data.cube(filters.version), data.targets(filters.version)
    return attention(cube, targets, unit=filters.unit, period=filters.period, indicators=codes, boundaries=filters.boundaries, most=MANY)


def _line(filters: Filters, concern: Concern, name: str) -> briefing.Concern:
    unit, name = names.unit(concern.unit), name or names.indicator(concern.indicator)
    address = filters.address(data.group_of(concern.indicator).slug, chi_so=concern.indicator, don_vi=concern.unit)
    if concern.reason == "falling":
        words = _("{unit}: {name} fell to {value}", unit=unit, name=name, value=_fraction(concern))
        return briefing.Concern("behind", briefing.Linked(words, address), _("A running total should not fall: have the commune check it."))
    words = _("{unit}: {name} {value}", unit=unit, name=name, value=_fraction(concern))
    if concern.quota and none(concern.quota.missing):
        words += _(", {count} still missing", count=number(concern.quota.missing))
    return briefing.Concern(concern.reason, briefing.Linked(words, address), f"{pace(concern.quota)} {_share(concern)}".strip())


def _fraction(concern: Concern) -> str:
    """109/2.068 (5,3%), or the bare value where no counts are known."""
    indicator = indicators()[concern.indicator]
    value = shown(none(concern.value), indicator.unit == "percent", indicator.decimals)
    if isnan(concern.numerator) or isnan(concern.denominator):
        return value
    return f"{number(concern.numerator, None)}/{number(concern.denominator, None)} ({value})"


def _share(concern: Concern) -> str:
    if isnan(concern.share):
        return ""
    return _("{share} of all that is missing.", share=percent(100 * concern.share, 0))


def pace(found: Quota | None) -> str:
    """The present and the needed speed, and by when."""
    if found is None or isnan(found.needed_per_week):
        return _("The day has passed.") if found and found.verdict == "overdue" else ""
    needed, now = number(round(found.needed_per_week, 1), None), found.speed.per_week
    if isnan(now):
        return ""
    sign = "+" if now >= 0 else "−"
    return _("Now {now} a week, needs {needed} a week.", now=f"{sign}{number(abs(round(now, 1)), None)}", needed=needed)
