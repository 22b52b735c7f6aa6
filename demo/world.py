"""The world behind the demo workbooks: one consistent set of monthly counts, grown from declared rules and a seed."""

from __future__ import annotations

import zlib
from functools import cache

import numpy as np

from catalogue.periods import Period
from demo.declarations import Place, Rule, Story, parts, places, rules, settings, stories

Series = dict[str, list[int]]


@cache
def rules_by_name() -> dict[str, Rule]:
    """The rules by the count they make."""
    return {rule.name: rule for rule in rules()}


@cache
def history(unit: str) -> Series:
    """Every count of one old unit: element to a value a month. Month by month, so that what is left over is carried on."""
    place = places()[unit]
    chances = {rule.name: _noise(unit, rule) for rule in rules()}
    told = [story for story in stories() if unit in {part.unit for part in parts(story.unit)}]
    series: Series = {rule.name: [] for rule in rules()}
    for at in range(len(settings().months)):
        for rule in rules():
            counted = _count(rule, place, series, at, chances[rule.name][at])
            series[rule.name].append(_told(told, unit, rule.name, at, counted))
    return series


def _noise(unit: str, rule: Rule) -> np.ndarray:
    seed = zlib.crc32(f"{settings().seed} {unit} {rule.name}".encode())
    return np.random.default_rng(seed).normal(0, rule.noise or 1e-9, len(settings().months))


def _count(rule: Rule, place: Place, series: Series, at: int, chance: float) -> int:
    before = series[rule.name][at - 1] if at else 0
    if rule.rule == "before":
        name = rule.of[0][1]
        return series[name][at - 1] if at else int(rule.low)
    base = sum(sign * (place.sizes[name] if name in place.sizes else series[name][at]) for sign, name in rule.of)
    if rule.rule == "sum":
        return int(base)
    month = settings().months[at]
    if rule.rule == "yearly" and at and month.number != 1:
        return before
    rate = _rate(rule, place, at, chance)
    grown = round(base * rate)
    if rule.rule == "keep":
        return min(max(before, grown), max(int(base * max(1, rule.high)), before))
    if rule.rule == "yearly":
        return round(grown, -1)
    if rule.rule == "money":
        return round(grown, -3)
    return min(grown, int(base)) if rule.rule == "share" else grown


def _rate(rule: Rule, place: Place, at: int, chance: float) -> float:
    """Where between low and high the unit stands: by its month, and a little by its pace (levels are the same for all)."""
    way = at / (len(settings().months) - 1)
    pace = place.sizes["pace"] if rule.rule in ("share", "keep") and rule.high <= 1 else 0
    season = settings().season[settings().months[at].number - 1] if rule.season else 1
    span = rule.high - rule.low
    rate = rule.low + span * way + abs(span) * pace
    noisy = rate + chance if rule.rule in ("share", "keep") else rate * (1 + chance)
    return max(0.0, noisy * season)


def _told(told: list[Story], unit: str, name: str, at: int, counted: int) -> int:
    """The count after the stories about it: set or scaled for each old part, shifted in the first part alone."""
    month = settings().months[at]
    for story in told:
        if story.element != name or not story.first <= month <= story.last:
            continue
        if story.action == "set":
            counted = int(story.value)
        elif story.action == "scale":
            counted = round(counted * story.value)
        elif story.action == "shift" and unit == parts(story.unit)[0].unit:
            counted += int(story.value)
    return counted


def value(unit: str, element: str, period: Period, basis: str = "in_period") -> int:
    """One count of one unit: over the period, or since January of its year (`year_to_date`); a stock at the end of it."""
    months = settings().months
    last = months.index(period.months[-1])
    first = last - months[last].number + 1 if basis == "year_to_date" else last - len(period.months) + 1
    found = list(range(first, last + 1))
    return sum(_over(history(part.unit), element, found) for part in parts(unit))


def _over(series: Series, element: str, months: list[int]) -> int:
    rule = rules_by_name()[element]
    if rule.over == "parts":
        return sum(sign * _over(series, name, months) for sign, name in rule.of)
    values = [series[element][at] for at in months]
    return {"add": sum(values), "last": values[-1], "first": values[0]}[rule.over]


def total(unit: str, formula: tuple[tuple[int, str], ...], period: Period, basis: str = "in_period") -> int:
    """The value of a formula of counts."""
    return sum(sign * value(unit, name, period, basis) for sign, name in formula)
