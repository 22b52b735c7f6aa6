"""Questions on time: no period or several, a return signed too early, another day, the month or the sum, figures copied."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from catalogue.language import _, number
from catalogue.language import day as day_said
from catalogue.periods import Period
from loaders.issues import issue, written
from loaders.opening.grid import position
from loaders.questions import Option
from loaders.spoken import period_name
from loaders.understanding.claiming.other_spans import OTHER_SPAN
from loaders.understanding.dates.days import of_the_period, signed_on
from loaders.understanding.dates.spans import period_of, spans
from loaders.understanding.doubting import copied, so_far
from loaders.understanding.headings.tags import meaning
from loaders.understanding.headings.things import things
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.days_of_rows import first_and_last
from loaders.understanding.sheets.asking import ask_about
from loaders.understanding.sheets.sheet_reading import header_lines
from loaders.understanding.texts.rowkinds import is_figure
from loaders.understanding.texts.words import classes, plain

if TYPE_CHECKING:
    from loaders.understanding.orienting.orient import Oriented
    from loaders.understanding.sheets.sheet_reading import Reading, SheetReading


_EARLY = dt.timedelta(days=4)
_LAST_TIME = dt.timedelta(days=62)
_SOON = dt.timedelta(days=24)


def ask_period(reading: Reading, part: SheetReading, given: Mapping[str, str]) -> None:
    """Ask for the period where none, several or an impossible one is said, or where the return was signed too early."""
    claims = [c for c in part.claims if c.role == "value"]
    undated = [c for c in claims if c.period is None]
    if part.when.period is None and claims and not undated:
        return
    if part.when.period is None:
        claims = undated
        wrong = part.when.impossible
        code = "period_impossible" if wrong else "period_conflict" if part.when.candidates else "no_period"
        names = ", ".join(period_name(p) for p in part.when.candidates)
        options = tuple(Option(str(p), period_name(p)) for p in part.when.candidates)
        said = {"periods": names, "said": wrong.text if wrong else "", "span": _no_span(part)}
        ask_about(reading, claims, "period", code, part.sheet.name, _spot(part, claims), options, **said)
    elif part.signed and "period" not in given:
        _ask_signed(reading, part, claims, part.when.period, part.signed)


def _no_span(part: SheetReading) -> str:
    """What the lines of a sheet say of days that bound no period; empty where they bound none, or say nothing of days."""
    found = [(a, b) for c in header_lines(part) if c.is_text for a, b, _calendar in spans(plain(c.text)) if period_of(a, b) is None]
    return (
        _("From {first} to {last} is no month, quarter, half year or year. ", first=day_said(found[0][0]), last=day_said(found[0][1]))
        if found
        else ""
    )


def _ask_signed(reading: Reading, part: SheetReading, claims: Sequence[Claim], period: Period, signed: dt.date) -> None:
    """A paper signed well before its period ended, or right after the same period of the next year: one of the two was not changed."""
    sheet, spot = part.sheet.name, _spot(part, claims)
    said = Option(str(period), period_name(period))
    ended = (period.end("nd09"), period.end("plain"))
    next_year = replace(period, year=period.year + 1)
    if signed < min(ended) - _EARLY and (ended[0] - signed).days > _limit(period.kind):
        ask_about(reading, claims, "period", "signed_early", sheet, spot, (said,), period=said.label, day=day_said(signed))
    elif next_year.end("nd09") - _EARLY <= signed <= next_year.end("plain") + _SOON:
        options = (said, Option(str(next_year), period_name(next_year)))
        names = ", ".join(o.label for o in options)
        ask_about(reading, claims, "period", "period_conflict", sheet, spot, options, periods=names, said="")


def ask_days(reading: Reading, part: SheetReading, given: Mapping[str, str]) -> None:
    """Stocks said to stand at a day outside the period are of another time; so are flows where all figures stop before its last month."""
    period = part.when.period
    key = f"day:{part.sheet.name}"
    if period is None or not part.days or "period" in given or given.get(key) == "as_is":
        return
    stated, cell = part.days[0]
    early = all(_stops_before(part, day, at, period) for day, at in part.days)
    told = [c for c in part.claims if c.role == "value" and c.codes and (early or c.basis == "to_date") and c.period == period]
    if not told or any(of_the_period(day, period) for day, _cell in part.days):
        return
    options = (Option("as_is", _("They are the figures of {period}", period=period_name(period))),)
    ask_about(reading, told, key, "other_day", part.sheet.name, cell, options, period=period_name(period), day=day_said(stated))


def _stops_before(part: SheetReading, stated: dt.date, address: str, period: Period) -> bool:
    """Whether a line says of no single thing, but of all figures, that they run to a day before the last month of the period."""
    cell = part.sheet.cell(*position(address))
    text = cell.text if cell else ""
    first = period.start("plain")
    inside = Period.month(stated.year, stated.month) in period.months[:-1] or first - _LAST_TIME <= stated < first
    return inside and "rules" not in classes("lines.csv", text) and not meaning(text).tags & things() and not signed_on(text)


def ask_bases(reading: Reading, part: SheetReading, given: Mapping[str, str]) -> None:
    """Figures that may be of the period alone or since January."""
    for key, claims, said in so_far.unclear(part):
        answer = given.get(key)
        if answer in so_far.BASES:
            for claim in claims:
                claim.basis = answer
            continue
        first = claims[0]
        period = period_name(first.period) if first.period else ""
        options = (Option("in_period", _("of the period alone")), Option("year_to_date", _("the sum since the beginning of the year")))
        words = {"label": first.label, "said": said, "raw": written(first.cell), "period": period}
        ask_about(reading, claims, key, "basis_unclear", part.sheet.name, first.cell.address, options, **words)


def _limit(kind: str) -> int:
    return {"month": 10, "quarter": 20, "half": 30, "nine_months": 30, "year": 40}[kind]


def _spot(part: SheetReading, claims: Sequence[Claim]) -> str:
    return next((s.cell for s in part.when.evidence if s.cell and s.sheet == part.sheet.name), claims[0].cell.address if claims else "")


def ask_repeated(reading: Reading, part: SheetReading, given: Mapping[str, str]) -> None:
    """Every figure that has one in the form's own column, or in the workbook's own sheet, of last period is the same: was it copied?"""
    for told in (*copied.repeated(part), *copied.repeated_sheets(reading, part)):
        _ask_copied(reading, part, told, given)


def ask_repeated_periods(reading: Reading, given: Mapping[str, str]) -> None:
    """Nearly every flow of a period is that of the period before it in the file: were they copied?"""
    for part, told in copied.repeated_periods(reading):
        _ask_copied(reading, part, told, given)


def _ask_copied(reading: Reading, part: SheetReading, told: tuple[str, list[Claim], int], given: Mapping[str, str]) -> None:
    """Ask the figures of a finding of `copied` that no other one asks."""
    heading, again, count = told
    claims = [c for c in again if c.doubt != "copied_period"]
    before = copied.past(claims[0]) if claims else None
    if before is None:
        return
    key, spot = copied.key_of(claims[0]), claims[0].cell.address
    said = {"same": number(len(claims)), "count": number(count), "period": period_name(before), "other": heading, "whose": ""}
    if given.get(key) == "yes":
        reading.issues.append(replace(issue("copied_period", part.sheet.name, spot, **said), severity="error"))
        for claim in claims:
            claim.status, claim.doubt = "rejected", "copied_period"
    elif given.get(key) != "no":
        options = (Option("yes", _("Yes, they were copied")), Option("no", _("No, they are right")))
        ask_about(reading, claims, key, "copied_period", part.sheet.name, spot, options, **said)


def tell_other_times(reading: Reading, part: SheetReading) -> None:
    """Say once for each table which rows were left out because they are of another time than the sheet or the file."""
    for index, oriented in enumerate(part.oriented):
        left = {
            c.cell.row: c for c in reversed(part.claims) if c.table == index and "other_time" in c.notes and c.codes and is_figure(c.cell)
        }
        period = part.when.period or oriented.named
        if not left or period is None:
            continue
        said = dict.fromkeys(_time_of(oriented, claim) for _row, claim in sorted(left.items()))
        words = {"count": number(len(left)), "period": period_name(period), "said": "; ".join(said)}
        reading.issues.append(issue("other_time", part.sheet.name, left[min(left)].cell.address, **words))


def tell_other_spans(reading: Reading, part: SheetReading) -> None:
    """Say once for each table which headings count another span of time ("in the month" of a quarter) and were left out."""
    for index in range(len(part.tables)):
        left = [c for c in part.claims if c.table == index and OTHER_SPAN in c.notes and is_figure(c.cell)]
        period = part.when.period
        if left and period is not None:
            headings = dict.fromkeys(text for c in left if (text := part.oriented[index].columns[c.cell.col].leaf or c.label))
            words = {"period": period_name(period), "said": "; ".join(headings)}
            reading.issues.append(issue("other_span", part.sheet.name, left[0].cell.address, **words))


def _time_of(oriented: Oriented, claim: Claim) -> str:
    """The time of a row as it is written there."""
    days = first_and_last(oriented).get(claim.cell.row)
    if days:
        return " - ".join(day_said(day) for day in days)
    return oriented.text(claim.cell.row, oriented.period_col) or (period_name(claim.period) if claim.period else "")
