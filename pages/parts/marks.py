"""Small drawings inside text and tables, as SVG strings: the bullet of a value against its target, the line of eight periods.

Horizontal places are percentages, so a drawing is as wide as its column and never distorted.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

_BAR_HEIGHT = 18


def _at(value: float, most: float) -> str:
    return f"{max(0.0, min(100.0, 100 * value / most)):.2f}%"


def bullet(value: float | None, target: float | None, pace: float | None, most: float, words: str) -> str:
    """A bar from zero to `most` with a tick at the target and a dotted tick where the value should be today."""
    parts = ['<rect class="track" x="0" y="4" width="100%" height="10"/>']
    if value is not None:
        parts.append(f'<rect class="bar" x="0" y="4" width="{_at(value, most)}" height="10"/>')
    if pace is not None:
        place = _at(pace, most)
        parts.append(f'<line class="pace" x1="{place}" x2="{place}" y1="1" y2="17"/>')
    if target is not None:
        place = _at(target, most)
        parts.append(f'<line class="aim-edge" x1="{place}" x2="{place}" y1="0" y2="18"/>')
        parts.append(f'<line class="aim" x1="{place}" x2="{place}" y1="0" y2="18"/>')
    return f'<svg class="bullet" height="{_BAR_HEIGHT}" width="100%" role="img" aria-label="{escape(words)}">{"".join(parts)}</svg>'


def spark(values: Sequence[float | None], path: Sequence[float | None], words: str, height: int = 40) -> str:
    """The values of successive periods as a line with gaps where there is none, and the path to the target, dashed."""
    known = [v for v in (*values, *path) if v is not None]
    if not known:
        return ""
    low, high = min(known), max(known)
    pad = (high - low) * 0.12 or max(abs(high) * 0.05, 1.0)
    low, high = low - pad, high + pad

    def place(index: int, value: float) -> tuple[str, str]:
        return f"{3 + 93 * index / max(1, len(values) - 1):.2f}%", f"{height * (high - value) / (high - low):.1f}"

    lines = _segments(path, place, "path") + _segments(values, place, "line")
    last = max((i for i, v in enumerate(values) if v is not None), default=None)
    if last is not None:
        x, y = place(last, float(values[last] or 0.0))
        lines += f'<circle class="last" cx="{x}" cy="{y}" r="3"/>'
    return f'<svg class="spark" height="{height}" width="100%" role="img" aria-label="{escape(words)}">{lines}</svg>'


def _segments(values: Sequence[float | None], place, name: str) -> str:
    """Lines between neighbours that are both known; a value alone between two gaps is a dot."""
    drawn = []
    for index, value in enumerate(values):
        if value is None:
            continue
        before = values[index - 1] if index else None
        after = values[index + 1] if index + 1 < len(values) else None
        x, y = place(index, value)
        if before is not None:
            bx, by = place(index - 1, before)
            drawn.append(f'<line class="{name}" x1="{bx}" y1="{by}" x2="{x}" y2="{y}"/>')
        elif after is None:
            drawn.append(f'<circle class="{name}" cx="{x}" cy="{y}" r="1.5"/>')
    return "".join(drawn)
