"""A report made ready for the rules: its passages, what it is about, and which part each passage belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from report.checking.about import About
from report.checking.finding import Finding, Kind, Origin, Verdict
from report.checking.passages import Document, Passage


@dataclass(frozen=True, slots=True)
class Report:
    """What every rule reads."""

    document: Document
    about: About
    parts: tuple[str, ...]

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The passages in order."""
        return self.document.passages

    def found(
        self, at: int, start: int, end: int, kind: Kind, verdict: Verdict, message: str, ours: str = "", origin: Origin | None = None
    ) -> Finding:
        """The finding on `start` to `end` of passage `at`."""
        passage = self.passages[at]
        return Finding(passage.text[start:end].strip(), passage.where, kind, verdict, message, ours, at, start, end, origin)
