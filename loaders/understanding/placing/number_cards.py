"""Cards of a board: a label over one big number, or under it, the measure of the number perhaps below; several rows of such cards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from loaders.opening.grid import Cell, Sheet
from loaders.understanding.headings.labels import bare_label
from loaders.understanding.headings.match import match
from loaders.understanding.texts.rowkinds import numberish, unanswered
from loaders.understanding.texts.tables import Table
from loaders.understanding.typed.measures import in_heading, read

_LEAST_CARDS, _LEAST_ROWS, _LONGEST = 2, 2, 120


@dataclass(frozen=True, slots=True)
class _Cards:
    """The labels, the numbers and the measures of one row of cards."""

    labels: list[Cell]
    numbers: list[Cell]
    measures: list[Cell]

    @property
    def first(self) -> int:
        return min(self.labels[0].row, self.numbers[0].row)


def number_cards(sheet: Sheet) -> list[Table]:
    """One table for each row of cards; none where a label comes twice, or most of them name nothing we count. Under the first numbers even
    one label that does tells that those of the next numbers stand there too: over these they would be taken for headings."""
    rows = [cells for cells in sheet.seen.values() if cells]
    found = _paired(rows, above=True) or _paired(rows, above=False)
    labels = [c for cards in found for c in cards.labels]
    twice = len({c.text.strip() for c in labels}) < len(labels)
    known = sum(map(_counts, labels))
    under = bool(found) and found[0].first == found[0].numbers[0].row
    if len(found) < _LEAST_ROWS or twice or (known < 1 if under else 2 * known <= len(labels)):
        return []
    return list(_tables(sheet, found))


def _paired(rows: list[list[Cell]], above: bool) -> list[_Cards]:
    """The rows of cards, top to bottom, each row of numbers with the labels right above it (or right below); empty where a row of numbers
    has none, or other words between the cards name something we count as well."""
    found: list[_Cards] = []
    used: set[int] = set()
    for i in (i for i, cells in enumerate(rows) if any(map(numberish, cells))):
        measured = i + 1 < len(rows) and _measures(rows[i + 1], rows[i])
        at = i - 1 if above else i + 1 + measured
        if not 0 <= at < len(rows) or not _labels(rows[at], rows[i]) or not _touch(rows[min(i, at) : max(i, at) + 1]):
            return []
        found.append(_Cards(rows[at], rows[i], rows[i + 1] if measured else []))
        used |= {i, at, i + measured}
    between = range(min(used, default=0), max(used, default=0) + 1)
    after = rows[max(used) + 1] if used and max(used) + 1 < len(rows) else []
    others = [c for i in between if i not in used and len(rows[i]) > 1 for c in rows[i]]
    others += after if found and _labels(after, found[-1].numbers) else []
    return [] if any(map(_counts, others)) else found


def _labels(cells: list[Cell], numbers: list[Cell]) -> bool:
    """Whether a row holds words over each of the numbers of another one, and nothing else, and that one nothing but numbers."""
    if len(cells) < _LEAST_CARDS or [c.col for c in cells] != [c.col for c in numbers] or not all(map(_answer, numbers)):
        return False
    return all(c.kind == "T" and not numberish(c) and len(c.text) < _LONGEST and read(c.text) is None for c in cells)


def _counts(cell: Cell) -> bool:
    """Whether words name something we count."""
    return bool(match(bare_label(cell.text)).codes)


def _answer(cell: Cell) -> bool:
    return numberish(cell) or unanswered(cell)


def _measures(cells: list[Cell], numbers: list[Cell]) -> bool:
    """Whether a row holds nothing but measures in the columns of numbers."""
    return {c.col for c in cells} <= {c.col for c in numbers} and all(c.kind == "T" and read(c.text) is not None for c in cells)


def _touch(rows: list[list[Cell]]) -> bool:
    """Whether no blank row stands between rows, but for those that merged cells cover."""
    ends = [max(c.merge.bottom if c.merge else c.row for c in cells) for cells in rows]
    return all(below[0].row == end + 1 for end, below in zip(ends, rows[1:], strict=False))


def _tables(sheet: Sheet, found: list[_Cards]) -> Iterator[Table]:
    """Each row of cards as a table of one row under its labels."""
    for cards in found:
        measure = {c.col: c.text.strip() for c in cards.measures}
        headers: dict[int, tuple[str, ...]] = {c.col: (_with(c.text, measure.get(c.col, "")),) for c in cards.labels}
        label, number = cards.labels[0].row, cards.numbers[0].row
        last = max(label, number, *(c.row for c in cards.measures))
        left, right = cards.labels[0].col, max(c.merge.right if c.merge else c.col for c in cards.labels)
        header_last = label if label < number else number - 1
        aside = frozenset(range(number + 1, last + 1))
        yield Table(sheet, cards.first, header_last, None, number, last, left, right, headers, {}, aside)


def _with(label: str, measure: str) -> str:
    """A label with the measure of its number in brackets, where it has none itself."""
    return f"{label.strip()} ({measure})" if measure and in_heading(label) is None else label.strip()
