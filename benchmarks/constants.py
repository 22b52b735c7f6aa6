"""`python -m benchmarks.constants --port P`: the same server, whose measured pages draw constants.

A page without a recording in the folder CHISO_TAPES draws the real one for its first visitor and keeps what it drew there. Later
starts draw from the recordings alone: they never ask for a figure, so their memory is that of the pages without their data.
"""

from __future__ import annotations

import os
import pickle
import sys
import threading
from collections.abc import Callable
from functools import cache
from pathlib import Path

import server
from benchmarks.tape import Tape, record
from pages import explore, group, overview
from pages.parts.figures import warm

TAPES = Path(os.environ["CHISO_TAPES"])
PAGES = {"overview": overview, "group": group, "explore": explore}
_turn = threading.Lock()


@cache
def tape(path: Path) -> Tape:
    """A recording, read once."""
    return pickle.loads(path.read_bytes())


def constant(name: str, show: Callable[..., None]) -> Callable[..., None]:
    """A page that draws its recording, or makes it."""

    def shown(*given: str) -> None:
        path = TAPES / "-".join((name, *given))
        with _turn:
            if not path.exists():
                path.write_bytes(pickle.dumps(record(lambda: show(*given))))
                return
        tape(path).play()

    return shown


if __name__ == "__main__":
    if any(TAPES.iterdir()):
        warm.everything = lambda: None
    for name, page in PAGES.items():
        page.show = constant(name, page.show)  # type: ignore[attr-defined]
    sys.exit(server.main())
