"""Over which time a figure runs: what its column says of it, and what that makes of the natural basis of an element."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from catalogue.elements import elements
from catalogue.indicators import indicators
from loaders.understanding.headings.columns import BASES, Column, role_of
from loaders.understanding.texts.words import plain

if TYPE_CHECKING:
    from loaders.understanding.orienting.claim import Claim

_WITHIN = re.compile(r"\btrong (thang|quy|tuan)\b(?! (dau|cuoi|qua))")

_APART = re.compile(r"\((?:so |so lieu |chi |rieng |tinh )*(?:trong )?(?:thang|quy|tuan|ky)(?: nay| bao cao| \d+)?\)")


def basis_in(code: str, role: str) -> str:
    """The basis of an element in a column of that role; empty when such a column does not hold the element's own figure."""
    natural = _natural(code)
    if role in ("", "actual", "percent", "in_period") and natural == "in_period":
        return "in_period"
    if natural == "to_date":
        return "" if role == "in_period" else "to_date"
    if role in ("year_to_date", "cumulative"):
        return "year_to_date"
    return "" if role == "to_date" else natural


def settle(claim: Claim, role: str, column: Column, rate: bool) -> None:
    """What a claim is and over which time it runs, once its elements are known.

    `role`: value, total or skip, as its row says; `rate`: it is headed as a percentage."""
    claim.role = role if role in ("total", "skip") else "value"  # type: ignore[assignment]
    if not claim.codes:
        claim.role = ("check" if rate else "skip") if claim.role == "value" else claim.role
        return
    claim.basis = basis_in(claim.codes[0], basis_role(column))
    if not claim.basis and claim.role == "value":
        claim.role = "skip"
        claim.notes.append("increment")


def rebased(basis: str, first: str, chosen: str, beside: Iterable[tuple[str, str]]) -> str:
    """The basis of a figure that was taken for one element and is another: kept where both run over the same kind of time.

    `beside`: (element, basis) of the figures around it, of which a flow takes the basis that the flows have."""
    if not basis or _natural(first) == _natural(chosen):
        return basis or _natural(chosen)
    if _natural(chosen) == "to_date":
        return "to_date"
    flows = [over for code, over in beside if over and code and _natural(code) == "in_period"]
    return max(flows, key=flows.count, default="in_period")


def beside(found: Sequence[Claim], claim: Claim) -> list[tuple[str, str]]:
    """(element, basis) of what is sure in a claim's column, else in its table."""
    near = [c for c in found if c.table == claim.table and c.role == "value" and c.sure and c.code]
    same = [(c.code, c.basis) for c in near if c.cell.col == claim.cell.col]
    return same or [(c.code, c.basis) for c in near]


def _natural(code: str) -> str:
    element = elements().get(code)
    if element:
        return element.basis
    indicator = indicators().get(code)
    return "to_date" if indicator is None or indicator.kind == "stock" else "in_period"


def basis_role(column: Column) -> str:
    """in_period, year_to_date, to_date, cumulative or nothing, from the innermost heading that says so."""
    for text in reversed(column.path):
        role = role_of(plain(text))
        if role in BASES:
            return role
        words = plain(text)
        if any(word in words for word in ("luy ke", "cong don", "cumulative")):
            return "to_date" if re.search(r"den nay|den ngay|den thoi diem", words) and "dau nam" not in words else "cumulative"
    return ""


def says_increase(column: Column) -> bool:
    """Whether a heading calls its figures new, added or arisen in the period."""
    return any(_INCREASE.search(plain(text)) for text in column.path)


def calls_increase(column: Column) -> bool:
    """Whether a heading calls its figures what came in addition, in so many words ("increase in the month")."""
    return any(_ADDED.search(plain(text)) for text in column.path)


_INCREASE = re.compile(r"\b(trong (thang|ky|quy|tuan)|moi|phat sinh|tang)\b")
_ADDED = re.compile(r"\b(tang|phat sinh|them)\b")


def says_when(column: Column) -> bool:
    """Whether headings say themselves over which time the figures run: a basis, a month or quarter of their own, "in the month"."""
    return says_plainly(column) or any(_WITHIN.search(plain(text)) for text in column.path)


def within(label: str) -> bool:
    """Whether the name of a row says that it counts the month, quarter or week alone ("received in the month")."""
    return bool(_WITHIN.search(plain(label)))


def within_apart(label: str) -> bool:
    """Whether it says so in brackets of their own ("received (in the month)"), as one does beside rows that count otherwise."""
    return bool(_APART.search(plain(label)))


def says_plainly(column: Column) -> bool:
    """Whether headings say over which time the figures run and nothing else in the same words."""
    return bool(basis_role(column)) or (column.stated is not None and column.stated.kind in ("month", "quarter"))
