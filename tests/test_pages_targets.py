"""The page of targets: what is shown, and how one is recorded and revised."""

from __future__ import annotations

import html
import re
from itertools import product

import pytest
from pages_drawn import button, checked, markup, opened, said
from small_area import ROOT

from catalogue.indicators import indicators
from catalogue.language import speaking, use_language
from pages.parts.registers import target_form, target_list, typed


def filled_form(app, **values):
    target = values.pop("target", "new")
    for name, value in values.items():
        widget = next(
            w for kind in ("text_input", "text_area", "number_input", "selectbox") for w in app.get(kind) if w.key == f"{target}-{name}"
        )
        widget.set_value(value)
    return app


def entered(code, value):
    """A target as it was filled in, all but its value beyond doubt."""
    use_language("vi")
    return target_form.Entered(
        code, ROOT, "district", "2026", "2026", ">=", value, "", "", "KH 99", "Mục II", "", "in_force", verified=True, reason="mới giao"
    )


def test_targets_not_checked_are_hidden_until_asked_for(seen_area):
    app = opened("chi-tieu", pham_vi="tat-ca")
    shown = int(re.search(r"(\d+) chỉ tiêu cho \d+ chỉ số\.", said(app)).group(1))
    hidden = int(re.search(r"Còn (\d+) chỉ tiêu chưa đối chiếu", said(app)).group(1))
    app.toggle(key="chua-doi-chieu").set_value(True).run()
    assert f"{shown + hidden} chỉ tiêu cho" in said(app) and "chưa đối chiếu" in said(app)


def test_a_target_says_until_when_in_one_sentence_and_who_recorded_it(seen_area):
    text = said(opened("chi-tieu"))
    assert re.search(r"Tháng \d+/\d{4} đến năm \d{4}", text) and not re.search(r"đến (Năm|Tháng|Quý)", text)
    first = next(one for one in re.findall(r'sua=([^"&]+)', markup(opened("chi-tieu"))) if one != "moi")
    assert "dữ liệu ban đầu" in said(opened("chi-tieu", sua=first)), "what came with the system is nobody's act, and says so"


def test_a_target_that_outlived_its_document_is_no_longer_said_to_be_in_force(seen_area):
    rows = [html.unescape(re.sub(r"<[^>]+>", " ", row)) for row in re.findall(r"<tr>.*?</tr>", markup(opened("chi-tieu")))]
    old = [row for row in rows if "NQ 03/NQ-CP" in row]
    assert old and all("có hiệu lực đến 31/03/2025; nay là NQ 71/NQ-CP" in re.sub(r"\s+", " ", row) for row in old)
    assert all("Cần đối chiếu lại" in row and "Đang hiệu lực" not in row for row in old)
    assert any("NQ 71/NQ-CP" in row and "Đang hiệu lực" in row for row in rows)


def test_the_targets_listed_are_those_that_the_overview_judges_by_with_the_same_days(seen_area):
    app = opened("chi-tieu", ky="2026-M10")
    judged = re.search(r"Tháng 10/2026: \d+/(\d+) chỉ tiêu", said(opened("tong-quan", ky="2026-M10"))).group(1)
    assert re.search(rf"\d+ chỉ tiêu cho {judged} chỉ số\.", said(app)), "a quota assigned without a document is one of them"
    assert f"Tổng quan của kỳ xét {judged} chỉ số trong đó" in said(app)
    assert "Từng đơn vị được giao số" in said(app) and "không ghi thời hạn" in said(app)
    assert re.search(r"đến năm 2027 đến 14/12/2027", said(app)), "until when, in words and as the day of the cards"


def test_a_target_needs_its_document_clause_and_reason(seen_area):
    app = opened("chi-tieu", sua="moi")
    app.selectbox(key="new-indicator").select("sig_adult_rate").run()
    filled_form(app, **{"from": "2026", "to": "2026", "value": "140"})
    button(app, "Ghi nhận").click().run()
    (error,) = app.error
    assert all(word in error.value for word in ("không quá 100", "văn bản", "điều, khoản", "lý do"))


def test_a_new_target_is_recorded_and_judges_at_once(own_area):
    app = opened("chi-tieu", sua="moi", don_vi=ROOT)
    app.selectbox(key="new-indicator").select("sig_adult_rate").run()
    filled_form(
        app,
        **{"from": "2026", "to": "2026", "value": "60", "other": "KH 99/KH-UBND ngày 05/01/2026", "clause": "Mục II", "reason": "mới giao"},
    )
    app.selectbox(key="new-scope").select("23341.2")
    button(app, "Ghi nhận").click().run()
    (made,) = [t for t in own_area.targets() if t.id.startswith("local-")]
    assert (made.value, made.scope, made.legal_basis, made.revision, made.denominator) == (
        60,
        "23341.2",
        "KH 99/KH-UBND ngày 05/01/2026",
        1,
        "pop_18plus",
    )
    assert "KH 99/KH-UBND" in said(opened("chi-tieu", pham_vi="tat-ca", chua_doi_chieu="true"))


def test_a_revision_keeps_what_was_known_before(own_area):
    before = next(t for t in own_area.targets() if t.status == "in_force" and t.unit == "percent" and t.clause)
    app = opened("chi-tieu", sua=before.id)
    filled_form(app, target=before.id, value="55", reason="điều chỉnh theo kế hoạch mới")
    button(app, "Ghi nhận").click().run()
    checked(app)
    first, second = own_area.target_revisions(before.id)
    assert (first.target.value, second.target.value, second.reason) == (before.value, 55, "điều chỉnh theo kế hoạch mới")
    assert "điều chỉnh theo kế hoạch mới" in said(opened("chi-tieu", sua=before.id))


@pytest.mark.parametrize(
    ("code", "typed", "meant"),
    [
        ("eid_l1_activated_count", "4.907", 4907),
        ("eid_l1_activated_count", "4 907", 4907),
        ("sig_adult_rate", "62,5", 62.5),
        ("sig_adult_rate", "62,5%", 62.5),
        ("sig_adult_rate", "62.5", 62.5),
    ],
)
def test_a_value_is_typed_as_people_write_numbers(code, typed, meant):
    assert target_form.target_of(entered(code, typed), None).value == meant and not target_form.faults(entered(code, typed))


@pytest.mark.parametrize(
    ("code", "typed", "why"), [("sig_adult_rate", "62.500", "hai cách"), ("sig_adult_rate", "sáu mươi", "không phải số")]
)
def test_a_value_that_could_be_two_or_is_none_is_not_recorded(code, typed, why):
    assert [one for one in target_form.faults(entered(code, typed)) if why in one]


def test_what_was_understood_is_said_with_what_is_counted():
    assert target_list.asked_words(target_form.target_of(entered("eid_l1_activated_count", "4.907"), None)) == "≥ 4.907 tài khoản"
    assert target_list.asked_words(target_form.target_of(entered("sig_adult_rate", "62,5"), None)) == "≥ 62,5%"


@pytest.mark.parametrize("value", [60.0, 62.5, 4907.0, 87.125, 1234567.0])
def test_what_the_form_is_filled_with_is_read_back_as_it_was(value):
    for spoken, code in product(("vi", "en"), ("sig_adult_rate", "pay_online_amount")):
        with speaking(spoken):
            assert typed.value(typed.as_typed(value), indicators()[code]) == value
