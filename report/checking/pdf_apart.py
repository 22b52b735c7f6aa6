"""Reading a PDF in a process of its own: it may hang, crash or devour its child, never the server."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import threading
from pathlib import Path

from catalogue.errors import UserError
from catalogue.language import language
from report.checking import door
from report.checking.columns_text import Block

WALL_SECONDS = 40.0
AT_ONCE = 2
START = "import sys; from report.checking.pdf_child import main; main(sys.argv[1])"

_ROOT = Path(__file__).parents[2]
_places = threading.BoundedSemaphore(AT_ONCE)
_log = logging.getLogger(__name__)


def blocks(data: bytes) -> list[Block]:
    """The lines and tables of a PDF as `pdf_text.blocks` gives them; UserError when it stays closed, or takes more than a report may."""
    with _places:
        found = _ask(data)
    if "failed" in found:
        _log.error("reading a PDF failed\n%s", found["failed"])
        raise door.damaged()
    if "refused" in found:
        raise UserError(found["refused"])
    return [(lines, cells) for lines, cells in found["blocks"]]


def _ask(data: bytes) -> dict:
    try:
        done = subprocess.run(
            [sys.executable, "-X", "utf8", "-c", START, language()],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=_ROOT,
            env={key: value for key, value in os.environ.items() if not key.startswith("CHISO_")},
            timeout=WALL_SECONDS,
            check=False,
            start_new_session=os.name == "posix",
        )
        return json.loads(done.stdout)
    except (subprocess.TimeoutExpired, json.JSONDecodeError) as error:
        _log.warning("a PDF ended its reading process: %s", type(error).__name__)
        raise door.exhausting() from error
