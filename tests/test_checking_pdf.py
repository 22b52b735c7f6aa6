"""A PDF is read in a process of its own: a sound one comes back as text, a bomb or a hang as a sentence, and the server goes on."""

from __future__ import annotations

import io
import time
import zlib

import pytest
from reportlab.pdfgen.canvas import Canvas

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
