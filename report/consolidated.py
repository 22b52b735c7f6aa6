"""The consolidated workbook in the official form: counts typed by units, rates and totals as formulas, every count with its cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from openpyxl.worksheet.worksheet import Worksheet

from catalogue.elements import elements
from catalogue.indicators import Definition, Group, Indicator, groups, indicators
from catalogue.language import LANGUAGES, _, day, named, number, speaking
from catalogue.measures import measures
from catalogue.periods import Period
from catalogue.units import units
from indicators.trace import trace
from report import names, workbook
from report.brief.cells import cells
from report.brief.main import core_indicators
from report.brief.view import View
from report.facts import none, trace_id
from report.order import body_of
from report.signing import signature

FIRST = 3
"""The first column of figures: number and unit stand before it."""
STATED = ("ok", "partial", "zero_denominator")


Counts = dict[str, tuple[float | None, float | None]]


@dataclass(frozen=True, slots=True)
class Column:
    """One indicator of a sheet: where its columns begin, by unit the counts that are added, and the value of the whole."""

    indicator: Indicator
    definition: Definition
    period: Period
    left: int
    counts: Counts
    value: float | None

    @property
    def rate(self) -> bool:
        """Whether counts are divided."""
        return self.definition.denominator is not None

    @property
    def wide(self) -> int:
        """How many columns it takes."""
        return 3 if self.rate else 1


@dataclass(frozen=True, slots=True)
class Placed:
    """The column of an indicator as it was written: in which sheet, and which row holds which unit."""

    sheet: str
    column: Column
    rows: Mapping[str, int]


def write(view: View) -> bytes:
    """The workbook, in Vietnamese whatever the screen speaks: a sheet for each group that has figures, then the cells behind them."""
    with speaking(LANGUAGES[0]):
        book, first = workbook.new_book(_("Sources"))
        placed: list[Placed] = []
        for group in _told(view):
            for columns in _alike(view, group):
                sheet = book.create_sheet(workbook.sheet_name(_sheet_words(view, group, columns)), len(book.sheetnames) - 1)
                placed += _Sheet(sheet, view, group, columns).draw()
        _sources(first, view, placed)
        book.active = 0
        return workbook.as_bytes(book)


def _told(view: View) -> list[Group]:
    """The groups with a figure of the unit."""
    table = view.own(core_indicators())
    told = {indicators()[code].group for code in table.loc[table["state"].isin(STATED), "indicator"]}
    return [group for code, group in groups().items() if code in told]


def _alike(view: View, group: Group) -> list[list[Column]]:
    """The group's indicators, those together whose figures are made of the same units: the past had other ones."""
    rows = [row for row in view.own(core_indicators()).to_dict("records") if row["state"] in STATED]
    found: dict[frozenset[str], list[Column]] = {}
    for row in rows:
        indicator, period = indicators()[row["indicator"]], Period.parse(row["figure_period"])
        if indicator.group == group.code:
            counts = _counted(view, indicator.code, period)
            mine = found.setdefault(frozenset(counts), [])
            left = mine[-1].left + mine[-1].wide if mine else FIRST
            definition = indicator.definition(period.end(indicator.calendar))
            mine.append(Column(indicator, definition, period, left, counts, none(row["value"])))
    return list(found.values())


def _sheet_words(view: View, group: Group, columns: Sequence[Column]) -> str:
    """What a sheet is called: the group, and the period where all of it belongs to another one."""
    periods = {column.period for column in columns}
    if len(periods) > 1 or periods == {view.period}:
        return names.group(group)
    tail = f" ({names.short(columns[0].period)})"
    return names.group(group)[: 31 - len(tail)].strip() + tail


def _counted(view: View, code: str, period: Period) -> Counts:
    """By unit, the counts that entered the figure: None for one that has not reported.

    A unit that had ended by the end of the period owes nothing for it: it stands there only with what it brought.
    """
    counts: Counts = {}
    for row in trace(view.cube, code, view.unit, period, boundaries=view.boundaries).units.to_dict("records"):
        above, below = counts.get(row["unit"], (None, None))
        if row["counted"]:
            above, below = _plus(above, none(row["numerator"])), _plus(below, none(row["denominator"]))
        counts[row["unit"]] = above, below
    end = period.end()
    return {unit: found for unit, found in counts.items() if found[0] is not None or units()[unit].exists(end)}


class _Sheet:
    """One sheet while it is written."""

    def __init__(self, sheet: Worksheet, view: View, group: Group, columns: Sequence[Column]) -> None:
        self.sheet, self.view, self.group, self.columns = sheet, view, group, columns
        self.width = columns[-1].left + columns[-1].wide - 1
        self.half = max(2, min(self.width, workbook.ON_A3) // 2)
        self.wide = max(self.half + 4, min(self.width, workbook.ON_A3))
        periods = {column.period for column in columns}
        self.period = periods.pop() if len(periods) == 1 else view.period
        self.first = 0

    def draw(self) -> list[Placed]:
        """Write all of it, and say where each column of counts stands."""
        head = self._official()
        self._headings(head)
        self.first = head + 4
        members = self._members()
        for at, unit in enumerate(members):
            workbook.figure(self.sheet, self.first + at, 1, float(at + 1))
            workbook.text(self.sheet, self.first + at, 2, names.unit(unit), boxed=True)
        placed = [self._fill(column, members) for column in self.columns]
        last = self.first + len(members)
        workbook.text(self.sheet, last, 1, "", boxed=True)
        workbook.text(self.sheet, last, 2, _("In all"), bold=True, boxed=True)
        self._sign(self._notes(last + 2))
        workbook.widths(self.sheet, 6, 26, rest=14, columns=self.width)
        workbook.heights(self.sheet, head, head + 2)
        self.sheet.freeze_panes = self.sheet.cell(self.first, FIRST)
        workbook.on_paper(self.sheet, (head, head + 3), mark=_mark(self.view))
        return placed

    def _official(self) -> int:
        """Whose table, the country and its motto, title, span and unit of measure; the row of the headings."""
        body, period = body_of(self.view.unit, self.view.today), self.period
        right = ("SOCIALIST REPUBLIC OF VIET NAM", "Independence - Freedom - Happiness")
        for row, (words, other) in enumerate(zip(body.lines, right, strict=True), 1):
            self._across(row, 1, self.half, words, bold=True)
            self._across(row, self.half + 1, self.wide, _(other), bold=True)
        title = _("Consolidated table: {group}", group=names.group(self.group)).upper()
        span = _("{period} (from {start} to {end})", period=names.period(period), start=day(period.start()), end=day(period.end()))
        subject = f"{names.unit(self.view.unit)}; {names.within(names.boundaries(self.view.boundaries))}"
        self._across(4, 1, self.wide, title, bold=True)
        self._across(5, 1, self.wide, span)
        self._across(6, 1, self.wide, f"{subject}; {names.within(names.invented())}" if self.view.illustrative else subject)
        self._across(7, 1, self.wide, _("Unit of measure: as named in each column"))
        return 8

    def _across(self, row: int, first: int, last: int, words: str, *, bold: bool = False) -> None:
        workbook.text(self.sheet, row, first, words, bold=bold, centred=True)
        self.sheet.merge_cells(start_row=row, start_column=first, end_row=row, end_column=last)

    def _headings(self, row: int) -> None:
        """Three rows of headings, then the row of column numbers."""
        workbook.heading(self.sheet, row, 1, _("No."), down=3)
        workbook.heading(self.sheet, row, 2, _("Unit"), down=3)
        for column in self.columns:
            name = names.indicator(column.indicator.code)
            if column.period != self.period:
                name = f"{name} ({names.period_inline(column.period)})"
            workbook.heading(self.sheet, row, column.left, name, across=column.wide, down=1)
            for at, words in enumerate(self._parts(column)):
                workbook.heading(self.sheet, row + 1, column.left + at, words)
                workbook.heading(self.sheet, row + 2, column.left + at, self._measure(column, at))
        for at in range(1, self.width + 1):
            stated = self._identity(at) if at >= FIRST else ""
            workbook.heading(self.sheet, row + 3, at, f"({at}){stated}")

    def _parts(self, column: Column) -> tuple[str, ...]:
        above = " + ".join(names.element(code) for code in column.definition.numerator.elements)
        if column.definition.denominator is None:
            return (above,)
        return above, " + ".join(names.element(code) for code in column.definition.denominator.elements), _("Rate")

    def _measure(self, column: Column, at: int) -> str:
        if at == 2:
            return "%"
        formula = column.definition.numerator if at == 0 else column.definition.denominator
        assert formula is not None
        return named(measures()[elements()[formula.elements[0]].unit])

    def _identity(self, at: int) -> str:
        """What a column of rates is made of, by the numbers of its columns."""
        for column in self.columns:
            if column.rate and at == column.left + 2:
                return f" = ({at - 2}):({at - 1})"
        return ""

    def _members(self) -> list[str]:
        """The units that are added, in the order of their codes; the unit itself where none is below it."""
        found = {unit for column in self.columns for unit in column.counts}
        return sorted(found, key=lambda unit: (units()[unit].code, unit)) or [self.view.unit]

    def _fill(self, column: Column, members: Sequence[str]) -> Placed:
        counts, rows = column.counts, {}
        for row, unit in enumerate(members, self.first):
            above, below = counts.get(unit, (None, None))
            if above is None:
                self._absent(column, row)
                continue
            rows[unit] = row
            workbook.figure(self.sheet, row, column.left, above, workbook.counted(above))
            if column.rate:
                workbook.figure(self.sheet, row, column.left + 1, below, workbook.counted(below))
                self._rate(column, row)
        self._total(column, self.first + len(members), list(rows.values()))
        return Placed(self.sheet.title, column, rows)

    def _absent(self, column: Column, row: int) -> None:
        """Empty cells for a unit that has not reported, and the word for it in the last of them: never a zero."""
        for at in range(column.wide):
            workbook.figure(self.sheet, row, column.left + at, None)
        workbook.text(self.sheet, row, column.left + column.wide - 1, _("not reported"), boxed=True, centred=True)

    def _rate(self, column: Column, row: int, *, bold: bool = False) -> None:
        above, below = workbook.address(row, column.left), workbook.address(row, column.left + 1)
        form = workbook.percent_format(column.indicator.decimals) if column.indicator.unit == "percent" else workbook.counted(column.value)
        workbook.figure(self.sheet, row, column.left + 2, workbook.divided(above, below, _("nothing arose")), form, bold=bold)

    def _total(self, column: Column, row: int, rows: Sequence[int]) -> None:
        """The sum of the counts that are there, and the rate of the sums; a figure nobody can add stands as it is."""
        for at in range(2 if column.rate else 1):
            formula = workbook.added([(one, column.left + at) for one in rows])
            bare = None if column.rate else column.value
            added = sum(counts[at] or 0.0 for counts in column.counts.values()) if formula else bare
            workbook.figure(self.sheet, row, column.left + at, formula or bare, workbook.counted(added), bold=True)
        if column.rate and rows:
            self._rate(column, row, bold=True)
        elif column.rate:
            share = None if column.value is None else column.value / 100
            workbook.figure(self.sheet, row, column.left + 2, share, workbook.percent_format(column.indicator.decimals), bold=True)

    def _notes(self, row: int) -> int:
        """How to read the table."""
        said = (
            _("A unit marked \u201cnot reported\u201d is left out of sums and rates; it is never counted as 0."),
            _("The cells behind each count are named in the sheet of sources."),
        )
        for at, words in enumerate(said):
            self.sheet.merge_cells(start_row=row + at, start_column=1, end_row=row + at, end_column=self.wide)
            workbook.text(self.sheet, row + at, 1, words)
        return row + len(said) + 1

    def _sign(self, row: int) -> None:
        """Place and day, the one who made the table, the one who signs."""
        body = body_of(self.view.unit, self.view.today)
        place = _("{place}, day {day} month {month} year {year}", place=body.place, day=" " * 6, month=" " * 6, year=" " * 8)
        self._across(row, self.half + 1, self.wide, place)
        self._across(row + 1, 1, self.half, _("MADE BY"), bold=True)
        for at, line in enumerate(signature("head").lines, 1):
            self._across(row + at, self.half + 1, self.wide, line, bold=True)


def _plus(before: float | None, more: float | None) -> float | None:
    return more if before is None else before if more is None else before + more


def _sources(sheet: Worksheet, view: View, placed: Sequence[Placed]) -> None:
    """Each count of the sheets with the cells it was typed in."""
    head = (
        *(_("Sheet"), _("Cell"), _("Trace id"), _("Unit"), _("Count"), _("Period")),
        *(_("Value"), _("As typed"), _("File"), _("Sheet and cell")),
    )
    last = workbook.table(sheet, 1, head, [row for one in placed for row in _source_rows(view, one)])
    workbook.widths(sheet, 26, 9, 44, 20, 46, 16, 16, 16, 40, 18)
    workbook.heights(sheet, 2, last - 1)
    sheet.freeze_panes = "A2"
    workbook.on_paper(sheet, (1, 1), mark=_mark(view))


def _mark(view: View) -> str:
    return names.invented() if view.illustrative else ""


def _source_rows(view: View, placed: Placed) -> Iterator[tuple[str, ...]]:
    code, period = placed.column.indicator.code, placed.column.period
    for one in cells(view, code, view.unit, period):
        if one.unit in placed.rows:
            cell = workbook.address(placed.rows[one.unit], placed.column.left + (one.side == "denominator"))
            value = ("\u2212" if one.sign < 0 else "") + number(one.value, None)
            where = f"{one.sheet}!{one.cell}" if one.file else _("Counted from the returns received")
            whose = names.unit(one.unit), one.name, names.period(one.period)
            yield placed.sheet, cell, trace_id(code, one.unit, period), *whose, value, one.raw, one.file, where
