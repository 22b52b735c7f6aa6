"""The whole check of one report: read, understood, every rule asked, the findings in the order they stand."""

from __future__ import annotations

from collections.abc import Iterable

from catalogue.periods import Period
from report.checking import citing, form, naming, wording
from report.checking.about import About, about
from report.checking.finding import Finding
from report.checking.passages import Document
from report.checking.reported import Report
from report.checking.sections import parts

RULES = (citing.check, wording.check, naming.check, form.check)


def report_of(document: Document, unit: str = "", period: Period | None = None) -> Report:
    """The document made ready for the rules."""
    found: About = about(document, unit, period)
    return Report(document, found, tuple(parts(document.passages)))


def findings(report: Report) -> list[Finding]:
    """Every finding, by where it stands; what two rules say of the same words in the same way is said once."""
    return _in_order(finding for rule in RULES for finding in rule(report))


def _in_order(found: Iterable[Finding]) -> list[Finding]:
    unique = {(f.passage, f.start, f.end, f.kind, f.verdict): f for f in found}
    return sorted(unique.values(), key=lambda f: (f.passage, f.start, f.end))
