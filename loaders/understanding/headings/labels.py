"""The words of a row's label, without the marks before them."""

from __future__ import annotations

import re

from loaders.understanding.headings.lettered import explained
from loaders.understanding.headings.squeezed import opened
from loaders.understanding.texts.words import plain

OF_WHICH = (
    r"(?:trong do|of which|trong so do|trong tong so(?: do)?|tr\. ?do|trdo|t\. ?do|chia ra|phan ra|bao gom|gom|cu the)"
    r"(?: (?:co|la|theo \w+(?: \w+){0,2}))?"
)
"""Words that say that the parts of what stands above follow, in folded text."""
_PARTS = re.compile(rf"(?:{OF_WHICH}|tu so(?: la)?|mau so(?: la)?)\s*[:,\-]")
_LEAD = re.compile(r"^\s*(?:[-+*\u2022\u2013]\s*|\d+(?:\.\d+)*[.)]\s+|[a-z][.)]\s+)")


def unmarked(label: str) -> str:
    """A label without the dash, number or letter it begins with."""
    return _LEAD.sub("", label, count=1).strip()


def bare_label(label: str) -> str:
    """A label without its dash or number and without "Trong do:"."""
    text = opened(label.strip())
    text = explained(text)[0] or text
    for _turn in range(3):
        text = unmarked(text)
        if leads_parts(text):
            text = re.split(r"[:,\-]", text, maxsplit=1)[1].strip()
    return text


def leads_parts(text: str) -> bool:
    """Whether a label begins with words that say that a part follows ("of which:"), or which side of a rate."""
    return bool(_PARTS.match(plain(text)))
