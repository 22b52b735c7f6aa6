"""Lines of their own under the total of a table of parts, parts beside their whole in a group of rows, and headings that hold more or less
than the element they look like."""

from pathlib import Path

import pytest
from test_reading import by_element, codes, read

from loaders.result import FileReading
from loaders.understanding.headings.match import match

TOP: list[list[object]] = [["UBND XÃ XỐP"], ["BÁO CÁO CHI TRẢ AN SINH XÃ HỘI THÁNG 3/2025"]]
HEAD: list[object] = ["STT", "Chính sách", "Số người được chi trả trong tháng", "Số tiền chi trả (đồng)"]
PARTS: list[list[object]] = [[1, "Bảo trợ xã hội", 26, 18767000], [2, "Người có công", 29, 13841000], ["", "Tổng cộng", 55, 32608000]]
PAID = {"ssp_people_paid": [55], "ssp_amount_total": [32608000]}
LABELS = ["Số đối tượng an sinh xã hội đang quản lý", "Trong đó đã có tài khoản nhận trợ cấp"]


def _paid(tmp_path: Path, *lines: list[object]) -> FileReading:
    return read(tmp_path, [*TOP, HEAD, *PARTS, *lines])


@pytest.mark.parametrize(
    "lines",
    [
        [[], ["", f"{LABELS[0]} (người):", "", 82], ["", f"{LABELS[1]} (người):", "", 63]],
        [["", f"{LABELS[0]}:", "", 82], ["", f"{LABELS[1]}:", "", 63]],
        [[], ["", LABELS[0], "", 82], ["", LABELS[1], "", 63]],
        [[], [f"{LABELS[0]}:", "", "", 82], [f"{LABELS[1]}:", "", "", 63]],
    ],
)
def test_labels_under_the_total_say_themselves_what_their_figures_are(tmp_path: Path, lines: list[list[object]]) -> None:
    found = _paid(tmp_path, *lines)
    assert found.outcome == "accept"
    assert by_element(found) == {**PAID, "ssp_people_total": [82], "ssp_people_with_account": [63]}


def test_a_lone_line_under_the_total_is_asked_about(tmp_path: Path) -> None:
    found = _paid(tmp_path, [], ["", f"{LABELS[0]}:", "", 82])
    assert (by_element(found), codes(found)) == (PAID, {"rows_outside"})


def test_a_further_row_of_figures_stays_in_its_table(tmp_path: Path) -> None:
    rows: list[list[object]] = [["UBND XÃ XỐP"], ["SỐ LIỆU THÁNG 3/2025"], ["TT", "Chỉ tiêu", "Kế hoạch", "Thực hiện"]]
    rows += [[1, "Tổng số hộ", 300, 290], [2, "Hộ có Internet cáp quang", 200, 150], [], [3, "Máy tính đang sử dụng:", "", 40]]
    assert by_element(read(tmp_path, rows))["computers_total"] == [40]


PAIRS = [
    ("Tổng số cán bộ, công chức", "Đã được cấp chữ ký số cá nhân", "officials_with_cert"),
    ("Tổng số hộ", "Có Internet cáp quang", "households_fibre"),
    ("Tổng số thôn", "Có tổ công nghệ số cộng đồng", "hamlets_with_cdt"),
]


@pytest.mark.parametrize("grouped", [False, True])
def test_a_row_of_those_that_have_something_is_the_part_of_the_whole_before_it(tmp_path: Path, grouped: bool) -> None:
    rows: list[list[object]] = [["UBND XÃ XỐP"], ["SỐ LIỆU THÁNG 3/2025"], ["Lĩnh vực" if grouped else "TT", "Chỉ tiêu", "Số liệu"]]
    rows += [["Một cửa" if grouped else 1, "Hồ sơ tiếp nhận mới", 168], ["" if grouped else 2, "Hồ sơ đã giải quyết", 164]]
    for place, (whole, part, _code) in enumerate(PAIRS):
        first, second = (f"Nhóm {'ABC'[place]}", "") if grouped else (2 * place + 3, 2 * place + 4)
        rows += [[first, whole, 40 + place], [second, part, 30 + place]]
    found = read(tmp_path, rows)
    taken = by_element(found)
    assert found.outcome == "accept"
    assert [taken.get(code) for _whole, _part, code in PAIRS] == [[30], [31], [32]]


def test_behind_another_thing_it_is_no_part(tmp_path: Path) -> None:
    rows: list[list[object]] = [["UBND XÃ XỐP"], ["SỐ LIỆU THÁNG 3/2025"], ["TT", "Chỉ tiêu", "Số liệu"]]
    rows += [[1, "Tổng số hộ", 300], [2, "Đã được cấp chữ ký số cá nhân", 30], [3, "Số hộ có Internet cáp quang", 290]]
    assert by_element(read(tmp_path, rows)) == {"households_total": [300], "households_fibre": [290]}


@pytest.mark.parametrize("held", ["kể cả văn bản mật", "bao gồm cả văn bản mật", "gồm văn bản mật", "cả mật", "cả mật và không mật"])
def test_papers_with_the_secret_ones_are_none_of_those_without(held: str) -> None:
    assert match(f"Tổng số văn bản đi ({held})").codes == ()
    assert match(f"Văn bản trao đổi ({held})").codes == ()


@pytest.mark.parametrize(
    "left", ["trừ văn bản mật", "không gồm cả văn bản mật", "không bao gồm văn bản mật", "chưa kể văn bản mật", "không mật"]
)
def test_papers_without_the_secret_ones_are(left: str) -> None:
    assert match(f"Tổng số văn bản đi ({left})").codes == ("docs_out_total_nonsecret",)


def test_all_papers_over_their_secret_and_other_ones_contradict_nobody(tmp_path: Path) -> None:
    rows: list[list[object]] = [["UBND XÃ XỐP"], ["VĂN BẢN THÁNG 3/2025"], ["TT", "Nội dung", "Số lượng"]]
    rows += [[1, "Tổng số văn bản đi (kể cả văn bản mật)", 78], ["1.1", "Văn bản mật", 4], ["1.2", "Văn bản đi không mật", 74]]
    rows += [[2, "Văn bản đi (không mật) được ký số của cơ quan", 73]]
    found = read(tmp_path, rows)
    assert (found.outcome, by_element(found)) == ("accept", {"docs_out_total_nonsecret": [74], "docs_out_signed_org": [73]})


@pytest.mark.parametrize(
    ("heading", "element"),
    [
        ("Dân số thường trú và tạm trú", ("pop_total",)),
        ("Nhân khẩu thường trú, tạm trú", ("pop_total",)),
        ("Tổng dân số (kể cả tạm trú)", ("pop_total",)),
        ("Dân số thường trú (không tính tạm trú)", ("pop_total",)),
        ("Dân số tạm trú", ()),
        ("Dân số (tạm trú)", ()),
    ],
)
def test_residents_of_both_kinds_are_the_population_and_those_of_a_time_alone_are_not(heading: str, element: tuple[str, ...]) -> None:
    assert match(heading).codes == element


def test_a_rate_of_what_is_paid_without_cash_makes_an_account_no_way_of_several(tmp_path: Path) -> None:
    head = [
        "STT",
        "Xã",
        "Tổng số tiền chi trả (đồng)",
        "Trong đó: qua tài khoản (không dùng tiền mặt)",
        "Tỷ lệ số tiền không dùng tiền mặt (%)",
    ]
    rows: list[list[object]] = [["TỔNG HỢP CHI TRẢ TRỢ CẤP XÃ HỘI THÁNG 5 NĂM 2025"], [], head]
    rows += [
        [1, "Xã Đăk Môn", 40000000, 30000000, 75.0],
        [2, "Xã Xốp", 20000000, 10000000, 50.0],
        [3, "Xã Đăk Man", 10000000, 9000000, 90.0],
    ]
    assert by_element(read(tmp_path, rows))["ssp_amount_noncash"] == [30000000, 10000000, 9000000]


@pytest.mark.parametrize(
    "heading",
    [
        "Hồ sơ tiếp nhận trực tuyến (trừ hộ tịch)",
        "Hồ sơ tiếp nhận mới (trừ hồ sơ liên thông)",
        "Tổng số TTHC (trừ ngành dọc)",
        "Hộ có Internet cáp quang (kể cả di động)",
        "Hộ có Internet cáp quang hoặc di động",
        "Phản ánh, kiến nghị (qua Zalo)",
        "Phản ánh, kiến nghị tiếp nhận qua đường dây nóng",
        "Dân số từ 18 tuổi (nam)",
    ],
)
def test_more_or_less_than_an_element_is_none_of_it(heading: str) -> None:
    assert match(heading).codes == ()


@pytest.mark.parametrize(
    ("heading", "element"),
    [
        ("Văn bản đi (đã trừ văn bản mật)", "docs_out_total_nonsecret"),
        ("Van ban di (tru van ban mat)", "docs_out_total_nonsecret"),
        ("Dân số (năm 2025)", "pop_total"),
        ("Phản ánh, kiến nghị trên Cổng DVCQG", "feedback_total"),
        ("Tổng số nhân khẩu cư trú", "pop_total"),
    ],
)
def test_words_that_look_alike_take_nothing_away(heading: str, element: str) -> None:
    assert match(heading).codes[:1] == (element,)
