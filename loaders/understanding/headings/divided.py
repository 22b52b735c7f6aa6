"""A heading that says only a part over headings that each name a whole: under "online" stand the new dossiers that came online.

Headings are paths, outermost first: those over a column, or the groups and rows a row stands under with its own label."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from catalogue.elements import elements
from loaders.understanding.headings.match import Match, declared, match
from loaders.understanding.headings.tags import Meaning, meaning
from loaders.understanding.headings.things import is_bare, things
from loaders.understanding.headings.tongues import vietnamese
from loaders.understanding.headings.ways import DIVIDING, PARTING, allowed, only_counts
from loaders.understanding.texts.words import classes

_COUNTED = frozenset({"dossier"})
"""What a heading may name beside the part it says: "online dossiers" over "dossiers received"."""
_UNDER_TITLE = 3
"""A known pair of headings and a title over it."""
_SOME = frozenset({"subset", "other", "party"})
_EARLIER = {"intime": frozenset({"early", "ontime"})}
"""What says a part in other words: early and on the day are both within the limit."""
_FIELD, _OF_FIELDS = frozenset({"subset"}), frozenset({"dossier", "procedure"})


def divided(paths: Mapping[int, tuple[str, ...]], named: Mapping[int, Match], groups: frozenset[str] | None = None) -> dict[int, Match]:
    """What the headings under a part name, where none of their group says that part itself: the part of what each names, if there is an
    element for it; else nothing where the whole stands elsewhere in the table, and it is in doubt where it does not.

    `groups`: the titles of groups of rows. Of rows only these, and rows that name no thing, are such headings, and only where they say one
    of certain parts (`parting.csv`): the title of a group is often but a topic."""
    found: dict[int, Match] = {}
    levels = {key: found_at for key, path in paths.items() if (found_at := _level(path, named[key], groups)) is not None}
    apart = levels if groups is not None else ()
    for key, (level, part) in levels.items():
        path, mine = paths[key], named[key]
        group = [k for k, other in paths.items() if len(other) > level + 1 and other[: level + 1] == path[: level + 1]]
        if any(_says(paths[k][level + 1 :], part, named[k]) for k in group):
            continue
        whole = match(f"{vietnamese(path[-1])} {vietnamese(path[level])}", tuple(reversed((*path[:level], *path[level + 1 : -1]))))
        known = whole.sure and len(whole.codes) == 1 and part <= allowed(whole.codes[0])
        elsewhere = any(k not in group and k not in apart and named[k].sure and named[k].codes == mine.codes for k in paths)
        found[key] = whole if known else Match() if elsewhere else replace(mine, sure=False)
    return found


def _level(path: tuple[str, ...], mine: Match, groups: frozenset[str] | None) -> tuple[int, frozenset[str]] | None:
    """(how far in stands the first heading that says a part which what is named below it is not, that part). A known pair of headings is
    divided by nothing but the title of a group over it."""
    known = declared(path[-2:]) is not None
    if len(mine.codes) != 1 or (known and (groups is None or len(path) < _UNDER_TITLE)):
        return None
    over, code = path[:-1], mine.codes[0]
    parts = [_of_column(t, n == len(over) - 1) if groups is None else _of_row(t, code, groups) for n, t in enumerate(over)]
    return next(((n, part) for n, part in enumerate(parts[:-1] if known else parts) if part - allowed(code)), None)


def _of_column(text: str, nearest: bool) -> frozenset[str]:
    """The tags of the part a heading says, if it says no more than a part; `nearest`: right over the column it may divide.

    Further up, and beside "dossiers", only what divides dossiers counts: anything may stand far over a column."""
    said = meaning(text)
    if "rate" in said.tags:
        return frozenset()
    if nearest and is_bare(text):
        return said.tags - only_counts()
    return said.tags & DIVIDING if is_bare(text) or _of_dossiers(said) else frozenset()


def _of_row(text: str, code: str, groups: frozenset[str]) -> frozenset[str]:
    """The tags of the part that the title of a group of rows says, or a row that names no thing. A field ("health") divides dossiers and
    procedures; over anything else it is a topic."""
    said = meaning(text)
    if text in groups and "field_row" in classes("lines.csv", text):
        return _FIELD if _unit(code) in _OF_FIELDS else frozenset()
    if "rate" in said.tags or said.unknown or (text not in groups and not is_bare(text)):
        return frozenset()
    if said.tags & _SOME:
        return said.tags & _SOME
    return said.tags & PARTING if is_bare(text) or _of_dossiers(said) else frozenset()


def _of_dossiers(said: Meaning) -> bool:
    return not said.unknown and "dossier" in said.tags and said.tags & things() <= _COUNTED


def _unit(code: str) -> str:
    return elements()[code].unit if code in elements() else ""


def _says(path: tuple[str, ...], part: frozenset[str], named: Match) -> bool:
    """Whether a heading within the group names that part itself, in its words or by the element it is."""
    part = part.union(*(_EARLIER.get(tag, ()) for tag in part))
    if any(meaning(text).tags & part for text in path) or (len(path) == 1 and is_bare(path[-1]) and not part & PARTING):
        return True
    return any(part & allowed(code) for code in named.codes)
