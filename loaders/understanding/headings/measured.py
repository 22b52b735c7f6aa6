"""Headings that say only what the one over them is counted in ("trained: people | rate"), and name nothing of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from loaders.understanding.headings.columns import Column, bare_rate, column_under, heading
from loaders.understanding.headings.match import Match
from loaders.understanding.texts.words import plain
from loaders.understanding.typed import measures

_LEAD = re.compile(r"(?:don vi tinh|don vi|dvt|so luong|so|tinh bang)\s*[:(]?\s+")

_PEOPLE, _PAPERS = frozenset({"person", "household"}), frozenset({"dossier", "document", "procedure", "workfile"})


def measure_of(text: str) -> measures.Measure | None:
    """The measure a heading says and nothing more ("People", "Number of people", "Unit: document"); none where it is money or a rate."""
    folded = plain(text).strip(" .():")
    found = measures.read(text) or measures.read(_LEAD.sub("", folded, count=1))
    return None if found is None or found.money or found.code == "percent" else found


def without_measures(columns: Sequence[Column]) -> dict[int, tuple[Column, measures.Measure]]:
    """The columns whose last heading is but the measure of the one over it, without it: nothing stands beside them there but rates."""
    found = {}
    for column in columns:
        measure = measure_of(column.leaf) if len(column.path) > 1 else None
        named = heading(column)
        if measure is None or named.sure or (named.codes and not heading(replace(column, path=column.path[:-1])).sure):
            continue
        beside = [c for c in columns if c is not column and len(c.path) == len(column.path) and c.path[:-1] == column.path[:-1]]
        if all(bare_rate(c.leaf) for c in beside):
            over = column_under(column.path[:-1], column.col, column.hidden)
            found[column.col] = replace(column, path=column.path[:-1], role=over.role), measure
    return found


def as_counted(named: Match, column: Column, measure: measures.Measure | None) -> Match:
    """What a column names, nothing where it is not counted in the `measure` its last heading was left out for; nor where people stand for
    papers."""
    said = [measures.of_element(code) for code in named.codes]
    if measure is not None:
        return named if all(own == measure for own in said) else Match()
    people = measure_of(column.leaf) if len(column.path) > 1 and named.sure else None
    papers = people is not None and people.code in _PEOPLE and any(own is not None and own.code in _PAPERS for own in said)
    return Match() if papers else named
