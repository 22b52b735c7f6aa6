"""Tasks: what units were told to do, late ones on top; typed here or taken from a workbook."""

from __future__ import annotations

import streamlit as st

from catalogue.language import _
from indicators.tasks import in_order
from pages.parts import clock, desk, filters, gate
from pages.parts.csv_file import csv_bytes
from pages.parts.html import h, link
from pages.parts.registers import duties, duty_form, duty_import

ADDRESS, EDITED, NEW, IMPORT = "nhiem-vu", "sua", "moi", "nhap"
PLAN, STATE = "ke-hoach", "tinh-trang"


def show() -> None:
    """Show the register, or the form or the import that the address asks for."""
    gate.require("viewer")
    chosen, analyst = filters.chosen(), gate.allows("analyst")
    desk.begin(_("Tasks"), _("What units were told to do, by which document, until when. Late ones stand on top."))
    edited = st.query_params.get(EDITED, "")
    task = duties.numbered(edited)
    if analyst and (edited in (NEW, IMPORT) or task):
        desk.show(h("p", link(_("All tasks"), chosen.address(ADDRESS)), class_="desk-note"))
        done = duty_import.ask(chosen) if edited == IMPORT else duty_form.ask(task, chosen)
        if done:
            st.query_params.pop(EDITED, None)
            st.rerun()
        return
    if edited:
        st.warning(_("There is no such task, or you may not change it."))
    _list(chosen, analyst)


def _list(chosen: filters.Filters, analyst: bool) -> None:
    today = clock.today()
    own = duties.of_unit(chosen.unit)
    with st.container(horizontal=True, vertical_alignment="bottom", key="task-choice"):
        plan = filters.choose(PLAN, _("Plan"), duties.plans(own), duties.plan_words)
        state = filters.choose(STATE, _("Standing"), duties.CHOICES, duties.choice_words)
    of_plan = [task for task in own if plan in (duties.EVERY, task.plan)]
    shown = [task for task in in_order(of_plan, today) if duties.fits(task, state, today)]
    desk.show(duties.strip(of_plan, today), duties.overdue(of_plan, today, chosen), duties.feeds(plan, chosen))
    if analyst:
        add = link(_("+ Add a task"), chosen.address(ADDRESS, sua=NEW))
        take = link(_("+ Take tasks from a workbook"), chosen.address(ADDRESS, sua=IMPORT))
        desk.show(h("p", add, " · ", take, class_="desk-note"))
    if not shown:
        st.info(_("No task is recorded here.") if not own else _("No task stands so."))
        return
    desk.show(duties.table_of(shown, today, (lambda task: chosen.address(ADDRESS, sua=str(task.id))) if analyst else None))
    name = f"nhiem-vu-{chosen.unit}.csv"
    st.download_button(_("Download this list"), csv_bytes(*duties.take_away(shown, today)), name, "text/csv", icon=":material/download:")
