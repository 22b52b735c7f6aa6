"""What the official form of a report asks for and a reader of text can see."""

from __future__ import annotations

from catalogue.language import _
from report.checking.finding import Finding
from report.checking.folding import says
from report.checking.reported import Report

_TITLE_LENGTH = 30


def check(report: Report) -> list[Finding]:
    """A report to a higher body names it after "Kinh gui"; the report is one when its title says so and its end reports to someone."""
    title = next((at for at, p in enumerate(report.passages) if len(p.text) < _TITLE_LENGTH and says("title", p.text)), None)
    if title is None or any(says("addressed", p.text) for p in report.passages):
        return []
    if not any(says("reports_to", p.text) for p in report.passages):
        return []
    text = report.passages[title].text
    message = _("A report to a higher body names it under the title, after \u201cK\u00ednh g\u1eedi\u201d. It is missing.")
    return [report.found(title, 0, len(text), "term", "inconsistent", message)]
