"""Lines that begin with the name of a commune, known or not, or leave it out: its figures are never those of the unit above it."""

from __future__ import annotations

import re
from functools import lru_cache

from catalogue.names import take_apart
from catalogue.text import nfc
from catalogue.units import units
from loaders.understanding.names.kinds import commune_kind
from loaders.understanding.texts.words import plain

_BODY = (
    r"(?:ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan|dang uy|cong an|van phong|trung tam phuc vu hanh chinh cong|don vi|ten don vi|"
    r"don vi gui)"
)
_LEFT_OPEN = re.compile(rf"^\W*(?:{_BODY}\W+)+(?:xa|phuong|thi tran)(?:\W*(?:xa|phuong|thi tran))*\W*$")
_TIME = re.compile(r"(?:thang|quy|nam) (?:\d|[ivx]+\b)|[(,-]*[tq]?\d")
_NO_NAME = re.compile(
    r"(?:hoi|so|dien tich|bao (?:cao|hiem)|gui|nop|lap|cac|tong (?:hop|so|cong)|ket qua|ke hoach|nong thon|co|da|duoc|va|hoac|xa|thi tran|"
    r"phuong|thuoc|tren|trong|tu|chuyen|an (?:toan|ninh|sinh)|huong (?:uoc|dan)|phap (?:luat|ly)|thuc hien|tien (?:te|do)|vien|\d{4}|"
    r"toan (?:huyen|tinh|xa|dan)|(?:nam|thang|quy|ky) \W*[\divx]|(?:nay|ta|minh|moi|cu)$)(?:\b|(?<=\d))|.*/"
)
"""What follows a word that only looks like a type of unit, or names none: "society", "this commune", "communes, wards"."""
_LONGEST = 90
_MOST_WORDS = 5


@lru_cache(maxsize=16384)
def commune_at_head(line: str) -> str:
    """The type and bare name of the commune with which a line begins (behind its label or its body), known or not; empty where none is."""
    typed = take_apart(_without_time(line.partition(":")[2] or line.replace("_", " ")))
    bare = " ".join(typed.bare.split())
    name = f"{typed.type} {bare}"
    if not bare or len(bare.split()) > _MOST_WORDS or not commune_kind(name):
        return ""
    return name if not _NO_NAME.match(plain(bare)) or units().by_name(name, level="commune").exact else ""


def names_its_commune(line: str) -> bool:
    """Whether a line begins with the name of a commune written as one: with capitals, in a line of capitals behind its body or label."""
    name = commune_at_head(line) if len(line) <= _LONGEST else ""
    bare = [word for word in take_apart(name).bare.split() if word[:1].isalpha()]
    body = not line.isupper() or bool(re.match(rf"\W*{_BODY}\b", plain(line)))
    return bool(bare) and all(word[:1].isupper() for word in bare) and body


def left_open(text: str) -> bool:
    """A letterhead of a commune whose name was left out (with dots, or with nothing)."""
    return bool(_LEFT_OPEN.match(plain(nfc(text)[:_LONGEST])))


def _without_time(text: str) -> str:
    """A text up to the time that follows the name, as in the name of a file."""
    words = text.split()
    return next((" ".join(words[:i]) for i in range(2, len(words)) if _TIME.match(plain(" ".join(words[i : i + 2])))), text)
