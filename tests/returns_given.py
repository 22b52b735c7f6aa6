"""Small returns for the store's tests."""

from __future__ import annotations

from catalogue.facts import Observation
from store import Store, Submission

PERIOD = "2025-M03"


def cell(
    value: float, *, unit: str = "u1", element: str = "e1", period: str = PERIOD, basis: str = "in_period", **more: str
) -> Observation:
    """One cell as the reader would give it."""
    given = {"sheet": "Biểu 1", "cell": "D14", "raw": str(value), "status": "accepted"} | more
    return Observation(unit=unit, period=period, basis=basis, element=element, value=value, **given)


def give(store: Store, *cells: Observation, data: bytes = b"file", state: str = "accepted", **more: object) -> int:
    """Keep a file and commit a return with these cells; its number."""
    kept = store.keep_original(data, "báo cáo.xlsx")
    received = Submission(sha256=kept.sha256, file_name="báo cáo.xlsx", state=state, received_by="lan", **{"outcome": "accept"} | more)
    return store.commit_return(received, list(cells))


def values(store: Store, **asked: object) -> list[tuple[str, str, str, float, int]]:
    """The observations asked for, as (period, element, unit, value, submission)."""
    frame = store.observations(**asked)
    return [(r.period, r.element, r.unit, r.value, r.submission) for r in frame.itertuples()]
