"""Names of units: spelt as the register spells them, existing, and not yet gone when the report was written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rapidfuzz.distance import DamerauLevenshtein

from catalogue.language import _, day
from catalogue.units import Unit, units
from report.checking.citations import citations
from report.checking.finding import Finding
from report.checking.folding import plain, says
from report.checking.places import Named, capitals, named, same_spelling
from report.checking.reported import Report

_NEAR = 80
_LEAST_WORDS = 2


def check(report: Report) -> list[Finding]:
    """Every finding on names of units."""
    area = report.about.unit.id if report.about.unit else ""
    found: list[Finding] = []
    for at, passage in enumerate(report.passages):
        if not capitals(passage.text):
            cited = [(c.start, c.end + len(c.title)) for c in citations(passage.text, at)]
            for name in named(passage.text, at, area):
                found += _one(report, name, any(start <= name.start < end for start, end in cited))
    return found


def _one(report: Report, name: Named, in_citation: bool) -> Iterator[Finding]:
    if name.units and not name.exact:
        yield _misspelt(report, name)
    elif not name.units:
        yield from _unknown(report, name)
    elif not in_citation:
        yield from _gone(report, name)


def _misspelt(report: Report, name: Named) -> Finding:
    right = _alive(report, name.units).name
    start = name.end - len(name.name)
    same = _spellings(report, name.units)
    message = _("The register spells this unit {right}.", right=right)
    if len(same) > 1:
        message += " " + _("The report itself writes it in {count} ways.", count=len(same))
    return report.found(name.passage, start, name.end, "spelling", "misspelt", message, right)


def _alive(report: Report, found: tuple[Unit, ...]) -> Unit:
    written = report.about.written
    return next((u for u in found if written is None or u.exists(written)), found[0])


def _spellings(report: Report, meant: tuple[Unit, ...]) -> Counter[str]:
    ids = {u.id for u in meant}
    area = report.about.unit.id if report.about.unit else ""
    every = (n for at, p in enumerate(report.passages) if not capitals(p.text) for n in named(p.text, at, area))
    return Counter(n.name for n in every if ids & {u.id for u in n.units})


def _unknown(report: Report, name: Named) -> Iterator[Finding]:
    """A name the register does not know: one letter from a unit of the area is a slip, else a name of two words is asked about."""
    area = report.about.unit
    alike = [u for u in _area(report) if u.type == name.type and _one_slip(plain(u.bare_name), plain(name.name))] if area else []
    close = list({u.name: u for u in alike}.values())
    start = name.end - len(name.name)
    if len(close) == 1:
        message = _("The register has no such unit; {right} is meant.", right=close[0].name)
        yield report.found(name.passage, start, name.end, "unit", "misspelt", message, close[0].name)
    elif len(name.name.split()) >= _LEAST_WORDS and not any(same_spelling(name.name, u.bare_name) for u in _area(report)):
        message = _("The register of units has no {name}. Check the name.", name=f"{name.type} {name.name}")
        yield report.found(name.passage, name.start, name.end, "unit", "no_basis", message)


def _area(report: Report) -> list[Unit]:
    unit = report.about.unit
    if unit is None:
        return []
    register = units()
    leaves = register.leaves(unit.id)
    later = [register[s.new] for leaf in leaves for s in register.successors(leaf.id)]
    return [*register.path(unit.id), *leaves, *later]


def _one_slip(left: str, right: str) -> bool:
    return left != right and DamerauLevenshtein.distance(left, right) == 1


def _gone(report: Report, name: Named) -> Iterator[Finding]:
    """A unit that no longer existed when the report was written, named as if it did."""
    written, period = report.about.written, report.about.period
    if written is None or any(u.exists(written) for u in name.units):
        return
    if report.about.unit in name.units or (period and any(u.exists(period.start("plain")) for u in name.units)):
        return
    text = report.passages[name.passage].text
    if says("former", text[max(0, name.start - _NEAR) : name.end + _NEAR]):
        return
    unit = name.units[0]
    if unit.valid_to is None:
        return
    heirs = ", ".join(dict.fromkeys(units()[s.new].name for s in units().successors(unit.id)))
    ended = day(unit.valid_to)
    message = (
        _("{unit} ended on {day}; it went into {heirs}.", unit=unit.name, day=ended, heirs=heirs)
        if heirs
        else _("{unit} ended on {day}. Name the unit of today, or say that it is the former one.", unit=unit.name, day=ended)
    )
    yield report.found(name.passage, name.start, name.end, "unit", "outdated", message, heirs)
