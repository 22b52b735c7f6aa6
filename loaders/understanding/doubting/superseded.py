"""Sections, tables or sheets of one file that say "as reported" and "as corrected": of a figure given twice the corrected one is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaders.understanding.headings.corrected import SUPERSEDED, alike, version
from loaders.understanding.placing.nearby import lines_over
from loaders.understanding.texts.words import classes

if TYPE_CHECKING:
    from loaders.understanding.orienting.claim import Claim
    from loaders.understanding.sheets.sheet_reading import Reading, SheetReading

_TWICE = 2


def leave_superseded(reading: Reading) -> None:
    """Leave out what was sent before, where the same file gives the corrected figure of the same unit, time and element."""
    if not any(version(text) == "before" for text in _titles(reading)):
        return
    given: dict[tuple[object, ...], list[tuple[SheetReading, Claim]]] = {}
    for part in reading.sheets:
        for claim in part.claims:
            if claim.role == "value" and claim.value is not None and (code := claim.code):
                unit = claim.unit.unit.id if claim.unit and claim.unit.unit else None
                given.setdefault((unit, claim.period, claim.basis, code), []).append((part, claim))
    twice = [pair for found in given.values() if len(found) == _TWICE and (pair := _pair([(_version(*one), one[1]) for one in found]))]
    if not twice:
        return
    plainly = all(said == "after" for _old, (said, _new) in twice)
    if plainly or alike([(old.value or 0.0, new.value or 0.0) for old, (_said, new) in twice]):
        for old, _new in twice:
            old.role = "skip"
            old.notes.append(SUPERSEDED)


def _titles(reading: Reading) -> set[str]:
    """Everything that may stand over a figure as the title of its group, section, table or sheet."""
    found: set[str] = set()
    for part in reading.sheets:
        found |= {part.sheet.name, part.title}
        found |= {c.text for index in range(len(part.tables)) if len(part.tables) > 1 for c in lines_over(part.sheet, part.tables, index)}
        found |= {text for titles in {(*c.group, *c.sections) for c in part.claims} for text in titles}
    return found


def _pair(found: list[tuple[str, Claim]]) -> tuple[Claim, tuple[str, Claim]] | None:
    """The one figure sent before and the one corrected."""
    old, new = [c for said, c in found if said == "before"], [(said, c) for said, c in found if said in ("after", "weak")]
    return (old[0], new[0]) if len(old) == len(new) == 1 else None


def _version(part: SheetReading, claim: Claim) -> str:
    """What the nearest title over a figure says of it: "before", "after", or "weak" where it may be a difference."""
    lines = [c.text for c in lines_over(part.sheet, part.tables, claim.table)][::-1] if len(part.tables) > 1 else [part.title]
    over = (*claim.group, *claim.sections, *lines, part.sheet.name, part.title)
    said = next((found for text in over if (found := version(text))), "")
    return said or ("after" if any("supersedes" in classes("lines.csv", text) for text in over) else "")
