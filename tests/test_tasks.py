"""Assigned tasks: how they stand, and the counts that their register tells."""

import datetime as dt

import pandas as pd
import pytest

from catalogue.indicators import indicators
from catalogue.tasks import TaskCount, plan_of, task_counts, task_plans
from indicators import tasks
from indicators.cube import open_cube
from indicators.figures import figures
from store import Store, Task, open_store

TODAY = dt.date(2026, 11, 20)


def day(text):
    return dt.date.fromisoformat(f"2026-{text}") if text != "-" else None


def task(drawn, plan="p", unit="a", **changed):
    """A line "assigned due done", each mm-dd or -."""
    assigned, due, done = (day(part) for part in drawn.split())
    return Task(unit, "việc", "KH 1", assigned, due, done, plan=plan, **changed)


@pytest.mark.parametrize(
    ("drawn", "state", "days"),
    [
        ("01-05 11-15 -", "late", -5),
        ("01-05 11-20 -", "soon", 0),
        ("01-05 12-31 -", "open", 41),
        ("01-05 - -", "open", None),
        ("01-05 11-15 11-15", "done", 0),
        ("01-05 11-15 11-18", "done_late", -3),
        ("01-05 - 11-18", "done", None),
    ],
)
def test_a_task_stands_by_its_date_and_the_day_it_was_done(drawn, state, days):
    assert tasks.standing(task(drawn), TODAY) == tasks.Standing(state, days)


def test_one_with_progress_is_being_done():
    assert tasks.standing(task("01-05 12-31 -", progress="đã có dự thảo"), TODAY).state == "doing"


def test_late_ones_stand_on_top_and_done_ones_last():
    found = [task("01-05 12-31 -"), task("01-05 11-01 10-30"), task("01-05 11-15 -"), task("01-05 - -"), task("01-05 10-01 -")]
    assert [one.due_on for one in tasks.in_order(found, TODAY)] == [day("10-01"), day("11-15"), day("12-31"), None, day("11-01")]
    assert tasks.counts(found, TODAY) == {"late": 2, "soon": 0, "doing": 0, "open": 2, "done_late": 0, "done": 1}


FAMILIES = (
    TaskCount("due", ("*",), "due", False),
    TaskCount("in_time", ("*",), "done_on_time", False),
    TaskCount("assigned", ("p",), "assigned", True),
    TaskCount("done", ("p",), "done", True),
)


def typed(*rows):
    columns = ["unit", "period", "basis", "element", "value"]
    return pd.DataFrame([(u, p, "to_date", e, float(v)) for u, p, e, v in (row.split() for row in rows)], columns=columns)


@pytest.fixture
def counted(monkeypatch):
    monkeypatch.setattr(tasks, "task_counts", lambda: FAMILIES)

    def values(own, months=("2026-M09", "2026-M10", "2026-M11"), frame=None):
        found = tasks.joined(typed() if frame is None else frame, own, months, TODAY)
        return {(r.unit, r.period, r.element): r.value for r in found.itertuples()}

    return values


def test_tasks_are_counted_in_the_month_of_their_date_and_stand_until_they_are_done(counted):
    own = [task("09-20 10-10 10-05"), task("09-20 10-14 10-15"), task("10-01 - -", plan="q")]
    found = counted(own)
    assert [found["a", "2026-M10", code] for code in ("due", "in_time", "assigned", "done")] == [2, 1, 2, 1]
    assert found["a", "2026-M11", "done"] == 2
    assert ("a", "2026-M09", "assigned") not in found, "before the first task was assigned nothing is known"


def test_a_register_goes_before_the_typed_count_where_declared_so_and_behind_it_elsewhere(counted):
    own = [task("09-16 10-10 10-05")]
    frame = typed("a 2026-M10 assigned 9", "a 2026-M10 done 8", "a 2026-M10 due 7", "b 2026-M10 assigned 5", "a 2026-M08 assigned 4")
    found = counted(own, frame=frame)
    assert [found["a", "2026-M10", code] for code in ("assigned", "done", "due")] == [1, 1, 7]
    assert ("a", "2026-M10", "in_time") not in found, "both sides of a rate come from one source"
    assert (found["b", "2026-M10", "assigned"], found["a", "2026-M08", "assigned"]) == (5, 4)


def test_a_register_behind_returns_says_nothing_of_a_month_without_a_task_due(counted):
    found = counted([task("09-20 10-10 10-12")])
    assert [found["a", "2026-M10", code] for code in ("due", "in_time")] == [1, 0], "what it holds it tells, a late task too"
    assert not {("a", "2026-M11", "due"), ("a", "2026-M11", "in_time")} & set(found), "a month it holds nothing of is no zero"
    assert found["a", "2026-M11", "assigned"] == 1, "of its own plan the register is the only source"


def test_plans_are_known_by_their_words():
    first, *_others, last = task_plans()
    assert plan_of("Kế hoạch số 3584/KH-UBND về phát triển trí tuệ nhân tạo") == first
    assert plan_of("Ra quân dọn vệ sinh") == last
    assert {plan for count in task_counts() for plan in count.plans} <= {"*", *task_plans()}


def test_a_rate_is_made_of_the_register_and_traced_to_its_tasks(tmp_path):
    store: Store = open_store(f"sqlite:///{tmp_path / 'store.db'}", tmp_path)
    store.initialise()
    plan = next(count.plans[0] for count in task_counts() if count.measure == "assigned")
    for number, done in enumerate((day("09-20"), None, None)):
        store.save(Task("23356.2", f"việc {number}", "KH 1", day("08-01"), day("10-01"), done, plan=plan), "lan")
    cube = open_cube(store)
    row = figures(cube, units=["23356.2"], periods=["2026-M10"], indicators=["ai_task_completion_rate"], on=TODAY).iloc[0]
    assert (row["numerator"], row["denominator"], row["state"]) == (1, 3, "ok")
    cells = cube.cells(["ai_tasks_done"], ["2026-M10"], ["23356.2"])
    assert cells[["sheet", "cell", "raw"]].values.tolist() == [[tasks.REGISTER, "1", "việc 0"]]
    store.close()


def test_a_unit_that_sent_nothing_stays_unreported_where_the_register_holds_no_task_due(tmp_path):
    store: Store = open_store(f"sqlite:///{tmp_path / 'store.db'}", tmp_path)
    store.initialise()
    for due in (day("09-10"), day("10-10")):
        store.save(Task("23356.2", "việc", "KH 1", day("08-01"), due, day("10-05")), "lan")
    rate = next(
        one.code for one in indicators().values() if {"tasks_due"} == set(one.latest.denominator.elements if one.latest.denominator else ())
    )
    rows = figures(open_cube(store), units=["23356.2"], periods=["2026-M10", "2026-M11"], indicators=[rate], on=TODAY)
    assert rows["state"].tolist() == ["ok", "missing"] and rows["denominator"].tolist()[0] == 1
    store.close()


def test_a_figure_counted_here_is_there_before_anybody_has_sent():
    of_tasks = next(one for one in indicators().values() if tasks.counted_here(one) and one.sources != ("SYS",))
    told = {count.element for count in task_counts()}
    assert {*of_tasks.latest.numerator.elements, *of_tasks.latest.denominator.elements} <= told
    assert not tasks.counted_here(indicators()["eid_l2_activated_rate"])
