"""Questions on time: no period or several, a return signed too early, another day, the month or the sum, figures copied."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from catalogue.language import _, day
from loaders.issues import written
from loaders.questions import Option
from loaders.spoken import period_name
from loaders.understanding import copied, so_far
from loaders.understanding.asking import ask_about
from loaders.understanding.claim import Claim
from loaders.understanding.days import of_the_period

if TYPE_CHECKING:
    from loaders.understanding.sheet_reading import Reading, SheetReading


_EARLY = dt.timedelta(days=4)


_SIGNED_LONG_BEFORE = 45


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
        ask_about(
            reading, claims, "period", code, part.sheet.name, _spot(part, claims), options, periods=names, said=wrong.text if wrong else ""
        )
    elif part.signed and "period" not in given:
        period = part.when.period
        if part.signed < min(period.end("nd09"), period.end("plain")) - _EARLY and (period.end("nd09") - part.signed).days > _limit(
            period.kind
        ):
            options = (Option(str(period), period_name(period)),)
            ask_about(
                reading,
                claims,
                "period",
                "signed_early",
                part.sheet.name,
                _spot(part, claims),
                options,
                period=str(period),
                day=day(part.signed),
            )


def ask_days(reading: Reading, part: SheetReading, given: Mapping[str, str]) -> None:
    """Stocks said to stand at a day outside the period are those of another time."""
    period = part.when.period
    key = f"day:{part.sheet.name}"
    if period is None or not part.days or "period" in given or given.get(key) == "as_is":
        return
    stocks = [c for c in part.claims if c.role == "value" and c.codes and c.basis == "to_date" and c.period == period]
    if not stocks or any(of_the_period(stated, period) for stated, _cell in part.days):
        return
    stated, cell = part.days[0]
    options = (Option("as_is", _("They are the figures of {period}", period=period_name(period))),)
    ask_about(reading, stocks, key, "other_day", part.sheet.name, cell, options, period=period_name(period), day=day(stated))


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
    """All figures as in the form's own column of last period: were they copied?"""
    for heading, claims in copied.repeated(part):
        first = claims[0]
        before, key = copied.past(first), copied.key_of(first)
        if before is None or given.get(key) == "no":
            continue
        if given.get(key) == "yes":
            for claim in claims:
                claim.status, claim.doubt = "rejected", "copied_period"
            continue
        options = (Option("yes", _("Yes, they were copied")), Option("no", _("No, they are right")))
        said = {"period": period_name(before), "other": heading}
        ask_about(reading, claims, key, "copied_period", part.sheet.name, first.cell.address, options, **said)
