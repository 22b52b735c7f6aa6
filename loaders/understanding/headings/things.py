"""Which tags name what is counted, and which only say what part of it: "late" is no thing, "dossier" is one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from catalogue.elements import elements
from loaders.understanding.headings.tags import Meaning, meaning
from loaders.understanding.texts.words import table


@cache
def things() -> frozenset[str]:
    """The tags that name what is counted."""
    return frozenset(row["tag"] for row in table("things.csv"))


def is_bare(heading: str) -> bool:
    """A heading that says a part and no thing: "Late", "Online", "Of these: paid"."""
    said = meaning(heading)
    return bool(said.tags - {"total", "inperiod", "rate"}) and not said.unknown and not said.tags & things()


def only_thing(said: Meaning) -> bool:
    """Whether a heading names a thing and nothing about it ("officials" under "that have a signature")."""
    return bool(said.tags) and said.tags <= things() and not said.unknown


def names_other(context: Meaning, allowed: frozenset[str]) -> bool:
    """Whether a heading above speaks of a thing that is none of the `allowed` tags."""
    own = context.tags & things()
    return bool(own) and not own & allowed


_WHEN = frozenset({"early", "ontime", "late", "intime", "total", "inperiod"})


def says_only_when(heading: str) -> bool:
    """A heading of nothing but a time limit: "Late", "In time"."""
    said = meaning(heading)
    return bool(said.tags - {"total", "inperiod"}) and said.tags <= _WHEN and not said.unknown


_PROCEDURE, _ASKED = frozenset({"proc"}), frozenset({"dossier", "recv"})


def services_asked(code: str, heading: str, above: Iterable[str]) -> bool:
    """Whether a heading that names procedures without the word ("services in full") stands under dossiers: it counts those that asked."""
    if code not in elements() or elements()[code].unit != "procedure":
        return False
    over = frozenset(tag for text in above for tag in meaning(text).tags)
    return bool(over & _ASKED) and not _PROCEDURE & (over | meaning(heading).tags)
