"""The workbook to fill in: last figures beside, protected, and read back without a question whoever fills it."""

from __future__ import annotations

import datetime as dt
import zipfile
from dataclasses import replace
from itertools import groupby
from pathlib import Path

import pytest
from openpyxl import load_workbook

from catalogue.derivations import declared_formulas
from catalogue.elements import elements
from catalogue.facts import Observation
from catalogue.indicators import indicators
from catalogue.language import use_language
from catalogue.periods import Period
from catalogue.targets import declared_targets
from indicators.held import counts_behind
from loaders import template
from loaders.files import read_bytes
from store import Submission

ROW, NAME, RESULT, LAST = 7, 2, 4, 5
COUNTS = {
    "dossiers_recv_new": 90, "dossiers_recv_online": 60, "dossiers_recv_direct_postal": 30, "received_carried_over": 5,
    "resolved_total": 80, "resolved_early": 50, "resolved_on_time": 28, "resolved_late": 2, "processing_total": 15,
    "officials_total": 22, "officials_with_cert": 20, "docs_out_total_nonsecret": 44, "docs_out_signed_org": 40,
    "citizens_eligible_eid": 4100, "eid_l2_issued": 3900, "eid_l2_activated": 3100,
}  # fmt: skip


@pytest.fixture(autouse=True)
def vietnamese():
    use_language("vi")


def rows_of(sheet) -> dict[str, int]:
    """Element code to the row that asks for it."""
    names = {element.name_vi: code for code, element in elements().items()}
    return {names[text]: row for row in range(ROW, sheet.max_row + 1) if (text := sheet.cell(row, NAME).value) in names}


def filled(out: Path, values: dict[str, int]) -> bytes:
    book = load_workbook(out)
    rows = rows_of(book.worksheets[0])
    for code, value in values.items():
        if code in rows:
            book.worksheets[0].cell(rows[code], RESULT, value)
    book.save(out)
    return out.read_bytes()


@pytest.mark.parametrize(
    ("unit", "period"),
    [
        ("23341.1", "2025-M03"), ("23341.2", "2026-M11"), ("23353.1", "2024-M12"), ("23365.2", "2025-M09"),
        ("23341.2", "2026-Q3"), ("23341.1", "2025-Q1"), ("23374.2", "2026-S1"), ("23374.2", "2026"),
    ],
)  # fmt: skip
def test_it_is_read_back_without_a_question(tmp_path: Path, unit, period):
    out = tmp_path / "khong noi gi.xlsx"
    template.write(out, unit, Period.parse(period))
    found = read_bytes(filled(out, COUNTS), out.name)
    assert (found.outcome, found.questions, [i for i in found.issues if i.severity != "warning"]) == ("accept", (), [])
    assert {(o.unit, o.period) for o in found.observations} == {(unit, period)}
    told = {o.element: o.value for o in found.observations}
    assert told == {code: value for code, value in COUNTS.items() if code in told} and len(told) == len(COUNTS)


LENGTHS = ("2026-M10", "2026-Q3", "2026-S1", "2026-9M", "2025")


def plausible() -> dict[str, int]:
    """A figure for every count of the catalogue, parts within their wholes and sums that hold."""
    told = dict.fromkeys(elements(), 1000)
    below = [version.denominator for one in indicators().values() for version in one.versions if version.denominator]
    whole = {code for formula in below for code in formula.elements}
    told |= {code: 900 for code in told if code not in whole}
    told |= {code: 600_000_000 for code in told if elements()[code].unit == "dong"}
    told |= {code: value // 50 for code, value in told.items() if elements()[code].unit in ("hamlet", "organisation", "system", "commune")}
    return told | {
        "dossiers_recv_online": 600, "dossiers_recv_direct_postal": 400, "received_carried_over": 200, "received_total": 1200,
        "resolved_early": 300, "resolved_on_time": 400, "resolved_late": 100, "resolved_total": 800, "processing_in_time": 300,
        "processing_overdue": 100, "processing_total": 400, "resolved_with_result": 800, "results_electronic": 700,
        "eid_l1_activated": 50, "eid_l2_issued": 950, "eid_l2_activated": 900, "eid_activated_total": 950, "pop_total": 1500,
        "resolved_late_apology": 90, "procs_partial_online": 50, "unsatisfied_or_late": 100, "idx_766_score": 80,
    }  # fmt: skip


def read_of(out: Path, unit: str, period: str, only: tuple[str, ...] = ()):
    """The reading of a workbook in which every row is filled in, and what was typed into it."""
    template.write(out, unit, Period.parse(period), only=only)
    typed = {
        code: value
        for code, value in plausible().items()
        if code in (only or {one.code for one in template.owed(unit, Period.parse(period), declared_targets())})
    }
    return read_bytes(filled(out, typed), out.name), typed


@pytest.mark.parametrize("unit", ["23365.2", "610.1"])
@pytest.mark.parametrize("period", LENGTHS)
def test_with_every_count_of_the_catalogue_in_it_no_row_is_asked_about(tmp_path: Path, unit, period):
    found, typed = read_of(tmp_path / "mau.xlsx", unit, period, tuple(elements()))
    assert (found.questions, found.outcome, [i.message for i in found.issues if i.severity == "error"]) == ((), "accept", [])
    assert {o.element: o.value for o in found.observations} == typed
    assert {(o.unit, o.period, o.status) for o in found.observations} == {(unit, period, "accepted")}
    assert {o.element: o.basis for o in found.observations} == {code: elements()[code].basis for code in typed}


@pytest.mark.parametrize("period", LENGTHS)
def test_every_row_filled_in_asks_nothing(tmp_path: Path, period):
    found, typed = read_of(tmp_path / "mau.xlsx", "23365.2", period)
    assert (found.questions, found.outcome, {o.element for o in found.observations}) == ((), "accept", set(typed))


@pytest.mark.parametrize(
    "only", [("dossiers_with_fee",), ("procs_with_fee",), ("idx_dti_score",), ("leaders_total", "docs_out_signed_personal", "pop_18plus")]
)
def test_a_row_counts_what_the_hidden_sheet_names_whatever_stands_around_it(tmp_path: Path, only):
    """Alone under the title of its group, or behind another count, the words of a row could be taken for a part of it."""
    found, typed = read_of(tmp_path / "mau.xlsx", "23365.2", "2026-M10", only)
    assert ({o.element: o.value for o in found.observations}, found.questions) == (typed, ())


def test_what_the_row_of_the_last_period_holds_is_never_this_one(tmp_path: Path, sqlite_store):
    kept(sqlite_store, "23341.2", "2026-M09", {"pop_18plus": 777}, "to_date")
    out = tmp_path / "mau.xlsx"
    template.write(out, "23341.2", Period.parse("2026-M10"), sqlite_store, only=("pop_18plus", "pop_total"))
    found = read_bytes(filled(out, {"pop_total": 5000}), out.name)
    assert {o.element: o.value for o in found.observations} == {"pop_total": 5000}


def test_sent_back_as_it_was_it_is_to_be_filled_in_and_its_last_figures_are_no_choice(tmp_path: Path, sqlite_store):
    kept(sqlite_store, "23374.2", "2026-M09", {"dossiers_recv_new": 90, "dossiers_recv_online": 60}, "in_period")
    out = tmp_path / "bieu.xlsx"
    template.write(out, "23374.2", Period.parse("2026-M10"), sqlite_store)
    found = read_bytes(out.read_bytes(), out.name)
    assert (found.outcome, found.questions, found.observations) == ("fix", (), ())


def test_every_figure_a_target_of_the_unit_is_measured_by_is_asked(tmp_path: Path, sqlite_store):
    """The page of a unit shows a target without figures; the workbook then asks for both sides of the rate."""
    missing = {"procs_full_eligible", "adults_used_ops", "officials_digital_trained", "workfiles_online", "workfiles_total_nonsecret"}
    told = {element.code for element in template.owed("23365.2", Period.parse("2026-M10"), declared_targets())}
    assert missing <= told and {element.code for element in template.asked()} <= told
    assert "workfiles_online" not in {element.code for element in template.owed("23365.2", Period.parse("2026-M10"), ())}
    ours = replace(
        declared_targets()[0], id="rieng", indicator="eid_card_issued_rate", scope="23365.2", level="commune", period_from="2026",
        period_to="2027", denominator="citizens_eligible_card", status="in_force", verified=True,
    )  # fmt: skip
    sqlite_store.revise_target(ours, "lan", "giao chi tieu")
    for unit, asked in (("23365.2", True), ("23341.2", False)):
        template.write(tmp_path / "mau.xlsx", unit, Period.parse("2026-M10"), sqlite_store)
        rows = rows_of(load_workbook(tmp_path / "mau.xlsx").worksheets[0])
        assert ({"id_cards_issued", "citizens_eligible_card"} <= set(rows)) is asked, unit


def test_no_rate_is_asked_by_half():
    """A count is of no use without the other side of its rate; what the program counts or the province publishes is not asked."""
    asked, province = {element.code for element in template.asked()}, ("TINH",)
    derived = {element for element, formulas in declared_formulas().items() if any(asked.issuperset(f.elements) for f in formulas)}
    halves = []
    for indicator in indicators().values():
        counts = set(counts_behind([indicator.code], dt.date(2026, 10, 14))) - derived
        if indicator.status == "core" and indicator.sources != province and counts & asked and not counts <= asked:
            halves.append(indicator.code)
    assert halves == []


def test_groups_stand_together(tmp_path: Path):
    template.write(tmp_path / "mau.xlsx", "23365.2", Period.parse("2026-M10"))
    rows = rows_of(load_workbook(tmp_path / "mau.xlsx").worksheets[0])
    told = [elements()[code].group for code in rows]
    assert [group for group, _rows in groupby(told)] == sorted(set(told))


def test_only_the_cells_to_fill_can_be_changed(tmp_path: Path):
    out = tmp_path / "mau.xlsx"
    template.write(out, "23341.2", Period.parse("2026-M11"))
    book = load_workbook(out)
    sheet = book.worksheets[0]
    rows = rows_of(sheet)
    assert sheet.protection.sheet and len(rows) > 40
    assert all(not sheet.cell(row, RESULT).protection.locked and sheet.cell(row, NAME).protection.locked for row in rows.values())
    (rule,) = sheet.data_validations.dataValidation
    assert (rule.type, rule.formula1) == ("whole", "0") and all(sheet.cell(row, RESULT).coordinate in rule.sqref for row in rows.values())
    assert book.worksheets[1].sheet_state == "veryHidden"
    with zipfile.ZipFile(out) as archive:
        assert not [name for name in archive.namelist() if "vba" in name.lower()]


def kept(store, unit: str, period: str, values: dict[str, float], basis: str) -> None:
    original = store.keep_original(f"{unit} {period} {basis}".encode(), "bao cao.csv")
    told = [
        Observation(unit, period, basis, code, value, "S1", f"C{row}", str(value)) for row, (code, value) in enumerate(values.items(), 5)
    ]
    store.commit_return(Submission(original.sha256, "bao cao.csv", "accepted", "lan", periods=(period,)), told)


def last(store, tmp_path: Path, unit: str, period: str) -> dict[str, float]:
    out = tmp_path / "mau.xlsx"
    template.write(out, unit, Period.parse(period), store)
    sheet = load_workbook(out).worksheets[0]
    return {code: value for code, row in rows_of(sheet).items() if (value := sheet.cell(row, LAST).value) is not None}


def test_the_last_figures_stand_beside(sqlite_store, tmp_path: Path):
    kept(sqlite_store, "23341.2", "2026-M10", {"dossiers_recv_new": 77}, "in_period")
    assert last(sqlite_store, tmp_path, "23341.2", "2026-M11") == {"dossiers_recv_new": 77}
    assert last(sqlite_store, tmp_path, "23374.2", "2026-M11") == {}


def test_a_quarter_shows_the_stocks_of_the_month_before_it_and_no_flow_of_one_month(sqlite_store, tmp_path: Path):
    kept(sqlite_store, "23341.2", "2026-M06", {"dossiers_recv_new": 77}, "in_period")
    kept(sqlite_store, "23341.2", "2026-M06", {"eid_l2_activated": 3000}, "to_date")
    assert last(sqlite_store, tmp_path, "23341.2", "2026-Q3") == {"eid_l2_activated": 3000}


def test_a_stock_of_the_quarter_that_ended_with_the_month_before_stands_beside_with_its_period(sqlite_store, tmp_path: Path):
    kept(sqlite_store, "23341.2", "2026-M09", {"eid_l2_activated": 3000}, "to_date")
    kept(sqlite_store, "23341.2", "2026-Q3", {"adults_smartphone": 3521, "eid_l2_activated": 3001}, "to_date")
    kept(sqlite_store, "23341.2", "2026-Q3", {"dossiers_recv_new": 231}, "in_period")
    kept(sqlite_store, "23341.2", "2026-Q2", {"residents_health_record": 900}, "to_date")
    assert last(sqlite_store, tmp_path, "23341.2", "2026-M10") == {"adults_smartphone": 3521, "eid_l2_activated": 3000}
    sheet = load_workbook(tmp_path / "mau.xlsx").worksheets[0]
    rows = rows_of(sheet)
    assert "(quý III/2026)" in sheet.cell(rows["adults_smartphone"], LAST).number_format
    assert "(" not in sheet.cell(rows["eid_l2_activated"], LAST).number_format
    found = read_bytes(filled(tmp_path / "mau.xlsx", COUNTS), "mau.xlsx")
    assert {o.element: o.value for o in found.observations} == COUNTS


def test_of_copied_figures_and_new_ones_only_the_copied_are_asked_and_the_question_says_how_many(sqlite_store, tmp_path: Path):
    known = dict(list(COUNTS.items())[:9])
    kept(sqlite_store, "23341.2", "2026-M10", known, "in_period")
    template.write(tmp_path / "mau.xlsx", "23341.2", Period.parse("2026-M11"), sqlite_store)
    data = filled(tmp_path / "mau.xlsx", COUNTS)
    found = read_bytes(data, "mau.xlsx")
    (question,) = [one for one in found.questions if one.kind == "copied_period"]
    assert question.text.startswith("9 trên 16 số liệu trùng với tháng 10/2026")
    assert {o.element for o in found.observations if o.status == "asked"} == set(known) and len(question.cells) == 9
    told = read_bytes(data, "mau.xlsx", {question.key: "yes"})
    assert {o.element for o in told.observations if o.status == "rejected"} == set(known)
    assert {o.element for o in told.observations if o.status == "accepted"} == set(COUNTS) - set(known)
