"""What every test shares: the checkout on the path, stores on both engines, and one browser."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parent))

from databases import (
    empty_url,
    engine_name,
    other_url,
    postgres_database,
    postgres_server,
    sqlite_store,
    sqlite_template,
    store,
    store_url,
)
from walking import area, browser, closed_windows, desk, served

__all__ = [
    "area",
    "browser",
    "closed_windows",
    "desk",
    "empty_url",
    "engine_name",
    "other_url",
    "postgres_database",
    "postgres_server",
    "served",
    "sqlite_store",
    "sqlite_template",
    "store",
    "store_url",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The browser comes last: while it is open, its event loop is in the way of tests that run one of their own."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)
