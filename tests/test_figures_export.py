"""The table of figures that leaves the building."""

from __future__ import annotations

from figures_drawn import cube
from test_attainment import Target

from indicators.export import table_of
from indicators.standing import judged


def test_every_figure_with_something_to_tell_is_a_row_with_its_counts_and_target():
    drawn = "a 2025-M03 accounts 40\na 2025-M03 adults 100\nX 2025-M08 accounts 1\nX 2025-M08 adults 2"
    aims = [Target("account_rate", 50, scope="D", level="district")]
    table = table_of(cube(drawn), ["X", "a"], ["2025-M03", "2025-M08"], aims, "D")
    rows = table[table.indicator == "account_rate"].to_dict("records")
    assert [(r["unit"], r["period"], r["n"], r["N"], r["value"], r["units_reporting"], r["units_due"]) for r in rows] == [
        ("D", "2025-M03", 40, 100, 40, 1, 4),
        ("a", "2025-M03", 40, 100, 40, 1, 1),
        ("D", "2025-M08", 1, 2, 50, 1, 3),
        ("X", "2025-M08", 1, 2, 50, 1, 1),
    ]
    assert rows[0]["target"] == 50
    assert rows[2]["status"] == "reached"


def test_nothing_reported_is_an_empty_table_with_its_header():
    table = table_of(cube(""), [], [], [], "D")
    assert list(table.columns[:7]) == ["indicator", "unit", "period", "n", "N", "value", "target"]
    assert table.empty


def test_a_verdict_is_that_of_the_page_whatever_other_periods_leave_with_it():
    drawn = "\n".join(f"a {month} accounts {count}\na {month} adults 100" for month, count in MONTHS.items())
    aims, held = [Target("account_rate", 80, scope="D", level="district")], cube(drawn)
    alone = table_of(held, ["a"], ["2025-M05"], aims, "D")
    among = table_of(held, ["a"], list(MONTHS), aims, "D")
    shown = judged(held, aims, units=["D", "a"], periods=["2025-M05"], indicators=["account_rate"])
    told = [row["status"] for row in shown.to_dict("records")]
    for table in (alone, among):
        rows = table[(table.indicator == "account_rate") & (table.period == "2025-M05")]
        assert rows["status"].tolist() == told
    assert len(among[among.indicator == "account_rate"]) == 2 * len(MONTHS)


MONTHS = {"2024-M03": 10, "2024-M12": 20, "2025-M03": 40, "2025-M05": 55}
