"""In which encoding a text was written: byte order mark, UTF-16, UTF-8, or the Windows code pages of Vietnamese and of legacy fonts."""

from __future__ import annotations

import re

_BYTE_ORDER = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_LETTER = re.compile("[\t\r\n\x20-\u024f\u0300-\u0323\u1e00-\u20cf]")
_MARKED = re.compile(r"[a-zA-Z\u00c2\u00ca\u00d4\u00e2\u00ea\u00f4\u0102\u0103\u01a0\u01a1\u01af\u01b0][\u0300\u0301\u0303\u0309\u0323]")
_LOOSE = re.compile(r"(?<![a-zA-Z\u00c0-\u01b0])[\u0300\u0301\u0303\u0309\u0323]")


def decode(data: bytes) -> tuple[str, str]:
    """The text and the name of its encoding. Never fails: what no encoding explains becomes U+FFFD."""
    for mark, encoding in _BYTE_ORDER.items():
        if data.startswith(mark):
            return data.decode(encoding, "replace"), encoding
    if encoding := utf16(data):
        return data.decode(encoding, "replace"), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
        damaged = text.count("\ufffd")
        whole = sum(1 for letter in text if letter > "\x7f") - damaged
        return (text, "utf-8") if whole > 20 * damaged else _eight_bit(data)


def utf16(data: bytes) -> str:
    """The kind of UTF-16 a text without byte order mark is written in; empty when in none."""
    sample = data[: min(len(data), 4096) // 2 * 2]
    if sample.count(0) * 8 < len(sample):
        return ""
    for encoding in ("utf-16-le", "utf-16-be"):
        text = sample.decode(encoding, "replace")
        if len(_LETTER.findall(text)) >= 0.98 * len(text) > 0:
            return encoding
    return ""


def _eight_bit(data: bytes) -> tuple[str, str]:
    """cp1258 when it gives Vietnamese marks on letters, else cp1252, in which legacy fonts were typed."""
    vietnamese = data.decode("cp1258", "replace")
    if len(_MARKED.findall(vietnamese)) > max(2, 4 * len(_LOOSE.findall(vietnamese))):
        return vietnamese, "cp1258"
    return data.decode("cp1252", "replace"), "cp1252"
