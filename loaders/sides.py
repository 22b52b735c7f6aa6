"""A warning before a return is taken in: it would leave a ratio with one side of its own and the other of an earlier return."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from catalogue.language import _, number
from catalogue.units import units
from indicators.mixed import Mixed, alike, mixed_by
from loaders.issues import issue
from loaders.result import FileReading
from loaders.understanding.sheets.asking import name_of
from store import Store

THIS_FILE = 0


def warned(store: Store, reading: FileReading) -> FileReading:
    """The reading with a warning for each ratio that taking it in would mix with what is in force now."""
    taken = [o for o in reading.observations if o.status in ("accepted", "kept_out") and o.unit and o.period]
    if not taken:
        return reading
    current = store.observations(periods=alike({o.period for o in taken}), units=sorted({o.unit for o in taken}))
    if current.empty:
        return reading
    incoming = pd.DataFrame(
        [(o.unit, o.period, o.basis, o.element, o.value, o.sheet, o.cell, o.raw, o.status, THIS_FILE) for o in taken],
        columns=["unit", "period", "basis", "element", "value", "sheet", "cell", "raw", "status", "submission"],
    )
    found = of_this(mixed_by(incoming, current), THIS_FILE)
    return replace(reading, issues=(*reading.issues, *(_told(store, one, reading.file) for one in found)))


def of_this(found: list[Mixed], submission: int) -> list[Mixed]:
    """The mixtures one side of which is of this submission."""
    return [one for one in found if submission in (one.numerator_from, one.denominator_from)]


def _told(store: Store, one: Mixed, file: str):
    def named(submission: int) -> str:
        return _("this file") if submission == THIS_FILE else store.submission(submission).file_name

    values = {"over": named(one.numerator_from), "under": named(one.denominator_from), "said": number(one.said, None)}
    whose = f"{name_of(one.indicator)}, {units()[one.unit].name}"
    return issue("mixed_sides", "", "", label=whose, now=number(one.now, None), **values)
