"""What stands above and below a table: the national heading, title, period, notes, who signs."""

from __future__ import annotations

import tomllib
from functools import cache

from demo.declarations import FOLDER, places, settings
from demo.paper import Paper
from demo.sender import Return


@cache
def words() -> dict:
    """What every form prints the same."""
    return tomllib.loads((FOLDER / "words.toml").read_text(encoding="utf-8"))


def above(paper: Paper, sent: Return, unit: str, width: int) -> int:
    """Type the heading block over `width` columns; the next free row."""
    declared, row = sent.declared, 1
    half = max(2, width // 2)
    for line, text in enumerate(declared.get("organ", ())):
        paper.put(row + line, 1, sent.words(text, unit), "bold", to=(row + line, half))
    if declared.get("organ"):
        row += max(2, len(declared["organ"]))
    if "number" in declared:
        paper.put(1, half + 1, words()["country"], "bold", to=(1, width))
        paper.put(2, half + 1, words()["motto"], "bold", to=(2, width))
        paper.put(row, 1, sent.words(declared["number"], unit), "left")
    if "place" in declared:
        place = sent.words(declared["place"], unit)
        paper.put(row, half + 1, words()["place_and_day"].format(place=place, sent=sent.sent), "italic", to=(row, width))
        row += 1
    if "corner" in declared:
        paper.put(row, 1, sent.words(declared["corner"], unit), "left")
        row += 1
    if row > 1:
        row += 1
    return _titles(paper, sent, unit, width, row)


def _titles(paper: Paper, sent: Return, unit: str, width: int, row: int) -> int:
    for line, text in enumerate(sent.declared["title"]):
        paper.put(row, 1, sent.words(text, unit), "italic" if line else "title", to=(row, width))
        row += 1
    if "measure" in sent.declared:
        paper.put(row, width, sent.declared["measure"], "italic")
        row += 1
    return row + 1


def below(paper: Paper, sent: Return, unit: str, width: int) -> None:
    """Type the notes, that all is invented, and the signatures."""
    row = paper.last_row + 2
    for text in (*sent.told(unit), *sent.declared.get("notes", ()), words()["note"].format(text=settings().mark)):
        paper.put(row, 1, sent.words(text, unit), "left")
        row += 1
    signature = sent.declared.get("signature")
    if not signature:
        return
    row += 1
    half = max(2, width // 2)
    paper.put(row, 1, signature[0], "bold", to=(row, half))
    for line, text in enumerate(signature[1:]):
        paper.put(row + line, half + 1, text, "bold", to=(row + line, width))
    if unit:
        last = row + len(signature) + 3
        paper.put(last, half + 1, places()[unit].sign, "bold", to=(last, width))
