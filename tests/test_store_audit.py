"""The audit trail cannot be rewritten, and verify finds whatever was changed behind it."""

from __future__ import annotations

import hashlib

import pytest
from returns_given import PERIOD, cell, give
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from store import Store
from store.audit import FIRST, canonical
from store.database import writing


def behind(store: Store, *statements: str) -> None:
    """Change the database as someone with its password could."""
    with writing(store.engine) as connection:
        for statement in statements:
            connection.execute(text(statement))


@pytest.fixture
def full(store: Store) -> Store:
    """A store where something of everything happened."""
    first = give(store, cell(1), cell(2, element="e2"), data=b"1")
    give(store, cell(3), data=b"2")
    give(store, cell(4, unit="u2"), data=b"3", state="asked", outcome="ask")
    store.withdraw(give(store, cell(5), data=b"4"), "lan", "nhầm")
    give(store, cell(6, unit="u3"), data=b"5", replaces=first)
    store.set_setting("root", "u0", "lan")
    assert store.verify() == []
    return store


@pytest.mark.parametrize("statement", ["UPDATE audit SET act='x'", "DELETE FROM audit", "DELETE FROM audit WHERE id=2"])
def test_the_database_itself_refuses_to_change_the_trail(full: Store, statement: str) -> None:
    with pytest.raises(DBAPIError, match="append-only"):
        behind(full, statement)
    assert full.verify() == []


def test_postgresql_refuses_to_empty_the_trail(full: Store) -> None:
    if full.engine.dialect.name == "postgresql":
        with pytest.raises(DBAPIError, match="append-only"):
            behind(full, "TRUNCATE audit")


def test_each_line_carries_the_hash_of_the_one_before(full: Store) -> None:
    with full.engine.connect() as connection:
        lines = connection.execute(text("SELECT * FROM audit ORDER BY id")).mappings().all()
    previous = FIRST
    for line in lines:
        body = canonical({name: line[name] for name in ("id", "at", "by", "act", "subject", "detail")})
        previous = hashlib.sha256((previous + body).encode()).hexdigest()
        assert line["hash"] == previous
    assert full.audit(limit=1)["detail"].iloc[0] == {"value": "u0"}


def without_guard(store: Store) -> list[str]:
    if store.engine.dialect.name == "postgresql":
        return ["ALTER TABLE audit DISABLE TRIGGER ALL"]
    return ["DROP TRIGGER audit_no_UPDATE", "DROP TRIGGER audit_no_DELETE"]


@pytest.mark.parametrize(
    "statement, found",
    [
        ("UPDATE audit SET detail='{}' WHERE act='setting'", "audit"),
        ("UPDATE audit SET \"by\"='hoa' WHERE id=2", "audit 2"),
        ("DELETE FROM audit WHERE act='state'", "audit"),
    ],
)
def test_a_changed_trail_is_found(full: Store, statement: str, found: str) -> None:
    behind(full, *without_guard(full), statement)
    assert any(fault.subject.startswith(found) for fault in full.verify())


@pytest.mark.parametrize(
    "statement, found",
    [
        ("UPDATE observation SET value=999 WHERE submission_id=2", "submission 2"),
        ("UPDATE observation SET raw='999' WHERE submission_id=4", "submission 4"),
        ("UPDATE observation SET current=1-current WHERE submission_id=2", "submission 2"),
        ("UPDATE observation SET current=1 WHERE submission_id=4", "submission 4"),
        ("DELETE FROM observation WHERE submission_id=1", "submission 1"),
        ("UPDATE submission SET state='accepted' WHERE id=4", "submission 4"),
        ("UPDATE submission SET file_name='khác.xlsx' WHERE id=3", "submission 3"),
    ],
)
def test_changed_returns_are_found(full: Store, statement: str, found: str) -> None:
    behind(full, statement)
    assert found in [fault.subject for fault in full.verify()]


@pytest.mark.parametrize("damage", ["changed", "lost"])
def test_a_changed_or_lost_original_is_found(full: Store, damage: str) -> None:
    kept = full.keep_original(b"1", "")
    kept.path.chmod(0o644)
    if damage == "changed":
        kept.path.write_bytes(b"other")
    else:
        kept.path.unlink()
    assert [fault.subject for fault in full.verify()] == [f"original {kept.sha256}"]
    full.keep_original(b"1", "sent again")
    assert full.verify() == []


def test_illustrative_data_go_without_a_trace_in_the_figures(full: Store) -> None:
    before = full.observations()
    give(full, cell(50), cell(60, element="e9"), data=b"demo", origin="demo")
    shared = give(full, cell(70, unit="u9"), data=b"1", origin="demo")
    assert full.has_demo()
    assert full.remove_origin("demo", "lan") == 2
    assert not full.has_demo()
    assert full.observations().drop(columns="submission").astype(str).equals(before.drop(columns="submission").astype(str))
    assert full.original(hashlib.sha256(b"1").hexdigest()) == b"1"
    with pytest.raises(KeyError):
        full.original(hashlib.sha256(b"demo").hexdigest())
    with pytest.raises(KeyError):
        full.submission(shared)
    assert full.audit(act="remove")["subject"].tolist() == ["origin demo"]
    assert full.verify() == []
    assert give(full, cell(1, period=PERIOD), data=b"new") > shared
