"""Percentages beside their counts: compared with every ratio they may mean, told where they fit none, never stored."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from catalogue.indicators import Formula, indicators
from catalogue.language import number as shown
from catalogue.language import percent
from catalogue.periods import Period
from loaders.issues import issue, written
from loaders.understanding.claiming.basis import basis_role
from loaders.understanding.headings.divisions import ratio_of
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.stated import ratio_columns

if TYPE_CHECKING:
    from loaders.understanding.sheets.sheet_reading import Reading, SheetReading

Key = tuple[str, Period | None, str]
_NEAR = 4


def total_of(formula: Formula, members: dict[str, Claim]) -> float | None:
    """The value of a formula, None where one of its elements is missing."""
    total = 0.0
    for sign, code in formula.terms:
        claim = members.get(code)
        if claim is None or claim.value is None:
            return None
        total += sign * claim.value
    return total


def rates(reading: Reading, part: SheetReading) -> None:
    """A percentage is compared with every ratio of counts it may mean; only one that fits none of a known pair is told."""
    by_unit: dict[Key, dict[str, Claim]] = defaultdict(dict)
    if not any(claim.role == "check" or (claim.codes and claim.codes[0] in indicators()) for claim in part.claims):
        return
    plans: dict[tuple[int, int], list[Claim]] = defaultdict(list)
    for claim in part.claims:
        if "plan" in claim.notes and isinstance(claim.cell.value, int | float) and claim.cell.value:
            plans[claim.table, claim.cell.row].append(claim)
        if claim.role in ("value", "total") and claim.code and claim.value is not None:
            by_unit[_row_key(claim)].setdefault(claim.code + "|" + claim.basis, claim)
    for claim in part.claims:
        if claim.role == "check" and claim.value is not None:
            _rate(reading, part, claim, by_unit, plans[claim.table, claim.cell.row])
        elif (
            claim.role == "value" and claim.code in indicators() and claim.value is not None and indicators()[claim.code].unit == "percent"
        ):
            _known_rate(reading, claim, by_unit)


def _row_key(claim: Claim) -> Key:
    """Whose figures are held against each other: those of a unit, or of one name for which no unit is known yet."""
    unit = claim.unit.unit.id if claim.unit and claim.unit.unit else ("total" if claim.role == "total" else "row")
    apart = f"{claim.table} {claim.unit.text if claim.unit else ''}" if unit in ("total", "row") else ""
    return unit, claim.period, apart


def _rate(reading: Reading, part: SheetReading, claim: Claim, by_unit: dict[Key, dict[str, Claim]], plans: list[Claim]) -> None:
    column = part.oriented[claim.table].columns.get(claim.cell.col)
    since = column is not None and basis_role(column) in ("year_to_date", "cumulative")
    counts = _counts(by_unit.get(_row_key(claim), {}), since)
    if not counts:
        return
    pairs = [(n, d) for n, d in _pairs(part, claim, counts, since) if d.value and n.value is not None]
    if not pairs or _of_the_plan(claim, pairs[0][0], plans) or any(_explains(claim, n, d) for n, d in pairs):
        return
    told = [(n, d) for n, d in pairs if claim.codes or d.table == claim.table]
    if told and (claim.codes or not _of_others(claim, counts, since)):
        _tell(reading, claim, *told[0])


def _counts(members: dict[str, Claim], since: bool) -> dict[str, Claim]:
    """The counts of a row by element: of those given both for the period and since January the ones that a rate `since` then is of."""
    ordered = sorted(members.values(), key=lambda c: (c.basis == "year_to_date") == since)
    return {c.code: c for c in ordered}


def _pairs(part: SheetReading, claim: Claim, counts: dict[str, Claim], since: bool) -> list[tuple[Claim, Claim]]:
    """The counts a rate may be of: those of its row's element, or the one in the column just before it with each whole that this is
    reckoned of, in the same list or another. One that does not say that it runs `since` January is not held against counts that do."""
    stated = ratio_columns(part.oriented[claim.table], claim.cell.col)
    if stated:
        at = {c.cell.col: c for c in counts.values() if c.table == claim.table and c.cell.row == claim.cell.row}
        return [(at[stated[0]], at[stated[1]])] if stated[0] in at and stated[1] in at else []
    for code in claim.codes:
        found = _wholes((ratio_of(code) or (code,))[0] if code in indicators() else code, counts, since)
        if found:
            return found[:1]
    across = part.oriented[claim.table].shape == "transposed"
    place = claim.cell.row if across else claim.cell.col
    before = [
        c
        for c in counts.values()
        if c.table == claim.table
        and (c.cell.row if across else c.cell.col) < place
        and (c.cell.col == claim.cell.col if across else c.cell.row == claim.cell.row)
    ]
    before.sort(key=lambda c: -(c.cell.row if across else c.cell.col))
    if not before:
        return []
    nearest = before[0].cell.row if across else before[0].cell.col
    between = [
        c
        for c in part.claims
        if c.table == claim.table
        and c.role == "skip"
        and (c.cell.col == claim.cell.col if across else c.cell.row == claim.cell.row)
        and nearest < (c.cell.row if across else c.cell.col) < place
    ]
    return [] if between else _wholes(before[0].code, counts, since)


def _wholes(code: str, counts: dict[str, Claim], since: bool) -> list[tuple[Claim, Claim]]:
    """A part with each whole that it is reckoned of, where both stand among the counts."""
    if code not in counts or (counts[code].basis == "year_to_date" and not since):
        return []
    found: list[str] = []
    for indicator in indicators().values():
        for d in indicator.versions:
            if d.variant or d.denominator is None or indicator.unit != "percent":
                continue
            top, bottom = d.numerator.elements, d.denominator.elements
            if top == (code,) and len(bottom) == 1 and bottom[0] in counts:
                found.append(bottom[0])
    return [(counts[code], counts[whole]) for whole in dict.fromkeys(found)]


def _of_others(claim: Claim, counts: dict[str, Claim], since: bool) -> bool:
    """Whether a rate that does not say of what it is fits another part and whole of its row than the one just before it."""
    beside = {code: c for code, c in counts.items() if c.table == claim.table}
    pairs = (pair for code in beside for pair in _wholes(code, beside, since))
    return any(d.value and n.value is not None and _close(claim, n.value, d.value) for n, d in pairs)


def _of_the_plan(claim: Claim, n: Claim, plans: list[Claim]) -> bool:
    """Whether the rate is what was done of the plan, whose column stands a little before it in the same row."""
    near = [float(str(c.cell.value)) for c in plans if 0 < claim.cell.col - c.cell.col <= _NEAR]
    return any(_close(claim, n.value or 0.0, plan) for plan in near)


def _close(claim: Claim, n: float, d: float) -> bool:
    true = 100 * n / d
    slack = max(0.06, 0.51 * 10.0 ** -(claim.decimals if claim.decimals is not None else 1))
    return any(abs(v - true) <= slack + 0.001 * abs(true) for v in (claim.value or 0.0, 100 * (claim.value or 0.0)))


def _explains(claim: Claim, n: Claim, d: Claim) -> bool:
    """Whether a rate is that of two counts, what is left of it, or its inverse; or whether one of them was told already."""
    value = claim.value or 0.0
    true = 100 * (n.value or 0) / (d.value or 1)
    slack = max(0.06, 0.51 * 10.0 ** -(claim.decimals if claim.decimals is not None else 1))
    fits = any(abs(v - true) <= slack + 0.001 * abs(true) for v in (value, value * 100))
    inverse = abs(value - 100 * (d.value or 0) / n.value) < slack if n.value else False
    others = abs(value - (100 - true)) <= slack
    return bool(fits or inverse or others or _told_of(n) or _told_of(d))


def _told_of(claim: Claim) -> bool:
    """Whether something was told of this very figure; that its column does not add up says nothing of one of its rows."""
    return bool(claim.told) and (claim.told != "total" or claim.status != "accepted")


def _tell(reading: Reading, claim: Claim, n: Claim, d: Claim) -> None:
    text = issue(
        "percent_differs",
        claim.sheet,
        claim.cell.address,
        raw=written(claim.cell),
        n=shown(n.value),
        d=shown(d.value),
        computed=percent(100 * (n.value or 0) / (d.value or 1)),
    )
    reading.issues.append(text)


def _known_rate(reading: Reading, claim: Claim, by_unit: dict[Key, dict[str, Claim]]) -> None:
    """A named percentage whose counts are there is only checked, not stored."""
    counts = _counts(by_unit.get(_row_key(claim), {}), claim.basis == "year_to_date")
    for d in indicators()[claim.code].versions:
        if d.denominator is None:
            continue
        top, bottom = total_of(d.numerator, counts), total_of(d.denominator, counts)
        if top is None or bottom is None:
            continue
        if d.variant and bottom and not _close(claim, top, bottom):  # another rate than the one that was told
            continue
        claim.role = "check"
        if bottom and not d.variant:
            first = counts[d.numerator.elements[0]]
            slack = 0.6 if claim.decimals in (None, 0) else 0.06
            if all(abs(v - 100 * top / bottom) > slack for v in ((claim.value or 0), (claim.value or 0) * 100)) and not first.doubted:
                text = issue(
                    "percent_differs",
                    claim.sheet,
                    claim.cell.address,
                    raw=written(claim.cell),
                    n=shown(top),
                    d=shown(bottom),
                    computed=percent(100 * top / bottom),
                )
                reading.issues.append(text)
        return
