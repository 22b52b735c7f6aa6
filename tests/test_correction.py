"""The workbook that goes back to a sender, and what is said of it when it comes back."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.styles import PatternFill

from catalogue.errors import UserError
from catalogue.facts import Issue
from catalogue.issues import issue_kinds
from catalogue.language import use_language
from loaders import correct, inbox
from loaders.__main__ import main
from loaders.faults import faults_of
from loaders.files import read_bytes
from loaders.result import FileReading
from loaders.verdict import verdict

NAME = "bao cao thang 9.xlsx"
LIST, HIDDEN = "Cần sửa", "_chiso_sua"
GREEN = "FF92D050"


@pytest.fixture(autouse=True)
def vietnamese():
    use_language("vi")


def book(online: object = "12O", new: object = 120, name: str = "Xã Đăk Pék") -> Workbook:
    """A return of September with a letter in a number (C5), a part larger than the whole (C6), a total by formula and a note."""
    made = Workbook()
    sheet = made.active
    sheet.title = "Tháng 9"
    sheet["A1"] = "BÁO CÁO KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH THÁNG 9 NĂM 2026"
    sheet.append(["Đơn vị tính: hồ sơ"])
    sheet.append([])
    sheet.append(["TT", "Tên xã", "Số hồ sơ tiếp nhận trực tuyến", "Tổng số hồ sơ tiếp nhận mới trong kỳ", "Ghi chú"])
    sheet.append([1, name, online, new, "=1+1"])
    sheet.append([2, "Xã Đăk Môn", 95, 90, "-"])
    sheet["E6"].value, sheet["E6"].data_type = "=cmd|'/c calc'!A1", "s"
    sheet["B5"].fill = PatternFill("solid", fgColor=GREEN)
    sheet["D5"].number_format = "#,##0"
    sheet.column_dimensions["B"].width = 33
    return made


def data(made: Workbook) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def back(store, content: bytes, name: str = NAME) -> int:
    """The number a dropped file got."""
    batch, refused = inbox.drop(store, [(name, content)])
    assert not refused
    (step,) = inbox.read(store, batch, "lan")
    assert step.submission
    return step.submission


def returned(store, content: bytes, name: str = NAME) -> tuple[int, Workbook]:
    """A return sent back: its number and the correction workbook."""
    number = back(store, content, name)
    store.refuse(number, "lan", "trả lại")
    return number, load_workbook(io.BytesIO(correct.of_submission(store, number).data))


# ---------------------------------------------------------------- what goes back


def test_the_senders_own_file_goes_back_with_nothing_else_changed(sqlite_store):
    _number, made = returned(sqlite_store, data(book()))
    assert made.sheetnames == [LIST, "Tháng 9", HIDDEN] and made[HIDDEN].sheet_state == "veryHidden"
    before, after = book()["Tháng 9"], made["Tháng 9"]
    marked = {c.coordinate for row in after for c in row if c.comment}
    assert marked == {"C5", "C6"}
    for row in before:
        for cell in row:
            other = after[cell.coordinate]
            assert (other.value, other.data_type, other.number_format) == (cell.value, cell.data_type, cell.number_format)
            assert cell.coordinate in marked or other.fill.fgColor.rgb == cell.fill.fgColor.rgb
    assert after.column_dimensions["B"].width == 33


def test_each_cell_to_mend_is_coloured_explained_and_linked_from_the_list(sqlite_store):
    _number, made = returned(sqlite_store, data(book()))
    sheet, listed = made["Tháng 9"], made[LIST]
    assert {sheet[place].fill.fgColor.rgb for place in ("C5", "C6")} == {"FFF8CBAD"}
    for words in ("12O", "Chữ O hoặc l gõ nhầm", "Cách sửa trong tệp: Nhập lại bằng chữ số", "Ví dụ ở báo cáo khác: 3.18O"):
        assert words in sheet["C5"].comment.text
    rows = [row for row in listed.iter_rows() if row[2].hyperlink]
    assert [(row[1].value, row[2].value, row[2].hyperlink.location) for row in rows] == [
        ("Tháng 9", "C5", "'Tháng 9'!C5"),
        ("Tháng 9", "C6", "'Tháng 9'!C6"),
    ]
    assert "Xã Đăk Môn" in listed["A2"].value and "tháng 9/2026" in listed["A2"].value
    assert listed["A3"].value.endswith("Có 2 chỗ sai (ô màu cam)."), "of what there is none nothing is said"
    assert made.active.title == LIST and not sheet.sheet_view.tabSelected


def test_a_commune_in_two_rows_is_one_line_of_the_list_and_all_its_cells_are_coloured(sqlite_store):
    made = book(online=80, new=120)
    made.active["B6"], made.active["C6"] = "Xã Đăk Pék", 70
    _number, made = returned(sqlite_store, data(made))
    rows = [row for row in made[LIST].iter_rows(min_row=6) if row[1].value == "Tháng 9"]
    assert len(rows) == 1 and "hơn một hàng" in rows[0][4].value and "C5" in rows[0][2].value and "ô khác" in rows[0][2].value
    assert {made["Tháng 9"][cell].fill.fgColor.rgb for cell in ("C5", "C6", "D5", "D6")} == {"FFF8CBAD"}


def test_a_doubtful_name_is_marked_in_the_cell_that_holds_it(sqlite_store):
    number = back(sqlite_store, data(book(online=80, name="Xã Đăk Choong")))
    (old,) = [fault for fault in faults_of(correct.reading_of(sqlite_store, number)) if "units_former" in fault.codes]
    assert old.cell == "B5"


def test_two_faults_of_one_kind_in_one_cell_are_both_told():
    issues = tuple(Issue("S", "D6", "part_exceeds", "error", f"Ô D6: 100 lớn hơn {whole}.") for whole in ("A (90)", "B (80)"))
    (fault,) = faults_of(FileReading("a.xlsx", "0", "fix", "", issues=issues))
    assert list(fault.messages) == [one.message for one in issues]


def test_what_the_list_says_of_a_total_is_true_of_any_total():
    assert "giải quyết" not in issue_kinds()["balance_differs"].why


def test_a_name_that_had_to_be_settled_is_told_to_the_sender(sqlite_store):
    number = back(sqlite_store, data(book(name="Xã Đăk Pec")))
    key = next(one.key for one in correct.reading_of(sqlite_store, number).questions if one.key.startswith("unit:"))
    number = inbox.answer(sqlite_store, number, {key: "23341.2"}, "lan", "hỏi xã")
    told = 'Tên đơn vị viết "Xã Đăk Pec"; đã hiểu là Xã Đăk Pék; lần sau viết đúng như vậy.'
    assert correct.notes_on(sqlite_store, number, correct.reading_of(sqlite_store, number)) == (told,)
    made = load_workbook(io.BytesIO(correct.of_submission(sqlite_store, number).data))
    assert told in [row[0].value for row in made[LIST].iter_rows(max_row=6)]


def test_a_name_written_right_is_no_remark(sqlite_store):
    number = back(sqlite_store, data(book()))
    assert correct.notes_on(sqlite_store, number, correct.reading_of(sqlite_store, number)) == ()


def test_the_results_of_formulas_stay_in_the_file(sqlite_store, tmp_path: Path):
    content = data(book(new=120))
    with zipfile.ZipFile(io.BytesIO(content)) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    xml = parts["xl/worksheets/sheet1.xml"].decode()
    parts["xl/worksheets/sheet1.xml"] = (
        xml.replace("<f>1+1</f><v></v>", "<f>1+1</f><v>2</v>").replace("<f>1+1</f><v/>", "<f>1+1</f><v>2</v>").encode()
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name, part in parts.items():
            target.writestr(name, part)
    number = back(sqlite_store, out.getvalue())
    made = correct.of_submission(sqlite_store, number).data
    assert load_workbook(io.BytesIO(made), data_only=True)["Tháng 9"]["E5"].value == 2
    assert load_workbook(io.BytesIO(made))["Tháng 9"]["E5"].value == "=1+1"


def test_the_workbook_reads_as_the_return_did_and_says_that_nothing_was_mended(tmp_path: Path):
    path = tmp_path / NAME
    path.write_bytes(data(book()))
    made = correct.of_file(path)
    before, after = read_bytes(path.read_bytes(), NAME), read_bytes(made.data, made.name)
    assert after.observations == before.observations and set(after.issues) == set(before.issues)
    assert (after.signature, after.ledger) == (before.signature, before.ledger)
    found = verdict(after)
    assert found and (found.fixed, found.changed, found.fresh) == ((), (), ()) and set(found.still) == {"Tháng 9!C5", "Tháng 9!C6"}


def charted() -> bytes:
    made = book()
    chart = BarChart()
    chart.add_data(Reference(made.active, min_col=4, min_row=5, max_row=6))
    made.active.add_chart(chart, "H2")
    return data(made)


def macros() -> bytes:
    out = io.BytesIO(data(book()))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0")
    return out.getvalue()


def as_csv() -> bytes:
    rows = [[str(c.value) if c.value is not None else "" for c in row] for row in book().active]
    return "\n".join(",".join(row) for row in rows).encode()


@pytest.mark.parametrize(
    ("name", "content", "lost"),
    [("bieu do.xlsx", charted, "biểu đồ"), ("mau.xlsm", macros, "macro"), ("bang.csv", as_csv, "định dạng riêng (csv)")],
)
def test_what_cannot_be_written_again_goes_back_as_a_copy_of_values_that_says_so(sqlite_store, name, content, lost):
    sent = content()
    number = back(sqlite_store, sent, name)
    made = correct.of_submission(sqlite_store, number)
    sheets = load_workbook(io.BytesIO(made.data))
    assert made.kind == "values" and made.name.endswith(".xlsx")
    assert lost in sheets[LIST]["A5"].value and "CHỈ CÓ GIÁ TRỊ" in sheets[LIST]["A5"].value
    sheet = sheets.worksheets[1]
    assert sheet["C5"].value == "12O" and sheet["C5"].comment and not sheet._charts
    assert not any(cell.data_type == "f" for row in sheet for cell in row)
    with zipfile.ZipFile(io.BytesIO(made.data)) as archive:
        assert not [n for n in archive.namelist() if "vba" in n.lower() or "chart" in n or "external" in n]
    before, after = read_bytes(sent, name), read_bytes(made.data, made.name)
    assert {(o.unit, o.element, o.value, o.cell, o.status) for o in after.observations} == {
        (o.unit, o.element, o.value, o.cell, o.status) for o in before.observations
    }


def test_a_text_never_becomes_a_formula(sqlite_store):
    for name, content in ((NAME, data(book())), ("bang.csv", as_csv())):
        number = back(sqlite_store, content, name)
        sheets = load_workbook(io.BytesIO(correct.of_submission(sqlite_store, number).data))
        formulas = [c.value for sheet in sheets for row in sheet.iter_rows() for c in row if c.data_type == "f"]
        assert formulas == (["=1+1"] if name == NAME else [])


def test_signs_no_workbook_may_hold_are_left_out(sqlite_store):
    content = as_csv().replace(b"=1+1", "ghi\x01chú".encode())
    number = back(sqlite_store, content, "bang.csv")
    sheet = load_workbook(io.BytesIO(correct.of_submission(sqlite_store, number).data)).worksheets[1]
    assert sheet["E5"].value == "ghichú" and sheet["C5"].comment


def test_a_clean_return_has_nothing_to_send_back(sqlite_store):
    made = book(online=80)
    made.active["C6"] = 60
    with pytest.raises(UserError, match="không có ô nào cần sửa"):
        correct.of_submission(sqlite_store, back(sqlite_store, data(made)))


def test_the_command_writes_it_for_a_file_and_for_a_return_of_the_store(tmp_path: Path, sqlite_store, monkeypatch, capsys):
    monkeypatch.setenv("CHISO_DATABASE_URL", str(sqlite_store.engine.url))
    monkeypatch.setenv("CHISO_ORIGINALS", str(sqlite_store.folder))
    path = tmp_path / NAME
    path.write_bytes(data(book()))
    number = back(sqlite_store, data(book()))
    for what in (str(path), str(number)):
        out = tmp_path / "tra lai.xlsx"
        assert main(["correct", what, "--out", str(out)]) == 0
        assert "2 chỗ cần sửa" in capsys.readouterr().out and LIST in load_workbook(out).sheetnames
    assert main(["correct", "99999", "--out", str(tmp_path / "x.xlsx")]) == 2
    assert main(["correct", "khong co.xlsx", "--out", str(tmp_path / "x.xlsx")]) == 2


# ---------------------------------------------------------------- when it comes back


def test_a_correction_says_what_was_mended_and_takes_the_place_of_the_return(sqlite_store):
    number, made = returned(sqlite_store, data(book()))
    sheet = made["Tháng 9"]
    sheet["C5"], sheet["D6"] = 110, 91
    new = back(sqlite_store, data(made), f"CẦN SỬA - {NAME}")
    received = sqlite_store.submission(new)
    assert received.message.startswith("Bản sửa: đã sửa 1/2 chỗ; ô C6 vẫn sai hoặc chưa rõ; ô D6 đổi thêm.")
    assert (received.replaces, received.state, sqlite_store.submission(number).state) == (number, "to_fix", "superseded")
    assert received.received_at > sqlite_store.submission(number).received_at


def test_a_whole_correction_is_clean_and_undone_the_return_stands_again(sqlite_store):
    number, made = returned(sqlite_store, data(book()))
    made["Tháng 9"]["C5"], made["Tháng 9"]["C6"] = 110, 85
    new = back(sqlite_store, data(made))
    assert sqlite_store.submission(new).state == "received" and "đã sửa 2/2 chỗ." in sqlite_store.submission(new).message
    sqlite_store.accept(new, "lan", "")
    held = sqlite_store.observations(elements=["dossiers_recv_online"])
    assert sorted(held["value"]) == [85, 110]
    sqlite_store.withdraw(new, "lan", "nhầm")
    assert sqlite_store.submission(number).state == "to_fix" and sqlite_store.observations().empty


def test_without_the_hidden_sheet_it_is_known_by_sender_period_and_shape(sqlite_store):
    number, _made = returned(sqlite_store, data(book()))
    mended = book(online=110)
    new = back(sqlite_store, data(mended), "sua lai.xlsx")
    received = sqlite_store.submission(new)
    assert received.replaces == number and "đã sửa 1/2 chỗ; ô C6 vẫn sai" in received.message


def test_a_file_of_another_shape_is_no_correction(sqlite_store):
    number, _made = returned(sqlite_store, data(book()))
    other = book(online=110)
    other.active["C4"] = "Số hồ sơ thanh toán trực tuyến"
    new = back(sqlite_store, data(other), "khac.xlsx")
    assert sqlite_store.submission(new).replaces is None and sqlite_store.submission(number).state == "refused"


def test_a_return_of_another_commune_is_not_taken_away(sqlite_store):
    number, made = returned(sqlite_store, data(book()))
    made["Tháng 9"]["B5"], made["Tháng 9"]["B6"] = "Xã Xốp", "Xã Ngọc Linh"
    new = back(sqlite_store, data(made))
    assert sqlite_store.submission(new).replaces is None and sqlite_store.submission(number).state == "refused"
    assert "Bản sửa" not in sqlite_store.submission(new).message


def test_what_was_answered_about_the_return_holds_for_its_correction(sqlite_store):
    unnamed = book()
    unnamed.active["A1"] = "BÁO CÁO KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH"
    first = back(sqlite_store, data(unnamed), "bao cao.xlsx")
    number = inbox.answer(sqlite_store, first, {"period": "2026-M09"}, "lan", "hỏi xã")
    made = load_workbook(io.BytesIO(correct.of_submission(sqlite_store, number).data))
    made["Tháng 9"]["C5"], made["Tháng 9"]["C6"] = 110, 85
    new = back(sqlite_store, data(made))
    assert sqlite_store.submission(new).state == "received" and sqlite_store.submission(new).periods == ("2026-M09",)
    assert [(a.key, a.by) for a in sqlite_store.answers(new)] == [("period", "lan")]


def test_a_correction_that_needs_mending_again_wears_only_todays_marks(sqlite_store):
    _number, made = returned(sqlite_store, data(book()))
    made["Tháng 9"]["C5"] = 110
    new = back(sqlite_store, data(made))
    again = load_workbook(io.BytesIO(correct.of_submission(sqlite_store, new).data))
    sheet = again["Tháng 9"]
    assert again.sheetnames == [LIST, "Tháng 9", HIDDEN]
    assert sheet["C5"].comment is None and sheet["C5"].fill.fill_type is None
    assert sheet["C6"].comment and sheet["C6"].comment.text.count("Cách sửa") == 1
    sheet["C6"] = 85
    third = back(sqlite_store, data(again))
    assert "đã sửa 1/1 chỗ." in sqlite_store.submission(third).message and sqlite_store.submission(third).replaces == new
