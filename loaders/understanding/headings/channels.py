"""The ways money reaches people without cash: what a column of one way means beside cash, beside another way, beside all of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from loaders.understanding.headings.columns import Column
from loaders.understanding.headings.match import Match, match
from loaders.understanding.headings.tags import meaning
from loaders.understanding.texts.words import plain

_CASH, _NONCASH = "cash", "noncash"
_WAYS = {
    "account": re.compile(r"\b(tai khoan|tk|ngan hang|chuyen khoan|ck|internet banking)\b(?! dinh danh)"),
    "card": re.compile(r"\b(the|atm)\b"),
    "wallet": re.compile(r"\b(vi|mobile money|viettel money|vnpt money|tien di dong|momo|zalopay)\b"),
}
_BARE = re.compile(r"((qua|bang|vao|theo) )?(so )?(tai khoan|tk|the|atm|vi|ngan hang|nh|dien tu)")
_MEANT = "khong dung tien mat"


def beside_cash(column: Column, columns: Sequence[Column]) -> Match | None:
    """What a heading that says no more than "account" or "card" means where its group has a column of cash."""
    if not bare_way(column.leaf) or len(column.path) < 2:
        return None
    family = [c for c in columns if c.path[:-1] == column.path[:-1] and c is not column]
    if not any(_CASH in meaning(c.leaf).tags for c in family):
        return None
    found = match(_MEANT, tuple(reversed(column.path[:-1])))
    return found if found.sure else None


def bare_way(text: str) -> bool:
    """A heading that says no more than "account" or "card"."""
    return bool(_BARE.fullmatch(plain(text).strip(" .:")))


@lru_cache(maxsize=4096)
def ways(text: str) -> frozenset[str]:
    """The ways without cash that a heading names."""
    return frozenset(way for way, pattern in _WAYS.items() if pattern.search(plain(text)))


def one_of_several(heading: str, beside: Sequence[str]) -> bool:
    """Whether a heading of money paid without cash names one way of several: another heading beside it names others, or all of them."""
    own, others = ways(heading), [text for text in beside if text != heading]
    paid = _NONCASH in meaning(heading).tags or any(_CASH in meaning(text).tags for text in others)
    if not own or not paid:
        return False
    return any((w := ways(text)) and not w & own for text in others) or any(_NONCASH in meaning(t).tags and not ways(t) for t in others)
