"""One cause, one message: hundreds of cells with the same fault are told once, with their number and where they stand, and asked once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from catalogue.facts import Issue
from catalogue.language import _, number
from loaders.opening.grid import column_name
from loaders.questions import Option, Question

if TYPE_CHECKING:
    from loaders.understanding.sheets.sheet_reading import Reading

MANY = 30
_SHOWN = 12
_RANGES = 6
_LEAVE = "leave"
_OF_UNITS = frozenset({"unit_former_rows"})
"""Told unit by unit, each with other rows: every one of them says what is to be done with its own cells."""


def gather(reading: Reading, given: Mapping[str, str]) -> None:
    """Make one issue and one question of those that a sheet has more than `MANY` of for one cause; answered, its cells are left out."""
    left = _questions(reading, given)
    by_cause: dict[tuple[str, str], list[Issue]] = defaultdict(list)
    for issue in reading.issues:
        by_cause[issue.sheet, issue.code].append(issue)
    for cause, found in by_cause.items():
        if len(found) > MANY and cause[1] not in _OF_UNITS:
            told = [_one(found)] if cause not in left else [replace(_one(found), severity="warning")]
            reading.issues = [i for i in reading.issues if (i.sheet, i.code) != cause] + told


def _one(found: Sequence[Issue]) -> Issue:
    words = {"count": number(len(found)), "cells": places([i.cell for i in found]), "first": found[0].message}
    return replace(found[0], message=_("{count} cells have one cause ({cells}). The first: {first}", **words))


def _questions(reading: Reading, given: Mapping[str, str]) -> set[tuple[str, str]]:
    """Gather the questions; the causes whose cells are to be left out."""
    by_cause: dict[tuple[str, str], list[Question]] = defaultdict(list)
    for question in reading.questions:
        by_cause[question.sheet, question.kind].append(question)
    left: set[tuple[str, str]] = set()
    for cause, found in by_cause.items():
        if len(found) <= MANY:
            continue
        one = _asked_once(found)
        reading.questions = [q for q in reading.questions if (q.sheet, q.kind) != cause]
        leave = given.get(one.key) == _LEAVE
        (left.add(cause) if leave else reading.questions.append(one))
        keys = {q.key for q in found}
        for claim in reading.claims:
            if claim.question in keys and claim.sheet == one.sheet:
                claim.question = one.key
                claim.role = "skip" if leave else claim.role
    return left


def _asked_once(found: Sequence[Question]) -> Question:
    first = found[0]
    cells = tuple(dict.fromkeys(cell for q in found for cell in q.cells))
    stands = places([q.cell for q in found])
    text = _("{count} questions have one cause ({cells}). The first: {first}", count=number(len(found)), cells=stands, first=first.text)
    options = (Option(_LEAVE, _("Leave these cells out")),)
    return Question(f"many:{first.kind}:{first.sheet}", first.kind, first.sheet, first.cell, text, options, cells, _details(found))


def _details(found: Sequence[Question]) -> tuple[str, ...]:
    shown = tuple(q.text for q in found[:_SHOWN])
    return shown if len(found) <= _SHOWN else (*shown, _("and {count} more", count=number(len(found) - _SHOWN)))


def places(cells: Sequence[str]) -> str:
    """Addresses as ranges of columns, "B5:B120, D7": those that follow each other, or nearly, are one range."""
    spots = sorted({_place(cell) for cell in cells if cell})
    ranges = []
    for col, group in groupby(spots, key=lambda spot: spot[0]):
        rows = [row for _col, row in group]
        name = column_name(col)
        ranges.append(f"{name}{rows[0]}:{name}{rows[-1]}" if len(rows) > 1 else f"{name}{rows[0]}")
    return ", ".join(ranges[:_RANGES]) + (", ..." if len(ranges) > _RANGES else "")


def _place(address: str) -> tuple[int, int]:
    """(column from 0, row from 1) of an address."""
    letters = "".join(c for c in address if c.isalpha())
    col = 0
    for letter in letters:
        col = 26 * col + ord(letter) - 64
    return col - 1, int(address[len(letters) :] or 0)
