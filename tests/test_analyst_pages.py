"""What the analysts' pages show and do: the script run without server or browser."""

from __future__ import annotations

import datetime as dt
import html
import re
from dataclasses import replace
from pathlib import Path

import pytest
import streamlit as st
from small_area import ROOT, SILENT, filled
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from catalogue.facts import Issue, Observation
from catalogue.indicators import indicators
from catalogue.language import use_language
from catalogue.periods import Period
from catalogue.units import units
from indicators.mixed import Mixed
from loaders import inbox
from loaders.questions import Option, Question
from pages.parts import data
from pages.parts.figures import sources
from pages.parts.figures.behind import files_behind
from pages.parts.files import batches, effect, messages, prefilled, triage
from pages.parts.files.questions import choices, listed
from pages.parts.filters import Filters
from store import Exemption, Narrative, Submission, Task

HOUSE = Path(__file__).parents[1]
TODAY = dt.date(2026, 11, 25)
SHEET = (
    "BÁO CÁO KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH{period},,,\nĐơn vị tính: hồ sơ,,,\n"
    "TT,Tên xã,Số hồ sơ tiếp nhận trực tuyến,Tổng số hồ sơ tiếp nhận mới trong kỳ\n1,Xã Ngọc Linh,{online},120\n"
)


def sheet(online=80, period=" THÁNG 10 NĂM 2026"):
    return SHEET.format(online=online, period=period).encode()


@pytest.fixture
def area(tmp_path):
    use_language("vi")
    filled(tmp_path).close()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CHISO_DATABASE_URL", f"sqlite:///{tmp_path / 'store.db'}")
        patch.setenv("CHISO_ORIGINALS", str(tmp_path / "originals"))
        _forget()
        yield data.store()
    data.store().close()
    _forget()


def _forget():
    st.cache_resource.clear()
    st.cache_data.clear()


def opened(address, **parameters):
    """The page at an address, run once; names of parameters are written with underscores."""
    app = AppTest.from_file(str(HOUSE / "dashboard.py"), default_timeout=60)
    for name, value in parameters.items():
        app.query_params[name.replace("_", "-")] = value
    app._page_hash = calc_hash(address)
    return checked(app.run())


def checked(app):
    assert not app.exception, app.exception[0].message
    return app


def markup(app):
    return " ".join(block.proto.body for block in app.get("html"))


def said(app):
    """Everything drawn, as a reader sees it."""
    plain = re.sub(r"<style>.*?</style>|<[^>]+>", " ", markup(app), flags=re.S)
    texts = [element.value for kind in ("title", "markdown", "info", "warning", "error", "code") for element in app.get(kind)]
    return html.unescape(re.sub(r"\s+", " ", " ".join([plain, *texts])))


def row_of(app, name):
    """The table row that begins with a name, as text."""
    rows = re.findall(r"<tr>.*?</tr>", markup(app))
    return next(said_row for row in rows if (said_row := html.unescape(re.sub(r"<[^>]+>", " ", row)).strip()).startswith(name))


def button(app, label):
    return next(one for one in app.button if label in one.label)


# ---------------------------------------------------------------- who is due


def test_the_board_says_who_has_not_sent_and_how_long_they_are_late(area):
    app = opened("thu-bao-cao", ky="2026-M10")
    assert "5/6 đơn vị đã nộp báo cáo" in said(app) and "hạn nộp ngày 15/10/2026" in said(app)
    assert "Chưa nộp" in row_of(app, "Xã Ngọc Linh") and "quá hạn" in row_of(app, "Xã Ngọc Linh")
    assert "nộp trễ 2 ngày" in row_of(app, "Xã Đăk Pék")


def test_the_reminder_names_only_those_who_owe_something(area):
    line, letter = (code.value for code in opened("thu-bao-cao", ky="2026-M10").get("code"))
    assert "xã Ngọc Linh" in line and "xã Đăk Pék" not in line and "\n" not in line
    assert "1. Xã Ngọc Linh" in letter and "15/10/2026" in letter
    assert "Không có đơn vị nào cần nhắc" in said(opened("thu-bao-cao", ky="2026-M09"))


def test_an_exempt_commune_is_not_reminded(area):
    area.save(Exemption(SILENT, "2026-M10", "bão lũ"), "lan")
    app = opened("thu-bao-cao", ky="2026-M10")
    assert "Được miễn" in row_of(app, "Xã Ngọc Linh") and "bão lũ" in row_of(app, "Xã Ngọc Linh")
    assert not app.get("code")


def test_a_commune_is_excused_with_a_reason_and_owes_again(area):
    app = opened("thu-bao-cao", ky="2026-M10")
    app.text_input(key="exempt-reason").set_value("mất điện").run()
    button(app, "Miễn nộp").click().run()
    assert [(one.unit, one.reason) for one in area.every(Exemption)] == [(SILENT, "mất điện")]
    button(checked(app), "phải nộp lại").click().run()
    assert area.every(Exemption) == [] and "Chưa nộp" in row_of(checked(app), "Xã Ngọc Linh")


def test_the_last_periods_show_a_sign_with_words_for_each(area):
    grid = re.search(r"desk-grid.*?</table>", markup(opened("thu-bao-cao", ky="2026-M10")), re.S).group()
    assert 'aria-label="Tháng 10/2026: Chưa nộp"' in grid and 'aria-label="Tháng 9/2026: Nộp trễ"' in grid


# ---------------------------------------------------------------- one unit


def test_a_unit_shows_its_figures_its_origin_and_its_returns(area):
    app = opened("don-vi", don_vi="23341.2", ky="2026-M10")
    text = said(app)
    assert "Xã Đăk Pék" in text and "Thị trấn Đăk Glei (cũ)" in text and "(nguyên vẹn)" in text
    assert re.search(r"\d+/63 chỉ số có số liệu", text)
    assert "Nộp trễ" in row_of(app, "Tháng 10/2026")


def test_a_unit_that_was_silent_has_no_zero(area):
    app = opened("don-vi", don_vi=SILENT, ky="2026-M10")
    assert re.search(r"\b[0-3]/63 chỉ số có số liệu", said(app)), "at most its own punctuality, and what is asked for each quarter only"
    assert "Chưa có số liệu" in row_of(app, "Tỷ lệ hồ sơ tiếp nhận trực tuyến") and "Chưa nộp" in row_of(app, "Tháng 10/2026")


# ---------------------------------------------------------------- the list of indicators


def test_indicators_are_found_without_accents_and_by_the_words_of_a_form(area):
    app = opened("danh-muc")
    current = [indicator for indicator in indicators().values() if indicator.status != "legacy"]
    assert f"{len(current)}/{len(current)} chỉ số" in said(app), "those kept for old series only are shown when asked for"
    app.toggle(key="chi-so-cu").set_value(True).run()
    assert f"{len(indicators())}/{len(indicators())} chỉ số" in said(app)
    app.toggle(key="chi-so-cu").set_value(False).run()
    app.text_input(key="tim").set_value("ky so ca nhan").run()
    assert "Tỷ lệ văn bản đi ký số cá nhân của người có thẩm quyền" in said(app)
    assert "Chi trả an sinh" not in said(app)
    app.text_input(key="tim").set_value("không có chữ nào như thế").run()
    assert "Không tìm thấy" in said(checked(app))


@pytest.mark.parametrize("code", sorted(indicators()))
def test_every_indicator_has_a_page(code, page_of_indicator):
    text = page_of_indicator(code)
    assert indicators()[code].name_vi in text and code in text and "Phiên bản" in text


@pytest.fixture(scope="module")
def page_of_indicator(tmp_path_factory):
    """One running page that is led from indicator to indicator."""
    folder = tmp_path_factory.mktemp("words")
    filled(folder).close()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CHISO_DATABASE_URL", f"sqlite:///{folder / 'store.db'}")
        patch.setenv("CHISO_ORIGINALS", str(folder / "originals"))
        _forget()
        app = opened("danh-muc")

        def page(code):
            app.query_params["chi-so"] = code
            return said(checked(app.run()))

        yield page
    data.store().close()
    _forget()


def test_an_unknown_indicator_gives_the_list(area):
    assert "Không có chỉ số nào mang mã đó" in said(opened("danh-muc", chi_so="<script>"))


# ---------------------------------------------------------------- targets


def test_targets_not_checked_are_hidden_until_asked_for(area):
    app = opened("chi-tieu", pham_vi="tat-ca")
    shown = int(re.search(r"(\d+) chỉ tiêu cho \d+ chỉ số\.", said(app)).group(1))
    hidden = int(re.search(r"Còn (\d+) chỉ tiêu chưa đối chiếu", said(app)).group(1))
    app.toggle(key="chua-doi-chieu").set_value(True).run()
    assert f"{shown + hidden} chỉ tiêu cho" in said(app) and "chưa đối chiếu" in said(app)


def filled_form(app, **values):
    target = values.pop("target", "new")
    for name, value in values.items():
        widget = next(
            w for kind in ("text_input", "text_area", "number_input", "selectbox") for w in app.get(kind) if w.key == f"{target}-{name}"
        )
        widget.set_value(value)
    return app


def test_a_target_says_until_when_in_one_sentence_and_who_recorded_it(area):
    text = said(opened("chi-tieu"))
    assert re.search(r"Tháng \d+/\d{4} đến năm \d{4}", text) and not re.search(r"đến (Năm|Tháng|Quý)", text)
    first = next(one for one in re.findall(r'sua=([^"&]+)', markup(opened("chi-tieu"))) if one != "moi")
    assert "dữ liệu ban đầu" in said(opened("chi-tieu", sua=first)), "what came with the system is nobody's act, and says so"


def test_a_target_needs_its_document_clause_and_reason(area):
    app = opened("chi-tieu", sua="moi")
    app.selectbox(key="new-indicator").select("sig_adult_rate").run()
    filled_form(app, **{"from": "2026", "to": "2026", "value": 140.0})
    button(app, "Ghi nhận").click().run()
    (error,) = app.error
    assert all(word in error.value for word in ("không quá 100", "văn bản", "điều, khoản", "lý do"))


def test_a_new_target_is_recorded_and_judges_at_once(area):
    app = opened("chi-tieu", sua="moi", don_vi=ROOT)
    app.selectbox(key="new-indicator").select("sig_adult_rate").run()
    filled_form(
        app,
        **{"from": "2026", "to": "2026", "value": 60.0, "other": "KH 99/KH-UBND ngày 05/01/2026", "clause": "Mục II", "reason": "mới giao"},
    )
    app.selectbox(key="new-scope").select("23341.2")
    button(app, "Ghi nhận").click().run()
    (made,) = [t for t in area.targets() if t.id.startswith("local-")]
    assert (made.value, made.scope, made.legal_basis, made.revision, made.denominator) == (
        60,
        "23341.2",
        "KH 99/KH-UBND ngày 05/01/2026",
        1,
        "pop_18plus",
    )
    assert "KH 99/KH-UBND" in said(opened("chi-tieu", pham_vi="tat-ca", chua_doi_chieu="true"))


def test_a_revision_keeps_what_was_known_before(area):
    before = next(t for t in area.targets() if t.status == "in_force" and t.unit == "percent" and t.clause)
    app = opened("chi-tieu", sua=before.id)
    filled_form(app, target=before.id, value=55.0, reason="điều chỉnh theo kế hoạch mới")
    button(app, "Ghi nhận").click().run()
    checked(app)
    first, second = area.target_revisions(before.id)
    assert (first.target.value, second.target.value, second.reason) == (before.value, 55, "điều chỉnh theo kế hoạch mới")
    assert "điều chỉnh theo kế hoạch mới" in said(opened("chi-tieu", sua=before.id))


# ---------------------------------------------------------------- sources


def test_the_sources_are_the_files_behind_the_figures_chosen_and_no_others(area):
    kept = area.keep_original(b"online alone", "truc tuyen.csv")
    sent = Submission(kept.sha256, "truc tuyen.csv", "accepted", "test", periods=("2026-M10",))
    area.commit_return(sent, [Observation(SILENT, "2026-M10", "in_period", "dossiers_recv_online", 5.0, "S", "C5", "5")])
    month = Filters(ROOT, ROOT, Period.parse("2026-M10"), "current", area.version())
    behind = [
        len(files_behind(month, [code], [month.period])["submission"]) for code in ("dossiers_recv_online", "docs_out_signed_personal")
    ]
    assert behind == [6, 5]


def test_sources_say_when_and_of_whom_without_riddles(area):
    assert "nhận ngày 17/10/2026" in said(opened("chu-ky-so", ky="2026-M10"))
    former, now = units().communes_under(ROOT, dt.date(2025, 6, 1))[:2], units().communes_under(ROOT, TODAY)[:3]
    told = sources.who([one.id for one in (*former, *now)], TODAY)
    assert told == "3 đơn vị hiện nay và 2 đơn vị cũ (trước sắp xếp, đến 30/06/2025)"


# ---------------------------------------------------------------- submitting


def uploaded(*files):
    app = opened("nop-bao-cao")
    app.file_uploader[0].set_value([(name, content, "text/csv") for name, content in files]).run()
    return checked(app)


def test_files_are_triaged_taken_in_and_taken_out_again(area):
    app = uploaded(("ngoc linh thang 10.csv", sheet()), ("khong ky.csv", sheet(period="")))
    text = said(app)
    assert "2 tệp: 1 cần trả lời; 1 sạch, chờ nhận" in text and "Xã Ngọc Linh" in text
    button(app, "Nhận tất cả 1 tệp sạch").click().run()
    assert "1 đã nhận" in said(checked(app))
    held = area.observations(periods=["2026-M10"], units=[SILENT], elements=["dossiers_recv_online"])
    assert list(held["value"]) == [80]
    app.text_input(key="undo-why").set_value("thử").run()
    app.button(key="undo").click().run()
    assert "1 đã hoàn tác; 1 chưa nhận, đợt đã hoàn tác" in said(checked(app)) and "khi đọc: sạch" in said(app)
    assert area.observations(periods=["2026-M10"], units=[SILENT]).empty


def test_a_file_is_counted_once_however_often_it_was_answered_taken_in_and_taken_out(area):
    uploaded(("khong ky.csv", sheet(period="")))
    (batch,) = {one.name for one in batches.batches(area.version())}
    first = int(area.submissions(origin="user")["id"].iloc[0])

    def answered():
        return inbox.answer(area, first, given, "Lan", "hỏi lại")

    given = {one.key: "2026-M10" if one.kind == "period" else SILENT for one in batches.content(first).reading.questions}
    for _time in range(2):
        again = answered()
        assert [row.number for row in batches.rows_of(batch)] == [again]
        area.accept(again, "Lan", "đủ")
        area.withdraw(again, "Lan", "nhầm")
        assert [row.number for row in batches.rows_of(batch)] == [first], "what it stood in for waits again"
        assert [(one.files, one.open) for one in batches.batches(area.version())] == [(1, 1)]
    area.accept(answered(), "Lan", "đủ")
    area.undo_batch(batch, "Lan", "nhầm")
    assert len(batches.rows_of(batch)) == 1


def test_what_was_kept_in_vietnamese_is_told_in_english(area):
    uploaded(("khong ky.csv", sheet(period="")))
    number = int(area.submissions(origin="user")["id"].iloc[0])
    app = opened("nop-bao-cao", tep=str(number), ngon_ngu="en")
    text = said(checked(app))
    assert "(1 question)" in text and "Take this file in" not in text
    (question,) = [one.value for one in app.markdown if "period" in one.value]
    assert "Name the period" in question


def test_what_is_taken_out_needs_a_reason_and_the_button_says_so(area):
    app = uploaded(("ngoc linh thang 10.csv", sheet()))
    app.button(key="undo").click().run()
    assert "Cần ghi lý do." in said(checked(app)) and "1 sạch, chờ nhận" in said(app), "nothing was taken out"


def test_the_next_file_is_the_next_one_of_the_table_that_is_open():
    rows = [
        triage.Row(number, f"{number}.csv", standing) for number, standing in enumerate(("asked", "accepted", "asked", "ready"), start=1)
    ]
    assert [triage.after(rows, number).number for number in (1, 3, 4, 2)] == [3, 4, 1, 1]
    assert triage.after(rows[1:3], 3) is None


def test_reopening_the_page_shows_the_open_batch(area):
    uploaded(("khong ky.csv", sheet(period="")))
    app = opened("nop-bao-cao")
    assert "Các đợt nộp" in said(app) and "Còn phải xử lý" in said(app)


def test_a_batch_is_known_again_by_the_name_of_its_first_file(area):
    uploaded(("xa Xop.csv", sheet()))
    uploaded(("khong ky.csv", sheet(period="")), ("ngoc linh thang 10.csv", sheet()))
    text = said(opened("nop-bao-cao"))
    assert "xa Xop.csv" in text and "khong ky.csv và 1 tệp khác" in text


def test_whose_the_differences_are_is_told_once_above_them():
    lines = [f"Xã Xốp, tháng 1/2026: Số hồ sơ {name}: 7 → 1.5" for name in ("đến", "đi")] + ["Xã Ba Vì, tháng 1/2026: Số hồ sơ đến: 1 → 2"]
    assert listed(lines).replace("\\", "").replace("\u00a0", " ").split("\n") == [
        "- Xã Xốp, tháng 1/2026:",
        "    - Số hồ sơ đến: 7 → 1.5",
        "    - Số hồ sơ đi: 7 → 1.5",
        "- Xã Ba Vì, tháng 1/2026: Số hồ sơ đến: 1 → 2",
    ]


def test_one_sentence_about_many_cells_is_told_once_with_the_cells():
    twice = [Issue("S", cell, "twice", "error", "Xã Xốp có hai hàng.") for cell in ("G2", "G8")]
    shown = messages.grouped([*twice, Issue("S", "H9", "twice", "error", "Xã Ba Vì có hai hàng.")], {})
    assert shown.count("Xã Xốp có hai hàng.") == shown.count("Xã Ba Vì có hai hàng.") == 1 and "G2, G8, H9" in shown


def test_ratios_that_mix_the_same_two_returns_are_told_in_one_sentence(area):
    over, under = (int(number) for number in area.submissions()["id"].iloc[:2])
    alike = [Mixed(code, SILENT, "2026-M10", over, under, "dossiers_recv_new", over, 19, 21) for code in list(indicators())[:2]]
    (told,) = effect.mixtures_words(alike)
    assert "ghi 19" in told and "sẽ là 21" in told and "; " in told
    assert len(effect.mixtures_words([*alike, replace(alike[0], said=20)])) == 2


def test_one_file_shows_its_picture_its_question_and_what_it_would_change(area):
    uploaded(("khong ky.csv", sheet(period="")))
    number = int(area.submissions(origin="user")["id"].iloc[0])
    app = opened("nop-bao-cao", tep=str(number))
    assert "cs-asked" in markup(app) and "Câu hỏi (" in said(app)
    next(box for box in app.selectbox if box.key.startswith("file-")).select("2026-M10")
    for radio in app.radio:
        radio.set_value(SILENT)
    app.text_input(key=f"file-{number}-why").set_value("hỏi qua điện thoại")
    button(app, "Đọc lại").click().run()
    text = said(checked(app))
    assert "Sạch, chờ nhận" in text and "2 số mới" in text and "chưa có số liệu" in text
    button(app, "Nhận tệp này").click().run()
    assert list(area.observations(periods=["2026-M10"], units=[SILENT], elements=["dossiers_recv_new"])["value"]) == [120]
    (answers,) = {a.why for a in area.answers(int(area.submissions(origin="user", state="accepted")["id"].iloc[0]))}
    assert answers == "hỏi qua điện thoại"


def test_what_goes_back_can_be_copied_and_is_marked(area):
    uploaded(("khong ky.csv", sheet(period="")))
    number = int(area.submissions(origin="user")["id"].iloc[0])
    app = opened("nop-bao-cao", tep=str(number))
    assert "khong ky.csv" in app.get("code")[0].value
    button(app, "Đánh dấu đã trả lại").click().run()
    assert area.submission(number).state == "refused"


def test_an_address_that_names_no_file_shows_the_batches(area):
    for parameters in ({"tep": "999999"}, {"tep": "x"}, {"dot": "../.."}, {"dot": "none"}):
        assert "Nộp báo cáo" in said(opened("nop-bao-cao", **parameters))


def test_a_name_of_a_file_is_never_markup(area):
    uploaded(("<img src=x onerror=alert(1)> *đậm*.csv", sheet()))
    (batch,) = set(area.submissions(origin="user")["batch"])
    drawn = markup(opened("nop-bao-cao", dot=batch))
    assert "<img" not in drawn and "_img src=x" in drawn


def test_the_ledger_accounts_for_every_cell(area):
    rows = [triage.Row(1, "=evil.csv", "ready", accepted=3)]
    header, (line,) = triage.ledger(rows, {1: (20, 3, 1, 1)})
    told = dict(zip(header, line, strict=True))
    assert told["Số ô có nội dung"] == told["Đã đọc"] + told["Đang hỏi"] + told["Sai"] + told["Ô khác (tiêu đề, ghi chú, dòng tổng)"]


# ---------------------------------------------------------------- nothing yet, and those who may not


@pytest.fixture
def empty(tmp_path):
    use_language("vi")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CHISO_DATABASE_URL", f"sqlite:///{tmp_path / 'store.db'}")
        patch.setenv("CHISO_ORIGINALS", str(tmp_path / "originals"))
        _forget()
        yield
    data.store().close()
    _forget()


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("don-vi", "Chưa có số liệu"),
        ("thu-bao-cao", "chưa nộp"),
        ("nop-bao-cao", "Chưa có đợt nộp nào"),
        ("chi-tieu", "chỉ tiêu"),
        ("danh-muc", "chỉ số"),
    ],
)
def test_each_page_stands_on_an_empty_store(empty, address, words):
    assert words in said(opened(address))


@pytest.mark.parametrize("module", ["glossary", "returns", "submit", "targets", "unit"])
def test_a_visitor_without_a_role_sees_nothing(area, monkeypatch, module):
    monkeypatch.setattr("pages.parts.gate.sign_in_configured", lambda: True)

    def page(module):
        import importlib

        importlib.import_module(f"pages.{module}").show()

    app = AppTest.from_function(page, kwargs={"module": module}, default_timeout=30)
    app.run()
    assert [error.value for error in app.error] and not app.title and not app.get("html") and not app.get("file_uploader")


# ---------------------------------------------------------------- what a new analyst stumbles over


PEOPLE = "DANH SÁCH CÔNG DÂN THÁNG 9/2026,,,,\nSTT,Họ và tên,Số CCCD,Ngày sinh,Số điện thoại\n" + "".join(
    f"{n},Nguyễn Văn A{n},0620900{n:05d},01/01/1990,09050{n:05d}\n" for n in range(1, 20)
)


def test_a_refused_list_of_people_is_still_told_after_a_reload(area):
    uploaded(("ds cong dan.csv", PEOPLE.encode()), ("ngoc linh thang 10.csv", sheet()))
    (batch,) = set(area.submissions(origin="user")["batch"])
    app = opened("nop-bao-cao", dot=batch)
    assert "2 tệp" in said(app) and "1 danh sách cá nhân, không lưu" in said(app) and "ds cong dan.csv" in said(app)
    assert "Nguyễn" not in said(app)
    _header, lines = triage.ledger(batches.rows_of(batch), {})
    assert "ds cong dan.csv" in [line[0] for line in lines] and len(lines) == 2


def test_a_batch_of_refused_lists_alone_can_be_opened(area):
    uploaded(("ds cong dan.csv", PEOPLE.encode()))
    (batch,) = inbox.turned_away_batches(area)
    assert "ds cong dan.csv" in said(opened("nop-bao-cao", dot=batch))
    assert "Các đợt nộp" in said(opened("nop-bao-cao"))


def test_the_month_that_is_due_can_be_opened_before_anybody_has_sent(area, monkeypatch):
    monkeypatch.setattr("pages.parts.clock.today", lambda: dt.date(2026, 11, 23))
    app = opened("thu-bao-cao", ky="2026-M11")
    assert "0/6 đơn vị đã nộp báo cáo" in said(app) and "16/11/2026" in said(app)
    (period,) = [box for box in app.selectbox if box.key == "ky"]
    assert period.options[0] == "Tháng 11/2026 (chưa có)"
    assert opened("thu-bao-cao").session_state["ky"] == "2026-M10", "the default is the latest period with data"


def test_the_start_page_says_that_a_later_month_is_already_due(area, monkeypatch):
    monkeypatch.setattr("pages.parts.clock.today", lambda: dt.date(2026, 11, 23))
    assert "Tháng 11/2026 đã quá hạn nộp ngày 16/11/2026: 0/6 xã đã nộp." in said(opened("tong-quan"))
    assert "đã quá hạn nộp ngày 16/11/2026" not in said(opened("tong-quan", ky="2026-M09")), "who looks back is not told"
    monkeypatch.setattr("pages.parts.clock.today", lambda: dt.date(2026, 11, 16))
    assert "đã quá hạn nộp ngày 16/11/2026" not in said(opened("tong-quan")), "the day of the due date is in time"


def test_a_month_without_returns_says_so_with_its_due_date_and_the_month_that_has_figures(area, monkeypatch):
    monkeypatch.setattr("pages.parts.clock.today", lambda: dt.date(2026, 11, 23))
    app = opened("tong-quan", ky="2026-M11")
    (sentence,) = re.findall(r"<h1>(.*?)</h1>", markup(app))
    assert html.unescape(re.sub(r"<[^>]+>", "", sentence)) == (
        "Tháng 11/2026: chưa có báo cáo nào. 0/6 xã đã nộp; hạn nộp 16/11/2026 (đã quá 7 ngày). Số liệu gần nhất là của tháng 10/2026."
    )
    assert re.search(r'<a href="tong-quan\?[^"]*ky=2026-M10[^"]*">tháng 10/2026</a>', sentence)


def test_of_a_quarter_that_goes_on_the_month_is_named_whose_returns_are_counted(area, monkeypatch):
    monkeypatch.setattr("pages.parts.clock.today", lambda: dt.date(2026, 10, 23))
    assert "5/6 xã đã nộp báo cáo tháng 10/2026." in said(opened("tong-quan", ky="2026-Q4"))


def test_a_card_without_a_figure_names_the_last_one_with_its_month(area, monkeypatch):
    monkeypatch.setattr("pages.parts.clock.today", lambda: dt.date(2026, 11, 23))
    text = said(opened("tong-quan", ky="2026-M11"))
    assert re.search(r"gần nhất: \d+,\d% \(tháng 10/2026\)", text)
    assert "chưa có số liệu tháng 10/2026" not in text


def test_returns_that_wait_to_be_taken_in_are_not_called_absent(area, monkeypatch):
    monkeypatch.setattr("pages.parts.clock.today", lambda: dt.date(2026, 11, 16))
    uploaded(("ngoc linh thang 11.csv", sheet(period=" THÁNG 11 NĂM 2026")))
    text = said(opened("tong-quan", ky="2026-M11"))
    assert "Tháng 11/2026: đã có báo cáo nộp về nhưng chưa báo cáo nào được nhận vào. 1/6 xã đã nộp" in text
    assert "hạn nộp 16/11/2026 (hôm nay)" in text
    assert "Gọi nhắc nộp báo cáo: " in text and "Xã Ngọc Linh" not in text.partition("Gọi nhắc nộp báo cáo: ")[2][:60]
    assert opened("tong-quan").session_state["ky"] == "2026-M10", "what nobody has taken in does not take the place of the figures"


def test_the_month_now_running_is_not_offered(area, monkeypatch):
    monkeypatch.setattr("pages.parts.clock.today", lambda: dt.date(2026, 11, 14))
    assert str(data.periods(data.version())[0]) == "2026-M10"


def test_figures_already_taken_in_are_replaced_only_with_a_reason(area):
    uploaded(("ngoc linh thang 10.csv", sheet()))
    button(opened("nop-bao-cao", tep=str(int(area.submissions(origin="user")["id"].iloc[0]))), "Nhận tệp này").click().run()
    uploaded(("ngoc linh sua.csv", sheet(online=85)))
    number = int(area.submissions(origin="user")["id"].iloc[0])
    app = opened("nop-bao-cao", tep=str(number))
    assert "80 → 85" in said(app).replace("\\", "")
    (choice,) = app.radio
    choice.set_value("yes")
    button(app, "Đọc lại").click().run()
    assert "lý do thay" in said(checked(app)) and area.submission(number).state == "asked"
    app.text_input(key=f"file-{number}-why").set_value("xã gửi lại")
    button(app, "Đọc lại").click().run()
    text = said(checked(app))
    assert "Sạch, chờ nhận" in text and "Tệp này có thay các số đó không" not in text and "Đang hỏi" not in text
    button(app, "Nhận tệp này").click().run()
    assert "Đã nhận 2 số liệu." in said(checked(app))
    assert list(area.observations(periods=["2026-M10"], units=[SILENT], elements=["dossiers_recv_online"])["value"]) == [85]


def test_a_province_is_not_offered_for_the_return_of_a_commune():
    province = next(unit for unit in units().path(SILENT) if unit.level == "province")
    asked = Question("unit:S1", "unit_conflict", "S1", "A1", "?", (Option(province.id, province.name), Option(SILENT, "")))
    assert [option.value for option in choices(asked, ROOT, dt.date(2026, 11, 23))] == [SILENT]


def test_what_is_wrong_is_counted_once_for_table_page_and_ledger(area):
    uploaded(("ngoc linh thang 10.csv", sheet(online="9x")))
    (row,) = batches.rows_of(next(iter(set(area.submissions(origin="user")["batch"]))))
    _cells, accepted, asked, rejected = batches.ledgers([row])[row.number]
    assert (row.asked, row.rejected) == (asked, rejected) and rejected + asked >= 2 and accepted == row.accepted == 0


def test_a_unit_shows_what_it_first_sent_against_what_is_in_force_and_its_tasks(area):
    store, unit = data.store(), "23356.2"
    first = store.coverage(units=[unit], periods=["2026-M10"])["submission"].iloc[0]
    changed = [
        Observation(r.unit, r.period, r.basis, r.element, r.value + 5, "S1", "C5", "x")
        for r in store.observations(units=[unit], periods=["2026-M10"]).itertuples()
        if r.element == "dossiers_recv_online"
    ]
    sent = replace(store.submission(int(first)), id=None, accepted_order=None, file_name="bo sung.csv", state="accepted")
    store.commit_return(sent, changed, narratives=[Narrative(unit, "2026-M10", "results", "Đã <b>tập huấn</b> cho công chức.")])
    store.save(Task(unit, "Tập huấn", "KH 1", dt.date(2026, 1, 1), dt.date(2026, 2, 1)), "test")
    _forget()
    app = checked(opened("don-vi", ky="2026-M10", **{"don-vi": unit}))
    text, html_ = said(app), markup(app)
    assert "1 nay đã khác" in text and "bo sung.csv" in text and "+5" in text
    assert "Tập huấn" in text and "quá hạn" in text
    assert "&lt;b&gt;tập huấn&lt;/b&gt;" in html_ and "<b>tập huấn" not in html_


def test_the_tasks_of_an_area_name_the_commune_of_each(area):
    store, both = data.store(), ("23341.2", "23356.2")
    for unit in both:
        store.save(Task(unit, "Niêm yết mã QR", "KH 2", dt.date(2026, 1, 1), dt.date(2026, 2, 1)), "test")
    _forget()

    def tasks(unit):
        page = markup(checked(opened("don-vi", ky="2026-M10", **{"don-vi": unit})))
        return re.search(r'<div class="desk-scroll desk-duties.*?</table>', page, re.S).group()

    assert all(units()[unit].name in tasks(data.root()) for unit in both)
    assert units()[both[0]].name not in tasks(both[0])


def test_one_late_unit_alone_is_reminded(area, monkeypatch):
    monkeypatch.setattr("pages.parts.clock.today", lambda: dt.date(2026, 11, 25))
    everyone = checked(opened("thu-bao-cao", ky="2026-M11")).code[1].value
    assert "6. " in everyone and "quá hạn" in everyone
    alone = checked(opened("thu-bao-cao", ky="2026-M11", nhac=SILENT)).code[1].value
    assert f"1. {units()[SILENT].name}" in alone and "2. " not in alone


def test_the_workbook_to_fill_in_is_offered_for_all_only_where_several_have_not_sent(area):
    assert prefilled.choices(["a", "b"]) == [prefilled.ALL, "a", "b"]
    assert prefilled.choices(["a"]) == ["a"]


def test_units_groups_and_documents_are_found_without_accents(area):
    app = checked(opened("danh-muc", tim="dak pek"))
    assert 'href="don-vi?don-vi=23341.2' in markup(app)
    assert "chu-ky-so?" in markup(checked(opened("danh-muc", tim="chu ky")))
    assert "NQ 57-NQ/TW" in said(checked(opened("danh-muc", tim="57-nq")))
