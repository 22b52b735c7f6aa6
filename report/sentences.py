"""Figures as sentences: what was reached, of what, against what, and how it moved; each number carries the id of its figure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from catalogue.indicators import Indicator
from catalogue.language import _, day, number
from catalogue.periods import Period
from indicators.expected import Standing
from indicators.thresholds import thresholds
from report import wording
from report.content import Paragraph, Run, filled, joined
from report.facts import Fact, Move, Place, sent, trace_id

Runs = tuple[Run, ...]
MOST_NAMED = 6
NOTHING: Mapping[str, Standing] = MappingProxyType({})
WHO = {"none": "not yet: {units}", "back": "sent back, not come mended: {units}", "open": "still being checked: {units}"}
"""What is said of the units without figures, by what is known of their return."""


def data_told(found: Sequence[Fact], period: Period, came: Mapping[str, Standing] = NOTHING) -> list[Paragraph]:
    """Of which days the figures are and how many units stand behind them, once for the whole part; who is silent. Nothing where no
    figure is of the period."""
    mine = [fact for fact in found if fact.period == period]
    asked = [fact for fact in mine if sent(fact, period)]
    if not asked:
        said = _(
            "Nothing has been sent for {period} yet: the figures below are the last ones there are, each with its period in brackets.",
            period=wording.period(period),
        )
        return [Paragraph("text", (Run(said),), "2/data")]
    calendar, _count = Counter(fact.indicator.calendar for fact in asked).most_common(1)[0]
    days = _(
        "The figures of {period} are of {first} to {last}",
        period=wording.period(period),
        first=day(period.start(calendar)),
        last=day(period.end(calendar)),
    )
    covered, _pair = coverage(asked, period, came)
    others = " " + _("A figure of another period has it in brackets.") if len(mine) < len(found) else ""
    return [Paragraph("text", (Run(f"{days}; {covered}.{others}" if covered else f"{days}.{others}"),), "2/data")]


def group(
    name: str, key: str, found: Sequence[Fact], period: Period, came: Mapping[str, Standing] = NOTHING, told: str = ""
) -> list[Paragraph]:
    """One bullet for a group, and a line under it for each of its indicators; `came` tells of returns not in force. Who stands behind
    it is left out where it was `told`."""
    covered, common = coverage(found, period, came)
    covered = "" if covered == told else covered
    head = filled(_("{name} ({coverage}):"), name=name, coverage=covered) if covered else filled(_("{name}:"), name=name)
    lines = [Paragraph("detail", sentence(fact, period, common), f"2/{fact.indicator.code}") for fact in found]
    return [Paragraph("bullet", head, f"2/{key}"), *lines]


def coverage(found: Sequence[Fact], period: Period, came: Mapping[str, Standing] = NOTHING) -> tuple[str, tuple[int, int]]:
    """How many units stand behind most of the figures, with who is silent and of when where that is another period; and that pair of
    numbers."""
    counts = Counter((fact.reporting, fact.due) for fact in found if fact.places)
    if not counts:
        return "", (0, 0)
    pair = max(counts, key=lambda one: (counts[one], one))
    example = next(fact for fact in found if fact.places and (fact.reporting, fact.due) == pair)
    said = _reported(example)
    silent = example.silent
    if pair[0] < pair[1] and silent:
        said += "".join(f"; {words.format(units=_named(some))}" for words, some in sorted_out(silent, came, WHO) if some)
    if example.period != period:
        said = _("{period}: {covered}", period=wording.period(example.period), covered=said)
    return said, pair


def sorted_out(units: Sequence[str], came: Mapping[str, Standing], words: Mapping[str, str]) -> list[tuple[str, list[str]]]:
    """Units without figures by what is known of their return, each sort with its words: none came, sent back, still looked at."""
    sorts: dict[str, list[str]] = {sort: [] for sort in words}
    for unit in units:
        standing = came.get(unit)
        sorts["none" if standing is None else "back" if standing == "returned" else "open"].append(unit)
    return [(_(words[sort]), some) for sort, some in sorts.items()]


def _reported(fact: Fact) -> str:
    kinds = wording.kinds(place.unit for place in fact.places)
    return _("{reporting}/{due} {kinds} reported", reporting=number(fact.reporting), due=number(fact.due), kinds=kinds)


def _named(units: Sequence[str]) -> str:
    names = wording.listed(wording.unit(one) for one in units[:MOST_NAMED])
    rest = len(units) - MOST_NAMED
    return names if rest <= 0 else _("{names} and {count} others", names=names, count=number(rest))


def sentence(fact: Fact, period: Period, common: tuple[int, int]) -> Runs:
    """Value and counts; how complete; target and what is missing; changes; best and worst."""
    pieces = [_value(fact, period, common)]
    pieces += [piece for piece in (_aim(fact), _moved(fact), _extremes(fact)) if piece]
    return (*joined(pieces), Run("."))


def _value(fact: Fact, period: Period, common: tuple[int, int]) -> Runs:
    name = named(fact, period)
    if fact.state == "zero_denominator" or fact.value is None:
        return filled(_("{name}: nothing arose"), name=name)
    better_up = fact.indicator.better == "up" and fact.indicator.unit == "percent"
    template = _("{name} reaches {value}") if better_up else _("{name} is {value}")
    said = filled(template, name=name, value=value_runs(fact, fact.period, fact.indicator))
    gaps = [Run(f" ({text})") for text in _gaps(fact, common)]
    return (*said, *gaps)


def named(fact: Fact, period: Period) -> str:
    """The indicator, with the period of its figure where that is not the one reported on."""
    name = fact.indicator.name_vi
    return name if fact.period == period else _("{name} ({period})", name=name, period=wording.period(fact.period))


def value_runs(of: Fact | Place, period: Period, indicator: Indicator) -> Runs:
    """A value with its counts, both traced; a percentage without counts says that it has none."""
    trace = trace_id(indicator.code, of.unit, period)
    return tuple(Run(text, trace if counted else "") for text, counted in _pieces(of, indicator))


def _pieces(of: Fact | Place, indicator: Indicator) -> Iterator[tuple[str, bool]]:
    """The words of a value, and which of them are numbers."""
    unit = wording.counted(indicator)
    if indicator.unit == "count":
        yield from ((number(of.value, None), True), (f" {unit}", False))
        return
    if indicator.unit == "points":
        yield from ((number(of.value, indicator.decimals), True), (" " + _("points"), False))
        return
    above, below = of.numerator, of.denominator
    yield wording.rate(of.value or 0.0, indicator.decimals, whole=above is None or above in (0, below)), True
    if above is None or below is None:
        yield " (" + _("only the percentage was reported") + ")", False
    else:
        yield from ((" (", False), (f"{number(above, None)}/{number(below, None)}", True), (f" {unit})", False))


def _gaps(fact: Fact, common: tuple[int, int]) -> Iterator[str]:
    """What the figure leaves out, where the head of the group has not said it, or where the figure would read as complete."""
    if not fact.places or fact.whole:
        return
    full = fact.numerator is not None and fact.numerator == fact.denominator
    if fact.reporting < fact.due and ((fact.reporting, fact.due) != common or full):
        yield _("of the {reported} only", reported=_reported(fact))
    elif fact.reporting == fact.due and fact.months < fact.months_due:
        yield _("with {months}/{due} monthly returns", months=number(fact.months), due=number(fact.months_due))


def _aim(fact: Fact) -> Runs:
    aim = fact.aim
    if aim is None or fact.value is None:
        return ()
    words = {
        "reached": _("{when} ({bound}) is reached"),
        "on_pace": _("on pace for {when} ({bound})"),
        "behind": _("{when} ({bound}) is not reached, behind the pace"),
        "off_track": _("{when} ({bound}) is not reached, far behind the pace"),
        "missed": _("{when} ({bound}) is missed, its day has passed"),
    }
    if aim.status not in words:
        return ()
    bound = wording.bound(aim.value, aim.operator, fact.indicator.unit == "percent")
    said = filled(words[aim.status], when=wording.target_of(aim.by), bound=bound)
    return (*said, *missing(fact)) if aim.status != "reached" else said


def missing(fact: Fact) -> Runs:
    """What is still to be done for the target, in counts."""
    if fact.aim is None or not fact.aim.gap:
        return ()
    gap = Run(number(fact.aim.gap, 0), trace_id(fact.indicator.code, fact.unit, fact.period))
    template = _(", {count} {unit} too many") if fact.indicator.better == "down" else _(", {count} {unit} short of it")
    return filled(template, count=gap, unit=wording.counted(fact.indicator))


def _moved(fact: Fact) -> Runs:
    return joined([move for move in _moves(fact) if move], ", ")


def _against(fact: Fact, move: Move) -> str:
    """What a figure is compared with, in words."""
    if move.before == fact.period.year_before and move.before != fact.period.previous:
        return _("the same period of {year}", year=str(move.before.year))
    return wording.period(move.before)


def _still(fact: Fact, move: Move) -> bool:
    decimals = 1 if fact.indicator.unit == "percent" else 0
    return move.amount is not None and number(abs(move.amount), decimals) == number(0, decimals)


def _moves(fact: Fact) -> Iterator[Runs]:
    """One phrase for each change; where nothing changed, one for all."""
    trace = trace_id(fact.indicator.code, fact.unit, fact.period)
    if len(fact.moves) > 1 and all(_still(fact, move) for move in fact.moves):
        periods = _(" and ").join(_against(fact, move) for move in fact.moves)
        yield filled(_("unchanged against {period}"), period=periods)
        return
    for move in fact.moves:
        against = _against(fact, move)
        if move.amount is None:
            yield filled(_("not comparable with {period}: the way of counting changed"), period=against)
            continue
        if _still(fact, move):
            yield filled(_("unchanged against {period}"), period=against)
            continue
        rate = fact.indicator.unit == "percent"
        amount = Run(number(abs(move.amount), 1 if rate else 0), trace)
        unit = _("percentage points") if rate else _("points") if fact.indicator.unit == "points" else wording.counted(fact.indicator)
        template = _("up {amount} {unit} against {period}") if move.amount > 0 else _("down {amount} {unit} against {period}")
        yield filled(template, amount=amount, unit=unit, period=against)


def _extremes(fact: Fact) -> Runs:
    """The best and the worst of the communes that can be compared."""
    ranked = [place for place in fact.places if place.block == "ranked"]
    if len(ranked) < 2 or fact.indicator.unit != "percent":
        return ()
    first, last = ranked[0], ranked[-1]
    if first.value == last.value:
        return ()
    tied = sum(place.value == first.value for place in ranked)
    alike = Run(" " + _("and {count} more units at the same level", count=number(tied - 1))) if tied > 1 else Run("")
    up = fact.indicator.better == "up"
    said = filled(
        _("highest {best} {best_value}, lowest {worst} {worst_value}")
        if up
        else _("lowest {best} {best_value}, highest {worst} {worst_value}"),
        best=wording.unit(first.unit),
        best_value=[*value_runs(first, first.period, fact.indicator), *([alike] if alike.text else [])],
        worst=wording.unit(last.unit),
        worst_value=value_runs(last, last.period, fact.indicator),
    )
    return (*said, *_left_out(fact))


def _left_out(fact: Fact) -> Runs:
    """That some units count too few to be compared: else the worst named may be better than the whole."""
    small = sum(place.block == "small" for place in fact.places)
    if not small:
        return ()
    least = number(thresholds().rank_denominator, 0)
    return (
        Run(
            " "
            + _(
                "({count} units with fewer than {least} {unit} left out)",
                count=number(small),
                least=least,
                unit=wording.counted(fact.indicator),
            )
        ),
    )
