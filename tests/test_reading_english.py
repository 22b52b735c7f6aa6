"""Returns with English headings and the names of communes without accents, as offices write them for a programme of donors."""

from pathlib import Path

import pytest
from test_reading import by_element, codes, read

TITLE: list[list[object]] = [["e-Government monthly return"], ["Reporting month: March 2026"], ["Area: Quang Ngai province"], []]
HEADS = [
    "Commune",
    "New dossiers received",
    "of which submitted online",
    "Dossiers resolved",
    "Resolved before deadline",
    "Resolved on time",
    "Resolved late",
    "Pending at end of month",
    "VNeID level 2 accounts activated",
]
FIGURES: dict[str, list[object]] = {
    "Dak Pek commune": [539, 334, 534, 395, 135, 4, 11, 9303],
    "Xop commune": [239, 164, 236, 157, 75, 4, 6, 3379],
    "Ngoc Linh commune": [239, 149, 239, 143, 95, 1, 5, 3489],
}


def test_english_headings_and_unaccented_names_are_read(tmp_path: Path) -> None:
    found = read(tmp_path, [*TITLE, list(HEADS), *([name, *row] for name, row in FIGURES.items())])
    wanted = [
        "dossiers_recv_new",
        "dossiers_recv_online",
        "resolved_total",
        "resolved_early",
        "resolved_on_time",
        "resolved_late",
        "processing_total",
        "eid_l2_activated",
    ]
    assert (found.outcome, codes(found)) == ("accept", set())
    assert by_element(found) == {code: [row[place] for row in FIGURES.values()] for place, code in enumerate(wanted)}
    assert {o.unit for o in found.observations} == {"23341.2", "23356.2", "23365.2"}
    assert {o.period for o in found.observations} == {"2026-M03"}


@pytest.mark.parametrize(
    ("head", "basis"),
    [
        ("New dossiers received", "in_period"),
        ("New dossiers received (cumulative)", "year_to_date"),
        ("New dossiers received (year to date)", "year_to_date"),
        ("New dossiers received last month", None),
        ("Previous month", None),
        ("New dossiers received: target", None),
        ("Dossiers not resolved", None),
    ],
)
def test_what_is_of_another_time_or_unknown_is_not_taken_for_the_month(tmp_path: Path, head: str, basis: str | None) -> None:
    found = read(tmp_path, [*TITLE, ["Commune", head], *([name, row[0]] for name, row in FIGURES.items())])
    assert {o.basis for o in found.observations if o.status == "accepted"} == ({basis} if basis else set())


def test_what_stands_so_far_of_a_stock_is_taken_beside_the_month(tmp_path: Path) -> None:
    rows: list[list[object]] = [*TITLE, ["Commune", "VNeID level 2 accounts activated", None], [None, "This month", "Cumulative"]]
    found = read(tmp_path, [*rows, ["Dak Pek commune", 72, 9303], ["Xop commune", 31, 3379]])
    assert by_element(found) == {"eid_l2_activated": [9303, 3379]}
