"""By how much something rose or fell: percentage points, told apart from percent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from catalogue.indicators import indicators
from catalogue.language import _, number
from catalogue.periods import Period
from report.checking import told
from report.checking.about import periods_in
from report.checking.amounts import Amount
from report.checking.claims import Claim
from report.checking.finding import Finding
from report.checking.folding import phrase, plain, says
from report.checking.meanings import Subject, of_percent
from report.checking.ours import Fact, agrees

if TYPE_CHECKING:
    from report.checking.judging import Case

_MOVED_WITHIN = 30


def check(case: Case) -> Iterator[Finding]:
    """A change of a rate is told in points; where we know both its ends, the size and the direction are held against ours."""
    amount = case.claim.parts[0]
    rate = _rate_before(case)
    if amount.sort == "percent" and rate is None and says("rate_moved", case.claim.before):
        yield case.found("percent", "inconsistent", _("A rate rises or falls by percentage points, not by percent."))
        return
    subject = _subject(case, rate)
    ends = _ends(case, subject) if subject else None
    if amount.sort == "percent" and rate and _directly(case, rate):
        ours = _points(ends[0].value - ends[1].value) if ends else ""
        if ends and _relative(ends, amount):
            return
        yield case.found(
            "percent", "inconsistent", _("A rate rises or falls by percentage points, not by percent."), ours, ends[0] if ends else None
        )
    elif amount.sort == "points" and ends:
        yield _held(case, amount, ends)


def of_then(claim: Claim) -> bool:
    """Whether a value is told to be that of the period compared with: "up 2 points against last quarter (50%)"."""
    return phrase("of_then").search(plain(claim.between)) is not None


def earlier(case: Case) -> Iterator[Finding]:
    """The value of the period compared with, where we hold it."""
    rate, share = _rate_before(case), case.claim.first("percent")
    code = _subject(case, rate)
    before = _compared(case.claim.between, case.report.about.period)
    if share is None or not code or before is None or case.ours is None or case.period is None:
        return
    facts = case.ours.facts(case.unit, case.period)
    then, now = facts.get((code, str(before))), facts.get((code, str(case.period)))
    if then and agrees(then.value, share):
        yield case.found("percent", "match", _("Agrees with our figure: {ours}.", ours=told.whole(then)), told.value(then), then)
    elif then and then.whole and not (now and agrees(now.value, share)):
        message = _("Ours is {ours}. Correct the number, or send the return that it comes from.", ours=told.whole(then))
        yield case.found("percent", "differs", message, told.value(then), then)


def _rate_before(case: Case) -> Claim | None:
    """The percentage said last before the change in the same sentence."""
    mine = case.claim.span[0]
    earlier = [c for c in case.every if c.span[0] < mine and c.first("percent") and not c.change and c.wide == case.claim.wide]
    return earlier[-1] if earlier else None


def _directly(case: Case, rate: Claim) -> bool:
    """Whether nothing but a link stands between the rate and its change, and no count was said before that could be what changed."""
    text = case.report.passages[case.at].text[rate.span[1] : case.claim.span[0]]
    inside, closed, behind = text.partition(")")
    text = behind if closed and not re.search(r"[(\d%]", inside) else text
    counted = any(part.sort == "count" for part in rate.parts)
    return not counted and phrase("change_link").fullmatch(plain(text)) is not None


def _relative(ends: tuple[Fact, Fact], amount: Amount) -> bool:
    """Whether the number written is the growth of the rate itself in percent."""
    now, then = ends
    return bool(then.value) and agrees(abs(100 * (now.value / then.value - 1)), amount) and not agrees(abs(now.value - then.value), amount)


def _subject(case: Case, rate: Claim | None) -> str:
    subjects: list[Subject] = of_percent(rate.near, rate.wide) if rate else list(case.subjects)
    return next((s.code for s in subjects if s.sure and s.code in indicators()), "") if case.claim.unit is not None else ""


def _ends(case: Case, code: str) -> tuple[Fact, Fact] | None:
    """Our figure of now and of the period compared with."""
    before = _against(case)
    if case.ours is None or case.period is None or before is None or not case.unit:
        return None
    facts = case.ours.facts(case.unit, case.period)
    now, then = facts.get((code, str(case.period))), facts.get((code, str(before)))
    return (now, then) if now and then and now.denominator and then.denominator else None


def _against(case: Case) -> Period | None:
    return _compared(case.claim.behind, case.report.about.period)


def _compared(words: str, period: Period | None) -> Period | None:
    """The period that words compare with."""
    if period is None:
        return None
    explicit = periods_in(words)
    if explicit and not says("same_period", words):
        return explicit[0][1]
    if says("same_period", words):
        return period.year_before
    return period.previous if says("period_before", words) else None


def _held(case: Case, amount: Amount, ends: tuple[Fact, Fact]) -> Finding:
    now, then = ends
    moved = now.value - then.value
    said = plain(case.claim.before[-_MOVED_WITHIN:])
    down = says("down", said)
    ours = told.whole(now) + "; " + told.period(then.period) + ": " + told.value(then)
    if agrees(abs(moved), amount) and (down == (moved < 0) or abs(moved) < 0.05):
        return case.found("percent", "match", _("Agrees with our figures: {ours}.", ours=ours), _points(moved), now)
    message = _("By our figures the change is {moved}: {ours}.", moved=_points(moved), ours=ours)
    return case.found("percent", "differs", message, _points(moved), now)


def _points(moved: float) -> str:
    template = _("up {amount} percentage points") if moved >= 0 else _("down {amount} percentage points")
    return template.format(amount=number(abs(moved), 1))
