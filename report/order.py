"""What is asked of a report: whose, of when, for whom, in answer to what; and who issues it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from catalogue.errors import UserError
from catalogue.language import _
from catalogue.periods import Period
from catalogue.tables import rows
from catalogue.units import units
from report import wording

Signer = str
SIGNERS: tuple[Signer, ...] = ("head", "deputy", "acting")
"""head: the chairman; deputy: signs for the chairman; acting: the one who holds the chair for the time being."""


@dataclass(frozen=True, slots=True)
class Order:
    """The choices. Empty texts mean the default; `texts` are a person's words by section ("1", "3.1", ...), which go before ours.

    `request` is the id of the document answered, `documents` the ids the report rests on (None: as suited), `addressed`
    whether the line "To:" stands above the text, as Decree 30/2020 has it for a report to a body above (Annex I, part II, 9b),
    `sourced` whether annexes name every cell behind the figures: without them the workbook of sources does.
    """

    unit: str
    period: Period
    request: str = ""
    to: tuple[str, ...] = ()
    addressed: bool = True
    subject: str = ""
    documents: tuple[str, ...] | None = None
    groups: tuple[str, ...] | None = None
    signer: Signer = "head"
    name: str = ""
    recipients: tuple[str, ...] = ()
    written_on: dt.date | None = None
    texts: Mapping[str, str] = field(default_factory=dict)
    sourced: bool = False

    def day(self, today: dt.date) -> dt.date:
        """The day on which it is written: as told, else today, but for a period long past the end of the month after it."""
        last = self.period.months[-1]
        return self.written_on or min(today, last.shift(1).end("plain"))


@dataclass(frozen=True, slots=True)
class Body:
    """The People's Committee that issues a report. `unit` is its own unit: for an area that has ended, the one above what it became."""

    unit: str
    area: str

    @property
    def name(self) -> str:
        """In full, inside a sentence."""
        return _("the People's Committee of {unit}", unit=wording.unit(self.unit))

    @property
    def brief(self) -> str:
        """By its level alone, after it was named."""
        return _("the People's Committee of the {level}", level=units()[self.unit].type)

    @property
    def short(self) -> str:
        """By its level alone and abbreviated, as in a list of recipients."""
        return _("PC of the {level}", level=units()[self.unit].type)

    @property
    def lines(self) -> tuple[str, ...]:
        """The two lines of the letterhead."""
        return _("the People's Committee").upper(), units()[self.unit].name.upper()

    @property
    def place(self) -> str:
        """The place name before the date."""
        return units()[self.unit].bare_name

    @property
    def ground(self) -> str:
        """The area reported on, inside a sentence."""
        if self.area == self.unit:
            return _("the {level}", level=units()[self.unit].type)
        return _("the former {unit}", unit=wording.unit(self.area))


def body_of(unit: str, on: dt.date) -> Body:
    """Who issues a report about a unit on a day. UserError when there is nobody: the country, an office."""
    known = units()
    found = known[unit]
    if found.level not in ("province", "district", "commune"):
        raise UserError(_("A report is issued by a province, a district or a commune: choose one of them."))
    if found.exists(on):
        return Body(unit, unit)
    successors = [link.new for link in known.successors(unit)]
    heirs = successors[:1] or [known[one.id].parent for one in known.communes_under(unit, on)[:1]]
    if not heirs or not known[heirs[0]].exists(on):
        raise UserError(_("{unit} did not exist on {day}, and nothing took its place.", unit=found.name, day=wording.long_day(on)))
    return Body(heirs[0], unit)


def province_of(unit: str) -> str:
    """The province a unit lies in; empty when there is none."""
    return next((found.id for found in units().path(unit) if found.level == "province"), "")


def superior(unit: str) -> str:
    """Whom a unit reports to when nobody else is named."""
    found = units()[unit]
    declared = {row["level"]: row["recipient"] for row in rows("report/recipients.csv", ("level",))}
    province = province_of(unit)
    return declared[found.level].format(province=wording.unit(province) if province else "")
