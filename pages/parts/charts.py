"""Every chart: a function from plain values to a figure. The only place that knows Plotly, and the one template.

Colours are middle tones that stand out on light and dark paper alike; words take the ink of the visitor's appearance.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

import numpy as np
import plotly.graph_objects as go
import streamlit as st

from catalogue.language import _, language

OURS, REST, FAINT = "#2f7dc4", "#8a929b", "#b4bac1"
TONES = {"good": "#12876f", "warn": "#c27300", "bad": "#d0453b", "muted": "#8a929b"}
MARKERS = {
    "tick": "circle",
    "disc": "circle",
    "triangle": "triangle-up",
    "diamond": "diamond",
    "ring": "circle-open",
    "dash": "line-ew-open",
}
_PLAIN = {"displayModeBar": False, "displaylogo": False, "scrollZoom": False, "doubleClick": "reset"}


@dataclass(frozen=True, slots=True)
class Point:
    """One period of a trend. `state` is that of the figure; `broken` names what changed since the period before.

    That is "definition", "boundary", "regrouped" (the same area, in other units) or "" for nothing.
    """

    label: str
    value: float | None
    state: str
    broken: str
    words: str
    aim: float | None
    target: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """One unit on the map: where it lies, how it is drawn, what it says when pointed at."""

    latitude: float
    longitude: float
    name: str
    shape: str
    tone: str
    words: str


def show(figure: go.Figure, key: str, alt: str) -> None:
    """Draw a figure across the width of its column."""
    st.plotly_chart(figure, key=key, width="stretch", config=_PLAIN, alt=alt)


def _blank(height: int, ink: str) -> go.Figure:
    """The template: no frame, horizontal grid only, numbers as written here, words in `ink`."""
    figure = go.Figure()
    figure.update_layout(
        height=height,
        margin={"l": 8, "r": 16, "t": 12, "b": 8},
        separators=",." if language() == "vi" else ".,",
        showlegend=False,
        hovermode="closest",
        dragmode=False,
        font={"family": "IBM Plex Sans, sans-serif", "size": 13, "color": ink},
        hoverlabel={"font": {"family": "IBM Plex Sans, sans-serif", "size": 13}, "align": "left"},
        xaxis={"tickfont": {"color": ink}, "showgrid": False, "zeroline": False, "fixedrange": True, "automargin": True},
        yaxis={"tickfont": {"color": ink}, "zeroline": False, "fixedrange": True, "automargin": True, "gridwidth": 1, "nticks": 6},
    )
    return figure


def trend(points: Sequence[Point], rate: bool, ink: str, height: int = 300) -> go.Figure:
    """A value over time with the path to its target, a path for each target that was in force.

    A missing period is a gap, an incomplete one a hollow marker; a change of definition or of boundaries cuts the line and
    is named at a vertical rule.
    """
    figure = _blank(height, ink)
    labels = [p.label for p in points]
    aims = np.array([np.nan if p.aim is None else p.aim for p in points])
    if not np.isnan(aims).all():
        for _target, run in groupby(range(len(points)), key=lambda i: points[i].target):
            part = list(run)
            line = {"color": REST, "width": 1.5, "dash": "dash"}
            figure.add_scatter(x=[labels[i] for i in part], y=aims[part], mode="lines", line=line, hoverinfo="skip")
        last = int(np.flatnonzero(~np.isnan(aims))[-1])
        _say(figure, labels[last], float(aims[last]), _("Path to the target"), ink)
    for run in _runs(points):
        part = [points[i] for i in run]
        figure.add_scatter(
            x=[p.label for p in part],
            y=np.array([np.nan if p.value is None else p.value for p in part]),
            mode="lines+markers",
            line={"color": OURS, "width": 2.5},
            marker={
                "size": [8 if p.state == "partial" else 6 for p in part],
                "color": ["rgba(255,255,255,0)" if p.state == "partial" else OURS for p in part],
                "line": {"color": OURS, "width": 2},
            },
            text=[p.words for p in part],
            hovertemplate="%{text}<extra></extra>",
        )
    _rules(figure, points, ink)
    figure.update_xaxes(type="category", categoryorder="array", categoryarray=labels, nticks=13, tickangle=0)
    figure.update_yaxes(ticksuffix="%" if rate else "")
    return figure


def _runs(points: Sequence[Point]) -> list[range]:
    """Stretches of periods that may be joined by a line: cut where something else was measured."""
    cuts = [0, *(i for i, p in enumerate(points) if i and p.broken in ("definition", "boundary")), len(points)]
    return [range(a, b) for a, b in pairwise(cuts) if b > a]


def _rules(figure: go.Figure, points: Sequence[Point], ink: str) -> None:
    names = {"definition": _("New definition"), "boundary": _("New boundaries"), "regrouped": _("Units merged")}
    for index, point in enumerate(points):
        if index and point.broken:
            figure.add_vline(x=index - 0.5, line={"color": REST, "width": 1, "dash": "dot"})
            text, font = names[point.broken], {"size": 12, "color": ink}
            figure.add_annotation(x=index - 0.5, y=1, yref="paper", text=text, showarrow=False, xanchor="left", xshift=4, font=font)


def _say(figure: go.Figure, x: str, y: float, text: str, colour: str) -> None:
    """A word beside a line, instead of a legend."""
    figure.add_annotation(x=x, y=y, text=text, showarrow=False, xanchor="right", yanchor="bottom", font={"size": 12, "color": colour})


def area_map(places: Sequence[Place], ink: str, height: int = 380) -> go.Figure:
    """The units where they lie, each with the shape and colour of its status. Needs no map from outside."""
    figure = _blank(height, ink)
    few = len(places) <= 60
    for shape, tone in sorted({(p.shape, p.tone) for p in places}):
        own = [p for p in places if (p.shape, p.tone) == (shape, tone)]
        figure.add_scatter(
            x=np.array([p.longitude for p in own]),
            y=np.array([p.latitude for p in own]),
            mode="markers+text" if few else "markers",
            marker={
                "symbol": MARKERS.get(shape, "circle"),
                "size": 15 if few else 6,
                "color": TONES[tone],
                "line": {"width": 2 if few else 0.5},
            },
            text=[p.name for p in own],
            textposition="top center",
            textfont={"size": 12, "color": ink},
            customdata=[p.words for p in own],
            hovertemplate="%{customdata}<extra></extra>",
            cliponaxis=False,
        )
    figure.update_xaxes(visible=False)
    figure.update_yaxes(visible=False, scaleanchor="x", scaleratio=1.04)
    figure.update_layout(margin={"l": 40, "r": 40, "t": 28, "b": 12})
    return figure
