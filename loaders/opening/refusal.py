"""A file that cannot be read: the one error of the opening modules, with its issue code and the sentence for the sender."""

from __future__ import annotations

from catalogue.errors import UserError
from catalogue.facts import Issue, Outcome


class Unreadable(UserError):  # noqa: N818  an answer to a person, not a failure of ours
    """The file stays closed. `code` is a row of data/issues.csv; the text says what is wrong and what to do."""

    def __init__(self, code: str, message: str, outcome: Outcome = "unreadable") -> None:
        super().__init__(message)
        self.code = code
        self.outcome: Outcome = outcome


def warning(code: str, message: str, sheet: str = "", cell: str = "") -> Issue:
    """Something to know about a file that was opened all the same."""
    return Issue(sheet, cell, code, "warning", message)
