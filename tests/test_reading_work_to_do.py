"""What must be done and what of it is finished, in columns beside each row; questions of a part of what was asked before."""

from pathlib import Path

import pytest
from test_reading import by_element, codes, read

LABELS = [
    "Số hóa sổ hộ tịch giấy (số trường hợp trong sổ / số đã số hóa trên phần mềm hộ tịch)",
    "Chế độ báo cáo định kỳ phải thực hiện / đã gửi trên Hệ thống thông tin báo cáo",
    "Số hóa kết quả TTHC đã cấp trước đây còn hiệu lực",
]
FIGURES = [(4120, 3296), (30, 24), (910, 455)]
BOTH = {
    "civil_records_total": 4120,
    "civil_records_digitised": 3296,
    "report_regimes_total": 30,
    "report_regimes_online": 24,
    "results_in_force_total": 910,
    "results_in_force_digitised": 455,
}


def _taken(found) -> dict[str, float]:
    return {o.element: o.value for o in found.observations if o.status == "accepted"}


def _form(heads: list[str], order: str, share: float = 0) -> list[list[object]]:
    rows: list[list[object]] = [["UBND XÃ ĐĂK MÔN"], ["VIỆC CHUYỂN ĐỔI SỐ QUÝ I NĂM 2026"], ["TT", "Công việc", *heads]]
    for n, (label, (whole, done)) in enumerate(zip(LABELS, FIGURES, strict=True), 1):
        rate = share or round(done / whole * 100, 1)
        figures = {"w": whole, "d": done, "n": whole - done, "r": str(rate).replace(".", ",")}
        rows.append([n, label, *(figures[one] for one in order)])
    return rows


@pytest.mark.parametrize(
    ("heads", "order"),
    [
        (["Tổng số phải làm", "Đã làm xong", "Chưa làm", "Đạt (%)"], "wdnr"),
        (["Phải làm", "Làm xong", "Tỷ lệ"], "wdr"),
        (["Số phải làm", "Số đã làm xong", "Số chưa làm", "Tỷ lệ (%)"], "wdnr"),
        (["Đã thực hiện xong", "Tổng số việc", "Đạt (%)"], "dwr"),
        (["Tổng", "Xong", "Chưa", "%"], "wdnr"),
        (["Chưa làm", "Đã xong", "Cần làm"], "ndw"),
    ],
)
def test_what_must_be_done_and_what_is_finished(tmp_path: Path, heads: list[str], order: str) -> None:
    found = read(tmp_path, _form(heads, order))
    assert (_taken(found), found.outcome) == (BOTH, "accept")


def test_a_rate_that_its_counts_deny_is_sent_back(tmp_path: Path) -> None:
    found = read(tmp_path, _form(["Phải làm", "Đã làm xong", "Đạt (%)"], "wdr", share=97.5))
    assert "percent_differs" in codes(found) and found.outcome == "fix"


def test_what_is_left_to_do_is_not_what_is_done(tmp_path: Path) -> None:
    found = read(tmp_path, _form(["Phải làm", "Chưa làm", "Đạt (%)"], "wnr"))
    assert (_taken(found), found.outcome) == ({}, "ask")


def _asked(tmp_path: Path, *lines: tuple[str, object]):
    return read(
        tmp_path,
        [["PHIẾU HỎI ĐÁP"], ["Đơn vị:", "UBND xã Đăk Môn"], ["Kỳ:", "Tháng 5/2026"], [], ["Câu hỏi", "Trả lời"], *map(list, lines)],
    )


@pytest.mark.parametrize(
    "part",
    ["Bao nhiêu văn bản đi trong số đó đã ký số của cơ quan?", "Trong số này có mấy văn bản đi được ký số cơ quan?"],
)
def test_a_question_of_a_part_of_what_was_asked_before(tmp_path: Path, part: str) -> None:
    found = _asked(tmp_path, ("1. Có bao nhiêu văn bản đi?", "90 văn bản"), (f"2. {part}", "81 văn bản"))
    assert (_taken(found), found.outcome) == ({"docs_out_total_nonsecret": 90, "docs_out_signed_org": 81}, "accept")


@pytest.mark.parametrize(("answer", "outcome"), [("27 nhiệm vụ", "accept"), (27, "ask")])
def test_a_part_of_what_was_due_is_a_count_where_the_answer_counts(tmp_path: Path, answer: object, outcome: str) -> None:
    found = _asked(tmp_path, ("1. Số nhiệm vụ đến hạn?", 30), ("2. Số nhiệm vụ hoàn thành đúng hạn trong số đến hạn?", answer))
    assert found.outcome == outcome
    assert _taken(found) == {"tasks_due": 30, **({"tasks_done_on_time": 27} if outcome == "accept" else {})}


@pytest.mark.parametrize(("step", "done"), [("Đã quét (scan)", "Đã số hóa và phê duyệt"), ("Đã scan", "Đã số hóa")])
def test_what_is_scanned_beside_what_is_digitised_is_only_a_step_of_it(tmp_path: Path, step: str, done: str) -> None:
    title = [["UBND XÃ ĐĂK MÔN"], ["SỐ HÓA SỔ HỘ TỊCH QUÝ I NĂM 2026"]]
    columns = [*title, ["Loại sổ", "Số trường hợp trong sổ hộ tịch", step, done, "Còn lại"]]
    books: list[list[object]] = [["Khai sinh", 300, 250, 240, 60], ["Kết hôn", 200, 150, 130, 70], ["Cộng", 500, 400, 370, 130]]
    found = read(tmp_path, [*columns, *books])
    assert (found.outcome, by_element(found)["civil_records_digitised"]) == ("accept", [370])


def test_a_row_of_what_is_scanned_gives_way_to_that_of_what_is_digitised(tmp_path: Path) -> None:
    rows: list[list[object]] = [["Số hồ sơ phải số hóa", 90], ["Số hồ sơ đã scan", 80], ["Số hồ sơ đã số hóa", 70]]
    title = [["UBND XÃ ĐĂK MÔN"], ["SỐ HÓA HỒ SƠ QUÝ I NĂM 2026"], ["Nội dung", "Số liệu"]]
    assert by_element(read(tmp_path, [*title, *rows]))["dossiers_digitised_intake"] == [70]
    assert by_element(read(tmp_path, [*title, *rows[:2]]))["dossiers_digitised_intake"] == [80], "alone it is called so"
