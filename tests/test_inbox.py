"""The inbox: what is dropped is kept, read, asked about, answered; and nothing is lost on the way."""

import io
import zipfile

import pytest

from catalogue.language import use_language
from loaders import inbox
from loaders.beside import replaced_by
from loaders.questions import LEAVE

HEAD = "Đơn vị tính: hồ sơ,,,\nTT,Tên xã,Số hồ sơ tiếp nhận trực tuyến,Tổng số hồ sơ tiếp nhận mới trong kỳ\n"
TITLE = "BÁO CÁO KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH"
RECEIVED = "dossiers_recv_online"


@pytest.fixture(autouse=True)
def vietnamese():
    use_language("vi")


def sheet(online=80, new=120, title=TITLE + " THÁNG 9 NĂM 2026"):
    return f"{title},,,\n{HEAD}1,Xã Đăk Pék,{online},{new}\n2,Xã Đăk Môn,60,90\n".encode()


def dropped(store, *files):
    """Drop (name, bytes) and read them; the batch and its submissions in order."""
    batch, refused = inbox.drop(store, files)
    assert not refused
    numbers = [step.submission for step in inbox.read(store, batch, "lan")]
    return batch, numbers


def values(store, element=RECEIVED, **where):
    frame = store.observations(elements=[element], **where)
    return {(row.unit, row.period): row.value for row in frame.itertuples()}


def test_a_clean_file_waits_and_counts_only_when_it_is_taken_in(sqlite_store):
    _batch, (number,) = dropped(sqlite_store, ("thang 9.csv", sheet()))
    assert sqlite_store.submission(number).state == "received" and values(sqlite_store) == {}
    sqlite_store.accept(number, "lan", "")
    assert values(sqlite_store) == {("23341.2", "2026-M09"): 80, ("23374.2", "2026-M09"): 60}


def test_the_original_can_be_opened_again(sqlite_store):
    _batch, (number,) = dropped(sqlite_store, ("thang 9.csv", sheet()))
    assert sqlite_store.original(sqlite_store.submission(number).sha256) == sheet()


def test_a_dropped_file_survives_until_it_is_read(sqlite_store):
    batch, _refused = inbox.drop(sqlite_store, [("a.csv", sheet()), ("b.csv", sheet(81))])
    assert inbox.unread_batches(sqlite_store) == [batch]
    next(inbox.read(sqlite_store, batch, "lan"))  # and the connection breaks here
    assert [path.name for path in inbox.unread(sqlite_store, batch)] == ["b.csv"]
    (step,) = inbox.read(sqlite_store, batch, "lan")
    assert step.file == "b.csv" and inbox.unread_batches(sqlite_store) == []
    assert len(sqlite_store.submissions(batch=batch)) == 2


def test_the_files_of_a_zip_are_files_of_the_batch(sqlite_store):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("gui/thang 9.csv", sheet())
        archive.writestr("gui/thang 8.csv", sheet(70, title=TITLE + " THÁNG 8 NĂM 2026"))
    batch, numbers = dropped(sqlite_store, ("tat ca.zip", buffer.getvalue()))
    assert list(sqlite_store.submissions(batch=batch)["file_name"]) == ["thang 8.csv", "thang 9.csv"] and len(numbers) == 2


def test_a_zip_that_stays_closed_says_why_and_the_others_go_on(sqlite_store):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("../../x", b"")
    batch, refused = inbox.drop(sqlite_store, [("xau.zip", buffer.getvalue()), ("thang 9.csv", sheet())])
    assert len(refused) == 1 and refused[0].startswith("xau.zip: ")
    assert [path.name for path in inbox.unread(sqlite_store, batch)] == ["thang 9.csv"]


def test_a_name_cannot_leave_the_inbox(sqlite_store):
    batch, _refused = inbox.drop(sqlite_store, [("../../../etc/x<y>.csv", sheet())])
    (path,) = inbox.unread(sqlite_store, batch)
    assert path.is_relative_to(sqlite_store.folder / "inbox" / batch) and "<" not in path.name


def test_a_name_too_long_for_the_disk_loses_no_file(sqlite_store):
    _batch, numbers = dropped(sqlite_store, ("Ệ" * 230 + ".csv", sheet()), ("thang 9.csv", sheet(81)))
    assert len(numbers) == 2 and sqlite_store.submission(numbers[0]).file_name.endswith("Ệ.csv")


def test_only_names_of_batches_are_looked_for(sqlite_store):
    assert inbox.unread(sqlite_store, "..") == [] and inbox.unread(sqlite_store, "/etc") == []


def test_a_question_is_answered_with_who_and_why_and_the_new_reading_takes_its_place(sqlite_store):
    batch, (number,) = dropped(sqlite_store, ("bao cao.csv", sheet(title=TITLE)))
    assert sqlite_store.submission(number).state == "asked"
    given = {"period": "2026-M09", "unit:Xã Đăk Pék": "23341.2", "unit:Xã Đăk Môn": "23374.2"}
    new = inbox.answer(sqlite_store, number, given, "lan", "đã hỏi xã")
    assert (sqlite_store.submission(new).state, sqlite_store.submission(number).state) == ("received", "superseded")
    assert sqlite_store.submission(new).batch == batch
    assert {(a.key, a.value, a.by, a.why) for a in sqlite_store.answers(new)} == {(k, v, "lan", "đã hỏi xã") for k, v in given.items()}
    sqlite_store.accept(new, "lan", "")
    assert values(sqlite_store)["23341.2", "2026-M09"] == 80


def test_an_answered_file_was_received_when_it_came(sqlite_store):
    _batch, (number,) = dropped(sqlite_store, ("bao cao.csv", sheet(title=TITLE)))
    new = inbox.answer(sqlite_store, number, {"period": "2026-M09"}, "lan", "")
    assert sqlite_store.submission(new).received_at == sqlite_store.submission(number).received_at


def test_answers_add_up(sqlite_store):
    _batch, (number,) = dropped(sqlite_store, ("bao cao.csv", sheet(title=TITLE)))
    second = inbox.answer(sqlite_store, number, {"unit:Xã Đăk Pék": "23341.2"}, "lan", "")
    third = inbox.answer(sqlite_store, second, {"period": "2026-M09", "unit:Xã Đăk Môn": "23374.2"}, "hoa", "")
    assert sqlite_store.submission(third).state == "received"
    assert {a.key: a.by for a in sqlite_store.answers(third)} == {"unit:Xã Đăk Pék": "lan", "period": "hoa", "unit:Xã Đăk Môn": "hoa"}


def test_the_very_same_file_is_a_duplicate_unless_it_was_taken_out(sqlite_store):
    batch, _numbers = dropped(sqlite_store, ("thang 9.csv", sheet()))
    _batch, (again,) = dropped(sqlite_store, ("ten khac.csv", sheet()))
    assert sqlite_store.submission(again).state == "duplicate"
    sqlite_store.undo_batch(batch, "lan", "nhầm")
    _batch, (third,) = dropped(sqlite_store, ("thang 9.csv", sheet()))
    assert sqlite_store.submission(third).state == "received"


def test_other_figures_for_the_same_period_are_asked_about_never_taken_silently(sqlite_store):
    _batch, (first,) = dropped(sqlite_store, ("thang 9.csv", sheet(80)))
    sqlite_store.accept(first, "lan", "")
    _batch, (second,) = dropped(sqlite_store, ("thang 9 sua.csv", sheet(85)))
    assert sqlite_store.submission(second).state == "asked" and values(sqlite_store)["23341.2", "2026-M09"] == 80
    (question,) = sqlite_store.reading(second)["questions"]
    third = inbox.answer(sqlite_store, second, {question["key"]: "yes"}, "lan", "xã gửi lại")
    sqlite_store.accept(third, "lan", "")
    assert values(sqlite_store)["23341.2", "2026-M09"] == 85


def test_within_a_batch_the_second_version_is_asked_about_too_and_no_keeps_the_first_without_blame(sqlite_store):
    _batch, (_first, second) = dropped(sqlite_store, ("thang 9.csv", sheet(80)), ("thang 9 sua.csv", sheet(85)))
    (question,) = sqlite_store.reading(second)["questions"]
    third = inbox.answer(sqlite_store, second, {question["key"]: "no"}, "lan", "bản nháp")
    told = sqlite_store.observations(submission=third, status=None, current=False)
    assert set(told["status"]) == {"kept_out"} and list(told[told["element"] == RECEIVED]["value"]) == [85, 60], "nothing is lost"
    assert (sqlite_store.submission(third).outcome, sqlite_store.submission(third).state) == ("kept_out", "refused")
    assert "giữ số của bản trước" in sqlite_store.submission(third).message
    assert third not in set(sqlite_store.coverage()["submission"]), "nobody owes anything for it"
    assert inbox.reading_of(sqlite_store, third).ledger["rejected"] == 0 and not sqlite_store.issues(third)


def test_what_a_file_brings_beside_the_figures_that_are_kept_can_be_taken_in(sqlite_store):
    more = sheet(85).decode().replace("2,Xã Đăk Môn", "2,Xã Xốp").encode()
    _batch, (first, second) = dropped(sqlite_store, ("thang 9.csv", sheet(80)), ("thang 9 sua.csv", more))
    sqlite_store.accept(first, "lan", "")
    (question,) = sqlite_store.reading(second)["questions"]
    third = inbox.answer(sqlite_store, second, {question["key"]: "no"}, "lan", "bản nháp")
    found = sqlite_store.submission(third)
    assert (found.outcome, found.state) == ("accept", "received") and "1 số giữ như bản trước" in found.message
    sqlite_store.accept(third, "lan", "")
    assert values(sqlite_store)["23341.2", "2026-M09"] == 80 and len(values(sqlite_store)) == 3


def test_a_new_denominator_over_a_numerator_that_was_kept_is_warned_about(sqlite_store):
    only_online = (
        f"{TITLE} THÁNG 9 NĂM 2026,,\nĐơn vị tính: hồ sơ,,\nTT,Tên xã,Số hồ sơ tiếp nhận trực tuyến\n1,Xã Đăk Pék,80\n2,Xã Đăk Môn,60\n"
    )
    _batch, (first,) = dropped(sqlite_store, ("thang 9.csv", only_online.encode()))
    sqlite_store.accept(first, "lan", "")
    _batch, (second,) = dropped(sqlite_store, ("thang 9 sua.csv", sheet(85, 130)))
    (question,) = sqlite_store.reading(second)["questions"]
    third = inbox.answer(sqlite_store, second, {question["key"]: "no"}, "lan", "bản nháp")
    assert "mixed_sides" in {i.code for i in sqlite_store.issues(third)}


IN_PARTS = (
    f"{TITLE} THÁNG 9 NĂM 2026,,,\nĐơn vị tính: hồ sơ,,,\n"
    "TT,Tên xã,Số hồ sơ tiếp nhận trực tuyến,Số hồ sơ nộp trực tiếp và qua bưu chính{head}\n1,Xã Đăk Pék,{online},{direct}{whole}\n"
)


def in_parts(online, direct, whole=None):
    head = "" if whole is None else ",Tổng số hồ sơ tiếp nhận mới trong kỳ"
    return IN_PARTS.format(online=online, direct=direct, head=head, whole="" if whole is None else f",{whole}").encode()


def test_a_whole_that_does_not_add_up_with_the_parts_that_are_kept_is_kept_out_with_them(sqlite_store):
    _batch, (first,) = dropped(sqlite_store, ("thang 9.csv", in_parts(121, 50)))
    sqlite_store.accept(first, "lan", "")
    _batch, (second,) = dropped(sqlite_store, ("thang 9 sua.csv", in_parts(123, 94, 217)))
    (question,) = sqlite_store.reading(second)["questions"]
    assert [line.rpartition(": ")[2] for line in question["details"]] == ["121 → 123", "50 → 94", "171 → 217"]
    third = inbox.answer(sqlite_store, second, {question["key"]: "no"}, "lan", "bản nháp")
    assert set(statuses(sqlite_store, third).values()) == {"kept_out"} and sqlite_store.submission(third).outcome == "kept_out"


def test_parts_that_do_not_add_up_to_the_whole_that_is_kept_are_kept_out_with_it(sqlite_store):
    _batch, (first,) = dropped(sqlite_store, ("thang 9.csv", sheet(80, 120)))
    sqlite_store.accept(first, "lan", "")
    _batch, (second,) = dropped(sqlite_store, ("thang 9 sua.csv", in_parts(80, 60, 140)))
    (question,) = sqlite_store.reading(second)["questions"]
    third = inbox.answer(sqlite_store, second, {question["key"]: "no"}, "lan", "bản nháp")
    assert statuses(sqlite_store, third)["dossiers_recv_direct_postal"] == "kept_out"


def test_parts_that_add_up_to_the_whole_that_is_kept_can_be_taken_in(sqlite_store):
    _batch, (first,) = dropped(sqlite_store, ("thang 9.csv", sheet(80, 140)))
    sqlite_store.accept(first, "lan", "")
    _batch, (second,) = dropped(sqlite_store, ("thang 9 phan.csv", in_parts(80, 60)))
    assert sqlite_store.submission(second).state == "received" and not sqlite_store.reading(second)["questions"]


def test_a_whole_that_contradicts_the_sum_of_the_parts_taken_in_is_asked_about(sqlite_store):
    _batch, (first,) = dropped(sqlite_store, ("thang 9.csv", in_parts(121, 50)))
    sqlite_store.accept(first, "lan", "")
    _batch, (second,) = dropped(sqlite_store, ("thang 9 tong.csv", ONLY_NEW.encode()))
    (question,) = sqlite_store.reading(second)["questions"]
    assert question["kind"] == "changed_version" and "171 → 206" in question["details"][0]


def test_undoing_a_batch_brings_the_figures_back(sqlite_store):
    batch, (first,) = dropped(sqlite_store, ("thang 9.csv", sheet(80)))
    sqlite_store.accept(first, "lan", "")
    corrected, (second,) = dropped(sqlite_store, ("thang 9 sua.csv", sheet(85)))
    (question,) = sqlite_store.reading(second)["questions"]
    sqlite_store.accept(inbox.answer(sqlite_store, second, {question["key"]: "yes"}, "lan", ""), "lan", "")
    sqlite_store.undo_batch(corrected, "lan", "nhầm đơn vị")
    assert values(sqlite_store)["23341.2", "2026-M09"] == 80
    sqlite_store.undo_batch(batch, "lan", "nhầm đợt")
    assert values(sqlite_store) == {}


def test_of_a_list_of_people_only_its_name_and_the_reason_stay(sqlite_store):
    people = "DANH SÁCH CÔNG DÂN KÍCH HOẠT TÀI KHOẢN ĐỊNH DANH THÁNG 9/2026,,,,\nSTT,Họ và tên,Số CCCD,Ngày sinh,Số điện thoại\n"
    people += "".join(f"{n},Nguyễn Văn A{n},0620900{n:05d},01/01/1990,09050{n:05d}\n" for n in range(1, 20))
    batch, (number,) = dropped(sqlite_store, ("DS cong dan.csv", people.encode()))
    assert number is None and sqlite_store.submissions(batch=batch).empty
    kept = [path for path in sqlite_store.folder.rglob("*") if path.is_file()]
    assert kept == []
    (told,) = inbox.turned_away(sqlite_store, batch)
    assert (told.file, told.by) == ("DS cong dan.csv", "lan") and "danh sách cá nhân" in told.reason and "Nguyễn" not in told.reason


def test_a_file_that_cannot_be_opened_is_kept_and_says_why(sqlite_store):
    _batch, numbers = dropped(
        sqlite_store, ("trong.xlsx", b""), ("hong.xlsx", b"PK\x03\x04 broken"), ("anh.xlsx", b"\x89PNG\r\n\x1a\n 123")
    )
    told = [sqlite_store.submission(number) for number in numbers]
    assert [one.state for one in told] == ["refused"] * 3 and all(one.message for one in told)
    assert sqlite_store.original(told[1].sha256) == b"PK\x03\x04 broken"


# ---------------------------------------------------------------- what belongs together


def statuses(store, number, unit="23341.2"):
    frame = store.observations(submission=number, units=[unit], status=None, current=False)
    return {row.element: row.status for row in frame.itertuples()}


def test_a_denominator_is_not_taken_while_its_numerator_is_wrong(sqlite_store):
    _batch, (number,) = dropped(sqlite_store, ("thang 9.csv", sheet("9x", 145)))
    assert statuses(sqlite_store, number)["dossiers_recv_new"] == "asked"
    assert statuses(sqlite_store, number, "23374.2") == {RECEIVED: "accepted", "dossiers_recv_new": "accepted"}
    sqlite_store.accept(number, "lan", "phần đã rõ")
    assert list(values(sqlite_store, "dossiers_recv_new")) == [("23374.2", "2026-M09")], "the other unit's counts are taken"


def test_a_sure_new_denominator_does_not_stand_under_the_numerator_of_an_earlier_return(sqlite_store):
    _batch, (first,) = dropped(sqlite_store, ("thang 9.csv", sheet(65, 100)))
    sqlite_store.accept(first, "lan", "")
    _batch, (second,) = dropped(sqlite_store, ("thang 9 sua.csv", sheet("9x", 145)))
    (question,) = [q for q in sqlite_store.reading(second)["questions"] if q["kind"] == "changed_version"]
    third = inbox.answer(sqlite_store, second, {question["key"]: "yes"}, "lan", "xã gửi lại")
    sqlite_store.accept(third, "lan", "phần đã rõ")
    assert values(sqlite_store)["23341.2", "2026-M09"] == 65
    assert values(sqlite_store, "dossiers_recv_new")["23341.2", "2026-M09"] == 100


ONLY_NEW = (
    f"{TITLE} THÁNG 9 NĂM 2026,,\nĐơn vị tính: hồ sơ,,\nTT,Tên xã,Tổng số hồ sơ tiếp nhận mới trong kỳ\n1,Xã Đăk Pék,206\n2,Xã Đăk Môn,90\n"
)


def test_a_return_that_brings_one_side_of_a_ratio_only_is_warned_about(sqlite_store):
    _batch, (first,) = dropped(sqlite_store, ("thang 9.csv", sheet(80, 120)))
    sqlite_store.accept(first, "lan", "")
    _batch, (second,) = dropped(sqlite_store, ("thang 9 sua.csv", ONLY_NEW.encode()))
    (question,) = sqlite_store.reading(second)["questions"]
    third = inbox.answer(sqlite_store, second, {question["key"]: "yes"}, "lan", "xã gửi lại")
    (warning,) = [i.message for i in sqlite_store.issues(third) if i.code == "mixed_sides"]
    assert "Xã Đăk Pék: tử số lấy từ thang 9.csv, mẫu số lấy từ tệp này" in warning and "120" in warning and "206" in warning


def test_two_sides_sent_apart_by_senders_who_agree_are_no_mixture(sqlite_store):
    _batch, (first,) = dropped(sqlite_store, ("thang 9.csv", sheet(80, 206)))
    sqlite_store.accept(first, "lan", "")
    _batch, (second,) = dropped(sqlite_store, ("thang 9 tong.csv", ONLY_NEW.encode()))
    assert "mixed_sides" not in {i.code for i in sqlite_store.issues(second)}


# ---------------------------------------------------------------- questions that can be answered


def test_a_replacement_shows_every_pair_and_how_many_units(sqlite_store):
    _batch, (first,) = dropped(sqlite_store, ("thang 9.csv", sheet(80, 120)))
    sqlite_store.accept(first, "lan", "")
    _batch, (second,) = dropped(sqlite_store, ("thang 9 sua.csv", sheet(85, 130)))
    (question,) = sqlite_store.reading(second)["questions"]
    assert "2 số của 1 đơn vị" in question["text"]
    assert ["80 → 85" in pair or "120 → 130" in pair for pair in question["details"]] == [True, True]


def test_a_settled_question_is_told_no_more(sqlite_store):
    _batch, (first,) = dropped(sqlite_store, ("thang 9.csv", sheet(80)))
    sqlite_store.accept(first, "lan", "")
    _batch, (second,) = dropped(sqlite_store, ("thang 9 sua.csv", sheet(85)))
    assert "(1 câu hỏi)" in sqlite_store.submission(second).message
    (question,) = sqlite_store.reading(second)["questions"]
    third = inbox.answer(sqlite_store, second, {question["key"]: "yes"}, "lan", "")
    assert sqlite_store.submission(third).message == "Đã đọc 4 số liệu."
    assert "changed_version" not in {i.code for i in sqlite_store.issues(third)}


def test_a_replacement_waits_until_it_is_known_whose_figures_they_are(sqlite_store):
    _batch, (first,) = dropped(sqlite_store, ("thang 9.csv", sheet(80)))
    sqlite_store.accept(first, "lan", "")
    _batch, (second,) = dropped(sqlite_store, ("bao cao.csv", sheet(85, title=TITLE)))
    assert not [q for q in sqlite_store.reading(second)["questions"] if q["kind"] == "changed_version"]


STOCK = (
    "BÁO CÁO ĐỊNH DANH ĐIỆN TỬ THÁNG {month} NĂM 2026,,\nĐơn vị tính: tài khoản,,\n"
    "TT,Tên xã,Số tài khoản định danh mức 2 đã kích hoạt\n1,Xã Đăk Pék,{first}\n2,Xã Đăk Môn,900\n"
)


COPIED = (
    TITLE + " THÁNG {month} NĂM 2026,,,,\nĐơn vị tính: hồ sơ,,,,\nTT,Tên xã,Số hồ sơ tiếp nhận trực tuyến,Tổng số hồ sơ tiếp nhận mới "
    "trong kỳ,Tổng số hồ sơ đã giải quyết\n1,Xã Đăk Pék,81,122,119\n2,Xã Đăk Môn,64,93,91\n3,Xã Xốp,51,77,70\n"
)


@pytest.mark.parametrize(("said", "state", "status"), [("yes", "to_fix", "rejected"), ("no", "received", "accepted")])
def test_figures_copied_from_last_month_are_wrong_and_those_that_are_right_are_taken(sqlite_store, said, state, status):
    _batch, (first,) = dropped(sqlite_store, ("t8.csv", COPIED.format(month=8).encode()))
    sqlite_store.accept(first, "lan", "")
    _batch, (second,) = dropped(sqlite_store, ("t9.csv", COPIED.format(month=9).encode()))
    (question,) = [one for one in sqlite_store.reading(second)["questions"] if one["kind"] == "copied_period"]
    third = inbox.answer(sqlite_store, second, {question["key"]: said}, "lan", "hỏi xã")
    assert sqlite_store.submission(third).state == state
    told = sqlite_store.observations(submission=third, status=None, current=False)
    assert set(told["status"]) == {status}


def test_a_stock_that_falls_can_be_refused(sqlite_store):
    _batch, (first,) = dropped(sqlite_store, ("t8.csv", STOCK.format(month=8, first=2000).encode()))
    sqlite_store.accept(first, "lan", "")
    _batch, (second,) = dropped(sqlite_store, ("t9.csv", STOCK.format(month=9, first=1500).encode()))
    (question,) = sqlite_store.reading(second)["questions"]
    assert question["text"].endswith("Số này có đúng không?") and {o["value"] for o in question["options"]} == {"yes", "no"}
    third = inbox.answer(sqlite_store, second, {question["key"]: "no"}, "lan", "xã nhập nhầm")
    assert sqlite_store.submission(third).state == "to_fix" and "Số này có đúng" not in sqlite_store.submission(third).message
    assert list(statuses(sqlite_store, third).values()) == ["rejected"]


def test_the_row_of_a_unit_that_is_not_ours_can_be_left_out(sqlite_store):
    strange = sheet().decode() + "3,Xã Tân Thịnh Phú,11,12\n"
    _batch, (number,) = dropped(sqlite_store, ("thang 9.csv", strange.encode()))
    (question,) = sqlite_store.reading(number)["questions"]
    assert question["kind"] == "unit_unknown"
    again = inbox.answer(sqlite_store, number, {question["key"]: LEAVE}, "lan", "xã của huyện khác")
    assert sqlite_store.submission(again).state == "received"
    sqlite_store.accept(again, "lan", "")
    assert sorted(values(sqlite_store).values()) == [60, 80]


def test_a_zip_within_a_zip_is_to_be_unpacked(sqlite_store):
    outer, inner = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("thang 9.csv", sheet())
    with zipfile.ZipFile(outer, "w") as archive:
        archive.writestr("lo.zip", inner.getvalue())
    _batch, (number,) = dropped(sqlite_store, ("tat ca.zip", outer.getvalue()))
    assert "Hãy giải nén rồi gửi các bảng tính bên trong" in sqlite_store.submission(number).message


def test_only_what_is_the_same_as_last_month_is_asked_not_what_was_empty_then(sqlite_store):
    _batch, (first,) = dropped(sqlite_store, ("t8.csv", COPIED.format(month=8).encode()))
    sqlite_store.accept(first, "lan", "")
    _batch, (second,) = dropped(sqlite_store, ("t9.csv", (COPIED.format(month=9) + "4,Xã Ngọc Linh,33,55,44\n").encode()))
    (question,) = [one for one in sqlite_store.reading(second)["questions"] if one["kind"] == "copied_period"]
    assert "9 trên 12 số liệu" in question["text"] and len(question["cells"]) == 9
    third = inbox.answer(sqlite_store, second, {question["key"]: "yes"}, "lan", "hỏi xã")
    told = sqlite_store.observations(submission=third, status=None, current=False)
    assert sorted(told.loc[told["status"] == "accepted", "value"]) == [33, 44, 55] and len(told) == 12


@pytest.mark.parametrize("before", ["QUÝ III", "6 THÁNG ĐẦU", "THÁNG 7"])
def test_a_stock_that_falls_below_that_of_any_period_that_ended_before_is_asked(sqlite_store, before):
    early = STOCK.replace("THÁNG {month}", before).format(first=2000)
    _batch, (first,) = dropped(sqlite_store, ("truoc.csv", early.encode()))
    sqlite_store.accept(first, "lan", "")
    _batch, (second,) = dropped(sqlite_store, ("t10.csv", STOCK.format(month=10, first=1500).encode()))
    (question,) = sqlite_store.reading(second)["questions"]
    assert question["kind"] == "stock_falls" and before.split()[-1].lower() in question["text"].lower()


@pytest.mark.parametrize(("after", "asked"), [(20, True), (3300, False)])
def test_a_stock_that_may_fall_is_asked_when_hardly_any_of_it_is_left(sqlite_store, after, asked):
    form = "BÁO CÁO XÃ HỘI SỐ {period} NĂM 2026,,\nTT,Tên xã,Số người trưởng thành có điện thoại thông minh\n1,Xã Đăk Pék,{first}\n"
    _batch, (first,) = dropped(sqlite_store, ("q3.csv", form.format(period="QUÝ III", first=3521).encode()))
    sqlite_store.accept(first, "lan", "")
    _batch, (second,) = dropped(sqlite_store, ("t10.csv", form.format(period="THÁNG 10", first=after).encode()))
    assert [q["kind"] for q in sqlite_store.reading(second)["questions"]] == ["stock_falls"] * asked


@pytest.mark.parametrize(("month", "kinds"), [(3300, []), (2400, ["stock_differs"])])
def test_a_stock_far_from_that_of_a_period_with_the_same_end_is_asked(sqlite_store, month, kinds):
    """A few days may lie between the closing of a quarter and that of its last month."""
    form = "BÁO CÁO XÃ HỘI SỐ {period} NĂM 2026,,\nTT,Tên xã,Số người trưởng thành có điện thoại thông minh\n1,Xã Đăk Pék,{first}\n"
    _batch, (quarter,) = dropped(sqlite_store, ("q3.csv", form.format(period="QUÝ III", first=3521).encode()))
    sqlite_store.accept(quarter, "lan", "")
    _batch, (second,) = dropped(sqlite_store, ("t9.csv", form.format(period="THÁNG 9", first=month).encode()))
    questions = sqlite_store.reading(second)["questions"]
    assert [q["kind"] for q in questions] == kinds
    if kinds:
        third = inbox.answer(sqlite_store, second, {questions[0]["key"]: "yes"}, "lan", "đã hỏi xã")
        assert sqlite_store.submission(third).state != "fix" and sqlite_store.reading(third)["questions"] == []


def test_of_a_sum_that_is_replaced_the_returns_of_its_parts_are_named(sqlite_store):
    only_online = in_parts(121, 50).decode().replace(",Số hồ sơ nộp trực tiếp và qua bưu chính", "").replace("121,50", "121")
    _batch, (online,) = dropped(sqlite_store, ("truc tuyen.csv", only_online.encode()))
    sqlite_store.accept(online, "lan", "")
    _batch, (direct,) = dropped(sqlite_store, ("ca hai.csv", in_parts(121, 50)))
    sqlite_store.accept(direct, "lan", "")
    sqlite_store.withdraw(online, "lan", "")
    sqlite_store.accept(online, "lan", "")
    _batch, (whole,) = dropped(sqlite_store, ("tong.csv", ONLY_NEW.encode()))
    assert replaced_by(sqlite_store, whole) == {online: 1, direct: 1}
