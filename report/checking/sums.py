"""Counts that must add up: parts of a total told in one sentence, the total row and the shares of a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from catalogue.language import _, number, percent
from report.checking.amounts import Amount, amounts, number_of, sentence_at, sentences
from report.checking.finding import Finding
from report.checking.folding import declared, phrase, plain, says
from report.checking.meanings import tags
from report.checking.ours import agrees
from report.checking.passages import Grid
from report.checking.reported import Report

_FIGURE = re.compile(r"\s*(\d[\d.,]*)\s*(%?)\s*")
_LEAST_ROWS = 2
_MOST_COLUMNS = 14
_MOST_BROKEN = 0.4
_HEADINGS = 3


def check(report: Report) -> list[Finding]:
    """Every sum that does not add up."""
    found: list[Finding] = []
    for at, passage in enumerate(report.passages):
        if passage.sort == "body":
            found += _sentences(report, at, passage.text)
    for grid in report.document.grids:
        found += _table(report, grid)
    return found


def _sentences(report: Report, at: int, text: str) -> Iterator[Finding]:
    bounds = list(sentences(text))
    counts = [a for a in amounts(text) if a.sort == "count" and a.noun and not a.bound]
    for span in bounds:
        inside = [a for a in counts if sentence_at(bounds, a.start) == span]
        if len(inside) > _LEAST_ROWS:
            yield from _total_first(report, at, text, inside)


def _total_first(report: Report, at: int, text: str, inside: Sequence[Amount]) -> Iterator[Finding]:
    """A total with its parts behind it, all of its noun (or the first word of it): where they are said to be all of it, or are opposites
    that leave nothing out, they must add up to it."""
    total, *parts = inside
    between = plain(text[total.end : parts[0].start])
    if not all(_counts_of(total, part) for part in parts):
        return
    pieces = [plain(text[a.end : b.start]) + " " for a, b in zip(inside, parts, strict=False)]
    added = sum(part.low for part in parts)
    named = says("total", plain(text[max(0, total.start - 60) : total.start]))
    opened = says("among", between) or ":" in between
    if not ((named and says("exhaustive", between)) or (opened and _complete(pieces))) or added == total.low:
        return
    message = _("The parts add up to {sum}, the total says {total}.", sum=number(added, None), total=number(total.low, None))
    yield report.found(at, total.start, parts[-1].end, "number", "inconsistent", message, number(added, None))


def _counts_of(total: Amount, part: Amount) -> bool:
    """Whether a part counts what the total does: "24 complaints and requests, of them 15 complaints"."""
    return part.noun == total.noun or total.noun.startswith((f"{part.noun},", f"{part.noun} "))


def _complete(before: Sequence[str]) -> bool:
    """Whether the parts are opposites that leave nothing out ("online", "at the counter")."""
    said = [tags(text) for text in before]
    for row in declared("complements.csv"):
        wanted = row["tags"].split()
        if len(wanted) == len(said) and all(tag in found for tag, found in zip(wanted, said, strict=True)):
            return True
        if len(wanted) == len(said) and all(tag in found for tag, found in zip(reversed(wanted), said, strict=True)):
            return True
    return False


# --- tables ----------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Cell:
    """A number in a table: its passage, value, decimals, and whether it is a percentage."""

    passage: int
    value: float
    decimals: int
    share: bool


def _table(report: Report, grid: Grid) -> Iterator[Finding]:
    rows = [[_cell(report, at) for at in row] for row in grid.rows]
    texts = [" ".join(report.passages[at].text for at in row[:2] if at is not None) for row in grid.rows]
    width = min(max(map(len, rows), default=0), _MOST_COLUMNS)
    yield from _shares(report, rows, [_is_share(report, grid, at) for at in range(width)])
    total = [at for at, text in enumerate(texts) if phrase("total_row").match(plain(text).strip(" *.0123456789"))]
    if len(total) == 1 and len(rows) > _LEAST_ROWS + 1:
        yield from _totals(report, rows, total[0], width)


def _cell(report: Report, at: int | None) -> Cell | None:
    found = _FIGURE.fullmatch(report.passages[at].text) if at is not None else None
    if not found or at is None:
        return None
    try:
        value, decimals = number_of(found[1].rstrip(".,"), bool(found[2]))
    except ValueError:
        return None
    return Cell(at, value, decimals, bool(found[2]))


def _column(rows: Sequence[Sequence[Cell | None]], at: int) -> list[Cell | None]:
    return [row[at] if at < len(row) else None for row in rows]


def _is_share(report: Report, grid: Grid, column: int) -> bool:
    """Whether a column holds percentages, by its heading or by their signs."""
    cells = [report.passages[at].text for row in grid.rows if column < len(row) and (at := row[column]) is not None]
    return any(says("share_heading", text) for text in cells[:_HEADINGS]) or any(text.endswith("%") for text in cells[_HEADINGS:])


def _shares(report: Report, rows: Sequence[Sequence[Cell | None]], shares: Sequence[bool]) -> Iterator[Finding]:
    """A column of percentages that is, in most rows, one column divided by another: the rows where it is not."""
    columns = [_column(rows, at) for at in range(len(shares))]
    for at, column in enumerate(columns):
        if not shares[at]:
            continue
        best: list[tuple[Cell, float]] | None = None
        for above, below in combinations(range(at), 2):
            for n, whole in ((above, below), (below, above)):
                broken = _broken(columns[n], columns[whole], column)
                if broken is not None and (best is None or len(broken) < len(best)):
                    best = broken
        for cell, right in best or ():
            message = _("The columns before it give {right}.", right=percent(right, 2))
            text = report.passages[cell.passage].text
            yield report.found(cell.passage, 0, len(text), "percent", "inconsistent", message, percent(right, 2))


def _broken(above: Sequence[Cell | None], below: Sequence[Cell | None], share: Sequence[Cell | None]) -> list[tuple[Cell, float]] | None:
    """The percentages that are not n/N, with what is; None when these columns are not its n and N."""
    lines = [(n, all_, p) for n, all_, p in zip(above, below, share, strict=True) if n and all_ and p and all_.value]
    wrong = [(p, 100 * n.value / all_.value) for n, all_, p in lines if not agrees(100 * n.value / all_.value, _amount(p))]
    fits = len(lines) - len(wrong)
    return wrong if fits >= _LEAST_ROWS and len(wrong) <= _MOST_BROKEN * len(lines) else None


def _amount(cell: Cell) -> Amount:
    return Amount("percent", 0, 0, cell.value, decimals=cell.decimals)


def _totals(report: Report, rows: Sequence[Sequence[Cell | None]], at: int, width: int) -> Iterator[Finding]:
    """Whole numbers of a total row that are not the sum of the rows on one side of it, where most of its numbers are."""
    others = rows[at + 1 :] if at < len(rows) / 2 else rows[:at]
    judged: list[tuple[Cell, float]] = []
    for column in range(1, width):
        total = rows[at][column] if column < len(rows[at]) else None
        values = [cell for row in others if column < len(row) and (cell := row[column])]
        if (
            total
            and not total.share
            and not total.decimals
            and len(values) >= _LEAST_ROWS
            and not any(v.share or v.decimals for v in values)
        ):
            judged.append((total, sum(v.value for v in values)))
    wrong = [(cell, added) for cell, added in judged if cell.value != added]
    if len(wrong) <= len(judged) / 2:
        for cell, added in wrong:
            message = _("The rows add up to {sum}.", sum=number(added, None))
            text = report.passages[cell.passage].text
            yield report.found(cell.passage, 0, len(text), "number", "inconsistent", message, number(added, None))
