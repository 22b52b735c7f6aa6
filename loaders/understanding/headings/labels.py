"""The words of a row's label, without the marks before them."""

from __future__ import annotations

import re

from loaders.understanding.headings.squeezed import opened
from loaders.understanding.texts.words import plain

_LEAD = re.compile(r"^\s*(?:[-+*\u2022\u2013]\s*|\d+(?:\.\d+)*[.)]\s+|[a-z][.)]\s+)")


def unmarked(label: str) -> str:
    """A label without the dash, number or letter it begins with."""
    return _LEAD.sub("", label, count=1).strip()


def bare_label(label: str) -> str:
    """A label without its dash or number and without "Trong do:"."""
    text = opened(label.strip())
    for _turn in range(3):
        text = unmarked(text)
        words = plain(text)
        if re.match(r"(trong do|tr\.?do|t\.do|gom|bao gom|tu so( la)?|mau so( la)?)\s*[:,\-]", words):
            text = re.split(r"[:,\-]", text, maxsplit=1)[1].strip()
    return text
