"""The declarations agree with each other, hold what the law and the forms ask for, and a fault in them is found."""

import csv
import datetime as dt
import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

from catalogue import tables
from catalogue.check import disagreements, strange_rows
from catalogue.elements import elements, elements_by_text, synonyms_of
from catalogue.errors import UserError
from catalogue.indicators import Formula, groups, indicators
from catalogue.issues import issue_kinds
from catalogue.language import use_language
from catalogue.legal import legal_bases
from catalogue.measures import measures, measures_by_text, score_groups
from catalogue.tables import rows
from catalogue.targets import declared_targets, stated_goals
from catalogue.text import heading_key
from catalogue.units import office_kinds, units

CACHED = (elements, elements_by_text, synonyms_of, groups, indicators, legal_bases, measures, measures_by_text, score_groups)


def forget() -> None:
    for one in (*CACHED, declared_targets, stated_goals, units):
        one.cache_clear()


@pytest.fixture
def site(tmp_path, monkeypatch):
    """A copy of data/ with an empty overlay; the declarations are read from it while the test runs."""
    copy = tmp_path / "data"
    copy.mkdir()
    for path in tables.DATA_FOLDER.glob("*.csv"):
        shutil.copy(path, copy)
    (copy / "site").mkdir()
    monkeypatch.setattr(tables, "DATA_FOLDER", copy)
    monkeypatch.setattr("catalogue.units.DATA_FOLDER", copy)
    forget()
    yield copy / "site"
    monkeypatch.undo()
    forget()


def lay(site: Path, name: str, *changed: dict[str, str]) -> None:
    """Write rows into the overlay, each on the columns of the declared table."""
    with (site.parent / name).open(encoding="utf-8", newline="") as file:
        columns = next(csv.reader(file))
    with (site / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="")
        writer.writeheader()
        writer.writerows(changed)


def declared(name: str, **where: str) -> dict[str, str]:
    """The declared row that agrees with `where`."""
    return next(row for row in tables.rows(name) if all(row[k] == v for k, v in where.items()))


def test_declarations_agree():
    assert disagreements() == []


FAULTS = [
    ("elements.csv", {"code": "docs_out_signed_org"}, {"group": "Z"}, "group 'Z' is not declared"),
    ("elements.csv", {"code": "docs_out_signed_org"}, {"unit": "apple"}, "unit 'apple' is not declared"),
    ("elements.csv", {"code": "docs_out_signed_org"}, {"name_vi": ""}, "docs_out_signed_org has no name"),
    ("elements.csv", {"code": "docs_out_signed_org"}, {"code": "brand_new"}, "brand_new has fewer than 5 ways of writing"),
    ("elements.csv", {"code": "docs_out_signed_org"}, {"kind": "river"}, "neither flow nor stock"),
    ("indicators.csv", {"code": "sig_adult_rate"}, {"code": "lonely"}, "lonely has no definition"),
    ("indicators.csv", {"code": "sig_adult_rate"}, {"kind": "flow"}, "differ in being flow or stock"),
    ("definitions.csv", {"indicator": "sig_adult_rate", "version": "1"}, {"numerator": "nobody"}, "element 'nobody' is not declared"),
    ("definitions.csv", {"indicator": "sig_adult_rate", "version": "1"}, {"denominator": ""}, "a percentage needs a denominator"),
    ("definitions.csv", {"indicator": "ops_online_submission_rate"}, {"note_en": ""}, "a note is written in both languages"),
    ("definitions.csv", {"indicator": "sig_adult_rate", "version": "1"}, {"legal_basis": "x-1"}, "legal basis 'x-1' is not declared"),
    ("definitions.csv", {"indicator": "eid_l2_issued_rate", "version": "2"}, {"valid_from": "2024-06-01"}, "versions 1 and 2 overlap"),
    ("definitions.csv", {"indicator": "idx_766_score", "version": "1"}, {"numerator": "idx_dti_score"}, "is not that element"),
    ("synonyms.csv", {"element": "resolved_early"}, {"text": "Đã giải quyết > ĐÚNG HẠN"}, "'dagiaiquyet > dunghan' means"),
    ("synonyms.csv", {"element": "resolved_early"}, {"element": "nobody"}, "element 'nobody' is not declared"),
    ("indicator_synonyms.csv", {"element": "sig_adult_rate"}, {"text": "Dân số"}, "'danso' means"),
    ("targets.csv", {"id": "qd411-cks-2025"}, {"denominator": "pop_total"}, "taken over pop_total"),
    ("targets.csv", {"id": "qd411-cks-2025"}, {"scope": "99999.1"}, "scope '99999.1' is not declared"),
    ("targets.csv", {"id": "qd411-cks-2025"}, {"legal_basis": "x-1"}, "legal basis 'x-1' is not declared"),
    ("targets.csv", {"id": "qd411-cks-2025"}, {"indicator": "gone_rate"}, "indicator 'gone_rate' is not declared"),
    ("targets.csv", {"id": "qd411-cks-2025"}, {"value": "150"}, "outside 0 to 100"),
    ("targets.csv", {"id": "qd411-cks-2025"}, {"period_from": "2026"}, "ends before it begins"),
    ("targets.csv", {"id": "qd411-cks-2025"}, {"unit": "count"}, "is in count"),
    ("legal_bases.csv", {"id": "qd-942-2021"}, {"replaced_by": "x-1"}, "replaced_by 'x-1' is not declared"),
    ("groups.csv", {"code": "A"}, {"slug": "vneid"}, "address of two groups"),
    ("groups.csv", {"code": "A"}, {"code": "P", "slug": "moi"}, "P has no indicator"),
    ("issues.csv", {"code": "negative"}, {"how_vi": ""}, "negative has no how_vi"),
    ("issues.csv", {"code": "negative"}, {"severity": "bad"}, "severity 'bad' is not declared"),
    ("units_of_measure.csv", {"code": "document"}, {"spellings": "hồ sơ"}, "'hoso' means"),
    ("unit_aliases.csv", {"unit": "23344.1"}, {"unit": "99999.1"}, "unit '99999.1' is not declared"),
    ("org_units.csv", {"id": "23341.2"}, {"parent": "99.9"}, "unit '99.9' is not declared"),
    ("groups_766.csv", {"code": "so-hoa"}, {"max": "20"}, "add up to 98"),
]


@pytest.mark.parametrize(("table", "row", "fault", "found"), FAULTS, ids=[f"{t}: {f}" for t, _r, _c, f in FAULTS])
def test_a_planted_fault_is_found(site, table, row, fault, found):
    lay(site, table, {**declared(table, **row), **fault})
    assert any(found in sentence for sentence in disagreements())


def test_the_site_lays_its_rows_over_the_declared_ones(site):
    before = len(elements())
    lay(
        site,
        "elements.csv",
        {**declared("elements.csv", code="resolved_early"), "name_vi": "Tên của tỉnh"},
        {**declared("elements.csv", code="resolved_early"), "code": "our_own"},
    )
    forget()
    assert (len(elements()), elements()["resolved_early"].name_vi) == (before + 1, "Tên của tỉnh")
    assert elements()["resolved_late"].name_vi == "Số hồ sơ đã giải quyết quá hạn"


# --- what is declared --------------------------------------------------------------------------------------------------

CORE = {"A": 6, "B": 6, "C": 5, "D": 2, "E": 5, "F": 5, "G": 6, "H": 2, "I": 4, "J": 6, "K": 3, "L": 2, "M": 3, "N": 1, "O": 4}


def test_sixty_core_indicators_by_group():
    assert Counter(i.group for i in indicators().values() if i.status == "core") == CORE
    assert sorted(i.code for i in indicators().values() if i.status == "optional") == [
        "ops_active_service_rate", "oss_avg_time_ratio", "web_mandatory_content_rate",
    ]  # fmt: skip
    assert sum(i.status == "legacy" for i in indicators().values()) == 11


MINIMUM = """
procs_total procs_full_online procs_partial_online received_total dossiers_recv_online dossiers_recv_direct_postal
received_carried_over resolved_total resolved_early resolved_on_time resolved_late processing_total processing_in_time
processing_overdue dossiers_requiring_digitisation dossiers_digitised_intake results_electronic dossiers_reuse
dossiers_with_fee dossiers_paid_online docs_out_total_nonsecret docs_out_signed_org docs_out_signed_personal leaders_total
leaders_with_cert officials_total officials_with_cert citizens_eligible_eid eid_l1_activated eid_l2_issued eid_l2_activated
eid_quota pop_total pop_15plus pop_18plus residents_with_personal_sig ssp_people_total ssp_people_with_account ssp_people_paid
ssp_people_paid_noncash ssp_amount_total ssp_amount_noncash hamlets_total hamlets_with_cdt cdt_members_total
cdt_members_trained ratings_total ratings_satisfied feedback_total feedback_on_time
"""


def test_what_a_commune_must_send_is_declared():
    minimum = set(MINIMUM.split())
    assert len(minimum) == 50 and minimum <= set(elements())


@pytest.mark.parametrize(
    ("code", "on", "version", "formula"),
    [
        ("oss_on_time_rate_resolved", "2025-03-01", "1", "resolved_early+resolved_on_time / resolved_total"),
        ("oss_on_time_rate_766", "2025-03-01", "1", "resolved_early+resolved_on_time+processing_in_time / received_total"),
        ("ops_online_submission_rate", "2025-03-01", "1", "dossiers_recv_online / dossiers_recv_new"),
        ("ops_full_online_dossier_rate", "2025-03-01", "1", "dossiers_end_to_end_online / dossiers_recv_new"),
        ("sat_feedback_satisfied_rate", "2025-03-01", "1", "feedback_total-unsatisfied_or_late / feedback_total"),
        ("eid_l2_activated_rate", "2024-06-30", "1", "eid_l2_activated / citizens_eligible_eid"),
        ("eid_l2_activated_rate", "2024-07-01", "2", "eid_l2_activated / citizens_eligible_eid"),
        ("ops_level4_dossier_count", "2024-07-01", "1", "ops_level4_dossier_count / None"),
    ],
)
def test_definitions_in_force(code, on, version, formula):
    found = indicators()[code].definition(dt.date.fromisoformat(on))
    assert (found.version, f"{found.numerator} / {found.denominator}") == (version, formula)


def test_a_variant_is_taken_only_when_asked_for_by_its_denominator():
    adult = indicators()["sig_adult_rate"]
    assert str(adult.definition(dt.date(2025, 1, 1)).denominator) == "pop_18plus"
    assert str(adult.definition(dt.date(2025, 1, 1), "pop_15plus").denominator) == "pop_15plus"
    with pytest.raises(UserError, match="pop_total"):
        adult.definition(dt.date(2025, 1, 1), "pop_total")


@pytest.mark.parametrize("text", ["", "+", "a b", "a++b", "a*b", "a/b", "1a", "a-"])
def test_what_is_no_formula(text):
    with pytest.raises(ValueError, match="not a formula"):
        Formula.parse(text)


def test_directions_quotas_and_calendars():
    down = {i.code for i in indicators().values() if i.better == "down"}
    assert down == {
        "oss_overdue_resolved_rate",
        "oss_overdue_pending_count",
        "oss_avg_time_ratio",
        "pop_uncollected_count",
        "sec_incident_count",
    }
    assert [i.code for i in indicators().values() if i.quota] == ["eid_quota_rate"]
    assert {i.calendar for i in indicators().values() if "qd-766-2022" in i.versions[0].legal_basis and i.sources == ("TINH",)} >= {"plain"}


def test_stocks_are_to_date_and_flows_in_the_period():
    assert all((e.basis == "in_period") == (e.kind == "flow") for e in elements().values())
    assert {c for c, e in elements().items() if not e.additive} == {"idx_766_score", "idx_dti_score"}
    assert elements()["processing_overdue"].kind == "stock" and elements()["received_carried_over"].kind == "flow"


# Headings of the statutory forms and of the exports of provincial software, as printed there.
HEADINGS = """
Tiếp nhận > Tổng = received_total
Tiếp nhận > Trực tuyến = dossiers_recv_online
Tiếp nhận > Trực tiếp, bưu chính = dossiers_recv_direct_postal
Tiếp nhận > Từ kỳ trước = received_carried_over
Đã giải quyết > Tổng = resolved_total
Đã giải quyết > Trước hạn = resolved_early
Đã giải quyết > Đúng hạn = resolved_on_time
Đã giải quyết > Quá hạn = resolved_late
Đang giải quyết > Tổng = processing_total
Đang giải quyết > Trong hạn = processing_in_time
Đang giải quyết > Quá hạn = processing_overdue
Có số hóa TPHS = dossiers_digitised_intake
Có tái sử dụng = dossiers_reuse
Tổng HS có nghĩa vụ tài chính = dossiers_with_fee
Số HS đã TTTT = dossiers_paid_online
TK ĐDĐT mức 2 đã kích hoạt = eid_l2_activated
Kích hoạt > Mức 1 = eid_l1_activated
Số đối tượng BTXH = ssp_people_total
CBCC có CKS = officials_with_cert
"""


@pytest.mark.parametrize("line", HEADINGS.strip().splitlines())
def test_printed_headings_are_known(line):
    heading, code = line.split(" = ")
    assert elements_by_text()[heading_key(heading)] == code


@pytest.mark.parametrize(
    "heading", ["Quá hạn", "Tổng số", "Trực tuyến", "Tổng số hồ sơ tiếp nhận", "Đã cấp", "Đã kích hoạt", "Mức 2", "Tỷ lệ", "Số lượng"]
)
def test_headings_with_more_than_one_meaning_mean_nothing_alone(heading):
    assert heading_key(heading) not in elements_by_text()


def test_every_element_is_written_in_many_ways():
    counts = {code: len(element.synonyms) for code, element in elements().items()}
    assert min(counts.values()) >= 5 and sum(counts.values()) > 2_000


# --- targets and texts -------------------------------------------------------------------------------------------------


def test_targets_carry_their_own_denominator():
    by_id = {t.id: t for t in declared_targets()}
    assert (by_id["qd411-cks-2025"].denominator, by_id["dn179-cks"].denominator) == ("pop_18plus", "pop_15plus")
    assert by_id["tb624-asxh"].denominator == "pop_total", "all residents, not those entitled"
    assert (by_id["qd749-hscv-xa"].level, by_id["qd749-hscv-xa"].value) == ("commune", 60)


def test_what_is_from_memory_is_kept_but_not_verified():
    unverified = {t.id for t in declared_targets() if not t.verified}
    assert {"nq76-hailong-2025", "nq76-thanhtoan", "nd107-sohoa-xa"} <= unverified
    assert not unverified & {"nq71-tructuyen", "qd411-cks-2025", "kt1084-hoso"}
    assert not any(legal_bases()[t.legal_basis].verified for t in declared_targets() if t.id.startswith("nq76"))


def test_targets_of_other_provinces_keep_their_own_scope():
    elsewhere = [t for t in declared_targets() if t.status == "other_province"]
    assert {t.scope for t in elsewhere} == {"75.2", "24.2", "38.1", "92.2", "22840.2", "14524.1"}
    assert not {u.id for t in elsewhere for u in units().path(t.scope)} & {"51.2", "62.1", "610.1"}


def test_no_two_targets_in_force_judge_the_same_thing_at_the_same_time():
    seen = Counter(
        (t.indicator, t.scope, t.level, t.period_from, t.period_to, t.value) for t in declared_targets() if t.status == "in_force"
    )
    values = Counter((i, s, lv, a, b) for i, s, lv, a, b, _v in seen)
    assert [key for key, count in values.items() if count > 1 and key[0] != "ops_full_supply_rate"] == []


def test_goals_in_words_only_are_kept_too():
    assert len(stated_goals()) > len(declared_targets()) + 20


def test_replaced_texts():
    assert legal_bases()["qd-942-2021"].replaced_by == "qd-2629-2025"
    assert not legal_bases()["qd-942-2021"].in_force(dt.date(2025, 12, 1))
    assert legal_bases()["nd-118-2025"].in_force(dt.date(2025, 7, 1)) and not legal_bases()["nd-118-2025"].in_force(dt.date(2025, 6, 30))
    assert not any("172" in basis.number for basis in legal_bases().values())


def test_the_national_score_has_five_groups_of_a_hundred_points():
    top = [g for g in score_groups().values() if not g.parent]
    assert [g.maximum for g in top] == [18, 20, 22, 22, 18]
    assert sum(g.dashboard_maximum for g in score_groups().values() if g.parent or g.code != "dich-vu-truc-tuyen") == 100


def test_units_of_measure_are_recognised_and_scaled():
    assert [measures_by_text()[heading_key(t)].scale for t in ("Triệu đồng", "nghìn đồng", "tr.đ", "đồng", "VNĐ")] == [1e6, 1e3, 1e6, 1, 1]
    assert measures_by_text()["%"].code == "percent"


def test_issues_speak_both_languages():
    try:
        use_language("en")
        assert issue_kinds()["negative"].what == "A negative number"
    finally:
        use_language("vi")
    kind = issue_kinds()["negative"]
    assert (kind.severity, kind.what, kind.how) == ("error", "Số âm", "Nhập lại số")


def test_both_generations_have_their_offices():
    assert Counter((k.level, k.generation) for k in office_kinds()) == {("district", "1"): 14, ("commune", "1"): 8, ("commune", "2"): 6}


def test_every_issue_the_reader_can_raise_is_explained():
    """The codes stand as the first text of the calls that raise them; a code without a row would reach a sender unexplained."""
    source = "\n".join(path.read_text(encoding="utf-8") for path in Path(__file__).parents[1].glob("loaders/**/*.py"))
    raised = set(re.findall(r'\b(?:Unreadable|warning|issue|_kind)\(\s*"([a-z_]+)"', source))
    assert len(raised) > 40 and raised - set(issue_kinds()) == set()


def test_two_ways_of_counting_are_percentages_of_their_group_and_say_why_they_differ():
    declared = tables.rows("pairs.csv", ("first", "second"))
    assert declared
    for row in declared:
        assert {indicators()[row[side]].group for side in ("first", "second")} == {row["group"]}
        assert {indicators()[row[side]].unit for side in ("first", "second")} == {"percent"}
        assert row["why_vi"].endswith(".") and row["why_en"].endswith(".")


def test_a_table_of_the_site_without_its_columns_is_named_with_what_to_do(site):
    (site / "synonyms.csv").write_text("code,text\nprocs_total,Cái này\n", encoding="utf-8")
    with pytest.raises(UserError, match=r"synonyms\.csv: dòng đầu thiếu cột element, note\. Hãy chép dòng đầu của .*synonyms\.csv"):
        rows("synonyms.csv", ("element", "text"))


def test_a_code_that_the_catalogue_lacks_is_told_with_its_line(site):
    lay(site, "synonyms.csv", {"element": "procs_total", "text": "Cái này"}, {"element": "khong_co_ma", "text": "Cái kia"})
    assert strange_rows() == ["data/site/synonyms.csv, dòng 3: không có mã khong_co_ma. Hãy sửa lại; dòng này chưa có tác dụng gì."]
