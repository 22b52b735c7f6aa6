"""A rate that does not say of what ("rate online") among the counts of another rate: it is the rate of these counts; as one that may be
of two things is of the one whose counts stand beside it."""

from __future__ import annotations

from collections.abc import Sequence

from catalogue.indicators import indicators
from loaders.understanding.headings.divisions import ratio_of, whole_of_rate
from loaders.understanding.headings.things import is_bare
from loaders.understanding.headings.ways import known_element
from loaders.understanding.orienting.claim import Claim

Pair = tuple[str, str]
_SLACK = 0.06


def leave_rates_of_others(found: Sequence[Claim]) -> None:
    """A known rate beside both counts of another one that no column shows, and beside none of its own: where it says no thing, or is
    just theirs, it is compared with them or asked."""
    live = [c for c in found if c.role in ("value", "check") and c.codes]
    _settle(live)
    known = {codes for codes in {c.codes for c in live} if len(codes) == 1 and whole_of_rate(codes[0])}
    rates = [c for c in live if c.role == "value" and c.codes in known] if known else []
    printed = [(c, c.codes[0]) for c in live if c.role == "check" or c.codes in known] if rates else []
    for claim in rates:
        beside = {c.code: c for c in live if c.role == "value" and c.table == claim.table and known_element(c.code) and _near(c, claim)}
        if _counts_of(claim.code) & set(beside):
            continue
        shown = {code for c, code in printed if c is not claim and _near(c, claim)}
        others = [pair for pair in _pairs(beside) if not shown & {pair[0], *_named(pair)}]
        fitting = [pair for pair in others if _fits(claim, *(beside[code] for code in pair))]
        bare = is_bare(claim.leaf)
        if bare and len(fitting) == 1:
            claim.role, claim.codes, claim.basis = "check", fitting[0][:1], ""
        elif fitting or (bare and others):
            claim.sure = False


def _settle(live: Sequence[Claim]) -> None:
    """A rate in doubt between several ("rate paid without cash") beside both counts of one of them alone, which it is: that one."""
    for claim in (c for c in live if c.role == "value" and len(c.codes) > 1 and all(map(whole_of_rate, c.codes))):
        beside = {c.code: c for c in live if c.role == "value" and c.table == claim.table and known_element(c.code) and _near(c, claim)}
        fitting = [(code, pair) for code in claim.codes if (pair := ratio_of(code)) and set(pair) <= set(beside)]
        if len(fitting) == 1 and _fits(claim, *(beside[code] for code in fitting[0][1])):
            claim.codes, claim.sure = fitting[0][:1], True


def _counts_of(rate: str) -> frozenset[str]:
    """Every count that a rate is made of, by whichever formula."""
    versions = indicators()[rate].versions if rate in indicators() else ()
    return frozenset(code for v in versions for side in (v.numerator, v.denominator) if side for code in side.elements)


def _near(one: Claim, other: Claim) -> bool:
    return one.cell.row == other.cell.row or one.cell.col == other.cell.col


def _pairs(beside: dict[str, Claim]) -> list[Pair]:
    """Both sides of the rates whose counts stand there."""
    return list(dict.fromkeys(pair for code in beside if (pair := ratio_of(code)) and pair[0] == code and pair[1] in beside))


def _named(pair: Pair) -> set[str]:
    return {code for code in indicators() if ratio_of(code) == pair}


def _fits(claim: Claim, upper: Claim, lower: Claim) -> bool:
    """Whether a rate is that of two counts, as a percentage or a fraction."""
    rate, n, d = (c.cell.value for c in (claim, upper, lower))
    if not all(isinstance(v, int | float) for v in (rate, n, d)) or not d:
        return False
    true = 100 * float(n) / float(d)  # type: ignore[arg-type]
    return any(abs(float(rate) * by - true) <= _SLACK for by in (1, 100))  # type: ignore[arg-type]
