"""How many communes there are, and how many have reported."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from catalogue.language import _, number
from catalogue.units import units
from report.checking.claims import Claim
from report.checking.finding import Finding
from report.checking.folding import declared, plain, says
from report.checking.ours import Fact
from report.checking.reported import Report

if TYPE_CHECKING:
    from report.checking.judging import Case


def concerns(claim: Claim) -> bool:
    """Whether a claim counts communes of all communes."""
    fraction = claim.first("fraction")
    return fraction is not None and fraction.noun in _commune_nouns()


def _commune_nouns() -> dict[str, str]:
    """What communes are called in a count, and the only type meant ("" for all)."""
    return {row["noun"]: row["type"] for row in declared("commune_nouns.csv")}


def check(case: Case) -> Iterator[Finding]:
    """The whole must be the number of communes of the area; those said to have reported must be those we heard from."""
    fraction = case.claim.first("fraction")
    assert fraction is not None
    day = case.period.end() if case.period else case.report.about.written
    if not case.unit or case.above or day is None or units()[case.unit].level == "commune":
        return
    communes = units().communes_under(case.unit, day)
    kind = _commune_nouns()[fraction.noun]
    counts = {len(communes), sum(u.type == kind for u in communes) if kind else len(communes)}
    if fraction.over not in counts:
        message = _("{unit} has {count} communes on that day.", unit=units()[case.unit].name, count=number(len(communes)))
        yield case.found("unit", "differs", message, number(len(communes)))
        return
    yield from _reported(case, fraction.low)


def _reported(case: Case, said: float) -> Iterator[Finding]:
    if not says("sent", case.claim.near) or case.ours is None or case.period is None:
        return
    heard = {f.reporting: f for (_code, period), f in case.ours.facts(case.unit, case.period).items() if period == str(case.period)}
    if not heard:
        return
    if said in heard:
        fact = heard[int(said)]
        yield case.found("number", "match", _("As many have reported to us."), f"{number(fact.reporting)}/{number(fact.due)}", fact)
    elif said > max(heard):
        fact = heard[max(heard)]
        message = _("{reporting} of {due} have reported to us.", reporting=number(fact.reporting), due=number(fact.due))
        yield case.found("number", "differs", message, f"{number(fact.reporting)}/{number(fact.due)}", fact)


def declared_in(report: Report, fact: Fact) -> bool:
    """Whether the report itself says how many units its figures rest on ("5/6 communes have reported")."""
    pattern = re.compile(rf"(?<!\d){fact.reporting}\s*/\s*{fact.due}(?![\d.])")
    return any(pattern.search(plain(passage.text)) and says("sent", passage.text) for passage in report.passages)
