"""What is paid before the first visitor comes: imports of the drawing libraries and the figures of the start page."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go
import plotly.io as pio
from streamlit import dataframe_util

from pages.parts import data


def everything() -> None:
    """Import and compute what the first run would otherwise wait for."""
    table = pd.DataFrame({"a": [1.0], "b": ["x"]})
    dataframe_util.convert_pandas_df_to_arrow_bytes(table)
    pio.to_json(go.Figure(go.Scatter(x=table["a"].to_numpy(), y=table["a"].to_numpy())), validate=False)
    data.version()


def store_version() -> int:
    """The version of the store: fails when the store does not answer."""
    return data.version()
