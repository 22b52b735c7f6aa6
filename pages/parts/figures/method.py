"""What the page on methods says: chapters of sentences, and the forecasts tried on periods held back."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

import streamlit as st

from catalogue.indicators import Indicator, indicators
from catalogue.language import _, number, percent
from indicators.forecast import SAID, Trial
from indicators.outlook import trials as tried_of
from indicators.thresholds import thresholds
from pages.parts import data, names
from pages.parts.drawing.lists import Head, table
from pages.parts.figures.moved import closing_words
from pages.parts.figures.outlooks import LONG
from pages.parts.figures.past import pasts
from pages.parts.filters import Filters

NEAR, FAR = 1, 3
"""How many periods ahead the forecasts are tried."""


def chapters() -> list[tuple[str, str, list[str]]]:
    """Heading, anchor and paragraphs of each chapter."""
    few = thresholds()
    return [
        (
            _("Adding and dividing"),
            "cong-chia",
            [
                _("Counts of the communes are added, then divided. Percentages are never averaged, and what is missing is never zero."),
                _("A commune enters with both counts or with neither. Where there was nothing to count, there is no percentage."),
            ],
        ),
        (
            _("What really changed"),
            "thay-doi",
            [
                _(
                    "Real change compares the same units, complete in both periods. What comes from other units, another area or another "
                    "formula is shown apart; the parts add up to the whole."
                ),
                closing_words(),
            ],
        ),
        (
            _("Targets and pace"),
            "chi-tieu",
            [
                _("Where a figure should be today lies on the straight line from its value at the start to the target on its last day."),
                _("From {share} of that on it is behind, below that far behind.", share=percent(100 * few.behind_from, 0)),
            ],
        ),
        (
            _("Forecasts"),
            "du-bao",
            [
                _(
                    "Three simple methods are tried: the trend of the last periods, their level, and, for what is counted anew each "
                    "period, the season of the year before. Each is asked at every earlier period for what came later; the one that "
                    "erred least is used."
                ),
                _(
                    "The range is as wide as {share} of those errors. Periods that are not complete, and those before a new definition, "
                    "are left out; with fewer than {count} periods nothing is said.",
                    share=percent(100 * SAID, 0),
                    count=number(few.forecast_points),
                ),
                _(
                    "A target is reached before its day when even the worse end of the range reaches it and the middle does so at least "
                    "{weeks} weeks early; it is not reached in time when not even the better end does.",
                    weeks=number(few.forecast_margin_weeks),
                ),
            ],
        ),
    ]


@dataclass(frozen=True, slots=True)
class Tried:
    """The table of the trials and the sentence under it."""

    table: str
    sentence: str


@st.cache_resource(max_entries=32, show_spinner=False)
def trials(key: str, _filters: Filters, version: int, spoken: str) -> Tried:
    """Forecasts of every core indicator of the chosen unit as they would have been made, held against what came."""
    codes = data.core_indicators()
    found = pasts(_filters, (_filters.unit,), codes, LONG, version)
    words, joined = data.cube(version).words, _filters.boundaries == "current"
    made: list[tuple[Indicator, list[Trial]]] = []
    for code in codes:
        past, indicator = found[_filters.unit, code], indicators()[code]
        if past.periods[-1].kind in ("month", "quarter"):
            asked = [tried_of(past.rows, past.periods, indicator, words, joined=joined, ahead=ahead) for ahead in (NEAR, FAR)]
            if asked[0].asked:
                made.append((indicator, asked))
    heads = [Head(_("Indicator")), *(head for ahead in (NEAR, FAR) for head in _heads(ahead))]
    body = "".join(_row(indicator, asked) for indicator, asked in made)
    return Tried(table(heads, body, "trials"), _sentence(_filters, [trial for _indicator, asked in made for trial in asked]))


def _heads(ahead: int) -> tuple[Head, ...]:
    count = number(ahead)
    return (
        Head(_("Trials, {count} periods ahead", count=count), True),
        Head(_("Middle error"), True),
        Head(_("Inside the range"), True),
    )


def _row(indicator: Indicator, asked: list[Trial]) -> str:
    cells = "".join(f'<td class="num">{text}</td>' for trial in asked for text in _cells(trial, indicator))
    return f'<tr><th scope="row">{escape(names.indicator(indicator.code))}</th>{cells}</tr>'


def _cells(trial: Trial, indicator: Indicator) -> tuple[str, str, str]:
    if not trial.asked:
        return "–", "–", "–"
    error = number(trial.error, max(1, indicator.decimals))
    error = _("{amount} points", amount=error) if indicator.unit == "percent" else error
    return number(trial.asked), error, f"{number(trial.inside)}/{number(trial.asked)}"


def _sentence(filters: Filters, all_of: list[Trial]) -> str:
    asked, inside = sum(trial.asked for trial in all_of), sum(trial.inside for trial in all_of)
    if not asked:
        return _("No series is long enough yet to try a forecast on.")
    return _(
        "{unit}: of {count} values held back, {share} lay inside the range that would have been forecast; the aim is {aim}.",
        unit=names.unit(filters.unit),
        count=number(asked),
        share=percent(100 * inside / asked, 0),
        aim=percent(100 * SAID, 0),
    )
