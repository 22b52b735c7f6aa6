"""Stores that the pages show while a test runs: one to look at, one to change, one with nothing in it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from store import Store


@pytest.fixture(scope="module")
def seen_area(area: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The small area for tests that only look; what the pages have reckoned serves the next test of the module too."""
    from pages_drawn import shown

    with shown(shutil.copytree(area, tmp_path_factory.mktemp("seen"), dirs_exist_ok=True)) as store:
        before = store.version()
        yield store
        assert store.version() == before, "who changes the store asks for one of their own"


@pytest.fixture
def own_area(area: Path, tmp_path: Path) -> Iterator[Store]:
    """The small area for one test, which may change it."""
    from pages_drawn import shown

    with shown(shutil.copytree(area, tmp_path, dirs_exist_ok=True)) as store:
        yield store


@pytest.fixture
def empty_area(tmp_path: Path) -> Iterator[Store]:
    """A store with nothing in it yet."""
    from pages_drawn import shown

    with shown(tmp_path) as store:
        yield store
