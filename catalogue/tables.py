"""Reading the declarations: CSV tables of data/, with what an installation lays over them in data/site/."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from catalogue.errors import UserError
from catalogue.language import _

DATA_FOLDER = Path(__file__).parents[1] / "data"


def rows(name: str, key: Sequence[str] = (), folder: Path | None = None) -> list[dict[str, str]]:
    """Every row of data/<name>, in order; empty cells are empty texts.

    A file of the same name in data/site/ is laid over it: a row whose `key` columns agree replaces the declared one,
    any other row is added at the end. Without `key` all rows of the site are added. UserError where the file lacks columns.
    """
    home = folder or DATA_FOLDER
    declared = _read(home / name)
    overlay = home / "site" / name
    if not overlay.exists():
        return declared
    own = _read(overlay)
    missing = [column for column in (declared[0] if declared else key) if own and column not in own[0]]
    if missing:
        text = _(
            "{path}: the first line lacks {columns}. Copy the first line of {table}.",
            path=overlay,
            columns=", ".join(missing),
            table=home / name,
        )
        raise UserError(text)
    return _laid_over(declared, own, key)


def own_rows(name: str) -> list[dict[str, str]]:
    """The rows that the installation lays over a table, in order; none without such a file."""
    path = DATA_FOLDER / "site" / name
    return _read(path) if path.exists() else []


def _laid_over(declared: list[dict[str, str]], site: list[dict[str, str]], key: Sequence[str]) -> list[dict[str, str]]:
    if not key:
        return declared + site
    merged = {tuple(row[k] for k in key): row for row in declared}
    merged.update({tuple(row[k] for k in key): row for row in site})
    return list(merged.values())


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def date_or_none(text: str) -> dt.date | None:
    """The ISO date written, or None for an empty cell."""
    return dt.date.fromisoformat(text) if text else None


def words(text: str, separator: str = ";") -> tuple[str, ...]:
    """The parts of a cell that holds a list."""
    return tuple(part.strip() for part in text.split(separator) if part.strip())
