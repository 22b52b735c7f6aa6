"""Real Word footnotes, which python-docx does not write: the part that holds them, and the marks that lead to them."""

from __future__ import annotations

from xml.sax.saxutils import escape

from docx.document import Document as DocxDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
FIRST = 1
MARK, MARK_ID = "footnote reference", "FootnoteReference"
WORDS, WORDS_ID = "footnote text", "FootnoteText"
"""Word and LibreOffice know these styles by their built-in names; the files name them by id."""
SIZE = 11
"""Points; ids 0 and -1 are the separators that Word asks for."""


class Footnotes:
    """The footnotes of one document, numbered as they are marked; `attach` writes them into it at the end."""

    def __init__(self) -> None:
        self.texts: list[str] = []

    def mark(self, paragraph: Paragraph, text: str, *, follows: bool = False) -> None:
        """Put the next footnote's mark at the end of a paragraph; a comma parts it from one that it `follows`."""
        self.texts.append(text)
        if follows:
            paragraph.add_run(", ").font.superscript = True
        run = paragraph.add_run()
        run.style = _mark_style(paragraph.part.document)  # type: ignore[attr-defined]
        reference = OxmlElement("w:footnoteReference")
        reference.set(qn("w:id"), str(FIRST + len(self.texts) - 1))
        run._r.append(reference)

    def attach(self, document: DocxDocument) -> None:
        """Write the part and tell the document of it; nothing when there is no footnote."""
        if not self.texts:
            return
        body = _separator(-1, "separator") + _separator(0, "continuationSeparator")
        body += "".join(_note(number, text) for number, text in enumerate(self.texts, FIRST))
        blob = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes {nsdecls("w")}>{body}</w:footnotes>'
        part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE, blob.encode(), document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        _declare(document)


def _mark_style(document: DocxDocument) -> str:
    """The name of the style of marks, made with that of the notes when it is first asked for: raised, in the text and before the note."""
    if MARK not in document.styles:
        mark, words = document.styles.add_style(MARK, WD_STYLE_TYPE.CHARACTER), document.styles.add_style(WORDS, WD_STYLE_TYPE.PARAGRAPH)
        mark.element.styleId, words.element.styleId = MARK_ID, WORDS_ID
        mark.font.superscript = True  # type: ignore[attr-defined]
        words.font.size, words.base_style = Pt(SIZE), document.styles["Normal"]  # type: ignore[attr-defined]
    return MARK


def _separator(number: int, kind: str) -> str:
    spacing = '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:firstLine="0"/></w:pPr>'
    return f'<w:footnote w:type="{kind}" w:id="{number}"><w:p>{spacing}<w:r><w:{kind}/></w:r></w:p></w:footnote>'


def _note(number: int, text: str) -> str:
    shape = f'<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="{2 * SIZE}"/>'
    mark = f'<w:r><w:rPr><w:rStyle w:val="{MARK_ID}"/>{shape}<w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
    words = f'<w:r><w:rPr>{shape}</w:rPr><w:t xml:space="preserve"> {escape(text)}</w:t></w:r>'
    spacing = '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/><w:ind w:firstLine="0"/><w:jc w:val="both"/>'
    layout = f'<w:pPr><w:pStyle w:val="{WORDS_ID}"/>{spacing}</w:pPr>'
    return f'<w:footnote w:id="{number}"><w:p>{layout}{mark}{words}</w:p></w:footnote>'


def _declare(document: DocxDocument) -> None:
    """The settings name the separators, right after the spacing that the schema puts before them."""
    declared = OxmlElement("w:footnotePr")
    for number in (-1, 0):
        one = OxmlElement("w:footnote")
        one.set(qn("w:id"), str(number))
        declared.append(one)
    settings = document.settings.element
    before = settings.find(qn("w:characterSpacingControl"))
    if before is None:
        settings.append(declared)
    else:
        before.addnext(declared)
