"""What a row says its sides are: by their letters ("a: online; b: all"), by their names ("numerator: ..."), as a quotient, or in a column
of its own for each; held against the rate that the row names."""

from __future__ import annotations

import re

from loaders.understanding.claiming.basis import rebased
from loaders.understanding.headings.divisions import cuts, whole_of_rate
from loaders.understanding.headings.lettered import explained, letter_in, letters_of
from loaders.understanding.headings.match import match
from loaders.understanding.headings.sides import called_side
from loaders.understanding.headings.tongues import vietnamese
from loaders.understanding.headings.ways import known_element
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.orient import Oriented
from loaders.understanding.texts.rowkinds import typed_number
from loaders.understanding.texts.words import classes

_SIDES = ("whole", "part")
_BETWEEN = re.compile(r"\s*[;\n]\s*")


def doubt_explained(o: Oriented, claim: Claim, code: str, side: int) -> None:
    """Doubt a side of a rate whose row, or what stands beside it, explains as something else; `side`: 0 for the whole, 1 for its part."""
    phrase = _said(o, claim, side)
    if not phrase:
        return
    named, alone = match(phrase, (claim.label,)), match(phrase)
    if code not in named.codes and code not in alone.codes and (named.sure or alone.sure):
        claim.sure = False


def by_explanation(o: Oriented, claim: Claim, side: int) -> None:
    """Make a claim the side of a rate of several counts that its row explains: sure where it is the whole of that rate, else asked, as is
    the whole of a rate that explains nothing."""
    rate, phrase = claim.code, _said(o, claim, side)
    named, whole = _clear(phrase), "" if side else whole_of_rate(rate)
    code = named or whole
    if not code:
        claim.role, claim.sure = "skip", False
        return
    claim.basis = rebased(claim.basis, rate, code, [])
    claim.codes, claim.sure, claim.role, claim.notes = (code,), bool(named) and named == whole, "value", []
    claim.key = f"{claim.key} / {'done' if side else 'total'}"


def _clear(phrase: str) -> str:
    """The one count that an explanation surely names, or an empty text."""
    named = match(phrase)
    return named.codes[0] if named.sure and len(named.codes) == 1 and known_element(named.codes[0]) else ""


def _said(o: Oriented, claim: Claim, side: int) -> str:
    """What a row says that one side of its rate is; an empty text where it does not."""
    columns, row = list(o.columns.values()), claim.cell.row
    own = [c.col for c in columns if {"whole", "part"} & set(classes("sides.csv", c.leaf)) == {_SIDES[side]}]
    words = [text for col in own if (text := o.text(row, col)) and not typed_number(text)]
    beside = [text for column in columns if column.role == "note" and (text := o.text(row, column.col))]
    letters = letters_of(columns, o.table.numbers)
    letter = next((key for key, column in letters.items() if column.col == claim.cell.col), "")
    letter = letter or letter_in(o.columns[claim.cell.col].leaf)
    by_letter = [explained(text)[1].get(letter, "") for text in map(vietnamese, (o.text(row, o.label_col), *beside))]
    return next((said for said in (*words[:1], *by_letter, *(_by_name(text, side) for text in beside)) if said), "")


def _by_name(text: str, side: int) -> str:
    """What stands behind "numerator" or "denominator" in a text, or above or below its line."""
    called = [rest for piece in _BETWEEN.split(text) for kind, rest in (called_side(piece),) if kind == _SIDES[side]]
    if called:
        return called[0] if len(called) == 1 else ""
    divided = {(upper, lower) for upper, lower, clear in cuts(text) if clear}
    return next(iter(divided))[1 - side] if len(divided) == 1 else ""
