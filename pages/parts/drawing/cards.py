"""The overview's cards: one indicator each, drawn as HTML from plain values. Every word from data is escaped here."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from catalogue.language import _, day, number
from pages.parts.drawing import marks, status
from report.amounts import aimed, fraction, shown
from report.amounts import amounts as amounts
from report.brief.card import Card, covers


@dataclass(frozen=True, slots=True)
class Placed:
    """A card on its page, with two addresses: of the group's page and of the cells behind the value."""

    card: Card
    page: str
    trace: str


def html(placed: Placed) -> str:
    """One card."""
    card, page, trace = placed.card, placed.page, placed.trace
    name = f'<a href="{escape(page)}" title="{escape(card.full_name)}">{escape(card.name)}</a>'
    return (
        f'<article class="card edge-{status.look(card.status).tone}"><header><h3>{name}</h3>{status.badge(card.status)}</header>'
        f"{_value(card, trace)}{_bullet(card)}{_change(card, page)}{_foot(card)}</article>"
    )


def _value(card: Card, trace: str) -> str:
    """The value with what it is made of, and beside it the line of the last periods."""
    line = marks.spark(card.history, card.path, _("The last {count} periods", count=len(card.history)), provisional=card.provisional)
    if card.value is None:
        return f'<div class="value none"><p><strong>{_("No data")}</strong><span>{escape(card.why_missing)}</span></p>{line}</div>'
    of = ""
    if card.rate and card.denominator is not None and card.numerator is not None:
        of = escape(fraction(card.numerator, card.denominator, card.counted))
    title, value = _("See which returns and cells this comes from"), shown(card.value, card.rate, card.decimals)
    of += f' <b class="when">{escape(card.when)}</b>' if card.when else ""
    linked = f'<a href="{escape(trace)}" title="{title}"><strong>{value}</strong></a>'
    return f'<div class="value"><p>{linked}<span>{of}</span></p>{line}</div>'


def _bullet(card: Card) -> str:
    target = aimed(card.target, card.target_sign, card.rate)
    if card.target is None:
        words = _("No target has been set for this unit and period")
        return f'{marks.bullet(card.value, None, None, _most(card), words)}<p class="aim-words">{words}</p>'
    said = f'<span><b class="key-aim"></b>{_("Target")} {escape(target)} <i>{escape(card.target_when)}</i></span>'
    if card.pace_words:
        said += f'<span title="{escape(marks.path_words())}"><b class="key-pace"></b>{escape(card.pace_words)}</span>'
    now = shown(card.value, card.rate, card.decimals) or _("No data")
    words = _("{name}: {value}, target {target}", name=card.name, value=now, target=target)
    return f'{marks.bullet(card.value, card.target, card.pace, _most(card), words)}<p class="aim-words">{said}</p>'


def _most(card: Card) -> float:
    """The right end of the bullet: 100% for a rate, more when value or target go beyond it or for a count."""
    top = max(card.value or 0.0, card.target or 0.0)
    return 100.0 if card.rate and top <= 100 else (top * 1.08 or 1.0)


def _change(card: Card, page: str) -> str:
    said = f'<span class="muted">{escape(card.change_words)}</span>'
    if card.change is None:
        return f'<p class="move">{said}</p>'
    amount = number(abs(card.change), 1 if card.rate else 0)
    size = _("{amount} points", amount=amount) if card.rate else amount
    if round(card.change, 1) == 0:
        return f'<p class="move"><b>{_("Unchanged")}</b> {said}</p>'
    up = card.change > 0
    good = "good" if up == card.better_up else "bad"
    word = _("up") if up else _("down")
    arrow = f'<span class="tone-{good}-text" aria-hidden="true">{"▲" if up else "▼"}</span>'
    why = f'<a href="{escape(page)}#thay-doi" title="{escape(_("See what really changed"))}">{arrow} {word} {size}</a>'
    return f'<p class="move"><b>{why}</b> {said}</p>'


def _foot(card: Card) -> str:
    fresh = _("data to {day}", day=day(card.data_date)) if card.data_date else _("no data date")
    short = ' class="few"' if 2 * card.reporting < card.due else ' class="short"' if card.reporting < card.due else ""
    return f"<footer><span{short}>{covers(card)}</span><span>{fresh}</span></footer>"
