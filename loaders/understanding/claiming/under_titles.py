"""Rows under the title of a group that is not of now or not of the whole commune: a plan, a period gone by, a difference, one hamlet."""

from __future__ import annotations

import re
from functools import lru_cache

from catalogue.periods import Period
from loaders.understanding.headings.columns import FIGURES, Column, column_under
from loaders.understanding.headings.match import match
from loaders.understanding.headings.setaside import kept_out
from loaders.understanding.headings.tags import meaning
from loaders.understanding.texts.rowkinds import names_hamlet
from loaders.understanding.texts.words import classes, plain

_TASKS = frozenset({"task"})
_AIMS = re.compile(r"\W*(muc tieu|chi tieu|nhiem vu)( cu the| chu yeu| phan dau)? (ve|trong linh vuc)\b")
_RESULT = re.compile(r"\b(thuc hien|ket qua|dat duoc|da dat)\b")


def kept_under(titles: tuple[str, ...], whole: Period | None, label: str = "") -> str:
    """Why the rows under these titles hold no figures of the period; empty where they do. A title of tasks assigned is no plan over a
    `label` that speaks of tasks itself."""
    if label and any(meaning(title).tags >= _TASKS for title in titles) and _TASKS & meaning(label).tags:
        return ""
    if titles and "not_now" in classes("lines.csv", titles[0]) and not match(titles[0]).codes:
        return "plan"
    return next((reason for title in titles if (reason := _reason(title, whole))), "")


def results_of_aims(column: Column, titles: tuple[str, ...]) -> bool:
    """Whether a column says itself that it holds what was done, under the title of a group of aims ("aims on digital skills")."""
    return column.role in FIGURES and bool(_RESULT.search(plain(column.leaf))) and bool(titles) and bool(_AIMS.match(plain(titles[0])))


@lru_cache(maxsize=2048)
def _reason(title: str, whole: Period | None) -> str:
    if names_hamlet(title):
        return "part_of_unit"
    return kept_out(column_under((title, "")), whole, [])
