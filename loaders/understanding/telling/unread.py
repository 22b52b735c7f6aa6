"""Headings of a table we understand that stand over figures and were not understood themselves: named, never passed over in silence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from catalogue.facts import Issue
from catalogue.text import heading_key
from loaders.issues import issue
from loaders.questions import Question
from loaders.understanding.claiming.both_columns import has_number
from loaders.understanding.headings.tags import meaning
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.texts.rowkinds import is_time_total, is_total, numberish
from loaders.understanding.texts.words import plain

if TYPE_CHECKING:
    from loaders.understanding.sheets.sheet_reading import Reading, SheetReading

_MOST = 12
_AT_THE_START = re.compile(r"\bdau (ky|quy|thang|nam)\b")
"""What there was before is no figure of the period."""
_TIME = re.compile(r"(?:nam|quy|thang|ngay|ky)(?:baocao|dulieu|solieu)?")
"""A line that says when: the year beside "Year:" is no figure."""


def unread(reading: Reading, given: Mapping[str, str]) -> list[Issue]:
    """Every heading over figures that was not understood, with the cell of its first figure; a few in a message, at the first of them.
    What was answered to count nothing of ours is told no more."""
    return [found for part in reading.sheets for found in _of_sheet(part, given)]


def offered(reading: Reading, given: Mapping[str, str]) -> list[Question]:
    """For each of these headings the question what it counts, which may be left open; its text is the heading."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for part in reading.sheets:
        for claim in _strange(part, given):
            if claim.key:
                found[claim.key].append(claim)
    return [_offer(key, members) for key, members in found.items()]


def _offer(key: str, members: list[Claim]) -> Question:
    cells = tuple(f"{claim.sheet}!{claim.cell.address}" for claim in members)
    first = members[0]
    return Question(f"element:{key}", "element_unknown", first.sheet, first.cell.address, first.label, (), cells)


def _strange(part: SheetReading, given: Mapping[str, str]) -> list[Claim]:
    ours = {c.table for c in part.claims if c.role == "value" and c.codes}
    return [c for c in part.claims if c.table in ours and _passed_over(c) and f"element:{c.key}" not in given]


def _of_sheet(part: SheetReading, given: Mapping[str, str]) -> list[Issue]:
    named: dict[int, dict[str, Claim]] = defaultdict(dict)
    for claim in _strange(part, given):
        named[claim.table].setdefault(claim.label, claim)
    for heading, claim in _columns_beside(part):
        named[claim.table].setdefault(heading, claim)
    each = [list(found.items()) for found in named.values()]
    return [_message(found[at : at + _MOST]) for found in each for at in range(0, len(found), _MOST)]


def _columns_beside(part: SheetReading) -> Iterator[tuple[str, Claim]]:
    """The columns of a table with indicators in rows whose heading says nothing known, each with its first figure: in none of them a
    figure was taken, though their rows are understood."""
    for index, oriented in enumerate(part.oriented):
        columns: dict[int, list[Claim]] = defaultdict(list)
        for claim in part.claims if oriented.shape == "long" else ():
            if claim.table == index and claim.codes:
                columns[claim.cell.col].append(claim)
        read = {col for col, claims in columns.items() if any(c.role == "value" for c in claims)}
        of_parts = any(is_total(oriented.columns[col].leaf) for col in read) and len(columns) - len(read) > 1
        for col, claims in columns.items() if read and not of_parts else ():
            column = oriented.columns[col]
            passed = all(c.role == "skip" and c.notes == ["no_figure"] and has_number(c) for c in claims)
            said = column.leaf and not is_time_total(column.leaf) and column.stated is None and not _reckoned(column.leaf)
            if passed and said and not _AT_THE_START.search(plain(column.leaf)) and not column.role and not column.hidden:
                yield column.leaf, claims[0]


def _passed_over(claim: Claim) -> bool:
    """A figure left out for no other reason than that its heading says nothing known."""
    if claim.codes or claim.role != "skip" or claim.notes or not claim.label or not (claim.cell.kind == "N" or numberish(claim.cell)):
        return False
    return not is_total(claim.leaf) and not _reckoned(claim.label) and not _TIME.fullmatch(heading_key(claim.label))


def _reckoned(label: str) -> bool:
    """Whether a heading is a rate's, which follows from counts: whether these are ours or not, nothing is lost."""
    return "rate" in meaning(label.rsplit(" / ", 1)[-1]).tags


def _message(found: list[tuple[str, Claim]]) -> Issue:
    first = found[0][1]
    return issue("element_unknown", first.sheet, first.cell.address, label="; ".join(f"{text} ({c.cell.address})" for text, c in found))
