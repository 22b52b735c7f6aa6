"""The workbook to fill in: last figures beside, protected, and read back without a question whoever fills it."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from catalogue.elements import elements
from catalogue.facts import Observation
from catalogue.language import use_language
from catalogue.periods import Period
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
