"""Many files in, one reading each out, in the order given and compared with each other. Files are opened in child processes only."""

from __future__ import annotations

import datetime as dt
import hashlib
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from catalogue.facts import Issue, Observation
from catalogue.language import language
from loaders.collection import no_collection
from loaders.compare import Comparison
from loaders.result import FileReading
from loaders.worker import WORKERS, run

Answers = Mapping[str, str]
Memory = Mapping[str, Mapping[str, str]]


def read_paths(
    paths: Iterable[str | Path],
    answers: Mapping[str, Answers] | None = None,
    memory: Memory | None = None,
    workers: int = WORKERS,
    known: Iterable[Observation] = (),
    received: dt.date | None = None,
) -> Iterator[FileReading]:
    """One reading a file, in the order given.

    `answers` are by sha256, `memory` by signature, `known` are facts accepted earlier: falling stocks, copied periods and
    changed figures are told against them as against the files before. `received` is the day on which the files came: what is of a period
    after it is asked about; without it nothing is asked of that.
    """
    given = answers or {}
    seen = Comparison(received=received)
    seen.learn(known, "")
    for found in run((_request(Path(path), given, memory or {}) for path in paths), workers):
        with no_collection():
            reading = _reading(found)
            reading = seen.compare(reading, given.get(reading.sha256, {}))
        yield reading


def read_bytes(
    data: bytes,
    name: str,
    answers: Answers | None = None,
    memory: Memory | None = None,
    known: Iterable[Observation] = (),
    received: dt.date | None = None,
) -> FileReading:
    """The reading of one file held in memory; `answers` are its own, `received` is the day on which it came."""
    sha256 = hashlib.sha256(data).hexdigest()
    with tempfile.TemporaryDirectory(prefix="chiso-") as folder:
        path = Path(folder) / "file"
        path.write_bytes(data)
        request = {
            "do": "read",
            "path": str(path),
            "name": name,
            "answers": dict(answers or {}),
            "memory": _plain(memory),
            "language": language(),
        }
        reading = _reading(next(iter(run([request], 1))) | {"file": name})
    reading = reading if reading.sha256 else _with_hash(reading, sha256)
    seen = Comparison(received=received)
    seen.learn(known, "")
    return seen.compare(reading, answers or {})


def _request(path: Path, answers: Mapping[str, Answers], memory: Memory) -> dict[str, Any]:
    own: Answers = {}
    if answers:
        with path.open("rb") as file:
            own = answers.get(hashlib.file_digest(file, "sha256").hexdigest(), {})
    return {"do": "read", "path": str(path), "name": path.name, "answers": dict(own), "memory": _plain(memory), "language": language()}


def _plain(memory: Memory | None) -> dict[str, dict[str, str]]:
    return {signature: dict(mapping) for signature, mapping in (memory or {}).items()}


def _reading(found: Mapping[str, Any]) -> FileReading:
    if "observations" in found:
        return FileReading.from_json(found)
    sentence = found["message"]
    problem = Issue("", "", found.get("code", "reader_failed"), "error", sentence)
    return FileReading(
        found["file"], found.get("sha256", ""), found["outcome"], sentence, issues=(problem,), seconds=found.get("seconds", 0.0)
    )


def _with_hash(reading: FileReading, sha256: str) -> FileReading:
    return FileReading(**{**reading.__dict__, "sha256": sha256})
