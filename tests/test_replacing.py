"""Files that only ask whether they replace figures are answered together on the page of their batch, with one reason."""

from __future__ import annotations

import pytest
from pages_drawn import button, checked, markup, opened, said, sheet, uploaded
from small_area import SILENT

from pages.parts.files import batches

FIRST = ("ngoc linh thang 10.csv", sheet())


@pytest.fixture
def resent(own_area):
    """A commune's figures of two months in force, and both months sent again with other figures beside a file without a period."""
    uploaded(FIRST, ("ngoc linh thang 7.csv", sheet(period=" THÁNG 7 NĂM 2025")))
    button(opened("nop-bao-cao", dot=_newest_batch(own_area)), "Nhận tất cả 2 tệp sạch").click().run()
    uploaded(
        ("sua thang 10.csv", sheet(online=85)),
        ("sua thang 7.csv", sheet(online=86, period=" THÁNG 7 NĂM 2025")),
        ("khong ky.csv", sheet(period="")),
    )
    return own_area


def _newest_batch(own_area):
    return own_area.submissions(origin="user").sort_values("id")["batch"].iloc[-1]


def _figures(store):
    held = store.observations(units=[SILENT], elements=["dossiers_recv_online"])
    return {row["period"]: row["value"] for row in held.to_dict("records") if row["period"] in ("2025-M07", "2026-M10")}


def test_one_answer_with_one_reason_settles_all_that_only_ask_this(resent):
    batch = _newest_batch(resent)
    app = opened("nop-bao-cao", dot=batch)
    assert "3 tệp: 3 cần trả lời" in said(app)
    assert "80 → 85" in said(app).replace("\u00a0", " ") and "sua thang 7.csv: 1 số liệu" in said(app) and "khong ky.csv: " not in said(app)
    app.radio(key="replace-choice").set_value("yes")
    app.text_input(key="replace-why").set_value("xã gửi lại bản đúng").run()
    button(app, "Trả lời cho cả 2 tệp").click().run()
    assert "3 tệp: 1 cần trả lời; 2 sạch, chờ nhận" in said(checked(app))
    button(app, "Nhận tất cả 2 tệp sạch").click().run()
    checked(app)
    assert _figures(resent) == {"2025-M07": 86, "2026-M10": 85}
    given = [answer for one in resent.submissions(batch=batch)["id"] for answer in resent.answers(int(one))]
    assert {(answer.value, answer.why) for answer in given} == {("yes", "xã gửi lại bản đúng")}


def test_the_figures_of_before_stay_when_the_answer_is_no_and_nobody_is_blamed(resent):
    app = opened("nop-bao-cao", dot=_newest_batch(resent))
    app.radio(key="replace-choice").set_value("no")
    app.text_input(key="replace-why").set_value("bản cũ đúng").run()
    button(app, "Trả lời cho cả 2 tệp").click().run()
    assert "3 tệp: 1 cần trả lời; 2 giữ số đã có, không nhận." in said(checked(app)) and "tệp sạch" not in said(app)
    assert _figures(resent) == {"2025-M07": 80, "2026-M10": 80}
    number = next(row.number for row in batches.rows_of(_newest_batch(resent)) if row.standing == "kept_out")
    page = opened("nop-bao-cao", tep=str(number))
    assert (
        "0 sai" in said(page) and "0 đang hỏi" in said(page) and "cs-kept" in markup(page) and "Sai, đơn vị gửi phải sửa" not in said(page)
    )
    assert not [one for one in page.button if "Nhận" in one.label] and [one for one in page.expander if "đã trả lời" in one.label]


def test_what_is_asked_of_figures_that_are_no_more_is_compared_again(resent):
    (first,) = [int(one) for one in resent.submissions(state="accepted", origin="user")["id"] if _is_of_october(resent, one)]
    asking = next(row.number for row in batches.rows_of(_newest_batch(resent)) if row.file == "sua thang 10.csv")
    assert not [one for one in opened("nop-bao-cao", tep=str(asking)).button if "So lại" in one.label]
    resent.withdraw(first, "lan", "nhầm")
    app = opened("nop-bao-cao", tep=str(asking))
    assert "đã thay đổi từ khi đọc tệp" in said(app) and not app.radio, "nobody is asked to replace what is no more"
    assert "chỉ hỏi có thay" not in " ".join(one.label for one in opened("nop-bao-cao", dot=_newest_batch(resent)).button)
    button(app, "So lại").click().run()
    assert "Sạch, chờ nhận" in said(checked(app))


def _is_of_october(store, number) -> bool:
    return set(store.observations(submission=int(number), current=False)["period"]) == {"2026-M10"}


def test_nothing_is_answered_without_a_choice_and_a_reason(resent):
    app = opened("nop-bao-cao", dot=_newest_batch(resent))
    button(app, "Trả lời cho cả 2 tệp").click().run()
    assert "Cần chọn câu trả lời" in said(checked(app))
    app.radio(key="replace-choice").set_value("yes").run()
    button(app, "Trả lời cho cả 2 tệp").click().run()
    assert "3 tệp: 3 cần trả lời" in said(checked(app))


def test_a_single_such_file_is_answered_on_its_own_page(own_area):
    uploaded(FIRST)
    button(opened("nop-bao-cao", dot=_newest_batch(own_area)), "Nhận tất cả 1 tệp sạch").click().run()
    app = uploaded(("sua.csv", sheet(online=85)))
    assert "1 cần trả lời" in said(app) and not [one for one in app.button if "Trả lời cho cả" in one.label]


def test_the_question_names_the_report_whose_figures_it_is_about_and_their_cells(resent):
    (first,) = [int(one) for one in resent.submissions(state="accepted", origin="user")["id"] if _is_of_october(resent, one)]
    asking = next(row.number for row in batches.rows_of(_newest_batch(resent)) if row.file == "sua thang 10.csv")
    app = opened("nop-bao-cao", tep=str(asking))
    text = said(app).replace("\\", "").replace("\u00a0", " ")
    assert "Các số đã nhận trước đây lấy từ" in text and f"{FIRST[0]} : nộp " in text and "1 số" in text
    assert f"tep={first}" in markup(app), "with the way to it"
    assert "80 → 85 (ô C4)" in text
    assert f"thay số của {FIRST[0]}, nộp " in said(opened("nop-bao-cao", dot=_newest_batch(resent)))
