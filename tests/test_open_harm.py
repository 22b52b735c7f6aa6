"""Files built, or broken, so that a reader spends all its time or memory on them, takes one value for another, or falls over."""

from __future__ import annotations

import io
import struct
import time
import zipfile

import olefile
import pytest
from test_open_faults import FOLDER, MAIN, ODS, PLAIN, ods, package, sheet

from catalogue.units import units
from loaders import worker
from loaders.commands import read
from loaders.opening.archive import files_in
from loaders.opening.refusal import Unreadable
from loaders.opening.workbook import open_bytes
from loaders.understanding.headings.divisions import cuts
from loaders.understanding.headings.match import Match, match

XLS = (FOLDER / "dressed.xls").read_bytes()
ROW = '<row r="{0}"><c r="A{0}"><v>1</v></c></row>'


def refused(data: bytes, name: str = "a.xlsx") -> str:
    """The code a file is refused with, at once."""
    started = time.process_time()
    with pytest.raises(Unreadable) as said:
        open_bytes(data, name)
    assert time.process_time() - started < 5
    return said.value.code


def cells(rows: int, cols: int, inside: str = "<v>1</v>") -> str:
    letters = [chr(65 + c) for c in range(cols)]
    end = f">{inside}</c>" if inside else "/>"
    return "".join(f'<row r="{r}">' + "".join(f'<c r="{c}{r}"{end}' for c in letters) + "</row>" for r in range(1, rows + 1))


def renamed(old: bytes, new: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(PLAIN)) as archive:
        return package(xl__workbook_xml=archive.read("xl/workbook.xml").replace(old, new))


def chained() -> bytes:
    """The xls with the chain of its workbook, or of its short streams, biting its tail."""
    data = bytearray(XLS)
    with olefile.OleFileIO(io.BytesIO(XLS)) as ole:
        book = next(entry for entry in ole.direntries if entry is not None and entry.name == "Workbook")
        first = (book if book.size >= 4096 else ole.root).isectStart
    table = 512 * (struct.unpack_from("<I", data, 76)[0] + 1)
    struct.pack_into("<I", data, table + 4 * first, first)
    return bytes(data)


def binary(row: int, col: int, tail: bytes = b"") -> bytes:
    """An xlsb of one cell."""
    place = struct.pack("<IIHBBBI", row, 0, 300, 0, 0, 0, 0)
    body = b"\x81\x01\x00\x91\x01\x00" + b"\x00\x11" + place + b"\x05\x10" + struct.pack("<IId", col, 0, 1.0) + tail
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        new.writestr("xl/workbook.bin", b"")
        new.writestr("xl/worksheets/sheet1.bin", body)
    return out.getvalue()


class TestNotTooMuch:
    def test_more_cells_than_any_return_has(self) -> None:
        assert refused(package(xl__worksheets__sheet1_xml=sheet(cells(41_000, 10)))) == "too_many_cells"
        assert refused(b"a,b,c,d,e,f,g,h\n" * 60_000, "a.csv") == "too_many_cells"

    def test_an_area_of_blank_cells_is_no_harm(self) -> None:
        data = package(xl__worksheets__sheet1_xml=sheet(cells(60_000, 10, "").replace('"A1"/>', '"A1"><v>5</v></c>', 1)))
        assert [cell.value for cell in open_bytes(data, "a.xlsx").sheets[0].cells.values()] == [5.0]

    @pytest.mark.parametrize(
        "page", ["<html><table><tr>" + "<td <" * 200_000, "<html>" + "<!--" * 200_000, "<html><table>" + "<![if x> " * 50_000]
    )
    def test_a_page_whose_tags_never_end(self, page: str) -> None:
        started = time.process_time()
        try:
            open_bytes(page.encode(), "a.xls")
        except Unreadable as error:
            assert error.code in ("unsafe_file", "truncated")
        assert time.process_time() - started < 5

    def test_a_declaration_no_parser_knows(self) -> None:
        assert refused(b"<html><table><tr><td>1</td></tr></table><![weird[ x ]]></html>", "a.xls") == "unsafe_file"

    def test_a_field_of_megabytes(self) -> None:
        assert refused(b"a,b\n" + b"x" * 2_000_000, "a.csv") == "unsafe_file"

    def test_chains_of_sectors_that_bite_their_tail(self) -> None:
        assert refused(chained(), "a.xls") == "unsafe_file"

    def test_a_far_cell_of_a_binary_workbook(self) -> None:
        assert refused(binary(1_048_575, 16_383), "a.xlsb") == "too_many_cells"
        assert refused(binary(1, 1, b"\x06\xff\xff\xff\x7f"), "a.xlsb") == "damaged"

    def test_an_xls_that_declares_more_rows_than_there_are(self) -> None:
        at = XLS.find(struct.pack("<HH", 0x200, 14)) + 4
        assert at > 4
        assert refused(XLS[:at] + struct.pack("<II", 0, 0xFFFFFFFF) + XLS[at + 8 :], "a.xls") == "damaged"

    @pytest.mark.parametrize("filler", ['"', "(", "ngày 1/", "%", "(1"])
    def test_a_long_text_costs_little(self, filler: str, tmp_path) -> None:
        text = (filler * 40_000)[:32_000].replace('"', '""')
        (tmp_path / "a.csv").write_text(f'Mã;Chỉ tiêu;Số liệu\n1;"{text}";5\nx;Tổng dân số;12\n', encoding="utf-8")
        started = time.process_time()
        read({"path": str(tmp_path / "a.csv"), "name": "a.csv"})
        assert time.process_time() - started < 8

    @pytest.mark.parametrize("gap", [0, 3], ids=["words alone", "blank rows between"])
    def test_a_long_list_costs_no_more_a_row_than_a_short_one(self, gap: int, tmp_path) -> None:
        lines = ["" if gap and n % gap == 0 else f"{n};Đơn vị {n};nơi {n};việc {n}" for n in range(4_000)]
        (tmp_path / "a.csv").write_text("\n".join(["TT;Đơn vị;Nơi ở;Công việc", *lines]), encoding="utf-8")
        started = time.process_time()
        read({"path": str(tmp_path / "a.csv"), "name": "a.csv"})
        assert time.process_time() - started < 8

    def test_a_list_of_all_communes_with_gaps_costs_no_more_a_row_than_a_short_one(self, tmp_path) -> None:
        names = [unit for unit in units() if unit.level == "commune" and unit.valid_to is None]
        heads = "Hồ sơ tiếp nhận mới;Hồ sơ nộp trực tuyến;Hồ sơ đã giải quyết;Hồ sơ giải quyết quá hạn;Dân số;Số hộ gia đình"
        lines = [
            f"{n};{u.code};{u.name};{1000 + n};{'' if n % 7 == 0 else 500 + n};{900 + n};{n % 9};{5000 + 3 * n};{1200 + n}"
            for n, u in enumerate(names, 1)
        ]
        text = "\n".join(["SỐ LIỆU CÁC XÃ CẢ NƯỚC THÁNG 3 NĂM 2026", f"TT;Mã xã;Tên xã;{heads}", *lines])
        (tmp_path / "a.csv").write_text(text, encoding="utf-8")
        started = time.process_time()
        assert read({"path": str(tmp_path / "a.csv"), "name": "a.csv"})["outcome"] == "accept"
        assert time.process_time() - started < 7

    def test_a_text_with_many_strokes_divides_nothing(self) -> None:
        assert list(cuts("hồ sơ / " * 7 + "hồ sơ")) == []
        assert match("hồ sơ " * 300) == Match()


class TestOneValueForAnother:
    def test_two_cells_at_one_address(self) -> None:
        twice = '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'
        assert refused(package(xl__worksheets__sheet1_xml=sheet(twice))) == "damaged"
        assert refused(package(xl__worksheets__sheet1_xml=sheet("<!-- a -->" + twice))) == "damaged"

    def test_two_tables_of_cells_in_one_sheet(self) -> None:
        body = sheet(ROW.format(1)).replace("</worksheet>", f"<sheetData>{ROW.format(2)}</sheetData></worksheet>")
        assert refused(package(xl__worksheets__sheet1_xml=body)) == "damaged"

    def test_two_sheets_of_one_name(self) -> None:
        names = [sheet.name for sheet in open_bytes(PLAIN, "a.xlsx").sheets]
        assert refused(renamed(f'name="{names[1]}"'.encode(), f'name="{names[0]}"'.encode())) == "damaged"
        table = '<table:table table:name="a"><table:table-row><table:table-cell/></table:table-row></table:table>'
        two = ods(ODS.format("").replace('<table:table table:name="a"></table:table>', table * 2))
        assert [sheet.name for sheet in open_bytes(two, "a.ods").sheets] == ["a", "a (2)"]

    def test_a_sheet_that_did_not_come(self) -> None:
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(PLAIN)) as old, zipfile.ZipFile(out, "w") as new:
            for name in old.namelist():
                if name != "xl/worksheets/sheet2.xml":
                    new.writestr(name, old.read(name))
        assert refused(out.getvalue()) == "damaged"
        assert refused(ods("").replace(b"content.xml", b"kontent.xml"), "a.ods") == "damaged"

    def test_a_page_cut_off_in_its_table(self) -> None:
        whole = (FOLDER / "dressed_html.xls").read_bytes()
        assert refused(whole[: whole.lower().rfind(b"</tr")], "a.xls") == "truncated"


class TestStillRead:
    def test_blank_lines_before_the_file(self) -> None:
        assert open_bytes(b"\r\n\r\n" + PLAIN, "a.xlsx").sheets == open_bytes(PLAIN, "a.xlsx").sheets
        assert refused(PLAIN + b"x" * 70_000) == "damaged"

    def test_one_damaged_letter_does_not_change_all_others(self) -> None:
        text = "Tên;Số\nXã Đăk Pék;1\n".encode() * 5
        grid = open_bytes(text + b"X\xe1\xba", "a.csv")
        assert grid.sheets[0].cells[1, 0].value == "Xã Đăk Pék" and [w.code for w in grid.warnings] == ["damaged_letters"]

    def test_flat_opendocument_is_no_page(self) -> None:
        head = '<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">'
        assert refused(f'{head}<office:body><table:table table:name="a"/></office:body></office:document>'.encode(), "a.ods") == "flat_ods"

    def test_a_style_of_thousands_of_digits(self) -> None:
        assert refused(package(xl__worksheets__sheet1_xml=sheet(f'<row r="1"><c r="A1" s="{"1" * 5000}"><v>1</v></c></row>'))) == "damaged"

    def test_a_zip_whose_packing_is_damaged_is_refused_not_fallen_over(self) -> None:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_LZMA) as new:
            new.writestr("a.csv", b"a,b\n" * 500)
        data = bytearray(out.getvalue())
        data[44:60] = b"\xff" * 16
        with pytest.raises(Unreadable):
            files_in(bytes(data), "a.zip")

    def test_a_name_that_is_no_text(self, tmp_path) -> None:
        path = tmp_path / "a.xlsx"
        path.write_bytes(package(xl__worksheets__sheet1_xml=f'<worksheet xmlns="{MAIN}"><sheetData/></worksheet>'))
        (answer,) = worker.run([{"do": "cells", "path": str(path), "name": "BC \udcff\udce3.xlsx"}])
        assert "sheets" in answer and answer["file"].startswith("BC ") and answer["file"].encode()
