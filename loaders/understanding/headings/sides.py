"""Rows that call themselves a side of a rate: "Numerator: dossiers submitted online" under "rate of online dossiers"."""

from __future__ import annotations

from dataclasses import replace

from loaders.understanding.headings.divisions import ratio_of
from loaders.understanding.headings.match import Match, match
from loaders.understanding.texts.words import patterns, plain


def side_of_rate(text: str, around: tuple[str, ...]) -> Match | None:
    """What a row that begins with "numerator" or "denominator" names; `around`: what it stands under, nearest first. None for others.

    Its own words name the element, else the rate it stands under does; where they contradict that rate they are in doubt."""
    side, rest = called_side(text)
    if not side:
        return None
    named = match(rest) if rest else Match()
    pairs = (ratio_of(rate.codes[0]) for rate in map(match, around) if rate.sure and len(rate.codes) == 1)
    pair = next((pair for pair in pairs if pair), None)
    if pair is None:
        return named
    own = pair[1 if side == "whole" else 0]
    if own in named.codes:
        return replace(named, codes=(own,), sure=named.sure or len(named.codes) > 1)
    if named.codes:
        return replace(named, sure=False)
    return Match((own,), not rest, why=text)


def called_side(text: str) -> tuple[str, str]:
    """("whole" or "part", what stands behind it) of a text that begins with "denominator" or "numerator"; empty texts for others."""
    side = next((kind for kind, pattern in patterns("sides.csv") if kind in ("whole", "part") and pattern.match(plain(text))), "")
    begun = next((p.match(plain(text)) for kind, p in patterns("sides.csv") if kind == "side"), None) if side else None
    return side, " ".join(text.split()[len(plain(text)[: begun.end()].split()) :]).strip(" :.-") if begun else ""
