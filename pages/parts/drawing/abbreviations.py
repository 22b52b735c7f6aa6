"""Abbreviations that names bring with them: marked where they stand, and written out under what is shown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from html import escape

from catalogue.language import language
from catalogue.tables import rows


@cache
def _declared(code: str) -> dict[str, str]:
    """Short to long in a language, the longest short form first."""
    told = {row["short"]: row["long_en" if code == "en" else "long_vi"] for row in rows("abbreviations.csv", ("short",))}
    return dict(sorted(told.items(), key=lambda item: -len(item[0])))


@cache
def _pattern(code: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(" + "|".join(map(re.escape, _declared(code))) + r")(?!\w)")


def marked(text: str) -> str:
    """The text as escaped HTML in which a pointer on an abbreviation shows what it stands for."""
    known, end, made = _declared(language()), 0, ""
    for found in _pattern(language()).finditer(text):
        made += f'{escape(text[end : found.start()])}<abbr title="{escape(known[found[1]])}">{escape(found[1])}</abbr>'
        end = found.end()
    return made + escape(text[end:])


def explained(texts: Iterable[str]) -> str:
    """One line of HTML that writes out the abbreviations of the texts, in the order met; empty when there are none."""
    met = dict.fromkeys(found for text in texts for found in _pattern(language()).findall(text))
    told = "; ".join(f"<b>{escape(short)}</b>: {escape(_declared(language())[short])}" for short in met)
    return f'<p class="abbreviations">{told}.</p>' if told else ""
