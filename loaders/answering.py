"""A request answered from the store: each item with what is held, of what date; what is truly missing goes to the communes once."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from catalogue.elements import elements
from catalogue.periods import Period
from catalogue.units import units
from indicators.cube import Cube
from indicators.held import Held, counts_behind, held, silent
from indicators.rows import Boundaries
from loaders.asked import Asked, Item
from loaders.template import write
from store import Request, Store

State = Literal["held", "partial", "older", "missing", "unclear", "foreign"]


@dataclass(frozen=True, slots=True)
class Answer:
    """One item of a request. "unclear": its words may mean several of our figures; "foreign": it is none of ours; else as `Held`."""

    item: Item
    state: State
    held: Held | None = None


def answers(
    cube: Cube, asked: Asked, unit: str, period: Period, *, chosen: Mapping[int, str] | None = None, boundaries: Boundaries = "reported"
) -> list[Answer]:
    """Each item with what is held of it. `unit` and `period` hold where the item names none; `chosen` is what a person said an unclear
    item means, by its place. `cube` must be made with `indicators.held.with_counts`."""
    return [_answer(cube, item, (chosen or {}).get(place, ""), unit, period, boundaries) for place, item in enumerate(asked.items)]


def lacking(
    cube: Cube, found: Sequence[Answer], communes: Sequence[str], period: Period, *, older: bool = False
) -> dict[str, tuple[str, ...]]:
    """Commune to the elements it must still send, so that every item held in part or not at all can be answered for the period;
    with `older` also those of which an earlier figure is held."""
    states = ("partial", "missing", "older") if older else ("partial", "missing")
    open_ = [a.held.code for a in found if a.held and a.state in states and a.held.asked == period]
    return silent(cube, counts_behind(open_, period.end(), cube.words), communes, period)


def communes_of(unit: str, period: Period) -> tuple[str, ...]:
    """The communes that answer for a unit in the period: those below it at its end, or the unit itself."""
    below = tuple(found.id for found in units().communes_under(unit, period.end()))
    return below or (unit,)


def forms_to_send(store: Store, missing: Mapping[str, Sequence[str]], period: Period) -> bytes:
    """A zip with one prefilled workbook for each commune, asking for what it has not sent and nothing else."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for unit, codes in missing.items():
            book = io.BytesIO()
            write(book, unit, period, store, codes)
            named = units()[unit]
            archive.writestr(f"{named.code} {named.name.replace('/', '-')} {period}.xlsx", book.getvalue())
    return whole.getvalue()


def cells_behind(store: Store, found: Sequence[Answer], communes: Sequence[str]) -> pd.DataFrame:
    """The cells the held answers were added up from: unit, period, element, value, sheet, cell, raw, file."""
    told = [a.held for a in found if a.held and a.held.period]
    columns = ["unit", "period", "element", "value", "sheet", "cell", "raw", "submission"]
    if not told:
        return pd.DataFrame(columns=[*columns, "file"])
    pairs = {pair for h in told if h.period for pair in _cells_of(h.code, h.period)}
    elements_, periods = sorted({code for code, _period in pairs}), sorted({period for _code, period in pairs})
    table = store.observations(periods=periods, elements=elements_, units=list(communes))[columns]
    table = table[[pair in pairs for pair in zip(table["element"], table["period"], strict=True)]]
    names = store.submissions().set_index("id")["file_name"]
    return table.assign(file=table["submission"].map(names)).sort_values(["element", "period", "unit"], kind="stable")


def still_open(cube: Cube, request: Request) -> dict[str, tuple[str, ...]]:
    """Of a request on the register: the units that still owe an answer, each with the counts it has not sent."""
    known = [code for code in request.elements.split() if code in elements()]
    return silent(cube, known, request.units.split(), Period.parse(request.period))


def _cells_of(code: str, period: Period) -> Iterator[tuple[str, str]]:
    """Element and period of the cells a figure may have been added up from."""
    for element in counts_behind([code], period.end()):
        yield from ((element, str(part)) for part in (period, *period.months))


def _answer(cube: Cube, item: Item, said: str, unit: str, period: Period, boundaries: Boundaries) -> Answer:
    code = said or (item.codes[0] if item.sure else "")
    if code not in cube.words.indicators:
        return Answer(item, "unclear" if item.codes else "foreign")
    of = Period.parse(item.period) if item.period else period
    found = held(cube, code, item.unit or unit, of, basis=item.basis, boundaries=boundaries)
    return Answer(item, found.state, found)
