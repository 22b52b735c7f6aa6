"""The floors of reading: what other people's readers need for the same files, and nothing else. Run as a child process."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable


def calamine(path: str) -> None:
    """Every cell of every sheet."""
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_path(path)
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python(skip_empty_area=False)


def pandas(path: str) -> None:
    """Every sheet as a table, as most tools read a workbook."""
    import pandas as pd

    pd.read_excel(path, sheet_name=None, header=None, engine="openpyxl")


READERS: dict[str, Callable[[str], None]] = {"calamine": calamine, "pandas": pandas}


def main() -> None:
    """Read the files named, once each; print the seconds of every file as JSON (imports are paid by a first file named twice)."""
    name, *paths = sys.argv[1:]
    taken = []
    for path in paths:
        start = time.perf_counter()
        READERS[name](path)
        taken.append(time.perf_counter() - start)
    print(json.dumps(taken))


if __name__ == "__main__":
    main()
