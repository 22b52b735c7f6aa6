"""The dress of cells in an xlsx: style index to number format, percent, font, bold, fill, lines drawn around it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from loaders.opening.grid import PLAIN, Style
from loaders.opening.kinds import reader_rows
from loaders.opening.xml_events import Attributes, local, parse

_MOST_KNOWN = 200_000  # bytes; larger ones are not kept
_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')


@cache
def builtin_formats() -> dict[int, str]:
    """The number formats every workbook has without declaring them, as Vietnamese Excel shows them."""
    return {int(row["id"]): row["code"] for row in reader_rows("number_formats.csv")}


@cache
def is_percent(code: str) -> bool:
    """A % stands in the format outside quotes: what is stored is a fraction of 1."""
    return "%" in code and "%" in _QUOTED.sub("", code)


@dataclass(slots=True)
class _Reader:
    formats: dict[int, str] = field(default_factory=dict)
    fonts: list[Attributes] = field(default_factory=list)
    fills: list[str] = field(default_factory=list)
    borders: list[bool] = field(default_factory=list)
    records: list[Attributes] = field(default_factory=list)
    inside: list[str] = field(default_factory=list)

    def start(self, name: str, attributes: Attributes) -> None:
        parent = self.inside[-1] if self.inside else ""
        self.inside.append(name)
        if name == "numFmt" and parent == "numFmts":
            self.formats[_int(attributes, "numFmtId")] = attributes.get("formatCode", "")
        elif name == "font" and parent == "fonts":
            self.fonts.append({})
        elif parent == "font" and len(self.inside) > 2 and self.inside[-3] == "fonts" and self.fonts:
            self.fonts[-1][name] = attributes.get("val", "1")
        elif name == "fill" and parent == "fills":
            self.fills.append("")
        elif name == "fgColor" and "fills" in self.inside and self.fills:
            self.fills[-1] = attributes.get("rgb") or (f"theme{attributes['theme']}" if "theme" in attributes else "")
        elif name == "border" and parent == "borders":
            self.borders.append(False)
        elif self.inside[-3:-1] == ["borders", "border"] and attributes.get("style", "none") != "none":
            self.borders[-1] = True
        elif name == "xf" and parent == "cellXfs":
            self.records.append(dict(attributes))
        elif name == "alignment" and parent == "xf" and self.records and "cellXfs" in self.inside:
            self.records[-1]["indent"] = attributes.get("indent", "0")

    def end(self, _name: str) -> None:
        self.inside.pop()

    def style(self, record: Attributes) -> Style:
        number = _int(record, "numFmtId")
        code = self.formats.get(number) or builtin_formats().get(number, "General")
        font = _item(self.fonts, _int(record, "fontId"), {})
        fill = _item(self.fills, _int(record, "fillId"), "") if _int(record, "fillId") > 1 else ""
        on = {key: font.get(key, "0") not in ("0", "false") for key in ("b", "i", "strike")}
        name = font.get("name") or font.get("rFont", "")
        ruled = _item(self.borders, _int(record, "borderId"), False)
        return Style(code, is_percent(code), name, on["b"], on["i"], on["strike"], fill, _int(record, "indent"), ruled)


def _int(attributes: Attributes, key: str) -> int:
    text = attributes.get(key, "0")
    return int(text) if text.isdigit() and len(text) < 9 else 0


def _item(items: list[Any], index: int, default: Any) -> Any:
    return items[index] if index < len(items) else default


def read_styles(data: bytes) -> tuple[Style, ...]:
    """The styles of xl/styles.xml in the order cells name them; files of one form bring the same, which is read once."""
    return _known(data) if len(data) <= _MOST_KNOWN else _styles(data)


@lru_cache(maxsize=16)
def _known(data: bytes) -> tuple[Style, ...]:
    return _styles(data)


def _styles(data: bytes) -> tuple[Style, ...]:
    reader = _Reader()
    parse(data, lambda name, attributes: reader.start(name, {local(k): v for k, v in attributes.items()}), reader.end)
    return tuple(reader.style(record) for record in reader.records) or (PLAIN,)
