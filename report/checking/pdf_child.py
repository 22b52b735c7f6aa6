"""The child process in which one PDF is read, under limits of memory and time: whatever the file does to it, the server goes on.

Started by report.checking.pdf_apart, never by hand: the file on standard input, one JSON object on standard output. It holds no
database address and no secret.
"""

from __future__ import annotations

import json
import os
import sys
import traceback

from catalogue.errors import UserError
from catalogue.language import use_language
from report.checking import door, pdf_text

try:
    import resource
except ImportError:  # Windows has no limits of this kind: the ceilings of the reader and the parent's clock hold there
    resource = None  # type: ignore[assignment]

MEMORY = 768 * door.MEGABYTE
CPU_SECONDS = 20


def main(language: str) -> None:
    """Read standard input, answer, end."""
    use_language(language)
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # whatever a library prints is no answer
    _limit()
    json.dump(answer(sys.stdin.buffer.read(door.MAX_SIZE + 1)), answers)
    answers.flush()


def answer(data: bytes) -> dict[str, object]:
    """The "blocks" of a PDF, why it stays closed ("refused"), or the traceback of a mistake of ours ("failed")."""
    try:
        return {"blocks": pdf_text.blocks(data)}
    except UserError as error:
        return {"refused": str(error)}
    except (MemoryError, RecursionError):
        return {"refused": str(door.exhausting())}
    except Exception:  # noqa: BLE001  the parent logs it
        return {"failed": traceback.format_exc()}


def _limit() -> None:
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
