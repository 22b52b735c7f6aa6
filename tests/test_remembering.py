"""What people decided about a form holds for its next file: of the same shape and sender, and column by column."""

from __future__ import annotations

import io

import pytest
from openpyxl import Workbook, load_workbook

from catalogue.language import use_language
from loaders import inbox

MON, XOP = "Xã Đăk Môn", "Xã Xốp"
PLAIN = {"Tổng số hồ sơ tiếp nhận mới trong kỳ": 120, "Tổng số hồ sơ đã giải quyết": 110, "Dân số": 7000}
LATE, ANSWER = {"Hồ sơ trễ hạn": 4}, {"element:ho so tre han": "resolved_late"}
RATE = {"Tỷ lệ hồ sơ thanh toán trực tuyến": 0.85}


@pytest.fixture(autouse=True)
def vietnamese():
    use_language("vi")


def form(unit: str, month: int, rows: dict[str, float]) -> bytes:
    """One commune's list of counts, its sheet named by the month."""
    made = Workbook()
    sheet = made.active
    sheet.title = f"Tháng {month}"
    sheet.append([f"Đơn vị báo cáo: {unit}"])
    sheet.append([f"BÁO CÁO SỐ LIỆU CHUYỂN ĐỔI SỐ THÁNG {month} NĂM 2026"])
    sheet.append(["TT", "Nội dung", "Kết quả"])
    for place, (text, value) in enumerate(rows.items(), 1):
        sheet.append([place, text, value + month if value > 1 else value])
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def table(month: int, last: str) -> bytes:
    """A table of two communes whose headings name the month."""
    made = Workbook()
    sheet = made.active
    sheet.append([f"TỔNG HỢP SỐ LIỆU CÁC XÃ THÁNG {month} NĂM 2026"])
    sheet.append(["TT", "Tên xã", "Tổng số hồ sơ tiếp nhận mới trong kỳ", "Tổng số hồ sơ đã giải quyết", last])
    for place, unit in enumerate((MON, XOP), 1):
        sheet.append([place, unit, 120 + place + month, 110 + place, 4 + place])
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def sent(store, content: bytes, name: str = "bao cao.xlsx") -> int:
    batch, _refused = inbox.drop(store, [(name, content)])
    (step,) = inbox.read(store, batch, "lan")
    return step.submission


def asked(store, number: int) -> list[str]:
    return [question["key"] for question in store.reading(number)["questions"]]


def taught(store, content: bytes, answers: dict[str, str]) -> int:
    """A file that was answered, remembered and taken in."""
    number = inbox.answer(store, sent(store, content), answers, "lan", "hỏi xã", keep_in_mind=True)
    store.accept(number, "lan", "")
    return number


def test_the_second_file_of_a_form_asks_nothing(sqlite_store):
    assert asked(sqlite_store, sent(sqlite_store, form(MON, 8, PLAIN | LATE))) == list(ANSWER)
    taught(sqlite_store, form(MON, 9, PLAIN | LATE), ANSWER)
    number = sent(sqlite_store, form(MON, 10, PLAIN | LATE))
    assert (sqlite_store.submission(number).state, asked(sqlite_store, number)) == ("received", [])
    held = sqlite_store.observations(submission=number, current=False)
    assert float(held.set_index("element")["value"]["resolved_late"]) == 14


def test_another_sender_is_asked_for_itself(sqlite_store):
    taught(sqlite_store, form(MON, 9, PLAIN | LATE), ANSWER)
    assert asked(sqlite_store, sent(sqlite_store, form(XOP, 9, PLAIN | LATE))) == list(ANSWER)


def test_a_changed_line_is_asked_about_alone(sqlite_store):
    taught(sqlite_store, form(MON, 9, PLAIN | LATE), ANSWER)
    number = sent(sqlite_store, form(MON, 10, PLAIN | LATE | RATE))
    assert asked(sqlite_store, number) == ["percent_scale:ty le ho so thanh toan truc tuyen"]


def test_a_changed_column_is_asked_about_alone(sqlite_store):
    heading = "Hồ sơ trễ hạn tháng {}"
    (key,) = asked(sqlite_store, sent(sqlite_store, table(9, heading.format(9))))
    taught(sqlite_store, table(8, heading.format(8)), {key.replace("9", "8"): "resolved_late"})
    wider = with_column(table(10, heading.format(10)), "Tỷ lệ hồ sơ thanh toán trực tuyến", (0.85, 1))
    assert asked(sqlite_store, sent(sqlite_store, wider)) == ["percent_scale:ty le ho so thanh toan truc tuyen"]


def with_column(content: bytes, heading: str, values: tuple[float, ...]) -> bytes:
    made = load_workbook(io.BytesIO(content))
    sheet = made.active
    for row, value in enumerate((heading, *values), 2):
        sheet.cell(row, 6, value)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_a_heading_that_names_its_month_is_the_same_heading_next_month(sqlite_store):
    (key,) = asked(sqlite_store, sent(sqlite_store, table(8, "Hồ sơ trễ hạn tháng 8")))
    taught(sqlite_store, table(9, "Hồ sơ trễ hạn tháng 9"), {key.replace("8", "9"): "resolved_late"})
    assert asked(sqlite_store, sent(sqlite_store, table(10, "Hồ sơ trễ hạn tháng 10"))) == []


def test_what_was_forgotten_is_asked_again(sqlite_store):
    taught(sqlite_store, form(MON, 9, PLAIN | LATE), ANSWER)
    (one,) = sqlite_store.remembered()
    assert one.mapping.items() >= ANSWER.items()
    sqlite_store.forget(one.signature, one.sender, "lan")
    assert asked(sqlite_store, sent(sqlite_store, form(MON, 10, PLAIN | LATE))) == list(ANSWER)


def test_a_second_answer_is_kept_beside_the_first(sqlite_store):
    taught(sqlite_store, form(MON, 8, PLAIN | LATE), ANSWER)
    taught(sqlite_store, form(MON, 9, PLAIN | LATE | RATE), {"percent_scale:ty le ho so thanh toan truc tuyen": "fraction"})
    assert asked(sqlite_store, sent(sqlite_store, form(MON, 10, PLAIN | LATE | RATE))) == []


def test_a_rate_of_unknown_scale_can_be_answered(sqlite_store):
    number = sent(sqlite_store, form(MON, 9, PLAIN | RATE))
    (key,) = asked(sqlite_store, number)
    new = inbox.answer(sqlite_store, number, {key: "fraction"}, "lan", "hỏi xã")
    held = sqlite_store.observations(submission=new, current=False).set_index("element")["value"]
    assert (sqlite_store.submission(new).state, float(held["pay_online_dossier_rate"])) == ("received", 85)


def test_another_list_of_the_same_sender_does_not_pass_for_a_correction(sqlite_store):
    number = sent(sqlite_store, form(MON, 9, PLAIN | {"Số hồ sơ tiếp nhận trực tuyến": 500}))
    assert sqlite_store.submission(number).state == "to_fix"
    other = sent(sqlite_store, form(MON, 9, {"Tổng số thôn": 12, "Tổng số văn bản đi": 40, "Số văn bản đi ký số": 30}))
    assert sqlite_store.submission(other).replaces is None and sqlite_store.submission(number).state == "to_fix"
