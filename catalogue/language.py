"""Sentences and numbers as people read them: gettext catalogues of locale/, Vietnamese by default, and Babel formats.

Code is written in English; `_("Units reporting")` gives the sentence of the language now in force. Each room of the
house keeps its own catalogue (`locale/vi/<room>.po`), all of one language are laid together.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path
from typing import Any

from babel.dates import format_date
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

LOCALE_FOLDER = Path(__file__).parents[1] / "locale"
LANGUAGES = ("vi", "en")
QUARTERS = ("I", "II", "III", "IV")
_COUNTED = "\ue000"
"""Stands before a 1 while a sentence is filled."""
_COUNTS_ONE = re.compile(_COUNTED + r"1((?: [a-z]+){1,7})")
_NEAR = 2
_language: ContextVar[str] = ContextVar("language", default="")
_asked: list[Callable[[], str]] = []


def use_language(code: str) -> None:
    """Speak `code` (vi or en) from now on in this context; anything else means Vietnamese."""
    _language.set(code if code in LANGUAGES else LANGUAGES[0])


def otherwise(ask: Callable[[], str]) -> None:
    """Where nobody chose a language in a context (a thread that was just begun), `ask` tells it: "" when it does not know either."""
    _asked[:] = [ask]


def language() -> str:
    """The code of the language now in force."""
    return _language.get() or (_asked[0]() if _asked else "") or LANGUAGES[0]


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak `code` inside the block: what leaves the house is Vietnamese, whoever asks for it."""
    mark = _language.set(code)
    try:
        yield
    finally:
        _language.reset(mark)


def named(thing: Any) -> str:
    """The name of something declared with `name_vi` and `name_en`, in the language in force."""
    return thing.name_en if language() == "en" else thing.name_vi


@cache
def sentences(code: str) -> dict[str, str]:
    """Every translated sentence of a language: message id to text. English has none: its ids are the text."""
    found: dict[str, str] = {}
    for path in sorted((LOCALE_FOLDER / code).glob("*.po")):
        with path.open("rb") as file:
            found.update({str(m.id): str(m.string) for m in read_po(file) if m.id and m.string})
    return found


def _(message: str, **values: object) -> str:
    """`message` in the language in force, its `{names}` filled from `values`."""
    text = sentences(language()).get(message, message)
    return _filled(text, values) if values else text


def _filled(text: str, values: dict[str, object]) -> str:
    """Ids are written for many; in English, a 1 filled in makes what it counts one: "1 file is", not "1 files are"."""
    if language() != "en" or "1" not in (told := {name: str(value) for name, value in values.items()}).values():
        return text.format(**values)
    marked = text.format(**{name: f"{_COUNTED}1" if value == "1" else value for name, value in told.items()})
    return _COUNTS_ONE.sub(lambda found: f"1{_of_one(found[1])}", marked).replace(_COUNTED, "")


def _of_one(words: str) -> str:
    """The words after a 1, with the first that counts things in the singular, and the first verb that goes with it."""
    said, wanted = words.split(" "), ["noun", "verb"]
    for place, word in enumerate(said):
        one, kind = one_of_many().get(word, (word, ""))
        if kind in wanted:
            said[place] = one
            wanted = ["verb"] if kind == "noun" else []
        elif wanted[:1] == ["noun"] and (word.endswith("s") or place > _NEAR):
            break
    return " ".join(said)


@cache
def one_of_many() -> dict[str, tuple[str, str]]:
    """English words that go with many: what they are with one, and whether they are a noun or a verb."""
    with (LOCALE_FOLDER / "en" / "one.csv").open(encoding="utf-8", newline="") as file:
        return {row["many"]: (row["one"], row["kind"]) for row in csv.DictReader(file)}


def number(value: float | None, decimals: int | None = 0) -> str:
    """1234.5 as 1.234,5 (Vietnamese); None as an empty text. `decimals=None` keeps up to three that matter."""
    if value is None or value != value:
        return ""
    tail = ".###" if decimals is None else "." + "0" * decimals if decimals else ""
    return format_decimal(value, format="#,##0" + tail, locale=language())


def quarter(place: int) -> str:
    """The number of a quarter as the reader's language writes it: II in Vietnamese, 2 in English."""
    return str(place) if language() == "en" else QUARTERS[place - 1]


def percent(value: float | None, decimals: int = 1) -> str:
    """A percentage given in percent (95.5) as 95,5%; a whole one without its zero decimals."""
    if value is None or value != value:
        return ""
    shown = round(value, decimals)
    return f"{number(shown, 0 if shown == int(shown) else decimals)}%"


def day(value: dt.date | None) -> str:
    """A date as dd/mm/yyyy; None as an empty text."""
    return format_date(value, "dd/MM/yyyy", locale=language()) if value else ""
