"""Names of units that a person had to settle for the program: the sender is told, so that the next return bears the right one."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from catalogue.language import _
from catalogue.text import nfc
from catalogue.units import units
from store import Answer

_KEY = "unit:"


def names_understood(answers: Iterable[Answer], sheets: Collection[str]) -> tuple[str, ...]:
    """A sentence for each name that was answered for and differs from that of the unit; answers about a whole sheet tell of no name."""
    said: dict[str, None] = {}
    for one in answers:
        text = nfc(one.key.removeprefix(_KEY))
        if not one.key.startswith(_KEY) or not text or text in sheets or str(one.value) not in units():
            continue
        unit = units()[str(one.value)]
        if text != unit.name:
            told = _('The unit is written "{text}"; it was taken for {unit}. Please write it so next time.', text=text, unit=unit.name)
            said[told] = None
    return tuple(said)
