"""The statutory form with fields of work in rows: counts dealt out over the fields, totals above them."""

from __future__ import annotations

from itertools import accumulate

from demo import heading
from demo.paper import Paper
from demo.sender import Return
from demo.wide import head

_ROMAN = ("I", "II", "III", "IV", "V")


def fields(sent: Return) -> list[Paper]:
    """One sheet for one unit: a total row, then each group of fields with its own subtotal."""
    declared = sent.declared
    columns = declared["columns"]
    width = len(columns) + 2
    paper = Paper(declared["sheet"])
    for row, text in enumerate(declared["title"], start=1):
        paper.put(row, 5, sent.words(text), "italic" if row > 1 else "title", to=(row, 10))
    for row, text in enumerate(declared["right"], start=1):
        paper.put(row, 11, sent.words(text), "left")
    paper.put(1, 1, declared["corner"], "left")
    row = head(paper, columns, declared["number_head"], declared["unit_head"], 6)
    shares = [share for group in declared["fields"] for _, share in group["items"]]
    dealt = [_dealt(sent, column, shares) for column in columns]
    _line(paper, row, "", declared["total"], _summed(columns, [sum(counts) for counts in dealt]), "section")
    at = order = 0
    for number, group in enumerate(declared["fields"]):
        row += 1
        size = len(group["items"])
        _line(paper, row, _ROMAN[number], group["title"], _summed(columns, [sum(c[at : at + size]) for c in dealt]), "section")
        for name, _ in group["items"]:
            row += 1
            order += 1
            _line(paper, row, order, name, _summed(columns, [counts[at] for counts in dealt]), "label")
            at += 1
    heading.below(paper, sent, sent.sender, width)
    return [paper]


def _dealt(sent: Return, column: dict, shares: list[float]) -> list[int]:
    """A count dealt out over the fields in whole numbers that add up to it again."""
    if "element" not in column:
        return [0] * len(shares)
    found = sent.number(sent.sender, column["element"])
    ends = [round(found * end / sum(shares)) for end in accumulate(shares)]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]


def _summed(columns: list[dict], counts: list[int]) -> list[int]:
    """The counts of a row with its sums: a column `sum = n` adds the n columns after it."""
    return [sum(counts[at + 1 : at + 1 + column["sum"]]) if "sum" in column else counts[at] for at, column in enumerate(columns)]


def _line(paper: Paper, row: int, order: int | str, name: str, counts: list[int], style: str) -> None:
    paper.put(row, 1, order or None, "body")
    paper.put(row, 2, name, style)
    for at, count in enumerate(counts, start=3):
        paper.put(row, at, count, "number")
