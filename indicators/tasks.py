"""Counts that the register of assigned tasks tells: computed here, never typed, and traced back to the tasks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from catalogue.indicators import Indicator
from catalogue.periods import Period
from catalogue.tasks import Measure, TaskCount, task_counts
from indicators.punctuality import SYSTEM
from indicators.words import codes_of
from store import Task

REGISTER = "register of tasks"
"""What stands in the place of a sheet for counts made here; the cell names the tasks by their numbers."""
SOON = 7
STATES = ("late", "soon", "doing", "open", "done_late", "done")


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a task stands on a day. `days` to its date (negative: past it; of a done one, of the day it was done), None without one."""

    state: str
    days: int | None


def standing(task: Task, on: dt.date) -> Standing:
    """late, soon (due within a week), doing (something was done), open; done, done_late."""
    day = task.done_on or on
    days = (task.due_on - day).days if task.due_on else None
    if task.done_on:
        return Standing("done_late" if days is not None and days < 0 else "done", days)
    if days is not None and days <= SOON:
        return Standing("late" if days < 0 else "soon", days)
    return Standing("doing" if task.progress else "open", days)


def in_order(tasks: Iterable[Task], on: dt.date) -> list[Task]:
    """Late ones first, the latest on top, then by date; done ones last, those done most recently first."""

    def place(task: Task) -> tuple:
        found = standing(task, on)
        if task.done_on:
            return 1, -task.done_on.toordinal(), task.title
        return 0, found.days if found.days is not None else 10**6, task.title

    return sorted(tasks, key=place)


def counts(tasks: Iterable[Task], on: dt.date) -> dict[str, int]:
    """How many tasks stand how, by every state."""
    states = [standing(task, on).state for task in tasks]
    return {state: states.count(state) for state in STATES}


def counted_here(indicator: Indicator) -> bool:
    """Whether the figure is counted by the system, from arrivals or from the register of tasks: it is there before anybody has sent."""
    made_of = {code for version in indicator.versions for code in codes_of(version)}
    return indicator.sources == SYSTEM or (bool(made_of) and made_of <= {count.element for count in task_counts()})


def siblings(elements: Sequence[str]) -> list[str]:
    """The elements asked for and those that come from the same tasks: both sides of a rate have one source."""
    families = {count.plans for count in task_counts() if count.element in set(elements)}
    return list(dict.fromkeys((*elements, *(count.element for count in task_counts() if count.plans in families))))


def joined(typed: pd.DataFrame, tasks: Sequence[Task], periods: Sequence[str], on: dt.date) -> pd.DataFrame:
    """Observations with those of the register: in the place of typed ones, or only where none of its kind was typed, as declared.

    A register that stands behind a return fills only what it knows: where it holds no task due in a month, the unit may have had
    others, so the month stays unreported and is no zero.

    `typed` holds unit, period, basis, element, value and perhaps more; ask for `siblings` of what is wanted.
    """
    families = {count.plans for count in task_counts()}
    for plans in sorted(families):
        family = [count for count in task_counts() if count.plans == plans]
        made = _made(family, tasks, [Period.parse(text) for text in periods], on)
        if len(made):
            typed = _laid(typed, made, family)
    return typed


def _laid(typed: pd.DataFrame, made: pd.DataFrame, family: Sequence[TaskCount]) -> pd.DataFrame:
    mine = typed["element"].isin([count.element for count in family])
    spoken = {
        (unit, month) for unit, text in zip(typed.loc[mine, "unit"], typed.loc[mine, "period"], strict=True) for month in _months(text)
    }
    if family[0].before_typed:
        known = set(zip(made["unit"], made["period"], strict=True))
        told = [bool({(u, m) for m in _months(p)} & known) for u, p in zip(typed["unit"], typed["period"], strict=True)]
        typed = typed[~(mine & pd.Series(told, index=typed.index, dtype=bool))]
    else:
        made = made[[pair not in spoken for pair in zip(made["unit"], made["period"], strict=True)]]
        made = made[made.groupby(["unit", "period"])["value"].transform("max") > 0]
    return pd.concat([typed, made[[name for name in made if name in typed]]], ignore_index=True)


def _months(period: object) -> list[str]:
    return [str(month) for month in Period.parse(str(period)).months]


def _made(family: Sequence[TaskCount], tasks: Sequence[Task], periods: Sequence[Period], on: dt.date) -> pd.DataFrame:
    """A row each unit, month and count, from the month of a unit's first task to the month of the day it is looked at."""
    mine = [task for task in tasks if any(count.covers(task.plan) for count in family)]
    months = [period for period in periods if period.kind == "month" and period.start() <= on]
    rows = [
        (unit, str(month), "in_period" if count.measure in ("due", "done_on_time") else "to_date", count.element, float(len(found)),
         REGISTER, " + ".join(str(task.id) for task in found), "; ".join(task.title for task in found), "accepted", 0)
        for unit, own in _by_unit(mine)
        for month in months
        if min(task.assigned_on for task in own) <= month.end()
        for count in family
        for found in [[task for task in own if count.covers(task.plan) and counted(task, count.measure, month, on)]]
    ]  # fmt: skip
    columns = ["unit", "period", "basis", "element", "value", "sheet", "cell", "raw", "status", "submission"]
    return pd.DataFrame(rows, columns=columns)


def _by_unit(tasks: Iterable[Task]) -> Iterator[tuple[str, list[Task]]]:
    found: dict[str, list[Task]] = {}
    for task in tasks:
        found.setdefault(task.unit, []).append(task)
    yield from found.items()


def counted(task: Task, measure: Measure, month: Period, on: dt.date) -> bool:
    """Whether a task is counted in a month, by what was known on the day."""
    first, last = month.start(), min(month.end(), on)
    done = task.done_on is not None and task.done_on <= last
    if measure == "assigned":
        return task.assigned_on <= last
    if measure == "done":
        return done and task.assigned_on <= last
    due = task.due_on is not None and first <= task.due_on <= month.end() and task.assigned_on <= last
    if measure == "due":
        return due
    return due and task.done_on is not None and task.due_on is not None and task.done_on <= min(task.due_on, on)
