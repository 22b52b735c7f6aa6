"""Unit: one commune (or area), all its indicators, the trend of one, its returns and the mistakes that come back."""

from __future__ import annotations

from collections.abc import Sequence

from catalogue.issues import issue_kinds
from catalogue.language import _, language
from catalogue.units import units
from pages.parts import clock, desk, filters, gate, names
from pages.parts.arrivals import boards
from pages.parts.figures import page, subject, trend
from pages.parts.html import h
from pages.parts.sending import unit_more, unit_sheet
from pages.parts.sending.mistakes import mistakes_of

RETURNS_SHOWN = 12


def show() -> None:
    """Show the unit of the filters."""
    gate.require("viewer")
    chosen, spoken = filters.chosen(), language()
    if page.nothing_yet(chosen):
        return
    found = unit_sheet.standings(chosen.key, chosen, chosen.version, spoken)
    desk.begin(names.unit(chosen.unit))
    links = unit_sheet.Links(
        unit=lambda unit: chosen.address("don-vi", don_vi=unit), file=lambda number: chosen.address("nop-bao-cao", tep=str(number))
    )
    desk.show(unit_sheet.about(chosen.unit, chosen.period.end(), links), h("p", found.said, class_="desk-big"), unit_sheet.slow(found))
    desk.show(desk.heading(_("All indicators, {period}", period=names.period_inline(chosen.period))), unit_sheet.indicator_tables(found))
    _over_time(chosen, found.codes)
    if units()[chosen.unit].level == "commune":
        _returns(chosen, links)
    desk.show(unit_more.tasks_of(chosen), unit_more.texts_of(chosen))


@page.part
def _over_time(chosen: filters.Filters, codes: Sequence[str]) -> None:
    """One indicator over time."""
    code = filters.choose("chi-so", _("Trend of"), codes, names.indicator)
    page.chart(_("Trend"), trend.trend(*subject.inked(subject.Asked(chosen.key, chosen, code, chosen.version, language()))))


def _returns(chosen: filters.Filters, links: unit_sheet.Links) -> None:
    periods = [chosen.period.shift(-back) for back in range(RETURNS_SHOWN)]
    made = boards(chosen.unit, periods, clock.today())
    rows = [next((row for row in rows if row.unit == chosen.unit), None) for rows in made]
    late = h("p", unit_more.punctuality(rows), class_="desk-big")
    desk.show(desk.heading(_("Its returns")), late, unit_sheet.returns_table(periods, rows, links))
    desk.show(unit_more.sent_and_now(chosen), desk.heading(_("Mistakes that came back")))
    counted = mistakes_of(chosen.unit, chosen.version)
    desk.show(unit_sheet.mistakes_table(counted, issue_kinds()) if counted else desk.note(_("No mistake has been found in its returns.")))
