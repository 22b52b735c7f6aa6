"""`python -m store`: each command, its exit code, and what it writes."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from returns_given import PERIOD, cell, give

from catalogue.facts import Observation
from store import Answer, Store, Submission
from store.__main__ import main
from store.export import harmless, write_csv
from store.rebuild import Reread, rebuild

HOUSE = Path(__file__).parents[1]


@pytest.fixture
def command(store: Store, store_url: str, tmp_path: Path):
    """Run a command on the store of the test."""
    return lambda *words: main(["--database", store_url, "--originals", str(tmp_path / "originals"), *map(str, words)])


def test_an_empty_database_is_made_ready(empty_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--database", empty_url, "--originals", str(tmp_path / "o")]
    assert main([*words, "verify"]) == 1
    assert "python -m store init" in capsys.readouterr().err
    assert main([*words, "init"]) == 0
    assert main([*words, "upgrade"]) == 0
    assert main([*words, "verify"]) == 0


@pytest.mark.parametrize("words", [[], ["sing"], ["export", "songs", "--out", "-"], ["export", "observations"], ["backup"]])
def test_wrong_usage_ends_with_2(words: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2


def test_it_runs_by_name_and_by_environment(tmp_path: Path) -> None:
    environment = {"CHISO_DATABASE_URL": f"sqlite:///{tmp_path / 'a.db'}", "CHISO_ORIGINALS": str(tmp_path / "o")}
    done = subprocess.run([sys.executable, "-m", "store", "init"], cwd=HOUSE, env=environment, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert (tmp_path / "a.db").exists()


def test_verify_ends_with_1_when_something_is_changed(store: Store, command, capsys: pytest.CaptureFixture[str]) -> None:
    give(store, cell(1))
    assert command("verify") == 0
    kept = store.keep_original(b"file", "")
    kept.path.chmod(0o644)
    kept.path.write_bytes(b"changed")
    assert command("verify") == 1
    assert kept.sha256 in capsys.readouterr().err


def test_backup_and_restore(store: Store, command, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    give(store, cell(1))
    assert command("backup", tmp_path / "b.zip") == 0
    assert command("backup", tmp_path / "no" / "b.zip") == 1
    assert command("restore", tmp_path / "b.zip") == 1
    assert "--force" in capsys.readouterr().err
    assert command("restore", tmp_path / "b.zip", "--force") == 0
    target = f"sqlite:///{tmp_path / 'other.db'}"
    assert main(["--database", target, "--originals", str(tmp_path / "p"), "restore", str(tmp_path / "b.zip")]) == 0


def test_observations_are_exported_without_formulas(store: Store, command, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    give(store, cell(-1.5, raw="-1,5", sheet="=HYPERLINK(1)"), cell(2, unit="u2", raw='+cmd|"x"'))
    assert command("export", "observations", "--out", "-") == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert [row["raw"] for row in rows] == ["-1,5", '\'+cmd|"x"']
    assert (rows[0]["value"], rows[0]["sheet"]) == ("-1.5", "'=HYPERLINK(1)")
    assert command("export", "observations", "--out", tmp_path / "o.csv", "--bom") == 0
    assert (tmp_path / "o.csv").read_bytes().startswith(b"\xef\xbb\xbfunit,period,basis,element,value,")


@pytest.mark.parametrize("text", ["=1+1", "+1+cmd", "-x", "@x", "\tx", "\r=x", "-", "--1"])
def test_what_would_start_a_formula_is_made_harmless(text: str) -> None:
    assert harmless(text) == "'" + text


@pytest.mark.parametrize("text", ["", "a", "12", "-12", "+1.234,5", "-5%", "1=2", None, 5])
def test_anything_else_stays(text: object) -> None:
    assert harmless(text) == text


def test_absent_values_stay_empty() -> None:
    out = io.StringIO()
    write_csv(pd.DataFrame({"a": ["x", None], "n": [float("nan"), 0.0]}), out)
    assert out.getvalue() == "a,n\nx,\n,0.0\n"


def read_lines(data: bytes, name: str, answers: dict, memory: dict) -> Reread:
    """A reader for tests: `unit value` a line, multiplied by the answer."""
    lines = [line.split() for line in data.decode().splitlines()]
    return Reread(tuple(cell(float(v) * answers.get("times", 1), unit=u) for u, v in lines), ())


def give_lines(store: Store, data: bytes, *, times: float = 1, state: str = "accepted", replaces: int | None = None) -> int:
    kept = store.keep_original(data, "a.txt")
    read = read_lines(data, "a.txt", {"times": times}, {})
    received = Submission(kept.sha256, "a.txt", state, "lan", "accept", replaces=replaces)
    return store.commit_return(received, read.observations, answers=[Answer("times", times, "lan")])


def test_rebuilding_from_originals_and_answers_gives_the_same(store: Store, sqlite_store: Store) -> None:
    first = give_lines(store, b"u1 1\nu2 2")
    give_lines(store, b"u1 3", times=10)
    store.withdraw(give_lines(store, b"u2 9"), "lan", "nhầm")
    asked = give_lines(store, b"u3 9", state="asked")
    give_lines(store, b"u3 9", times=2, replaces=asked)
    give_lines(store, b"u2 7", state="asked")
    assert list(rebuild(store, sqlite_store, read_lines)) == []
    kept, again = (sorted(one.observations()[["unit", "value"]].to_numpy().tolist()) for one in (store, sqlite_store))
    assert kept == again == [["u1", 30.0], ["u2", 2.0], ["u3", 18.0]]
    assert store.submission(first).state == "accepted"
    assert sqlite_store.verify() == []


def test_rebuilding_tells_what_came_out_otherwise(store: Store, sqlite_store: Store) -> None:
    number = give_lines(store, b"u1 1\nu2 2")

    def read(data: bytes, name: str, answers: dict, memory: dict) -> Reread:
        changed: list[Observation] = [cell(5), cell(3, unit="u3")]
        return Reread(tuple(changed), ())

    found = {(d.kept or d.reread)[0]: (d.kept and d.kept[4], d.reread and d.reread[4]) for d in rebuild(store, sqlite_store, read)}
    assert found == {"u1": (1.0, 5.0), "u2": (2.0, None), "u3": (None, 3.0)}
    assert number == 1


def test_a_database_out_of_reach_is_said_in_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--database", "postgresql://nobody@127.0.0.1:1/none", "verify"]) == 1
    assert capsys.readouterr().err.startswith("Không kết nối được cơ sở dữ liệu:")


def test_figures_are_exported_with_their_counts(sqlite_store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    counts = {"dossiers_recv_new": 200.0, "dossiers_recv_online": 150.0}
    give(sqlite_store, *(cell(value, unit="23341.1", element=code) for code, value in counts.items()))
    assert main(["--database", str(sqlite_store.engine.url), "export", "figures", "--out", "-"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    found = [row for row in rows if row["unit"] == "23341.1" and row["n"] == "150.0"]
    assert {(row["period"], row["N"], float(row["value"])) for row in found} == {(PERIOD, "200.0", 75.0)}
    assert {"indicator", "target", "units_reporting", "units_due"} <= rows[0].keys()
