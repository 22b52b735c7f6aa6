"""Many files in, one reading each out, in the order given and compared with each other."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from loaders.compare import Comparison
from loaders.refusal import Unreadable
from loaders.report import read_grid, unreadable
from loaders.result import FileReading
from loaders.workbook import open_bytes

Answers = Mapping[str, str]


def read_paths(
    paths: Iterable[str | Path], answers: Mapping[str, Answers] | None = None, memory: Mapping[str, Answers] | None = None, workers: int = 2
) -> Iterator[FileReading]:
    """One reading a file, in the order given. `answers` are by sha256, `memory` by signature."""
    seen = Comparison()
    for path in paths:
        data = Path(path).read_bytes()
        sha = hashlib.sha256(data).hexdigest()
        yield seen.compare(read_bytes(data, Path(path).name, (answers or {}).get(sha), None))


def read_bytes(data: bytes, name: str, answers: Answers | None = None, memory: Answers | None = None) -> FileReading:
    """The reading of one file held in memory."""
    try:
        grid = open_bytes(data, name)
    except Unreadable as error:
        return unreadable(name, hashlib.sha256(data).hexdigest(), error)
    return read_grid(grid, answers, memory)
