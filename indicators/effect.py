"""What a return would do before it is accepted: which values it adds or changes, and which figures move because of them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import pandas as pd

from catalogue.periods import Period

KEY = ["unit", "period", "basis", "element"]
FIGURE_KEY = ["indicator", "unit", "period"]
FIGURE_PARTS = ["value", "numerator", "denominator", "state"]


def value_changes(current: pd.DataFrame, incoming: pd.DataFrame) -> pd.DataFrame:
    """Each accepted value of `incoming` beside the one now current.

    Columns: unit, period, basis, element, old (NaN when there was none), new, kind: "new" | "changed" | "same".
    Both frames have the columns of `Store.observations`; a value given twice counts once, the last one.
    """
    new = _last(incoming[incoming["status"] == "accepted"]).rename(columns={"value": "new"})
    old = _last(current).rename(columns={"value": "old"})
    both = new.merge(old, on=KEY, how="left")
    both["kind"] = "changed"
    both.loc[both["old"].isna(), "kind"] = "new"
    both.loc[both["old"] == both["new"], "kind"] = "same"
    return both[[*KEY, "old", "new", "kind"]]


def after_acceptance(current: pd.DataFrame, incoming: pd.DataFrame) -> pd.DataFrame:
    """The current observations as they would stand once the accepted values of `incoming` are taken in."""
    accepted = incoming[incoming["status"] == "accepted"]
    columns = [c for c in current.columns if c in accepted.columns] if len(current.columns) else list(accepted.columns)
    stacked = accepted[columns] if current.empty else pd.concat([current[columns], accepted[columns]], ignore_index=True)
    return stacked.drop_duplicates(KEY, keep="last").reset_index(drop=True)


def moved_figures(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """The figures of `after` that differ from `before`, in the order of `after`.

    Columns: indicator, unit, period, and for each of value, numerator, denominator and state a `_before` and an `_after`;
    a figure that was not there before has an empty `_before`.
    """
    both = after[FIGURE_KEY + FIGURE_PARTS].merge(
        before[FIGURE_KEY + FIGURE_PARTS], on=FIGURE_KEY, how="left", suffixes=("_after", "_before")
    )
    differs = pd.Series(False, index=both.index)
    for part in FIGURE_PARTS:
        new, old = both[f"{part}_after"], both[f"{part}_before"]
        differs |= (new != old) & ~(new.isna() & old.isna())
    return both[differs].reset_index(drop=True)


LEAST_REPEATED = 10
"""Smaller numbers are the same again by chance."""


def repeated(incoming: pd.DataFrame, earlier: pd.DataFrame) -> pd.DataFrame:
    """The accepted counts of what happened in a period that are those of the period before, unit by unit: copied perhaps. Rows of
    `incoming`; `earlier` holds what is known of the periods before."""
    known = {tuple(row) for row in earlier[[*KEY, "value"]].itertuples(index=False)}
    happened = incoming[(incoming["status"] == "accepted") & (incoming["basis"] == "in_period") & (incoming["value"] >= LEAST_REPEATED)]
    before = [str(Period.parse(text).previous) for text in happened["period"]]
    looked = happened.assign(period=before)[[*KEY, "value"]].itertuples(index=False)
    return happened[[tuple(row) in known for row in looked]]


@dataclass(frozen=True, slots=True)
class Untold:
    """A rate of a unit that a return begins to tell and that has no value yet, with the counts that are still missing for it."""

    indicator: str
    unit: str
    period: str
    lacking: tuple[str, ...]


def untold(
    after: pd.DataFrame, observed: pd.DataFrame, formulas: Mapping[str, tuple[Collection[str], Collection[str]]]
) -> tuple[Untold, ...]:
    """The figures of `after` that stay without a value although the counts above their line are `observed` for that unit and period;
    `formulas` names the counts above and below the line of each indicator. What is below one line is below many: it alone tells nothing."""
    held: dict[tuple[str, str], set[str]] = {}
    for unit, period, element in observed[["unit", "period", "element"]].astype(str).itertuples(index=False, name=None):
        held.setdefault((unit, period), set()).add(element)
    found = []
    silent = after.loc[after["state"] == "missing", FIGURE_KEY].astype(str)
    for indicator, unit, period in silent.itertuples(index=False, name=None):
        (above, below), there = formulas[indicator], held.get((unit, period), set())
        lacking = tuple(code for code in below if code not in there)
        if lacking and there.issuperset(above):
            found.append(Untold(indicator, unit, period, lacking))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Beyond:
    """One rate whose part is more than its whole."""

    indicator: str
    unit: str
    period: str
    numerator: float
    denominator: float


def beyond(moved: pd.DataFrame, shares: Collection[str]) -> tuple[Beyond, ...]:
    """The same one by one."""
    columns = [*FIGURE_KEY, "numerator_after", "denominator_after"]
    return tuple(Beyond(*row) for row in above_the_whole(moved, shares)[columns].itertuples(index=False, name=None))


def above_the_whole(moved: pd.DataFrame, shares: Collection[str]) -> pd.DataFrame:
    """The rows of `moved_figures` whose part would be more than the whole; `shares` are the indicators where that cannot be."""
    return moved[moved["indicator"].isin(list(shares)) & (moved["numerator_after"] > moved["denominator_after"])].reset_index(drop=True)


def _last(observations: pd.DataFrame) -> pd.DataFrame:
    return observations[[*KEY, "value"]].drop_duplicates(KEY, keep="last")
