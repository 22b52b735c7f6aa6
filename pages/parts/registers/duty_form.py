"""Adding, changing or taking off one task."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import streamlit as st

from catalogue.language import _
from catalogue.tasks import task_plans
from catalogue.units import units
from pages.parts import clock, data, desk, names
from pages.parts.filters import Filters
from pages.parts.registers import duties
from pages.parts.visitor import visitor
from store import Task

DAYS = "DD/MM/YYYY"


def ask(before: Task | None, chosen: Filters) -> bool:
    """Draw the form, filled from `before`; records what is sent. Whether it is done with."""
    key = str(before.id) if before else "new"
    desk.show(desk.heading(before.title if before else _("A new task")))
    with st.form(key=f"task-{key}"):
        entered = _fields(key, before, chosen)
        sent = st.form_submit_button(_("Record"), type="primary")
    if sent:
        wrong = faults(entered)
        if not wrong:
            data.store().save(entered, visitor())
            st.toast(_("Recorded."))
            return True
        st.error("\n".join(f"- {one}" for one in wrong))
    return before is not None and _take_off(before)


def _take_off(task: Task) -> bool:
    with st.expander(_("Take this task off the register")):
        if st.button(_("Take off"), key=f"task-off-{task.id}"):
            data.store().remove(task, visitor())
            return True
    return False


def offered(chosen: Filters) -> list[str]:
    """The units a task may be given to: the area, its offices, its communes and theirs."""
    known = units()
    below = data.units_to_choose(chosen.root, chosen.unit, data.day_of(chosen))
    return list(dict.fromkeys([*below, *(office.id for unit in below for office in known.offices(unit))]))


def _fields(key: str, before: Task | None, chosen: Filters) -> Task:
    start = before or Task(chosen.unit, "", "", clock.today(), plan=list(task_plans())[-1])
    title = st.text_area(_("What is to be done"), start.title, key=f"task-title-{key}", height=80, max_chars=2000)
    left, right = st.columns(2)
    whom = list(dict.fromkeys([start.unit, *offered(chosen)]))
    plans = list(task_plans())
    with left:
        unit = st.selectbox(_("Unit"), whom, format_func=names.unit, key=f"task-unit-{key}")
        document = st.text_input(_("Document that assigns it: number, date, title"), start.document, key=f"task-document-{key}")
        assigned = _day(_("Assigned on"), start.assigned_on, f"task-assigned-{key}")
        progress = st.text_area(_("Progress, result"), start.progress, key=f"task-progress-{key}", height=80, max_chars=2000)
    with right:
        at = plans.index(start.plan) if start.plan in plans else len(plans) - 1
        plan = st.selectbox(_("Plan"), plans, index=at, format_func=duties.plan_words, key=f"task-plan-{key}")
        due = _day(_("Due on (empty: no date set)"), start.due_on, f"task-due-{key}")
        done = _day(_("Done on (empty: not done yet)"), start.done_on, f"task-done-{key}")
        evidence = st.text_area(_("Evidence: an address or the name of a document"), start.evidence, key=f"task-evidence-{key}", height=80)
    note = st.text_input(_("Note"), start.note, key=f"task-note-{key}", max_chars=500)
    said = {"title": title, "document": document, "progress": progress, "evidence": evidence, "note": note}
    texts = {name: (text or "").strip() for name, text in said.items()}
    return replace(start, unit=unit, plan=plan, assigned_on=assigned or dt.date.min, due_on=due, done_on=done, **texts)


def _day(label: str, value: dt.date | None, key: str) -> dt.date | None:
    return st.date_input(label, value, key=key, format=DAYS, min_value=dt.date(2015, 1, 1), max_value=dt.date(2060, 12, 31))


def faults(task: Task) -> list[str]:
    """What is still missing or wrong, one sentence each."""
    found = []
    if not task.title:
        found.append(_("Say what is to be done."))
    if not task.document:
        found.append(_("Name the document that assigns it."))
    if task.assigned_on == dt.date.min:
        found.append(_("Say on which day it was assigned."))
    if task.due_on and task.due_on < task.assigned_on:
        found.append(_("It is due before it was assigned."))
    if task.done_on and not task.assigned_on <= task.done_on <= clock.today():
        found.append(_("The day it was done lies before it was assigned, or in the future."))
    return found
