"""Taking tasks from a workbook of any layout: the columns as understood, a table to mend, then the register."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from catalogue.errors import UserError
from catalogue.language import _, number
from catalogue.tasks import task_plans
from loaders import assigned
from pages.parts import clock, data, desk, names
from pages.parts.files.uploads import KINDS
from pages.parts.filters import Filters
from pages.parts.registers import duties, duty_form
from pages.parts.visitor import visitor
from store import Task

NONE, MOST = -1, 1000


def ask(chosen: Filters) -> bool:
    """Draw the import; whether tasks were recorded."""
    file = st.file_uploader(_("Workbook of tasks: one row a task"), type=[kind for kind in KINDS if kind != "zip"], key="task-file")
    if not file:
        return False
    try:
        pages = _pages(file.getvalue(), file.name)
    except UserError as error:
        st.error(str(error))
        return False
    if not pages:
        st.error(_("No sheet has a row of headings that names the task and its unit, date or result."))
        return False
    page = st.selectbox(_("Sheet"), pages, format_func=lambda one: one.name, key="task-sheet") if len(pages) > 1 else pages[0]
    columns = _columns(page)
    rows = assigned.rows(page, columns, data.day_of(chosen))[:MOST] if "title" in columns else []
    if not rows:
        st.warning(_("Choose the column that holds the tasks."))
        return False
    whole = _whole(page, rows)
    return _record(rows, whole, chosen)


@st.cache_resource(max_entries=8, show_spinner=False)
def _pages(content: bytes, name: str) -> list[assigned.Page]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tasks"
        path.write_bytes(content)
        return assigned.open_pages(path, name)


def _columns(page: assigned.Page) -> dict[str, int]:
    """The column of each kind: as understood, changed where the person says so."""
    found, headings, absent = page.columns(), page.headings(), _("not in the file")
    doubtful = assigned.doubtful_columns(found)
    with st.expander(_("Which column says what"), expanded=bool(doubtful)):
        if doubtful:
            st.warning(_("Please look at: {columns}.", columns=", ".join(column_words(kind) for kind in doubtful)))
        chosen = {}
        for place, (kind, slot) in enumerate(zip(assigned.COLUMNS, st.columns(4) * 2, strict=True)):
            options = [NONE, *headings]
            at = options.index(found[kind][0]) if found[kind] else 0
            label, key = column_words(kind), f"task-column-{page.name}-{place}"
            chosen[kind] = slot.selectbox(label, options, index=at, format_func=lambda col: headings.get(col, absent), key=key)
    return {kind: col for kind, col in chosen.items() if col != NONE}


def column_words(kind: str) -> str:
    """A kind of column on screen."""
    return {
        "title": _("Task"),
        "unit": _("Unit in charge"),
        "due": _("Due"),
        "progress": _("Progress, result"),
        "done": _("Done on"),
        "document": _("Document"),
        "evidence": _("Evidence"),
        "assigned": _("Assigned on"),
    }[kind]


def _whole(page: assigned.Page, rows: Sequence[assigned.Row]) -> tuple[str, dt.date, str]:
    """What holds for every row that does not say otherwise: document, day of assignment, plan."""
    plans, document = list(task_plans()), page.document()
    stated, _sure = assigned.until(document)
    first, second, third = st.columns([3, 1, 2])
    named = first.text_input(_("Document that assigns it: number, date, title"), document, key="task-document")
    day = second.date_input(_("Assigned on"), stated or clock.today(), key="task-day", format=duty_form.DAYS)
    at = plans.index(rows[0].plan)
    plan = third.selectbox(_("Plan"), plans, index=at, format_func=duties.plan_words, key="task-plan")
    return (named or "").strip(), day, plan


def _record(rows: Sequence[assigned.Row], whole: tuple[str, dt.date, str], chosen: Filters) -> bool:
    doubts = sum(bool(row.doubts) for row in rows)
    if doubts:
        many = {"count": number(doubts), "all": number(len(rows))}
        st.warning(_("{count} of {all} rows are not sure; the last column says why. Mend them here, then tick them.", **many))
    edited = st.data_editor(
        _lines(rows), key="task-lines", hide_index=True, column_config=_config(chosen), disabled=["line", "doubt", "written"]
    )
    made = [task for line, row in zip(edited, rows, strict=True) if line["take"] for task in _tasks(line, row, whole)]
    held = {(task.unit, task.title, task.document) for task in duties.of_unit(chosen.root)}
    fresh = [task for task in made if (task.unit, task.title, task.document) not in held]
    faulty = sorted({fault for task in fresh for fault in duty_form.faults(task)})
    unnamed = sum(bool(line["take"]) and not line["unit"] for line in edited)
    if unnamed:
        st.info(_("{count} rows have no unit and are left out.", count=number(unnamed)))
    if len(made) > len(fresh):
        st.info(_("{count} tasks are on the register already and are left out.", count=number(len(made) - len(fresh))))
    for fault in faulty:
        st.error(fault)
    missing = _("Mend what is said above first.") if faulty else "" if fresh else _("No ticked row is new: tick one, or name its unit.")
    if desk.act(_("Record {count} tasks", count=number(len(fresh))), "task-record", missing, "primary"):
        for task in fresh:
            data.store().save(task, visitor())
        return True
    return False


def _lines(rows: Sequence[assigned.Row]) -> list[dict]:
    return [
        {
            "take": bool(row.units) and not row.doubts,
            "line": row.line,
            "title": row.title,
            "unit": list(row.units),
            "due": row.due,
            "done": row.done,
            "progress": row.progress,
            "written": " | ".join(text for text in (row.unit_text, row.due_text) if text),
            "doubt": ", ".join(column_words(kind) for kind in row.doubts),
        }
        for row in rows
    ]


def _config(chosen: Filters) -> dict:
    column = st.column_config
    return {
        "take": column.CheckboxColumn(_("Take"), width="small"),
        "line": column.NumberColumn(_("Row"), width="small"),
        "title": column.TextColumn(_("Task"), width="large"),
        "unit": column.MultiselectColumn(_("Unit in charge"), options=duty_form.offered(chosen), format_func=names.unit),
        "due": column.DateColumn(_("Due"), format=duty_form.DAYS),
        "done": column.DateColumn(_("Done on"), format=duty_form.DAYS),
        "progress": column.TextColumn(_("Progress, result")),
        "written": column.TextColumn(_("As written")),
        "doubt": column.TextColumn(_("Please look at")),
    }


def _tasks(line: dict, row: assigned.Row, whole: tuple[str, dt.date, str]) -> list[Task]:
    """One task for each unit of a line."""
    document, day, plan = whole
    title, progress = ((line[name] or "").strip() for name in ("title", "progress"))
    dates = row.assigned or day, line["due"], line["done"]
    said = {"plan": plan, "progress": progress, "evidence": row.evidence}
    return [Task(unit, title, row.document or document, *dates, **said) for unit in line["unit"] or ()]
