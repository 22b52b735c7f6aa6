"""Remembered readings, settings and the small registers, on both engines."""

from __future__ import annotations

import datetime as dt

import pytest

from store import Account, Exemption, Request, Store, Task, Waiver

DAY = dt.date(2026, 1, 31)


def test_a_mapping_is_remembered_for_its_sender_until_forgotten(store: Store) -> None:
    store.remember_reading("s", "", {"B": "e1"}, "lan", "0" * 64)
    store.remember_reading("s", "u1", {"B": "e2"}, "lan", "1" * 64)
    store.remember_reading("s", "u1", {"B": "e3"}, "hoa", "2" * 64)
    store.remember_reading("t", "u1", {"C": "e1"}, "hoa", "2" * 64)
    assert [(r.sender, r.mapping) for r in store.remembered("s", "u1")] == [("u1", {"B": "e3"}), ("", {"B": "e1"})]
    assert [r.mapping for r in store.remembered("s", "u2")] == [{"B": "e1"}]
    assert len(store.remembered()) == 3
    assert store.forget("s", "u1", "lan")
    assert not store.forget("s", "u1", "lan")
    assert [r.mapping for r in store.remembered("s", "u1")] == [{"B": "e1"}]
    assert list(store.audit(act="remember")["by"]) == ["hoa", "hoa", "lan", "lan"]


def test_a_setting_changes_and_the_trail_says_by_whom(store: Store) -> None:
    assert store.setting("root") is None
    store.set_setting("root", "u1", "lan")
    store.set_setting("root", "u2", "hoa")
    assert store.setting("root") == "u2"
    assert list(store.audit(act="setting", subject="root")["by"]) == ["hoa", "lan"]


@pytest.mark.parametrize(
    "first, second",
    [
        (Exemption("u1", "2025-M03", "bão", "lan"), Exemption("u2", "2025-M03", "bão", "lan")),
        (Account("lan@x", "Lan", "analyst", "u1"), Account("hoa@x", "Hoa", "leader", "u1", active=False)),
    ],
)
def test_a_register_keeps_one_record_a_key(store: Store, first: Exemption | Account, second: Exemption | Account) -> None:
    for record in (first, second, first):
        store.save(record, "lan")
    assert sorted(store.every(type(first)), key=repr) == sorted([first, second], key=repr)
    store.remove(second, "lan")
    assert store.every(type(first)) == [first]
    assert store.verify() == []


@pytest.mark.parametrize(
    "record",
    [
        Waiver("u1", "blank", "mới lập", DAY, DAY),
        Task("u1", "Rà soát", "Công văn 1", DAY, DAY),
        Request("Công văn 5", "Số liệu chữ ký số", "Sở", "2025-M12", "e1 e2", "u1 u2", DAY, DAY),
    ],
)
def test_a_numbered_register_gives_numbers_and_changes_by_number(store: Store, record: Waiver | Task | Request) -> None:
    store.save(record, "lan")
    store.save(record, "lan")
    one, two = store.every(type(record))
    assert (one.id, two.id, one.by) == (1, 2, "lan")
    store.remove(two, "lan")
    assert store.every(type(record)) == [one]
