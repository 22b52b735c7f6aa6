"""The kinds of issue a return can have: what each means, why it matters and how the sender mends it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import cast

from catalogue.facts import Severity
from catalogue.language import language
from catalogue.tables import rows

BETWEEN_FILES = frozenset({"changed_version", "duplicate_file", "mixed_sides", "held_together"})
"""What is asked of the person who takes returns in: nothing in the file is wrong, and its sender owes nothing for it."""


@dataclass(frozen=True, slots=True)
class IssueKind:
    """One kind, worded in the language in force."""

    code: str
    severity: Severity
    what: str
    why: str
    how: str
    example: str


def issue_kinds() -> dict[str, IssueKind]:
    """Every kind by its code, in the language in force."""
    return _kinds(language())


@cache
def _kinds(spoken: str) -> dict[str, IssueKind]:
    def kind(row: dict[str, str]) -> IssueKind:
        words = (row[f"{part}_{spoken}"] for part in ("what", "why", "how", "example"))
        return IssueKind(row["code"], cast(Severity, row["severity"]), *words)

    return {row["code"]: kind(row) for row in rows("issues.csv", ("code",))}
