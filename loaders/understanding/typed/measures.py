"""Units of measure as printed (in a column, in a corner, in brackets of a heading) and how they scale a number."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from catalogue.elements import elements
from catalogue.tables import rows
from loaders.understanding.texts.words import plain, table

_LINE = re.compile(
    r"(?:don vi tinh|don vi tien(?: te)?|dvt|d\.v\.t|don vi do|dv tinh)"
    r"(?:(?: [a-z]+){1,4}(?=\s*:)|\s*\(?(?:so )?(?:tien|kinh phi)\)?)?\s*[:\-]?\s*(.+)"
)
_COUNTED = re.compile(r"[+-]?\d[\d.,\u00a0]*\s*([^\W\d_][^\d]{0,24})")
_UNIT = re.compile(r"\b(?:don vi|dv|unit)\s*:\s*([^():;]+)")
_UNITS = re.compile(r"\b(?:don vi|dv|unit)\s*:\s*([^():]+)")
_AGAIN = re.compile(r"\s*[-/(]\s*unit( of measure)?\s*:.*", re.IGNORECASE)
"""The same once more in English."""
_BOTH_TONGUES = re.compile(r"^([^:/(]*?)\s*[-–/(]\s*(?:unit|currency)[^:)]{0,20}\)?(?=\s*:)", re.IGNORECASE)
"""The same label in English behind it: "Don vi tinh/Unit: VND"."""
_WITHIN = re.compile(r"[(;,.\-]\s*(?:don vi tinh|dvt|d\.v\.t\.?)\s*:\s*([^():;]+)")
"""A title that ends with its measure: "1. Guests (unit of measure: guests)"."""
_MEASURED = re.compile(r"(?:(?:tri|don) gia|gia( tri)?|so tien|kim ngach|doanh thu|kinh phi|von|(?:san |so |khoi )?luong|dien tich)\s*:")
_IN = re.compile(r"\btinh (?:bang|theo)\s*:?\s*([^():;]+)")
_BRACKETS = re.compile(r"\(([^()]*)\)")
_TWICE = re.compile(r"([^()]+?) \(([^()]+)")
"""A measure with its sign in brackets behind it: "percent (%)"."""
_SOME = re.compile(r"\d ?%")
_JOINED = re.compile(r"[,;/&]| va ")
_PERCENT = "percent"
_SHORT = 80
_LIST = 40
_APART = frozenset({"hamlet", "household", "dossier", "document", "task", "computer", "person", "organisation"})
"""Things that nobody takes for each other."""
_FAMILIES = (frozenset({"dong", "thousand_dong", "million_dong", "billion_dong"}),)


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit of measure of data/units_of_measure.csv."""

    code: str
    name: str
    scale: float

    @property
    def money(self) -> bool:
        """Whether it counts money."""
        return self.code in _FAMILIES[0]


@cache
def measures() -> dict[str, Measure]:
    """Every unit of measure by its code."""
    return {r["code"]: Measure(r["code"], r["vi"], float(r["scale"])) for r in rows("units_of_measure.csv", ("code",))}


@cache
def spellings() -> dict[str, str]:
    """Folded spelling to code."""
    found: dict[str, str] = {}
    for row in rows("units_of_measure.csv", ("code",)):
        for text in (row["vi"], *row["spellings"].split("|")):
            found.setdefault(plain(text).strip(" ."), row["code"])
    return found


@lru_cache(maxsize=4096)
def read(text: str) -> Measure | None:
    """The measure a short text names ("Trieu dong", "%", "nghin nguoi"), or None."""
    words = plain(text).strip(" .()")
    code = spellings().get(words)
    if code:
        return measures()[code]
    twice = _TWICE.fullmatch(words)
    if twice and spellings().get(twice[1]) == spellings().get(twice[2], ""):
        return measures()[spellings()[twice[1]]]
    many, _blank, what = words.partition(" ")
    counted = measures().get(spellings().get(what, ""))
    word, scale = _scale_words().get(many, ("", 0.0))
    return Measure(counted.code, f"{word} {counted.name}", counted.scale * scale) if counted and scale else None


@lru_cache(maxsize=4096)
def counted(text: str) -> bool:
    """Whether a text is a number with what it counts behind it and nothing more: "20.999 people"."""
    found = _COUNTED.fullmatch(text.strip())
    return found is not None and read(found[1]) is not None


@cache
def _scale_words() -> dict[str, tuple[str, float]]:
    """Each word for a multiple as it is compared -> (as it is written, the multiple)."""
    found = {plain(row["word"]): (row["word"], float(row["scale"])) for row in table("unit_scales.csv") if row["kind"] == "scale"}
    return found | {"1000": ("1.000", 1000.0), "1.000": ("1.000", 1000.0)}


def in_line(text: str) -> Measure | None:
    """The measure of a line such as "Don vi tinh: trieu dong"; "Don vi: ..." where that is money, a multiple or a percentage."""
    text = _BOTH_TONGUES.sub(r"\1", text)
    match = _LINE.search(plain(text))
    return read(match[1]) or _money_among(match[1]) if match else _multiple(_UNIT, text)


def _money_among(text: str) -> Measure | None:
    """The one unit of money in a list of known measures: "people, thousand dong", "people: person; amounts: thousand dong"."""
    parts = [part.rpartition(":")[2] for part in _JOINED.split(text)]
    money = [m for part in parts if (m := read(part)) and m.money]
    return money[0] if len(money) == 1 and several(",".join(parts)) else None


def tells_measure(text: str) -> bool:
    """Whether a line says what the figures are measured in, be it several measures or one that is not known here."""
    if in_line(text) is not None:
        return True
    folded = plain(_BOTH_TONGUES.sub(r"\1", text))
    told = _LINE.search(folded)
    if told:
        return told.start() < 3 and ":" in folded and len(told[1]) < _LIST
    told = _UNIT.search(folded)
    return told is not None and several(told[1])


def as_printed(text: str) -> str | None:
    """The words in which a line over a table says what it is measured in, as they stand there."""
    flat = " ".join(unicodedata.normalize("NFC", text).replace("_", " ").split())
    flat = _BOTH_TONGUES.sub(r"\1", flat)
    flat = _AGAIN.sub("", flat) if not _AGAIN.match(flat) else flat
    found = [m for m in (_UNITS.search(plain(flat)),) if m and several(m[1])]
    found += [m for pattern in (_LINE, _UNIT) if tells_measure(flat) and (m := pattern.search(plain(flat)))]
    found += [m for m in (_WITHIN.search(plain(flat)),) if m and len(m[1]) < _LIST]
    found += [m for m in (_IN.search(plain(flat)), *_BRACKETS.finditer(plain(flat))) if m and over_table(flat) and read(m[1])]
    return flat[found[0].start(1) : found[0].end(1)].strip(" .():") if found else None


def printed_near(text: str) -> str | None:
    """The measures that a line right over a table holds: alone, in English too ("Nguoi - Person"), behind what is measured ("Value: million
    dong"), or in the brackets at its end; "Year:" waits for an answer, words in capitals are a title ("REPORT") unless they name money."""
    bare = text.strip(" .")
    if bare.endswith(":"):
        return None
    last = _BRACKETS.findall(bare)[-1:] if bare.endswith(")") else []
    last += [bare.partition(":")[2].strip()] if _MEASURED.match(plain(bare)) else []
    here, dash, there = bare.partition(" - ")
    if dash and several(here) and there.isascii() and len(bare) < _LIST:
        return bare
    alone = [bare] if not bare.isupper() or over_table(bare) else []
    return next((part.strip(" .()") for part in (*alone, *last) if several(part)), None)


def aside(text: str) -> bool:
    """A line in brackets that says what the figures are measured in, and not what is counted: "(Money: thousand dong)"."""
    bare = text.strip()
    return bare.startswith("(") and bare.endswith(")") and printed_near(bare[1:-1]) is not None


def several(text: str) -> bool:
    """Whether a text is a list of known measures and nothing more: "million dong, %"."""
    named = [part for part in _JOINED.split(plain(text)) if part.strip(" .()")]
    return bool(named) and all(read(part) or _of_others(part.strip(" .()")) for part in named)


def _of_others(part: str) -> bool:
    """A measure of other administrations, or a multiple of one: "million kWh"."""
    many, _blank, what = part.partition(" ")
    return part in _others() or (what in _others() and many in _scale_words())


@cache
def _others() -> frozenset[str]:
    """Measures in which other administrations count: nothing is read in them."""
    return frozenset(plain(row["word"]) for row in table("other_measures.csv"))


def over_table(text: str) -> Measure | None:
    """The measure that a line over a table states, its title too: "Amounts (million dong)", "reckoned in thousands of dong"."""
    found = in_line(text) or _multiple(_IN, text)
    if found is None and len(text) < _SHORT:
        found = read(text) or in_heading(text) or next((m for p in _BRACKETS.findall(plain(text)) if (m := _money_among(p))), None)
        return found if found is not None and (found.money or (found.code == _PERCENT and not _SOME.search(text))) else None
    return found


def _multiple(pattern: re.Pattern[str], text: str) -> Measure | None:
    """What a looser pattern finds, where it is money, a multiple or a percentage."""
    match = pattern.search(plain(text)) if len(text) < _SHORT else None
    found = read(match[1]) if match else None
    return found if found is not None and (found.money or found.scale != 1 or found.code == _PERCENT) else None


@lru_cache(maxsize=4096)
def in_heading(text: str) -> Measure | None:
    """The measure in the brackets of a heading: "So tien (trieu dong)"."""
    for part in reversed(_BRACKETS.findall(text)):
        found = read(part)
        if found:
            return found
    if plain(text).rstrip().endswith("%"):
        return measures().get("percent")
    return None


@lru_cache(maxsize=1024)
def of_element(code: str) -> Measure | None:
    """The measure in which an element is kept, or None for an indicator."""
    element = elements().get(code)
    return measures().get(element.unit) if element else None


@lru_cache(maxsize=1024)
def is_money(code: str) -> bool:
    """Whether an element counts money."""
    measure = of_element(code)
    return measure is not None and measure.money


@lru_cache(maxsize=1024)
def of_another_thing(word: str, code: str) -> bool:
    """Whether the word behind a figure ("5 hamlets") is that of another thing than an element counts."""
    said, own = read(word), of_element(code)
    return said is not None and own is not None and {said.code, own.code} <= _APART and said.code != own.code
