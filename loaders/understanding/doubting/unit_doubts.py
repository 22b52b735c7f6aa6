"""Questions on units: none said, several, of another time, misspelt, rows under the names of other territories."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from catalogue.language import _
from catalogue.names import accented_key, take_apart
from catalogue.text import fold
from catalogue.units import units
from loaders.questions import LEAVE, Option
from loaders.understanding.doubting.former_rows import former_rows
from loaders.understanding.doubting.part_of import ask_whole
from loaders.understanding.doubting.unit_names import unit_names, unit_options
from loaders.understanding.names.short_names import alike, of_later
from loaders.understanding.names.whose import Named
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.orient import ONE_UNIT, Oriented
from loaders.understanding.sheets.asking import ask_about, settled_by

if TYPE_CHECKING:
    from loaders.understanding.sheets.sheet_reading import Reading, SheetReading


_LIST = 4
_LEAST_ROWS = 3
"""As many communes make a list of them."""


def ask_units(reading: Reading, part: SheetReading, given: Mapping[str, str]) -> None:
    """Ask whose figures they are, wherever a sheet, a row or its time leaves that open."""
    claims = [c for c in part.claims if c.role == "value" and c.codes]
    without = [c for c in claims if c.unit is None and part.oriented[c.table].shape in ONE_UNIT]
    if without:
        _sheet_unit(reading, part, without)
    ask_whole(reading, part, claims, given)
    rows: dict[tuple[int, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.unit is not None and (not claim.unit.sure or claim.unit.unit is None):
            rows[claim.table, claim.unit.text].append(claim)
    open_tables: set[int] = set()
    for index in {table for (table, _text), members in rows.items() if members[0].unit and members[0].unit.doubt in ("old", "new")}:
        if part.oriented[index].shape in ("wide", "transposed"):
            spoilt = {c.period for c in claims if c.table == index and c.unit and c.unit.doubt in ("old", "new")}
            inside = [c for c in claims if c.table == index and c.period in spoilt]
            if not _one_slip(inside) and _whole_table(reading, part, inside, given):
                open_tables.add(index)
    _other_rows(reading, part, claims, given)
    _territories(reading, part, claims, given)
    _generations_apart(reading, part, claims, given)
    for (table, text), members in rows.items():
        if table in open_tables and members[0].unit and members[0].unit.doubt in ("old", "new"):
            continue  # first whether all are of that time
        if members[0].period is None and _generations(members[0].unit):
            continue  # only the period is missing: it is asked, and says which of them existed
        _doubtful(reading, part, text, members, given)
    unknown: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.unit is None and part.oriented[claim.table].shape == "wide":
            unknown[claim.cell.row].append(claim)
    for row, members in unknown.items():
        _unknown(reading, part, row, members, given)


def _one_slip(claims: Sequence[Claim]) -> bool:
    """Whether one row alone bears a name of before and all the others are units of now, none of them the one that followed it: a unit
    called by its old name in a list of today's units, not a list of old ones. What is in doubt for its code or spelling tells neither."""
    rows = {c.unit.text: c.unit for c in claims if c.unit}
    ended = [n for n in rows.values() if n.doubt in ("old", "new")]
    others = {n.unit.id for n in rows.values() if n.unit is not None and n.sure}
    unclear = sum(n.doubt in ("code_against_name", "misspelt") for n in rows.values())
    if len(ended) != 1 or ended[0].doubt != "old" or len(others) < _LIST or len(others) + unclear + 1 < len(rows):
        return False
    followed = {u.id for u in ended[0].candidates}
    return len(followed) == 1 and not followed & others


def _sheet_unit(reading: Reading, part: SheetReading, claims: list[Claim]) -> None:
    spot = claims[0].cell.address
    options = [u for n in part.units for u in ((n.unit,) if n.unit else n.candidates)]
    if len(options) < 2:
        ask_about(reading, claims, f"unit:{part.sheet.name}", "no_unit", part.sheet.name, spot, unit_options(options))
        return
    ask_about(
        reading, claims, f"unit:{part.sheet.name}", "unit_conflict", part.sheet.name, spot, unit_options(options), units=unit_names(options)
    )


def _doubtful(reading: Reading, part: SheetReading, text: str, members: list[Claim], given: Mapping[str, str]) -> None:

    named = members[0].unit
    assert named is not None
    key = f"unit:{text}"
    answer = given.get(key) or given.get(f"unit:{part.sheet.name}")
    if settled_by(answer, members, LEAVE, LEAVE):
        return
    if answer:
        for claim in members:
            claim.unit = Named(text, units()[answer])
        return
    code = {"old": "unit_old", "new": "unit_new", "code_against_name": "unit_code", "unlisted": "unit_unlisted"}.get(
        named.doubt, "unit_ambiguous"
    )
    names, options = unit_names(named.candidates), unit_options(named.candidates)
    ask_about(reading, members, key, code, part.sheet.name, _where(part, text, members[0]), options, text=text, units=names)
    for claim in members:
        if claim.unit and claim.unit.unit is None and len(named.candidates) >= 1:
            claim.proposed = named.candidates[0].id


def _where(part: SheetReading, text: str, first: Claim) -> str:
    """The cell with the name in the row of the figures; the first figure where the name stands over all of them."""
    row = part.sheet.rows.get(first.cell.row, ())
    return next((c.address for c in row if c.is_text and text and fold(text) in fold(c.text)), first.cell.address)


def _other_rows(reading: Reading, part: SheetReading, claims: Sequence[Claim], given: Mapping[str, str]) -> None:
    """The return of one commune whose rows bear the names of others and not its own: its hamlets may be called like them."""
    key = f"rows:{part.sheet.name}"
    sender = part.units[0] if len(part.units) == 1 else None
    said = (sender.unit,) if sender and sender.unit and sender.sure else sender.candidates if sender else ()
    if sender is None or given.get(key) == "as_named" or not said or any(u.level != "commune" for u in said):
        return
    wanted = all if sender.doubt == "code_against_name" else any
    rows = {(c.table, c.unit.unit) for c in claims if c.unit and c.unit.unit}
    lists = {_headings(part.oriented[t]) for t, u in rows if u in said and sum(other == t for other, _u in rows) >= _LEAST_ROWS}
    for index, oriented in enumerate(part.oriented):
        members = [c for c in claims if c.table == index and c.unit and c.unit.unit]
        named = {c.unit.unit.id: c.unit.unit for c in members if c.unit and c.unit.unit}
        if wanted is any and _headings(oriented) in lists:
            continue  # a further page of the list that has the sender among its communes
        if oriented.shape in ("wide", "transposed") and named and not wanted(u.id in named for u in said):
            options = (Option("as_named", _("The rows are the units they are called after")),)
            names_of = ", ".join(u.name for u in dict.fromkeys((*said, *named.values())))
            ask_about(reading, members, key, "unit_conflict", part.sheet.name, members[0].cell.address, options, units=names_of)


def _headings(oriented: Oriented) -> tuple[tuple[str, ...], ...]:
    """The headings of a table, as its further pages repeat them."""
    return tuple(column.path for column in oriented.columns.values())


def _territories(reading: Reading, part: SheetReading, claims: Sequence[Claim], given: Mapping[str, str]) -> None:
    """Rows that are exactly the communes of a later time: their figures may be those of the later territories."""
    key = f"territory:{part.sheet.name}"
    if part.last_day is None or given.get(key) == "as_named":
        return
    for index, oriented in enumerate(part.oriented):
        members = [c for c in claims if c.table == index and c.unit and c.unit.text]
        if oriented.shape not in ("wide", "transposed") or not members:
            continue
        names = frozenset(accented_key(take_apart(text).bare) for text in {c.unit.text for c in members if c.unit})
        later = of_later(names, part.last_day)
        if later:
            names_of = ", ".join(u.name for u in later)
            options = (Option("as_named", _("The names are meant as they were in this period")),)
            ask_about(reading, members, key, "territory_later", part.sheet.name, members[0].cell.address, options, units=names_of)


def _generations_apart(reading: Reading, part: SheetReading, claims: Sequence[Claim], given: Mapping[str, str]) -> None:
    """Columns of periods on both sides of a reorganisation under the same names of rows: whose figures are the earlier ones?"""
    key = f"territory:{part.sheet.name}"
    if given.get(key) == "as_named":
        return
    for index, oriented in enumerate(part.oriented):
        members = [c for c in claims if c.table == index and c.unit and c.unit.unit and c.period]
        if oriented.shape != "wide" or len({c.period for c in members}) < 2:
            continue
        latest = {c.unit.text: c.unit.unit for c in sorted(members, key=_last_day) if c.unit and c.unit.unit}
        changed = {c.period for c in members if c.unit and latest[c.unit.text] != c.unit.unit}
        doubted = [c for c in claims if c.table == index and c.period in changed]
        if doubted:
            names_of = ", ".join(u.name for u in latest.values())
            options = (Option("as_named", _("The names are meant as they were in this period")),)
            ask_about(reading, doubted, key, "territory_later", part.sheet.name, doubted[0].cell.address, options, units=names_of)


def _last_day(claim: Claim) -> dt.date:
    return claim.period.end("nd09") if claim.period else dt.date.min


def _generations(named: Named | None) -> bool:
    """Whether the units a name may mean differ in nothing but their time."""
    return named is not None and len(named.candidates) > 1 and len({u.name for u in named.candidates}) == 1


def _whole_table(reading: Reading, part: SheetReading, members: list[Claim], given: Mapping[str, str]) -> bool:
    """Names of another time among the rows: units whose name lives on may mean their old territory as well. All are asked, or sent back
    where all are former units; whether that leaves no row to be asked by itself."""
    others = [c for c in members if c.unit and c.unit.doubt in ("old", "new")]
    first = others[0].unit
    assert first is not None
    key = f"territory:{part.sheet.name}"
    if given.get(key) == "as_named":
        return False
    spot = _where(part, others[0].unit.text if others[0].unit else "", others[0])
    if first.doubt == "new":
        names = ", ".join(u.name for u in first.candidates)
        as_named = Option("as_named", _("The other names are meant as they are today"))
        ask_about(reading, members, key, "unit_new", part.sheet.name, spot, (as_named,), text=first.text, units=names)
        return False
    if given.get(key) == "former":
        former_rows(reading, members)
        return True
    options = (
        Option("as_named", _("Of the units of today: which one each former name stands for is asked next")),
        Option("former", _("Of the former units: it is to be added up to those of today and sent again")),
    )
    former = _first_of(dict.fromkeys(c.unit.text for c in others if c.unit))
    ask_about(reading, members, key, "units_former", part.sheet.name, spot, options, former=former)
    return True


def _first_of(names: Iterable[str]) -> str:
    """The first names of many, and how many more there are."""
    shown = list(names)
    more = len(shown) - _LIST
    return ", ".join(shown[:_LIST]) + (_(" and {more} more", more=more) if more > 0 else "")


def _unknown(reading: Reading, part: SheetReading, row: int, members: list[Claim], given: Mapping[str, str]) -> None:

    oriented = part.oriented[members[0].table]
    cell = part.sheet.shown(row, oriented.unit_col) if oriented.unit_col is not None else None
    text = cell.text if cell else ""
    answer = given.get(f"unit:{text}")
    if settled_by(answer, members, LEAVE, LEAVE):
        return
    if answer:
        for claim in members:
            claim.unit = Named(text, units()[answer])
        return
    spot = cell.address if cell else members[0].cell.address
    near = unit_options(alike(text, part.last_day))
    ask_about(reading, members, f"unit:{text}", "unit_unknown", part.sheet.name, spot, near, text=text)
