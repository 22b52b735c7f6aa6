"""The letter of reminder: in the official form, to those who owe a return and nobody else."""

from __future__ import annotations

import datetime as dt
import io
from dataclasses import replace

import pytest
from docx import Document
from small_area import ROOT, SILENT, filled

from catalogue.errors import UserError
from catalogue.periods import Period
from catalogue.units import units
from indicators.expected import Expected
from report.brief.view import View, opened
from report.document import docx
from report.linter import lint
from report.reminder import answer_by, reminder
from report.sending import letter
from store import Store

TODAY = dt.date(2026, 11, 25)


@pytest.fixture(scope="module")
def store(tmp_path_factory) -> Store:
    return filled(tmp_path_factory.mktemp("reminder"))


def view(store: Store, unit: str = ROOT, period: str = "2026-M10", today: dt.date = TODAY) -> View:
    return opened(store, unit, Period.parse(period), "current", today)


def words(data: bytes) -> str:
    document = Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_it_names_who_has_not_sent_by_when_and_why(store):
    said = words(docx(reminder(view(store))))
    silent = units()[SILENT].name
    assert f"Kính gửi: Ủy ban nhân dân {silent[0].lower()}{silent[1:]}." in said
    assert "V/v đôn đốc báo cáo số liệu chính quyền số tháng 10/2026" in said
    assert "đã nhận được báo cáo của 5/6 đơn vị" in said
    assert "trước ngày 30/11/2026" in said
    assert "Nghị định số 09/2019/NĐ-CP" in said
    others = [one.name for one in units().communes_under(ROOT, TODAY) if one.id != SILENT]
    assert not [name for name in others if name[3:] in said]


@pytest.mark.parametrize("unit", [ROOT, "51.2"])
def test_the_linter_finds_nothing_in_it(store, unit):
    assert lint(docx(reminder(view(store, unit)))) == []


def test_many_units_are_listed_in_an_annex_of_the_letter(store):
    draft = reminder(view(store, "51.2"))
    (annex,) = draft.annexes
    assert len(annex.rows) == 91
    said = words(docx(draft))
    assert "Kèm theo Công văn số" in said
    assert "Phụ lục\n" in said, "one annex alone has no number"


def test_nobody_late_or_nobody_below_makes_no_letter(store):
    with pytest.raises(UserError):
        reminder(view(store, period="2026-M09"))
    with pytest.raises(UserError):
        reminder(view(store, unit=SILENT))


def test_the_day_named_is_the_due_date_until_it_has_passed():
    due = dt.date(2026, 11, 17)
    assert answer_by(due, dt.date(2026, 11, 10)) == due
    assert answer_by(due, TODAY) == dt.date(2026, 11, 30)


def test_several_are_addressed_line_by_line_each_with_what_is_open(store):
    some = [one.id for one in units().communes_under(ROOT, TODAY)][:3]
    rows = [
        Expected(some[0], "missing", 41),
        Expected(some[1], "to_fix", -1, dt.date(2026, 10, 14), 1, 20, 0, 3, 7),
        Expected(some[2], "asked", 0, dt.date(2026, 10, 15), 1, 20, 2, 0, 8),
    ]
    file = docx(reminder(replace(view(store), board=lambda months: [rows])))
    said = words(file)
    named = [f"Ủy ban nhân dân xã {units()[unit].bare_name}" for unit in some]
    assert f"Kính gửi:\n- {named[0]};\n- {named[1]};\n- {named[2]}." in said
    assert f"{named[0]} (quá hạn 41 ngày)." in said
    assert f"{named[1]} (3 ô cần sửa);" in said
    assert f"{named[2]} (2 ô cần trả lời)." in said
    assert lint(file) == []


def test_who_signs_and_who_receives_it_are_chosen(store):
    chosen = letter(view(store), signer="deputy", name="Nguyễn Văn A", recipients=("Như trên;", "Sở Nội vụ (b/c);", "Lưu: VT."))
    said = words(chosen)
    assert "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH" in said
    assert "Nguyễn Văn A" in said
    assert "- Sở Nội vụ (b/c);" in said
    assert lint(chosen) == []
