"""A form declared from a sample: what is not known becomes rows for a person, and then the form is read without a question."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import Workbook

from catalogue import tables
from catalogue.elements import synonyms_of
from catalogue.language import use_language
from loaders import declare
from loaders.__main__ import main
from loaders.opening.workbook import open_workbook
from loaders.understanding.report import read_grid

HOUSE = Path(__file__).parents[1]
STRANGE = "Lượng hồ sơ đi qua mạng"
DOUBT = "Hồ sơ trễ hạn"


@pytest.fixture(autouse=True)
def vietnamese():
    use_language("vi")


def sample(path: Path, values: tuple[object, ...] = (120, 60, 110, 3)) -> Path:
    made = Workbook()
    sheet = made.active
    sheet.append(["Đơn vị báo cáo: Xã Đăk Môn"])
    sheet.append(["BIỂU 01/XYZ - BÁO CÁO THÁNG 9 NĂM 2026"])
    sheet.append(["TT", "Nội dung", "Kết quả"])
    names = ("Tổng số hồ sơ tiếp nhận mới trong kỳ", STRANGE, "Tổng số hồ sơ đã giải quyết", DOUBT)
    for place, (name, value) in enumerate(zip(names, values, strict=True), 1):
        sheet.append([place, name, value])
    made.save(path)
    return path


def table(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))


@pytest.mark.parametrize("values", [(120, 60, 110, 3), (None, None, None, None)], ids=["filled in", "blank"])
def test_headings_not_known_become_rows_without_a_code(tmp_path: Path, capsys, values):
    out = tmp_path / "site" / "synonyms.csv"
    assert main(["declare", str(sample(tmp_path / "bieu 01.xlsx", values)), "--out", str(out)]) == 0
    rows = {row["text"]: row for row in table(out)}
    assert set(rows) == {STRANGE, DOUBT} and {row["element"] for row in rows.values()} == {""}
    assert "resolved_late" in rows[DOUBT]["note"] and "processing_overdue" in rows[DOUBT]["note"]
    assert "bieu 01.xlsx" in rows[STRANGE]["note"]
    assert "2/4" in capsys.readouterr().out


def test_rows_that_stand_already_stay_as_they_are(tmp_path: Path):
    out = tmp_path / "synonyms.csv"
    out.write_text(f"element,text,note\nresolved_late,{DOUBT},đã hỏi\n", encoding="utf-8")
    rows = declare.proposed(declare.headings_of(sample(tmp_path / "a.xlsx")), "a.xlsx")
    assert declare.write(out, rows) == 1 and declare.write(out, rows) == 0
    assert [(row["element"], row["text"]) for row in table(out)] == [("resolved_late", DOUBT), ("", STRANGE)]


def test_another_kind_of_table_is_not_overwritten(tmp_path: Path, capsys):
    out = tmp_path / "elements.csv"
    out.write_text("code,name\na,b\n", encoding="utf-8")
    assert main(["declare", str(sample(tmp_path / "a.xlsx")), "--out", str(out)]) == 2
    assert out.read_text(encoding="utf-8") == "code,name\na,b\n" and "elements.csv" in capsys.readouterr().err


def test_a_row_without_a_code_means_nothing(tmp_path: Path, monkeypatch):
    (tmp_path / "synonyms.csv").write_text("element,text,note\n,Gì đó,\nprocs_total,Cái này,\n", encoding="utf-8")
    monkeypatch.setattr(tables, "DATA_FOLDER", tmp_path)
    synonyms_of.cache_clear()
    try:
        assert synonyms_of("synonyms.csv") == {"procs_total": ("Cái này",)}
    finally:
        synonyms_of.cache_clear()


READ = """
import sys
from pathlib import Path
from catalogue import tables
tables.DATA_FOLDER = Path(sys.argv[1])
from loaders.opening.workbook import open_workbook
from loaders.understanding.report import read_grid
found = read_grid(open_workbook(sys.argv[2]))
print(found.outcome, len(found.questions), *sorted(f"{o.element}={o.value}" for o in found.observations))
"""


def with_rows(tmp_path: Path, path: Path, *lines: str) -> list[str]:
    """What is read of a file where the installation lays these rows over the ways of writing headings."""
    data = tmp_path / "data"
    if not data.exists():
        shutil.copytree(HOUSE / "data", data, ignore=shutil.ignore_patterns("local", "site", "samples", "demo"))
        (data / "site").mkdir()
    (data / "site" / "synonyms.csv").write_text("\n".join(["element,text,note", *lines]), encoding="utf-8")
    said = subprocess.run([sys.executable, "-c", READ, str(data), str(path)], cwd=HOUSE, capture_output=True, text=True, check=True)
    return said.stdout.split()


def test_once_a_person_has_filled_in_the_codes_the_form_is_read_without_a_question(tmp_path: Path):
    path = sample(tmp_path / "bieu.xlsx")
    rows = declare.proposed(declare.headings_of(path), path.name)
    meant = {STRANGE: "dossiers_recv_online", DOUBT: "resolved_late"}
    counts = ["dossiers_recv_new=120", "dossiers_recv_online=60", "resolved_late=3", "resolved_total=110"]
    assert with_rows(tmp_path, path, *(f"{meant[row['text']]},{row['text']}," for row in rows)) == ["accept", "0", *counts]


def test_a_declared_heading_changes_what_no_other_heading_means(tmp_path: Path):
    made = Workbook()
    sheet = made.active
    sheet.append(["UBND HUYỆN ĐẮK GLEI"])
    sheet.append(["SỔ THEO DÕI MỘT CỬA THÁNG 7 NĂM 2026"])
    sheet.append(
        ["TT", "Tên xã", "HS mới nhận vào", "Dân tự làm trên máy", "Dân ra tận nơi", "Xong rồi", "Xong sớm", "Xong kịp", "Xong trễ"]
    )
    for row in (("Xã Đăk Pék", 205, 175, 30, 140, 100, 40, 0), ("Xã Đăk Plô", 213, 182, 31, 145, 103, 41, 1)):
        sheet.append([sheet.max_row - 2, *row])
    path = tmp_path / "so.xlsx"
    made.save(path)
    alone = {f"{o.element}={o.value}" for o in read_grid(open_workbook(path)).observations}
    one = with_rows(tmp_path, path, "dossiers_recv_online,Dân tự làm trên máy,")
    assert alone | {"dossiers_recv_online=175", "dossiers_recv_online=182"} == set(one[2:])
    both = with_rows(tmp_path, path, "dossiers_recv_online,Dân tự làm trên máy,", "dossiers_recv_direct_postal,Dân ra tận nơi,")
    assert {"resolved_total=140", "resolved_early=100", "resolved_on_time=40", "resolved_late=0"} <= set(both)


def test_the_command_says_that_a_running_server_must_be_started_again(tmp_path: Path, capsys):
    use_language("en")
    main(["declare", str(sample(tmp_path / "bieu.xlsx")), "--out", str(tmp_path / "synonyms.csv")])
    assert "only after it is started again" in capsys.readouterr().out
