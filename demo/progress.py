"""A progress bar for a person who waits; a line a tenth of the way for a log."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

Thing = TypeVar("Thing")
WIDTH = 40


def shown(things: Iterable[Thing], total: int, what: str) -> Iterator[Thing]:
    """The same things, while standard error shows how many have gone by."""
    watched = sys.stderr.isatty()
    for number, thing in enumerate(things, start=1):
        yield thing
        done = number * WIDTH // total
        if watched:
            bar = "#" * done + "." * (WIDTH - done)
            sys.stderr.write(f"\r{what} [{bar}] {number}/{total}")
        elif number * 10 // total > (number - 1) * 10 // total:
            sys.stderr.write(f"{what} {number}/{total}\n")
        sys.stderr.flush()
    if watched:
        sys.stderr.write("\n")
