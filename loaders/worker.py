"""The pool of child processes in which files are opened: a file may crash, hang or devour its child, never the server.

A child that dies, or takes longer than `WALL_SECONDS`, is ended and replaced; its file becomes "unreadable" and the others go
on. Where the kernel offers no limits (Windows), the sizes checked at the door, the ceilings of the readers and this clock hold.
"""

from __future__ import annotations

import atexit
import hashlib
import json
import logging
import os
import queue
import subprocess
import sys
import tempfile
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from loaders.child import failure, refusal, too_much
from loaders.opening.refusal import Unreadable

WALL_SECONDS = 28.0
START_SECONDS = 60.0
FILES_PER_CHILD = 500
WORKERS = 2
START = "from loaders.child import serve; serve()"

_ROOT = Path(__file__).parents[1]
_log = logging.getLogger(__name__)


class _Child:
    """One running child. Lines are taken from it by a thread, so that waiting for one has an end on every system."""

    def __init__(self) -> None:
        self.errors = tempfile.TemporaryFile()  # noqa: SIM115  lives as long as the child
        self.process = subprocess.Popen(
            [sys.executable, "-X", "utf8", "-c", START],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self.errors,
            cwd=_ROOT,
            env={key: value for key, value in os.environ.items() if not key.startswith("CHISO_")},
            start_new_session=os.name == "posix",
        )
        self.lines: queue.Queue[bytes | None] = queue.Queue()
        self.served = 0
        threading.Thread(target=self._listen, daemon=True).start()
        self._take(START_SECONDS)

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.put(line)
        self.lines.put(None)

    def _take(self, seconds: float) -> bytes:
        """The next line; ChildProcessError when the child is gone, TimeoutError when it is silent."""
        try:
            line = self.lines.get(timeout=seconds)
        except queue.Empty:
            raise TimeoutError from None
        if line is None:
            raise ChildProcessError(self._last_words())
        return line

    def ask(self, request: dict[str, Any], seconds: float) -> dict[str, Any]:
        assert self.process.stdin is not None
        self.served += 1
        try:
            self.process.stdin.write(json.dumps(request).encode() + b"\n")
            self.process.stdin.flush()
        except OSError as error:
            raise ChildProcessError(self._last_words()) from error
        line = self._take(seconds)
        try:
            return msgspec.json.decode(line)
        except msgspec.DecodeError as error:  # it was ended in the middle of its answer
            raise ChildProcessError(f"half an answer of {len(line)} bytes") from error

    def _last_words(self) -> str:
        code = self.process.wait()
        self.errors.seek(0)
        return f"exit {code}: {self.errors.read()[-2000:].decode(errors='replace')}"

    def end(self) -> None:
        """End the child now."""
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout, self.errors):
            if stream is not None:
                try:
                    stream.close()
                except OSError:  # the pipe broke with the child
                    _log.debug("pipe of a dead child")


class Pool:
    """At most `size` children, started when first needed and kept. Safe to use from several threads at once."""

    def __init__(self, size: int = WORKERS) -> None:
        self.size = size
        self._places: queue.LifoQueue[_Child | None] = queue.LifoQueue()
        for _place in range(size):
            self._places.put(None)

    def ask(self, request: dict[str, Any], seconds: float = WALL_SECONDS) -> dict[str, Any]:
        """The answer of a free child to one request (waits for a free one). Never raises for what a file does."""
        child = self._places.get()
        try:
            if child is None:
                child = _Child()
            answer = child.ask(request, seconds)
            if child.served >= FILES_PER_CHILD:
                child.end()
                child = None
        except (TimeoutError, ChildProcessError) as error:
            started = child is not None
            if child is not None:
                child.end()
                child = None
            if not started:
                _log.error("a reading process did not start: %s", error)
            answer = _lost(request, error, started)
        except BaseException:
            # an answer may still be under way: this child must not serve the next request with it
            if child is not None:
                child.end()
                child = None
            raise
        finally:
            self._places.put(child)
        if "failed" in answer:
            _log.error("reading %s failed\n%s", request.get("path"), answer.pop("failed"))
        return answer

    def close(self) -> None:
        """End all children; the pool starts new ones when asked again."""
        for _place in range(self.size):
            child = self._places.get()
            if child is not None:
                child.end()
        for _place in range(self.size):
            self._places.put(None)


def _lost(request: dict[str, Any], error: Exception, started: bool) -> dict[str, Any]:
    """The answer for a file whose child died or was ended."""
    if not started:
        return refusal(request, Unreadable("reader_failed", failure()))
    _log.warning("%s ended its reading process: %s", request.get("path"), error or type(error).__name__)
    found = refusal(request, Unreadable("unsafe_file", too_much()))
    try:
        with Path(request["path"]).open("rb") as file:
            found["sha256"] = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        _log.warning("%s is gone", request["path"])
    return found


@cache
def pool(size: int = WORKERS) -> Pool:
    """The pool of this process."""
    made = Pool(size)
    atexit.register(made.close)
    return made


def run(requests: Iterable[dict[str, Any]], workers: int = WORKERS) -> Iterator[dict[str, Any]]:
    """The answers to requests such as {"do": "read", "path": ..., "name": ...}, in the order given, each as soon as it is there.

    `requests` may be a generator: only a few are taken ahead of the answers.
    """
    here = pool(max(workers, WORKERS))  # one pool for all callers, whose children stay warm
    with ThreadPoolExecutor(workers, thread_name_prefix="reading") as threads:
        ahead: deque[Future[dict[str, Any]]] = deque()
        for request in requests:
            ahead.append(threads.submit(here.ask, _absolute(request)))
            if len(ahead) >= workers * 4:
                yield ahead.popleft().result()
        while ahead:
            yield ahead.popleft().result()


def _absolute(request: dict[str, Any]) -> dict[str, Any]:
    path = Path(request["path"])
    return request | {"path": str(path.resolve()), "name": _written(request.get("name") or path.name)}


def _written(name: str) -> str:
    """A file name whose bytes are no UTF-8, as text that can be written."""
    return name.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
