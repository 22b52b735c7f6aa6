"""What is written for the report is kept in every revision, on both engines, and the audit trail proves it."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from store import Store, open_store
from store.rebuild import Reread, rebuild


def test_every_revision_is_kept_and_numbered(store: Store) -> None:
    assert store.write_paper("text", "u1 2025 5", {"words": "một"}, "lan") == 1
    assert store.write_paper("text", "u1 2025 5", {"words": "hai"}, "hoa", "sửa") == 2
    store.write_paper("document", "d", {"number": "1"}, "lan")
    found = store.papers("text", "u1 2025 5")
    assert [(p.revision, p.content, p.by, p.reason) for p in found] == [
        (1, {"words": "một"}, "lan", ""),
        (2, {"words": "hai"}, "hoa", "sửa"),
    ]
    assert [p.kind for p in store.papers()] == ["document", "text", "text"]
    assert store.verify() == []


def test_nobody_changes_a_revision_and_one_slipped_in_is_found(store: Store) -> None:
    store.write_paper("text", "u1", {"words": "một"}, "lan")
    with pytest.raises(DatabaseError), store.engine.begin() as connection:
        connection.execute(text("UPDATE paper SET content = '{}'"))
    with store.engine.begin() as connection:
        connection.execute(text("INSERT INTO paper VALUES ('text', 'u1', 2, '{}', 'x', '2025-01-01T00:00:00+00:00', '')"))
    assert [fault.subject for fault in store.verify()] == ["paper text u1 2"]


def test_it_goes_into_backups_and_rebuilt_stores(store: Store, other_url: str, tmp_path: Path) -> None:
    store.write_paper("text", "u1", {"words": "một"}, "lan")
    store.backup(tmp_path / "saved.zip")
    other = open_store(other_url, tmp_path / "other")
    other.restore(tmp_path / "saved.zip")
    assert other.papers() == store.papers() and other.verify() == []
    other.close()
    fresh = open_store(f"sqlite:///{tmp_path / 'fresh.db'}", tmp_path / "fresh")
    fresh.initialise()
    assert list(rebuild(store, fresh, lambda *_given: Reread((), ()))) == []
    assert fresh.papers() == store.papers() and fresh.verify() == []
    fresh.close()
