"""Units of measure and the groups of the national score, as declared."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from catalogue.tables import rows, words
from catalogue.text import squeeze


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit of measure. `scale`: how many base units one of it is (a million dong is 1,000,000 dong). `whole`: it has no halves."""

    code: str
    name_vi: str
    name_en: str
    scale: float
    spellings: tuple[str, ...]
    whole: bool = True


@cache
def measures() -> dict[str, Measure]:
    """Every unit of measure by its code."""
    return {
        r["code"]: Measure(r["code"], r["vi"], r["en"], float(r["scale"]), words(r["spellings"], "|"), r.get("whole", "yes") == "yes")
        for r in rows("units_of_measure.csv", ("code",))
    }


@cache
def measures_by_text() -> dict[str, Measure]:
    """Every spelling (its letters and digits only, or the sign itself) to its unit of measure."""
    return {squeeze(text) or text: measure for measure in measures().values() for text in (measure.name_vi, *measure.spellings)}


@dataclass(frozen=True, slots=True)
class ScoreGroup:
    """A group of the set of indicators of QD 766: its maximum in the decision and on the national dashboard (None: not shown)."""

    code: str
    name_vi: str
    name_en: str
    maximum: float | None
    dashboard_maximum: float | None
    parent: str
    components: tuple[str, ...]
    legal_basis: str
    verified: bool


@cache
def score_groups() -> dict[str, ScoreGroup]:
    """Every group of data/groups_766.csv by its code."""
    return {row["code"]: _score_group(row) for row in rows("groups_766.csv", ("code",))}


def _score_group(row: dict[str, str]) -> ScoreGroup:
    most, shown = (float(row[c]) if row[c] else None for c in ("max", "dashboard_max"))
    parts = words(row["components"], "|")
    return ScoreGroup(
        row["code"], row["name_vi"], row["name_en"], most, shown, row["parent"], parts, row["legal_basis"], row["verified"] == "yes"
    )
