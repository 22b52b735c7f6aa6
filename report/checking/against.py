"""Whose figures a report is held against, and why those: what a reader of the findings must know first."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.area import installed_root
from catalogue.language import _
from catalogue.units import units
from report import names
from report.checking.check import served
from report.checking.reported import Report
from report.checking.whose import Whose


def against(report: Report) -> list[str]:
    """The sentences, the main one first."""
    return list(_sentences(report))


def _sentences(report: Report) -> Iterator[str]:
    about = report.about
    if about.unit is None:
        yield _("The text does not say whose report it is: its numbers are held against each other alone.")
        return
    unit = names.unit_inline(about.unit.id)
    if about.period is None:
        yield _("Read as a report of {unit} ({why}).", unit=unit, why=_why(about.whose))
        yield _("The text names no period: its numbers are held against each other alone.")
        return
    period = names.period_inline(about.period)
    if not served(report):
        yield _("Read as a report of {unit}, {period} ({why}).", unit=unit, period=period, why=_why(about.whose))
        yield _("No returns of this unit are kept here: its numbers are held against each other alone.")
        return
    yield _("Held against our figures of {unit}, {period} ({why}).", unit=unit, period=period, why=_why(about.whose))
    if about.looked_at:
        yield _("The text names no period: the one chosen above was taken.")
    root = installed_root()
    if not units().lies_in(about.unit.id, root):
        yield _(
            "Of this unit only the figures of {area} are kept here: those of the rest cannot be confirmed.", area=names.unit_inline(root)
        )


def _why(found: Whose) -> str:
    if found.why == "title" and found.issuer:
        return _("the title names this area; issued by {issuer}", issuer=names.called_inline(found.issuer))
    return {
        "chosen": _("the unit that was chosen"),
        "title": _("the title names this area"),
        "letterhead": _("the body named at the head of the document"),
        "named": _("the unit that the text names most"),
        "page": _("the text names no unit, so the one chosen above was taken"),
    }[found.why]
