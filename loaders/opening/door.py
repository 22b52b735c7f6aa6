"""The door: what a file truly is, and whether it is safe to open. Nothing behind it sees a byte of a file that failed here."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

import olefile

from catalogue.language import _
from loaders.opening.encoding import utf16
from loaders.opening.refusal import Unreadable

MEGABYTE = 1024 * 1024
MAX_SIZE = 20 * MEGABYTE
MAX_UNPACKED = 200 * MEGABYTE
MAX_MEMBER = 150 * MEGABYTE
MAX_MEMBERS = 2000
_STRING_LIMIT = 32767 * 8  # an Excel string is at most 32,767 letters, each at most 8 bytes when escaped

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = {
    b"%PDF": "PDF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"Rar!": "RAR",
    b"7z\xbc\xaf": "7z",
    b"\x1f\x8b": "gzip",
    b"MZ": "EXE",
    b"{\\rtf": "RTF",
    b"II*\x00": "TIFF",
    b"MM\x00*": "TIFF",
    b"\x7fELF": "ELF",
}
_HTML = re.compile(rb"<\s*(?:!doctype\s+html|html|head|body|table|meta|style)\b", re.I)
_XML2003 = b"urn:schemas-microsoft-com:office:spreadsheet"


@dataclass(frozen=True)
class Opened:
    """A file that passed: `format` is xlsx, xlsm, xlsb, ods, xls, html, xml2003 or csv; `data` its bytes (decrypted when it was locked
    with the password every Excel knows); `archive` is open for the zip formats."""

    format: str
    data: bytes
    archive: zipfile.ZipFile | None = None
    protected: bool = False


def check(data: bytes, name: str) -> Opened:
    """Pass the file through the door; Unreadable when it must stay outside. `name` only helps to tell a lock file."""
    _size(data, name)
    bare = data[:64].lstrip(b"\xef\xbb\xbf\r\n\t ")
    if bare.startswith((_ZIP, _OLE)):  # a download page wrote blank lines before the file
        data = data[min(len(data), 64) - len(bare) :]
    if data.startswith(_OLE):
        return _ole(data)
    if data[:2] == b"PK":
        return _zip(data)
    return Opened(_text_format(data), data)


def _size(data: bytes, name: str) -> None:
    if name.replace("\\", "/").rsplit("/", 1)[-1].startswith("~$"):
        text = _("This is the lock file Excel leaves while a workbook is open. Close the workbook and send the file without ~$.")
        raise Unreadable("lock_file", text)
    if not data or not data.strip(b"\0 \t\r\n"):
        raise Unreadable("empty_file", _("The file is empty. Open the original again, save it and send it once more."))
    if len(data) > MAX_SIZE:
        text = _(
            "The file is larger than {limit} MB. Delete pictures and unused sheets, then save it as .xlsx.", limit=MAX_SIZE // MEGABYTE
        )
        raise Unreadable("file_too_large", text)


def broken() -> Unreadable:
    """The answer to a file that is damaged inside."""
    return Unreadable("damaged", _("The file is damaged or incomplete. Open it in Excel, choose Save as .xlsx and send the new file."))


def cut_off() -> Unreadable:
    """The answer to a file whose end did not arrive."""
    return Unreadable("truncated", _("The end of the file is missing: it was not sent or downloaded whole. Send it again."))


def unsafe() -> Unreadable:
    """The answer to a file built to exhaust or mislead its reader."""
    text = _("The file is damaged or unsafe: it is not built as a workbook is. Copy the table to a new workbook and send that.")
    return Unreadable("unsafe_file", text)


def foreign(kind: str) -> Unreadable:
    """The answer to a file of another kind."""
    text = _("This is a {kind} file, not a workbook. Send the Excel file (.xlsx) the figures were typed in.", kind=kind)
    return Unreadable("not_a_workbook", text)


def packed() -> Unreadable:
    """The answer to files packed together within what was unpacked already."""
    text = _("This is a ZIP file within another or with another ending, not a workbook. Unpack it and send the workbooks in it.")
    return Unreadable("not_a_workbook", text)


# --- zip -------------------------------------------------------------------------------------------------------------------


def _zip(data: bytes) -> Opened:
    if b"PK\x05\x06" not in data[-66_000:]:
        raise broken() if b"PK\x05\x06" in data else cut_off()
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = archive.infolist()
    except Exception as error:
        raise broken() from error
    _members(members, len(data))
    names = {member.filename for member in members}
    return Opened(_zip_format(archive, names), data, archive)


def _members(members: list[zipfile.ZipInfo], size: int) -> None:
    names = [member.filename for member in members]
    total = sum(member.file_size for member in members)
    ratio = total / max(size, 1)
    odd = any(".." in name.replace("\\", "/").split("/") or name.startswith("/") for name in names)
    if odd or len(members) > MAX_MEMBERS or len({name.lower() for name in names}) != len(names):
        raise unsafe()
    if total > MAX_UNPACKED or max((m.file_size for m in members), default=0) > MAX_MEMBER:
        raise unsafe()
    if (ratio > 100 and total > MEGABYTE) or (ratio > 50 and total > 20 * MEGABYTE):
        raise unsafe()
    if any(member.flag_bits & 1 for member in members):
        raise locked()


def _zip_format(archive: zipfile.ZipFile, names: set[str]) -> str:
    if "mimetype" in names:
        kind = member(archive, "mimetype").strip()
        if kind.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
            return _open_document(archive, names)
        raise foreign("OpenDocument")
    lower = {name.lower() for name in names}
    if "xl/workbook.bin" in lower:
        return "xlsb"
    if any(name.startswith("word/") for name in lower):
        raise foreign("Word")
    if any(name.startswith("ppt/") for name in lower):
        raise foreign("PowerPoint")
    if "[content_types].xml" not in lower:
        raise packed()
    return "xlsm" if any(name.endswith("vbaproject.bin") for name in lower) else "xlsx"


def _open_document(archive: zipfile.ZipFile, names: set[str]) -> str:
    if "META-INF/manifest.xml" in names and b"encryption-data" in member(archive, "META-INF/manifest.xml"):
        raise locked()
    return "ods"


def member(archive: zipfile.ZipFile, name: str, limit: int = MAX_MEMBER) -> bytes:
    """The bytes of a member, counted while they are inflated: what it declares may lie. Unreadable when damaged or over `limit`."""
    try:
        with archive.open(name) as file:
            data = file.read(limit + 1)
    except Exception as error:  # each way of packing has errors of its own
        raise broken() from error
    if len(data) > limit:
        raise unsafe()
    return data


def xml_member(archive: zipfile.ZipFile, name: str) -> bytes:
    """An XML member; Unreadable when it declares a document type or entities, or holds a text no cell can hold."""
    data = member(archive, name)
    head = data[:4096].replace(b"\0", b"")
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head or b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise unsafe()
    return data


def check_strings(data: bytes) -> None:
    """Unreadable when a text is far longer than any cell can hold: a stretch of that length without a tag."""
    if any(data.find(b"<", at, at + _STRING_LIMIT) < 0 for at in range(0, len(data) - _STRING_LIMIT, _STRING_LIMIT)):
        raise unsafe()


# --- OLE -------------------------------------------------------------------------------------------------------------------


def locked() -> Unreadable:
    """The answer to a file under a password."""
    text = _(
        "The file is locked with a password. In Excel choose File > Info > Protect Workbook, clear the password, save and send it again."
    )
    return Unreadable("password", text)


def _ole(data: bytes) -> Opened:
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            streams = {"/".join(entry).lower() for entry in ole.listdir()}
            whole = all(_ends(ole.fat, sector) for sector in _starts(ole))
    except Exception as error:
        raise broken() from error
    if not whole:
        raise unsafe()
    if "encryptedpackage" in streams:
        return _decrypt(data)
    if "worddocument" in streams:
        raise foreign("Word")
    if "powerpoint document" in streams:
        raise foreign("PowerPoint")
    if not streams & {"workbook", "book"}:
        raise foreign("OLE")
    return Opened("xls", data)


def _starts(ole: olefile.OleFileIO) -> set[int]:
    """Where the chains of sectors begin that calamine follows: the directory, the short sectors and the workbook."""
    books = [entry for entry in ole.direntries if entry is not None and entry.name.lower() in ("workbook", "book")]
    long = [entry for entry in (ole.root, *books) if entry is ole.root or entry.size >= ole.mini_stream_cutoff_size]
    return {ole.first_dir_sector, ole.first_mini_fat_sector, *(entry.isectStart for entry in long)}


def _ends(fat: Sequence[int], sector: int) -> bool:
    """Whether a chain of sectors comes to an end; one that bites its tail would be followed until memory is full."""
    steps = 0
    while sector < len(fat) and steps <= len(fat):
        sector, steps = fat[sector], steps + 1
    return steps <= len(fat)


def _decrypt(data: bytes) -> Opened:
    """Excel opens a file locked with this well-known word without asking; so do we. Any other password is never tried."""
    plain = decrypted(data)
    inner = _zip(plain) if plain[:2] == b"PK" else Opened("xls", plain)
    return Opened(inner.format, inner.data, inner.archive, protected=True)


def decrypted(data: bytes) -> bytes:
    """The bytes behind the default password; Unreadable when another one was set."""
    import msoffcrypto

    out = io.BytesIO()
    try:
        book = msoffcrypto.OfficeFile(io.BytesIO(data))
        book.load_key(password="VelvetSweatshop")
        book.decrypt(out)
    except Exception as error:
        raise locked() from error
    return out.getvalue()


# --- text ------------------------------------------------------------------------------------------------------------------


def _text_format(data: bytes) -> str:
    for magic, kind in _OTHERS.items():
        if data.startswith(magic):
            raise foreign(kind)
    if data[:4] in (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00"):
        raise Unreadable("old_excel", _("The file was written by an Excel older than 1997. Open it in Excel and save it as .xlsx."))
    head = data[:4096].replace(b"\0", b"")
    if _XML2003 in head:
        return "xml2003"
    if b"office:document" in head and b"opendocument" in head:
        raise Unreadable("flat_ods", _("This is a flat OpenDocument file. Open it and save it as .xlsx or .ods."))
    if _HTML.search(head):
        return "html"
    if head.lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").startswith(b"<?xml"):
        raise foreign("XML")
    if _binary(data):
        raise Unreadable("not_a_workbook", _("This file is no workbook. Send the Excel file (.xlsx) the figures were typed in."))
    return "csv"


def _binary(data: bytes) -> bool:
    """Too many control bytes for a text of any 8-bit encoding; UTF-16 has its own pattern."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or utf16(data):
        return False
    sample = data[:8192]
    odd = sum(sample.count(bytes([code])) for code in (*range(9), *range(14, 27), 28, 29, 30, 31))
    return odd > len(sample) // 200
