"""What the store keeps beside observations and issues: originals, submissions, answers, narratives, remembered readings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

State = Literal["received", "asked", "to_fix", "accepted", "superseded", "withdrawn", "refused", "duplicate"]
Origin = Literal["user", "demo"]

IN_FORCE: tuple[State, ...] = ("accepted", "superseded")
"""States of a return whose accepted observations count (superseded: they count again when the later one is withdrawn)."""

KEPT_OUT = "kept_out"
"""The outcome of a file that brings nothing, for a person chose to keep what an earlier one said."""

STATE_OF: dict[str, State] = {
    "accept": "accepted",
    "ask": "asked",
    "fix": "to_fix",
    "duplicate": "duplicate",
    "not_a_return": "refused",
    "unreadable": "refused",
    KEPT_OUT: "refused",
}
"""The state in which a file waits after it was read with that outcome."""


def now() -> dt.datetime:
    """This moment in UTC."""
    return dt.datetime.now(dt.UTC)


@dataclass(frozen=True, slots=True)
class Original:
    """One file as it was sent, kept by the hash of its bytes; `first_name` is the name it came under the first time."""

    sha256: str
    size: int
    path: Path
    first_name: str
    kept_at: dt.datetime


@dataclass(frozen=True, slots=True)
class Submission:
    """One file received: from whom, for which periods, and what became of it.

    `id`, `accepted_order` and `state_reason` are given by the store. `replaces` names the earlier submission of the same
    file that this one answers: it becomes superseded in the same transaction. `batch` ties files dropped together.
    """

    sha256: str
    file_name: str
    state: State
    received_by: str
    outcome: str = ""
    message: str = ""
    sender: str | None = None
    periods: tuple[str, ...] = ()
    batch: str = ""
    signature: str = ""
    origin: Origin = "user"
    replaces: int | None = None
    received_at: dt.datetime = field(default_factory=now)
    id: int | None = None
    accepted_order: int | None = None
    state_reason: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person decided about one question of a return, and why."""

    key: str
    value: Any
    by: str
    why: str = ""
    at: dt.datetime = field(default_factory=now)


@dataclass(frozen=True, slots=True)
class Narrative:
    """A text of a return that the report may quote: of `kind` (results, difficulties, proposals, ...) for a unit and period."""

    unit: str
    period: str
    kind: str
    text: str
    submission: int | None = None


@dataclass(frozen=True, slots=True)
class Remembered:
    """How a layout (its signature) from a sender is to be read; `sender` is empty when it holds for everyone."""

    signature: str
    sender: str
    mapping: Mapping[str, Any]
    by: str
    at: dt.datetime
    sha256: str

    @property
    def place(self) -> str:
        """Under which name the loaders look for it: the signature, with its sender behind it where it is of one alone."""
        return f"{self.signature}@{self.sender}" if self.sender else self.signature
