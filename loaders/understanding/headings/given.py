"""Results that were given to people: the whole of those given electronically, and not all dossiers resolved."""

from __future__ import annotations

import re

from loaders.understanding.headings.divisions import ratio_of
from loaders.understanding.headings.tags import meaning
from loaders.understanding.headings.ways import allowed
from loaders.understanding.texts.words import plain

GIVEN = "giveresult"
_HAD = frozenset({"hasresult"})
_RESOLVED = re.compile(r"\b(giai quyet|gq|xu ly|hoan thanh)\b")


def gives_results(text: str) -> bool:
    """Whether a heading speaks of results given and never says that anything was resolved."""
    return GIVEN in meaning(text).tags and not _RESOLVED.search(plain(text))


def whole_given(part: str) -> str:
    """The element of results given that a part is reckoned of; an empty text where its whole is something else."""
    pair = ratio_of(part)
    return pair[1] if pair and pair[0] == part and GIVEN in allowed(pair[1]) else ""


def had_alone(text: str) -> bool:
    """A heading that says no more than that a result is had ("that have a result"), not of what."""
    said = meaning(text)
    return said.tags - {"total"} == _HAD and not said.unknown


def whole_had(code: str) -> str:
    """What "that have a result" may count where its words name `code`: that itself, or the whole that is reckoned of; else empty."""
    return next(
        (text for text in (code, whole_given(code)) if text and GIVEN in allowed(text) and allowed(text) >= _HAD and not whole_given(text)),
        "",
    )
