"""The typed text of every claim -> its value, in the unit its element is kept in; what cannot be taken says why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from catalogue.facts import Issue
from catalogue.indicators import indicators
from catalogue.language import number as shown
from loaders.issues import issue, written
from loaders.opening.grid import decimals_of
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.typed import measures
from loaders.understanding.typed.values import Typed, is_count, typed
from loaders.understanding.typed.verdicts import Unit, borrowed, column_verdict, with_scale
from loaders.understanding.weighing import amounts
from loaders.understanding.weighing.greatest import too_great
from loaders.understanding.weighing.scales import scale_key, scale_of

if TYPE_CHECKING:
    from loaders.understanding.sheets.sheet_reading import SheetReading

_KEY = "value:"
_ISSUES = {
    "letter_in_number": "number_letter",
    "point_became_decimal": "count_fraction",
    "count_not_whole": "count_fraction",
    "no_cached_value": "no_cache",
    "percent_scale": "percent_scale",
    "approximate": "approximate",
    "decimal_sign": "number_ambiguous",
}


def read(part: SheetReading, given: Mapping[str, str]) -> list[Issue]:
    """Fill the values of the claims of a sheet; the issues say which cells cannot be taken."""
    found: list[Issue] = []
    answered = any(key.startswith(_KEY) for key in given)
    groups: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    across = [oriented.shape == "transposed" for oriented in part.oriented]
    for claim in part.claims:
        if claim.role in ("value", "total", "check"):
            line = claim.cell.row if across[claim.table] else claim.cell.col
            groups[claim.table, line, kind_of(claim), claim.half].append(claim)
    verdicts = {key: column_verdict([c.cell for c in members], kind_of(members[0])) for key, members in groups.items()}
    for key, members in sorted(groups.items(), key=lambda item: verdicts[item[0]].scale == "unsure"):
        verdict = verdicts[key]
        if verdict.unit in ("money", "points"):
            verdict = borrowed(verdict, (v for k, v in verdicts.items() if k != key and v.unit == verdict.unit))
        if verdict.scale == "unsure":
            checked = all(claim.role == "check" for claim in members)
            verdict = with_scale(verdict, "percent" if checked else scale_of(members, part.claims, given))
        others = []
        for claim in members:
            if verdict.unit == "count" and not answered and is_count(claim.cell):
                claim.value, claim.state, claim.decimals = claim.cell.value, "number", decimals_of(claim.cell.style.number_format)  # type: ignore[assignment]
            else:
                others.append(claim)
        zeros = bool(others) and any(c.cell.text.strip() == "0" if c.cell.is_text else c.cell.value == 0 for c in members)
        for claim in others:
            problem = _value(claim, typed(claim.cell, verdict), verdict.unit, zeros, given)
            if problem and claim.role == "value":
                found.append(problem)
        found += _thousands(members)
        found += _asked_scale(members) if verdict.scale == "unsure" else []
        found += _over(members) if verdict.unit == "percent" else []
        if verdict.unit == "money":
            amounts.scale(part, members)
    amounts.weigh(part, given)
    found += too_great(part.claims, given)
    if not any(i.code == "number_ambiguous" for i in found):
        return found
    settled = {(c.sheet, c.cell.address) for c in part.claims if c.status == "accepted" and c.value is not None}
    return [i for i in found if i.code != "number_ambiguous" or (i.sheet, i.cell) not in settled]


def kind_of(claim: Claim) -> Unit:
    """Count, percent, money or points, from the element or from what the heading says."""
    if claim.role == "check" or (claim.notes and "rate_of_row" in claim.notes):
        return "percent"
    return _kind_of(claim.codes[0] if claim.codes else "")


@cache
def _kind_of(code: str) -> Unit:
    if code in indicators() and indicators()[code].unit == "percent":
        return "percent"
    if code and measures.is_money(code):
        return "money"
    measure = measures.of_element(code)
    return "points" if measure is not None and measure.code.startswith("point") else "count"


def _asked_scale(members: Sequence[Claim]) -> list[Issue]:
    asked = [c for c in members if c.doubt == "percent_scale"]
    for claim in asked:
        claim.question = scale_key(claim)
    return [issue("percent_scale", c.sheet, c.cell.address, label=c.label) for c in asked[:1]]


def _value(claim: Claim, said: Typed, unit: Unit, zeros: bool, given: Mapping[str, str]) -> Issue | None:
    """Take what a cell says, or doubt it; the issue is None where nothing is wrong (a blank, or nothing to report)."""
    answer = given.get(value_key(claim))
    if answer is not None:
        claim.value, claim.state, claim.status = (float(answer), "number", "accepted") if answer else (None, "missing", "accepted")
        return None
    claim.readings = said.readings
    if said.state == "fraction":
        return _fraction(claim, said)
    if said.state == "number" and not said.approximate:
        claim.value, claim.state, claim.decimals = said.value, "number", said.decimals
        if said.value is not None and said.unit and measures.of_another_thing(said.unit, claim.code):
            return _doubt(claim, "other_thing", replace(said, readings=(said.value,)))
        return _doubt(claim, "negative", said) if said.value is not None and said.value < 0 and unit in ("count", "percent") else None
    if claim.scale != 1 and not said.approximate and isinstance(claim.cell.value, int | float):  # asked as thousands, below
        claim.value, claim.state, claim.decimals = float(claim.cell.value), "number", said.decimals
        return None
    if said.state == "zero_word" and unit == "count" and not zeros:
        claim.value, claim.state = 0.0, "number"
        return None
    if said.state in ("missing", "not_applicable", "zero_word") or (unit == "percent" and said.state in ("yes", "no")):
        claim.state = "missing"
        return None
    if said.why == "percent_scale":
        claim.state, claim.status, claim.doubt = "bad", "asked", "percent_scale"
        return None
    return _doubt(claim, _code_of(said), said)


def value_key(claim: Claim) -> str:
    """The key of the question what a cell holds."""
    return f"{_KEY}{claim.spot}"


def _code_of(said: Typed) -> str:
    if said.approximate:
        return "approximate"
    if said.state in ("yes", "no"):
        return "mark_in_count"
    if said.state == "date":
        return "date_in_count"
    if said.state == "error":
        return "no_cache" if said.why == "no_cached_value" else "error_value"
    return _ISSUES.get(said.why, "number_unreadable")


def _doubt(claim: Claim, code: str, said: Typed) -> Issue:
    readings = [shown(v, None) for v in said.readings]
    problem = issue(
        code,
        claim.sheet,
        claim.cell.address,
        raw=written(claim.cell),
        first=readings[0] if readings else "",
        second=readings[1] if len(readings) > 1 else "",
        label=claim.label,
    )
    claim.value, claim.state, claim.doubt = None, "bad", code
    claim.status = "rejected" if problem.severity == "error" and not said.readings else "asked"
    return problem


def _fraction(claim: Claim, said: Typed) -> Issue | None:
    if not claim.half:
        return _doubt(claim, "number_unreadable", said)
    claim.value, claim.state = said.numerator if claim.half == "numerator" else said.denominator, "number"
    if said.why == "rate_disagrees" and said.denominator:
        rate = shown(100 * (said.numerator or 0) / said.denominator, 1) + "%"
        text = f"{shown(said.numerator)}/{shown(said.denominator)} = {rate}"
        claim.told = "fraction_differs"
        return (
            issue("fraction_differs", claim.sheet, claim.cell.address, raw=written(claim.cell), computed=text)
            if claim.half == "numerator"
            else None
        )
    return None


def _thousands(members: Sequence[Claim]) -> list[Issue]:
    """Counts printed in thousands: each is asked, what it would be in full beside what is typed."""
    asked = [c for c in members if c.scale != 1 and c.role == "value" and c.value]
    for claim in asked:
        value = claim.value or 0.0
        claim.readings, claim.value = (value * claim.scale, value), None
        claim.state, claim.status, claim.doubt = "bad", "asked", "in_thousands"
    return [
        issue("in_thousands", c.sheet, c.cell.address, raw=written(c.cell), measure=c.told, computed=shown(c.readings[0]))
        for c in asked[:1]
    ]


def _over(members: Sequence[Claim]) -> list[Issue]:
    found = []
    for claim in members:
        if claim.role == "value" and claim.value is not None and claim.value > 100.05 and not _may_exceed(claim.codes):
            claim.status, claim.doubt = "rejected", "percent_over"
            found.append(issue("percent_over", claim.sheet, claim.cell.address, raw=written(claim.cell)))
    return found


def _may_exceed(codes: tuple[str, ...]) -> bool:
    return any(code in indicators() and indicators()[code].quota for code in codes)
