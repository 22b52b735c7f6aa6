"""Tables drawn as HTML: indicators against their targets, units ranked by one indicator, units by the cards' indicators."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from catalogue.language import _, number
from pages.parts import marks, status
from pages.parts.cards import shown


@dataclass(frozen=True, slots=True)
class Line:
    """One bar of a table: an indicator, or a unit under one indicator. `note` says why there is no value, or what to know beside it."""

    name: str
    address: str
    rate: bool
    decimals: int
    value: float | None
    numerator: float | None
    denominator: float | None
    target: float | None
    pace: float | None
    status: str
    missing: float | None = None
    change: float | None = None
    better_up: bool = True
    note: str = ""
    rank: int | None = None
    trace: str = ""
    history: tuple[float | None, ...] = ()
    path: tuple[float | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of a unit in the table of all units."""

    text: str
    status: str
    address: str


def attainment(lines: Sequence[Line]) -> str:
    """Indicators of a group against their targets."""
    head = (_("Indicator"), _("Value"), _("Against the target"), _("Target"), _("Status"), _("Change"), _("Last periods"))
    body = "".join(
        f'<tr><th scope="row">{_link(line)}</th><td class="num">{_value(line)}</td><td class="wide">{_bar(line, _most([line]))}</td>'
        f'<td class="num">{shown(line.target, line.rate, line.decimals) or "–"}</td><td>{status.badge(line.status)}</td>'
        f'<td class="num">{change(line)}</td><td class="spark-cell">{marks.spark(line.history, line.path, line.name)}</td></tr>'
        for line in lines
    )
    return _table(head, body, "attainment")


def ranking(lines: Sequence[Line], unit_word: str) -> str:
    """Units by one indicator, all on one scale; those without a rank stand below in their own block."""
    head = (_("Rank"), unit_word, _("Value"), _("Against the target"), _("Still missing"), _("Status"))
    most = _most(lines)
    ranked = [line for line in lines if line.rank is not None]
    apart = [line for line in lines if line.rank is None]
    body = "".join(_ranked(line, most) for line in ranked)
    if apart:
        body += f'<tr class="apart"><td colspan="6">{_("Not ranked")}</td></tr>' + "".join(_ranked(line, most) for line in apart)
    return _table(head, body, "ranking")


def _ranked(line: Line, most: float) -> str:
    middle = f'<td class="wide">{_bar(line, most)}</td>' if line.value is not None else f'<td class="note">{escape(line.note)}</td>'
    return (
        f'<tr><td class="num rank">{line.rank or "–"}</td><th scope="row">{_link(line)}</th><td class="num">{_value(line)}</td>{middle}'
        f'<td class="num">{number(line.missing) if line.missing else "–"}</td><td>{status.badge(line.status)}</td></tr>'
    )


def every_unit(heads: Sequence[tuple[str, str]], rows: Sequence[tuple[str, str, Sequence[Cell]]], unit_word: str) -> str:
    """Units down, the cards' indicators across: `heads` and `rows` begin with name and address."""
    top = "".join(f'<th scope="col" class="num"><a href="{escape(a)}">{escape(name)}</a></th>' for name, a in heads)
    body = "".join(
        f'<tr><th scope="row"><a href="{escape(address)}">{escape(name)}</a></th>{"".join(_cell(c) for c in cells)}</tr>'
        for name, address, cells in rows
    )
    return f'<table class="list units"><thead><tr><th scope="col">{escape(unit_word)}</th>{top}</tr></thead><tbody>{body}</tbody></table>'


def _cell(cell: Cell) -> str:
    words = status.look(cell.status).word
    return (
        f'<td class="num" title="{escape(words)}"><a href="{escape(cell.address)}">{escape(cell.text)}</a>'
        f'{status.symbol(cell.status)}<span class="unseen">{escape(words)}</span></td>'
    )


def _table(head: Sequence[str], body: str, name: str) -> str:
    columns = "".join(f'<th scope="col">{escape(word)}</th>' for word in head)
    return (
        f'<div class="scroll" tabindex="0"><table class="list {name}"><thead><tr>{columns}</tr></thead><tbody>{body}</tbody></table></div>'
    )


def _link(line: Line) -> str:
    return f'<a href="{escape(line.address)}">{escape(line.name)}</a>' if line.address else escape(line.name)


def _value(line: Line) -> str:
    if line.value is None:
        return f'<span class="muted">{_("No data")}</span>'
    text = f"<b>{shown(line.value, line.rate, line.decimals)}</b>"
    text = f'<a href="{escape(line.trace)}">{text}</a>' if line.trace else text
    if line.rate and line.denominator is not None:
        text += f'<span class="of">{number(line.numerator, None)}/{number(line.denominator, None)}</span>'
    return text


def _bar(line: Line, most: float) -> str:
    words = f"{line.name}: {shown(line.value, line.rate, line.decimals) or _('No data')}"
    bar = marks.bullet(line.value, line.target, line.pace, most, words)
    return bar + (f'<span class="note">{escape(line.note)}</span>' if line.note else "")


def _most(lines: Sequence[Line]) -> float:
    top = max((v for line in lines for v in (line.value, line.target) if v is not None), default=0.0)
    return 100.0 if all(line.rate for line in lines) and top <= 100 else (top * 1.05 or 1.0)


def change(line: Line) -> str:
    """The like-for-like change as a signed number with a triangle."""
    if line.change is None:
        return '<span class="muted">–</span>'
    if round(line.change, 1) == 0:
        return f'<span class="muted">{_("0")}</span>'
    up = line.change > 0
    tone = "good" if up == line.better_up else "bad"
    amount = number(abs(line.change), 1 if line.rate else 0)
    return f'<span class="tone-{tone}-text" aria-hidden="true">{"▲" if up else "▼"}</span> {"+" if up else "−"}{amount}'


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a funnel: how many, and their share of the step before in percent (None at the first, or when unknown)."""

    name: str
    count: float | None
    of_before: float | None


def funnel(steps: Sequence[Step]) -> str:
    """Counts that each contain the next, as bars from zero on one scale, with what is lost between them."""
    most = max((step.count for step in steps if step.count is not None), default=0.0) or 1.0
    body = ""
    for step in steps:
        share = _("{share} of the step before", share=shown(step.of_before, True, 1)) if step.of_before is not None else ""
        count = number(step.count) if step.count is not None else _("No data")
        body += (
            f'<tr><th scope="row">{escape(step.name)}</th><td class="num"><b>{count}</b></td>'
            f'<td class="wide">{marks.bullet(step.count, None, None, most, f"{step.name}: {count}")}</td><td>{share}</td></tr>'
        )
    return _table((_("Step"), _("Count"), "", _("Passed on")), body, "funnel")


def multiples(lines: Sequence[Line]) -> str:
    """One small line a unit, all on the same scale, so that shapes can be compared at a glance."""
    known = [v for line in lines for v in (*line.history, *line.path) if v is not None]
    span = (min(known), max(known)) if known else None
    tiles = "".join(
        f'<a class="tile" href="{escape(line.address)}"><span>{escape(line.name)}</span><b>{shown(line.value, line.rate, line.decimals) or "–"}</b>'
        f"{marks.spark(line.history, line.path, line.name, span) or _('No data')}</a>"
        for line in lines
    )
    return f'<div class="tiles">{tiles}</div>'
