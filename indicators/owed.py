"""What is still owed of returns that came: the rest of those taken in in part; nothing where only the office has to answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import pandas as pd

from catalogue.issues import BETWEEN_FILES
from store import Store

Rest = Literal["to_fix", "asked", "received"]
_GRAVEST: tuple[Rest, ...] = ("to_fix", "asked", "received")
_OPEN = ("asked", "rejected")


@dataclass(frozen=True, slots=True)
class Owed:
    """`rest` tells by submission, unit and period what is open of a return that was taken in; `of_the_office` are the returns that wait
    for nothing but an answer of the office: their senders owe nothing."""

    rest: Mapping[tuple[int, str, str], Rest] = field(default_factory=dict)
    of_the_office: frozenset[int] = frozenset()


def owed(store: Store, coverage: pd.DataFrame) -> Owed:
    """Of the returns that the rows of `Store.coverage` tell of."""
    asked = coverage[coverage["state"] == "asked"]["submission"].unique()
    left = coverage[(coverage["state"] == "accepted") & (coverage["asked"] + coverage["rejected"] > 0)]["submission"].unique()
    rest: dict[tuple[int, str, str], Rest] = {}
    for submission in left:
        rest |= _rest(store, int(submission))
    return Owed(rest, frozenset(int(one) for one in asked if _of_the_office(store, int(one))))


def _rest(store: Store, submission: int) -> dict[tuple[int, str, str], Rest]:
    """What is open of a return taken in; figures that a later return has brought are owed no more."""
    held = store.observations(submission=submission, status=None, current=False)
    open_ = held[held["status"].isin(_OPEN)]
    fact = ["unit", "period", "element"]
    now = store.observations(sorted(set(open_["period"])), sorted(set(open_["element"])), sorted(set(open_["unit"])))
    brought = set(now[now["submission"] > submission][fact].itertuples(index=False, name=None))
    said = _said(store, submission)
    found: dict[tuple[int, str, str], Rest] = {}
    for unit, period, element, sheet, cell, status in open_[[*fact, "sheet", "cell", "status"]].itertuples(index=False, name=None):
        if (unit, period, element) in brought:
            continue
        is_: Rest = "to_fix" if status == "rejected" else said.get((sheet, cell), "received")
        found[submission, unit, period] = min(found.get((submission, unit, period), is_), is_, key=_GRAVEST.index)
    return found


def _said(store: Store, submission: int) -> dict[tuple[str, str], Rest]:
    """By sheet and cell, what its sender owes for it: a cell found wrong is to be mended, one that is asked about to be answered for."""
    found: dict[tuple[str, str], Rest] = {}
    for question in _questions(store, submission):
        if question["kind"] not in BETWEEN_FILES:
            found |= dict.fromkeys(map(_place, (*question["cells"], f"{question['sheet']}!{question['cell']}")), "asked")
    wrong = [(one.sheet, one.cell) for one in store.issues(submission) if one.severity == "error"]
    return found | dict.fromkeys(wrong, "to_fix")


def _of_the_office(store: Store, submission: int) -> bool:
    """Whether all that is asked of a return is for the office to decide: whether it takes the place of figures there are."""
    kinds = {one["kind"] for one in _questions(store, submission)}
    doubts = {one.code for one in store.issues(submission) if one.severity != "warning"}
    return bool(kinds) and kinds | doubts <= BETWEEN_FILES


def _questions(store: Store, submission: int) -> list[dict]:
    told = store.reading(submission) or {}
    return list(told.get("questions", ()))


def _place(text: str) -> tuple[str, str]:
    sheet, _mark, cell = text.rpartition("!")
    return sheet, cell
