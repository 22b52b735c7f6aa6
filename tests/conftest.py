"""What every test shares: the checkout on the path, stores on both engines, stores that pages show, and one browser."""

import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

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
from page_stores import empty_area, own_area, seen_area
from walking import area, browser, closed_windows, desk, served

from catalogue.language import use_language

# How fast examples are made says how busy the machine is, not whether they hold.
settings.register_profile("busy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy")

__all__ = [
    "area",
    "browser",
    "closed_windows",
    "desk",
    "empty_area",
    "empty_url",
    "engine_name",
    "other_url",
    "own_area",
    "postgres_database",
    "postgres_server",
    "seen_area",
    "served",
    "sqlite_store",
    "sqlite_template",
    "store",
    "store_url",
]


@pytest.fixture(autouse=True)
def vietnamese() -> None:
    """Every test begins in the language of the screens, whatever the one before it spoke."""
    use_language("vi")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The browser comes last: while it is open, its event loop is in the way of tests that run one of their own.

    What may take long begins first, then the modules with many tests, so that no worker is left alone with them in the end.
    """
    sizes = Counter(item.path for item in items)
    items.sort(key=lambda item: (item.get_closest_marker("browser") is not None, -_allowed(item), -sizes[item.path]))


def _allowed(item: pytest.Item) -> float:
    """The seconds a test may take when it says so itself."""
    told = item.get_closest_marker("timeout")
    return told.args[0] if told else 0
