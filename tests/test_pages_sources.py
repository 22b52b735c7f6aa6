"""The files behind the figures, named under every page."""

from __future__ import annotations

import datetime as dt

from pages_drawn import TODAY, opened, said
from small_area import ROOT, SILENT

from catalogue.facts import Observation
from catalogue.periods import Period
from catalogue.units import units
from pages.parts.figures import sources
from pages.parts.figures.behind import files_behind
from pages.parts.filters import Filters
from store import Submission


def test_the_sources_are_the_files_behind_the_figures_chosen_and_no_others(own_area):
    kept = own_area.keep_original(b"online alone", "truc tuyen.csv")
    sent = Submission(kept.sha256, "truc tuyen.csv", "accepted", "test", periods=("2026-M10",))
    own_area.commit_return(sent, [Observation(SILENT, "2026-M10", "in_period", "dossiers_recv_online", 5.0, "S", "C5", "5")])
    month = Filters(ROOT, ROOT, Period.parse("2026-M10"), "current", own_area.version())
    behind = [
        len(files_behind(month, [code], [month.period])["submission"]) for code in ("dossiers_recv_online", "docs_out_signed_personal")
    ]
    assert behind == [6, 5]


def test_sources_say_when_and_of_whom_without_riddles(seen_area):
    assert "nhận ngày 17/10/2026" in said(opened("chu-ky-so", ky="2026-M10"))
    former, now = units().communes_under(ROOT, dt.date(2025, 6, 1))[:2], units().communes_under(ROOT, TODAY)[:3]
    told = sources.who([one.id for one in (*former, *now)], TODAY)
    assert told == "3 đơn vị hiện nay và 2 đơn vị cũ (trước sắp xếp, đến 30/06/2025)"
