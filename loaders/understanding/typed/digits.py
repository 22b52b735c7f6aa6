"""Runs of digits with their signs: what they are under either decimal sign, and whether only one is possible."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Sign = Literal[",", ".", ""]


MAX_EXACT = 10**15


BODY = re.compile(r"\d+(?:[ .,']\d+)*")


@dataclass(frozen=True, slots=True)
class Digits:
    """A run of digits and signs: its value were the comma, or the point, the decimal sign (None where that cannot be)."""

    comma: float | None
    point: float | None
    text: str

    @property
    def certain(self) -> bool:
        """One reading only."""
        return self.comma == self.point or self.comma is None or self.point is None

    @property
    def sign(self) -> Sign:
        """The decimal sign it proves its writer to use; empty when it proves none."""
        if self.comma == self.point or not self.certain:
            return ""
        return "," if self.point is None else "."

    def read(self, sign: str) -> tuple[float | None, int]:
        """The value under a decimal sign and the digits shown behind it."""
        value = self.comma if sign == "," else self.point
        at = self.text.rfind(sign)
        return value, len(self.text) - at - 1 if at >= 0 else 0


def digits(text: str) -> Digits | None:
    """Digits with grouping and decimal signs understood; None when the signs stand as in no number (1.23.4, 12,34.5)."""
    if not BODY.fullmatch(text):
        return None
    if " " in text or "'" in text:
        whole, sign, _tail = text.replace("'", " ").partition("," if "," in text else ".")
        parts = whole.split(" ")
        if len(parts) < 2 or not _groups(parts) or " " in _tail:
            return None
        text = "".join(parts) + sign + _tail
        if sign:
            value = float(text.replace(",", ".")) if text.count(sign) == 1 and not ("," in text and "." in text) else None
            return Digits(value if sign == "," else None, value if sign == "." else None, text) if value is not None else None
    comma, point = _read(text, ","), _read(text, ".")
    return None if comma is None and point is None else Digits(comma, point, text)


def _read(text: str, decimal: str) -> float | None:
    """The value when `decimal` is the decimal sign and the other one groups thousands; None when that cannot be."""
    whole, _, tail = text.partition(decimal)
    other = "." if decimal == "," else ","
    if decimal in tail or other in tail:
        return None
    groups = whole.split(other)
    if len(groups) > 1 and not _groups(groups):
        return None
    if tail and whole[0] == "0" and whole.strip("0"):
        return None
    return float("".join(groups) + ("." + tail if tail else ""))


def _groups(parts: list[str]) -> bool:
    """1 to 3 digits that do not begin with 0, then threes."""
    return 1 <= len(parts[0]) <= 3 and parts[0][0] != "0" and all(len(part) == 3 for part in parts[1:])
