"""Every claim of the text held against our figures: quick to agree, slow to accuse.

A claim agrees when any figure it may be about has its value; it is called wrong only when the words around it name one
indicator and nothing else. Goals, activities and amounts of what we do not count are passed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from catalogue.area import installed_root
from catalogue.indicators import indicators
from catalogue.language import _, number, percent
from catalogue.periods import Period
from catalogue.units import units
from report import names
from report.checking import changes, coverage, told
from report.checking.amounts import Amount
from report.checking.claims import Claim, Place, claims
from report.checking.finding import Finding
from report.checking.folding import phrase, plain, says
from report.checking.meanings import Subject, is_called, of_count, of_percent
from report.checking.ours import Fact, Ours, agrees
from report.checking.reported import Report

_SILENT_PARTS = ("plans", "proposals", "closing", "margin")
_ASKED = ("directing", "results")
_LIST_LIKE = 6
_WHOLE = 100
_LINK = 24
_OF_WHAT = 4


@dataclass(frozen=True, slots=True)
class Case:
    """One claim on trial: where it stands, whose figures and of which period it is held against, and what it may be about."""

    report: Report
    ours: Ours | None
    at: int
    claim: Claim
    every: Sequence[Claim]
    unit: str
    period: Period | None
    subjects: tuple[Subject, ...]
    above: bool

    def found(self, kind, verdict, message: str, ours: str = "", fact: Fact | None = None) -> Finding:
        """The finding on this claim."""
        start, end = self.claim.span
        return self.report.found(self.at, start, end, kind, verdict, message, ours, fact.origin if fact else None)

    @property
    def sure(self) -> str:
        """The one indicator or element it is about, "" when that is not sure."""
        return next((s.code for s in self.subjects if s.sure), "") if self.claim.unit is not None else ""

    def facts(self, code: str) -> list[Fact]:
        """Our figures of an indicator that the claim may mean, the likeliest first; since January where the sentence says so."""
        if self.ours is None or self.period is None or not self.unit:
            return []
        so_far = says("so_far", self.claim.wide) and self.period.kind != "year"
        running = self.ours.so_far(code, self.unit, self.period) if so_far else None
        return [*([running] if running else []), *self.ours.near(code, self.unit, self.period)]

    @property
    def held(self) -> bool:
        """Whether we hold figures of the unit around the period, and of the whole of it."""
        return self.ours is not None and self.period is not None and not self.above and self.ours.any_of(self.unit, self.period)


def check(report: Report, ours: Ours | None) -> list[Finding]:
    """Every finding on amounts outside tables."""
    found: list[Finding] = []
    heading = ""
    for at, passage in enumerate(report.passages):
        if passage.sort in ("body", "footnote"):
            place = Place(report.about.unit.id if report.about.unit else "", _day(report), heading)
            every = claims(passage.text, place)
            judged = [finding for claim in every for finding in _judge(_case(report, ours, at, claim, every))]
            found += [finding for finding in judged if not finding.alarm or not _crowded(passage.text, every)]
            heading = passage.text if len(passage.text) < _HEADING and not every else heading if passage.text[:1] in "-+" else ""
    return found


_HEADING = 120


def _day(report: Report):
    period = report.about.period
    return period.end("plain") if period else report.about.written


def _case(report: Report, ours: Ours | None, at: int, claim: Claim, every: Sequence[Claim]) -> Case:
    own = report.about.unit.id if report.about.unit else ""
    above = not claim.unit and bool(own) and not units().lies_in(own, installed_root())
    unit = claim.unit or (installed_root() if above else own)
    return Case(report, ours, at, claim, every, unit, claim.period or report.about.period, tuple(_subjects(claim)), above)


def _subjects(claim: Claim) -> list[Subject]:
    """What it may be about: by the fewest words around it that name one thing, else by all of them."""
    if not (claim.first("percent") or claim.first("fraction") or claim.first("points")):
        return of_count(claim.near, claim.wide, claim.parts[0].noun)
    tried = [of_percent(near, claim.wide) for near in claim.nears]
    return next((found for found in tried if found and found[0].sure), tried[-1])


def _judge(case: Case) -> Iterator[Finding]:
    claim = case.claim
    wrong = _own_arithmetic(case)
    if wrong:
        yield wrong
    elif claim.change or claim.first("points"):
        yield from changes.check(case)
    elif case.report.parts[case.at] in _SILENT_PARTS or claim.goal:
        return
    elif claim.first("percent") and changes.of_then(claim):
        yield from changes.earlier(case)
    elif coverage.concerns(claim):
        yield from coverage.check(case)
    elif claim.first("percent") or claim.first("fraction"):
        yield from _rate(case)
    else:
        yield from _count(case)


def _own_arithmetic(case: Case) -> Finding | None:
    """A percentage that does not follow from the counts beside it."""
    share, fraction = case.claim.first("percent"), case.claim.first("fraction") or _fraction_before(case)
    pair = (fraction.low, fraction.over) if fraction else _pair_before(case)
    if not share or not pair or not pair[1] or says("share_of_plan", case.claim.behind):
        return None
    right = 100 * pair[0] / pair[1]
    if agrees(right, share):
        return None
    n, all_ = number(pair[0], None), number(pair[1], None)
    message = _(
        "{n} of {all} is {right}, not what is written. Check the counts and the percentage.", n=n, all=all_, right=percent(right, 2)
    )
    return case.found("percent", "inconsistent", message, f"{percent(right, 2)} ({n}/{all_})")


def _summed_up(case: Case) -> Amount | None:
    """The count said last before a percentage that only sums it up: "of them 1.050 members were trained, which is 84,3%"."""
    mine = case.every.index(case.claim)
    last = case.every[mine - 1] if mine else None
    summed = phrase("summed_up").search(plain(case.claim.before[-_LINK:])) is not None
    return last.first("count") if last and summed and last.wide == case.claim.wide and len(last.parts) == 1 else None


def _fraction_before(case: Case) -> Amount | None:
    """The n/N said last before a percentage that only sums it up: "84/98 hamlets have one, reaching 86%"."""
    mine = case.every.index(case.claim)
    last = case.every[mine - 1] if mine else None
    summed = phrase("summed_up").search(plain(case.claim.before[-_LINK:])) is not None
    return last.first("fraction") if last and summed and last.wide == case.claim.wide and not last.first("percent") else None


def _pair_before(case: Case) -> tuple[float, float | None] | None:
    """The count beside the percentage and the only other count of that noun before it in the sentence, told to be "among" it."""
    count = case.claim.first("count") or _summed_up(case)
    if not count or not count.noun or not says("among", case.claim.before):
        return None
    earlier = [p for c in case.every for p in c.parts if p.sort == "count" and p.noun == count.noun and p.start < count.start]
    same = [p for p in earlier if case.claim.wide.find(_text(case, p)) >= 0]
    return (count.low, same[0].low) if len(same) == 1 and len(earlier) == len(same) and same[0].low >= count.low else None


def _text(case: Case, amount: Amount) -> str:
    return case.report.passages[case.at].text[amount.start : amount.end]


def _rate(case: Case) -> Iterator[Finding]:
    claim, share = case.claim, case.claim.first("percent")
    if claim.demand and share:
        if case.report.parts[case.at] in _ASKED and case.subjects and share.low == _WHOLE:
            message = _("This is what was asked for; the report does not say what was reached, of how many. Give n/N.")
            yield case.found("percent", "no_basis", message)
        return
    fits = [fact for subject in case.subjects for fact in case.facts(subject.code) if _fits(fact, claim)]
    known = case.facts(case.sure)[:1] if case.sure and not case.above and _of_its_kind(case) else []
    if fits and claim.unit is not None:
        yield _agreed(case, fits[0])
    elif known:
        yield _differs(case, known[0])
    elif share:
        yield from _unfounded(case, share)


def _of_its_kind(case: Case) -> bool:
    """Whether what a bare n/N counts is what the indicator counts."""
    fraction, above = case.claim.first("fraction"), indicators()[case.sure].latest.numerator.elements
    return case.claim.first("percent") is not None or fraction is None or any(is_called(code, fraction.noun) for code in above)


def _fits(fact: Fact, claim: Claim) -> bool:
    """Whether all parts of the claim are those of the fact."""
    return all(_part_fits(fact, part) for part in claim.parts)


def _part_fits(fact: Fact, part: Amount) -> bool:
    if part.sort == "percent":
        return fact.denominator is not None and agrees(fact.value, part)
    if part.sort == "fraction":
        return (part.low, part.over) == (fact.numerator, fact.denominator)
    return part.low in (fact.numerator, fact.denominator)


def _agreed(case: Case, fact: Fact) -> Finding:
    """The value is ours; all the same a whole needs all units, and the offices where they are named."""
    share, counted = case.claim.first("percent"), case.claim.first("fraction")
    if share and share.low == _WHOLE and fact.reporting < fact.due and not coverage.declared_in(case.report, fact):
        message = _(
            "Only {reporting} of {due} units have reported: all of them cannot be said yet.",
            reporting=number(fact.reporting),
            due=number(fact.due),
        )
        return case.found("percent", "no_basis", message, told.whole(fact), fact)
    if share and not counted and says("offices", case.claim.near):
        message = _("Our figure counts the communes alone, the sentence names offices as well. Give n/N with the offices.")
        return case.found("percent", "no_basis", message, told.whole(fact), fact)
    kind = "percent" if share else "number"
    return case.found(kind, "match", _("Agrees with our figure: {ours}.", ours=told.whole(fact)), told.value(fact), fact)


def _differs(case: Case, fact: Fact) -> Finding:
    kind = "percent" if case.claim.first("percent") else "number"
    message = _("Ours is {ours}. Correct the number, or send the return that it comes from.", ours=told.whole(fact))
    return case.found(kind, "differs", message, told.value(fact), fact)


def _unfounded(case: Case, share: Amount) -> Iterator[Finding]:
    """A percentage we cannot confirm: known to us in name without a base, or without the counts it is made of."""
    counted = case.claim.first("fraction") is not None or _base(case, share)
    if case.sure and (case.held or not counted):
        message = _("We hold no figure of this for {unit}. Give n/N and where they come from.", unit=_unit(case))
        yield case.found("percent", "no_basis", message)
    elif not counted and not _exempt(case, share):
        yield case.found("percent", "no_denominator", _("Say of how many: write n/N beside the percentage."))


def _crowded(text: str, every: Sequence[Claim]) -> bool:
    """Whether a passage is a row of a table that lost its lines: many amounts, few words. What belongs together cannot be told there."""
    count = sum(len(claim.parts) for claim in every)
    return count >= _LIST_LIKE and len(text.split()) < 3 * count


def _unit(case: Case) -> str:
    return names.unit_inline(case.unit) if case.unit else _("this unit")


def _base(case: Case, share: Amount) -> bool:
    """Whether two counts of the passage have this ratio."""
    parts = [p for claim in case.every for p in claim.parts if p.sort in ("count", "fraction")]
    counts = [value for p in parts for value in (p.low, p.over) if value]
    paired = any(large >= small and agrees(100 * small / large, share) for small, large in permutations(counts, 2))
    return paired or says("out_of", case.claim.wide)


def _exempt(case: Case, share: Amount) -> bool:
    """Percentages that are no share of counted things: of money, fees, time, a plan."""
    around = f"{case.claim.before[-60:]} % {' '.join(case.claim.behind.split()[:_OF_WHAT])}"
    vague = share.bound == "about" or case.report.parts[case.at] == "difficulties"
    return vague or says("no_share", around) or phrase("share_of_plan").match(plain(case.claim.behind)) is not None


def _count(case: Case) -> Iterator[Finding]:
    """A count of ours is confirmed; another value is called wrong only where the words are plain and our count is whole."""
    (amount,) = case.claim.parts[:1]
    if case.ours is None or case.period is None or not case.unit or case.claim.unit is None or amount.sort != "count":
        return
    for subject in case.subjects:
        for value, fact in case.ours.counts(subject.code, case.unit, case.period):
            if value == amount.low:
                yield case.found("number", "match", _("Agrees with our figure: {ours}.", ours=told.whole(fact)), number(value, None), fact)
                return
    plain_words = (
        not case.above and case.sure and amount.noun and not amount.bound and not says("not_all", case.claim.near + case.claim.behind[:40])
    )
    known = case.ours.counts(case.sure, case.unit, case.period) if plain_words and not says("so_far", case.claim.wide) else []
    if known and all(fact.whole for _value, fact in known):
        value, fact = known[0]
        message = _(
            "Ours is {value} ({ours}). Correct the number, or send the return that it comes from.",
            value=number(value, None),
            ours=told.whole(fact),
        )
        yield case.found("number", "differs", message, number(value, None), fact)
