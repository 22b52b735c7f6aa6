"""What stands in a cell of two counts: the sides of a rate, by the heading that divides them or by the rate they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from loaders.opening.grid import Cell
from loaders.understanding.headings.divisions import ratio_of
from loaders.understanding.headings.given import gives_results, whole_given
from loaders.understanding.headings.match import Match, match
from loaders.understanding.headings.ratios import pair_of
from loaders.understanding.texts.rowkinds import numberish
from loaders.understanding.texts.words import classes, plain

_BRACKETS = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_WRITTEN = re.compile(
    r"\b(?:(?:cach )?(?:ghi|viet|dien|nhap)(?! chu\b)|quy uoc)\b[^:/]{0,20}?(?::| la| theo| so lieu)? *"
    r"([a-z][a-z ]*?) ?(?:/|\\|\btren\b) ?([a-z][a-z ]*)"
)
_DIVIDES = re.compile(r"\s*(?:/|\\|\btren\b)\s*")


def named_halves(text: str, above: tuple[str, ...], sections: tuple[str, ...] = ()) -> tuple[Match, Match] | None:
    """What a heading such as "A/total of B" names above and below its line, a rate by its upper side."""
    first, slash, second = text.partition("/")
    if not slash:
        return None
    upper, lower = match(first.strip(), above, sections), match(second.strip(), (first.strip(), *above), sections)
    pair = ratio_of(upper.codes[0]) if upper.rate and len(upper.codes) == 1 else None
    upper = replace(upper, codes=(pair[0],), rate=False) if pair else upper
    if _either_word(first, second, lower, above, sections):
        return None
    given = whole_given(upper.codes[0]) if len(upper.codes) == 1 and gives_results(second) else ""
    lower = replace(lower, codes=(given,)) if given and lower.codes else lower
    return (upper, lower) if upper.codes and lower.codes and upper.codes != lower.codes and not upper.rate else None


def _either_word(first: str, second: str, lower: Match, above: tuple[str, ...], sections: tuple[str, ...]) -> bool:
    """Whether a stroke stands between two words for one thing ("hamlets/quarters that have a team"): without the word behind it the heading
    names what it names below the line, and that word is a new one."""
    word, _, rest = second.partition(" ")
    if not word or not rest or first.endswith(" ") or set(plain(word).split()) & set(plain(first).split()):
        return False
    return match(f"{first} {rest}", above, sections).codes == lower.codes


def both_sides(found: Match, cell: Cell) -> tuple[Match, Match] | None:
    """What a fraction stands for under a heading that names its upper side, or its rate: 12/15 hamlets that have a team."""
    pair = pair_of(found.codes) if found.sure and numberish(cell) else None
    return (replace(found, codes=(pair[0],), rate=False), replace(found, codes=(pair[1],), rate=False)) if pair else None


def doubted(halves: tuple[Match, Match], label: str, heads: tuple[str, ...], named: bool) -> tuple[Match, Match]:
    """The sides, in doubt where the headings over the figures, or brackets behind their label, divide something else ("this month/last
    month"). `named`: the label itself names both sides, so that what was assigned may be the lower one."""
    codes = tuple(half.codes for half in halves)
    if any(not _fits(upper, lower, codes, named) for upper, lower in _divided(label, heads)):
        return replace(halves[0], sure=False), replace(halves[1], sure=False)
    return halves


def as_written(texts: Iterable[str]) -> tuple[str, ...]:
    """What lines over a table say is divided in its cells ("to be written: reached/total"), as headings that do."""
    return tuple(f"{found[1]}/{found[2]}" for text in texts if (found := _WRITTEN.search(plain(text))))


def _divided(label: str, heads: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """(upper, lower) of everything that a label in brackets or a heading over the figures divides."""
    inside = [text for head in (label, *heads) for text in _BRACKETS.findall(plain(head))]
    whole = [_BRACKETS.sub(" ", plain(head)).strip() for head in heads]
    for text in (*inside, *whole):
        parts = _DIVIDES.split(text.strip(" .:%"))
        if len(parts) == 2:
            yield parts[0].strip(), parts[1].strip()


def _fits(upper: str, lower: str, codes: tuple[tuple[str, ...], ...], named: bool) -> bool:
    """Whether two words that are divided say no more than "done" and "all there are", or name the two sides."""
    if (match(upper).codes, match(lower, (upper,)).codes) == codes:
        return True
    below = classes("sides.csv", lower)
    if not upper:
        return "lower" in below or match(lower).codes == codes[1]
    return "upper" in classes("sides.csv", upper) and ("lower" in below or (named and "assigned" in below))
