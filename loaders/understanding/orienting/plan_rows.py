"""Rows of plan, result and rate of each commune: the column that says which is which, and what each row is."""

from __future__ import annotations

from collections.abc import Mapping

from loaders.understanding.headings.columns import FIGURES
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.orienting.row_words import basis_word, one_time, word_of_commune
from loaders.understanding.orienting.time_columns import times_lead
from loaders.understanding.texts.rowkinds import is_total, numberish
from loaders.understanding.texts.words import plain

_SAMPLE = 60
_PERCENT = 100
IN_PERIOD = "in_period"
SUMMING = frozenset({"cumulative", "year_to_date", "to_date"})
_PARTS = frozenset({"plan", "percent", "plan_rate"})


def basis_column(o: Oriented) -> int | None:
    """A column whose cells say "in the period" (or name one month, the same everywhere) or "since January", or "plan", "result", "rate"."""
    word = basis_word if o.unit_col is None else word_of_commune
    for col, column in o.columns.items():
        if column.role == "note" and not times_lead(o, column):
            continue
        cells = [c for c in o.table.by_column.get(col, []) if c.kind == "T" and not numberish(c)][:_SAMPLE]
        times = {one_time(c.text) for c in cells if not word(c.text)}
        said = [word(c.text) or (IN_PERIOD if len(times) == 1 and one_time(c.text) else "") for c in cells]
        if len(cells) >= 2 and all(said) and len(set(said)) >= 2:
            return col
    return None


def words_of_rows(o: Oriented) -> Mapping[int, str]:
    """Row -> what it is by the word in that column, else by the one in the column of names; empty where no row says so.

    A word that stands once left of several communes, or of several names under one, is said of each; "reached" without a row of results is
    the result where a row of rates stands beside it, or its figures can be no percentages."""
    col = o.basis_col if o.basis_col is not None else o.unit_col
    if col is None:
        return {}
    word = basis_word if o.unit_col is None else word_of_commune
    said = {row: word(o.text(row, col)) for row in o.table.body}
    if o.basis_col is not None:
        said |= {row: IN_PERIOD for row, role in said.items() if not role and one_time(o.text(row, col))}
    names = o.unit_col if o.unit_col is not None else o.label_col if o.headed else None
    if names is not None and o.basis_col is not None and col < names:
        last = ""
        for row in said:
            last = said[row] = said[row] or (last if o.text(row, names) else "")
    reached = {row for row, role in said.items() if role == "percent" and plain(o.text(row, col)).strip(" -+*.:") == "dat"}
    if reached and not any(role in FIGURES for role in said.values()) and "plan" in said.values():
        rates = any(role in _PARTS - {"plan"} for row, role in said.items() if row not in reached)
        said |= dict.fromkeys(reached, "actual") if rates or _counts(o, reached) else {}
    said = _but_sums_of_all(o, said) if o.basis_col is None and o.unit_col is not None else said
    return said if any(said.values()) else {}


def _but_sums_of_all(o: Oriented, said: dict[int, str]) -> dict[int, str]:
    """The rows without those that say that they sum up ("so far") under the last of several units alone: they are of all of them."""
    over = ""
    names, summed = set[str](), dict[int, str]()
    for row, role in said.items():
        text = o.text(row, o.unit_col)
        if role in SUMMING:
            summed[row] = over
        elif not role and text and not is_total(text):
            names.add(over := text)
    return said | dict.fromkeys(summed, "") if len(set(summed.values())) == 1 < len(names) else said


def _counts(o: Oriented, rows: set[int]) -> bool:
    """Whether most figures of these rows are whole numbers above a hundred."""
    figures = [c.value for row in rows for c in o.table.row(row) if c.col != o.index_col and isinstance(c.value, int | float)]
    return 2 * sum(1 for value in figures if value > _PERCENT and value == int(value)) > len(figures)
