"""The lines of a document by the part they play: letterhead, title, body, signature, annexes; and what rules share."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from catalogue.tables import rows
from catalogue.text import fold
from report.form import Span
from report.opened import Line, Opened, Sheet

Said = tuple[str, str, str]
"""The code of a rule, where, and the sentence."""
EXCERPT = 60
LETTERHEAD = 40
"""The letterhead and the title stand among so many first lines."""


@cache
def _words() -> dict[str, re.Pattern[str]]:
    return {row["role"]: re.compile(row["pattern"]) for row in rows("report/form_words.csv", ("role",))}


def plays(line: Line, role: str) -> bool:
    """Whether the words of a line are those of a part."""
    return bool(line.words) and bool(_words()[role].search(fold(line.words)))


@dataclass(frozen=True, slots=True)
class Seen:
    """A document taken apart; a part that is not there is None or empty. `body` has no table, heading of annexes or letterhead."""

    lines: tuple[Line, ...]
    sheets: tuple[Sheet, ...]
    country: Line | None
    motto: Line | None
    number: Line | None
    date: Line | None
    names: tuple[Line, ...]
    kind: Line | None
    title: tuple[Line, ...]
    addressed: Line | None
    body: tuple[Line, ...]
    recipients_head: Line | None
    recipients: tuple[Line, ...]
    signer: tuple[Line, ...]
    annexes: tuple[int, ...]

    @classmethod
    def of(cls, document: Opened) -> Seen:
        lines = document.lines
        top = [at for at, line in enumerate(lines[:LETTERHEAD]) if line.words]
        found = {role: _first(lines, top, role) for role in ("country", "motto", "number", "date", "kind", "addressed")}
        annexes = tuple(at for at, line in enumerate(lines) if line.cell is None and plays(line, "annex"))
        end = next(
            (at for at, line in enumerate(lines) if plays(line, "recipients") or plays(line, "signer")),
            annexes[0] if annexes else len(lines),
        )
        kind = found["kind"]
        title = _title(lines, kind) if kind is not None else ()
        after = max([one for one in (*title, kind, found["addressed"], found["date"], found["motto"]) if one is not None], default=-1)
        after = _past_listed(lines, after, found["addressed"])
        head, listed = _recipients(lines)
        return cls(
            lines=lines,
            sheets=document.sheets,
            country=_line(lines, found["country"]),
            motto=_line(lines, found["motto"]),
            number=_line(lines, found["number"]),
            date=_line(lines, found["date"]),
            names=_names(lines, found["country"], found["number"]),
            kind=_line(lines, kind),
            title=tuple(lines[at] for at in title),
            addressed=_line(lines, found["addressed"]),
            body=tuple(line for line in lines[after + 1 : end] if line.cell is None and line.words),
            recipients_head=head,
            recipients=listed,
            signer=_signer(lines),
            annexes=annexes,
        )

    def under(self, line: Line) -> float | None:
        """The length of the line drawn under a line of text: 0 for none, None where the file does not tell."""
        if line.rule != 0:
            return line.rule
        at = next(place for place, one in enumerate(self.lines) if one is line)
        for below in self.lines[at + 1 : at + 3]:
            if below.cell != line.cell or below.words:
                break
            if below.rule != 0:
                return below.rule
        return _underlined(line)


def _underlined(line: Line) -> float:
    """An underlined text has a line as long as itself."""
    return float("inf") if line.letters and all(one.underlined for one in line.letters) else 0.0


def _line(lines: Sequence[Line], at: int | None) -> Line | None:
    return None if at is None else lines[at]


def _first(lines: Sequence[Line], places: Sequence[int], role: str) -> int | None:
    return next((at for at in places if plays(lines[at], role)), None)


def _past_listed(lines: Sequence[Line], after: int, addressed: int | None) -> int:
    """The last of the lines that list whom it is written to, each behind a hyphen under a bare "To:"."""
    if addressed is None or addressed != after or not lines[addressed].words.endswith(":"):
        return after
    while after + 1 < len(lines) and lines[after + 1].words.startswith("- "):
        after += 1
    return after


def _title(lines: Sequence[Line], kind: int) -> tuple[int, ...]:
    """The lines right under the kind of document, as long as they are centred and bold."""
    found: list[int] = []
    for at in range(kind + 1, min(kind + 6, len(lines))):
        line = lines[at]
        if not line.words or plays(line, "addressed") or (found and not _headed(line)):
            break
        found.append(at)
    return tuple(found)


def _headed(line: Line) -> bool:
    return line.alignment == "center" and bool(line.letters) and all(one.bold for one in line.letters)


def _names(lines: Sequence[Line], country: int | None, number: int | None) -> tuple[Line, ...]:
    """The names of the bodies, left of the country's: in the first column of the table that holds it."""
    if country is None or lines[country].cell is None:
        return ()
    table, row, column = lines[country].cell or (0, 0, 0)
    return tuple(
        line
        for line in lines[: (number if number is not None else country) + LETTERHEAD]
        if line.cell is not None
        and line.cell[0] == table
        and line.cell[1] == row
        and line.cell[2] < column
        and line.words
        and not plays(line, "number")
    )


def _recipients(lines: Sequence[Line]) -> tuple[Line | None, tuple[Line, ...]]:
    at = next((place for place, line in enumerate(lines) if plays(line, "recipients")), None)
    if at is None:
        return None, ()
    found = []
    for line in lines[at + 1 :]:
        if line.cell != lines[at].cell or not line.words:
            break
        found.append(line)
        if plays(line, "filed"):
            break
    return lines[at], tuple(found)


def _signer(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Every line of the block that begins with the words of signing."""
    at = next((place for place, line in enumerate(lines) if plays(line, "signer")), None)
    if at is None:
        return ()
    cell = lines[at].cell
    mine = [line for line in lines[at:] if line.cell == cell] if cell else list(lines[at : at + 8])
    return tuple(line for line in mine if line.words)


def excerpt(line: Line) -> str:
    """The beginning of a line, to say where."""
    return line.words if len(line.words) <= EXCERPT else f"{line.words[:EXCERPT]}\u2026"


def unlike(line: Line, *, size: Span | None = None, bold: bool | None = None, italic: bool | None = None) -> Iterator[str]:
    """In which respects the letters of a line are not as asked: "size", "bold", "italic"."""
    if size and any(not size.holds(one.size) for one in line.letters):
        yield "size"
    if bold is not None and any(one.bold != bold for one in line.letters):
        yield "bold"
    if italic is not None and any(one.italic != italic for one in line.letters):
        yield "italic"


def sizes(line: Line) -> str:
    """The sizes a line is set in."""
    return ", ".join(f"{size:g}" for size in sorted({one.size for one in line.letters}))
