"""Groups of rows behind a blank in which nothing was counted: nil words or nothing where the groups over them have figures. Rows count
from 1 as in the sheet."""

from pathlib import Path

import pytest
from test_layout_endings import Ends, Rows, ends

_ = None

HEAD: Rows = [["TT", "Nội dung", "Đơn vị tính", "Kỳ này", "Kỳ trước"]]
ROADS: Rows = [["A. Đường bộ"], [1, "Cầu yếu", "cái", 4, 5], [2, "Điểm sạt lở", "điểm", 2, 2], []]

CASES: dict[str, tuple[Rows, tuple[str, ...], list[Ends]]] = {
    "nil words in the next marked group": (
        [*HEAD, *ROADS, ["B. Đường thủy"], [1, "Bến đò", "bến", "KPS", "KPS"]],
        (),
        [(1, 1, _, 2, 7)],
    ),
    "dashes, then nothing": (
        [*HEAD, *ROADS, ["B. Đường thủy"], [1, "Bến đò", "bến", "-", "-"], [], ["C. Đường sắt"], [1, "Lối mở", "lối"], [2, "Ga", "ga"]],
        (),
        [(1, 1, _, 2, 11)],
    ),
    "the next marked group without a figure or a measure": (
        [["TT", "Loại", "Số lượng"], ["I. Trâu bò"], ["1", "Trâu", 40], ["2", "Bò", 70], [], ["II. Gia cầm"], ["1", "Ngỗng"]],
        (),
        [(1, 1, _, 2, 7)],
    ),
    "titles without marks, merged across": (
        [*HEAD, ["Mùa khô"], ["1", "Giếng khoan", "cái", 9, 8], [], ["Mùa mưa"], ["1", "Hồ chứa", "cái", "Không có", "Không có"]],
        ("A2:E2", "A5:E5"),
        [(1, 1, _, 2, 6)],
    ),
    "the numbers go on": (
        [*HEAD, ["Đợt đầu"], [1, "Rải đá", "m3", 9, 8], [2, "Lu lèn", "m2", 5, 7], [], ["Đợt sau"], [3, "Sơn vạch", "m", "chưa làm"]],
        (),
        [(1, 1, _, 2, 7)],
    ),
    "rows without numbers, nil words in the columns of the figures": (
        [["Loại", "ĐVT", "Vụ xuân", "Vụ mùa"], ["I. Lúa"], ["Diện tích", "ha", 30, 42], [], ["II. Ngô"], ["Diện tích", "ha", "KPS", "KPS"]],
        (),
        [(1, 1, _, 2, 6)],
    ),
    "headings of another table under the next mark": (
        [*HEAD, *ROADS, ["B. Trực ban"], ["TT", "Họ và tên", "Ca"], [1, "Lê An", "Sáng"], [2, "Vũ Bé", "Tối"]],
        (),
        [(1, 1, _, 2, 4), (7, 7, _, 8, 9)],
    ),
    "numbered remarks under a title without a mark": (
        [*HEAD, *ROADS, ["Đề nghị huyện"], [1, "Cấp thêm đá dăm", "trước mùa mưa"], [2, "Cho mượn xe lu", "trong quý"]],
        (),
        [(1, 1, _, 2, 4)],
    ),
    "difficulties under the next mark": (
        [*HEAD, *ROADS, ["B. Khó khăn, vướng mắc"], [1, "Thiếu vốn"], [2, "Mưa nhiều"]],
        (),
        [(1, 1, _, 2, 4)],
    ),
    "those who receive a copy": (
        [*HEAD, *ROADS, ["Nơi nhận:"], [1, "Phòng Kinh tế"], [2, "Lưu"]],
        (),
        [(1, 1, _, 2, 4)],
    ),
    "a list with no group before it": (
        [*HEAD, [1, "Cầu yếu", "cái", 4, 5], [2, "Điểm sạt lở", "điểm", 2, 2], [], ["Việc khác"], [1, "Bến đò", "bến", "KPS", "KPS"]],
        (),
        [(1, 1, _, 2, 3)],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_which_groups_behind_a_blank_belong_to_the_table(name: str, tmp_path: Path) -> None:
    rows, merges, wanted = CASES[name]
    assert ends(tmp_path, rows, merges) == wanted
