"""Reports as other clerks write them (tests/clerks/), in Word, text and PDF: what was planted between [[ and ]] is found, nothing else."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pandas as pd
import pytest
from docx import Document as WordDocument

from catalogue.targets import Target
from catalogue.units import units
from indicators.cube import cube_of
from report.checking.check import findings, report_of
from report.checking.ours import Ours
from report.checking.reading import read

PROVINCE, LATER = "62.1", "51.2"
SA_THAY, NGOC_HOI, KON_PLONG, DAK_TO = "616.1", "611.1", "613.1", "23401.2"
CLERKS = Path(__file__).parent / "clerks"
PLANTED = re.compile(r"\[\[(.*?)\]\]")


def _sa_thay() -> Iterator[tuple]:
    """Eleven communes, every month of the second and third quarter; the township stands out in the third."""
    for at, commune in enumerate(units().children(SA_THAY)):
        for month in range(4, 10):
            third = month > 6
            town = third and not at
            given = {"dossiers_recv_new": 30, "dossiers_recv_online": 24 if town else 18 if third else 15}
            given |= {"resolved_total": 28, "resolved_early": 20, "resolved_on_time": 7, "resolved_late": 1}
            given |= {"dossiers_with_fee": 10, "dossiers_paid_online": 4 if third else 3}
            yield from ((commune.id, f"2024-M{month:02}", "in_period", code, value) for code, value in given.items())
            stock = {"citizens_eligible_eid": 1000, "eid_l2_activated": 800 if town else 650 if third else 600}
            yield from ((commune.id, f"2024-M{month:02}", "to_date", code, value) for code, value in stock.items())


def _ngoc_hoi() -> Iterator[tuple]:
    """Eight communes of which the last sends nothing, August and September."""
    for at, commune in enumerate(units().children(NGOC_HOI)[:-1]):
        for month in (8, 9):
            more = month == 9
            stock = {"citizens_eligible_eid": 1200, "eid_l2_activated": (900 if at else 1000) if more else 880}
            stock |= {"citizens_eligible_card": 1300, "id_cards_issued": 1250, "ssp_people_total": 100, "ssp_people_with_account": 60}
            yield from ((commune.id, f"2024-M{month:02}", "to_date", code, value) for code, value in stock.items())
            flow = {"ssp_people_paid": 90, "ssp_people_paid_noncash": 45}
            yield from ((commune.id, f"2024-M{month:02}", "in_period", code, value) for code, value in flow.items())


def _kon_plong() -> Iterator[tuple]:
    """Nine communes, each the same, by the year."""
    for commune in units().children(KON_PLONG):
        flow = {"dossiers_recv_new": 400, "docs_out_total_nonsecret": 500, "docs_out_signed_org": 480, "docs_out_signed_personal": 300}
        for year, online in (("2023", 180), ("2024", 220)):
            counts = flow | {"dossiers_recv_online": online}
            yield from ((commune.id, year, "in_period", code, value) for code, value in counts.items())
        stock = {"pop_18plus": 2000, "residents_with_personal_sig": 400, "adults_smartphone": 1300}
        stock |= {"households_total": 700, "households_fibre": 350}
        yield from ((commune.id, "2024-M12", "to_date", code, value) for code, value in stock.items())


def _dak_to() -> Iterator[tuple]:
    """One commune of today, two months."""
    for month, online in ((9, 425), (10, 450)):
        flow = {"dossiers_recv_new": 500, "dossiers_recv_online": online, "dossiers_with_fee": 120, "dossiers_paid_online": 90}
        flow |= {"resolved_total": 480, "resolved_early": 400, "resolved_on_time": 76, "resolved_late": 4}
        stock = {"citizens_eligible_eid": 9000, "eid_l2_activated": 8100, "ssp_people_total": 300, "ssp_people_vneid_account": 210}
        yield from ((DAK_TO, f"2026-M{month:02}", "in_period", code, value) for code, value in flow.items())
        yield from ((DAK_TO, f"2026-M{month:02}", "to_date", code, value) for code, value in stock.items())


def _target(code: str, unit: str, value: float, below: str) -> Target:
    return Target(code, code, unit, "district", "2024", "2024", ">=", value, "percent", below, "", "", "in_force", True, "")


@cache
def ours() -> Ours:
    table = pd.DataFrame([*_sa_thay(), *_ngoc_hoi(), *_kon_plong(), *_dak_to()], columns=["unit", "period", "basis", "element", "value"])
    table = table.astype({"value": float}).assign(sheet="S", cell="A1", raw="", status="accepted", submission=1)
    aims = [
        _target("ops_online_submission_rate", SA_THAY, 55.0, "dossiers_recv_new"),
        _target("eid_l2_activated_rate", SA_THAY, 70.0, "citizens_eligible_eid"),
        _target("eid_l2_activated_rate", NGOC_HOI, 80.0, "citizens_eligible_eid"),
    ]
    return Ours(cube_of(table), aims)


def word(text: str) -> bytes:
    """A Word file: lines of strokes are the rows of a table."""
    document = WordDocument()
    rows: list[list[str]] = []
    for line in [*text.strip().splitlines(), ""]:
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip("|").split("|")])
            continue
        if rows:
            table = document.add_table(len(rows), len(rows[0]))
            table.style = "Table Grid"
            for at, row in enumerate(rows):
                for place, cell in enumerate(row):
                    table.cell(at, place).text = cell
            rows = []
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def printed(data: bytes, folder: Path) -> bytes:
    """A Word file as PDF."""
    office = shutil.which("soffice")
    if office is None:
        pytest.fail("no soffice: install Debian's package libreoffice-writer")
    (folder / "report.docx").write_bytes(data)
    command = [office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder]
    subprocess.run([*command, folder / "report.docx"], check=True, capture_output=True, timeout=120)
    return (folder / "report.pdf").read_bytes()


@pytest.mark.parametrize(
    ("name", "root", "kind", "agreeing"),
    [
        ("sa-thay-quy-3-2024", PROVINCE, "docx", 50),
        ("kon-ray-nua-dau-2024", PROVINCE, "txt", 0),
        ("ngoc-hoi-thang-9-2024", PROVINCE, "docx", 10),
        ("ngoc-hoi-thang-9-2024", PROVINCE, "pdf", 10),
        ("kon-tum-9-thang-2024", PROVINCE, "docx", 0),
        ("kon-plong-nam-2024", PROVINCE, "txt", 30),
        ("xa-dak-to-thang-10-2026", LATER, "pdf", 7),
    ],
)
def test_all_that_was_planted_is_found_and_nothing_else(name, root, kind, agreeing, tmp_path, monkeypatch):
    monkeypatch.setenv("CHISO_ROOT", root)
    text = (CLERKS / f"{name}.txt").read_text(encoding="utf-8")
    clean = PLANTED.sub(r"\1", text)
    data = clean.encode() if kind == "txt" else word(clean) if kind == "docx" else printed(word(clean), tmp_path)
    found = findings(report_of(read(data)), ours())
    alarms = [" ".join(one.text.split()) for one in found if one.alarm]
    assert sorted(alarms) == sorted(PLANTED.findall(text))
    assert sum(not one.alarm for one in found) >= agreeing
