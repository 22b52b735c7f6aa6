"""Headings that name no thing ("done", "late") behind a thing that is not the one they usually speak of."""

from pathlib import Path

import pytest
from test_reading import by_element, read

HANDS = [
    (["Tổng PAKN", "Đã xử lý", "Quá hạn"], ["feedback_total"]),
    (["Tổng số PAKN phải xử lý", "Đúng hạn", "Quá hạn"], ["feedback_total", "feedback_on_time"]),
    (["Tổng số văn bản đi", "Đúng hạn", "Quá hạn"], ["docs_out_total_nonsecret"]),
    (["Nhiệm vụ đến hạn", "Đúng hạn", "Quá hạn"], ["tasks_due", "tasks_done_on_time"]),
    (["Hồ sơ đã giải quyết", "Đúng hạn", "Quá hạn"], ["resolved_total", "resolved_on_time", "resolved_late"]),
    (["Tổng số hộ", "Toàn trình", "Trực tuyến"], ["households_total"]),
]
TITLE = "SỐ LIỆU THÁNG 5 NĂM 2026"


def _columns(tmp_path: Path, headings: list[str], title: str = TITLE):
    figures = [[30 - 5 * n + m for n, _h in enumerate(headings)] for m in (0, 1)]
    rows = [[m + 1, name, *figures[m]] for m, name in enumerate(["Xã Đăk Môn", "Xã Xốp"])]
    return read(tmp_path, [[title], ["TT", "Xã", *headings], *rows])


def _rows(tmp_path: Path, headings: list[str], title: str = TITLE):
    rows = [[n + 1, text, 30 - 5 * n] for n, text in enumerate(headings)]
    return read(tmp_path, [["UBND XÃ ĐĂK MÔN"], [title], ["TT", "Nội dung", "Số liệu"], *rows])


def _elements(found) -> list[str]:
    return list(dict.fromkeys(o.element for o in found.observations if o.status == "accepted"))


@pytest.mark.parametrize(("headings", "elements"), HANDS)
@pytest.mark.parametrize("shape", [_columns, _rows])
def test_a_bare_heading_is_the_part_of_the_thing_before_it_or_nothing(tmp_path: Path, shape, headings, elements) -> None:
    assert _elements(shape(tmp_path, headings)) == elements


@pytest.mark.parametrize("shape", [_columns, _rows])
def test_a_rate_without_a_thing_is_that_of_the_thing_before_it(tmp_path: Path, shape) -> None:
    assert _elements(shape(tmp_path, ["Tổng PAKN", "Tỷ lệ đúng hạn (%)"])) == ["feedback_total", "sat_feedback_on_time_rate"]


def test_a_title_that_names_the_thing_says_what_bare_headings_speak_of(tmp_path: Path) -> None:
    found = _columns(tmp_path, ["Dân số", "Đã giải quyết", "Quá hạn"], "TÌNH HÌNH GIẢI QUYẾT HỒ SƠ THÁNG 5 NĂM 2026")
    assert _elements(found)[:2] == ["pop_total", "resolved_total"]
    assert _elements(_columns(tmp_path, ["Dân số", "Đã giải quyết", "Quá hạn"])) == ["pop_total"]


def test_a_group_that_names_no_thing_behind_feedback_holds_its_parts(tmp_path: Path) -> None:
    head = [["TT", "Xã", "Tổng PAKN phải xử lý", "Kết quả xử lý", None], [None, None, None, "Đúng hạn", "Quá hạn"]]
    rows = [[1, "Xã Đăk Môn", 30, 25, 5], [2, "Xã Xốp", 20, 18, 2]]
    found = read(tmp_path, [[TITLE], *head, *rows])
    assert "resolved_late" not in _elements(found) and "resolved_on_time" not in _elements(found)


@pytest.mark.parametrize(
    "title",
    ["BÁO CÁO MỘT CỬA", "BÁO CÁO CẢI CÁCH HÀNH CHÍNH", "KẾT QUẢ CCHC", "DỊCH VỤ CÔNG TRỰC TUYẾN", "KIỂM SOÁT TTHC", "GIẢI QUYẾT HỒ SƠ"],
)
def test_a_title_of_the_one_stop_shop_or_of_its_services_speaks_of_dossiers(tmp_path: Path, title: str) -> None:
    head = [["TT", "Xã", "Tiếp nhận", None, "Giải quyết", None], [None, None, "Trực tuyến", "Trực tiếp", "Đúng hạn", "Quá hạn"]]
    found = read(tmp_path, [[f"{title} THÁNG 5 NĂM 2026"], *head, [1, "Xã Đăk Môn", 100, 80, 170, 10], [2, "Xã Xốp", 90, 80, 160, 10]])
    assert _elements(found) == ["dossiers_recv_online", "dossiers_recv_direct_postal", "resolved_on_time", "resolved_late"]


def test_a_title_that_names_nothing_leaves_bare_headings_in_doubt(tmp_path: Path) -> None:
    head = [["TT", "Xã", "Tiếp nhận", None], [None, None, "Trực tuyến", "Trực tiếp"]]
    found = read(tmp_path, [["SỐ LIỆU KHÁC THÁNG 5 NĂM 2026"], *head, [1, "Xã Đăk Môn", 100, 80], [2, "Xã Xốp", 90, 80]])
    assert _elements(found) == [] and found.outcome != "accept"


@pytest.mark.parametrize("part", ["+ trong đó nộp trực tuyến", "Trong đó: trực tuyến", "Nộp trực tuyến"])
def test_a_part_behind_the_dossiers_of_some_services_is_of_these(tmp_path: Path, part: str) -> None:
    found = _rows(tmp_path, ["– Hồ sơ của nhóm dịch vụ công thiết yếu phát sinh trong tháng", part])
    assert _elements(found) == ["essential_dossiers_total", "essential_dossiers_online"]


def test_whose_signature_documents_bear_is_said_in_many_words(tmp_path: Path) -> None:
    title: list[list[object]] = [["SỐ LIỆU XÃ ĐĂK MÔN THÁNG 2/2026"], [], ["Nội dung", "Số liệu"]]
    for words in ("anh và các phó ký số cá nhân", "lãnh đạo ký số cá nhân", "do lãnh đạo ký số", "có chữ ký số cá nhân lãnh đạo"):
        found = read(tmp_path, [*title, ["Văn bản đi (trừ văn bản mật)", 158], [words, 152], ["Hồ sơ tiếp nhận mới", 99]])
        assert by_element(found).get("docs_out_signed_personal") == [152], words
    for words in ("Số lãnh đạo ký số cá nhân", "Chủ tịch ký số cá nhân"):
        found = read(tmp_path, [*title, ["Tổng số lãnh đạo", 5], [words, 4], ["Hồ sơ tiếp nhận mới", 99]])
        assert set(by_element(found)) == {"leaders_total", "dossiers_recv_new"}, words
