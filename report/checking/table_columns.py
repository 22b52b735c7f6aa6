"""What the columns of a table with units in its rows hold: told by headings, by the columns that divide into each other, by the caption."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

from report.checking.amounts import Amount
from report.checking.folding import says
from report.checking.ours import agrees
from report.checking.table_shape import Table, figures_of, role
from report.checking.table_words import Meaning, counted_in, divided_from, part_elements, rate_of, rated_by

_SILENT = ("order", "measure", "silent", "target")
_LEAST = 2


def meanings(table: Table) -> list[Meaning | None]:
    """The meaning of each column; None where it is not sure or nothing to compare."""
    columns = [[figures_of(row.texts[at]) for row in table.rows] for at in range(len(table.headings))]
    open_to = [bool(heading) and role(heading) not in _SILENT and any(columns[at]) for at, heading in enumerate(table.headings)]
    found = [_by_heading(heading, table.lowest[at], columns[at]) if open_to[at] else None for at, heading in enumerate(table.headings)]
    for at, heading in enumerate(table.headings):
        if open_to[at] and _is_rate(heading, columns[at]):
            _with_its_counts(table, columns, found, open_to, at)
    return found


def _by_heading(heading: str, lowest: str, column: Sequence[tuple[Amount, ...]]) -> Meaning | None:
    if _is_rate(heading, column):
        code = rate_of(heading)
        return Meaning(code, "rate") if code else None
    element = counted_in(lowest, "")
    if element:
        return Meaning(element, "count")
    if heading != lowest and role(lowest) == "below":
        return None  # a total under a common heading may be of more than that heading says: its columns tell
    element = counted_in(heading, "")
    code = "" if element else rate_of(heading)
    return Meaning(element, "count") if element else Meaning(code, "above") if code else None


def _is_rate(heading: str, column: Sequence[tuple[Amount, ...]]) -> bool:
    return "%" in heading or says("rate_word", heading) or any(a.sort in ("percent", "fraction") for cell in column for a in cell)


def _with_its_counts(
    table: Table, columns: Sequence[Sequence[tuple[Amount, ...]]], found: list[Meaning | None], open_to: Sequence[bool], at: int
) -> None:
    """A rate lends its meaning to the counts it divides, or takes it from them, else from the caption."""
    pair = next((p for p in permutations(range(at), 2) if open_to[p[0]] and open_to[p[1]] and _divide(columns, *p, at)), None)
    if found[at] is None:
        told = [part_elements(one) for one in (found[p] for p in pair or ()) if one]
        together = " ".join(table.headings[one] for one in (*(pair or ()), at))
        code = divided_from(told) or rated_by(_beside(table, found, at)) or rate_of(together, f"{table.caption} {table.headings[at]}")
        found[at] = Meaning(code, "rate") if code else None
    rate = found[at]
    if rate and pair:
        found[pair[0]] = found[pair[0]] or Meaning(rate.code, "above")
        found[pair[1]] = found[pair[1]] or Meaning(rate.code, "below")


def _beside(table: Table, found: Sequence[Meaning | None], at: int) -> str:
    """The element counted in the column before, when both stand under one heading; "" else."""
    before = found[at - 1] if at else None
    common = [table.headings[one].removesuffix(table.lowest[one]).strip() for one in (at - 1, at)]
    return part_elements(before) if before and common[0] and common[0] == common[1] else ""


def _divide(columns: Sequence[Sequence[tuple[Amount, ...]]], above: int, below: int, rate: int) -> bool:
    """Whether most percentages of a column are one column divided by another."""
    lines = [(n[0], all_[0], p[0]) for n, all_, p in zip(columns[above], columns[below], columns[rate], strict=True) if n and all_ and p]
    fits = sum(bool(all_.low) and n.low <= all_.low and agrees(100 * n.low / all_.low, p) for n, all_, p in lines)
    return fits >= _LEAST and fits > len(lines) / 2
