"""`python -m benchmarks.constants --port P`: the same server, whose overview draws what it drew for the first visitor, for ever."""

from __future__ import annotations

import sys
import threading

import server
from benchmarks.tape import Tape, record
from pages import overview

_show = overview.show
_tapes: list[Tape] = []
_first = threading.Lock()


def constant() -> None:
    """The overview from constants; the first run records it."""
    with _first:
        if not _tapes:
            _tapes.append(record(_show))
            return
    _tapes[0].play()


if __name__ == "__main__":
    overview.show = constant
    sys.exit(server.main())
