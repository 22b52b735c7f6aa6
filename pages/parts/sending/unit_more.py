"""More of one unit: how punctual it is, what it was told to do, what it wrote, what it first sent against what is in force."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import pandas as pd
import streamlit as st

from catalogue.elements import elements
from catalogue.language import _, day, number
from catalogue.periods import Period
from indicators.expected import Expected
from indicators.since import since
from indicators.tasks import in_order
from pages.parts import clock, data, desk, names
from pages.parts.filters import Filters
from pages.parts.html import Html, h, join, link, table
from pages.parts.registers import duties

TAKEN_IN = ("accepted", "superseded", "withdrawn")
MOST_TEXTS, MOST_LETTERS = 12, 600


def punctuality(rows: Sequence[Expected | None]) -> str:
    """How the last returns stood to their due dates, in a sentence."""
    due = [row for row in rows if row and row.standing != "exempt"]
    missing = sum(row.received_on is None and row.late for row in due)
    late = sum(row.received_on is not None and row.late for row in due)
    in_time = sum(row.received_on is not None and not row.late for row in due)
    said = {"count": number(len(due)), "in_time": number(in_time), "late": number(late), "missing": number(missing)}
    return _("Of the last {count} returns: {in_time} in time, {late} late, {missing} not sent.", **said)


def tasks_of(chosen: Filters) -> Html | None:
    """The unit's tasks, late ones on top; None when it has none."""
    own, today = duties.of_unit(chosen.unit), clock.today()
    if not own:
        return None
    more = h("p", link(_("Open the register"), chosen.address("nhiem-vu")), class_="desk-note")
    drawn = duties.table_of(in_order(own, today), today, None, whose=any(task.unit != chosen.unit for task in own))
    return join([desk.heading(_("Its tasks")), duties.strip(own, today), drawn, more])


def texts_of(chosen: Filters) -> Html | None:
    """What the unit wrote beside its figures, the latest first, the same words once; None when it wrote nothing."""
    told = _texts(chosen.unit, chosen.version)
    if not told:
        return None
    rows = [(names.period(Period.parse(period)), h("span", text, lang="vi")) for period, text in told]
    return join([desk.heading(_("What it wrote in its returns")), table([_("Period"), _("Content")], rows, label=_("Texts of the unit"))])


@st.cache_data(max_entries=128, show_spinner=False)
def _texts(unit: str, version: int) -> list[tuple[str, str]]:
    found = sorted(data.store().narratives(unit=unit), key=lambda one: Period.parse(one.period), reverse=True)
    latest: dict[str, str] = {}
    for one in found:
        latest.setdefault(one.text, one.period)
    return [(period, text[:MOST_LETTERS]) for text, period in list(latest.items())[:MOST_TEXTS]]


def sent_and_now(chosen: Filters) -> Html | None:
    """Of the chosen period, what the unit first sent against what is in force; None when it has sent nothing."""
    found = _since(chosen.unit, str(chosen.period), chosen.version)
    if found.empty:
        return None
    changed = found[found["kind"] != "same"]
    same = len(found) - len(changed)
    counted = {"all": number(len(found)), "same": number(same), "changed": number(len(changed))}
    head = desk.heading(_("As sent, and now: {period}", period=names.period_inline(chosen.period)))
    said = desk.note(_("Of {all} figures {same} stand as they were first sent, {changed} are others now.", **counted))
    if changed.empty:
        return join([head, said])
    heads = [_("Count"), _("As first sent"), _("In force now"), _("Change"), _("Returns")]
    rows = [_changed(row, chosen) for row in changed.to_dict("records")]
    return join([head, said, table(heads, rows, label=_("Figures that are others now"), kinds="tnnnt")])


def _changed(row: dict, chosen: Filters) -> tuple:
    gone = row["kind"] == "gone"
    now = _("taken back") if gone else number(row["now"], None)
    moved = "–" if gone else f"{'+' if row['now'] > row['sent'] else '−'}{number(abs(row['now'] - row['sent']), None)}"
    name = names.element(row["element"]) if row["element"] in elements() else names.indicator(row["element"])
    if row["basis"] == "year_to_date":
        name = _("{count} (year to date)", count=name)
    numbers = dict.fromkeys(int(one) for one in (row["sent_by"], row["now_by"]) if not pd.isna(one))
    returns = join([link(_file(one), chosen.address("nop-bao-cao", tep=str(one))) for one in numbers], " → ")
    return name, number(row["sent"], None), now, moved, returns


@st.cache_data(max_entries=4096, show_spinner=False)
def _file(submission: int) -> str:
    sent = data.store().submission(submission)
    return f"{sent.file_name} ({day(_day(sent.received_at))})"


def _day(moment: dt.datetime) -> dt.date:
    return clock.local(moment).date()


@st.cache_data(max_entries=64, show_spinner=False)
def _since(unit: str, period: str, version: int) -> pd.DataFrame:
    store = data.store()
    coverage = store.coverage(units=[unit], periods=[period])
    numbers = sorted(set(coverage.loc[coverage["state"].isin(TAKEN_IN), "submission"]))
    sent = [store.observations(units=[unit], periods=[period], submission=int(one), current=False) for one in numbers]
    now = store.observations(units=[unit], periods=[period])
    return since(pd.concat(sent, ignore_index=True) if sent else now.iloc[:0], now)
