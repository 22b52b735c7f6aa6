"""Words inside a label that change which figure it is: "new in the month" of a stock, "since January" of a flow, a section not of now."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import lru_cache

from catalogue.elements import elements, elements_by_text
from catalogue.periods import Period
from catalogue.text import heading_key
from loaders.understanding.claiming.basis import within_apart
from loaders.understanding.dates.when import Statement, statements
from loaders.understanding.headings.columns import ONLY_COMPARES
from loaders.understanding.headings.setaside import of_last_time
from loaders.understanding.headings.tags import meaning
from loaders.understanding.orienting.claim import Claim, leaf_of
from loaders.understanding.texts.words import plain

_INCREASE = re.compile(r"\b(trong (\d{1,2} )?(thang|ky|quy|tuan)|moi|phat sinh|tang them|tang trong|tang moi|bo sung them)\b")
_WHOLE = re.compile(r"\bca (nam|quy|thang)\b(?! (truoc|qua))")
_MONTHS = re.compile(r"\b(?:trong|ca|cua) (\d{1,2}) thang\b(?! (?:truoc|qua))")
_KINDS = {"nam": "year", "quy": "quarter", "thang": "month"}
_SINCE = re.compile(r"\b(luy ke|cong don|tu dau nam)\b")


def heed(found: Iterable[Claim]) -> None:
    """Doubt the stocks that are said to be increases; give the flows said to be sums since January that basis."""
    claims = [claim for claim in found if claim.role == "value" and claim.codes]
    headings = {(claim.label, claim.group): claim for claim in claims}
    past = {heading for heading, claim in headings.items() if _of_last_time(claim)}
    if past:
        for claim in claims:
            if (claim.label, claim.group) in past:
                claim.role = "skip"
                claim.notes.append("last_period")
    if not any(_says_increase(claim.leaf) or _says_since(text) for claim in headings.values() for text in (claim.leaf, *claim.group[:1])):
        return
    levels = {(c.table, c.cell.row, c.unit, c.codes) for c in claims if c.role == "value" and c.codes and not _says_increase(c.leaf)}
    for claim in claims:
        leaf = claim.leaf
        if claim.role != "value" or not claim.codes or heading_key(leaf) in elements_by_text():
            continue
        element = elements().get(claim.codes[0])
        if element is None:
            continue
        if element.basis == "to_date" and claim.basis == "to_date" and _says_increase(leaf):
            claim.sure = False
            if (claim.table, claim.cell.row, claim.unit, claim.codes) in levels:  # the figure to date stands beside it
                claim.role = "skip"
                claim.notes.append("increment")
        above = () if within_apart(leaf) else claim.group[:1]
        if claim.basis == "in_period" and any(_says_since(text) for text in (leaf, *above)):
            claim.basis = "year_to_date"


def _of_last_time(claim: Claim) -> bool:
    return of_last_time(claim.leaf) or any(of_last_time(text) and not _compares(claim, text) for text in claim.group)


def carried_from(found: Collection[Claim], whole: Period | None) -> None:
    """Doubt what is said to come from a month, quarter or year that did not end right before the period."""
    carried = {label for label in {c.label for c in found} if "carried" in meaning(leaf_of(label)).tags}
    for claim in found if carried else ():
        if whole is None or claim.role != "value" or not claim.codes or claim.label not in carried:
            continue
        first = Period.month(whole.year, 1 if claim.basis == "year_to_date" else whole.first_month)
        said = statements(claim.leaf, "header")
        if said and not any(_ends_before(s, first) for s in said):
            claim.sure = False


def of_the_whole(found: Collection[Claim], whole: Period | None) -> None:
    """Doubt the flows that are said to be those of a whole year, quarter or month, or of so many months, where the period is of
    another kind."""
    told = {label: said for label in {c.label for c in found} if any(said := _told_of(leaf_of(label)))}
    for claim in found if told else ():
        period = claim.period or whole
        if period is None or claim.role != "value" or claim.basis != "in_period" or claim.label not in told:
            continue
        kind, months = told[claim.label]
        if (kind and period.kind != kind) or (months and months != len(period.months)):
            claim.sure = False


@lru_cache(maxsize=4096)
def _told_of(leaf: str) -> tuple[str, int]:
    """(the kind of period a heading says it counts the whole of, the number of months it counts)."""
    said, months = _WHOLE.search(plain(leaf)), _MONTHS.search(plain(leaf))
    return _KINDS[said[1]] if said else "", int(months[1]) if months else 0


def _ends_before(said: Statement, first: Period) -> bool:
    """Whether a period ends in the month before `first`; one without its year is of that year."""
    before = first.previous
    period = said.period or (Period(before.year, said.kind, said.number) if said.number else None)
    return period is not None and period.months[-1] == before


def _compares(claim: Claim, text: str) -> bool:
    """Whether a heading over a column only says with what it is compared: which side of it the column is, `kept_out` has decided."""
    return text in claim.label and bool(ONLY_COMPARES.fullmatch(plain(text)))


@lru_cache(maxsize=4096)
def _says_increase(text: str) -> bool:
    return bool(_INCREASE.search(plain(text)))


@lru_cache(maxsize=4096)
def _says_since(text: str) -> bool:
    return bool(_SINCE.search(plain(text)))
