"""Whether the declarations agree with each other: `python -m catalogue.check` prints every disagreement."""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from catalogue.calendars import regimes
from catalogue.elements import Element, elements, synonyms_of
from catalogue.indicators import Definition, Indicator, groups, indicators
from catalogue.language import _
from catalogue.legal import legal_bases
from catalogue.measures import measures, score_groups
from catalogue.periods import Period
from catalogue.tables import own_rows, rows
from catalogue.targets import Target, declared_targets, stated_goals
from catalogue.text import heading_key
from catalogue.units import units

LEAST_SYNONYMS = 5
LEVELS = ("country", "province", "district", "commune")
OPERATORS = (">=", ">", "<=", "<", "=")
STATUSES = ("in_force", "replaced", "old_terms", "claim", "baseline", "activity", "other_province")
SEVERITIES = ("error", "warning", "question")
LANGUAGES = ("vi", "en")


def disagreements() -> list[str]:
    """Every disagreement in a sentence that names table and code; empty when all is well."""
    checks = (_codes, _elements, _indicators, _definitions, _synonyms, _targets, _legal, _groups, _issues, _units, _rest)
    return [sentence for check in checks for sentence in check()]


KEYS = {
    "elements.csv": ("code",),
    "indicators.csv": ("code",),
    "definitions.csv": ("indicator", "version"),
    "groups.csv": ("code",),
    "legal_bases.csv": ("id",),
    "targets.csv": ("id", "revision"),
    "issues.csv": ("code",),
    "units_of_measure.csv": ("code",),
    "offices.csv": ("slug", "level", "generation"),
    "holidays.csv": ("date",),
    "returns_due.csv": ("regime",),
    "groups_766.csv": ("code",),
    "unit_aliases.csv": ("unit", "text"),
    "unit_prefixes.csv": ("text",),
}


def _codes() -> Iterator[str]:
    for name, key in KEYS.items():
        seen = Counter(tuple(row[k] for k in key) for row in rows(name))
        yield from (f"{name}: {' '.join(code)} is declared {count} times" for code, count in seen.items() if count > 1)


def _elements() -> Iterator[str]:
    for element in elements().values():
        yield from _unnamed("elements.csv", element.code, element.name_vi, element.name_en)
        yield from _unknown("elements.csv", element.code, "group", [element.group], groups())
        yield from _unknown("elements.csv", element.code, "unit", [element.unit], measures())
        yield from _unknown("elements.csv", element.code, "ended_by", [element.ended_by] if element.ended_by else [], legal_bases())
        if element.kind not in ("flow", "stock"):
            yield f"elements.csv: {element.code} is neither flow nor stock"
        if len(set(map(heading_key, element.synonyms))) < LEAST_SYNONYMS:
            yield f"synonyms.csv: {element.code} has fewer than {LEAST_SYNONYMS} ways of writing"


def _indicators() -> Iterator[str]:
    for indicator in indicators().values():
        yield from _unnamed("indicators.csv", indicator.code, indicator.name_vi, indicator.name_en)
        yield from _unknown("indicators.csv", indicator.code, "group", [indicator.group], groups())
        if not any(not version.variant for version in indicator.versions):
            yield f"definitions.csv: {indicator.code} has no definition"
        if indicator.unit == "percent" and len(set(map(heading_key, indicator.synonyms))) < LEAST_SYNONYMS:
            yield f"indicator_synonyms.csv: {indicator.code} has fewer than {LEAST_SYNONYMS} ways of writing"


def _definitions() -> Iterator[str]:
    declared = {row["indicator"] for row in rows("definitions.csv")}
    yield from _unknown("definitions.csv", "", "indicator", declared, indicators())
    for indicator in indicators().values():
        for version in indicator.versions:
            yield from _definition(indicator, version)
        yield from _overlaps(indicator)


def _definition(indicator: Indicator, version: Definition) -> Iterator[str]:
    where = f"{indicator.code} {version.version}"
    used = [*version.numerator.elements, *(version.denominator.elements if version.denominator else ())]
    yield from _unknown("definitions.csv", where, "element", used, elements())
    yield from _unknown("definitions.csv", where, "legal basis", version.legal_basis, legal_bases())
    if bool(version.note) != bool(version.note_en):
        yield f"definitions.csv: {where}: a note is written in both languages"
    if (indicator.unit == "percent") != (version.denominator is not None):
        yield f"definitions.csv: {where}: a percentage needs a denominator, anything else has none"
    kinds = {elements()[code].kind for code in version.numerator.elements if code in elements()}
    if kinds and indicator.kind not in kinds:
        yield f"definitions.csv: {where}: numerator and indicator differ in being flow or stock"
    if indicator.code in elements() and version.numerator.elements != (indicator.code,):
        yield f"definitions.csv: {where}: shares its code with an element but is not that element"


def _overlaps(indicator: Indicator) -> Iterator[str]:
    main = [version for version in indicator.versions if not version.variant]
    for before, after in pairwise(main):
        if before.valid_to is None or after.valid_from is None or after.valid_from <= before.valid_to:
            yield f"definitions.csv: {indicator.code}: versions {before.version} and {after.version} overlap"


def _synonyms() -> Iterator[str]:
    yield from _unknown("synonyms.csv", "", "element", synonyms_of("synonyms.csv"), elements())
    yield from _unknown("indicator_synonyms.csv", "", "indicator", synonyms_of("indicator_synonyms.csv"), indicators())
    meanings: dict[str, set[str]] = defaultdict(set)
    words: list[Element | Indicator] = [*elements().values(), *(i for i in indicators().values() if i.unit == "percent")]
    for word in words:
        for text in (word.name_vi, *word.synonyms):
            meanings[heading_key(text)].add(word.code)
    yield from (f"synonyms: {text!r} means {sorted(codes)}" for text, codes in meanings.items() if len(codes) > 1 or not text.strip())


def strange_rows() -> list[str]:
    """What the installation's own ways of writing headings name that the catalogue does not have, in sentences for who wrote them."""
    return [
        _(
            "data/site/{name}, line {line}: there is no code {code}. Correct it; the row counts for nothing.",
            name=name,
            line=line,
            code=code,
        )
        for name, known in (("synonyms.csv", elements()), ("indicator_synonyms.csv", indicators()))
        for line, row in enumerate(own_rows(name), 2)
        if (code := row["element"]) and code not in known
    ]


def _targets() -> Iterator[str]:
    for goal in stated_goals():
        yield from _unknown("targets.csv", goal.id, "scope", [goal.scope], units())
        yield from _unknown("targets.csv", goal.id, "legal basis", [goal.legal_basis], legal_bases())
        yield from _unknown("targets.csv", goal.id, "status", [goal.status], STATUSES)
        if not goal.text:
            yield f"targets.csv: {goal.id} has no text"
        if Period.parse(goal.period_from) > Period.parse(goal.period_to):
            yield f"targets.csv: {goal.id} ends before it begins"
    for target in declared_targets():
        yield from _target(target)


def _target(target: Target) -> Iterator[str]:
    yield from _unknown("targets.csv", target.id, "indicator", [target.indicator], indicators())
    yield from _unknown("targets.csv", target.id, "level", [target.level], LEVELS)
    yield from _unknown("targets.csv", target.id, "operator", [target.operator], OPERATORS)
    indicator = indicators().get(target.indicator)
    if indicator is None:
        return
    if target.unit != indicator.unit:
        yield f"targets.csv: {target.id} is in {target.unit}, its indicator in {indicator.unit}"
    known = {str(version.denominator or "") for version in indicator.versions}
    if target.denominator not in known and target.status == "in_force":
        yield f"targets.csv: {target.id} is taken over {target.denominator}, which no version of {target.indicator} has"
    if not indicator.quota and indicator.unit == "percent" and not 0 <= target.value <= 100:
        yield f"targets.csv: {target.id} is outside 0 to 100"


def _legal() -> Iterator[str]:
    for basis in legal_bases().values():
        yield from _unnamed("legal_bases.csv", basis.id, basis.number, basis.title)
        if basis.replaced_by:
            yield from _unknown("legal_bases.csv", basis.id, "replaced_by", [basis.replaced_by], legal_bases())
        if basis.state == "replaced" and not basis.replaced_by:
            yield f"legal_bases.csv: {basis.id} is replaced by nothing"
        if basis.verified and basis.date is None and not basis.note and basis.state == "in_force":
            yield f"legal_bases.csv: {basis.id} has no date and no note"
    links = units().legal_bases() | {regime.legal_basis for regime in regimes()}
    yield from _unknown("successions.csv, returns_due.csv", "", "legal basis", links, legal_bases())


def _groups() -> Iterator[str]:
    slugs = Counter(group.slug for group in groups().values())
    yield from (f"groups.csv: {slug} is the address of two groups" for slug, count in slugs.items() if count > 1)
    used = {indicator.group for indicator in indicators().values()}
    yield from (f"groups.csv: {code} has no indicator" for code in groups() if code not in used)


def _issues() -> Iterator[str]:
    for row in rows("issues.csv"):
        yield from _unknown("issues.csv", row["code"], "severity", [row["severity"]], SEVERITIES)
        missing = [f"{part}_{spoken}" for part in ("what", "why", "how", "example") for spoken in LANGUAGES if not row[f"{part}_{spoken}"]]
        yield from (f"issues.csv: {row['code']} has no {column}" for column in missing)


def _units() -> Iterator[str]:
    register = units()
    for row in rows("unit_aliases.csv"):
        yield from _unknown("unit_aliases.csv", row["text"], "unit", [row["unit"]], register)
    yield from _unknown("org_units.csv, successions.csv", "", "unit", register.mentioned(), register)


def _rest() -> Iterator[str]:
    spelled: dict[str, set[str]] = defaultdict(set)
    for measure in measures().values():
        yield from _unnamed("units_of_measure.csv", measure.code, measure.name_vi, measure.name_en)
        for text in (measure.name_vi, *measure.spellings):
            spelled[heading_key(text) or text].add(measure.code)
    yield from (f"units_of_measure.csv: {text!r} means {sorted(codes)}" for text, codes in spelled.items() if len(codes) > 1)
    top = sum(group.maximum or 0 for group in score_groups().values() if not group.parent)
    if top != 100:
        yield f"groups_766.csv: the maxima add up to {top:g}, not 100"


def _unnamed(table: str, code: str, *names: str) -> Iterator[str]:
    if not all(name.strip() for name in names):
        yield f"{table}: {code} has no name"


def _unknown(table: str, code: str, what: str, used: Iterable[str], known: object) -> Iterator[str]:
    yield from (f"{table}: {code}: {what} {one!r} is not declared".replace(": :", ":") for one in used if one not in known)  # type: ignore[operator]


def main() -> int:
    """Prints the disagreements; 1 when there are any."""
    found = disagreements()
    sys.stdout.write("".join(f"{sentence}\n" for sentence in found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
