"""Dossiers whose result was given, beside those that got it electronically: the whole these are reckoned of, not all resolved."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.understanding.headings.given import gives_results, had_alone, whole_given, whole_had
from loaders.understanding.headings.siblings import parts_of
from loaders.understanding.orienting.claim import Claim


def wholes_of_results(found: Sequence[Claim]) -> None:
    """Read "results given" as the whole of the part that stands in its group; asked where neither a group nor another heading tells."""
    heads = {(c.label, c.group): c.codes for c in found if c.role == "value" and c.codes}
    given = [head for head in heads if gives_results(_leaf(head[0]))]
    for head in given:
        code = heads[head][0]
        parts = [(h, codes[0]) for h, codes in heads.items() if h[1] == head[1] and h != head and len(codes) == 1]
        wholes = {whole for _h, part in parts if (whole := whole_given(part))}
        if any(part in parts_of(code) for _h, part in parts):
            continue
        whole = wholes.pop() if len(wholes) == 1 else ""
        if not whole or whole == code or any(whole in codes for codes in heads.values()):
            continue
        told = bool(head[1]) or any(code in codes for h, codes in heads.items() if h != head)
        for claim in found:
            if (claim.label, claim.group) == head and claim.codes == heads[head]:
                claim.codes, claim.sure = ((whole,), claim.sure) if told else ((whole, code), False)


def doubt_results_had(found: Sequence[Claim]) -> None:
    """ "That have a result" and no thing: the whole of the electronic results beside it in its group or table. Without these it may as well
    be all that is resolved, under "electronic results" that part: asked."""
    heads = {(c.label, c.group): c.codes for c in found if c.role == "value" and c.codes}
    had = {head: whole_had(codes[0]) for head, codes in heads.items() if had_alone(_leaf(head[0]))}
    beside = {part for head, codes in heads.items() if head not in had for part in codes[:1]}
    for head, whole in had.items():
        told = bool(whole) and any(whole_given(part) == whole for part in beside)
        for claim in found if whole else ():
            if (claim.label, claim.group) != head or claim.codes != heads[head]:
                continue
            claim.codes = (whole,) if told else tuple(dict.fromkeys((whole, *claim.codes)))
            claim.sure = claim.sure and told


def _leaf(label: str) -> str:
    return label.rsplit(" / ", 1)[-1]
