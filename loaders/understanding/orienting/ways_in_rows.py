"""Welfare paid out with a way of paying in every row: "By account | people | amount", "In cash", "Total"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal

from loaders.understanding.headings.channels import bare_way, ways
from loaders.understanding.headings.columns import without_basis
from loaders.understanding.headings.tags import meaning
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.texts.rowkinds import is_figure, is_total

Way = Literal["cash", "noncash", "one_way", "unpaid", "total"]
"""In cash, all without it, one way without it, not yet paid, all there is."""
_CASH, _NONCASH = "cash", "noncash"
_PEOPLE, _AMOUNT = frozenset({"person", "beneficiary"}), frozenset({"amount"})
_MAY = frozenset({"paid", "receiving", "enjoying", "ssp", "total", "citizen"})
_NAMES = ("label", "group", "unit", "")


def by_ways(o: Oriented) -> Oriented:
    """The same table, or that of payments with their ways in rows, where each row with a figure is one of them or their total."""
    if o.shape not in ("long", "sectors", "unknown"):
        return o
    if not any(counted(o, col) for col in o.columns):
        return o
    names = [col for col, c in o.columns.items() if col != o.index_col and c.role in _NAMES and not counted(o, col)]
    for col in names:
        named = replace(o, shape="paid", label_col=col)
        if ways_of(named):
            return named
    return o


def ways_of(o: Oriented) -> Mapping[int, Way]:
    """Row -> its way; empty where a row with a figure is none, or where nothing is paid without cash beside cash or a total."""
    found: dict[int, Way] = {}
    for row in o.table.body:
        if not any(is_figure(c) for c in o.table.row(row) if c.col not in (o.label_col, o.index_col)):
            continue
        way = _way(o.text(row, o.label_col))
        if way is None:
            return {}
        found[row] = way
    kinds = set(found.values())
    return found if kinds & {"noncash", "one_way"} and kinds & {"cash", "total"} else {}


def _way(label: str) -> Way | None:
    said = meaning(label)
    if said.unknown or not label:
        return None
    if "neg" in said.tags:
        return "unpaid"
    if _NONCASH in said.tags or bare_way(label):
        return None if _CASH in said.tags else "one_way" if ways(label) and not _all_without(label) else "noncash"
    if _CASH in said.tags:
        return "cash"
    return "total" if is_total(label) or "total" in said.tags else None


def _all_without(label: str) -> bool:
    """Whether a way, or several, is called all that is paid without cash."""
    return _NONCASH in meaning(label.rpartition("(")[2]).tags and not ways(label.rpartition("(")[2])


def counted(o: Oriented, col: int) -> str:
    """What the figures of a column count by its headings, "people" or "amount"; empty where it is anything else."""
    texts = [text for text in o.columns[col].path if without_basis(text)]
    said = [meaning(text) for text in texts]
    tags = frozenset().union(*(m.tags for m in said))
    if any(m.unknown for m in said):
        return ""
    return "people" if tags & _PEOPLE and tags <= _PEOPLE | _MAY else "amount" if tags & _AMOUNT and tags <= _AMOUNT | _MAY else ""
