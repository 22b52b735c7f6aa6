"""Questions on headings: what was answered, what was read in spite of a slip, what arithmetic could not decide, tables shifted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from catalogue.elements import elements
from catalogue.indicators import indicators
from catalogue.language import _
from catalogue.text import squeeze
from loaders.issues import issue
from loaders.questions import Option
from loaders.understanding.claiming.basis import beside, rebased
from loaders.understanding.orienting.align import misplaced
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.sheets.asking import ask_about, name_of

if TYPE_CHECKING:
    from loaders.understanding.sheets.sheet_reading import Reading, SheetReading


def ask_answered(reading: Reading, part: SheetReading, given: Mapping[str, str]) -> None:
    """Take the answers about headings; tell which were read in spite of a slip."""
    for claim in part.claims:
        answer = given.get(f"element:{claim.key}") if claim.key else None
        if answer is not None and claim.role in ("value", "skip", "check"):
            _answered(part, claim, answer)
    spots: dict[str, list[Claim]] = defaultdict(list)
    for claim in part.claims:
        if claim.role == "value" and claim.mended and claim.sure:
            spots[claim.key].append(claim)
    for members in spots.values():
        first = members[0]
        reading.issues.append(issue("label_mended", first.sheet, first.cell.address, label=first.label, names=name_of(first.codes[0])))


def _answered(part: SheetReading, claim: Claim, answer: str) -> None:
    if not answer or answer == "none":
        claim.role, claim.codes = "skip", ()
        return
    claim.basis = rebased(claim.basis, claim.codes[0] if claim.codes else answer, answer, beside(part.claims, claim))
    claim.codes, claim.sure, claim.role = (answer,), True, "value"


def take_taught(found: Sequence[Claim], given: Mapping[str, str], one_unit: bool) -> None:
    """Figures whose heading says nothing known, and of which somebody has answered what it counts: they are read as any other.

    `one_unit`: the whole table is of one unit; elsewhere a figure that is nobody's stays out."""
    for claim in found:
        answer = given.get(f"element:{claim.key}", "") if claim.key else ""
        of_nothing = claim.role == "skip" and not claim.codes and not claim.notes
        if of_nothing and (one_unit or claim.unit) and (answer in elements() or answer in indicators()):
            claim.basis = rebased(claim.basis, answer, answer, beside(found, claim))
            claim.codes, claim.sure, claim.role = (answer,), True, "value"


def ask_headings(reading: Reading) -> None:
    """After the arithmetic: the headings it could not decide, one question each."""
    open_: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in reading.claims:
        if claim.role == "value" and claim.codes and (len(claim.codes) > 1 or not claim.sure):
            open_[claim.sheet, claim.key].append(claim)
    for (sheet, key), members in open_.items():
        first = members[0]
        code = "element_choice" if len(first.codes) > 1 else "element_doubt"
        options = (*(Option(c, name_of(c), first.why) for c in first.codes), Option("none", _("none of these")))
        names = " / ".join(name_of(c) for c in first.codes)
        words = _words_of(reading, first)
        ask_about(reading, members, f"element:{key}", code, sheet, first.cell.address, options, words=words, label=first.label, names=names)


def _words_of(reading: Reading, claim: Claim) -> str:
    """The place (sheet!cell) of the label before a figure, or of the heading over it, by which it was named; empty where none is found."""
    sheet = next(part.sheet for part in reading.sheets if part.sheet.name == claim.sheet)
    said, at = squeeze(claim.label), claim.cell
    before = (sheet.shown(at.row, col) for col in range(at.col - 1, -1, -1))
    over = (sheet.shown(row, at.col) for row in range(at.row - 1, -1, -1))
    found = next((cell for cell in (*before, *over) if cell and cell.is_text and _names(squeeze(cell.text), said)), None)
    return f"{claim.sheet}!{found.address}" if found else ""


def _names(text: str, said: str) -> bool:
    """Whether a text ends what a figure is called, or the other way round where the text has a number before it or goes on."""
    return text.endswith(said) or (any(map(str.isalpha, text)) and len(text) > 1 and said.endswith(text))


def ask_placed(reading: Reading, part: SheetReading, given: Mapping[str, str]) -> None:
    """A table shifted against its headings is asked as a whole."""
    for index, oriented in enumerate(part.oriented):
        members = [c for c in part.claims if c.table == index and c.role == "value" and c.codes]
        spot = misplaced(oriented) if members else None
        key = f"alignment:{part.sheet.name}:{index}"
        if spot is not None and given.get(key) != "as_is":
            options = (Option("as_is", _("The figures stand under the right headings")),)
            ask_about(reading, members, key, "alignment", part.sheet.name, spot.address, options)
