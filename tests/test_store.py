"""What is kept, what counts, and what comes back when a return is withdrawn; on SQLite and on PostgreSQL."""

from __future__ import annotations

import pandas as pd
import pytest
from returns_given import PERIOD, cell, give, values

from catalogue.facts import Issue
from store import Answer, Narrative, Store, Submission


def test_an_original_is_kept_once_under_its_first_name(store: Store) -> None:
    kept = store.keep_original(b"bytes", "a.xlsx")
    again = store.keep_original(b"bytes", "b.xlsx")
    assert kept == again
    assert kept.first_name == "a.xlsx"
    assert store.original(kept.sha256) == b"bytes"
    assert kept.path.stat().st_mode & 0o777 == 0o444
    with pytest.raises(KeyError):
        store.original("0" * 64)


def test_a_return_comes_back_as_it_was_given(store: Store) -> None:
    kept = store.keep_original(b"x", "x.xlsx")
    given = Submission(kept.sha256, "x.xlsx", "accepted", "lan", "accept", "ổn", "u1", (PERIOD,), "lô 1", "chữ ký")
    issues = [Issue("S", "A1", "blank", "warning", "trống"), Issue("", "", "late", "error", "muộn")]
    answers = [Answer("unit", {"id": "u1"}, "lan", "hỏi xã")]
    texts = [Narrative("u1", PERIOD, "results", "Đã triển khai")]
    number = store.commit_return(given, [cell(5, raw="5 hồ sơ")], issues, answers, texts, {"tables": [1, 2]})
    back = store.submission(number)
    assert (back.sender, back.periods, back.batch, back.signature) == ("u1", (PERIOD,), "lô 1", "chữ ký")
    assert back.received_at == given.received_at
    assert store.issues(number) == issues
    assert store.answers(number) == answers
    assert store.narratives("u1", PERIOD) == [Narrative("u1", PERIOD, "results", "Đã triển khai", number)]
    assert store.reading(number) == {"tables": [1, 2]}
    row = store.observations().iloc[0]
    assert row.to_dict() == {
        "unit": "u1", "period": PERIOD, "basis": "in_period", "element": "e1", "value": 5.0, "sheet": "Biểu 1", "cell": "D14",
        "raw": "5 hồ sơ", "status": "accepted", "submission": number,
    }  # fmt: skip


def test_the_version_grows_with_every_change_and_only_then(store: Store) -> None:
    versions = [store.version()]
    number = give(store, cell(1))
    versions.append(store.version())
    store.withdraw(number, "lan", "nhầm")
    versions.append(store.version())
    store.observations()
    assert store.version() == versions[-1]
    assert versions == sorted(set(versions))


def test_a_later_return_supersedes_cell_by_cell(store: Store) -> None:
    first = give(store, cell(1), cell(2, element="e2"), data=b"1")
    second = give(store, cell(10), data=b"2")
    assert values(store) == [(PERIOD, "e1", "u1", 10, second), (PERIOD, "e2", "u1", 2, first)]
    assert store.submission(first).state == "accepted"
    third = give(store, cell(20, element="e2"), data=b"3")
    assert values(store) == [(PERIOD, "e1", "u1", 10, second), (PERIOD, "e2", "u1", 20, third)]
    assert store.submission(first).state == "superseded"


def test_a_month_and_its_year_to_date_are_both_current(store: Store) -> None:
    give(store, cell(1), cell(9, basis="year_to_date"))
    assert sorted(store.observations()["value"]) == [1, 9]


@pytest.mark.parametrize("withdrawn, left", [([2], 30), ([3], 20), ([3, 2], 10), ([2, 3], 10), ([3, 2, 1], None), ([1], 30)])
def test_withdrawing_brings_the_latest_of_the_others_back(store: Store, withdrawn: list[int], left: float | None) -> None:
    numbers = {n: give(store, cell(n * 10), data=bytes([n])) for n in (1, 2, 3)}
    for n in withdrawn:
        store.withdraw(numbers[n], "lan", "nhầm")
    assert [row[3] for row in values(store)] == ([] if left is None else [left])
    assert len(store.observation_history("u1", PERIOD, "e1")) == 3


def test_a_batch_is_undone_at_once(store: Store) -> None:
    before = give(store, cell(1), data=b"1", batch="a")
    give(store, cell(2), data=b"2", batch="b")
    give(store, cell(3), data=b"3", batch="b")
    assert store.undo_batch("b", "lan", "nhầm tháng") == 2
    assert values(store) == [(PERIOD, "e1", "u1", 1, before)]
    assert set(store.submissions(batch="b")["state"]) == {"withdrawn"}


def test_undoing_a_batch_leaves_what_waits_and_brings_no_earlier_reading_back(store: Store) -> None:
    first = give(store, cell(1), state="asked", outcome="ask", data=b"1", batch="b")
    answered = give(store, cell(1), state="received", data=b"1", batch="b", replaces=first)
    store.accept(answered, "lan", "")
    waiting = give(store, cell(2, unit="u2"), state="asked", outcome="ask", data=b"2", batch="b")
    assert store.undo_batch("b", "lan", "nhầm") == 2
    assert [store.submission(one).state for one in (first, answered, waiting)] == ["withdrawn", "withdrawn", "asked"]
    assert store.undo_batch("b", "lan", "bỏ cả đợt") == 1 and store.submission(waiting).state == "withdrawn"
    assert store.verify() == []


def test_what_waits_for_an_answer_does_not_count(store: Store) -> None:
    waiting = give(store, cell(1), cell(2, element="e2", status="asked"), state="asked")
    assert values(store) == []
    assert len(store.observations(submission=waiting, status=None, current=False)) == 2
    store.accept(waiting, "lan", "đã hỏi xã")
    assert values(store) == [(PERIOD, "e1", "u1", 1, waiting)]


def test_an_answered_return_stands_in_the_place_of_the_asked_one(store: Store) -> None:
    asked = give(store, cell(1), state="asked", outcome="ask")
    answered = give(store, cell(1), cell(2, element="e2"), replaces=asked)
    assert store.submission(asked).state == "superseded"
    assert [row[4] for row in values(store)] == [answered, answered]
    store.withdraw(answered, "lan", "nhầm")
    assert values(store) == []
    assert store.submission(asked).state == "asked"


def test_a_replaced_return_leaves_whole_and_returns_whole(store: Store) -> None:
    first = give(store, cell(1), cell(2, element="e2"))
    second = give(store, cell(10), replaces=first)
    assert values(store) == [(PERIOD, "e1", "u1", 10, second)]
    store.withdraw(second, "lan", "nhầm")
    assert values(store) == [(PERIOD, "e1", "u1", 1, first), (PERIOD, "e2", "u1", 2, first)]
    assert store.submission(first).state == "accepted"


def test_filters_by_period_element_and_unit(store: Store) -> None:
    cells = [
        cell(i, unit=f"u{u}", element=f"e{e}", period=f"2025-M0{p}")
        for i, (u, e, p) in enumerate((u, e, p) for u in (1, 2) for e in (1, 2) for p in (1, 2))
    ]
    give(store, *cells)
    every = store.observations()
    for asked in [
        {"periods": ["2025-M01"]},
        {"elements": ["e2"]},
        {"units": ["u2"]},
        {"periods": ["2025-M02"], "units": ["u1"]},
        {"elements": []},
    ]:
        for places in (True, False):
            found = store.observations(**asked, places=places)
            mask = pd.Series(True, index=every.index)
            for name, some in asked.items():
                mask &= every[name.removesuffix("s")].isin(some)
            assert list(found["value"]) == list(every[mask]["value"])
            assert ("cell" in found) is places
    assert store.observations(units=["unknown"]).empty


def test_coverage_says_which_return_speaks_of_whom(store: Store) -> None:
    number = give(store, cell(1), cell(2, element="e2", status="rejected"), cell(1, unit="u2"), sender="u3", periods=(PERIOD,))
    found = store.coverage(periods=[PERIOD]).set_index("unit")
    assert found.loc["u1", ["accepted", "asked", "rejected"]].tolist() == [1, 0, 1]
    assert found.loc["u3", ["accepted", "asked", "rejected"]].tolist() == [0, 0, 0]
    assert set(found["submission"]) == {number}
    assert found["in_force"].all()
    assert list(store.coverage(units=["u2"])["unit"]) == ["u2"]
    assert store.coverage(units=["unknown"]).empty
    give(store, cell(1, period="2024-Q1"), data=b"older", state="asked", outcome="ask")
    assert store.periods() == ["2024-Q1", PERIOD]
    assert list(store.coverage()["state"]) == ["accepted"] * 3 + ["asked"]


def test_the_units_that_report_are_counted_once_by_period_and_only_what_is_in_force(store: Store) -> None:
    give(store, cell(1), cell(2, element="e2"), cell(3, unit="u2"), cell(4, unit="u4", status="rejected"))
    give(store, cell(5), data=b"again")
    give(store, cell(1, period="2024-Q1"), data=b"older", state="asked", outcome="ask")
    assert store.reporters() == {PERIOD: 2}


def test_many_units_are_picked_as_surely_as_few(store: Store) -> None:
    give(store, *(cell(n, unit=f"u{n}") for n in range(900)))
    asked = [f"u{n}" for n in range(0, 900, 2)]
    for places in (True, False):
        found = store.observations(units=asked, places=places)
        assert sorted(found["value"]) == list(range(0, 900, 2))
        assert set(found["unit"].cat.categories) == set(asked)
