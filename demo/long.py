"""Returns of one unit with a count a row: the long form with its columns, and the fixed-cell card."""

from __future__ import annotations

from demo import heading
from demo.declarations import places, settings
from demo.paper import Paper, Value, address, comma, dotted
from demo.sender import Return
from demo.world import rules_by_name

_ROMAN = ("I", "II", "III", "IV", "V", "VI")


def long(sent: Return) -> list[Paper]:
    """One sheet, or (declared `sheets`) one a unit under its short name; a silent unit has none."""
    if not sent.declared.get("sheets"):
        return [_sheet(sent, sent.sender, sent.declared["sheet"])]
    return [_sheet(sent, unit, places()[unit].short) for unit in sent.units if not sent.silent(unit)]


def _sheet(sent: Return, unit: str, name: str) -> Paper:
    declared = sent.declared
    columns: list[tuple[str, str]] = declared["columns"]
    paper = Paper(name)
    row = heading.above(paper, sent, unit, len(columns))
    for at, (text, _) in enumerate(columns, start=1):
        paper.put(row, at, text, "head")
        if declared.get("marks"):
            paper.put(row + 1, at, f"({at})", "mark")
    row = paper.last_row + 1
    order = 0
    rows = _rows_of_elements(declared, row)
    for number, section in enumerate(declared["sections"]):
        if not declared.get("flat"):
            _section(paper, row, number, section["title"], len(columns), bool(declared.get("roman")))
            row += 1
        for item in section["items"]:
            order += 1
            for at, (_, kind) in enumerate(columns, start=1):
                value, style = _cell(sent, unit, item, kind, order, row, rows)
                paper.put(row, at, value, style)
            row += 1
    heading.below(paper, sent, unit, len(columns))
    return paper


def _section(paper: Paper, row: int, number: int, title: str, width: int, roman: bool) -> None:
    paper.put(row, 1, _ROMAN[number] if roman else "ABCDEF"[number], "section")
    paper.put(row, 2, title, "section")
    for at in range(3, width + 1):
        paper.put(row, at, None, "section")


def _rows_of_elements(declared: dict, row: int) -> dict[str, int]:
    """The row of each element's number, for the formulas of the rate column."""
    rows: dict[str, int] = {}
    for section in declared["sections"]:
        row += 0 if declared.get("flat") else 1
        for item in section["items"]:
            rows[item["element"]] = row
            row += 1
    return rows


def _cell(sent: Return, unit: str, item: dict, kind: str, order: int, row: int, rows: dict[str, int]) -> tuple[Value, str]:
    if kind == "order":
        return order, "body"
    if kind == "label":
        return item["label"], "label"
    if kind == "note":
        return sent.note(unit, item["element"]), "label"
    if kind in ("measure", "plan"):
        return item.get(kind), "body"
    if kind == "rate":
        return _rate(sent, unit, item, row, rows), "share"
    if kind == "year_to_date" and rules_by_name()[item["element"]].over in ("first", "last"):
        return None, "number"
    found = sent.number(unit, item["element"], "year_to_date" if kind == "year_to_date" else "in_period")
    return (dotted(found) if sent.declared.get("numbers") == "dots" else found), "number"


def _rate(sent: Return, unit: str, item: dict, row: int, rows: dict[str, int]) -> Value:
    if "of" not in item:
        return None
    above, under = sent.number(unit, item["element"]), sent.number(unit, item["of"])
    if not under:
        return None
    if sent.declared["rates"] == "text":
        return f"{comma(100 * above / under)}%"
    column = next(at for at, (_, kind) in enumerate(sent.declared["columns"], start=1) if kind == "value")
    if item["of"] in rows:
        return f"={address(row, column)}/{address(rows[item['of']], column)}*100"
    return round(100 * above / under, 1)


def card(sent: Return) -> list[Paper]:
    """The fixed-cell card: fields from row 5, the table from row 13, codes in the first column."""
    declared = sent.declared
    paper = Paper(declared["sheet"])
    for row, text in enumerate((*declared["title"], settings().mark), start=1):
        paper.put(row, 1, sent.words(text), "left" if row > 1 else "title", to=(row, 4) if row == 1 else None)
    for row, (label, text) in enumerate(declared["fields"], start=5):
        paper.put(row, 1, label, "left")
        paper.put(row, 2, sent.words(text), "left")
    first = 13
    for at, (text, _) in enumerate(declared["columns"], start=1):
        paper.put(first, at, text, "head")
    items = [item for section in declared["sections"] for item in section["items"]]
    for order, item in enumerate(items, start=1):
        paper.put(first + order, 1, f"CT{order:02d}")
        paper.put(first + order, 2, item["label"], "label")
        paper.put(first + order, 3, sent.number(sent.sender, item["element"]), "number")
        paper.put(first + order, 4, sent.note(sent.sender, item["element"]), "label")
    return [paper]
