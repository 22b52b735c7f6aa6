"""Which reports may be opened: their size, their true kind, and archives built to exhaust their reader."""

from __future__ import annotations

import io
import zipfile
import zlib
from xml.etree.ElementTree import Element

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from catalogue.errors import UserError
from catalogue.language import _

MEGABYTE = 1024 * 1024
MAX_SIZE = 20 * MEGABYTE
MAX_PART = 40 * MEGABYTE
MAX_UNPACKED = 200 * MEGABYTE
MAX_MEMBERS = 2000
MAX_RATIO = 200
MAX_LETTERS = 1_500_000

_ZIP, _OLE, _PDF = b"PK", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF"


def kind_of(data: bytes) -> str:
    """docx, pdf or txt by the bytes themselves; UserError when the file stays outside."""
    if not data or not data.strip(b"\0 \t\r\n"):
        raise UserError(_("The file is empty. Open the original again, save it and choose it once more."))
    if len(data) > MAX_SIZE:
        raise UserError(_("The report is larger than {limit} MB. Remove its pictures and save it again.", limit=MAX_SIZE // MEGABYTE))
    if data.startswith(_OLE):
        raise UserError(_("This is an old Word file (.doc) or one under a password. Save it as .docx without a password."))
    if data.startswith(_ZIP):
        return "docx"
    if _PDF in data[:1024]:
        return "pdf"
    if b"\0" in data[:4096] and data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        raise UserError(_("This file is no report that can be read. Choose a .docx, a .pdf with text or a .txt file."))
    return "txt"


def damaged() -> UserError:
    """The answer to a report that is broken inside."""
    return UserError(_("The report is damaged or incomplete. Open it, save it again and choose the new file."))


def unsafe() -> UserError:
    """The answer to a file built to exhaust or mislead its reader."""
    return UserError(_("The file is not built as a Word document is and stays closed. Copy its text to a new document."))


def exhausting() -> UserError:
    """The answer to a PDF that took more of its reader than any report."""
    return UserError(_("Reading this PDF took more time or memory than a report does. Choose the Word file, or save it as PDF again."))


def archive(data: bytes) -> zipfile.ZipFile:
    """The open archive of a Word document; UserError when it is damaged, unsafe or something else."""
    try:
        opened = zipfile.ZipFile(io.BytesIO(data))
        members = opened.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError, OverflowError) as error:
        raise damaged() from error
    total = sum(member.file_size for member in members)
    if len(members) > MAX_MEMBERS or total > MAX_UNPACKED or (total > 5 * MEGABYTE and total > MAX_RATIO * len(data)):
        raise unsafe()
    if not any(member.filename == "word/document.xml" for member in members):
        raise UserError(_("This is no Word document. Choose a .docx, a .pdf with text or a .txt file."))
    return opened


def part(opened: zipfile.ZipFile, name: str) -> Element | None:
    """The root of an XML part, None when there is none; entities and document types are refused, the size is counted as it unpacks."""
    if name not in opened.namelist():
        return None
    try:
        with opened.open(name) as file:
            data = file.read(MAX_PART + 1)
        if len(data) > MAX_PART:
            raise unsafe()
        root: Element = ElementTree.fromstring(data, forbid_dtd=True)
    except DefusedXmlException as error:
        raise unsafe() from error
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ElementTree.ParseError) as error:
        raise damaged() from error
    return root
