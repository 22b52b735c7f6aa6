"""The table of the page Explore the data: what was asked, its figures, and how it is drawn."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache

import streamlit as st

from catalogue.elements import elements
from catalogue.indicators import indicators
from catalogue.language import _, day, number
from catalogue.legal import legal_bases
from catalogue.periods import Period
from catalogue.units import units
from indicators.pivot import ALL, AXES, Pivot, Place, arranged, at, pivot
from indicators.reasons import sentences
from pages.parts import data, names
from pages.parts.drawing import terms
from pages.parts.drawing.cards import amounts, shown
from pages.parts.filters import Filters
from pages.parts.html import Html, h, join, link
from report import tabulated

BACKS = ("1", "3", "6", "12", "24")
MOST_CELLS, MOST_ROWS, MOST_ACROSS = 400_000, 150, 40
LEVELS = ("xa", "tinh", "ca-vung")
OVER = {"don-vi": "units", "ky": "periods", "chi-so": "things"}
BARE, PARTIAL = "*", "~"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the page was asked for: codes of indicators and counts, shared filters, which units, how many periods, what is in the rows."""

    things: tuple[str, ...]
    filters: Filters
    who: str
    back: int
    over: str

    @property
    def key(self) -> str:
        """All of it as one text, for caches."""
        return f"{self.filters.key} {','.join(self.things)} {self.who} {self.back} {self.over}"

    @property
    def down(self) -> str:
        """The axis in the rows."""
        return OVER[self.over]

    @property
    def periods(self) -> tuple[Period, ...]:
        """The periods, oldest first, all of the kind chosen."""
        return tuple(self.filters.period.shift(-back) for back in range(self.back - 1, -1, -1))

    @property
    def units(self) -> tuple[str, ...]:
        """The units shown: by today's boundaries, or all there were in any of the periods."""
        days = [data.day_of(self.filters)] if self.filters.boundaries == "current" else [period.end() for period in self.periods]
        return units_of(self.filters.unit, self.who, tuple(dict.fromkeys(days)))

    @property
    def too_large(self) -> bool:
        """Whether the table would have more cells than one page may ask of the server."""
        return len(self.things) * (len(self.periods) + 1) * (len(self.units) + 1) > MOST_CELLS


@cache
def units_of(unit: str, who: str, days: tuple[dt.date, ...]) -> tuple[str, ...]:
    """The units of a level under a unit on any of the days, in the order of the register."""
    known = units()
    if who == "ca-vung":
        return (unit,)
    below = known.communes_under if who == "xa" else known.children
    return tuple(dict.fromkeys(one.id for on in days for one in below(unit, on))) or (unit,)


def levels(filters: Filters) -> tuple[str, ...]:
    """Which levels of units can be shown under the unit of the filters."""
    level = units()[filters.unit].level
    return LEVELS if level == "country" else ("ca-vung",) if level in ("commune", "office") else ("xa", "ca-vung")


def level_words(code: str) -> str:
    """A level of units on screen."""
    return {"xa": _("Every commune"), "tinh": _("Every province"), "ca-vung": _("The whole unit")}[code]


def back_words(code: str) -> str:
    """How many periods."""
    return _("This period alone") if code == "1" else _("{count} periods", count=code)


def downs(filters: Filters, who: str) -> tuple[str, ...]:
    """What may stand in the rows: units always, the others while the units fit side by side."""
    few = len(units_of(filters.unit, who, (data.day_of(filters),))) <= MOST_ACROSS
    return tuple(OVER) if few else ("don-vi",)


def down_words(code: str) -> str:
    """An axis on screen."""
    return {"don-vi": _("Unit"), "ky": _("Period"), "chi-so": _("Indicator")}[code]


@cache
def options() -> tuple[str, ...]:
    """Everything that can be asked for: indicators in use, then the counts that are no indicator of the same code."""
    used = tuple(code for code, one in indicators().items() if one.status != "legacy")
    return (*used, *(code for code in elements() if code not in indicators()))


def first_things() -> tuple[str, ...]:
    """What is shown when nothing was asked for."""
    return data.overview_indicators()[:3]


def named(code: str) -> str:
    """An indicator or a count on screen."""
    return names.indicator(code) if code in indicators() else _("Count: {name}", name=names.element(code))


@st.cache_resource(max_entries=24, show_spinner=False)
def table(key: str, _asked: Asked) -> Pivot:
    """The figures, computed once per question and version of the store."""
    f = _asked.filters
    return pivot(data.cube(f.version), things=_asked.things, units=_asked.units, periods=_asked.periods, boundaries=f.boundaries)


def spoken(asked: Asked, found: Pivot) -> tabulated.Spoken:
    """The words of the table, in its order."""
    things = tuple(named(one.code) for one in found.things)
    periods = tuple(_("All periods") if one == ALL else names.period(Period.parse(one)) for one in found.periods)
    all_units = tuple(_("Total") if one == ALL else names.unit(one) for one in found.units)
    return tabulated.Spoken(things, periods, all_units, tuple(_formula(one) for one in found.definitions))


def _formula(definition) -> tuple[str, str, str]:
    legal = legal_bases()
    below = terms.formula_words(definition.denominator) if definition.denominator else ""
    cited = "; ".join(terms.legal_words(legal[one]) for one in definition.legal_basis if one in legal)
    return terms.formula_words(definition.numerator), below, cited


def covers(asked: Asked, found: Pivot) -> str:
    """What the table covers, in a sentence."""
    known = found.last_date()
    until = _("data to {day}", day=day(known)) if known else _("no data")
    counted = sum(one != ALL for one in found.units)
    first, last = (names.period_inline(asked.periods[place]) for place in (0, -1))
    return _(
        "{unit}: {count} units, {periods}, {boundaries}; {until}.",
        unit=names.unit(asked.filters.unit),
        count=number(counted),
        periods=first if first == last else _("from {first} to {last}", first=first, last=last),
        boundaries=names.within(names.boundaries(asked.filters.boundaries)),
        until=until,
    )


def remarks(asked: Asked, found: Pivot) -> list[str]:
    """What must be known to read the table: how each kind is added, why totals are refused or not whole, what is not shown."""
    said = list(dict.fromkeys(tabulated.how_added(found, number_) for number_ in range(len(found.things))))
    if any("percent_only" in reason for reason in found.reason.ravel()):
        said.append(_("{mark}: only a percentage was reported, without its counts; it is never added.", mark=BARE))
    if (found.state == "partial").any():
        said.append(_("{mark}: some units or months are missing from this figure.", mark=PARTIAL))
    return said + tabulated.remarks(found, spoken(asked, found))


@st.cache_resource(max_entries=24, show_spinner=False)
def drawn(key: str, _asked: Asked, language_: str) -> Html:
    """The table as HTML, the first rows of a long one with its total."""
    found, words = table(key, _asked), spoken(_asked, table(key, _asked))
    rows, columns = arranged(found, _asked.down)
    shown_rows = rows if len(rows) <= MOST_ROWS else [*rows[:MOST_ROWS], rows[-1]]
    outer, inner = columns[0]
    body = [
        h(
            "tr",
            h("th", words.of(_asked.down)[row[_asked.down]], scope="row"),
            *(_cell(_asked, found, at(row, column)) for column in columns),
            class_="whole" if _total(found, row) else None,
        )
        for row in shown_rows
    ]
    head = _headings(words, _asked.down, outer, inner, columns)
    drawn_table = h("table", h("thead", *head), h("tbody", *body), class_="list turned")
    label = _("Table; scroll sideways for more")
    left = _("The first {count} of {all} rows are shown; the files below hold all of them.", count=number(MOST_ROWS), all=number(len(rows)))
    note = h("p", left, class_="desk-note") if len(rows) > MOST_ROWS else None
    return join([h("div", drawn_table, class_="page scroll", role="region", aria_label=label, tabindex=0), note])


def _headings(words: tabulated.Spoken, down: str, outer: str, inner: str, columns: list[Place]) -> list[Html]:
    inside = len({column[inner] for column in columns})
    firsts = [words.of(outer)[column[outer]] for column in columns[::inside]]
    corner = h("th", {"units": _("Unit"), "periods": _("Period"), "things": _("Indicator")}[down], scope="col", rowspan=2)
    over = h("tr", corner, *(h("th", h("span", name), scope="colgroup", colspan=inside) for name in firsts))
    under = h("tr", *(h("th", words.of(inner)[column[inner]], scope="col", class_="num") for column in columns))
    return [over, under]


def _total(found: Pivot, row: Place) -> bool:
    return any(axis in row and getattr(found, axis)[row[axis]] == ALL for axis in AXES[1:])


def _cell(asked: Asked, found: Pivot, index: tuple[int, int, int]) -> Html:
    thing, state, reason = found.things[index[0]], found.state[index], found.reason[index]
    said = "; ".join(sentences(reason))
    value = float(found.value[index])
    if value != value:
        return h("td", h("span", _absent(state), title=said), class_="num note")
    divided = found.divided(index[0])
    text = shown(value, thing.unit == "percent", thing.decimals) if divided or thing.unit != "count" else " ".join(amounts(value))
    counts = None
    if divided and found.numerator[index] == found.numerator[index]:
        counts = h("span", f"{number(float(found.numerator[index]), None)}/{number(float(found.denominator[index]), None)}", class_="of")
    mark = BARE if "percent_only" in reason and state == "ok" else PARTIAL if state == "partial" else ""
    figure = h("span", text + mark, title=said) if said else text
    return h("td", _led(asked, found, index, figure), counts, class_="num")


def _led(asked: Asked, found: Pivot, index: tuple[int, int, int], figure: object) -> object:
    """The figure with the link to its origin, where there is such a page: of an indicator, for one unit and period."""
    code, period, unit = found.things[index[0]].code, found.periods[index[1]], found.units[index[2]]
    if code not in indicators() or ALL in (period, unit):
        return figure
    return link(figure, asked.filters.address("nguon-goc", chi_so=code, ky=period, **{"don-vi": unit}))


def _absent(state: str) -> str:
    return {"zero_denominator": _("nothing to count"), "refused": _("not added"), "not_applicable": "", "not_due": ""}.get(state, "–")
