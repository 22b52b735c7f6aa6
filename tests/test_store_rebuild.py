"""Workbooks kept by the loaders come out the same when the command line reads them again."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from openpyxl import load_workbook

from demo import arrivals
from loaders import inbox
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


def test_a_copy_taken_back_with_its_batch_is_still_a_copy(sqlite_store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (first,) = arrivals.write(tmp_path / "books", arrivals.returns()[:1])
    book = load_workbook(first)
    book.properties.title = "another file, the same figures"
    book.save(first.with_stem(first.stem + " - Copy"))
    dropped = [(path.name, path.read_bytes()) for path in sorted(first.parent.iterdir())]
    batch, _refused = inbox.drop(sqlite_store, dropped)
    numbers = [step.submission for step in inbox.read(sqlite_store, batch, "lan")]
    assert [sqlite_store.submission(n or 0).outcome for n in numbers].count("duplicate") == 1
    sqlite_store.undo_batch(batch, "lan", "by mistake")
    assert main(["--database", str(sqlite_store.engine.url), "--originals", str(sqlite_store.folder), "rebuild"]) == 0
    assert ": 0 khác" in capsys.readouterr().out


def test_what_is_asked_of_a_period_to_come_is_still_asked(sqlite_store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (path,) = arrivals.write(tmp_path / "books", arrivals.returns()[:1])
    ((reading, _number),) = import_paths(sqlite_store, [path], "lan", received=dt.date(2020, 1, 1))
    assert reading.outcome == "ask" and {o.status for o in reading.observations} == {"asked"}
    assert main(["--database", str(sqlite_store.engine.url), "--originals", str(sqlite_store.folder), "rebuild"]) == 0
    assert ": 0 khác" in capsys.readouterr().out
