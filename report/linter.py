"""The form of any Word document against Decree 30/2020, Annex I: each departure named, with where it stands and what is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from report.lint import annexes, body, foot, head, page
from report.lint.seen import Seen
from report.opened import Opened, opened


@dataclass(frozen=True, slots=True)
class Breach:
    """One departure: the code of the rule, the words where it was seen, a whole sentence on what is asked."""

    rule: str
    where: str
    message: str


RULES: tuple[Callable[[Seen], Iterator[tuple[str, str, str]]], ...] = (*page.RULES, *head.RULES, *body.RULES, *foot.RULES, *annexes.RULES)


def breaches(document: Opened) -> list[Breach]:
    """Every departure of a document, in the order of the page."""
    seen = Seen.of(document)
    return [Breach(*one) for rule in RULES for one in rule(seen)]


def lint(data: bytes) -> list[Breach]:
    """Every departure of a .docx file. UserError when it is none."""
    return breaches(opened(data))
