"""Every cell behind the figures of a unit as a workbook, return by return: what the annex of sources has no room for in a large area."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby

from catalogue.language import LANGUAGES, _, speaking
from catalogue.periods import Period
from report import names, workbook
from report.brief.cells import Source, cells
from report.brief.main import core_indicators
from report.brief.view import View

STATED = ("ok", "partial", "zero_denominator")
Row = tuple[str | float, ...]


def write(view: View) -> bytes:
    """The workbook, in Vietnamese whatever the screen speaks: a row for each cell, those of a return together."""
    with speaking(LANGUAGES[0]):
        head = (
            *(_("No."), _("File"), _("Number in the store"), _("Unit"), _("Sheet"), _("Cell")),
            *(_("Count"), _("Period"), _("Value"), _("As typed"), _("Trace ids")),
        )
        title = _("Sources of the figures: {choice}", choice=names.choice(view.unit, view.period))
        wide = (6, 44, 14, 24, 22, 10, 46, 16, 16, 16, 60)
        return workbook.long_table(_("Sources"), title, head, list(_rows(view)), wide, names.invented() if view.illustrative else "")


def _rows(view: View) -> Iterator[Row]:
    """Returns in the order in which they came, what was counted from the arrivals themselves last; a cell once, whatever it enters."""
    used: dict[Source, list[str]] = defaultdict(list)
    for row in view.own(core_indicators()).to_dict("records"):
        if row["state"] in STATED:
            for one in cells(view, row["indicator"], view.unit, Period.parse(row["figure_period"])):
                traces = used[one.bare]
                traces += [one.trace] if one.trace not in traces else []
    ordered = sorted(used, key=lambda one: (not one.sent, one.sent, one.sheet, one.unit, _place(one.cell)))
    for at, (_sent, mine) in enumerate(groupby(ordered, key=lambda one: one.sent), 1):
        for one in mine:
            place = (one.sheet, one.cell) if one.file else (_("Counted from the returns received"), "")
            what = names.unit(one.unit), *place, one.name, names.period(one.period), one.value, one.raw
            yield at, one.file, one.sent or "", *what, ", ".join(used[one])


def _place(cell: str) -> tuple[int, str]:
    """A9 before A10, B2 behind them."""
    column = cell.rstrip("0123456789")
    return (int(cell[len(column) :] or 0), column)
