"""Units of the area by less than their whole name: shortened, in the name of a file or sheet, a slip away, or as a set."""

from __future__ import annotations

import datetime as dt
import re

from rapidfuzz.distance import Levenshtein

from catalogue.names import accented_key, name_key, take_apart
from catalogue.text import nfc
from catalogue.units import Unit, units
from loaders.understanding.names.inside import area_beyond, known_by_area
from loaders.understanding.names.kinds import commune_kind
from loaders.understanding.names.stated import stated
from loaders.understanding.names.whose import CAMEL, WORD, Named, commune, district, top
from loaders.understanding.texts.words import plain

_SUM_OF = re.compile(r"(tong cong|tong so|tong hop|tong|cong|toan)( cua| chung| toan)?\s*:?\s+(?=(xa|phuong|thi tran|tt|p|x)\b)")

_SUM_BEHIND = re.compile(r"(?<=\S)[\s:(-]+(sub-?total|total|tong( cong| so| cuoi| phu)?|cong|result|ket qua)\)?$")

_LONGEST_SUM = 100
"""Letters of a text that may be the name of a commune with the words of a sum before or behind it."""
_OF_SEVERAL = re.compile(r"(?:^| )(?:cac|nhung|\d+)$")
_CONSONANTS = re.compile(r"ngh?|[cgknpt]h|tr|gi|qu")
_LONGEST_NAME = 4
"""Words of the name of a commune."""
_TIMES, _NUMBER_OF_TIME = frozenset({"thang", "quy", "nam", "tuan", "ngay"}), re.compile(r"\d+|i{1,3}|iv")
_LARGER = re.compile(r"(?:^| )(?:huyen|h|quan|q|thi xa|tx|tinh|khu vuc|kv|cum|dia ban|vung|toan|cac xa)$")
"""Words before a name that make it one of a district or another area above communes."""


@known_by_area(4096)
def short_name(text: str, on: dt.date | None) -> Named:
    """The commune of the area a shortened name means: "Pek", "D.Long", "X. D.Long", "TT", "DakMon"."""
    typed = take_apart(text)
    alike_type = [u for u in _local(on) if commune_kind(text) and u.type == typed.type]
    found = [u for u in _local(on) if _shortened(text, u)] or [u for u in alike_type if _shortened(typed.bare, u)]
    if len(found) == 1:
        return Named(text, found[0])
    if found:
        return Named(text, None, False, "ambiguous", tuple(found))
    return Named(text, None, False, "unknown")


def only_initials(text: str, unit: Unit) -> bool:
    """Whether a shortened name holds no word of the name: "DG" may be Dak Glei and as well anything else."""
    typed = plain(nfc(text)).strip(" .").replace(".", " ").replace("_", " ")
    words = {word for name in (unit.bare_name, *unit.aliases) for word in plain(take_apart(name).bare).split()}
    return not any(typed.replace(" ", "").endswith(word) for word in words if len(word) > 1)


@known_by_area(256)
def _local(on: dt.date | None) -> tuple[Unit, ...]:
    register = units()
    over = top()
    if over not in register or register[over].level == "country":
        return ()
    return tuple(register.communes_under(over, on or dt.date(2100, 1, 1)))


@known_by_area(256)
def of_later(names: frozenset[str], on: dt.date) -> tuple[Unit, ...]:
    """The communes that came later and are, all of them and no other, what rows of a table name; empty where they are not.

    Their names may live on from before, so each row alone looks like a commune of its own time.
    """
    register = units()
    over = top()
    leaves = register.leaves(over) if over in register and register[over].level != "country" else []
    dates = {s.date for leaf in leaves for s in register.successors(leaf.id) if s.date > on}
    for date in sorted(dates):
        later = tuple(register.communes_under(over, date))
        keys = frozenset(accented_key(u.bare_name) for u in later)
        if len(keys) > 2 and keys == names and keys != frozenset(accented_key(u.bare_name) for u in _local(on)):
            return later
    return ()


@known_by_area(256)
def _local_keys(on: dt.date | None) -> tuple[tuple[Unit, frozenset[str]], ...]:
    """The communes of the area, each with the keys of its names."""
    return tuple((u, frozenset(name_key(take_apart(n).bare) for n in (u.bare_name, *u.aliases))) for u in _local(on))


def _shortened(text: str, unit: Unit) -> bool:
    typed = plain(nfc(text)).strip(" .")
    for name in (unit.bare_name, *unit.aliases):
        words = plain(take_apart(name).bare).split()
        if not words:
            continue
        key = typed.replace(" ", "").replace(".", "").replace("_", "")
        if key == words[-1] and not _accents_agree(text, name):
            continue
        initials, onsets = ("".join(cut(w) for w in words[:-1]) for cut in (lambda w: w[0], _onset))
        short = {"".join(words), words[-1], initials + words[-1], onsets + words[-1], initials + words[-1][0]}
        if key in short and len(key) > 1:
            return len(words) > 1 or key == words[0]
    return typed in ("tt", "thi tran", "t.tran", "ttran") and plain(unit.type) == "thi tran"


def _onset(word: str) -> str:
    """The consonants that a word begins with: "ng" of "ngoc"; its first letter where there are none."""
    found = _CONSONANTS.match(word)
    return found[0] if found else word[0]


def _accents_agree(text: str, name: str) -> bool:
    """Whether a word typed with accents has those of the last word of a name: a first name that differs by a tone is of somebody."""
    typed, word = accented_key(text.strip(" .")), accented_key(name.split()[-1])
    return typed == word or typed == name_key(text.strip(" ."))


def in_name(name: str, on: dt.date | None) -> list[Named]:
    """The communes a file or sheet name mentions, with or without blanks and accents; none by the name of a district."""
    said = stated(name, on)
    found = {n.unit.id if n.unit else n.text: n for n in said if not n.unit or n.unit.level == "commune"}
    if found or said:
        return list(found.values())
    words = _without_times([w for part in WORD.findall(name.replace("_", " ")) for w in CAMEL.sub(" ", part).split()])
    starts = [i for i in range(len(words)) if not _LARGER.search(plain(" ".join(words[:i])))]
    keys = {name_key("".join(words[i:j])) for i in starts for j in range(i + 1, min(i + 5, len(words) + 1))}
    local = [u for u, own in _local_keys(on) if own & keys - _over_beyond()]
    longest = [u for u in local if not any(v is not u and name_key(u.bare_name) in name_key(v.bare_name) for v in local)]
    if not longest:
        return _in_name_of_province(name, words, starts, on)
    return [Named(name, u, len(longest) == 1, "" if len(longest) == 1 else "ambiguous", tuple(longest)) for u in longest]


def _in_name_of_province(name: str, words: list[str], starts: list[int], on: dt.date | None) -> list[Named]:
    """The communes of the province around that a file or sheet name spells out in several words, the longest names of them."""
    found: dict[str, tuple[int, int, Unit]] = {}
    for i in (i for i in starts if not _OF_SEVERAL.search(plain(" ".join(words[:i])))):
        for j in range(min(i + _LONGEST_NAME, len(words)), i + 1, -1):
            named = commune(" ".join(words[i:j]), on)
            if name_key("".join(words[i:j])) in _over_beyond():
                continue
            if named.sure and named.unit and not named.far and not any(a <= i and j <= b for a, b, _unit in found.values()):
                found[named.unit.id] = i, j, named.unit
    return [Named(name, unit, len(found) == 1, "" if len(found) == 1 else "ambiguous", (unit,)) for _i, _j, unit in found.values()]


def _without_times(words: list[str]) -> list[str]:
    """Words without those of times before a number ("month 5"), which may end what looks like a name."""
    numbers = [bool(_NUMBER_OF_TIME.fullmatch(plain(word))) for word in words]
    timed = {i for i, word in enumerate(words) if plain(word) in _TIMES and any(numbers[i + 1 : i + 2])}
    return [word for i, word in enumerate(words) if i not in timed]


def _over_beyond() -> set[str]:
    """The keys of the names of an area beyond ours and of what it lies in: in the name of a file from there they say no commune."""
    return {name_key(u.bare_name) for u in units().path(area_beyond())} if area_beyond() else set()


def spelt_in_file(stem: str, on: dt.date | None) -> list[Named]:
    """The commune that the name of a file spells out: behind its kind, else by a name of several words that no larger unit bears."""
    typed = [n for n in stated(stem, on) if n.unit and n.unit.level == "commune"]
    if typed or stated(stem, on):
        return typed
    bare = [n for n in in_name(stem, on) if n.unit and n.sure]
    return [n for n in bare if n.unit and len(n.unit.bare_name.split()) > 1 and district(n.unit.bare_name) is None]


def alike(text: str, on: dt.date | None) -> list[Unit]:
    """The communes of the area whose name is a slip or two away, the nearest first."""
    key = name_key(take_apart(text).bare)
    scored = [(Levenshtein.distance(key, name_key(u.bare_name)), u) for u in _local(on)]
    return [u for d, u in sorted(scored, key=lambda s: s[0]) if d <= 2][:3]


@known_by_area(16384)
def commune_like(text: str, on: dt.date | None) -> Named | None:
    """The commune a cell names, by its full or its shortened name; None when it names none."""
    if not text or len(text) > 60:
        return None
    named = commune(text, on)
    if named.far:
        return None
    if (named.unit and named.sure) or named.doubt in ("old", "new", "misspelt"):
        return named
    short = short_name(text, on) if len(text) <= 14 else named
    if short.unit:
        return short
    return named if (named.unit or named.candidates) and not named.far else None


@known_by_area(16384)
def summed_commune(text: str, on: dt.date | None) -> Named | None:
    """The commune whose sum a row is ("Total of commune Dak Mon", "Dak Mon Total"); None where it names none. A name before which no kind
    of unit stands must be exactly that of a commune."""
    if len(text) > _LONGEST_SUM:
        return None
    before, behind = _SUM_OF.match(plain(text)), _SUM_BEHIND.search(plain(text))
    if before is None and behind is None:
        return None
    words = text.split()
    rest = " ".join(words[len(before[0].split()) :] if before else words[: -len(behind[0].split())] if behind else words)
    named = commune_like(rest.strip(" -:(,"), on)
    return named if commune_kind(rest) or (behind and named and named.unit and named.sure) else None
