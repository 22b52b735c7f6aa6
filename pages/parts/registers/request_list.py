"""A request on the screen: how it was read, what is held of each item, who owes what, and the register of requests still open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import PurePath

import streamlit as st

from catalogue.language import _, day, number
from catalogue.periods import Period
from loaders import answering
from loaders.answer_book import name_of, value_of, words_of
from loaders.answering import Answer
from loaders.asked import FORMS, Asked, asked_in_text, read_form
from pages.parts import clock, data, desk, names
from pages.parts.filters import Filters
from pages.parts.html import Html, h, link, table
from report.checking.reading import read
from store import Request

MOST_CODES = 6
_STATES = ("held", "partial", "older", "missing", "unclear", "foreign")


@st.cache_data(max_entries=32, show_spinner=False)
def asked_in(data_: bytes, name: str) -> Asked:
    """A form or a letter as read; UserError when it cannot be opened."""
    if PurePath(name).suffix.lower() in FORMS:
        return read_form(data_, name)
    return asked_in_text("\n".join(passage.text for passage in read(data_).passages), name)


def answers(asked: Asked, chosen: Filters, period: Period) -> list[Answer]:
    """The answers as of the version shown, with what a person chose for unclear items."""
    said = {place: st.session_state.get(_key(place), "") for place in range(len(asked.items))}
    cube = data.counting_cube(chosen.version)
    return answering.answers(cube, asked, chosen.unit, period, chosen=said, boundaries=chosen.boundaries)


def summary(found: Sequence[Answer], chosen: Filters, period: Period) -> str:
    """How many items are held, in part, older, missing, unclear or not ours."""
    counted = Counter(answer.state for answer in found)
    words = {
        "held": _("{count} held whole"),
        "partial": _("{count} held in part"),
        "older": _("{count} of an earlier period"),
        "missing": _("{count} missing"),
        "unclear": _("{count} unclear"),
        "foreign": _("{count} not kept here"),
    }
    parts = [words[state].format(count=number(counted[state])) for state in _STATES if counted[state]]
    said = _("{choice}: {count} items asked for", choice=names.choice(chosen.unit, period), count=number(len(found)))
    return f"{said}: {', '.join(parts)}."


def unclear(asked: Asked) -> None:
    """One box for each item whose words may mean several of our figures."""
    for place, item in enumerate(asked.items):
        if item.codes and not item.sure:
            st.selectbox(
                _("\u201c{text}\u201d means", text=item.text),
                ["", *item.codes[:MOST_CODES]],
                format_func=lambda code: name_of(code) if code else _("none of these"),
                key=_key(place),
            )


def _key(place: int) -> str:
    return f"request-means-{place}"


def answer_table(found: Sequence[Answer], chosen: Filters) -> Html:
    """One line an item: what was asked, what it was understood as, the value, its date, how it stands."""
    head = [_("Asked for"), _("Understood as"), _("Figure held"), _("Data as of"), _("Standing")]
    return table(head, [_line(answer, chosen) for answer in found], label=_("What is asked for"), kinds="ttntt")


def _line(answer: Answer, chosen: Filters) -> tuple[object, ...]:
    held, item = answer.held, answer.item
    whose = names.unit(item.unit) if item.unit and item.unit != chosen.unit else ""
    asked = h("span", item.text, h("span", f" · {whose}", class_="desk-note") if whose else None)
    if held is None:
        return asked, "", "", "", words_of(answer)
    value: object = value_of(held)
    if value and held.denominator is not None and held.period:
        value = link(value, chosen.address("nguon-goc", chi_so=held.code, don_vi=held.unit, ky=str(held.period)))
    return asked, name_of(held.code), value, day(held.data_date), words_of(answer)


def missing_table(missing: Mapping[str, Sequence[str]], chosen: Filters) -> Html:
    """One line a commune: how many counts it owes and which."""
    rows = [
        (link(names.unit(unit), chosen.address("don-vi", don_vi=unit)), number(len(codes)), ", ".join(map(name_of, codes)))
        for unit, codes in missing.items()
    ]
    return table([_("Unit"), _("Figures owed"), _("Which")], rows, label=_("Still to be asked for"), kinds="tnt")


def register(chosen: Filters, by: str) -> None:
    """The requests that were recorded, the soonest due first, with what each still lacks."""
    known = sorted(data.store().every(Request), key=lambda request: request.due_on)
    desk.show(desk.heading(_("Requests recorded")))
    if not known:
        desk.show(desk.note(_("None yet.")))
        return
    head = [_("Document"), _("Content"), _("Period"), _("Due"), _("Still open"), _("Who owes")]
    desk.show(table(head, [_recorded(request, chosen) for request in known], label=_("Requests recorded"), kinds="ttttnt"))
    with st.expander(_("Take a request off the register")):
        which = st.selectbox(_("Request"), known, format_func=lambda request: f"{request.document}: {request.title}", key="request-off")
        if which and st.button(_("Take it off"), key="request-take-off"):
            data.store().remove(which, by)
            st.rerun()


def watched(chosen: Filters) -> Html | None:
    """The recorded requests that some commune has not answered yet, as one line for the board of returns; None when there are none."""
    waiting = [request for request in data.store().every(Request) if open_units(request, chosen.version)]
    if not waiting:
        return None
    first = min(request.due_on for request in waiting)
    said = _(
        "{count} recorded requests are not answered by every commune; the first is due on {day}.",
        count=number(len(waiting)),
        day=day(first),
    )
    return h("p", link(said, chosen.address("yeu-cau")), class_="desk-note")


def _recorded(request: Request, chosen: Filters) -> tuple[object, ...]:
    owing = open_units(request, chosen.version)
    late = request.due_on < clock.today() and owing
    due = h("span", day(request.due_on), class_="desk-bad" if late else None)
    whom = ", ".join(names.unit(unit) for unit in owing) or _("everything has come")
    period = names.period(Period.parse(request.period))
    return f"{request.document}, {request.issuer}".strip(", "), request.title, period, due, number(len(owing)), whom


def open_units(request: Request, version: int) -> dict[str, tuple[str, ...]]:
    """Who still owes what of a request."""
    return answering.still_open(data.counting_cube(version), request)
