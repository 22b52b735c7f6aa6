"""Indicators in rows with a column of wholes beside one of what is done: each row gives both sides of its rate."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from loaders.understanding.claiming.basis import basis_role, calls_increase, rebased, says_increase
from loaders.understanding.claiming.either_part import alternatives, one_of
from loaders.understanding.claiming.explained import by_explanation, doubt_explained
from loaders.understanding.claiming.pairs_in_rows import doubt_pairs, part_in_label, rows_of_pairs
from loaders.understanding.claiming.reckoned_sides import reckoned_sides
from loaders.understanding.headings.columns import Column, bare_rate
from loaders.understanding.headings.divisions import whole_of_rate
from loaders.understanding.headings.labels import OF_WHICH, unmarked
from loaders.understanding.headings.lettered import divided_letters, letters_of
from loaders.understanding.headings.match import Match, denominators, match
from loaders.understanding.headings.ratios import is_all, is_done, is_reached, pair_of
from loaders.understanding.headings.setaside import kept_out
from loaders.understanding.headings.tags import meaning
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.texts.rowkinds import numberish
from loaders.understanding.texts.words import classes, plain, table

_OPEN = frozenset({"no_figure"})
_LEAST = 2
_MUST = frozenset({"total", "must"})
_DUE = frozenset({"must", "eligible", "due"})
_LEADING = re.compile(rf"^{OF_WHICH}[ :,-]*")
_DIVIDED = re.compile(r"\(?\d+\)? ?= ?\(?(\d+)\)? ?[/:] ?\(?(\d+)\)?( ?[x*] ?100 ?%?)?")


def sides_of_columns(o: Oriented, found: Sequence[Claim]) -> None:
    """Under "total | done | rate" a row named by its done part, or both sides, has the whole in one column and the part in the other."""
    if o.shape not in ("long", "tidy"):
        return
    columns = [column for column in o.columns.values() if column.col != o.label_col]
    _doubt_flows(o, found)
    sides = sides_of(o, columns)
    if sides is None:
        _doubt(columns, found)
        doubt_pairs(o, found)
        return
    inside = [c for c in found if c.cell.col in sides and not c.cell.extra.under_merge]
    for claim in inside:
        if not claim.notes and claim.role != "total" and (part := part_in_label(claim.label)):
            claim.codes, claim.sure, claim.role = (part,), True, "value"
    live = {c.cell.row for c in inside if c.role == "value"}
    full = {row for row in live if all(any(c.cell.row == row and c.cell.col == col and has_number(c) for c in inside) for col in sides)}
    for claim in inside:
        if claim.cell.row not in live or not claim.codes or claim.half or set(claim.notes) - _OPEN or claim.role == "total":
            continue
        side = sides.index(claim.cell.col)
        pair = pair_of(claim.codes)
        if pair is not None:
            put_side(claim, o.columns[claim.cell.col], pair, side)
            doubt_explained(o, claim, pair[1 - side], side)
        elif whole_of_rate(claim.code):
            by_explanation(o, claim, side)
        elif len(claim.codes) > 1 and (whole := _common_whole(claim.codes)):
            _part_of_several(o, claim, whole, side)
        elif claim.cell.row in full and claim.role == "value":
            _whole_or_done(o, claim, side)


def _common_whole(codes: Sequence[str]) -> str:
    """The whole that several parts share."""
    found = {denominators().get(code, "") for code in codes}
    return next(iter(found)) if len(found) == 1 else ""


def _part_of_several(o: Oriented, claim: Claim, whole: str, side: int) -> None:
    """In a row that may name several parts of one whole, the figure is that whole, or one of the parts, which is asked."""
    codes = claim.codes
    put_side(claim, o.columns[claim.cell.col], (codes[0], whole), side)
    claim.codes, claim.sure = (codes, False) if side else (claim.codes, True)


def _whole_or_done(o: Oriented, claim: Claim, side: int) -> None:
    """In a row named by a whole, the figure is that whole, or the part of it that the heading, or what explains it, says is done."""
    whole = claim.codes[0]
    claim.sure = claim.sure and whole in denominators().values()
    if not side:
        return
    done = next((m for m in _done(o, claim) if m.sure and len(m.codes) == 1 and denominators().get(m.codes[0]) == whole), None)
    leaf = o.columns[claim.cell.col].leaf
    part = done.codes[0] if done is not None else one_of(claim.label, leaf, whole) or _only_part(claim.label, whole, leaf)
    if claim.sure and part:
        put_side(claim, o.columns[claim.cell.col], (part, whole), side)
    else:
        claim.role, claim.sure = "skip", False


def _only_part(label: str, whole: str, leaf: str) -> str:
    """What is done of a whole that must be done ("items that must be published", "procedures that can be offered"), where only one part of
    it is counted; empty for any other."""
    parts = [part for part, of in denominators().items() if of == whole]
    return parts[0] if len(parts) == 1 and is_done(leaf) and _DUE & meaning(label).tags else ""


def _done(o: Oriented, claim: Claim) -> Iterator[Match]:
    """What a row names together with the heading over its part, then with the words that explain such a heading."""
    yield from (match(f"{claim.label} {text}") for text in said_over(o, o.columns[claim.cell.col]))
    for column in o.columns.values():
        if not column.hidden and "explains" in classes("sides.csv", column.leaf):
            yield match(f"{claim.label} {o.text(claim.cell.row, column.col)}")


def put_side(claim: Claim, column: Column, pair: tuple[str, str], side: int) -> None:
    """Make a claim one side of its rate; `side`: 0 for the column of wholes, 1 for that of what is done."""
    code = pair[1 - side]
    over = "to_date" if basis_role(column) == "to_date" else ""
    claim.basis = rebased(claim.basis or over, claim.codes[0], code, [(pair[0], claim.basis)])
    claim.codes, claim.role, claim.notes = (code,), "value", []
    claim.key = f"{claim.key} / {'done' if side else 'total'}"


def has_number(claim: Claim) -> bool:
    """Whether the cell of a claim holds a figure."""
    return claim.cell.kind == "N" or numberish(claim.cell)


def sides_of(o: Oriented, columns: Sequence[Column]) -> tuple[int, int] | None:
    """(column of wholes, column of what is done), unless what there was and what came in addition make up the total."""
    sides = sides_in(columns, o.table.numbers) or reckoned_sides(o, columns, {c.col for c in columns if not c.hidden and is_rate(c)})
    sides = sides or _with_their_rows(o, [c for c in columns if not c.hidden and c.path and not is_rate(c)])
    sides = sides or rows_of_pairs(o, [c for c in columns if not c.hidden and c.path and not is_rate(c)])
    return None if sides and any(before == sides[1] for before, _added in _made_up(o, sides[0])) else sides


def _with_their_rows(o: Oriented, shown: Sequence[Column]) -> tuple[int, int] | None:
    """The column of all there is, and the one other whose heading names a part of what each row names ("officials | total | given a
    signature")."""
    wholes, others = [c for c in shown if is_all(c.leaf)], [c for c in shown if not is_all(c.leaf)]
    labels = [o.text(row, o.label_col) for row in o.table.body if wholes and o.table.sheet.number(row, wholes[0].col) is not None]
    rows = [(label, named.codes[0]) for label in labels if (named := match(label)).sure and len(named.codes) == 1]
    if len(wholes) != 1 or not rows:
        return None
    parts = [c for c in others if all(_part_of(label, whole, said_over(o, c)) for label, whole in rows)]
    return (wholes[0].col, parts[0].col) if len(parts) == 1 and parts[0].path[:-1] == wholes[0].path[:-1] else None


def said_over(o: Oriented, column: Column) -> tuple[str, ...]:
    """What a heading says is done, alone, and with the title or the line right over its table."""
    done = _LEADING.sub("", plain(column.leaf))
    above = [c.text for c in o.table.sheet.seen.get(o.table.header_first - 1, ()) if c.is_text]
    return (done, *(f"{done} {unmarked(text)}" for text in dict.fromkeys((o.title, *above)) if text))


def _part_of(label: str, whole: str, said: Sequence[str]) -> str:
    """The part of a whole that a row names together with what is said over its figure; empty for none."""
    named = (match(f"{label} {text}") for text in said)
    return next((m.codes[0] for m in named if m.sure and len(m.codes) == 1 and denominators().get(m.codes[0]) == whole), "")


def _doubt_flows(o: Oriented, found: Sequence[Claim]) -> None:
    """A total of what there was and what is new holds, of what is counted over a time, more than the period."""
    summed = {col for col, column in o.columns.items() if is_all(column.leaf) and _made_up(o, col)}
    for claim in found:
        if claim.cell.col in summed and claim.role == "value" and claim.basis == "in_period":
            claim.sure = False


def _made_up(o: Oriented, total: int) -> list[tuple[int, int]]:
    """(before, added): two columns that add up to a third in every row, the second of them called new."""
    shown = [c for c in o.columns.values() if not c.hidden and c.path and c.col != total and c.col != o.index_col and not is_rate(c)]
    added = [c.col for c in shown if says_increase(c) or calls_increase(c)]
    return [(c.col, more) for more in added for c in shown if c.col not in added and _adds_up(o, c.col, more, total)]


def _adds_up(o: Oriented, before: int, added: int, total: int) -> bool:
    held = [[o.table.sheet.number(row, col) for col in (before, added, total)] for row in o.table.body]
    rows = [(was, more, much) for was, more, much in held if was is not None and more is not None and much is not None]
    return len(rows) >= _LEAST and all(was + more == much for was, more, much in rows) and any(more and was for was, more, _much in rows)


def sides_in(columns: Sequence[Column], numbers: Mapping[int, str]) -> tuple[int, int] | None:
    """(column of wholes, column of what is done) of a table that has one of each, with their rate where they do not say so; `numbers`:
    what the row of column numbers prints under each."""
    shown = [c for c in columns if not c.hidden and c.path]
    return _printed(shown, numbers) or _worded(shown) or _lettered([c for c in columns if not c.hidden], numbers)


def _lettered(shown: Sequence[Column], numbers: Mapping[int, str]) -> tuple[int, int] | None:
    """Columns headed by letters alone: the two that a heading divides, else a over b."""
    columns = letters_of(shown, numbers)
    upper, lower = divided_letters(shown, numbers) or ("a", "b")
    return (columns[lower].col, columns[upper].col) if {upper, lower} == set(columns) else None


def _printed(shown: Sequence[Column], numbers: Mapping[int, str]) -> tuple[int, int] | None:
    """The two columns that the number of the rate divides: 3=2/1."""
    place = {numbers[c.col].strip("() "): c for c in shown if c.col in numbers}
    said = {m.groups()[:2] for c in shown if is_rate(c) and (m := _DIVIDED.fullmatch(numbers.get(c.col, "").strip()))}
    part, whole = (place.get(number) for number in next(iter(said))) if len(said) == 1 else (None, None)
    if part is None or whole is None or any(is_rate(c) or kept_out(c, None, shown) for c in (part, whole)):
        return None
    return whole.col, part.col


def is_rate(column: Column) -> bool:
    """A column of percentages; "reached" without a percent sign beside one heads the count."""
    return (column.role == "percent" and ("%" in column.leaf or not is_done(column.leaf))) or bare_rate(column.leaf)


def rates_among(columns: Sequence[Column]) -> set[int]:
    """Which of several columns hold percentages."""
    shares = [c for c in columns if c.role == "percent"]
    return {c.col for c in shares if is_rate(c) or len(shares) == 1}


def _worded(shown: Sequence[Column]) -> tuple[int, int] | None:
    said = {c.col: {"whole", "part"} & set(classes("sides.csv", c.leaf)) for c in shown}
    named = [[c for c in shown if said[c.col] == {kind}] for kind in ("whole", "part")]
    if not any(named):
        wholes = [c for c in shown if is_all(c.leaf)]
        counts = [c for c in shown if c not in wholes and not is_rate(c)]
        named = [wholes, [c for c in counts if is_done(c.leaf)]]
        if any(is_rate(c) for c in shown):
            named[1] = named[1] or [c for c in counts if "upper" in classes("sides.csv", c.leaf)]
        else:
            named[1] = [c for c in named[1] if is_reached(c.leaf)]
        named[1] = named[1] or [c for c in shown if alternatives(c.leaf)]
    wholes, parts = named
    if not (len(wholes) == len(parts) == 1):
        wholes, parts = _of_one_doing(shown)
    alone = len(wholes) == len(parts) == 1 and wholes[0] is not parts[0] and wholes[0].path[:-1] == parts[0].path[:-1]
    return (wholes[0].col, parts[0].col) if alone else None


def _of_one_doing(shown: Sequence[Column]) -> tuple[list[Column], list[Column]]:
    """Columns of what there is, or what must be done, and of what of it is done: "to be digitised | digitised, approved"."""
    said = {c.col: meaning(c.leaf) for c in shown if not is_rate(c) and not meaning(c.leaf).unknown}
    known = [c for c in shown if c.col in said]
    parts = [c for c in known if said[c.col].tags and said[c.col].tags <= _doings()]
    acts = said[parts[0].col].tags if len(parts) == 1 else frozenset()
    wholes = [c for c in known if c not in parts and _MUST & said[c.col].tags and said[c.col].tags <= _MUST | acts]
    return wholes, parts


@cache
def _doings() -> frozenset[str]:
    return frozenset(row["tag"] for row in table("doings.csv"))


def _doubt(columns: Sequence[Column], found: Sequence[Claim]) -> None:
    """A total beside a count that nothing explains and a rate may be the whole of what its row names, or that itself: it is asked."""
    shown = [c for c in columns if not c.hidden and c.path]
    wholes = [c for c in shown if is_all(c.leaf)]
    if len(wholes) != 1 or not any(is_rate(c) for c in shown):
        return
    filled = {c.cell.col for c in found if has_number(c)}
    family = [c for c in shown if c.col in filled and c.path[:-1] == wholes[0].path[:-1] and not is_rate(c)]
    if not any(not kept_out(c, None, shown) for c in family if c is not wholes[0]):
        return
    for claim in found:
        pair = pair_of(claim.codes) if claim.cell.col == wholes[0].col and claim.role == "value" else None
        if pair is not None:
            claim.codes, claim.sure = pair, False
