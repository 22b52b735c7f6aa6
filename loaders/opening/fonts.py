"""Texts typed in legacy fonts: TCVN3 (fonts .Vn...) and VNI show Vietnamese letters over Latin codes; here they become Unicode.

A cell's own font decides. Without one, a whole sheet of texts decides together, never a single cell; the reader then says so.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Literal

from loaders.opening.kinds import reader_rows

Scheme = Literal["", "tcvn3", "vni"]
_SCHEMES: tuple[Scheme, ...] = ("tcvn3", "vni")

_MODERN = re.compile(
    "[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u0300\u0301\u0303\u0309\u0323\u1ea0-\u1ef9]"
)
_WORD = re.compile(r"[^\W\d_]+")
_PAIR: dict[str, re.Pattern[str]] = {
    # a sign that no word of any language holds, between letters
    "tcvn3": re.compile(
        "[A-Za-z][\u00a1-\u00a9\u00aa-\u00be]|(?<![0-9(])[\u00a7\u00a8\u00a9\u00aa\u00ab\u00ac\u00ad\u00ae\u00b5-\u00b9\u00bb-\u00be][A-Za-z]"
    ),
    # a vowel followed by another accented one, or the letter for d-bar
    "vni": re.compile(
        "[aAoOuUeEyY\u00f4\u00d4\u00f6\u00d6][\u00e0-\u00e5\u00e8-\u00eb\u00ef\u00f5\u00f8-\u00fc\u00c0-\u00c5\u00c8-\u00cb\u00cf\u00d5\u00d8-\u00dc]"
        "|\\b[\u00f1\u00d1][aeiouyAEIOUY\u00e6\u00f4\u00f6\u00f3\u00ed]"
    ),
}
_SYLLABLE = re.compile(r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?(?:[aeo]|[aeiouy]{1,3})(?:ch|ng|nh|[cmnptk])?", re.I)
_LEAST_PAIRS = 3
_PLAUSIBLE = 0.85


@cache
def _table(scheme: Scheme) -> dict[str, str]:
    rows = reader_rows(f"{scheme}.csv")
    return {"".join(chr(int(code, 16)) for code in row["code"].split()): unicodedata.normalize("NFC", row["letter"]) for row in rows}


@cache
def _vni_pattern() -> re.Pattern[str]:
    codes = sorted(_table("vni"), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, codes)), re.I)


@cache
def scheme_of(font: str) -> Scheme:
    """How the letters of a font are coded; empty for Unicode fonts."""
    name = font.strip().lower()
    if name.startswith((".vn", "vntime", "vnarial", ".tmc")):
        return "tcvn3"
    return "vni" if name.startswith(("vni-", "vni ")) or name == "vni" else ""


def is_modern(text: str) -> bool:
    """It already holds letters that only Unicode Vietnamese has."""
    return bool(_MODERN.search(unicodedata.normalize("NFC", text)))


def decode(text: str, scheme: Scheme, font: str = "") -> str:
    """The text in Unicode; unchanged when it already is. Fonts whose name ends in H show capitals."""
    if not scheme or is_modern(text):
        return text
    if scheme == "tcvn3":
        text = text.translate(_codes())
        return text.upper() if font.rstrip().endswith("H") else text
    return _vni_pattern().sub(_vni_letter, text)


@cache
def _codes() -> dict[int, str]:
    return {ord(code): letter for code, letter in _table("tcvn3").items()}


def _vni_letter(match: re.Match[str]) -> str:
    """The letter of a code; its case is that of its first sign, since clerks mix them."""
    code, table = match[0], _table("vni")
    letter = table.get(code) or table[code.lower()]
    return letter.upper() if code[0].isupper() else letter.lower()


def signature(texts: Iterable[str]) -> Scheme:
    """The coding of a block of texts that come without fonts: pairs no plain text holds, no modern letter, and a Vietnamese result."""
    block = "\n".join(texts)
    if block.isascii() or is_modern(block):
        return ""
    counts = {scheme: len(_PAIR[scheme].findall(block)) for scheme in _SCHEMES}
    scheme = max(_SCHEMES, key=lambda one: counts[one])
    if counts[scheme] < _LEAST_PAIRS:
        return ""
    return scheme if _plausible(block, scheme) else ""


def _plausible(block: str, scheme: Scheme) -> bool:
    """Almost every decoded word is built as a Vietnamese syllable is."""
    before = block.split()
    words = [word for token in before if not token.isascii() for word in _WORD.findall(decode(token, scheme))]
    good = sum(bool(_SYLLABLE.fullmatch(_bare(word))) for word in words)
    return bool(words) and good >= _PLAUSIBLE * len(words)


def _bare(word: str) -> str:
    marks = unicodedata.normalize("NFD", word.lower().replace("\u0111", "d"))
    return "".join(letter for letter in marks if not unicodedata.combining(letter))
