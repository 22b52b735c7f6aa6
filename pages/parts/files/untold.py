"""What a return leaves unsaid, told beside its effect: blank cells, rates that still lack a count, figures that are those of before."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any

import streamlit as st

from catalogue.facts import Observation
from catalogue.indicators import indicators
from catalogue.language import _, number
from catalogue.periods import Period
from indicators.cube import periods_of
from indicators.effect import Untold, after_acceptance, repeated
from indicators.effect import untold as untold_rates
from indicators.figures import figures
from loaders.opening.grid import Sheet, address
from pages.parts import data, desk, names
from pages.parts.files import effect
from pages.parts.files.understood import place_of
from pages.parts.html import Html, h, join

SHOWN, LEAST_COPIED = 4, 2
Key = tuple[str, str, str]


def blanks(observations: Iterable[Observation]) -> list[str]:
    """The cells (sheet!cell) left blank where the table has a figure for the other units, or of the other counts for this one.

    Told where each unit has one row and each count one column, or the other way round; of any other table nothing is known.
    """
    places: dict[str, dict[tuple[Key, Key], tuple[int, int]]] = {}
    for one in observations:
        place = place_of(one.cell)
        if place is not None and ":" not in one.cell:
            who, what = (one.unit, one.period, ""), (one.element, one.basis, "")
            places.setdefault(one.sheet, {})[who, what] = place
    return [f"{sheet}!{cell}" for sheet, found in places.items() for cell in _blank(found)]


def _blank(found: dict[tuple[Key, Key], tuple[int, int]]) -> list[str]:
    for side in (0, 1):
        lines = _single((who, place[side]) for (who, _what), place in found.items())
        across = _single((what, place[1 - side]) for (_who, what), place in found.items())
        if lines and across:
            empty = [(lines[who], across[what]) for who in lines for what in across if (who, what) not in found]
            taken = set(found.values())
            return [address(*place) for one in sorted(empty) if (place := one if side == 0 else one[::-1]) not in taken]
    return []


def _single(pairs: Iterable[tuple[Key, int]]) -> dict[Key, int]:
    """Each thing with its one place; nothing where one has two, or two have the same."""
    known: dict[Key, int] = {}
    for thing, place in pairs:
        if known.setdefault(thing, place) != place:
            return {}
    return known if len(set(known.values())) == len(known) else {}


def blank_words(cells: Sequence[str]) -> str:
    """The blank cells in a sentence; nothing without any."""
    if not cells:
        return ""
    sheets = {cell.rpartition("!")[0] for cell in cells}
    named = [cell.rpartition("!")[2] if len(sheets) == 1 else cell for cell in cells]
    listed = ", ".join(named[:SHOWN]) + (" …" if len(named) > SHOWN else "")
    return _("{count} cells left blank among the figures ({cells}): they are not read as zero.", count=number(len(cells)), cells=listed)


def show(submission: int, observations: Iterable[Observation], sheets: Iterable[Sheet]) -> None:
    """Draw it; nothing where nothing is left unsaid. What stands in a cell that is no figure is seen in `sheets`: it is not blank."""
    rates, copied = _told(submission, data.version())
    cells = blanks(observations)
    filled = _filled(sheets) if cells else set[str]()
    cells = [cell for cell in cells if cell not in filled]
    parts = []
    if cells:
        parts.append(h("p", blank_words(cells)))
    if rates:
        dated = len({one.period for one in rates}) > 1
        parts.append(_listed(_("{count} figures cannot be computed yet:", count=number(len(rates))), [_rate(one, dated) for one in rates]))
    if len(copied) >= LEAST_COPIED:
        said = _("{count} figures are exactly those of the period before; ask whether they were copied:", count=number(len(copied)))
        parts.append(_listed(said, copied))
    if parts:
        desk.show(h("section", *parts, class_="desk-callout warn"))


def _filled(sheets: Iterable[Sheet]) -> set[str]:
    """The cells (sheet!cell) in which something stands."""
    return {f"{sheet.name}!{cell.address}" for sheet in sheets for row in sheet.rows.values() for cell in row if cell.text.strip()}


def _listed(said: str, lines: Sequence[str]) -> Html:
    """Lines under a sentence, those beyond a few behind a fold."""
    items = [h("li", line, class_="desk-small") for line in lines]
    rest = items[SHOWN:]
    more = h("details", h("summary", _("{count} more", count=number(len(rest)))), h("ul", *rest)) if rest else None
    return join([h("p", said), h("ul", *items[:SHOWN]), more])


def _rate(one: Untold, dated: bool) -> str:
    """What a rate still lacks; `dated`: of which period, where there are several."""
    period = f", {names.period_inline(Period.parse(one.period))}" if dated else ""
    return _(
        "{figure}, {unit}: {counts} missing",
        figure=names.indicator(one.indicator),
        unit=names.unit(one.unit) + period,
        counts="; ".join(map(names.within, map(effect.name_of, one.lacking))),
    )


@st.cache_data(max_entries=128, show_spinner=False)
def _told(submission: int, version: int) -> tuple[tuple[Untold, ...], list[str]]:
    incoming = data.store().observations(submission=submission, status=None, current=False)
    accepted = incoming[incoming["status"] == "accepted"]
    if accepted.empty:
        return (), []
    own, periods = sorted(set(accepted["unit"])), sorted(set(accepted["period"]))
    sent = set(accepted["element"].unique())
    formulas = {code: sides for code, sides in _formulas().items() if sent & set(sides[0])}
    before = [str(Period.parse(text).previous) for text in periods]
    longer = [text for year in sorted({Period.parse(one).year for one in periods}) for text in periods_of(year)]
    current = data.store().observations(periods=[*dict.fromkeys([*periods, *before, *longer])], units=own)
    after = after_acceptance(current, accepted)
    found = figures(after, units=own, periods=[Period.parse(text) for text in periods], indicators=list(formulas))
    copied = repeated(accepted, current)
    return untold_rates(found, after, formulas), [_copied(row) for row in copied.to_dict("records")]


def _formulas() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """The counts above and below the line of each rate of today."""
    rates = ((one.code, one.latest) for one in indicators().values() if one.status != "legacy")
    return {code: (told.numerator.elements, told.denominator.elements) for code, told in rates if told.denominator}


def _copied(row: Mapping[Hashable, Any]) -> str:
    """A count that is that of the period before."""
    period = Period.parse(str(row["period"])).previous
    return _(
        "{count}, {unit}: {value}, as in {period}",
        count=effect.name_of(str(row["element"])),
        unit=names.unit(str(row["unit"])),
        value=number(row["value"], None),
        period=names.period_inline(period),
    )
