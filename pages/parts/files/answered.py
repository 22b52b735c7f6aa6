"""What was answered about a file: each question and its answer in words, which can be changed or taken back while the file waits."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from catalogue.language import _, number
from catalogue.periods import Period
from catalogue.units import units
from loaders.compare import SUPERSEDES
from loaders.questions import Question
from loaders.remembering import LASTING
from pages.parts import clock, desk, names
from pages.parts.files import known_readings, questions
from pages.parts.files.batches import Content
from pages.parts.files.questions import PERIOD, UNIT, VALUE, plain
from pages.parts.html import Html, h
from pages.parts.visitor import who
from store import Answer

ASK_AGAIN = "\x00"


@dataclass(frozen=True, slots=True)
class Changed:
    """Other answers by key, the keys to be asked again, and why."""

    given: dict[str, str]
    taken_back: tuple[str, ...]
    why: str


def show(held: Content, key: str, root: str, *, changeable: bool) -> Changed | None:
    """Draw the answers behind a fold. Gives what was changed when that is sent, else None."""
    if not held.answers:
        return None
    title = _("{count} answers given", count=number(len(held.answers)))
    if not changeable:
        desk.show(h("details", h("summary", title), h("ul", *(_line(held, one, root) for one in held.answers))))
        return None
    with st.expander(title, on_change="rerun", key=f"{key}-answered") as fold:
        return _form(held, key, root) if fold.open else None


def _line(held: Content, answer: Answer, root: str) -> Html:
    said = h("b", answer_words(held, answer, root))
    return h("li", f"{question_words(held, answer.key)} ", said, h("span", f" ({_whose(answer)})", class_="desk-small"))


def _form(held: Content, key: str, root: str) -> Changed | None:
    with st.form(key=f"{key}-change", border=False):
        chosen = {one.key: _choose(held, one, f"{key}-change-{place}", root) for place, one in enumerate(held.answers)}
        why = (st.text_input(_("Why the answer is changed"), key=f"{key}-change-why") or "").strip()
        sent = st.form_submit_button(_("Read again with the answers as they are now"))
    if not sent:
        return None
    before = {one.key: str(one.value) for one in held.answers}
    given = {name: value for name, value in chosen.items() if value not in (ASK_AGAIN, before[name])}
    taken_back = tuple(name for name, value in chosen.items() if value == ASK_AGAIN)
    if not given and not taken_back:
        st.warning(_("No answer was changed."))
        return None
    if not why and any(name.startswith(SUPERSEDES) and value == "yes" for name, value in given.items()):
        st.warning(_("Say why figures already taken in are replaced."))
        return None
    return Changed(given, taken_back, why)


def _choose(held: Content, answer: Answer, key: str, root: str) -> str:
    """The answer as it is, what may be chosen instead, and that it be asked again."""
    value, asked = str(answer.value), held.asked.get(answer.key)
    offered = {value: answer_words(held, answer, root)}
    offered |= _others(held, asked, root) if asked else {}
    st.markdown(f"{plain(question_words(held, answer.key))} :small[:gray[({plain(_whose(answer))})]]")
    return st.selectbox(
        _("Your answer: {asked}", asked=question_words(held, answer.key)),
        [*offered, ASK_AGAIN],
        format_func=lambda one: _("Take the answer back and ask again") if one == ASK_AGAIN else offered[one],
        key=key,
        label_visibility="collapsed",
    )


def _others(held: Content, asked: Question, root: str) -> dict[str, str]:
    values = {
        option.value: option.label
        for option in questions.choices(asked, root, clock.today(), questions.whole_cells(held.reading.observations))
    }
    if questions.BLANK in values:  # what is kept of "no figure" is an empty answer
        values[""] = values.pop(questions.BLANK)
    return values


def question_words(held: Content, key: str) -> str:
    """What was asked, as it was asked; of a question nobody finds again what it was about."""
    if key in held.asked:
        return questions.heading(held.asked[key])
    about = key.partition(":")[2]
    if key == PERIOD:
        return _("Which period?")
    if key.startswith(UNIT):
        return _('Which unit is "{text}"?', text=about)
    if key.startswith(VALUE):
        return _("Which figure stands in {cell}?", cell=about)
    return known_readings.words(key) if key.startswith(LASTING) else _("A question of this file")


def answer_words(held: Content, answer: Answer, root: str) -> str:
    """The answer as people say it."""
    value = str(answer.value)
    asked = held.asked.get(answer.key)
    told = questions.in_words(asked, value, root, clock.today()) if asked else ""
    return told or _alone(answer.key, value)


def _alone(key: str, value: str) -> str:
    """An answer whose question is not known any more, by what kind of thing it is."""
    if value in units():
        return names.unit(value)
    if key == PERIOD:
        try:
            return names.period(Period.parse(value))
        except ValueError:
            return value
    return {"yes": _("Yes"), "no": _("No")}.get(value) or known_readings.said(value)


def _whose(answer: Answer) -> str:
    return ", ".join(part for part in (who(answer.by), answer.why) if part)
