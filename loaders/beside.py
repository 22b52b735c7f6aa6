"""A file beside the others: what was read of its batch before, and what is in force for its units and periods."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from catalogue.derivations import declared_formulas
from catalogue.facts import Observation
from catalogue.language import LANGUAGES, _, speaking
from loaders import intake
from loaders.compare import Comparison
from loaders.correct import reading_of
from loaders.lineage import first_readings
from loaders.result import FileReading
from loaders.settling import CHANGED
from store import Store

OPEN = ("received", "asked", "to_fix")
STANDING = (*OPEN, "accepted")


def compared(
    store: Store, reading: FileReading, answers: Mapping[str, str], before: Sequence[tuple[str, list[Observation]]]
) -> FileReading:
    """The reading beside the files of its batch (the last one said counts) and what is in force for its units and periods."""
    if reading.outcome in ("unreadable", "not_a_return", "duplicate"):
        return reading
    return _beside(store, reading, before).compare(reading, answers)


def _beside(store: Store, reading: FileReading, before: Sequence[tuple[str, list[Observation]]]) -> Comparison:
    """What the files of its batch said and what is in force for its units and periods."""
    comparison = Comparison()
    for name, observations in reversed(before):
        comparison.learn(observations, name)
    units, periods = {o.unit for o in reading.observations if o.unit}, {o.period for o in reading.observations if o.period}
    comparison.learn(intake.history(store, units, periods), _("the figures taken in before"))
    return comparison


def asks_of_the_past(store: Store, number: int) -> bool:
    """Whether a file asks to replace figures that are not those of now: they were read again, taken in or out since it was read."""
    reading = reading_of(store, number)
    asked = [question for question in reading.questions if question.kind == CHANGED]
    if not asked:
        return False
    cells = {cell for question in asked for cell in question.cells}
    compared = [o for o in reading.observations if o.unit and o.period and (o.status == "accepted" or f"{o.sheet}!{o.cell}" in cells)]
    beside = _beside(store, reading, siblings(store, store.submission(number).batch, until=number))
    told = {line for question in asked for line in question.details}
    return not any(told == _in(code, beside, compared) for code in LANGUAGES)


def replaced_by(store: Store, number: int) -> dict[int, int]:
    """The returns whose figures a file asks to replace, each with how many of them; of a sum of parts the return of each part."""
    reading = reading_of(store, number)
    cells = {cell for question in reading.questions if question.kind == CHANGED for cell in question.cells}
    told = [o for o in reading.observations if o.unit and o.period and f"{o.sheet}!{o.cell}" in cells]
    if not told:
        return {}
    now = store.observations(periods=sorted({o.period for o in told}), units=sorted({o.unit for o in told}))
    fact = ["unit", "period", "basis", "element", "submission"]
    by = {tuple(place): int(one) for *place, one in now[fact].itertuples(index=False, name=None)}
    found: Counter[int] = Counter()
    for o in told:
        place = o.unit, o.period, o.basis
        ways = ((o.element,), *(formula.elements for formula in declared_formulas().get(o.element, ())))
        whole = next((way for way in ways if all((*place, code) in by for code in way)), ())
        found.update({by[*place, code] for code in whole})
    return dict(found.most_common())


def _in(code: str, beside: Comparison, compared: Sequence[Observation]) -> set[str]:
    with speaking(code):
        return set(beside.pairs(compared))


def siblings(store: Store, batch: str, until: int | None = None) -> list[tuple[str, list[Observation]]]:
    """(file, accepted cells) of what was read of a batch before, in the order the files came; `until` keeps those that came before it."""
    rows = store.submissions(batch=batch)
    first = first_readings(rows)
    came = rows.assign(came=rows["id"].map(first))[rows["state"].isin(STANDING)].sort_values("came", kind="stable")
    came = came[came["came"] < first[until]] if until is not None else came
    return [(str(name), _cells(store, int(number))) for name, number in zip(came["file_name"], came["id"], strict=True)]


def _cells(store: Store, number: int) -> list[Observation]:
    frame = store.observations(submission=number, current=False)
    columns = ["unit", "period", "basis", "element", "value", "sheet", "cell", "raw"]
    return [Observation(*row) for row in frame[columns].astype(object).itertuples(index=False, name=None)]
