"""What the title of a sheet speaks of: it gives a thing to headings that name none, and takes one away that is not its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from loaders.understanding.claiming.basis import basis_in, basis_role
from loaders.understanding.headings.columns import without_basis
from loaders.understanding.headings.leading import without_introduction
from loaders.understanding.headings.match import Match, denominators, match
from loaders.understanding.headings.points import points_of_a_part
from loaders.understanding.headings.tags import meaning
from loaders.understanding.headings.things import is_bare, things
from loaders.understanding.headings.ways import PARTING, allowed, said_of
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.texts.words import plain, table
from loaders.understanding.typed.measures import is_money, of_element

if TYPE_CHECKING:
    from loaders.understanding.orienting.orient import Oriented

_TIME = re.compile(
    r"\b(theo (?=thang|quy|nam|ky|tuan|ngay|tung|don vi|xa|phuong|dia ban|dia phuong|co quan|linh vuc|thon)|"
    r"tung (?=thang|quy|nam|ky|tuan)|thang|quy(?! (dinh|trinh|che|mo))|nam|ky(?! (so|ban hanh|duyet|dien tu))|tuan|6|9|tinh den|den|"
    r"tu (?=ngay|thang|quy|dau|t ?[0-9])|luy ke|"
    r"tren dia ban|(?<!mot )cua|tai(?! khoan))\b"
)
_WHOSE = re.compile(r" (cua )?cac (xa|phuong|don vi|dia phuong)(,? (phuong|dac khu))*[ (%),;]*$")
_CUMULATIVE = re.compile(r"(so lieu )?(luy ke|cong don) (?!tu|dau|den|nam|thang|quy)")
_ONLY_WHOSE = re.compile(
    r"((bang|bieu|bao cao|so lieu|tong hop|ket qua|thuc hien|tinh hinh|danh gia|xep hang|xep thu( tu)?|thu hang|tong sap|so sanh|doi chieu|"
    r"chuyen doi so|cds|cai cach hanh chinh|cchc|cua|giua|cac|toan|tat ca|va|\d+|xa|phuong|dac khu|thi tran|don vi|dia phuong)[ ,:-]*)+"
)
"""A title that says whose figures follow and how they are listed ("ranking of the communes"), not what is counted."""
_FORM = re.compile(r"(?:phu luc|phu bieu|bieu mau|mau bieu|bieu|mau)(?: so)?:? (?=[a-z]{0,3}\d|[ivx]+\b)[\w./-]{1,16}(?:: | ?[-.] )")
_WAYS = frozenset({"online", "direct", "carried"})
_ONLY_A_PAPER = re.compile(
    r"(?:(?:bang|bieu|mau|bao cao|phu luc|so lieu|thong ke|tong hop|danh sach|chi tiet|ket qua|xuat|du lieu)(?: |$))+"
)
"""A title that says what kind of paper follows ("statistical report"), and nothing of what is counted."""
_INTRODUCING = frozenset({"result", "quota"})
_NO_ACT = frozenset({"grade", "inperiod", "total", "rate"})
_ROWS = frozenset({"commune", "unit"})
_AMOUNT = "amount"
_OFFICIAL, _OFFICIALS = "official", "can bo, cong chuc"
_PAID_ONLINE = frozenset({"pay", "online"})
_WHO = frozenset({"unit", "commune", "person", "citizen"})
_NEW, _OLD = re.compile(r"(so |so lieu )?moi"), re.compile(r"(so |so lieu )?cu")
_HANDLING, _HANDLED = frozenset({"onestop", "dvc"}), frozenset({"dossier"})
"""A title of the one-stop shop or of public services speaks of the dossiers they handle."""
_NOT_OURS = frozenset(row["tag"] for row in table("foreign.csv"))


def lend(o: Oriented, found: Sequence[Claim]) -> None:
    """Read the headings of a table that name no thing in the light of the title over it."""
    own = meaning(without_time(o.title)).tags & things() - _INTRODUCING
    beside = frozenset(tag for label in {c.label for c in found} for tag in meaning(label).tags & things())
    whose = bool(_ONLY_WHOSE.fullmatch(plain(without_time(o.title))))
    if not own:
        _doubt(o, [c for c in found if not (whose and _paid_online(c))], beside)
    titled = own <= _WHO or meaning(without_time(o.title)).tags >= _PAID_ONLINE
    wholes = _wholes(found) if own & _NOT_OURS else frozenset()
    summed = _sums_of_times(o)
    for claim in found if own else ():
        if claim.role == "total" or set(claim.notes) - {"increment"}:
            continue
        if claim.codes and claim.cell.col in summed:
            _give(claim, o, own)
        elif claim.codes:
            if len(claim.codes) > 1:
                _decide(claim, own)
            part = denominators().get(claim.codes[0]) in wholes
            if whose and _paid_online(claim):
                continue
            if _needy(claim.label, claim.group) and not part and not _of_the_thing(claim, o, own):
                _judge(claim, own, beside)
            elif _only_amount(claim.label, claim.group) and is_money(claim.codes[0]) and not (_paid_online(claim) and titled):
                _judge(claim, own, frozenset())
        elif claim.role == "skip" and (claim.unit is not None or o.shape not in ("wide", "transposed")):
            _give(claim, o, own)
    _doubt_new_beside_old(found)


def _doubt_new_beside_old(found: Sequence[Claim]) -> None:
    """A heading that says "new" and nothing more beside "old" may mean what came in anew, or figures corrected."""
    said = {(c.leaf, c.group) for c in found}
    old = {group for leaf, group in said if _OLD.fullmatch(plain(leaf))}
    doubted = {(leaf, group) for leaf, group in said if group in old and _NEW.fullmatch(plain(leaf))}
    for claim in found if doubted else ():
        claim.sure = claim.sure and (claim.leaf, claim.group) not in doubted


def _wholes(found: Sequence[Claim]) -> frozenset[str]:
    """What the headings of a table surely name in words of their own, whatever its title speaks of."""
    return frozenset(c.codes[0] for c in found if c.sure and len(c.codes) == 1 and not _needy(c.label, c.group))


def _decide(claim: Claim, own: frozenset[str]) -> None:
    """Of several meanings the one that speaks of everything the title speaks of, where the others speak of none of it."""
    fits = [code for code in claim.codes if own <= allowed(code)]
    strangers = [code for code in claim.codes if not own & allowed(code)]
    if len(fits) == 1 and len(strangers) == len(claim.codes) - 1 and meaning(claim.label).clear:
        claim.codes, claim.sure = (fits[0],), True


@lru_cache(maxsize=4096)
def _needy(label: str, group: tuple[str, ...]) -> bool:
    """Whether neither a heading nor what stands above it names a thing."""
    texts = {*label.split(" / "), *group}
    return not any(meaning(text).tags & things() for text in texts) and any(is_bare(text) for text in texts)


@lru_cache(maxsize=4096)
def _only_amount(label: str, group: tuple[str, ...]) -> bool:
    """Whether a heading and what stands above it say "amount" and not of what, nor that it was paid out."""
    said = frozenset(tag for text in (*label.split(" / "), *group) for tag in meaning(text).tags)
    return said & (things() | {"paid", "receiving"}) <= {_AMOUNT}


def _paid_online(claim: Claim) -> bool:
    """What is said to be paid online, and so for what."""
    return meaning(claim.label).tags >= _PAID_ONLINE


def _of_the_thing(claim: Claim, o: Oriented, own: frozenset[str]) -> bool:
    """Read a figure under the title of a thing that other elements do not count as what it is of that thing, if the title says which."""
    foreign = own & _NOT_OURS
    if not foreign or any(foreign <= said_of(code) for code in claim.codes):
        return False
    named = match(claim.leaf, claim.group, (o.title,))
    if len(named.codes) != 1 or not named.sure or named.rate or not foreign <= said_of(named.codes[0]):
        return False
    claim.codes, claim.why = named.codes, named.why
    claim.basis = basis_in(named.codes[0], basis_role(o.columns[claim.cell.col])) or claim.basis
    return True


def _judge(claim: Claim, own: frozenset[str], beside: frozenset[str]) -> None:
    """A figure of a thing that neither the title nor any heading beside it names: none of ours, or asked."""
    fitting = frozenset().union(*(allowed(code) for code in claim.codes)) - {_AMOUNT}
    spoken = own | (_HANDLED if own & _HANDLING else frozenset())
    if not (spoken | beside) & fitting:
        if own & _NOT_OURS:
            claim.role, claim.codes = "skip", ()
        claim.sure = False
    elif own & _NOT_OURS and not all(own & _NOT_OURS <= said_of(code) for code in claim.codes):
        claim.sure = False


def _doubt(o: Oriented, found: Sequence[Claim], beside: frozenset[str]) -> None:
    """Where no word of a sheet names the thing its headings leave out, and its title speaks of something unknown, they are asked."""
    title = without_time(o.title)
    if beside or not meaning(without_introduction(_without_form(title))).unknown:
        return
    if o.shape == "wide" and _ONLY_A_PAPER.fullmatch(plain(title).strip(" .:-")) and _handed_in(found):
        return
    for claim in found:
        said = claim.measure is not None and claim.codes and claim.measure == of_element(claim.codes[0])
        if claim.codes and not said and not _counted_over(o, claim) and _needy(claim.label, claim.group):
            claim.sure = False


def _handed_in(found: Sequence[Claim]) -> bool:
    """Whether headings tell apart the ways in which dossiers, and nothing else, are handed in: online, directly, by post."""
    said = frozenset(tag for label in {c.label for c in found if c.codes} for tag in meaning(label).tags)
    return said >= _WAYS


def _counted_over(o: Oriented, claim: Claim) -> bool:
    """Whether a heading over the figures of rows says what they count ("number of dossiers")."""
    column = o.columns.get(claim.cell.col)
    said = frozenset(tag for text in column.path for tag in meaning(text).tags) & things() if column and o.shape == "long" else frozenset()
    return bool(said) and said <= allowed(claim.codes[0])


def _give(claim: Claim, o: Oriented, own: frozenset[str]) -> None:
    if (of_officials := _of_officials(claim, own)) is not None:
        claim.codes, claim.sure, claim.why = of_officials.codes, True, of_officials.why
        claim.basis = basis_in(of_officials.codes[0], basis_role(o.columns[claim.cell.col]))
        claim.role = "value" if claim.basis else "skip"
        return
    titled = _of_title(o, claim)
    named = titled or _under(claim.leaf, claim.group, o.title)
    if titled is None and own & _NOT_OURS and not all(own & _NOT_OURS <= said_of(code) for code in named.codes):
        return
    acts = frozenset(tag for text in claim.group for tag in meaning(text).tags) - things() - _NO_ACT
    acts |= frozenset(tag for text in claim.sections for tag in meaning(text).tags & PARTING)
    if not named.codes or (titled is None and (len(named.codes) != 1 or named.rate)):
        return
    if not acts <= allowed(named.codes[0]) or not own & allowed(named.codes[0]) or points_of_a_part(claim.leaf):
        return
    sure = named.sure and len(named.codes) == 1
    own = own - _ROWS if titled or o.shape == "wide" else own
    claim.codes, claim.sure, claim.why = named.codes, sure and own <= allowed(named.codes[0]), named.why
    claim.basis = basis_in(named.codes[0], basis_role(o.columns[claim.cell.col]))
    claim.role = "value" if claim.basis else "skip"


def _of_officials(claim: Claim, own: frozenset[str]) -> Match | None:
    """What "number of people" counts under what was done, where the title speaks of officials and of no other people."""
    if _OFFICIAL not in own or own & (_WHO - _ROWS) or meaning(claim.leaf).tags != {"person"} or not claim.group:
        return None
    named = match(claim.leaf, claim.group, (_OFFICIALS,))
    return named if named.sure and len(named.codes) == 1 and _OFFICIAL in said_of(named.codes[0]) else None


def _sums_of_times(o: Oriented) -> frozenset[int]:
    """The columns headed "total" and nothing more, beside columns that are headed by their period alone: they count the same."""
    alone = [c for c in o.columns.values() if c.stated is not None and c.stated.kind != "year" and not any(map(without_basis, c.path))]
    totals = {c.col for c in o.columns.values() if len(c.path) == 1 and meaning(c.leaf).tags == {"total"} and meaning(c.leaf).clear}
    return frozenset(totals) if len(alone) > 1 else frozenset()


def _of_title(o: Oriented, claim: Claim) -> Match | None:
    """What the title itself names, for a column headed by its period and nothing more, or the sum of such columns."""
    column = o.columns[claim.cell.col]
    headed = column.stated is not None and column.stated.kind != "year" and not any(without_basis(text) for text in column.path)
    if o.shape != "wide" or not (headed or claim.cell.col in _sums_of_times(o)):
        return None
    title = without_time(o.title)
    whose = _WHOSE.search(plain(title))
    title = " ".join(title.split()[: len(plain(title)[: whose.start()].split())]) if whose else title
    return match(without_introduction(title))


@lru_cache(maxsize=2048)
def _under(leaf: str, group: tuple[str, ...], title: str) -> Match:
    """What a heading means under a title: what the title itself names where it says no more than that, else what both say together."""
    if len(group) == 1 and meaning(leaf).tags == {"total"}:
        leaf, group = group[0], ()
    said = meaning(leaf)
    if said.unknown or "neg" in said.tags or not said.tags - things() - _NO_ACT:
        return Match()
    whole = match(without_time(title))
    if whole.codes and "total" not in said.tags and said.tags <= meaning(title).tags:
        return whole
    return match(leaf, group, (title,))


def _without_form(title: str) -> str:
    """A title, as typed, without the number of the form before it ("Annex 07a/BTP - results ...")."""
    mark = _FORM.match(plain(title))
    return " ".join(title.split()[len(plain(title)[: mark.end()].split()) :]) if mark else title


def without_time(title: str) -> str:
    """The title up to where it says over which time; "cumulative" before it is no part of what it speaks of."""
    lead = _CUMULATIVE.match(plain(title))
    title = " ".join(title.split()[len(plain(title)[: lead.end()].split()) :]) if lead else title
    found = _TIME.search(plain(title))
    return " ".join(title.split()[: len(plain(title)[: found.start()].split())]) if found else title
