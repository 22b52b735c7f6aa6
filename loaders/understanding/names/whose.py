"""Whose figures they are: unit names in rows, lines, sheet and file names, read inside the area of the installation."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from catalogue.area import installed_root
from catalogue.names import accented_key, name_key, take_apart, unit_types
from catalogue.naming import AREAS
from catalogue.text import nfc
from catalogue.units import Unit, units
from loaders.understanding.names.former import former_name, later_name
from loaders.understanding.names.inside import area_beyond, known_by_area
from loaders.understanding.names.kinds import above_communes, types
from loaders.understanding.texts.words import plain

WORD = re.compile(r"[^\W\d_]+\.?|\d+", re.UNICODE)
_ENGLISH_KIND = re.compile(r"(?<=\w)\s+(?:commune|ward|township)$", re.IGNORECASE)
_NOTE_MARK = re.compile(r"(?<=\w)\s*(?:\(\d{1,2}\)|\(\*+\)|\*+|[\u00b9\u00b2\u00b3\u2070-\u2079]+)$")
"""The number or sign of a note behind a name."""
"""The kind of a unit behind its name, as English writes it."""
CAMEL = re.compile(r"(?<=[a-z\u00e0-\u1ef9])(?=[A-Z\u00c0-\u00dd\u0110])")


@dataclass(frozen=True, slots=True)
class Named:
    """A unit as stated somewhere. `sure` is False where spelling, date or a namesake leaves doubt; `doubt` says which:
    "ambiguous", "old", "new", "misspelt", "unknown"."""

    text: str
    unit: Unit | None
    sure: bool = True
    doubt: str = ""
    candidates: tuple[Unit, ...] = ()
    far: bool = False


@cache
def root() -> str:
    """The unit at the top of the area served."""
    return installed_root()


def top() -> str:
    """The unit at the top of the area inside which names are read: of the one served, or of the one a file from elsewhere speaks of."""
    return area_beyond() or root()


@known_by_area(64)
def _areas() -> tuple[str | None, ...]:
    """The areas a name is looked for in, nearest first: the top, the provinces it lies (and came to lie) in, the country. Beyond the area
    served a name of another district than the one said is asked."""
    register = units()
    over = top()
    if over not in register or register[over].level == "country":
        return (None,)
    if over == area_beyond():
        return (over, None)
    provinces = [u.id for u in register.path(over) if u.level == "province"]
    moved = [
        u.id for leaf in register.leaves(over) for s in register.successors(leaf.id) for u in register.path(s.new) if u.level == "province"
    ]
    return (*dict.fromkeys((over, *provinces, *moved)), None)


@known_by_area(16384)
def commune(text: str, on: dt.date | None) -> Named:
    """The commune a text names on a day. Only one with exactly this spelling (or alias), or the only one that folds so, is sure."""
    clean = _NOTE_MARK.sub("", _ENGLISH_KIND.sub("", nfc(text).strip(" -+*:;.")))
    if len(clean) < 2 or len(clean) > 80 or not any(c.isalpha() for c in clean):
        return Named(text, None, False, "unknown")
    if above_communes(types().get(plain(take_apart(clean).type), "")):
        return Named(text, None, False, "unknown")
    former = former_name(clean)
    if former and former != clean:
        return _former(text, former, on)
    later = later_name(clean)
    if later and (clean.endswith(")") or not units().by_name(clean, level="commune").exact):
        named = _later(text, later, on)
        if named is not None:
            return named
    for spelling in dict.fromkeys((clean, _unsqueezed(clean))):
        for area in _areas():
            named = in_area(spelling, area, on)
            if named.unit or named.candidates:
                return replace(named, text=text)
    return Named(text, None, False, "unknown")


def _former(text: str, name: str, on: dt.date | None) -> Named:
    """A commune called a former one: what followed the unit of that name that had ended on the day; else as any other name."""
    named = commune(name, on)
    found = named.unit
    before = [units()[s.old] for s in units().predecessors(found.id)] if found else []
    said = {accented_key(text) for text in (take_apart(name).bare, found.bare_name if found else "")}
    ended = on is not None and any(accented_key(text) in said for old in before for text in (old.bare_name, *old.aliases))
    return Named(text, None, False, "old", (found,)) if ended and found else replace(named, text=text)


def _later(text: str, name: str, on: dt.date | None) -> Named | None:
    """A commune of the area called the one since the reorganisation: of the two of that name never the one that ended with it."""
    named = commune(name, on)
    if named.unit is None or named.far:
        return None
    after = [units()[s.new] for s in units().successors(named.unit.id)]
    return Named(text, None, False, "new", tuple(after)) if after else replace(named, text=text)


def _unsqueezed(text: str) -> str:
    """A name typed without blanks, cut where its capitals stand; a type of unit grown together is opened."""
    if " " in text:
        return text
    parts = CAMEL.sub(" ", text).split()
    return " ".join(_grown_together().get(plain(p), p) for p in parts)


@cache
def _grown_together() -> dict[str, str]:
    return {plain(kind).replace(" ", ""): kind for kind in unit_types()}


def in_area(text: str, area: str | None, on: dt.date | None) -> Named:
    """The commune of an area (None: of the country) that a text names on a day."""
    register = units()
    found = register.by_name(text, level="commune", within=area)
    now = [[u for u in group if on is None or u.exists(on)] for group in (found.exact, found.alias, found.folded)]
    for group, kind in zip(now, ("exact", "alias", "folded"), strict=True):
        if len(group) == 1:
            return _one(text, group[0], kind, area, on)
        if len(group) > 1:
            return Named(text, None, False, "ambiguous", tuple(group), far=area is None)
    other = found.exact or found.alias or found.folded
    if other and on is not None:
        return replace(_of_another_time(text, other, on), far=area is None)
    return Named(text, None, False, "unknown")


def _one(text: str, unit: Unit, kind: str, area: str | None, on: dt.date | None) -> Named:
    if area is None and not _known_parents(text):
        return Named(text, unit, False, "ambiguous", (unit,), far=True)
    if kind != "folded":
        return Named(text, unit)
    typed = take_apart(text)
    if typed.type and typed.type != unit.type:
        return Named(text, unit, False, "ambiguous", (unit,))
    if not typed.type and _as_words(typed.bare, unit):
        return Named(text, None, False, "unknown")
    rivals = _folded_alike(text, area, on)
    if plain(typed.bare) == typed.bare.lower() and len(rivals) == 1:
        return Named(text, unit)
    return Named(text, unit, False, "misspelt" if len(rivals) == 1 else "ambiguous", tuple(rivals) or (unit,))


def _as_words(typed: str, unit: Unit) -> bool:
    """Whether a text is written as words and no name, and only folds to one ("documents", written as one commune but for its marks): a word
    without a capital behind one with it, with marks of its own that are not those of the name."""
    words, named = typed.split(), unit.bare_name.split()
    if len(words) != len(named) or not words[0][:1].isupper():
        return False
    return any(w.islower() and not w.isascii() and accented_key(w) != accented_key(n) for w, n in zip(words, named, strict=True))


def _known_parents(text: str) -> bool:
    """Whether a district or province of the register stands behind a name."""
    keys = [name_key(take_apart(parent).bare) for parent in take_apart(text).parents]
    return any(u.level in AREAS for key in keys for u in units().named(key))


def _folded_alike(text: str, area: str | None, on: dt.date | None) -> list[Unit]:
    """Every commune of the area that folds to the same name."""
    match = units().by_name(text, level="commune", within=area, on=on)
    return list({u.id: u for u in (*match.exact, *match.alias, *match.folded)}.values())


def _of_another_time(text: str, found: list[Unit], on: dt.date) -> Named:
    """A unit that did not exist on the day: its successors or predecessors are proposed, never taken."""
    register = units()
    unit = found[0]
    gone = unit.valid_to is not None and unit.valid_to < on
    links = [s.new for s in register.successors(unit.id)] if gone else [s.old for s in register.predecessors(unit.id)]
    return Named(text, None, False, "old" if gone else "new", tuple(register[i] for i in links) or tuple(found))


@known_by_area(4096)
def district(text: str, on: dt.date | None = None) -> Unit | None:
    """The district or province a text names exactly, inside the area; of several of a name one that existed on the day."""
    for area in _areas():
        for level in ("district", "province"):
            found = units().by_name(text, level=level, within=area)  # type: ignore[arg-type]
            best = found.exact or found.alias
            if len(best) >= 1:
                return next((u for u in best if on is None or u.exists(on)), best[0])
    return None


@lru_cache(maxsize=4096)
def province(text: str, on: dt.date | None = None) -> Unit | None:
    """The province a text names, anywhere in the country, today's before those that ended."""
    found = units().by_name(text, level="province")
    best = [u for u in found.best if on is None or u.exists(on)]
    return best[-1] if best else None


@lru_cache(maxsize=16384)
def coded_commune(text: str, code: str, on: dt.date | None) -> Named | None:
    """The commune of the country that a code and a name mean together; None where no commune bore the code."""
    coded = by_code(code, on)
    if not coded:
        return None
    key = accented_key(text)
    same = [u for u in coded if key in (accented_key(u.name), accented_key(u.bare_name))]
    same = same or [u for u in coded if u in units().by_name(text, level="commune", on=on).best]
    return Named(text, same[0]) if len(same) == 1 else Named(text, None, False, "code_against_name", tuple(coded))


def by_code(code: str, on: dt.date | None) -> list[Unit]:
    """The communes that bore an official code on the day."""
    digits = code.strip().zfill(5) if code.strip().isdigit() else ""
    return [u for u in units().by_code(digits) if u.level == "commune" and (on is None or u.exists(on))] if digits else []
