"""Whose report a text is: the unit chosen for it, else the area of its title, the body of its letterhead, the body named most."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from catalogue.area import installed_root
from catalogue.units import Unit, units
from report.checking.folding import phrase, plain, says
from report.checking.passages import Passage
from report.checking.places import Named, named

Why = Literal["chosen", "title", "letterhead", "named", "page"]
"""chosen: told by the user; title: the area its title names; letterhead: the body that issues it; named: the body the text names most;
page: nothing in the text says it, so the unit that the user looks at."""
OPENING = 14
"""So many passages at the beginning may hold letterhead, title and addressee."""
_HEAD, _END, _ELSEWHERE = 6, 8, 1
_SHORT, _LONG, _TITLE_LINES = 40, 260, 4
_BEFORE, _BEHIND = 25, 12


@dataclass(frozen=True, slots=True)
class Whose:
    """The unit a report is of, why it is taken to be, and the body that issues it where that is another."""

    unit: Unit | None
    why: Why = "named"
    issuer: Unit | None = None


def whose(passages: Sequence[Passage], written: dt.date | None, unit: str = "", near: str = "") -> Whose:
    """`unit` (an id) was chosen and goes before all; `near` is the unit the user looks at: it decides between units of one name and
    stands in where the text names none."""
    if unit:
        return Whose(units()[unit], "chosen")
    told = _Told(passages, written, near)
    issuer = told.letterhead()
    most = issuer or told.most()
    area = told.title(most)
    if area:
        return Whose(area, "title", issuer if issuer != area else None)
    if issuer:
        return Whose(issuer, "letterhead")
    if most:
        return Whose(most, "named")
    return Whose(units()[near], "page") if near else Whose(None)


def title_of(passages: Sequence[Passage]) -> tuple[int, list[Passage]]:
    """Where the word "report" of the title stands among the first passages, and the passages of the title; -1 where there is none."""
    head = [one for one in passages if one.sort in ("body", "cell")][:OPENING]
    for at, passage in enumerate(head):
        if says("title", passage.text) and len(passage.text) < _SHORT:
            return at, list(_title_lines(head[at + 1 :]))
        if phrase("title").match(plain(passage.text)) and len(passage.text) < _LONG:
            return at, [passage]
    return -1, []


def _title_lines(behind: Sequence[Passage]) -> Iterator[Passage]:
    """What the report is about: the lines up to the addressee or the first sentence."""
    for at, passage in enumerate(behind[:_TITLE_LINES]):
        if says("addressed", passage.text) or len(passage.text) > _LONG or (at and passage.text.rstrip().endswith((".", ":", ";"))):
            return
        yield passage


class _Told:
    """The units that a text names, each as the one it means."""

    def __init__(self, passages: Sequence[Passage], written: dt.date | None, near: str) -> None:
        self.passages, self.written, self.near = passages, written, near
        every = [found.units for passage in passages for found in named(passage.text)]
        self.areas = {u.id for found in every for u in found if u.level in ("district", "province")}

    def letterhead(self) -> Unit | None:
        """The body above the title: the last one named there, since the one above it stands first."""
        at, _lines = title_of(self.passages)
        head = [one for one in self.passages if one.sort in ("body", "cell")][: max(at, 0)]
        found = [unit for passage in head if not says("addressed", passage.text) for unit, _former in self._units(passage)]
        return found[-1] if found else None

    def title(self, issuer: Unit | None) -> Unit | None:
        """The one area that the title names inside that of the body which issues it: a larger one is that of another's plan. A former
        unit is always an area: no body of it is left to issue plans."""
        _at, lines = title_of(self.passages)
        found = {unit: former for passage in lines for unit, former in self._units(passage, bodies=False)}
        inside = [unit for unit, former in found.items() if former or issuer is None or _inside(unit, issuer)]
        least = [unit for unit in inside if not any(other != unit and _inside(other, unit) for other in inside)]
        return least[0] if len(least) == 1 else None

    def _units(self, passage: Passage, *, bodies: bool = True) -> Iterator[tuple[Unit, bool]]:
        """The units named, each with whether the text calls it a former one."""
        for one in named(passage.text):
            meant = self._meant(one, passage.text)
            if meant and (bodies or not says("body_before", _before(passage.text, one))):
                yield meant, _former(one, passage.text)

    def most(self) -> Unit | None:
        """The unit named most weightily in the heading, the opening and the closing, as a body that reports; else the area served
        where its name stands at the beginning."""
        sure: Counter[str] = Counter()
        named_only: Counter[str] = Counter()
        for at, passage in enumerate(self.passages):
            heavy = _HEAD if at < OPENING else _ELSEWHERE
            for one in named(passage.text):
                before, behind = _before(passage.text, one), plain(passage.text[one.end : one.end + 40])
                meant = self._meant(one, passage.text)
                if meant and not says("addressee", before):
                    (sure if says("body_before", before) else named_only)[meant.id] += heavy + (_END if says("reports", behind) else 0)
        for weights in (sure, named_only):
            if weights:
                return units()[weights.most_common(1)[0][0]]
        root = units()[installed_root()]
        head = " ".join(plain(p.text) for p in self.passages[:OPENING])
        return root if plain(root.bare_name) in head else None

    def _meant(self, one: Named, text: str) -> Unit | None:
        """The one unit a name means: it existed, or had ended where the text says so; where several bear the name, the one looked at
        or the one in an area the text names."""
        fitting = _ended(one.units, self.written) if _former(one, text) else []
        fitting = fitting or _alive(one.units, self.written)
        if len(fitting) == 1:
            return fitting[0]
        looked_at = [unit for unit in fitting if unit.id == self.near]
        inside = looked_at or [u for u in fitting if any(units().lies_in(u.id, area) and u.id != area for area in self.areas)]
        return inside[0] if len(inside) == 1 else None


def _former(one: Named, text: str) -> bool:
    return phrase("former").match(plain(text[one.end : one.end + _BEHIND]).lstrip(" (,")) is not None


def _inside(unit: Unit, area: Unit) -> bool:
    """Whether a unit lies in an area; one that has ended does where all that it became does."""
    leaves = units().leaves(unit.id)
    return units().lies_in(unit.id, area.id) or (bool(leaves) and all(units().lies_in(leaf.id, area.id) for leaf in leaves))


def _before(text: str, one: Named) -> str:
    return plain(text[max(0, one.start - _BEFORE) : one.start])


def _alive(found: Collection[Unit], on: dt.date | None) -> list[Unit]:
    """Those that existed on the day; where it is not known, those that still do."""
    return [u for u in found if (u.valid_to is None if on is None else u.exists(on))] or list(found)


def _ended(found: Collection[Unit], on: dt.date | None) -> list[Unit]:
    return [u for u in found if on is not None and not u.exists(on)]
