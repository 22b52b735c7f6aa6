"""Workbooks kept by the loaders come out the same when the command line reads them again."""

from __future__ import annotations

from pathlib import Path

import pytest

from demo import arrivals
from loaders.intake import import_paths
from store import Store
from store.__main__ import main
from store.database import writing
from store.schema import observation


@pytest.fixture
def imported(sqlite_store: Store, tmp_path: Path) -> Store:
    """A store with four workbooks of the demonstration, read and kept like anybody's."""
    paths = list(arrivals.write(tmp_path / "books", arrivals.returns()[:4]))
    kept = [number for _reading, number in import_paths(sqlite_store, paths, "lan")]
    assert None not in kept
    assert len(sqlite_store.observations()) > 20
    return sqlite_store


def test_originals_and_answers_are_enough(imported: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    into = f"sqlite:///{tmp_path / 'again' / 'chiso.db'}"
    assert main(["--database", str(imported.engine.url), "--originals", str(imported.folder), "rebuild", "--into", into]) == 0
    assert main(["--database", into, "verify"]) == 0
    assert main(["--database", str(imported.engine.url), "--originals", str(imported.folder), "rebuild", "--into", into]) == 1
    assert "trống" in capsys.readouterr().err


def test_a_value_changed_behind_the_store_shows(imported: Store, capsys: pytest.CaptureFixture[str]) -> None:
    with writing(imported.engine) as connection:
        connection.execute(observation.update().where(observation.c.submission_id == 1, observation.c.place == 0).values(value=987654))
    assert main(["--database", str(imported.engine.url), "--originals", str(imported.folder), "rebuild"]) == 1
    assert "987654 (" in capsys.readouterr().err
