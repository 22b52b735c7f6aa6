"""Headings as clerks write them, and the elements they name: sure only when every word is explained."""

import pytest

from catalogue.elements import elements
from loaders.understanding.headings.match import match
from loaders.understanding.headings.points import OTHER, indexes
from loaders.understanding.headings.squeezed import opened


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("Số hồ sơ nộp qua mạng", "dossiers_recv_online"),
        ("Tiếp nhận > Trực tuyến", "dossiers_recv_online"),
        ("TTHC > Xử lý hoàn toàn trực tuyến", "dossiers_end_to_end_online"),
        ("Thủ tục hành chính > Xử lý toàn trình", "dossiers_end_to_end_online"),
        ("HS đã g/quyết", "resolved_total"),
        ("Đã giải quyết > Trước hạn", "resolved_early"),
        ("Đang giải quyết > Quá hạn", "processing_overdue"),
        ("Đã giải quyết > Quá hạn", "resolved_late"),
        ("TK ĐDĐT > Kích hoạt > Mức 2", "eid_l2_activated"),
        ("TK ĐDĐT mức 2 > Đã kích hoạt", "eid_l2_activated"),
        ("Phản ánh, kiến nghị > Xử lý đúng hạn", "feedback_on_time"),
        ("CBCC có chử ký số", "officials_with_cert"),
        ("Hồ sơ đã giải quyết có trả kết quả", "resolved_with_result"),
        ("Đã giải quyết, trả kết quả", "resolved_total"),
        ("VB đi (không mật)", "docs_out_total_nonsecret"),
        ("Tỷ lệ hồ sơ nộp trực tuyến", "ops_online_submission_rate"),
        ("Văn bản phát hành > Ký số của lãnh đạo ký duyệt ban hành", "docs_out_signed_personal"),
        ("Văn bản đi > Ký số của người ký ban hành", "docs_out_signed_personal"),
        ("Văn bản trao đổi giữa UBND xã với các cơ quan (không tính VB mật)", "docs_exchanged_total_nonsecret"),
        ("Đã chi trả > Số tiền không sử dụng tiền mặt", "ssp_amount_noncash"),
        ("Số người hưởng trợ cấp được chi trả qua tài khoản", "ssp_people_paid_noncash"),
        ("Tổng số tiền chi trả (cả tiền mặt và chuyển khoản)", "ssp_amount_total"),
        ("Hộ có internet cáp quang tại nhà", "households_fibre"),
        ("VB gửi, nhận qua trục", "docs_exchanged_electronic"),
        ("Văn bản trao đổi trên trục LTVB quốc gia", "docs_exchanged_electronic"),
        ("Hồ sơ công việc > Phải lập, giải quyết", "workfiles_total_nonsecret"),
        ("Hệ thống thông tin > Đang khai thác, sử dụng", "systems_total"),
        ("Hồ sơ phải giải quyết > Phát sinh mới > Cộng mới", "dossiers_recv_new"),
        ("Hồ sơ phải giải quyết > Mới phát sinh > Tổng số", "dossiers_recv_new"),
        ("Tổng hồ sơ phải xử lý > Phát sinh trong kỳ", "dossiers_recv_new"),
        ("Số hồ sơ tiếp nhận > Tiếp nhận mới > Tổng số", "dossiers_recv_new"),
        ("Nhận mới > Tổng hồ sơ", "dossiers_recv_new"),
        ("Tiếp nhận (gồm kỳ trước chuyển sang) > Tổng hồ sơ", "received_total"),
        ("Hồ sơ phải giải quyết > Cộng", "received_total"),
        ("Hồ sơ mà người dân phải nộp phí, lệ phí", "dossiers_with_fee"),
        ("Hồ sơ thuộc diện thu phí, lệ phí", "dossiers_with_fee"),
        ("Hồ sơ tổ chức, cá nhân phải nộp phí", "dossiers_with_fee"),
        ("Trường hợp đăng ký trong các sổ hộ tịch đang lưu (khai sinh, kết hôn, khai tử)", "civil_records_total"),
        ("Các sự kiện hộ tịch trong sổ giấy đang lưu trữ", "civil_records_total"),
        ("Thông tin công dân trong CSDLQG về dân cư > Đã làm sạch", "citizen_records_clean"),
        ("Tổng công dân quản lý trong CSDLQG", "citizen_records_total"),
        ("Công dân đang quản lý trên CSDLQG về dân cư", "citizen_records_total"),
    ],
)
def test_a_heading_names_its_element(path: str, code: str) -> None:
    *above, leaf = path.split(" > ")
    found = match(leaf, tuple(reversed(above)))
    assert (found.codes, found.sure) == ((code,), True)


@pytest.mark.parametrize(
    "heading",
    [
        "Số buổi tuyên truyền về chuyển đổi số",
        "Số lượt người tham gia",
        "Số hồ sơ định danh đã thu nhận",
        "Hồ sơ giải quyết trước và đúng hạn",
        "CBCC chưa có chữ ký số",
        "Số doanh nghiệp có chữ ký số",
        "Số học sinh có sổ sức khỏe điện tử",
        "Tổng đàn (con)",
        "Văn bản đến",
        "Văn bản lãnh đạo ký ban hành",
        "Số tiền chi trả bằng tiền mặt",
        "Số người nhận tiền tại nhà",
        "Số tiền đã chi trả tại bưu cục",
        "Số đăng ký khai sinh, kết hôn, khai tử",
        "Nhận con nuôi",
        "Người dân phải nộp phí",
    ],
)
def test_what_is_not_ours_is_never_sure(heading: str) -> None:
    assert not match(heading).sure


@pytest.mark.parametrize("path", ["Hồ sơ phải giải quyết > Tiếp nhận", "Hồ sơ cần giải quyết > Cộng"])
def test_what_must_be_resolved_may_hold_more_than_one_heading_says(path: str) -> None:
    *above, leaf = path.split(" > ")
    assert not match(leaf, tuple(reversed(above))).sure


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hồ sơ giải quyết đúng hạn", "Hồ sơ giải quyết trễ hạn"),
        ("TTHC cung cấp DVCTT toàn trình", "TTHC cung cấp DVCTT một phần"),
        ("Hồ sơ tiếp nhận trực tuyến", "Hồ sơ tiếp nhận trực tiếp"),
        ("Tài khoản mức 1 đã kích hoạt", "Tài khoản mức 2 đã kích hoạt"),
        ("Hồ sơ phải số hóa khi tiếp nhận", "Hồ sơ đã số hóa khi tiếp nhận"),
    ],
)
def test_opposites_are_told_apart(one: str, other: str) -> None:
    assert match(one).codes != match(other).codes


@pytest.mark.parametrize(
    "path",
    ["Hồ sơ tiếp nhận trực tuyến > Đúng hạn", "TTHC toàn trình > Đã giải quyết", "Dịch vụ công một phần > Trước hạn"],
)
def test_a_bare_heading_under_one_that_divides_it_is_never_sure(path: str) -> None:
    *above, leaf = path.split(" > ")
    assert not match(leaf, tuple(reversed(above))).sure


@pytest.mark.parametrize("leaf", ["Số tiền", "Số người", "Tổng số"])
@pytest.mark.parametrize("above", ["Chi trả bằng tiền mặt", "Nhận tiền mặt", "Chi trả tại nhà"])
def test_what_is_paid_by_hand_is_a_part_that_is_none_of_ours(leaf: str, above: str) -> None:
    assert not match(leaf, (above, "Chi trả trợ cấp xã hội")).codes


@pytest.mark.parametrize("path", ["Hồ sơ giải quyết trễ hạn > Tổng số", "Hồ sơ tiếp nhận > Trực tuyến > Tổng số"])
def test_a_total_is_that_of_the_heading_right_over_it(path: str) -> None:
    *above, leaf = path.split(" > ")
    found = match(leaf, tuple(reversed(above)))
    assert not found.sure and len(found.codes) == 2
    assert match(above[-1], tuple(reversed(above[:-1]))).codes[0] in found.codes


def test_a_mean_is_no_count() -> None:
    assert not match("Hồ sơ tiếp nhận mới trên 1.000 dân").codes
    assert not match("Số hồ sơ tiếp nhận bình quân một tháng").codes


def test_a_total_under_a_part_waits_for_arithmetic() -> None:
    found = match("Tổng số", ("Lãnh đạo đã được cấp chứng thư số",))
    assert set(found.codes) == {"leaders_total", "leaders_with_cert"}
    assert not found.sure


def test_every_declared_name_names_its_own_element() -> None:
    lost = {code: e.name_vi for code, e in elements().items() if match(e.name_vi).codes != (code,)}
    assert lost == {}


def test_every_declared_heading_names_its_own_element() -> None:
    wrong = []
    for code, element in elements().items():
        for text in element.synonyms:
            *above, leaf = text.split(" > ")
            found = match(leaf, tuple(reversed(above)))
            if found.sure and found.codes != (code,):
                wrong.append((code, text, found.codes))
    assert wrong == []


@pytest.mark.parametrize("leaf", ["Số người nhận", "Người nhận", "Số đối tượng nhận"])
@pytest.mark.parametrize("over", ["Chi qua tài khoản", "Không dùng tiền mặt", "Chuyển khoản"])
def test_people_who_receive_under_a_way_of_paying_are_those_paid_that_way(leaf: str, over: str) -> None:
    assert match(leaf, (over, "Chi trả trợ cấp xã hội")).codes == ("ssp_people_paid_noncash",)
    assert match(leaf, ("Tổng số", "Chi trả trợ cấp xã hội")).codes == ("ssp_people_paid",)


@pytest.mark.parametrize(
    "leaf", ["Số đối tượng đã nhận tiền mặt", "Người nhận tiền mặt", "Số người chưa nhận tiền", "Đối tượng nhận tiền tại nhà"]
)
def test_people_who_receive_in_cash_or_not_at_all_are_none_of_ours(leaf: str) -> None:
    assert match(leaf, ("Chi trả trợ cấp xã hội",)).codes == ()


@pytest.mark.parametrize(
    ("over", "leaf"),
    [
        ("Nữ", "Số CBCC"),
        ("Hộ nghèo", "Số hộ có cáp quang"),
        ("Người dân tộc thiểu số", "Tài khoản mức 2 đã kích hoạt"),
        ("Lĩnh vực đất đai", "Hồ sơ tiếp nhận mới"),
    ],
)
def test_a_count_under_a_heading_of_some_only_is_not_sure(over: str, leaf: str) -> None:
    assert match(leaf).sure and not match(leaf, (over,)).sure


@pytest.mark.parametrize("heading", ["Hồ sơ giải quyết bị trễ hạn:", "Hồ sơ giải quyết bị quá hẹn", "Số hồ sơ giải quyết bị chậm"])
def test_dossiers_that_came_late_are_late(heading: str) -> None:
    found = match(heading)
    assert (found.codes, found.sure) == (("resolved_late",), True)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("HS_GQ_TRE_HAN", "resolved_late"),
        ("hsDangXuLyTrongHan", "processing_in_time"),
        ("KQ_CONHIEULUC_DASOHOA", "results_in_force_digitised"),
        ("taiKhoanMuc2DaKichHoat", "eid_l2_activated"),
        ("DONVI_DUNG_IOFFICE", "units_using_dms"),
        ("cbccDaTapHuanAI", "officials_ai_trained"),
        ("DANSO_15_TRO_LEN", "pop_15plus"),
        ("NHIEMVU_DENHAN", "tasks_due"),
        ("TL_HS_TRUCTUYEN", "ops_online_submission_rate"),
    ],
)
def test_the_name_of_a_field_is_read_in_words(name: str, code: str) -> None:
    found = match(opened(name))
    assert (found.codes, found.sure) == ((code,), True)


@pytest.mark.parametrize(
    "name", ["HS_TRA_LAI", "tkChuaKichHoat", "soDoanhNghiepCoCKS", "HO_NGHEO", "VB_DEN_TONG", "CBCC_NU", "soLopTapHuan", "hsChoBoSung"]
)
def test_the_name_of_a_field_of_something_else_is_no_element(name: str) -> None:
    assert not match(opened(name)).codes


@pytest.mark.parametrize("text", ["VNeID", "iOffice", "YouTube", "file_v2", "Phuonglamson"])
def test_a_name_that_is_no_field_stays_as_it_is(text: str) -> None:
    assert opened(text) == text


@pytest.mark.parametrize(
    "path",
    [
        "Chi trả trợ cấp không dùng tiền mặt > Số đối tượng được chi trả",
        "Chính sách trợ cấp không dùng tiền mặt > Số người được chi trả",
        "Niêm yết công khai TTHC > Số TTHC",
        "CBCC > Đảng viên",
        "Đảng viên > Cán bộ, công chức",
    ],
)
def test_a_count_under_a_title_that_may_be_but_its_topic_is_asked(path: str) -> None:
    *above, leaf = path.split(" > ")
    assert not match(leaf, tuple(reversed(above))).sure


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("Phản ánh > Tiếp nhận > Tổng số", "feedback_total"),
        ("Niêm yết công khai TTHC > Đơn vị có bao nhiêu thủ tục tất cả", "procs_total"),
        ("Chi trả không dùng tiền mặt > Số người", "ssp_people_paid_noncash"),
        ("Hồ sơ nộp trực tuyến > Số hồ sơ", "dossiers_recv_online"),
        ("Có chữ ký số > CBCC", "officials_with_cert"),
    ],
)
def test_a_count_is_of_the_thing_that_stands_over_it(path: str, code: str) -> None:
    *above, leaf = path.split(" > ")
    found = match(leaf, tuple(reversed(above)))
    assert (found.codes, found.sure) == ((code,), True)


@pytest.mark.parametrize(
    ("cited", "plain"),
    [
        ("Hồ sơ phải số hóa theo Thông tư 01/2023/TT-VPCP", "Hồ sơ phải số hóa"),
        ("DVC toàn trình theo quy định tại khoản 2 Điều 11 Nghị định số 42/2022/NĐ-CP", "DVC toàn trình"),
        ("Đối tượng nhận trợ cấp không dùng tiền mặt (CT 21/CT-TTg)", "Đối tượng nhận trợ cấp không dùng tiền mặt"),
    ],
)
def test_a_law_that_is_cited_changes_nothing(cited: str, plain: str) -> None:
    assert (match(cited).codes, match(cited).sure) == (match(plain).codes, True)


@pytest.mark.parametrize("title", ["Chấm điểm cải cách hành chính và chuyển đổi số", "Tự chấm điểm CĐS, CCHC quý 1"])
def test_points_of_two_indexes_together_are_those_of_none_of_ours(title: str) -> None:
    assert indexes(title) == {OTHER} and indexes("Tự chấm điểm chuyển đổi số") == {"idx_dti_score"}


@pytest.mark.parametrize(
    ("heading", "code"),
    [
        ("Số phiếu đánh giá hài lòng TTHC thu về", "ratings_total"),
        ("Số phiếu khảo sát sự hài lòng của người dân về giải quyết TTHC đã thu lại", "ratings_total"),
        ("Phiếu lấy ý kiến mức độ hài lòng thu được", "ratings_total"),
        ("Số phiếu đánh giá hài lòng, rất hài lòng thu về", "ratings_satisfied"),
        ("Số phiếu không hài lòng thu về", "ratings_unsatisfied"),
    ],
)
def test_sheets_that_came_back_are_those_of_all_answers_unless_they_say_which(heading: str, code: str) -> None:
    assert (match(heading).codes, match(heading).sure) == ((code,), True)


@pytest.mark.parametrize("done", ["đã ban hành", "ban hành", "đã được phát hành", "đã gửi đi", "ký ban hành"])
def test_papers_sent_out_in_the_words_of_clerks(done: str) -> None:
    for thing in ("Văn bản đi", "Công văn đi"):
        found = match(f"{thing} {done} (trừ VB mật)")
        assert (found.codes, found.sure) == (("docs_out_total_nonsecret",), True)
