"""What somebody asks for: the items of an empty form or of a letter, each with the count or indicator it means."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from catalogue.elements import elements
from catalogue.errors import UserError
from catalogue.indicators import indicators
from catalogue.language import language
from catalogue.periods import Period
from loaders.opening.grid import Cell, Grid, Sheet
from loaders.opening.workbook import open_workbook
from loaders.understanding.headings.columns import role_of
from loaders.understanding.headings.match import Match, match
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.placing.layout import find_tables
from loaders.understanding.reading import understand
from loaders.understanding.texts.rowkinds import is_section_mark
from loaders.understanding.texts.tables import Table
from loaders.understanding.texts.words import plain
from loaders.understanding.texts.words import table as words_table

_NOT_ASKED = frozenset({"index", "rank", "note", "measure", "label", "unit", "code", "plan", "last_period"})
_ANSWERS = ("actual", "in_period", "year_to_date", "to_date", "cumulative")
_FILLED = 1.0
FORMS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".htm", ".html", ".xml")
"""The endings of what is read as an empty form; anything else is a letter."""
_BULLET = re.compile(r"^\s*(?:[-+*\u2022\u2013]|\(?\d+(?:\.\d+)*[.)]|\(?[a-z]\))\s*", re.IGNORECASE)
_MARKED = re.compile(r"^(\s*\(?(?:\d+(?:\.\d+)*|[a-z])[.)])\s*", re.IGNORECASE | re.MULTILINE)
_SPLIT = re.compile(r"[;\n\r]+|(?<=[^\d\W])[.:]\s+(?=\S)|(?<=\d):\s+(?=[^\d\W])")
_LEAST_WORDS, _SEVERAL = 3, 2
_MOST_LETTERS = 240


@dataclass(frozen=True, slots=True)
class Item:
    """One thing asked for, in the words of the asker. `codes`: the one element or indicator it means when `sure`, else candidates,
    empty when it is none of ours. `unit` and `period` are empty where the request leaves them to the whole; `sheet` and `cell`
    say where a form wants the answer (empty in a letter); `rate`: a percentage is asked for."""

    text: str
    codes: tuple[str, ...] = ()
    sure: bool = False
    rate: bool = False
    unit: str = ""
    period: str = ""
    basis: str = ""
    sheet: str = ""
    cell: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as read: its items in order, the period it names (empty when none or several)."""

    file: str
    items: tuple[Item, ...]
    period: str = ""

    def to_json(self) -> dict[str, Any]:
        """Plain values, for the border of the child process and for `--json`."""
        return asdict(self)

    @classmethod
    def from_json(cls, found: dict[str, Any]) -> Asked:
        """The same from its plain values."""
        items = tuple(Item(**{**item, "codes": tuple(item["codes"])}) for item in found["items"])
        return cls(found["file"], items, found["period"])


def read_form(data: bytes, name: str) -> Asked:
    """The items of an empty form workbook, opened in a child process; UserError when it cannot be opened."""
    from loaders.worker import run

    with tempfile.TemporaryDirectory(prefix="chiso-") as folder:
        path = Path(folder) / "file"
        path.write_bytes(data)
        found = next(iter(run([{"do": "asked", "path": str(path), "name": name, "language": language()}], 1)))
    if "items" not in found:
        raise UserError(found["message"])
    return Asked.from_json(found)


def asked(request: dict[str, Any]) -> dict[str, Any]:
    """What the child process does: the items of the form at a path, as plain values."""
    return asked_in_form(open_workbook(request["path"], request.get("name"))).to_json()


def asked_in_form(grid: Grid) -> Asked:
    """The items of an empty form: it is read as though every blank figure cell held a number, and what each would have meant is told.

    Cells that hold something already are not asked for.
    """
    blank = {sheet.name: _blanks(sheet) for sheet in grid.sheets if sheet.state == "visible"}
    filled = replace(grid, sheets=tuple(_filled(sheet, blank.get(sheet.name, ())) for sheet in grid.sheets))
    reading = understand(filled)
    places = {(name, place) for name, found in blank.items() for place in found}
    items = [_item(claim) for claim in reading.claims if (claim.sheet, (claim.cell.row, claim.cell.col)) in places and _wanted(claim)]
    periods = {str(part.when.period) for part in reading.sheets if part.when.period}
    return Asked(grid.file, tuple(dict.fromkeys(items)), periods.pop() if len(periods) == 1 else "")


def asked_in_text(text: str, name: str = "") -> Asked:
    """The items of a letter: each line, bullet or clause that names a count or an indicator of ours."""
    items = tuple(dict.fromkeys(item for words, listed in _phrases(text) for item in _clause(words, listed)))
    return Asked(name, items, _period(text))


# ---------------------------------------------------------------- a form


def _blanks(sheet: Sheet) -> tuple[tuple[int, int], ...]:
    """The places in a sheet's tables that wait for a figure: under a heading that asks for one, beside a label, with nothing in them."""
    tables = find_tables(sheet)
    return tuple(place for table in tables for place in _blanks_of(sheet, table)) if tables else tuple(_blanks_of_list(sheet))


def _blanks_of(sheet: Sheet, table: Table) -> Iterator[tuple[int, int]]:
    roles = {col: role_of(plain(path[-1])) for col, path in table.headers.items() if path}
    columns = [col for col, role in roles.items() if role not in _NOT_ASKED]
    measured = next((col for col, role in roles.items() if role == "measure"), None)
    for row in table.body:
        words = [cell for cell in table.row(row) if cell.is_text]
        if not words or is_section_mark(words[0].text) or (measured is not None and not sheet.cell(row, measured)):
            continue
        for col in columns:
            if sheet.cell(row, col) is None and (row, col) not in sheet.owners:
                yield row, col


def _blanks_of_list(sheet: Sheet) -> Iterator[tuple[int, int]]:
    """A list so bare that it is no table before figures stand in it: names under one heading, blanks under another."""
    for top, cells in sheet.rows.items():
        roles = {role_of(plain(cell.text)): cell.col for cell in cells if cell.is_text}
        answer = next((roles[role] for role in _ANSWERS if role in roles), None)
        if "label" in roles and answer is not None:
            yield from (
                (row, answer) for row in sheet.rows if row > top and sheet.cell(row, roles["label"]) and not sheet.cell(row, answer)
            )
            return


def _filled(sheet: Sheet, places: Sequence[tuple[int, int]]) -> Sheet:
    if not places:
        return sheet
    cells = sheet.cells | {place: Cell(*place, _FILLED, "N") for place in places}
    return replace(sheet, cells=cells)


def _wanted(claim: Claim) -> bool:
    """A figure, a percentage that would be checked against its counts, or a row that is none of ours and must be named."""
    rate_alone = claim.role == "skip" and plain(claim.label).endswith("%")
    if claim.role == "check":
        return bool(_rates_of(claim.codes))
    return claim.role == "value" or bool(claim.role == "skip" and not claim.codes and claim.label and not rate_alone)


def _item(claim: Claim) -> Item:
    codes = claim.codes if claim.role != "check" else _rates_of(claim.codes)
    return Item(
        text=claim.label,
        codes=codes,
        sure=claim.sure and len(codes) == 1,
        rate=any(code in indicators() and code not in elements() for code in codes),
        unit=claim.unit.unit.id if claim.unit and claim.unit.unit and claim.unit.sure else "",
        period=str(claim.period) if claim.period else "",
        basis=claim.basis,
        sheet=claim.sheet,
        cell=claim.cell.address,
    )


def _rates_of(codes: tuple[str, ...]) -> tuple[str, ...]:
    """The indicators a percentage beside these counts states: those with such a numerator; an indicator stays itself."""
    rates = [i.code for i in indicators().values() if i.latest.denominator and i.latest.numerator.elements == codes]
    return tuple(dict.fromkeys([*(c for c in codes if c not in elements()), *rates]))


# ---------------------------------------------------------------- a letter


def _phrases(text: str) -> Iterator[tuple[str, bool]]:
    """The clauses of a text without their bullets, as written, and whether each is an entry of a list: it had a bullet, or begins with
    a count and a semicolon parts it from its neighbour."""
    marked = _MARKED.sub(r"\1 ", text)
    cuts = list(_SPLIT.finditer(marked))
    begins, ends = [0, *(cut.end() for cut in cuts)], [*(cut.start() for cut in cuts), len(marked)]
    parted = ["", *(cut[0] for cut in cuts), ""]
    for at, (begin, end) in enumerate(zip(begins, ends, strict=True)):
        clause = marked[begin:end]
        words = _BULLET.sub("", clause).strip(" \t,.:")
        if len(words.split()) >= _LEAST_WORDS and len(words) <= _MOST_LETTERS:
            yield words, bool(_BULLET.match(clause)) or (";" in parted[at] + parted[at + 1] and _counts(words))


def _counts(words: str) -> bool:
    """Whether words begin as a count or a rate does, and not as "the figures are sent" does."""
    tokens = words.split()
    return plain(tokens[0]) in _counting() and not _only_asks(tokens[:_LEAST_WORDS])


def _clause(words: str, listed: bool) -> list[Item]:
    """The items of a clause: one, or one for each of its parts ("... and ...", "..., of which ...") that names something of its own.

    A part that cannot stand alone ("of which online") takes its thing from the part before it."""
    parts = _parts(words)
    found = [_named(part) for part in parts]
    for at in range(1, len(parts)):
        if not found[at][0].codes:
            found[at] = (match(_without_asking(parts[at]), (parts[at - 1],)), parts[at])
    named = [match_.codes for match_, _said in found if match_.codes]
    if len(named) < _SEVERAL or len(set(named)) < len(named):
        return [item] if (item := _phrase(words, listed)) else []
    when = _period(words)
    return [Item(said, one.codes, one.sure and len(one.codes) == 1, one.rate, period=when) for one, said in found]


def _parts(words: str) -> list[str]:
    """A clause cut at "of which", and at "and" or a comma where a count begins behind it ("staff and officials" is one thing)."""
    tokens, found, begin = words.split(), [], 0
    for at in range(1, len(tokens)):
        size = _join_at(tokens, at)
        if at > begin and (size or (tokens[at - 1].endswith(",") and plain(tokens[at]) in _counting())):
            found.append(" ".join(tokens[begin:at]).strip(" ,"))
            begin = at + size
    return [*found, " ".join(tokens[begin:]).strip(" ,")]


def _counting() -> frozenset[str]:
    """The words that begin a count or a rate."""
    return frozenset(row["next"] for row in words_table("asking_joins.csv") if row["next"])


def _join_at(tokens: Sequence[str], at: int) -> int:
    """How many words at a place join two things; 0 when none do."""
    for row in words_table("asking_joins.csv"):
        size = len(row["phrase"].split())
        behind = plain(tokens[at + size]) if at + size < len(tokens) else ""
        if plain(" ".join(tokens[at : at + size])) == row["phrase"] and (not row["next"] or behind == row["next"]):
            return size
    return 0


def _without_asking(words: str) -> str:
    tokens = words.split()
    while len(tokens) > 1 and _only_asks(tokens[:1]):
        tokens = tokens[1:]
    return " ".join(tokens)


def _phrase(words: str, listed: bool) -> Item | None:
    """The item a clause asks for: the clause itself, else its longest ending that names something of ours. An entry of a list that
    is none of ours is told too."""
    found, said = _named(words)
    if not found.codes:
        return Item(words) if listed else None
    return Item(said, found.codes, found.sure and len(found.codes) == 1, found.rate, period=_period(words))


def _named(words: str) -> tuple[Match, str]:
    """The words before the name ("report the", "figures on") and a period or remark after it say nothing of what is counted."""
    pieces = [words, *(piece.strip() for piece in re.split(r"[,(]", words) if len(piece.split()) >= _LEAST_WORDS)]
    for piece in pieces:
        parts = _undated(piece).split()
        for start in range(max(1, len(parts) - _LEAST_WORDS + 1)):
            said = " ".join(parts[start:])
            found = match(said)
            if found.codes and (start == 0 or _only_asks(parts[:start])):
                return found, said
    return Match(), words


def _only_asks(words: Sequence[str]) -> bool:
    """Whether the words before a name only ask for it."""
    known = {row["word"] for row in words_table("asking.csv")}
    return all(word in known for word in plain(" ".join(words)).replace(",", " ").split())


def _undated(words: str) -> str:
    """The words without a period at their end: "... in October 2026" asks for the same count."""
    from loaders.understanding.dates.when import statements

    parts = words.split()
    for cut in range(len(parts) - 1, _LEAST_WORDS - 1, -1):
        tail = " ".join(parts[cut:])
        if statements(tail, "line") and not statements(" ".join(parts[:cut]), "line"):
            return " ".join(parts[:cut]).rstrip(" ,(")
    return words


def _period(text: str) -> str:
    """The one period a text names; empty when none or several."""
    from loaders.understanding.dates.when import statements

    found = {str(said.period) for line in text.splitlines() for said in statements(line, "line") if said.period}
    return found.pop() if len(found) == 1 and Period.parse(next(iter(found))) else ""
