"""Words told from ours by their accents alone, places called points, aims that a letter gives, totals of essential services."""

from pathlib import Path

import pytest
from test_reading import codes, read

from loaders.understanding.headings.match import match
from loaders.understanding.texts.accents import STRANGE, estranged


@pytest.mark.parametrize(
    ("typed", "known"),
    [
        ("hồ sơ", True),
        ("hô sơ", True),  # a tone left out
        ("ho so", True),
        ("chử ký", True),  # the hook for the tilde
        ("dã giải quyết", True),  # no stroke
        ("thuỷ sản", True),  # the tone on the other vowel
        ("Trà", False),
        ("Trần Văn Đức", False),
        ("họp", False),
    ],
)
def test_a_word_is_a_stranger_where_its_accents_are_those_of_no_known_word(typed: str, known: bool) -> None:
    assert (STRANGE not in estranged(typed)) is known


@pytest.mark.parametrize("name", ["Trà Cổ", "Trà Kha", "Họ và tên", "Số cơ sở được kiểm tra", "Số hộ vay vốn"])
def test_names_and_other_things_are_none_of_ours_though_they_sound_alike(name: str) -> None:
    assert match(name).codes == ()


def _of(found, code: str) -> list[float]:
    return [o.value for o in found.observations if o.element == code and o.status == "accepted"]


def test_points_of_sale_are_places_and_no_score(tmp_path: Path) -> None:
    heads = ["TT", "Xã", "Dân số từ đủ 15 tuổi trở lên", "Người từ đủ 15 tuổi có tài khoản ngân hàng", "Số điểm chấp nhận thẻ"]
    measures = [None, None, "người", "người", "điểm"]
    lines = [[n, name, f"2{n}.714", f"1{n}.800", 27 + n] for n, name in enumerate(("Xã Đăk Pék", "Xã Đăk Plô", "Xã Xốp"), 1)]
    found = read(tmp_path, [["NGÂN HÀNG NHÀ NƯỚC"], ["Tài khoản thanh toán 6 tháng đầu năm 2026"], heads, measures, *lines])
    assert (_of(found, "pop_15plus"), found.outcome) == ([21714, 22714, 23714], "accept")


@pytest.mark.parametrize("heading", ["Mức giao", "Mức phấn đấu", "Giao cho xã năm 2026"])
def test_what_a_letter_asks_for_is_nothing_done(tmp_path: Path, heading: str) -> None:
    letter = [["SỞ KHOA HỌC VÀ CÔNG NGHỆ"], ["V/v giao chỉ tiêu chuyển đổi số năm 2026"], ["Kính gửi: UBND xã Đăk Môn"]]
    lines = [["Tỷ lệ hồ sơ tiếp nhận trực tuyến (%)", 85], ["Tỷ lệ hồ sơ thanh toán trực tuyến (%)", 75]]
    found = read(tmp_path, [*letter, ["Chỉ tiêu phấn đấu năm 2026", heading], *lines])
    assert not [o for o in found.observations if o.status == "accepted"]


def test_all_dossiers_in_the_total_of_essential_services_are_theirs(tmp_path: Path) -> None:
    heads = ["STT", "Tên dịch vụ công", "Tổng hồ sơ", "Hồ sơ trực tuyến"]
    lines = [[1, "Đăng ký khai sinh", 30, 20], [2, "Đăng ký thường trú", 12, 9], [None, "Cộng nhóm DVC thiết yếu", 42, 29]]
    found = read(tmp_path, [["UBND XÃ ĐĂK MÔN"], ["Kết quả Đề án 06 tháng 2/2026"], ["I. Nhóm dịch vụ công thiết yếu"], heads, *lines])
    assert (_of(found, "essential_dossiers_total"), _of(found, "essential_dossiers_online")) == ([42], [29])


def test_money_of_other_purposes_is_none_of_welfare(tmp_path: Path) -> None:
    head = ["TT", "Nội dung", "ĐVT", "Số liệu"]
    lines = [[1, "Tổng số hệ thống thông tin", "hệ thống", 3], [2, "Kinh phí chi cho an toàn thông tin", "triệu đồng", 42]]
    found = read(tmp_path, [["UBND XÃ ĐĂK MÔN"], ["AN TOÀN THÔNG TIN QUÝ I/2026"], head, *lines])
    assert not _of(found, "ssp_amount_total") and "element_unknown" in codes(found)


def test_what_was_left_of_last_month_in_the_first_row_came_from_it(tmp_path: Path) -> None:
    head = ["TT", "Nội dung", "ĐVT", "SL"]
    lines = [[1, "HS còn lại của tháng trước", "HS", 9], [2, "HS tiếp nhận trong tháng", "HS", 203]]
    found = read(tmp_path, [["UBND XÃ ĐĂK MÔN"], ["BC số liệu tháng 01/2026"], head, *lines])
    assert (_of(found, "received_carried_over"), found.outcome) == ([9], "accept")
