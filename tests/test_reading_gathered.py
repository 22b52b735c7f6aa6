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


def _parted(head, parts, names, *, sums=""):
    rows = [["GIẢI QUYẾT HỒ SƠ THÁNG 6 NĂM 2026"], ["TT", "Xã", head, "Tổng tiếp nhận", "Đã giải quyết", "Giải quyết quá hạn"]]
    for name in COMMUNES:
        for n, part in enumerate(parts):
            rows.append([n + 1, name if names == "each" or not n else None, part, 28 + 4 * n, 19 + 2 * n, 1])
        if sums:
            rows.append([None, name if names == "each" else None, sums, sum(28 + 4 * n for n in range(len(parts))), 40, len(parts)])
    return rows


PARTS = [
    ("Lĩnh vực", ["Hộ tịch", "Đất đai"]),
    ("Hình thức nộp", ["Trực tuyến", "Trực tiếp"]),
    ("Thôn", ["Thôn 1", "Thôn 2"]),
    ("Bộ phận", ["Địa chính", "Tư pháp"]),
    ("", ["Trong giờ", "Ngoài giờ"]),
]


@pytest.mark.parametrize(("head", "parts"), PARTS)
@pytest.mark.parametrize(("names", "sums"), [("each", "Tổng"), ("first", "Cộng"), ("first", "Tổng số")])
def test_of_rows_of_parts_the_sum_is_the_commune(tmp_path, head, parts, names, sums):
    taken = _taken(read(tmp_path, _parted(head, parts, names, sums=sums)))
    assert taken == {"received_total": [60] * 3, "resolved_total": [40] * 3, "resolved_late": [2] * 3}


@pytest.mark.parametrize(("head", "parts"), PARTS)
@pytest.mark.parametrize("names", ["each", "first"])
def test_parts_without_a_sum_are_sent_back(tmp_path, head, parts, names):
    found = read(tmp_path, _parted(head, parts, names))
    assert (found.outcome, _taken(found)) == ("fix", {})


def test_equal_parts_are_no_figure_of_the_commune(tmp_path):
    rows = [["GIẢI QUYẾT HỒ SƠ THÁNG 6 NĂM 2026"], ["TT", "Xã", "Lĩnh vực", "Tổng tiếp nhận"]]
    rows += [[1, name, part, 30] for name in COMMUNES for part in ("Hộ tịch", "Đất đai")]
    assert _taken(read(tmp_path, rows)) == {}


@pytest.mark.parametrize("head", ["Tháng", "Kỳ", "Thời gian"])
def test_months_that_tell_the_rows_of_communes_apart_are_no_parts(tmp_path, head):
    rows = [["HỒ SƠ QUÝ I NĂM 2026"], ["TT", "Xã", head, "HS tiếp nhận mới"]]
    rows += [[n, name, f"Tháng {m}/2026", 10 * n + m] for n, name in enumerate(COMMUNES) for m in (1, 2, 3)]
    found = read(tmp_path, rows)
    assert len({(o.unit, o.period) for o in found.observations if o.status == "accepted"}) == 9


def test_a_name_beside_each_commune_parts_nothing(tmp_path):
    rows = [["HỒ SƠ THÁNG 6 NĂM 2026"], ["TT", "Xã", "Cán bộ theo dõi", "HS tiếp nhận mới"]]
    rows += [[n, name, who, 30 + n] for n, (name, who) in enumerate(zip(COMMUNES, ["A. Nam", "C. Hoa", "A. Nam"], strict=True))]
    assert _taken(read(tmp_path, rows)) == {"dossiers_recv_new": [30, 31, 32]}


def _months(tmp_path, title, add=0.0):
    rows = [[n + 1, name, 50 + n + add, 48 + n + add] for n, name in enumerate(COMMUNES)]
    return read(tmp_path, [[f"{title} NĂM 2026"], ["TT", "Xã", "Tháng 1", "Tháng 2"], *rows])


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("VĂN BẢN ĐI KÝ SỐ CƠ QUAN", "docs_out_signed_org"),
        ("VĂN BẢN ĐI KÝ SỐ CÁ NHÂN", "docs_out_signed_personal"),
        ("TỶ LỆ HỒ SƠ TRỰC TUYẾN CÁC XÃ", "ops_online_submission_rate"),
        ("THEO DÕI HỒ SƠ NỘP TRỰC TUYẾN TỪNG THÁNG,", "dossiers_recv_online"),
    ],
)
def test_columns_of_months_hold_what_the_title_names(tmp_path, title, code):
    found = _months(tmp_path, title)
    assert (found.outcome, _taken(found)) == ("accept", {code: [50, 48, 51, 49, 52, 50]})


@pytest.mark.parametrize(
    ("title", "outcome"), [("VĂN BẢN ĐI ĐƯỢC KÝ SỐ", "ask"), ("SỐ HỒ SƠ TRỄ HẠN", "ask"), ("VĂN BẢN ĐẾN", "not_a_return")]
)
def test_a_title_of_several_meanings_is_asked_and_one_of_none_is_left(tmp_path, title, outcome):
    found = _months(tmp_path, title)
    assert (found.outcome, _taken(found)) == (outcome, {})
