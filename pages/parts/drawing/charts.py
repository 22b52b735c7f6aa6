"""Every chart: a function from plain values to a figure. The only place that knows Plotly, and the one template.

Colours are middle tones that stand out on light and dark paper alike; words take the ink of the visitor's appearance.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

import numpy as np
import plotly.graph_objects as go
import streamlit as st

from catalogue.language import _, language

OURS, REST, FAINT = "#2f7dc4", "#8a929b", "#b4bac1"
AHEAD = "rgba(47,125,196,0.2)"
TONES = {"good": "#12876f", "warn": "#c27300", "bad": "#d0453b", "muted": "#8a929b"}
TONES |= {"shade0": "#a9cbe8", "shade1": "#6fa8d8", "shade2": "#2f7dc4", "shade3": "#12497f"}
"""Those of statuses, and shades of one colour for values that no target judges, the lowest first."""
MARKERS = {
    "tick": "circle",
    "disc": "circle",
    "triangle": "triangle-up",
    "diamond": "diamond",
    "cross": "x",
    "ring": "circle-open",
    "dash": "line-ew-open",
}
MANY = 250
"""Above so many units a map shows dots."""
_PLAIN = {"displayModeBar": False, "displaylogo": False, "scrollZoom": False, "doubleClick": "reset"}


@dataclass(frozen=True, slots=True)
class Point:
    """One period of a trend; `tick` is what stands under it, empty where nothing should.

    `broken` names what changed since the period before: "definition", "boundary", "regrouped" (the same area, in other units) or "".
    """

    label: str
    tick: str
    value: float | None
    provisional: bool
    broken: str
    words: str
    aim: float | None
    target: str = ""


@dataclass(frozen=True, slots=True)
class Band:
    """A range over some periods, beginning at the value it starts from; `words` are said when pointed at."""

    labels: Sequence[str]
    low: Sequence[float | None]
    middle: Sequence[float | None]
    high: Sequence[float | None]
    words: Sequence[str]


@dataclass(frozen=True, slots=True)
class Goal:
    """A target at the period of its day."""

    label: str
    value: float
    words: str


@dataclass(frozen=True, slots=True)
class Place:
    """One unit on the map: where it lies, how it is drawn, what it says when pointed at; `rings` are its boundaries where supplied."""

    latitude: float
    longitude: float
    name: str
    shape: str
    tone: str
    words: str
    rings: Sequence[Sequence[tuple[float, float]]] = ()


class Picture(go.Figure):
    """A figure that is finished once it is first drawn: what it is made of is written out once, for all who are shown it."""

    def to_dict(self) -> dict[str, Any]:
        """The figure as Plotly's own description; shared, not to be changed."""
        if not hasattr(self, "_written"):
            self._written = super().to_dict()
        return self._written


def show(figure: go.Figure, key: str, alt: str) -> None:
    """Draw a figure across the width of its column."""
    st.plotly_chart(figure, key=key, width="stretch", config=_PLAIN, alt=alt)


def _blank(height: int, ink: str) -> go.Figure:
    """The template: no frame, horizontal grid only, numbers as written here, words in `ink`."""
    figure = Picture()
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


def trend(
    points: Sequence[Point], coming: Sequence[Point], goal: Goal | None, band: Band | None, rate: bool, ink: str, height: int = 320
) -> go.Figure:
    """A value over time, the path to each target that was in force, and what is forecast for the periods to come.

    A missing period is a gap; a provisional one has a hollow mark and a dotted line to it; a change of definition or of boundaries
    cuts the line and is named at a vertical rule; a forecast is a band.
    """
    figure, along = _blank(height, ink), [*points, *coming]
    if band is not None:
        _range(figure, band)
    for _target, run in groupby([p for p in along if p.aim is not None], key=lambda p: p.target):
        part = list(run)
        line = {"color": REST, "width": 1.5, "dash": "dash"}
        figure.add_scatter(x=[p.label for p in part], y=np.array([p.aim for p in part]), mode="lines", line=line, hoverinfo="skip")
    for run in _runs(points):
        _line(figure, [points[i] for i in run])
    if goal is not None:
        mark = {"symbol": "line-ew-open", "size": 18, "color": ink, "line": {"width": 3, "color": ink}}
        font = {"size": 12, "color": ink}
        figure.add_scatter(
            x=[goal.label], y=[goal.value], mode="markers+text", marker=mark, text=[goal.words], textposition="top center",
            textfont=font, hoverinfo="skip", cliponaxis=False,
        )  # fmt: skip
    _rules(figure, points, ink)
    ticks = [p for p in along if p.tick]
    figure.update_xaxes(
        type="category", categoryorder="array", categoryarray=[p.label for p in along], range=[-0.6, len(along) - 0.4],
        tickmode="array", tickvals=[p.label for p in ticks], ticktext=[p.tick for p in ticks], tickangle=0,
    )  # fmt: skip
    figure.update_yaxes(ticksuffix="%" if rate else "")
    figure.update_layout(margin={"r": 30, "t": 24})
    return figure


def _range(figure: go.Figure, band: Band) -> None:
    """The band of a forecast with its middle."""
    none = {"width": 0}
    figure.add_scatter(x=band.labels, y=np.array(band.low), mode="lines", line=none, hoverinfo="skip")
    figure.add_scatter(x=band.labels, y=np.array(band.high), mode="lines", line=none, fill="tonexty", fillcolor=AHEAD, hoverinfo="skip")
    figure.add_scatter(
        x=band.labels, y=np.array(band.middle), mode="lines", line={"color": OURS, "width": 1.5, "dash": "dot"},
        text=band.words, hovertemplate="%{text}<extra></extra>",
    )  # fmt: skip


def _line(figure: go.Figure, part: Sequence[Point]) -> None:
    """One unbroken stretch: solid between what is final, dotted to and from what is provisional."""
    labels = [p.label for p in part]
    for dotted in (True, False):
        stretches = [(a, b) for a, b in pairwise(part) if (a.provisional or b.provisional) == dotted]
        ends = [end for a, b in stretches for end in ((a.label, a.value), (b.label, b.value), (b.label, None))]
        line = {"color": OURS, "width": 2 if dotted else 2.5, "dash": "2px 3px" if dotted else "solid"}
        if ends:
            values = np.array([np.nan if value is None else value for _label, value in ends])
            figure.add_scatter(x=[label for label, _value in ends], y=values, mode="lines", line=line, hoverinfo="skip")
    figure.add_scatter(
        x=labels,
        y=np.array([np.nan if p.value is None else p.value for p in part]),
        mode="markers",
        marker={
            "size": [8 if p.provisional else 6 for p in part],
            "color": ["rgba(255,255,255,0)" if p.provisional else OURS for p in part],
            "line": {"color": OURS, "width": 2},
        },
        text=[p.words for p in part],
        hovertemplate="%{text}<extra></extra>",
    )


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
            figure.add_annotation(
                x=index - 0.5, y=1, yref="paper", text=text, showarrow=False, xanchor="left", yanchor="bottom", xshift=-4, font=font
            )


def area_map(places: Sequence[Place], sides: Sequence[str], ink: str, height: int, *, marked: bool) -> go.Figure:
    """The units where they lie, each with the shape and colour of its status (`marked`), or as small dots where there are many.

    `sides` says where the name of each stands, empty for none. Units with rings are filled areas. Needs no map from outside.
    """
    figure = _blank(height, ink)
    for tone in TONES:
        own = [ring for p in places if p.tone == tone for ring in p.rings]
        if own:
            corners = [corner for ring in own for corner in (*ring, (None, None))]
            figure.add_scatter(
                x=[x for x, _y in corners], y=[y for _x, y in corners], mode="lines", fill="toself", fillcolor=f"{TONES[tone]}66",
                line={"color": ink, "width": 0.6}, hoverinfo="skip",
            )  # fmt: skip
    for shape, tone in dict.fromkeys((p.shape, p.tone) for p in places):
        mine = [(p, side) for p, side in zip(places, sides, strict=True) if (p.shape, p.tone) == (shape, tone)]
        figure.add_scatter(
            x=np.array([p.longitude for p, _side in mine]),
            y=np.array([p.latitude for p, _side in mine]),
            mode="markers+text",
            marker={
                "symbol": MARKERS.get(shape, "circle"),
                "size": 15 if marked else 9 if len(places) <= MANY else 5,
                "color": TONES[tone],
                "line": {"width": 2 if marked else 0.5},
            },
            text=[p.name if side else "" for p, side in mine],
            textposition=[side or "top center" for _p, side in mine],
            textfont={"size": 12, "color": ink},
            customdata=[p.words for p, _side in mine],
            hovertemplate="%{customdata}<extra></extra>",
            cliponaxis=False,
        )
    figure.update_xaxes(visible=False)
    squeeze = float(np.cos(np.radians(np.median([p.latitude for p in places])))) if places else 1.0
    figure.update_yaxes(visible=False, scaleanchor="x", scaleratio=1 / squeeze)
    figure.update_layout(margin={"l": 40, "r": 40, "t": 28, "b": 24})
    return figure
