"""Labels that say of which whole they count a part, in one sentence: "Of the dossiers received, how many were filed online?"."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.understanding.headings.match import Match, match
from loaders.understanding.headings.siblings import parts_of
from loaders.understanding.headings.tags import meaning
from loaders.understanding.texts.words import plain

_POINTED = r"(?:do|nay|ay|tren|ke tren|neu tren|vua neu)\b"
"""What points back at a whole that was named before: "of these"."""
_WHOLE = rf"(?:trong|tren|cua)(?: tong)?(?: so| cac| nhung| tat ca)+ (?!{_POINTED})(?P<whole>.+?)"
_BEFORE = (
    re.compile(_WHOLE + r"[,;:]?(?: (?:thi|co|da|trong do|tong cong|tat ca))* (?:bao nhieu|may|so luong) (?=\S)"),
    re.compile(_WHOLE + r"[;:] ?(?=\S)"),
)
_BEHIND = re.compile(rf"(?:,? ?\(?\b(?:trong|tren)(?: tong)?(?: so| cac| nhung| tat ca)+ )(?!{_POINTED})(?P<whole>[^()]+?)\)? ?[?.]*$")


def out_of_these(text: str, above: tuple[str, ...], sections: tuple[str, ...]) -> Match | None:
    """What such a label names: the part, in doubt where it is none of the whole that is named beside it. None for other labels."""
    cut = _cut(text)
    if cut is None:
        return None
    part, whole = cut
    if not meaning(whole).tags - {"total"}:
        return None
    named, of = match(part, (whole, *above), sections), match(whole, above, sections)
    if len(named.codes) != 1 or named.rate:
        return named
    kept = meaning(whole).clear and any(named.codes[0] in parts_of(code) for code in of.codes)
    return named if kept else replace(named, sure=False)


def _cut(text: str) -> tuple[str, str] | None:
    """(part, whole) of a label that names both in one sentence."""
    folded, words = plain(text), text.split()
    before = next((found for pattern in _BEFORE if (found := pattern.match(folded))), None)
    if before:
        first = len(folded[: before.start("whole")].split())
        return " ".join(words[len(folded[: before.end()].split()) :]), " ".join(words[first : len(folded[: before.end("whole")].split())])
    behind = _BEHIND.search(folded)
    if behind and behind.start() and re.search(r"\b(bao nhieu|may)\b", folded):
        first = len(folded[: behind.start("whole")].split())
        return " ".join(words[: len(folded[: behind.start()].split())]).strip(" ,("), " ".join(words[first:]).strip(" ?.)")
    return None
