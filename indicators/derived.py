"""Counts that follow from others: where nobody typed the whole, the declared sum of its parts stands for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

import pandas as pd

from catalogue.indicators import Formula
from catalogue.tables import rows

KEY = ["unit", "period", "basis"]
TEXTS = ("cell", "raw")
Formulas = Mapping[str, tuple[Formula, ...]]


@cache
def declared_formulas() -> Formulas:
    """Element to the ways of computing it (data/derivations.csv), the first that can be used goes before the others."""
    found: dict[str, tuple[Formula, ...]] = defaultdict(tuple)
    for row in rows("derivations.csv"):
        found[row["element"]] += (Formula.parse(row["formula"]),)
    return dict(found)


def needed(elements: Sequence[str], formulas: Formulas) -> list[str]:
    """The elements asked for and those that may stand in for them."""
    parts = (code for element in elements for formula in formulas.get(element, ()) for code in formula.elements)
    return list(dict.fromkeys((*elements, *parts)))


def completed(frame: pd.DataFrame, elements: Sequence[str], formulas: Formulas) -> pd.DataFrame:
    """`frame` (unit, period, basis, element, value and perhaps sheet, cell, raw, submission) with the elements asked for alone.

    A typed value always goes before a computed one. A computed row names all its cells, joined by " + "; its sheet and
    submission are those of the first part.
    """
    typed = frame[frame["element"].isin(list(elements))]
    added = [row for element in elements if element in formulas for row in _added(frame, element, formulas[element])]
    return stacked([typed, *added]) if added else typed


def stacked(frames: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Frames one under the other. A category of the first stays one, of the texts of all; pandas would write every text out."""
    first = frames[0]
    for name in [str(name) for name in first if isinstance(first[name].dtype, pd.CategoricalDtype)]:
        texts = sorted({str(text) for frame in frames for text in _texts(frame[name])})
        kind = pd.CategoricalDtype(pd.Index(texts, dtype="str"))
        frames = [frame.assign(**{name: frame[name].astype(kind)}) for frame in frames]
    return pd.concat(frames, ignore_index=True)


def _texts(column: pd.Series) -> pd.Index:
    return column.cat.categories if isinstance(column.dtype, pd.CategoricalDtype) else pd.Index(column.unique())


def _added(frame: pd.DataFrame, element: str, ways: Sequence[Formula]) -> list[pd.DataFrame]:
    have = pd.MultiIndex.from_frame(_plain(frame, element)[KEY])
    added = []
    for formula in ways:
        found = _computed(frame, formula)
        keys = pd.MultiIndex.from_frame(found[KEY])
        fresh = found[~keys.isin(have)].assign(element=element)
        if len(fresh):
            added.append(fresh)
            have = have.append(pd.MultiIndex.from_frame(fresh[KEY]))
    return added


def _plain(frame: pd.DataFrame, element: str) -> pd.DataFrame:
    """The rows of one element, one a key, without categories."""
    mine = frame[frame["element"] == element]
    texts = {name: mine[name].astype(str) for name in (*KEY, "element")}
    return mine.assign(**texts).drop_duplicates(KEY, keep="last")


def _computed(frame: pd.DataFrame, formula: Formula) -> pd.DataFrame:
    """The sum of the terms where all of them are there."""
    (sign, code), *others = formula.terms
    total = _plain(frame, code)
    total["value"] = sign * total["value"]
    for sign, code in others:
        part = _plain(frame, code)[[*KEY, "value", *(name for name in TEXTS if name in frame)]]
        total = total.merge(part, on=KEY, suffixes=("", "_next"))
        total["value"] += sign * total.pop("value_next")
        for name in TEXTS:
            if name in frame:
                total[name] = total[name].astype(str) + " + " + total.pop(f"{name}_next").astype(str)
    return total
