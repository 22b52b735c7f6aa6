"""A quota that says of which year it was assigned: the one in force, where that is the year of the return."""

from __future__ import annotations

import re
from collections.abc import Sequence

from catalogue.periods import Period
from loaders.understanding.headings.match import match
from loaders.understanding.headings.setaside import quotas
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.texts.words import plain

_OF_YEAR = re.compile(r"[ (,-]*\b(?:trong |cho |cua |ca )*nam (?P<year>20[12]\d)\b\)?")


def quotas_of_the_year(found: Sequence[Claim], whole: Period | None) -> None:
    """Where nothing but the year of the return was left unexplained, the quota is sure; one of another year is in doubt."""
    for claim in found if whole is not None else ():
        if claim.role != "value" or claim.code not in quotas():
            continue
        leaf = plain(claim.leaf)
        years = {said["year"] for said in _OF_YEAR.finditer(leaf)}
        if claim.sure or years != {str(whole.year if whole else "")}:
            claim.sure = claim.sure and years <= {str(whole.year if whole else "")}
            continue
        named = match(" ".join(_OF_YEAR.sub(" ", leaf).split()), claim.group, claim.sections)
        claim.sure = named.sure and named.codes == claim.codes
