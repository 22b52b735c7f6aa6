"""Tables gathered from many communes by other departments: who stands among the communes, of which time a heading speaks."""

import pytest
from test_reading import read

COMMUNES = ["Xã Đăk Môn", "Xã Đăk Long", "Xã Xốp"]


def _table(tmp_path, title, heads, *columns):
    rows = [[n + 1, name, *(column[n] for column in columns)] for n, name in enumerate(COMMUNES)]
    return read(tmp_path, [[title], ["TT", "Xã", *heads], *rows])


def _taken(found):
    taken = {}
    for o in found.observations:
        if o.status == "accepted":
            taken.setdefault(o.element, []).append(o.value)
    return taken


@pytest.mark.parametrize(
    "office", ["Điện lực huyện", "Công an huyện", "Kho bạc Nhà nước", "BHXH huyện", "VNPT", "Hội Nông dân", "Cơ quan khác"]
)
def test_an_office_among_communes_is_left(tmp_path, office):
    head = ["TT", "Đơn vị xử lý", "Tổng PAKN phải xử lý", "PAKN xử lý đúng hạn"]
    rows = [["", office, 9, 8], [1, "UBND xã Đăk Môn", 30, 25], [2, "UBND xã Xốp", 20, 18]]
    found = read(tmp_path, [["PHẢN ÁNH, KIẾN NGHỊ THÁNG 5 NĂM 2026"], head, *rows])
    assert (found.outcome, _taken(found)) == ("accept", {"feedback_total": [30, 20], "feedback_on_time": [25, 18]})


def test_a_commune_nobody_knows_among_communes_is_asked(tmp_path):
    rows = [[1, "Xã Đăk Môn", 30], [2, "Xã Xốp", 20], [3, "Xã Đoàn Kêt Mới", 7]]
    found = read(tmp_path, [["PHẢN ÁNH, KIẾN NGHỊ THÁNG 5 NĂM 2026"], ["TT", "Xã", "Tổng PAKN"], *rows])
    assert [i.code for i in found.issues] == ["unit_unknown"]


@pytest.mark.parametrize(("said", "outcome"), [("trong 6 tháng", "accept"), ("trong 3 tháng", "ask"), ("cả 9 tháng", "ask")])
def test_so_many_months_are_those_of_the_period_or_asked(tmp_path, said, outcome):
    heads = ["Số đối tượng BTXH", f"Tổng số tiền chi trả {said} (đồng)"]
    found = _table(tmp_path, "SỐ LIỆU 6 THÁNG ĐẦU NĂM 2026", heads, [300, 250, 200], [900000000, 750000000, 600000000])
    assert found.outcome == outcome
    assert ("ssp_amount_total" in _taken(found)) == (outcome == "accept")


@pytest.mark.parametrize("title", ["THANH TOÁN TRỰC TUYẾN THEO ĐƠN VỊ", "Báo cáo thanh toán theo xã", "Thống kê theo địa phương"])
def test_a_title_that_says_by_what_a_table_is_cut_names_no_thing(tmp_path, title):
    heads = ["Số hồ sơ có nghĩa vụ tài chính", "Số tiền thanh toán trực tuyến (đồng)"]
    found = _table(tmp_path, f"{title} THÁNG 5 NĂM 2026", heads, [300, 250, 200], [9000000, 7500000, 6000000])
    assert (found.outcome, set(_taken(found))) == ("accept", {"dossiers_with_fee", "pay_online_amount"})


def test_a_part_of_a_count_beside_a_total_of_points_is_a_count(tmp_path):
    heads = ["Điểm DTI (thang 1000)", "Tổng số CBCCVC", "CBCCVC được tập huấn kỹ năng số"]
    title = "XẾP HẠNG CHỈ SỐ CHUYỂN ĐỔI SỐ (DTI) CẤP XÃ NĂM 2025"
    found = _table(tmp_path, title, heads, [812.5, 790.1, 655.0], [42, 50, 38], [40, 31, 38])
    assert _taken(found)["officials_digital_trained"] == [40, 31, 38]
    more = _table(tmp_path, title, heads, [812.5, 790.1, 655.0], [42, 50, 38], [40, 61, 38])
    assert "officials_digital_trained" not in _taken(more)
    alone = _table(tmp_path, title, [heads[0], heads[2]], [812.5, 790.1, 655.0], [40, 31, 38])
    assert "officials_digital_trained" not in _taken(alone)
