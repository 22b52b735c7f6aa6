"""What a heading says of points: that it heads some, how many can be reached, that it is their total, of which index they are."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from catalogue.elements import elements
from loaders.understanding.headings.tags import meaning
from loaders.understanding.texts.words import classes, plain

_POINTS = re.compile(
    r"(?<!thoi )(?<!dia )(?<!dac )(?<!uu )(?<!quan )(?<!thi )(?<!trong )(?<!cao )(?<!nhieu )"
    r"(?<!\bcac )(?<!tai )(?<!\bo )(?<!moi )(?<!tung )\bdiem\b"
    r"(?! (buu|chi tra|cau|giao|tiep|truong|dan|den|phuc vu|truy|wifi|ban|thu|tra|ho tro|huong|phat|nong|dung|dang ky)\b)"
    r"(?! (chap nhan|kinh doanh|cung cap|internet|lap dat|tap trung|bao cao|chot|do|sinh hoat|cong cong|%|phan tram)\b)"
)
_POINT = re.compile(r"\bdiem\b")
_MAXIMUM = re.compile(
    r"[(\[] ?/? ?(?:(?:diem )?(?:toi da|max)\W*|(?:theo )?thang (?:diem )?(?=100))?(\d{1,4}(?:[.,]\d+)?) ?(?:diem|d)?(?: toi da)?[)\]]$|"
    r"(?<!\d)(?<!\d )/ ?(?!20[12]\d)(\d{2,4}) ?(?:diem|d)?$|"
    r"\b(?:toi da|max|thang(?: diem)?(?= 100))\W*(\d{1,4})(?: diem)?$"
)
_AT_MOST = re.compile(r"\b(?:toi da|max)\W*(?:la )?(\d{1,4})\b")
WHOLE = (100, 1000)
"""The most points of a whole index."""
_COUNTED = re.compile(r"^(tong )?so (?!(hoa|diem)\b)|^(sl|so luong|hs|ho so|tong hs|tong ho so)\b|\bty le\b|%")
_SUM = re.compile(r"tong( so| cong)?|cong|(chi so )?(tong hop|chung)")
_TOTAL = re.compile(r"(tong )?(so )?diem( so)?( dat( duoc)?)?( tong( cong)?)?|tong cong diem|tong( cong)? so diem( dat( duoc)?)?")
_TOTAL_TAG = "totalscore"
OTHER = "other"
"""Stands for an index that is none of ours."""


@cache
def scores() -> tuple[str, ...]:
    """The elements that are measured in points."""
    return tuple(code for code, element in elements().items() if element.unit.startswith("point"))


@lru_cache(maxsize=4096)
def indexes(text: str) -> frozenset[str]:
    """The elements of the indexes that a text names; `OTHER` where it names none but such as are not ours."""
    named = frozenset(classes("indexes.csv", text))
    return named - {OTHER} or named


@lru_cache(maxsize=4096)
def index_of(title: str) -> frozenset[str]:
    """The indexes whose whole a title names; nothing where it speaks of a part of one, or of something that is only like one."""
    return frozenset() if {"index_part", "index_like"} & set(classes("lines.csv", title)) else indexes(title)


@lru_cache(maxsize=4096)
def titled(title: str) -> bool:
    """Whether a title says that its table scores."""
    return "score_title" in classes("lines.csv", title)


@lru_cache(maxsize=4096)
def names_points(text: str) -> bool:
    """Whether a heading speaks of points that are given, and not of people who give them."""
    return bool(_POINTS.search(plain(text))) and "rating" not in meaning(text).tags


def names_places(text: str) -> bool:
    """Whether the points a heading speaks of are places ("points of sale"), which are counted and not given."""
    return bool(_POINT.search(plain(text))) and not _POINTS.search(plain(text))


@lru_cache(maxsize=4096)
def counts(text: str) -> bool:
    """Whether a heading says that it counts something, or a rate."""
    return bool(_COUNTED.search(plain(text)))


@lru_cache(maxsize=4096)
def maximum(text: str) -> float | None:
    """The most points that a heading says can be reached."""
    found = _MAXIMUM.search(plain(text))
    return float(next(g for g in found.groups() if g).replace(",", ".")) if found else None


def points_of_a_part(text: str) -> bool:
    """Whether a heading says of points that at most so many can be reached, fewer than those of a whole index ("18 at most")."""
    most = _AT_MOST.search(plain(text))
    return most is not None and int(most[1]) not in WHOLE and bool(_POINTS.search(plain(text)))


@lru_cache(maxsize=4096)
def only_sum(text: str) -> bool:
    """Whether a heading says "total" and not of what."""
    return bool(_SUM.fullmatch(_bare(text)))


@lru_cache(maxsize=4096)
def only_points(text: str) -> bool:
    """Whether a heading says "points" or "total of points" and not of what."""
    return bool(_TOTAL.fullmatch(_bare(text)))


@lru_cache(maxsize=4096)
def totals_points(text: str) -> bool:
    """Whether a heading speaks of a total of points, of whatever index."""
    return names_points(text) and (only_points(text) or _TOTAL_TAG in meaning(text).tags or bool(indexes(text)))


def _bare(text: str) -> str:
    return re.sub(r" (theo|tren)$", "", _MAXIMUM.sub("", plain(text)).strip(" .:("))
