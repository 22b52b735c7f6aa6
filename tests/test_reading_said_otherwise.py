"""A right number that stands only in a remark, in a comment or under the table: its figure is asked, not taken in silence."""

from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from test_reading import codes, read, taken

from loaders.opening.workbook import open_workbook
from loaders.understanding.report import read_grid

_ = None
TITLE = "SỐ LIỆU MỘT CỬA THÁNG 4 NĂM 2026"
LABELS = ["Hồ sơ tiếp nhận mới", "Hồ sơ đã giải quyết"]


def _slip(remark: object) -> list[list[object]]:
    head = ["TT", "Chỉ tiêu", "Kết quả", "Ghi chú"]
    return [["UBND XÃ ĐĂK MÔN"], [TITLE], head, [1, LABELS[0], 235, remark], [2, LABELS[1], 190]]


def _list(*below: object) -> list[list[object]]:
    rows: list[list[object]] = [[1, "Xã Đăk Môn", 235, 190], [2, "Xã Đăk Long", 210, 205]]
    return [[TITLE], ["TT", "Đơn vị", *LABELS, "Ghi chú"], *rows, [], *([text] for text in below)]


RIGHT = [
    "điều chỉnh thành 253",
    "Số đúng là 253",
    "đính chính: 253",
    "xin sửa 235 thành 253",
    "nhập nhầm, đúng là 253 hồ sơ",
    "253 hồ sơ mới đúng",
    "Thực tế: 253",
    "Cập nhật lại 253",
    "phải là 253",
    "ĐIỀU CHỈNH TĂNG LÊN 253",
]


@pytest.mark.parametrize("remark", RIGHT)
def test_a_remark_that_gives_another_number_is_asked_with_both(tmp_path: Path, remark: str) -> None:
    found = read(tmp_path, _slip(remark))
    assert (taken(found), codes(found), found.outcome) == ({"C5": 190}, {"said_otherwise"}, "ask")
    assert [option.value for option in found.questions[0].options] == ["253.0", "235.0"]
    settled = read(tmp_path, _slip(remark), answers={found.questions[0].key: "253.0"})
    assert (taken(settled), settled.outcome) == ({"C4": 253, "C5": 190}, "accept")


def test_a_remark_that_calls_the_figure_wrong_is_asked(tmp_path: Path) -> None:
    assert codes(read(tmp_path, _slip("số này nhập nhầm"))) == {"said_otherwise"}


@pytest.mark.parametrize(
    "remark",
    [
        "đã điều chỉnh thành 235",
        "đã đính chính từ 253",
        "tăng 12 so với tháng trước",
        "Thực tế có 3 thôn chưa có sóng",
        "sửa chữa 3 máy quét",
        "Điều chỉnh theo QĐ số 253/QĐ-UBND",
        "Đính chính theo báo cáo ngày 12/4",
        "giải quyết đúng hạn 180",
        "trong đó 12 hồ sơ liên thông",
        "A Dưng 0958121821",
        "đ/c Dũng - 0912 345 678",
        "Sử dụng 12 máy quét",
        "Phụ trách: Y Đúng, 0912.345.678",
    ],
)
def test_other_remarks_with_numbers_are_not_asked(tmp_path: Path, remark: str) -> None:
    assert read(tmp_path, _slip(remark)).outcome == "accept"


@pytest.mark.parametrize(
    ("line", "cell"),
    [
        ("* Đính chính: hồ sơ tiếp nhận mới của xã Đăk Môn là 253", "C3"),
        ("Ghi chú: số hồ sơ đã giải quyết của Đăk Long đúng là 201", "D4"),
        ("Lưu ý: ô D3 sửa thành 199", "D3"),
        ("Xã Đăk Long điều chỉnh 210 thành 212", "C4"),
    ],
)
def test_a_line_under_the_table_is_of_the_figure_it_names(tmp_path: Path, line: str, cell: str) -> None:
    found = read(tmp_path, _list(line))
    assert [(i.code, i.cell) for i in found.issues] == [("said_otherwise", cell)] and len(taken(found)) == 3


def test_a_correction_of_nobody_knows_what_is_told(tmp_path: Path) -> None:
    found = read(tmp_path, _list("Điều chỉnh số liệu tiếp nhận thành 253"))
    assert (len(taken(found)), codes(found)) == (4, {"correction_note"})


def test_a_remark_in_a_row_of_several_figures_is_of_the_one_it_names_or_of_all(tmp_path: Path) -> None:
    for remark, asked in (("số tiếp nhận mới đúng là 253", {"C3"}), ("190 sửa thành 191", {"D3"}), ("sửa thành 253", {"C3", "D3"})):
        rows = _list()
        rows[2] = [*rows[2], remark]
        found = read(tmp_path, rows)
        assert {i.cell for i in found.issues} == asked and {i.code for i in found.issues} == {"said_otherwise"}


def test_the_comment_of_a_cell_is_heeded(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in _list():
        sheet.append(row)
    sheet["C3"].comment = Comment("số đúng 253", "kế toán")
    book.save(tmp_path / "bc.xlsx")
    found = read_grid(open_workbook(tmp_path / "bc.xlsx"))
    assert [(i.code, i.cell) for i in found.issues] == [("said_otherwise", "C3")]
