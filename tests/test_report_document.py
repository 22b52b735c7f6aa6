"""The Word file: the words of the draft, real footnotes, landscape annexes, and LibreOffice opens it."""

import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from lxml import etree
from pypdf import PdfReader
from report_drawn import LAST, alike, draft, drawn

from report import form
from report.content import Annex, Cell
from report.document import docx
from report.linter import lint
from report.word.grid import fitted

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def made():
    return draft(drawn(("2025-M04", alike(6, 10)), ("2025-M05", alike(5, 10, silent=(LAST,)))), request="yc-1", name="Nguyễn Văn A")


@pytest.fixture(scope="module")
def file(made):
    return docx(made)


def test_it_holds_every_paragraph_of_the_draft_in_order(made, file):
    written = [p.text for p in Document(BytesIO(file)).paragraphs]
    places = [next(at for at, words in enumerate(written) if words.endswith(p.text)) for p in made.paragraphs()]
    assert places == sorted(places)


def test_footnotes_are_real_and_hold_the_summaries(made, file):
    notes = [run.note for p in made.paragraphs() for run in p.runs if run.note]
    document = Document(BytesIO(file))
    part = next(rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith("/footnotes"))
    told = ["".join(note.itertext()).strip() for note in etree.fromstring(part.blob) if note.get(f"{W}type") is None]
    assert told == notes and notes
    marks = document.element.body.findall(f".//{W}footnoteReference")
    assert [mark.get(f"{W}id") for mark in marks] == [str(at) for at in range(1, len(notes) + 1)]


def test_footnotes_stand_in_styles_that_are_there_raised_and_small(file):
    document = Document(BytesIO(file))
    styles = {style.style_id: style for style in document.styles}
    part = next(rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith("/footnotes"))
    notes = [note for note in etree.fromstring(part.blob) if note.get(f"{W}type") is None]
    assert {one.get(f"{W}val") for note in notes for one in note.iter(f"{W}rStyle", f"{W}pStyle")} == {"FootnoteReference", "FootnoteText"}
    assert styles["FootnoteReference"].font.superscript and styles["FootnoteText"].font.size.pt < 14


def test_annexes_lie_sideways_and_are_numbered_apart(made, file):
    first, *others = Document(BytesIO(file)).sections
    assert first.orientation == WD_ORIENT.PORTRAIT and len(others) == len(made.annexes)
    assert all(one.orientation == WD_ORIENT.LANDSCAPE and one.page_width > one.page_height for one in others)
    assert all(one._sectPr.find(f"{W}pgNumType").get(f"{W}start") == "1" for one in (first, *others))


def test_libreoffice_opens_it(file, tmp_path):
    office = shutil.which("soffice")
    if office is None:
        pytest.fail("no LibreOffice: install Debian's package libreoffice-writer-nogui")
    (tmp_path / "a.docx").write_bytes(file)
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    subprocess.run(
        [office, home, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, tmp_path / "a.docx"],
        check=True,
        capture_output=True,
        timeout=100,
    )
    pages = PdfReader(Path(tmp_path / "a.pdf")).pages
    assert "/BC-UBND" in pages[0].extract_text() and len(pages) >= 3


@pytest.mark.parametrize("number", ["12", "24.201.994.000"])
def test_no_number_of_an_annex_is_broken_and_no_column_lost(number):
    head = ("STT", "Chỉ số", *(f"Cột {at}" for at in range(8)))
    rows = tuple((Cell("1"), Cell("Tỷ lệ hồ sơ tiếp nhận trực tuyến"), *(Cell(number, bold=True) for _at in range(8))) for _row in range(2))
    size, widths = fitted(Annex("a", "Bảng", head, rows, (4, 30, *(5 for _at in range(8)))), 252)
    assert sum(widths) == pytest.approx(252)
    assert all(one >= form.width_of(number, size) for one in widths[2:])
    assert size == (10 if number == "12" else size)


MARK = "Dữ liệu minh họa"


def heads(data: bytes) -> list[str]:
    """The words at the head of each page: of the first one and of the others, section by section."""
    sections = Document(BytesIO(data)).sections
    return [" ".join(p.text for p in part.paragraphs) for one in sections for part in (one.first_page_header, one.header)]


def test_illustrative_data_are_marked_on_every_page_and_real_ones_nowhere(made, file):
    marked = docx(replace(made, illustrative=True))
    assert all(MARK in words for words in heads(marked)) and not any(MARK in words for words in heads(file))
    assert lint(marked) == lint(file)


def test_a_line_that_leads_to_others_does_not_end_a_page(file):
    leading = [p for p in Document(BytesIO(file)).paragraphs if p.text.startswith("- ") and p.text.endswith(":")]
    assert leading and all(p.paragraph_format.keep_with_next for p in leading)
