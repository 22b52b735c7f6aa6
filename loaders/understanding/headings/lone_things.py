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
    """What a thing that would be the whole of its group counts: the part the group names where only plans and rates stand beside it; the
    whole beside that part, in doubt beside other counts. None for any other heading."""
    if len(column.path) < 2 or not named.codes or not only_thing(meaning(column.leaf)) or is_all(column.leaf):
        return None
    group = match(column.path[-2], tuple(reversed(column.path[:-2])))
    whole = denominators().get(group.codes[0]) if group.sure and not group.rate else None
    if whole is None or not (named.codes == (whole,) if named.sure else {*named.codes} == {whole, *group.codes}):
        return None
    beside = [c for c in columns if c is not column and c.path[:-1] == column.path[:-1]]
    counts = [c for c in beside if not bare_rate(c.leaf) and not kept_out(c, None, columns) and c.role not in ("percent", "note")]
    if any(group.codes[0] in heading(c).codes or is_done(c.leaf) for c in counts):
        return replace(named, codes=(whole,), sure=True)
    return replace(named, codes=(*group.codes, whole), sure=False) if counts else group if beside else None
