"""A table and its orientation -> claims: this cell is this element of this unit and period, with the evidence and what is in doubt."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache, lru_cache
from typing import Literal

from catalogue.indicators import indicators
from catalogue.periods import Period
from loaders.opening.grid import Cell
from loaders.understanding.basis import basis_in, basis_role, says_when
from loaders.understanding.far import area_of_row, units_far
from loaders.understanding.match import Match, match
from loaders.understanding.measures import Measure
from loaders.understanding.orient import Column, Oriented, commune_like, heading, without_basis
from loaders.understanding.outline import Line, outline
from loaders.understanding.rowkinds import is_section_mark, is_total, numberish
from loaders.understanding.setaside import kept_out
from loaders.understanding.siblings import beyond, parts_of, under
from loaders.understanding.tags import meaning
from loaders.understanding.things import is_bare, says_only_when, things
from loaders.understanding.tongues import vietnamese
from loaders.understanding.whose import Named, by_code, coded_commune, district, is_group, is_office
from loaders.understanding.words import plain, table

_DASHES = ("-", "+", "*", "\u2013", "\u2022")
Half = Literal["", "numerator", "denominator"]
Kind = Literal["count", "percent", "fraction"]


@dataclass(slots=True)
class Claim:
    """What one cell (or half of a fraction cell) is taken to say. `codes` of more than one element wait for arithmetic.

    `role` tells what is done with it: "value" becomes an observation, "check" only proves others, "total" is a sum of the
    rows, "skip" is no figure of ours. `doubt` names the question that must be answered first, empty when there is none.
    """

    sheet: str
    cell: Cell
    table: int
    role: Literal["value", "check", "total", "skip"]
    codes: tuple[str, ...] = ()
    sure: bool = False
    unit: Named | None = None
    basis: str = ""
    period: Period | None = None
    half: Half = ""
    measure: Measure | None = None
    label: str = ""
    why: str = ""
    key: str = ""
    mended: tuple[str, ...] = ()
    value: float | None = None
    state: str = ""
    doubt: str = ""
    status: str = "accepted"
    question: str = ""
    ranked: bool = False
    told: str = ""
    decimals: int | None = None
    readings: tuple[float, ...] = ()
    proposed: str = ""
    group: tuple[str, ...] = ()
    scale: float = 1.0
    notes: list[str] = field(default_factory=list)

    def at(self, cell: Cell, unit: Named | None) -> Claim:
        """The same claim for another cell and unit."""
        other = Claim(
            self.sheet, cell, self.table, self.role, self.codes, self.sure, unit, self.basis, self.period, self.half, self.measure,
            self.label, self.why, self.key, self.mended,
        )  # fmt: skip
        other.ranked, other.group = self.ranked, self.group
        if self.notes:
            other.notes = self.notes[:]
        return other

    @property
    def code(self) -> str:
        """The one code it stands for, or an empty text."""
        return self.codes[0] if len(self.codes) == 1 else ""


def claims(oriented: Oriented, index: int, on: dt.date | None, whole: Period | None, cumulative: bool, each: bool = False) -> list[Claim]:
    """The claims of one table. Units are filled in where the table itself names them. `cumulative`: the sheet counts since January; `each`:
    to the end of every month that its columns name."""
    from loaders.understanding.across import across
    from loaders.understanding.by_rows import dated, place_rows, tidy
    from loaders.understanding.overtime import sums_over_time
    from loaders.understanding.placed import on_their_days
    from loaders.understanding.subject import lend
    from loaders.understanding.wording import heed

    readers = {"wide": _wide, "transposed": across, "long": _long, "sectors": _sectors, "tidy": tidy, "dated": dated}
    reader = readers.get(oriented.shape)
    if reader is None:
        return []
    found = list(reader(oriented, index, on, whole))
    lend(oriented, found)
    periods = {col: column.period_in(whole) for col, column in oriented.columns.items()}
    for claim in found:
        column = oriented.columns[claim.cell.col]
        if cumulative and claim.basis == "in_period" and not (basis_role(column) if each else says_when(column)):
            claim.basis = "year_to_date"
        own = periods.get(claim.cell.col)
        claim.period = own if own is not None and claim.role in ("value", "check") else claim.period
    _stocks_in_period(oriented, found)
    place_rows(oriented, found, on, whole)
    sums_over_time(oriented, found, whole)
    on_their_days(oriented, found, whole)
    heed(found)
    return found


@cache
def growing() -> frozenset[str]:
    """The stocks that only grow: their increase in a month is reported as often as they are."""
    return frozenset(row["element"] for row in table("growing.csv"))


def _stocks_in_period(oriented: Oriented, found: list[Claim]) -> None:
    """A stock under "in the period" is its increase where a column "to date" beside it holds a figure, else the stock itself."""
    if not any("increment" in claim.notes for claim in found):
        return
    level = {_row_of(c): c for c in found if c.role == "value" and c.basis == "to_date"}
    before = "last_period" in {c.role for c in oriented.columns.values()}
    apart = bool({basis_role(c) for c in oriented.columns.values() if not c.hidden} & {"to_date", "cumulative"})
    for claim in found:
        beside = level.get(_row_of(claim))
        if "increment" not in claim.notes or (beside is None and apart) or (beside is not None and beside.cell.kind != "P"):
            continue
        claim.notes.remove("increment")
        claim.role, claim.basis = "value", "to_date"
        if beside is not None:
            beside.role = "skip"
        if claim.codes[0] in growing() and (apart or not before or says_increase(oriented.columns[claim.cell.col])):
            claim.sure = False


def says_increase(column: Column) -> bool:
    """Whether a heading calls its figures new, added or arisen in the period."""
    return any(_INCREASE.search(plain(text)) for text in column.path)


_INCREASE = re.compile(r"\b(trong (thang|ky|quy|tuan)|moi|phat sinh|tang)\b")


def _row_of(claim: Claim) -> tuple[int, int, tuple[str, ...], str]:
    unit = claim.unit.text if claim.unit else ""
    return claim.table, claim.cell.row, claim.codes, unit


# ---------------------------------------------------------------- one row a commune


def _wide(o: Oriented, index: int, on: dt.date | None, whole: Period | None) -> Iterator[Claim]:
    apart = (o.unit_col, o.index_col, o.code_col)
    figures = [(col, parts) for col, parts in wide_columns(o, whole).items() if col not in apart]
    cells, made = o.table.sheet.cells, dict[tuple[int, str], Claim]()
    places = units_far(o, on) if o.far else {}
    for row in o.table.body:
        label = _text(o, row, o.unit_col)
        unit = places.get(row) if o.far else row_unit(o, row, on)
        role = row_role(o, row, label, unit)
        for col, (column, found, kept) in figures:
            cell = cells.get((row, col))
            if cell is None:
                continue
            if kept or column.hidden or cell.is_text or cell.extra.under_merge:
                yield from column_claims(o, index, cell, column, found, kept, role, unit, label, "wide")
                continue
            claim = made.get((col, role))
            if claim is None:
                claim = made[col, role] = _of(column, found, o.table.sheet.name, index, "", role)
            yield claim.at(cell, unit)


def wide_columns(o: Oriented, whole: Period | None) -> dict[int, tuple[Column, Match, str]]:
    """Each column of figures with the element it names and why it may be kept out."""
    from loaders.understanding.dimensions import TIME_HEADINGS

    found = {}
    aside = (o.unit_col, o.index_col, o.code_col, o.measure_col, o.period_col, o.basis_col)
    columns = [c for c in o.columns.values() if c.col not in aside and not (len(c.path) == 1 and TIME_HEADINGS.fullmatch(plain(c.leaf)))]
    main = main_code = ""
    beside: tuple[str, ...] = ()
    for column in columns:
        named = _triple(column, columns) or _bare_total(column) or _total_of_group(column, columns) or heading(column)
        if not named.codes and not named.rate and main and of_which(vietnamese(column.leaf)):
            named = match(of_which(vietnamese(column.leaf)), (main, *reversed(column.path[:-1])))
        elif not named.codes and not named.rate and main and len(column.path) > 1 and _of_the_whole(column.path[-2]):
            named = _within(column.leaf, main, main_code)
        elif named.sure and named.codes[0] in wholes() and not of_which(vietnamese(column.leaf)):
            main, main_code, beside = _said(column), named.codes[0], column.path[:-1]
        elif main and beside == column.path[:-1] and is_bare(column.leaf):
            named = _bare_part(column, named, main, main_code)
        elif len(named.codes) != 1 and not named.rate and main:
            named = _part_of(column, main, main_code) or named
        elif named.codes and not of_which(vietnamese(column.leaf)) and (not is_bare(column.leaf) or (named.sure and not main)):
            main, main_code, beside = _said(column), named.codes[0], column.path[:-1]
        elif _other_whole(column, named) and _has_figures(o, column.col):
            main, main_code, beside = column.leaf, "", column.path[:-1]
        found[column.col] = (column, named, kept_out(column, whole, columns, o.title))
    return found


def _said(column: Column) -> str:
    """The innermost heading that says more than over which time."""
    return next((vietnamese(text) for text in reversed(column.path) if without_basis(text)), column.leaf)


def _of_the_whole(text: str) -> bool:
    """A group heading that says no more than "of which" or "of the total so far": its columns are parts of the one before it."""
    return bool(of_which(f"{text} x")) and not meaning(text).tags - {"total", "inperiod"}


def _within(leaf: str, main: str, main_code: str) -> Match:
    """A part of the whole before it; what stands in brackets behind the whole lists its parts and names none."""
    found = match(leaf, (re.sub(r"\([^()]*\)", " ", main).strip(),))
    return found if len(found.codes) == 1 and found.codes[0] in parts_of(main_code) else Match()


def _triple(column: Column, columns: list[Column]) -> Match | None:
    """Total | done | rate under one heading that names the done part: the total is its denominator."""
    if len(column.path) < 2:
        return None
    parent = column.path[:-1]
    family = [c for c in columns if c.path[:-1] == parent and c.role != "delta"]
    leaves = [meaning(c.leaf).tags for c in family]
    if not any("rate" in tags or "%" in c.leaf for c, tags in zip(family, leaves, strict=True)) or len(family) < 3:
        return None
    over = match(parent[-1], tuple(reversed(parent[:-1])))
    if len(over.codes) != 1 or column.leaf == "":
        return None
    parts = ratio_of(over.codes[0])
    if parts is None or column.role in ("delta", "last_period"):
        return None
    tags = meaning(column.leaf).tags
    if tags <= {"total"} and "total" in tags:
        return Match((parts[1],), over.sure, False, over.why)
    counts = [c for c, said in zip(family, leaves, strict=True) if "rate" not in said and "%" not in c.leaf]
    if plain(column.leaf).strip() in _DONE or _other_of_two(column, counts, parts):
        return Match((parts[0],), over.sure, False, over.why)
    return None


def _other_of_two(column: Column, counts: list[Column], parts: tuple[str, str]) -> bool:
    """Of the two counts beside a rate the one that is not the whole, where it names nothing else: "number that have it"."""
    if len(counts) != 2 or column not in counts:
        return False
    other = next(c for c in counts if c is not column)
    whole = match(other.leaf).codes == (parts[1],) or meaning(other.leaf).tags == {"total"}
    named = match(column.leaf).codes
    return whole and "total" not in meaning(column.leaf).tags and named in ((), (parts[1],)) and not meaning(column.leaf).unknown


def _bare_total(column: Column) -> Match | None:
    """A column headed "Total" and nothing more: one of the wholes of the balances, if the arithmetic says which."""
    if len(column.path) != 1 or meaning(column.leaf).tags != {"total"} or meaning(column.leaf).unknown:
        return None
    return Match(wholes(), False, False, column.leaf)


def _total_of_group(column: Column, columns: list[Column]) -> Match | None:
    """ "Total" over parts under one heading: what that names, unless arithmetic or a column of what else it may hold says more."""
    if len(column.path) < 2 or meaning(column.leaf).tags != {"total"} or meaning(column.leaf).unknown:
        return None
    named, group = heading(column), match(column.path[-2], tuple(reversed(column.path[:-2])))
    if len(named.codes) < 2 or not group.sure or group.codes[0] not in named.codes:
        return None
    beside = {code for c in columns if c is not column for code in heading(c).codes}
    if beside & frozenset().union(*(beyond(group.codes[0], code) for code in named.codes)):
        return None
    return replace(named, codes=tuple(dict.fromkeys((*group.codes, *named.codes))), ranked=True)


@cache
def wholes() -> tuple[str, ...]:
    """The elements that data/reader/identities.csv says are sums of others."""
    return tuple(dict.fromkeys(r["whole"] for r in table("identities.csv") if "+" not in r["whole"]))


_DONE = frozenset(
    {
        "dat",
        "da dat",
        "so dat",
        "da thuc hien",
        "thuc hien",
        "da cap",
        "da co",
        "dung han",
        "co",
        "da ky so",
        "so luong",
        "so luong dat",
        "hoan thanh",
    }
)


def ratio_of(code: str) -> tuple[str, str] | None:
    """(numerator, denominator) of the indicator that a code is, or whose part it is, when both are single elements."""
    for indicator in indicators().values():
        for d in indicator.versions:
            if d.variant or d.denominator is None or len(d.numerator.elements) != 1 or len(d.denominator.elements) != 1:
                continue
            if code in (indicator.code, d.numerator.elements[0]):
                return d.numerator.elements[0], d.denominator.elements[0]
    return None


def row_unit(o: Oriented, row: int, on: dt.date | None) -> Named | None:
    text = _text(o, row, o.unit_col)
    code = _text(o, row, o.code_col)
    if o.far and text:
        return coded_commune(text, code, on) if re.fullmatch(r"\d{4,5}", code) else None
    named = commune_like(text, on) if text and not is_group(text) else None
    if code and re.fullmatch(r"\d{4,5}", code):
        coded = by_code(code, on)
        if named and named.unit and coded and named.unit.id not in {u.id for u in coded}:
            return Named(text, None, False, "code_against_name", (named.unit, *coded))
        if named and named.unit and not coded and by_code(code, None):
            return Named(text, None, False, "code_against_name", (named.unit,))
        if coded and (named is None or not named.unit) and len(coded) == 1 and not text:
            return Named(code, coded[0])
    return named


def row_role(o: Oriented, row: int, label: str, unit: Named | None) -> str:
    first = next((c.text for c in o.table.row(row) if c.kind == "T"), "")
    if is_total(label) or (not label and is_total(first)):
        return "total"
    if unit is None and (_heads_section(o, row) or (o.far and area_of_row(o, row, None) is not None)):
        return "total"
    if unit is None and _part_of_unit(o, label):
        return "skip"
    if unit is None and (is_office(label) or is_group(label) or not label or district(label) is not None or len(label) > 60):
        return "skip"
    return "value"


def _part_of_unit(o: Oriented, label: str) -> bool:
    """A row behind a dash in a table whose units stand without one: a part of the unit above it."""
    return label.startswith(_DASHES) and not all(name.startswith(_DASHES) for r in o.table.body if (name := _text(o, r, o.unit_col)))


def _heads_section(o: Oriented, row: int) -> bool:
    """A row marked I or A over rows marked 1, 2, 3: its figures are the sum of theirs."""
    return is_section_mark(_text(o, row, o.index_col)) and any(_text(o, r, o.index_col).isdigit() for r in o.table.body)


def _text(o: Oriented, row: int, col: int | None) -> str:
    cell = o.table.sheet.shown(row, col) if col is not None else None
    return cell.text.strip() if cell else ""


def column_claims(
    o: Oriented, index: int, cell: Cell, column: Column, found: Match, kept: str, role: str, unit: Named | None, label: str, where: str
) -> Iterator[Claim]:
    name = o.table.sheet.name
    if kept or column.hidden or cell.extra.under_merge:
        claim = _of(column, found, name, index, "", "skip").at(cell, unit)
        claim.notes.append(kept or ("hidden" if column.hidden else "under_merge"))
        yield claim
        return
    halves = (_halves(column) or both_sides(found, cell)) if cell.is_text and "/" in cell.text else None
    if halves:
        yield _of(column, halves[0], name, index, "numerator", role).at(cell, unit)
        yield _of(column, halves[1], name, index, "denominator", role).at(cell, unit)
        return
    yield _of(column, found, name, index, "", role).at(cell, unit)


@lru_cache(maxsize=1024)
def _of(column: Column, found: Match, sheet: str, index: int, half: Half, role: str) -> Claim:
    """What every cell of a column has in common: copied for each."""
    nowhere = Cell(-1, column.col, "", "E")
    claim = Claim(sheet, nowhere, index, "value", found.codes, found.sure, label=" / ".join(column.path), group=column.path[:-1], half=half)
    claim.why, claim.mended, claim.ranked = found.why, found.mended, found.ranked
    claim.key = " / ".join(plain(p) for p in column.path)
    claim.role = "total" if role == "total" else "skip" if role == "skip" else "value"
    if claim.role == "value" and not found.codes:
        claim.role = "check" if found.rate or column.role == "percent" else "skip"
    if found.codes:
        claim.basis = basis_in(found.codes[0], basis_role(column))
        if not claim.basis and claim.role == "value":
            claim.role = "skip"
            claim.notes.append("increment")
    return claim


def _part_of(column: Column, main: str, main_code: str) -> Match | None:
    """A heading in doubt that names, beside the whole before it, the very part of an indicator with that whole below."""
    if not without_basis(column.leaf):
        return None
    found = match(column.leaf, (main, *reversed(column.path[:-1])))
    parts = ratio_of(found.codes[0]) if len(found.codes) == 1 and found.codes[0] != main_code else None
    return found if parts and parts[1] == main_code else None


def _other_whole(column: Column, named: Match) -> bool:
    """A heading of figures that are not ours: the bare parts that follow are its parts."""
    said = meaning(column.leaf)
    other = bool(said.tags & things() or said.unknown) and not is_bare(column.leaf)
    return (
        other and not named.rate and not said.tags & {"rate"} and column.role not in ("note", "unit", "label", "measure", "code", "index")
    )


def _bare_part(column: Column, named: Match, main: str, main_code: str) -> Match:
    """A heading that says a part and no thing belongs to the thing before it; sure only where it is a declared part of that whole."""
    if len(column.path) > 1:
        return named
    if not main_code:
        return Match(rate=named.rate)
    found = under(column.leaf, main, reversed(column.path[:-1]))
    if len(found.codes) == 1 and found.sure and found.codes[0] in parts_of(main_code):
        return found
    return named


def of_which(text: str) -> str:
    """What follows "Trong do" in a heading: a part of the heading before it; an empty text when it does not begin so."""
    found = _OF_WHICH.match(plain(text))
    if not found:
        return ""
    words = len(plain(text)[: found.end()].split())
    return " ".join(text.split()[words:]).strip(" :-")


_OF_WHICH = re.compile(r"^(trong do|tr\.? ?do|t\.? ?do|chia ra|trong tong( so)?( luy ke)?( do| tren| nay)?)(?![a-z])[ :.,-]*")


def _halves(column: Column) -> tuple[Match, Match] | None:
    """A heading such as "A/tong so B" names a numerator and a denominator."""
    parts = column.leaf.split("/")
    if len(parts) != 2:
        return None
    above = tuple(reversed(column.path[:-1]))
    first, second = match(parts[0].strip(), above), match(parts[1].strip(), above)
    return (first, second) if first.codes and second.codes else None


# ---------------------------------------------------------------- indicators in rows


def line_claims(o: Oriented, index: int, cell: Cell, column: Column, role: str, unit: Named | None, line: Line) -> Iterator[Claim]:
    """The claims of one cell of a row: two where its label names both sides of a fraction, else one."""
    slashed = cell.is_text and "/" in cell.text
    halves = ((_sides(line) if "/" in line.label else None) or both_sides(line.match, cell)) if slashed else None
    if halves is None:
        yield line_claim(o, index, cell, column, line.match, role, unit, line)
        return
    for half, found in (("numerator", halves[0]), ("denominator", halves[1])):
        claim = line_claim(o, index, cell, column, found, role, unit, line)
        claim.half = half  # type: ignore[assignment]
        yield claim


def both_sides(found: Match, cell: Cell) -> tuple[Match, Match] | None:
    """What a fraction stands for under a heading that names its upper side, or its rate: 12/15 hamlets that have a team."""
    pair = ratio_of(found.codes[0]) if found.sure and len(found.codes) == 1 and numberish(cell) else None
    return (replace(found, codes=(pair[0],), rate=False), replace(found, codes=(pair[1],), rate=False)) if pair else None


def _sides(line: Line) -> tuple[Match, Match] | None:
    """What a label such as "A/total of B" names above and below its line."""
    first, _slash, second = line.label.partition("/")
    above, below = match(first.strip(), line.above, line.sections), match(second.strip(), (first.strip(), *line.above), line.sections)
    return (above, below) if above.codes and below.codes and above.codes != below.codes else None


def line_claim(o: Oriented, index: int, cell: Cell, column: Column, found: Match, role: str, unit: Named | None, line: Line) -> Claim:
    claim = Claim(
        o.table.sheet.name, cell, index, "value", found.codes, found.sure, unit, label=line.label, why=found.why, mended=found.mended
    )
    claim.key = " / ".join(plain(t) for t in (*reversed(line.above), line.label))
    claim.measure, claim.group, claim.ranked = line.measure, line.above, found.ranked
    claim.role = "total" if role == "total" else "skip" if role == "skip" or cell.extra.under_merge or column.hidden else "value"
    if column.hidden:
        claim.notes.append("hidden")
    if claim.role == "value" and not found.codes:
        claim.role = "check" if found.rate or line.percent else "skip"
    if found.codes:
        claim.basis = basis_in(found.codes[0], basis_role(column))
        if not claim.basis and claim.role == "value":
            claim.role = "skip"
            claim.notes.append("increment")
    return claim


def _long(o: Oriented, index: int, on: dt.date | None, whole: Period | None) -> Iterator[Claim]:
    from loaders.understanding.wording import not_now

    values, rates = value_columns(o, whole)
    for line in _with_wholes(outline(o)):
        past = not_now(line.sections)
        for cell in o.table.row(line.row):
            if cell.col in (o.label_col, o.index_col, o.measure_col, o.group_col, o.code_col):
                continue
            column = o.columns[cell.col]
            role = "value" if cell.col in values else "skip"
            for claim in line_claims(o, index, cell, column, role, None, line):
                if cell.col in rates:
                    claim.role, claim.codes, claim.half = "check", line.match.codes, ""
                    claim.notes.append("rate_of_row")
                elif role == "skip":
                    claim.notes.append(kept_out(column, whole, []) or "no_figure")
                if past and claim.role == "value":
                    claim.role = "skip"
                    claim.notes.append("plan")
                yield claim


def _with_wholes(lines: list[Line]) -> Iterator[Line]:
    """The lines; one that names a part and no thing is the part of the whole before it, and doubted where that is not its whole."""
    main = whole = label = ""
    for line in lines:
        codes = line.match.codes
        if not codes and whole and not line.section and not line.above and not line.percent and is_bare(line.label):
            named = under(line.label, label, line.sections)
            if named.sure and len(named.codes) == 1 and named.codes[0] in parts_of(whole):
                line, codes = replace(line, match=named), named.codes
        if codes and (len(codes) != 1 or codes[0] not in parts_of(whole)):
            whole, label = (codes[0], line.label) if len(codes) == 1 and codes[0] in wholes() and line.match.sure else ("", "")
        if codes and says_only_when(line.label) and not line.above and not line.sections and codes[0] not in parts_of(main):
            yield replace(line, match=replace(line.match, sure=False))
            continue
        if not line.section and not is_bare(line.label):
            main = codes[0] if len(codes) == 1 else ""
        yield line


def value_columns(o: Oriented, whole: Period | None) -> tuple[set[int], set[int]]:
    """(columns that hold the figures of a table with indicators in rows, columns that hold their percentages)."""
    rest = [c for c in o.columns.values() if c.col not in (o.label_col, o.index_col, o.measure_col, o.group_col, o.code_col)]
    figures = [c for c in rest if not c.hidden and not kept_out(c, whole, rest, o.title) and _has_figures(o, c.col)]
    rates = {c.col for c in figures if c.role == "percent" and not _mostly_plain(o, c.col)}
    values = {
        c.col
        for c in figures
        if c.col not in rates and (c.role in ("actual", "in_period", "year_to_date", "to_date", "cumulative") or c.stated)
    }
    if not values:
        values = {c.col for c in figures if c.col not in rates}
        if len(values) > 1:
            named = {col for col in values if o.columns[col].leaf}
            values = named if len(named) == 1 else set()
    if not values and len(rates) == 1:
        values, rates = rates, set()
    return values, rates


def _mostly_plain(o: Oriented, col: int) -> bool:
    """A column headed like a rate that is the only column of figures."""
    return False


def _has_figures(o: Oriented, col: int) -> bool:
    return any((c := o.table.sheet.cell(r, col)) and (c.kind in "NXPD" or any(ch.isdigit() for ch in c.text)) for r in o.table.body)


# ---------------------------------------------------------------- sectors under one total


def _sectors(o: Oriented, index: int, on: dt.date | None, whole: Period | None) -> Iterator[Claim]:
    named = wide_columns(o, whole)
    rows = [
        r
        for r in o.table.body
        if any(c.kind == "N" or any(ch.isdigit() for ch in c.text) for c in o.table.row(r) if c.col not in (o.index_col,))
    ]
    totals = [r for r in rows if any(is_total(c.text) for c in o.table.row(r) if c.kind == "T")]
    chosen = totals[0] if len(totals) == 1 else rows[0] if len(rows) == 1 else None
    for row in o.table.body:
        for col, (column, found, kept) in named.items():
            cell = o.table.sheet.cell(row, col)
            if cell is None or col in (o.label_col, o.index_col):
                continue
            for claim in column_claims(o, index, cell, column, found, kept, "value", None, "", "sectors"):
                if row != chosen:
                    claim.role = "skip" if claim.role != "skip" else claim.role
                    claim.notes.append("sector")
                yield claim
