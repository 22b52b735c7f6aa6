"""No table of data/ says a thing twice: rows doubled by a merge, or two rows of one key of which a reader would see but one."""

from __future__ import annotations

import csv
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

DATA = Path(__file__).parents[1] / "data"
NOT_OURS = ("samples", "local")
"""Returns to read, and what the program keeps and writes on this machine."""
TABLES = sorted(path.relative_to(DATA).as_posix() for path in DATA.rglob("*.csv") if path.relative_to(DATA).parts[0] not in NOT_OURS)
READERS = [name for name in TABLES if name.startswith("reader/")]
KEYS = {
    "synonyms.csv": ("text",),
    "reader/asking_joins.csv": ("phrase", "next"),
    "reader/element_tags.csv": ("needs", "may"),
    "reader/identities.csv": ("whole", "parts"),
    "reader/indicator_tags.csv": ("needs", "may"),
    "reader/limits.csv": ("part", "whole"),
    "reader/per_head.csv": ("amount", "people"),
    "reader/short_among.csv": ("short", "among"),
    "reader/short_beside.csv": ("short", "beside"),
    "reader/unions.csv": ("element", "part", "other"),
}
"""The columns that a row is known by, where these are not the first one, nor all of a table of classes and patterns."""
SETS_OF_WORDS = ("needs", "may")


def cells(name: str) -> list[list[str]]:
    with (DATA / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def keys(name: str) -> list[tuple[str, ...]]:
    """The key of every row, written alike."""
    head, *rows = cells(name)
    columns = KEYS.get(name, ("class", "pattern") if head[0] == "class" else head[:1])
    return [tuple(alike(column, row[head.index(column)]) for column in columns) for row in rows]


def alike(column: str, text: str) -> str:
    words = unicodedata.normalize("NFC", text).lower().split()
    return " ".join(sorted(words) if column in SETS_OF_WORDS else words)


def doubled(rows: list) -> list:
    return [row for row, times in Counter(rows).items() if times > 1]


@pytest.mark.parametrize("name", TABLES)
def test_no_row_stands_twice_and_each_has_a_cell_for_every_column(name):
    head, *rows = cells(name)
    assert doubled([tuple(row) for row in (head, *rows)]) == []
    assert [row for row in rows if len(row) != len(head)] == []


@pytest.mark.parametrize("name", ["synonyms.csv", *READERS])
def test_no_key_of_the_reader_stands_twice(name):
    assert doubled(keys(name)) == []
