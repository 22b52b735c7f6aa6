"""Rows of plan, result and rate under each indicator of a list, or behind its name: the results are its figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.understanding.headings.columns import BASES, FIGURES, Column
from loaders.understanding.headings.labels import bare_label
from loaders.understanding.headings.match import Match, match
from loaders.understanding.headings.ratios import is_done, is_to_do, side_of_work
from loaders.understanding.headings.setaside import quotas
from loaders.understanding.headings.tags import meaning
from loaders.understanding.headings.things import things
from loaders.understanding.headings.ways import allowed
from loaders.understanding.orienting.outline import Line
from loaders.understanding.orienting.row_words import basis_word, word_of_commune
from loaders.understanding.texts.words import plain

_BEHIND = re.compile(r"^(?P<name>.+?)\s*(?:\((?P<word>[^()]+)\)|\s[-\u2013:]\s*(?P<last>[^-\u2013:()]+)|:\s+(?P<end>[^:()]+))$")
_QUOTA = frozenset({"quota"})
_RATES = ("percent", "plan_rate", "delta")
_NOT_NOW = frozenset({"plan", "last_period"})
_APART = _NOT_NOW | frozenset(BASES)
_REACHED, _UNSURE = "dat", "unsure"


def planned(lines: Sequence[Line]) -> tuple[list[Line], dict[int, str]]:
    """(the lines with the rows of results named by their indicator, row -> why it holds none of its figures)."""
    out: dict[int, str] = {}
    found = list(lines)
    for places in _families(lines):
        _works(places, lines, found)
        words = {place: _word(lines[place], place, lines) for place in places}
        quota = any(words[place] == "" and word_of_commune(lines[place].label) == "plan" for place in places)
        quota = quota or any(word_of_commune(text) == "plan" for text in lines[places[0]].above[:1])
        if not quota and not _APART & set(words.values()):
            continue
        _reached(words, lines)
        for place, word in words.items():
            if word in _NOT_NOW or (word in _RATES and (quota or _NOT_NOW & set(words.values()))):
                out[lines[place].row] = word if word != "percent" else "plan_rate"
            elif word in (*FIGURES, _UNSURE):
                line = _result(lines[place], place, lines)
                found[place] = line if word != _UNSURE else replace(line, match=replace(line.match, sure=False))
    out |= _by_titles(lines)
    for place, line in enumerate(lines):
        if line.row not in out and _stray_quota(line, lines[:place]):
            out[line.row] = "plan"
        elif line.row not in out and not (line.above or line.sections) and word_of_commune(line.label) == "last_period":
            found[place] = replace(line, match=replace(line.match, sure=False))  # what came from it, or the row before as it was then
        elif (
            found[place].match.codes[:1] and found[place].match.codes[0] in quotas() and word_of_commune(line.label) in (*FIGURES, *_RATES)
        ):
            found[place] = replace(line, match=_head(line, place, lines))
    return found, out


def _works(places: Sequence[int], lines: Sequence[Line], found: list[Line]) -> None:
    """ "To do" and "done" under the name of a work: the whole and the part of it."""
    labels = [lines[place].label for place in places]
    if not any(map(is_to_do, labels)) or not any(map(is_done, labels)):
        return
    for place in places:
        named = side_of_work(lines[place].label, _head(lines[place], place, lines))
        found[place] = replace(lines[place], match=named) if named else lines[place]


def _apart(label: str) -> bool:
    """Whether a label names nothing and only tells the rows of an indicator apart."""
    return bool(word_of_commune(label)) or is_to_do(label) or is_done(label)


def over_time(column: Column, line: Line) -> Column:
    """The column of a row that says over which time its indicator counts ("since January"), as if its heading said so."""
    word = basis_word(line.label) if line.above else ""
    return replace(column, path=(*column.path, line.label), role=word) if word in BASES else column


def _by_titles(lines: Sequence[Line]) -> dict[int, str]:
    """Rows under the title of a plan or of its rates, where the same list stands under a title of results."""
    titles = {line.sections[0]: word_of_commune(line.sections[0]) for line in lines if line.sections}
    if "plan" not in titles.values() or not any(word in FIGURES for word in titles.values()):
        return {}
    words = {line.row: titles[line.sections[0]] for line in lines if line.sections and not line.section}
    return {row: "plan" if word == "plan" else "plan_rate" for row, word in words.items() if word == "plan" or word in _RATES}


def _families(lines: Sequence[Line]) -> list[list[int]]:
    """The places of the lines that stand under the same name, or bear it themselves with a word behind it."""
    found: dict[tuple[object, ...], list[int]] = {}
    head = -1
    for place, line in enumerate(lines):
        if line.section or (not _apart(line.label) and not _parted(line.label)):
            head = place
            continue
        parted = _parted(line.label)
        key = (plain(parted[0]), line.above, line.sections) if parted else (head, line.above, line.sections)
        found.setdefault(key, []).append(place)
    return [places for places in found.values() if len(places) > 1]


def _parted(label: str) -> tuple[str, str] | None:
    """(name, what the row is) of a label that says so behind the name: "dossiers online (planned)", "dossiers online - done"."""
    found = None if word_of_commune(label) else _BEHIND.match(label)
    if found is None:
        return None
    word = word_of_commune(found["word"] or found["last"] or found["end"])
    return (found["name"], word) if word else None


def _word(line: Line, place: int, lines: Sequence[Line]) -> str:
    parted = _parted(line.label)
    if parted:
        return parted[1]
    word = word_of_commune(line.label)
    own = line.match.codes[:1] if word == "plan" else ()
    return "" if own and (own[0] not in quotas() or _fits(line, lines[:place])) else word


def _reached(words: dict[int, str], lines: Sequence[Line]) -> None:
    """ "Reached" without a row of results is the result where a row of rates stands beside it, else it is asked."""
    if any(word in FIGURES for word in words.values()):
        return
    bare = [p for p, word in words.items() if word in _RATES and plain(lines[p].label).strip(" -+*.:") == _REACHED]
    rates = any(word in _RATES for place, word in words.items() if place not in bare)
    words.update(dict.fromkeys(bare, "actual" if rates else _UNSURE))


def _result(line: Line, place: int, lines: Sequence[Line]) -> Line:
    """A row of results as what its indicator is."""
    parted = _parted(line.label)
    if parted:
        named = match(bare_label(parted[0]), line.above, line.sections)
        return replace(line, match=named, percent=line.percent or named.rate)
    head = _head(line, place, lines)
    return replace(line, match=head, percent=line.percent or head.rate) if head.codes else line


def _head(line: Line, place: int, lines: Sequence[Line]) -> Match:
    """What the name over a row of results is; that of its plan, which may stand over it by its number, is none."""
    above = tuple(text for text in line.above if not _apart(text))
    if above:
        return match(above[0], above[1:], line.sections)
    if line.sections:
        return match(line.sections[0], (), line.sections[1:])
    before = next((other for other in reversed(lines[:place]) if not _apart(other.label)), None)
    return before.match if before is not None else Match()


def _stray_quota(line: Line, before: Sequence[Line]) -> bool:
    """A row called "quota" and not of what, under or behind the name of another thing."""
    codes = line.match.codes
    return bool(codes) and codes[0] in quotas() and meaning(line.label).tags & things() <= _QUOTA and not _fits(line, before)


def _fits(line: Line, before: Sequence[Line]) -> bool:
    """Whether the name over a row, or the last one before it, speaks of the thing of a quota, or of nothing that is counted."""
    names = [*line.above, *line.sections, *(other.label for other in reversed(before))]
    said = next((own for name in names if (own := (meaning(name).tags & things()) - _QUOTA)), frozenset[str]())
    return not said or any(said & allowed(code) for code in quotas())
