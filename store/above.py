"""Calling rooms that stand above the store, from its command line alone.

`python -m store rebuild` needs the loaders and `python -m store export figures` the indicators: the command line joins
rooms, as a page does, while the store itself knows nothing above it. They are looked up by name when such a command
runs, so that every import written in the store still points down.
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import Any

import pandas as pd

from store.rebuild import Memory, Reread
from store.store import Store


def reader(data: bytes, name: str, answers: Mapping[str, Any], memory: Memory) -> Reread:
    """A file as the loaders read it today, with the answers given and what was remembered; cells without unit or period are not kept."""
    found = importlib.import_module("loaders").read_bytes(data, name, answers=answers, memory=memory)
    return Reread(tuple(o for o in found.observations if o.unit and o.period), tuple(found.issues))


def figures(store: Store) -> pd.DataFrame:
    """Every figure the store's observations give: indicator, unit, period, n, N, value, target, units reporting, units due."""
    return importlib.import_module("indicators.export").figures_table(store)
