"""The version that pages key everything on: looked up seldom, yet never older than what this process wrote itself."""

import pytest

from pages.parts import data
from store import open_store

NOW = 1000.0


@pytest.fixture
def clock(monkeypatch, sqlite_store):
    """The pages over a store, with a clock that the test moves."""
    moved = [NOW]
    monkeypatch.setattr(data, "store", lambda: sqlite_store)
    monkeypatch.setattr(data, "monotonic", lambda: moved[0])
    monkeypatch.setattr(data, "_seen", [])
    return moved


def test_what_this_process_commits_is_seen_at_once(clock, sqlite_store):
    before = data.version()
    sqlite_store.set_setting("name", "ours", "me")
    assert data.version() == sqlite_store.version() > before


def test_what_another_process_commits_is_seen_a_moment_later(clock, sqlite_store):
    before = data.version()
    other = open_store(str(sqlite_store.engine.url), sqlite_store.folder)
    other.set_setting("name", "theirs", "somebody")
    other.close()
    assert data.version() == before
    clock[0] += data.FRESH
    assert data.version() == sqlite_store.version() > before


def test_between_two_commits_the_database_is_left_alone(clock, sqlite_store, monkeypatch):
    asked = []
    monkeypatch.setattr(type(sqlite_store), "version", lambda self: asked.append(self) or 7)
    assert [data.version(), data.version(), data.version()] == [7, 7, 7] and len(asked) == 1
