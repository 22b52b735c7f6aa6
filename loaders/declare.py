"""A form declared from a sample: which of its headings are known, and rows for data/site/synonyms.csv of those that are not.

Nothing takes effect by itself: a row counts only when a person has written the code of an element into it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from rapidfuzz import fuzz, process

from catalogue.elements import elements
from catalogue.errors import UserError
from catalogue.language import _, language
from catalogue.text import PATH_SEPARATOR, fold, heading_key
from loaders.opening.workbook import open_workbook
from loaders.understanding.headings.match import Match, match
from loaders.understanding.texts.rowkinds import is_total, numberish
from loaders.worker import run

if TYPE_CHECKING:
    from loaders.understanding.orienting.claim import Claim
    from loaders.understanding.sheets.sheet_reading import SheetReading

COLUMNS = ("element", "text", "note")
_LIKELY, _MOST = 45, 3
_WIDE = ("wide", "transposed")


@dataclass(frozen=True)
class Heading:
    """One heading of a form, as a path "outer > inner". `codes` are what it means: one when `known`, else those it may mean."""

    sheet: str
    cell: str
    text: str
    known: bool
    codes: tuple[str, ...] = ()


def headings(request: dict[str, Any]) -> dict[str, Any]:
    """What the child process does: the headings of figures in a sample, filled in or blank."""
    from loaders.understanding.reading import understand

    grid = open_workbook(request["path"], request.get("name"))
    reading = understand(grid)
    asked = {q.key for q in reading.questions}
    found: dict[str, Heading] = {}
    for part in reading.sheets:
        for one in (*_filled(part, asked), *_blank(part)):
            found.setdefault(heading_key(one.text), one)
    return {"file": grid.file, "headings": msgspec.to_builtins(tuple(found.values()))}


def _filled(part: SheetReading, asked: set[str]) -> Iterator[Heading]:
    """The headings over figures, as the reading took them."""
    for claim in part.claims:
        if claim.label and (claim.role == "value" or _passed_over(claim)):
            known = claim.role == "value" and claim.sure and len(claim.codes) == 1 and f"element:{claim.key}" not in asked
            yield Heading(claim.sheet, claim.cell.address, _path(claim), known, claim.codes)


def _passed_over(claim: Claim) -> bool:
    """A figure left out for no other reason than that its heading says nothing known."""
    return claim.role == "skip" and not claim.codes and not claim.notes and numberish(claim.cell) and not is_total(claim.label)


def _path(claim: Claim) -> str:
    """The headings of a claim, outermost first: those of a column are in its label already, those of a line are beside it."""
    leaf = claim.label.removeprefix(" / ".join(claim.group)).removeprefix(" / ")
    outer = claim.group if claim.label != leaf or not claim.group else tuple(reversed(claim.group))
    return PATH_SEPARATOR.join([*outer, leaf])


def _blank(part: SheetReading) -> Iterator[Heading]:
    """The headings of tables without a figure: a form nobody has filled in."""
    from loaders.understanding.orienting.outline import outline

    filled = {claim.table for claim in part.claims if claim.codes}
    for index, o in enumerate(part.oriented):
        if index in filled:
            continue
        if o.shape in _WIDE:
            aside = {o.index_col, o.code_col, o.unit_col, o.label_col, o.measure_col, o.group_col, o.area_col}
            columns = [c for col, c in o.columns.items() if col not in aside and c.leaf]
            yield from (_unfilled(part, c.leaf, c.path[:-1], match(c.leaf, tuple(reversed(c.path[:-1])))) for c in columns)
        elif o.label_col is not None:
            lines = outline(o)  # which leaves lines without a figure unnamed
            yield from (_unfilled(part, x.label, tuple(reversed(x.above)), match(x.label, x.above, x.sections)) for x in lines)


def _unfilled(part: SheetReading, leaf: str, outer: Sequence[str], found: Match) -> Heading:
    return Heading(part.sheet.name, "", PATH_SEPARATOR.join([*outer, leaf]), found.sure and len(found.codes) == 1, found.codes)


# ---------------------------------------------------------------- the proposal


def headings_of(path: Path) -> list[Heading]:
    """The headings of a sample, opened in a child process; UserError when it cannot be opened or holds no table."""
    (told,) = run([{"do": "headings", "path": str(path), "name": path.name, "language": language()}], 1)
    if "headings" not in told:
        raise UserError(told["message"])
    found = msgspec.convert(told["headings"], list[Heading])
    if not found:
        raise UserError(_("{file}: no table with headings was found.", file=path.name))
    return found


def proposed(found: Iterable[Heading], file: str) -> list[dict[str, str]]:
    """A row of data/synonyms.csv for each heading that is not known: its element left for a person, the likely ones in the note."""
    return [{"element": "", "text": one.text, "note": _note(one, file)} for one in found if not one.known]


def _note(one: Heading, file: str) -> str:
    likely = "; ".join(f"{code}: {elements()[code].name_vi}" for code in candidates(one) if code in elements())
    place = f"{one.sheet}!{one.cell}" if one.cell else one.sheet
    where = _("{file}, {place}", file=file, place=place)
    return _("{where}. May be: {likely}", where=where, likely=likely) if likely else _("{where}. Nothing alike is known", where=where)


def candidates(one: Heading) -> tuple[str, ...]:
    """What a heading may mean: what the reader thought of, else the elements whose ways of writing are nearest; never taken as they are."""
    if one.codes:
        return one.codes
    ways = {text: code for code, element in elements().items() for text in (element.name_vi, *element.synonyms)}
    folded = {text: fold(text) for text in ways}
    near = process.extract(
        fold(one.text.rsplit(PATH_SEPARATOR, 1)[-1]), folded, scorer=fuzz.token_sort_ratio, limit=12, score_cutoff=_LIKELY
    )
    return tuple(dict.fromkeys(ways[text] for _folded, _score, text in near))[:_MOST]


def write(out: Path, rows: Sequence[dict[str, str]]) -> int:
    """Add to a table of synonyms the rows it does not hold yet; how many. What is there stays as it is."""
    held = _held(out)
    known = {heading_key(row["text"]) for row in held}
    new = [row for row in rows if heading_key(row["text"]) not in known]
    if not new:
        return 0
    out.parent.mkdir(parents=True, exist_ok=True)
    with out.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows({name: _safe(row[name]) for name in COLUMNS} for row in (*held, *new))
    return len(new)


def _held(out: Path) -> list[dict[str, str]]:
    if not out.exists():
        return []
    with out.open(encoding="utf-8-sig", newline="") as file:
        table = csv.DictReader(file)
        if tuple(table.fieldnames or ()) != COLUMNS:
            raise UserError(_("{path} is no table of synonyms (element, text, note). Name another file.", path=out))
        return list(table)


def _safe(text: str) -> str:
    """A heading that begins like a formula is kept from being one when the table is opened in a spreadsheet."""
    return f" {text}" if text[:1] in ("=", "+", "-", "@") else text
