"""A turned table as a workbook: counts typed, rates dividing their counts, totals adding their cells, and a sheet that explains."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from openpyxl.worksheet.worksheet import Worksheet

from catalogue.language import _, day
from indicators.pivot import ALL, Pivot, Place, arranged, at
from indicators.reasons import sentences
from report import workbook

LOST = ("missing", "refused", "not_applicable", "not_due")


@dataclass(frozen=True, slots=True)
class Spoken:
    """What things, periods and units are called, in the order of the table, and what each thing is made of."""

    things: tuple[str, ...]
    periods: tuple[str, ...]
    units: tuple[str, ...]
    formulas: tuple[tuple[str, str, str], ...]
    """Of each thing: numerator, denominator, legal basis."""

    def of(self, axis: str) -> tuple[str, ...]:
        """The names along an axis."""
        return {"things": self.things, "periods": self.periods, "units": self.units}[axis]


@dataclass(frozen=True, slots=True)
class About:
    """What is said of the table: its title, lines under it, facts (name, words), the files behind it (file, received, periods)."""

    title: str
    lines: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    sources: tuple[tuple[str, str, str], ...]


def write(table: Pivot, down: str, spoken: Spoken, about: About) -> bytes:
    """The workbook: the table as the page shows it, whole; what it is made of; the files it came from."""
    book, sheet = workbook.new_book(_("Table of figures"))
    _Grid(sheet, table, down, spoken, about).draw()
    _explain(book.create_sheet(workbook.sheet_name(_("Explanation"))), table, spoken, about)
    _name_sources(book.create_sheet(workbook.sheet_name(_("Sources"))), about)
    return workbook.as_bytes(book)


class _Grid:
    """The sheet of figures while it is written: where each row and column of the table stands."""

    def __init__(self, sheet: Worksheet, table: Pivot, down: str, spoken: Spoken, about: About) -> None:
        self.sheet, self.table, self.down, self.spoken, self.about = sheet, table, down, spoken, about
        self.rows, self.columns = arranged(table, down)
        self.split = [self._three(column) for column in self.columns]
        self.left = self._lefts()
        self.width = 1 + sum(3 if three else 1 for three in self.split)
        self.first = 0

    def draw(self) -> None:
        head = workbook.top(self.sheet, self.about.title, self.about.lines, self.width)
        self.first = head + 3
        self._headings(head)
        for at_row, row in enumerate(self.rows):
            self._label(at_row, row)
            for at_column in range(len(self.columns)):
                self._cell(at_row, at_column)
        workbook.widths(self.sheet, 34, rest=13, columns=self.width)
        workbook.heights(self.sheet, head, self.first - 1)
        self.sheet.freeze_panes = self.sheet.cell(self.first, 2)
        workbook.on_paper(self.sheet, (head, head + 2))

    def _three(self, column: Place) -> bool:
        """Whether the column holds a rate: it is then three columns of the sheet, count, base and rate."""
        things = [column["things"]] if "things" in column else range(len(self.table.things))
        return any(self.table.divided(thing) for thing in things)

    def _lefts(self) -> list[int]:
        lefts = [2]
        for three in self.split[:-1]:
            lefts.append(lefts[-1] + (3 if three else 1))
        return lefts

    def _headings(self, row: int) -> None:
        outer, inner = self.columns[0]
        workbook.heading(self.sheet, row, 1, _axis(self.down), down=3)
        begun: dict[int, list[int]] = {}
        for column, left, three in zip(self.columns, self.left, self.split, strict=True):
            wide = 3 if three else 1
            begun.setdefault(column[outer], [left, 0])[1] += wide
            workbook.heading(self.sheet, row + 1, left, self.spoken.of(inner)[column[inner]], across=wide, down=1 if three else 2)
            for place, words in enumerate((_("Count"), _("Out of"), _("Rate")) if three else ()):
                workbook.heading(self.sheet, row + 2, left + place, words)
        for one, (left, wide) in begun.items():
            workbook.heading(self.sheet, row, left, self.spoken.of(outer)[one], across=wide)

    def _label(self, at_row: int, row: Place) -> None:
        total = self._is_total(row, {})
        workbook.text(self.sheet, self.first + at_row, 1, self.spoken.of(self.down)[row[self.down]], bold=total, boxed=True)

    def _is_total(self, row: Place, column: Place) -> bool:
        place = row | column
        return any(axis in place and getattr(self.table, axis)[place[axis]] == ALL for axis in ("periods", "units"))

    def _cell(self, at_row: int, at_column: int) -> None:
        row, column = self.rows[at_row], self.columns[at_column]
        index, line, left = at(row, column), self.first + at_row, self.left[at_column]
        bold, thing = self._is_total(row, column), self.table.things[index[0]]
        for place, side in enumerate(("numerator", "denominator") if self.split[at_column] else ("numerator",)):
            form = workbook.counted(float(getattr(self.table, side)[index]))
            workbook.figure(self.sheet, line, left + place, self._count(at_row, at_column, side, place), form, bold=bold)
        if not self.split[at_column]:
            return
        form = workbook.percent_format(thing.decimals) if thing.unit == "percent" else workbook.counted(float(self.table.value[index]))
        workbook.figure(self.sheet, line, left + 2, self._rate(index, line, left), form, bold=bold)

    def _rate(self, index: tuple[int, int, int], line: int, left: int) -> float | str | None:
        """Count over base as a formula (a mere count again); a percentage typed without its counts as a number; else nothing."""
        if self.table.state[index] in LOST:
            return None
        if self.table.divided(index[0]) and self.table.numerator[index] == self.table.numerator[index]:
            above, below = workbook.address(line, left), workbook.address(line, left + 1)
            return workbook.divided(above, below, _("nothing to count"))
        if not self.table.divided(index[0]):
            return f"={workbook.address(line, left)}"
        value = float(self.table.value[index])
        return value / 100 if self.table.things[index[0]].unit == "percent" else value

    def _count(self, at_row: int, at_column: int, side: str, place: int) -> float | str | None:
        """A count as typed; of a total the formula that adds its cells; nothing where there is no count."""
        index = at(self.rows[at_row], self.columns[at_column])
        value = float(getattr(self.table, side)[index])
        if self.table.state[index] in LOST or value != value:
            return None
        return workbook.added([(line, left + place) for line, left in self._parts(index)]) or value

    def _parts(self, index: tuple[int, int, int]) -> list[tuple[int, int]]:
        """Row and first column, in the sheet, of the cells a total is formed of; none for a cell that is no total."""
        thing, period, unit = index
        if self.table.periods[period] == ALL:
            marked = self.table.over_periods[thing, :, unit].nonzero()[0]
            return [self._stands(thing, int(one), unit) for one in marked]
        if self.table.units[unit] == ALL:
            marked = self.table.over_units[thing, period].nonzero()[0]
            return [self._stands(thing, period, int(one)) for one in marked]
        return []

    def _stands(self, thing: int, period: int, unit: int) -> tuple[int, int]:
        place = {"things": thing, "periods": period, "units": unit}
        row = place.pop(self.down)
        (_outer, one), (inner, other) = place.items()
        return self.first + row, self.left[one * self.table.state.shape[("things", "periods", "units").index(inner)] + other]


def _axis(name: str) -> str:
    return {"things": _("Indicator"), "periods": _("Period"), "units": _("Unit")}[name]


def _explain(sheet: Worksheet, table: Pivot, spoken: Spoken, about: About) -> None:
    row = workbook.facts(sheet, 1, (*about.facts, (_("Made on"), day(dt.datetime.now(dt.UTC).date())))) + 1
    heads = (_("Indicator"), _("Code"), _("Numerator"), _("Denominator"), _("Legal basis"), _("Units with figures"), _("Added up"))
    rows = [
        (
            spoken.things[number],
            thing.code,
            *spoken.formulas[number],
            _("{reporting} of {due} units", reporting=table.reporting(number)[0], due=table.reporting(number)[1]),
            how_added(table, number),
        )
        for number, thing in enumerate(table.things)
    ]
    row = workbook.table(sheet, row, heads, rows) + 1
    for words in remarks(table, spoken):
        workbook.text(sheet, row, 1, words)
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=len(heads))
        row += 1
    workbook.widths(sheet, 32, 30, 36, 36, 40, 14, 34)
    workbook.heights(sheet, 1, row)
    workbook.on_paper(sheet)


def how_added(table: Pivot, thing: int) -> str:
    """How the totals of a thing are formed, in words."""
    over = {
        "flow": _("Counts of all periods and units are added; a rate is divided again from the sums."),
        "stock": _("Counts of all units are added; over time only the last date counts."),
        "mixed": _("Counts of all units are added; periods are not added."),
    }
    return over[table.kinds[thing]]


def remarks(table: Pivot, spoken: Spoken) -> list[str]:
    """Each reason for which a total could not be formed or is not whole, with what it concerns; the same reason once."""
    found: dict[str, list[str]] = {}
    total = [[ALL in (period, unit) for unit in table.units] for period in table.periods]
    for number, name in enumerate(spoken.things):
        said = {
            sentence
            for p, units in enumerate(total)
            for u, whole in enumerate(units)
            if whole and table.state[number, p, u] in ("refused", "partial")
            for sentence in sentences(table.reason[number, p, u])
        }
        for sentence in sorted(said):
            found.setdefault(sentence, []).append(name)
    return [f"{sentence}: {'; '.join(names)}." for sentence, names in found.items()]


def _name_sources(sheet: Worksheet, about: About) -> None:
    workbook.table(sheet, 1, (_("File"), _("Received"), _("Periods")), about.sources)
    workbook.widths(sheet, 60, 16, 30)
    workbook.heights(sheet, 1, sheet.max_row)
    workbook.on_paper(sheet, (1, 1), across=False)
