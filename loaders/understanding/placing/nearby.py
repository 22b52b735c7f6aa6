"""Several tables on one sheet: what the lines right over each table say of its unit and its period."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from catalogue.periods import Period
from loaders.opening.grid import Cell, Sheet
from loaders.understanding.dates.when import Statement, agree, statements
from loaders.understanding.headings.columns import role_of
from loaders.understanding.headings.setaside import of_last_time
from loaders.understanding.names.stated import stated
from loaders.understanding.names.whose import Named, commune
from loaders.understanding.placing.titles import asks_unit
from loaders.understanding.texts.rowkinds import is_footer, names_hamlet
from loaders.understanding.texts.tables import Table
from loaders.understanding.texts.words import classes, plain

_YEAR_ALONE = re.compile(r"(?:[ivx\d]+[.)] ?)?(?:so lieu |ket qua |thuc hien )*(?:cua |trong )?nam (20[12]\d)")
_ASKS_COMMUNE = re.compile(r"(?:ten )?(?:ubnd )?(?:xa|phuong|thi tran|dac khu)(?: ?/ ?(?:xa|phuong|thi tran|dac khu))*(?: bao cao)?")
_COMPARES = re.compile(r"\bso (voi|sanh)\b")


@dataclass(frozen=True)
class Local:
    """What stands over one table: its commune and period, None where nothing or more than one is said; is it a plan, or of a hamlet;
    over which time its figures run ("in_period", "year_to_date"), where the caption right over it says so; is a label that asks for a
    commune left without one we know."""

    unit: Named | None
    period: Period | None
    plan: bool
    hamlet: bool = False
    basis: str = ""
    open: bool = False


def locals_of(sheet: Sheet, tables: list[Table], on: dt.date | None) -> list[Local]:
    """One for each table, in their order; all empty where the sheet has one table only."""
    if len(tables) < 2:
        return [Local(None, None, False) for _table in tables]
    captions = captions_beside(sheet, tables)
    return [_local(sheet, lines_over(sheet, tables, index), on, captions.get(index)) for index in range(len(tables))]


def captions_beside(sheet: Sheet, tables: list[Table]) -> dict[int, Cell]:
    """The captions of tables that stand side by side: one right over each of them, in the same row."""
    over = {
        i: [c for c in sheet.rows.get(t.header_first - 1, ()) if c.is_text and t.left <= c.col <= t.right] for i, t in enumerate(tables)
    }
    alone = {i: cells[0] for i, cells in over.items() if len(cells) == 1}
    rows = [c.row for c in alone.values()]
    return {i: c for i, c in alone.items() if rows.count(c.row) > 1}


def lines_over(sheet: Sheet, tables: list[Table], index: int) -> list[Cell]:
    """The texts between a table and the one above it; none when nothing stands above."""
    table = tables[index]
    above = [t.data_last for t in tables if t is not table and t.data_last < table.header_first]
    top = max(above, default=-1) + 1
    cells = [c for row in range(top, table.header_first) for c in sheet.rows.get(row, ()) if c.is_text]
    return [c for c in cells if table.left <= c.col <= table.right and not (above and is_footer(c.text))]


def _local(sheet: Sheet, lines: list[Cell], on: dt.date | None, beside: Cell | None) -> Local:
    said = [s for c in lines for s in statements(c.text, "line", sheet.name, c.address)]
    own = statements(beside.text, "line", sheet.name, beside.address) if beside else []
    years = [Statement("line", "", "", "", Period(on.year, "year"), "year", 1, None, 1)] if on else []
    period = _year_alone(lines) or agree([*own, *years] if own else said).period
    day = period.end("nd09") if period else on
    named = {n.unit.id: n for n in _units_over(lines, day) if n.unit and n.unit.level == "commune" and n.sure}
    plan = any("plan_title" in classes("lines.csv", c.text.lstrip("IVX1234567890.) ")) or _of_before(c.text) for c in lines[-2:])
    hamlet = bool(lines) and names_hamlet(lines[-1].text)
    plan = plan or (beside is not None and role_of(plain(beside.text)) == "plan")
    basis = role_of(plain(lines[-1].text).strip("1234567890.)( ")) if lines else ""
    unit = next(iter(named.values())) if len(named) == 1 else None
    unnamed = not named and any(_ASKS_COMMUNE.fullmatch(plain(c.text).strip(" :.")) for c in lines)
    return Local(unit, period, plan, hamlet, basis if basis in ("in_period", "year_to_date") else "", unnamed)


def _units_over(lines: list[Cell], on: dt.date | None) -> list[Named]:
    """The units that the texts over a table name, each label that asks for one read with the cell to its right."""
    return [n for c in lines for n in units_beside(c, next((d for d in lines if d.row == c.row and d.col > c.col), None), on)]


def units_beside(cell: Cell, right: Cell | None, on: dt.date | None) -> list[Named]:
    """The units that a text names, the cell to its right read with a label that asks for one ("Commune" | "Dak Ha")."""
    if right is None or not asks_unit(cell.text):
        return list(stated(cell.text, on))
    named = commune(right.text, on)
    alone = [named] if (named.unit or named.candidates) and not named.far else []
    return list(stated(right.text, on)) or alone or list(stated(f"{cell.text} {right.text}", on))


def _year_alone(lines: list[Cell]) -> Period | None:
    """The year that the caption right over a table is and nothing more."""
    found = _YEAR_ALONE.fullmatch(plain(lines[-1].text).strip(" .:()")) if lines else None
    return Period(int(found[1]), "year") if found else None


def _of_before(text: str) -> bool:
    """A caption of the figures of an earlier period, which compares nothing with them."""
    return of_last_time(text) and not _COMPARES.search(plain(text))


def apart(found: list[Local]) -> bool:
    """Whether the tables of a sheet speak of different communes, or some of one and others of one that nobody knows."""
    named = {u.unit.unit.id for u in found if u.unit and u.unit.unit}
    return len(named) > 1 or (bool(named) and any(u.open for u in found))
