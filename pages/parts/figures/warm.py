"""What is paid before the first visitor comes: imports of the drawing libraries and the figures of the start page."""

from __future__ import annotations

import ctypes
from contextlib import suppress

import pandas as pd
import plotly.graph_objects as go
import plotly.io as pio
from streamlit import dataframe_util

from catalogue.language import language
from pages.parts import data
from pages.parts.drawing.theme import LIGHT
from pages.parts.figures import area, findings, trend
from pages.parts.filters import Filters


def everything() -> None:
    """Import and compute what the first run would otherwise wait for."""
    table = pd.DataFrame({"a": [1.0], "b": ["x"]})
    dataframe_util.convert_pandas_df_to_arrow_bytes(table)
    pio.to_json(go.Figure(go.Scatter(x=table["a"].to_numpy(), y=table["a"].to_numpy())), validate=False)
    if not data.empty(data.version()):
        start_page()


def start_page() -> None:
    """The figures of the overview as it opens, into the caches that its runs read."""
    version, spoken = data.version(), language()
    chosen = Filters(data.root(), data.root(), data.latest(version), "current", version)
    for made in (findings.first_block, findings.targets_table, findings.units_table):
        made(chosen.key, chosen, version, spoken)
    for drawn in (trend.trend, area.area):
        drawn(chosen.key, chosen, data.overview_indicators()[0], version, spoken, LIGHT.muted)


def give_back() -> None:
    """Hand the memory that loading took and left over back to the system, where the C library can."""
    with suppress(OSError, AttributeError):
        ctypes.CDLL("libc.so.6").malloc_trim(0)


def store_version() -> int:
    """The version of the store: fails when the store does not answer."""
    return data.version()
