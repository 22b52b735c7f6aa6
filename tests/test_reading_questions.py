"""Questions that name a whole and ask for its part; headings of a state of things; labels of people who were paid are no list of people."""

from pathlib import Path

import pytest
from test_reading import by_element, codes, read, taken

from loaders.understanding.headings.columns import role_of
from loaders.understanding.headings.match import match
from loaders.understanding.headings.out_of_these import out_of_these
from loaders.understanding.names.short_names import in_name
from loaders.understanding.texts.words import plain

TITLE: list[list[object]] = [["UBND XÃ ĐĂK PÉK"], ["SỐ LIỆU THÁNG 5 NĂM 2026"], []]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Trong số hồ sơ tiếp nhận mới, có bao nhiêu hồ sơ nộp trực tuyến?", "dossiers_recv_online"),
        ("Trong tổng số đã giải quyết thì bao nhiêu hồ sơ trễ hạn?", "resolved_late"),
        ("Trong số cán bộ, công chức, bao nhiêu người có chữ ký số?", "officials_with_cert"),
        ("Có mấy hồ sơ quá hạn (trong số đang giải quyết)?", "processing_overdue"),
        ("Trong các thôn, bao nhiêu thôn có Tổ công nghệ số cộng đồng?", "hamlets_with_cdt"),
    ],
)
def test_a_question_of_a_part_names_it(text: str, code: str) -> None:
    found = out_of_these(text, (), ())
    assert found is not None and (found.codes, found.sure) == ((code,), True)


@pytest.mark.parametrize(
    "text",
    [
        "Trong số hồ sơ trực tuyến, bao nhiêu hồ sơ đúng hạn?",
        "Trong số thôn có Tổ công nghệ số cộng đồng, bao nhiêu thôn có sóng 4G?",
        "Trong số văn bản mật, bao nhiêu văn bản ký số?",
        "Trong số phụ nữ, bao nhiêu người dùng điện thoại thông minh?",
    ],
)
def test_a_question_of_a_part_of_another_whole_is_never_sure(text: str) -> None:
    found = out_of_these(text, (), ())
    assert found is not None and not found.sure


def test_a_form_on_the_net_asks_for_parts_in_its_columns(tmp_path: Path) -> None:
    head = ["Dấu thời gian", "Đơn vị của anh/chị", "1. Tháng này xã nhận mới bao nhiêu hồ sơ TTHC?"]
    head += ["2. Trong số hồ sơ nhận mới, bao nhiêu hồ sơ nộp trực tuyến?", "3. Bao nhiêu hồ sơ đã giải quyết xong trong tháng?"]
    head += ["4. Trong số đã giải quyết, bao nhiêu hồ sơ bị trễ hạn?"]
    rows = [["14/06/2026 8:17", "Xã Đăk Pék", 333, 289, 348, 1], ["14/06/2026 9:22", "Xã Đăk Long", 172, 149, 176, 2]]
    found = read(tmp_path, [["CÂU TRẢ LỜI THÁNG 5 NĂM 2026"], [], head, *rows])
    assert found.outcome == "accept", found.message
    assert by_element(found) == {
        "dossiers_recv_new": [333, 172],
        "dossiers_recv_online": [289, 149],
        "resolved_total": [348, 176],
        "resolved_late": [1, 2],
    }


@pytest.mark.parametrize("heading", ["Hiện trạng", "Thực trạng", "Kết quả rà soát", "Số liệu hiện tại", "Hiện trạng đến 31/5/2026"])
def test_the_state_of_things_is_the_column_of_figures(tmp_path: Path, heading: str) -> None:
    rows = [["TT", "Chỉ tiêu rà soát", "Yêu cầu", heading, "Hồ sơ minh chứng"], [1, "Tổng số hộ gia đình", "", 1201, "Sổ hộ khẩu"]]
    rows += [[2, "Số hộ dùng Internet cáp quang", 900, 714, "Biểu của VNPT"]]
    found = read(tmp_path, [*TITLE, *rows])
    assert (taken(found), found.outcome) == ({"D5": 1201, "D6": 714}, "accept")


@pytest.mark.parametrize("heading", ["Hồ sơ minh chứng", "Tài liệu kiểm chứng", "Nguồn đối chiếu", "Tự đánh giá (đạt/chưa đạt)"])
def test_what_proves_a_figure_is_a_remark(heading: str) -> None:
    assert role_of(plain(heading)) == "note"


def test_a_row_of_people_who_were_paid_is_no_list_of_people(tmp_path: Path) -> None:
    rows = [
        ["TT", "Nội dung", "Đơn vị", "Số lượng"],
        [1, "Người đang hưởng trợ cấp xã hội hằng tháng", "người", 480],
        [2, "Người hưởng trợ cấp đã có tài khoản để nhận tiền", "người", 391],
        *([n, f"Việc khác {n}", "việc", n] for n in range(3, 9)),
    ]
    found = read(tmp_path, [*TITLE, *rows])
    assert {k: v for k, v in taken(found).items() if k in ("D5", "D6")} == {"D5": 480, "D6": 391}


@pytest.mark.parametrize("head", [["TT", "Người hưởng", "Số tài khoản", "Số tiền"], ["TT", "Họ tên chủ hộ", "Năm sinh", "Thôn"]])
def test_a_list_of_people_is_still_refused(tmp_path: Path, head: list[object]) -> None:
    rows = [head, *([n, f"A Thành {n}", 9704 + n, 500] for n in range(1, 9))]
    assert [i.code for i in read(tmp_path, [*TITLE, *rows]).issues] == ["personal_data"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Hồ sơ chuyển từ tháng trước sang", "received_carried_over"),
        ("Trong tháng xã tiếp nhận mới bao nhiêu hồ sơ TTHC?", "dossiers_recv_new"),
        ("Xã đã giải quyết xong bao nhiêu hồ sơ?", "resolved_total"),
        ("Hồ sơ còn tồn từ quý trước chuyển qua", "received_carried_over"),
        ("Cuối tháng còn bao nhiêu hồ sơ đang giải quyết?", "processing_total"),
        ("CBCCVC đã được tập huấn kỹ năng số (không tính trùng)", "officials_digital_trained"),
        ("Đối tượng hiện đang hưởng trợ giúp xã hội", "ssp_people_total"),
        ("Tỷ lệ kích hoạt tài khoản ĐDĐT mức 2 trên công dân đủ điều kiện", "eid_l2_activated_rate"),
    ],
)
def test_words_of_clerks(text: str, code: str) -> None:
    found = match(text)
    assert (found.codes, found.sure) == ((code,), True)


@pytest.mark.parametrize("name", ["Bo so lieu huyen Dak Glei", "so lieu khu vuc Dak Pek", "BC_huyen_DakGlei_T4"])
def test_the_name_of_a_district_in_a_file_is_no_commune(name: str) -> None:
    assert not in_name(name, None)


@pytest.mark.parametrize("said", ["tính trùng", "kể cả trùng", "chưa loại trùng"])
def test_people_counted_twice_are_not_people(said: str) -> None:
    assert not match(f"CBCCVC đã được tập huấn kỹ năng số ({said})").codes


@pytest.mark.parametrize("parts", [("Cán bộ, công chức", "Viên chức"), ("a) Lãnh đạo", "b) Công chức"), ("Trong đó: nam", "Trong đó: nữ")])
def test_rows_that_add_up_to_their_commune_are_its_parts_whatever_they_are_called(tmp_path: Path, parts: tuple[str, str]) -> None:
    rows: list[list[object]] = [["TT", "Đơn vị", "Tổng số CBCCVC", "CBCCVC được tập huấn kỹ năng số"], ["", "Cộng", 108, 66]]
    for n, (name, one, other) in enumerate(
        (("Xã Đăk Pék", (25, 17), (15, 8)), ("Xã Xốp", (20, 13), (12, 8)), ("Xã Đăk Môn", (22, 14), (14, 6))), 1
    ):
        rows += [[n, name, one[0] + other[0], one[1] + other[1]], ["", parts[0], *one], ["", parts[1], *other]]
    found = read(tmp_path, [["KẾT QUẢ THÁNG 5 NĂM 2026"], *rows])
    assert (taken(found), found.outcome) == ({"C4": 40, "D4": 25, "C7": 32, "D7": 21, "C10": 36, "D10": 20}, "accept")


def test_the_title_of_a_group_of_counts_that_speaks_of_people_lists_nobody(tmp_path: Path) -> None:
    counts = ["Số người hưởng trợ cấp xã hội", "Số người hưởng đã có tài khoản", "Số thôn", "Hồ sơ tiếp nhận mới", "Hồ sơ nộp trực tuyến"]
    for title in (["Bài 2. Người hưởng trợ cấp"], ["II", "Người hưởng trợ cấp", "người"], ["c)", "Người hưởng", None, "chưa có số"]):
        rows = [["Câu", "Nội dung", "Đáp số", "Nhận xét"], title, *([f"{'abcde'[n]})", text, 90 - n] for n, text in enumerate(counts))]
        signed = [[], [None, "Người ghi", None, "Duyệt"], [None, "A Lực", None, "A Đối"]]
        assert len(read(tmp_path, [*TITLE, *rows, *signed]).observations) == 5, title
    people = [[n, f"Nguyễn Văn {x}", "Thôn 1"] for n, x in enumerate("ABCDEF", start=1)]
    assert codes(read(tmp_path, [*TITLE, ["TT", "Người hưởng", "Địa chỉ"], *people])) == {"personal_data"}


def test_ways_that_are_told_apart_below_a_heading_are_halves_of_one_figure(tmp_path: Path) -> None:
    head: list[list[object]] = [["STT", "Đơn vị", "Tiếp nhận mới - Trực tuyến", "Tiếp nhận mới - Không trực tuyến", None]]
    head += [[None, None, None, "Trực tiếp", "Bưu chính"]]
    found = read(tmp_path, [["HỒ SƠ TIẾP NHẬN THÁNG 5 NĂM 2026"], [], *head, [1, "Xã Đăk Pék", 300, 90, 10], [2, "Xã Xốp", 200, 40, 5]])
    assert found.outcome == "accept", found.message
    assert by_element(found) == {"dossiers_recv_online": [300, 200]}
