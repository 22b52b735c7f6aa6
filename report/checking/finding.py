"""What the checker says about one piece of a report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["number", "percent", "unit", "citation", "term", "spelling"]
Verdict = Literal["match", "differs", "no_basis", "no_denominator", "inconsistent", "outdated", "misspelt"]


@dataclass(frozen=True, slots=True)
class Origin:
    """The figure of ours that was compared with: the trace page of this indicator, unit and period shows its cells."""

    indicator: str
    unit: str
    period: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One judgement. `passage` is the number of the passage it stands in, `start` and `end` its place there; `where` says
    the same in words. `ours` is what we hold instead ("" when nothing); `message` says what, why and what to do."""

    text: str
    where: str
    kind: Kind
    verdict: Verdict
    message: str
    ours: str = ""
    passage: int = 0
    start: int = 0
    end: int = 0
    origin: Origin | None = None

    @property
    def alarm(self) -> bool:
        """Whether the writer has something to mend."""
        return self.verdict != "match"

    def contract(self) -> dict[str, str]:
        """As `python -m report check --json` prints it."""
        return {
            "text": self.text,
            "where": self.where,
            "kind": self.kind,
            "verdict": self.verdict,
            "ours": self.ours,
            "message": self.message,
        }
