"""The shared choice of unit, period and boundaries. It stands in the address, so a link shows the same to everyone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, cast
from urllib.parse import urlencode

import streamlit as st

from catalogue.language import LANGUAGES, _, day, language
from catalogue.periods import Period
from catalogue.units import units as known_units
from pages.parts import clock, data, frame, names, speech
from pages.parts.html import h

Boundaries = Literal["current", "reported"]
BOUNDARIES: tuple[Boundaries, ...] = ("current", "reported")
UNIT, PERIOD, EDGES = "don-vi", "ky", "dia-gioi"
_CHOSEN, _WRITTEN, _UNKNOWN = "filters", "filters_written", "filters_unknown"
_NOTES, MOST = "filters_notes", 40
_NAMED = {"chi-so": "indicator"}


@dataclass(frozen=True, slots=True)
class Filters:
    """What every page is about: the area as configured, the unit and period chosen, and by which boundaries the past is shown.

    `version` is that of the store when the run began: everything a page shows belongs to one state of the data.
    """

    root: str
    unit: str
    period: Period
    boundaries: Boundaries
    version: int = 0

    @property
    def key(self) -> str:
        """The choice and the day as one text: part of the key of what is computed from it, for some of it counts days until today."""
        return f"{self.root} {self.unit} {self.period} {self.boundaries} {self.version} {clock.today()}"

    def address(self, path: str, **extra: str) -> str:
        """The link to `path` that shows this choice; `extra` parameters are added or replace those of the choice.

        A unit that was no more, or not yet, in the period and boundaries chosen is shown as it was reported, or by today's boundaries.
        """
        parameters: dict[str, str] = {UNIT: self.unit, PERIOD: str(self.period), EDGES: self.boundaries}
        if language() != LANGUAGES[0]:
            parameters[speech.KEY] = language()
        parameters.update({name.replace("_", "-"): value for name, value in extra.items()})
        if "don_vi" in extra:
            parameters.update(self._when_it_was(parameters[UNIT], Period.parse(parameters[PERIOD]), parameters[EDGES]))
        return f"{path}?{urlencode(parameters)}"

    def _when_it_was(self, unit: str, period: Period, edges: str) -> dict[str, str]:
        """What to ask for instead, for a unit that the period and boundaries do not know: the last month of one that has ended."""
        if unit == self.root or unit not in known_units():
            return {}
        one, every = known_units()[unit], data.periods(self.version)
        on = every[0].end() if edges == "current" else period.end()
        if one.exists(on):
            return {}
        if not one.valid_to or one.valid_to > on:
            return {EDGES: "current"}
        known = [period, *(other for other in every if other.kind == "month")]
        last = next((other for other in known if one.exists(other.end())), None)
        return {EDGES: "reported", PERIOD: str(last)} if last else {}


def chosen() -> Filters:
    """The choice of the run in progress."""
    return cast(Filters, st.session_state[_CHOSEN])


def ask() -> Filters:
    """Draw the three filters, keep address and widgets alike, and remember the choice for the page that runs next."""
    root, version = data.root(), data.version()
    st.session_state[_NOTES] = st.empty(), []
    periods = [str(p) for p in data.periods(version)]
    latest = data.latest(version)
    period, edges = _settle(PERIOD, periods, str(latest)), cast(Boundaries, _settle(EDGES, BOUNDARIES))
    units = data.units_to_choose(root, _asked(UNIT), Period.parse(periods[0] if edges == "current" else period).end())
    _settle(UNIT, units)
    _tell(PERIOD, _("period"), lambda text: names.within(names.period(Period.parse(text))))
    _tell(EDGES, _("choice of boundaries"), lambda text: names.within(names.boundaries(text)))
    _tell(UNIT, _("unit"), names.unit_inline, _unit_then)
    with st.container(horizontal=True, key="filters", gap="small"):
        unit = _box(UNIT, _("Unit"), units, names.unit)
        period = _box(PERIOD, _("Reporting period"), periods, lambda text: _period_words(Period.parse(text), latest))
        edges = cast(Boundaries, _box(EDGES, _("Boundaries"), BOUNDARIES, names.boundaries))
        frame.mark(version)
    st.session_state[_CHOSEN] = Filters(root, unit, Period.parse(period), edges, version)
    return chosen()


def asked_for() -> str:
    """All that the address asks of a page, in this state of the data and this language, as one text."""
    return f"{chosen().key} {language()} {st.query_params.to_dict()}"


def choose(key: str, label: str, options: Sequence[str], shown: Callable[[str], str]) -> str:
    """A choice of one page alone, bound to the address in the same way."""
    _settle(key, options)
    _tell(key, names.within(label) if key not in _NAMED else _(_NAMED[key]), shown)
    return _box(key, label, options, shown, visible=True)


def choose_many(
    key: str, label: str, options: Sequence[str], shown: Callable[[str], str], otherwise: Sequence[str], most: int
) -> list[str]:
    """Several choices of one page (at most `most`), in the address with commas between; `otherwise` when none is asked for."""
    address, written = st.query_params.get(key), st.session_state.setdefault(_WRITTEN, {})
    if key not in st.session_state or (address is not None and address != written.get(key)):
        asked = [one for one in (address or "").split(",") if one in options]
        st.session_state[key] = list(dict.fromkeys(asked or otherwise))[:most]
    values = st.multiselect(label, options, format_func=shown, key=key, max_selections=most, persist_state="session")
    written[key] = ",".join(values)
    if st.query_params.get(key) != written[key]:
        st.query_params[key] = written[key]
    return values


def written(key: str, of: str, otherwise: str) -> tuple[str, str | None]:
    """For a choice of a part of a page: the key of its widget, and as text what the widget is to be given (None: it holds its own value).

    That is what a new address asks for, else what was chosen when the widget was last drawn, else `otherwise`. `of` names what the
    choice belongs to.
    """
    address, widget = st.query_params.get(key), f"{key} {of}"
    if address is not None and address != st.session_state.setdefault(_WRITTEN, {}).get(key):
        return widget, address
    if widget in st.session_state:
        return widget, None
    return widget, st.session_state.get(f"{widget} text", otherwise if address is None else address)


def write(key: str, of: str, value: str, otherwise: str) -> None:
    """Remember a choice of a part of a page, and let it stand in the address unless it is what stands there by itself."""
    st.session_state[f"{key} {of} text"] = value
    if value != otherwise:
        st.query_params[key] = value
    elif key in st.query_params:
        del st.query_params[key]
    st.session_state.setdefault(_WRITTEN, {})[key] = st.query_params.get(key)


def _asked(key: str) -> str | None:
    """What is asked for: a new value in the address goes before the widget's."""
    address = st.query_params.get(key)
    if address is not None and address != st.session_state.setdefault(_WRITTEN, {}).get(key):
        return address
    return st.session_state.get(key)


def _period_words(period: Period, latest: Period) -> str:
    """A period of the list; a month of which nothing has been taken in yet says so."""
    said = names.period(period)
    return _("{period} (no figures yet)", period=said) if period.kind == "month" and period > latest else said


def _settle(key: str, options: Sequence[str], otherwise: str = "") -> str:
    """The value asked for, or `otherwise` (else the first option) when it is not on the list; the widget of that key will show it."""
    asked = _asked(key)
    value = asked if asked in options else otherwise or options[0]
    unknown = st.session_state.setdefault(_UNKNOWN, {})
    if asked is not None and asked != value and asked == st.query_params.get(key):
        unknown[key] = (asked, value)
    elif unknown.get(key, ("", value))[1] != value:
        del unknown[key]
    if st.session_state.get(key) != value:
        st.session_state[key] = value
    return value


def _unit_then(asked: str) -> str:
    """Of a unit that exists, but not in the period and boundaries chosen, when it did; "" of one that nobody knows."""
    if asked not in known_units():
        return ""
    one = known_units()[asked]
    when = _("until {day}", day=day(one.valid_to)) if one.valid_to else _("from {day}", day=day(one.valid_from))
    return _("{unit} exists {when}, not in the period and boundaries chosen", unit=names.unit(asked), when=when)


def _tell(key: str, kind: str, shown: Callable[[str], str], known: Callable[[str], str] = lambda asked: "") -> None:
    """One calm line above the page while something else is shown than the address asked for; `known` says why where there is a reason."""
    asked, value = st.session_state.get(_UNKNOWN, {}).get(key, ("", ""))
    if asked:
        why = known(asked) or _("There is no {kind} \u201c{asked}\u201d", kind=kind, asked=asked[:MOST])
        said = _("{why}; this shows {value}.", why=why, value=shown(value))
        place, told = st.session_state[_NOTES]
        told.append(said)
        place.html(h("p", " ".join(told), class_="page fell-back", role="status"))


def _box(key: str, label: str, options: Sequence[str], shown: Callable[[str], str], visible: bool = False) -> str:
    """A select box whose option itself (not its words) stands in the address."""
    value = st.selectbox(
        label, options, format_func=shown, key=key, persist_state="session", label_visibility="visible" if visible else "collapsed"
    )
    value = value if value in options else options[0]
    if st.query_params.get(key) != value:
        st.query_params[key] = value
    st.session_state.setdefault(_WRITTEN, {})[key] = value
    return value
