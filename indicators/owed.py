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
_FACT = ["unit", "period", "element"]


@dataclass(frozen=True, slots=True)
class Owed:
    """`rest` tells by submission, unit and period what is open of a return that was taken in; `of_the_office` are the returns that wait
    for nothing but an answer of the office: their senders owe nothing. `further` are returns, by submission, unit and period, of which
    something is asked or wrong that other returns taken in have brought already."""

    rest: Mapping[tuple[int, str, str], Rest] = field(default_factory=dict)
    of_the_office: frozenset[int] = frozenset()
    further: frozenset[tuple[int, str, str]] = frozenset()


def owed(store: Store, coverage: pd.DataFrame) -> Owed:
    """Of the returns that the rows of `Store.coverage` tell of."""
    asked = coverage[coverage["state"] == "asked"]["submission"].unique()
    left = coverage[(coverage["state"] == "accepted") & (coverage["asked"] + coverage["rejected"] > 0)]["submission"].unique()
    rest: dict[tuple[int, str, str], Rest] = {}
    for submission in left:
        rest |= _rest(store, int(submission))
    ours = frozenset(int(one) for one in asked if _of_the_office(store, int(one)))
    return Owed(rest, ours, _further(store, coverage[~coverage["submission"].isin(ours)]))


def _further(store: Store, coverage: pd.DataFrame) -> frozenset[tuple[int, str, str]]:
    """The returns still open, of units whose figures for all that is open in them count already, as other returns gave them."""
    place = ["unit", "period"]
    taken = set(coverage[coverage["state"] == "accepted"][place].itertuples(index=False, name=None))
    waiting = coverage[coverage["state"].isin(("asked", "to_fix"))]
    beside = [one for one in waiting[["submission", *place]].itertuples(index=False, name=None) if one[1:] in taken]
    found: set[tuple[int, str, str]] = set()
    for submission in dict.fromkeys(one[0] for one in beside):
        open_ = _open(store, int(submission))
        count = _count(store, open_)
        for unit, period in (one[1:] for one in beside if one[0] == submission):
            mine = set(open_[(open_["unit"] == unit) & (open_["period"] == period)][_FACT].itertuples(index=False, name=None))
            if mine and mine <= count.keys():
                found.add((int(submission), unit, period))
    return frozenset(found)


def _open(store: Store, submission: int) -> pd.DataFrame:
    """The figures of a return that are asked or wrong."""
    held = store.observations(submission=submission, status=None, current=False)
    return held[held["status"].isin(_OPEN)]


def _count(store: Store, figures: pd.DataFrame) -> dict[tuple[str, str, str], int]:
    """By unit, period and element the (latest) return that brought a figure which counts now, for those of `figures`."""
    now = store.observations(sorted(set(figures["period"])), sorted(set(figures["element"])), sorted(set(figures["unit"])))
    rows = now.sort_values("submission")[[*_FACT, "submission"]].itertuples(index=False, name=None)
    return {(unit, period, element): int(by) for unit, period, element, by in rows}


def _rest(store: Store, submission: int) -> dict[tuple[int, str, str], Rest]:
    """What is open of a return taken in; figures that a later return has brought are owed no more."""
    open_ = _open(store, submission)
    brought = {fact for fact, by in _count(store, open_).items() if by > submission}
    said = _said(store, submission)
    found: dict[tuple[int, str, str], Rest] = {}
    for unit, period, element, sheet, cell, status in open_[[*_FACT, "sheet", "cell", "status"]].itertuples(index=False, name=None):
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
