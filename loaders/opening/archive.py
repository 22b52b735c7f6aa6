"""A zip of returns as the files inside it, under the same ceilings as a workbook; anything else is one file, itself."""

from __future__ import annotations

import io
import zipfile
from pathlib import PurePosixPath

from catalogue.language import _, number
from loaders.opening.door import MAX_MEMBERS, MAX_SIZE, MAX_UNPACKED, MEGABYTE, locked, member, unsafe
from loaders.opening.refusal import Unreadable

MOST_RATIO = 100
_NOISE = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


def files_in(data: bytes, name: str) -> list[tuple[str, bytes]]:
    """(name, bytes) of every file sent: those of a plain zip, in its order, or the file itself when it is no plain zip.

    A zip is opened one level deep and only in memory; of a path inside it the last part alone is kept. Unreadable says
    why a zip stays closed: damaged, locked, unsafe, too large, empty.
    """
    if data[:2] != b"PK":
        return [(name, data)]
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except Exception:  # noqa: BLE001  whatever it is, the door of the reader says it
        return [(name, data)]
    with archive:
        if _is_document(archive):
            return [(name, data)]
        found = [(_name(info), member(archive, info.filename, MAX_SIZE)) for info in _wanted(archive, len(data))]
    if not found:
        raise Unreadable("empty_file", _("The zip file holds no workbook."))
    return found


def _is_document(archive: zipfile.ZipFile) -> bool:
    """Whether the zip is itself a workbook (or another office document)."""
    names = {info.filename.lower() for info in archive.infolist()}
    return "[content_types].xml" in names or "mimetype" in names


def _wanted(archive: zipfile.ZipFile, size: int) -> list[zipfile.ZipInfo]:
    """The members that are files of a person; a whole zip that breaks a ceiling is refused."""
    infos = [info for info in archive.infolist() if info.filename and not info.is_dir()]  # a nameless one is no file that anyone packed
    total = sum(info.file_size for info in infos)
    if len(infos) > MAX_MEMBERS or any(".." in PurePosixPath(info.filename.replace("\\", "/")).parts for info in infos):
        raise unsafe()
    if total > MAX_UNPACKED or total > MOST_RATIO * max(size, MEGABYTE):
        limit = number(MAX_UNPACKED // MEGABYTE)
        raise Unreadable(
            "file_too_large", _("Unpacked, the zip file has more than {limit} MB. Send its files in several parts.", limit=limit)
        )
    if any(info.flag_bits & 1 for info in infos):
        raise locked()
    wanted = [info for info in infos if not info.filename.startswith(_NOISE) and not info.filename.endswith(_NOISE)]
    too_large = next((info for info in wanted if info.file_size > MAX_SIZE), None)
    if too_large:
        said = _("The file {name} inside the zip is larger than {limit} MB.", name=_name(too_large), limit=number(MAX_SIZE // MEGABYTE))
        raise Unreadable("file_too_large", said)
    return wanted


def _name(info: zipfile.ZipInfo) -> str:
    """The last part of a member's path. Zips of Windows often hold UTF-8 names without saying so."""
    written = info.filename
    if not info.flag_bits & 0x800:
        try:
            written = written.encode("cp437").decode("utf-8")
        except UnicodeError:
            written = info.filename
    return PurePosixPath(written.replace("\\", "/")).name
