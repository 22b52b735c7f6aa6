"""Rows named by a whole, with columns of all there is and of what is done; rates that do not say of what; short lists under captions."""

from pathlib import Path

import pytest
from test_reading import by_element, codes, read, taken

from loaders.understanding.headings.match import match

OVER: list[list[object]] = [["UBND XÃ ĐĂK HÀ"], ["THỐNG KÊ CÔNG TÁC TƯ PHÁP QUÝ IV/2025"], []]
RECORDS: list[list[object]] = [
    ["Dữ liệu hộ tịch trong sổ giấy", "bản ghi", 9200, 8000, 87],
    ["Trong đó: Sổ khai sinh", "bản ghi", 6000, 5400, 90],
    ["                Sổ kết hôn", "bản ghi", 3200, 2600, 81.3],
    ["Kết quả giải quyết TTHC còn hiệu lực", "kết quả", 5100, 3000, 58.8],
]


@pytest.mark.parametrize(
    "heads",
    [
        ("Tổng số phải số hóa", "Đã số hóa, phê duyệt", "Đạt (%)"),
        ("Tổng số", "Đã số hóa", "Tỷ lệ %"),
        ("Số phải số hóa", "Số đã số hóa", "Tỷ lệ"),
        ("Cần số hóa", "Đã số hóa xong", "%"),
        ("Tổng số", "Trong đó: đã số hóa", "Tỷ lệ đạt"),
    ],
)
def test_what_is_done_of_the_whole_a_row_names(tmp_path: Path, heads: tuple[str, str, str]) -> None:
    found = read(tmp_path, [*OVER, ["Loại dữ liệu", "Đơn vị", *heads], *RECORDS])
    assert taken(found) == {"C5": 9200, "D5": 8000, "C8": 5100, "D8": 3000} and found.outcome == "accept"


def test_a_part_that_is_no_doing_is_not_taken(tmp_path: Path) -> None:
    found = read(tmp_path, [*OVER, ["Loại", "Đơn vị", "Tổng số", "Nữ", "Tỷ lệ"], ["Cán bộ, công chức", "người", 50, 20, 40]])
    assert "D5" not in taken(found)


MEANS: list[list[object]] = [
    ["Máy tính làm việc", 60, 56, 93.3, "có cài phần mềm phòng chống mã độc quản trị tập trung"],
    ["Hệ thống thông tin đang vận hành", 3, 2, 66.7, "được phê duyệt cấp độ an toàn thông tin"],
    ["Cán bộ, công chức, viên chức", 57, 55, 96.5, "được cấp chữ ký số cá nhân"],
]


@pytest.mark.parametrize(
    "heads",
    [
        ("Danh mục", "Tổng số", "Trong đó: đạt yêu cầu", "Tỷ lệ", "Thế nào là đạt yêu cầu"),
        ("Nội dung", "Tổng số", "Số đạt", "Tỷ lệ", "Tiêu chí đạt"),
        ("Hạng mục", "Tổng", "Đảm bảo", "Tỷ lệ (%)", "Điều kiện đảm bảo"),
        ("Danh mục", "Hiện có", "Đạt chuẩn", "Tỷ lệ", "Đạt chuẩn là"),
    ],
)
def test_a_column_explains_what_its_rows_reach(tmp_path: Path, heads: tuple[str, ...]) -> None:
    found = read(tmp_path, [*OVER, list(heads), *MEANS])
    assert len(taken(found)) == 6 and found.outcome == "accept"
    assert {o.element for o in found.observations if o.cell.startswith("C")} == {
        "computers_protected",
        "systems_level_approved",
        "officials_with_cert",
    }


def test_what_nobody_explains_is_left(tmp_path: Path) -> None:
    found = read(tmp_path, [*OVER, ["Danh mục", "Tổng số", "Trong đó: đạt yêu cầu", "Tỷ lệ"], *(row[:4] for row in MEANS)])
    assert set(taken(found)) == {"B5", "B6", "B7"}


PAID: list[object] = ["Hồ sơ phải nộp phí, lệ phí, thuế", "Hồ sơ nộp phí, lệ phí, thuế bằng hình thức trực tuyến"]


@pytest.mark.parametrize("rate", ["Tỷ lệ nộp trực tuyến", "Tỷ lệ trực tuyến (%)"])
def test_a_rate_that_says_no_thing_is_that_of_the_counts_beside_it(tmp_path: Path, rate: str) -> None:
    found = read(tmp_path, [*OVER, [*PAID, rate], [200, 150, 75]])
    assert taken(found) == {"A5": 200, "B5": 150} and found.outcome == "accept"


def test_it_is_asked_where_it_does_not_fit_them(tmp_path: Path) -> None:
    found = read(tmp_path, [*OVER, [*PAID, "Tỷ lệ nộp trực tuyến (%)"], [200, 150, 60]])
    assert taken(found) == {"A5": 200, "B5": 150} and codes(found) == {"element_doubt"}


def test_it_is_its_own_beside_the_rate_of_these_counts(tmp_path: Path) -> None:
    heads = [*PAID, "Tỷ lệ thanh toán trực tuyến (%)", "Tỷ lệ hồ sơ trực tuyến (%)"]
    assert taken(read(tmp_path, [*OVER, heads, [200, 150, 75, 60]])) == {"A5": 200, "B5": 150, "D5": 60}


def test_two_known_labels_under_a_caption_are_a_list(tmp_path: Path) -> None:
    under: list[list[object]] = [["Bảng 3. Công khai thủ tục hành chính"]]
    under += [["Tổng số TTHC thuộc thẩm quyền giải quyết của xã", "TTHC", 378], ["Số TTHC được công khai đầy đủ, đúng hạn", "TTHC", 372]]
    found = read(tmp_path, [*OVER, ["Loại dữ liệu", "Đơn vị", "Tổng số phải số hóa", "Đã số hóa", "Đạt (%)"], *RECORDS, [], *under])
    assert {c: v for c, v in taken(found).items() if v < 400} == {"C11": 378, "C12": 372}


@pytest.mark.parametrize("group", ["Số hóa, thanh toán", "IV. Số hóa, thanh toán", "Số hóa và thanh toán", "Thanh toán - Số hóa"])
def test_a_heading_of_several_topics_narrows_none_of_its_own(group: str) -> None:
    assert match("Số hồ sơ phải số hóa khi tiếp nhận", (group,)).codes == ("dossiers_requiring_digitisation",)
    assert match("Hồ sơ đã thanh toán trực tuyến", (group,)).codes == ("dossiers_paid_online",)
    assert match("Số hồ sơ phải số hóa khi tiếp nhận", ("Thanh toán",)).codes == ()


def test_what_must_be_done_has_one_part_that_is(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["UBND XÃ TRÀ BỒNG"],
        ["QUÝ I NĂM 2026"],
        [],
        ["TT", "Nội dung", "Tổng số phải thực hiện", "Số đã thực hiện", "Tỷ lệ (%)"],
        [1, "Mục thông tin bắt buộc phải công khai trên Trang thông tin điện tử", 24, 21, 87.5],
        [2, "TTHC đủ điều kiện cung cấp DVCTT toàn trình", 189, 186, 98.41],
    ]
    assert by_element(read(tmp_path, rows)) == {
        "content_items_required": [24],
        "content_items_ok": [21],
        "procs_full_eligible": [189],
        "procs_full_online": [186],
    }


def test_rows_that_name_a_whole_and_its_part_give_both_from_total_and_result(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        [1, "Hồ sơ phải số hóa / đã số hóa khi tiếp nhận", 444, 386, 86.9],
        [2, "Thanh toán trực tuyến / hồ sơ có nghĩa vụ tài chính", 202, 150, 74.3],
        [3, "Phản ánh, kiến nghị / xử lý đúng hạn", 12, 11, 91.7],
        [4, "CBCC được cấp chữ ký số / tổng số CBCC", 24, 17, 70.8],
    ]
    found = read(tmp_path, [*OVER, ["STT", "Nội dung", "Tổng số", "Kết quả", "%"], *rows])
    assert (found.outcome, codes(found)) == ("accept", set())
    assert by_element(found) == {
        "dossiers_requiring_digitisation": [444],
        "dossiers_digitised_intake": [386],
        "dossiers_with_fee": [202],
        "dossiers_paid_online": [150],
        "feedback_total": [12],
        "feedback_on_time": [11],
        "officials_total": [24],
        "officials_with_cert": [17],
    }


def test_a_result_of_such_a_row_is_never_its_whole(tmp_path: Path) -> None:
    """The total is left open: what stands under the result is the part all the same."""
    rows: list[list[object]] = [
        ["Hồ sơ phải số hóa / đã số hóa khi tiếp nhận", None, 386],
        ["Phản ánh, kiến nghị / xử lý đúng hạn", 12, 11],
    ]
    found = read(tmp_path, [*OVER, ["Nội dung", "Tổng số", "Kết quả"], *rows])
    assert by_element(found) == {"dossiers_digitised_intake": [386], "feedback_total": [12], "feedback_on_time": [11]}


@pytest.mark.parametrize("head", [["Nội dung", "Số lượng"], ["Nội dung", "Kế hoạch", "Thực hiện"], ["Nội dung", "Quý trước", "Quý này"]])
def test_one_figure_of_such_a_row_is_asked(tmp_path: Path, head: list[object]) -> None:
    rows: list[list[object]] = [
        ["Hồ sơ phải số hóa / đã số hóa khi tiếp nhận", *[386] * (len(head) - 1)],
        ["Hồ sơ tiếp nhận mới", *[505, 506][: len(head) - 1]],
    ]
    found = read(tmp_path, [*OVER, head, *rows])
    assert (found.outcome, by_element(found)) == ("ask", {"dossiers_recv_new": [505 if len(head) == 2 else 506]})


@pytest.mark.parametrize(
    ("caption", "heading"), [("", "Đã được cấp chứng thư số cá nhân (người)"), ("a) Cấp chứng thư số cá nhân", "Đã được cấp")]
)
def test_people_with_all_there_are_and_those_of_them_of_whom_a_heading_or_the_caption_says_something(
    tmp_path: Path, caption: str, heading: str
) -> None:
    over = [["UBND XÃ ĐĂK HÀ"], ["SỐ LIỆU THÁNG 9/2025"], [caption] if caption else [], ["Đối tượng", "Tổng số (người)", heading]]
    found = read(tmp_path, [*over, ["Lãnh đạo UBND xã", 14, 13], ["Cán bộ, công chức", 52, 43]])
    assert by_element(found) == {"leaders_total": [14], "leaders_with_cert": [13], "officials_total": [52], "officials_with_cert": [43]}


def test_what_a_row_calls_one_of_those_before_it_may_begin_with_words_that_lead_to_it(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["STT", "Chỉ tiêu", "Số liệu"],
        [1, "Số chế độ báo cáo định kỳ", 45],
        [2, "Trong đó báo cáo qua Hệ thống TTBC", 38],
    ]
    found = read(tmp_path, [*OVER, *rows])
    assert by_element(found) == {"report_regimes_total": [45], "report_regimes_online": [38]} and found.outcome == "accept"


def test_a_budget_beside_what_was_done_is_a_plan_and_makes_no_bill(tmp_path: Path) -> None:
    rows: list[list[object]] = [["Chỉ tiêu", "ĐVT", "Dự toán", "Thực hiện"], ["Số đối tượng BTXH được chi trả", "người", 560, 549]]
    rows.append(["Tổng kinh phí đã chi trả trợ cấp BTXH", "1.000 đồng", 396800, 381555])
    found = read(tmp_path, [*OVER, *rows])
    assert taken(found) == {"D5": 549, "D6": 381555000} and found.outcome == "accept"


def test_labels_of_a_list_taken_for_the_same_indicator_are_asked_and_are_no_fault_of_the_sender(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["Nhóm", "Tổng số", "Được cấp chữ ký số"],
        ["Lãnh đạo xã", 4, 4],
        ["Trưởng, phó phòng", 8, 7],
        ["CBCC", 42, 36],
    ]
    found = read(tmp_path, [*OVER, *rows])
    assert (found.outcome, codes(found), set(taken(found))) == ("ask", {"element_doubt"}, {"B7", "C7"})
