"""What a command of this room hands back to be printed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Done:
    """The exit code, lines for standard output, and lines for standard error."""

    code: int
    lines: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
