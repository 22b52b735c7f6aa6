"""Figures "in the month" of a quarterly return, "in the week" of a monthly one: of another time than the return, which nobody names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from catalogue.periods import Period
from loaders.understanding.headings.columns import Column
from loaders.understanding.orienting.claim import Claim, leaf_of
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.texts.words import plain

OTHER_SPAN = "other_span"
_SPAN = re.compile(r"\b(?:trong|thuoc) (ngay|tuan|thang|quy|nam)\b(?! \d)|\b(ngay|tuan|thang|quy|nam) (?:nay|bao cao|hien tai)\b(?! \d)")
_ALONE = re.compile(r"^(?:so lieu |so |ket qua |kq |thuc hien |th |rieng |chi |trg |tr\. ?)*(thang|quy)[ .:*]*$")
_KINDS = {"thang": "month", "quy": "quarter", "nam": "year"}


def leave_other_spans(o: Oriented, found: Sequence[Claim], whole: Period | None) -> None:
    """Leave out what arose in another span of time than that of the return; a longer one that ends with it says "year" in its own way."""
    spans = {col: said for col, column in o.columns.items() if (said := _said(column))}
    inner = {label: said for label in {c.label for c in found} if (said := _span_of(leaf_of(label)))}
    for claim in found if spans or inner else ():
        period = claim.period or whole
        if period is None or claim.role != "value" or claim.basis != "in_period" or not claim.codes:
            continue
        said = spans.get(claim.cell.col) or inner.get(claim.label, "")
        if said and said != "nam" and _KINDS.get(said) != period.kind:
            claim.role = "skip"
            claim.notes.append(OTHER_SPAN)
            claim.told = said


def _said(column: Column) -> str:
    """The span that the headings over a column say, the innermost first ("month" beside its sum says it too); empty where they name a
    period."""
    alone = _ALONE.search(plain(column.leaf)) if column.role == "in_period" and not column.stated else None
    if alone:
        return alone[1]
    return "" if column.stated else next((said for text in reversed(column.path) if (said := _span_of(text))), "")


@lru_cache(maxsize=4096)
def _span_of(text: str) -> str:
    said = _SPAN.search(plain(text))
    return (said[1] or said[2]) if said else ""
