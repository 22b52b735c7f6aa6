"""The real server in a process of its own, over a small store: for the tests of the door and of the browser."""

from __future__ import annotations

import contextlib
import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

HOUSE = Path(__file__).parents[1]


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    text: str


@dataclass
class Served:
    port: int
    cookies: dict[str, str] = field(default_factory=dict)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def ask(self, path: str, method: str = "GET", body: bytes | None = None, **headers: str) -> Answer:
        """One request with the cookies held; header names are written with underscores."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if self.cookies:
            sent["cookie"] = "; ".join(f"{k}={v}" for k, v in self.cookies.items())
        connection.request(method, path, body, sent)
        answer = connection.getresponse()
        with contextlib.closing(connection):
            return Answer(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read().decode("utf-8", "replace"))


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


@contextlib.contextmanager
def serve(folder: Path, seconds: float = 180) -> Iterator[Served]:
    """`python server.py` over the store in `folder`, until the block ends."""
    port = free_port()
    settings = {"CHISO_DATABASE_URL": f"sqlite:///{folder / 'store.db'}", "CHISO_ORIGINALS": str(folder / "originals")}
    log = (folder / "server.log").open("wb")
    process = subprocess.Popen(
        [sys.executable, "server.py", "--port", str(port)], cwd=HOUSE, env={**os.environ, **settings}, stdout=log, stderr=subprocess.STDOUT
    )
    try:
        wait_for(Served(port), process, seconds)
        yield Served(port)
    finally:
        process.terminate()
        process.wait(20)
        log.close()


def wait_for(served: Served, process: subprocess.Popen, seconds: float) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with {process.returncode}")
        with contextlib.suppress(OSError):
            if served.ask("/api/ready").status == 200:
                return
        time.sleep(0.1)
    raise TimeoutError("the server was not ready in time")
