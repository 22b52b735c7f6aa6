"""The plans that tasks are assigned by, and which counts their register tells."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from catalogue.tables import rows, words
from catalogue.text import fold

Measure = Literal["due", "done_on_time", "assigned", "done"]
EVERY = "*"


@dataclass(frozen=True, slots=True)
class Plan:
    """One plan whose tasks are kept together; `words` are those by which its documents are known."""

    code: str
    name_vi: str
    name_en: str
    legal_basis: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TaskCount:
    """A count that the register of tasks tells: of which plans ("*": all) and how.

    due, done_on_time: tasks whose date falls within the period, a flow; assigned, done: tasks by the end of it, a stock.
    `before_typed`: where units typed the count too, the register goes before it; else the typed one does.
    """

    element: str
    plans: tuple[str, ...]
    measure: Measure
    before_typed: bool

    def covers(self, plan: str) -> bool:
        """Whether tasks of the plan are counted."""
        return EVERY in self.plans or plan in self.plans


@cache
def task_plans() -> dict[str, Plan]:
    """Every plan by its code, in order; the last takes what belongs to no other."""
    found = sorted(rows("task_plans.csv", ("code",)), key=lambda row: int(row["order"]))
    return {r["code"]: Plan(r["code"], r["name_vi"], r["name_en"], words(r["legal_basis"]), words(r["words"], "|")) for r in found}


@cache
def task_counts() -> tuple[TaskCount, ...]:
    """The rows of data/task_counts.csv."""
    found = rows("task_counts.csv", ("element",))
    return tuple(TaskCount(r["element"], words(r["plans"]), cast(Measure, r["measure"]), r["before_typed"] == "yes") for r in found)


def plan_of(text: str) -> str:
    """The first plan one of whose words stands in a text (a document, a title); the last plan when none does."""
    here = f" {fold(text)} "
    for plan in task_plans().values():
        if any(f" {fold(word)} " in here for word in plan.words):
            return plan.code
    return list(task_plans())[-1]
