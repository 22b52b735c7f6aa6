"""A heading of parts of which each row has one: "of which: satisfied / on time" beside the totals of ratings, petitions, tasks."""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.understanding.headings.labels import OF_WHICH
from loaders.understanding.headings.match import denominators, match
from loaders.understanding.headings.tags import meaning
from loaders.understanding.headings.things import things
from loaders.understanding.texts.words import plain

_LEAD = re.compile(rf"^{OF_WHICH}[ :,-]*")
_BETWEEN = re.compile(r" ?[/;,|] ?| (?:hoac|hay)(?: la)? ")
_LEAST = 2
_WHOLES = frozenset({"total", "plan", "quota", "rate"})


@lru_cache(maxsize=1024)
def alternatives(leaf: str) -> tuple[str, ...]:
    """The parts that a heading puts side by side, each of which names no thing; empty for a heading of one part, or of anything else."""
    said = tuple(part.strip(" .:()") for part in _BETWEEN.split(_LEAD.sub("", plain(leaf))))
    return said if len(said) >= _LEAST and all(map(_is_part, said)) else ()


def _is_part(text: str) -> bool:
    said = meaning(text)
    return bool(said.tags) and not said.unknown and not said.tags & (things() | _WHOLES)


def one_of(label: str, leaf: str, whole: str) -> str:
    """The part of the whole of a row that one of these parts names behind its label; empty where none does, or several differ."""
    named = [match(f"{label} {part}") for part in alternatives(leaf)]
    found = {m.codes[0] for m in named if m.sure and len(m.codes) == 1 and denominators().get(m.codes[0]) == whole}
    return found.pop() if len(found) == 1 else ""
