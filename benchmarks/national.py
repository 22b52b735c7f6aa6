"""A store as full as the country: every commune, 36 months, every count that the demo knows, through the store's own door."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Iterator
from pathlib import Path

from benchmarks.books import counted, of_then
from catalogue.elements import Element
from catalogue.facts import Observation
from catalogue.periods import Period
from catalogue.units import COUNTRY, Unit, units
from demo.declarations import places, settings
from demo.world import history
from store import Store, Submission, open_store

MONTHS = 36


def months() -> list[Period]:
    """The measured months, the last one as in the demo."""
    return [settings().last.shift(at - MONTHS + 1) for at in range(MONTHS)]


def root_of(communes: int) -> str:
    """The unit whose area has so many communes today: an old district, a province, the country."""
    day = settings().last.end()
    if communes > 1000:
        return COUNTRY
    found = (
        unit.id for unit in units() if unit.level in ("district", "province") and len(units().communes_under(unit.id, day)) == communes
    )
    return next(found)


def filled(folder: Path, communes: int) -> str:
    """The URL of a store under `folder` with that many communes; filled when it is not there yet."""
    path = folder / f"communes-{communes}" / "chi-so.db"
    url = f"sqlite:///{path}"
    done = path.with_suffix(".done")
    if not done.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        store = open_store(url, path.parent / "originals")
        store.initialise()
        _fill(store, units().communes_under(root_of(communes), settings().last.end()))
        store.close()
        done.touch()
    return url


def _fill(store: Store, communes: list[Unit]) -> None:
    """One return a province of today and month."""
    lenders = [history(place.unit) for place in places().values() if place.sizes]
    by_province = itertools.groupby(sorted(communes, key=lambda unit: unit.parent), key=lambda unit: unit.parent)
    areas = [(parent, list(members)) for parent, members in by_province]
    for at, period in enumerate(months()):
        for parent, members in areas:
            told = list(_observations(members, period, lenders, min(at, len(settings().months) - 1)))
            data = f"{parent} {period}".encode()
            store.keep_original(data, f"{parent} {period}.csv")
            submission = Submission(
                sha256=hashlib.sha256(data).hexdigest(),
                file_name=f"{parent} {period}.csv",
                state="accepted",
                received_by="bench",
                outcome="accept",
                sender=parent,
                periods=(str(period),),
                batch=str(period),
                origin="demo",
            )
            store.commit_return(submission, told)


def _observations(members: list[Unit], period: Period, lenders: list[dict[str, list[int]]], at: int) -> Iterator[Observation]:
    asked: list[Element] = counted()
    text = str(period)
    for row, unit in enumerate(members, start=2):
        reporting = of_then(unit, period).id
        numbers = lenders[int(unit.code) % len(lenders)]
        for element in asked:
            value = numbers[element.code][at]
            yield Observation(reporting, text, element.basis, element.code, value, "B", f"C{row}", str(value))
