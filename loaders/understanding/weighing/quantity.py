"""Measures printed over counts: "%" where a heading calls for a count, people in thousands. Such figures are not taken as they stand."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from catalogue.elements import elements
from loaders.understanding.claiming.both_columns import rates_among
from loaders.understanding.headings.match import Match, match
from loaders.understanding.headings.ratios import pair_of
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.texts.fractions import fraction_in
from loaders.understanding.texts.rowkinds import counted
from loaders.understanding.texts.words import classes
from loaders.understanding.typed import measures
from loaders.understanding.typed.measures import Measure
from loaders.understanding.weighing.percentages import Line, is_share, line_of, shares, titled_as_rates, unlike_counts

if TYPE_CHECKING:
    from loaders.understanding.sheets.sheet_reading import SheetReading

_RATE = "ty le"
_POINT = "point"


def weigh(part: SheetReading, found: list[Claim]) -> None:
    """Doubt the counts of a table over which another measure is printed."""
    marked = any(c.role == "value" and is_share(c.cell) for c in found)
    shared, unlike = (shares(part, found), unlike_counts(found)) if marked else (set[Line](), set[Line]())
    titled = {index for index, o in enumerate(part.oriented) if titled_as_rates(o, found, index)}
    planned = any("plan" in c.notes or "plan_rate" in c.notes for c in found)
    apart = {c.table for c in found if "score" in c.notes}
    points = {index for index, o in enumerate(part.oriented) if index not in apart and _of_points(o)}
    among = [_among_rates(o) for o in part.oriented]
    paid = [{col for col, column in o.columns.items() if any(map(_names_money, column.path))} for o in part.oriented]
    for claim in found:
        if claim.role == "value" and claim.table in points and not _is_score(claim):
            claim.sure = False
        if claim.role != "value" or not claim.codes or claim.codes[0] not in elements() or measures.is_money(claim.codes[0]):
            continue
        stated = measure_of(part, claim)
        if (kind := stated or measures.in_heading(part.oriented[claim.table].title)) is not None and _money_or_count(claim, kind):
            continue
        either = len(claim.codes) == 2 and pair_of(claim.codes) is not None
        rates = among[claim.table] - {part.oriented[claim.table].label_col}
        by_title = claim.table in titled and (not rates or claim.cell.col in rates)
        told = not _with_its_rate(claim) and (by_title or (stated is not None and stated.code == "percent"))
        share = line_of(claim) in shared
        if either and not claim.half and (share or told):
            claim.codes = claim.codes[1:]
        elif either and claim.cell.is_text and counted(claim.cell.text.strip()):
            claim.codes = claim.codes[:1]
        elif claim.cell.col in among[claim.table] and not claim.half and not (by_title and is_share(claim.cell) and not planned):
            _in_rates(claim, either and not planned)
        elif told:
            _as_rate(claim, share)
        elif claim.measure is not None and claim.measure.money:
            claim.sure = False
        elif claim.cell.col in paid[claim.table] or _says_money(claim.label):
            claim.role = "skip"
            claim.notes.append("money")
        elif stated is not None and stated.scale != 1 and not stated.money:
            claim.scale, claim.told = stated.scale, stated.name
        elif line_of(claim) in unlike and (rate := _rate(claim)).codes:
            claim.codes, claim.sure = (*rate.codes, *claim.codes), False


def _with_its_rate(claim: Claim) -> bool:
    """Two counts with their rate behind them ("22/24 (91,7%)"): they are none of percentages, whatever stands over the table."""
    said = fraction_in(claim.cell.text) if claim.half and claim.cell.is_text else None
    return said is not None and bool(said.rate)


def _of_points(o: Oriented) -> bool:
    """Whether the title speaks of points and no column says that they stand there: any column may hold them."""
    return "score_title" in classes("lines.csv", o.title) and not any(c.role in ("score", "max_score") for c in o.columns.values())


def _is_score(claim: Claim) -> bool:
    """Whether what a figure is taken for is counted in points itself."""
    return len(claim.codes) == 1 and claim.codes[0] in elements() and elements()[claim.codes[0]].unit.startswith(_POINT)


def _money_or_count(claim: Claim, kind: Measure) -> bool:
    """Make a claim that may be an amount or a count the one in whose kind it is measured ("social security (people)")."""
    fits = [code for code in claim.codes if measures.is_money(code) == kind.money]
    if len(claim.codes) != 2 or len(fits) != 1:
        return False
    claim.codes, claim.sure = (fits[0],), True
    return True


def measure_of(part: SheetReading, claim: Claim) -> Measure | None:
    """The measure printed nearest to a figure: in its row, in its headings, over the sheet."""
    return claim.measure or _in_label(claim.label) or part.measures[claim.table]


@lru_cache(maxsize=4096)
def _in_label(label: str) -> Measure | None:
    return next((m for text in reversed(label.split(" / ")) if (m := measures.in_heading(text))), None)


@lru_cache(maxsize=4096)
def _says_money(label: str) -> bool:
    """Whether one of the headings of a count says that the figure is an amount of money."""
    return any(map(_names_money, label.split(" / ")))


def _names_money(text: str) -> bool:
    measure = measures.in_heading(text)
    return measure is not None and measure.money


def _among_rates(o: Oriented) -> set[int]:
    """The columns of a table with an indicator a row whose headings call for percentages."""
    columns = list(o.columns.values()) if o.shape in ("long", "tidy") else []
    printed = {c.col for c in columns if (said := measures.in_heading(c.leaf)) is not None and said.code == "percent"}
    return printed.union(rates_among(columns))


def _in_rates(claim: Claim, told: bool) -> None:
    """A row named by a count under a heading of percentages: its rate where the row itself is `told` as one, else asked."""
    if told:
        claim.codes = claim.codes[1:]
        return
    rate = _rate(claim)
    claim.codes, claim.sure = tuple(dict.fromkeys((*rate.codes, *(() if is_share(claim.cell) else claim.codes)))), False
    claim.role = "value" if claim.codes else "check"


def _as_rate(claim: Claim, share: bool) -> None:
    """A count whose measure is a percentage: the rate of the same name where its row or its figures say so, else one of the two."""
    rate = _rate(claim)
    if share and not claim.half:
        claim.codes, claim.sure = rate.codes, claim.sure and rate.sure
        claim.role = "value" if rate.codes else "check"
        return
    if rate.sure and claim.measure is not None and not claim.half:
        claim.codes, claim.sure = rate.codes, claim.sure
        return
    claim.codes = tuple(dict.fromkeys((*claim.codes, *rate.codes)))
    claim.sure = False


def _rate(claim: Claim) -> Match:
    leaf = claim.leaf
    return match(f"{_RATE} {leaf}", tuple(reversed(claim.group)) if claim.measure is None else claim.group)
