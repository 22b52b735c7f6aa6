"""The questions a file raises, as choices for a person; what is chosen goes back with a reason."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import groupby

import streamlit as st

from catalogue.elements import elements
from catalogue.errors import UserError
from catalogue.facts import Observation
from catalogue.language import _, day, named, number
from catalogue.measures import measures
from catalogue.periods import Period
from catalogue.units import units
from loaders.questions import LEAVE, Option, Question
from loaders.remembering import LASTING
from pages.parts import clock, names
from pages.parts.files.typed_number import typed_number

MANY = 6
MONTHS_BACK = 30
PERIOD, UNIT, VALUE = "period", "unit:", "value:"
REPLACES = "changed_version"
PAIRS_SHOWN = 8
ABOVE = ("country", "province")
BLANK = "blank"
UNHEARD = ("unit_unknown", "unit_unlisted")


def ask(
    questions: Sequence[Question], key: str, root: str, observations: Sequence[Observation] = (), sender: str = ""
) -> tuple[dict[str, str], str, bool] | None:
    """Draw every question in one form. Gives (answers, why, remember) when it is sent with at least one answer, else None.

    `observations` are what was read of the file; `sender` is whose file it is, where it is of one unit alone: what is remembered holds
    for its files only."""
    whole, about = whole_cells(observations), subjects(observations)
    with st.form(key=f"{key}-questions", border=True):
        given = {one.key: _choose(one, f"{key}-{place}", root, whole, about) for place, one in enumerate(questions)}
        must = any(question.kind == REPLACES for question in questions)
        label = _("Why (kept with the answer; needed to replace figures)") if must else _("Why (kept with the answer)")
        why = st.text_input(label, key=f"{key}-why", placeholder=_("for example: asked the clerk by phone"))
        remember = _may_last(questions) and st.checkbox(remember_words(sender), value=True, key=f"{key}-remember")
        if not all(question.key.startswith(LASTING) for question in questions):
            st.caption(passing_words(remembered=_may_last(questions)))
        sent = st.form_submit_button(_("Read again with these answers"), type="primary")
    wrong = [one for one in given.values() if isinstance(one, UserError)]
    if sent and wrong:
        st.warning(plain(" ".join(str(one) for one in wrong)))
        return None
    answers = {name: value for name, value in given.items() if isinstance(value, str)}
    replaced = any(question.kind == REPLACES and answers.get(question.key) == "yes" for question in questions)
    if sent and not answers:
        st.warning(_("Choose at least one answer."))
    if sent and replaced and not (why or "").strip():
        st.warning(_("Say why figures already taken in are replaced."))
        return None
    return (answers, (why or "").strip(), remember) if sent and answers else None


def remember_words(sender: str) -> str:
    """For whose later files an answer about a heading holds once it is remembered."""
    if sender:
        return _("Remember what the headings mean for later files of {sender} with the same layout", sender=names.unit_inline(sender))
    return _("Remember what the headings mean for later files of every sender with the same layout")


def passing_words(*, remembered: bool) -> str:
    """What is asked again in every file."""
    if remembered:
        return _("Only meanings of headings and ways of writing rates are remembered: period, units and figures are asked again each time.")
    return _("These answers hold for this file alone: period, units and figures are asked again in every file.")


def _may_last(questions: Sequence[Question]) -> bool:
    """Whether anything is asked that holds for later files too."""
    return any(question.key.startswith(LASTING) for question in questions)


def whole_cells(observations: Iterable[Observation]) -> frozenset[str]:
    """The cells (sheet!cell) that hold counts of things without halves: people, dossiers, accounts."""
    known, of = elements(), measures()
    counted = (o for o in observations if o.element in known and known[o.element].unit in of)
    return frozenset(f"{o.sheet}!{o.cell}" for o in counted if of[known[o.element].unit].whole)


def subjects(observations: Iterable[Observation]) -> dict[str, str]:
    """What stands in a cell (sheet!cell), in words: of which unit, and which count."""
    known = elements()
    said: dict[str, list[str]] = {}
    for o in observations:
        if o.element in known:
            told = said.setdefault(f"{o.sheet}!{o.cell}", [names.unit(o.unit)] if o.unit in units() else [])
            told += [] if (name := named(known[o.element])) in told else [name]
    return {place: ": ".join((parts[0], "; ".join(parts[1:]))) if len(parts) > 1 else "".join(parts) for place, parts in said.items()}


def choices(question: Question, root: str, today: dt.date, whole: Collection[str] = ()) -> list[Option]:
    """What may be answered. The reader's own options come first; a period or unit it could not propose is offered from the calendar
    and the register. A unit is told with what tells it from its namesake. In `whole` cells no part of a person is offered."""
    if question.key == PERIOD and not question.options:
        return [Option(str(period), names.period(period)) for period in _periods(today)]
    if question.key.startswith(UNIT):
        proposed = [option.value for option in question.options if option.value in units() and _below(option.value, root)]
        if question.kind not in UNHEARD:
            return [_unit(one) for one in (proposed or _area(root, today))]
        everyone = dict.fromkeys((*proposed, *_area(root, today), *_around(root, today)))
        return [Option(LEAVE, _("Leave this row out: it is of no unit of ours"))] + [_unit(one) for one in everyone]
    if question.key.startswith(VALUE):
        possible = [o for o in question.options if float(o.value).is_integer() or not _is_whole(question, whole)]
        return [Option(o.value, number(float(o.value), None), o.why) for o in possible] + [
            Option(BLANK, _("Leave it out: there is no figure"))
        ]
    return list(question.options)


def _is_whole(question: Question, whole: Collection[str]) -> bool:
    return f"{question.sheet}!{question.cell}" in whole


def _below(unit: str, root: str) -> bool:
    """Whether a unit may be the sender of a return here: a province is, only where the area served is one or more."""
    known = units()
    return known[unit].level not in ABOVE or known[root].level in ABOVE


def _periods(today: dt.date) -> list[Period]:
    """The periods a return of these days may be about, the latest first: months, then longer ones."""
    last = Period.month(today.year, today.month)
    months = [last.shift(-back) for back in range(MONTHS_BACK)]
    years = sorted({month.year for month in months}, reverse=True)
    longer = [Period(year, "quarter", place) for year in years for place in (4, 3, 2, 1)]
    longer += [Period(year, "half", place) for year in years for place in (2, 1)]
    return months + longer + [Period(year, "nine_months") for year in years] + [Period(year, "year") for year in years]


def _area(root: str, today: dt.date) -> list[str]:
    """The communes of the area, those of today first."""
    known = units()
    return list(dict.fromkeys(unit.id for unit in (*known.communes_under(root, today), *known.leaves(root))))


def _around(root: str, today: dt.date) -> list[str]:
    """The communes of the province in which the area lies now."""
    known = units()
    first = next(iter(known.communes_under(root, today)), None)
    above = [unit for unit in known.path(first.id) if unit.level == "province"] if first else []
    return [unit.id for province in above for unit in known.communes_under(province.id, today)]


def _unit(unit_id: str) -> Option:
    unit = units()[unit_id]
    above = ", ".join(names.called(one) for one in reversed(units().path(unit_id)[1:-1]))
    ended = _("until {day}", day=day(unit.valid_to)) if unit.valid_to else ""
    return Option(unit_id, names.unit(unit_id), " · ".join(part for part in (above, ended) if part))


def _choose(question: Question, key: str, root: str, whole: Collection[str], about: Mapping[str, str]) -> str | UserError | None:
    """One question: a radio for a few options, a list for many, a text when there are none. None when it was left open, what is wrong
    with a number that cannot be understood. `about`: what stands in which cell."""
    st.markdown(f"**{plain(_where(question))}** {plain(_said(question))}")
    if len(question.cells) <= 1 and (subject := about.get(f"{question.sheet}!{question.cell}")):
        st.caption(plain(subject))
    _details(question)
    options = choices(question, root, clock.today(), whole)
    if not options:
        return (st.text_input(_("Your answer"), key=key) or "").strip() or None
    chosen = _one_of(options, key, _("Your answer: {asked}", asked=_said(question)))
    if question.key.startswith(VALUE):
        label = _("or another number") if question.options else _("or the right number")
        typed = (st.text_input(label, key=f"{key}-number", placeholder=_("for example: 4907")) or "").strip()
        if not typed:
            return "" if chosen == BLANK else chosen
        try:
            return repr(typed_number(typed, whole=_is_whole(question, whole)))
        except UserError as error:
            return error
    return chosen


def heading(question: Question) -> str:
    """Where a question stands and what it asks, in one line."""
    return f"{_where(question)} {_said(question)}".strip()


def in_words(question: Question, value: str, root: str, today: dt.date) -> str:
    """An answer as it was read when it was chosen; empty when it was none of the choices."""
    if question.key.startswith(VALUE):
        return _("Leave it out: there is no figure") if value in ("", BLANK) else number(float(value), None)
    return next((option.label for option in choices(question, root, today) if option.value == value), "")


def _said(question: Question) -> str:
    """The sentence without the cell it begins with: where it stands is told once, before it."""
    text = re.sub(rf"^(\S+ )?{re.escape(question.cell)}: ", "", question.text) if question.cell else question.text
    return text[:1].upper() + text[1:]


def _details(question: Question) -> None:
    """The facts to decide on: a few at once, the others behind a fold."""

    lines = facts(question)
    if lines:
        st.markdown(listed(lines[:PAIRS_SHOWN]))
    rest = lines[PAIRS_SHOWN:]
    if rest:
        with st.expander(_("{count} more", count=number(len(rest)))):
            st.markdown(listed(rest))


def facts(question: Question) -> list[str]:
    """The facts to decide on, each figure that would be replaced with its cell, those of one unit and period together."""
    if question.kind != REPLACES or len(question.cells) != len(question.details):
        return list(question.details)
    places = [cell.rpartition("!") for cell in question.cells]
    one_sheet = len({sheet for sheet, _mark, _cell in places}) == 1
    shown = [cell if one_sheet else f"{sheet}!{cell}" for sheet, _mark, cell in places]
    subjects = list(dict.fromkeys(map(_subject, question.details)))
    together = sorted(zip(question.details, shown, strict=True), key=lambda pair: subjects.index(_subject(pair[0])))
    return [_("{fact} (cell {cell})", fact=fact, cell=cell) for fact, cell in together]


def listed(lines: Sequence[str]) -> str:
    """Facts as a list; whose and of when they are is told once above those in a row that share it, and a change stands on one line."""
    told: list[str] = []
    for subject, same in groupby((line.replace(" → ", "\u00a0→\u00a0") for line in lines), key=_subject):
        facts = [*same]
        if len(facts) == 1:
            told.append(f"- {plain(facts[0])}")
        else:
            told.append(f"- {plain(subject)}:")
            told += [f"    - {plain(fact.removeprefix(f'{subject}: '))}" for fact in facts]
    return "\n".join(told)


def _subject(line: str) -> str:
    before, colon, _after = line.partition(": ")
    return before if colon else line


def _one_of(options: Sequence[Option], key: str, label: str) -> str | None:
    """The choice; `label` is heard and not seen, for the question stands above."""
    words = {option.value: option.label for option in options}
    if len(options) > MANY:
        shown = {option.value: f"{option.label} ({option.why})" if option.why else option.label for option in options}
        return st.selectbox(
            label, list(words), index=None, format_func=lambda v: shown[v], key=key, placeholder=_("Choose"), label_visibility="collapsed"
        )
    captions = [plain(option.why) for option in options] if any(option.why for option in options) else None
    return st.radio(
        label, list(words), index=None, format_func=lambda v: plain(words[v]), key=key, captions=captions, label_visibility="collapsed"
    )


def _where(question: Question) -> str:
    if not question.cell:
        return f"{question.sheet}:" if question.sheet else ""
    more = _(" and {count} more cells", count=number(len(question.cells) - 1)) if len(question.cells) > 1 else ""
    return f"{question.sheet}!{question.cell}{more}:"


def plain(text: str) -> str:
    """A text of a workbook inside Markdown: its signs lose their meaning."""
    return "".join("\\" + letter if letter in "\\`*_{}[]()<>#+-.!|$~:&" else letter for letter in text)
