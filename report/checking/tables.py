"""Cells of tables held against our figures: the row says whose or what, the heading above what of it and of when.

A cell agrees when a figure it may be has its value. It is called wrong only where row and heading are sure; a column in which
nothing agrees is one finding on its heading: then another day or another count is meant, and the cells are not to blame.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from catalogue.area import installed_root
from catalogue.indicators import indicators
from catalogue.language import _, number
from catalogue.periods import Period
from catalogue.units import units
from report.checking import table_targets, told
from report.checking.amounts import Amount
from report.checking.finding import Finding
from report.checking.folding import says
from report.checking.ours import Fact, Ours, agrees
from report.checking.reported import Report
from report.checking.table_columns import meanings
from report.checking.table_shape import Row, Table, figures_of, role, tables
from report.checking.table_words import Meaning, communes_of, counted_in, period_of, rate_of, unit_of

_SILENT_PARTS = ("plans", "proposals")
_COLUMNS_OF_RATE = ("result", "above", "below")
_WHOLLY_WRONG = 4


@dataclass(frozen=True, slots=True)
class Option:
    """One of our figures a cell may be: `value` the count expected, None where the rate with its counts is."""

    fact: Fact
    value: float | None

    @property
    def said(self) -> str:
        """The value in words."""
        return told.value(self.fact) if self.value is None else number(self.value, None)


@dataclass(frozen=True, slots=True)
class Trial:
    """One cell: its passage, its amounts, whose and of when it is, and the figures of ours it may be (the likeliest first)."""

    passage: int
    parts: tuple[Amount, ...]
    unit: str
    period: Period
    share: bool
    options: tuple[Option, ...]

    @property
    def fitting(self) -> Option | None:
        """The first figure of ours that has this value."""
        return next((option for option in self.options if _fits(option, self.parts)), None)


def check(report: Report, ours: Ours | None) -> list[Finding]:
    """Every finding on cells of tables; none without figures of ours, a unit and a period."""
    period = report.about.period
    if ours is None or report.about.unit is None or period is None:
        return []
    judged = (
        _by_unit(report, ours, table, period) or _by_row(report, ours, table, period) for table in tables(report) if _speaks(report, table)
    )
    return [finding for found in judged for finding in found]


def _area(report: Report) -> str:
    """The area whose units the rows may name: that of the report, or the one we serve within it."""
    assert report.about.unit is not None
    own = report.about.unit.id
    return own if units().lies_in(own, installed_root()) else installed_root()


def _blamed(report: Report, unit: str) -> bool:
    """Whether a cell of this unit may be called wrong: not what a report of a larger area says as a whole."""
    assert report.about.unit is not None
    return unit != _area(report) or unit == report.about.unit.id


def _speaks(report: Report, table: Table) -> bool:
    """Whether a table tells what was reached, not what is planned or asked."""
    first = next((at for row in table.rows for at in row.cells if at is not None), 0)
    return report.parts[first] not in _SILENT_PARTS


# --- units in rows ---------------------------------------------------------------------------------------------------------


def _by_unit(report: Report, ours: Ours, table: Table, period: Period) -> list[Finding]:
    """The findings on a table with a unit in each row; [] when it is none."""
    area = _area(report)
    communes = communes_of(area, period)
    whose = [next((u for text in row.texts[:3] if text and (u := unit_of(text, area, communes))), "") for row in table.rows]
    if sum(unit not in ("", area) for unit in whose) < 2:
        return []
    found: list[Finding] = []
    meant = meanings(table)
    for at in table_targets.columns(table):
        code = rate_of(table.headings[at]) or _rate_beside(meant, at)
        cells = [
            table_targets.aimed(row, at, unit, code, table.headings[at], period)
            for row, unit in zip(table.rows, whose, strict=True)
            if unit
        ]
        found += table_targets.check(report, ours, table, table.heads[at], [cell for cell in cells if cell])
    for at, meaning in enumerate(meant):
        if meaning and not says("so_far", table.headings[at]):
            of = period_of(table.headings[at], period) or period
            trials = [_trial(row, at, unit, meaning, ours, of) for row, unit in zip(table.rows, whose, strict=True) if unit]
            found += _column(report, ours, table.heads[at], [trial for trial in trials if trial], of)
    return found


def _rate_beside(meant: list[Meaning | None], at: int) -> str:
    """The indicator that a column of targets without a name of its own is for: the only rate of the table, else the one next to it."""
    rates = {one.code for one in meant if one and one.part == "rate"}
    beside = [one.code for one in (meant[at - 1 : at] + meant[at + 1 : at + 2]) if one and one.part == "rate"]
    return next(iter(rates)) if len(rates) == 1 else beside[0] if len(beside) == 1 else ""


def _trial(row: Row, at: int, unit: str, meaning: Meaning, ours: Ours, period: Period) -> Trial | None:
    cell, parts = row.cells[at], figures_of(row.texts[at])
    if cell is None or not parts:
        return None
    share = meaning.part == "rate"
    return Trial(cell, _as_share(parts) if share else parts, unit, period, share, tuple(_options(meaning, unit, ours, period)))


def _column(report: Report, ours: Ours, head: int | None, trials: Sequence[Trial], period: Period) -> Iterator[Finding]:
    """The findings on one column. What most of its cells are of is what a wrong cell is held against."""
    right = [trial.fitting for trial in trials]
    known = [trial for trial in trials if trial.options]
    if len(known) >= _WHOLLY_WRONG and not any(right) and head is not None:
        yield _wholly_wrong(report, head, known)
        return
    usual = Counter(option.fact.period for option in right if option).most_common(1)
    for trial in trials:
        if trial.fitting:
            yield _match(report, trial, trial.fitting)
        elif trial.options:
            yield from _differs(report, trial, usual[0][0] if usual else "")
        elif any(right) and ours.any_of(trial.unit, period):
            yield from _unfounded(report, trial)


def _wholly_wrong(report: Report, head: int, known: Sequence[Trial]) -> Finding:
    option = known[0].options[0]
    message = _(
        "None of the {count} values below is ours; the first would be {ours}. Check the period and what is counted.",
        count=number(len(known)),
        ours=told.whole(option.fact),
    )
    text = report.passages[head].text
    return report.found(head, 0, len(text), "number", "differs", message, option.said, option.fact.origin)


# --- indicators in rows ----------------------------------------------------------------------------------------------------


def _by_row(report: Report, ours: Ours, table: Table, period: Period) -> list[Finding]:
    """The findings on a table with an indicator or an element in each row."""
    found: list[Finding] = []
    columns = [_column_of(report, heading, period) for heading in table.headings]
    label = _labels(table)
    if label is None:
        return []
    for row in table.rows:
        found += _row(report, ours, row, label, columns, period)
    for at in table_targets.columns(table):
        named = [(row, rate_of(row.texts[label])) for row in table.rows]
        cells = [table_targets.aimed(row, at, columns[at].unit, code, table.headings[at], period) for row, code in named]
        found += table_targets.check(report, ours, table, table.heads[at], [cell for cell in cells if cell])
    return found


@dataclass(frozen=True, slots=True)
class Column:
    """What a heading says where the row names the indicator: the part, whose, and of when (None: as the row says)."""

    role: str
    unit: str
    period: Period | None


def _column_of(report: Report, heading: str, period: Period) -> Column:
    area, of = _area(report), period_of(heading, period)
    told_role = role(heading)
    unit = unit_of(heading, area, communes_of(area, period)) if heading else ""
    if not told_role and (of or unit):
        told_role = "result"
    return Column("silent" if says("so_far", heading) else told_role, unit or area, of)


def _labels(table: Table) -> int | None:
    """The column of the names: the one with the most letters."""
    letters = [sum(c.isalpha() for row in table.rows for c in row.texts[at]) for at in range(len(table.headings))]
    measured = [0 if role(heading) in ("measure", "silent") else size for heading, size in zip(table.headings, letters, strict=True)]
    return measured.index(max(measured)) if any(measured) else None


def _row(report: Report, ours: Ours, row: Row, label: int, columns: Sequence[Column], period: Period) -> Iterator[Finding]:
    own = next((p for at, text in enumerate(row.texts) if at != label and not figures_of(text) and (p := period_of(text, period))), None)
    noun = next((row.texts[at] for at, column in enumerate(columns) if column.role == "measure"), "")
    groups: dict[tuple[str, str], list[Trial]] = {}
    for at, column in enumerate(columns):
        meaning = _in_row(row.texts[label], noun, row.texts[at], column.role)
        of = column.period or own or period
        trial = _trial(row, at, column.unit, meaning, ours, of) if meaning and at != label else None
        if trial:
            groups.setdefault((column.unit, str(of)), []).append(trial)
    for trials in groups.values():
        yield from _together(report, trials)


def _in_row(label: str, noun: str, text: str, role_of: str) -> Meaning | None:
    """What a cell of a column of that role is, in a row of that name."""
    if role_of not in _COLUMNS_OF_RATE or not label:
        return None
    code = rate_of(label)
    rate = says("rate_word", label) or "%" in noun or any(a.sort == "percent" for a in figures_of(text))
    if rate or (code and not counted_in(label, "") and role_of != "result"):
        parts = {"result": "rate", "above": "above", "below": "below"}
        return Meaning(code, parts[role_of]) if code else None  # type: ignore[arg-type]
    if role_of == "result" or not code:
        element = counted_in(label, "")
        return Meaning(element, "count") if element else Meaning(code, "above" if _is_share(code) else "rate") if code else None
    return None


def _is_share(code: str) -> bool:
    return indicators()[code].unit == "percent"


def _together(report: Report, trials: Sequence[Trial]) -> Iterator[Finding]:
    """The cells of one figure: where none of several is ours, the rate alone is told, with its counts."""
    usual = Counter(trial.fitting.fact.period for trial in trials if trial.fitting).most_common(1)
    lost = len(trials) > 1 and not usual and any(trial.share and trial.options for trial in trials)
    for trial in trials:
        if trial.fitting:
            yield _match(report, trial, trial.fitting)
        elif trial.options and (trial.share or not lost):
            yield from _differs(report, trial, usual[0][0] if usual else "")


# --- one cell --------------------------------------------------------------------------------------------------------------


def _options(meaning: Meaning, unit: str, ours: Ours, period: Period) -> Iterator[Option]:
    if meaning.part == "count":
        for value, fact in ours.counts(meaning.code, unit, period):
            yield Option(fact, value)
        return
    for fact in ours.near(meaning.code, unit, period):
        if meaning.part == "rate":
            yield Option(fact, None if _is_share(meaning.code) else fact.value)
        elif (count := fact.numerator if meaning.part == "above" else fact.denominator) is not None:
            yield Option(fact, count)


def _as_share(parts: tuple[Amount, ...]) -> tuple[Amount, ...]:
    """A bare number under a heading of a rate is a percentage."""
    return (replace(parts[0], sort="percent"),) if len(parts) == 1 and parts[0].sort == "count" else parts


def _fits(option: Option, parts: Sequence[Amount]) -> bool:
    if option.value is not None:
        return len(parts) == 1 and parts[0].low == option.value
    return all(_part_fits(option.fact, part) for part in parts)


def _part_fits(fact: Fact, part: Amount) -> bool:
    if part.sort == "fraction":
        return (part.low, part.over) == (fact.numerator, fact.denominator)
    return agrees(fact.value, part) if part.sort == "percent" else part.low in (fact.numerator, fact.denominator)


def _match(report: Report, trial: Trial, option: Option) -> Finding:
    message = _("Agrees with our figure: {ours}.", ours=told.whole(option.fact))
    return _found(report, trial, "match", message, option)


def _differs(report: Report, trial: Trial, usual: str) -> Iterator[Finding]:
    """A wrong cell, held against the figure of the period the cells beside it are of (`usual`), else the likeliest; a count against a
    whole figure alone, for what is still missing may be in it; never against one of a longer period than is spoken of."""
    same = next((o for o in trial.options if o.fact.period == usual), None)
    if usual and same is None:
        yield from _unfounded(report, trial)
        return
    option = same or trial.options[0]
    longer = len(Period.parse(option.fact.period).months) > len(trial.period.months)
    if (longer and not same) or not _blamed(report, trial.unit) or (option.value is not None and not option.fact.whole):
        return
    message = _("Ours is {ours}. Correct the number, or send the return that it comes from.", ours=told.whole(option.fact))
    yield _found(report, trial, "differs", message, option)


def _unfounded(report: Report, trial: Trial) -> Iterator[Finding]:
    """A cell of a unit we hold nothing of, beside cells that are ours."""
    if _blamed(report, trial.unit):
        message = _("We hold no figure of this for {unit}. Give n/N and where they come from.", unit=units()[trial.unit].name)
        yield _found(report, trial, "no_basis", message)


def _found(report: Report, trial: Trial, verdict, message: str, option: Option | None = None) -> Finding:
    text = report.passages[trial.passage].text
    kind = "percent" if trial.share else "number"
    ours, origin = (option.said, option.fact.origin) if option else ("", None)
    return report.found(trial.passage, 0, len(text), kind, verdict, message, ours, origin)  # type: ignore[arg-type]
