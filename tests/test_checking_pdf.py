"""A PDF is read in a process of its own: a sound one comes back as text, a bomb or a hang as a sentence, and the server goes on."""

from __future__ import annotations

import io
import time
import zlib

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from catalogue.errors import UserError
from report.checking import pdf_apart, pdf_text
from report.checking.reading import read


def pdf(stream: bytes, filters: bytes = b"/FlateDecode") -> bytes:
    """A file of one page whose content is `stream`, as it is."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<<>>>>",
        b"<</Length %d/Filter[%s]>>stream\n%s\nendstream" % (len(stream), filters, stream),
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 5\n0000000000 65535 f \n%strailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (table, len(out))


def test_a_sound_pdf_comes_back_as_text():
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.drawString(72, 700, "UBND huyen bao cao ket qua nam 2024")
    canvas.save()
    assert [passage.text for passage in read(out.getvalue()).passages] == ["UBND huyen bao cao ket qua nam 2024"]


@pytest.mark.parametrize("times", [1, 2])
def test_a_stream_that_unpacks_without_end_is_refused(times):
    bomb = zlib.compress(b" " * 200_000_000, 9)
    for _again in range(times - 1):
        bomb = zlib.compress(bomb, 9)
    started = time.monotonic()
    with pytest.raises(UserError, match="thời gian hoặc bộ nhớ"):
        read(pdf(bomb, b"/FlateDecode" * times))
    assert time.monotonic() - started < 20


def test_a_file_that_keeps_its_reader_busy_is_ended(monkeypatch):
    monkeypatch.setattr(pdf_apart, "WALL_SECONDS", 3.0)
    endless = zlib.compress(b"q " * 15_000_000, 9)
    with pytest.raises(UserError, match="thời gian hoặc bộ nhớ"):
        read(pdf(endless))


def test_a_process_that_dies_is_answered_with_a_sentence(monkeypatch):
    monkeypatch.setattr(pdf_apart, "START", "import os; os._exit(9)")
    with pytest.raises(UserError, match="thời gian hoặc bộ nhớ"):
        read(pdf(b"", b""))


def test_the_ceiling_of_a_stream_needs_no_limit_of_the_system():
    with pytest.raises(MemoryError):
        pdf_text.blocks(pdf(zlib.compress(b" " * (pdf_text.MAX_STREAM + 1), 9)))


# --- tables -----------------------------------------------------------------------------------------------------------------


def drawn(rows: list[list[str]], style: list[tuple], *, below: list[list[str]] | None = None) -> bytes:
    """A page or more with one table between two paragraphs; `below`, what stands of the table on the next page."""
    out = io.BytesIO()
    document = SimpleDocTemplate(out, pagesize=A4)
    goes_on = [PageBreak(), ruled(below, style)] if below else []
    document.build([words("Bang so lieu cac xa nam 2024"), Spacer(1, 12), ruled(rows, style), *goes_on, words("Het bang so lieu.")])
    return out.getvalue()


def ruled(rows: list[list[str]], style: list[tuple]) -> Table:
    table = Table([[words(text) if text else "" for text in row] for row in rows], [40, 150, 90, 90], repeatRows=1)
    table.setStyle(TableStyle(style))
    return table


ROWS = [
    ["TT", "Don vi", "Ho so", ""],
    ["", "", "Tong so", "Ty le (%)"],
    ["1", "Xa A", "1.500", "50,5"],
    ["2", "Xa B ten dai " * 4, "20", "40"],
]
LINES = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("SPAN", (2, 0), (3, 0)), ("SPAN", (0, 0), (0, 1)), ("SPAN", (1, 0), (1, 1))]


def words(text: str) -> Paragraph:
    return Paragraph(text, getSampleStyleSheet()["Normal"])


def cells(data: bytes) -> list[list[list[str]]]:
    document = read(data)
    return [[["" if at is None else document.passages[at].text for at in row] for row in grid.rows] for grid in document.grids]


def test_a_table_between_lines_keeps_its_cells_joined_ones_and_wrapped_ones():
    expected = [*ROWS[:3], ["2", " ".join(["Xa B ten dai"] * 4), "20", "40"]]
    assert cells(drawn(ROWS, LINES)) == [expected]


def test_the_text_around_a_table_stays_text():
    document = read(drawn(ROWS, LINES))
    assert [p.text for p in document.passages if p.sort == "body"] == ["Bang so lieu cac xa nam 2024", "Het bang so lieu."]


def test_a_table_over_two_pages_is_one_its_headings_said_once():
    rows = [["TT", "Don vi", "Ho so", "Ty le"], *([str(at), f"Xa {at}", str(at * 10), "50"] for at in range(1, 60))]
    assert cells(drawn(rows, LINES[:1])) == [rows]


def test_a_row_that_the_end_of_a_page_breaks_is_one_row():
    above = [["TT", "Don vi", "Ho so", "Ty le"], ["1", "Xa A", "10", "50"], ["2", "Doi tuong an sinh", "420", "60"]]
    below = [["", "co tai khoan nhan tro cap", "", ""], ["3", "Xa B", "20", "40"]]
    whole = [*above[:2], ["2", "Doi tuong an sinh co tai khoan nhan tro cap", "420", "60"], below[1]]
    assert cells(drawn(above, LINES[:1], below=below)) == [whole]


def test_a_row_that_begins_a_page_with_a_name_of_its_own_stays_one():
    above = [["TT", "Don vi", "Ho so", "Ty le"], ["1", "Xa A", "10", "50"]]
    below = [["", "Khu vuc 2", "", ""], ["2", "Xa B", "20", "40"]]
    assert cells(drawn(above, LINES[:1], below=below)) == [[*above, *below]]


def test_columns_without_lines_are_told_by_the_blanks_between_them():
    rows = [["TT", "Don vi", "Ho so", "Ty le"], ["1", "Xa A", "1.500", "50,5"], ["2", "Xa B", "20", "40"], ["3", "Xa C", "30", "45"]]
    assert cells(drawn(rows, [])) == [rows]


def test_a_drawing_of_many_strokes_is_no_table():
    out = io.BytesIO()
    canvas = Canvas(out)
    canvas.drawString(72, 700, "UBND huyen bao cao ket qua nam 2024")
    for at in range(900):
        canvas.line(50 + at / 2, 100, 50 + at / 2, 600)
        canvas.line(50, 100 + at / 2, 500, 100 + at / 2)
    canvas.save()
    assert read(out.getvalue()).grids == ()
