"""Reading observations as tables: numbers are fetched straight into arrays, texts stand in categories."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import BigInteger, ColumnElement, Connection, FromClause, Select, Table, cast, select

from store import dimensions, moments
from store.schema import BASES, STATUSES, element, observation, period, sheet, submission, unit

MANY = 400
"""Above this many units a filter reads all of them and picks afterwards."""

UNIT, BASIS, ELEMENT, PERIOD = 0, 31, 33, 48
"""Where each number begins in the key of a cell, in bits: a unit is below 2**31, an element and a period below 2**15."""

_DIMENSIONS: tuple[tuple[str, Table], ...] = (("unit", unit), ("period", period), ("element", element))
_KEYED = np.dtype([("key", "i8"), ("value", "f8")])
_NUMBERS = np.dtype(
    [("unit", "i4"), ("period", "i2"), ("basis", "i1"), ("element", "i2"), ("value", "f8"), ("status", "i1"), ("submission", "i4")]
)
_NARROW = [observation.c[name] for name in ("unit_id", "period_id", "basis", "element_id", "value", "status", "submission_id")]
COLUMNS = ("unit", "period", "basis", "element", "value", "sheet", "cell", "raw", "status", "submission")


def observations(
    connection: Connection,
    *,
    periods: Collection[str] | None,
    elements: Collection[str] | None,
    units: Collection[str] | None,
    submission: int | None,
    status: str | None,
    current: bool,
    places: bool,
    moment: dt.datetime | None = None,
) -> pd.DataFrame:
    """The cells asked for, in the order of period, element and unit; see Store.observations."""
    wanted = {"period": periods, "element": elements, "unit": units}
    known = {name: dimensions.codes(connection, table) for name, table in _DIMENSIONS}
    ids = {name: None if wanted[name] is None else _ids(known[name], wanted[name] or ()) for name in known}
    query = _query(ids, known, submission, status, current and moment is None)
    if not places:
        return _keyed(_fetch_keyed(connection, query, moment), known, _many(ids["unit"]))
    frame, rest = _fetch(connection, query, moment)
    if (many := _many(ids["unit"])) is not None:
        kept = np.isin(frame["unit"], many)
        frame, rest = frame[kept], [column[kept] for column in rest]
    return _table(connection, frame, rest, known)


def _many(units: list[int] | None) -> list[int] | None:
    """The units to pick afterwards, None where the query has picked them."""
    return units if units is not None and len(units) > MANY else None


def _ids(known: dict[int, str], codes: Collection[str]) -> list[int]:
    wanted = {str(code) for code in codes}
    return [number for number, code in known.items() if code in wanted]


def _query(
    ids: dict[str, list[int] | None], known: dict[str, dict[int, str]], number: int | None, status: str | None, current: bool
) -> Select:
    """Every level of the key above the last one asked for is named in full, so that each engine seeks instead of scanning."""
    c = observation.c
    query = select(*_NARROW).order_by(c.period_id, c.element_id, c.unit_id, c.submission_id, c.place)
    few_units = ids["unit"] if ids["unit"] is not None and len(ids["unit"]) <= MANY else None
    levels = [(c.period_id, "period", ids["period"]), (c.element_id, "element", ids["element"]), (c.unit_id, "unit", few_units)]
    asked = [i for i, (_, _, some) in enumerate(levels) if some is not None]
    if number is None and asked:
        for column, name, some in levels[: asked[-1] + 1]:
            query = query.where(column.in_(list(known[name]) if some is None else some))
    else:
        query = query.where(*(column.in_(some) for column, _, some in levels if some is not None))
    if number is not None:
        query = query.where(c.submission_id == number)
    if status is not None:
        query = query.where(c.status == STATUSES.index(status))
    return query.where(c.current == 1) if current else query


def _fetch_keyed(connection: Connection, query: Select, moment: dt.datetime | None) -> np.ndarray:
    """Key and value of every cell: two columns cross from the database twice as fast as their five."""
    c = observation.c
    if moment is None:
        keyed = query.with_only_columns(_key(observation), c.value)
    else:
        kept = moments.kept_then(connection, query, moment).order_by(None).subquery("kept")
        keyed = select(_key(kept), kept.c.value).order_by(kept.c.period_id, kept.c.element_id, kept.c.unit_id)
    cursor: Any = connection.execute(keyed).cursor
    return np.fromiter(cursor, dtype=_KEYED)


def _key(rows: FromClause) -> ColumnElement[int]:
    """Period, element, basis and unit of a cell as one whole number."""
    c = rows.c
    placed = [(c.period_id, PERIOD), (c.element_id, ELEMENT), (c.basis, BASIS)]
    key: ColumnElement[int] = cast(c.unit_id, BigInteger)
    for column, bits in placed:
        key = key + cast(column, BigInteger) * (1 << bits)
    return key


def _keyed(cells: np.ndarray, known: dict[str, dict[int, str]], units: list[int] | None) -> pd.DataFrame:
    """The cells as a table without places; of `units` alone when that is given."""
    if units is not None:
        cells = cells[np.isin(_part(cells["key"], UNIT, BASIS), units)]
    key = cells["key"]
    columns = {
        "unit": _category(_part(key, UNIT, BASIS), known["unit"]),
        "period": _category(key >> PERIOD, known["period"]),
        "basis": _listed(_part(key, BASIS, ELEMENT), BASES),
        "element": _category(_part(key, ELEMENT, PERIOD), known["element"]),
        "value": cells["value"].copy(),
    }
    return pd.DataFrame(columns, copy=False)


def _part(key: np.ndarray, first: int, end: int) -> np.ndarray:
    return (key >> first) & ((1 << (end - first)) - 1)


def _fetch(connection: Connection, query: Select, moment: dt.datetime | None) -> tuple[np.ndarray, list[np.ndarray]]:
    """The numbers as one structured array; sheet number, cell and raw text as three more."""
    c = observation.c
    wide = query.add_columns(c.sheet_id, c.cell, c.raw)
    cursor: Any = connection.execute(wide if moment is None else moments.kept_then(connection, wide, moment)).cursor
    fetched = cursor.fetchall()
    columns = list(zip(*fetched, strict=True)) if fetched else [()] * (len(_NARROW) + 3)
    numbers = np.empty(len(fetched), dtype=_NUMBERS)
    for name, column in zip(_NUMBERS.names or (), columns, strict=False):
        numbers[name] = column
    return numbers, [np.array(columns[-3], dtype="i4"), np.array(columns[-2], dtype=object), np.array(columns[-1], dtype=object)]


def _table(connection: Connection, numbers: np.ndarray, rest: list[np.ndarray], known: dict[str, dict[int, str]]) -> pd.DataFrame:
    columns: dict[str, Any] = {name: _category(numbers[name], known[name]) for name in known}
    columns["basis"] = _listed(numbers["basis"], BASES)
    columns["status"] = _listed(numbers["status"], STATUSES)
    columns["value"], columns["submission"] = numbers["value"].copy(), numbers["submission"].copy()
    columns["sheet"] = _category(rest[0], dimensions.codes(connection, sheet))
    columns["cell"], columns["raw"] = rest[1], rest[2]
    return pd.DataFrame({name: columns[name] for name in COLUMNS})


def _listed(numbers: np.ndarray, texts: tuple[str, ...]) -> pd.Categorical:
    """Numbers as a category of a fixed list of texts."""
    return pd.Categorical.from_codes(numbers.astype("i1"), pd.Index(texts, dtype="str"))


def _category(numbers: np.ndarray, known: dict[int, str]) -> pd.Categorical:
    """Numbers as a category of the texts that occur, in the order of the texts."""
    there = np.zeros(max(known, default=0) + 1, dtype=bool)
    there[numbers] = True
    present = np.flatnonzero(there)
    texts = np.array([known[number] for number in present.tolist()], dtype=object)
    order = np.argsort(texts)
    place = np.zeros(len(there), dtype=np.min_scalar_type(-len(there)))
    place[present[order]] = np.arange(len(order))
    return pd.Categorical.from_codes(place[numbers], pd.Index(texts[order], dtype="str"))


def history(connection: Connection, unit_code: str, period_code: str, element_code: str) -> pd.DataFrame:
    """Every version of one value, the oldest first; see Store.observation_history."""
    o, s = observation.c, submission.c
    query = (
        select(
            o.submission_id.label("submission"), o.basis, o.value, o.status, o.current,
            s.state, s.state_reason, s.accepted_order, s.received_at,
            s.received_by, s.file_name, s.sha256, sheet.c.code.label("sheet"), o.cell, o.raw,
        )
        .join(submission, s.id == o.submission_id).join(sheet, sheet.c.id == o.sheet_id).join(unit, unit.c.id == o.unit_id)
        .join(period, period.c.id == o.period_id).join(element, element.c.id == o.element_id)
        .where(unit.c.code == unit_code, period.c.code == period_code, element.c.code == element_code)
        .order_by(o.submission_id, o.place)
    )  # fmt: skip
    frame = pd.DataFrame([dict(row) for row in connection.execute(query).mappings()], columns=[c.key for c in query.selected_columns])
    frame["basis"] = [BASES[n] for n in frame["basis"]]
    frame["status"] = [STATUSES[n] for n in frame["status"]]
    frame["current"] = frame["current"].astype(bool)
    return frame
