"""One question about many cells: each is asked, none is taken until it is answered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from catalogue.elements import elements
from catalogue.indicators import indicators
from catalogue.language import named
from loaders.issues import issue
from loaders.questions import Option, Question
from loaders.understanding.orienting.claim import Claim

if TYPE_CHECKING:
    from loaders.understanding.sheets.sheet_reading import Reading


def name_of(code: str) -> str:
    """The Vietnamese name of an element or indicator."""
    if code in elements():
        return named(elements()[code])
    return named(indicators()[code]) if code in indicators() else code


def settled_by(answer: str | None, claims: Sequence[Claim], keep: str, drop: str) -> bool:
    """Whether an answer settles whether figures are taken: as they are (`keep`), or left out (`drop`)."""
    for claim in claims if answer == drop else ():
        claim.role = "skip"
    return answer in (keep, drop)


def ask_about(
    reading: Reading,
    claims: Sequence[Claim],
    key: str,
    code: str,
    sheet: str,
    cell: str,
    options: tuple[Option, ...],
    *,
    words: str = "",
    **values: object,
) -> None:
    """One question about many cells; each is asked, none is taken till it is answered. `words`: where those in doubt stand (sheet!cell)."""
    problem = issue(code, sheet, cell, **values)
    if any(q.key == key and q.kind == code for q in reading.questions):
        old = next(q for q in reading.questions if q.key == key and q.kind == code)
        reading.questions.remove(old)
        cells = (*old.cells, *(f"{c.sheet}!{c.cell.address}" for c in claims))
        kept = old.options or options
        reading.questions.append(Question(key, code, old.sheet, old.cell, old.text, kept, cells, words=old.words or words))
    else:
        reading.issues.append(problem)
        cells = tuple(f"{c.sheet}!{c.cell.address}" for c in claims)
        reading.questions.append(Question(key, code, sheet, cell, problem.message, options, cells, words=words))
    for claim in claims:
        if claim.status == "accepted":
            claim.status, claim.doubt, claim.question = "asked", code, key
