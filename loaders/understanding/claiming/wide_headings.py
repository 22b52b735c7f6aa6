"""The headings of a table with a commune a row, each with the element it names beside the headings around it."""

from __future__ import annotations

import re
from dataclasses import replace

from catalogue.elements import elements
from catalogue.periods import Period
from loaders.understanding.claiming.basis import basis_role, says_increase
from loaders.understanding.claiming.shares import of_the_total
from loaders.understanding.headings.channels import beside_cash
from loaders.understanding.headings.columns import PERIOD_ONLY, Column, heading, without_basis
from loaders.understanding.headings.divided import divided
from loaders.understanding.headings.fields import shares_of_parts
from loaders.understanding.headings.group_totals import is_own_total, shares_again
from loaders.understanding.headings.leading import without_time
from loaders.understanding.headings.lone_things import those_of_the_group
from loaders.understanding.headings.match import Match, by_declaration, match
from loaders.understanding.headings.measured import as_counted, without_measures
from loaders.understanding.headings.payments import people_paid
from loaders.understanding.headings.ratios import of_a_rate, of_a_work, ratio_of, wholes
from loaders.understanding.headings.setaside import done_of_quota, kept_out
from loaders.understanding.headings.siblings import beyond, inner_parts, parts_of, siblings_of, sum_of, summed_of, under, within
from loaders.understanding.headings.silent import part_of_total, says_nothing
from loaders.understanding.headings.strangers import beside_another
from loaders.understanding.headings.tags import meaning
from loaders.understanding.headings.themed import without_theme
from loaders.understanding.headings.things import is_bare, things
from loaders.understanding.headings.tongues import vietnamese
from loaders.understanding.orienting.described import has_figures
from loaders.understanding.orienting.dimensions import TIME_HEADINGS
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.placing.page_filters import is_pivot
from loaders.understanding.texts.rowkinds import is_time_total, numberish
from loaders.understanding.texts.words import plain

_ALL = frozenset({"total", "dossier"})
_NEW, _CARRIED = "phat sinh moi", frozenset({"carried", "backlog"})


def wide_columns(o: Oriented, whole: Period | None) -> dict[int, tuple[Column, Match, str]]:
    """Each column of figures with the element it names and why it may be kept out."""
    found = {}
    aside = (o.unit_col, o.index_col, o.code_col, o.measure_col, o.period_col, o.basis_col)
    columns = [c for c in o.columns.values() if c.col not in aside and not (len(c.path) == 1 and TIME_HEADINGS.fullmatch(plain(c.leaf)))]
    measured = without_measures(columns)
    columns = [measured[c.col][0] if c.col in measured else c for c in columns]
    columns = [without_theme(c, columns) for c in columns]
    main = main_code = ""
    beside: tuple[str, ...] = ()
    pivot = is_pivot(o.table)
    for column in columns:
        named = (
            of_a_rate(column, columns)
            or of_a_work(column, columns)
            or _arisen(column, columns)
            or people_paid(column, columns, o.title)
            or beside_cash(column, columns)
            or _bare_total(column)
        )
        named = named or _total_of_group(column, columns) or _with_carried(column, columns) or _of_fewer(column, columns) or heading(column)
        rest = of_which(vietnamese(column.leaf))
        if done_of_quota(column, named) or part_of_total(column, columns) or (rest and main and says_nothing(rest)):
            named = Match()
        elif not named.codes and not named.rate and main and rest:
            named = match(rest, (main, *reversed(column.path[:-1])))
        elif not named.codes and not named.rate and main and len(column.path) > 1 and _of_the_whole(column.path[-2]):
            named = _within(column.leaf, main, main_code)
        elif not rest and (other := _bare_group(column, named, main) or beside_another(column.path, named, main, main_code, o.title)):
            named = other
        elif named.sure and not rest and _called_a_part(column, named, main_code):
            pass
        elif named.sure and named.codes[0] in wholes() and not rest:
            main, main_code, beside = _said(column, named), named.codes[0], column.path[:-1]
        elif main and beside == column.path[:-1] and is_bare(column.leaf):
            named = _bare_part(column, named, main, main_code, o.title)
        elif len(named.codes) != 1 and not named.rate and main:
            named = _part_of(column, main, main_code) or named
        elif named.codes and not rest and (not is_bare(column.leaf) or (named.sure and not main)):
            main, main_code, beside = _said(column, named), named.codes[0], column.path[:-1]
        elif _other_whole(column, named) and has_figures(o, column.col):
            main, main_code, beside = column.leaf, "", column.path[:-1]
        named = those_of_the_group(column, columns, named) or named
        named = as_counted(named, column, measured[column.col][1] if column.col in measured else None)
        found[column.col] = (
            column if named.codes else o.columns[column.col],
            named,
            "share"
            if pivot and (of_the_total(column.leaf) or _again(column, columns))
            else "note"
            if column.role == "note" and _told_in_words(o, column.col)
            else kept_out(column, whole, columns, o.title),
        )
    again = shares_again(o.table, columns, {col: named.codes for col, (_column, named, _kept) in found.items()})
    for col in (shares_of_parts(columns) | o.table.items | again) & found.keys():
        found[col] = (found[col][0], found[col][1], "sector")
    paths = {c.col: c.path for c in columns}
    for col, named in divided(paths, {col: named for col, (_column, named, _kept) in found.items()}).items():
        found[col] = (found[col][0], named, found[col][2])
    return found


def _told_in_words(o: Oriented, col: int) -> bool:
    """Whether a column headed like one of remarks ("petitions, if any") holds words and no figure."""
    cells = [c for row in o.table.body if (c := o.table.sheet.cell(row, col)) and c.kind != "E"]
    return any(c.kind == "T" for c in cells) and not any(c.kind in "ND" or numberish(c) for c in cells)


def _again(column: Column, columns: list[Column]) -> bool:
    """The second copy of a field of a pivot table ("Sum of X2" beside "Sum of X"), which shows it in another way."""
    leaf = column.leaf.strip()
    return leaf[-1:].isdigit() and any(c.leaf.strip() == leaf.rstrip("0123456789").rstrip("_ ") for c in columns if c is not column)


def _arisen(column: Column, columns: list[Column]) -> Match | None:
    """What "in the period" counts beside what was carried over, under one heading of both: what came in anew."""
    beside = [c for c in columns if c.path[:-1] == column.path[:-1] and c is not column] if len(column.path) > 1 else []
    if basis_role(column) != "in_period" or without_basis(column.leaf) or not any(_CARRIED & meaning(c.leaf).tags for c in beside):
        return None
    found = match(_NEW, tuple(reversed(column.path[:-1])))
    return found if found.sure else None


def _called_a_part(column: Column, named: Match, whole: str) -> bool:
    """A heading known by declaration alone, none of whose words anyone knows, that names a part of the whole before it."""
    return by_declaration(column.leaf, named) and bool(whole) and named.codes[0] in inner_parts(whole)


def _said(column: Column, named: Match) -> str:
    """The innermost heading that says more than over which time; for one known by declaration alone the name of what it means."""
    if by_declaration(column.leaf, named) and named.codes[0] in elements():
        return elements()[named.codes[0]].name_vi
    return next((vietnamese(text) for text in reversed(column.path) if without_basis(text)), column.leaf)


def _of_the_whole(text: str) -> bool:
    """A group heading that says no more than "of which" or "of the total so far": its columns are parts of the one before it."""
    return bool(of_which(f"{text} x")) and not meaning(text).tags - {"total", "inperiod"}


def _within(leaf: str, main: str, main_code: str) -> Match:
    """A part of the whole before it; what stands in brackets behind the whole lists its parts and names none."""
    found = match(leaf, (re.sub(r"\([^()]*\)", " ", main).strip(),))
    return found if len(found.codes) == 1 and found.codes[0] in parts_of(main_code) else Match()


def _bare_total(column: Column) -> Match | None:
    """A column headed "Total" and nothing more: one of the wholes of the balances, if the arithmetic says which."""
    if len(column.path) != 1 or meaning(column.leaf).tags != {"total"} or meaning(column.leaf).unknown:
        return None
    return Match(wholes(), False, False, column.leaf)


def _total_of_group(column: Column, columns: list[Column]) -> Match | None:
    """ "Total" over parts under one heading: what that names, unless arithmetic or a column of what else it may hold says more;
    beside what is new in the period it is that so far."""
    said = meaning(column.leaf)
    if len(column.path) < 2 or "total" not in said.tags or not said.tags <= _ALL or said.unknown:
        return None
    named, group = heading(column), match(column.path[-2], tuple(reversed(column.path[:-2])))
    if len(named.codes) < 2 or not group.sure or group.codes[0] not in named.codes:
        return None
    if is_own_total(column, columns, named.codes):
        return group
    if said.tags != {"total"}:
        return None
    if any(c.path[:-1] == column.path[:-1] and (basis_role(c) == "in_period" or says_increase(c)) for c in columns if c is not column):
        return group
    beside = {code for c in columns if c is not column for code in heading(c).codes}
    if beside & frozenset().union(*(beyond(group.codes[0], code) for code in named.codes)):
        return None
    return replace(named, codes=tuple(dict.fromkeys((*group.codes, *named.codes))), ranked=True)


def _with_carried(column: Column, columns: list[Column]) -> Match | None:
    """ "Total" beside what was carried over, under one heading of what came in: with it or without it, as arithmetic says."""
    if len(column.path) < 2 or meaning(column.leaf).tags != {"total"} or meaning(column.leaf).unknown:
        return None
    named = heading(column)
    carried = [heading(c).codes for c in columns if c.path[:-1] == column.path[:-1] and _CARRIED & meaning(c.leaf).tags]
    wholes_named = {whole for codes in carried if len(codes) == len(named.codes) == 1 and (whole := sum_of(named.codes[0], codes[0]))}
    return replace(named, codes=(wholes_named.pop(), *named.codes), sure=False) if len(wholes_named) == 1 else None


def _of_fewer(column: Column, columns: list[Column]) -> Match | None:
    """ "Total" over the very parts of a smaller whole, when nothing in the table is what its name adds ("received: total, online, by hand",
    none of it carried over): either of both, as arithmetic says."""
    named = heading(column)
    if len(column.path) < 2 or meaning(column.leaf).tags != {"total"} or not named.sure or len(named.codes) != 1:
        return None
    others = [(c, code) for c in columns if c is not column for code in heading(c).codes]
    beside, all_codes = {code for c, code in others if c.path[:-1] == column.path[:-1]}, {code for _c, code in others}
    smaller = [whole for whole in within(named.codes[0]) if summed_of(beside, whole)]
    if len(smaller) != 1 or all_codes & beyond(smaller[0], named.codes[0]):
        return None
    return replace(named, codes=(named.codes[0], smaller[0]), sure=False)


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
        other
        and not named.rate
        and not said.tags & {"rate"}
        and column.role not in ("note", "rank", "unit", "label", "measure", "code", "index")
    )


def _bare_group(column: Column, named: Match, main: str) -> Match | None:
    """What a group that says a part and no thing means behind the heading `main`, over columns that only say of which time they are."""
    if named.codes or named.rate or not main or len(column.path) != len(("group", "time")) or without_basis(column.leaf):
        return None
    return under(column.path[0], main, ()) if is_bare(column.path[0]) else None


def _bare_part(column: Column, named: Match, main: str, main_code: str, title: str) -> Match:
    """A heading that says a part and no thing belongs to the thing before it, under no group but that of a time; sure only where it is a
    declared part of that whole, by itself or with what the title says ("digital signatures": officials | given)."""
    if not all(PERIOD_ONLY.fullmatch(plain(text)) or is_time_total(text) for text in column.path[:-1]):
        return named
    if not main_code:
        return Match(rate=named.rate)
    found = under(column.leaf, main, reversed(column.path[:-1]))
    if len(found.codes) == 1 and found.sure and found.codes[0] in inner_parts(main_code):
        return found
    if not (found.codes or found.rate or named.codes):
        found = match(column.leaf, (without_time(title), main))
        if len(found.codes) == 1 and found.sure and found.codes[0] in inner_parts(main_code):
            return found
        return replace(named, sure=False)
    akin = bool(named.codes) and named.codes[0] in siblings_of(main_code) | (inner_parts(main_code) if named.sure else frozenset())
    return named if found.codes or found.rate or akin else replace(named, sure=False)


def of_which(text: str) -> str:
    """What follows "Trong do" in a heading: a part of the heading before it; an empty text when it does not begin so."""
    found = _OF_WHICH.match(plain(text))
    if not found:
        return ""
    words = len(plain(text)[: found.end()].split())
    return " ".join(text.split()[words:]).strip(" :-")


_OF_WHICH = re.compile(r"^(trong do|of which|tr\.? ?do|t\.? ?do|chia ra|trong tong( so)?( luy ke)?( do| tren| nay)?)(?![a-z])[ :.,-]*")
