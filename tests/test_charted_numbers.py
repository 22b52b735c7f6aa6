"""Numbers taken at random from charts and tables, made anew from the cells of the files as they were sent, by another reader."""

from __future__ import annotations

import csv
import datetime as dt
import io
import random
import re
from functools import cache

import openpyxl
import pytest
import python_calamine
from pages_drawn import shown

from catalogue.elements import elements
from catalogue.indicators import indicators
from catalogue.periods import Period
from demo import arrivals, filling
from indicators.trace import trace
from pages.parts import data, names
from pages.parts.figures import subject, trend
from pages.parts.filters import Filters
from store import open_store

ROOT = "610.1"
SPANS = [(dt.date(2025, 6, 10), dt.date(2025, 8, 20)), (dt.date(2026, 7, 10), dt.date(2026, 10, 31))]
LOOKED_AT = [("2026-M10", "current"), ("2026-M09", "reported"), ("2025-M06", "current"), ("2025-M06", "reported"), ("2026-Q3", "current")]
HOW_MANY, A_CHOICE = 250, 8


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """The demonstration's returns of some months around the reorganisation and before the last."""
    folder = tmp_path_factory.mktemp("charted")
    store = open_store(f"sqlite:///{folder / 'store.db'}", folder / "originals")
    store.initialise()
    sent = [one for one in arrivals.returns() if any(first <= one.sent <= last for first, last in SPANS)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(arrivals, "returns", lambda: sent)
        filling.fill(store, folder / "files")
    store.close()
    with shown(folder) as store:
        yield store


def charted() -> list[tuple[str, str, str, str, float]]:
    """(indicator, unit, period, boundaries, value) of what charts and rankings show for the choices looked at."""
    shown = []
    codes = [code for code, one in indicators().items() if one.status != "legacy" and one.sources != ("SYS",)]
    drawing = random.Random(7)
    for text, boundaries in LOOKED_AT:
        filters = Filters(ROOT, ROOT, Period.parse(text), boundaries, data.version())
        for code in drawing.sample(_told(filters, codes), A_CHOICE):
            asked = subject.Asked(filters.key, filters, code, filters.version, "vi")
            drawn = trend.trend(*asked, "#000")
            labels = {names.short(period): period for period in _near(filters.period, code)}
            for label, value in zip(*list(drawn.table.values())[:2], strict=True):
                if value is not None and label in labels:
                    shown.append((code, ROOT, str(labels[label]), boundaries, value))
            for line in subject.ranking(*asked)[0]:
                if line.value is not None:
                    there = dict(re.findall(r"([\w-]+)=([^&]+)", line.trace.partition("?")[2]))
                    shown.append((code, there["don-vi"], there["ky"], boundaries, line.value))
    return shown


def _told(filters: Filters, codes: list[str]) -> list[str]:
    """The indicators that have a figure for the choice."""
    table = data.standing((ROOT,), (str(filters.period),), tuple(codes), filters.boundaries, filters.version)
    return table.loc[table["value"].notna(), "indicator"].tolist()


def _near(period: Period, code: str) -> list[Period]:
    kind = indicators()[code].frequency
    last = period if period.kind == kind or kind == "month" else None
    return [period.shift(-back) for back in range(24)] if last else []


@cache
def book(sha256: str) -> dict[str, list[list[object]]]:
    """The sheets of a file as rows of values, read without our loaders."""
    content = data.store().original(sha256)
    if content[:2] == b"PK":
        opened = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
        return {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in opened}
    if content[:4] == b"\xd0\xcf\x11\xe0":
        opened = python_calamine.load_workbook(io.BytesIO(content))
        return {sheet: opened.get_sheet_by_name(sheet).to_python(skip_empty_area=False) for sheet in opened.sheet_names}
    text = content.decode("utf-8-sig")
    if text.startswith("<html"):
        return {"": [re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row) for row in re.findall(r"<tr>(.*?)</tr>", text, re.DOTALL)]}
    return {"": list(csv.reader(io.StringIO(text), delimiter=max(";,\t", key=text.count)))}


def typed(number: int, sheet: str, cell: str) -> float:
    """What stands in a cell (or cells joined by +) of a return."""
    sent = data.store().submission(number)
    sheets = book(sent.sha256)
    rows = sheets.get(sheet) or next(iter(sheets.values()))
    return sum(_number(rows, one) for one in cell.split(" + "))


def _number(rows: list[list[object]], cell: str) -> float:
    column, row = re.fullmatch(r"([A-Z]+)(\d+)", cell).groups()
    place = 0
    for letter in column:
        place = 26 * place + ord(letter) - 64
    value = rows[int(row) - 1][place - 1]
    if isinstance(value, int | float):
        return float(value)
    text = re.sub(r"[^\d.,-]", "", str(value))
    text = text.replace(".", "") if re.fullmatch(r"-?\d{1,3}(\.\d{3})+(,\d+)?", text) else text
    return float(text.replace(",", "."))


def anew(code: str, unit: str, period: str, boundaries: str) -> float | None:
    """The value from the cells alone: each side added up, then divided. None where the way leads to no cell of a file."""
    rows = trace(data.cube(data.version()), code, unit, period, boundaries=boundaries).rows
    if rows.empty or not rows["submission"].all():
        return None
    sides = {"numerator": 0.0, "denominator": 0.0, "percentage": 0.0}
    for row in rows.to_dict("records"):
        found = typed(int(row["submission"]), row["sheet"], row["cell"])
        money = row["element"] in elements() and elements()[row["element"]].unit == "vnd"
        assert row["value"] in ([found * scale for scale in (1, 1e3, 1e6)] if money else [found]), row
        sides[row["side"]] += row["sign"] * row["value"]
    if "percentage" in set(rows["side"]):
        return sides["percentage"]
    return 100 * sides["numerator"] / sides["denominator"] if indicators()[code].unit == "percent" else sides["numerator"]


@pytest.mark.timeout(240)
def test_charted_numbers_are_those_of_the_cells(filled):
    everything = charted()
    assert len(everything) > HOW_MANY
    checked, unlike = 0, []
    for code, unit, period, boundaries, value in random.Random(4).sample(everything, HOW_MANY):
        made = anew(code, unit, period, boundaries)
        checked += made is not None
        if made is not None and made != pytest.approx(value, abs=1e-9):
            unlike.append((code, unit, period, boundaries, value, made))
    assert unlike == []
    assert checked > 0.9 * HOW_MANY
