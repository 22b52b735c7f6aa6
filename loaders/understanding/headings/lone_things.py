"""A thing alone under the name of those that have something ("households with fibre: households | rate"): these, not all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from loaders.understanding.headings.columns import Column, bare_rate, heading
from loaders.understanding.headings.match import Match, denominators, match
from loaders.understanding.headings.ratios import is_all, is_done
from loaders.understanding.headings.setaside import kept_out
from loaders.understanding.headings.tags import meaning
from loaders.understanding.headings.things import only_thing


def those_of_the_group(column: Column, columns: Sequence[Column], named: Match) -> Match | None:
    """What a thing that would be the whole of its group counts: the part the group names where only plans and rates stand beside it; in
    doubt beside other counts, none of which is that part. None where the part stands beside it, or for any other heading."""
    if len(column.path) < 2 or not named.sure or not only_thing(meaning(column.leaf)) or is_all(column.leaf):
        return None
    group = match(column.path[-2], tuple(reversed(column.path[:-2])))
    if not group.sure or group.rate or denominators().get(group.codes[0]) != named.codes[0]:
        return None
    beside = [c for c in columns if c is not column and c.path[:-1] == column.path[:-1]]
    counts = [c for c in beside if not bare_rate(c.leaf) and not kept_out(c, None, columns) and c.role not in ("percent", "note")]
    if any(group.codes[0] in heading(c).codes or is_done(c.leaf) for c in counts):
        return None
    return replace(named, codes=(*group.codes, *named.codes), sure=False) if counts else group if beside else None
