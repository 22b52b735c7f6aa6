"""Several tables on one sheet: what the lines right over each table say of its unit and its period."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from catalogue.periods import Period
from loaders.opening.grid import Cell, Sheet
from loaders.understanding.dates.when import agree, statements
from loaders.understanding.headings.setaside import of_last_time
from loaders.understanding.names.whose import Named, stated
from loaders.understanding.texts.rowkinds import is_footer, names_hamlet
from loaders.understanding.texts.tables import Table
from loaders.understanding.texts.words import classes, plain

_COMPARES = re.compile(r"\bso (voi|sanh)\b")


@dataclass(frozen=True)
class Local:
    """What stands over one table: its commune and period, None where nothing or more than one is said; is it a plan, or of a hamlet."""

    unit: Named | None
    period: Period | None
    plan: bool
    hamlet: bool = False


def locals_of(sheet: Sheet, tables: list[Table], on: dt.date | None) -> list[Local]:
    """One for each table, in their order; all empty where the sheet has one table only."""
    if len(tables) < 2:
        return [Local(None, None, False) for _table in tables]
    return [_local(sheet, lines_over(sheet, tables, index), on) for index in range(len(tables))]


def lines_over(sheet: Sheet, tables: list[Table], index: int) -> list[Cell]:
    """The texts between a table and the one above it; none when nothing stands above."""
    table = tables[index]
    above = [t.data_last for t in tables if t is not table and t.data_last < table.header_first]
    top = max(above, default=-1) + 1
    cells = [c for row in range(top, table.header_first) for c in sheet.rows.get(row, ()) if c.is_text]
    return [c for c in cells if table.left <= c.col <= table.right and not (above and is_footer(c.text))]


def _local(sheet: Sheet, lines: list[Cell], on: dt.date | None) -> Local:
    said = [s for c in lines for s in statements(c.text, "line", sheet.name, c.address)]
    period = agree(said).period
    day = period.end("nd09") if period else on
    named = {n.unit.id: n for c in lines for n in stated(c.text, day) if n.unit and n.unit.level == "commune" and n.sure}
    plan = any("plan_title" in classes("lines.csv", c.text.lstrip("IVX1234567890.) ")) or _of_before(c.text) for c in lines[-2:])
    hamlet = bool(lines) and names_hamlet(lines[-1].text)
    return Local(next(iter(named.values())) if len(named) == 1 else None, period, plan, hamlet)


def _of_before(text: str) -> bool:
    """A caption of the figures of an earlier period, which compares nothing with them."""
    return of_last_time(text) and not _COMPARES.search(plain(text))


def apart(found: list[Local]) -> bool:
    """Whether the tables of a sheet speak of different communes."""
    return len({u.unit.unit.id for u in found if u.unit and u.unit.unit}) > 1
