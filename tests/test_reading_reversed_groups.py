"""Headings turned round ("that have a signature > officials", "trained officials > digital skills"), and what is still to be done."""

from pathlib import Path

import pytest
from test_reading import read

from loaders.understanding.headings.match import match


def _named(path: str) -> str:
    *above, leaf = path.split(" > ")
    found = match(leaf, tuple(reversed(above)))
    return found.codes[0] if found.sure else ""


@pytest.mark.parametrize(
    ("path", "element"),
    [
        ("Được cấp chữ ký số > CBCC", "officials_with_cert"),
        ("Được cấp chữ ký số > Lãnh đạo", "leaders_with_cert"),
        ("Có Internet cáp quang > Hộ", "households_fibre"),
        ("Có Tổ CNSCĐ > Thôn", "hamlets_with_cdt"),
        ("Có sổ sức khỏe điện tử > Dân số", "residents_health_record"),
        ("Có mặt > CBCC", "officials_total"),
        ("Có Tổ CNSCĐ > Tổng số thôn", "hamlets_total"),
        ("Cơ sở hạ tầng số > Số thôn", "hamlets_total"),
        ("Số người được tập huấn kỹ năng số > CBCCVC", "officials_digital_trained"),
        ("CBCCVC được bồi dưỡng > Kỹ năng số", "officials_digital_trained"),
        ("CBCCVC được bồi dưỡng > Chuyển đổi số", "officials_digital_trained"),
        ("CBCCVC được bồi dưỡng > Trí tuệ nhân tạo", "officials_ai_trained"),
        ("Tổ CNSCĐ được tập huấn > Kỹ năng số", "cdt_members_trained"),
        ("Hồ sơ còn phải giải quyết", "processing_total"),
    ],
)
def test_a_thing_under_what_is_done_with_it_is_that_part(path: str, element: str) -> None:
    assert _named(path) == element


@pytest.mark.parametrize(
    "path",
    [
        "Chưa phủ sóng > Thôn",
        "Có nhà văn hóa > Thôn",
        "Có ví điện tử > Hộ gia đình",
        "Đã hỏng > Máy tính",
        "Đã qua lớp quản lý nhà nước > CBCC",
        "CBCC tham gia tập huấn an toàn thông tin",
        "Còn phải số hóa",
        "Thôn còn thiếu Tổ CNSCĐ",
        "Máy tính còn phải cài phần mềm diệt virus",
        "Thôn vùng lõm sóng 4G",
        "Công dân còn phải cấp thẻ căn cước",
    ],
)
def test_what_is_done_with_a_thing_and_unknown_or_still_to_do_is_none_of_ours(path: str) -> None:
    assert _named(path) == ""


def test_the_books_of_civil_status_are_read_under_their_own_title_with_what_is_left_to_do(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["UBND XÃ ĐĂK MÔN"],
        ["TIẾN ĐỘ NHẬP DỮ LIỆU HỘ TỊCH"],
        ["Quý I năm 2026"],
        ["TT", "Loại sổ", "Tổng số trường hợp trong sổ hộ tịch", "Số trường hợp đã số hóa, đã duyệt", "Còn phải số hóa"],
        [1, "Khai sinh", 5000, 4000, 1000],
        [2, "Kết hôn", 1500, 1200, 300],
        [3, "Khai tử", 900, 700, 200],
        ["", "Cộng", 7400, 5900, 1500],
    ]
    found = read(tmp_path, rows)
    taken = {o.element: o.value for o in found.observations if o.status == "accepted"}
    assert (taken, found.outcome) == ({"civil_records_total": 7400, "civil_records_digitised": 5900}, "accept")


def test_items_to_be_published_need_no_other_thing_to_be_known_by(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["BẢNG SỐ LIỆU SỐ HÓA CỦA XÃ ĐĂK MÔN"],
        ["Quý I năm 2026"],
        ["TT", "Nội dung", "ĐVT", "Số liệu"],
        [1, "Mục thông tin bắt buộc phải công khai", "mục", 30],
        [2, "Mục thông tin bắt buộc đã công khai", "mục", 24],
        [3, "Số máy tính của cơ quan", "máy", 40],
    ]
    found = read(tmp_path, rows)
    taken = {o.element: o.value for o in found.observations if o.status == "accepted"}
    assert (taken, found.outcome) == ({"content_items_required": 30, "content_items_ok": 24, "computers_total": 40}, "accept")


def _in_groups(tmp_path: Path, *lines: list[object], title: str = "SỐ LIỆU CHUYỂN ĐỔI SỐ"):
    found = read(tmp_path, [["UBND XÃ ĐĂK MÔN"], [title], ["Quý I năm 2026"], ["TT", "Nội dung", "Số liệu"], *lines])
    return {o.element: o.value for o in found.observations if o.status == "accepted"}, found.outcome


def test_a_thing_and_then_its_part_in_a_group_are_whole_and_part(tmp_path: Path) -> None:
    lines: list[list[object]] = [["I", "Chữ ký số", ""], [1, "CBCC", 31], [2, "Đã cấp", 22], ["II", "Tổ công nghệ số cộng đồng", ""]]
    taken, outcome = _in_groups(tmp_path, *lines, [1, "Số thôn", 9], [2, "Có tổ", 8])
    wanted = {"officials_total": 31, "officials_with_cert": 22, "hamlets_total": 9, "hamlets_with_cdt": 8}
    assert (taken, outcome) == (wanted, "accept")


def test_a_thing_alone_under_what_is_done_with_it_is_asked(tmp_path: Path) -> None:
    lines: list[list[object]] = [["I", "Tập huấn kỹ năng số", ""], [1, "CBCC", 31], ["II", "Cấp chữ ký số", ""], [1, "Lãnh đạo", 4]]
    assert _in_groups(tmp_path, *lines) == ({}, "ask")


def test_what_is_digitised_under_a_title_of_books_is_never_a_dossier(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["TT", "Loại sổ", "Tổng số", "Đã số hóa", "Còn lại"],
        [1, "Khai sinh", 50, 40, 10],
        ["", "Cộng", 50, 40, 10],
    ]
    found = read(tmp_path, [["UBND XÃ ĐĂK MÔN"], ["SỐ HÓA SỔ HỘ TỊCH"], ["Quý I năm 2026"], *rows])
    assert "dossiers_digitised_intake" not in {o.element for o in found.observations if o.status == "accepted"}
