"""Workbooks to read: one large return, many small ones, one national table; fixed by a seed, each written once a run.

Every unit borrows the numbers of a unit and month of the demo, so that shares stay below their wholes and balances hold.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from catalogue.elements import Element, elements
from catalogue.language import day
from catalogue.periods import Period
from catalogue.units import COUNTRY, Unit, units
from demo.books import xlsx
from demo.declarations import form, places, rules, settings, units_of
from demo.heading import words
from demo.paper import Paper
from demo.world import history

PERIOD = Period.parse("2026-M09")


def communes(within: str = COUNTRY) -> list[Unit]:
    """The communes below a unit in the measured month."""
    return list(units().communes_under(within, PERIOD.end()))


def of_then(unit: Unit, period: Period) -> Unit:
    """The unit that reported for a commune of today in an earlier month: before a merger the first of those that became it."""
    return unit if unit.exists(period.end()) else units()[units().predecessors(unit.id)[0].old]


def province() -> str:
    """The province that the demo lies in."""
    return units().path(units_of(settings().last)[0])[1].id


def counted() -> list[Element]:
    """The elements that the demo has numbers of."""
    return [elements()[rule.name] for rule in rules() if rule.name in elements()]


def borrowed(seed: str) -> dict[str, int]:
    """One consistent set of counts."""
    chance = random.Random(seed)
    unit = chance.choice([place.unit for place in places().values() if place.sizes])
    at = chance.randrange(len(settings().months))
    return {name: values[at] for name, values in history(unit).items()}


def distinct(seed: str) -> dict[str, int]:
    """One consistent set of counts like no other: some of those borrowed added up, which keeps every sum, part and rate possible."""
    sets = [(weight, borrowed(f"{seed} {weight}")) for weight in (1, 2, 3, 5)]
    return {name: sum(weight * numbers[name] for weight, numbers in sets) for name in sets[0][1]}


def large(folder: Path) -> Path:
    """One return of 12 sheets (a month each), each 60 rows by 12 columns: a commune a row, ten counts across."""
    path = folder / "large.xlsx"
    book = Workbook()
    book.remove(book.worksheets[0])
    for number in range(12):
        period = PERIOD.shift(number - 11)
        _table(book.create_sheet(f"T{period.number}.{period.year}"), communes(province())[:60], counted()[4:14], period)
    book.save(path)
    return path


def national(folder: Path) -> Path:
    """One table of every commune of the country by 60 counts, with a column of official codes."""
    path = folder / "national.xlsx"
    book = Workbook()
    _table(book.worksheets[0], communes(), counted()[:60], PERIOD, codes=True)
    book.save(path)
    return path


def _said(name: str, period: Period) -> str:
    filled = {"month": period.number, "year": period.year, "first": day(period.start()), "last": day(period.end())}
    return words()["bench"][name].format(**filled)


def _table(sheet: Worksheet, rows: Sequence[Unit], asked: Sequence[Element], period: Period, codes: bool = False) -> None:
    head = [words()["order"], *([_said("code", period)] if codes else []), _said("unit", period)]
    for line in ([_said("title", period)], [_said("period", period)], [], [*head, _said("group", period)]):
        sheet.append(line)
    sheet.append([*(None for _ in head), *(element.name_vi for element in asked)])
    for column in range(1, len(head) + 1):
        sheet.merge_cells(start_row=4, start_column=column, end_row=5, end_column=column)
    sheet.merge_cells(start_row=4, start_column=len(head) + 1, end_row=4, end_column=len(head) + len(asked))
    for order, unit in enumerate(rows, start=1):
        numbers = distinct(f"{unit.id} {period}")
        sheet.append([order, *([unit.code] if codes else []), unit.name, *(numbers[element.code] for element in asked)])


def small(folder: Path, number: int) -> list[Path]:
    """Returns of one commune and month each, dressed as communes dress them: those of the demo's province, month after month."""
    declared = form("bc_ke_hoach")
    today = communes(province())
    senders = [(of_then(unit, PERIOD.shift(-back)), PERIOD.shift(-back)) for back in range(1 + number // len(today)) for unit in today]
    paths = []
    for unit, period in senders[:number]:
        paths.append(folder / f"{unit.code}-{period}.xlsx")
        paths[-1].write_bytes(xlsx([_small(unit, period, declared)], settings().mark))
    return paths


def _small(unit: Unit, period: Period, declared: dict) -> Paper:
    said = words()
    numbers = next(found for at in range(99) if (found := borrowed(f"{unit.id} {period} {at}"))["received_carried_over"])
    paper = Paper("Bieu 01")
    for row, name in enumerate((units()[unit.parent].name, unit.name), start=1):
        paper.put(row, 1, said["bench"]["body"].format(name=name), "bold", to=(row, 3))
    paper.put(1, 4, said["country"], "bold", to=(1, 7))
    paper.put(2, 4, said["motto"], "bold", to=(2, 7))
    paper.put(4, 1, _said("title", period), "title", to=(4, 7))
    paper.put(5, 1, _said("period", period), "italic", to=(5, 7))
    for at, (text, _) in enumerate(declared["columns"], start=1):
        paper.put(7, at, text, "head")
        paper.put(8, at, f"({at})", "mark")
    row = order = 8
    for number, section in enumerate(declared["sections"], start=1):
        row += 1
        paper.put(row, 1, number, "section")
        paper.put(row, 2, section["title"], "section")
        for item in section["items"]:
            row += 1
            order += 1
            cells = (order - 8, item["label"], item["measure"], item.get("plan"), numbers[item["element"]], None, None)
            for at, value in enumerate(cells, start=1):
                paper.put(row, at, value, "label" if at == 2 else "body")
    for at, text in enumerate(declared["signature"][:2]):
        paper.put(row + 3, 1 + 3 * at, text, "bold", to=(row + 3, 3 + 4 * at))
    return paper
