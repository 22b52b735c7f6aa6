"""Tables drawn as HTML: indicators against their targets, units ranked by one indicator, units by the cards' indicators."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from typing import NamedTuple

from catalogue.language import _, number
from pages.parts.drawing import marks, status
from pages.parts.drawing.abbreviations import explained, marked
from report.amounts import LARGE, aimed, fraction, shown
from report.names import apart


@dataclass(frozen=True, slots=True)
class Line:
    """One bar of a table: an indicator, or a unit under one indicator. `note` says why there is no value, or what to know beside it.

    `until` says by when the target is to be reached. `own` marks the unit that the page is about among the others.
    """

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
    block: str = "ranked"
    date: str = ""
    trace: str = ""
    history: tuple[float | None, ...] = ()
    path: tuple[float | None, ...] = ()
    operator: str = ""
    until: str = ""
    when: str = ""
    against: str = ""
    counted: str = ""
    own: bool = False
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One value of a unit in the table of all units."""

    text: str
    status: str
    address: str
    older: str = ""


def attainment(lines: Sequence[Line]) -> str:
    """Indicators of a group against their targets."""
    head = (
        Head(_("Indicator")), Head(_("Achieved"), True), Head(_("Against the target")), Head(_("Target"), True), Head(_("Status")),
        Head(_("Change"), True), Head(_("Last periods")),
    )  # fmt: skip
    body = "".join(
        f'<tr><th scope="row">{_link(line)}</th><td class="num">{_value(line)}</td><td class="wide">{_alone(line)}</td>'
        f"{_labelled(_('target'), aimed(line.target, line.operator, line.rate), line.until)}<td>{status.badge(line.status)}</td>"
        f'<td class="num{"" if line.change is not None else " none"}">{change(line)}{_against(line)}</td>'
        f'<td class="spark-cell">{marks.spark(line.history, line.path, line.name, provisional=line.provisional)}</td></tr>'
        for line in lines
    )
    return table(head, body, "attainment") + explained(line.name for line in lines)


def legend(lines: Sequence[Line]) -> str:
    """What the marks on the bars mean, where any of them has a target with a day."""
    return f'<p class="legend">{marks.keys()}</p>' if any(line.pace is not None for line in lines) else ""


OWN = ' class="own" aria-current="true"'
MANY, FIRST, LAST, TILES = 30, 12, 8, 24
"""Of more ranked units than `MANY` the first and last are shown and those between folded away; of tiles the first so many."""


def ranking(lines: Sequence[Line], unit_word: str) -> str:
    """Units by one indicator, all on one scale; those that cannot be ranked stand below, in a block for each reason."""
    most = _most(lines)
    fit = [line for line in lines if line.block == "ranked"]
    if len(fit) <= MANY:
        return _ranking(lines, unit_word, most)
    rest = [line for line in lines if line.block != "ranked"]
    between = fit[FIRST:-LAST]
    folded = _folded(_("{count} units between", count=number(len(between))), _ranking(between, unit_word, most))
    return _ranking(fit[:FIRST], unit_word, most) + folded + _ranking([*fit[-LAST:], *rest], unit_word, most)


def _ranking(lines: Sequence[Line], unit_word: str, most: float) -> str:
    head = (
        Head(_("Rank"), True),
        Head(unit_word),
        Head(_("Value"), True),
        Head(_("Against the target")),
        Head(_("Still missing"), True),
        Head(_("Status")),
    )
    body = ""
    for block, of_block in groupby(lines, key=lambda line: line.block):
        if block != "ranked":
            body += f'<tr class="apart"><td colspan="6">{escape(apart(block))}</td></tr>'
        body += "".join(_ranked(line, most) for line in of_block)
    return table(head, body, "ranking")


def _folded(words: str, html: str) -> str:
    """HTML folded away under some words."""
    return f'<details class="between"><summary>{escape(words)}</summary>{html}</details>'


def _ranked(line: Line, most: float) -> str:
    middle = f'<td class="wide">{_bar(line, most)}</td>' if line.value is not None else f'<td class="note">{escape(line.note)}</td>'
    missing = _labelled(_("Still missing").lower(), number(line.missing) if line.missing else "")
    return (
        f'<tr{OWN if line.own else ""}><td class="num rank">{line.rank or "–"}</td><th scope="row">{_link(line)}</th>'
        f'<td class="num">{_value(line)}</td>{middle}{missing}<td>{status.badge(line.status)}</td></tr>'
    )


def _labelled(label: str, amount: str, below: str = "") -> str:
    """A cell of a number, with its label where the headings have no room, and a word below; nothing at all when there is no number."""
    if not amount:
        return '<td class="num none">–</td>'
    return f'<td class="num"><span class="narrow">{escape(label)} </span>{escape(amount)}{_older(below)}</td>'


def every_unit(heads: Sequence[tuple[str, str, str]], rows: Sequence[tuple[str, str, Sequence[Cell]]], unit_word: str) -> str:
    """Units down, the cards' indicators across: `heads` and `rows` begin with name and address.

    A head ends with the period of its column where that is not the one chosen.
    """
    top = "".join(
        f'<th scope="col" class="num"><a href="{escape(address)}">{escape(name)}</a>{_older(period)}</th>'
        for name, address, period in heads
    )
    body = "".join(
        f'<tr><th scope="row"><a href="{escape(address)}">{escape(name)}</a></th>{"".join(_cell(c) for c in cells)}</tr>'
        for name, address, cells in rows
    )
    return _scrolled(f'<thead><tr><th scope="col">{escape(unit_word)}</th>{top}</tr></thead><tbody>{body}</tbody>', "units")


def _scrolled(inside: str, name: str) -> str:
    """A table that scrolls sideways where it does not fit, by finger or keyboard."""
    label = escape(_("Table; scroll sideways for more"))
    return f'<div class="scroll" role="region" aria-label="{label}" tabindex="0"><table class="list {name}">{inside}</table></div>'


def _cell(cell: Cell) -> str:
    words = status.look(cell.status).word
    return (
        f'<td class="num" title="{escape(words)}"><a href="{escape(cell.address)}">{escape(cell.text)}</a>'
        f'{status.symbol(cell.status)}<span class="unseen">{escape(words)}</span>{_older(cell.older)}</td>'
    )


def _older(words: str) -> str:
    return f'<span class="of">{escape(words)}</span>' if words else ""


class Head(NamedTuple):
    """The heading of a column; numbers stand to the right."""

    words: str
    of_numbers: bool = False


def table(head: Sequence[Head], body: str, name: str = "") -> str:
    """Rows already in HTML under headings, scrolling sideways where they do not fit."""
    columns = "".join(f'<th scope="col"{" class=num" if h.of_numbers else ""}>{escape(h.words)}</th>' for h in head)
    return (
        f'<div class="scroll" tabindex="0"><table class="list {name}"><thead><tr>{columns}</tr></thead><tbody>{body}</tbody></table></div>'
    )


def _link(line: Line) -> str:
    return f'<a href="{escape(line.address)}">{marked(line.name)}</a>' if line.address else marked(line.name)


def _value(line: Line) -> str:
    if line.value is None:
        return f'<span class="muted">{_("No data")}</span>'
    text = f"<b>{shown(line.value, line.rate, line.decimals)}</b>"
    text = f'<a href="{escape(line.trace)}">{text}</a>' if line.trace else text
    if line.rate and line.numerator is not None and line.denominator is not None:
        counted = line.counted if max(line.numerator, line.denominator) >= LARGE[-1][0] else ""
        text += f'<span class="of">{escape(fraction(line.numerator, line.denominator, counted))}</span>'
    return text + (f'<span class="of when">{escape(line.when)}</span>' if line.when else "")


def told(line: Line) -> str:
    """The value of a line as words."""
    return shown(line.value, line.rate, line.decimals)


def _against(line: Line) -> str:
    """What the change is measured against, where that is not the period before the one chosen."""
    return (
        f'<span class="of">{escape(_("against {period}", period=line.against))}</span>' if line.against and line.change is not None else ""
    )


def _alone(line: Line) -> str:
    """The bar of a line on a scale of its own; a count without a target has nothing to stand against, so no bar."""
    if line.rate or line.target is not None:
        return _bar(line, _most([line]))
    return f'<span class="note">{escape(line.note)}</span>' if line.note else ""


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
        return f'<span class="muted">{number(0, line.decimals)}</span>'
    up = line.change > 0
    tone = "good" if up == line.better_up else "bad"
    amount = number(abs(line.change), line.decimals)
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
    return table((Head(_("Step")), Head(_("Count"), True), Head(_("On one scale")), Head(_("Passed on"))), body, "funnel")


def multiples(lines: Sequence[Line]) -> str:
    """One small line a unit, all on the same scale, so that shapes can be compared at a glance."""
    known = [v for line in lines for v in (*line.history, *line.path) if v is not None]
    span = (min(known), max(known)) if known else None
    tiles = [_tile(line, span) for line in lines]
    shown_first = f'<div class="tiles">{"".join(tiles[:TILES])}</div>'
    if len(tiles) <= TILES:
        return shown_first
    rest = f'<div class="tiles">{"".join(tiles[TILES:])}</div>'
    return shown_first + _folded(_("{count} more units", count=number(len(tiles) - TILES)), rest)


def _tile(line: Line, span: tuple[float, float] | None) -> str:
    return (
        f'<a class="tile" href="{escape(line.address)}"><span>{escape(line.name)}</span>'
        f"<b>{shown(line.value, line.rate, line.decimals) or '–'}</b>"
        f"{marks.spark(line.history, line.path, line.name, span, provisional=line.provisional) or _('No data')}</a>"
    )


def counts(lines: Sequence[Line]) -> str:
    """How many of some lines stand where, as a sentence."""
    found = Counter(line.status for line in lines)
    parts = [f"{found[code]} {status.look(code).word.lower()}" for code in status.ORDER if found[code]]
    return _("{count} indicators: {parts}.", count=len(lines), parts=", ".join(parts))
