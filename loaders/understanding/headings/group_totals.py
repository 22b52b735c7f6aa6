""" "Total" under one of several ways side by side ("received: online: total | in full; directly"): the total of that way alone."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from loaders.understanding.headings.columns import Column, heading
from loaders.understanding.headings.ratios import is_done
from loaders.understanding.headings.tags import meaning
from loaders.understanding.headings.ways import DIVIDING
from loaders.understanding.texts.tables import Table

_LEAST = 2
_NO_PART = frozenset({"rate", "neg", "must"})


def is_own_total(column: Column, columns: Sequence[Column], codes: Collection[str]) -> bool:
    """Whether a total is that of its group alone: another way stands beside the group, and the columns under it are narrower parts of it,
    none of them what the group or its whole (`codes`) names, done or not, another way or a share."""
    group, over = column.path[-2], column.path[:-2]
    own = meaning(group).tags & DIVIDING
    beside = {c.path[len(over)] for c in columns if len(c.path) > len(over) and c.path[: len(over)] == over} - {group}
    other = frozenset(tag for text in beside for tag in meaning(text).tags & DIVIDING) - own
    inside = [c for c in columns if c.path[:-1] == column.path[:-1] and c is not column]
    return bool(own and other) and not any(_whole_again(c, own | other, codes) for c in inside)


def _whole_again(column: Column, ways: frozenset[str], codes: Collection[str]) -> bool:
    """Whether a column of the group says that its total may be more than the group: a way, a share, what is done or left to do."""
    said = meaning(column.leaf)
    return (
        bool(said.tags & (ways | _NO_PART)) or "%" in column.leaf or is_done(column.leaf) or bool(set(heading(column).codes) & set(codes))
    )


def shares_again(table: Table, columns: Sequence[Column], codes: Mapping[int, tuple[str, ...]]) -> set[int]:
    """The columns under one way that name again what its total names ("directly: total | at the counter | by post"), where all that stand
    beside the total add up to it in every row: its parts, unless they are of its months."""
    found = set[int]()
    for total in columns:
        way = meaning(total.path[-2]).tags & DIVIDING if len(total.path) > 1 else frozenset()
        if not way or meaning(total.leaf).tags != {"total"} or not codes.get(total.col):
            continue
        inside = [c for c in columns if c.path[:-1] == total.path[:-1] and c is not total]
        again = {c.col for c in inside if c.stated is None and codes.get(c.col, ())[:1] == codes[total.col][:1]}
        if again and len(inside) >= _LEAST and _adds_up(table, total.col, [c.col for c in inside]):
            found |= again
    return found


def _adds_up(table: Table, total: int, parts: Sequence[int]) -> bool:
    """Whether a column is the sum of others in every row with a figure, and there are several of these."""
    rows = [(table.sheet.number(row, total), [table.sheet.number(row, col) or 0.0 for col in parts]) for row in table.body]
    sums = [(whole, sum(held)) for whole, held in rows if whole is not None]
    return len(sums) >= _LEAST and any(whole for whole, _sum in sums) and all(whole == held for whole, held in sums)
