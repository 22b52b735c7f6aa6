"""A draft as a Word file in the form of Decree 30/2020. Nothing here knows what the words mean."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from docx.document import Document as DocxDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from catalogue.language import LANGUAGES, _, speaking
from report import form, names
from report.content import Draft, Paragraph, Run, Signature
from report.word.annex import annexed
from report.word.footnotes import Footnotes
from report.word.grid import bare
from report.word.head import letterhead, titled
from report.word.marks import SIZE, in_cell, write
from report.word.page import blank

BULLETS = {"bullet": "- ", "detail": "+ "}
SIGNING = (80, 85)


def docx(draft: Draft) -> bytes:
    """The Word file of a draft, in Vietnamese whatever the screen speaks."""
    with speaking(LANGUAGES[0]):
        return _docx(draft)


def _docx(draft: Draft) -> bytes:
    document, notes = blank(names.invented() if draft.illustrative else ""), Footnotes()
    letterhead(document, draft.header)
    titled(document, draft.header)
    for paragraph in draft.paragraphs():
        _body(document, paragraph, notes)
    _foot(document, draft.recipients, draft.signature)
    for place, annex in enumerate(draft.annexes, 1):
        annexed(document, annex, place if len(draft.annexes) > 1 else 0, draft)
    notes.attach(document)
    document.core_properties.title = f"{draft.header.kind} {draft.header.title}"
    document.core_properties.author = " ".join(draft.header.body)
    document.core_properties.comments = ""
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _body(document: DocxDocument, paragraph: Paragraph, notes: Footnotes) -> None:
    made = document.add_paragraph()
    layout = made.paragraph_format
    made.alignment, layout.first_line_indent = WD_ALIGN_PARAGRAPH.JUSTIFY, Mm(form.INDENTS[1])
    layout.space_after, layout.space_before, layout.line_spacing = Pt(form.SPACE_BETWEEN), Pt(0), 1.1
    layout.keep_with_next = paragraph.style in ("heading", "subheading") or paragraph.text.endswith(":")
    bold = paragraph.style in ("heading", "subheading")
    if paragraph.style in BULLETS:
        write(made, Run(BULLETS[paragraph.style]), SIZE)
    for at, run in enumerate(paragraph.runs):
        write(made, Run(run.text, bold=run.bold or bold, italic=run.italic or paragraph.style == "basis"), SIZE)
        if run.note:
            notes.mark(made, run.note, follows=at > 0 and not run.text and bool(paragraph.runs[at - 1].note))


def _foot(document: DocxDocument, recipients: Sequence[str], signature: Signature) -> None:
    """Recipients on the left, the signer on the right, kept on one page."""
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    table = bare(document, SIGNING, 1)
    left, right = table.rows[0].cells
    in_cell(left, _("Recipients:"), form.RECIPIENTS_HEAD.most, bold=True, italic=True, centred=False)
    for name in recipients:
        in_cell(left, f"- {name}", form.RECIPIENTS.most, centred=False)
    for line in signature.lines:
        in_cell(right, line, form.SIGNER.most, bold=True)
    for _blank_line in range(4):
        in_cell(right, "", form.SIGNER.most)
    in_cell(right, signature.name, form.SIGNER.most, bold=True)
