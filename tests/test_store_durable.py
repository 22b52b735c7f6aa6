"""Killed at any moment the store is whole and what was received is kept; readers do not wait; writers do not mix."""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import time
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from returns_given import cell, give, values
from sqlalchemy import text

from store import Store, Submission, open_store, returns
from store.database import writing
from store.originals import hash_of, keep

processes = multiprocessing.get_context("fork")


def cells(value: float, count: int = 200) -> list:
    return [cell(value, unit=f"u{i}") for i in range(count)]


def import_for_ever(url: str, folder: Path, start: int, out: Connection) -> None:
    """Keep and commit one file after another, telling of each as soon as the store has said yes."""
    store = open_store(url, folder)
    for number in range(start, start + 10_000):
        kept = store.keep_original(f"file {number}".encode(), f"{number}.xlsx")
        out.send(("kept", kept.sha256))
        done = store.commit_return(Submission(kept.sha256, f"{number}.xlsx", "accepted", "lan", "accept"), cells(number))
        out.send(("committed", done))


def told(receiver: Connection) -> list[tuple[str, object]]:
    """All that the child could say before it died."""
    messages = []
    try:
        while receiver.poll():
            messages.append(receiver.recv())
    except EOFError:
        pass
    return messages


def test_killing_an_import_at_any_moment_leaves_the_store_whole(store: Store, store_url: str, tmp_path: Path) -> None:
    moments = random.Random(7)
    kept, committed = set(), set()
    for turn in range(6):
        receiver, sender = processes.Pipe(duplex=False)
        child = processes.Process(target=import_for_ever, args=(store_url, tmp_path / "originals", turn * 10_000, sender))
        child.start()
        sender.close()
        assert receiver.poll(30), "the child never began"
        time.sleep(moments.uniform(0, 0.12))
        os.kill(child.pid, signal.SIGKILL)
        child.join()
        messages = told(receiver)
        kept |= {what for act, what in messages if act == "kept"}
        committed |= {what for act, what in messages if act == "committed"}
        assert store.verify() == []
    assert committed <= set(store.submissions()["id"])
    assert all(hash_of(store.original(sha256)) == sha256 for sha256 in kept)
    assert len(store.observations(current=False)) == 200 * len(store.submissions())
    assert len(kept) >= 6


def test_readers_see_the_last_commit_while_a_return_is_written(store: Store) -> None:
    """All in one thread: a reader that waited for the writer would wait for ever."""
    first = give(store, cell(1, unit="elsewhere"))
    version = store.version()
    kept = store.keep_original(b"2", "2.xlsx")
    with writing(store.engine) as connection:
        returns.commit(connection, Submission(kept.sha256, "2.xlsx", "accepted", "lan", "accept"), cells(2, 5_000))
        assert [row[4] for row in values(store)] == [first]
        assert store.version() == version
    assert len(values(store)) == 5_001
    assert store.version() > version


def test_a_return_that_fails_leaves_nothing_but_its_original(store: Store) -> None:
    kept = store.keep_original(b"2", "2.xlsx")
    version = store.version()
    with pytest.raises(ValueError, match="not a number"):
        store.commit_return(Submission(kept.sha256, "2.xlsx", "accepted", "lan"), [cell(1), cell(float("nan"))])
    with pytest.raises(KeyError):
        store.commit_return(Submission(kept.sha256, "2.xlsx", "accepted", "lan"), [cell(1), cell(1, status="unheard")])
    assert store.version() == version
    assert store.submissions().empty
    assert store.original(kept.sha256) == b"2"


def test_a_return_without_its_original_is_refused(store: Store) -> None:
    with pytest.raises(Exception, match=r"(?i)foreign key"):
        store.commit_return(Submission("0" * 64, "a.xlsx", "accepted", "lan"), [cell(1)])
    assert store.submissions().empty


def test_many_writers_at_once_write_one_after_another(store: Store) -> None:
    with ThreadPoolExecutor(4) as pool:
        numbers = list(pool.map(lambda n: give(store, cell(n), data=bytes([n])), range(16)))
    assert len(set(numbers)) == 16
    assert store.verify() == []
    assert store.submissions()["accepted_order"].is_unique
    latest = store.submissions().set_index("accepted_order")["id"].to_dict()
    assert [row[4] for row in values(store)] == [latest[16]]


def keep_same(folder: Path, out: Connection) -> None:
    out.send(str(keep(folder, b"same" * 100_000)))


def test_processes_that_keep_the_same_file_keep_one(tmp_path: Path) -> None:
    receiver, sender = processes.Pipe(duplex=False)
    children = [processes.Process(target=keep_same, args=(tmp_path, sender)) for _ in range(6)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    assert [child.exitcode for child in children] == [0] * 6
    assert len({receiver.recv() for _ in children}) == 1
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == [hash_of(b"same" * 100_000)]


def test_sqlite_writes_ahead_and_to_the_disk(sqlite_store: Store) -> None:
    with sqlite_store.engine.connect() as connection:
        told = {name: connection.scalar(text(f"PRAGMA {name}")) for name in ("journal_mode", "synchronous", "foreign_keys")}
    assert told == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_a_file_taken_away_while_it_is_kept_again_is_written_again(sqlite_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """What removing illustrative data could do between looking for the file and noting it."""
    give(sqlite_store, cell(1), data=b"demo", origin="demo")
    found_once = []

    def keep_then_lose(folder: Path, data: bytes) -> Path:
        path = keep(folder, data)
        if not found_once:
            found_once.append(path)
            sqlite_store.remove_origin("demo", "lan")
        return path

    monkeypatch.setattr("store.originals.keep", keep_then_lose)
    kept = sqlite_store.keep_original(b"demo", "demo.xlsx")
    assert sqlite_store.original(kept.sha256) == b"demo"
    assert sqlite_store.verify() == []
