"""Who sends what for which period: the words a form prints, and the numbers its sender knows."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from catalogue import text
from catalogue.language import day
from catalogue.periods import Period
from demo import world
from demo.declarations import form, places, stories, terms, units_of
from demo.paper import Value

_ROMAN = ("I", "II", "III", "IV")


@dataclass(frozen=True)
class Return:
    """One file to send: a form, its sender (empty: the whole area), its period, the day it arrives; `version` 2 mends the first."""

    form: str
    sender: str
    period: Period
    sent: dt.date
    version: int = 1

    @property
    def declared(self) -> dict:
        """The words of its form."""
        return form(self.form)

    @property
    def units(self) -> list[str]:
        """The units it has numbers of, in the order of the table."""
        return [self.sender] if self.sender else units_of(self.period)

    def words(self, template: str, unit: str = "") -> str:
        """A declared text with its `{names}` filled."""
        return template.format(**self._names(unit or self.sender))

    def _names(self, unit: str) -> dict[str, object]:
        period = self.period
        names: dict[str, object] = {
            "year": period.year,
            "month": period.last_month,
            "quarter": period.number,
            "roman": _ROMAN[(period.last_month - 1) // 3],
            "from": day(period.start()),
            "to": day(period.end()),
            "sent": day(self.sent),
            "due": day(period.end() + dt.timedelta(days=3)),
            "no": f"{period.last_month * 7 + 3:02d}",
        }
        if unit:
            place = places()[unit]
            kind = place.title.removesuffix(place.name).split()
            folded = text.fold(place.name).title()
            names |= {"title": place.title, "TITLE": place.title.upper(), "lower": place.title[0].lower() + place.title[1:]}
            names |= {"name": place.name, "brief": "".join(word[0].upper() for word in kind) + f". {place.name}"}
            names |= {"folded": folded, "joined": folded.replace(" ", "")}
        return names

    def silent(self, unit: str) -> bool:
        """Has this unit sent nothing, or (in the table of the whole area) nothing in time?"""
        missing = ("silent",) if self.sender else ("silent", "apart")
        return any(story.action in missing and story.form == self.form and story.holds(unit, self.period) for story in stories())

    def number(self, unit: str, formula: str, basis: str = "in_period") -> int:
        """What the sender types for a count or a sum of counts, slips of the first version included."""
        found = world.total(unit, terms(formula), self.period, basis)
        slips = [
            s for s in stories() if s.action == "mistype" and s.form == self.form and s.element == formula and s.holds(unit, self.period)
        ]
        return found + sum(int(slip.value) for slip in slips if self.version == 1)

    def told(self, unit: str) -> list[str]:
        """What a commune writes under its table: difficulties, causes, requests."""
        return [one.text for one in stories() if one.action == "tell" and one.form == self.form and one.holds(unit, self.period)]

    def note(self, unit: str, element: str) -> Value:
        """What the sender writes beside a number that asks for a word."""
        for story in stories():
            if story.action == "shift" and story.unit == unit and story.element == element and story.first == self.period:
                return story.text
        return None
