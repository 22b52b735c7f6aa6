"""The claims of welfare paid out with its ways in rows: all of it, and what is paid without cash."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from catalogue.periods import Period
from loaders.understanding.claiming.basis import basis_role
from loaders.understanding.claiming.long import line_claim
from loaders.understanding.headings.columns import Column
from loaders.understanding.headings.match import Match, denominators, match
from loaders.understanding.headings.setaside import kept_out
from loaders.understanding.headings.tags import meaning
from loaders.understanding.headings.things import things
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.orienting.outline import Line
from loaders.understanding.orienting.ways_in_rows import Way, counted, ways_of

_PAID = "chi tra"
_WITHOUT = "khong dung tien mat"
_DONE = frozenset({"paid", "receiving"})
_WELFARE = "ssp"
_BESIDE = frozenset({"ssp", "beneficiary", "person", "amount", "regime", "citizen", "result", "commune", "unit"})
_SOME = frozenset({"ssp", "beneficiary", "subset"})
_SAID_PAID = frozenset({"paid", "amount", "receiving"})
_HALF = 0.5


def paid_claims(o: Oriented, index: int, on: dt.date | None, whole: Period | None) -> Iterator[Claim]:
    """The claims of a table with a way of paying in every row; the only way without cash is all that is paid without it."""
    rows = ways_of(o)
    meant = _meant(rows)
    columns = _columns(o, whole)
    title = meaning(o.title).tags
    subject = title & things()
    ours = (_WELFARE in title or subject <= _BESIDE) and not _of_some(title)
    sure = _WELFARE in title and subject <= _BESIDE
    for row, way in meant.items():
        line = Line(row, o.text(row, o.label_col), (), (), None, False, Match(), False)
        for cell in o.table.row(row):
            column = o.columns.get(cell.col)
            if column is None or cell.col in (o.label_col, o.index_col, o.measure_col, o.code_col):
                continue
            found = _found(column, way) if cell.col in columns and ours else Match()
            claim = line_claim(o, index, cell, column, found, "value" if found.codes else "skip", None, line)
            claim.key, claim.group = f"{column.leaf} / {claim.key}", (column.leaf,)
            claim.sure = claim.sure and sure and _adds_up(o, meant, cell.col)
            if not found.codes:
                claim.notes.append(kept_out(column, whole, []) or "no_figure")
            yield claim


def _of_some(title: frozenset[str]) -> bool:
    """A title that names some of the people and says nothing of what is paid to them: the sheet of one group beside that of all."""
    return bool(title & _SOME) and not title & _SAID_PAID


def _meant(rows: Mapping[int, Way]) -> dict[int, Way]:
    """Row -> way; one way alone is all that is paid without cash, several totals or one of what is not paid as well are none."""
    count = Counter(rows.values())
    alone, clear = count["one_way"] == 1 and not count["noncash"], count["total"] == 1 and not count["unpaid"]
    return {row: "noncash" if way == "one_way" and alone else way for row, way in rows.items() if clear or way != "total"}


def _columns(o: Oriented, whole: Period | None) -> set[int]:
    """The columns of people and of amounts; of several of one kind and time the one that says it was paid, else none."""
    kinds: dict[tuple[str, str, str], list[Column]] = {}
    for col, column in o.columns.items():
        kind = "" if column.hidden or kept_out(column, whole, list(o.columns.values()), o.title) else counted(o, col)
        if kind:
            kinds.setdefault((kind, basis_role(column), str(column.stated)), []).append(column)
    chosen = set()
    for columns in kinds.values():
        paid = [c for c in columns if _DONE & frozenset().union(*(meaning(text).tags for text in c.path))]
        best = columns if len(columns) == 1 else paid
        chosen |= {c.col for c in best} if len(best) == 1 else set()
    return chosen


def _found(column: Column, way: Way) -> Match:
    """What one way of the people or the amounts of a column is: what is paid without cash, or the whole of that."""
    found = match(_WITHOUT, (*reversed(column.path), _PAID)) if way in ("noncash", "total") else Match()
    if len(found.codes) != 1:
        return Match()
    whole = denominators().get(found.codes[0])
    return found if way == "noncash" else replace(found, codes=(whole,)) if whole else Match()


def _adds_up(o: Oriented, rows: Mapping[int, Way], col: int) -> bool:
    """Whether a total is the sum of what is paid in cash and without it, where all three stand there."""
    held: dict[Way, float] = {}
    for row, way in rows.items():
        value = o.table.sheet.number(row, col)
        if value is None:
            return True
        held[way] = held.get(way, 0.0) + value
    without = held.get("noncash", held.get("one_way"))
    if "total" not in held or "cash" not in held or without is None:
        return True
    return abs(held["total"] - held["cash"] - without) < _HALF
