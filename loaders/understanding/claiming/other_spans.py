"""Figures "in the month" of a quarterly return, "in the week" of a monthly one, "on the 10th" or "up to the 5th" of any: of another time
than the return, which nobody names."""

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
_DAY = re.compile(r"(?:\b(den|toi|het|truoc) )?(?:\bhet )?\bngay (\d{1,2})(?:[/.-](\d{1,2}))?(?![\d/.-]|\w)")
_LAST_DAYS = frozenset([14, 15, *range(28, 32)])
"""Days of the month on which a month ends, by the two calendars and a day later."""
_SPAN_OF_DAY = "ngay"
_KINDS = {"thang": "month", "quy": "quarter", "nam": "year"}


def leave_other_spans(o: Oriented, found: Sequence[Claim], whole: Period | None) -> None:
    """Leave out what arose in another span of time than that of the return; a longer one that ends with it says "year" in its own way."""
    spans = {col: said for col, column in o.columns.items() if (said := _said(column))}
    inner = {label: said for label in {c.label for c in found} if (said := _span_of(leaf_of(label)))}
    days = {label: text for label in {c.label for c in found} if _DAY.search(text := plain(leaf_of(label)))}
    for claim in found if spans or inner or days else ():
        period = claim.period or whole
        if period is None or claim.role != "value" or not claim.codes:
            continue
        said = spans.get(claim.cell.col) or inner.get(claim.label, "") if claim.basis == "in_period" else ""
        if claim.label in days and _on_another_day(days[claim.label], claim.basis, period):
            said = _SPAN_OF_DAY
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


def _on_another_day(text: str, basis: str, period: Period) -> bool:
    """Whether a heading names a day, without its year, on which the period does not end."""
    said = _DAY.search(text)
    if said is None:
        return False
    until, day, month = said[1], int(said[2]), int(said[3] or period.end("plain").month)
    return (until is None and basis == "in_period") or month != period.end("plain").month or day not in _LAST_DAYS


@lru_cache(maxsize=4096)
def _span_of(text: str) -> str:
    said = _SPAN.search(plain(text))
    return (said[1] or said[2]) if said else ""
