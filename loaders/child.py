"""The child process that opens files: JSON lines in, JSON lines out, under limits of memory and time. Whatever a file does to it, the
server goes on.

Started by loaders.worker, never by hand. It holds no database address and no secret; it imports neither pandas nor Streamlit.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from catalogue.language import _, use_language
from loaders.opening.refusal import Unreadable

try:
    import resource
except ImportError:  # Windows has no limits of this kind: sizes, ceilings and the parent's clock hold there
    resource = None  # type: ignore[assignment]

MEMORY = 1024 * 1024 * 1024
CPU_SECONDS = 25
COMMANDS = {
    "cells": "loaders.cells",
    "read": "loaders.commands",
    "layout": "loaders.commands",
    "picture": "loaders.commands",
    "held": "loaders.commands",
    "correct": "loaders.correction.book",
    "headings": "loaders.declare",
    "asked": "loaders.asked",
}

Request = dict[str, Any]
Answer = dict[str, Any]


def serve() -> None:
    """Answer requests from standard input until it closes."""
    answers = _own_output()
    _limit_memory()
    gc.set_threshold(100_000, 20, 20)  # files make cells by the hundred thousand; looking for cycles among them is most of the time lost
    _write(answers, {"ready": True})
    for line in sys.stdin.buffer:
        request = json.loads(line)
        _limit_time()
        _write(answers, answer(request))


def answer(request: Request) -> Answer:
    """What a command says of a file. A refusal is an outcome; a mistake of ours comes back with its traceback under "failed"."""
    use_language(request.get("language", "vi"))
    started = time.perf_counter()
    try:
        found = _command(request["do"])(request)
    except Unreadable as error:
        found = refusal(request, error)
    except (MemoryError, RecursionError):
        found = refusal(request, Unreadable("unsafe_file", too_much()))
    except Exception:  # noqa: BLE001  one file must not end the others; the parent logs the traceback
        found = refusal(request, Unreadable("reader_failed", failure())) | {"failed": traceback.format_exc()}
    found.setdefault("seconds", round(time.perf_counter() - started, 4))
    return found


def refusal(request: Request, error: Unreadable) -> Answer:
    """The answer to a file that stays closed."""
    name = request.get("name") or Path(request.get("path", "")).name
    return {"file": name, "outcome": error.outcome, "code": error.code, "message": str(error)}


def too_much() -> str:
    """The sentence for a file that takes more memory or time than any return."""
    return _("The file is damaged or unsafe: reading it took more time or memory than any return. Copy the table to a new workbook.")


def failure() -> str:
    """The sentence for a mistake of ours."""
    return _("The file could not be read because of a mistake in the program; it was recorded. Keep the file and report it.")


def _command(name: str) -> Callable[[Request], Answer]:
    return getattr(importlib.import_module(COMMANDS[name]), name)


def _own_output() -> BinaryIO:
    """The pipe to the parent, for us alone: whatever a library prints goes to standard error."""
    pipe = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return pipe


def _write(pipe: BinaryIO, message: Answer) -> None:
    pipe.write(msgspec.json.encode(message) + b"\n")
    pipe.flush()


def _limit_memory() -> None:
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_time() -> None:
    """The kernel ends the process when one file takes this much of the processor."""
    if resource is not None:
        _soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (int(time.process_time()) + CPU_SECONDS, hard))
