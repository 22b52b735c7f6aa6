"""A heading that says only a part over columns that each name a whole: under "online" stand the new dossiers that came online."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from loaders.understanding.headings.columns import Column, declared, heading
from loaders.understanding.headings.match import Match, allowed, match, only_counts
from loaders.understanding.headings.tags import meaning
from loaders.understanding.headings.things import is_bare
from loaders.understanding.headings.tongues import vietnamese


def divided(columns: Sequence[Column], named: Mapping[int, Match]) -> dict[int, Match]:
    """What the columns under a part name, where none of their group says that part itself: the part of what each names, if there is an
    element for it; else nothing where the whole stands elsewhere in the table, and it is in doubt where it does not."""
    found = {}
    for column in columns:
        mine = named[column.col]
        if len(column.path) < 2 or not mine.sure or len(mine.codes) != 1 or not is_bare(column.path[-2]) or declared(column.path[-2:]):
            continue
        part = meaning(column.path[-2]).tags - only_counts()
        if not part or part <= allowed(mine.codes[0]):
            continue
        group = [c for c in columns if c.path[:-1] == column.path[:-1]]
        if any(_says(c, part, named[c.col]) for c in group):
            continue
        whole = match(f"{vietnamese(column.leaf)} {vietnamese(column.path[-2])}", tuple(reversed(column.path[:-2])))
        known = whole.sure and len(whole.codes) == 1 and part <= allowed(whole.codes[0])
        elsewhere = any(c not in group and named[c.col].sure and named[c.col].codes == mine.codes for c in columns)
        found[column.col] = whole if known else Match() if elsewhere else replace(mine, sure=False)
    return found


def _says(column: Column, part: frozenset[str], named: Match) -> bool:
    """Whether a column names that part itself, in its words or by the element it is."""
    if meaning(column.leaf).tags & part or is_bare(column.leaf):
        return True
    return any(part & allowed(code) for code in (named.codes or heading(column).codes))
