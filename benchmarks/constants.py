"""`python -m benchmarks.constants --port P`: the same server, whose overview draws constants.

The first start (no file at CHISO_TAPE) draws the real page for its first visitor and keeps what it drew in that file. Later
starts draw from the file alone: they never ask for a figure, so their memory is that of the page without its data.
"""

from __future__ import annotations

import os
import pickle
import sys
import threading
from pathlib import Path

import server
from benchmarks.tape import Tape, record
from pages import overview
from pages.parts import warm

TAPE = Path(os.environ["CHISO_TAPE"])
_show = overview.show
_turn = threading.Lock()


def recorded() -> None:
    """The real overview; what it draws goes to the file."""
    with _turn:
        TAPE.write_bytes(pickle.dumps(record(_show)))


if __name__ == "__main__":
    if TAPE.exists():
        tape: Tape = pickle.loads(TAPE.read_bytes())
        overview.show = tape.play
        warm.everything = lambda: None
    else:
        overview.show = recorded
    sys.exit(server.main())
