"""One file holds everything, and either engine restores it."""

from __future__ import annotations

import datetime as dt
import zipfile
from pathlib import Path

import pytest
from returns_given import cell, give, values
from sqlalchemy import select

from catalogue.errors import UserError
from store import Account, Store, Waiver, open_store
from store.schema import metadata


@pytest.fixture
def saved(store: Store, tmp_path: Path) -> Path:
    """A backup of a store where something happened."""
    first = give(store, cell(1), cell(2.5, element="e2", raw="2,5"), data=b"1")
    give(store, cell(3, sheet='Quý "I"\n'), data=b"2", replaces=first)
    store.save(Waiver("u1", "blank", "mới lập", dt.date(2026, 1, 1), dt.date(2026, 6, 30)), "lan")
    store.save(Account("lan@x", "Lan", "analyst", "u1", active=False), "lan")
    store.remember_reading("s", "u1", {"B": "e1"}, "lan", "0" * 64)
    store.backup(tmp_path / "saved.zip")
    return tmp_path / "saved.zip"


def contents(store: Store) -> dict[str, list[tuple]]:
    """Every row of every table."""
    with store.engine.connect() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key.columns))]
            for table in metadata.sorted_tables
        }


def test_either_engine_restores_it(saved: Path, store: Store, other_url: str, tmp_path: Path) -> None:
    other = open_store(other_url, tmp_path / "other originals")
    other.restore(saved)
    assert contents(other) == contents(store)
    assert other.verify() == []
    assert give(other, cell(9), data=b"3") == 3
    other.save(Waiver("u2", "blank", "mới lập", dt.date(2026, 1, 1), dt.date(2026, 6, 30)), "lan")
    assert len(other.every(Waiver)) == 2
    other.close()


def test_a_store_in_use_is_not_overwritten_unless_told(store: Store, saved: Path) -> None:
    give(store, cell(100), data=b"later")
    with pytest.raises(UserError):
        store.restore(saved)
    assert values(store)[0][3] == 100
    store.restore(saved, force=True)
    assert values(store)[0][3] == 3
    assert store.verify() == []


def test_a_damaged_backup_changes_nothing(store: Store, saved: Path, tmp_path: Path) -> None:
    before = contents(store)
    broken = tmp_path / "broken.zip"
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(broken, "w") as copy:
        for name in source.namelist():
            data = source.read(name)
            copy.writestr(name, data.replace(b"]", b"", 1) if name == "tables/submission.jsonl" else data)
    with pytest.raises(ValueError, match=r"Expecting|delimiter|Extra"):
        store.restore(broken, force=True)
    assert contents(store) == before
    (tmp_path / "text.zip").write_text("not a zip")
    for file in ("text.zip", "absent.zip"):
        with pytest.raises(UserError):
            store.restore(tmp_path / file, force=True)
    assert contents(store) == before
