"""Values taken out of tables for drawing."""

from __future__ import annotations

from typing import Any


def none(value: Any) -> Any:
    """A missing number of a table (NaN) as None."""
    return None if value is None or value != value else value
