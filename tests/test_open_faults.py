"""At the door: each way a file can be bad has its own outcome and sentence, and nothing that is built to harm is opened."""

from __future__ import annotations

import io
import os
import random
import re
import struct
import zipfile
from pathlib import Path

import msoffcrypto.format.ooxml
import openpyxl
import pytest

from loaders.opening.refusal import Unreadable
from loaders.opening.workbook import open_bytes

FOLDER = Path(__file__).parent / "workbooks"
PLAIN = (FOLDER / "dressed.xlsx").read_bytes()
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def package(**parts: bytes | str) -> bytes:
    """The plain workbook with parts replaced or added; names are written with __ for / and end in _xml for .xml."""
    out = io.BytesIO()
    named = {name.replace("__", "/").replace("_xml", ".xml"): body for name, body in parts.items()}
    with zipfile.ZipFile(io.BytesIO(PLAIN)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in named:
                new.writestr(name, old.read(name))
        for name, body in named.items():
            new.writestr(name, body)
    return out.getvalue()


def sheet(body: str, head: str = "") -> str:
    return f'<?xml version="1.0"?>{head}<worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData></worksheet>'


def locked(password: str) -> bytes:
    out = io.BytesIO()
    msoffcrypto.format.ooxml.OOXMLFile(io.BytesIO(PLAIN)).encrypt(password, out)
    return out.getvalue()


def lying_size() -> bytes:
    """A member that declares one byte and inflates to very many."""
    data = bytearray(package(xl__sharedStrings_xml=b"<sst>" + b" " * (2 * 1024 * 1024) + b"</sst>"))
    at = data.rfind(b"PK\x01\x02", 0, data.rfind(b"xl/sharedStrings.xml"))
    struct.pack_into("<I", data, at + 24, 1)
    return bytes(data)


def members(count: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        for index in range(count):
            new.writestr(f"xl/a{index}.xml", "")
    return out.getvalue()


def twice() -> bytes:
    out = io.BytesIO(PLAIN)
    with zipfile.ZipFile(out, "a") as new:
        new.writestr("XL/workbook.xml", "<workbook/>")
    return out.getvalue()


def encrypted_entry() -> bytes:
    data = bytearray(PLAIN)
    struct.pack_into("<H", data, data.index(b"PK\x01\x02") + 8, 1)
    return bytes(data)


LAUGHS = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
MANY = "".join(f'<row r="{r}"><c r="A{r}"><v>1</v></c><c r="XFD{r}"><v>1</v></c></row>' for r in range(1, 40))
ROWS = "".join(f'<row r="{r}"><c r="A{r}"><v>1</v></c></row>' for r in range(1, 1_048_577, 900))

FAULTS = {
    "lock_file": ("~$bao cao.xlsx", b"\x05Admin" + b" " * 159),
    "empty_file": ("a.xlsx", b""),
    "zeros": ("a.xlsx", b"\0" * 5000),
    "too_large": ("a.xlsx", b"PK\x03\x04" + b"x" * (20 * 1024 * 1024)),
    "truncated": ("a.xlsx", PLAIN[: len(PLAIN) // 2]),
    "truncated_xls": ("a.xls", (FOLDER / "dressed.xls").read_bytes()[:3000]),
    "bad_xml": ("a.xlsx", package(xl__styles_xml=b"<styleSheet><fonts>")),
    "style_no_number": ("a.xlsx", package(xl__worksheets__sheet1_xml=sheet('<row r="1"><c r="A1" s="NaN"><v>1</v></c></row>'))),
    "formula_in_row_0": ("a.xlsx", package(xl__worksheets__sheet1_xml=sheet('<row r="1"><c r="A0"><f>1+1</f><v>2</v></c></row>'))),
    "no_workbook_part": ("a.xlsx", package(xl__workbook_xml="<workbook/>")),
    "pdf": ("a.xlsx", b"%PDF-1.7 ..."),
    "photo": ("a.xls", b"\xff\xd8\xff\xe0" + bytes(range(256))),
    "word": ("a.xlsx", package(word__document_xml="<d/>")),
    "zip": ("a.zip", members(3)),
    "noise": ("a.xls", random.Random(3).randbytes(4000)),
    "old_excel": ("a.xls", b"\x09\x00\x04\x00\x02\x00\x10\x00" + b"\0" * 50),
    "flat_ods": ("a.ods", b'<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">'),
    "password": ("a.xlsx", locked("bimat")),
    "password_zip": ("a.xlsx", encrypted_entry()),
    "bomb": ("a.xlsx", package(xl__media__x_xml=b"\0" * (60 * 1024 * 1024))),
    "long_text": ("a.xlsx", package(xl__sharedStrings_xml=f'<sst xmlns="{MAIN}"><si><t>' + os.urandom(300_000).hex() + "</t></si></sst>")),
    "many_texts": ("a.xlsx", package(xl__sharedStrings_xml=f'<sst xmlns="{MAIN}" uniqueCount="999999999"><si><t>a</t></si></sst>')),
    "laughs": ("a.xlsx", package(xl__worksheets__sheet1_xml=sheet("", LAUGHS))),
    "laughs_strings": ("a.xlsx", package(xl__sharedStrings_xml=LAUGHS + "<sst/>")),
    "laughs_2003": ("a.xls", (LAUGHS + '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>').encode()),
    "twice": ("a.xlsx", twice()),
    "parent_path": ("a.xlsx", package(**{"..__evil_xml": "x"})),
    "many_members": ("a.xlsx", members(2500)),
    "wide": ("a.xlsx", package(xl__worksheets__sheet1_xml=sheet(MANY))),
    "long": ("a.xlsx", package(xl__worksheets__sheet1_xml=sheet(ROWS))),
    "html_bomb": ("a.xls", b"<html><table>" + b"<tr><td colspan=999>1</td><td colspan=999></td></tr>" * 9 + b"</table></html>"),
    "html_tags": ("a.xls", b"<html>" + b"<b>" * 1_000_001),
    "html_depth": ("a.xls", b"<html>" + b"<table><tr><td>" * 40),
}


def ods(content: str, manifest: str = "<manifest/>") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        new.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        new.writestr("META-INF/manifest.xml", manifest)
        new.writestr("content.xml", content)
    return out.getvalue()


ODS = '<d xmlns:table="t" xmlns:office="o" xmlns:text="x"><table:table table:name="a">{}</table:table></d>'
CELL = '<table:table-cell {} office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell>'
ROW = '<table:table-row table:number-rows-repeated="{}">{}</table:table-row>'
FAULTS["password_ods"] = ("a.ods", ods("", "<manifest:encryption-data/>"))
FAULTS["ods_bomb"] = ("a.ods", ods(ODS.format(ROW.format(99_999, CELL.format('table:number-columns-repeated="900"')))))

CODES = {
    "lock_file": "lock_file",
    "empty_file": "empty_file",
    "zeros": "empty_file",
    "too_large": "file_too_large",
    "old_excel": "old_excel",
    "truncated": "truncated",
    "flat_ods": "flat_ods",
    **dict.fromkeys(["truncated_xls", "bad_xml", "style_no_number", "formula_in_row_0", "no_workbook_part"], "damaged"),
    **dict.fromkeys(["pdf", "photo", "word", "zip", "noise"], "not_a_workbook"),
    **dict.fromkeys(["password", "password_zip", "password_ods"], "password"),
    **dict.fromkeys(
        ["bomb", "long_text", "many_texts", "laughs", "laughs_strings", "laughs_2003", "twice", "parent_path", "many_members"],
        "unsafe_file",
    ),
    **dict.fromkeys(["wide", "long", "html_bomb", "html_tags", "html_depth", "ods_bomb"], "too_many_cells"),
}


@pytest.mark.parametrize("fault", sorted(CODES))
def test_each_fault_has_its_own_answer(fault: str) -> None:
    name, data = FAULTS[fault]
    with pytest.raises(Unreadable) as refused:
        open_bytes(data, name)
    assert refused.value.code == CODES[fault]
    assert str(refused.value).endswith(".") and any(letter in str(refused.value) for letter in "ệảấờầ")
    assert refused.value.outcome == "unreadable"


def test_real_bytes_are_counted_not_the_declared_ones() -> None:
    with pytest.raises(Unreadable) as refused:
        open_bytes(lying_size(), "a.xlsx")
    assert refused.value.code in ("unsafe_file", "damaged")


def test_the_password_every_excel_knows_is_no_password() -> None:
    assert open_bytes(locked("VelvetSweatshop"), "a.xlsx").sheets[0].cells == open_bytes(PLAIN, "a.xlsx").sheets[0].cells


def test_a_wrong_suffix_does_not_matter() -> None:
    for name, true in [("dressed.xlsx", "xlsx"), ("dressed.xls", "xls"), ("dressed.ods", "ods")]:
        assert open_bytes((FOLDER / name).read_bytes(), "report.html").format == true


def test_merges_without_end_cost_nothing() -> None:
    grid = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    body = sheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="900"><c r="Z900"><v>1</v></c></row>')
    one = package(xl__worksheets__sheet1_xml=body.replace("</sheetData>", "</sheetData>" + grid))
    assert len(open_bytes(one, "a.xlsx").sheets[0].owners) == 900 * 26
    many = package(xl__worksheets__sheet1_xml=body.replace("</sheetData>", "</sheetData>" + grid * 300))
    with pytest.raises(Unreadable) as refused:
        open_bytes(many, "a.xlsx")
    assert refused.value.code == "unsafe_file"


def test_a_long_blank_tail_is_no_bomb() -> None:
    blank = "".join(f'<row r="{r}"><c r="A{r}" s="1"/><c r="XFD{r}" s="1"/></row>' for r in range(2, 60_000, 7))
    data = package(xl__worksheets__sheet1_xml=sheet('<row r="1"><c r="A1"><v>1</v></c></row>' + blank))
    assert [c.value for c in open_bytes(data, "a.xlsx").sheets[0].cells.values()] == [1.0]
    tail = ROW.format(1, CELL.format("")) + '<table:table-row table:number-rows-repeated="1048575"><table:table-cell/></table:table-row>'
    assert len(open_bytes(ods(ODS.format(tail)), "a.ods").sheets[0].cells) == 1


# --- mutations ---------------------------------------------------------------------------------------------------------------

MUTATIONS = int(os.environ.get("CHISO_MUTATIONS", "150"))


def seeds() -> list[tuple[str, bytes]]:
    book = openpyxl.Workbook()
    for row in range(1, 12):
        book.active.append([f"Chỉ tiêu {row}", row, row / 7, "=A1", None, "x"])
    out = io.BytesIO()
    book.save(out)
    stored = io.BytesIO()
    with zipfile.ZipFile(out) as old, zipfile.ZipFile(stored, "w", zipfile.ZIP_STORED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    files = [(path.name, path.read_bytes()) for path in sorted(FOLDER.glob("dressed*"))]
    return [*files, ("stored.xlsx", stored.getvalue()), ("a.csv", "Tên;Số\nXã A;1.234\n".encode() * 20)]


def mutated(data: bytes, luck: random.Random) -> bytes:
    """Bytes flipped, cut out, doubled, moved, or set to the extremes."""
    body = bytearray(data)
    for _turn in range(luck.choice([1, 1, 2, 4, 16])):
        at = luck.randrange(len(body))
        size = min(luck.choice([1, 1, 2, 4, 8, 64, 512]), len(body) - at)
        act = luck.randrange(6)
        if act == 0:
            body[at : at + size] = luck.randbytes(size)
        elif act == 1:
            del body[at : at + size]
        elif act == 2:
            body[at:at] = body[at : at + size]
        elif act == 3:
            body[at : at + size] = bytes([luck.choice([0, 255, 127, 128])]) * size
        elif act == 4:
            body[at] ^= 1 << luck.randrange(8)
        else:
            del body[max(at, 1) :]
        if not body:
            return b"\0"
    return bytes(body)


def mutated_inside(data: bytes, luck: random.Random) -> bytes:
    """A package whose wrapping is sound and one of whose parts is not: this reaches further in than a broken zip does."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        names = [name for name in old.namelist() if old.getinfo(name).file_size]
        hit = luck.choice(names)
        for name in names:
            body = old.read(name)
            new.writestr(name, _other_tag(body, luck) if name == hit else body)
    return out.getvalue()


def _other_tag(body: bytes, luck: random.Random) -> bytes:
    """Half of the time bytes change, else a number of the XML becomes extreme, so that it stays well-formed."""
    found = list(re.finditer(rb'(?<=["A-Z>])[0-9]+(?=["<])', body))
    if luck.random() < 0.5 or not found:
        return mutated(body, luck)
    for match in luck.sample(found, min(len(found), luck.choice([1, 3, 20])))[::-1]:
        extreme = luck.choice([b"0", b"-1", b"999999999", b"1048576", b"16384", b"NaN", b"1e308", b"", b"99999999999999999999"])
        body = (
            body[: match.start()] + extreme + body[match.end() :] if len(extreme) == len(match[0]) else body.replace(match[0], extreme, 1)
        )
    return body


def test_no_mutation_escapes(tmp_path: Path) -> None:
    """Whatever happens to the bytes of a file, it opens or it is Unreadable; in a child, so that an abort would be seen too."""
    from loaders import worker

    luck, files = random.Random(20261123), seeds()
    requests = []
    for index in range(MUTATIONS):
        name, data = files[index % len(files)]
        path = tmp_path / f"{index}-{name}"
        inside = data.startswith(b"PK") and index % 3
        path.write_bytes(mutated_inside(data, luck) if inside else mutated(data, luck))
        requests.append({"do": ("cells", "read")[index % 2], "path": str(path)})
    answers = list(worker.run(requests))
    assert len(answers) == MUTATIONS
    assert [a for a in answers if a.get("code") == "reader_failed"] == []
    assert all("sheets" in a or "ledger" in a or a["outcome"] in ("unreadable", "not_a_return") for a in answers)
    assert max(a["seconds"] for a in answers if "seconds" in a) < 10
