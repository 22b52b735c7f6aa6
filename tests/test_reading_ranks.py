"""Ranks, quotas and results given: columns beside counts and rates that must not be taken for them."""

import pytest
from test_reading import by_element
from test_reading_compared import merged

from loaders.understanding.headings.match import match

COMMUNES = ["Xã Đăk Môn", "Xã Đăk Long", "Xã Xốp"]


def _read(tmp_path, rows, merges=()):
    return merged(tmp_path, rows, *merges)


def _grouped(tmp_path, group, leaves, *columns, before="Hồ sơ tiếp nhận mới", title="SỐ LIỆU THÁNG 9 NĂM 2025"):
    last = "CDEFGHI"[len(leaves)]
    head = ["STT", "Xã", before, group, *[""] * (len(leaves) - 1)]
    rows = [[n + 1, COMMUNES[n], 400, *[column[n] for column in columns]] for n in range(3)]
    merges = ["A2:A3", "B2:B3", "C2:C3", f"D2:{last}2"]
    return _read(tmp_path, [[title], head, ["", "", "", *leaves], *rows], merges)


@pytest.mark.parametrize(
    "head",
    ["Vị thứ (theo % trực tuyến)", "Xếp hạng tỷ lệ hồ sơ trực tuyến", "Hạng TTTT", "Thứ bậc về số hóa hồ sơ", "XH", "STT xếp hạng"],
)
def test_a_rank_is_no_figure_and_no_rate(tmp_path, head):
    top = ["STT", "Xã", "Hồ sơ tiếp nhận mới", "Hồ sơ nộp trực tuyến", "Tỷ lệ (%)", head]
    rows = [[n, COMMUNES[n - 1], 100, 90 - n, 90 - n, n] for n in (1, 2, 3)]
    reading = _read(tmp_path, [["SỐ LIỆU THÁNG 9 NĂM 2025"], top, *rows])
    assert (by_element(reading), reading.outcome) == ({"dossiers_recv_new": [100] * 3, "dossiers_recv_online": [89, 88, 87]}, "accept")


def test_ranks_under_one_heading(tmp_path):
    reading = _grouped(tmp_path, "Xếp hạng", ["Hồ sơ trực tuyến", "Thanh toán trực tuyến"], [1, 2, 3], [2, 3, 1])
    assert (by_element(reading), reading.outcome) == ({"dossiers_recv_new": [400] * 3}, "accept")


def test_a_rate_under_the_heading_of_a_rank_is_read(tmp_path):
    leaves = ["Tỷ lệ hồ sơ nộp trực tuyến (%)", "Hạng"]
    reading = _grouped(tmp_path, "Xếp hạng hồ sơ trực tuyến", leaves, [88.5, 87.25, 80.5], [1, 2, 3])
    assert by_element(reading)["ops_online_submission_rate"] == [88.5, 87.25, 80.5]


@pytest.mark.parametrize(
    ("group", "leaf"), [("Chỉ tiêu CAT giao", "Giao"), ("Chỉ tiêu giao", "Chỉ tiêu"), ("Thực hiện chỉ tiêu", "CAT giao")]
)
def test_a_quota_of_activations(tmp_path, group, leaf):
    leaves = [leaf, "Kích hoạt cả mức 1 và mức 2", "% đạt chỉ tiêu"]
    reading = _grouped(tmp_path, group, leaves, [500] * 3, [450] * 3, [90] * 3, before="Tài khoản mức 2 đã kích hoạt")
    assert by_element(reading) == {"eid_l2_activated": [400] * 3, "eid_quota": [500] * 3, "eid_activated_total": [450] * 3}


def test_what_is_done_of_a_quota_is_no_quota(tmp_path):
    reading = _grouped(tmp_path, "Chỉ tiêu CAT giao", ["Giao", "Thực hiện"], [500] * 3, [450] * 3, before="Tài khoản mức 2 đã kích hoạt")
    assert by_element(reading) == {"eid_l2_activated": [400] * 3, "eid_quota": [500] * 3}


def test_a_quota_of_other_things_is_a_plan(tmp_path):
    leaves = ["Giao", "Hồ sơ nộp trực tuyến"]
    reading = _grouped(tmp_path, "Chỉ tiêu giao", leaves, [500] * 3, [450] * 3, before="Tài khoản mức 2 đã kích hoạt")
    assert "eid_quota" not in by_element(reading)


@pytest.mark.parametrize("whole", ["HS đã trả kết quả", "Số HS đã trả"])
def test_results_given_beside_electronic_ones_are_their_whole(tmp_path, whole):
    reading = _grouped(tmp_path, "Trả kết quả", [whole, "Trả KQ điện tử", "Tỷ lệ (%)"], [200] * 3, [150] * 3, [75] * 3)
    assert by_element(reading) == {"dossiers_recv_new": [400] * 3, "resolved_with_result": [200] * 3, "results_electronic": [150] * 3}


def test_results_given_early_and_late_are_all_resolved(tmp_path):
    leaves = ["Hồ sơ đã trả kết quả", "Trả trước hạn", "Trả đúng hạn", "Trả trễ hạn", "Trả KQ điện tử"]
    reading = _grouped(tmp_path, "Trả kết quả", leaves, [200] * 3, [50] * 3, [140] * 3, [10] * 3, [150] * 3)
    assert by_element(reading)["resolved_total"] == [200] * 3


def test_results_given_without_a_group_are_asked(tmp_path):
    head = ["STT", "Xã", "Hồ sơ đã trả kết quả", "Hồ sơ trả kết quả điện tử"]
    reading = _read(tmp_path, [["SỐ LIỆU THÁNG 9 NĂM 2025"], head, *[[n, COMMUNES[n - 1], 200, 150] for n in (1, 2, 3)]])
    assert (by_element(reading), len(reading.questions)) == ({"results_electronic": [150] * 3}, 1)


@pytest.mark.parametrize("head", ["% nộp qua Cổng DVC", "Ty le nop qua Cong DVC"])
def test_a_rate_by_its_sign_or_without_marks(head):
    assert (match(head).codes, match(head).sure) == (("ops_online_submission_rate",), True)


@pytest.mark.parametrize("counter", ["Nộp tại Một cửa", "Nộp tại Một cửa và qua bưu điện", "Tại bộ phận một cửa + BCCI"])
def test_dossiers_handed_in_at_the_counter(tmp_path, counter):
    reading = _grouped(tmp_path, "Hồ sơ phát sinh mới", ["Nộp qua Cổng DVC", counter], [90] * 3, [10] * 3, before="Tồn kỳ trước")
    assert by_element(reading) == {
        "received_carried_over": [400] * 3,
        "dossiers_recv_online": [90] * 3,
        "dossiers_recv_direct_postal": [10] * 3,
    }


def test_an_amount_paid_online_under_the_name_of_a_platform(tmp_path):
    head = [
        "Mã",
        "Tên đơn vị",
        "Số hồ sơ có nghĩa vụ tài chính",
        "Số hồ sơ đã thanh toán trực tuyến",
        "Số tiền thanh toán trực tuyến (đồng)",
    ]
    rows = [[f"H{n}", COMMUNES[n - 1], 90, 80, 1234500 * n] for n in (1, 2, 3)]
    reading = _read(tmp_path, [["PAYMENT PLATFORM - ĐỐI SOÁT THEO ĐƠN VỊ THÁNG 9/2025"], head, *rows])
    assert by_element(reading)["pay_online_amount"] == [1234500, 2469000, 3703500]
    reading = _read(tmp_path, [["THU TIỀN ĐIỆN THEO ĐƠN VỊ THÁNG 9/2025"], head[:2] + head[4:], *[[*r[:2], r[4]] for r in rows]])
    assert by_element(reading) == {}


@pytest.mark.parametrize("head", ["Đạt % chỉ tiêu", "Đạt (%) chỉ tiêu giao", "Hoàn thành % so với chỉ tiêu"])
def test_a_rate_of_a_quota_is_not_the_quota(tmp_path, head):
    top = ["STT", "Xã", "Tài khoản ĐDĐT mức 2 đã kích hoạt", "Chỉ tiêu kích hoạt được giao", head]
    rows = [[n + 1, COMMUNES[n], 900 + n, 1000, 90.0 + n / 10 + 0.05] for n in range(3)]
    reading = _read(tmp_path, [["SỐ LIỆU ĐỊNH DANH ĐIỆN TỬ THÁNG 9 NĂM 2025"], top, *rows])
    assert by_element(reading)["eid_l2_activated"] == [900, 901, 902]
    assert not {i.cell for i in reading.issues} & {"E3", "E4", "E5"}
    assert by_element(reading).get("eid_quota", [1000] * 3) == [1000] * 3
