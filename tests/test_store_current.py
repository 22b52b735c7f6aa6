"""Whatever is committed, replaced, accepted, refused and withdrawn, in any order: what counts is what the rule says."""

from __future__ import annotations

import datetime as dt
import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from returns_given import PERIOD, cell, give, values

from store import IN_FORCE, Store, open_store
from store.words import now

KEYS = ["u1", "u2", "u3"]
acts = st.one_of(
    st.tuples(st.just("commit"), st.sets(st.sampled_from(KEYS), min_size=1), st.sampled_from(["accepted", "asked"]), st.integers(0, 6)),
    st.tuples(st.sampled_from(["accept", "withdraw", "refuse"]), st.integers(1, 6)),
)


class Model:
    """The rule in plain words, over all returns: state, order of acceptance, what each says, what each replaces."""

    def __init__(self) -> None:
        self.told: dict[int, set[str]] = {}
        self.order: dict[int, int] = {}
        self.out: set[int] = set()
        self.replaces: dict[int, int] = {}

    def counts(self, number: int) -> bool:
        """Accepted once, not taken out since, and nothing that counts as accepted stands in its place."""
        return self.valid(number) and not any(old == number and self.valid(new) for new, old in self.replaces.items())

    def valid(self, number: int) -> bool:
        return number in self.order and number not in self.out

    def current(self) -> dict[str, int]:
        """Unit to the return whose value counts."""
        ranked = sorted((n for n in self.told if self.counts(n)), key=lambda n: self.order[n])
        return {unit: number for number in ranked for unit in sorted(self.told[number])}


def act(store: Store, model: Model, step: tuple) -> None:
    """Do one thing in both, if it makes sense now."""
    if step[0] == "commit":
        _, units, state, replaced = step
        old = replaced if replaced in model.told and replaced not in model.replaces.values() else None
        number = give(store, *(cell(1, unit=u) for u in sorted(units)), state=state, outcome="ask", replaces=old)
        model.told[number] = units
        if old:
            model.replaces[number] = old
        if state == "accepted":
            model.order[number] = max(model.order.values(), default=0) + 1
        return
    what, number = step
    if number not in model.told or number in model.replaces.values():
        return
    if what == "accept":
        store.accept(number, "lan", "")
        model.order[number] = max(model.order.values(), default=0) + 1
        model.out.discard(number)
    else:
        {"withdraw": store.withdraw, "refuse": store.refuse}[what](number, "lan", "")
        model.out.add(number)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(acts, min_size=1, max_size=9))
def test_what_counts_follows_from_the_rule(sqlite_template: Path, steps: list[tuple]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{shutil.copy(sqlite_template, folder)}", Path(folder) / "originals")
        model = Model()
        for step in steps:
            act(store, model, step)
        assert {unit: number for _p, _e, unit, _v, number in values(store)} == model.current()
        assert store.verify() == []
        states = store.submissions().set_index("id")["state"]
        holding = set(model.current().values())
        assert {n for n in model.told if states[n] == "accepted"} == holding
        assert all(states[n] in IN_FORCE for n in holding)
        store.close()


def test_refusing_what_replaced_brings_the_replaced_back_whole(store: Store) -> None:
    first = give(store, cell(1), cell(2, unit="u2"))
    second = give(store, cell(3), replaces=first)
    store.refuse(second, "lan", "gửi nhầm")
    assert [row[2:] for row in values(store)] == [("u1", 1, first), ("u2", 2, first)]
    assert store.submission(first).state == "accepted"


def test_a_file_sent_back_does_not_wait_in_an_earlier_reading_of_itself(store: Store) -> None:
    first = give(store, cell(1), state="to_fix", outcome="fix")
    answered = give(store, cell(1), cell(2, unit="u2"), state="to_fix", outcome="fix", replaces=first)
    store.refuse(answered, "lan", "trả lại để sửa")
    assert [store.submission(number).state for number in (first, answered)] == ["superseded", "refused"]
    store.withdraw(answered, "lan", "đánh dấu nhầm")
    assert store.submission(first).state == "to_fix"
    assert store.verify() == []


def test_accepting_a_replacement_later_takes_the_replaced_out_whole(store: Store) -> None:
    first = give(store, cell(1), cell(2, unit="u2"))
    second = give(store, cell(3), state="asked", outcome="ask", replaces=first)
    assert [row[2:] for row in values(store)] == [("u1", 1, first), ("u2", 2, first)]
    store.accept(second, "lan", "đã hỏi")
    assert [row[2:] for row in values(store)] == [("u1", 3, second)]
    assert store.submission(first).state == "superseded"
    assert store.verify() == []


def test_what_was_in_force_at_a_moment_is_what_had_come_by_then(store: Store) -> None:
    def at(day: int) -> dt.datetime:
        return dt.datetime(2025, 3, day, tzinfo=dt.UTC)

    first = give(store, cell(1), cell(2, unit="u2"), received_at=at(15))
    mended = give(store, cell(5, unit="u2"), received_at=at(20))
    instead = give(store, cell(7), replaces=first, received_at=at(25))
    assert values(store, moment=at(14)) == []
    assert [row[2:] for row in values(store, moment=at(16))] == [("u1", 1, first), ("u2", 2, first)]
    assert [row[2:] for row in values(store, moment=at(21))] == [("u1", 1, first), ("u2", 5, mended)]
    assert [row[2:] for row in values(store, moment=at(26))] == [("u1", 7, instead), ("u2", 5, mended)]
    assert [row[2:] for row in values(store, moment=at(16), units=["u2"])] == [("u2", 2, first)]
    numbers = store.observations(moment=at(16), units=["u2"], places=False)
    assert numbers.to_dict("records") == [{"unit": "u2", "period": PERIOD, "basis": "in_period", "element": "e1", "value": 2.0}]


def test_a_return_that_waited_counts_from_when_it_was_taken_in_and_until_it_was_taken_out(store: Store) -> None:
    came = dt.datetime(2025, 3, 15, tzinfo=dt.UTC)
    waited = give(store, cell(1), state="asked", outcome="ask", received_at=came)
    before = now()
    store.accept(waited, "lan", "")
    counted = now()
    store.withdraw(waited, "lan", "")
    told = [[row[4] for row in values(store, moment=moment)] for moment in (came, before, counted, now())]
    assert told == [[], [], [waited], []]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(acts, min_size=1, max_size=9))
def test_what_is_in_force_now_is_what_was_in_force_this_moment(sqlite_template: Path, steps: list[tuple]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{shutil.copy(sqlite_template, folder)}", Path(folder) / "originals")
        model = Model()
        for step in steps:
            act(store, model, step)
        assert values(store, moment=now()) == values(store)
        store.close()


def test_what_was_taken_out_does_not_count_again_when_it_is_read_anew(store: Store) -> None:
    first = give(store, cell(1))
    store.withdraw(first, "lan", "nhầm")
    again = give(store, cell(2), state="asked", outcome="ask", replaces=first)
    assert values(store) == [] and store.submission(first).state == "withdrawn"
    store.accept(again, "lan", "")
    assert [row[2:] for row in values(store)] == [("u1", 2, again)]
    assert store.verify() == []
