# ruff: noqa: E501
"""Lists in two halves, months side by side, letterheads of other districts, months that no year has: what clerks do once and never again."""

from __future__ import annotations

from catalogue.periods import Period
from styles.desk import FLOWS, LOUD, STOCKS, Case, Maker, bare, here, month, name, said, some, world

SHY = frozenset({"accept", "ask"})


def _one(case: Case, when: Period) -> tuple[str, dict[str, int]]:
    unit = case.hand.choice(here(when))
    case.row(1, [f"UBND {name(unit)}"])
    case.row(2, [f"BÁO CÁO SỐ LIỆU {said(when).upper()}"])
    return unit, world(case.hand)


def list_in_two_halves(case: Case) -> None:
    """One list printed in two halves side by side under the same headings, no column between them."""
    when = month(case.hand)
    unit, w = _one(case, when)
    codes = [*some(case.hand, FLOWS, 5)[:4], *some(case.hand, STOCKS, 5)[:4]]
    headings = ["STT", "Chỉ tiêu", case.hand.choice(["Số liệu", "Kết quả", "Số lượng"])]
    case.row(4, headings + headings)
    for place, code in enumerate(codes):
        row, left = 5 + place % 4, 1 + 3 * (place // 4)
        case.row(row, [place + 1, case.say(code)], left)
        case.put(row, left + 2, unit, when, code, w[code])


def months_of_one_thing(case: Case) -> None:
    """The title names the only thing counted, the columns are months, the last one their sum."""
    code = case.hand.choice(["dossiers_recv_online", "dossiers_paid_online", "docs_out_signed_org"])
    case.row(1, [f"{case.say(code).upper()} THEO THÁNG, NĂM 2026"])
    case.row(3, ["TT", "Xã", *(f"Tháng {m}" for m in range(1, 5)), "Cộng 4 tháng"])
    for row, unit in enumerate(here(Period.month(2026, 4)), 4):
        case.row(row, [row - 3, name(unit)])
        counts = [case.hand.randint(20, 99) for _month in range(4)]
        for m, count in enumerate(counts, 1):
            case.put(row, 2 + m, unit, Period.month(2026, m), code, count)
        case.sheet.cell(row, 7, sum(counts))


def two_months_side_by_side(case: Case) -> None:
    """Two months of one time beside each other; names that live on in later communes are those of these months."""
    codes = ["docs_out_total_nonsecret", "docs_out_signed_org"]
    case.row(1, ["SO SÁNH VĂN BẢN THÁNG 02 VÀ THÁNG 3 NĂM 2025"])
    case.row(3, ["STT", "Đơn vị", "Tháng 02/2025", "", "Tháng 3/2025", ""])
    case.sheet.merge_cells("C3:D3")
    case.sheet.merge_cells("E3:F3")
    case.row(4, ["", "", *(case.say(c) for c in codes * 2)])
    for row, unit in enumerate(here(Period.month(2025, 3)), 5):
        case.row(row, [row - 4, f"UBND {name(unit)}"])
        for place, w in enumerate((world(case.hand), world(case.hand))):
            for col, code in enumerate(codes, 3 + 2 * place):
                case.put(row, col, unit, Period.month(2025, 2 + place), code, w[code])


def before_and_after_the_merger(case: Case) -> None:
    """Half a year beside the same half of the year before, when these names meant other communes."""
    code = case.hand.choice(["dossiers_recv_online", "dossiers_paid_online"])
    case.row(1, ["KẾT QUẢ 6 THÁNG ĐẦU NĂM 2026 SO VỚI CÙNG KỲ"])
    case.row(3, ["TT", "Xã", case.say(code)])
    case.row(4, ["", "", "6 tháng 2025", "6 tháng 2026", case.hand.choice(["Tăng (%)", "Tăng, giảm (%)"])])
    case.sheet.merge_cells("C3:E3")
    for row, unit in enumerate(here(Period(2026, "half", 1)), 5):
        case.row(row, [row - 4, name(unit), case.hand.randint(100, 500), "", 18.8])
        case.put(row, 4, unit, Period(2026, "half", 1), code, case.hand.randint(100, 500))
    case.name, case.outcomes = "So sanh 6T.2025-6T.2026", SHY


def month_thirteen(case: Case) -> None:
    """A month that no year has is asked, whatever year and file name say."""
    when = Period.month(2025, 12)
    unit, w = case.hand.choice(here(when)), world(case.hand)
    case.row(1, [f"UBND {name(unit)}"])
    case.row(2, [case.hand.choice(["BÁO CÁO SỐ LIỆU THÁNG 13 NĂM 2025", "BÁO CÁO SỐ LIỆU THÁNG 13/2025", "BÁO CÁO SỐ LIỆU QUÝ V/2025"])])
    case.row(4, ["STT", "Nội dung", "Số lượng"])
    for row, code in enumerate(some(case.hand, FLOWS, 3), 5):
        case.row(row, [row - 4, case.say(code), w[code]])
    case.name, case.outcomes = case.hand.choice(["Bao cao moi", "Bao cao thang 12.2025"]), LOUD


def namesake_of_another_district(case: Case) -> None:
    """The letterhead names another district, which has a commune of the same name."""
    when = Period.month(2025, case.hand.choice([2, 3, 4]))
    w = world(case.hand)
    case.row(1, ["UBND HUYỆN ĐĂK HÀ"])
    case.row(2, ["ỦY BAN NHÂN DÂN XÃ ĐĂK LONG"])
    case.row(4, [f"BÁO CÁO SỐ LIỆU {said(when).upper()}"])
    case.row(6, ["STT", "Chỉ tiêu", "Kết quả"])
    for row, code in enumerate(some(case.hand, FLOWS, 3), 7):
        case.row(row, [row - 6, case.say(code), w[code]])
    case.outcomes = LOUD


def part_that_breaks_the_balance(case: Case) -> None:
    """The whole agrees with what was received, its parts do not add up to it: one of them is wrong, and nobody knows which."""
    when = month(case.hand)
    unit, w = _one(case, when)
    case.row(4, ["STT", "Nội dung", "Hồ sơ"])
    w["resolved_on_time"] += 100
    lines = [
        ("received_total", "Tổng số hồ sơ tiếp nhận"),
        ("received_carried_over", "- Từ kỳ trước chuyển sang"),
        ("dossiers_recv_online", "- Tiếp nhận trực tuyến"),
        ("dossiers_recv_direct_postal", "- Tiếp nhận trực tiếp, BCCI"),
        ("resolved_total", "Tổng số hồ sơ đã giải quyết"),
        ("resolved_early", "- Trước hạn"),
        ("resolved_on_time", "- Đúng hạn"),
        ("resolved_late", "- Quá hạn"),
        ("processing_total", "Tổng số hồ sơ đang giải quyết"),
        ("processing_in_time", "- Trong hạn"),
        ("processing_overdue", "- Quá hạn"),
    ]
    doubted = ("resolved_total", "resolved_early", "resolved_on_time", "resolved_late")
    for row, (code, text) in enumerate(lines, 5):
        case.row(row, ["", text])
        case.put(row, 3, unit, when, code, w[code])
    case.either = {fact: value for fact, value in case.truth.items() if fact[3] not in doubted or fact[3] == "resolved_total"}
    case.truth, case.outcomes = {}, LOUD


def bare_rows_under_a_whole(case: Case) -> None:
    """Rows that say "online" and no more, under the whole they are parts of."""
    when = month(case.hand)
    unit, w = _one(case, when)
    case.row(4, ["TT", "Nội dung", "Số hồ sơ"])
    lines = [
        ("received_total", "Tổng số hồ sơ tiếp nhận (cả kỳ trước)"),
        ("received_carried_over", "Kỳ trước chuyển qua"),
        ("dossiers_recv_online", "Trực tuyến"),
        ("dossiers_recv_direct_postal", "Trực tiếp, bưu chính"),
        ("resolved_total", "Đã giải quyết"),
        ("processing_total", "Đang giải quyết"),
    ]
    for row, (code, text) in enumerate(lines, 5):
        case.row(row, [row - 4, text])
        case.put(row, 3, unit, when, code, w[code])


def in_thousands_and_about(case: Case) -> None:
    """Thousands of people with a fraction, and a figure that says "about": both are asked, neither is the sender's fault."""
    when = month(case.hand)
    case.row(1, [f"Dân số {said(when)}"])
    case.row(3, ["TT", "Xã", "Tổng dân số (nghìn người)", case.say("hamlets_total")])
    for row, unit in enumerate(here(when), 4):
        w = world(case.hand)
        case.row(row, [row - 3, name(unit), w["pop_total"] // 10 / 100])
        if row == 4:
            case.sheet.cell(row, 4, f"khoảng {w['hamlets_total']}")
        else:
            case.put(row, 4, unit, when, "hamlets_total", w["hamlets_total"])
    case.outcomes = frozenset({"ask"})


def accounts_in_the_title(case: Case) -> None:
    """Only the title says what the citizens are eligible for."""
    when = Period.month(2026, case.hand.choice([1, 3, 5]))
    case.row(1, [f"LŨY KẾ TÀI KHOẢN ĐỊNH DANH ĐIỆN TỬ ĐẾN HẾT THÁNG {when.first_month}/2026"])
    case.row(3, ["STT", "Xã", "Số công dân đủ điều kiện", "Đã cấp tài khoản định danh mức 2"])
    for row, unit in enumerate(here(when), 4):
        w = world(case.hand)
        case.row(row, [row - 3, bare(unit)])
        for col, code in enumerate(("citizens_eligible_eid", "eid_l2_issued"), 3):
            case.put(row, col, unit, when, code, w[code])


AGAIN: tuple[Maker, ...] = (
    list_in_two_halves,
    months_of_one_thing,
    two_months_side_by_side,
    before_and_after_the_merger,
    month_thirteen,
    namesake_of_another_district,
    part_that_breaks_the_balance,
    bare_rows_under_a_whole,
    in_thousands_and_about,
    accounts_in_the_title,
)
