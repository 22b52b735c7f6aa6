"""Lists sent as a message: groups under bullets, figures with words, answers that are not there yet."""

from pathlib import Path

import pytest
from test_reading import codes, read, taken

_ = None
HEAD = [["Xã Đăk Môn gửi số liệu tháng 4/2026"], []]
DOSSIERS = [["* Hồ sơ:"], ["- Hồ sơ tiếp nhận mới:", "88 hồ sơ"], ["- Hồ sơ đã giải quyết:", "80 hồ sơ"]]
SMARTPHONES = "- Người từ 18 tuổi trở lên có điện thoại thông minh:"


def _people(accounts: object, phones: object) -> list[list[object]]:
    return [["* Người dân:"], ["- Tài khoản định danh mức 2 đã kích hoạt:", accounts], [SMARTPHONES, phones]]


@pytest.mark.parametrize("excuse", ["chưa thống kê", "đang chờ công an", "chưa có số liệu", "không rõ", _])
def test_a_label_without_a_figure_does_not_end_the_list(tmp_path: Path, excuse: object) -> None:
    found = read(tmp_path, [*HEAD, *DOSSIERS, *_people(excuse, "3.100 người")])
    assert taken(found) == {"B4": 88, "B5": 80, "B8": 3100}


@pytest.mark.parametrize("near", ["khoảng 3.100 người", "trên 3.000", "gần 3100"])
def test_a_figure_that_is_only_near_is_asked(tmp_path: Path, near: str) -> None:
    found = read(tmp_path, [*HEAD, *DOSSIERS, *_people("4.200 tài khoản", near)])
    assert taken(found) == {"B4": 88, "B5": 80, "B7": 4200}
    assert "approximate" in codes(found)


def test_short_groups_with_blank_rows_between_are_one_list(tmp_path: Path) -> None:
    rows = [["I. Hồ sơ TTHC"], *DOSSIERS[1:], [], ["II. Văn bản"], ["Văn bản đi", 92], ["Văn bản đi ký số cơ quan", 91]]
    assert taken(read(tmp_path, [*HEAD, *rows])) == {"B4": 88, "B5": 80, "B8": 92, "B9": 91}


@pytest.mark.parametrize("title", ["* Kế hoạch tháng sau:", "* Thôn Đăk Nai:", "* Tháng 3/2026:", "* Xã Đăk Long:"])
def test_what_stands_under_another_time_place_or_plan_is_not_of_this_one(tmp_path: Path, title: str) -> None:
    rows = [
        *HEAD,
        *DOSSIERS,
        ["- Văn bản đi:", 71],
        [title],
        ["- Nhiệm vụ đến hạn:", 10],
        ["- Hồ sơ nộp trực tuyến:", 99],
        ["- Số hộ:", 400],
    ]
    ours = {o.cell for o in read(tmp_path, rows).observations if o.status == "accepted" and (o.unit, o.period) == ("23374.2", "2026-M04")}
    assert ours == {"B4", "B5", "B6"} or not ours
