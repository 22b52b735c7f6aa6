# ruff: noqa: E501
"""What must not be taken in silence: contradictions, shifted and swapped columns, wrong units, forms and lists that are no returns."""

from __future__ import annotations

from catalogue.periods import Period
from styles.desk import FLOWS, LOUD, NONE, STOCKS, Case, Maker, bare, here, month, name, said, some, world

QUIET = frozenset({"not_a_return", "ask", "fix"})


def _table(case: Case, when: Period, codes: list[str], skip: int = 0) -> None:
    """Communes in rows from row 4, nothing of it truth."""
    case.row(3, ["STT", "Đơn vị", *(case.say(c) for c in codes)])
    for row, unit in enumerate(here(when), 4):
        w = world(case.hand)
        case.row(row, [row - 3, name(unit)])
        case.row(row, [w[c] for c in codes], 3 + skip)


def shifted(case: Case) -> None:
    """Every figure one column to the right of its heading."""
    when = month(case.hand)
    case.row(1, [f"Tổng hợp {said(when)}"])
    _table(case, when, some(case.hand, STOCKS), skip=1)
    case.outcomes = LOUD


def shifted_into_notes(case: Case) -> None:
    """One column to the right, the last figure under "remarks"."""
    when = month(case.hand)
    codes = some(case.hand, STOCKS)
    case.row(1, [f"Tổng hợp {said(when)}"])
    _table(case, when, codes, skip=1)
    case.sheet.cell(3, 3 + len(codes), "Ghi chú")
    case.outcomes = LOUD


def shifted_names(case: Case) -> None:
    """The numbers of the rows are missing: names stand under the number, figures under the names."""
    when = month(case.hand)
    codes = some(case.hand, FLOWS)
    case.row(1, [f"Tổng hợp {said(when)}"])
    case.row(3, ["STT", "Đơn vị", *(case.say(c) for c in codes)])
    for row, unit in enumerate(here(when), 4):
        w = world(case.hand)
        case.row(row, [name(unit), *(w[c] for c in codes)])
    case.outcomes = LOUD


def swapped(case: Case) -> None:
    """The figures of two columns changed places: a part above its whole."""
    when = month(case.hand)
    a, b = case.hand.choice(
        [
            ("officials_total", "officials_with_cert"),
            ("dossiers_with_fee", "dossiers_paid_online"),
            ("hamlets_total", "hamlets_with_cdt"),
            ("eid_l2_issued", "eid_l2_activated"),
        ]
    )
    case.row(1, [f"Tổng hợp {said(when)}"])
    case.row(3, ["STT", "Đơn vị", case.say(a), case.say(b)])
    for row, unit in enumerate(here(when), 4):
        w = world(case.hand)
        case.row(row, [row - 3, name(unit), w[b], w[a]])
    case.outcomes = LOUD


def decimals(case: Case) -> None:
    """1.234 became 1,234 with a fraction: a count has none."""
    when = month(case.hand)
    case.row(1, [f"Dân số {said(when)}"])
    case.row(3, ["STT", "Đơn vị", case.say("pop_total"), case.say("citizens_eligible_eid")])
    for row, unit in enumerate(here(when), 4):
        w = world(case.hand)
        case.row(row, [row - 3, name(unit), w["pop_total"] / 1000, w["citizens_eligible_eid"] / 1000])
    case.outcomes = LOUD


def old_names(case: Case) -> None:
    """Communes that were merged away stand in a return of today."""
    when = Period.month(2025, case.hand.choice([8, 9, 10]))
    codes = some(case.hand, FLOWS)
    case.row(1, [f"Tổng hợp {said(when)}"])
    case.row(3, ["STT", "Đơn vị", *(case.say(c) for c in codes)])
    for row, unit in enumerate(here(Period.month(2025, 3)), 4):
        w = world(case.hand)
        case.row(row, [row - 3, name(unit), *(w[c] for c in codes)])
    case.outcomes = LOUD


def two_names(case: Case) -> None:
    """The line says one commune, the sheet another."""
    when = month(case.hand)
    one, other = case.hand.sample(here(when), 2)
    w = world(case.hand)
    case.sheet.title = bare(other)
    case.row(1, [f"UBND {name(one)}"])
    case.row(2, [f"BÁO CÁO {said(when).upper()}"])
    case.row(4, ["STT", "Chỉ tiêu", "Kết quả"])
    for row, code in enumerate(some(case.hand, FLOWS), 5):
        case.row(row, [row - 4, case.say(code), w[code]])
    case.outcomes = LOUD


def two_months(case: Case) -> None:
    """The title says one month, the name of the file another."""
    when = Period.month(2026, case.hand.choice([2, 3, 4]))
    unit, w = case.hand.choice(here(when)), world(case.hand)
    case.name = f"Bao cao thang {when.first_month + 1}.2026"
    case.row(1, [f"UBND {name(unit)}"])
    case.row(2, [f"BÁO CÁO THÁNG {when.first_month} NĂM 2026"])
    case.row(4, ["STT", "Chỉ tiêu", "Kết quả"])
    for row, code in enumerate(some(case.hand, FLOWS), 5):
        case.row(row, [row - 4, case.say(code), w[code]])
    case.outcomes = LOUD


def wrong_measure(case: Case) -> None:
    """ "Millions" over amounts in dong."""
    when = month(case.hand)
    case.row(1, [f"Chi trả an sinh xã hội {said(when)}"])
    case.row(2, ["Đơn vị tính: triệu đồng"], 4)
    case.row(3, ["STT", "Đơn vị", "Tổng số tiền chi trả an sinh xã hội"])
    for row, unit in enumerate(here(when), 4):
        case.row(row, [row - 3, name(unit), world(case.hand)["ssp_people_paid"] * 500_000])
    case.outcomes = LOUD


def twice(case: Case) -> None:
    """A commune in two rows with different figures: neither is taken."""
    when = month(case.hand)
    codes = some(case.hand, FLOWS)
    case.row(1, [f"Tổng hợp {said(when)}"])
    case.row(3, ["STT", "Đơn vị", *(case.say(c) for c in codes)])
    areas = here(when)
    for row, unit in enumerate([*areas, areas[2]], 4):
        w = world(case.hand)
        case.row(row, [row - 3, name(unit)])
        for col, code in enumerate(codes, 3):
            if unit == areas[2]:
                case.sheet.cell(row, col, 1000 + row)
            else:
                case.put(row, col, unit, when, code, w[code])
    case.outcomes = LOUD


def misspelt(case: Case) -> None:
    """A commune with a slip in its name is asked, the others are read."""
    when = Period.month(2025, 3)
    codes = some(case.hand, FLOWS)
    case.row(1, [f"Tổng hợp {said(when)}"])
    case.row(3, ["STT", "Đơn vị", *(case.say(c) for c in codes)])
    wrong = case.hand.choice(["Xã Đăk Chong", "Xã Mường Hong", "Xã Ngoc Lin"])
    for row, unit in enumerate(["", *here(when)[:5]], 4):
        w = world(case.hand)
        case.row(row, [row - 3, name(unit) if unit else wrong])
        for col, code in enumerate(codes, 3):
            if unit:
                case.put(row, col, unit, when, code, w[code])
            else:
                case.sheet.cell(row, col, w[code])
    case.outcomes = LOUD


def plan_only(case: Case) -> None:
    """Targets and no results."""
    when = month(case.hand)
    case.row(1, [f"KẾ HOẠCH CHUYỂN ĐỔI SỐ NĂM {when.year} CỦA CÁC XÃ"])
    codes = some(case.hand, STOCKS)
    _table(case, when, codes)
    case.outcomes = QUIET


def plan_columns(case: Case) -> None:
    """A form whose results are still empty, its plan filled in."""
    when = month(case.hand)
    unit, w = case.hand.choice(here(when)), world(case.hand)
    case.row(1, [f"UBND {name(unit)}"])
    case.row(2, [f"BÁO CÁO KẾT QUẢ {said(when).upper()}"])
    case.row(4, ["STT", "Chỉ tiêu", "ĐVT", "Kế hoạch năm", "Thực hiện"])
    for row, code in enumerate(some(case.hand, STOCKS), 5):
        case.row(row, [row - 4, case.say(code), "", w[code]])
    case.outcomes = QUIET


def scoring(case: Case) -> None:
    """A self-assessment in points: a point is no rate and no count."""
    when = month(case.hand)
    unit = case.hand.choice(here(when))
    case.row(1, [f"UBND {name(unit)}"])
    case.row(2, [f"TỰ ĐÁNH GIÁ, CHẤM ĐIỂM CHUYỂN ĐỔI SỐ NĂM {when.year}"])
    case.row(4, ["STT", "Chỉ số", "Điểm tối đa", "Điểm tự chấm", "Giải trình"])
    texts = [
        "Tỷ lệ hồ sơ tiếp nhận trực tuyến",
        "Tỷ lệ hồ sơ thanh toán trực tuyến",
        "Tỷ lệ CBCC được cấp chữ ký số",
        "Số thôn có Tổ công nghệ số cộng đồng",
        "Có kế hoạch chuyển đổi số",
    ]
    for row, text in enumerate(texts, 5):
        case.row(row, [row - 4, text, 10, case.hand.randint(3, 10), "Đạt 85% theo báo cáo"])
    case.outcomes = frozenset({"not_a_return", "ask", "fix", "accept"})


def insurance(case: Case) -> None:
    """Social insurance: a fine table, none of it ours."""
    when = month(case.hand)
    case.row(1, ["BẢO HIỂM XÃ HỘI HUYỆN"])
    case.row(2, [f"KẾT QUẢ PHÁT TRIỂN ĐỐI TƯỢNG THAM GIA BHXH, BHYT {said(when).upper()}"])
    case.row(
        4,
        [
            "STT",
            "Xã",
            "Số người tham gia BHXH bắt buộc",
            "Số người tham gia BHXH tự nguyện",
            "Số người tham gia BHYT",
            "Tỷ lệ bao phủ BHYT (%)",
            "Số tiền thu (triệu đồng)",
            "Số thẻ BHYT đã cấp",
        ],
    )
    for row, unit in enumerate(here(when), 5):
        case.row(row, [row - 4, name(unit), 210 + row, 40, 3100 + row, 93.4, 1200.5, 3000 + row])
    case.outcomes = QUIET


def minutes(case: Case) -> None:
    """The minutes of a meeting, with figures in the sentences."""
    when = month(case.hand)
    unit = case.hand.choice(here(when))
    case.row(1, [f"UBND {name(unit)}"])
    case.row(2, [f"BIÊN BẢN HỌP TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG {said(when).upper()}"])
    for row, text in enumerate(
        [
            "1. Thời gian: 8 giờ 00 phút",
            "2. Địa điểm: Hội trường UBND xã",
            "3. Thành phần: 12 đồng chí",
            "4. Nội dung: 05 thôn đã thành lập tổ, đạt 80%",
            "5. Kết luận: tiếp tục hướng dẫn người dân",
        ],
        4,
    ):
        case.row(row, [text])
    case.outcomes = NONE


def schedule(case: Case) -> None:
    """A list of hamlet teams and their leaders: a list, no return."""
    when = month(case.hand)
    unit = case.hand.choice(here(when))
    case.row(1, [f"DANH SÁCH TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG {name(unit).upper()} {said(when).upper()}"])
    case.row(3, ["STT", "Thôn", "Số thành viên", "Tổ trưởng", "Ghi chú"])
    for row in range(4, 10):
        case.row(row, [row - 3, f"Thôn {row - 3}", case.hand.randint(4, 9), "A Thanh", ""])
    case.outcomes = frozenset({"not_a_return", "ask", "fix"})


def days(case: Case) -> None:
    """A day a row: no day is the month."""
    when = Period.month(2026, 3)
    unit = case.hand.choice(here(when))
    codes = some(case.hand, FLOWS[:4])
    case.row(1, [f"UBND {name(unit)}"])
    case.row(2, ["THEO DÕI TIẾP NHẬN HỒ SƠ HẰNG NGÀY THÁNG 3 NĂM 2026"])
    case.row(4, ["Ngày", *(case.say(c) for c in codes)])
    for row in range(5, 12):
        case.row(row, [f"{row - 4:02d}/3/2026", *(case.hand.randint(1, 9) for _ in codes)])
    case.outcomes = frozenset({"not_a_return", "ask", "fix", "accept"})


def weeks(case: Case) -> None:
    """A week a column: no week is the month."""
    when = Period.month(2026, 3)
    unit = case.hand.choice(here(when))
    case.row(1, [f"UBND {name(unit)}"])
    case.row(2, ["SỐ LIỆU TUẦN THÁNG 3 NĂM 2026"])
    case.row(4, ["STT", "Chỉ tiêu", "Tuần 1", "Tuần 2", "Tuần 3", "Tuần 4"])
    for row, code in enumerate(some(case.hand, FLOWS), 5):
        case.row(row, [row - 4, case.say(code), *(case.hand.randint(1, 9) for _ in range(4))])
    case.outcomes = frozenset({"not_a_return", "ask", "fix", "accept"})


def negated(case: Case) -> None:
    """ "Not yet" beside "already": only the second is ours."""
    when = month(case.hand)
    case.row(1, [f"Rà soát {said(when)}"])
    case.row(
        3,
        [
            "STT",
            "Đơn vị",
            "CBCC chưa có chữ ký số",
            case.say("officials_with_cert"),
            "Thôn chưa có Tổ CNSCĐ",
            case.say("hamlets_with_cdt"),
            "Công dân chưa kích hoạt định danh mức 2",
            case.say("eid_l2_activated"),
        ],
    )
    for row, unit in enumerate(here(when), 4):
        w = world(case.hand)
        case.row(row, [row - 3, name(unit), 4, "", 2, "", 500])
        for col, code in ((4, "officials_with_cert"), (6, "hamlets_with_cdt"), (8, "eid_l2_activated")):
            case.put(row, col, unit, when, code, w[code])
    case.outcomes = frozenset({"accept", "ask"})


def other_things(case: Case) -> None:
    """Bare parts beside a whole that is not ours: "on time" of tasks is not "on time" of dossiers."""
    when = month(case.hand)
    whole = case.hand.choice(["Số vụ tai nạn", "Số văn bản đến", "Số hồ sơ người có công", "Số đơn thư khiếu nại", "Số hồ sơ đất đai"])
    case.row(1, [f"Tình hình xử lý {said(when)}"])
    case.row(3, ["STT", "Đơn vị", whole, "Trước hạn", "Đúng hạn", "Quá hạn"])
    for row, unit in enumerate(here(when), 4):
        case.row(row, [row - 3, name(unit), 30, 10, 15, 5])
    case.outcomes = QUIET


def early_signature(case: Case) -> None:
    """Signed two months before the period ended."""
    unit, w = case.hand.choice(here(Period.month(2026, 5))), world(case.hand)
    case.row(1, [f"UBND {name(unit)}"])
    case.row(2, ["Đăk Glei, ngày 12 tháng 3 năm 2026"], 3)
    case.row(3, ["BÁO CÁO THÁNG 5 NĂM 2026"])
    case.row(5, ["STT", "Chỉ tiêu", "Kết quả"])
    for row, code in enumerate(some(case.hand, FLOWS), 6):
        case.row(row, [row - 5, case.say(code), w[code]])
    case.outcomes = LOUD


def broken_sum(case: Case) -> None:
    """The total of a column is not the sum of its rows: the issue says so."""
    when = month(case.hand)
    codes = some(case.hand, FLOWS)
    case.row(1, [f"Tổng hợp {said(when)}"])
    case.row(3, ["STT", "Đơn vị", *(case.say(c) for c in codes)])
    row = 4
    for row, unit in enumerate(here(when), 4):
        w = world(case.hand)
        case.row(row, [row - 3, name(unit)])
        for col, code in enumerate(codes, 3):
            case.put(row, col, unit, when, code, w[code])
    sums = [sum(case.sheet.cell(r, c).value for r in range(4, row + 1)) for c in range(3, 3 + len(codes))]
    case.row(row + 1, ["", "Tổng cộng", sums[0] + 100, *sums[1:]])
    case.either, case.truth, case.outcomes = case.truth, {}, LOUD


TRAPS: tuple[Maker, ...] = (
    shifted, shifted_into_notes, shifted_names, swapped, decimals, old_names, two_names, two_months, wrong_measure, twice, misspelt, plan_only,
    plan_columns, scoring, insurance, minutes, schedule, days, weeks, negated, other_things, early_signature, broken_sum,
)  # fmt: skip
