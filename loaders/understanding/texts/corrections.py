"""Remarks that say a figure is another one ("adjusted to 152", "the right number is 152"): the number they give, as it is typed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from catalogue.text import nfc
from loaders.understanding.texts.words import plain

_LONGEST = 300
_N = r"(?P<n>\d[\d.,]*)(?![\d%/]|\s*%)"
_OTHER_NUMBERS = re.compile(
    r"\d{1,2}\s*[/.-]\s*\d{1,2}(\s*[/.-]\s*(20)?\d\d)?(?!\d)|"
    r"\b(ngay|thang|quy|nam|o|dong|cot|muc|trang|bieu|phu luc|diem|khoan|tt|stt) (so )?[a-z]?\d+\b|"
    r"\bso \d+/\S+|\b\d+/[a-z-]+\b|\blan (thu )?\d+|\b20[12]\d\b"
)
_VERB = (
    r"\b(?:dieu chinh(?! dia gioi| ke hoach| chi tieu| quy hoach| dia ban)|dinh chinh|hieu chinh|chinh(?= thanh| lai)|"
    r"sua(?! chua| doi)|cap nhat lai|(?:xin )?thay (?:bang|thanh)|doi thanh)\b"
)
_ANY_WORD = re.compile(r"[^\W\d_]+")
_RIGHT, _WRITTEN_RIGHT = "dung", ("dung", "\u0111ung", "\u0111\u00fang")
"""Other words are "right" only without their accents: names of persons, "use", "do not"."""
_TELEPHONE = re.compile(r"(?:\+84|\b0)\d{2,3}[ .-]?\d{3}[ .-]?\d{3,4}\b")
_TO = (
    re.compile(rf"{_VERB}.{{0,80}}?\b(?:thanh|la|con|bang|xuong|len|lai)\b\s*(?:con|la|thanh|:|=)?\s*{_N}"),
    re.compile(rf"{_VERB}.{{0,80}}?(?:[:=]|->|=>)\s*{_N}"),
    re.compile(rf"{_VERB}(?: so lieu| so)?\s*{_N}"),
    re.compile(
        r"\b(?:dung|chinh xac|(?<!muc )(?<!tieu )chuan|thuc te)(?! han| quy dinh| tuyen| hen| thoi)"
        rf"(?: phai)?(?: la| thi la| chi)?\s*[:=]?\s*{_N}"
    ),
    re.compile(rf"\bphai la\s*:?\s*{_N}"),
    re.compile(rf"{_N}\s*(?:[a-z]+ ){{0,3}}?(?:moi|la so|moi la|moi la so) (?:dung|chinh xac)\b(?! han)"),
)
_WRONG = re.compile(
    r"\b(?:nhap|ghi|danh|go|tinh|bao cao|so lieu|so)(?: may| bi| nay)? (?:nham|sai|lon|chua dung|chua chinh xac)\b(?! (?:han|mau|bieu|quy))"
)


@dataclass(frozen=True, slots=True)
class Corrected:
    """What a remark says: the number it gives (None where it only says that one is wrong), and every other number it names."""

    number: float | None
    others: tuple[float, ...]


@lru_cache(maxsize=4096)
def correction_in(text: str) -> Corrected | None:
    """What a remark corrects; None for any other text. Days, periods, telephones and the numbers of papers and cells are none of
    its numbers."""
    folded = plain(_TELEPHONE.sub(" ", _ANY_WORD.sub(_unless_another, nfc(text[:_LONGEST]))))
    if not any(ch.isdigit() for ch in folded) and not _WRONG.search(folded):
        return None
    bare = _OTHER_NUMBERS.sub(" ", folded)
    found = next((m for pattern in _TO if (m := pattern.search(bare))), None)
    if found is None:
        return Corrected(None, _numbers(bare)) if _WRONG.search(bare) else None
    number = _number(found["n"])
    return Corrected(number, tuple(n for n in _numbers(bare) if n != number)) if number is not None else None


def _unless_another(word: re.Match[str]) -> str:
    return "-" if plain(word[0]) == _RIGHT and word[0].lower() not in _WRITTEN_RIGHT else word[0]


def _numbers(text: str) -> tuple[float, ...]:
    return tuple(n for m in re.finditer(r"\d[\d.,]*", text) if (n := _number(m[0])) is not None)


def _number(text: str) -> float | None:
    """A count as it is typed in a sentence, its thousands marked or not."""
    bare = text.strip(".,")
    if re.fullmatch(r"\d{1,3}([.,]\d{3})+", bare):
        return float(re.sub(r"[.,]", "", bare))
    return float(bare.replace(",", ".")) if re.fullmatch(r"\d+([.,]\d+)?", bare) else None
