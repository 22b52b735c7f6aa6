"""Tables that follow each other on a sheet or bring their own proof: forms of a month and its quarter, steps of satisfaction, rates of
a plan, headings broken over rows, bills that are no return."""

from pathlib import Path

from test_reading import codes, read, taken

_ = None
SENDER = ["UBND xã Xốp"]
HEAD = ["TT", "Chỉ tiêu", "Số liệu"]


def _two_forms(first: str, second: str) -> list[list[object]]:
    return [
        SENDER,
        [],
        [f"Mẫu 1. Tiếp nhận hồ sơ {first}"],
        HEAD,
        [1, "Hồ sơ tiếp nhận mới", 90],
        [2, "Hồ sơ tiếp nhận trực tuyến", 70],
        [],
        [],
        [f"Mẫu 2. Phí trực tuyến {second}"],
        HEAD,
        [1, "Hồ sơ có nghĩa vụ tài chính", 120],
        [2, "Hồ sơ thanh toán trực tuyến", 80],
    ]


def test_a_form_of_the_month_over_one_of_its_quarter_are_each_of_their_own(tmp_path: Path) -> None:
    for month, quarter in (("tháng 6 năm 2026", "quý II năm 2026"), ("quý III/2025", "tháng 9/2025")):
        reading = read(tmp_path, _two_forms(month, quarter))
        assert not reading.questions and len({str(o.period) for o in reading.observations}) == 2 and len(taken(reading)) == 4
    for one, other in (("tháng 6 năm 2026", "tháng 5 năm 2026"), ("tháng 5 năm 2026", "quý II năm 2026"), ("tháng 3/2026", "quý I/2025")):
        assert "period_conflict" in codes(read(tmp_path, _two_forms(one, other)))


def _satisfied(sum_row: str, total: int) -> list[list[object]]:
    rows = [
        ["Mức độ", "Số phiếu"],
        ["Rất hài lòng", 40],
        ["Hài lòng", 25],
        ["Không hài lòng", 1],
        [sum_row, total],
        ["Tổng số phiếu đánh giá", 66],
    ]
    return [SENDER, ["Kết quả khảo sát hài lòng tháng 5 năm 2026"], [], *rows]


def test_the_sum_of_the_steps_of_satisfaction_is_their_count(tmp_path: Path) -> None:
    for label in ("Cộng phiếu từ mức hài lòng trở lên", "Tổng số phiếu hài lòng", "Cộng số phiếu hài lòng và rất hài lòng"):
        reading = read(tmp_path, _satisfied(label, 65))
        assert {"B8"} <= set(taken(reading)) and not {"B5", "B6"} & set(taken(reading)) and reading.outcome == "accept"
    reading = read(tmp_path, _satisfied("Cộng phiếu từ mức hài lòng trở lên", 63))
    assert codes(reading) & {"value_conflict", "element_doubt"} and not {"B5", "B6", "B8"} & set(taken(reading))


STEPS: list[list[object]] = [
    ["Rất hài lòng", 97, "66,9%"],
    ["Hài lòng", 41, "28,3%"],
    ["Bình thường", 6, "4,1%"],
    ["Không hài lòng", 1, "0,7%"],
]


def _shares(*rows: list[object]) -> list[list[object]]:
    return [SENDER, ["Kết quả khảo sát hài lòng tháng 5 năm 2026"], [], ["Mức đánh giá", "Số phiếu", "Tỷ lệ"], *rows]


def test_steps_that_make_up_all_answers_are_parts_and_their_shares_no_rates(tmp_path: Path) -> None:
    whole, rate = ["Tổng số phiếu đánh giá thu về", 145, "100%"], ["Tỷ lệ hài lòng chung (rất hài lòng + hài lòng)", None, "95,2%"]
    for rows in ([*STEPS, whole, rate], [whole, *STEPS, rate]):
        reading = read(tmp_path, _shares(*rows))
        assert reading.outcome == "accept", reading.message
        assert sorted((o.element, o.value) for o in reading.observations) == [
            ("ratings_total", 145),
            ("ratings_unsatisfied", 1),
            ("sat_tthc_rate", 95.2),
        ]
    for other in (["Tổng số phiếu đánh giá thu về", 150, "100%"], ["Số phiếu phát ra", 145, None]):
        assert {"value_conflict", "element_doubt"} & codes(read(tmp_path, _shares(*STEPS, other)))


def test_a_rate_of_the_plan_unlike_the_others_of_its_column_is_told(tmp_path: Path) -> None:
    head = ["TT", "Chỉ tiêu", "Kế hoạch năm 2026", "Thực hiện tháng 4/2026", "Lũy kế 4 tháng năm 2026"]
    names = ["Hồ sơ tiếp nhận mới", "Hồ sơ tiếp nhận trực tuyến", "Hồ sơ đã giải quyết", "Hồ sơ thanh toán trực tuyến"]
    plans, so_far = [1000, 800, 1200, 400], [350, 200, 360, 150]
    for heading, wrong in (("Lũy kế so với kế hoạch năm (%)", 61.5), ("% đạt KH", "61,5%"), ("Tỷ lệ thực hiện so với kế hoạch", 0.615)):
        shares: list[object] = [n / d * (1 if wrong == 0.615 else 100) for n, d in zip(so_far, plans, strict=True)]
        for shown, told in ((shares, False), ([*shares[:3], wrong], True)):
            rows = [[i + 1, names[i], plans[i], 90 + i, so_far[i], shown[i]] for i in range(4)]
            reading = read(tmp_path, [SENDER, ["KẾT QUẢ THỰC HIỆN CHỈ TIÊU THÁNG 4/2026"], [], [*head, heading], *rows])
            assert ([i.cell for i in reading.issues if i.code == "percent_differs"] == ["F8"]) is told


def test_a_bill_with_a_total_is_no_return(tmp_path: Path) -> None:
    for title in ("BẢNG BÁO GIÁ THIẾT BỊ SỐ HÓA NĂM 2026", "DỰ TOÁN MUA SẮM MÁY QUÉT NĂM 2026", "BẢNG KÊ VẬT TƯ THÁNG 3 NĂM 2026"):
        head = ["STT", "Tên hàng", "ĐVT", "Số lượng", "Đơn giá (đồng)", "Thành tiền (đồng)"]
        goods = [[1, "Máy quét", "chiếc", 2, 18000000, 36000000], [2, "Máy tính", "chiếc", 3, 15000000, 45000000]]
        reading = read(tmp_path, [[title], [], head, *goods, ["", "Cộng", None, None, None, 81000000]])
        assert reading.outcome == "not_a_return" and not reading.questions


def test_headings_broken_over_rows_are_one_each(tmp_path: Path) -> None:
    head = [
        ["TT", "Tên", "Số cán bộ,", "Văn bản đi", "Cán bộ đã", "Hồ sơ phải"],
        ["", "xã", "công chức", "(không kể", "được cấp", "nộp phí,"],
        ["", "", "hiện có", "VB mật)", "chữ ký số", "lệ phí"],
    ]
    rows = [[i + 1, name, 20 + i, 80 + i, 15 + i, 40 + i] for i, name in enumerate(("Xã Xốp", "Xã Đăk Môn", "Xã Đăk Long"))]
    reading = read(tmp_path, [["TÌNH HÌNH CHỮ KÝ SỐ THÁNG 5 NĂM 2026"], [], *head, *rows])
    found = {o.element for o in reading.observations if o.status == "accepted"}
    assert found == {"officials_total", "docs_out_total_nonsecret", "officials_with_cert", "dossiers_with_fee"} and not reading.questions


def test_headings_of_groups_without_merges_are_not_joined(tmp_path: Path) -> None:
    head = [["TT", "Tên xã", "Hồ sơ giải quyết", None, None], ["", "", "Tổng số", "Đúng hạn", "Quá hạn"]]
    rows = [[i + 1, name, 60 + i, 58 + i, 2] for i, name in enumerate(("Xã Xốp", "Xã Đăk Môn", "Xã Đăk Long"))]
    reading = read(tmp_path, [["KẾT QUẢ GIẢI QUYẾT HỒ SƠ THÁNG 5 NĂM 2026"], [], *head, *rows])
    assert {o.element for o in reading.observations} == {"resolved_total", "resolved_on_time", "resolved_late"}
    for over in ("Kết quả", "Tối đa"):
        lettered = [["TT", "Tên xã", "Hồ sơ đã giải quyết", over], ["a", "b", "c", "d"], *([*r[:3], 9] for r in rows)]
        assert len(taken(read(tmp_path, [["KẾT QUẢ GIẢI QUYẾT HỒ SƠ THÁNG 5 NĂM 2026"], [], *lettered]))) >= 3
