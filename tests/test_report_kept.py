"""Texts and drafts that stay right: kept by unit and period, offered again, renewed where the writer left our words as they were."""

import datetime as dt
from dataclasses import replace

import pytest
from report_drawn import COMMUNES, DISTRICT, LAST, MAY, ONLINE, PLAN, TARGET, TODAY, TOWN, alike, draft, drawn, text

from catalogue.legal import legal_bases
from catalogue.periods import Period
from report import kept
from report.checklist import checklist
from report.compose import editable, lines
from report.order import Order

JUNE = Period.parse("2025-M06")


def base(found, section):
    return lines(found.part(section).ours, {**legal_bases(), PLAN.id: PLAN})


def test_a_document_is_revised_over_the_declared_one(sqlite_store):
    before = next(iter(legal_bases().values()))
    kept.record_document(sqlite_store, replace(before, in_force_to=dt.date(2026, 1, 1)), "lan", "hết hiệu lực")
    kept.record_document(sqlite_store, PLAN, "lan", "mới")
    found = kept.documents(sqlite_store)
    assert found[before.id].in_force_to == dt.date(2026, 1, 1) and found[PLAN.id] == PLAN
    assert [paper.reason for _document, paper in kept.document_revisions(sqlite_store, before.id)] == ["hết hiệu lực"]


def test_texts_are_kept_by_unit_and_period_and_offered_in_the_next(sqlite_store):
    kept.record_text(sqlite_store, DISTRICT, MAY, "5", "Đề nghị A.", [], "lan")
    assert kept.texts(sqlite_store, DISTRICT, MAY)["5"].words == "Đề nghị A."
    assert kept.texts(sqlite_store, DISTRICT, JUNE) == {} and kept.texts(sqlite_store, "x", MAY) == {}
    assert kept.offered(sqlite_store, DISTRICT, JUNE)["5"].by == "lan"
    kept.record_text(sqlite_store, DISTRICT, JUNE, "5", "Đề nghị B.", [], "lan")
    assert kept.offered(sqlite_store, DISTRICT, JUNE) == {}
    kept.record_text(sqlite_store, DISTRICT, JUNE, "5", "", [], "lan")
    assert kept.texts(sqlite_store, DISTRICT, JUNE) == {}


def test_what_a_writer_edits_reads_back_as_it_was():
    found = draft(drawn(("2025-M05", alike(5, 10))))
    documents = {**legal_bases(), PLAN.id: PLAN}
    for section in ("1", "3.1", "4"):
        again = draft(drawn(("2025-M05", alike(5, 10))), texts={section: editable(found.part(section).ours, documents)})
        assert text(again, section) == text(found, section)
        notes = [[run.note for p in one.part(section).paragraphs for run in p.runs if run.note] for one in (found, again)]
        assert notes[0] == notes[1]


def test_changed_data_list_the_sentences_that_change():
    first = draft(drawn(("2025-M05", alike(5, 10))))
    saved = kept.Saved("lan", dt.datetime.now(dt.UTC), tuple(kept.sentences(first)), {})
    assert kept.changes(saved, first) == []
    later = draft(drawn(("2025-M05", alike(5, 10, {TOWN: {ONLINE: 9}}))))
    found = {one.key: one for one in kept.changes(saved, later)}
    assert set(found) == {f"{part}/ops_online_submission_rate" for part in ("2", "3.1", "4")}
    assert "50% (60/120 hồ sơ)" in found["2/ops_online_submission_rate"].old
    assert "53,3% (64/120 hồ sơ)" in found["2/ops_online_submission_rate"].new


def test_a_new_draft_renews_our_lines_and_keeps_the_writer_s():
    first, later = (draft(drawn(("2025-M05", alike(count, 10)))) for count in (5, 6))
    was = base(first, "4")
    words = f"{was[0][1]}\n- Mở lớp tập huấn."
    renewed = kept.renewed(kept.Text(str(MAY), "4", words, tuple(was), "lan", dt.datetime.now(dt.UTC)), base(later, "4"))
    assert renewed == f"{base(later, '4')[0][1]}\n- Mở lớp tập huấn."
    assert "cần thêm 24 hồ sơ" in renewed


def test_a_saved_draft_is_found_again(sqlite_store):
    found = draft(drawn(("2025-M05", alike(5, 10))))
    assert kept.last_draft(sqlite_store, DISTRICT, MAY) is None
    order = Order(DISTRICT, MAY, request="yc-1", documents=("kh-1",), signer="deputy", name="A", recipients=("Lưu: VT.",), addressed=False)
    kept.record_draft(sqlite_store, order, found, "lan")
    saved = kept.last_draft(sqlite_store, DISTRICT, MAY)
    assert kept.changes(saved, found) == [] and saved.by == "lan"
    assert Order(DISTRICT, MAY, **kept.choices_of(saved)) == order


@pytest.mark.parametrize(
    ("choices", "but", "name", "verdict", "words"),
    [
        ({}, {"silent": (LAST,)}, "Mức đầy đủ", "look", "Chưa có báo cáo của xã Đăk Môn; số liệu tháng 5/2025 chưa gồm"),
        ({}, {}, "Mức đầy đủ", "good", ""),
        ({}, {}, "Từ ngữ", "stop", "[Người viết bổ sung nguyên nhân.]"),
        ({"texts": {"3.2": "Chưa có.", "5": "Dịch vụ công mức độ 4 còn ít."}}, {}, "Từ ngữ", "stop", "mức độ"),
        ({"texts": {"3.2": "Chưa có.", "5": "Theo {999/QĐ-XX}."}}, {}, "Viện dẫn", "stop", "999/QĐ-XX"),
        ({}, {}, "Người ký, nơi nhận", "look", ""),
        ({"name": "Nguyễn Văn A"}, {}, "Người ký, nơi nhận", "good", "Nguyễn Văn A"),
        ({}, {}, "Thể thức", "good", ""),
    ],
)
def test_the_checklist_says_what_to_look_at(sqlite_store, choices, but, name, verdict, words):
    sources = drawn(("2025-M05", alike(5, 10, **but)))
    order = Order(DISTRICT, MAY, **choices)
    points = checklist(sqlite_store, sources, order, draft(sources, today=TODAY, **choices), TODAY)
    mine = [point for point in points if point.name == name]
    assert any(point.verdict == verdict and words in f"{point.said} {point.quoted}" for point in mine), mine
    assert len(COMMUNES) == 12


@pytest.mark.parametrize(("until", "verdict"), [("2025", "look"), ("2024", "good")])
def test_a_target_not_checked_is_to_be_looked_at_while_it_lasts(sqlite_store, until, verdict):
    doubtful = replace(TARGET, id="t-2", period_from="2024", period_to=until, verified=False)
    sources = drawn(("2025-M05", alike(5, 10)), targets=(TARGET, doubtful))
    points = checklist(sqlite_store, sources, Order(DISTRICT, MAY), draft(sources), TODAY)
    assert [point.verdict for point in points if point.name == "Chỉ tiêu"] == [verdict]


def test_a_target_that_outlived_its_document_is_to_be_looked_at(sqlite_store):
    def points(document):
        sources = drawn(("2025-M05", alike(5, 10)), documents=(document,))
        found = checklist(sqlite_store, sources, Order(DISTRICT, MAY), draft(sources), TODAY)
        return [(point.verdict, point.quoted) for point in found if point.name == "Viện dẫn"]

    assert points(PLAN) == [("good", "")]
    assert points(replace(PLAN, in_force_to=dt.date(2025, 3, 1))) == [("look", "Kế hoạch số 9/KH-UBND (hết hiệu lực)")]


def test_a_document_that_ended_is_not_to_be_cited(sqlite_store):
    ended = replace(PLAN, in_force_to=dt.date(2025, 3, 1))
    sources = drawn(("2025-M05", alike(5, 10)), documents=(ended,))
    order = Order(DISTRICT, MAY, texts={"1": "Theo {9/KH-UBND}."})
    points = checklist(sqlite_store, sources, order, draft(sources, texts=order.texts), TODAY)
    assert any(point.verdict == "stop" and "Kế hoạch số 9/KH-UBND" in point.quoted for point in points)
