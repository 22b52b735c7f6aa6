"""A total beside columns of months or quarters: it is the figure of the whole period only where they fill that period without a gap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from catalogue.periods import Period
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.dimensions import periods_of_rows
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.texts.rowkinds import is_time_total, numberish
from loaders.understanding.texts.words import classes

_LEAST = 2
_HALF = 0.5


def sums_over_time(o: Oriented, found: Sequence[Claim], whole: Period | None, span: Period | None) -> None:
    """Leave out the sums of months that do not make the whole period: in June "Total" beside twelve months is no figure of the year, nor is
    "Quarter II" one of the quarter while one of its months beside it is blank.

    A stock has no sum over time; what counts since January is that of the period once its last month is there. `span`: as `since_january`.
    """
    run = _run(whole) if whole is not None and span != whole else ()
    said = {col: column.period_in(whole) for col, column in o.columns.items() if not column.hidden}
    parts = {col: period for col, period in said.items() if period is not None}
    if len(parts) < _LEAST:
        return
    rows: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in found:
        if claim.role == "value" and claim.codes:
            rows[claim.cell.row, claim.codes, claim.unit.text if claim.unit else ""].append(claim)
    _running_totals(o, rows.values(), parts, whole)
    for line in rows.values():
        filled = {parts[c.cell.col] for c in line if c.cell.col in parts and c.basis != "year_to_date" and _has_figure(c)}
        for claim in line:
            period = parts.get(claim.cell.col) or claim.period or whole
            if period is None or claim.period not in (None, period):
                continue
            summed = claim.cell.col not in parts or claim.basis == "year_to_date"
            months = run if run and period == whole and summed else period.months
            if not _whole(o, claim, months, parts, filled):
                claim.role = "skip"
                claim.notes.append("sum_over_time")


def _running_totals(o: Oriented, lines: Collection[list[Claim]], parts: Mapping[int, Period], whole: Period | None) -> None:
    """The total beside columns from January on that is the sum of those up to the end of the period of the sheet, later ones blank: it
    counts since January."""
    if whole is None or whole.kind == "year" or whole.months[0].number == 1:
        return
    run = {Period.month(whole.year, number) for number in range(1, whole.months[-1].number + 1)}
    for line in lines:
        counted = {parts[c.cell.col]: c for c in line if c.cell.col in parts and c.basis == "in_period" and _has_figure(c)}
        if len(counted) < _LEAST or {m for period in counted for m in period.months} != run or len({p.kind for p in counted}) > 1:
            continue
        total = sum((c.cell.number or 0.0) for c in counted.values())
        for claim in line:
            if claim.cell.col not in parts and claim.basis == "in_period" and is_time_total(o.columns[claim.cell.col].leaf):
                claim.basis = "year_to_date" if _has_figure(claim) and abs((claim.cell.number or 0.0) - total) < _HALF else claim.basis


def since_january(o: Oriented, whole: Period | None) -> Period | None:
    """The period of a sheet that says "in the first n months"; where its columns or rows are all of these months, the quarter, half or year
    that holds them."""
    if whole is None or whole.kind != "month" or whole.number < _LEAST:
        return whole
    run = set(_run(whole))
    across = {column.period_in(whole) for column in o.columns.values() if not column.hidden}
    if not run <= across and not run <= set(periods_of_rows(o, whole).values()):
        return whole
    longer: tuple[Period, ...] = (Period(whole.year, "quarter", 1), Period(whole.year, "half", 1), Period(whole.year, "nine_months"))
    return next((period for period in longer if run <= set(period.months)), Period(whole.year, "year"))


def _run(month: Period) -> tuple[Period, ...]:
    """The months from January to this one."""
    return tuple(Period.month(month.year, number) for number in range(1, month.number + 1))


def rows_say_when(o: Oriented, whole: Period | None) -> bool:
    """Whether rows state several periods of their own, none of them as a sum since January."""
    stated = periods_of_rows(o, whole)
    if len(set(stated.values())) < _LEAST:
        return False
    rows = o.table.body if o.period_col is None else stated
    texts = {c.text for row in rows for c in o.table.row(row) if c.is_text and (o.period_col is None or c.col == o.period_col)}
    return not any({"so_far", "since_january"} & set(classes("lines.csv", text)) for text in texts)


def _has_figure(claim: Claim) -> bool:
    return claim.cell.kind == "N" or numberish(claim.cell)


def _whole(o: Oriented, claim: Claim, months: Sequence[Period], parts: dict[int, Period], filled: set[Period]) -> bool:
    """Whether the columns of parts of these months, where there are some with a figure, fill them, or reach their end under a heading that
    counts since January."""
    inside = {p for p in parts.values() if set(p.months) < set(months)}
    there = {m for p in inside & filled for m in p.months}
    if len(inside) < _LEAST or not there:
        return True
    if claim.cell.col in parts and claim.basis != "year_to_date":
        return claim.basis == "to_date" or inside <= filled
    if is_time_total(o.columns[claim.cell.col].leaf):
        return claim.basis != "to_date" and there == set(months)
    return months[-1] in there
