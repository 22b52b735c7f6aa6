"""A target may be revised; what it said before can always be shown."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from catalogue.targets import Target, declared_targets, parsed_steps
from store import Store
from store.database import writing
from store.targets import sow

GOAL = Target("t", "i", "u", "commune", "2025", "2025-S1", ">=", 80.0, "percent", "d", "l", "Mục 1", "in_force", True, "80%")
TODAY = dt.datetime.now(dt.UTC).date()
YESTERDAY = TODAY - dt.timedelta(days=1)


def test_a_new_store_holds_the_declared_targets(store: Store) -> None:
    assert sorted(store.targets(), key=lambda t: t.id) == sorted(declared_targets(), key=lambda t: t.id)
    assert store.targets(as_recorded=dt.date(2020, 1, 1)) == store.targets()
    version = store.version()
    store.initialise()
    assert store.version() == version


def test_a_revision_never_rewrites_the_past(store: Store) -> None:
    assert store.revise_target(GOAL, "lan", "giao mới") == 1
    assert store.revise_target(replace(GOAL, value=90.0), "hoa", "điều chỉnh") == 2
    assert [t.value for t in store.targets() if t.id == "t"] == [90.0]
    assert [t for t in store.targets(as_recorded=YESTERDAY) if t.id == "t"] == []
    told = store.target_revisions("t")
    assert [(r.target.value, r.target.revision, r.by, r.recorded_on) for r in told] == [(80.0, 1, "lan", TODAY), (90.0, 2, "hoa", TODAY)]
    with pytest.raises(DBAPIError, match="append-only"), writing(store.engine) as connection:
        connection.execute(text("UPDATE target SET content='{}'"))


def test_a_declaration_changed_later_becomes_a_revision_once(store: Store) -> None:
    first = declared_targets()[0]
    changed = replace(first, value=first.value + 1)
    for _ in range(2):
        with writing(store.engine) as connection:
            sow(connection, [changed])
    assert [r.target.value for r in store.target_revisions(first.id)] == [first.value, first.value + 1]
    assert [t.value for t in store.targets(as_recorded=YESTERDAY) if t.id == first.id] == [first.value]


@pytest.mark.parametrize(
    "day, there", [(dt.date(2024, 12, 31), False), (dt.date(2025, 1, 1), True), (dt.date(2025, 6, 30), True), (dt.date(2025, 7, 1), False)]
)
def test_targets_of_a_day_are_those_whose_span_holds_it(store: Store, day: dt.date, there: bool) -> None:
    store.revise_target(GOAL, "lan", "")
    assert ("t" in {t.id for t in store.targets(on=day)}) is there


def test_steps_on_the_way_are_kept_in_their_revision(store: Store) -> None:
    stepped = replace(GOAL, steps=parsed_steps("2025-Q1: 40; 2025-M02: 20,5"))
    assert stepped.steps == (("2025-M02", 20.5), ("2025-Q1", 40.0))
    store.revise_target(GOAL, "lan", "giao mới")
    store.revise_target(stepped, "lan", "thêm mốc")
    assert [t.steps for t in store.targets() if t.id == "t"] == [stepped.steps]
    assert [r.target.steps for r in store.target_revisions("t")] == [(), stepped.steps]
    assert store.verify() == []
