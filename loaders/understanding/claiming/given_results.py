"""Dossiers whose result was given, beside those that got it electronically: the whole these are reckoned of, not all resolved."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loaders.understanding.headings.divisions import ratio_of
from loaders.understanding.headings.siblings import parts_of
from loaders.understanding.headings.tags import meaning
from loaders.understanding.headings.ways import allowed
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.texts.words import plain

_GIVEN = "giveresult"
_RESOLVED = re.compile(r"\b(giai quyet|gq|xu ly|hoan thanh)\b")


def wholes_of_results(found: Sequence[Claim]) -> None:
    """Read "results given" as the whole of the part that stands in its group; asked where neither a group nor another heading tells."""
    heads = {(c.label, c.group): c.codes for c in found if c.role == "value" and c.codes}
    given = [head for head in heads if _GIVEN in meaning(_leaf(head[0])).tags and not _RESOLVED.search(plain(_leaf(head[0])))]
    for head in given:
        code = heads[head][0]
        parts = [(h, codes[0]) for h, codes in heads.items() if h[1] == head[1] and h != head and len(codes) == 1]
        wholes = {pair[1] for _h, part in parts if (pair := ratio_of(part)) and pair[0] == part and _GIVEN in allowed(pair[1])}
        if any(part in parts_of(code) for _h, part in parts):
            continue
        whole = wholes.pop() if len(wholes) == 1 else ""
        if not whole or whole == code or any(whole in codes for codes in heads.values()):
            continue
        told = bool(head[1]) or any(code in codes for h, codes in heads.items() if h != head)
        for claim in found:
            if (claim.label, claim.group) == head and claim.codes == heads[head]:
                claim.codes, claim.sure = ((whole,), claim.sure) if told else ((whole, code), False)


def _leaf(label: str) -> str:
    return label.rsplit(" / ", 1)[-1]
