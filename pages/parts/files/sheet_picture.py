"""A sheet as its sender sees it, each cell coloured by how it was understood: an escaped HTML table for a person to judge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import Literal

from catalogue.language import _, number
from loaders.opening.grid import Sheet, address, column_name

Role = Literal["source", "header", "label", "value", "total", "ignored", "kept", "asked", "wrong", "text"]
Place = tuple[int, int]

ROWS_SHOWN, COLUMNS_SHOWN, LONGEST_TEXT, SHORT_TEXT = 60, 40, 120, 10
UPRIGHT = 8
"""A sheet of more columns is printed on a page turned on its side."""
# Each role has a sign of its own, so that the picture can be read without its colours.
SIGNS: dict[Role, str] = {
    "source": "§",
    "header": "T",
    "label": "◆",
    "value": "✓",
    "total": "Σ",
    "ignored": "–",
    "kept": "=",
    "asked": "?",
    "wrong": "✕",
}
FOUND = "o-khung"
"""What a link that leads to the first ringed cell ends in."""
LEAST_NAMES = 3
"""How many names a column has, at least, that stays in sight while the others are moved along."""
SET_AS_FIGURES: tuple[Role, ...] = ("total", "ignored", "asked", "wrong")
MARKED_IN_CELL: tuple[Role, ...] = ("total", "kept", "asked", "wrong")


@dataclass(frozen=True, slots=True)
class Mark:
    """How one cell was understood, and the sentence that says so; `under` is what it was taken for before it was asked or found wrong."""

    role: Role
    why: str = ""
    under: Role = "text"


PLAIN = Mark("text")


@dataclass(frozen=True, slots=True)
class _Span:
    """A merged range cut to what is shown; `source` is where its text stands."""

    rows: int
    columns: int
    source: Place


def role_name(role: Role) -> str:
    """What a role is called in the legend."""
    return {
        "source": _("Unit and period are read here"),
        "header": _("Heading"),
        "label": _("Words of the table: names of rows, units of measure, notes"),
        "value": _("Figure read"),
        "total": _("Total or percentage: checked, not stored"),
        "ignored": _("Left out"),
        "kept": _("Earlier figure kept, not taken in"),
        "asked": _("Waiting for your answer"),
        "wrong": _("Wrong, to be mended"),
        "text": _("Text cell"),
    }[role]


def pages_of(sheet: Sheet) -> int:
    """How many pages of `ROWS_SHOWN` rows the sheet has; at least one."""
    return max(1, -(-sheet.n_rows // ROWS_SHOWN))


def page_of(place: Place) -> int:
    """The page, from 1, on which a place stands."""
    return place[0] // ROWS_SHOWN + 1


def legend(marks: Iterable[Mark]) -> str:
    """The roles that occur, as HTML: sign, colour and name."""
    present = {mark.role for mark in marks}
    items = (f'<span class="cs-key cs-{role}"><b>{SIGNS[role]}</b> {escape(role_name(role))}</span>' for role in SIGNS if role in present)
    return f'<div class="cs-legend">{"".join(items)}</div>'


def picture(sheet: Sheet, marks: Mapping[Place, Mark], page: int = 1, focus: Collection[Place] = ()) -> str:
    """One page of the sheet as an HTML table with column letters and row numbers; those of `focus` are ringed, a link finds the first."""
    first, columns = (page - 1) * ROWS_SHOWN, min(sheet.n_cols, COLUMNS_SHOWN)
    last = min(sheet.n_rows, first + ROWS_SHOWN)
    if not columns or last <= first:
        return f'<p class="cs-note">{escape(_("This sheet is empty."))}</p>'
    spans, covered = _spans(sheet, range(first, last), columns)
    names_in = _column_of_names(sheet, marks, range(first, last))
    head = "".join(f'<th scope="col"{_looks(c in sheet.hidden_cols, c == names_in)}>{column_name(c)}</th>' for c in range(columns))
    names = (f'<th scope="row"{_looks(r in sheet.hidden_rows)}>{r + 1}</th>' for r in range(first, last))
    drawn = ("".join(_row(sheet, marks, r, columns, spans, covered, focus, names_in)) for r in range(first, last))
    body = "".join(f"<tr>{name}{cells}</tr>" for name, cells in zip(names, drawn, strict=True))
    label = escape(_("Sheet {name}", name=sheet.name), quote=True)
    table = f'<table class="cs-sheet" lang="vi"><thead><tr><th></th>{head}</tr></thead><tbody>{body}</tbody></table>'
    broad = " cs-broad" if columns > UPRIGHT else ""
    return f'<div class="cs-frame{broad}" role="region" tabindex="0" aria-label="{label}">{table}</div>{_note(sheet, first, last, columns)}'


def _column_of_names(sheet: Sheet, marks: Mapping[Place, Mark], rows: range) -> int | None:
    """The column that says whose or of what the rows are: the first of those with most words among the labels of the table."""
    told: Counter[int] = Counter()
    for (row, col), mark in sorted(marks.items()):
        cell = sheet.cell(row, col) if row in rows and "label" in (mark.role, mark.under) else None
        if cell is not None and any(letter.isalpha() for letter in cell.text):
            told[col] += len(cell.text.strip()) > 1
    most = max(told.values(), default=0)
    return min((col for col, many in told.items() if 2 * many > most), default=None) if most >= LEAST_NAMES else None


def _looks(hidden: bool, named: bool = False) -> str:
    """The looks of the name of a row or column: of one that the sender hid, of the one that stays in sight."""
    title = f' title="{escape(_("Hidden in the file"), quote=True)}"' if hidden else ""
    looks = " ".join(look for look, so in (("cs-hidden", hidden), ("cs-name", named)) if so)
    return f' class="{looks}"{title}' if looks else ""


def _row(
    sheet: Sheet,
    marks: Mapping[Place, Mark],
    row: int,
    columns: int,
    spans: Mapping[Place, _Span],
    covered: set[Place],
    focus: Collection[Place],
    names_in: int | None,
) -> Iterator[str]:
    for column in range(columns):
        if (row, column) not in covered:
            span = spans.get((row, column), _Span(1, 1, (row, column)))
            cell = sheet.cell(*span.source)
            yield _cell(
                cell.raw if cell else "",
                marks.get(span.source, PLAIN),
                span,
                ringed=[*focus].index(span.source) + 1 if span.source in focus else 0,
                named=column == names_in and span.columns == 1,
            )


def _cell(text: str, mark: Mark, span: _Span, *, ringed: int, named: bool = False) -> str:
    """`ringed`: 0, or which of the ringed cells it is; `named`: it stands in the column that names the rows."""
    size = (f' rowspan="{span.rows}"' if span.rows > 1 else "") + (f' colspan="{span.columns}"' if span.columns > 1 else "")
    where = address(*span.source)
    why = f"{where}: {role_name(mark.role)}. {mark.why}".strip() if mark.role != "text" or text else where
    sign = f"<sup>{SIGNS[mark.role]}</sup>" if mark.role in MARKED_IN_CELL else ""
    short = text
    if len(text) > LONGEST_TEXT:
        short, why = text[: LONGEST_TEXT - 1] + "…", f"{why}\n{text}"
    looks = f"cs-{mark.role}{_set(text, mark)}{' cs-focus' if ringed else ''}{' cs-name' if named else ''}"
    found = f' id="{FOUND}"' if ringed == 1 else ""
    return f'<td class="{looks}"{found}{size} title="{escape(why, quote=True)}">{escape(short)}{sign}</td>'


def _set(text: str, mark: Mark) -> str:
    """How a cell in doubt or left out is set: words as words are, a heading as a heading, not as the figures beside it."""
    if mark.under == "header":
        return " cs-heading"
    return " cs-words" if mark.role in SET_AS_FIGURES and text.lstrip("(“")[:1].isalpha() else ""


def _spans(sheet: Sheet, rows: range, columns: int) -> tuple[dict[Place, _Span], set[Place]]:
    """Merged ranges cut to what is shown, by the place where each is drawn, and the places under them."""
    spans: dict[Place, _Span] = {}
    covered: set[Place] = set()
    for merge in sheet.merges:
        top, bottom, right = max(merge.top, rows.start), min(merge.bottom, rows.stop - 1), min(merge.right, columns - 1)
        if top <= bottom and merge.left <= right:
            spans[top, merge.left] = _Span(bottom - top + 1, right - merge.left + 1, (merge.top, merge.left))
            covered |= {(r, c) for r in range(top, bottom + 1) for c in range(merge.left, right + 1)} - {(top, merge.left)}
    for row in rows:
        for place, span in _running_over(sheet, row, columns, spans, covered):
            spans[place] = span
            covered |= {(row, place[1] + further) for further in range(1, span.columns)}
    return spans, covered


def _running_over(sheet: Sheet, row: int, columns: int, spans: Mapping[Place, _Span], covered: set[Place]) -> Iterator[tuple[Place, _Span]]:
    """A long text alone in its row runs over the empty cells beside it, as in the program it was typed in."""
    cells = sheet.rows.get(row, [])
    if len(cells) != 1 or len(cells[0].text) <= SHORT_TEXT:
        return
    place = row, cells[0].col
    free = [(row, col) for col in range(place[1], columns)]
    if free and not any(one in covered or one in spans for one in free):
        yield place, _Span(1, len(free), place)


def _note(sheet: Sheet, first: int, last: int, columns: int) -> str:
    """What the page leaves out and what the sender hid, said in one line; nothing when it shows all and nothing was hidden."""
    said = []
    if first or last < sheet.n_rows or columns < sheet.n_cols:
        said.append(_("Rows {first} to {last} of {rows}.", first=number(first + 1), last=number(last), rows=number(sheet.n_rows)))
    if columns < sheet.n_cols:
        said.append(_("Columns 1 to {shown} of {columns}.", shown=number(columns), columns=number(sheet.n_cols)))
    rows = [str(row + 1) for row in sorted(sheet.hidden_rows) if first <= row < last]
    if rows:
        said.append(_("Rows hidden in the file: {rows}.", rows=", ".join(rows)))
    cols = [column_name(col) for col in sorted(sheet.hidden_cols) if col < columns]
    if cols:
        said.append(_("Columns hidden in the file: {columns}.", columns=", ".join(cols)))
    return f'<p class="cs-note">{escape(" ".join(said))}</p>' if said else ""
