"""The total of a commune over its hamlets, offices, groups or posts, each with a name and a telephone; and lists of people."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from test_reading import codes, read, taken

NAMES = ["Bung Kon", "Đăk Ang", "Lanh Tôn", "Măng Rao", "Pa Đấu", "Ri Nâm"]
OFFICES = [
    "Văn phòng HĐND và UBND",
    "Phòng Kinh tế",
    "Phòng Văn hóa - Xã hội",
    "Trung tâm Phục vụ hành chính công",
    "Ban Chỉ huy quân sự",
    "Đảng ủy xã",
]
SCHOOLS = [
    "Trường Mầm non Ánh Dương",
    "Trường TH Lê Văn Tám",
    "Trường THCS Nguyễn Du",
    "Trường PTDTBT TH",
    "Trường TH Kim Đồng",
    "Trường Mầm non 1/6",
]
HOMES = ["Tổng số hộ", "Hộ có Internet cáp quang"]
STAFF = ["Tổng số cán bộ, công chức", "Số cán bộ, công chức được cấp chữ ký số"]
PAID = ["Tổng số người được chi trả an sinh xã hội", "Số người được chi trả an sinh xã hội không dùng tiền mặt"]
MEMBERS = ["Số thành viên Tổ công nghệ số cộng đồng", "Số thành viên Tổ công nghệ số cộng đồng được tập huấn"]


def _phone(n: int) -> str:
    return f"09{71 + n} 40{n} 8{n}7"


def _parts(head: str, names: Sequence[str], counts: Sequence[str], more: int = 0) -> list[list[object]]:
    figures = [(60 + 11 * n, 41 + 9 * n) for n, _name in enumerate(names)]
    rows = [[n, name, *figures[n - 1], f"A Hiêng {n}", _phone(n)] for n, name in enumerate(names, 1)]
    total = [None, "Tổng cộng", sum(a for a, _b in figures) + more, sum(b for _a, b in figures)]
    return [["TỔNG HỢP SỐ LIỆU XÃ ĐĂK MÔN THÁNG 5/2026"], ["STT", head, *counts, "Người phụ trách", "Số điện thoại"], *rows, total]


KINDS = {
    "hamlets": ("Thôn", [f"Thôn {n}" for n in NAMES], HOMES),
    "numbered": ("Tên thôn", [f"Thôn {n}" for n in range(1, 7)], HOMES),
    "bare names": ("Thôn, làng", NAMES, HOMES),
    "offices": ("Cơ quan, đơn vị", OFFICES, STAFF),
    "groups": ("Nhóm", [f"Nhóm {n}" for n in range(1, 7)], PAID),
    "digital groups": ("Tổ", [f"Tổ {n}" for n in range(1, 7)], MEMBERS),
    "posts": ("Điểm chi trả", [f"Điểm chi trả {n}" for n in NAMES], PAID),
}


@pytest.mark.parametrize("kind", KINDS)
def test_the_total_over_parts_with_telephones_is_the_communes(tmp_path: Path, kind: str) -> None:
    found = read(tmp_path, _parts(*KINDS[kind]))
    assert (found.outcome, list(taken(found))) == ("accept", ["C9", "D9"])
    assert not any(_phone(n) in str(found) for n in range(1, 7))
    assert "total_differs" in codes(read(tmp_path, _parts(*KINDS[kind], more=5)))


def test_the_total_of_schools_alone_is_asked(tmp_path: Path) -> None:
    found = read(tmp_path, _parts("Trường", SCHOOLS, STAFF))
    assert taken(found) == {} and "part_of_unit" in codes(found)


@pytest.mark.parametrize(
    "heads",
    [
        ["STT", "Thôn", "Họ và tên", "Năm sinh", "Số điện thoại", "Số hộ"],
        ["STT", "Thôn", "Chủ hộ", "Số khẩu", "Số điện thoại", "Số lao động"],
        ["STT", "Họ và tên", "Thôn", "Số con", "Số điện thoại", "Số lao động"],
        ["STT", "Thôn", "Họ và tên trưởng thôn", "Ghi chú", "Số điện thoại", "Chức vụ"],
    ],
)
def test_people_of_hamlets_are_a_list_of_people(tmp_path: Path, heads: list[object]) -> None:
    def value(head: object, n: int) -> object:
        if head == "STT":
            return n
        if head == "Thôn":
            return f"Thôn {NAMES[n - 1]}"
        if head == "Số điện thoại":
            return _phone(n)
        return 1970 + n if head == "Năm sinh" else n % 3 + 2 if str(head).startswith("Số ") else f"Y Nga {n}"

    rows = [[value(head, n) for head in heads] for n in range(1, 7)]
    found = read(tmp_path, [["DANH SÁCH CỦA XÃ ĐĂK MÔN THÁNG 5/2026"], heads, *rows])
    assert (found.outcome, codes(found)) == ("not_a_return", {"personal_data"})
