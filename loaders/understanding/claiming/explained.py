"""What a row says its letters stand for, held against the sides of the rate that it names."""

from __future__ import annotations

from loaders.understanding.headings.lettered import explained, letters_of
from loaders.understanding.headings.match import match
from loaders.understanding.headings.tongues import vietnamese
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.orient import Oriented


def doubt_explained(o: Oriented, claim: Claim, code: str) -> None:
    """Doubt a side of a rate whose row, or the note beside it, explains its letter as something else."""
    letter = next(
        (key for key, column in letters_of(list(o.columns.values()), o.table.numbers).items() if column.col == claim.cell.col), ""
    )
    phrase = _said(o, claim.cell.row).get(letter, "") if letter else ""
    if not phrase:
        return
    named = match(phrase, (claim.label,))
    alone = match(phrase)
    if code not in named.codes and code not in alone.codes and (named.sure or alone.sure):
        claim.sure = False


def _said(o: Oriented, row: int) -> dict[str, str]:
    """Letter -> what the label of a row, or else a note in it, says it stands for."""
    beside = [col for col, column in o.columns.items() if column.role == "note"]
    texts = (vietnamese(o.text(row, col)) for col in (o.label_col, *beside) if col is not None)
    return next((said for text in texts if (said := explained(text)[1])), {})
