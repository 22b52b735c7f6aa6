"""A column that explains the figures stands behind them: it names no rows, and says what "reached" means."""

from pathlib import Path

import pytest
from test_reading import read

TITLE: list[list[object]] = [["UBND XÃ ĐĂK PÉK"], ["THỐNG KÊ AN TOÀN THÔNG TIN QUÝ IV NĂM 2025"], []]
ROWS: list[list[object]] = [
    ["Máy tính của cơ quan", 46, 34, "đã cài phần mềm phòng chống mã độc quản trị tập trung"],
    ["Hệ thống thông tin đang vận hành", 4, 2, "đã được phê duyệt hồ sơ đề xuất cấp độ"],
]


def elements(tmp_path: Path, heads: list[str], rows: list[list[object]]) -> dict[str, str]:
    found = read(tmp_path, [*TITLE, list(heads), *rows])
    return {o.cell: o.element for o in found.observations if o.status == "accepted"}


@pytest.mark.parametrize(
    "explaining",
    ["Diễn giải", 'Diễn giải "đạt"', "Thế nào là đạt", "Nội dung yêu cầu", "Giải thích từ đạt", "Mô tả", "Tiêu chí đạt", "Căn cứ đánh giá"],
)
def test_what_reached_means_is_said_behind_the_figures(tmp_path: Path, explaining: str) -> None:
    assert elements(tmp_path, ["Đối tượng", "Tổng số", "Đạt yêu cầu", explaining], ROWS) == {
        "B5": "computers_total",
        "C5": "computers_protected",
        "B6": "systems_total",
        "C6": "systems_level_approved",
    }


def test_an_explanation_of_the_contrary_names_no_part(tmp_path: Path) -> None:
    rows = [["Máy tính của cơ quan", 46, 34, "chưa cài phần mềm phòng chống mã độc"], ROWS[1]]
    assert "C5" not in elements(tmp_path, ["Đối tượng", "Tổng số", "Đạt yêu cầu", "Diễn giải"], rows)


def test_longer_words_behind_or_beside_the_names_name_no_rows(tmp_path: Path) -> None:
    behind = [
        ["Máy tính của cơ quan", 46, "Công chức phụ trách mới chuyển công tác về xã trong tháng"],
        ["Hồ sơ tiếp nhận mới", 40, "Phần mềm một cửa có lúc chậm, phải nhập lại nhiều lần"],
    ]
    assert elements(tmp_path, ["Đối tượng", "Tổng số", "Việc khác"], behind) == {"B5": "computers_total", "B6": "dossiers_recv_new"}
    beside = [
        ["Máy tính của cơ quan", "Nguyễn Văn Bình, công chức văn phòng thống kê", 46],
        ["Hồ sơ tiếp nhận mới", "Trần Thị Hoa, công chức tư pháp, hộ tịch của xã", 40],
    ]
    assert elements(tmp_path, ["Việc", "Người theo dõi", "Số lượng"], beside) == {"C5": "computers_total", "C6": "dossiers_recv_new"}
