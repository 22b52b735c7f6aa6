"""What a draft says: every figure with its counts, its target, its change in points; documents in full once; who issues it."""

import datetime as dt
import re
from dataclasses import replace

import pytest
from report_drawn import (
    ADULTS,
    COMMUNES,
    DISTRICT,
    HOLDERS,
    LAST,
    LATER_COMMUNE,
    MAY,
    ONLINE,
    PLAN,
    RECEIVED,
    TARGET,
    TOWN,
    alike,
    draft,
    drawn,
    narrative,
    text,
)

from catalogue.errors import UserError
from catalogue.language import use_language
from catalogue.periods import Period
from report import wording
from report.content import Paragraph, Run
from report.order import body_of
from report.register import full, short
from report.shortening import spelled_out

BETTER = {TOWN: {ONLINE: 9.0}}


@pytest.fixture(autouse=True)
def vietnamese():
    use_language("vi")


def test_a_figure_stands_with_counts_target_gap_and_who_is_best():
    said = text(draft(drawn(("2025-M05", alike(5, 10, BETTER)))), "2")
    assert "- " not in said[:2] and "12/12 xã, thị trấn đã báo cáo" in said
    assert "Tỷ lệ hồ sơ tiếp nhận trực tuyến đạt 53,3% (64/120 hồ sơ)" in said
    assert "chưa đạt chỉ tiêu năm 2025 (từ 80% trở lên), chậm nhiều so với tiến độ, còn thiếu 32 hồ sơ" in said


def test_changes_are_in_percentage_points_against_the_period_before_and_a_year_ago():
    said = text(draft(drawn(("2024-M05", alike(2, 10)), ("2025-M04", alike(6, 10)), ("2025-M05", alike(5, 10)))), "2")
    assert "giảm 10,0 điểm phần trăm so với tháng 4/2025, tăng 30,0 điểm phần trăm so với cùng kỳ năm 2024" in said
    assert "giảm 10%" not in said


def test_a_full_rate_of_those_who_reported_says_who_has_not():
    said = text(draft(drawn(("2025-M05", alike(10, 10, silent=(LAST,))))), "2")
    assert "11/12 xã, thị trấn đã báo cáo; chưa báo cáo: xã Đăk Môn" in said
    assert "100% (110/110 hồ sơ) (chỉ tính trên 11/12 xã, thị trấn đã báo cáo)" in said


def test_an_almost_full_rate_does_not_read_100_percent():
    said = text(draft(drawn(("2025-M05", alike(10000, 10000, {TOWN: {ONLINE: 9999}})))), "2")
    assert "99,999% (119.999/120.000 hồ sơ)" in said


def test_every_percentage_of_the_body_has_its_counts_or_is_a_target():
    found = draft(drawn(("2025-M04", alike(6, 10)), ("2025-M05", alike(5, 10, BETTER, silent=(LAST,)))))
    shares = [run for p in found.paragraphs() for run in p.runs if run.trace and run.text.endswith("%")]
    assert shares
    for paragraph in found.paragraphs():
        texts = [run.text for run in paragraph.runs if run.trace]
        for at, words in enumerate(texts):
            if words.endswith("%"):
                assert re.fullmatch(r"[\d.]+/[\d.]+", texts[at + 1]), paragraph.text


def test_nothing_to_count_is_said_not_divided():
    assert "Tỷ lệ hồ sơ tiếp nhận trực tuyến: không phát sinh" in text(draft(drawn(("2025-M05", alike(0, 0)))), "2")


def test_the_request_opens_the_report_and_gives_its_title():
    found = draft(drawn(("2025-M05", alike(5, 10))), request="yc-1")
    opening = found.opening[0].text
    assert opening.startswith(
        "Thực hiện Công văn số 12/SKHCN-CĐS ngày 20 tháng 5 năm 2025 của Sở Khoa học và Công nghệ tỉnh Kon Tum về việc"
    )
    assert opening.endswith("Ủy ban nhân dân huyện Đắk Glei báo cáo kết quả triển khai thực hiện cụ thể như sau:")
    assert found.header.title == "Tình hình chuyển đổi số tháng 5 năm 2025"
    assert found.closing.text == ("Ủy ban nhân dân huyện Đắk Glei báo cáo để Sở Khoa học và Công nghệ tỉnh Kon Tum biết, tổng hợp./.")


def test_a_document_is_cited_in_full_once_and_short_after():
    found = draft(drawn(("2025-M05", alike(5, 10))))
    whole = text(found)
    assert whole.count("Kế hoạch số 9/KH-UBND ngày 06 tháng 01 năm 2025 của Ủy ban nhân dân tỉnh Kon Tum") == 1
    assert "trong năm 2025 theo Kế hoạch số 9/KH-UBND, cần thêm" in text(found, "4")
    notes = [run.note for p in found.paragraphs() for run in p.runs if run.note]
    assert "Về Chuyển đổi số tỉnh Kon Tum năm 2025." in notes


def test_a_document_of_after_the_period_guided_nothing_in_it():
    def guided(day: dt.date) -> bool:
        one = PLAN.__class__(**{name: getattr(PLAN, name) for name in PLAN.__slots__} | {"date": day})
        return "9/KH-UBND" in text(draft(drawn(("2025-M05", alike(5, 10)), documents=(one,))), "1")

    assert guided(MAY.end("plain")) and not guided(MAY.end("plain") + dt.timedelta(days=1))


def test_a_document_of_after_the_report_sets_no_target():
    late = PLAN.__class__(**{name: getattr(PLAN, name) for name in PLAN.__slots__} | {"date": dt.date(2025, 12, 1)})
    said = text(draft(drawn(("2025-M05", alike(5, 10)), documents=(late,))), "2")
    assert "chỉ tiêu" not in said


@pytest.mark.parametrize(
    ("number", "title", "said"),
    [
        (
            "QĐ 5/QĐ-TTg",
            "Phê duyệt Đề án A",
            "Quyết định số 5/QĐ-TTg ngày 06 tháng 01 năm 2025 của Ủy ban nhân dân tỉnh Kon Tum phê duyệt Đề án A",
        ),
        (
            "Luật 7/2025/QH15",
            "Luật Chuyển đổi số",
            "Luật Chuyển đổi số số 7/2025/QH15 ngày 06 tháng 01 năm 2025 của Ủy ban nhân dân tỉnh Kon Tum",
        ),
        ("Kế hoạch năm của xã", "Chỉ tiêu", "Kế hoạch năm của xã"),
    ],
)
def test_a_citation_has_type_number_day_body_and_summary(number, title, said):
    one = PLAN.__class__(**{name: getattr(PLAN, name) for name in PLAN.__slots__} | {"number": number, "title": title})
    assert full(one) == said and said.startswith(short(one))


@pytest.mark.parametrize(
    ("unit", "day", "lines", "place"),
    [
        (DISTRICT, dt.date(2025, 1, 8), ("ỦY BAN NHÂN DÂN", "HUYỆN ĐẮK GLEI"), "Đắk Glei"),
        (LATER_COMMUNE, dt.date(2026, 1, 8), ("ỦY BAN NHÂN DÂN", "XÃ ĐĂK PÉK"), "Đăk Pék"),
        ("23341.1", dt.date(2026, 1, 8), ("ỦY BAN NHÂN DÂN", "XÃ ĐĂK PÉK"), "Đăk Pék"),
        ("51.2", dt.date(2026, 1, 8), ("ỦY BAN NHÂN DÂN", "TỈNH QUẢNG NGÃI"), "Quảng Ngãi"),
        (DISTRICT, dt.date(2026, 1, 8), ("ỦY BAN NHÂN DÂN", "TỈNH QUẢNG NGÃI"), "Quảng Ngãi"),
    ],
)
def test_the_body_of_the_day_issues_it(unit, day, lines, place):
    found = body_of(unit, day)
    assert (found.lines, found.place) == (lines, place)


def test_a_country_and_a_period_without_figures_are_refused():
    with pytest.raises(UserError):
        body_of("VN", dt.date(2025, 1, 8))
    with pytest.raises(UserError):
        draft(drawn(("2025-M05", alike(5, 10))), period=Period.parse("2025-M03"))


def test_the_signer_and_the_recipient_are_switched():
    found = draft(drawn(("2025-M05", alike(5, 10))), signer="deputy", name="A", addressed=True, to=("Sở Nội vụ",))
    assert found.signature.lines == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert found.header.addressed == ("Sở Nội vụ",) and found.recipients[0] == "Như trên;"
    plain = draft(drawn(("2025-M05", alike(5, 10))), addressed=False, to=("Sở Nội vụ",))
    assert plain.header.addressed == () and plain.recipients == ("Sở Nội vụ (b/c);", "Chủ tịch, các PCT UBND huyện;", "Lưu: VT.")


def test_the_next_target_says_how_many_more():
    said = text(draft(drawn(("2025-M05", alike(5, 10, BETTER)))), "4")
    assert "phấn đấu đạt từ 80% trở lên trong năm 2025" in said and "cần thêm 32 hồ sơ" in said


def test_what_communes_wrote_goes_where_its_heading_says_and_printed_texts_nowhere():
    told = [narrative(TOWN, "Khó khăn, vướng mắc", "Mạng yếu."), narrative(TOWN, "Kiến nghị", "Cấp thêm máy")]
    told += [narrative(unit, "Ghi chú", "Ghi theo mẫu của tỉnh") for unit in (TOWN, LAST)]
    told += [narrative(unit, "Ghi chú", "Số liệu lấy từ hệ thống") for unit in COMMUNES]
    found = draft(drawn(("2025-M05", alike(5, 10)), narratives=told))
    assert "Thị trấn Đăk Glei: Mạng yếu." in text(found, "3.1")
    assert "Thị trấn Đăk Glei: Cấp thêm máy." in text(found, "5")
    assert "Ghi theo mẫu" in text(found, "3.2") and "lấy từ hệ thống" not in text(found)


def test_a_unit_silent_in_the_month_is_named_although_it_sent_the_quarter_before():
    quarter = {unit: {"hamlets_with_cdt": 3, "hamlets_total": 4} for unit in COMMUNES}
    found = draft(drawn(("2025-M03", quarter), ("2025-M05", alike(5, 10, silent=(LAST,)))))
    assert "Tổ công nghệ số cộng đồng" in text(found, "2")
    assert wording.unit(LAST) in text(found, "3.1")


def test_a_silent_unit_is_named_although_the_register_of_tasks_counts_for_it():
    counted = {unit: {"tasks_due": 2, "tasks_done_on_time": 1} for unit in COMMUNES}
    sent = alike(5, 10, silent=(LAST,))
    found = draft(drawn(("2025-M05", {unit: {**counted[unit], **sent.get(unit, {})} for unit in COMMUNES})))
    assert "Tỷ lệ nhiệm vụ" in text(found, "2")
    assert wording.unit(LAST) in text(found, "3.1")


def test_a_writer_s_words_stand_in_place_of_ours_and_cite_by_number():
    found = draft(drawn(("2025-M05", alike(5, 10))), texts={"1": "Đã họp.\n- Theo {9/KH-UBND}, đã giao việc."})
    part = found.part("1")
    assert part.edited and [p.style for p in part.paragraphs] == ["heading", "text", "bullet"]
    assert part.paragraphs[2].text.startswith("Theo Kế hoạch số 9/KH-UBND ngày 06 tháng 01 năm 2025")
    assert not found.part("3.1").edited


def test_abbreviations_are_written_out_once():
    made = {
        unit: {"results_electronic": 5, "resolved_with_result": 10, "results_in_force_digitised": 1, "results_in_force_total": 2}
        for unit in (TOWN,)
    }
    said = text(draft(drawn(("2025-M05", made))), "2")
    assert said.count("thủ tục hành chính (TTHC)") == 1


def test_every_traced_number_is_the_figure_of_its_id():
    found = draft(drawn(("2025-M04", alike(6, 10)), ("2025-M05", alike(5, 10, BETTER))))
    told = {one.trace: one for one in found.figures}
    counts = [(run.trace, run.text) for p in found.paragraphs() for run in p.runs if run.trace and "/" in run.text]
    assert counts
    for trace, words in counts:
        above, below = (float(part.replace(".", "")) for part in words.split("/"))
        assert (told[trace].numerator, told[trace].denominator) == (above, below)


def test_the_annexes_carry_every_figure_with_its_id():
    found = draft(drawn(("2025-M05", alike(5, 10, silent=(LAST,)))))
    table, communes = found.annexes[:2]
    assert table.rows[0][5].text == "50%" and table.rows[0][1].below == f"{TARGET.indicator}/{DISTRICT}/{MAY}"
    assert [row[2].text for row in communes.rows][-2:] == ["–", "50% (55/110)"]
    assert RECEIVED not in str(table.head)


def test_the_change_of_the_table_is_that_against_the_period_before_and_no_other():
    def changes(*months):
        table = draft(drawn(*months)).annexes[0]
        return [row[table.head.index("Thay đổi")].text for row in table.rows] if "Thay đổi" in table.head else []

    a_year_ago, before, now = ("2024-M05", alike(2, 10)), ("2025-M04", alike(6, 10)), ("2025-M05", alike(5, 10))
    assert changes(a_year_ago, before, now) == ["−10,0"]
    assert changes(a_year_ago, now) == [], "what moved since a year ago is told in words, with its year"


def test_a_target_that_outlived_its_document_names_the_one_in_its_place():
    ended, after = replace(PLAN, in_force_to=dt.date(2025, 3, 1), replaced_by="kh-2"), replace(PLAN, id="kh-2", number="KH 10/KH-UBND")

    def named(*documents):
        return draft(drawn(("2025-M05", alike(5, 10)), documents=documents)).annexes[0].rows[0][-1].text

    assert named(PLAN) == "Kế hoạch số 9/KH-UBND"
    assert named(ended, after) == "Kế hoạch số 9/KH-UBND (nay là Kế hoạch số 10/KH-UBND)"
    assert named(ended) == "Kế hoạch số 9/KH-UBND (hết hiệu lực)"


def test_the_annex_of_sources_names_every_cell_and_file():
    found = draft(drawn(("2025-M05", alike(5, 10, BETTER))), sourced=True)
    sources, files = found.annexes[2:]
    total, *units = sources.rows
    assert total[0].text == f"{TARGET.indicator}/{DISTRICT}/{MAY}" and (total[2].text, total[4].text) == ("64", "120")
    assert [row[0].text for row in units] == [f"{TARGET.indicator}/{one}/{MAY}" for one in sorted(COMMUNES)]
    assert units[0][2].text == "9" and units[0][3].text == "S1!C10 [1]" and units[1][5].text == "S1!C21 [2]"
    assert sum(int(row[2].text) for row in units) == 64 and len(files.rows) == 12


def test_a_report_of_an_area_that_has_ended_names_it():
    found = draft(
        drawn(("2026-M05", {"23341.2": {ONLINE: 1.0, RECEIVED: 2.0}})), period=Period.parse("2026-M05"), today=dt.date(2026, 6, 2)
    )
    assert found.header.title.endswith("trên địa bàn huyện Đắk Glei (cũ)")


def test_units_that_count_too_few_to_be_compared_are_told_beside_the_best_and_the_worst():
    few = {LAST: {ONLINE: 1.0, RECEIVED: 8.0}}
    said = text(draft(drawn(("2025-M05", alike(5, 10, BETTER | few)))), "2")
    assert "(không so sánh 1 đơn vị có dưới 10 hồ sơ)" in said
    assert "không so sánh" not in text(draft(drawn(("2025-M05", alike(5, 10, BETTER)))), "2")


def test_a_unit_known_from_registers_alone_has_sent_nothing():
    counts = alike(5, 10)
    counts = {unit: {**mine, HOLDERS: 3.0, ADULTS: 9.0, "tasks_due": 2.0, "tasks_done_on_time": 1.0} for unit, mine in counts.items()}
    counts[LAST] = {"tasks_due": 2.0, "tasks_done_on_time": 1.0}
    assert "Chưa có báo cáo của xã Đăk Môn; số liệu tháng 5/2025 chưa gồm" in text(draft(drawn(("2025-M05", counts))), "3.1")


def test_a_figure_of_another_period_is_dated_and_a_target_whose_day_has_passed_is_made_up_for():
    counts = {unit: {ONLINE: 5.0, RECEIVED: 10.0} for unit in COMMUNES}
    year = {unit: {"households_fibre": 40.0, "households_total": 100.0} for unit in COMMUNES}
    aim = replace(TARGET, indicator="soc_fibre_household_rate", period_from="2024", period_to="2024")
    sources = drawn(("2024-M12", year), ("2025-M05", counts), targets=(aim,))
    found = draft(sources)
    assert "có Internet băng rộng cáp quang (năm 2024) mới đạt 40%" in text(found, "3.1")
    assert "(năm 2024): tiếp tục hoàn thành chỉ tiêu năm 2024" in text(found, "4")


def test_targets_on_track_are_counted_and_those_behind_are_named_in_part_4():
    counts = {unit: {ONLINE: 9.0, RECEIVED: 10.0, HOLDERS: 1.0, ADULTS: 9.0} for unit in COMMUNES}
    slow = replace(TARGET, id="t-2", indicator="sig_adult_rate", period_to="2025", value=50.0)
    said = text(draft(drawn(("2025-M05", counts), targets=(TARGET, slow))), "4")
    assert "Tiếp tục duy trì 1 chỉ tiêu đã đạt hoặc đúng tiến độ" in said
    assert "hồ sơ tiếp nhận trực tuyến" not in said and "chữ ký điện tử cá nhân: phấn đấu đạt từ 50% trở lên" in said


def test_a_higher_target_of_the_next_year_is_named_although_that_of_this_year_is_reached():
    reached = replace(TARGET, period_from="2024", period_to="2024")
    higher = replace(TARGET, id="t-2", value=95.0)
    sources = drawn(("2024-M12", alike(9, 10)), targets=(reached, higher))
    found = draft(sources, period=Period.parse("2024-M12"), today=dt.date(2025, 1, 20))
    assert "phấn đấu đạt từ 95% trở lên trong năm 2025" in text(found, "4") and "duy trì" not in text(found, "4")


def test_part_2_says_once_of_which_days_the_figures_are_and_who_has_sent():
    said = text(draft(drawn(("2025-M05", alike(5, 10, silent=(LAST,))))), "2")
    assert "Số liệu tháng 5/2025 tính từ ngày 15/04/2025 đến hết ngày 14/05/2025; 11/12 xã, thị trấn đã báo cáo" in said
    assert said.count("11/12") == 1


def test_a_period_that_nobody_has_sent_for_says_so():
    quarter = {unit: {"hamlets_with_cdt": 3, "hamlets_total": 4} for unit in COMMUNES}
    found = draft(drawn(("2025-Q1", quarter)))
    assert "Đến nay chưa có báo cáo số liệu tháng 5/2025" in text(found, "2")
    assert "Chưa có báo cáo của cả 12 xã, thị trấn; số liệu tháng 5/2025 chưa gồm" in text(found, "3.1")
    assert "(quý I/2025: 12/12 xã, thị trấn đã báo cáo):" in text(found, "2")


def test_a_month_is_reported_by_the_end_of_the_next_one():
    found = draft(drawn(("2025-M05", alike(5, 10))), today=dt.date(2026, 1, 5))
    assert found.header.body[1] == "HUYỆN ĐẮK GLEI"


def test_a_target_of_all_is_a_hundred_percent_and_nothing_above():
    assert wording.bound(100, ">=", percent=True) == "100%" and wording.sign(100, ">=", percent=True) == "100%"
    assert wording.bound(80, ">=", percent=True) == "từ 80% trở lên"


def test_the_annexes_of_sources_come_when_they_are_asked_for():
    sources = drawn(("2025-M05", alike(5, 10)))
    short, long = draft(sources), draft(sources, sourced=True)
    assert [annex.key for annex in short.annexes] == ["indicators", "communes"]
    assert [annex.key for annex in long.annexes] == ["indicators", "communes", "sources", "files"]
    assert "tệp Excel nguồn số liệu" in short.annexes[0].note and "phụ lục Nguồn" in long.annexes[0].note


def test_a_decree_named_by_an_indicator_is_cited_in_full_once():
    found = draft(drawn(("2025-M05", alike(5, 10))))
    lines = tuple(Paragraph("bullet", (Run("Tỷ lệ hồ sơ đúng hạn (cách tính QĐ 766) đạt 90%."),), f"2/{at}") for at in range(2))
    said = text(spelled_out(replace(found, parts=(replace(found.part("2"), paragraphs=lines, ours=lines),))), "2")
    assert said.count("theo Quyết định số 766/QĐ-TTg") == 2
    assert "QĐ 766)" not in said and said.count("ngày 23 tháng 6 năm 2022 của Thủ tướng Chính phủ") == 1


def test_many_units_without_a_return_are_counted_and_named_in_a_footnote():
    province = "62.1"
    sources = drawn(("2025-M05", alike(5, 10)))
    (silent,) = [one for one in draft(sources, unit=province).part("3.1").ours if one.key == "3.1/silent"]
    assert re.match(r"Chưa có báo cáo của \d+ xã, phường, thị trấn; số liệu tháng 5/2025", silent.text)
    (note,) = [run.note for run in silent.runs if run.note]
    assert note.count(",") > 20 and wording.unit(LAST) not in note
