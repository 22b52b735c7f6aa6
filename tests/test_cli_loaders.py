"""python -m loaders: the contract of its lines, its exit codes, and that reading stores nothing."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from making import make
from openpyxl import load_workbook

from loaders.__main__ import main
from store import open_store

FIELDS = {"file", "sha256", "outcome", "message", "observations", "issues", "questions", "ledger", "seconds"}


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CHISO_DATABASE_URL", f"sqlite:///{tmp_path / 'chiso.db'}")
    monkeypatch.setenv("CHISO_ORIGINALS", str(tmp_path / "originals"))
    return tmp_path / "chiso.db"


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_read_prints_one_object_a_file_in_the_order_given_and_stores_nothing(tmp_path: Path, database: Path, capsys) -> None:
    made = [make(seed, tmp_path) for seed in (3, 0)]
    assert main(["read", *(str(m.path) for m in made), "--json"]) == 0
    found = lines(capsys)
    assert [f["file"] for f in found] == [m.path.name for m in made]
    assert set(found[0]) == FIELDS
    assert set(found[0]["observations"][0]) == {"unit", "period", "basis", "element", "value", "sheet", "cell", "raw", "status"}
    assert not database.exists()


def test_the_same_figures_again_are_a_duplicate(tmp_path: Path, database: Path, capsys) -> None:
    made = make(3, tmp_path)
    copy = tmp_path / "ban sao.xlsx"
    copy.write_bytes(made.path.read_bytes())
    main(["read", str(made.path), str(copy), "--json"])
    assert [f["outcome"] for f in lines(capsys)] == ["accept", "duplicate"]


def test_a_file_that_does_not_exist_is_wrong_usage(capsys) -> None:
    assert main(["read", "khong-co.xlsx"]) == 2
    assert "khong-co.xlsx" in capsys.readouterr().err


def test_layout_counts_rows_from_one_as_the_sheet_does(tmp_path: Path, capsys) -> None:
    made = make(3, tmp_path)
    assert main(["layout", str(made.path), "--json"]) == 0
    (table,) = lines(capsys)[0]["tables"]
    assert (table["header_first"], table["header_last"], table["data_first"]) == (3, 3, 4)
    assert (table["key_column"], table["label_column"], table["kind"]) == ("A", "B", "transposed")


def test_layout_tells_the_tables_of_hidden_sheets_apart(tmp_path: Path, capsys) -> None:
    made = make(3, tmp_path)
    book = load_workbook(made.path)
    book.copy_worksheet(book.worksheets[0]).title = "Last month"
    book["Last month"].sheet_state = "hidden"
    book.save(made.path)
    assert main(["layout", str(made.path), "--json"]) == 0
    (found,) = lines(capsys)
    (seen,), (hidden,) = found["tables"], found["hidden"]
    assert hidden["sheet"] == "Last month" and hidden | {"sheet": seen["sheet"]} == seen


def test_import_keeps_the_original_and_the_observations(tmp_path: Path, database: Path, capsys) -> None:
    made = make(3, tmp_path)
    assert main(["import", str(made.path), "--by", "thu"]) == 0
    with_store = open_store()
    assert len(with_store.observations()) == len(made.truth)
    (sha256,) = set(with_store.submissions()["sha256"])
    assert with_store.original(sha256) == made.path.read_bytes()
    with_store.close()


def test_a_prefilled_workbook_comes_back_with_no_question(tmp_path: Path, database: Path, capsys) -> None:
    out = tmp_path / "mau.xlsx"
    assert main(["template", "--unit", "23368.2", "--period", "2026-M03", "--out", str(out)]) == 0
    book = load_workbook(out)
    sheet = book.worksheets[0]
    filled = {"Tổng số hồ sơ tiếp nhận mới trong kỳ": 90, "Số hồ sơ tiếp nhận trực tuyến": 60, "Tổng dân số": 7000}
    for row in range(7, sheet.max_row + 1):
        if sheet.cell(row, 2).value in filled:
            sheet.cell(row, 4, filled[sheet.cell(row, 2).value])
    book.save(out)
    capsys.readouterr()
    assert main(["read", str(out), "--json"]) == 0
    (found,) = lines(capsys)
    assert (found["outcome"], found["questions"]) == ("accept", [])
    assert {(o["unit"], o["period"], o["value"]) for o in found["observations"]} == {("23368.2", "2026-M03", v) for v in filled.values()}


def test_a_file_imported_before_is_a_duplicate_and_the_store_does_not_grow(tmp_path: Path, database: Path, capsys) -> None:
    made = make(3, tmp_path)
    empty = tmp_path / "trong.xlsx"
    empty.write_bytes(b"")
    assert main(["import", str(made.path), str(empty)]) == 1
    said = capsys.readouterr().out
    assert f"{made.path.name}: đã nhận." in said and "trong.xlsx: không mở được" in said
    with_store = open_store()
    version = with_store.version()
    assert main(["import", str(made.path), str(empty), "--json"]) == 0
    assert [(f["outcome"], f["submission"]) for f in lines(capsys)] == [("duplicate", None)] * 2
    assert with_store.version() == version
    with_store.close()


def filled(out: Path, values: dict[str, int], column: int = 4) -> None:
    """Type figures into a template, by the name of the row."""
    book = load_workbook(out)
    sheet = book.worksheets[0]
    for row in range(7, sheet.max_row + 1):
        if sheet.cell(row, 2).value in values:
            sheet.cell(row, column, values[sheet.cell(row, 2).value])
    book.save(out)


def test_last_months_figures_typed_again_are_asked(tmp_path: Path, database: Path, capsys) -> None:
    out = tmp_path / "mau.xlsx"
    main(["template", "--unit", "23368.2", "--period", "2026-M03", "--out", str(out)])
    book = load_workbook(out)
    names = [str(row[1].value) for row in book.worksheets[0].iter_rows(min_row=7) if row[2].value in ("Hồ sơ", "hồ sơ", "Người", "người")]
    values = dict.fromkeys(names[:12], 100)
    assert len(values) == 12
    filled(out, values)
    filled(out, values, column=5)
    capsys.readouterr()
    main(["read", str(out), "--json"])
    (found,) = lines(capsys)
    assert "copied_period" in [q["kind"] for q in found["questions"]]


def test_a_formula_without_a_stored_result_has_no_value(tmp_path: Path, database: Path, capsys) -> None:
    out = tmp_path / "mau.xlsx"
    main(["template", "--unit", "23368.2", "--period", "2026-M03", "--out", str(out)])
    filled(out, {"Tổng dân số": 7000, "Số hồ sơ tiếp nhận trực tuyến": "=30+30"})  # type: ignore[dict-item]
    capsys.readouterr()
    main(["read", str(out), "--json"])
    (found,) = lines(capsys)
    assert {(o["value"], o["status"]) for o in found["observations"]} == {(7000, "accepted"), (None, "rejected")}


def test_a_reader_who_leaves_early_ends_it_quietly(tmp_path: Path) -> None:
    made = [make(seed, tmp_path).path for seed in (3, 0)]
    command = [sys.executable, "-m", "loaders", "read", *map(str, made), "--json"]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert running.stdout is not None and running.stderr is not None
    running.stdout.close()
    said = running.stderr.read()
    running.stderr.close()
    assert (running.wait(60), said) == (0, b"")
