"""A short form of several meanings under one heading: the headings beside it tell which."""

from pathlib import Path

import pytest
from test_reading import by_element, read


def _counted(*heads: str, figures: tuple[int, ...] = (100, 70, 30)) -> list[list[object]]:
    return [
        ["TH SL CĐS XÃ KV ĐG CŨ - THÁNG 3/2026"],
        ["TT", "ĐV", "HS TTHC tiếp nhận mới", None, None],
        [None, None, *heads],
        [1, "Xã Xốp", *figures],
        [2, "Xã Đăk Môn", *figures],
    ]


@pytest.mark.parametrize(
    ("heads", "online"),
    [
        (("TS", "TT", "T.tiếp+BCCI"), 70),
        (("Tổng số", "TT", "Trực tiếp, BCCI"), 70),
        (("TS", "Trực tuyến", "TT"), 70),
        (("TS", "TT", "BCCI"), None),
        (("TS", "TT", "Khác"), None),
    ],
)
def test_beside_one_way_of_handing_in_it_is_the_other_one(tmp_path: Path, heads: tuple[str, ...], online: int | None) -> None:
    found = by_element(read(tmp_path, _counted(*heads)))
    assert found.get("dossiers_recv_online") == ([online] * 2 if online else None)
    assert found["dossiers_recv_new"] == [100] * 2


def test_a_total_that_its_parts_do_not_add_up_to_is_asked(tmp_path: Path) -> None:
    assert "dossiers_recv_new" not in by_element(read(tmp_path, _counted("TS", "TT", "T.tiếp+BCCI", figures=(100, 20, 30))))


def test_two_of_them_in_one_group_say_nothing(tmp_path: Path) -> None:
    assert "dossiers_recv_online" not in by_element(read(tmp_path, _counted("TT", "TT", "T.tiếp+BCCI", figures=(70, 70, 30))))
