"""How fast the overview is drawn again, for one visitor and for a hundred, against the same page fed with constants."""

from __future__ import annotations

import asyncio
import os
import random
import statistics
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

from benchmarks import national
from benchmarks.client import Visitor
from benchmarks.measure import HOUSE, Figure, memory, percentile, served

OURS, CONSTANTS = "server", "benchmarks.constants"
FOLDER = Path(os.environ.get("CHISO_BENCH_FOLDER") or HOUSE / "data" / "local" / "bench")
SIZES = (12, 96, 3321)
SESSIONS, GAP, LASTS = 100, 5.0, 40.0
MANY = 20
CLICKS = 30

Measured = TypeVar("Measured")


def _serve(module: str, communes: int, act: Callable[[int, int], Awaitable[Measured]]) -> Measured:
    """Run a measurement against a server of that many communes; `act` gets the port and the process id."""
    environment = {"CHISO_DATABASE_URL": national.filled(FOLDER, communes), "CHISO_ROOT": national.root_of(communes)}
    with served(module, environment) as (port, pid):
        return asyncio.run(act(port, pid))  # type: ignore[arg-type]


async def _alone(port: int, pid: int) -> float:
    visitor = Visitor(port)
    await visitor.arrive()
    await visitor.click()
    taken = []
    for _ in range(CLICKS):
        taken.append(await visitor.click())
        await asyncio.sleep(0.05)
    await visitor.leave()
    return statistics.median(taken) * 1000


def reruns(full: bool) -> list[Figure]:
    """The overview drawn again at three sizes, one visitor."""
    figures = []
    for communes in SIZES:
        ours, floor = (_serve(module, communes, _alone) for module in (OURS, CONSTANTS))
        what = f"rerun of the overview, {communes:,} communes x {national.MONTHS} months x all counts"
        figures.append(Figure(what, ours, floor, "ms", "the same widgets fed with constants", 1.5))
    return figures


async def _crowd(port: int, pid: int) -> float:
    """The 95th percentile in milliseconds while a hundred people each click every five seconds or so."""
    visitors = [Visitor(port) for _ in range(SESSIONS)]
    for visitor in visitors:
        await visitor.arrive()
    taken: list[float] = []
    chance = random.Random(1)
    end = time.perf_counter() + LASTS

    async def reads(visitor: Visitor) -> None:
        await asyncio.sleep(chance.random() * GAP)
        while time.perf_counter() < end:
            taken.append(await visitor.click())
            await asyncio.sleep(chance.expovariate(1 / GAP))

    await asyncio.gather(*(reads(visitor) for visitor in visitors))
    for visitor in visitors:
        await visitor.leave()
    return percentile(taken, 0.95) * 1000


def crowd(full: bool) -> Figure:
    """A hundred sessions on the demo's province."""
    ours, floor = (_serve(module, SIZES[1], _crowd) for module in (OURS, CONSTANTS))
    what = f"{SESSIONS} sessions clicking every {GAP:.0f} s, 95th percentile ({SIZES[1]} communes)"
    return Figure(what, ours, floor, "ms", "the same page with constants", 2)


async def _resident(port: int, pid: int) -> float:
    visitors = [Visitor(port) for _ in range(MANY)]
    for visitor in visitors:
        await visitor.arrive()
        await visitor.click()
    found = memory(pid)
    for visitor in visitors:
        await visitor.leave()
    return found


def resident(full: bool) -> Figure:
    """Memory of the server at national size with twenty sessions."""
    ours, floor = (_serve(module, SIZES[2], _resident) for module in (OURS, CONSTANTS))
    return Figure(f"server memory, {SIZES[2]:,} communes, {MANY} sessions", ours, floor, "MB", "the same page with constants", 2)
