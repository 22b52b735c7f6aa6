"""Headings in two languages: the part that is not Vietnamese is taken off before the heading is understood."""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.understanding.headings.labels import leads_parts
from loaders.understanding.headings.match import match
from loaders.understanding.headings.tags import meaning

_CUT = re.compile(r"\s+[/|]\s+|\s*\n\s*|\s+[-\u2013]\s+")


_SYLLABLE = re.compile(
    r"(ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(ng|nh|ch|[cmnpt])?|[\d.,/()%:;-]+", re.IGNORECASE
)


def _one_line(text: str) -> str:
    """A heading broken over lines in one piece, unless a line holds words of another language."""
    lines = [line for line in text.split("\n") if line.strip()]
    ours = all(
        _SYLLABLE.fullmatch(word.strip("().,:;")) for line in lines if line.isascii() for word in line.split() if word.strip("().,:;")
    )
    return " ".join(text.split()) if ours else text


@lru_cache(maxsize=4096)
def vietnamese(text: str) -> str:
    """The heading without its parts in plain ASCII whose words are unknown, where another part is written with accents."""
    text = _one_line(text) if "\n" in text else text
    parts = [p for p in _CUT.split(text) if p.strip()]
    if len(parts) < 2 or all(p.isascii() for p in parts) or leads_parts(text):
        return text
    written = frozenset().union(*(meaning(p).tags for p in parts if not p.isascii()))
    known = match(" / ".join(p for p in parts if not p.isascii())).sure
    kept = [p for p in parts if not (p.isascii() and not p.isupper() and (known or meaning(p).unknown or meaning(p).tags <= written))]
    return " / ".join(kept) if len(kept) < len(parts) and any(not p.isascii() for p in kept) else text
