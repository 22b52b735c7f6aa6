"""Whose figures they are: unit names in rows, lines, sheet and file names, read inside the area of the installation."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from catalogue.area import installed_root
from catalogue.names import accented_key, name_key, take_apart, unit_types
from catalogue.naming import AREAS
from catalogue.tables import rows
from catalogue.text import nfc
from catalogue.units import Unit, units
from loaders.understanding.names.former import former_name, later_name
from loaders.understanding.names.inside import area_beyond, known_by_area
from loaders.understanding.texts.words import classes, plain

WORD = re.compile(r"[^\W\d_]+\.?|\d+", re.UNICODE)
CAMEL = re.compile(r"(?<=[a-z\u00e0-\u1ef9])(?=[A-Z\u00c0-\u00dd\u0110])")


_BODIES = frozenset({"doan", "doi", "uy"})
"""What stands between the kind of a unit and its name where a body of it is meant: the Youth Union, the military, the Party committee."""


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
    clean = nfc(text).strip(" -+*:;.")
    if len(clean) < 2 or len(clean) > 80 or not any(c.isalpha() for c in clean):
        return Named(text, None, False, "unknown")
    if _above_communes(_types().get(plain(take_apart(clean).type), "")):
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


@known_by_area(16384)
def stated(text: str, on: dt.date | None) -> tuple[Named, ...]:
    """Every unit a line of text names after a word such as "xa" or "UBND huyen"."""
    return tuple(_stated(text, on))


def _stated(text: str, on: dt.date | None) -> Iterator[Named]:
    text = _without_receiver(text)
    folded = plain(text)
    for match in _type_word().finditer(folded):
        kind = match.group(1)
        words = [w.group() for w in WORD.finditer(text_from(text, folded, match.end()))]
        if _ALL_OF.search(folded[: match.start()]) and _names_district(words[:4]):
            continue  # "the communes of X", a district that bears the name of one of them
        found = _named_behind(_type_name(kind), words[:4], on)
        if found is None and words and plain(words[0]) in _BODIES:
            found = _named_behind(_type_name(kind), words[1:5], on)
        if found is not None:
            yield found


def _names_district(words: list[str]) -> bool:
    return any(units().by_name(" ".join(words[: size + 1]), level="district").best for size in range(len(words)))


def _named_behind(kind: str, words: list[str], on: dt.date | None) -> Named | None:
    """The unit of a kind that the words behind it name, as many of them as make a name."""
    for size in range(len(words), 0, -1):
        name = f"{kind} {' '.join(words[:size])}"
        if _above_communes(kind):
            if found := district(name, on):
                return Named(name, found)
            continue
        named = commune(name, on)
        if (named.unit or named.candidates) and not named.far:
            return named
    return None


_ALL_OF = re.compile(r"\b(?:cac|\d+)\s+$")
_LINE_ENDS = re.compile(r"\n|\t|;|\.\s|\s{3,}")


def _without_receiver(text: str) -> str:
    """A line without those of its parts that say to whom it is sent ("Sent by: commune A; received by: the province")."""
    if "unit_receiver" not in classes("lines.csv", text):
        return text
    return "\n".join(part for part in _LINE_ENDS.split(text) if "unit_receiver" not in classes("lines.csv", part))


def text_from(text: str, folded: str, start: int) -> str:
    """The original text from a place in its folded form; folding keeps the number of words."""
    before = len(folded[:start].split())
    return " ".join(" ".join(nfc(text).replace("_", " ").split()).split(" ")[before:])


@cache
def _types() -> dict[str, str]:
    """Folded type or prefix of a unit, as it stands before a name, to the type as the register writes it."""
    found = {plain(row["text"]): row["type"] for row in rows("unit_prefixes.csv") if row["type"]}
    return found | {plain(kind): kind for kind in unit_types()}


@cache
def _type_word() -> re.Pattern[str]:
    kinds = "|".join(re.escape(kind) for kind in sorted(_types(), key=len, reverse=True))
    return re.compile(rf"(?<![a-z])({kinds})\s+(?=[a-z])")


@cache
def _above_communes(kind: str) -> bool:
    return any(row["type"] == kind and row["level"] != "commune" for row in rows("unit_types.csv"))


@lru_cache(maxsize=16384)
def commune_kind(text: str) -> bool:
    """Whether a text begins with a type that only communes have."""
    kind = plain(take_apart(nfc(text)).type)
    return any(plain(row["type"]) == kind and row["level"] == "commune" for row in rows("unit_types.csv")) if kind else False


def _type_name(kind: str) -> str:
    return _types().get(kind, kind)


def is_office(text: str) -> bool:
    """A specialised office or another body that is not a commune."""
    return "office" in classes("lines.csv", text)


def is_group(text: str) -> bool:
    """A row over several units ("the communes", "the area of ..."): a heading or a sum of theirs, never one of them."""
    return "group_row" in classes("lines.csv", text)


def by_code(code: str, on: dt.date | None) -> list[Unit]:
    """The communes that bore an official code on the day."""
    digits = code.strip().zfill(5) if code.strip().isdigit() else ""
    return [u for u in units().by_code(digits) if u.level == "commune" and (on is None or u.exists(on))] if digits else []


def nearest(named: Iterable[Named]) -> list[Named]:
    """Only the lowest level stated: a commune before the district above it."""
    said = list(named)
    low = [n for n in said if n.unit is None or n.unit.level == "commune"]
    return low or said
