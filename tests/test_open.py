"""Opening a workbook: every format gives the same long table of cells, at their true addresses, with what calamine alone does not tell."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from pathlib import Path

import openpyxl
import openpyxl.chart
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill

from catalogue.language import sentences
from loaders.opening.grid import Cell, Grid, Style, address, position, shown
from loaders.opening.workbook import open_bytes, open_workbook

FOLDER = Path(__file__).parent / "workbooks"
NATIVE = ["dressed.xlsx", "dressed.xls", "dressed.ods"]


def built(fill) -> bytes:
    """An xlsx whose first sheet was filled by `fill(sheet)`."""
    book = openpyxl.Workbook()
    fill(book.active)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def rewritten(data: bytes, part: str, change) -> bytes:
    """The same package with one part changed by `change(bytes)`."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            body = old.read(name)
            new.writestr(name, change(body) if name == part else body)
    return out.getvalue()


def cell(grid: Grid, place: str, sheet: int = 0) -> Cell:
    found = grid.sheets[sheet].cell(*position(place))
    assert found is not None, place
    return found


def sheet_xml(body: str) -> bytes:
    return (
        f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{body}</sheetData></worksheet>'.encode()
    )


def with_sheet(body: str | bytes) -> Grid:
    """A workbook whose sheet XML is `body`."""
    xml = body if isinstance(body, bytes) else sheet_xml(body)
    return open_bytes(rewritten(built(lambda sheet: sheet.cell(1, 1, 1)), "xl/worksheets/sheet1.xml", lambda _old: xml), "t.xlsx")


@pytest.mark.parametrize("name", NATIVE)
class TestEveryNativeFormat:
    def test_cells_stand_at_their_true_addresses(self, name: str) -> None:
        grid = open_workbook(FOLDER / name)
        assert [c.address for c in grid.sheets[0].cells.values() if c.kind == "N"] == ["C4", "D4", "F4", "D6", "C7", "C10", "E10"]
        assert cell(grid, "C5", sheet=1).value == 1

    def test_format_is_what_the_file_truly_is(self, name: str) -> None:
        assert open_workbook(FOLDER / name, "renamed.csv").format == name.split(".")[1]

    def test_percent_is_told_from_a_percent_sign_in_quotes(self, name: str) -> None:
        grid = open_workbook(FOLDER / name)
        assert (cell(grid, "D4").value, cell(grid, "D4").raw, cell(grid, "D4").style.percent) == (0.955, "95,5%", True)
        assert (cell(grid, "E10").value, cell(grid, "E10").style.percent) == (95.5, False)

    def test_an_error_is_never_blank(self, name: str) -> None:
        broken = cell(open_workbook(FOLDER / name), "C6")
        assert (broken.kind, broken.value, broken.raw) == ("X", None, "#DIV/0!")

    def test_a_day_is_a_day(self, name: str) -> None:
        day = cell(open_workbook(FOLDER / name), "C5")
        assert (day.kind, day.value, day.raw) == ("D", dt.date(2025, 3, 14), "14/03/2025")

    def test_merges_hidden_lines_and_hidden_sheets(self, name: str) -> None:
        grid = open_workbook(FOLDER / name)
        first = grid.sheets[0]
        assert [merge.address for merge in first.merges] == ["A1:C1", "D3:E3"]
        assert [c.address for c in first.cells.values() if c.hidden] == ["F4", "B7", "C7"]
        assert [(s.name, s.state, s.n_rows, s.n_cols) for s in grid.sheets] == [
            ("Bieu 1", "visible", 10, 6),
            ("An", "hidden", 5, 3),
            ("Trong", "visible", 0, 0),
        ]

    def test_fonts(self, name: str) -> None:
        grid = open_workbook(FOLDER / name)
        assert cell(grid, "A1").style.bold and not cell(grid, "B3").style.bold
        assert cell(grid, "B9").style.strike and cell(grid, "B9").style.italic

    def test_a_legacy_font_is_decoded_by_the_font_of_its_cell(self, name: str) -> None:
        old = cell(open_workbook(FOLDER / name), "B8")
        assert (old.value, old.extra.decoded_from, old.extra.typed_text) == ("Số hồ sơ", "tcvn3", "Sè hå s¬")

    def test_a_number_typed_as_text_stays_text(self, name: str) -> None:
        typed = cell(open_workbook(FOLDER / name), "C10")
        assert (typed.value, typed.kind, typed.is_text) == ("1.234", "N", True)


class TestXlsx:
    def test_a_formula_without_a_stored_result_is_unknown_not_empty(self) -> None:
        grid = open_bytes(built(lambda sheet: sheet.__setitem__("B2", "=1+1")), "t.xlsx")
        found = cell(grid, "B2")
        assert (found.kind, found.value, found.extra.no_cache, found.extra.formula, found.raw) == ("X", None, True, "1+1", "=1+1")

    def test_a_formula_that_gives_an_empty_text_is_empty(self) -> None:
        grid = with_sheet('<row r="1"><c r="A1" t="str"><f>""</f><v></v></c><c r="B1"><v>1</v></c></row>')
        assert list(grid.sheets[0].cells) == [(0, 1)]

    def test_a_value_under_a_merge_is_kept_and_marked(self) -> None:
        xml = sheet_xml('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>')
        xml = xml.replace(b"</sheetData>", b'</sheetData><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>')
        grid = with_sheet(xml)
        assert [(c.value, c.extra.under_merge, c.merge.address) for c in grid.sheets[0].cells.values()] == [
            (1, False, "A1:B1"),
            (2, True, "A1:B1"),
        ]

    def test_comments_fill_and_indent(self) -> None:
        def fill(sheet) -> None:
            sheet["B2"] = "  - Trong đó"
            sheet["B2"].comment = Comment("xem lại", "An")
            sheet["B2"].fill = PatternFill("solid", fgColor="FFFF0000")
            sheet["B2"].alignment = Alignment(indent=1)

        found = cell(open_bytes(built(fill), "t.xlsx"), "B2")
        assert (found.value, found.extra.comment, found.style.fill, found.indent) == ("- Trong đó", "xem lại", "FFFF0000", 4)

    def test_text_is_nfc_with_plain_spaces(self) -> None:
        def fill(sheet) -> None:
            sheet["A1"] = "Tie\u0302\u0301p nha\u0323\u0302n\u00a01\u200b"
            sheet["A2"] = "cuối dòng_x000D_\n"
            sheet["A3"] = " \u00a0 "

        grid = open_bytes(built(fill), "t.xlsx")
        assert [c.value for c in grid.sheets[0].cells.values()] == ["Tiếp nhận 1", "cuối dòng"]

    @pytest.mark.parametrize(
        "body",
        [
            '<row><c><v>1</v></c><c><v>2</v></c></row><row hidden="1"><c t="e"><v>#REF!</v></c></row>',  # no addresses
            "<row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>2</v></c></row><row r='2' hidden='1'><c r='A2' t='e'><v>#REF!</v></c></row>",
            '<!-- c --><row r="1"><c t="n" r="A1"><v>1</v></c><c r="B1"><v><![CDATA[2]]></v></c></row>'
            '<row r="2" hidden="true"><c r="A2" t="e"><v>#REF!</v></c></row>',
            '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'
            '<row r="2" ht="0" customHeight="1"><c r="A2" t="e"><v>#REF!</v></c></row>',
        ],
    )
    def test_unusual_xml_is_read_alike(self, body: str) -> None:
        sheet = with_sheet(body).sheets[0]
        assert [(c.address, c.value, c.raw, c.hidden) for c in sheet.cells.values()] == [
            ("A1", 1.0, "1", False),
            ("B1", 2.0, "2", False),
            ("A2", None, "#REF!", True),
        ]

    @pytest.mark.parametrize("number", ["1e999", "-1e999", "NaN", "inf"])
    def test_a_number_no_sheet_can_hold_is_an_error(self, number: str) -> None:
        found = with_sheet(f'<row r="1"><c r="A1"><v>{number}</v></c><c r="B1"><v>1</v></c></row>').sheets[0].cells
        assert all(c.value is None or isinstance(c.value, str) for c in found.values() if c.address == "A1")

    def test_prefixed_xml(self) -> None:
        xml = (
            b'<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="3">'
            b'<x:c r="B3"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>'
        )
        assert cell(with_sheet(xml), "B3").value == 7

    def test_a_lone_far_cell_is_left_out_with_a_warning(self) -> None:
        def fill(sheet) -> None:
            sheet["A1"], sheet["B2"] = "Tổng", 3
            sheet["XFD1048576"] = 1

        grid = open_bytes(built(fill), "t.xlsx")
        assert [(c.address, c.value) for c in grid.sheets[0].cells.values()] == [("A1", "Tổng"), ("B2", 3.0)]
        assert [(w.code, w.sheet, w.cell) for w in grid.warnings] == [("far_cell", "Sheet", "XFD1048576")]

    def test_a_chart_sheet_between_tables(self) -> None:
        book = openpyxl.Workbook()
        book.active["B2"] = 1
        chart = openpyxl.chart.BarChart()
        chart.add_data(openpyxl.chart.Reference(book.active, min_col=2, min_row=2, max_row=3))
        book.create_chartsheet("Bieu do").add_chart(chart)
        book.create_sheet("Cuoi")["C3"] = 2
        out = io.BytesIO()
        book.save(out)
        grid = open_bytes(out.getvalue(), "t.xlsx")
        assert [(s.name, [c.value for c in s.cells.values()]) for s in grid.sheets] == [("Sheet", [1.0]), ("Bieu do", []), ("Cuoi", [2.0])]

    def test_macros_and_links_are_told(self) -> None:
        data = built(lambda sheet: sheet.__setitem__("A1", 1))
        with zipfile.ZipFile(buffer := io.BytesIO(data), "a") as package:
            package.writestr("xl/vbaProject.bin", b"\xd0\xcf")
            package.writestr("xl/externalLinks/externalLink1.xml", "<externalLink/>")
            link = '<Relationship Id="r" Type="a/externalLinkPath" Target="file:///C:/so%20lieu.xlsx" TargetMode="External"/>'
            package.writestr("xl/externalLinks/_rels/externalLink1.xml.rels", f"<Relationships>{link}</Relationships>")
        grid = open_bytes(buffer.getvalue(), "t.xlsm")
        assert (grid.format, [w.code for w in grid.warnings]) == ("xlsm", ["macros", "external_links"])
        assert "so%20lieu.xlsx" in grid.warnings[1].message

    def test_the_national_table_matches_openpyxl(self) -> None:
        def fill(sheet) -> None:
            for row in range(2, 60):
                for col in range(2, 14):
                    sheet.cell(row, col, f"xã {row}" if col == 2 else row * col / 3 if col % 2 else row * col).font = Font(
                        bold=row % 2 == 0
                    )

        data = built(fill)
        sheet = open_bytes(data, "t.xlsx").sheets[0]
        expected = openpyxl.load_workbook(io.BytesIO(data)).active
        got = {(c.row + 1, c.col + 1): (c.value, c.style.bold) for c in sheet.cells.values()}
        assert got == {(c.row, c.column): (c.value, c.font.b) for line in expected.iter_rows() for c in line if c.value is not None}


class TestText:
    @pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
    def test_separator_and_encoding_are_told(self, separator: str, encoding: str) -> None:
        lines = [["Đơn vị", "Số", "Tỷ lệ"], ["Xã Đăk Pék", "12", "95"], ["Xã Xốp", "7", "80"]]
        data = "\r\n".join(separator.join(line) for line in lines).encode(encoding)
        grid = open_bytes(data, "t.csv")
        assert grid.format == "csv"
        assert [[c.value for c in row] for row in grid.sheets[0].rows.values()] == lines

    def test_a_comma_may_be_a_decimal_sign(self) -> None:
        grid = open_bytes("Xã;Tỷ lệ;Số\nA;95,5;1\nB;80,25;2\nC;70,1;3\n".encode(), "t.csv")
        assert cell(grid, "B2").value == "95,5"

    def test_quotes_and_lines_inside_a_field(self) -> None:
        grid = open_bytes('Tên,Ghi chú\n"Xã A, huyện B","dòng 1\ndòng 2"\n'.encode(), "t.csv")
        assert (cell(grid, "A2").value, cell(grid, "B2").value) == ("Xã A, huyện B", "dòng 1\ndòng 2")

    def test_cp1258(self) -> None:
        text = "Đơn vị;Số liệu\nXã Đắk Môn;12\nThị trấn;9\n"
        import unicodedata

        data = b"".join(_cp1258(letter) for letter in unicodedata.normalize("NFC", text))
        assert cell(open_bytes(data, "t.csv"), "A1").value == "Đơn vị"

    def test_a_legacy_font_without_a_name_is_told(self) -> None:
        words = ["Sè hå s¬ tiÕp nhËn míi", "§· gi¶i quyÕt ®óng h¹n", "X· §¨k PÐk", "Tû lÖ v¨n b¶n ký sè"]
        grid = open_bytes("\n".join(f"{word};1" for word in words).encode("cp1252"), "t.csv")
        assert [c.value for c in grid.sheets[0].cells.values() if c.col == 0][2] == "Xã Đăk Pék"
        assert (grid.legacy_font, [w.code for w in grid.warnings]) == ("tcvn3", ["legacy_font_guessed"])


def _cp1258(letter: str) -> bytes:
    import unicodedata

    for form in ("NFC", "NFD"):
        try:
            return unicodedata.normalize(form, letter).encode("cp1258")
        except UnicodeEncodeError:
            continue
    base, *marks = unicodedata.normalize("NFD", letter)
    keep = [m for m in marks if m in "\u0302\u0306\u031b"]
    return unicodedata.normalize("NFC", base + "".join(keep)).encode("cp1258") + "".join(m for m in marks if m not in keep).encode("cp1258")


class TestHtml:
    def test_spans_hidden_rows_and_numbers_as_printed(self) -> None:
        page = """<html><head><title>x</title><style>td{}</style></head><body><p>Tháng 3/2025</p><table>
        <tr><td></td><td rowspan=2>Đơn vị</td><td colspan="2">Hồ&nbsp;sơ</td></tr>
        <tr><td></td><td>Mới</td><td>Cũ</td></tr>
        <tr style="display:none"><td></td><td>Xã A</td><td>1.234</td><td>5</td></tr>
        <tr><td></td><th>Xã B<br>(miền núi)</th><td> 70,8% </td><td></td></tr></table>
        <table><tr><td>Bảng hai</td></tr></table></body></html>"""
        sheet = open_bytes(page.encode(), "t.xls").sheets[0]
        assert [(c.address, c.value, c.hidden) for row in sheet.rows.values() for c in row] == [
            ("A1", "Tháng 3/2025", False),
            ("B2", "Đơn vị", False),
            ("C2", "Hồ sơ", False),
            ("C3", "Mới", False),
            ("D3", "Cũ", False),
            ("B4", "Xã A", True),
            ("C4", "1.234", True),
            ("D4", "5", True),
            ("B5", "Xã B\n(miền núi)", False),
            ("C5", "70,8%", False),
            ("A6", "Bảng hai", False),
        ]
        assert [merge.address for merge in sheet.merges] == ["B2:B3", "C2:D2"]

    def test_a_page_of_libreoffice(self) -> None:
        grid = open_workbook(FOLDER / "dressed_html.xls")
        assert (grid.format, cell(grid, "B4").value, cell(grid, "C6").kind) == ("html", "Hồ sơ tiếp nhận", "X")


def test_spreadsheetml_2003() -> None:
    data = """<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
    <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
    <Styles><Style ss:ID="p"><NumberFormat ss:Format="0.0%"/><Font ss:FontName=".VnTime" ss:Bold="1"/></Style></Styles>
    <Worksheet ss:Name="Biểu 1"><Table><Row ss:Index="3"><Cell ss:Index="2" ss:MergeAcross="1"><Data ss:Type="String">Tỷ lệ</Data></Cell>
    <Cell ss:StyleID="p"><Data ss:Type="Number">0.955</Data></Cell><Cell><Data ss:Type="Error">#REF!</Data></Cell></Row>
    <Row ss:Hidden="1"><Cell ss:Formula="=RC[1]"/><Cell><Data ss:Type="DateTime">2025-03-14T00:00:00.000</Data></Cell></Row></Table>
    <WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>"""
    grid = open_bytes(data.encode(), "t.xls")
    sheet = grid.sheets[0]
    assert (grid.format, sheet.name, sheet.state, [m.address for m in sheet.merges]) == ("xml2003", "Biểu 1", "hidden", ["B3:C3"])
    assert [(c.address, c.kind, c.raw, c.hidden) for c in sheet.cells.values()] == [
        ("B3", "T", "Tỷ lệ", False),
        ("D3", "N", "95,5%", False),
        ("E3", "X", "#REF!", False),
        ("A4", "X", "=RC[1]", True),
        ("B4", "D", "14/03/2025", True),
    ]


def test_addresses() -> None:
    assert [(address(*place), position(address(*place))) for place in [(0, 0), (9, 25), (10, 26), (1048575, 16383)]] == [
        ("A1", (0, 0)),
        ("Z10", (9, 25)),
        ("AA11", (10, 26)),
        ("XFD1048576", (1048575, 16383)),
    ]
    with pytest.raises(ValueError, match="not a cell"):
        position("1A")


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (123.0, "General", "123"),
        (1234.5, "General", "1234,5"),
        (0.1 + 0.2, "General", "0,3"),
        (0.955, "0.0%", "95,5%"),
        (0.99809, "0%", "100%"),
        (1.0578, "General%", "105,78%"),
        (12345678901234.0, "0", "12345678901234"),
        (1e-7, "General", "0,0000001"),
        (True, "General", "TRUE"),
        (dt.datetime.fromisoformat("2025-03-14T17:30"), "General", "14/03/2025 17:30"),
    ],
)
def test_what_the_sender_sees(value, code: str, text: str) -> None:
    assert shown(value, Style(code, "%" in code)) == text


def test_every_sentence_is_translated() -> None:
    from babel.messages.extract import extract_from_file

    rooms = ["door", "refusal", "bounds", "xlsx", "xls", "xlsb", "ods", "xml2003", "html_table", "delimited", "workbook"]
    house = Path(__file__).parents[1] / "loaders"
    files = [house / "child.py", *(house / "opening" / f"{room}.py" for room in rooms)]
    said = {message[1] for file in files for message in extract_from_file("python", file)}
    assert said and said <= set(sentences("vi"))
