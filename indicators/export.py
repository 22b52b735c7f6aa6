"""Figures as one plain table, for files: `python -m store export figures`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pandas as pd

from catalogue.area import installed_root
from catalogue.periods import Period
from catalogue.targets import Target
from indicators.cube import Cube, open_cube
from indicators.standing import judged
from store.store import Store

COLUMNS = {
    "indicator": "indicator",
    "unit": "unit",
    "period": "period",
    "numerator": "n",
    "denominator": "N",
    "value": "value",
    "target": "target",
    "status": "status",
    "units_reporting": "units_reporting",
    "units_due": "units_due",
    "state": "state",
    "data_date": "data_date",
    "definition": "definition",
    "reason": "reason",
}
EMPTY = ("missing", "not_due", "not_applicable")


def figures_table(store: Store) -> pd.DataFrame:
    """Every figure the store's observations give, in the boundaries of the time: for each unit that reported and the areas above it.

    Areas go up to the unit this installation serves. Rows without anything reported are left out.
    """
    known = store.coverage()
    known = known[known["in_force"]]
    texts = sorted(set(known["period"]), key=Period.parse)
    return table_of(open_cube(store), sorted(set(known["unit"])), texts, store.targets(), installed_root())


def table_of(cube: Cube, reporting: Sequence[str], periods: Sequence[str], targets: Sequence[Target], top: str) -> pd.DataFrame:
    """The export of a cube: the units that reported, the areas between them and `top`, and `top` itself; each period judged as its pages
    show it, whatever other periods there are."""
    today = dt.datetime.now(dt.UTC).date()
    units, tables = [top, *_between(cube, reporting, top)], []
    for period in periods:
        table = judged(cube, targets, units=units, periods=[period], on=today)
        tables.append(table[~table["state"].isin(EMPTY) & (table["figure_period"] == table["period"])])
    whole = pd.concat(tables, ignore_index=True) if tables else pd.DataFrame(columns=list(COLUMNS))
    order = {code: place for place, code in enumerate(cube.words.indicators)}
    return whole.sort_values("indicator", key=lambda codes: codes.map(order), kind="stable")[list(COLUMNS)].rename(columns=COLUMNS)


def _between(cube: Cube, reporting: Sequence[str], top: str) -> list[str]:
    found: dict[str, None] = {}
    for unit in reporting:
        path = [above.id for above in cube.words.units.path(unit)] if unit in cube.words.units else []
        inside = path[path.index(top) + 1 :] if top in path else [unit]
        found |= dict.fromkeys(inside)
    found.pop(top, None)
    return sorted(found)
