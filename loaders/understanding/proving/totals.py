"""Total rows and columns: each must be the sum of what it stands for, be it all rows, those of its section, or the sums of the sections."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from catalogue.elements import elements
from catalogue.language import number as shown
from loaders.issues import issue, written
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.typed.typed_words import number_in, only_value

if TYPE_CHECKING:
    from loaders.understanding.sheets.sheet_reading import Reading, SheetReading

_CLOSE = 1e-6


def find_sums(part: SheetReading) -> None:
    """Rows that name no unit, or the unit of another row again (a district of the name of its town), and whose every count is the sum of
    rows around them are totals, whatever they are called."""
    for index, oriented in enumerate(part.oriented):
        again = _named_again(part, index) if oriented.shape == "wide" else set()
        if oriented.shape != "wide" or not (again or any(c.role == "value" and c.unit is None for c in part.claims)):
            continue
        rows: dict[int, dict[int, Claim]] = defaultdict(dict)
        for claim in part.claims:
            if claim.table == index and claim.role in ("value", "total") and _counted(claim):
                rows[claim.cell.row][claim.cell.col] = claim
        nameless = [row for row, line in rows.items() if all(c.role == "value" and c.unit is None for c in line.values())]
        sums = {row for row in nameless if _is_sum(rows, row)} | {row for row in again if row in rows and _is_sum_of_all(rows, row)}
        for claim in part.claims if sums else ():
            if claim.table == index and claim.cell.row in sums and claim.role == "value":
                claim.role = "total"


def _named_again(part: SheetReading, index: int) -> set[int]:
    """The first and the last row of units of a table, where another row names the same unit."""
    units = {c.cell.row: c.unit.unit.id for c in part.claims if c.table == index and c.role == "value" and c.unit and c.unit.unit}
    named = list(units.values())
    return {row for row in (min(units), max(units)) if named.count(units[row]) > 1} if units else set()


def _is_sum_of_all(rows: dict[int, dict[int, Claim]], row: int) -> bool:
    """Whether a row holds in every column, of two or more, the sum of all other rows of units, three or more."""
    others = [line for r, line in rows.items() if r != row and all(c.role == "value" and c.unit is not None for c in line.values())]
    wanted = rows[row].items()
    return (
        min(len(wanted) - 1, len(others) - 2) > 0
        and any(c.value for _col, c in wanted)
        and all(_same(c.value, sum(line[col].value or 0 for line in others if col in line)) for col, c in wanted)
    )


def _counted(claim: Claim) -> bool:
    """Whether a claim holds a count that may be summed over units."""
    code = claim.code
    return claim.value is not None and not claim.half and code in elements() and elements()[code].additive


def _is_sum(rows: dict[int, dict[int, Claim]], row: int) -> bool:
    """Whether a row holds in every column, of two or more, the sum of all units or of an unbroken run of them right before or after it."""
    order = sorted(rows)
    units = [r for r in order if any(c.unit is not None and c.role == "value" for c in rows[r].values())]
    before, after = [r for r in units if r < row], [r for r in units if r > row]
    return len(rows[row]) > 1 and any(_reaches(rows, row, run) for run in (before[::-1], after, before + after))


def _reaches(rows: dict[int, dict[int, Claim]], row: int, run: Sequence[int]) -> bool:
    """Whether the units of a run, added one after the other, make the row at some place past the first."""
    wanted = {col: c.value or 0.0 for col, c in rows[row].items()}
    made = dict.fromkeys(wanted, 0.0)
    if not any(wanted.values()):
        return False
    for length, unit in enumerate(run, 1):
        for col in made:
            made[col] += (rows[unit][col].value or 0.0) if col in rows[unit] else 0.0
        if length > 1 and all(_same(wanted[col], made[col]) for col in made):
            return True
    return False


def totals(reading: Reading, part: SheetReading) -> None:
    """A total row or column must be the sum of the units; where it is not, its issue stands at the total."""
    if not any(claim.role == "total" for claim in part.claims):
        return
    lines: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in part.claims:
        if claim.codes and not claim.half and claim.codes[0] in elements() and elements()[claim.codes[0]].additive:
            lines[claim.table, claim.codes, claim.basis, _line(part, claim)].append(claim)
    for found in lines.values():
        whole = [c for c in found if c.role == "total" and c.value is not None]
        members = [c for c in found if c.role == "value" and c.value is not None and c.unit is not None]
        if part.oriented[found[0].table].shape == "dated":
            members = _over_time(members)
        if whole and len(members) >= 2:
            _total(reading, whole, members, found, part)


def _over_time(members: Sequence[Claim]) -> list[Claim]:
    """The figures whose sum a row over months is: what arose in each, no quarters beside their months; nothing that stood at a day."""
    spans = [set(c.period.months) for c in members if c.period]
    fine = [c for c in members if c.period and not any(span < set(c.period.months) for span in spans)]
    return [c for c in fine if c.basis == "in_period" and not elements()[c.codes[0]].carries_over]


def _line(part: SheetReading, claim: Claim) -> int:
    """The row or column along which the units stand."""
    return claim.cell.row if _across(part, claim) else claim.cell.col


def _across(part: SheetReading, claim: Claim) -> bool:
    return part.oriented[claim.table].shape == "transposed"


def _total(reading: Reading, whole: Sequence[Claim], members: Sequence[Claim], line: Sequence[Claim], part: SheetReading) -> None:
    computed = sum(c.value or 0 for c in members)
    left = sum(_figure(c) for c in line if "other_time" in c.notes)
    if any(_same(c.value, computed) or _same(c.value, computed + left) for c in whole):
        return
    if (len(whole) > 1 and _subtotals(whole, computed)) or _by_sections(part, line):
        return
    if any(
        c.role == "value" and c.value is None and c.state == "bad"
        for c in part.claims
        if c.table == members[0].table and c.codes == members[0].codes
    ):
        return
    biggest = max(whole, key=lambda c: c.value or 0)
    if len(whole) > 1 and (biggest.value or 0) < computed:
        return
    others = _others(reading, members)
    if any(_same(c.value, computed + _sum(others)) for c in whole) and _pages(others, part, biggest):
        return
    if any(_same(c.value, computed + _sum(_before(reading, others, members[0]))) for c in whole):
        return
    folded = 0.0 if any(c.role == "total" for c in others) else _sum(others)
    added = folded + sum(_figure(c) for c in line if c.role == "value" and set(c.notes) <= {"increment"})
    said = {"raw": written(biggest.cell), "computed": shown(added / _factor(biggest), None)}
    reading.issues.append(issue("total_differs", biggest.sheet, biggest.cell.address, **said))
    for claim in members:
        claim.told = claim.told or "total"


def _factor(total: Claim) -> float:
    """By how much a figure is greater than what is typed: an amount in thousands, say."""
    typed = total.cell.number
    return total.value / typed if typed and total.value else 1.0


def _others(reading: Reading, members: Sequence[Claim]) -> list[Claim]:
    """What the other units, and totals, have under the same heading of other tables, beside this one, below it or on another sheet: one
    list that goes on there. None where a unit stands in two of them."""
    one = members[0]
    alike = [c for c in reading.claims if c.codes == one.codes and (c.key, c.basis, c.period) == (one.key, one.basis, one.period)]
    others = [c for c in alike if (c.sheet, c.table) != (one.sheet, one.table)]
    units = [c.unit.unit.id for c in (*members, *others) if c.role == "value" and c.unit is not None and c.unit.unit is not None]
    return others if len(units) == len(set(units)) else []


def _sum(claims: Sequence[Claim]) -> float:
    """The sum of the units among these figures."""
    return sum(c.value or 0 for c in claims if c.role == "value" and c.unit is not None)


def _before(reading: Reading, others: Sequence[Claim], one: Claim) -> list[Claim]:
    """Those of tables over that of `one`, or on sheets before: the pages whose sum is brought forward to it."""
    order = {part.sheet.name: place for place, part in enumerate(reading.sheets)}
    first = reading.sheets[order[one.sheet]].tables[one.table].header_first
    return [c for c in others if (order[c.sheet], c.cell.row) < (order[one.sheet], first)]


def _pages(others: Sequence[Claim], part: SheetReading, total: Claim) -> bool:
    """Whether the totals of the other tables, if any, are those of their own rows and stand over this one: pages of a list."""
    pages: dict[tuple[str, int], list[Claim]] = defaultdict(list)
    for claim in others:
        pages[claim.sheet, claim.table].append(claim)
    own = [(page, c) for page in pages.values() for c in page if c.role == "total"]
    first = part.tables[total.table].header_first
    return all(_same(c.value, _sum(page)) and c.sheet == total.sheet and c.cell.row < first for page, c in own)


def _same(value: float | None, computed: float) -> bool:
    return value is not None and abs(value - computed) < 0.5 + _CLOSE * abs(computed)


def _subtotals(found: Sequence[Claim], computed: float) -> bool:
    """Several totals that together make the sum."""
    total = sum(c.value or 0 for c in found)
    return abs(total - computed) < 0.5 or abs(total - 2 * computed) < 0.5


def _by_sections(part: SheetReading, line: Sequence[Claim]) -> bool:
    """Whether every total is that of the rows before or after it up to the next total, bodies that are no units among them, or that of
    the totals so found, or of all rows."""
    across = _across(part, line[0])
    ordered = sorted(line, key=lambda c: c.cell.col if across else c.cell.row)
    figures = [(c.role == "total", _figure(c)) for c in ordered if set(c.notes) <= {"increment"}]
    everything = sum(value for total, value in figures if not total)
    sections = [value for place, (total, value) in enumerate(figures) if total and any(_same(value, s) for s in _beside(figures, place))]
    rest = [value for total, value in figures if total and value not in sections]
    return bool(sections or rest) and all(_same(value, everything) or (len(sections) > 1 and _same(value, sum(sections))) for value in rest)


def _beside(figures: Sequence[tuple[bool, float]], place: int) -> tuple[float, float]:
    """The sums of the figures before a total back to the one before it, and after it up to the next."""
    return _run(figures[:place][::-1]), _run(figures[place + 1 :])


def _run(figures: Sequence[tuple[bool, float]]) -> float:
    total = 0.0
    for is_total, value in figures:
        if is_total:
            break
        total += value
    return total


def _figure(claim: Claim) -> float:
    if claim.value is not None:
        return claim.value
    if claim.cell.is_text:
        number = number_in(claim.cell.text)
        return only_value(number) if number and number.certain else 0.0
    return float(claim.cell.value) if isinstance(claim.cell.value, int | float) else 0.0
