"""How fast returns are read: one large file, thousands of small ones, one national table."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from benchmarks import books
from benchmarks.measure import HOUSE, Figure, best
from loaders import read_paths

COMMUNES = 3321
SAMPLE = 300
CORES = 2


def _child(reader: str, paths: list[Path]) -> list[float]:
    command = [sys.executable, "-m", "benchmarks.floors", reader, *(str(path) for path in paths)]
    return json.loads(subprocess.run(command, cwd=HOUSE, check=True, capture_output=True).stdout)


def _whole(reader: str, path: Path) -> float:
    """Seconds of a child process from start to end that reads one file."""
    return best(lambda: _child(reader, [path]))


def _ours(paths: list[Path]) -> float:
    """Seconds to read files whole: opening, layout, words, numbers, checks, comparing, each in workers."""
    start = time.perf_counter()
    for reading in read_paths(paths, workers=CORES):
        if reading.outcome != "accept":
            raise RuntimeError(f"{reading.file}: {reading.outcome}: {reading.message}")
    return time.perf_counter() - start


def one(full: bool) -> Figure:
    """One return of 12 sheets x 60 x 12, everything included, against calamine reading the same file in a worker."""
    with tempfile.TemporaryDirectory() as folder:
        path = books.large(Path(folder))
        ours = best(lambda: _ours([path]))
        floor = _whole("calamine", path)
    return Figure("reading one return (12 sheets x 60 x 12), everything included", ours, floor, "s", "calamine in a worker", 4)


def many(full: bool) -> Figure:
    """The returns of all communes on two cores, against pandas with openpyxl on two cores, reading only."""
    number = COMMUNES if full else SAMPLE
    with tempfile.TemporaryDirectory() as folder:
        paths = books.small(Path(folder), number)
        _ours(paths[:4])
        ours = _ours(paths)
        halves = [paths[:1] + paths[i::CORES] for i in range(CORES)]
        with ThreadPoolExecutor(CORES) as pool:
            taken = list(pool.map(lambda half: sum(_child("pandas", half)[1:]), halves))
        floor = max(taken)
    scale = COMMUNES / number
    note = "" if full else f"measured on {number} files, times {scale:.2f}"
    what = f"reading {COMMUNES:,} small returns on {CORES} cores"
    return Figure(what, ours * scale, floor * scale, "s", "pandas + openpyxl, reading only", 3, faster=True, note=note)


def table(full: bool) -> Figure:
    """A national table of 3,321 communes by 60 counts, against pandas with openpyxl, reading only."""
    with tempfile.TemporaryDirectory() as folder:
        path = books.national(Path(folder))
        ours = best(lambda: _ours([path]), times=3)
        small = books.small(Path(folder), 1)[0]
        floor = statistics.median(_child("pandas", [small, path])[1] for _ in range(3))
    return Figure("reading a national table 3,321 x 60", ours, floor, "s", "pandas + openpyxl, reading only", 3, faster=True)
