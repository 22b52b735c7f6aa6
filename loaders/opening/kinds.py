"""What a stored text is at first sight (number, placeholder, date, text), and the same text without what no eye sees."""

from __future__ import annotations

import csv
import re
import unicodedata
from functools import cache
from pathlib import Path

from loaders.opening.grid import Kind

READER = Path(__file__).parents[2] / "data" / "reader"

_UNSEEN = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff"))
_SPACES = {ord(space): " " for space in "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000"}
_HIDDEN_MARKS = _UNSEEN | _SPACES
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_NUMBER = re.compile(r"[(+\-\u2212\u2013]*\s*\d[\d .,']*\s*[%\u2030]?\s*\)?")
_FRACTION = re.compile(r"\d[\d.]*\s*/\s*\d[\d.]*(?:\s*\(\s*[\d.,]+\s*%?\s*\))?")
_DATE = re.compile(r"\d{1,2}[/.\-]\d{1,2}[/.\-](?:19|20)\d\d(?:\s.*)?|(?:19|20)\d\d-\d\d-\d\d(?:[ T].*)?")
_MONTH = re.compile(r"(?:0?[1-9]|1[0-2])\s*/\s*(?:19|20)\d\d")


def reader_rows(name: str) -> list[dict[str, str]]:
    """The rows of a table of data/reader/."""
    with (READER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def nil_words() -> dict[str, str]:
    """What clerks write for nothing, or for a tick, in lower case: word to state (see values.State)."""
    return {unicodedata.normalize("NFC", row["word"]): row["state"] for row in reader_rows("nil_words.csv")}


def clean(text: str) -> str:
    """NFC, plain spaces, no unseen marks, no carriage returns (also those escaped as _x000D_); leading spaces stay.

    Soft hyphens stay too: they are a letter in texts of legacy fonts.
    """
    if "_x" in text:
        text = _ESCAPE.sub(lambda m: chr(int(m[1], 16)) if int(m[1], 16) < 0xD800 else m[0], text)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text.translate(_HIDDEN_MARKS))
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROL.sub("", text).rstrip()


def kind_of_text(text: str) -> Kind:
    """The kind of a text that holds something: N for one written number or fraction, P for a nil word or a tick, D for a day, else T."""
    first = text[0]
    if (first.isdigit() or first in "(+-\u2212\u2013") and len(text) < 40:
        if _NUMBER.fullmatch(text):
            return "N"
        if _DATE.fullmatch(text):
            return "D"
        if _FRACTION.fullmatch(text) and not _MONTH.fullmatch(text):
            return "N"
    return "P" if len(text) < 32 and text.lower() in nil_words() else "T"
