"""Counts that follow from others: where nobody typed the whole, the declared sum of its parts stands for it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

import numpy as np
import numpy.typing as npt
import pandas as pd

from catalogue.derivations import Formulas
from catalogue.indicators import Formula

KEY = ["unit", "period", "basis"]
TEXTS = ("cell", "raw")


def needed(elements: Sequence[str], formulas: Formulas) -> list[str]:
    """The elements asked for and those that may stand in for them."""
    parts = (code for element in elements for formula in formulas.get(element, ()) for code in formula.elements)
    return list(dict.fromkeys((*elements, *parts)))


def completed(frame: pd.DataFrame, elements: Sequence[str], formulas: Formulas) -> pd.DataFrame:
    """`frame` (unit, period, basis, element, value and perhaps sheet, cell, raw, submission) with the elements asked for alone.

    A typed value always goes before a computed one. A computed row names all its cells, joined by " + "; its sheet and
    submission are those of the first part.
    """
    asked = frame["element"].isin(list(elements)).to_numpy()
    typed = frame if asked.all() else frame[asked]
    made = [element for element in elements if element in formulas]
    if not made:
        return typed
    told = Told(frame)
    added = [rows for element in made for rows in _added(told, element, formulas[element])]
    return stacked([typed, *added]) if added else typed


def coded(column: pd.Series) -> tuple[npt.NDArray[np.int64], pd.Index]:
    """The texts of a column as whole numbers, and the texts that those mean."""
    if isinstance(column.dtype, pd.CategoricalDtype):
        return column.cat.codes.to_numpy().astype(np.int64), column.cat.categories
    codes, texts = pd.factorize(column)
    return codes.astype(np.int64), pd.Index(texts)


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


class Told:
    """Observations by their keys as whole numbers: unit, period and basis in one."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self.frame = frame
        self.keys = np.zeros(len(frame), dtype=np.int64)
        for name in KEY:
            codes, texts = coded(frame[name])
            self.keys = self.keys * (len(texts) + 1) + codes
        self.elements, self.names = coded(frame["element"])

    def of(self, element: str) -> npt.NDArray[np.int64]:
        """The places of the rows of an element, the last one a key."""
        mine = np.flatnonzero(self.elements == self.names.get_loc(element)) if element in self.names else np.zeros(0, dtype=np.int64)
        _, last = np.unique(self.keys[mine][::-1], return_index=True)
        return mine[np.sort(len(mine) - 1 - last)]


def _added(told: Told, element: str, ways: Sequence[Formula]) -> list[pd.DataFrame]:
    have = told.keys[told.of(element)]
    added = []
    for formula in ways:
        places = _places(told, formula)
        places = places[:, ~np.isin(told.keys[places[0]], have)]
        if places.size:
            added.append(_computed(told.frame, formula, places).assign(element=pd.Categorical([element] * places.shape[1])))
            have = np.concatenate([have, told.keys[places[0]]])
    return added


def _places(told: Told, formula: Formula) -> npt.NDArray[np.int64]:
    """[term, key]: where the terms stand for each key that has all of them, in the order of the first."""
    first, *others = (told.of(code) for _sign, code in formula.terms)
    found = [first]
    for places in others:
        at = pd.Index(told.keys[places]).get_indexer(pd.Index(told.keys[found[0]]))
        found = [*(earlier[at >= 0] for earlier in found), places[at[at >= 0]]]
    return np.stack(found)


def _computed(frame: pd.DataFrame, formula: Formula, places: npt.NDArray[np.int64]) -> pd.DataFrame:
    """The sum of the terms, with the texts of all their cells."""
    total = frame.iloc[places[0]].copy()
    values = frame["value"].to_numpy()
    terms = [sign * values[at] for (sign, _code), at in zip(formula.terms, places, strict=True)]
    total["value"] = reduce(np.add, terms)
    for name in TEXTS:
        if name in frame:
            texts = frame[name].astype(str).to_numpy(object)
            total[name] = [" + ".join(parts) for parts in texts[places].T]
    return total
