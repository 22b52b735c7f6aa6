"""Reading observations as tables: numbers are fetched straight into arrays, texts stand in categories."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import Connection, Select, Table, select

from store import dimensions, moments
from store.schema import BASES, STATUSES, element, observation, period, sheet, submission, unit

MANY = 400
"""Above this many units a filter reads all of them and picks afterwards."""

_DIMENSIONS: tuple[tuple[str, Table], ...] = (("unit", unit), ("period", period), ("element", element))
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
    frame, rest = _fetch(connection, query, places, moment)
    if ids["unit"] is not None and len(ids["unit"]) > MANY:
        kept = np.isin(frame["unit"], ids["unit"])
        frame, rest = frame[kept], [column[kept] for column in rest]
    return _table(connection, frame, rest, known)


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


def _fetch(connection: Connection, query: Select, places: bool, moment: dt.datetime | None) -> tuple[np.ndarray, list[np.ndarray]]:
    """The numbers as one structured array; sheet number, cell and raw text as three more when `places`."""
    c = observation.c
    wide = query.add_columns(c.sheet_id, c.cell, c.raw) if places else query
    cursor: Any = connection.execute(wide if moment is None else moments.kept_then(connection, wide, moment)).cursor
    if not places:
        return np.fromiter(cursor, dtype=_NUMBERS), []
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
    if rest:
        columns["sheet"] = _category(rest[0], dimensions.codes(connection, sheet))
        columns["cell"], columns["raw"] = rest[1], rest[2]
    return pd.DataFrame({name: columns[name] for name in COLUMNS if name in columns})


def _listed(numbers: np.ndarray, texts: tuple[str, ...]) -> pd.Categorical:
    """Numbers as a category of a fixed list of texts."""
    return pd.Categorical.from_codes(numbers.astype("i1"), pd.Index(texts, dtype="str"))


def _category(numbers: np.ndarray, known: dict[int, str]) -> pd.Categorical:
    """Numbers as a category of the texts that occur, in the order of the texts."""
    present, codes = np.unique(numbers, return_inverse=True)
    texts = [known[number] for number in present.tolist()]
    order = np.argsort(np.array(texts, dtype=object)) if texts else np.array([], dtype=int)
    place = np.empty(len(order), dtype=int)
    place[order] = np.arange(len(order))
    return pd.Categorical.from_codes(place[codes] if texts else codes, pd.Index([texts[i] for i in order], dtype="str"))


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
