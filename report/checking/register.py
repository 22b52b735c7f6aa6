"""The register of legal bases, looked up the way a report cites."""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from functools import cache

from catalogue.language import day
from catalogue.legal import LegalBasis, legal_bases
from report.checking.citations import Citation
from report.checking.folding import plain

_ENTRY = re.compile(r"(?:[^\d\s]+\s+)?0*(\d+)\s*([/-])\s*([^\s(]+)(?:\s*\(.*\))?")


def key_of(basis: LegalBasis) -> str:
    """ "QD 127/QD-TTg" as "127/qd-ttg"; an empty text for one without a number."""
    found = _ENTRY.fullmatch(basis.number)
    return f"{found[1]}/{re.sub('[&]', '', plain(found[3]))}" if found else ""


@cache
def _by_key() -> dict[str, list[LegalBasis]]:
    found: dict[str, list[LegalBasis]] = defaultdict(list)
    for basis in legal_bases().values():
        found[key_of(basis)].append(basis)
    return found


@cache
def _by_day() -> dict[tuple[str, dt.date], list[LegalBasis]]:
    found: dict[tuple[str, dt.date], list[LegalBasis]] = defaultdict(list)
    for basis in legal_bases().values():
        if basis.date and key_of(basis):
            found[key_of(basis).partition("/")[2], basis.date].append(basis)
    return found


def same_number(citation: Citation) -> list[LegalBasis]:
    """The texts of the register with this number and sign, of whatever day."""
    return [basis for basis in _by_key().get(citation.key, ()) if citation.key]


def same_day(citation: Citation) -> list[LegalBasis]:
    """The texts of the register with this sign and day, of whatever number."""
    day = citation.date
    return list(_by_day().get((citation.key.partition("/")[2], day), ())) if day else []


def meant(citation: Citation) -> LegalBasis | None:
    """The text cited: number, sign and day agree; or it is the only one of its number, which holds its year or comes without a day."""
    found = same_number(citation)
    exact = [basis for basis in found if citation.date and basis.date == citation.date]
    if exact:
        return exact[0]
    unique = len(found) == 1 and (numbered_by_year(citation) or citation.date is None)
    return found[0] if unique else None


def numbered_by_year(citation: Citation) -> bool:
    """Whether the number holds its year ("42/2022/ND-CP"): no other text bears it."""
    return re.match(r"\d{4}\s*/", citation.sign) is not None


def likeness(title: str, basis: LegalBasis) -> float:
    """How much of the registered title's words is said in `title`, 0 to 1."""
    wanted = set(re.findall(r"[a-z0-9]{2,}", plain(basis.title)))
    said = set(re.findall(r"[a-z0-9]{2,}", plain(title)))
    return len(wanted & said) / len(wanted) if wanted else 0.0


def described(basis: LegalBasis) -> str:
    """Number and day as written: "QD 127/QD-TTg (26/01/2021)"."""
    return f"{basis.number} ({day(basis.date)})" if basis.date else basis.number


def successor(basis: LegalBasis) -> LegalBasis | None:
    """The text that took its place."""
    return legal_bases().get(basis.replaced_by)
