"""A return for a period that had not begun on the day it came: a slip of the year or the month, as a rule, so it is asked about."""

from __future__ import annotations

import datetime as dt

import pytest

from catalogue.language import use_language
from loaders import inbox, intake
from loaders.files import read_bytes, read_paths

TITLE = "BÁO CÁO KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH"
HEAD = "Đơn vị tính: hồ sơ,,,\nTT,Tên xã,Số hồ sơ tiếp nhận trực tuyến,Tổng số hồ sơ tiếp nhận mới trong kỳ\n"
CAME = dt.date(2026, 11, 29)


@pytest.fixture(autouse=True)
def vietnamese():
    use_language("vi")


def sheet(said: str) -> bytes:
    return f"{TITLE} {said},,,\n{HEAD}1,Xã Đăk Pék,80,120\n2,Xã Đăk Môn,60,90\n".encode()


def months(*said: str) -> bytes:
    rows = "".join(f"{at},{month},80,120\n" for at, month in enumerate(said, 1))
    return f"UBND XÃ ĐĂK PÉK,,,\n{TITLE} NĂM 2026,,,\n{HEAD.replace('Tên xã', 'Tháng')}{rows}".encode()


def beside(data: bytes, received: dt.date = CAME, answers: dict[str, str] | None = None):
    return read_bytes(data, "bao cao.csv", answers, received=received)


def test_a_return_of_a_month_to_come_is_asked_with_the_day_it_came():
    found = beside(sheet("THÁNG 12 NĂM 2026"))
    (question,) = found.questions
    assert (found.outcome, question.kind, {o.status for o in found.observations}) == ("ask", "not_begun", {"asked"})
    assert "tháng 12/2026 nhận ngày 29/11/2026, nhưng đến ngày 01/12/2026 kỳ này mới bắt đầu" in question.text
    assert len(question.cells) == len(found.observations) == 4


@pytest.mark.parametrize(
    ("said", "offered"),
    [
        ("THÁNG 12 NĂM 2026", ["tháng 12/2026", "tháng 11/2026", "tháng 10/2026", "tháng 12/2025"]),
        ("THÁNG 3 NĂM 2027", ["tháng 3/2027", "tháng 11/2026", "tháng 10/2026", "tháng 3/2026"]),
        ("QUÝ I NĂM 2027", ["quý I/2027", "quý IV/2026", "quý III/2026", "quý I/2026"]),
        ("NĂM 2027", ["năm 2027", "năm 2026", "năm 2025"]),
        ("THÁNG 3 NĂM 2028", ["tháng 3/2028", "tháng 11/2026", "tháng 10/2026", "tháng 3/2026"]),
    ],
)
def test_what_it_may_be_a_slip_of_is_offered(said: str, offered: list[str]):
    (question,) = beside(sheet(said)).questions
    (right, *slips) = [option.label for option in question.options]
    assert [right.removeprefix("Đúng, "), *(slip.removeprefix("Không, là ") for slip in slips)] == offered


@pytest.mark.parametrize("said", ["THÁNG 11 NĂM 2026", "THÁNG 10 NĂM 2026", "QUÝ IV NĂM 2026", "NĂM 2026"])
def test_a_period_that_has_begun_is_not_asked(said: str):
    assert beside(sheet(said)).outcome == "accept"


def test_on_its_first_day_a_period_has_begun():
    assert beside(sheet("THÁNG 12 NĂM 2026"), dt.date(2026, 12, 1)).outcome == "accept"


def test_without_a_day_of_receipt_nothing_is_asked(tmp_path):
    (tmp_path / "bao cao.csv").write_bytes(sheet("THÁNG 12 NĂM 2026"))
    assert next(iter(read_paths([tmp_path / "bao cao.csv"]))).outcome == "accept"


@pytest.mark.parametrize("period", ["2026-M12", "2026-M11"])
def test_the_answer_is_the_period_of_the_file(period: str):
    found = beside(sheet("THÁNG 12 NĂM 2026"), answers={"period": period})
    assert (found.outcome, {o.period for o in found.observations}, found.questions) == ("accept", {period}, ())


def test_of_several_months_those_to_come_alone_are_asked():
    found = beside(months("Tháng 10/2026", "Tháng 11/2026", "Tháng 12/2026"))
    (question,) = found.questions
    assert [o.period for o in found.observations if o.status == "asked"] == ["2026-M12", "2026-M12"] and len(question.cells) == 2
    assert [option.value for option in question.options] == ["yes", "no"]


@pytest.mark.parametrize(("said", "status", "outcome"), [("yes", "accepted", "accept"), ("no", "rejected", "fix")])
def test_months_to_come_are_right_or_go_back(said: str, status: str, outcome: str):
    data = months("Tháng 10/2026", "Tháng 11/2026", "Tháng 12/2026")
    (question,) = beside(data).questions
    found = beside(data, answers={question.key: said})
    assert (found.outcome, {o.status for o in found.observations if o.period == "2026-M12"}) == (outcome, {status})


def test_a_year_answered_for_rows_that_name_their_own_months_does_not_let_those_to_come_pass():
    data = months("Tháng 12/2026", "Tháng 12/2026")
    found = beside(data, answers={"period": "2025-M12"})
    assert found.outcome != "accept" or {o.period for o in found.observations} == {"2025-M12"}


def test_a_file_dropped_today_is_asked_and_asked_again_when_the_answer_is_taken_back(sqlite_store):
    data = sheet(f"THÁNG 12 NĂM {intake.today().year + 1}")
    batch, _refused = inbox.drop(sqlite_store, [("thang 12.csv", data)])
    (step,) = inbox.read(sqlite_store, batch, "lan")
    assert sqlite_store.submission(step.submission).state == "asked"
    meant = inbox.answer(sqlite_store, step.submission, {"period": "2025-M12"}, "lan", "xã gõ nhầm năm")
    assert (sqlite_store.submission(meant).state, sqlite_store.submission(meant).periods) == ("received", ("2025-M12",))
    again = inbox.answer(sqlite_store, meant, {}, "lan", "", taken_back=["period"])
    assert sqlite_store.submission(again).state == "asked"


def test_an_import_asks_too(sqlite_store, tmp_path):
    (tmp_path / "thang 12.csv").write_bytes(sheet("THÁNG 12 NĂM 2026"))
    ((reading, number),) = intake.import_paths(sqlite_store, [tmp_path / "thang 12.csv"], "lan", received=CAME)
    assert (reading.outcome, sqlite_store.submission(number).state) == ("ask", "asked")


def test_what_is_asked_of_one_file_of_a_batch_is_no_earlier_figure_for_the_next(sqlite_store):
    files = [("thang 12.csv", sheet("THÁNG 12 NĂM 2026")), ("theo doi.csv", months("Tháng 11/2026", "Tháng 12/2026"))]
    batch, _refused = inbox.drop(sqlite_store, files)
    readings = [inbox.reading_of(sqlite_store, step.submission) for step in inbox.read(sqlite_store, batch, "lan", CAME)]
    assert [[question.kind for question in one.questions] for one in readings] == [["not_begun"], ["not_begun"]]
