"""Ratios that a heading or the row of column numbers states: "(4)/(3)", "7=4/3"."""

from __future__ import annotations

import re

from loaders.understanding.orienting.orient import Oriented

_RATIO = re.compile(r"\(?\s*(\d{1,2})\s*\)?\s*[/:]\s*\(?\s*(\d{1,2})\s*\)?")


def ratio_columns(o: Oriented, col: int) -> tuple[int, int] | None:
    """(column of the numerator, column of the denominator) that the heading or the number of a column states."""
    numbers = {number.strip("() "): at for at, number in o.table.numbers.items() if number.strip("() ").isdigit()}
    column = o.columns.get(col)
    texts = [o.table.numbers.get(col, ""), *(reversed(column.path) if column else ())]
    for text in texts:
        found = _RATIO.search(text.replace("\n", " "))
        if found and found[1] in numbers and found[2] in numbers:
            return numbers[found[1]], numbers[found[2]]
    return None
