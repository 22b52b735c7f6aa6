"""Small drawings inside text and tables, as HTML: the bullet of a value against its target, the line of the last periods.

The page's HTML cleaner lets no inline SVG through: bars are boxes whose places are percentages, lines are pictures.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from urllib.parse import quote

from catalogue.language import _

LINE, PATH = "#2f7dc4", "#8a929b"
HEIGHT = 40
POINT = 2.5
"""How much wider a value alone between two gaps is drawn than the line."""


def _at(value: float, most: float) -> str:
    return f"{max(0.0, min(100.0, 100 * value / most)):.2f}%"


def bullet(value: float | None, target: float | None, pace: float | None, most: float, words: str) -> str:
    """A bar from zero to `most` with a tick at the target and a dotted tick where the value should be on its day."""
    parts = []
    if value is not None:
        parts.append(f'<i class="bar" style="width:{_at(value, most)}"></i>')
    if pace is not None:
        parts.append(f'<i class="pace" style="left:{_at(pace, most)}"></i>')
    if target is not None:
        parts.append(f'<i class="aim" style="left:{_at(target, most)}"></i>')
    return f'<span class="bullet" role="img" aria-label="{escape(words)}">{"".join(parts)}</span>'


def keys() -> str:
    """What the parts of a bullet mean."""
    due = _("where it should be on the day of the figure, on its own path")
    return (
        f'<span><i class="swatch"></i>{_("value")}</span><span><b class="key-aim"></b>{_("target")}</span>'
        f'<span title="{escape(path_words())}"><b class="key-pace"></b>{due}</span>'
    )


def path_words() -> str:
    """Why what was due on a day differs from unit to unit."""
    return _("The straight path from the unit's own starting value to the target on its last day; each unit starts from where it was.")


def deviation(size: float, most: float, tone: str, words: str) -> str:
    """A bar to the left or right of the middle, the largest of its table filling its half; none where the size shows as zero."""
    share = 50 * min(1.0, abs(size) / most) if round(size, 1) else 0.0
    left = 50.0 if size >= 0 else 50 - share
    shade = f"tone-{tone}" if tone else "rest"
    bar = f'<i class="{shade}" style="left:{left:.1f}%;width:{share:.1f}%"></i>'
    return f'<span class="deviation" role="img" aria-label="{escape(words)}">{bar}</span>'


def spark(
    values: Sequence[float | None],
    path: Sequence[float | None],
    words: str,
    span: tuple[float, float] | None = None,
    *,
    provisional: bool = False,
) -> str:
    """The values of successive periods as a line with gaps where there is none, its end a dot, the path to the target dashed.

    The dot of a `provisional` value is hollow and the way to it dotted. `span` fixes the lowest and highest value, so that several lines
    can be compared.
    """
    known = [v for v in (*values, *path, *(span or ())) if v is not None]
    if not any(v is not None for v in values):
        return ""
    low, high = min(known), max(known)
    pad = (high - low) * 0.1 or max(abs(high) * 0.05, 1.0)

    def place(index: int, value: float) -> tuple[float, float]:
        return 2 + 94 * index / max(1, len(values) - 1), HEIGHT * (high + pad - value) / (high - low + 2 * pad)

    drawn = _stroke(path, place, PATH, 1.2, "3 3")
    if provisional and len(values) > 1:
        settled, last = [*values[:-1], None], [*[None] * (len(values) - 2), *values[-2:]]
        drawn += _stroke(settled, place, LINE, 2, "") + _stroke(last, place, LINE, 2, "1 4")
    else:
        drawn += _stroke(values, place, LINE, 2, "")
    picture = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 {HEIGHT}" preserveAspectRatio="none" fill="none" '
        f'stroke-linecap="round" stroke-linejoin="round">{drawn}</svg>'
    )
    dot = _last(values, place, provisional)
    return f'<span class="spark"><img src="data:image/svg+xml,{quote(picture)}" alt="{escape(words)}">{dot}</span>'


def _last(values: Sequence[float | None], place, provisional: bool) -> str:
    """A dot at the latest value, hollow where it is provisional; none when the latest period has no value."""
    if values[-1] is None:
        return ""
    x, y = place(len(values) - 1, values[-1])
    hollow = f' class="open" title="{escape(_("provisional: not closed, or units silent"))}"' if provisional else ""
    return f'<i{hollow} style="left:{x:.1f}%;top:{100 * y / HEIGHT:.1f}%"></i>'


def _stroke(values: Sequence[float | None], place, colour: str, width: float, dash: str) -> str:
    """The stretches of neighbours that are known, as lines; a value alone between two gaps is a point wide enough to be seen."""
    moves, alone, before = [], [], False
    known = [value is not None for value in values]
    for index, value in enumerate(values):
        if value is not None:
            x, y = place(index, value)
            single = not before and not (known[index + 1 :] or [False])[0]
            (alone if single else moves).append(f"{'L' if before else 'M'}{x:.1f} {y:.1f}" + ("" if before else "h.4"))
        before = value is not None
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return _path(moves, colour, width, dashed) + _path(alone, colour, width + POINT, "")


def _path(moves: Sequence[str], colour: str, width: float, dashed: str) -> str:
    if not moves:
        return ""
    return f'<path d="{"".join(moves)}" stroke="{colour}" stroke-width="{width}"{dashed} vector-effect="non-scaling-stroke"/>'
