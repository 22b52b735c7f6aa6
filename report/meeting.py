"""What six slides say at a meeting: where we stand, the targets, who is last in the worst one, who has not sent, what comes next."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import pandas as pd

from catalogue.indicators import indicators
from catalogue.language import _, day, number
from catalogue.periods import Period
from catalogue.units import units
from indicators.expected import tally
from indicators.headline import GOOD, SHORT, headline
from indicators.ranking import ranking
from report import names
from report.amounts import aimed, fraction, shown
from report.brief import card as cards
from report.brief.brief import HISTORY, Brief, brief, in_force_words
from report.brief.card import Card
from report.brief.cells import noted
from report.brief.main import core_indicators
from report.brief.newer import newer
from report.brief.past import pasts
from report.brief.returns import days_words, next_step, open_or_late, owing
from report.brief.view import View
from report.brief.worries import behind
from report.facts import none

BARS, ROWS, NAMED, AIMED = 12, 6, 6, 6
"""The most bars of a chart, rows of a table, units named in a line, and units drawn each with its target."""
TITLES = ((90, 30), (200, 24))
SMALLEST = 18
"""Up to how many letters a title is written at which size, and the size of a longer one."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its value and what is written at its end, and the same of the target."""

    name: str
    value: float | None
    said: str
    target: float | None = None
    aim: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One slide. `counts` are large numbers with their words, `shares` the widths of the table's columns, `notes` the sources."""

    title: str
    lines: tuple[str, ...] = ()
    counts: tuple[tuple[str, str], ...] = ()
    bars: tuple[Bar, ...] = ()
    series: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    shares: tuple[float, ...] = ()
    notes: tuple[str, ...] = ()
    size: float = 18

    @property
    def title_size(self) -> float:
        """The size of the title's letters."""
        return next((size for letters, size in TITLES if len(self.title) <= letters), SMALLEST)


@dataclass(frozen=True, slots=True)
class Meeting:
    """The slides, what stands at the foot of each, and the mark that each bears ("" for none)."""

    title: str
    author: str
    foot: str
    pages: tuple[Page, ...]
    mark: str = ""


def meeting(view: View) -> Meeting:
    """The slides of a choice, in the language in force."""
    told = brief(view)
    aims = view.own(core_indicators())
    dated = _("data to {day}", day=day(told.data_date)) if told.data_date else _("no data date")
    pages = (
        _first(view, told, dated),
        _whole(view, told, aims),
        _targets(view, told),
        _worst(view, told, aims),
        _returns(view),
        _next(view, aims),
    )
    mark = names.invented() if view.illustrative else ""
    return Meeting(_title(view), names.unit(view.unit), f"{told.heading} · {dated}", pages, mark)


def _title(view: View) -> str:
    return _("Results of digital transformation, {period}", period=names.period_inline(view.period))


def _first(view: View, told: Brief, dated: str) -> Page:
    lines = [names.unit(view.unit), f"{names.boundaries(view.boundaries)}, {dated}"]
    return Page(_title(view), tuple(lines), notes=(told.heading, _made_on(view)))


def _made_on(view: View) -> str:
    return _("Made on {day} from the figures of the pages; each figure is named by its trace id, then by its cells.", day=day(view.today))


def _whole(view: View, told: Brief, aims: pd.DataFrame) -> Page:
    counted = headline(aims, view.unit, str(view.period))
    reported = (told.numbers["reported"], _("units have sent"))
    judged = (
        (f"{counted.on_track}/{counted.total}", _("targets on pace")),
        (str(counted.behind), _("behind")),
        *([(str(counted.missed), _("not reached"))] if counted.missed else []),
        (str(counted.no_data), _("without enough data")),
    )
    counts = (reported,) if told.waiting else (*judged, reported)
    head = (_("Indicator"), _("Result"), _("Target"), _("Status"))
    rows = tuple(
        (_named(one), _result(one), aimed(one.target, one.target_sign, one.rate) or "–", names.status(one.status)) for one in told.cards
    )
    return Page(
        told.sentence, (), counts, head=head, rows=rows, shares=(36, 34, 12, 18), notes=(in_force_words(), *_card_notes(view, told.cards))
    )


def _named(card: Card) -> str:
    """The name, with the period where the figure is of another one."""
    return f"{card.name} ({names.within(names.period(card.period))})" if card.when else card.name


def _result(card: Card) -> str:
    if card.value is None:
        return _("No data")
    made_of = cards.made_of(card)
    said = shown(card.value, card.rate, card.decimals)
    return f"{said} ({made_of})" if made_of else said


def _targets(view: View, told: Brief) -> Page:
    """The main rates against their targets, as bars from zero."""
    rates = [one for one in told.cards if one.rate and one.value is not None]
    good = sum(one.status in GOOD for one in rates)
    aimed_at = sum(one.target is not None for one in rates)
    title = _("{good} of {all} main targets reached or on pace", good=number(good), all=number(aimed_at))
    bars = tuple(
        Bar(one.name, one.value, _said(one.value, one.numerator, one.denominator, one.decimals), one.target, _aim(one)) for one in rates
    )
    absent = [one.name for one in told.cards if one.value is None]
    lines = [_("No data: {names}.", names=", ".join(absent))] if absent else []
    lines += [f"{one.name}: {one.when}." for one in rates if one.when]
    return Page(title, tuple(lines), bars=bars, series=(_("Result"), _("Target")), notes=_card_notes(view, rates))


def _aim(card: Card) -> str:
    if card.target is None:
        return ""
    return f"{aimed(card.target, card.target_sign, True)} {card.target_when}".strip()


def _said(value: float | None, above: float | None, below: float | None, decimals: int) -> str:
    counts = f" ({fraction(above, below)})" if above is not None and below is not None else ""
    return shown(value, True, decimals) + counts


def _of_row(row: Mapping[Hashable, Any]) -> str:
    decimals = indicators()[row["indicator"]].decimals
    return _said(none(row["value"]), none(row["numerator"]), none(row["denominator"]), decimals)


def _worst(view: View, told: Brief, aims: pd.DataFrame) -> Page:
    """The rate that is furthest behind: its units from the last one up, those that cannot be ranked named apart."""
    code = _furthest(view, told, aims)
    row = aims[aims["indicator"] == code].to_dict("records")[0]
    indicator, members = indicators()[code], view.members()
    value = _of_row(row) or _("No data")
    title = _("Furthest behind: {name}, {value}", name=names.short_indicator(code), value=value)
    if row["status"] not in SHORT:
        title = _("No rate is behind its target. {name}: {value}", name=names.short_indicator(code), value=value)
    if none(row["target"]) is not None:
        title += ", " + _("target {target}", target=aimed(row["target"], row["target_operator"], True))
    notes = noted(view, code, Period.parse(row["figure_period"]))
    if not members:
        return Page(title, bars=_lately(view, code), series=(_("Result"),), notes=notes)
    ranked = ranking(view.standing(members, (str(view.period),), (code,)), indicator)
    fit = ranked[ranked["block"] == "ranked"].iloc[::-1].to_dict("records")
    bars = tuple(_of_unit(one, len(fit)) for one in fit[:BARS])
    lines = [_("The {count} last of {all} units ranked.", count=number(BARS), all=number(len(fit)))] if len(fit) > BARS else []
    second = (_("Target"),) if any(bar.target is not None for bar in bars) else ()
    return Page(title, (*_when(view, row), *lines, *_apart(ranked)), bars=bars, series=(_("Result"), *second), notes=notes)


def _of_unit(row: Mapping[Hashable, Any], many: int) -> Bar:
    """One unit of the slide, with its own target under it where there are few enough units to read both."""
    target = none(row["target"]) if many <= AIMED else None
    aim = aimed(target, row["target_operator"], True) if target is not None else ""
    return Bar(names.unit(row["unit"]), none(row["value"]), _of_row(row), target, aim)


def _when(view: View, row: Mapping[Hashable, Any]) -> list[str]:
    """Of when the figure is, where its indicator is asked for less often than the period chosen: the foot tells of another day."""
    period = Period.parse(row["figure_period"])
    if period == view.period or row["data_date"] is None:
        return []
    return [_("{period}, data to {day}.", period=names.period(period), day=day(row["data_date"]))]


def _lately(view: View, code: str) -> tuple[Bar, ...]:
    """The last periods of a unit that has none below it to be compared with."""
    past = pasts(view, (view.unit,), (code,), HISTORY)[view.unit, code]
    rows = [(period, row) for period, row in zip(past.periods, past.rows, strict=True) if none(row["value"]) is not None]
    return tuple(Bar(names.period(period), none(row["value"]), _of_row(row)) for period, row in rows)


def _furthest(view: View, told: Brief, aims: pd.DataFrame) -> str:
    """The rate furthest behind its target; where none is, the first of the cards."""
    slow = [one.indicator for one in behind(view, aims[aims["status"] != "no_target"])]
    return next((code for code in slow if indicators()[code].unit == "percent"), told.cards[0].code)


def _apart(ranked: pd.DataFrame) -> list[str]:
    rows = ranked[ranked["block"] != "ranked"].to_dict("records")
    return [
        f"{names.apart(block)}: {names.some([one['unit'] for one in of_block], NAMED)}."
        for block, of_block in groupby(rows, key=lambda one: one["block"])
    ]


def _returns(view: View) -> Page:
    """Who has not sent, who owes an answer, who was late, and what is to be done; also of a later month already due."""
    rows, due = open_or_late(view), owing(view)
    late, told = sum(row.late and row.received_on is not None for row in due), tally(due)
    title = _("{sent} of {due} units have sent their return", sent=number(told.sent), due=number(told.due))
    counts = [
        (number(told.sent - late), _("sent in time")),
        (number(late), _("sent late")),
        (number(len(told.missing)), _("have sent nothing")),
    ]
    if told.sent > len(told.taken):
        title += ", " + _("{taken} taken in", taken=number(len(told.taken)))
    if told.back:
        counts.append((number(len(told.back)), _("sent back")))
    former = "" if all(units()[row.unit].exists(view.on) for row in due) else _("Counted by the units of that time.")
    then = tuple(filter(None, (former, newer(view))))
    if not rows:
        return Page(title, (_("Everyone has sent, in time."), *then), tuple(counts), size=20, notes=(_made_on(view),))
    head = (_("Unit"), _("Standing"), _("Against the due date"), _("To do"))
    said = tuple((names.unit(row.unit), names.standing(row.standing), days_words(row), next_step(row)) for row in rows[:ROWS])
    more = (_("and {count} units more", count=number(len(rows) - ROWS)),) if len(rows) > ROWS else ()
    return Page(title, (*then, *more), tuple(counts), head=head, rows=said, shares=(28, 20, 22, 30), notes=(_made_on(view),))


def _next(view: View, aims: pd.DataFrame) -> Page:
    """The targets behind, the furthest first: what is missing in counts, at which pace, whom to call."""
    found = behind(view, aims[aims["status"] != "no_target"])
    if not found:
        return Page(_("Next: keep up the results"), (_("No target is behind."),), size=20, notes=(_made_on(view),))
    head = (_("Target"), _("Now and missing"), _("Pace"), _("First step"))
    rows = tuple((one.what, one.facts, one.pace or "–", one.step or "–") for one in found)
    notes = [note for one in found for note in noted(view, one.indicator, _period(aims, one.indicator))]
    every = int(aims["status"].isin(SHORT).sum())
    title = _("Next steps: the {count} targets that are behind", count=number(every))
    if every > len(found):
        title = _("Next steps: the {count} targets furthest behind, of {all} that are behind", count=number(len(found)), all=number(every))
    return Page(
        title,
        head=head,
        rows=rows,
        shares=(22, 34, 20, 24),
        notes=tuple(notes),
    )


def _period(aims: pd.DataFrame, code: str) -> Period:
    return Period.parse(aims.loc[aims["indicator"] == code, "figure_period"].iloc[0])


def _card_notes(view: View, found: Sequence[Card]) -> tuple[str, ...]:
    return tuple(note for one in found if one.value is not None for note in noted(view, one.code, one.period))
