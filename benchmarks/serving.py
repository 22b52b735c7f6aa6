"""How fast pages are drawn again, for one visitor and for a hundred, against the same page fed with constants."""

from __future__ import annotations

import asyncio
import atexit
import os
import random
import shutil
import tempfile
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
PAGES = {"the overview": "", "the page of a group (VNeID)": "vneid", "Explore the data": "kham-pha"}
SESSIONS, GAP, LASTS = 100, 5.0, 40.0
MANY = 20
CLICKS = 60

Measured = TypeVar("Measured")


def _serve(module: str, communes: int, act: Callable[[int, int], Awaitable[Measured]]) -> Measured:
    """Run a measurement against a server of that many communes; `act` gets the port and the process id."""
    with served(module, _settings(communes)) as (port, pid):
        return asyncio.run(act(port, pid))  # type: ignore[arg-type]


def _settings(communes: int) -> dict[str, str]:
    """Store, area and tapes of a size; the tapes are recorded anew in every run of the measurements."""
    database = national.filled(FOLDER, communes)
    tapes = Path(tempfile.gettempdir()) / f"chi-so-{os.getpid()}-{communes}.tapes"
    settings = {"CHISO_DATABASE_URL": database, "CHISO_ROOT": national.root_of(communes), "CHISO_TAPES": str(tapes)}
    if not tapes.exists():
        tapes.mkdir()
        atexit.register(shutil.rmtree, tapes, ignore_errors=True)
        with served(CONSTANTS, settings) as (port, _):
            asyncio.run(_visit(port))
    return settings


async def _visit(port: int) -> None:
    for page in PAGES.values():
        visitor = Visitor(port, page)
        await visitor.arrive()
        await visitor.leave()


async def _in_turn(ports: list[int], page: str) -> list[float]:
    """Milliseconds of a click on each server, the lower quartile: what else runs on the machine only ever adds. They take turns."""
    visitors = [Visitor(port, page) for port in ports]
    for visitor in visitors:
        await visitor.arrive()
        await visitor.click()
    taken: list[list[float]] = [[] for _ in visitors]
    for _ in range(CLICKS):
        for visitor, mine in zip(visitors, taken, strict=True):
            mine.append(await visitor.click())
            await asyncio.sleep(0.05)
    for visitor in visitors:
        await visitor.leave()
    return [percentile(mine, 0.25) * 1000 for mine in taken]


def reruns(full: bool) -> list[Figure]:
    """Pages drawn again at three sizes, one visitor."""
    figures = []
    for communes in SIZES:
        settings = _settings(communes)
        with served(OURS, settings) as (mine, _), served(CONSTANTS, settings) as (theirs, _):
            for name, page in PAGES.items():
                ours, floor = asyncio.run(_in_turn([mine, theirs], page))
                what = f"rerun of {name}, {communes:,} communes x {national.MONTHS} months x all counts"
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
