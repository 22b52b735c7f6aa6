"""Columns of figures sent before and of what they are corrected to: the corrected ones are meant."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from loaders.opening.grid import Cell
from loaders.understanding.headings.columns import Column, role_of
from loaders.understanding.texts.tables import Table
from loaders.understanding.texts.words import classes, plain, table

SUPERSEDED = "superseded"
"""The role of a column of figures that another column corrects."""
ADJUSTED = "adjusted"
"""The role of rows that hold what is right now, or by how much it changed."""
_ALIKE = 2.0
_COMPARES = re.compile(r"\b(so (voi|sanh)|cung ky|(thang|ky|quy|nam) truoc)\b")


@dataclass(frozen=True, slots=True)
class _Said:
    """What a heading says of a correction: `kind` of corrected.csv, and the path of headings without these words."""

    column: Column
    kind: str
    rest: tuple[str, ...]


def with_corrections(found: Table, columns: dict[int, Column]) -> dict[int, Column]:
    """The columns of a table; of those "as reported" and "as corrected" the first are superseded, the others hold the figures.

    Words that may also head a difference ("adjusted"), or what is new ("old", "new"), are heeded only where the figures prove them. What
    several sides told ("as the commune reports", "on the system") is superseded by what they agreed on, else it is as any column."""
    said = [s for column in columns.values() if (s := _said(column))]
    families: dict[tuple[str, ...], list[_Said]] = defaultdict(list)
    for one in said:
        families[tuple(plain(text) for text in one.rest)].append(one)
    made = dict(columns)
    for family in families.values():
        before = [s for s in family if s.kind.startswith("before")]
        sources = [s for s in family if s.kind == "source"]
        after = _meant(found, before or sources, [s for s in family if s.kind == "after" or (before and s.kind.startswith("after"))])
        if after and after.kind == "after":
            before += sources
        if before and after:
            for one in before:
                made[one.column.col] = replace(one.column, role=SUPERSEDED, corrected=after.column.col)
            for one in family:
                if one not in before and one is not after and one.kind != "source":
                    made[one.column.col] = replace(one.column, role="delta")
            role = role_of(plain(after.rest[-1])) if after.rest else "actual"
            made[after.column.col] = replace(after.column, path=after.rest or after.column.path, role=role)
        elif before and _changed(before[0].column, columns.values()):
            for one in before:
                made[one.column.col] = replace(one.column, role=SUPERSEDED)
    return made


def _meant(found: Table, before: Sequence[_Said], after: Sequence[_Said]) -> _Said | None:
    """The one column of what is right now; None where several may be or its figures may be differences."""
    plainly = [s for s in after if s.kind == "after"]
    after = plainly or after
    if len(after) != 1 or not before:
        return None
    bare = after[0].kind == "after_bare" or before[0].kind == "before_bare"
    if bare and after[0].kind != "after" and not _speaks(found):
        return None
    pairs = _pairs(found, before[-1].column.col, after[0].column.col)
    if pairs is None or not pairs:
        return None
    return after[0] if after[0].kind == "after" or alike(pairs) else None


def _changed(column: Column, others: Iterable[Column]) -> bool:
    """Whether a column beside that of the figures sent says by how much they changed."""
    beside = [c for c in others if c.role == "delta" and c.path[:-1] == column.path[:-1]]
    return any(not _COMPARES.search(plain(c.leaf)) for c in beside)


def _speaks(found: Table) -> bool:
    """Whether a line over a table, or one of its headings, speaks of a correction."""
    over = [c.text for c in found.sheet.texts if c.row < found.header_first]
    return any("supersedes" in classes("lines.csv", text) for text in (*over, *(t for path in found.headers.values() for t in path)))


def _pairs(found: Table, before: int, after: int) -> list[tuple[float, float]] | None:
    """The figures of two columns in the rows that have both; None where a dash stands for one of the corrected ones."""
    both = [(found.sheet.cell(row, before), found.sheet.cell(row, after)) for row in found.body]
    return None if any(new is not None and new.kind == "P" for _old, new in both) else figures(both)


def figures(both: Iterable[tuple[Cell | None, Cell | None]]) -> list[tuple[float, float]]:
    """The figures of pairs of cells that hold one each."""
    read = [(_figure(a.value), _figure(b.value)) for a, b in both if a is not None and b is not None]
    return [(a, b) for a, b in read if a is not None and b is not None]


def _figure(value: object) -> float | None:
    if isinstance(value, int | float):
        return float(value)
    bare = str(value or "").replace(" ", "").replace(".", "").replace(",", "")
    return float(bare) if bare.isdigit() else None


@lru_cache(maxsize=4096)
def version(text: str, alone: bool = False) -> str:
    """What a title at its end says of the figures under it: "before", "after", "weak" where they may be differences, or nothing.

    `alone`: only where it says nothing else."""
    found = _kind_of(plain(text)) if text else None
    kind = found[0] if found and not (alone and found[1]) else ""
    return {"after_weak": "weak", "before_bare": "", "after_bare": "", "source": ""}.get(kind, kind)


def of_one_side(column: Column) -> bool:
    """Whether a column holds what one of several sides told ("on the system"), which stands for nothing they did not agree on."""
    said = _said(column)
    return said is not None and said.kind == "source"


def alike(pairs: Sequence[tuple[float, float]]) -> bool:
    """Whether the second figures are of the size of the first, so that they are no differences."""
    near = [b > 0 and a > 0 and 1 / _ALIKE <= b / a <= _ALIKE for a, b in pairs]
    return all(b >= 0 for _a, b in pairs) and 2 * sum(near) > len(near)


@lru_cache(maxsize=4096)
def _kind_of(folded: str) -> tuple[str, int] | None:
    """What a folded heading says of a correction, and where these words begin; they are its end, or what it says in brackets there."""
    for kind, pattern in _phrases():
        match = pattern.search(folded)
        if match:
            return kind, match.start()
    return None


@cache
def _phrases() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((row["class"], re.compile(rf"(?:^|[\s(:;,-])(?:{row['pattern']})[\s.:;)*]*$")) for row in table("corrected.csv"))


def _alone(rest: str, kind: str) -> str:
    """The kind of what stands before such words where it says the same and nothing else ("right figures (please correct)")."""
    found = _kind_of(plain(rest)) if rest else None
    same = found is not None and not found[1] and found[0].partition("_")[0] == kind.partition("_")[0]
    return min(found[0], kind, key=len) if same and found else ""


def _said(column: Column) -> _Said | None:
    for depth in range(len(column.path) - 1, -1, -1):
        text = column.path[depth]
        found = _kind_of(plain(text)) if len(text) < 80 else None
        if found is None:
            continue
        kind, start = found
        words = len(plain(text)[:start].split())
        rest = " ".join(text.split()[:words]).split("(")[0].strip(" -:;,") if words else ""
        if again := _alone(rest, kind):
            kind, rest = again, ""
        return _Said(column, kind, (*column.path[:depth], *((rest,) if rest else ()), *column.path[depth + 1 :]))
    return None
