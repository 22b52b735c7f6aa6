"""What taking a return in would change, shown before it is done: values old and new, and the figures that move."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from catalogue.derivations import declared_formulas
from catalogue.indicators import Indicator, indicators
from catalogue.language import _, number
from catalogue.periods import Period
from catalogue.units import units
from indicators.cube import periods_of
from indicators.derived import needed
from indicators.effect import Beyond, after_acceptance, beyond, moved_figures, value_changes
from indicators.figures import figures
from indicators.mixed import Mixed, alike, mixed_by
from loaders.sides import of_this
from pages.parts import data, desk, names
from pages.parts.drawing import cards, terms
from pages.parts.files.questions import plain
from pages.parts.html import Html, h, join, table

ABOVE = ("country", "province", "district")
MOST_VALUES, MOST_FIGURES, MOST_COMMUNES, MOST_IMPOSSIBLE, MOST_MIXED = 200, 20, 200, 4, 3


def show(submission: int, root: str, before: dt.datetime | None = None) -> None:
    """Draw the effect of one return on the area; of one that was taken in, of which `before` is the moment before, what it changed."""
    values, moved = effect(submission, root, data.version(), before)
    heading = _("What taking it in changed") if before else _("What taking it in would change")
    desk.show(desk.heading(heading), h("p", summary(values, moved)))
    if not before:
        _doubts(submission)
    _moves(values, moved, root, taken=before is not None)


def show_together(submissions: tuple[int, ...], root: str) -> None:
    """Draw the effect of several returns, all taken in: one sentence, the figures and values behind a fold."""
    values, moved = together(submissions, root, data.version())
    said = _("All {count} clean files taken in: {effect}", count=number(len(submissions)), effect=names.within(summary(values, moved)))
    desk.show(desk.note(said))
    if len(moved) or len(values):
        with st.expander(_("What taking in all clean files would change"), on_change="rerun", key="effect-together") as fold:
            if fold.open:
                _moves(values, moved, root, taken=False)


def _moves(values: pd.DataFrame, moved: pd.DataFrame, root: str, *, taken: bool) -> None:
    """The figures that move, those of the whole area first, and the values behind a fold."""
    if len(moved):
        ordered = moved.assign(below=moved["unit"] != root).sort_values(["below", "period"], kind="stable")
        desk.show(figures_table(ordered.head(MOST_FIGURES), taken=taken))
        if len(ordered) > MOST_FIGURES:
            rest = ordered.iloc[MOST_FIGURES:]
            with st.expander(_("The other {count} figures that move", count=number(len(rest))), on_change="rerun") as fold:
                if fold.open:
                    desk.show(figures_table(rest, taken=taken))
    changed = values[values["kind"] != "same"]
    if len(changed):
        with st.expander(_("Values, old and new ({count})", count=number(len(changed))), on_change="rerun") as fold:
            if fold.open:
                desk.show(values_table(changed, taken=taken))


def _doubts(submission: int) -> None:
    """What is doubtful about it, the gravest first: rates above the whole, then those whose sides are of two returns, of many a few."""
    version = data.version()
    if said := impossible_words(impossible(submission, version)):
        st.warning(plain(said))
    sentences = mixtures_words(mixtures(submission, version))
    for sentence in sentences[:MOST_MIXED]:
        st.warning(plain(sentence))
    if rest := sentences[MOST_MIXED:]:
        with st.expander(_("{count} more rates with sides of two returns", count=number(len(rest)))):
            desk.show(h("ul", *(h("li", sentence, class_="desk-small") for sentence in rest)))


@st.cache_data(max_entries=128, show_spinner=False)
def effect(submission: int, root: str, version: int, before: dt.datetime | None = None) -> tuple[pd.DataFrame, pd.DataFrame]:
    """(value changes, moved figures) as `indicators.effect` gives them; figures of the area only where it is small enough.

    Of a return that was taken in: against what was in force at the moment `before`.
    """
    return _effect(data.store().observations(submission=submission, status=None, current=False), root, before)


def _effect(incoming: pd.DataFrame, root: str, before: dt.datetime | None = None) -> tuple[pd.DataFrame, pd.DataFrame]:
    store = data.store()
    periods = sorted({Period.parse(text) for text in incoming["period"].unique()})
    area = _area(root, incoming["unit"].unique(), periods)
    years = sorted({period.year for period in periods})
    current = store.observations(periods=[text for year in years for text in periods_of(year)], units=area, moment=before)
    moved = _moved(current, incoming, root, periods)
    return value_changes(current, incoming), moved


@st.cache_data(max_entries=16, show_spinner=False)
def together(submissions: tuple[int, ...], root: str, version: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The same of several returns taken in one after the other: of a value told twice the later one holds."""
    store = data.store()
    read = [store.observations(submission=one, status=None, current=False) for one in submissions]
    return _effect(pd.concat([one.astype({"unit": str, "period": str, "element": str}) for one in read], ignore_index=True), root)


@st.cache_data(max_entries=128, show_spinner=False)
def mixtures(submission: int, version: int) -> list[Mixed]:
    """The ratios that taking it in would leave with one side of this return and the other of one that says otherwise."""
    incoming, current = beside(submission)
    if current.empty or incoming.empty:
        return []
    return of_this(mixed_by(incoming, current), submission)


@st.cache_data(max_entries=1024, show_spinner=False)
def impossible(submission: int, version: int) -> tuple[Beyond, ...]:
    """The rates of its own units that taking it in would bring above the whole, reckoned as they are shown: whatever the period or form in
    which each side was given."""
    store = data.store()
    incoming = store.observations(submission=submission, status=None, current=False)
    periods = sorted({Period.parse(text) for text in incoming["period"].unique()})
    own = [str(unit) for unit in incoming["unit"].unique()]
    touched = [code for code in _touched(set(incoming["element"].unique())) if code in shares()]
    if not own or not touched:
        return ()
    below = [one.id for unit in own if units()[unit].level in ABOVE for end in periods for one in units().communes_under(unit, end.end())]
    years = sorted({period.year for period in periods})
    counted = needed([c for code in touched for v in indicators()[code].versions for c in terms.codes(v)], declared_formulas())
    current = store.observations([text for year in years for text in periods_of(year)], counted, list(dict.fromkeys([*own, *below])))
    asked = {"units": own, "periods": periods, "indicators": touched}
    after = figures(after_acceptance(current, incoming), **asked)
    above = after[after["numerator"] > after["denominator"]]
    return beyond(moved_figures(figures(current, **asked), above), shares()) if len(above) else ()


def beside(submission: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """What a return says, and what is in force for its units in its periods and those that end with them."""
    store = data.store()
    incoming = store.observations(submission=submission, status=None, current=False)
    return incoming, store.observations(periods=alike(set(incoming["period"])), units=sorted(set(incoming["unit"])))


def mixtures_words(found: Iterable[Mixed]) -> list[str]:
    """What is doubtful about such ratios: those that mix the same two returns over the same count in one sentence."""
    alike: dict[Mixed, list[str]] = {}
    for one in found:
        alike.setdefault(replace(one, indicator=""), []).append(names.indicator(one.indicator))
    return [_mixture_words(one, "; ".join(figures)) for one, figures in alike.items()]


def _mixture_words(one: Mixed, figure: str) -> str:
    store = data.store()
    return _(
        "{figure}, {unit}: the numerator is from {over}, the denominator from {under}, and they differ: {by} says {said} for {element}, "
        "in force would be {now}.",
        figure=figure,
        unit=names.unit(one.unit),
        over=store.submission(one.numerator_from).file_name,
        under=store.submission(one.denominator_from).file_name,
        by=store.submission(one.by).file_name,
        said=number(one.said, None),
        element=name_of(one.element),
        now=number(one.now, None),
    )


def impossible_words(found: Sequence[Beyond]) -> str:
    """The figures whose part would be more than the whole, the first few by name; empty without any."""
    if not found:
        return ""
    named = [
        _(
            "{figure}, {unit}: {counts}",
            figure=names.indicator(one.indicator),
            unit=names.unit(one.unit),
            counts=counts(one.numerator, one.denominator),
        )
        for one in found[:MOST_IMPOSSIBLE]
    ]
    return _(
        "{count} figures would exceed 100%, the part more than the whole: one of the two counts is wrong or of another date. {named}.",
        count=number(len(found)),
        named="; ".join(named) + ("…" if len(found) > MOST_IMPOSSIBLE else ""),
    )


def shares() -> list[str]:
    """The indicators whose numerator is part of their denominator; a quota may be exceeded."""
    return [i.code for i in indicators().values() if i.unit == "percent" and i.better == "up" and not i.quota]


def _moved(current: pd.DataFrame, incoming: pd.DataFrame, root: str, periods: Sequence[Period]) -> pd.DataFrame:
    touched = _touched(set(incoming["element"].unique()))
    whose = [root, *(unit for unit in incoming["unit"].unique() if unit != root)]
    asked = {"units": whose, "periods": periods, "indicators": touched}
    return moved_figures(figures(current, **asked), figures(after_acceptance(current, incoming), **asked))


def _area(root: str, sent: Iterable[str], periods: Sequence[Period]) -> list[str]:
    """The units whose observations the figures need: those of the return, and the whole area where it is small."""
    due = [unit.id for period in periods for unit in units().due_on(root, period.end())]
    return list(dict.fromkeys([*sent, root, *(due if len(set(due)) <= MOST_COMMUNES else ())]))


def _touched(elements: set[str]) -> list[str]:
    """The indicators that any of the elements goes into (or that were sent themselves), old series left out."""
    return [
        i.code
        for i in indicators().values()
        if i.status != "legacy" and elements & {i.code, *(c for v in i.versions for c in terms.codes(v))}
    ]


def summary(values: pd.DataFrame, moved: pd.DataFrame) -> str:
    """The effect in one sentence."""
    kinds = values["kind"].value_counts()
    counted = {kind: number(int(kinds.get(kind, 0))) for kind in ("new", "changed", "same")}
    said = _("{new} new values, {changed} changed, {same} unchanged; {figures} figures move.", figures=number(len(moved)), **counted)
    return said if len(values) else _("No value of this file can be taken in yet.")


def figures_table(moved: pd.DataFrame, *, taken: bool = False) -> Html:
    """The figures that move, before and after; `taken`: of a return that was taken in already."""
    head = [_("Figure"), _("Unit"), _("Period"), _("Before it") if taken else _("Now"), _("After"), _("Counts after")]
    body = [
        (
            names.indicator(row.indicator),
            names.unit(row.unit),
            names.period(Period.parse(row.period)),
            _in_words(shown(indicators()[row.indicator], row.value_before, row.state_before)),
            h("strong", _in_words(shown(indicators()[row.indicator], row.value_after, row.state_after))),
            _in_lines(counts(row.numerator_after, row.denominator_after)),
        )
        for row in moved.itertuples()
    ]
    return table(head, body, label=_("Figures that move"), kinds="ttonno")


def values_table(changed: pd.DataFrame, *, taken: bool = False) -> Html:
    """Values that are new or change."""
    head = [_("Reported count"), _("Unit"), _("Period"), _("Basis"), _("Before it") if taken else _("Now"), _("After")]
    body = [
        (
            name_of(row.element),
            names.unit(row.unit),
            names.period(Period.parse(row.period)),
            basis_words(row.basis),
            number(row.old, None) or "–",
            h("strong", number(row.new, None)),
        )
        for row in changed.head(MOST_VALUES).itertuples()
    ]
    drawn = table(head, body, label=_("Values, old and new"), kinds="ttoonn")
    if len(changed) <= MOST_VALUES:
        return drawn
    return Html(drawn + desk.note(_("The first {shown} of {all}.", shown=number(MOST_VALUES), all=number(len(changed)))))


def _in_words(value: str) -> Html | str:
    """A value in a column of figures; one that is told in words does not push the others aside."""
    return h("span", value, class_="desk-words") if value[:1].isalpha() else value


def _in_lines(fraction: str) -> Html:
    """Two counts of many digits, which may stand below each other."""
    above, slash, below = fraction.partition("/")
    return join([above + slash, h("wbr"), below])


def shown(indicator: Indicator, value: float | None, state: object) -> str:
    """A figure as people read it; without a value the reason in a word."""
    if value is None or pd.isna(value):
        if str(state) == "not_due" and indicator.frequency != "month":
            often = terms.frequency_words(indicator).lower()
            return _("{often}: no figure for this month", often=often)
        return state_words(str(state))
    return cards.shown(value, indicator.unit == "percent", indicator.decimals)


def state_words(state: str) -> str:
    """Why there is no value, in a few words."""
    known = {
        "missing": _("no figures yet"),
        "zero_denominator": _("nothing occurred"),
        "not_applicable": _("not applicable"),
        "not_due": _("not due yet"),
        "refused": _("cannot be added up"),
    }
    return known.get(state, _("no figures yet"))


def counts(numerator: float | None, denominator: float | None) -> str:
    """n/N, or n alone."""
    if numerator is None or pd.isna(numerator):
        return "–"
    of = "" if denominator is None or pd.isna(denominator) else f"/{number(denominator, None)}"
    return f"{number(numerator, None)}{of}"


def basis_words(basis: str) -> str:
    """What span a value is counted over."""
    return {"in_period": _("within the period"), "year_to_date": _("since the start of the year"), "to_date": _("up to now")}[basis]


def name_of(code: str) -> str:
    """The name of an element, or of an indicator sent as a bare percentage."""
    return names.indicator(code) if code in indicators() else terms.element_name(code)
