"""The child processes: answers in order, one at a time or many; a file that kills or hangs its child costs nothing but itself."""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from pathlib import Path

import pytest

from loaders import child, worker

FOLDER = Path(__file__).parent / "workbooks"
GOOD = str(FOLDER / "dressed.xlsx")


@pytest.fixture
def pool(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """A pool whose children know three more commands: die, hang and eat."""
    (tmp_path / "harm.py").write_text(
        "import os, signal, time\n"
        "def die(r): os.kill(os.getpid(), signal.SIGKILL)\n"
        "def hang(r): time.sleep(60)\n"
        "def eat(r): return {'eaten': len(bytearray(3 * 1024 ** 3))}\n"
        "def slip(r): raise KeyError('ours')\n"
        "def chat(r): print('noise'); return {'said': r['name']}\n"
    )
    start = "from loaders import child; child.COMMANDS |= dict.fromkeys(['die', 'hang', 'eat', 'slip', 'chat'], 'harm'); child.serve()"
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr(worker, "START", start)
    made = worker.Pool(2)
    yield made
    made.close()


def test_answers_come_in_the_order_given() -> None:
    names = [f"{index}.xlsx" for index in range(12)]
    answers = worker.run({"do": "cells", "path": GOOD, "name": name} for name in names)
    assert [answer["file"] for answer in answers] == names


def test_a_refusal_is_an_answer(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"")
    (answer,) = worker.run([{"do": "cells", "path": str(tmp_path / "a.xlsx")}])
    assert (answer["file"], answer["outcome"], answer["code"]) == ("a.xlsx", "unreadable", "empty_file")


def test_cells_of_one_sheet() -> None:
    (answer,) = worker.run([{"do": "cells", "path": GOOD, "sheet": "An"}])
    assert [(s["name"], s["state"], s["cells"]) for s in answer["sheets"]] == [("An", "hidden", [[4, 2, "1", "N", False]])]
    assert json.loads(json.dumps(answer)) == answer


@pytest.mark.skipif(os.name != "posix", reason="signals and memory limits of the kernel")
@pytest.mark.parametrize("harm", ["die", "eat"])
def test_harm_stays_with_its_file(pool: worker.Pool, harm: str) -> None:
    bad = pool.ask({"do": harm, "path": GOOD, "name": "bad.xlsx"})
    assert (bad["file"], bad["outcome"], bad["code"]) == ("bad.xlsx", "unreadable", "unsafe_file")
    assert "sheets" in pool.ask({"do": "cells", "path": GOOD})


def test_a_hanging_file_is_ended(pool: worker.Pool) -> None:
    started = time.monotonic()
    bad = pool.ask({"do": "hang", "path": GOOD, "name": "bad.xlsx"}, seconds=0.5)
    assert bad["code"] == "unsafe_file" and len(bad["sha256"]) == 64
    assert time.monotonic() - started < 10
    assert "sheets" in pool.ask({"do": "cells", "path": GOOD})


def test_a_mistake_of_ours_is_logged_with_its_traceback(pool: worker.Pool, caplog: pytest.LogCaptureFixture) -> None:
    answer = pool.ask({"do": "slip", "path": GOOD, "name": "a.xlsx"})
    assert (answer["code"], "failed" in answer) == ("reader_failed", False)
    assert "KeyError: 'ours'" in caplog.text


def test_what_a_library_prints_does_not_reach_the_answers(pool: worker.Pool) -> None:
    assert pool.ask({"do": "chat", "path": GOOD, "name": "a"})["said"] == "a"


def test_many_threads_share_the_pool(pool: worker.Pool) -> None:
    said: list[str] = []

    def ask(name: str) -> None:
        said.append(pool.ask({"do": "chat", "path": GOOD, "name": name})["said"])

    threads = [threading.Thread(target=ask, args=(str(index),)) for index in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(said) == [str(index) for index in range(8)]


def test_the_child_holds_no_secret_and_no_pandas() -> None:
    code = "import sys, loaders.child, loaders.cells; print(sorted({'pandas', 'streamlit', 'sqlalchemy', 'openpyxl'} & set(sys.modules)))"
    import subprocess

    done = subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[1], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_without_kernel_limits_the_child_still_serves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "resource", None)
    child._limit_memory()
    child._limit_time()
    assert "sheets" in child.answer({"do": "cells", "path": GOOD})


def test_half_an_answer_costs_its_file_alone(pool: worker.Pool, tmp_path: Path) -> None:
    """A child that is ended while it writes leaves the beginning of a line."""
    (tmp_path / "harm.py").write_text("import os\ndef die(r):\n    os.write(3, b'{\"file\": ')\n    os._exit(9)\n")
    child_answer = pool.ask({"do": "die", "path": GOOD, "name": "bad.xlsx"})
    assert (child_answer["outcome"], child_answer["code"]) == ("unreadable", "unsafe_file")
    assert "sheets" in pool.ask({"do": "cells", "path": GOOD})
