"""A progress bar for a person who waits; for a log, when asked, a line a tenth of the way."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

Thing = TypeVar("Thing")
WIDTH = 40


def shown(things: Iterable[Thing], total: int, what: str, *, logged: bool = False) -> Iterator[Thing]:
    """The same things, while standard error shows how many have gone by: a bar on a terminal, lines elsewhere only if `logged`."""
    watched = sys.stderr.isatty()
    for number, thing in enumerate(things, start=1):
        yield thing
        if watched:
            done = number * WIDTH // total
            bar = "#" * done + "." * (WIDTH - done)
            sys.stderr.write(f"\r{what} [{bar}] {number}/{total}" + ("\n" if number == total else ""))
        elif logged and number * 10 // total > (number - 1) * 10 // total:
            sys.stderr.write(f"{what} {number}/{total}\n")
        sys.stderr.flush()
