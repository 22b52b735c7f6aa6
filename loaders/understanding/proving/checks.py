"""Arithmetic as proof: totals, balances, ratios, parts of wholes. Agreement settles a heading in doubt, disagreement doubts its cells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import msgspec

from catalogue.elements import elements
from catalogue.language import named
from catalogue.language import number as shown
from catalogue.periods import Period
from loaders.issues import issue, written
from loaders.understanding.claiming.basis import beside, rebased
from loaders.understanding.headings.match import denominators
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.proving.bounds import Identity, identities, relevant
from loaders.understanding.proving.breakdown import breakdowns
from loaders.understanding.proving.months import months_add_up, so_far_reaches
from loaders.understanding.proving.plan_rates import planned_rates
from loaders.understanding.proving.printed_sums import keep_printed_sums
from loaders.understanding.proving.rates import Key, rates, total_of
from loaders.understanding.proving.shifted_rows import ask_shifted
from loaders.understanding.proving.steps import leave_steps
from loaders.understanding.proving.totals import totals
from loaders.understanding.proving.twice import conflicts
from loaders.understanding.proving.typed_percentages import ask_typed_percentages
from loaders.understanding.proving.unsettled_wholes import doubt_whatever_meant

if TYPE_CHECKING:
    from loaders.understanding.sheets.sheet_reading import Reading, SheetReading

_CLOSE = 1e-6


def prove(reading: Reading, given: Mapping[str, str]) -> None:
    """Ask the arithmetic of every sheet; its findings become issues and doubts on the claims they concern."""
    leave_steps(reading)
    for part in reading.sheets:
        _choose(part)
        ask_shifted(reading, part, given)
        ask_typed_percentages(reading, part, given)
        _agree(reading, _by_unit(part).values())
        doubt_whatever_meant(reading, part)
        keep_printed_sums(reading, part)
        totals(reading, part)
        breakdowns(reading, part)
        months_add_up(reading, part)
        so_far_reaches(reading, part)
        _agree(reading, _since_january(part))
        rates(reading, part)
        planned_rates(reading, part)
    conflicts(reading, given)


def _agree(reading: Reading, groups: Iterable[dict[str, Claim]]) -> None:
    for members in groups:
        balances, bounds = relevant(tuple(members))
        _balances(reading, members, balances)
        _exceeding(reading, members, bounds)


def _by_unit(part: SheetReading) -> dict[Key, dict[str, Claim]]:
    """unit, period, basis-free: the claims of one unit on one sheet by element (flows and stocks together)."""
    groups: dict[Key, dict[str, Claim]] = defaultdict(dict)
    for claim in part.claims:
        if claim.role == "value" and claim.value is not None and claim.basis != "year_to_date" and len(claim.codes) == 1:
            unit = claim.unit.unit if claim.unit else None
            row = groups[unit.id if unit else f"row{claim.cell.row}", claim.period, ""]
            if claim.codes[0] not in row or (claim.sure and not row[claim.codes[0]].sure):
                row[claim.codes[0]] = claim
    return groups


def _groups(part: SheetReading) -> dict[Key, dict[str, Claim]]:
    """The claims of `_by_unit`, and apart from these ("since") those of a unit that count since January with its stocks."""
    groups = _by_unit(part)
    since: dict[Key, dict[str, Claim]] = defaultdict(dict)
    for claim in part.claims:
        if claim.role == "value" and claim.value is not None and claim.basis == "year_to_date" and len(claim.codes) == 1:
            key = _key_of(claim)
            since[key] = since[key] or {code: c for code, c in groups.get((*key[:2], ""), {}).items() if c.basis == "to_date"}
            since[key].setdefault(claim.codes[0], claim)
    return {**groups, **since}


def _since_january(part: SheetReading) -> list[dict[str, Claim]]:
    """The claims of one unit that count since January, by element: they balance as those of the period do."""
    groups: dict[tuple[str, Period | None], dict[str, Claim]] = defaultdict(dict)
    for claim in part.claims:
        sure = claim.sure and claim.status == "accepted" and len(claim.codes) == 1
        if claim.role == "value" and claim.value is not None and claim.basis == "year_to_date" and sure:
            unit = claim.unit.unit.id if claim.unit and claim.unit.unit else f"row{claim.cell.row}"
            groups[unit, claim.period].setdefault(claim.codes[0], claim)
    return list(groups.values())


# ---------------------------------------------------------------- headings in doubt


def _choose(part: SheetReading) -> None:
    """A heading that may mean two elements means the one whose arithmetic holds for every unit that has it."""
    waiting: dict[tuple[int, str, tuple[str, ...]], list[Claim]] = defaultdict(list)
    for claim in part.claims:
        if claim.role in ("value", "total") and len(claim.codes) > 1:
            waiting[claim.table, claim.key, claim.codes].append(claim)
    for (_index, _heading, codes), members in waiting.items():
        groups = _groups(part)
        taken = {c.code for c in part.claims if c.code and c.role == "value"}
        fits = [code for code in codes if code not in taken and _holds(code, members, groups)]
        left = [code for code in codes if code not in taken]
        chosen = fits[0] if len(fits) == 1 else ""
        if not chosen and len(left) == 1 and len(codes) == 2 and _rival(codes, left[0], members, groups):
            chosen = left[0]
        if (
            not chosen
            and left
            and members[0].ranked
            and not any(set(c.codes) & set(codes) and c.key != members[0].key for c in part.claims)
        ):
            chosen = codes[0]
        for claim in members:
            if not chosen and len(codes) > 2:
                claim.role = "skip"
            if chosen:
                claim.basis = rebased(claim.basis, codes[0], chosen, beside(part.claims, claim))
                claim.codes, claim.sure = (chosen,), True


def _rival(codes: tuple[str, ...], left: str, members: list[Claim], groups: dict[Key, dict[str, Claim]]) -> bool:
    """The other meaning stands elsewhere in the table with other figures, or under each of these as its part: this one is what is left.
    A total under the very line that says the other meaning has no words of its own: nothing tells what it counts."""
    other = next(code for code in codes if code != left)
    below = [(groups.get(_key_of(claim), {}).get(other), claim.leaf) for claim in members]
    if denominators().get(other) == left and all(part and part.sure and leaf in part.group[:1] for part, leaf in below):
        return True
    differs = 0
    for claim in members:
        row = groups.get(_key_of(claim), {})
        if other in row and row[other].label in claim.group:
            return False
        if other in row and claim.value is not None:
            differs += row[other].value != claim.value
    return differs > 0


def _key_of(claim: Claim) -> Key:
    unit = claim.unit.unit if claim.unit else None
    return unit.id if unit else f"row{claim.cell.row}", claim.period, "since" if claim.basis == "year_to_date" else ""


def _holds(code: str, members: list[Claim], groups: dict[Key, dict[str, Claim]]) -> bool:
    """At least one identity of `code` is computable for these claims and holds in all of them."""
    for identity in identities():
        if code not in identity.whole.elements + identity.parts.elements:
            continue
        results = []
        for claim in members:
            if claim.role != "value" or claim.value is None:
                continue
            row = {**groups.get(_key_of(claim), {}), code: claim}
            left, right = total_of(identity.whole, row), total_of(identity.parts, row)
            if left is not None and right is not None:
                results.append(abs(left - right) < _CLOSE)
        if results and all(results):
            return True
    return False


# ---------------------------------------------------------------- balances and limits


def _balances(reading: Reading, members: dict[str, Claim], balances: Sequence[Identity]) -> None:
    broken: list[Identity] = []
    proven: set[str] = set()
    for identity in balances:
        left, right = total_of(identity.whole, members), total_of(identity.parts, members)
        if left is None or right is None:
            continue
        if abs(left - right) > _CLOSE:
            broken.append(identity)
        else:
            proven.update(identity.whole.elements + identity.parts.elements)
    for identity in broken:
        whole = members[identity.whole.elements[0]]
        if len(identity.whole.elements) > 1 and len(broken) > 1:
            continue
        if any(members[c].told == "balance" for c in identity.parts.elements) and whole.told == "balance":
            continue
        if _explained(identity, members):
            continue
        _report_balance(reading, identity, whole, members)
        if proven.issuperset(identity.whole.elements):
            _doubt_parts([members[c] for c in identity.parts.elements if c not in proven])


def _explained(identity: Identity, members: dict[str, Claim]) -> bool:
    """Whether a balance holds with the sums of the rows of detail in the place of the figures that differ from them."""
    mended = {code: msgspec.structs.replace(c, value=c.detailed) if c.detailed is not None else c for code, c in members.items()}
    left, right = total_of(identity.whole, mended), total_of(identity.parts, mended)
    return left is not None and right is not None and abs(left - right) < _CLOSE


def _doubt_parts(parts: Sequence[Claim]) -> None:
    """The whole is right by another balance, so one of its parts is not; which one, nobody knows."""
    for claim in parts:
        claim.status, claim.doubt = "asked", "balance_differs"


def _report_balance(reading: Reading, identity: Identity, whole: Claim, members: dict[str, Claim]) -> None:
    right = total_of(identity.parts, members) or 0.0
    parts = " + ".join(shown(members[c].value) for c in identity.parts.elements)
    flow = len(identity.parts.elements) > 1 and identity.parts.elements[0].split("_")[0] == identity.whole.elements[0].split("_")[0]
    text = issue(
        "balance_differs", whole.sheet, whole.cell.address, label=whole.label, raw=written(whole.cell), parts=parts, computed=shown(right)
    )
    reading.issues.append(text)
    whole.told, whole.status, whole.doubt = "balance", "asked", "balance_differs"
    for code in identity.parts.elements:
        members[code].told = "balance"
        if not flow:
            continue


def _exceeding(reading: Reading, members: dict[str, Claim], bounds: Sequence[tuple[str, str]]) -> None:
    for part, whole in bounds:
        a, b = members[part], members[whole]
        if a.value is None or b.value is None or a.value <= b.value + _CLOSE:
            continue
        if a.status != "accepted" or b.status != "accepted" or not (a.sure and b.sure):
            continue
        if (a.doubted or b.doubted) and a.basis != "to_date":  # a balance between flows has said so already
            continue
        label, whole_label = _told_apart(a, b)
        raw = shown(a.value) if a.half else written(a.cell)
        reading.issues.append(issue("part_exceeds", a.sheet, a.cell.address, label=label, raw=raw, whole=whole_label, limit=shown(b.value)))
        for claim in (a, b):
            claim.status, claim.doubt = "asked", "part_exceeds"


def _told_apart(part: Claim, whole: Claim) -> tuple[str, str]:
    """What two figures are called: as their headings call them, by their own names where one heading is that of both."""
    known = elements()
    if part.label != whole.label or part.code not in known or whole.code not in known:
        return part.label, whole.label
    return named(known[part.code]), named(known[whole.code])
