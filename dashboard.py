"""The frame: page settings, the one table of pages, the shared filters; runs the chosen page."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import streamlit as st

from catalogue.indicators import groups
from catalogue.language import _
from pages import (
    check,
    documents,
    draft,
    explore,
    glossary,
    group,
    method,
    overview,
    remembered,
    requests,
    returns,
    submit,
    targets,
    tasks,
    trace,
    unit,
)
from pages.parts import data, elsewhere, filters, gate, names, speech, words
from pages.parts.drawing import theme
from pages.parts.figures import page


class Entry(NamedTuple):
    """One line of the table of pages. `section` is the drop-down it stands in ("" for none); a hidden page is reached by links."""

    show: Callable[[], None]
    title: str
    icon: str
    address: str
    section: str = ""
    role: gate.Role = "viewer"
    hidden: bool = False


def pages() -> list[Entry]:
    """Every page. A group of indicators with a card on the overview stands in the bar itself, the others in a drop-down."""
    other, collecting, duty = _("Other groups"), _("Collect returns"), _("Targets and tasks")
    writing, looking = _("Write reports"), _("Look up")
    prominent = data.prominent_groups()
    about = [
        Entry(partial(group.show, g.code), names.short_group(g), "", g.slug)
        if g.code in prominent
        else Entry(partial(group.show, g.code), names.group(g), "", g.slug, other)
        for g in sorted(groups().values(), key=lambda g: g.order)
    ]
    return [
        Entry(overview.show, _("Overview"), "", "tong-quan"),
        *sorted(about, key=lambda entry: entry.section != ""),
        Entry(unit.show, _("Unit"), "", "don-vi"),
        Entry(returns.show, _("Returns received"), "", "thu-bao-cao", collecting),
        Entry(submit.show, _("Submit returns"), "", "nop-bao-cao", collecting, "analyst"),
        Entry(targets.show, _("Targets"), "", "chi-tieu", duty),
        Entry(tasks.show, _("Tasks"), "", "nhiem-vu", duty),
        Entry(draft.show, _("Report"), "", "bao-cao", writing),
        Entry(requests.show, _("Answer a request"), "", "yeu-cau", writing, "analyst"),
        Entry(check.show, _("Check a report"), "", "kiem-tra-bao-cao", writing, "analyst"),
        Entry(explore.show, _("Explore the data"), "", "kham-pha", looking),
        Entry(glossary.show, _("Indicators"), "", "danh-muc", looking),
        Entry(documents.show, _("Register of documents"), "", "so-van-ban", looking),
        Entry(draft.show, _("Draft of the report"), "", "du-thao", hidden=True),
        Entry(method.show, _("Methods"), "", "phuong-phap", hidden=True),
        Entry(remembered.show, _("Ways of reading remembered"), "", "cach-doc-da-nho", role="analyst", hidden=True),
        Entry(trace.show, _("Origin of a figure"), "", "nguon-goc", hidden=True),
    ]


def menu(entries: list[Entry]) -> dict[str, list]:
    """The pages that the visitor may see, by drop-down."""
    sections: dict[str, list] = {}
    mine = gate.roles()
    for entry in entries:
        if entry.role in mine:
            one = st.Page(
                entry.show,
                title=entry.title,
                icon=entry.icon or None,
                url_path=entry.address,
                default=entry is entries[0],
                visibility="hidden" if entry.hidden else "visible",
            )
            sections.setdefault(entry.section, []).append(one)
    return sections


speech.begin()
st.set_page_config(page_title=_("Chi So"), page_icon="static/favicon.png", layout="wide")
st.logo("static/favicon.png", size="small")
theme.apply()
words.translate()
speech.switch()
entries = pages()
chosen_page = st.navigation(menu(entries), position="top")
filters.ask()
if not chosen_page.url_path:
    elsewhere.tell(st.context.url, entries[0].address)
slugs = {"", *(g.slug for g in groups().values())}
if chosen_page.url_path == submit.ADDRESS:
    chosen_page.run()  # it says itself what is read and computed
else:
    with page.awaited(f"{chosen_page.url_path} {filters.asked_for()}" if chosen_page.url_path in slugs else ""):
        chosen_page.run()
