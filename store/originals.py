"""Files as they were sent: kept under the hash of their bytes, whole or not at all, read-only, never changed."""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from pathlib import Path


def hash_of(data: bytes) -> str:
    """The sha256 of some bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def place_of(folder: Path, sha256: str) -> Path:
    """Where the file of that hash lies: two levels of folders by its first letters."""
    return folder / sha256[:2] / sha256[2:4] / sha256


def is_whole(path: Path) -> bool:
    """Whether the file is there and its bytes still have the hash it is named by."""
    return path.is_file() and hash_of(path.read_bytes()) == path.name


def keep(folder: Path, data: bytes) -> Path:
    """Write the bytes to disk for good and give their place; safe when several processes keep the same file at once."""
    path = place_of(folder, hash_of(data))
    if is_whole(path):
        return path
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".incoming-")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o444)
        _put(temporary, path)
    except BaseException:
        remove(temporary)
        raise
    _settle_folder(path.parent)
    return path


def remove(path: Path) -> None:
    """Take a kept file away (Windows refuses to remove a read-only one, so that is lifted first)."""
    if path.exists():
        path.chmod(0o644)
        path.unlink(missing_ok=True)


def _put(temporary: Path, path: Path) -> None:
    try:
        temporary.replace(path)
    except PermissionError:  # Windows does not replace a read-only file: another process has kept the same bytes meanwhile
        if not is_whole(path):
            raise
        remove(temporary)


def _settle_folder(folder: Path) -> None:
    """Write the folder's entry to disk too; Windows cannot open folders and needs no such step."""
    with contextlib.suppress(PermissionError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
