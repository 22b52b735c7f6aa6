"""Values, counts and targets as people read them, on screen and in everything that is sent."""

from __future__ import annotations

from catalogue.language import _, number


def shown(value: float | None, rate: bool, decimals: int) -> str:
    """A value as people read it: a percentage always with its decimals, so that figures in a column line up; a count without."""
    if value is None:
        return ""
    if rate:
        return f"{number(value, decimals)}%"
    return number(value, decimals) if decimals else " ".join(amounts(value))


SIGNS = {">=": "≥ ", ">": "> ", "<=": "≤ ", "<": "< ", "=": "= ", "": ""}


def aimed(value: float | None, operator: str, rate: bool) -> str:
    """A target as it was set: with its sign, and only the decimals that it has."""
    if value is None:
        return ""
    return SIGNS.get(operator, f"{operator} ") + (f"{number(value, None)}%" if rate else " ".join(amounts(value)))


LARGE = ((1e10, 1e9, "billion"), (1e7, 1e6, "million"))
"""From which size on a number is written in which larger unit."""


def amounts(*values: float) -> tuple[str, ...]:
    """Numbers of one kind as texts, very large ones in millions or billions; the last text is that word, when there is one."""
    top = max(map(abs, values))
    for least, size, word in LARGE:
        if top >= least:
            return (*(number(value / size, 1) for value in values), _(word))
    return tuple(number(value, None) for value in values)


def fraction(numerator: float, denominator: float, counted: str = "") -> str:
    """Numerator over denominator; what is counted stands behind when it is named, and always behind very large numbers."""
    above, below, *word = amounts(numerator, denominator)
    return " ".join(part for part in (f"{above}/{below}", *word, counted) if part)
