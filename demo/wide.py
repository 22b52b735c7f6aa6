"""Tables with one row a unit (or a field of work) and a column a count, under merged headings."""

from __future__ import annotations

from demo import heading
from demo.declarations import settings
from demo.paper import Paper, Value, comma, dotted
from demo.sender import Return

Column = dict


def wide(sent: Return) -> list[Paper]:
    """One row a unit of the area, blank where a unit is silent; a total row where the form has one."""
    declared = sent.declared
    columns: list[Column] = declared["columns"]
    paper = Paper(declared.get("sheet", "Sheet1"))
    if declared["file"].endswith(".csv"):
        first = _plain_title(paper, sent)
    else:
        first = heading.above(paper, sent, "", len(columns) + 2)
    row = head(paper, columns, heading.words()["order"], declared["unit_head"], first)
    for order, unit in enumerate(sent.units, start=1):
        paper.put(row, 1, order)
        paper.put(row, 2, sent.words("{" + declared["names"] + "}", unit), "label")
        for at, column in enumerate(columns, start=3):
            paper.put(row, at, None if sent.silent(unit) else shown(sent, column, [unit]), _style(column))
        row += 1
    if "total" in declared:
        told = [unit for unit in sent.units if not sent.silent(unit)]
        paper.put(row, 1, declared["total"], "section", to=(row, 2))
        for at, column in enumerate(columns, start=3):
            paper.put(row, at, shown(sent, column, told), _style(column))
    if not declared["file"].endswith(".csv"):
        heading.below(paper, sent, "", len(columns) + 2)
    return [paper]


def _plain_title(paper: Paper, sent: Return) -> int:
    lines = [text for title in sent.declared["title"] for text in sent.words(title).split(";")]
    for row, text in enumerate((*lines, settings().mark), start=1):
        paper.put(row, 1, text, "left")
    return paper.last_row + 2


def _style(column: Column) -> str:
    return "share" if "rate" in column else "number"


def shown(sent: Return, column: Column, units: list[str]) -> Value:
    """What is typed for a column: the sum over these units, or the share of two sums in percent, as the form shows it."""
    basis = column.get("basis", "in_period")
    if "rate" not in column:
        found = sum(sent.number(unit, column["element"], basis) for unit in units)
        return dotted(found) if sent.declared.get("numbers") == "dots" else found
    above, under = (sum(sent.number(unit, name, basis) for unit in units) for name in column["rate"])
    if not under:
        return None
    percent = round(100 * above / under, 1)
    return f"{comma(percent)}%" if column["show"] == "text" else percent


def head(paper: Paper, columns: list[Column], order: str, units: str, row: int) -> int:
    """Type the heading band and the number row, merged as people merge; the first row of the body."""
    depth = max(len(column["head"]) for column in columns)
    for at, text in enumerate((order, units), start=1):
        paper.put(row, at, text, "head", to=(row + depth - 1, at))
    for at, column in enumerate(columns):
        for level, text in enumerate(column["head"]):
            path = column["head"][: level + 1]
            if at and columns[at - 1]["head"][: level + 1] == path and level + 1 < len(column["head"]):
                continue
            end = at
            while level + 1 < len(column["head"]) and end + 1 < len(columns) and columns[end + 1]["head"][: level + 1] == path:
                end += 1
            down = row + depth - 1 if level + 1 == len(column["head"]) else row + level
            paper.put(row + level, at + 3, text, "head", to=(down, end + 3))
    row += depth
    if any("mark" in column for column in columns):
        for at, text in enumerate(("(1)", "(2)", *(column["mark"] for column in columns)), start=1):
            paper.put(row, at, text, "mark")
        row += 1
    return row
