"""Words told from ours by their accents alone, places called points, aims that a letter gives, totals of essential services."""

from pathlib import Path

import pytest
from test_reading import codes, read

from loaders.understanding.headings.match import match
from loaders.understanding.headings.tags import meaning
from loaders.understanding.texts.accents import STRANGE, estranged
from loaders.understanding.texts.places import without_places


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


@pytest.mark.parametrize(
    "heading",
    [
        "Số hồ sơ tiếp nhận mới của UBND xã Đăk Pék",
        "Hồ sơ mới tiếp nhận do Công an xã Ngọc Linh báo cáo",
        "Hồ sơ tiếp nhận mới của thị trấn Đăk Glei",
    ],
)
def test_whose_figures_they_are_says_nothing_of_what_they_count(heading: str) -> None:
    assert "dak" not in meaning(heading).unknown and "ngoc" not in meaning(heading).unknown and "linh" not in meaning(heading).unknown


def test_a_digital_society_is_no_commune_of_that_name() -> None:
    assert without_places("Xã hội số") == "Xã hội số" and without_places("XÃ ĐĂK PÉK") == "XÃ ĐĂK PÉK"
    assert without_places("Văn bản của UBND xã Đăk Pék ban hành") == "Văn bản của UBND xã ban hành"


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("Chữ ký số đã cấp > Lãnh đạo", {"leaders_total", "leaders_with_cert"}),
        ("Phủ sóng 4G > Số thôn", {"hamlets_total", "hamlets_4g"}),
        ("Tài khoản ngân hàng > Số người từ 15 tuổi", {"pop_15plus", "residents_15plus_account"}),
    ],
)
def test_a_thing_under_what_was_done_of_it_is_the_whole_or_the_part(path: str, meant: set[str]) -> None:
    over, leaf = path.split(" > ")
    found = match(leaf, (over,))
    assert (set(found.codes), found.sure) == (meant, False)
    assert match(f"Tổng {leaf[0].lower()}{leaf[1:]}", (over,)).sure or "Tổng" in leaf


@pytest.mark.parametrize("path", ["Văn bản > Đang xử lý > Trong hạn", "Trao đổi văn bản > Gửi trực tiếp"])
def test_papers_are_no_dossiers(path: str) -> None:
    *above, leaf = path.split(" > ")
    assert match(leaf, tuple(reversed(above))).codes == ()


def test_a_note_under_the_table_is_not_its_title(tmp_path: Path) -> None:
    heads = ["STT", "Xã", "Chỉ tiêu giao", "Tài khoản kích hoạt mức 1", "Tài khoản kích hoạt mức 2"]
    lines = [[1, "Xã Đăk Pék", 900, 100, 850], [2, "Xã Xốp", 500, 20, 300], [3, "Xã Đăk Plô", 400, 10, 380]]
    note = [["Ghi chú: chỉ tiêu giao theo Kế hoạch số 12; hai xã vượt chỉ tiêu giao, đề nghị biểu dương trong tháng sau."]]
    found = read(tmp_path, [["TỔ ĐỀ ÁN 06"], ["Tiến độ kích hoạt định danh điện tử tháng 5 năm 2026"], heads, *lines, [], *note])
    assert _of(found, "eid_l2_activated") == [850, 300, 380]


def test_counts_beside_points_are_counts_where_one_is_part_of_the_other(tmp_path: Path) -> None:
    heads = ["TT", "Xã", "Công khai (18 điểm)", "Tổng điểm", "Phản ánh, kiến nghị", "Phản ánh, kiến nghị xử lý đúng hạn"]
    lines = [[1, "Xã Đăk Pék", 17, 80.5, 15, 15], [2, "Xã Xốp", 16, 71.2, 11, 9], [3, "Xã Đăk Plô", 15, 66, 4, 4]]
    found = read(tmp_path, [["VĂN PHÒNG"], ["Kết quả phục vụ người dân tháng 5/2026"], heads, *lines])
    assert (_of(found, "feedback_total"), _of(found, "feedback_on_time")) == ([15, 11, 4], [15, 9, 4])
