"""Tables that score communes: points of groups are none of ours, whatever their headings name; their total is that of one index."""

import pytest
from test_reading import by_element
from test_reading_compared import merged

COMMUNES = ["UBND xã Đăk Môn", "UBND xã Đăk Long", "UBND xã Xốp"]
GROUPS = ["Thanh toán trực tuyến", "Mức độ hài lòng", "Số hóa hồ sơ"]
MOST = [30, 30, 40]
POINTS = [[21.5, 25.25, 31], [20, 24.5, 33.5], [18.75, 26, 30]]
SUMS = [77.75, 78, 74.75]
CITED = "KẾT QUẢ CHẤT LƯỢNG PHỤC VỤ NGƯỜI DÂN, DOANH NGHIỆP THEO QĐ SỐ 766/QĐ-TTg"


def _read(tmp_path, *rows, merges=()):
    return merged(tmp_path, list(rows), *merges)


def _ranked(title, heads, total, *below):
    rows = [[n, COMMUNES[n - 1], *POINTS[n - 1], SUMS[n - 1]] for n in (1, 2, 3)]
    return [[title], ["Tháng 11 năm 2025"], ["Hạng", "Đơn vị", *heads, total], *below, *rows]


@pytest.mark.parametrize(
    ("heads", "total", "below"),
    [
        ([f"{g} ({m})" for g, m in zip(GROUPS, MOST, strict=True)], "Tổng điểm (100)", []),
        ([f"{g} (tối đa {m} điểm)" for g, m in zip(GROUPS, MOST, strict=True)], "Tổng cộng (100 điểm)", []),
        ([f"{g}/{m}" for g, m in zip(GROUPS, MOST, strict=True)], "Tổng/100", []),
        ([f"Điểm {g.lower()}" for g in GROUPS], "Tổng số điểm đạt được", []),
        (GROUPS, "Tổng điểm", []),
        (GROUPS, "Điểm", []),
        (GROUPS, "Tổng", [["", "Điểm tối đa", *MOST, 100]]),
        (GROUPS, "Tổng", [["", "Thang điểm", *MOST, 100]]),
    ],
)
def test_of_a_table_of_points_the_total_alone_isby_element(tmp_path, heads, total, below):
    reading = _read(tmp_path, *_ranked(CITED, heads, total, *below))
    assert (by_element(reading), reading.outcome) == ({"idx_766_score": SUMS}, "accept")


def test_points_under_a_group_of_points(tmp_path):
    rows = _ranked(CITED, ["Điểm thành phần", None, None], "Tổng điểm", ["", "", *GROUPS, ""])
    reading = _read(tmp_path, *rows, merges=("A3:A4", "B3:B4", "C3:E3", "F3:F4"))
    assert (by_element(reading), reading.outcome) == ({"idx_766_score": SUMS}, "accept")


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("CHẤM ĐIỂM CHUYỂN ĐỔI SỐ CẤP XÃ", "idx_dti_score"),
        ("XẾP HẠNG CÁC XÃ THEO BỘ CHỈ SỐ 766", "idx_766_score"),
        ("KẾT QUẢ CHỈ SỐ CẢI CÁCH HÀNH CHÍNH (PAR INDEX)", ""),
        ("ĐIỂM THI ĐUA KHỐI CÁC XÃ", ""),
        ("CHỈ SỐ HÀI LÒNG SIPAS CÁC XÃ", ""),
    ],
)
def test_a_total_of_points_is_of_the_index_of_the_title_or_none_of_ours(tmp_path, title, code):
    reading = _read(tmp_path, *_ranked(title, GROUPS, "Tổng điểm"))
    assert by_element(reading) == ({code: SUMS} if code else {})


@pytest.mark.parametrize("heading", ["Tổng điểm (thang 100)", "Tổng điểm (thang điểm 100)", "Tổng điểm theo thang 100", "Điểm/100"])
def test_the_scale_of_the_points_is_no_other_index(tmp_path, heading):
    reading = _read(tmp_path, *_ranked("XẾP HẠNG BỘ CHỈ SỐ 766", GROUPS, heading))
    assert {o.element for o in reading.observations if o.status == "accepted"} == {"idx_766_score"}


@pytest.mark.parametrize("title", ["XẾP HẠNG CÁC XÃ", "XẾP HẠNG CÁC XÃ THEO 766 VÀ DTI"])
def test_a_total_of_no_or_of_two_indexes_is_asked(tmp_path, title):
    reading = _read(tmp_path, *_ranked(title, GROUPS, "Tổng điểm"))
    assert (by_element(reading), reading.outcome) == ({}, "ask")
    assert [o.value for o in reading.questions[0].options] == ["idx_766_score", "idx_dti_score", "none"]


def test_points_that_do_not_add_up_are_asked(tmp_path):
    rows = [[n, COMMUNES[n - 1], *[2 * p for p in POINTS[n - 1]], SUMS[n - 1]] for n in (1, 2, 3)]
    reading = _read(tmp_path, [CITED], ["Tháng 11 năm 2025"], ["Hạng", "Đơn vị", *GROUPS, "Tổng điểm"], *rows)
    assert (set(by_element(reading)), len(reading.questions) > 1) == ({"idx_766_score"}, True)


def test_a_row_of_weights_is_no_commune(tmp_path):
    weights = ["", "Trọng số", 0.3, 0.3, 0.4, 1]
    reading = _read(tmp_path, *_ranked(CITED, GROUPS, "Điểm quy đổi", weights))
    assert (by_element(reading), [q.kind for q in reading.questions]) == ({}, [])


def test_rates_and_counts_beside_their_points_areby_element(tmp_path):
    head = ["TT", "Xã", "Thanh toán trực tuyến (30)", None, None, "Tổng điểm"]
    under = ["", "", "HS thanh toán trực tuyến", "Tỷ lệ (%)", "Điểm", ""]
    rows = [[n, COMMUNES[n - 1], 70 + n, 71.5, 21, 21] for n in (1, 2, 3)]
    title = ["CHẤM ĐIỂM CHUYỂN ĐỔI SỐ THÁNG 11 NĂM 2025"]
    reading = _read(tmp_path, title, head, under, *rows, merges=("A2:A3", "B2:B3", "C2:E2", "F2:F3"))
    assert by_element(reading)["dossiers_paid_online"] == [71, 72, 73]


@pytest.mark.parametrize("title", ["HỒ SƠ PHỤC VỤ NGƯỜI DÂN, DOANH NGHIỆP", "KẾT QUẢ CHUYỂN ĐỔI SỐ"])
def test_counts_that_add_up_under_the_name_of_an_index_are_no_points(tmp_path, title):
    rows = [[n, COMMUNES[n - 1], 80 + n, 20, 100 + n] for n in (1, 2, 3)]
    head = ["TT", "Xã", "Hồ sơ nộp trực tuyến", "Hồ sơ nộp trực tiếp, qua bưu chính", "Tổng số"]
    reading = _read(tmp_path, [title], ["Tháng 11 năm 2025"], head, *rows)
    assert by_element(reading) == {
        "dossiers_recv_online": [81, 82, 83],
        "dossiers_recv_direct_postal": [20] * 3,
        "dossiers_recv_new": [101, 102, 103],
    }


@pytest.mark.parametrize("most", [[], ["Điểm tối đa"], ["ĐVT"]])
def test_groups_in_rows_under_communes(tmp_path, most):
    lines = [[n, GROUPS[n - 1], *_most(most, MOST[n - 1]), *[p[n - 1] for p in POINTS]] for n in (1, 2, 3)]
    rows = [["TT", "Tiêu chí", *most, *COMMUNES], *lines, ["", "Tổng điểm", *_most(most, 100), *SUMS]]
    reading = _read(tmp_path, [CITED], ["Tháng 11 năm 2025"], *rows)
    assert (by_element(reading), reading.outcome) == ({"idx_766_score": SUMS}, "accept")


@pytest.mark.parametrize(("column", "total"), [("Điểm đạt được", "Tổng điểm"), ("Kết quả", "Tổng cộng")])
def test_groups_in_rows_of_one_commune(tmp_path, column, total):
    lines = [[n, GROUPS[n - 1], MOST[n - 1], POINTS[0][n - 1]] for n in (1, 2, 3)]
    rows = [["UBND XÃ ĐĂK MÔN"], [CITED], ["Tháng 11 năm 2025"], ["TT", "Tiêu chí", "Điểm tối đa", column]]
    reading = _read(tmp_path, *rows, *lines, ["", total, 100, SUMS[0]])
    assert (by_element(reading), reading.outcome) == ({"idx_766_score": SUMS[:1]}, "accept")


def test_results_within_their_maxima_may_be_points(tmp_path):
    rows = [["UBND XÃ ĐĂK MÔN"], ["CHUYỂN ĐỔI SỐ THÁNG 11 NĂM 2025"], ["TT", "Tiêu chí", "Điểm tối đa", "Kết quả"]]
    names = ["Hồ sơ nộp trực tuyến", "CBCC được cấp chữ ký số"]
    few = _read(tmp_path, *rows, *[[n + 1, names[n], 10, 8 + n] for n in (0, 1)])
    many = _read(tmp_path, *rows, *[[n + 1, names[n], 10, 80 + n] for n in (0, 1)])
    assert (by_element(few), few.outcome) == ({}, "ask")
    assert by_element(many) == {"dossiers_recv_online": [80], "officials_with_cert": [81]}


def test_places_and_times_are_no_points(tmp_path):
    head = ["TT", "Xã", "Điểm chi trả", "Số thôn tại thời điểm báo cáo"]
    reading = _read(tmp_path, ["SỐ LIỆU THÁNG 11 NĂM 2025"], head, *[[n, COMMUNES[n - 1], 2, 10 + n] for n in (1, 2, 3)])
    assert by_element(reading) == {"hamlets_total": [11, 12, 13]}


def _most(most, value):
    return ["điểm"] if most == ["ĐVT"] else [value] if most else []


CRITERIA = [("Hồ sơ thanh toán trực tuyến trên tổng số hồ sơ có nghĩa vụ tài chính", 50, 225, 183, 40.7), ("Chữ ký số", 50, 18, 16, 44.4)]


def _own(title, most, criteria=CRITERIA):
    rows = [[n, label, limit, whole, part, points] for n, (label, limit, whole, part, points) in enumerate(criteria, 1)]
    heads = ["TT", "Tiêu chí", "Điểm chuẩn", "Tổng số (mẫu số)", "Số đạt (tử số)", "Điểm tự chấm"]
    total = [None, "TỔNG ĐIỂM", most, None, None, sum(row[-1] for row in rows)]
    return [["UBND XÃ ĐĂK MÔN"], [title], ["Quý I năm 2026"], heads, *rows, total]


WHOLE = ["PHIẾU TỰ CHẤM ĐIỂM CHUYỂN ĐỔI SỐ CẤP XÃ", "TỰ CHẤM ĐIỂM BỘ CHỈ SỐ DTI CỦA XÃ", "CHẤM ĐIỂM THI ĐUA THEO BỘ CHỈ SỐ DTI"]
OTHERS = [
    "PHIẾU TỰ CHẤM ĐIỂM CẢI CÁCH HÀNH CHÍNH, CHUYỂN ĐỔI SỐ",
    "PHIẾU CHẤM ĐIỂM THI ĐUA CHUYỂN ĐỔI SỐ",
    "BẢNG TỰ CHẤM ĐIỂM NHIỆM VỤ CHUYỂN ĐỔI SỐ",
    "CHẤM ĐIỂM XÃ CHUYỂN ĐỔI SỐ KIỂU MẪU",
    "CHẤM ĐIỂM CHUYỂN ĐỔI SỐ VÀ ĐỀ ÁN 06",
    "TỰ CHẤM ĐIỂM TRỤ CỘT XÃ HỘI SỐ TRONG CHUYỂN ĐỔI SỐ",
    "CHẤM ĐIỂM NHÓM DỊCH VỤ CÔNG TRỰC TUYẾN CỦA BỘ CHỈ SỐ 766",
    "PHIẾU TỰ CHẤM ĐIỂM KẾT QUẢ CÔNG TÁC",
]


@pytest.mark.parametrize("title", WHOLE)
def test_the_total_a_commune_gives_itself_is_that_of_the_index_its_title_names(tmp_path, title):
    tenfold = [(label, 10 * most, whole, part, 10 * points) for label, most, whole, part, points in CRITERIA]
    assert by_element(_read(tmp_path, *_own(title, 1000, tenfold)))["idx_dti_score"] == [pytest.approx(851)]


@pytest.mark.parametrize("title", OTHERS)
def test_a_total_of_a_part_or_of_something_like_an_index_is_none_of_it(tmp_path, title):
    assert not any(code.startswith("idx") for code in by_element(_read(tmp_path, *_own(title, 100))))


@pytest.mark.parametrize("most", [53, None])
@pytest.mark.parametrize("title", WHOLE)
def test_a_total_that_cannot_reach_the_points_of_an_index_is_none_of_it(tmp_path, title, most):
    fewer = [(label, 20, whole, part, points / 3) for label, _most, whole, part, points in CRITERIA]
    assert not any(code.startswith("idx") for code in by_element(_read(tmp_path, *_own(title, most, fewer))))


@pytest.mark.parametrize(("most", "reached", "outcome"), [(1000, 706.5, "accept"), (100, 70.6, "ask")])
def test_a_total_out_of_other_points_than_its_index_is_kept_in_is_asked(tmp_path, most, reached, outcome):
    rows = [[n, name, most / 2, reached / 2] for n, name in enumerate(["Chính quyền số", "Xã hội số"], 1)]
    over = [["UBND XÃ ĐĂK MÔN"], ["BẢNG CHẤM ĐIỂM CHUYỂN ĐỔI SỐ NĂM 2025"], ["TT", "Tiêu chí", "Điểm tối đa", "Điểm đạt"]]
    found = _read(tmp_path, *over, *rows, [None, "Tổng điểm", most, reached])
    assert (found.outcome, by_element(found)) == (outcome, {"idx_dti_score": [reached]} if outcome == "accept" else {})
