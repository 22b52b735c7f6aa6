"""The top of the overview as one block of HTML: sentence, cards, what needs attention, three buttons. Also what goes on one A4 page."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from catalogue.language import _
from pages.parts.drawing import cards, marks, status

NEWER = "<!-- newer -->"
"""Where a line on a later period already due may be put: it depends on the day, the rest only on the data."""
LEGEND = ("reached", "on_pace", "behind", "off_track", "missed", "no_data")


@dataclass(frozen=True, slots=True)
class Linked:
    """A few words with the address they lead to."""

    words: str
    address: str
    title: str = ""

    def html(self) -> str:
        """As a link, escaped."""
        said = f' title="{escape(self.title)}"' if self.title else ""
        return f'<a href="{escape(self.address)}"{said}>{escape(self.words)}</a>'


@dataclass(frozen=True, slots=True)
class Concern:
    """One line of what needs attention: why it is here, who or what, how far it is, at which pace, and the next step as a link."""

    status: str
    what: Linked
    facts: str
    pace: str = ""
    step: Linked | None = None
    kind: str = ""

    def html(self) -> str:
        """As an item of the list."""
        kind = f'<em class="kind">{escape(self.kind)}</em> ' if self.kind else ""
        step = f'<span class="step">{self.step.html()}</span>' if self.step else ""
        pace = f'<span class="pace-words">{escape(self.pace)}</span> ' if self.pace else ""
        return f"<li>{status.symbol(self.status)}<div><p>{kind}{self.what.html()} {unbroken(self.facts)}</p><p>{pace}{step}</p></div></li>"


def unbroken(words: str) -> str:
    """Words escaped, a sign of comparison never parted from its number at the end of a line."""
    return re.sub(r"(?:\u2265|\u2264|&gt;|&lt;) \S*\d%?", lambda found: f'<span class="unbroken">{found.group()}</span>', escape(words))


@dataclass(frozen=True, slots=True)
class Briefing:
    """Everything above the fold. `sentence` is a template whose {names} are filled from `numbers`."""

    heading: str
    sentence: str
    numbers: dict[str, Linked]
    cards: tuple[cards.Placed, ...]
    concerns: tuple[Concern, ...]
    buttons: tuple[Linked, ...]


def html(told: Briefing) -> str:
    """The whole block."""
    sentence = told.sentence.format(**{name: linked.html() for name, linked in told.numbers.items()})
    occurring = {placed.card.status for placed in told.cards} | {concern.status for concern in told.concerns}
    drawn = "".join(cards.html(placed) for placed in told.cards)
    legend = _legend(occurring, [placed.card for placed in told.cards])
    return (
        f'<section class="overview"><p class="print-only">{escape(told.heading)}</p><h1>{sentence}</h1>{NEWER}<div class="top"><div>'
        f'<h2 class="unseen">{_("Six figures")}</h2><div class="cards">{drawn}</div>{legend}</div>'
        f'<aside class="attention"><h2>{_("Needs attention")}</h2>{_concerns(told.concerns)}'
        f'<div class="buttons">{_buttons(told.buttons)}</div></aside></div></section>'
    )


def _concerns(concerns: Sequence[Concern]) -> str:
    if not concerns:
        return f'<p class="calm">{_("Nothing stands out in this period.")}</p>'
    return f"<ol>{''.join(concern.html() for concern in concerns)}</ol>"


def _buttons(buttons: Sequence[Linked]) -> str:
    return "".join(f'<a href="{escape(b.address)}"{" data-print" if b.address == "#print" else ""}>{escape(b.words)}</a>' for b in buttons)


def _legend(occurring: set[str], shown: Sequence[cards.Card]) -> str:
    keys = marks.keys() + f'<span><b class="key-line"></b>{_("last 8 periods, all that reported")}</span>'
    if any(card.provisional for card in shown):
        keys += f'<span><b class="key-open"></b>{_("provisional: not closed, or units silent")}</span>'
    words = "".join(status.badge(code) for code in LEGEND if code != "missed" or code in occurring)
    return f'<p class="legend">{keys}{words}</p>'
