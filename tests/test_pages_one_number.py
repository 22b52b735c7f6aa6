"""The number clicked is the number traced: card, table, unit page, draft and origin tell one figure with its own period."""

from __future__ import annotations

import datetime as dt
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from pages_drawn import shown

from catalogue.facts import Observation
from catalogue.indicators import groups, indicators
from catalogue.periods import Period
from catalogue.units import units
from indicators.members import Reported
from indicators.words import codes_of
from pages.parts import clock, data
from pages.parts.figures import findings, origin, subject, views
from pages.parts.figures.past import pasts
from pages.parts.filters import Filters
from pages.parts.sending import unit_sheet
from report.brief import covered
from report.compose import compose, sources
from report.order import Order
from store import Submission, open_store

ROOT, SILENT = "610.1", "23365.2"
PERIODS = ("2024", "2025", "2026-S1", "2026-Q2", "2026-Q3", "2026-M09", "2026-M10")
OCTOBER = "2026-M10"


def _values(unit: str, period: str, place: int) -> list[Observation]:
    """Counts of every indicator whose rhythm has an end here; in October also some of the longer rhythms, but not from the silent unit."""
    kinds = {"month": "month", "quarter": "quarter", "half": "half", "year": "year"}
    kind = Period.parse(period).kind
    found: dict[tuple[str, str], Observation] = {}
    for number, indicator in enumerate(indicators().values()):
        early = period == OCTOBER and indicator.frequency == "quarter" and number % 2
        if indicator.status == "legacy" or not (kinds[indicator.frequency] == kind or early):
            continue
        for code in codes_of(indicator.definition(Period.parse(period).end())):
            basis = data_basis(code)
            count = float(len(code) + 7 * place + Period.parse(period).last_month)
            found[code, basis] = Observation(unit, period, basis, code, count, "S1", f"C{len(found) + 5}", str(count))
    return list(found.values())


def data_basis(code: str) -> str:
    from catalogue.elements import elements

    return elements()[code].basis


@pytest.fixture(scope="module")
def filters(tmp_path_factory):
    folder = tmp_path_factory.mktemp("one")
    store = open_store(f"sqlite:///{folder / 'store.db'}", folder / "originals")
    store.initialise()
    for place, unit in enumerate(units().communes_under(ROOT, dt.date(2026, 10, 14))):
        for period in PERIODS[1:]:
            if unit.id == SILENT and period == OCTOBER:
                continue
            kept = store.keep_original(f"{unit.id} {period}".encode(), "return.csv")
            sent = Submission(
                kept.sha256, f"{period}.csv", "accepted", "test", periods=(period,), received_at=dt.datetime(2026, 10, 17, tzinfo=dt.UTC)
            )
            store.commit_return(sent, _values(unit.id, period, place))
    store.close()
    with shown(folder):
        yield Filters(ROOT, ROOT, Period.parse(OCTOBER), "current", data.version())


def traced(filters: Filters, address: str, code: str) -> str:
    """The first sentence of the page that an address leads to."""
    asked = {name: value[0] for name, value in parse_qs(urlsplit(address).query).items()}
    there = Filters(filters.root, asked["don-vi"], Period.parse(asked["ky"]), asked["dia-gioi"], filters.version)
    assert there.period in data.periods(filters.version)
    return origin.origin(there.key, there, code, filters.version, "vi").lede


def test_every_figure_of_the_unit_page_is_the_one_traced(filters):
    sheet = unit_sheet.standings(filters.key, filters, filters.version, "vi")
    lines = [line for _name, of_group in sheet.groups for line in of_group if line.value is not None]
    assert len(lines) > 40
    for line in lines:
        code = parse_qs(urlsplit(line.trace).query)["chi-so"][0]
        told = traced(filters, line.trace, code)
        assert re.search(rf": {re.escape(shown_of(line))}( =|\.)", told), (code, told)
        assert told == origin.origin(filters.key, filters, code, filters.version, "vi").lede


def shown_of(line) -> str:
    from pages.parts.drawing.cards import shown

    return shown(line.value, line.rate, line.decimals)


def test_cards_tables_and_unit_page_hold_the_same_lines(filters):
    sheet = unit_sheet.standings(filters.key, filters, filters.version, "vi")
    of_unit = {line.name: line for _name, of_group in sheet.groups for line in of_group}
    of_groups = [line for group in groups() for line in subject.lines(filters.key, filters, group, filters.version, "vi")]
    for line in of_groups + findings.all_targets(filters.key, filters, filters.version, "vi"):
        if line.value is not None:
            assert (line.value, line.when, line.change, line.history) == tuple(
                getattr(of_unit[line.name], name) for name in ("value", "when", "change", "history")
            )
    for placed in findings._briefing(filters.key, filters, filters.version, "vi").cards:
        card = placed.card
        if card.value is not None:
            line = of_unit[card.full_name]
            assert (card.value, card.numerator, card.when, card.change) == (line.value, line.numerator, line.when, line.change)
            assert placed.trace == line.trace


def test_a_figure_of_another_period_says_so_and_its_line_holds_that_kind_only(filters):
    codes = [code for code, found in indicators().items() if found.status != "legacy"]
    found = pasts(filters, (ROOT,), codes, 8, filters.version)
    kinds = {past.now["figure_period"]: {period.kind for period in past.periods} for past in found.values()}
    assert {"2025", "2026-Q3", "2026-S1", OCTOBER} <= set(kinds)
    assert all(kind == {Period.parse(period).kind} for period, kind in kinds.items())
    for (_unit, code), past in found.items():
        line = subject.indicator_line(filters, indicators()[code], past)
        assert (line.history[-1], bool(line.when)) == (line.value, line.value is not None and past.now["figure_period"] != OCTOBER)
    draft = compose(sources(data.store(), data.cube(filters.version)), Order(ROOT, filters.period), clock.today())
    said = "".join(paragraph.text for paragraph in draft.paragraphs())
    assert "(năm 2025) đạt" in said and "(quý III/2026) đạt" in said


def test_a_unit_silent_in_the_month_is_never_among_the_others(filters):
    early = [c for c, i in indicators().items() if i.frequency == "quarter" and i.status == "core"]
    lines = [subject.ranking(filters.key, filters, code, filters.version, "vi")[0] for code in early]
    mixed = [found for found in lines if {"", "x"} <= {"x" if line.when else "" for line in found if line.value is not None}]
    assert mixed
    for found in mixed:
        assert [(line.rank, line.block) for line in found if line.when] == [(None, "older")]


def test_the_past_in_today_s_boundaries_counts_today_s_units(filters):
    class Owing:
        def __init__(self, unit: str) -> None:
            self.unit = unit

    then = [Owing(unit.id) for unit in units().communes_under(ROOT, dt.date(2025, 3, 14))]
    assert covered.returns(views.view(filters), then, then) == Reported(6, 6, 12, 12)
    assert covered.returns(views.view(filters), then, then[1:]) == Reported(5, 6, 11, 12)
