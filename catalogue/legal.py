"""The register of legal texts: what a target, a definition or a report may cite."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from catalogue.tables import date_or_none, rows


@dataclass(frozen=True, slots=True)
class LegalBasis:
    """One text. `state` as far as known: in_force, amended, updated, replaced, past, ended, history, other_province, unknown.

    `kind`: basis (what a report rests on), directive (an order of the body that reports), request (a report asked for),
    report (one sent before), other. `scope` is the unit in whose area it holds, empty for the whole country. `verified` is
    False where number, date or title come from memory: such a text is not cited in a report.
    """

    id: str
    number: str
    date: dt.date | None
    title: str
    issuer: str
    in_force_from: dt.date | None
    in_force_to: dt.date | None
    replaced_by: str
    state: str
    verified: bool
    note: str = ""
    kind: str = "basis"
    scope: str = ""

    def in_force(self, on: dt.date) -> bool:
        """Whether it may be cited as valid on the day, as far as the register knows."""
        start = self.in_force_from or self.date
        return (start is None or start <= on) and (self.in_force_to is None or on <= self.in_force_to)


def outlived(document: LegalBasis, known: Mapping[str, LegalBasis], on: dt.date, until: dt.date) -> LegalBasis | None:
    """What is set by a document until a day, seen on a day by which that document has ended: the text that stands in its place then,
    the document itself where none is known; None where what is set ended first, or the document has not."""
    if document.in_force_to is None or document.in_force_to >= min(on, until):
        return None
    found = document
    for _step in known:
        after = known.get(found.replaced_by)
        if found.in_force(on) or after is None or (after.date and after.date > on):
            break
        found = after
    return found


@cache
def legal_bases() -> dict[str, LegalBasis]:
    """Every text by its id, in the order of data/legal_bases.csv."""
    return {row["id"]: _legal_basis(row) for row in rows("legal_bases.csv", ("id",))}


def _legal_basis(row: dict[str, str]) -> LegalBasis:
    return LegalBasis(
        id=row["id"],
        number=row["number"],
        date=date_or_none(row["date"]),
        title=row["title"],
        issuer=row["issuer"],
        in_force_from=date_or_none(row["in_force_from"]),
        in_force_to=date_or_none(row["in_force_to"]),
        replaced_by=row["replaced_by"],
        state=row["state"],
        verified=row["verified"] == "yes",
        note=row["note"],
        kind=row.get("kind") or "basis",
        scope=row.get("scope") or "",
    )
