"""The keeper of calamine: the stored values of a workbook's sheets, as lists of rows from the true A1."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from loaders.opening.door import broken, locked

Rows = list[list[Any]]


def values(data: bytes, count: int) -> Callable[[int], Callable[[], Rows]]:
    """A function from a sheet's index to a function that reads its rows ("" for empty).

    Unreadable when calamine gives up, or sees another number of sheets than `count`: its indexes would mean others.
    """
    found = book(data)
    if len(found.sheets_metadata) != count:
        raise broken()
    return lambda index: lambda: rows(found, index)


def book(data: bytes) -> CalamineWorkbook:
    """The open workbook. Unreadable when two sheets have one name: calamine would give the first of them twice."""
    found = _guard(lambda: CalamineWorkbook.from_filelike(io.BytesIO(data)))
    if len(set(found.sheet_names)) < len(found.sheet_names):
        raise broken()
    return found


def rows(book: CalamineWorkbook, index: int) -> Rows:
    """The rows of one sheet."""
    return _guard(lambda: book.get_sheet_by_index(index).to_python(skip_empty_area=False))


def _guard(act: Callable[[], Any]) -> Any:
    """Run calamine; its errors and its panics (which derive from BaseException) mean a damaged file."""
    try:
        return act()
    except PasswordError as error:
        raise locked() from error
    except (CalamineError, OSError, ValueError, IndexError, OverflowError) as error:
        raise broken() from error
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise broken() from error
        raise


def merges(book: CalamineWorkbook, index: int) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """The merged ranges of one sheet, none where calamine does not know them."""
    return _guard(lambda: book.get_sheet_by_index(index).merged_cell_ranges) or []
