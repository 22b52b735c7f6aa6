"""What a person does to a report: write sections, save a draft, see what changed since."""

from __future__ import annotations

import hashlib
from difflib import SequenceMatcher

import streamlit as st

from catalogue.language import LANGUAGES, _, day, number
from catalogue.periods import Period
from pages.parts import clock, data, desk, names
from pages.parts.drafting import written
from pages.parts.filters import Filters
from pages.parts.html import h, table
from pages.parts.visitor import visitor, who
from report import kept
from report.compose import editable, lines
from report.content import Draft, Part
from report.order import Order

TALL, LINE, FEW = 420, 26, 8


def changes(chosen: Filters, order: Order, draft: Draft, analyst: bool) -> None:
    """The sentences that differ from the draft saved last; saving it anew renews our lines in edited sections too."""
    saved = kept.last_draft(data.store(), chosen.unit, chosen.period)
    if saved is None:
        said = _("No draft has been saved for this unit and period. A saved one is compared with the data from then on.")
    else:
        said = _("Draft saved on {day} by {name}.", day=day(clock.local(saved.at).date()), name=who(saved.by))
    found = kept.changes(saved, draft) if saved else []
    desk.show(desk.heading(_("Since the last saved draft")), desk.note(said))
    if saved and not found:
        desk.show(desk.note(_("Nothing has changed since.")))
    chose = saved is not None and kept.choices_of(saved) != kept.choices(order)
    if chose:
        desk.show(desk.note(_("The choices above differ from those saved.")))
    label = _("Draft it again, keep what was edited") if found else _("Save this draft")
    if analyst and (found or chose or saved is None) and st.button(label, key="report-save"):
        _save(chosen, order, draft)
        st.rerun()
    if found:
        said = _("{count} sentences read otherwise now, because data or targets changed", count=number(len(found)))
        with st.expander(said, expanded=len(found) <= FEW, key="report-changed"):
            rows = [_side_by_side(one.old, one.new) for one in found]
            desk.show(table((_("Then"), _("Now")), rows, label=_("Sentences that changed")))


def _side_by_side(old: str, new: str) -> tuple[object, object]:
    """Both sentences, in bold what differs between them; a dash where one is not."""
    before, now = old.split(), new.split()
    matched = SequenceMatcher(None, before, now, autojunk=False).get_opcodes() if old and new else []
    same = [(before[a:b], now[c:d], sign == "equal") for sign, a, b, c, d in matched]
    return _marked(old, [(one, equal) for one, _other, equal in same]), _marked(new, [(other, equal) for _one, other, equal in same])


def _marked(text: str, pieces: list[tuple[list[str], bool]]) -> object:
    words = [part for some, equal in pieces if some for part in (" ".join(some) if equal else h("b", " ".join(some)), " ")]
    return h("span", *words, lang=LANGUAGES[0]) if pieces else text or "\u2013"


def _save(chosen: Filters, order: Order, draft: Draft) -> None:
    """Renew our own lines inside edited sections, then remember the draft."""
    store, by, documents = data.store(), visitor(), written.sources(chosen.version).documents
    for section, text in kept.texts(store, chosen.unit, chosen.period).items():
        ours = lines(draft.part(section).ours, documents)
        words = kept.renewed(text, ours)
        if words != text.words:
            kept.record_text(store, chosen.unit, chosen.period, section, words, ours, by)
    kept.record_draft(store, order, draft, by)


def sections(chosen: Filters, draft: Draft) -> None:
    """An editor for each section that is the writer's."""
    desk.show(desk.heading(_("Edit the text")))
    desk.show(
        desk.note(
            _("One line a paragraph; \u201c- \u201d begins a bullet. A number of the register in braces, such as {3584/KH-UBND}, is cited.")
        )
    )
    texts = kept.texts(data.store(), chosen.unit, chosen.period)
    earlier = kept.offered(data.store(), chosen.unit, chosen.period)
    for key, heading in _headings().items():
        part, title = draft.part(key), f"{key}. {heading.rstrip(':')}"
        with st.expander(_("{title} (edited)", title=title) if part.edited else title, key=f"report-part-{key}"):
            _section(chosen, part, heading, texts.get(key), earlier.get(key))


def _headings() -> dict[str, str]:
    """The writer's sections in the language of the screen; the report itself has its own headings, in Vietnamese."""
    return {
        "1": _("Direction and guidance"),
        "3.1": _("Shortcomings and difficulties:"),
        "3.2": _("Causes:"),
        "4": _("Directions and tasks"),
        "5": _("Proposals and requests"),
    }


def _section(chosen: Filters, part: Part, heading: str, text: kept.Text | None, earlier: kept.Text | None) -> None:
    documents = written.sources(chosen.version).documents
    own = text.words if text else editable(part.ours, documents)
    if text:
        desk.show(desk.note(_("Edited on {day} by {name}.", day=day(clock.local(text.at).date()), name=who(text.by))))
    field = _field(chosen, part, own)
    height = min(TALL, 80 + LINE * (len(own) // 90 + own.count("\n") + 1))
    words = st.text_area(heading, own, key=field, height=height, label_visibility="collapsed") or ""
    with st.container(horizontal=True):
        if st.button(_("Keep this text"), key=f"{field}-keep", type="primary"):
            _keep(chosen, part, words)
        if text and st.button(_("Back to the text drafted from the figures"), key=f"{field}-back"):
            _keep(chosen, part, "")
    if earlier and earlier.words.strip() != own.strip():
        when = names.period_inline(Period.parse(earlier.period))
        desk.show(desk.note(_("Written for {period}:", period=when)), h("blockquote", earlier.words, class_="desk-callout"))
        if st.button(_("Use this text again"), key=f"{field}-again"):
            _keep(chosen, part, earlier.words)


def _field(chosen: Filters, part: Part, own: str) -> str:
    """The key of the box for a text: a new one when the text it begins with is another. What was typed and not recorded yet goes over
    to it: data that change, or another section that is recorded, take nothing from a writer."""
    place = _place(chosen, part)
    field = f"{place}-{hashlib.sha256(own.encode()).hexdigest()[:12]}"
    before, began = st.session_state.get(place, (field, own))
    typed = st.session_state.get(before)
    if before != field and typed is not None and typed != began:
        st.session_state.setdefault(field, typed)
    st.session_state[place] = field, own
    return field


def _place(chosen: Filters, part: Part) -> str:
    return f"report-text-{chosen.unit}-{chosen.period}-{part.key}"


def _keep(chosen: Filters, part: Part, words: str) -> None:
    st.session_state.pop(_place(chosen, part), None)
    ours = lines(part.ours, written.sources(chosen.version).documents)
    kept.record_text(data.store(), chosen.unit, chosen.period, part.key, words.strip(), ours, visitor())
    st.toast(_("Recorded."))
    st.rerun()
