"""Columns of names beside each other ("field | what | which of it"): the last one names each row, the others stand over several rows."""

from __future__ import annotations

from dataclasses import replace

from loaders.understanding.headings.columns import BASES, FIGURES
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.orienting.row_words import basis_word
from loaders.understanding.texts.rowkinds import is_figure, numberish
from loaders.understanding.texts.words import plain

_BESIDE_RESULTS = frozenset({"plan", "last_period", *BASES})


def with_names_over_rows(o: Oriented, basis_col: int | None) -> Oriented | None:
    """The same orientation with the column of names that stand over several rows each, and that of the titles over these; None where a
    table has none."""
    found = _headed(o, basis_col)
    return replace(found, outer_col=_titles_before(found)) if found is not None else None


def told_apart(o: Oriented) -> Oriented:
    """A table with a unit, a period or a word like "last period" beside the indicator of every row: where several rows of one of them name
    the same indicator, the column of words beside it that tells them apart ("online", "late") names the rows, under the indicator."""
    label = o.label_col
    if o.shape not in ("tidy", "long") or label is None or o.headed or o.basis_col == label:
        return o
    if o.shape == "long" and o.basis_col is None:
        return o
    rows = [row for row in o.table.body if any(is_figure(c) for c in o.table.row(row) if c.col > label)]
    said = list(zip(*(_filled(o, rows, col) for col in (o.unit_col, o.period_col, o.basis_col, label)), strict=True))
    aside = (o.measure_col, o.unit_col, o.period_col, o.basis_col)
    col = next((c for c in sorted(o.columns) if c > label and c not in aside), None)
    if col is None or len(set(said)) == len(said) or o.columns[col].role in ("note", "measure", "rank") or not _words_alone(o, col, rows):
        return o
    apart = {(*names, plain(o.text(row, col))) for names, row in zip(said, rows, strict=True)}
    return replace(o, label_col=col, group_col=label, headed=True) if len(apart) == len(rows) else o


def _filled(o: Oriented, rows: list[int], col: int | None) -> list[str]:
    """What a column says of each row; an empty cell says what the one above it does."""
    found: list[str] = []
    for row in rows:
        found.append(plain(o.text(row, col)) or (found[-1] if found else ""))
    return found


def _headed(o: Oriented, basis_col: int | None) -> Oriented | None:
    behind = _words_behind(o, basis_col)
    if behind is not None:
        return replace(o, label_col=behind, group_col=o.label_col, headed=True)
    inner = _innermost(o) if basis_col is None else None
    if inner is not None:
        return replace(o, label_col=inner[1], group_col=inner[0], headed=True)
    outer = _names_before(o)
    outer = _between_names(o) if outer is None and basis_col is None else outer
    return replace(o, group_col=outer, headed=True) if outer is not None else None


def _words_behind(o: Oriented, basis_col: int | None) -> int | None:
    """The column that tells apart the figures of indicators named in another one, each of which stands once over several rows or is
    repeated: "planned", "done", "to do", "late"."""
    if o.shape not in ("long", "transposed") or o.label_col is None or o.unit_col is not None:
        return None
    rows = [row for row in o.table.body if any(is_figure(c) for c in o.table.row(row) if c.col > (o.label_col or 0))]
    if basis_col is not None and basis_col != o.label_col:
        said = {basis_word(o.text(row, basis_col)) for row in rows}
        names = {plain(text) for row in rows if (text := o.text(row, o.label_col))}
        results = said & {*FIGURES, "percent"} and said & _BESIDE_RESULTS
        pairs = set(zip(_filled(o, rows, o.label_col), _filled(o, rows, basis_col), strict=True))
        return basis_col if results and 2 * len(names) <= len(rows) == len(pairs) else None
    beside = next((col for col in sorted(o.columns) if col > o.label_col and col != o.measure_col), None)
    return beside if beside is not None and _names_rows(o, beside, rows) else None


def _names_before(o: Oriented) -> int | None:
    """The column of the names of indicators, each of which stands once over several rows of a column of names beside it."""
    if o.shape != "long" or o.label_col is None or o.group_col is not None or o.unit_col is not None:
        return None
    return next((col for col, column in o.columns.items() if col < o.label_col and column.role == "label" and col != o.index_col), None)


def _innermost(o: Oriented) -> tuple[int, int] | None:
    """The last two of three columns of names or more ("field | what | which of it"), where only the last one has a name in every row and
    the others stand over several rows each, merged, left empty below or repeated."""
    if o.shape not in ("long", "unknown") or o.label_col is None or o.unit_col is not None:
        return None
    rows = [row for row in o.table.body if any(is_figure(c) for c in o.table.row(row) if c.col > (o.label_col or 0))]
    groups = [c for c in (o.group_col, o.label_col) if c is not None]
    for col in sorted(c for c in o.columns if c > o.label_col and c != o.measure_col):
        if not _words_alone(o, col, rows) or o.columns[col].role in ("note", "measure", "unit", "rank"):
            return None
        if not _over_several(o, col, rows):
            named = all((cell := o.table.sheet.cell(row, col)) and not cell.extra.under_merge for row in rows)
            return (groups[-1], col) if named and len(groups) > 1 and all(_over_several(o, g, rows) for g in groups) else None
        groups.append(col)
    return None


def _between_names(o: Oriented) -> int | None:
    """A column of names that stand over several rows each, between the titles of groups and the names of the rows."""
    if o.shape != "long" or o.label_col is None or o.group_col is None or o.headed:
        return None
    return next((c for c in reversed(_groups_before(o, o.label_col)) if c > o.group_col), None)


def _titles_before(o: Oriented) -> int | None:
    """The column of titles that stand over several names of a group each."""
    found = _groups_before(o, o.group_col) if o.headed and o.group_col is not None else []
    return found[-1] if found else None


def _groups_before(o: Oriented, col: int) -> list[int]:
    """The columns left of one that hold nothing but words which stand over several rows each."""
    rows = [row for row in o.table.body if any(is_figure(c) for c in o.table.row(row) if c.col > col)]
    aside = (o.index_col, o.code_col, o.measure_col, o.unit_col, o.period_col, o.basis_col)
    before = [c for c in sorted(o.columns) if c < col and c not in aside and o.columns[c].role not in ("note", "index")]
    return [c for c in before if _words_alone(o, c, rows) and _over_several(o, c, rows)]


def _over_several(o: Oriented, col: int, rows: list[int]) -> bool:
    """Whether most names of a column stand over several rows: there are at least three rows to two names that begin anew."""
    names = [name for row in rows if (name := o.text(row, col) if _own(o, row, col) else "")]
    begun = sum(1 for n, name in enumerate(names) if not n or name != names[n - 1])
    return 0 < 3 * begun <= 2 * len(rows)


def _own(o: Oriented, row: int, col: int) -> bool:
    cell = o.table.sheet.cell(row, col)
    return cell is not None and not cell.extra.under_merge


def _words_alone(o: Oriented, col: int, rows: list[int]) -> bool:
    cells = [cell for row in rows if (cell := o.table.sheet.cell(row, col)) is not None]
    return bool(cells) and all(cell.kind == "T" and not numberish(cell) for cell in cells)


def _names_rows(o: Oriented, col: int, rows: list[int]) -> bool:
    """Whether a column holds words alone, and the name of rows whose own is left empty or merged with that of the row above."""
    cells = {row: cell for row in rows if (cell := o.table.sheet.cell(row, col)) is not None and not cell.extra.under_merge}
    words = all(cell.kind == "T" and not numberish(cell) for cell in cells.values())
    if not words or o.columns[col].role in ("note", "measure", "unit", "rank"):
        return False
    unnamed = [row for row in rows if (own := o.table.sheet.cell(row, o.label_col or 0)) is None or own.extra.under_merge]
    return len(unnamed) >= 1 and all(row in cells for row in unnamed)
