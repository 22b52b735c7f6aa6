"""A drawn district for the tests of the report: twelve communes, two elements, a few months, targets and documents of its own."""

from __future__ import annotations

import datetime as dt

import pandas as pd

from catalogue.legal import LegalBasis, legal_bases
from catalogue.periods import Period
from catalogue.targets import Target
from catalogue.units import units
from indicators.cube import cube_of
from report.compose import Sources, compose
from report.content import Draft
from report.order import Order
from store import Narrative

DISTRICT, LATER_COMMUNE = "610.1", "23341.2"
MAY = Period.parse("2025-M05")
TODAY = dt.date(2025, 6, 2)
COMMUNES = [unit.id for unit in units().communes_under(DISTRICT, MAY.end())]
TOWN, LAST = COMMUNES[0], COMMUNES[-1]
ONLINE, RECEIVED = "dossiers_recv_online", "dossiers_recv_new"
HOLDERS, ADULTS = "residents_with_personal_sig", "pop_18plus"
FLOWS = (ONLINE, RECEIVED, "tasks_due", "tasks_done_on_time")
REQUEST = LegalBasis(
    "yc-1", "CV 12/SKHCN-CĐS", dt.date(2025, 5, 20), "Về việc báo cáo tình hình chuyển đổi số tháng 5 năm 2025",
    "Sở Khoa học và Công nghệ tỉnh Kon Tum", None, None, "", "in_force", True, "", "request", "62.1",
)  # fmt: skip
PLAN = LegalBasis(
    "kh-1", "KH 9/KH-UBND (Kon Tum)", dt.date(2025, 1, 6), "Chuyển đổi số tỉnh Kon Tum năm 2025", "UBND tỉnh Kon Tum",
    None, None, "", "in_force", True, "", "basis", "62.1",
)  # fmt: skip
TARGET = Target(
    "t-1", "ops_online_submission_rate", "62.1", "district", "2025", "2025", ">=", 80.0, "percent", "", "kh-1", "1", "in_force", True, ""
)


def rows(month: str, counts: dict[str, dict[str, float]]) -> list[tuple]:
    """Observations of a month: unit to element to count, each in a cell of its own."""
    return [
        (unit, month, "in_period" if code in FLOWS else "to_date", code, float(value), "S1", f"C{place}{at}", str(value), "accepted", place)
        for place, (unit, mine) in enumerate(counts.items(), 1)
        for at, (code, value) in enumerate(mine.items())
    ]


def alike(count: float, of: float, but: dict[str, dict[str, float]] | None = None, silent: tuple[str, ...] = ()) -> dict:
    """Every commune with the same two counts of dossiers, save some, and save the silent."""
    told = {unit: {ONLINE: count, RECEIVED: of} for unit in COMMUNES if unit not in silent}
    return {unit: {**mine, **(but or {}).get(unit, {})} for unit, mine in told.items()}


def drawn(*months: tuple[str, dict], targets=(TARGET,), documents=(REQUEST, PLAN), narratives=()) -> Sources:
    names = ["unit", "period", "basis", "element", "value", "sheet", "cell", "raw", "status", "submission"]
    table = pd.DataFrame([row for month, counts in months for row in rows(month, counts)], columns=names)
    known = {**legal_bases(), **{one.id: one for one in documents}}
    return Sources(cube_of(table), tuple(targets), known, tuple(narratives))


def draft(sources: Sources, unit: str = DISTRICT, period: Period = MAY, today: dt.date = dt.date(2025, 6, 2), **choices) -> Draft:
    return compose(sources, Order(unit, period, **choices), today)


def text(found: Draft, part: str = "") -> str:
    """The words of the body, or of one part."""
    return "\n".join(p.text for p in (found.part(part).paragraphs if part else found.paragraphs()))


def narrative(unit: str, kind: str, words: str) -> Narrative:
    return Narrative(unit, str(MAY), kind, words)
