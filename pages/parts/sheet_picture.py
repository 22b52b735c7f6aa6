"""A sheet as its sender sees it, each cell coloured by how it was understood: an escaped HTML table for a person to judge."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import Literal

from catalogue.language import _, number

Role = Literal["header", "unit", "value", "total", "ignored", "asked", "wrong", "text"]
Place = tuple[int, int]

ROWS_SHOWN, COLUMNS_SHOWN, LONGEST_TEXT = 60, 40, 120
# Each role has a sign of its own, so that the picture can be read without its colours.
SIGNS: dict[Role, str] = {"header": "T", "unit": "◆", "value": "✓", "total": "Σ", "ignored": "–", "asked": "?", "wrong": "✕"}
MARKED_IN_CELL: tuple[Role, ...] = ("total", "asked", "wrong")


@dataclass(frozen=True, slots=True)
class Mark:
    """How one cell was understood, and the sentence that says so."""

    role: Role
    why: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """One sheet ready to draw. Places are (row, column) from 1; `merges` are (row, column, rows, columns)."""

    name: str
    texts: Mapping[Place, str]
    marks: Mapping[Place, Mark]
    merges: tuple[tuple[int, int, int, int], ...] = ()

    @property
    def last_row(self) -> int:
        """The last row that holds a text; 0 for an empty sheet."""
        return max((row for row, _column in self.texts), default=0)

    @property
    def last_column(self) -> int:
        """The last column that holds a text; 0 for an empty sheet."""
        return max((column for _row, column in self.texts), default=0)


def role_name(role: Role) -> str:
    """What a role is called in the legend."""
    return {
        "header": _("Heading"),
        "unit": _("Unit or period"),
        "value": _("Figure read"),
        "total": _("Total or percentage: checked, not stored"),
        "ignored": _("Left out"),
        "asked": _("Waiting for your answer"),
        "wrong": _("Wrong, to be mended"),
        "text": _("Text"),
    }[role]


def pages_of(drawing: Drawing) -> int:
    """How many pages of `ROWS_SHOWN` rows the sheet has; at least one."""
    return max(1, -(-drawing.last_row // ROWS_SHOWN))


def page_of(row: int) -> int:
    """The page, from 1, on which a row stands."""
    return (max(row, 1) - 1) // ROWS_SHOWN + 1


def legend(drawing: Drawing) -> str:
    """The roles that occur on the sheet, as HTML: sign, colour and name."""
    present = {mark.role for mark in drawing.marks.values()}
    items = (f'<span class="cs-key cs-{role}"><b>{SIGNS[role]}</b> {escape(role_name(role))}</span>' for role in SIGNS if role in present)
    return f'<div class="cs-legend">{"".join(items)}</div>'


def picture(drawing: Drawing, page: int = 1, focus: Place | None = None) -> str:
    """One page of the sheet as an HTML table with column letters and row numbers; the cell `focus` is ringed."""
    first, columns = (page - 1) * ROWS_SHOWN + 1, min(drawing.last_column, COLUMNS_SHOWN)
    last = min(drawing.last_row, first + ROWS_SHOWN - 1)
    if not columns or last < first:
        return f'<p class="cs-note">{escape(_("This sheet is empty."))}</p>'
    spans, hidden = _spans(drawing.merges, first, last, columns)
    head = "".join(f'<th scope="col">{column_letters(c)}</th>' for c in range(1, columns + 1))
    body = "".join(
        f'<tr><th scope="row">{r}</th>{"".join(_cells(drawing, r, columns, spans, hidden, focus))}</tr>' for r in range(first, last + 1)
    )
    label = escape(_("Sheet {name}", name=drawing.name), quote=True)
    table = f'<table class="cs-sheet"><thead><tr><th></th>{head}</tr></thead><tbody>{body}</tbody></table>'
    return f'<div class="cs-frame" role="region" tabindex="0" aria-label="{label}">{table}</div>{_note(drawing, first, last, columns)}'


def _cells(
    drawing: Drawing, row: int, columns: int, spans: Mapping[Place, tuple[int, int, Place]], hidden: set[Place], focus: Place | None
) -> Iterator[str]:
    for column in range(1, columns + 1):
        if (row, column) in hidden:
            continue
        rows, wide, source = spans.get((row, column), (1, 1, (row, column)))
        mark = drawing.marks.get(source, Mark("text"))
        text = drawing.texts.get(source, "")
        yield _cell(text, mark, rows, wide, ringed=source == focus, address=f"{column_letters(source[1])}{source[0]}")


def _cell(text: str, mark: Mark, rows: int, columns: int, *, ringed: bool, address: str) -> str:
    span = (f' rowspan="{rows}"' if rows > 1 else "") + (f' colspan="{columns}"' if columns > 1 else "")
    ring = " cs-focus" if ringed else ""
    why = f"{address}: {role_name(mark.role)}. {mark.why}".strip() if mark.role != "text" else address
    sign = f"<sup>{SIGNS[mark.role]}</sup>" if mark.role in MARKED_IN_CELL else ""
    short = text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1] + "…"
    return f'<td class="cs-{mark.role}{ring}"{span} title="{escape(why, quote=True)}">{escape(short)}{sign}</td>'


def _spans(
    merges: tuple[tuple[int, int, int, int], ...], first: int, last: int, columns: int
) -> tuple[dict[Place, tuple[int, int, Place]], set[Place]]:
    """Merged areas cut to what is shown: the place that is drawn -> (rows, columns, where its text stands), and the places under it."""
    spans: dict[Place, tuple[int, int, Place]] = {}
    hidden: set[Place] = set()
    for row, column, rows, wide in merges:
        top, bottom, right = max(row, first), min(row + rows - 1, last), min(column + wide - 1, columns)
        if top > bottom or column > right:
            continue
        spans[top, column] = (bottom - top + 1, right - column + 1, (row, column))
        hidden |= {(r, c) for r in range(top, bottom + 1) for c in range(column, right + 1)} - {(top, column)}
    return spans, hidden


def _note(drawing: Drawing, first: int, last: int, columns: int) -> str:
    """What the page leaves out, said in one line; nothing when it shows all."""
    if first == 1 and last == drawing.last_row and columns == drawing.last_column:
        return ""
    said = _("Rows {first} to {last} of {rows}.", first=number(first), last=number(last), rows=number(drawing.last_row))
    if columns < drawing.last_column:
        said += " " + _("Columns 1 to {shown} of {columns}.", shown=number(columns), columns=number(drawing.last_column))
    return f'<p class="cs-note">{escape(said)}</p>'


def column_letters(column: int) -> str:
    """1 as A, 27 as AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def place_of(cell: str) -> Place | None:
    """`D14` as (14, 4); None when the text is no address of a cell."""
    letters = cell.rstrip("0123456789")
    digits = cell[len(letters) :]
    if not (letters.isascii() and letters.isalpha() and digits):
        return None
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - 64
    return int(digits), column
