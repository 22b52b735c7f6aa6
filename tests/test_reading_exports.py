"""Exports of systems: periods as machines write them, districts beside communes, a day that closes a month and a quarter."""

import datetime as dt

import pytest
from test_reading import read, taken

LINES = [["Hồ sơ TTHC tiếp nhận mới", 90], ["Hồ sơ TTHC đã giải quyết", 85]]
HEAD = ["xa", "chi_tieu", "gia_tri", "ngay_cap_nhat"]


def _tidy(tmp_path, head, period):
    rows = [[period, name, *line, "05/11/2025"] for name in ("Xã Đăk Pék", "Xã Đăk Môn") for line in LINES]
    return read(tmp_path, [[head, *HEAD], *rows])


@pytest.mark.parametrize(
    ("head", "period"),
    [
        ("ky_bao_cao", "2025-10"),
        ("ky_bao_cao", "202510"),
        ("ky_bao_cao", 202510),
        ("thang_nam", "102025"),
        ("ky", "2025M10"),
        ("period", "2025-10"),
        ("Thời gian", "2025/10"),
        ("month", "2025-10-01"),
        ("Kỳ", dt.date(2025, 10, 31)),
    ],
)
def test_a_month_as_systems_write_it(tmp_path, head, period):
    reading = _tidy(tmp_path, head, period)
    assert {str(o.period) for o in reading.observations} == {"2025-M10"}
    assert (len(taken(reading)), reading.outcome) == (4, "accept")


@pytest.mark.parametrize(("head", "period"), [("quy", "2025-Q3"), ("ky_bao_cao", "2025Q3")])
def test_a_quarter_as_systems_write_it(tmp_path, head, period):
    assert {str(o.period) for o in _tidy(tmp_path, head, period).observations} == {"2025-Q3"}


@pytest.mark.parametrize(
    ("head", "period"), [("tu_ngay", "2025-10-01"), ("ngay_bao_cao", "2025-10-31"), ("ngay", dt.date(2025, 11, 1)), ("ma", "202510")]
)
def test_a_day_or_a_bare_number_is_no_period(tmp_path, head, period):
    reading = _tidy(tmp_path, head, period)
    assert (reading.outcome, [q.key for q in reading.questions][:1]) == ("ask", ["period"])


@pytest.mark.parametrize("heads", [("Huyện cũ", "Xã"), ("Khu vực", "Đơn vị"), ("Cụm", "Tên xã"), ("Địa bàn", "Xã, phường")])
def test_a_column_of_districts_is_no_column_of_communes(tmp_path, heads):
    rows = [[n, "Đăk Glei", name, 90 + n] for n, name in enumerate(["Đăk Pék", "Đăk Môn", "Đăk Long"], 1)]
    reading = read(tmp_path, [["BÁO CÁO THÁNG 12 NĂM 2025"], ["STT", *heads, "Hồ sơ tiếp nhận mới"], *rows])
    assert (sorted(taken(reading).values()), reading.outcome) == ([91, 92, 93], "accept")


@pytest.mark.parametrize(
    ("beside", "period"),
    [("Tăng thêm trong tháng", "2025-M12"), ("So với tháng trước", "2025-M12"), ("Tăng trong quý", "2025-Q4"), ("Tăng thêm", None)],
)
def test_a_day_that_closes_a_month_and_a_quarter(tmp_path, beside, period):
    rows = [[n, name, 900 + n, 5] for n, name in enumerate(["Xã Đăk Pék", "Xã Đăk Môn"], 1)]
    head = ["STT", "Xã", "Người từ đủ 18 tuổi đã có chữ ký số cá nhân", beside]
    reading = read(tmp_path, [["CHỮ KÝ SỐ CÁ NHÂN ĐẾN HẾT NGÀY 31/12/2025"], head, *rows])
    if period is None:
        assert [q.key for q in reading.questions] == ["period"]
    else:
        assert ({str(o.period) for o in reading.observations}, sorted(taken(reading).values())) == ({period}, [901, 902])
