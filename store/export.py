"""Tables as CSV for other programs: a header, plain numbers, and no text that a spreadsheet would run as a formula."""

from __future__ import annotations

import re
from typing import IO

import pandas as pd

CHUNK = 100_000
_FORMULA = re.compile(r"[=+\-@\t\r]")
_NUMBER = re.compile(r"[+-]?[\d.,\s]*\d%?")


def harmless(text: object) -> object:
    """A text as it may stand in a cell: what would start a formula gets an apostrophe before it, a mere number does not."""
    if isinstance(text, str) and _FORMULA.match(text) and not _NUMBER.fullmatch(text):
        return "'" + text
    return text


def write_csv(frame: pd.DataFrame, out: IO[str], *, bom: bool = False) -> None:
    """Write a table to a text stream (UTF-8 expected); `bom` helps Excel to see that it is UTF-8. Absent values stay empty."""
    if bom:
        out.write("\ufeff")
    frame.head(0).to_csv(out, index=False, lineterminator="\n")
    for start in range(0, len(frame), CHUNK):
        _harmless_table(frame.iloc[start : start + CHUNK]).to_csv(out, index=False, header=False, lineterminator="\n")


def _harmless_table(frame: pd.DataFrame) -> pd.DataFrame:
    columns = {name: column if pd.api.types.is_numeric_dtype(column) else _harmless_column(column) for name, column in frame.items()}
    return pd.DataFrame(columns, index=frame.index)


def _harmless_column(column: pd.Series) -> pd.Series:
    """Few distinct texts are looked at once each."""
    distinct = {text: harmless(text) for text in column.dropna().unique()}
    return column.astype(object).map(distinct)
