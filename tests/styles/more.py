# ruff: noqa: E501
"""Words that change a figure where one does not look for them: in labels, sections, names of sheets and files."""

from __future__ import annotations

import unicodedata

from catalogue.periods import Period
from styles.desk import FLOWS, LOUD, STOCKS, Case, Maker, bare, here, month, name, said, some, world

QUIET = frozenset({"accept", "ask", "fix", "not_a_return"})


def _one(case: Case, when: Period) -> tuple[str, dict[str, int]]:
    unit = case.hand.choice(here(when))
    case.row(1, [f"UBND {name(unit)}"])
    case.row(2, [f"BÁO CÁO SỐ LIỆU {said(when).upper()}"])
    case.row(4, ["STT", "Chỉ tiêu", "ĐVT", "Kết quả"])
    return unit, world(case.hand)


def new_in_month(case: Case) -> None:
    """A stock whose label says "in the month": its increase, not itself."""
    when = month(case.hand)
    unit, w = _one(case, when)
    texts = [
        "Số tài khoản định danh mức độ 2 kích hoạt trong tháng",
        "Số cán bộ, công chức được cấp chữ ký số mới trong tháng",
        "Số thành viên Tổ CNSCĐ được tập huấn tăng thêm",
    ]
    for row, text in enumerate(texts, 5):
        case.row(row, [row - 4, text, "", 7 + row])
    case.put(8, 4, unit, when, "dossiers_recv_online", w["dossiers_recv_online"])
    case.row(8, [4, "Số hồ sơ tiếp nhận trực tuyến trong tháng"])
    case.outcomes = QUIET


def year_in_label(case: Case) -> None:
    """The label of a row says "since January"."""
    when = Period.month(2026, case.hand.choice([3, 4, 5]))
    unit, w = _one(case, when)
    row = 5
    for code in some(case.hand, FLOWS[:2] + FLOWS[3:], 2):
        case.row(row, [row - 4, case.say(code) + " trong tháng"])
        case.put(row, 4, unit, when, code, w[code])
        case.row(
            row + 1,
            [row - 3, f"Lũy kế từ đầu năm: {case.say(code)}" if case.hand.random() < 0.5 else f"{case.say(code)} lũy kế từ đầu năm"],
        )
        case.sheet.cell(row + 1, 4, 4 * w[code])
        case.either[unit, str(when), "year_to_date", code] = 4 * w[code]
        row += 2
    case.either, case.truth = {**case.either, **case.truth}, {}
    case.outcomes = QUIET


def next_month_section(case: Case) -> None:
    """A section of targets for the month to come under the results."""
    when = month(case.hand)
    unit, w = _one(case, when)
    codes = some(case.hand, STOCKS[:4])
    case.row(5, ["I", "KẾT QUẢ THỰC HIỆN"])
    row = 6
    for code in codes:
        case.row(row, [row - 5, case.say(code)])
        case.put(row, 4, unit, when, code, w[code])
        row += 1
    case.row(
        row,
        ["II", case.hand.choice(["KẾ HOẠCH THÁNG SAU", "CHỈ TIÊU KẾ HOẠCH THÁNG TIẾP THEO", "CÙNG KỲ NĂM TRƯỚC", "SỐ LIỆU THÁNG TRƯỚC"])],
    )
    for code in codes:
        row += 1
        case.row(row, ["", case.say(code), "", w[code] + 5])
    case.outcomes = QUIET


def women(case: Case) -> None:
    """Of the officials: women, party members."""
    when = month(case.hand)
    case.row(1, [f"Nhân lực {said(when)}"])
    case.row(
        3,
        [
            "STT",
            "Đơn vị",
            case.say("officials_total"),
            "Trong đó: nữ",
            "Đảng viên",
            "Trên đại học",
            case.say("officials_with_cert"),
            "Trong đó: nữ",
        ],
    )
    for row, unit in enumerate(here(when), 4):
        w = world(case.hand)
        case.row(row, [row - 3, name(unit), "", 5, 9, 2, "", 3])
        case.put(row, 3, unit, when, "officials_total", w["officials_total"])
        case.put(row, 7, unit, when, "officials_with_cert", w["officials_with_cert"])
    case.outcomes = frozenset({"accept", "ask"})


def without_accents(case: Case) -> None:
    """Typed without accents from end to end."""
    when = month(case.hand)
    codes = some(case.hand, FLOWS)

    def flat(text: str) -> str:
        return "".join(c for c in unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D")) if not unicodedata.combining(c))

    case.row(1, [flat(f"Tổng hợp số liệu {said(when)}")])
    case.row(3, ["STT", "Ten xa", *(flat(case.say(c)) for c in codes)])
    for row, unit in enumerate(here(when), 4):
        w = world(case.hand)
        case.row(row, [row - 3, name(unit)])
        for col, code in enumerate(codes, 3):
            case.put(row, col, unit, when, code, w[code])


def one_row(case: Case) -> None:
    """A wide table of one commune and its total."""
    when = month(case.hand)
    unit, w, codes = case.hand.choice(here(when)), world(case.hand), some(case.hand, FLOWS)
    case.row(1, [f"BIỂU SỐ LIỆU {said(when).upper()}"])
    case.row(3, ["STT", "Đơn vị", *(case.say(c) for c in codes)])
    case.row(4, [1, name(unit)])
    for col, code in enumerate(codes, 3):
        case.put(4, col, unit, when, code, w[code])
    case.row(5, ["", "Tổng cộng", *(w[c] for c in codes)])


def stale_titles(case: Case) -> None:
    """A sheet a month, but the title was copied from the first."""
    unit = case.hand.choice(here(Period.month(2026, 1)))
    codes = some(case.hand, FLOWS)
    for number in (1, 2):
        if number > 1:
            case.book.create_sheet()
        w = world(case.hand)
        case.sheet.title = f"Tháng {number}"
        case.row(1, [f"UBND {name(unit)}"])
        case.row(2, ["SỐ LIỆU THÁNG 1 NĂM 2026"])
        case.row(4, ["STT", "Chỉ tiêu", "Số lượng"])
        for row, code in enumerate(codes, 5):
            case.row(row, [row - 4, case.say(code), w[code]])
            if number == 1:
                case.either[unit, "2026-M01", "in_period", code] = w[code]
    case.outcomes = LOUD


def file_of_another(case: Case) -> None:
    """The name of the file says another commune than the sheet."""
    when = month(case.hand)
    one, other = case.hand.sample(here(when), 2)
    case.name = f"Xã {bare(other)} báo cáo T{when.first_month}.{when.year}"
    w = world(case.hand)
    case.row(1, [f"UBND {name(one)}"])
    case.row(2, [f"BÁO CÁO {said(when).upper()}"])
    case.row(4, ["STT", "Chỉ tiêu", "Kết quả"])
    for row, code in enumerate(some(case.hand, FLOWS), 5):
        case.row(row, [row - 4, case.say(code)])
        case.put(row, 3, one, when, code, w[code])
    case.either, case.truth, case.outcomes = case.truth, {}, QUIET


def estimates(case: Case) -> None:
    """The result of last month and an estimate of this one."""
    when = Period.month(2026, case.hand.choice([3, 4, 5]))
    unit, w = case.hand.choice(here(when)), world(case.hand)
    case.row(1, [f"UBND {name(unit)}"])
    case.row(2, [f"BÁO CÁO {said(when).upper()}"])
    case.row(4, ["STT", "Chỉ tiêu", f"Thực hiện tháng {when.first_month - 1}", f"Thực hiện tháng {when.first_month}", "So sánh (%)"])
    for row, code in enumerate(some(case.hand, FLOWS), 5):
        case.row(row, [row - 4, case.say(code), w[code] - 1, "", 101.2])
        case.put(row, 4, unit, when, code, w[code])


def two_lines(case: Case) -> None:
    """Headings broken over lines, with their unit in brackets and a formula under them."""
    when = month(case.hand)
    codes = ["officials_total", "officials_with_cert", "hamlets_total", "hamlets_with_cdt"]
    words = ["người", "người", "thôn", "thôn"]
    case.row(1, [f"SỐ LIỆU {said(when).upper()}"])
    case.row(
        3,
        [
            "Số\nTT",
            "Tên đơn vị\n(xã, thị trấn)",
            *(f"{case.say(c)}\n({u})" for c, u in zip(codes, words, strict=True)),
            "Tỷ lệ (%)\n(4)/(3)",
        ],
    )
    case.row(4, ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"])
    for row, unit in enumerate(here(when), 5):
        w = world(case.hand)
        case.row(row, [row - 4, name(unit), "", "", "", "", round(100 * w["officials_with_cert"] / w["officials_total"], 1)])
        for col, code in enumerate(codes, 3):
            case.put(row, col, unit, when, code, w[code])


def people_of_title(case: Case) -> None:
    """What the columns leave out stands in the title."""
    when = month(case.hand)
    case.row(1, [f"KẾT QUẢ CHI TRẢ AN SINH XÃ HỘI QUA TÀI KHOẢN {said(when).upper()}"])
    case.row(3, ["STT", "Xã", "Tổng số đối tượng", "Đã mở tài khoản", "Tỷ lệ (%)"])
    for row, unit in enumerate(here(when), 4):
        w = world(case.hand)
        a, b = w["ssp_people_total"], w["ssp_people_with_account"]
        case.row(row, [row - 3, name(unit), a, b, round(100 * b / a, 1)])
        case.either[unit, str(when), "to_date", "ssp_people_total"] = a
        case.either[unit, str(when), "to_date", "ssp_people_with_account"] = b
    case.outcomes = QUIET


def leaders_of_title(case: Case) -> None:
    """The title speaks of one thing, the columns of two others."""
    when = month(case.hand)
    case.row(1, [f"DANH MỤC CẤP CHỮ KÝ SỐ CHO CÁN BỘ, CÔNG CHỨC {said(when).upper()}"])
    case.row(3, ["STT", "Xã", "Tổng số", "Lãnh đạo", "Công chức", "Người hoạt động không chuyên trách", "Đã cấp"])
    for row, unit in enumerate(here(when), 4):
        case.row(row, [row - 3, name(unit), 40, 5, 20, 15, 33])
        case.either[unit, str(when), "to_date", "officials_total"] = 40
        case.either[unit, str(when), "to_date", "officials_with_cert"] = 33
        case.either[unit, str(when), "to_date", "leaders_total"] = 5
    case.outcomes = QUIET


MORE_STYLES: tuple[Maker, ...] = (
    new_in_month, year_in_label, next_month_section, women, without_accents, one_row, stale_titles, file_of_another, estimates, two_lines, people_of_title,
    leaders_of_title,
)  # fmt: skip
