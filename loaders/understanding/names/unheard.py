"""Lines that begin with the name of a commune, known or not, or leave it out: its figures are never those of the unit above it."""

from __future__ import annotations

import re
from functools import lru_cache

from catalogue.text import nfc
from loaders.understanding.texts.words import plain

_BODY = (
    r"(?:ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan|dang uy|cong an|van phong|trung tam phuc vu hanh chinh cong|don vi|ten don vi|"
    r"don vi gui)"
)
_TYPED = re.compile(
    rf"^\W*(?P<body>(?:{_BODY}(?: bao cao| va)?\W+)*)(?P<kind>xa|phuong|thi tran|dac khu)\s+"
    r"(?P<name>[a-z][a-z']*(?: [a-z][a-z']*){0,3})\s*(?:$|[,;(\-\u2013.])"
)
_LEFT_OPEN = re.compile(rf"^\W*(?:{_BODY}\W+)+(?:xa|phuong|thi tran)(?:\W*(?:xa|phuong|thi tran))*\W*$")
_NO_NAME = re.compile(
    r"(?:bao|so|tong|thuc|ket|ke|nong thon|thang|quy|nam|co|da|duoc|va|hoac|thi tran|phuong|thuoc|tren|trong|tu|chuyen) ?\b"
)
_LONGEST = 90


@lru_cache(maxsize=16384)
def commune_typed(text: str) -> str:
    """The kind and name of the commune with which a line begins, known or not, without its body and what follows a comma; else nothing."""
    clean = " ".join(nfc(text).replace("_", " ").split())
    found = _TYPED.match(plain(clean)) if len(clean) <= _LONGEST else None
    if found is None or _NO_NAME.match(found["name"]):
        return ""
    words = clean.split()
    first = len(plain(clean)[: found.start("kind")].split())
    size = len(found["kind"].split()) + len(found["name"].split())
    name = words[first + len(found["kind"].split()) : first + size]
    capital = all(word[:1].isupper() for word in name)
    return " ".join(words[first : first + size]).strip(" ,;(-\u2013.") if capital and (found["body"] or not clean.isupper()) else ""


def left_open(text: str) -> bool:
    """A letterhead of a commune whose name was left out (with dots, or with nothing)."""
    return bool(_LEFT_OPEN.match(plain(nfc(text)[:_LONGEST])))
