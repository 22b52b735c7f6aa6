"""A heading that names no thing ("done", "late") behind another thing ("feedback") than the one it usually speaks of."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.understanding.headings.match import Match, match
from loaders.understanding.headings.siblings import parts_of
from loaders.understanding.headings.tags import meaning
from loaders.understanding.headings.things import names_other, things
from loaders.understanding.headings.ways import DIVIDING, allowed

_OUTCOME = frozenset({"result", "resolve", "total", "inperiod"})
"""The "result of handling", whatever was handled, is no thing of its own."""
_OF_DOSSIERS = _OUTCOME | {"proc", "dossier"}
_SERVICES = DIVIDING - {"online", "direct", "postal", "neg"}
_SCORES = frozenset({"score", "totalscore", "maxscore"})
"""Points are counted for themselves, whatever they are given for."""


def names_thing(text: str) -> bool:
    """Whether a heading names what is counted, or says words that nobody knows."""
    said = meaning(text)
    return bool(said.unknown or said.tags & _SCORES or (said.tags & things() and not said.tags <= _OUTCOME))


def _divided(main: str, fitting: frozenset[str]) -> bool:
    """Whether a heading speaks of the dossiers of some services only ("essential services")."""
    return bool(meaning(main).tags & _SERVICES - fitting)


def beside_another(path: Sequence[str], named: Match, main: str, main_code: str, title: str, counted: str = "") -> Match | None:
    """What a heading (`path`, outermost first) means behind the heading `main`, where that names another thing than it usually means: its
    part of that thing, else nothing. None where it stands as it was `named`: it names its thing itself, or the title of the sheet does;
    behind results also the heading over the figures (`counted`: "number of dossiers")."""
    if not named.codes or not main or any(names_thing(text) for text in path):
        return None
    fitting = allowed(named.codes[0])
    if named.codes[0] in parts_of(main_code) or not (_divided(main, fitting) or names_other(meaning(main), fitting)):
        return None
    spoken = f"{title} {counted}" if meaning(main).tags & things() <= _OF_DOSSIERS else title
    if not _divided(main, fitting) and meaning(spoken).tags & things() & fitting:
        return None
    found = match(path[-1], (*reversed(path[:-1]), main))
    part = len(found.codes) == 1 and found.sure and (found.codes[0] in parts_of(main_code) or found.rate)
    return found if part and not names_other(meaning(main), allowed(found.codes[0])) else Match(rate=named.rate)
