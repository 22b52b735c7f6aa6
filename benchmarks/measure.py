"""One line of the table of figures, and the small tools that every measurement uses."""

from __future__ import annotations

import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import psutil

HOUSE = Path(__file__).parents[1]


@dataclass(frozen=True)
class Figure:
    """What was measured: ours and the floor in `unit`, their ratio, and the aim that the ratio is held against.

    `faster` turns the ratio round: the aim is then at least so many times faster than the floor.
    """

    what: str
    ours: float
    floor: float
    unit: str
    against: str
    aim: float
    faster: bool = False
    note: str = ""

    @property
    def ratio(self) -> float:
        """Ours over the floor, or the floor over ours where faster is the aim."""
        return self.floor / self.ours if self.faster else self.ours / self.floor

    @property
    def met(self) -> bool:
        """Is the aim reached?"""
        return self.ratio >= self.aim if self.faster else self.ratio <= self.aim


def best(act: Callable[[], object], times: int = 5) -> float:
    """The median seconds of an act, after one run that does not count."""
    act()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        act()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which `share` (0 to 1) of the values lie."""
    ordered = sorted(values)
    at = (len(ordered) - 1) * share
    low = int(at)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (at - low)


def memory(pid: int) -> float:
    """Resident megabytes of one process."""
    return psutil.Process(pid).memory_info().rss / 2**20


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@contextmanager
def served(module: str, environment: dict[str, str], wait: float = 600) -> Iterator[tuple[int, int]]:
    """Run `python -m module --port P` until the block ends; gives the port and the process id once it is ready."""
    port = free_port()
    command = [sys.executable, "-m", module, "--port", str(port)]
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(command, cwd=HOUSE, env={**os.environ, **environment}, stdout=log, stderr=log)
        try:
            _wait_for(process, log, f"http://127.0.0.1:{port}/api/ready", wait)
            yield port, process.pid
        finally:
            process.terminate()
            process.wait(20)


def _wait_for(process: subprocess.Popen[bytes], log: IO[bytes], address: str, wait: float) -> None:
    end = time.monotonic() + wait
    while time.monotonic() < end:
        if process.poll() is not None:
            log.seek(0)
            raise RuntimeError(f"the server stopped with code {process.returncode}: {log.read()[-2000:].decode(errors='replace')}")
        try:
            with urllib.request.urlopen(address, timeout=10) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(address)
