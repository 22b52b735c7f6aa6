"""Communes beyond the area of the installation, as the sender of a sheet: a name the country has often, told by the province or
district that stands beside it. A commune that nobody knows is asked for; the province over it never sends its figures."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from catalogue.names import take_apart
from catalogue.tables import rows
from catalogue.units import Unit, units
from loaders.understanding.names.inside import known_by_area
from loaders.understanding.names.kinds import commune_kind
from loaders.understanding.names.short_names import alike, short_name
from loaders.understanding.names.stated import stated, text_from
from loaders.understanding.names.unheard import commune_at_head
from loaders.understanding.names.whose import Named, commune
from loaders.understanding.texts.words import classes, plain

Areas = tuple[Unit, ...]


@lru_cache(maxsize=4096)
def areas_called(text: str, on: dt.date | None) -> Areas:
    """The province, else the districts, that a text names on the day; a name as the register writes it before one that only folds to it."""
    if not text or commune_kind(text):
        return ()
    for sure in (True, False):
        for level in ("province", "district"):
            for spelling in (text, text.replace(" - ", " "), *(f"{kind} {text}" for kind in _kinds(level))):
                found = units().by_name(spelling, level=level)  # type: ignore[arg-type]
                best = [u for u in (found.exact or found.alias if sure else found.best) if on is None or u.exists(on)]
                if best:
                    return (best[-1],) if level == "province" else tuple(best)
    return ()


@cache
def _kinds(level: str) -> tuple[str, ...]:
    """The types of unit of a level, to be set before a name that looks like something else without one."""
    return tuple(row["type"] for row in rows("unit_types.csv") if row["level"] == level)


def areas_said(lines: Iterable[str], on: dt.date | None) -> list[Areas]:
    """The provinces and districts that lines name, each with its namesakes: behind their type, or behind a commune in one line."""
    found: list[Areas] = []
    for line in (text.replace(": ", " ") for text in lines):
        if "unit_receiver" in classes("lines.csv", line):
            continue
        typed = take_apart(line)
        texts = [n.text for n in stated(line, on) if n.unit and n.unit.level in ("province", "district")]
        texts += typed.parents if typed.type and commune_kind(typed.type + " x") else ()
        found += [areas for text in texts if (areas := areas_called(text, on))]
    return list(dict.fromkeys(found))


@lru_cache(maxsize=4096)
def areas_typed(text: str, on: dt.date | None) -> tuple[Areas, ...]:
    """The provinces and districts that a text names behind their type, however it is spelt ("huyen Tan Son tinh Phu Tho")."""
    folded, found = plain(text), list[Areas]()
    for kind in _AREA.finditer(folded):
        words = _NAME_WORD.findall(text_from(text, folded, kind.end()))[:_MOST_WORDS]
        longest = (areas_called(f"{kind[1]} {' '.join(words[:size])}", on) for size in range(len(words), 0, -1))
        found += [areas for areas in (next((a for a in longest if a), ()),) if areas]
    return tuple(dict.fromkeys(found))


_AREA = re.compile(r"(?<![a-z])(tinh|huyen|thi xa|thanh pho|quan|tp\.?|tx\.?)\s*(?=[a-z])")
_NAME_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
_MOST_WORDS = 4
_IN_AREA = re.compile(r"\b(?:xa|phuong|thi tran) (?:[a-z'-]+ ?){1,4}, ?(?:tinh|huyen|thi xa|thanh pho|tp\.?|quan) [a-z]")


def commune_in_area(text: str) -> str:
    """The end of a line from a commune on that stands in it before its district or province ("Steering board of commune A, province B");
    empty where there is none."""
    folded = plain(text)
    found = _IN_AREA.search(folded)
    return " ".join(text.split()[len(folded[: found.start()].split()) :]) if found and found.start() else ""


@known_by_area(4096)
def sender_beyond(line: str, areas: tuple[Areas, ...], on: dt.date | None) -> Named | None:
    """The commune that a line begins with, where the area of the installation has none of that name: the one of the country that lies in
    all the areas said, else those it may be; None where the line begins with no commune, or with one of ours."""
    name = commune_at_head(line)
    if not name:
        return None
    near = commune(name, on)
    if (near.unit or near.candidates) and not near.far:
        return None
    shortened = short_name(name, on)
    if shortened.unit:
        return shortened
    found = units().by_name(name, level="commune", on=on)
    candidates: Sequence[Unit] = found.exact or found.alias or found.folded
    inside = [u for u in candidates if all(any(units().lies_in(u.id, a.id) for a in named) for named in areas)] if areas else []
    if len(inside) == 1 and (inside[0] in (*found.exact, *found.alias) or _without_marks(name)):
        return Named(name, inside[0])
    ours = alike(name, on)
    proposed = inside or [*ours, *candidates]
    return Named(name, None, False, "ambiguous" if proposed else "unlisted", tuple(dict.fromkeys(proposed)))


def _without_marks(name: str) -> bool:
    """Whether a name was typed without its accents, as in the name of a file."""
    bare = take_apart(name).bare
    return plain(bare) == bare.lower()
