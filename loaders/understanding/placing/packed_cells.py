"""Cells of several labelled figures ("received: 387", below it "of which online: 359"): the sheet drawn anew with a column for each label
under the heading they share. Each figure still says in which cell of the sender it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from loaders.opening.grid import Cell, Extra, Merge, Sheet
from loaders.opening.kinds import kind_of_text
from loaders.understanding.headings.columns import role_of
from loaders.understanding.headings.labels import unmarked
from loaders.understanding.placing.refilled import refilled
from loaders.understanding.placing.spoken_lines import labels_and_figures, parts_of
from loaders.understanding.texts.rowkinds import numberish, unanswered
from loaders.understanding.texts.words import plain

_LEAST = 2


@dataclass(frozen=True, slots=True)
class _Packed:
    """Where such cells stand: the row of their headings, their rows, the labels of each of their columns."""

    header: int
    rows: range
    labels: dict[int, list[str]]

    def row(self, row: int) -> int:
        """Where a row of the sender stands in the sheet drawn anew."""
        return row + (row > self.header)

    def col(self, col: int) -> int:
        """Where a column of the sender begins."""
        return col + sum(len(labels) - 1 for at, labels in self.labels.items() if at < col)

    def last(self, col: int) -> int:
        """Where a column of the sender ends."""
        return self.col(col) + len(self.labels.get(col, "_")) - 1

    def holds(self, cell: Cell) -> bool:
        """Whether a cell is one of these, or stands among them."""
        return cell.row in self.rows and cell.col in self.labels


def unpacked(sheet: Sheet) -> Sheet:
    """The sheet with such cells taken apart, where two rows or more with a name have the same labels, under a heading each; else the sheet
    itself."""
    if not any(_several_lines(c.text) for c in sheet.texts):
        return sheet
    sheet = refilled(sheet)
    packed = _packed(sheet)
    return _drawn(sheet, packed) if packed is not None else sheet


def _several_lines(text: str) -> bool:
    return ("\n" in text or ";" in text) and any(map(str.isdigit, text))


def several_figures(cell: Cell) -> bool:
    """Whether a cell holds labelled figures and nothing else: it names no row."""
    return cell.is_text and _several_lines(cell.text) and len(labels_and_figures(cell)) >= _LEAST


def _packed(sheet: Sheet) -> _Packed | None:
    """Where cells of several labelled figures stand, if they make columns of a table; remarks are none."""
    found = [cell for cells in sheet.seen.values() for cell in cells if cell.merge is None and several_figures(cell)]
    counts = Counter(cell.col for cell in found)
    found = [cell for cell in found if counts[cell.col] >= _LEAST]
    over = [row for row in sheet.seen if found and row < found[0].row and any(_words(sheet.shown(row, c.col)) for c in found)]
    heads = {cell.col: sheet.shown(over[-1], cell.col) for cell in found} if over else {}
    cols = [col for col, head in sorted(heads.items()) if head is not None and _words(head) and role_of(plain(head.text)) != "note"]
    labels = {col: _labels([labels_and_figures(cell) for cell in found if cell.col == col]) for col in cols}
    rows = [cell.row for cell in found if cell.col in labels]
    packed = _Packed(over[-1], range(min(rows), max(rows) + 1), labels) if rows and all(labels.values()) else None
    return packed if packed is not None and _is_table(sheet, packed) else None


def _words(cell: Cell | None) -> bool:
    return cell is not None and cell.kind == "T" and not numberish(cell) and not labels_and_figures(cell)


def _labels(cells: list[list[tuple[str, str]]]) -> list[str]:
    """The labels of the cells of a column in their order; nothing where most labels of one of them are not those of most others."""
    said = [[plain(unmarked(label)) for label, _figure in pieces] for pieces in cells]
    counts = Counter(label for labels in said for label in set(labels))
    common = {label for label, n in counts.items() if n >= _LEAST and 2 * n >= len(cells)}
    names = {plain(unmarked(label)): unmarked(label) for pieces in reversed(cells) for label, _figure in pieces}
    alike = all(2 * sum(label in common for label in labels) >= len(labels) for labels in said)
    return [names[label] for label in dict.fromkeys(label for labels in said for label in labels)] if alike else []


def _is_table(sheet: Sheet, packed: _Packed) -> bool:
    """Whether the headings of such cells stand each for itself, over nothing but such cells and words in rows that have a name."""
    wide = [m for m in sheet.merges if m.left != m.right and m.top <= packed.header <= m.bottom]
    if any(not packed.labels.keys().isdisjoint(range(m.left, m.right + 1)) for m in wide):
        return False
    for row in packed.rows:
        cells = sheet.seen.get(row, [])
        inside = [c for c in cells if packed.holds(c)]
        named = any(c.kind == "T" and not numberish(c) and c not in inside for c in cells)
        if inside and (not named or any(_plain_figure(c) or c.merge is not None for c in inside)):
            return False
    return True


def _plain_figure(cell: Cell) -> bool:
    return cell.kind == "X" or (numberish(cell) and not _several_lines(cell.text))


def _drawn(sheet: Sheet, packed: _Packed) -> Sheet:
    """The sheet with a column for each label and one more row of headings."""
    merges = list(_merges(sheet, packed))
    owners = {(m.top, m.left): m for m in merges}
    made = [
        piece for cell in sheet.cells.values() for piece in (_taken_apart(cell, packed) if packed.holds(cell) else (_moved(cell, packed),))
    ]
    cells = {(c.row, c.col): c._replace(merge=owners.get((c.row, c.col), c.merge)) for c in (*made, *_heads(sheet, packed))}
    return replace(
        sheet,
        cells=cells,
        merges=tuple(merges),
        n_rows=sheet.n_rows + 1,
        n_cols=packed.last(sheet.n_cols - 1) + 1,
        hidden_rows=frozenset(map(packed.row, sheet.hidden_rows)),
        hidden_cols=frozenset(at for col in sheet.hidden_cols for at in range(packed.col(col), packed.last(col) + 1)),
        ruled_rows=frozenset(map(packed.row, sheet.ruled_rows)),
    )


def _moved(cell: Cell, packed: _Packed) -> Cell:
    """A cell of the sender in its new place."""
    row, col = packed.row(cell.row), packed.col(cell.col)
    merge = _stretched(cell.merge, packed) if cell.merge else None
    return cell._replace(row=row, col=col, merge=merge, extra=cell.extra._replace(at=(cell.row, cell.col)))


def _taken_apart(cell: Cell, packed: _Packed) -> Iterator[Cell]:
    """A figure for each label of a cell; the whole text in each place where a part of it is no known label with its answer."""
    labels = packed.labels[cell.col]
    for place, (label, text) in enumerate(zip(labels, _answers(cell, list(map(plain, labels))), strict=True)):
        extra = cell.extra._replace(at=(cell.row, cell.col), piece=label)
        if text:
            yield cell._replace(
                row=packed.row(cell.row), col=packed.col(cell.col) + place, value=text, kind=kind_of_text(text), merge=None, extra=extra
            )


def _answers(cell: Cell, labels: list[str]) -> list[str]:
    """The answer to each label in a cell."""
    pieces = labels_and_figures(cell) or [
        (label, answer.strip(" ,")) for label, _sign, answer in (p.partition(":") for p in parts_of(cell.text))
    ]
    said = {plain(unmarked(label)): answer for label, answer in pieces}
    if len(said) == len(pieces) and said.keys() <= set(labels):
        return [said.get(label, "") for label in labels]
    return [cell.text if not unanswered(cell) or not place else "" for place in range(len(labels))]


def _heads(sheet: Sheet, packed: _Packed) -> Iterator[Cell]:
    """The labels as headings, below the one they share."""
    for col, labels in packed.labels.items():
        head = sheet.shown(packed.header, col)
        for place, label in enumerate(labels if head is not None else ()):
            yield Cell(packed.header + 1, packed.col(col) + place, label, "T", extra=Extra(at=(packed.header, col)))


def _merges(sheet: Sheet, packed: _Packed) -> Iterable[Merge]:
    """The merged ranges in their new places: a heading over its labels, every other one down to their row."""
    yield from (_stretched(merge, packed) for merge in sheet.merges)
    for cell in sheet.rows[packed.header]:
        if cell.merge is None:
            yield _stretched(Merge(cell.row, cell.col, cell.row, cell.col), packed)


def _stretched(merge: Merge, packed: _Packed) -> Merge:
    down = merge.bottom == packed.header and merge.left not in packed.labels
    return Merge(packed.row(merge.top), packed.col(merge.left), packed.row(merge.bottom) + down, packed.last(merge.right))
