"""The register of tasks as it is drawn: how many stand how, one line a task, what it feeds."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

import streamlit as st

from catalogue.indicators import indicators
from catalogue.language import LANGUAGES, _, day, language, number
from catalogue.tasks import task_counts, task_plans
from catalogue.units import units
from indicators.tasks import counts, standing
from indicators.words import codes_of
from pages.parts import data, names
from pages.parts.drawing.status import Look
from pages.parts.filters import Filters
from pages.parts.html import Html, h, join, link, table
from store import Task

EVERY = "tat-ca"
OPEN = ("late", "soon", "doing", "open")
CHOICES = (EVERY, "qua-han", "sap-den-han", "chua-xong", "da-xong")
_CHOSEN = {"qua-han": ("late",), "sap-den-han": ("soon",), "chua-xong": OPEN, "da-xong": ("done", "done_late")}
_LOOKS = {
    "late": Look("diamond", "bad", "Overdue"),
    "soon": Look("clock", "warn", "Due within a week"),
    "doing": Look("dots", "accent", "Under way"),
    "open": Look("ring", "muted", "Not begun"),
    "done_late": Look("tick", "warn", "Done late"),
    "done": Look("tick", "good", "Done"),
}
MOST_ROWS, NAMED = 300, 6


@st.cache_resource(max_entries=8, show_spinner=False)
def _every(version: int) -> tuple[Task, ...]:
    return tuple(data.store().every(Task))


def of_unit(unit: str) -> list[Task]:
    """The tasks of a unit, of those below it and of its offices."""
    known = units()
    return [task for task in _every(data.version()) if task.unit in known and known.lies_in(task.unit, unit)]


def numbered(text: str) -> Task | None:
    """The task of that number, when there is one."""
    return next((task for task in _every(data.version()) if str(task.id) == text), None)


def plans(own: Iterable[Task]) -> tuple[str, ...]:
    """The plans that can be chosen: all, and those with tasks."""
    used = {task.plan for task in own}
    return (EVERY, *(code for code in task_plans() if code in used))


def plan_words(code: str) -> str:
    """A plan on screen."""
    if code == EVERY:
        return _("Every plan")
    plan = task_plans().get(code)
    return (plan.name_en if language() == "en" else plan.name_vi) if plan else _("No plan named")


def choice_words(code: str) -> str:
    """A choice of standing on screen."""
    return {
        EVERY: _("All"),
        "qua-han": _("Overdue"),
        "sap-den-han": _("Due within a week"),
        "chua-xong": _("Not done yet"),
        "da-xong": _("Done"),
    }[code]


def fits(task: Task, choice: str, on: dt.date) -> bool:
    """Whether a task stands as chosen."""
    return choice == EVERY or standing(task, on).state in _CHOSEN[choice]


def badge(state: str) -> Html:
    """Shape and word of a standing."""
    look = _LOOKS[state]
    drawn = h("i", class_=f"symbol shape-{look.shape}", aria_hidden="true")
    return h("span", drawn, _(look.word), class_=f"desk-badge desk-{look.tone}")


def strip(own: Sequence[Task], on: dt.date) -> Html:
    """How many tasks there are and how they stand."""
    found = counts(own, on)
    parts = [
        h("div", h("dt", badge(state)), h("dd", number(many), class_="desk-count"))
        for state, many in found.items()
        if many or state in ("late", "done")
    ]
    whole = h("div", h("dt", _("Tasks")), h("dd", number(len(own)), class_="desk-count"))
    return h("dl", whole, *parts, class_="desk-facts desk-strip") if own else Html("")


def overdue(own: Sequence[Task], on: dt.date, filters: Filters) -> Html | None:
    """Whose tasks are overdue, who has most of them first, each a link to them; nothing where all are one unit's."""
    late = Counter(task.unit for task in own if standing(task, on).state == "late").most_common()
    if not late or len({task.unit for task in own}) == 1:
        return None
    named = [link(f"{names.unit_inline(unit)} {number(many)}", filters.address("nhiem-vu", don_vi=unit)) for unit, many in late[:NAMED]]
    rest = [_("{count} more units", count=number(len(late) - NAMED))] if len(late) > NAMED else []
    return h("p", _("Overdue:"), " ", join([*named, *rest], ", "), ".", class_="desk-big")


def feeds(plan: str, filters: Filters) -> Html | None:
    """Which indicators are computed from the tasks shown: always, and only of units that sent no count of their own."""
    told = [count for count in task_counts() if plan == EVERY or count.covers(plan)]
    sorts = (
        (True, _("Counted from this register:")),
        (False, _("Counted from this register only where a unit has sent no count of its own and a task falls due:")),
    )
    lines = [_fed({count.element for count in told if count.before_typed == first}, words, filters) for first, words in sorts]
    return join(lines) if any(lines) else None


def _fed(elements: set[str], words: str, filters: Filters) -> Html | None:
    fed = [one for one in indicators().values() if elements & set(codes_of(one.latest))]
    if not fed:
        return None
    named = join([link(names.indicator(one.code), filters.address("danh-muc", chi_so=one.code)) for one in fed], "; ")
    return h("p", words, " ", named, ".", class_="desk-note")


def days_words(task: Task, on: dt.date) -> str:
    """How a task stands to its date."""
    days = standing(task, on).days
    if task.due_on is None:
        return _("no date set")
    if task.done_on:
        return _("{days} days after its date", days=number(-days)) if days is not None and days < 0 else _("in time")
    if days is not None and days < 0:
        return _("{days} days overdue", days=number(-days))
    return _("{days} days left", days=number(days)) if days else _("due today")


def table_of(own: Sequence[Task], on: dt.date, edit: Callable[[Task], str] | None, *, whose: bool = True) -> Html:
    """One line a task; `whose` shows the unit."""
    head = [_("Task"), *([_("Unit")] if whose else []), _("Due"), _("Standing"), _("Progress and evidence"), ""]
    body = [
        (
            _what(task),
            *([names.unit(task.unit)] if whose else []),
            _when(task, on),
            badge(standing(task, on).state),
            _how(task),
            link(_("Change"), edit(task)) if edit else "",
        )
        for task in own[:MOST_ROWS]
    ]
    drawn = table(head, body, label=_("Assigned tasks"), class_="desk-duties")
    rest = len(own) - MOST_ROWS
    return join([drawn, h("p", _("{count} more are in the file below.", count=number(rest)), class_="desk-note") if rest > 0 else None])


def _what(task: Task) -> Html:
    assigned = (
        h("div", task.document, class_="desk-small", lang="vi") if task.document else h("div", plan_words(task.plan), class_="desk-small")
    )
    return h("div", h("div", task.title, lang="vi"), assigned)


def _when(task: Task, on: dt.date) -> Html:
    tone = "desk-small desk-bad" if standing(task, on).state == "late" else "desk-small"
    return h("div", h("div", day(task.due_on) or "–"), h("div", days_words(task, on), class_=tone))


def _how(task: Task) -> Html:
    done = _("Done on {day}", day=day(task.done_on)) if task.done_on else ""
    lines = [h("div", done)] if done else []
    lines += [h("div", task.progress, lang="vi")] if task.progress else []
    if task.evidence.startswith(("http://", "https://")):
        lines.append(h("div", h("a", _("Evidence"), href=task.evidence, rel="noopener noreferrer", target="_blank")))
    elif task.evidence:
        lines.append(h("div", _("Evidence"), ": ", h("span", task.evidence, lang=LANGUAGES[0]), class_="desk-small"))
    return h("div", *lines) if lines else Html("–")


def take_away(own: Sequence[Task], on: dt.date) -> tuple[list[str], list[list[object]]]:
    """The list as a table to download."""
    head = [
        _("Task"), _("Unit"), _("Plan"), _("Document"), _("Assigned"), _("Due"), _("Done"), _("Standing"), _("Progress"), _("Evidence"),
        _("Note"),
    ]  # fmt: skip
    body: list[list[object]] = [
        [t.title, names.unit(t.unit), plan_words(t.plan), t.document, day(t.assigned_on), day(t.due_on), day(t.done_on),
         _(_LOOKS[standing(t, on).state].word), t.progress, t.evidence, t.note]
        for t in own
    ]  # fmt: skip
    return head, body
