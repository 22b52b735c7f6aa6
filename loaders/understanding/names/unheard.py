"""A commune that a letterhead or a sender names and the area of the installation does not hold: never left for the district above it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from catalogue.text import nfc
from catalogue.units import Unit, units
from loaders.understanding.names.short_names import alike
from loaders.understanding.names.whose import Named, commune, in_area
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


def unheard(lines: Sequence[str], areas: Sequence[Unit], on: dt.date | None) -> list[Named]:
    """The communes that lines name and the area does not hold: those of a district or province named beside them, the lowest first, else
    to be asked for, with every commune of that name in the country, or of a name hardly different, to choose from."""
    found: dict[str, Named] = {}
    for text in lines:
        name = commune_typed(text)
        if name and not _known(commune(name, on)):
            found.setdefault(plain(name), _placed(name, areas, on))
    return list(found.values())


def _known(named: Named) -> bool:
    return bool(named.unit or named.candidates) and not named.far


def _placed(name: str, areas: Sequence[Unit], on: dt.date | None) -> Named:
    for area in sorted(areas, key=lambda unit: unit.level == "province"):
        named = in_area(name, area.id, on)
        if named.unit or named.candidates:
            return replace(named, text=name)
    match = units().by_name(name, level="commune", on=on)
    others = tuple(dict.fromkeys((*match.best, *alike(name, on))))
    return Named(name, None, False, "ambiguous" if others else "unlisted", others)
