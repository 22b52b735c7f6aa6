"""What was answered about a file is told in words and can be changed or taken back while the file waits; what came twice says so truly."""

from __future__ import annotations

import pytest
from pages_drawn import button, checked, markup, opened, said, sheet, uploaded
from small_area import SILENT

from loaders import inbox
from pages.parts.files import answered, batches

NO_PERIOD = ("khong ky.csv", sheet(period=""))
OWN_HEADING = sheet().replace("Tổng số hồ sơ tiếp nhận mới trong kỳ".encode(), "Hồ sơ trễ hạn".encode())


@pytest.fixture
def waiting(own_area):
    """A file without a period, answered wrongly: the number of the reading that waits now."""
    uploaded(NO_PERIOD)
    first = _newest(own_area)
    given = {one["key"]: "2026-M08" if one["kind"] == "period" else SILENT for one in own_area.reading(first)["questions"]}
    return inbox.answer(own_area, first, given | {"period": "2026-M08"}, "lan", "hỏi qua điện thoại")


def _newest(store) -> int:
    return int(store.submissions(origin="user")["id"].max())


def _unfolded(number: int):
    """The page of a file with its answers shown."""
    app = opened("nop-bao-cao", tep=str(number))
    fold = next(one for one in app.expander if "đã trả lời" in one.label)
    assert "câu đã trả lời" in fold.label
    app.session_state[f"file-{number}-answered"] = True
    return checked(app.run())


def _choice(app, number: int):
    return next(
        box for box in app.selectbox if box.key.startswith(f"file-{number}-change-") and "Tháng 8" in str(box.format_func(box.value))
    )


def test_an_answer_is_told_in_the_words_it_was_chosen_by(own_area, waiting):
    app = _unfolded(waiting)
    text = said(app).replace("bao cao 2026-M08.csv", "")  # the name of the file whose figures are asked about
    assert "2026-M08" not in text and "period" not in text and "hỏi qua điện thoại" in text
    assert "Tháng 8/2026" in {box.format_func(box.value) for box in app.selectbox}


def test_a_wrong_answer_is_changed_while_the_file_waits(own_area, waiting):
    app = _unfolded(waiting)
    _choice(app, waiting).select("2026-M10")
    app.text_input(key=f"file-{waiting}-change-why").set_value("nhầm tháng")
    button(app, "Đọc lại với các câu trả lời đã sửa").click().run()
    assert "Tháng 10/2026" in said(checked(app))
    (given,) = [one for one in own_area.answers(_newest(own_area)) if one.key == "period"]
    assert (given.value, given.why) == ("2026-M10", "nhầm tháng")


def test_an_answer_taken_back_is_asked_again(own_area, waiting):
    app = _unfolded(waiting)
    _choice(app, waiting).select(answered.ASK_AGAIN)
    button(app, "Đọc lại với các câu trả lời đã sửa").click().run()
    assert "Câu hỏi (1)" in said(checked(app)) and "Cần trả lời" in said(app)
    assert "period" not in {one.key for one in own_area.answers(_newest(own_area))}


def test_nothing_is_read_again_when_no_answer_was_changed(own_area, waiting):
    app = _unfolded(waiting)
    button(app, "Đọc lại với các câu trả lời đã sửa").click().run()
    assert "Chưa có câu trả lời nào được sửa." in said(checked(app)) and _newest(own_area) == waiting


def test_whose_later_files_a_remembered_answer_holds_for_is_said_as_it_is_done(own_area):
    uploaded(("tre han xa Dak Mon.csv", OWN_HEADING.replace("Ngọc Linh".encode(), "Đăk Môn".encode())))
    app = opened("nop-bao-cao", tep=str(_newest(own_area)))
    (box,) = [one for one in app.checkbox if one.label.startswith("Nhớ")]
    assert box.label == "Nhớ nghĩa các tiêu đề cho các tệp sau của xã Đăk Môn có cùng mẫu"
    uploaded(("nhieu xa.csv", OWN_HEADING + "2,Xã Đăk Môn,41,9\n".encode()))
    app = opened("nop-bao-cao", tep=str(_newest(own_area)))
    (box,) = [one for one in app.checkbox if one.label.startswith("Nhớ")]
    assert box.label == "Nhớ nghĩa các tiêu đề cho các tệp sau cùng mẫu của mọi đơn vị gửi"
    key = next(one["key"] for one in own_area.reading(_newest(own_area))["questions"] if one["key"].startswith("element:"))
    inbox.answer(own_area, _newest(own_area), {key: "none"}, "lan", "", keep_in_mind=True)
    assert [one.sender for one in own_area.remembered()] == [""]


def test_what_is_asked_again_in_every_file_says_so(own_area):
    uploaded(NO_PERIOD)
    app = opened("nop-bao-cao", tep=str(_newest(own_area)))
    assert not [one for one in app.checkbox if one.label.startswith("Nhớ")]
    assert [one.value for one in app.caption if "chỉ dùng cho tệp này" in one.value]


def test_once_taken_in_the_answers_are_only_told(own_area, waiting):
    own_area.accept(waiting, "lan", "")
    app = opened("nop-bao-cao", tep=str(waiting))
    assert "Tháng 8/2026" in said(app) and not [one for one in app.button if "câu trả lời đã sửa" in one.label]


def test_a_wrong_answer_that_was_remembered_is_remembered_no_more(own_area):
    uploaded(("tre han.csv", OWN_HEADING))
    (key,) = [one["key"] for one in own_area.reading(_newest(own_area))["questions"] if one["key"].startswith("element:")]
    wrong = inbox.answer(own_area, _newest(own_area), {key: "none"}, "lan", "", keep_in_mind=True)
    assert [one.mapping.get(key) for one in own_area.remembered()] == ["none"]
    again = inbox.answer(own_area, wrong, {}, "lan", "", taken_back=[key])
    assert key in [one["key"] for one in own_area.reading(again)["questions"]] and not own_area.remembered()
    other = inbox.answer(own_area, wrong, {key: "resolved_late"}, "lan", "")
    assert own_area.submission(other).outcome and not own_area.remembered(), "nothing was remembered any more, so nothing is again"


# ---------------------------------------------------------------- the same file again


def _again(store) -> str:
    uploaded(NO_PERIOD)
    app = opened("nop-bao-cao", tep=str(_newest(store)))
    assert "Đã nộp trước đó" in said(app)
    return said(app) + markup(app)


def test_a_second_copy_says_that_the_first_waits_and_leads_to_it(own_area, waiting):
    drawn = _again(own_area)
    assert "bản đó còn chờ, chưa nhận vào số liệu" in drawn and f"tep={waiting}" in drawn and "Đọc lại tệp này" not in drawn


def test_other_bytes_with_the_same_figures_are_not_called_the_same_file(own_area):
    uploaded(("thang 10.csv", sheet()), ("gui lai.csv", sheet() + b"\n,,,\n"))
    text = said(opened("nop-bao-cao", tep=str(_newest(own_area))))
    assert "Các số liệu này đã nộp lúc" in text and "Chính tệp này" not in text


def test_of_a_file_whose_figures_are_all_kept_out_the_remarks_can_be_taken_in(own_area):
    uploaded(("truoc.csv", sheet(online=80)))
    own_area.accept(_newest(own_area), "lan", "sạch")
    uploaded(("sau.csv", sheet(online=81).replace(b",120", b",121") + ",,,\nKhó khăn: đường truyền ở thôn Đăk Túc yếu,,,\n".encode()))
    number = _newest(own_area)
    given = {one.key: "no" for one in batches.content(number).reading.questions}
    new = inbox.answer(own_area, number, given, "lan", "giữ bản trước")
    app = opened("nop-bao-cao", tep=str(new))
    assert "Chưa có số nào trong tệp này nhận được" not in said(app)
    button(app, "Chỉ nhận phần lời của tệp").click().run()
    assert own_area.submission(new).state == "accepted" and checked(app)
    assert set(own_area.observations(periods=["2026-M10"], units=[SILENT])["value"]) == {80, 120}


def test_a_second_copy_says_that_the_first_is_taken_in(own_area, waiting):
    own_area.accept(waiting, "lan", "")
    assert "bản đó đã nhận vào số liệu" in _again(own_area)


@pytest.mark.parametrize(("act", "words"), [("withdraw", "bản đó đã nhận rồi hoàn tác"), ("refuse", "bản đó đã trả lại đơn vị gửi")])
def test_a_second_copy_is_read_when_nothing_came_of_the_first(own_area, waiting, act, words):
    own_area.accept(waiting, "lan", "")
    _again(own_area)
    second = _newest(own_area)
    getattr(own_area, act)(waiting, "lan", "nhầm")
    if act == "withdraw":  # the reading before the answer waits again; it is taken out with its batch
        own_area.undo_batch(own_area.submission(waiting).batch, "lan", "nhầm")
    app = opened("nop-bao-cao", tep=str(second))
    assert words in said(app)
    button(app, "Đọc lại tệp này").click().run()
    assert "Cần trả lời" in said(checked(app))


def test_submitted_and_taken_in_are_two_words(own_area, waiting):
    text = said(opened("nop-bao-cao", tep=str(waiting)))
    assert "Nộp lúc" in text and "người nộp" in text and "Nhận lúc" not in text and "Nhận vào số liệu lúc" not in text
    own_area.accept(waiting, "lan", "")
    assert "Nhận vào số liệu lúc" in said(opened("nop-bao-cao", tep=str(waiting)))
    own_area.withdraw(waiting, "lan", "nhầm")
    assert "Nhận vào số liệu lúc" not in said(opened("nop-bao-cao", tep=str(waiting)))


def test_a_reading_that_an_answer_replaced_leads_to_the_one_that_counts(own_area, waiting):
    first = own_area.submission(waiting).replaces
    app = opened("nop-bao-cao", tep=str(first))
    assert "Đã có bản sau thay thế" in said(app) and "Chính tệp này, đọc lại với các câu trả lời sau đó" in said(app)
    assert f"tep={waiting}" in markup(app)


def test_a_file_whose_figures_another_batch_replaced_leads_to_that_one(own_area):
    uploaded(("truoc.csv", sheet(online=80)))
    first = _newest(own_area)
    own_area.accept(first, "lan", "sạch")
    uploaded(("sau.csv", sheet(online=81).replace(b",120", b",121")))
    later = _newest(own_area)
    own_area.accept(
        inbox.answer(own_area, later, {one["key"]: "yes" for one in own_area.reading(later)["questions"]}, "lan", "bản mới"),
        "lan",
        "bản mới",
    )
    app = opened("nop-bao-cao", tep=str(first))
    assert "Đã có bản sau thay thế" in said(app) and "sau.csv, nộp" in said(app) and f"tep={_newest(own_area)}" in markup(app)
