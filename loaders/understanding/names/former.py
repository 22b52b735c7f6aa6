"""Names of communes said to be those of before or since: "Xa A (cu)", "nguyen xa A", "the former commune A", "Xa A moi"."""

from __future__ import annotations

import re
from functools import lru_cache

from loaders.understanding.texts.words import patterns, plain


@lru_cache(maxsize=4096)
def former_name(text: str) -> str:
    """The name of the commune that a text calls a former one, as it is typed; empty where it calls none so."""
    text = text.replace("(", " (")
    folded = plain(text)
    words = text.replace("_", " ").split()
    if len(folded.split()) != len(words):
        return ""
    after, before = _search("after", folded), _search("before", folded)
    listed = after is not None and after[0].rstrip().endswith(")") and "(" not in after[0]
    if listed or (after is None and before is None):
        return ""
    end = len(folded[: after.start()].split()) if after else len(words)
    start = before or _search("area", folded)
    first = len(folded[: start.end()].split()) if start else 0
    return " ".join(words[first:end]).strip(" (,-:") if first < end else ""


@lru_cache(maxsize=4096)
def later_name(text: str) -> str:
    """The name of the commune that a text calls the one since the reorganisation, as it is typed; empty where it calls none so."""
    text = text.replace("(", " (")
    folded = plain(text)
    words = text.replace("_", " ").split()
    found = _search("since", folded) if len(folded.split()) == len(words) else None
    return " ".join(words[: len(folded[: found.start()].split())]).strip(" (,-:") if found else ""


def _search(wanted: str, folded: str) -> re.Match[str] | None:
    return next((m for kind, pattern in patterns("former.csv") if kind == wanted and (m := pattern.search(folded))), None)
