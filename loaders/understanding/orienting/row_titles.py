"""A list of communes under each of several titles in their own column: "dossiers received | 900", "commune A | 100", "commune B | 80"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from loaders.understanding.headings.columns import Column, column_under, heading
from loaders.understanding.headings.labels import bare_label
from loaders.understanding.headings.match import match
from loaders.understanding.headings.tags import meaning
from loaders.understanding.headings.things import things
from loaders.understanding.names.kinds import is_group
from loaders.understanding.names.short_names import commune_like, summed_commune
from loaders.understanding.names.whose import district
from loaders.understanding.orienting.described import has_figures
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.orienting.outline import outline
from loaders.understanding.orienting.row_words import names_office, word_of_commune
from loaders.understanding.texts.rowkinds import is_figure, is_section_mark, is_total, names_hamlet, numberish
from loaders.understanding.typed.measures import in_heading, read

_SHORTEST = 4
_LEAST = 2


@dataclass(frozen=True, slots=True)
class RowTitles:
    """Row -> the titles it stands under, outermost first; the rows that are titles, whose figures are sums of those below."""

    over: Mapping[int, tuple[str, ...]]
    rows: frozenset[int]


_NONE = RowTitles({}, frozenset())


def row_titles(o: Oriented, on: dt.date | None) -> RowTitles:
    """The titles in the column of the communes; none where no title names what is counted, or a heading of the columns does."""
    if o.shape != "wide" or o.far or o.districts or o.unit_col is None or any(heading(c).codes for c in _figures(o)):
        return _NONE
    communes = {row for row in o.table.body if (text := o.text(row, o.unit_col)) and _a_commune(text, on)}
    numbered = any(o.text(row, o.index_col).rstrip(".").isdigit() for row in communes)
    titles = {row: text for row in o.table.body if row not in communes and (text := _title(o, row, numbered))}
    heads = _heads(o, titles, communes)
    if not heads or heads[0] < 0 or len(communes) < _LEAST:
        return _NONE
    apart = o.table.repeats | {row for row in o.table.body if row not in titles}
    lines = outline(replace(o, label_col=o.unit_col, shape="long", table=replace(o.table, repeats=apart)))
    over = {line.row: (*_outer(line.sections, line.label), *reversed(line.above), line.label) for line in lines}
    named = [row for row in heads if row in over and _names(over[row])]
    if heads[0] not in named or 2 * len(named) < len(heads):
        return _NONE
    found: dict[int, tuple[str, ...]] = {}
    last: tuple[str, ...] = ()
    for row in o.table.body:
        last = _measured(o, row, over.get(row, (titles[row],))) if row in titles else last
        found[row] = last
    return RowTitles(found, frozenset(titles))


def _heads(o: Oriented, titles: Collection[int], communes: Collection[int]) -> list[int]:
    """The titles that stand nearest over communes; -1 first where communes stand under none."""
    heads, last = list[int](), -1
    for row in o.table.body:
        last = row if row in titles else last
        if row in communes and last not in heads[-1:]:
            heads.append(last)
    return heads


def under_titles(columns: dict[int, Column], titles: tuple[str, ...]) -> dict[int, Column]:
    """The columns of such a table as they are under its titles."""
    given = {col: column_under((*titles, *column.path), column.col, column.hidden) for col, column in columns.items()}
    return {col: replace(column, corrected=columns[col].corrected) for col, column in given.items()}


def _measured(o: Oriented, row: int, titles: tuple[str, ...]) -> tuple[str, ...]:
    """The titles of a row, with what a column of measures prints beside it."""
    text = o.text(row, o.measure_col)
    return titles if not text or read(text) is None or in_heading(titles[-1]) else (*titles[:-1], f"{titles[-1]} ({text})")


def _names(titles: tuple[str, ...]) -> bool:
    """Whether the innermost of titles names an element, by itself or under the others, or a rate of something."""
    found = match(titles[-1], titles[-2::-1])
    return bool(found.codes) or (found.rate and bool(meaning(titles[-1]).tags & things()))


def _outer(sections: tuple[str, ...], label: str) -> tuple[str, ...]:
    return tuple(text for text in reversed(sections) if text != label)


def _figures(o: Oriented) -> list[Column]:
    aside = (o.unit_col, o.index_col, o.code_col, o.measure_col, o.period_col, o.basis_col)
    return [c for col, c in o.columns.items() if col not in aside and has_figures(o, col)]


def _a_commune(text: str, on: dt.date | None) -> bool:
    return commune_like(text, on) is not None or summed_commune(text, on) is not None


def _title(o: Oriented, row: int, numbered: bool) -> str:
    """The title that a row which is no commune's gives those below it; empty for a sum, an office, a hamlet, a group of communes."""
    first = next((c.text.strip() for c in o.table.row(row) if c.kind == "T" and not numberish(c) and len(c.text.strip()) > _SHORTEST), "")
    text = o.text(row, o.unit_col) or first
    if not text or is_total(text) or is_group(text) or district(text) is not None or names_hamlet(text):
        return ""
    if _names((bare_label(text),)):
        return text
    if word_of_commune(text):
        return ""
    mark = o.text(row, o.index_col)
    figures = any(is_figure(c) for c in o.table.row(row) if c.col not in (o.index_col, o.unit_col))
    member = names_office(text) and figures and not is_section_mark(mark) and (bool(mark) or not numbered)
    return "" if member else text
