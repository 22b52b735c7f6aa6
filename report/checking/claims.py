"""The amounts of a passage put together to claims: a percentage with its n/N, the words it is about, whose it is and of when."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from catalogue.periods import Period
from report.checking.about import periods_in
from report.checking.amounts import Amount, amounts, sentence_at, sentences
from report.checking.folding import phrase, plain, says
from report.checking.places import named

_CHANGE_WITHIN = 30
_RIGHT = 90
_BEHIND = 40


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim of a passage. `parts` are its amounts (a percentage, a fraction, a count) side by side; `nears` the words around it,
    from the nearest to all between the claims around; `wide` its whole sentence; `before` the words of the sentence up to it,
    `between` those of them behind the claim before it, `behind` those up to the next claim. `unit` is the id of the one
    commune named for it ("" for the report's own unit, None when it cannot be told); `period` the one named, else None."""

    parts: tuple[Amount, ...]
    nears: tuple[str, ...]
    wide: str
    before: str
    behind: str
    unit: str | None
    period: Period | None
    between: str = ""

    @property
    def near(self) -> str:
        """All the words between the claims around it."""
        return self.nears[-1]

    def first(self, sort: str) -> Amount | None:
        """Its first amount of a sort."""
        return next((part for part in self.parts if part.sort == sort), None)

    @property
    def span(self) -> tuple[int, int]:
        """Where it begins and ends."""
        return self.parts[0].start, self.parts[-1].end

    @property
    def change(self) -> bool:
        """Whether it says by how much something rose or fell."""
        return phrase("moved").search(plain(self.before[-_CHANGE_WITHIN:])) is not None

    @property
    def goal(self) -> bool:
        """Whether it is aimed at, not reached."""
        return says("goal", self.before) or says("goal_behind", self.behind)

    @property
    def demand(self) -> bool:
        """Whether it is asked of people, not reached."""
        return says("demand", self.before)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a passage stands in what it means: the area the report is of, the day its units existed, the heading above it."""

    area: str = ""
    on: dt.date | None = None
    heading: str = ""


def claims(text: str, place: Place) -> list[Claim]:
    """The claims of a passage in order."""
    bounds = list(sentences(text))
    groups = list(_groups(text, amounts(text), bounds))
    return [_claim(text, place, groups, at, bounds) for at in range(len(groups))]


def _groups(text: str, found: Sequence[Amount], bounds: Sequence[tuple[int, int]]) -> Iterator[tuple[Amount, ...]]:
    group: list[Amount] = []
    folded = plain(text)
    for amount in found:
        if group and not _belongs(folded, group, amount, bounds):
            yield tuple(group)
            group = []
        group.append(amount)
    if group:
        yield tuple(group)


def _belongs(folded: str, group: Sequence[Amount], amount: Amount, bounds: Sequence[tuple[int, int]]) -> bool:
    """Whether an amount only says the one before it otherwise: a percentage and its counts with nothing between but a link."""
    sorts = {part.sort for part in group} | {amount.sort}
    between = folded[group[-1].end : amount.start]
    same = sentence_at(bounds, group[-1].start) == sentence_at(bounds, amount.start)
    if group[-1].sort == "percent" and amount.sort == "fraction" and _reports(folded, group[-1], amount):
        return False
    linked = phrase("link").fullmatch(between) is not None
    return (
        same and linked and len(group) < 3 and sorts in ({"percent", "fraction"}, {"percent", "count"}) and amount.sort not in _sorts(group)
    )


def _reports(folded: str, share: Amount, fraction: Amount) -> bool:
    """Whether a fraction behind a percentage tells who has reported it: "76,2% (7/8 communes have reported)"."""
    sent = phrase("sent").match(folded[fraction.end :].lstrip()) is not None
    return sent and not (fraction.over and abs(100 * fraction.low / fraction.over - share.low) < 1)


def _sorts(group: Sequence[Amount]) -> set[str]:
    return {part.sort for part in group}


def _claim(text: str, place: Place, groups: Sequence[tuple[Amount, ...]], at: int, bounds: Sequence[tuple[int, int]]) -> Claim:
    start, end = groups[at][0].start, groups[at][-1].end
    first, last = sentence_at(bounds, start)
    left = _left(text, groups, at, first)
    right = min(last, groups[at + 1][0].start) if at + 1 < len(groups) else last
    before, behind = text[left:start], text[end:right]
    nears = _nears(before, " ".join(part.noun for part in groups[at]), behind, right >= last)
    unit, period = _whose(before, behind, place), _when(before + " " + behind)
    between = text[max(first, groups[at - 1][-1].end) if at else first : start]
    return Claim(groups[at], nears, f"{place.heading} {text[first:last]}", text[first:start], behind, unit, period, between)


def _left(text: str, groups: Sequence[tuple[Amount, ...]], at: int, first: int) -> int:
    """Where the words before a claim begin: behind the claim before it, or before one that only says how its subject moved."""
    if not at or groups[at - 1][0].start < first:
        return first
    start, end = groups[at - 1][0].start, groups[at - 1][-1].end
    before = _left(text, groups, at - 1, first)
    only_moved = phrase("moved").search(plain(text[max(before, start - _CHANGE_WITHIN) : start])) is not None
    linked = phrase("after_move").fullmatch(plain(text[end : groups[at][0].start])) is not None
    return before if only_moved and linked else max(first, end)


def _nears(before: str, nouns: str, behind: str, last: bool) -> tuple[str, ...]:
    """The words that may name the subject: what stands before the amount with what follows up to a comma; when nothing stands before,
    what follows, one comma after the other."""
    subject = re.sub(r"[\W\d_]+", " ", before).strip()
    if len(subject.split()) >= 2 and not says("opens", subject):
        return (f"{before} {nouns} {re.split('[,;:(]', behind, maxsplit=1)[0][:_RIGHT]}",)
    pieces = behind.split(",") if last or "," not in behind else behind.split(",")[:-1]
    return tuple(f"{before} {nouns} {','.join(pieces[:size])}" for size in range(1, len(pieces) + 1))


def _whose(before: str, behind: str, place: Place) -> str | None:
    """The commune named before the amount; "" when none is or the whole area is meant; None when it cannot be told."""
    if says("everyone", before):
        return ""
    here = _communes(before, place)
    if here:
        return here[0] if len(here) == 1 else None
    return None if _communes(behind[:_BEHIND], place) else ""


def _communes(text: str, place: Place) -> list[str]:
    """The communes named, each by the generation that existed on the day."""
    found = [n.units for n in named(text, 0, place.area) if n.units and n.units[0].level == "commune"]
    return [next((u.id for u in units if place.on is None or u.exists(place.on)), units[0].id) for units in found]


def _when(text: str) -> Period | None:
    own = re.split(phrase("against").pattern, plain(text), maxsplit=1)[0]
    found = [period for at, period in periods_in(text[: len(own)]) if not phrase("target_of").search(own[:at])]
    return found[-1] if found else None
