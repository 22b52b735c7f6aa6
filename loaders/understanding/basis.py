"""Over which time a figure runs: what its column says of it, and what that makes of the natural basis of an element."""

from __future__ import annotations

import re

from catalogue.elements import elements
from catalogue.indicators import indicators
from loaders.understanding.orient import BASES, Column, role_of
from loaders.understanding.words import plain


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
        if "luy ke" in words:
            return "to_date" if re.search(r"den nay|den ngay|den thoi diem", words) and "dau nam" not in words else "cumulative"
    return ""


def says_when(column: Column) -> bool:
    """Whether headings say themselves over which time the figures run: a basis, or a month or quarter of their own."""
    return bool(basis_role(column)) or (column.stated is not None and column.stated.kind in ("month", "quarter"))
