"""A title that says but whose figures follow takes no thing away from what is paid online; one of other payments does."""

from pathlib import Path

import pytest
from test_reading import by_element, read

from loaders.result import FileReading


def _ranked(tmp_path: Path, title: str, head: str = "Tỷ lệ thanh toán trực tuyến (%)") -> FileReading:
    rows: list[list[object]] = [[title], [], ["Hạng", "Đơn vị", head]]
    rows += [[i + 1, unit, 84.25 - 3 * i] for i, unit in enumerate(("Xã Đăk Môn", "Xã Đăk Long", "Xã Xốp"))]
    return read(tmp_path, rows)


@pytest.mark.parametrize(
    "title",
    [
        "BẢNG XẾP HẠNG CÁC XÃ THÁNG 4/2026",
        "XẾP HẠNG THÁNG 4/2026",
        "KẾT QUẢ XẾP HẠNG CÁC XÃ, PHƯỜNG THÁNG 4/2026",
        "ĐÁNH GIÁ, XẾP HẠNG CHUYỂN ĐỔI SỐ CÁC ĐƠN VỊ THÁNG 4/2026",
        "SO SÁNH GIỮA CÁC XÃ THÁNG 4/2026",
        "TỔNG HỢP 3 XÃ THÁNG 4/2026",
    ],
)
def test_what_is_paid_online_is_dossiers_under_a_title_of_communes(tmp_path: Path, title: str) -> None:
    found = _ranked(tmp_path, title)
    assert (found.outcome, by_element(found)) == ("accept", {"pay_online_dossier_rate": [84.25, 81.25, 78.25]})


@pytest.mark.parametrize("title", ["XẾP HẠNG THU TIỀN NƯỚC CÁC XÃ THÁNG 4/2026", "XẾP HẠNG CÁC XÃ VỀ CHI TRẢ AN SINH XÃ HỘI THÁNG 4/2026"])
def test_under_a_title_of_other_payments_it_is_not_taken(tmp_path: Path, title: str) -> None:
    assert by_element(_ranked(tmp_path, title)) == {}


def test_a_rate_that_leaves_its_thing_unsaid_is_asked_there(tmp_path: Path) -> None:
    assert by_element(_ranked(tmp_path, "BẢNG XẾP HẠNG CÁC XÃ THÁNG 4/2026", "Tỷ lệ hài lòng (%)")) == {}
