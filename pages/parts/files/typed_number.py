"""A number as a person types it into a form: with or without signs of thousands, the part of a thing behind a comma or a point."""

from __future__ import annotations

import re

from catalogue.errors import UserError
from catalogue.language import _

_GROUPED = re.compile(r"[1-9]\d{0,2}(?:([., ])\d{3})(?:\1\d{3})*")
_PARTED = re.compile(r"(\d+|\d{1,3}(?:([., ])\d{3})+)([.,])(\d+)")


def typed_number(text: str, *, whole: bool) -> float:
    """The number meant; UserError where there is none, where a `whole` one has a part, and where it could be one of two.

    4.907 and 4,907 of whole things are four thousand and more: they have no parts. Of other things nobody can tell.
    """
    said = re.sub(r"\s+", " ", text.strip())
    sign = -1 if said[:1] in ("-", "\u2212") else 1
    digits = said[1:].strip() if sign < 0 else said
    if whole and sign < 0 and re.search("[1-9]", digits):
        raise UserError(_("“{text}”: a count cannot be below zero.", text=text))
    grouped, plain = _GROUPED.fullmatch(digits), re.sub("[., ]", "", digits)
    if digits.isdecimal() or (grouped and (whole or grouped[1] == " " or digits.count(grouped[1]) > 1)):
        return sign * float(plain)
    if grouped:
        words = _("“{text}” can be read in two ways. Write {plain} for thousands, {part} for a fraction.")
        raise UserError(words.format(text=text, plain=plain, part=f"{digits.replace('.', ',')}0"))
    parted = _PARTED.fullmatch(digits)
    if parted is None or parted[2] == parted[3]:
        raise UserError(_("“{text}” is not a number. Write digits alone, for example 4907.", text=text))
    if whole and int(parted[4]):
        raise UserError(_("“{text}” has a fraction: here things are counted, which have none. Write for example 4907.", text=text))
    return sign * float(f"{re.sub('[., ]', '', parted[1])}.{parted[4]}")
