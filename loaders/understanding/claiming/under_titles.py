"""Rows under the title of a group that is not of now or not of the whole commune: a plan, a period gone by, a difference, one hamlet."""

from __future__ import annotations

from functools import lru_cache

from catalogue.periods import Period
from loaders.understanding.headings.columns import column_under
from loaders.understanding.headings.match import match
from loaders.understanding.headings.setaside import kept_out
from loaders.understanding.headings.tags import meaning
from loaders.understanding.texts.rowkinds import names_hamlet
from loaders.understanding.texts.words import classes

_TASKS = frozenset({"task"})


def kept_under(titles: tuple[str, ...], whole: Period | None, label: str = "") -> str:
    """Why the rows under these titles hold no figures of the period; empty where they do. A title of tasks assigned is no plan over a
    `label` that speaks of tasks itself."""
    if label and any(meaning(title).tags >= _TASKS for title in titles) and _TASKS & meaning(label).tags:
        return ""
    if titles and "not_now" in classes("lines.csv", titles[0]) and not match(titles[0]).codes:
        return "plan"
    return next((reason for title in titles if (reason := _reason(title, whole))), "")


@lru_cache(maxsize=2048)
def _reason(title: str, whole: Period | None) -> str:
    if names_hamlet(title):
        return "part_of_unit"
    return kept_out(column_under((title, "")), whole, [])
