"""Ratios whose sides come from two returns that contradict each other, in whatever form each of them gave a count."""

from __future__ import annotations

import pandas as pd

from indicators.mixed import alike, mixed_by

COLUMNS = ["unit", "period", "basis", "element", "value", "status", "sheet", "cell", "raw", "submission"]
REUSED, COVERED = "dig_reuse_rate", "soc_mobile_hamlet_rate"


def said(by, period="2025-M08", basis="in_period", status="accepted", **counts):
    rows = [["A", period, basis, code, float(value), status, "S", "C1", str(value), by] for code, value in counts.items()]
    return pd.DataFrame(rows, columns=COLUMNS)


def doubts(code, current, incoming):
    return [(one.period, one.element, one.by, one.said, one.now) for one in mixed_by(incoming, current, [code])]


def test_a_whole_that_was_the_sum_of_its_parts_contradicts_another_that_is_typed():
    old = said(1, dossiers_reuse=59, dossiers_recv_online=121, dossiers_recv_direct_postal=50)
    assert doubts(REUSED, old, said(2, dossiers_recv_new=217)) == [("2025-M08", "dossiers_recv_new", 1, 171, 217)]
    assert not doubts(REUSED, old, said(2, dossiers_recv_new=171)), "they agree"


def test_parts_that_replace_others_make_another_whole_under_the_old_part():
    old = said(1, dossiers_reuse=59, dossiers_recv_online=121, dossiers_recv_direct_postal=50)
    assert doubts(REUSED, old, said(2, dossiers_recv_direct_postal=96)) == [("2025-M08", "dossiers_recv_new", 1, 171, 217)]


def test_a_typed_whole_stands_over_the_sum_of_new_parts_that_contradict_it():
    old = said(1, dossiers_recv_new=217)
    new = said(2, dossiers_reuse=59, dossiers_recv_online=121, dossiers_recv_direct_postal=50)
    assert doubts(REUSED, old, new) == [("2025-M08", "dossiers_recv_new", 2, 171, 217)]


def test_what_there_is_at_the_end_of_a_quarter_stands_in_its_last_month_too():
    old = said(1, "2025-Q1", "to_date", hamlets_4g=4, hamlets_total=5)
    assert doubts(COVERED, old, said(2, "2025-M03", "to_date", hamlets_total=3)) == [("2025-M03", "hamlets_total", 1, 5, 3)]
    assert not doubts(COVERED, old, said(2, "2025-M02", "to_date", hamlets_total=3)), "another month"
    assert not doubts(COVERED, old, said(2, "2025-M03", "to_date", hamlets_total=5)), "they agree"


def test_what_happened_in_a_quarter_did_not_happen_in_its_last_month():
    old = said(1, "2025-Q1", dossiers_reuse=59, dossiers_recv_new=171)
    assert not doubts(REUSED, old, said(2, "2025-M03", dossiers_recv_new=80))


def test_periods_that_end_together():
    assert alike(["2025-M03"]) == ["2025-M03", "2025-Q1"] and alike(["2025"]) == ["2025-M12", "2025-Q4", "2025-S2", "2025"]
