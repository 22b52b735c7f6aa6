"""Drawn worlds for the tests of the figures: a few units, elements and indicators, and observations as small tables."""

from __future__ import annotations

import datetime as dt

import pandas as pd

from catalogue.elements import Element
from catalogue.indicators import Definition, Formula, Indicator
from catalogue.units import Units
from indicators.cube import Cube, cube_of
from indicators.words import Words

REORGANISED = "2025-07-01"
BASIS = {"flow": "in_period", "stock": "to_date"}


def element(code: str, kind: str, additive: bool = True, carries_over: bool = False) -> Element:
    return Element(code, code, code, "person", kind, additive, "A", BASIS[kind], (), carries_over)


def version(number: str, formula: str, start: str = "", end: str = "", variant: bool = False) -> Definition:
    above, _, below = formula.partition("/")
    day = {text: dt.date.fromisoformat(text) for text in (start, end) if text}
    return Definition(number, Formula.parse(above), Formula.parse(below) if below else None, day.get(start), day.get(end), (), "", variant)


def indicator(code: str, *versions: Definition, **changed) -> Indicator:
    facts = {
        "code": code, "group": "A", "name_vi": code, "name_en": code, "unit": "percent", "better": "up", "decimals": 1,
        "calendar": "nd09", "frequency": "month", "status": "core", "quota": False, "kind": "flow", "levels": "XHT",
        "sources": (), "versions": versions, "synonyms": (),
    }  # fmt: skip
    return Indicator(**{**facts, **changed})


def row(id: str, level: str, parent: str, start: str = "", end: str = "") -> list[str]:
    return [id, id.split(".")[0], id, "", level, parent, start, end, "", "", id]


def register(rows: list[list[str]], links: tuple[str, ...] = ()) -> Units:
    """`links` are written "old>new" for a whole unit and "old~new" for a part of one."""
    became = []
    for link in links:
        old, sign, new = link.partition(">") if ">" in link else link.partition("~")
        became.append([old, new, "whole" if sign == ">" else "part", REORGANISED, ""])
    return Units({r[0]: r for r in rows}, lambda: became, [], [])


def old(id: str, parent: str) -> list[str]:
    return row(id, "commune", parent, "", "2025-06-30")


def new(id: str, parent: str) -> list[str]:
    return row(id, "commune", parent, REORGANISED)


# The district D had a, b, c, d until 30/6/2025. Then a and b became X, c went on alone as Y, d became Z.
DISTRICT = register(
    [
        row("VN", "country", ""),
        row("P1", "province", "VN", "", "2025-06-30"),
        row("P2", "province", "VN", REORGANISED),
        row("D", "district", "P1", "", "2025-06-30"),
        *(old(id, "D") for id in "abcd"),
        *(new(id, "P2") for id in "XYZ"),
    ],
    ("a>X", "b>X", "c>Y", "d>Z"),
)

ELEMENTS = [
    element("online", "flow"),
    element("received", "flow"),
    element("late", "flow"),
    element("in_hand", "flow", carries_over=True),
    element("pending", "stock"),
    element("adults", "stock"),
    element("accounts", "stock"),
    element("score", "stock", additive=False),
]
INDICATORS = [
    indicator("online_rate", version("1", "online/received")),
    indicator("account_rate", version("1", "accounts/adults"), kind="stock"),
    indicator("pending_count", version("1", "pending"), unit="count", kind="stock", better="down"),
    indicator("late_count", version("1", "late"), unit="count", better="down"),
    indicator("mixed_rate", version("1", "online+pending/received")),
    indicator("late_of_in_hand_rate", version("1", "late/in_hand")),
    indicator("quarterly_flow_rate", version("1", "online/received"), frequency="quarter"),
    indicator("quarterly_rate", version("1", "accounts/adults"), kind="stock", frequency="quarter"),
    indicator("yearly_rate", version("1", "accounts/adults"), kind="stock", frequency="year"),
    indicator("score_points", version("1", "score"), unit="points", kind="stock"),
]


def words(units: Units = DISTRICT, *more: Indicator) -> Words:
    return Words({e.code: e for e in ELEMENTS}, {i.code: i for i in (*INDICATORS, *more)}, units)


def observations(drawn: str) -> pd.DataFrame:
    """Lines "unit period element value [basis]"; without a basis the element's own."""
    kinds = {e.code: e.kind for e in ELEMENTS}
    rows = []
    for number, line in enumerate(filter(None, map(str.strip, drawn.splitlines())), start=1):
        unit, period, code, value, *basis = line.split()
        natural = BASIS[kinds[code]] if code in kinds else "in_period"
        rows.append((unit, period, basis[0] if basis else natural, code, float(value), "S", f"B{number}", value, "accepted", number))
    columns = ["unit", "period", "basis", "element", "value", "sheet", "cell", "raw", "status", "submission"]
    return pd.DataFrame(rows, columns=columns).astype({"value": float})


def cube(drawn: str, units: Units = DISTRICT, *more: Indicator) -> Cube:
    return cube_of(observations(drawn), words(units, *more))
