"""A list of communes under each of several titles in one column, what is counted in the row over them; blocks of the sum of all."""

from pathlib import Path

import pytest
from test_reading import _, by_element, codes, read, taken

NAMES = ["Xã Đăk Pék", "Xã Đăk Môn", "Xã Xốp"]
PAID = "Số đối tượng bảo trợ xã hội được chi trả trong tháng (người)"
NONCASH = "Số đối tượng được chi trả không dùng tiền mặt trong tháng (người)"
HEAD = ["TT", "Nội dung - đơn vị", "Kết quả"]


def under(mark: object, title: str, figures: list[object], whole: object = _, lead: str = "") -> list[list[object]]:
    rows: list[list[object]] = [[n, f"{lead}{name}", value] for n, (name, value) in enumerate(zip(NAMES, figures, strict=True), 1)]
    return [[mark, title, whole], *rows]


def sheet(*rows: list[object], head: list[object] = HEAD) -> list[list[object]]:
    return [["TỔNG HỢP SỐ LIỆU CÁC XÃ"], ["Kỳ báo cáo: Tháng 11 năm 2024"], [], head, *rows]


@pytest.mark.parametrize("marks", ["AB", ("I", "II"), (1, 2), (_, _)])
@pytest.mark.parametrize("sums", [(60, 40), (_, _)])
def test_the_communes_under_a_title_are_counted_as_it_says(tmp_path: Path, marks: list[object], sums: list[object]) -> None:
    rows = under(marks[0], PAID, [10, 20, 30], sums[0]) + under(marks[1], NONCASH, [5, 15, 20], sums[1])
    reading = read(tmp_path, sheet(*rows))
    assert (reading.outcome, reading.issues) == ("accept", ())
    assert by_element(reading) == {"ssp_people_paid": [10, 20, 30], "ssp_people_paid_noncash": [5, 15, 20]}
    assert len({o.unit for o in reading.observations}) == 3


def test_a_title_holds_the_sum_of_its_communes(tmp_path: Path) -> None:
    reading = read(tmp_path, sheet(*under("A", PAID, [10, 20, 30], 61)))
    assert (reading.outcome, codes(reading)) == ("fix", {"total_differs"})


def test_the_communes_under_a_title_that_nobody_knows_are_none_of_the_one_before(tmp_path: Path) -> None:
    rows = under("A", PAID, [10, 20, 30]) + under("B", "Số máy tính được nâng cấp bộ nhớ", [4, 5, 6])
    reading = read(tmp_path, sheet(*rows))
    assert (by_element(reading), codes(reading)) == ({"ssp_people_paid": [10, 20, 30]}, {"element_unknown"})


def test_titles_under_a_heading_of_plan_and_result_and_a_title_that_is_a_rate(tmp_path: Path) -> None:
    head = ["TT", "Nội dung", "Kế hoạch", "Thực hiện"]
    rows = [["A", "Số hộ gia đình có Internet cáp quang", 70, 60], [1, NAMES[0], 30, 20], [2, NAMES[1], 40, 40]]
    assert by_element(read(tmp_path, sheet(*rows, head=head))) == {"households_fibre": [20, 40]}
    rows = under("A", "Hồ sơ tiếp nhận mới", [10, 20, 30]) + under("B", "Tỷ lệ hồ sơ trực tuyến (%)", [50, 75, 66.7])
    found = by_element(read(tmp_path, sheet(*rows)))
    assert found == {"dossiers_recv_new": [10, 20, 30], "ops_online_submission_rate": [50, 75, 66.7]}


def test_offices_among_the_communes_are_no_titles(tmp_path: Path) -> None:
    rows = [["A", PAID, 100], [1, "Phòng Tài chính - Kế hoạch", 70], [2, NAMES[0], 10], [3, NAMES[1], 20]]
    assert by_element(read(tmp_path, sheet(*rows))) == {"ssp_people_paid": [10, 20]}


def test_a_part_under_its_title_behind_dashes_and_in_the_column_of_numbers(tmp_path: Path) -> None:
    rows = under(1, "Hồ sơ tiếp nhận mới", [10, 20, 30], lead="- ") + under(_, "Trong đó: trực tuyến", [5, 15, 20], lead="- ")
    wanted = {"dossiers_recv_new": [10, 20, 30], "dossiers_recv_online": [5, 15, 20]}
    assert by_element(read(tmp_path, sheet(["I", "MỘT CỬA"], *rows))) == wanted
    rows = [[title] if not isinstance(mark, int) else [mark, title, value] for mark, title, value in under("A", PAID, [10, 20, 30])]
    assert by_element(read(tmp_path, sheet(*rows))) == {"ssp_people_paid": [10, 20, 30]}


def test_the_measure_beside_a_title_is_that_of_its_communes(tmp_path: Path) -> None:
    rows = [["I", "Tổng số tiền chi trả", "nghìn đồng", _], [1, NAMES[0], "nghìn đồng", 200000], [2, NAMES[1], "nghìn đồng", 300000]]
    found = by_element(read(tmp_path, sheet(*rows, head=["TT", "Nội dung - đơn vị", "ĐVT", "Kết quả"])))
    assert found == {"ssp_amount_total": [200_000_000, 300_000_000]}


def test_a_commune_twice_under_one_title_is_asked(tmp_path: Path) -> None:
    rows = [["A", PAID, _], [1, NAMES[0], 10], [2, NAMES[1], 20], [1, NAMES[0], 5], [2, NAMES[1], 15]]
    assert taken(read(tmp_path, sheet(*rows))) == {}


@pytest.mark.parametrize("whole", ["TOÀN HUYỆN", "HUYỆN ĐẮK GLEI", "Tổng hợp 3 xã", "Cộng", "Chung các xã"])
@pytest.mark.parametrize("first", [True, False])
def test_a_block_of_the_whole_district_is_the_sum_of_those_of_its_communes(tmp_path: Path, whole: str, first: bool) -> None:
    figures = {"XÃ ĐĂK PÉK": (20, 15), "XÃ ĐĂK MÔN": (10, 8), "XÃ XỐP": (30, 20)}
    parts = [*figures.items()]
    blocks = [(whole, (60, 43)), *parts] if first else [*parts, (whole, (60, 43))]

    def rows(blocks: list[tuple[str, tuple[int, int]]]) -> list[list[object]]:
        lines = [
            [[_, name], [1, "Tổng số cán bộ, công chức", a], [2, "Số CBCC được cấp chứng thư số cá nhân", b]] for name, (a, b) in blocks
        ]
        return sheet(*(row for block in lines for row in block), head=["TT", "Đơn vị / Nội dung", "Số lượng"])

    reading = read(tmp_path, rows(blocks))
    assert (reading.outcome, reading.issues) == ("accept", ())
    assert by_element(reading) == {"officials_total": [20, 10, 30], "officials_with_cert": [15, 8, 20]}
    wrong = [(name, (61, 43) if name == whole else held) for name, held in blocks]
    assert codes(read(tmp_path, rows(wrong))) == {"total_differs"}


def blocks(name: str, mark: str = "II") -> list[list[object]]:
    """Three blocks, one of them with a figure of its own under a name that is no commune's."""
    head = [["TỔNG HỢP CHỮ KÝ SỐ QUÝ I/2025"], [], ["TT", "Đơn vị / Nội dung", "Số lượng"]]
    lines = [[1, "Tổng số cán bộ, công chức", 20], [2, "Số CBCC được cấp chứng thư số cá nhân", 15]]
    return [*head, ["I", "XÃ ĐĂK PÉK"], *lines, [mark, name], [1, "Số văn bản đi đã phát hành", 9], ["III", "XÃ XỐP"], *lines]


@pytest.mark.parametrize("office", ["PHÒNG NỘI VỤ", "Văn phòng HĐND - UBND huyện", "Phòng Tài chính - Kế hoạch"])
def test_a_block_of_an_office_among_those_of_communes_is_none_of_the_one_before(tmp_path: Path, office: str) -> None:
    reading = read(tmp_path, blocks(office))
    assert (reading.outcome, by_element(reading)) == ("accept", {"officials_total": [20, 20], "officials_with_cert": [15, 15]})


def test_a_block_of_an_unknown_commune_is_asked_and_a_group_within_one_is_its_own(tmp_path: Path) -> None:
    reading = read(tmp_path, blocks("XÃ KHÔNG CÓ"))
    assert (reading.outcome, "docs_out_total_nonsecret" in by_element(reading)) == ("ask", False)
    reading = read(tmp_path, blocks("Văn phòng", ""))
    assert [o.unit for o in reading.observations if o.element == "docs_out_total_nonsecret" and o.status == "accepted"] == ["23353.1"]


def test_a_label_in_capitals_among_others_in_capitals_is_no_title_where_its_figure_is_missing(tmp_path: Path) -> None:
    rows: list[list[object]] = [["STT", "NỘI DUNG", "ĐVT", "SỐ LIỆU"], [1, "HỒ SƠ CÓ NGHĨA VỤ TÀI CHÍNH", "hồ sơ", 77]]
    rows += [[2, "HỒ SƠ THANH TOÁN TRỰC TUYẾN", "hồ sơ", None], [3, "VĂN BẢN ĐI (TRỪ VĂN BẢN MẬT)", "văn bản", 96]]
    found = read(tmp_path, [["UBND XÃ ĐĂK MÔN"], ["BÁO CÁO SỐ LIỆU THÁNG 01/2026"], *rows])
    assert (found.outcome, {o.element: o.value for o in found.observations}) == (
        "accept",
        {"dossiers_with_fee": 77, "docs_out_total_nonsecret": 96},
    )
