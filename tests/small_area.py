"""A small store for the tests of pages: the six communes of the demonstration's area over four months, one of them silent in the last."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from catalogue.facts import Observation
from catalogue.periods import Period
from catalogue.units import units
from store import Store, Submission, open_store

ROOT = "610.1"
MONTHS = [Period.month(2026, number) for number in (7, 8, 9, 10)]
SILENT = "23365.2"
FLOWS = {"dossiers_recv_online": 40, "dossiers_recv_new": 60, "docs_out_signed_personal": 45, "docs_out_total_nonsecret": 50}
STOCKS = {
    "residents_with_personal_sig": 900, "pop_18plus": 3000, "citizens_eligible_eid": 3300, "eid_l2_issued": 3000,
    "eid_l2_activated": 2400, "eid_activated_total": 2500, "eid_quota": 2400,
}  # fmt: skip


def filled(folder: Path) -> Store:
    """The store in `folder`, with one accepted return a commune and month."""
    store = open_store(f"sqlite:///{folder / 'store.db'}", folder / "originals")
    store.initialise()
    for month in MONTHS:
        for place, unit in enumerate(units().communes_under(ROOT, month.end())):
            if not (unit.id == SILENT and month == MONTHS[-1]):
                _send(store, unit.id, month, place)
    return store


def _send(store: Store, unit: str, month: Period, place: int) -> None:
    kept = store.keep_original(f"{unit} {month}".encode(), "return.csv")
    counts = [(code, base + place * 2 + month.number, "in_period") for code, base in FLOWS.items()]
    counts += [(code, base + place * 10 + month.number, "to_date") for code, base in STOCKS.items()]
    observations = [
        Observation(unit, str(month), basis, code, float(value), "S1", f"C{row}", str(value))  # type: ignore[arg-type]
        for row, (code, value, basis) in enumerate(counts, 5)
    ]
    received = dt.datetime(month.year, month.first_month, 17, 3, tzinfo=dt.UTC)
    sent = Submission(kept.sha256, f"bao cao {month}.csv", "accepted", "test", periods=(str(month),), origin="demo", received_at=received)
    store.commit_return(sent, observations)
