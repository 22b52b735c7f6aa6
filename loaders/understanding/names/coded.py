"""Official codes of communes as they stand in a text: behind a word for codes, or beside a name."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from catalogue.units import Unit, units
from loaders.understanding.names.inside import known_by_area
from loaders.understanding.names.whose import Named, by_code, top
from loaders.understanding.texts.words import plain, table

_LONE = re.compile(r"(?<![\w./])\d{5}(?![\w/.,]|[ -]*(?:bc|cv|kh|qd|tb|tt|hd|nguoi|ho|tai khoan|van ban|%)\b)")
_NUMBER_OF = re.compile(r"\b(?:so|sdt|dt|dien thoai|fax|cv|vb|cong van|van ban|den|di)[ :.-]*$")
_BESIDE = re.compile(r"(?:^\W*|:\s*)(\d{5})(?!\d)[\s.:)\]-]+(?=[a-z])|[\s:(\[-]\(?(\d{5})\W*$|[(\[]\s*(\d{5})\s*[)\]]")


@dataclass(frozen=True)
class Code:
    """A code that is said somewhere; `asked_for` where a word says that it is the code of a unit."""

    text: str
    asked_for: bool = True

    def bearers(self, on: dt.date | None) -> list[Unit]:
        """The communes that bore the code on the day, else those of any other time."""
        return by_code(self.text, on) or by_code(self.text, None)


@lru_cache(maxsize=16384)
def asks_code(text: str) -> bool:
    """A label that waits for the code of a unit ("Code of the commune")."""
    return text[:1] in "mMcCiI([" and any(re.fullmatch(rf"\W*(?:{kind})\W*", plain(text)) for kind in _labels())


@lru_cache(maxsize=16384)
def code_behind_label(text: str) -> str:
    """The code that a text gives behind a word for it; empty where it gives none."""
    folded = plain(text)
    for kind in _labels():
        found = re.search(rf"(?<![a-z])(?:{kind})[\s:=.()\[-]*(?:la )?(?P<code>\d{{5}})(?!\d)", folded)
        if found:
            return found["code"]
    return ""


@known_by_area(4096)
def codes_in_name(name: str) -> tuple[Code, ...]:
    """The codes in the name of a file or sheet: behind a word for them, or alone and of a commune of the area or its provinces."""
    labelled = code_behind_label(name)
    if labelled:
        return (Code(labelled),)
    folded = plain(name)
    alone = [m[0] for m in _LONE.finditer(folded) if not _NUMBER_OF.search(folded[: m.start()])]
    return tuple(Code(code, asked_for=folded.strip() == code) for code in dict.fromkeys(alone) if _of_the_area(code))


@lru_cache(maxsize=16384)
def apart_from_code(text: str) -> tuple[str, str]:
    """A name and the code typed with it ("23344 - A", "A (23344)"); the whole text and nothing where there is none."""
    found = _BESIDE.search(plain(text))
    code = next((group for group in found.groups() if group), "") if found else ""
    if not code or not by_code(code, None):
        return text, ""
    rest = re.sub(rf"[\s(\[:-]*{code}[\s)\].:-]*", " ", text).strip()
    return (rest, code) if rest else (text, "")


def against(named: Named, codes: Sequence[Code], on: dt.date | None) -> Named:
    """A name beside codes: in doubt where a code is that of another commune, settled where it says which of several is meant."""
    for code in codes:
        bearers = code.bearers(on)
        ids = {u.id for u in bearers}
        if not ids:
            continue
        if named.doubt in ("ambiguous", "misspelt") and named.candidates:
            meant = [u for u in named.candidates if u.id in ids and u in by_code(code.text, on)]
            if not ids & {u.id for u in named.candidates}:
                return Named(named.text, None, False, "code_against_name", tuple(dict.fromkeys((*named.candidates, *bearers))))
            named = Named(named.text, meant[0]) if len(meant) == 1 and code.asked_for and on is not None else named
        if named.unit is not None and named.unit.id not in ids:
            return Named(named.text, None, False, "code_against_name", tuple(dict.fromkeys((named.unit, *bearers))))
        if named.unit is not None and on is not None and not by_code(code.text, on):
            return Named(named.text, None, False, "code_against_name", (named.unit,))
    return named


def by_codes(codes: Sequence[Code], on: dt.date | None) -> list[Named]:
    """The communes that codes alone say; in doubt where no word says that they are codes."""
    found: dict[str, Named] = {}
    for code in codes:
        bearers = code.bearers(on)
        if not bearers:
            continue
        sure = code.asked_for and len(bearers) == 1 and bool(by_code(code.text, on))
        found[code.text] = Named(code.text, bearers[0]) if sure else Named(code.text, None, False, "ambiguous", tuple(bearers))
    return list(found.values())


@known_by_area(4096)
def _of_the_area(code: str) -> bool:
    """Whether a commune of the area, or of the provinces it lies or came to lie in, bears the code; never in an area of a whole country."""
    register = units()
    over = top()
    if over not in register or register[over].level == "country":
        return False
    provinces = [u.id for leaf in (over, *(u.id for u in register.leaves(over)[:1])) for u in register.path(leaf) if u.level == "province"]
    return any(register.lies_in(u.id, area) for u in by_code(code, None) for area in (over, *provinces))


@lru_cache(maxsize=1)
def _labels() -> tuple[str, ...]:
    return tuple(row["pattern"] for row in table("unit_codes.csv"))
