"""A total under one of several ways is that way's own; columns beside it that add up to it are its parts."""

from pathlib import Path

import pytest
from test_reading import by_element, codes
from test_reading_compared import merged

from loaders.result import FileReading

_ = None
UNITS = ("Xã Đăk Môn", "Xã Đăk Long", "Xã Xốp")


def _read(
    tmp_path: Path, over: str, group: str, inside: dict[str, tuple[object, ...]], beside: dict[str, tuple[object, ...]]
) -> FileReading:
    """Columns `inside` a group of `over`, and others `beside` the group."""
    more, n = list(beside), len(inside)
    rows: list[list[object]] = [["TÌNH HÌNH TIẾP NHẬN HỒ SƠ THÁNG 3 NĂM 2026"], []]
    rows += [["TT", "Đơn vị", over, *[_] * (n + len(more) - 1)], [_, _, group, *[_] * (n - 1), *more], [_, _, *inside]]
    rows += [[i + 1, unit, *(v[i] for v in (*inside.values(), *beside.values()))] for i, unit in enumerate(UNITS)]
    last, first = chr(ord("B") + n + len(more)), chr(ord("B") + n)
    alone = [f"{chr(ord(first) + k)}4:{chr(ord(first) + k)}5" for k in range(1, len(more) + 1)]
    return merged(tmp_path, rows, "A3:A5", "B3:B5", f"C3:{last}3", f"C4:{first}4", *alone)


ONLINE, FULL, PARTIAL, DIRECT = (52, 61, 40), (30, 31, 15), (22, 30, 25), (20, 10, 7)


@pytest.mark.parametrize(
    ("over", "group", "total", "full", "partial", "beside"),
    [
        ("Tiếp nhận", "Trực tuyến", "Tổng", "Toàn trình", "Một phần", "Trực tiếp"),
        ("Số hồ sơ tiếp nhận", "Trực tuyến", "Tổng số", "DVC toàn trình", "DVC một phần", "Trực tiếp, bưu chính"),
        ("Tiếp nhận trong kỳ", "Qua mạng", "Cộng", "Mức toàn trình", "Mức một phần", "Trực tiếp/BCCI"),
        ("Tiếp nhận", "Trực tuyến", "Tổng số hồ sơ", "Toàn trình", "Một phần", "Trực tiếp"),
    ],
)
def test_the_total_of_a_way(tmp_path: Path, over: str, group: str, total: str, full: str, partial: str, beside: str) -> None:
    found = by_element(_read(tmp_path, over, group, {total: ONLINE, full: FULL, partial: PARTIAL}, {beside: DIRECT}))
    assert found == {"dossiers_recv_online": list(ONLINE), "dossiers_recv_direct_postal": list(DIRECT)}


@pytest.mark.parametrize("inside", ["Tỷ lệ (%)", "Đã nộp", "Tiếp nhận trực tuyến", "Trực tiếp"])
def test_a_total_that_may_be_more_than_its_way_is_never_taken_as_the_way(tmp_path: Path, inside: str) -> None:
    found = _read(tmp_path, "Tiếp nhận", "Trực tuyến", {"Tổng số": (80, 77, 48), inside: (52, 61, 40)}, {"Trực tiếp": DIRECT})
    assert by_element(found).get("dossiers_recv_online", []) in ([], [52, 61, 40])


def test_columns_that_add_up_to_the_total_of_their_way_are_its_parts(tmp_path: Path) -> None:
    counter = {"Cộng": (23, 14, 7), "Tại bộ phận một cửa": DIRECT, "Qua bưu chính": (3, 4, 0)}
    found = _read(tmp_path, "Tiếp nhận", "Trực tiếp", counter, {"Trực tuyến": ONLINE})
    assert by_element(found)["dossiers_recv_direct_postal"] == [23, 14, 7]
    counter["Cộng"] = (24, 14, 7)
    found = _read(tmp_path, "Tiếp nhận", "Trực tiếp", counter, {"Trực tuyến": ONLINE})
    assert "value_conflict" in codes(found) and "dossiers_recv_direct_postal" not in {
        o.element for o in found.observations if o.unit == "23374.2" and o.status == "accepted"
    }


GROUPS = [
    ("Kết quả giải quyết", "Có trả kết quả", "Kết quả điện tử có ký số"),
    ("Kết quả giải quyết TTHC", "Số có trả kết quả", "Số bản điện tử"),
    ("Trả kết quả", "Có trả KQ", "Trả điện tử"),
    ("Kết quả điện tử", "Có trả kết quả", "Có bản điện tử"),
    ("Cấp kết quả điện tử", "Có kết quả", "Đã cấp"),
]


@pytest.mark.parametrize(("group", "had", "electronic"), GROUPS)
def test_those_that_have_a_result_are_the_whole_of_the_electronic_ones_beside_them(
    tmp_path: Path, group: str, had: str, electronic: str
) -> None:
    rows: list[list[object]] = [["SỐ HÓA CẤP XÃ THÁNG 11 NĂM 2025"], [], ["TT", "Đơn vị", group, _], [_, _, had, electronic]]
    rows += [[i + 1, unit, 50 + i, 40 + 2 * i] for i, unit in enumerate(UNITS)]
    found = by_element(merged(tmp_path, rows, "A3:A4", "B3:B4", "C3:D3"))
    assert found == {"resolved_with_result": [50, 51, 52], "results_electronic": [40, 42, 44]}


@pytest.mark.parametrize(
    ("group", "had", "other"),
    [
        ("Kết quả giải quyết", "Có kết quả", "Chưa có kết quả"),
        ("Giải quyết", "Có kết quả", "Đang giải quyết"),
        ("Kết quả giải quyết", "Có trả kết quả", "Không trả kết quả"),
    ],
)
def test_those_that_have_a_result_beside_those_that_have_none_are_asked(tmp_path: Path, group: str, had: str, other: str) -> None:
    rows: list[list[object]] = [["KẾT QUẢ HỒ SƠ CẤP XÃ THÁNG 11 NĂM 2025"], [], ["TT", "Đơn vị", group, _], [_, _, had, other]]
    rows += [[i + 1, unit, 50 + i, 40 + 2 * i] for i, unit in enumerate(UNITS)]
    found = merged(tmp_path, rows, "A3:A4", "B3:B4", "C3:D3")
    assert found.outcome == "ask" and 50 not in {v for values in by_element(found).values() for v in values}


def test_months_under_one_way_beside_the_sum_of_their_quarter_are_those_of_that_way(tmp_path: Path) -> None:
    heads: list[list[object]] = [
        ["TT", "Đơn vị", "Hồ sơ tiếp nhận mới", _, _, _, "Trong đó: nộp trực tuyến", _, _, _],
        [_, _, *(["Tháng 1", "Tháng 2", "Tháng 3", "Cộng quý"] * 2)],
    ]
    rows: list[list[object]] = [[i + 1, unit, 50 + i, 60, 70, 180 + i, 30 + i, 40, 50, 120 + i] for i, unit in enumerate(UNITS)]
    found = merged(tmp_path, [["HỒ SƠ CÁC THÁNG QUÝ I NĂM 2026"], [], *heads, *rows], "A3:A4", "B3:B4", "C3:F3", "G3:J3")
    assert found.outcome == "accept"
    assert by_element(found)["dossiers_recv_online"] == [30, 40, 50, 120, 31, 40, 50, 121, 32, 40, 50, 122]
