"""The whole check of one report: read, understood, every rule asked, the findings in the order they stand."""

from __future__ import annotations

from collections.abc import Iterable

from catalogue.area import installed_root
from catalogue.periods import Period
from catalogue.units import units
from report.checking import citing, form, judging, naming, sums, tables, wording
from report.checking.about import Hints, about
from report.checking.finding import Finding
from report.checking.ours import Ours
from report.checking.passages import Document
from report.checking.reported import Report
from report.checking.sections import parts

ALONE = (citing.check, wording.check, naming.check, form.check, sums.check)


def report_of(document: Document, unit: str = "", period: Period | None = None, *, near: str = "", when: Period | None = None) -> Report:
    """The document made ready for the rules; `unit` and `period` go before what it says of itself, `near` and `when` (what the user
    looks at) stand in where it says nothing."""
    return Report(document, about(document, Hints(unit, period, near, when)), tuple(parts(document.passages)))


def findings(report: Report, ours: Ours | None = None) -> list[Finding]:
    """Every finding, by where it stands. Without `ours`, or for a unit outside the area served, numbers are held against each other."""
    known = ours if served(report) else None
    alone = [finding for rule in ALONE for finding in rule(report)]
    cells = tables.check(report, known)
    return _in_order([*_left(alone, cells), *cells, *judging.check(report, known)])


def served(report: Report) -> bool:
    """Whether the unit of the report lies in the area whose returns we hold, or holds that area."""
    unit, root = report.about.unit, installed_root()
    if unit is None:
        return False
    return units().lies_in(unit.id, root) or any(units().lies_in(leaf.id, unit.id) for leaf in units().leaves(root))


def _left(alone: Iterable[Finding], cells: Iterable[Finding]) -> list[Finding]:
    """What the text says of itself without the sums that fail because of cells named beside: one cause, one message."""
    wrong = any(finding.alarm for finding in cells)
    judged = {finding.passage for finding in cells if wrong}
    return [f for f in alone if f.verdict != "inconsistent" or f.passage not in judged]


def _in_order(found: Iterable[Finding]) -> list[Finding]:
    """In reading order; what two rules say of the same words in the same way is said once."""
    unique = {(f.passage, f.start, f.end, f.kind, f.verdict): f for f in found}
    terms = [f for f in unique.values() if f.kind == "term"]
    once = [f for f in unique.values() if f.verdict != "outdated" or f.kind != "unit" or not any(_overlap(f, term) for term in terms)]
    return sorted(once, key=lambda f: (f.passage, f.start, f.end))


def _overlap(one: Finding, other: Finding) -> bool:
    return one.passage == other.passage and one.start < other.end and other.start < one.end
