"""The form: our drafts keep it, and each departure, planted alone, is found and named."""

import datetime as dt
import re
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from report_drawn import LAST, MAY, alike, draft, drawn

from catalogue.errors import UserError
from catalogue.language import sentences
from catalogue.periods import Period
from report.document import docx
from report.linter import lint

LEFT, CENTRE = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER
TEXTS = {"1": "Căn cứ Quyết định của cấp trên;\nĐã chỉ đạo thực hiện theo Kế hoạch số 77/KH-UBND ngày 09 tháng 3 năm 2025 của huyện."}


@pytest.fixture(scope="module")
def ours():
    found = drawn(("2025-M04", alike(6, 10)), ("2025-M05", alike(5, 10, silent=(LAST,))))
    return docx(draft(found, request="yc-1", signer="deputy", name="Nguyễn Văn A", addressed=True, texts={"5": TEXTS["1"].splitlines()[1]}))


class Planted:
    """The Word file open, to be changed; lines are found by their first words."""

    def __init__(self, data: bytes) -> None:
        self.document = Document(BytesIO(data))

    def lines(self):
        for table in self.document.tables:
            for row in table.rows:
                for cell in row.cells:
                    yield from cell.paragraphs
        yield from self.document.paragraphs

    def line(self, words: str):
        return next(one for one in self.lines() if one.text.strip().startswith(words))

    def say(self, words: str, instead: str) -> None:
        one = self.line(words)
        for run in one.runs[1:]:
            run.text = ""
        one.runs[0].text = instead

    def set(self, words: str, **letters) -> None:
        for run in self.line(words).runs:
            for name, value in letters.items():
                setattr(run.font, name, value)

    def layout(self, words: str, **values) -> None:
        for name, value in values.items():
            setattr(self.line(words).paragraph_format, name, value)

    def drop(self, words: str, after: int = 0) -> None:
        """Take a line away, or the one so many places after it."""
        element = self.line(words)._p
        for _step in range(after):
            element = element.getnext()
        element.getparent().remove(element)

    def without_line_under(self, words: str) -> None:
        border = self.line(words)._p.getnext().find(f"{qn('w:pPr')}/{qn('w:pBdr')}")
        border.getparent().remove(border)

    def section(self, at: int = 0):
        return self.document.sections[at]

    def number(self):
        return self.section().header.paragraphs[0]

    def saved(self) -> bytes:
        file = BytesIO()
        self.document.save(file)
        return file.getvalue()


COUNTRY, MOTTO, BODY, NUMBER, PLACE = "CỘNG HÒA", "Độc lập", "HUYỆN ĐẮK GLEI", "Số:", "Đắk Glei, ngày"
KIND, TITLE, TO, OPENING, HEADING = "BÁO CÁO", "Tình hình", "Kính gửi", "Thực hiện Công văn", "2. Kết quả"
SIGNER, NAME, RECIPIENTS, FIRST, FILED = "KT. CHỦ TỊCH", "Nguyễn Văn A", "Nơi nhận:", "- Như trên", "- Lưu:"
ANNEX, ANNEX_TITLE, ATTACHED = "Phụ lục I", "BẢNG TỔNG HỢP", "(Kèm theo"

PLANTS = {
    "page_size": lambda p: setattr(p.section(), "page_width", Mm(216)),
    "page_upright": lambda p: [setattr(p.section(), "page_width", Mm(297)), setattr(p.section(), "page_height", Mm(210))],
    "margin_top": lambda p: setattr(p.section(), "top_margin", Mm(15)),
    "margin_bottom": lambda p: setattr(p.section(), "bottom_margin", Mm(30)),
    "margin_left": lambda p: setattr(p.section(), "left_margin", Mm(20)),
    "margin_right": lambda p: setattr(p.section(), "right_margin", Mm(25)),
    "font": lambda p: p.set(OPENING, name="Arial"),
    "colour": lambda p: p.set(OPENING) or [setattr(run.font.color, "rgb", RGBColor(200, 0, 0)) for run in p.line(OPENING).runs],
    "page_number_missing": lambda p: [run._r.getparent().remove(run._r) for run in p.number().runs],
    "page_number_place": lambda p: setattr(p.number(), "alignment", LEFT),
    "page_number_first": lambda p: setattr(p.section(), "different_first_page_header_footer", False),
    "page_number_size": lambda p: [setattr(run.font, "size", Pt(11)) for run in p.number().runs],
    "country_missing": lambda p: p.drop(COUNTRY),
    "country_form": lambda p: p.set(COUNTRY, size=Pt(14)),
    "motto_missing": lambda p: p.drop(MOTTO),
    "motto_form": lambda p: p.set(MOTTO, bold=False),
    "motto_spelling": lambda p: p.say(MOTTO, "Độc lập-Tự do-Hạnh phúc"),
    "motto_line": lambda p: p.without_line_under(MOTTO),
    "body_missing": lambda p: [p.drop("ỦY BAN NHÂN DÂN"), p.drop(BODY)],
    "body_form": lambda p: p.set(BODY, size=Pt(14)),
    "body_bold": lambda p: p.set(BODY, bold=False),
    "body_line": lambda p: p.without_line_under(BODY),
    "number_missing": lambda p: p.drop(NUMBER),
    "number_form": lambda p: p.say(NUMBER, "Số: 05/bc-ubnd"),
    "number_zero": lambda p: p.say(NUMBER, "Số: 5/BC-UBND"),
    "number_letters": lambda p: p.set(NUMBER, size=Pt(12)),
    "date_missing": lambda p: p.drop(PLACE),
    "date_form": lambda p: p.set(PLACE, italic=False),
    "date_comma": lambda p: p.say(PLACE, "Đắk Glei ngày 08 tháng 01 năm 2025"),
    "date_level": lambda p: p.document.tables[0].rows[0].cells[1]._tc.append(p.line(PLACE)._p),
    "date_zero": lambda p: p.say(PLACE, "Đắk Glei, ngày 8 tháng 01 năm 2025"),
    "kind_form": lambda p: p.set(KIND, size=Pt(16)),
    "title_missing": lambda p: p.drop(TITLE),
    "title_form": lambda p: p.set(TITLE, bold=False),
    "title_line": lambda p: p.without_line_under(TITLE),
    "addressed_form": lambda p: p.set(TO, italic=True),
    "body_size": lambda p: p.set(OPENING, size=Pt(12)),
    "body_justified": lambda p: setattr(p.line(OPENING), "alignment", LEFT),
    "body_indent": lambda p: p.layout(OPENING, first_line_indent=Mm(20)),
    "body_space": lambda p: p.layout(OPENING, space_after=Pt(0)),
    "body_lines": lambda p: p.layout(OPENING, line_spacing=2.0),
    "heading_form": lambda p: p.set(HEADING, bold=False),
    "heading_number": lambda p: p.say(HEADING, "6. Kết quả thực hiện"),
    "basis_italic": lambda p: [p.say(OPENING, "Căn cứ Luật Tổ chức chính quyền địa phương.")],
    "basis_end": lambda p: [p.say(OPENING, "Căn cứ Luật Tổ chức chính quyền địa phương"), p.set("Căn cứ", italic=True)],
    "citation_day": lambda p: p.say("Đã chỉ đạo thực hiện", "Đã chỉ đạo theo Quyết định số 99/QĐ-TTg của Thủ tướng Chính phủ."),
    "end_mark": lambda p: p.say("Ủy ban nhân dân huyện Đắk Glei báo cáo", "Ủy ban nhân dân huyện Đắk Glei kính báo cáo."),
    "signer_missing": lambda p: [p.drop("TM."), p.drop(SIGNER), p.drop("PHÓ CHỦ TỊCH"), p.drop(NAME)],
    "signer_form": lambda p: p.set(SIGNER, size=Pt(12)),
    "signer_deputy": lambda p: p.drop("PHÓ CHỦ TỊCH"),
    "signer_name": lambda p: p.set(NAME, bold=False),
    "recipients_missing": lambda p: p.drop(RECIPIENTS),
    "recipients_head": lambda p: p.set(RECIPIENTS, size=Pt(14)),
    "recipients_form": lambda p: p.set(FIRST, size=Pt(14)),
    "recipients_marks": lambda p: p.say(FIRST, "Như trên."),
    "recipients_filed": lambda p: p.drop(FILED),
    "annex_heading": lambda p: p.set(ANNEX, size=Pt(12)),
    "annex_title_missing": lambda p: p.drop(ANNEX_TITLE),
    "annex_title": lambda p: p.say(ANNEX_TITLE, "Bảng tổng hợp chỉ số"),
    "annex_attached_missing": lambda p: p.drop(ATTACHED),
    "annex_attached": lambda p: p.set(ATTACHED, italic=False),
    "annex_pages": lambda p: p.section(1)._sectPr.remove(p.section(1)._sectPr.find(qn("w:pgNumType"))),
}  # fmt: skip


def test_our_drafts_keep_the_form(ours):
    assert lint(ours) == []


def test_other_bodies_and_periods_keep_it_too():
    found = drawn(("2026-M05", {"23341.2": {"dossiers_recv_online": 1, "dossiers_recv_new": 2}}))
    assert lint(docx(draft(found, "23341.2", Period.parse("2026-M05"), dt.date(2026, 6, 2)))) == []
    assert lint(docx(draft(drawn((str(MAY), alike(10, 10)))))) == []


@pytest.mark.parametrize("rule", PLANTS)
def test_a_planted_departure_is_found(ours, rule):
    planted = Planted(ours)
    PLANTS[rule](planted)
    found = {one.rule for one in lint(planted.saved())}
    assert rule in found
    assert len(found) <= 3, found


def test_every_rule_that_can_speak_was_planted():
    folder = Path(__file__).parents[1] / "report" / "lint"
    said = "".join(path.read_text("utf-8") for path in folder.glob("*.py"))
    codes = set(re.findall(r'"((?:page|margin|country|motto|body|number|date|kind|title|signer|recipients|annex)_[a-z_]+)"', said))
    assert len(codes) > 30 and codes - set(PLANTS) == set()


def test_a_departure_says_where_and_what_in_vietnamese(ours):
    planted = Planted(ours)
    PLANTS["body_size"](planted)
    one = next(one for one in lint(planted.saved()) if one.rule == "body_size")
    assert one.where.startswith("Thực hiện Công văn") and one.message == "Nội dung cỡ chữ 12; phải là 13 đến 14."
    assert one.message not in sentences("vi")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 no", b"%PDF-1.4"])
def test_what_is_no_word_file_is_refused(data):
    with pytest.raises(UserError):
        lint(data)
