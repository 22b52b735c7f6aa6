"""The demo is one consistent world, written the same on every day, and read back exactly as it was written."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalogue.elements import elements
from catalogue.indicators import indicators
from catalogue.periods import Period
from catalogue.units import units
from demo import arrivals, filling, plan, world
from demo.declarations import form, parts, places, rules, settings, stories, units_of
from loaders import read_bytes
from store import open_store

SAMPLES = Path(__file__).parents[1] / "data" / "samples"
OLD = [place.unit for place in places().values() if place.sizes]
BALANCES = {
    "received_total": "dossiers_recv_online dossiers_recv_direct_postal received_carried_over",
    "resolved_total": "resolved_early resolved_on_time resolved_late",
    "processing_total": "processing_in_time processing_overdue",
    "eid_activated_total": "eid_l1_activated eid_l2_activated",
}
NEVER_MORE = {
    "leaders_with_cert": "leaders_total",
    "officials_with_cert": "officials_total",
    "eid_l2_activated": "eid_l2_issued",
    "eid_l2_issued": "citizens_eligible_eid",
    "pop_18plus": "pop_15plus",
    "dossiers_paid_online": "dossiers_with_fee",
    "ssp_people_paid_noncash": "ssp_people_paid",
    "ssp_amount_noncash": "ssp_amount_total",
}


@pytest.mark.parametrize("unit", OLD)
def test_balances_hold_in_every_month(unit):
    series = world.history(unit)
    for at in range(len(settings().months)):
        for whole, of in BALANCES.items():
            assert series[whole][at] == sum(series[name][at] for name in of.split())
        assert series["received_total"][at] == series["resolved_total"][at] + series["processing_total"][at]
        assert all(series[part][at] <= series[whole][at] for part, whole in NEVER_MORE.items())
        if at:
            assert series["received_carried_over"][at] == series["processing_total"][at - 1]


@pytest.mark.parametrize("unit", OLD)
def test_nothing_is_negative(unit):
    assert all(value >= 0 for values in world.history(unit).values() for value in values)


def test_the_merger_changes_no_sum():
    before, after = Period.parse("2025-M06"), Period.parse("2025-M07")
    assert (len(units_of(before)), len(units_of(after))) == (12, 6)
    for name in ("pop_total", "received_total", "eid_l2_activated"):
        carried = sum(world.value(unit, name, after) for unit in OLD)
        assert sum(world.value(unit, name, after) for unit in units_of(after)) == carried


def test_a_quarter_adds_flows_and_keeps_stocks():
    quarter, months = Period.parse("2026-Q1"), [Period.parse(f"2026-M0{n}") for n in (1, 2, 3)]
    unit = units_of(quarter)[0]
    assert world.value(unit, "resolved_total", quarter) == sum(world.value(unit, "resolved_total", month) for month in months)
    assert world.value(unit, "processing_total", quarter) == world.value(unit, "processing_total", months[2])
    assert world.value(unit, "received_carried_over", quarter) == world.value(unit, "received_carried_over", months[0])
    balance = world.value(unit, "resolved_total", quarter) + world.value(unit, "processing_total", quarter)
    assert world.value(unit, "received_total", quarter) == balance


def test_units_and_counts_are_those_of_the_catalogue():
    known = units()
    assert all(known[place.unit].name == place.title for place in places().values())
    assert all([succession.new for succession in known.successors(place.unit)] == [place.into] for place in places().values() if place.into)
    declared = {item["element"] for name in {s.form for s in arrivals.returns()} for item in _items(form(name)) if "element" in item}
    assert declared <= set(elements())
    assert declared <= {rule.name for rule in rules()}


def _items(declared: dict) -> list[dict]:
    columns = [column for column in declared["columns"] if isinstance(column, dict)]
    return columns + [item for section in declared.get("sections", ()) for item in section["items"]]


def test_the_stories_are_told():
    month = Period.parse
    fee = [world.value("23344.2", "dossiers_with_fee", month(f"2026-M0{n}")) for n in (7, 8)]
    assert fee[0] > 0
    assert fee[1] == 0
    accounts = [world.value("23356.2", "eid_l2_activated", month(f"2026-M0{n}")) for n in (2, 3)]
    assert accounts[1] < accounts[0]
    assert any(
        world.value(u, "eid_activated_total", month("2026-M10")) > world.value(u, "eid_quota", month("2026-M10"))
        for u in units_of(month("2026-M10"))
    )
    assert len([sent for sent in arrivals.returns() if sent.version == 2]) == 1
    assert {story.action for story in stories()} == {"set", "shift", "silent", "apart", "late", "mistype", "tell"}


def test_what_a_commune_writes_under_its_table_is_read_as_its_own_words():
    told = {(story.unit, story.text.partition(": ")[2]) for story in stories() if story.action == "tell" and story.first.year == 2024}
    (sent,) = [one for one in arrivals.returns() if one.form == "van_ban_gop" and str(one.period) == "2024-M12"]
    heard = {(one.unit, one.text) for one in read_bytes(arrivals.data(sent), arrivals.file_name(sent)).narratives}
    assert told <= heard


def test_no_two_returns_have_one_name():
    names = [f"{sent.sent:%Y-%m}/{arrivals.file_name(sent)}" for sent in arrivals.returns()]
    assert len(set(names)) == len(names) > 250


def test_the_samples_are_what_the_demo_writes_today(tmp_path):
    """The same bytes on every day: `python -m demo write data/samples --samples` changes nothing."""
    written = {path.relative_to(tmp_path): path.read_bytes() for path in arrivals.write(tmp_path, arrivals.one_of_each())}
    assert {path.relative_to(SAMPLES): path.read_bytes() for path in SAMPLES.rglob("*") if path.is_file()} == written


@pytest.mark.parametrize("sent", arrivals.one_of_each(), ids=lambda sent: sent.form)
def test_the_reader_finds_exactly_what_was_written(sent):
    reading = read_bytes(arrivals.data(sent), arrivals.file_name(sent))
    assert reading.outcome == "accept", (reading.message, reading.issues[:3], reading.questions[:3])
    for seen in reading.observations:
        basis = "year_to_date" if seen.basis == "year_to_date" else "in_period"
        assert seen.value == sent.number(seen.unit, seen.element, basis), seen
    asked = {item["element"] for item in _items(sent.declared) if "element" in item}
    assert {(seen.unit, seen.element) for seen in reading.observations} == {
        (unit, element) for unit in sent.units if not sent.silent(unit) for element in asked if parts(unit)
    } | {(unit, element) for unit, element in _sums(sent)}


def _sums(sent) -> set[tuple[str, str]]:
    """Form II.06a prints three sums that are counts of their own."""
    if sent.declared["shape"] != "fields":
        return set()
    return {(sent.sender, name) for name in ("received_total", "resolved_total", "processing_total")}


def test_illustrative_targets_go_with_the_demo(tmp_path):
    store = open_store(f"sqlite:///{tmp_path / 'store.db'}", tmp_path / "originals")
    store.initialise()
    mine = {target.id for target in plan.declared()}
    assert {target.indicator for target in plan.declared()} <= set(indicators())
    for _twice in range(2):
        plan.record(store, "demo")
    assert {t.id: (t.status, t.revision) for t in store.targets() if t.id in mine} == dict.fromkeys(mine, ("in_force", 1))
    assert all("minh họa" in target.legal_basis for target in plan.declared())
    filling.remove(store)
    assert {t.status for t in store.targets() if t.id in mine} == {"withdrawn"}
    plan.record(store, "demo")
    assert {t.status for t in store.targets() if t.id in mine} == {"in_force"}
    store.close()
