"""Observations as dense arrays, one element and year at a time, loaded when first asked for and kept while the data stand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import pairwise
from threading import RLock
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from catalogue.area import installed_root
from catalogue.derivations import declared_formulas
from catalogue.periods import Period
from indicators.blocks import Block, Reported, flow_block, percent_block, stock_block
from indicators.derived import coded, completed, needed, stacked
from indicators.punctuality import concerns, punctual
from indicators.tasks import joined, siblings
from indicators.words import Words, declared
from store import Store, Task

Source = Callable[[Sequence[str], Sequence[str]], pd.DataFrame]
"""(elements, periods) -> observations in force: unit, period, basis, element, value."""
Cells = Callable[[Sequence[str], Sequence[str], Sequence[str]], pd.DataFrame]
"""(elements, periods, units) -> the same with sheet, cell, raw, submission."""

KEPT_AT_MOST = 5000


class Cube:
    """What every unit reported, ready for sums. One cube serves one version of the data and many threads.

    A unit gets a row of every array when it is first seen; `rows` gives -1 for a unit that has reported nothing yet
    loaded. Memory: 4 to 8 bytes a month, unit and element, only for the elements and years asked for.
    """

    def __init__(self, source: Source, cells: Cells, words: Words | None = None) -> None:
        self.source = source
        self.cells = cells
        self.words = words or declared()
        self.kept: dict[Hashable, Any] = {}
        self._axis: dict[str, int] = {}
        self._blocks: dict[tuple[str, int], Block | None] = {}
        self.lock = RLock()

    @property
    def width(self) -> int:
        """How many units have been seen so far."""
        return len(self._axis)

    def load(self, elements: Iterable[str], years: Iterable[int]) -> None:
        """Bring the elements of the years in, in one question to the source a year."""
        with self.lock:
            wanted = list(dict.fromkeys(elements))
            for year in sorted(set(years)):
                absent = [code for code in wanted if (code, year) not in self._blocks]
                if absent:
                    self._bring(absent, year)

    def keep(self, key: Hashable, value: object) -> None:
        """Remember something computed from these data; the oldest is forgotten when there is too much."""
        with self.lock:
            self.kept[key] = value
            while len(self.kept) > KEPT_AT_MOST:
                self.kept.pop(next(iter(self.kept)))

    def block(self, element: str, year: int) -> Block | None:
        """The element over the year with room for every unit seen so far; None when nobody reported it."""
        with self.lock:
            if (element, year) not in self._blocks:
                self.load([element], [year])
            block = self._blocks[element, year]
            if block is not None and block.width < self.width:
                block = self._blocks[element, year] = block.widened(self.width)
            return block

    def rows(self, units: Sequence[str]) -> npt.NDArray[np.int64]:
        """The row of each unit in the arrays, -1 for one never seen."""
        axis = self._axis
        return np.fromiter((axis.get(unit, -1) for unit in units), dtype=np.int64, count=len(units))

    def _bring(self, elements: list[str], year: int) -> None:
        frame = self.source(elements, periods_of(year))
        units, texts = coded(frame["unit"])
        for unit in texts:
            self._axis.setdefault(unit, len(self._axis))
        told = _reported(frame, self.rows(list(texts))[units])
        for code in elements:
            mine = told.get(code)
            self._blocks[code, year] = None if mine is None else self._block_of(code, mine)

    def _block_of(self, code: str, reported: list[Reported]) -> Block:
        element = self.words.elements.get(code)
        make = percent_block if element is None else flow_block if element.kind == "flow" else stock_block
        return make(reported, self.width)


def _reported(frame: pd.DataFrame, at: npt.NDArray[np.int64]) -> dict[str, list[Reported]]:
    """By element its observations, those of a period and basis together; `at` is the row of each one's unit."""
    (element, elements), (period, periods), (basis, bases) = (coded(frame[name]) for name in ("element", "period", "basis"))
    group = (element * len(periods) + period) * len(bases) + basis
    order = np.argsort(group, kind="stable")
    group, at, values = group[order], at[order], frame["value"].to_numpy(np.float64)[order]
    ends = [*(np.flatnonzero(np.diff(group)) + 1).tolist(), len(group)] if len(group) else []
    spans = [(span.first_month, span.last_month) for span in map(Period.parse, periods)]
    found: dict[str, list[Reported]] = {}
    for first, end in pairwise([0, *ends]):
        rest, based = divmod(int(group[first]), len(bases))
        code, span = divmod(rest, len(periods))
        found.setdefault(elements[code], []).append((spans[span], bases[based], at[first:end], values[first:end]))
    return found


def periods_of(year: int) -> list[str]:
    kinds = (("month", 12), ("quarter", 4), ("half", 2), ("nine_months", 1), ("year", 1))
    return [str(Period(year, kind, number)) for kind, most in kinds for number in range(1, most + 1)]  # type: ignore[arg-type]


def cube_of(observations: pd.DataFrame, words: Words | None = None) -> Cube:
    """A cube over observations already in hand; those not accepted are left out."""
    accepted = observations[observations["status"] == "accepted"] if "status" in observations else observations
    accepted = accepted.reset_index(drop=True)

    def cells(elements: Sequence[str], periods: Sequence[str], units: Sequence[str]) -> pd.DataFrame:
        found = source(elements, periods)
        return found[found["unit"].isin(list(units))]

    def source(elements: Sequence[str], periods: Sequence[str]) -> pd.DataFrame:
        asked = needed(elements, declared_formulas())
        found = accepted[accepted["element"].isin(asked) & accepted["period"].isin(list(periods))]
        return completed(found, elements, declared_formulas())

    return Cube(source, cells, words)


def open_cube(store: Store, words: Words | None = None, root: str | None = None, moment: dt.datetime | None = None) -> Cube:
    """A cube over what the store holds now, or held at a moment; keep it no longer than `store.version()` stands.

    Punctuality is counted for the communes of `root`, by default the area this installation serves.
    """

    known = words or declared()
    until = moment or dt.datetime.now(dt.UTC)

    def counted(frame: pd.DataFrame, elements: Sequence[str], periods: Sequence[str]) -> pd.DataFrame:
        """With what is counted here: tasks of the register, returns in time."""
        assigned = [task for task in store.every(Task) if moment is None or dt.datetime.fromisoformat(task.at) <= moment]
        frame = joined(frame, assigned, periods, until.date()) if assigned else frame
        frame = frame if set(siblings(elements)) == set(elements) else frame[frame["element"].isin(list(elements))]
        if not concerns(elements, known):
            return frame
        arrived = store.coverage()
        arrived = arrived[arrived["received_at"] <= until]
        own = punctual(arrived, elements, periods, root=root or installed_root(), words=known, on=until.date())
        return stacked([frame, own[[name for name in own if name in frame]]])

    def source(elements: Sequence[str], periods: Sequence[str]) -> pd.DataFrame:
        asked = siblings(elements)
        typed = store.observations(periods=periods, elements=needed(asked, declared_formulas()), places=False, moment=moment)
        return counted(completed(typed, asked, declared_formulas()), elements, periods)

    def cells(elements: Sequence[str], periods: Sequence[str], units: Sequence[str]) -> pd.DataFrame:
        asked = siblings(elements)
        typed = store.observations(periods=periods, elements=needed(asked, declared_formulas()), units=units, moment=moment)
        whole = counted(completed(typed, asked, declared_formulas()), elements, periods)
        return whole[whole["unit"].isin(list(units))]

    return Cube(source, cells, known)
