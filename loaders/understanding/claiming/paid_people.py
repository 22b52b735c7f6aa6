"""People "paid", "receiving" or "with an account" beside welfare's people: headings that say neither who nor of what."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from catalogue.elements import elements
from loaders.understanding.claiming.basis import basis_in, basis_role
from loaders.understanding.claiming.subject import without_time
from loaders.understanding.headings.match import denominators, match
from loaders.understanding.headings.tags import meaning
from loaders.understanding.headings.things import things
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.typed.measures import is_money

_WHOM = "doi tuong an sinh xa hoi"
_BY_WAY = {"duoc chi tra": frozenset[str](), "duoc chi tra khong dung tien mat": frozenset({"noncash"})}
"""What was done, and the tags that say in which way."""
_WELFARE = frozenset({"ssp", "beneficiary", "enjoying"})
_GIVEN = frozenset({"paid", "receiving"})
_SAID = _GIVEN | {"ssp", "inperiod", "total"}
_FAR = 3
_ACCOUNT = "co tai khoan ngan hang"
_ACCOUNT_SAID = frozenset({"bank", "atbank", "account", "person", "total"})
_ANYBODY = frozenset({"age15", "adult", "citizen", "pop"})
_SPOKEN = _WELFARE | {"account", "person", "citizen", "commune", "unit", "regime", "result"}


def people_paid_beside(o: Oriented, found: Sequence[Claim]) -> None:
    """Read the one heading that says "paid" and nothing more, and its part without cash, in a table of the people of welfare: where their
    number or those with an account stand in it, no amount does, and the title speaks of nothing else."""
    values = [claim for claim in found if claim.role == "value" and claim.codes]
    codes = {claim.codes[0] for claim in values if len(claim.codes) == 1}
    if not codes & _receivers() or any(is_money(code) for code in codes if code in elements()) or not _of_welfare(o, values):
        return
    for done, way in _BY_WAY.items():
        code = _named(f"{_WHOM} {done}")
        named = [claim for claim in found if code not in codes and _open(claim, code) and _says(claim, way)]
        if len({claim.label for claim in named}) != 1 or (way and denominators().get(code) not in codes) or not _like_people(named, found):
            continue
        for claim in named:
            claim.role, claim.codes, claim.sure = "value", (code,), True
            claim.basis = basis_in(code, basis_role(o.columns[claim.cell.col])) or "in_period"
        codes.add(code)


def accounts_beside(o: Oriented, found: Sequence[Claim]) -> None:
    """Read "with a bank account", said of nobody, as that of the people of welfare whose number stands beside it; where only the title
    speaks of them it is asked."""
    anybody, theirs = _named(_ACCOUNT), _named(f"{_WHOM} {_ACCOUNT}")
    open_claims = [c for c in found if c.codes == (anybody,) and meaning(c.leaf).tags <= _ACCOUNT_SAID and not _whose(c)]
    codes = {code for claim in found if claim.role == "value" for code in claim.codes}
    beside = _named(_WHOM) in codes and theirs not in codes
    if not beside and not meaning(without_time(o.title)).tags & _WELFARE:
        return
    for claim in open_claims:
        claim.codes, claim.sure = (theirs,) if beside else claim.codes, beside and claim.sure


def _whose(claim: Claim) -> bool:
    """Whether a heading or one over it says whose accounts are meant: all people's, those of an age."""
    said = frozenset().union(*(meaning(text).tags for text in (claim.leaf, *claim.group)))
    return bool(said & _ANYBODY)


def _open(claim: Claim, code: str) -> bool:
    """Whether a heading named nothing, or is in doubt between the people and their money."""
    if claim.role == "value":
        return len(claim.codes) > 1 and code in claim.codes
    return claim.role == "skip" and not claim.codes and not claim.notes and not claim.group


@cache
def _receivers() -> frozenset[str]:
    """The people of welfare, and those of them with an account."""
    return frozenset({_named(_WHOM), _named(f"{_WHOM} co tai khoan")})


def _named(text: str) -> str:
    found = match(text)
    return found.codes[0] if found.sure else ""


def _says(claim: Claim, way: frozenset[str]) -> bool:
    """Whether a heading says that somebody was paid, in this way, and names nobody and nothing else."""
    said = meaning(claim.leaf)
    money = claim.measure is not None and claim.measure.money
    return bool(said.tags & (_GIVEN | way)) and way <= said.tags <= _SAID | way and not said.unknown and not money


def _like_people(named: Sequence[Claim], found: Sequence[Claim]) -> bool:
    """Whether no figure is so much larger than those of the people in its row, or beside it, that it may be an amount."""
    people = [c for c in found if set(c.codes) & _receivers()]
    most = max(((c.cell.number or 0.0) for c in people), default=0.0)
    beside = {row: max((c.cell.number or 0.0) for c in people if c.cell.row == row) for row in {c.cell.row for c in people}}
    return all((c.cell.number or 0.0) <= _FAR * beside.get(c.cell.row, most) for c in named)


def _of_welfare(o: Oriented, values: Sequence[Claim]) -> bool:
    """Whether a table says that its people are those of welfare, and its title speaks of nothing else."""
    subject = meaning(without_time(o.title))
    spoken = [meaning(text).tags for text in {claim.leaf for claim in values if set(claim.codes) & _receivers()}]
    told = subject.tags.union(*spoken)
    return bool(told & _WELFARE) and subject.tags & things() <= _SPOKEN and not subject.asides
