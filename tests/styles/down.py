# ruff: noqa: E501
"""Indicators or periods in rows: the returns of one commune, and tables that say a unit or a period in every row."""

from __future__ import annotations

from catalogue.elements import elements
from catalogue.periods import Period
from styles.desk import FLOWS, STOCKS, Case, Maker, bare, here, month, name, said, some, world


def _head(case: Case, unit: str, when: Period, title: str = "BÁO CÁO SỐ LIỆU CHUYỂN ĐỔI SỐ") -> None:
    case.row(1, [f"ỦY BAN NHÂN DÂN {name(unit).upper()}"])
    case.row(3, [title])
    case.row(4, [said(when)])


def children(case: Case) -> None:
    """Parts under "of these", by dashes and by numbers."""
    when = month(case.hand)
    unit, w = case.hand.choice(here(when)), world(case.hand)
    _head(case, unit, when)
    case.row(6, ["STT", "Nội dung", "ĐVT", "Kết quả"])
    rows = [
        ("1", "Tổng số hồ sơ đã giải quyết", "resolved_total"),
        ("", "- Trong đó:", ""),
        ("", "+ Trước hạn", "resolved_early"),
        ("", "+ Đúng hạn", "resolved_on_time"),
        ("", "+ Quá hạn", "resolved_late"),
        ("2", "Hồ sơ đang giải quyết", "processing_total"),
        ("2.1", "Trong hạn", "processing_in_time"),
        ("2.2", "Quá hạn", "processing_overdue"),
        ("3", case.say("officials_total"), "officials_total"),
        ("", "Trong đó: được cấp chữ ký số", "officials_with_cert"),
    ]
    for row, (mark, text, code) in enumerate(rows, 7):
        case.row(row, [mark, text, "hồ sơ" if code and "off" not in code else ""])
        if code:
            case.put(row, 4, unit, when, code, w[code])


def numbered_labels(case: Case) -> None:
    """The number stands in the label itself, no column of numbers, a unit behind each figure."""
    when = month(case.hand)
    unit, w = case.hand.choice(here(when)), world(case.hand)
    _head(case, unit, when)
    case.row(6, ["Chỉ tiêu", "Số liệu"])
    words = {"hamlets_total": "thôn", "docs_out_total_nonsecret": "văn bản", "officials_total": "người"}
    for row, code in enumerate(
        ["officials_total", "officials_with_cert", "docs_out_total_nonsecret", "docs_out_signed_org", "hamlets_total", "hamlets_with_cdt"],
        7,
    ):
        case.row(row, [f"{row - 6}. {case.say(code)}"])
        case.put(row, 2, unit, when, code, w[code], f"{w[code]} {words[code]}" if code in words else None)


def since_january(case: Case) -> None:
    """The month and the year so far; stocks stand in the month alone."""
    when = Period.month(case.hand.choice([2025, 2026]), case.hand.choice([3, 4, 5]))
    unit, w = case.hand.choice(here(when)), world(case.hand)
    _head(case, unit, when)
    case.row(6, ["TT", "Chỉ tiêu", "Đơn vị tính", "Trong kỳ", "Lũy kế từ đầu năm"])
    for row, code in enumerate([*FLOWS[:4], "officials_total", "officials_with_cert"], 7):
        case.row(row, [row - 6, case.say(code)])
        if code in FLOWS:
            case.put(row, 4, unit, when, code, w[code])
            case.put(row, 5, unit, when, code, 4 * w[code], basis="year_to_date")
        else:
            case.put(row, 4, unit, when, code, w[code])


def last_and_this(case: Case) -> None:
    """Last month, this month, up or down."""
    when = month(case.hand)
    unit, w = case.hand.choice(here(when)), world(case.hand)
    _head(case, unit, when)
    case.row(6, ["STT", "Chỉ tiêu", "Tháng trước", "Tháng này", "Tăng (+), giảm (-)"])
    for row, code in enumerate(some(case.hand, FLOWS + STOCKS, 5), 7):
        case.row(row, [row - 6, case.say(code), w[code] - 1, "", 1])
        case.put(row, 4, unit, when, code, w[code])


def month_sheets(case: Case) -> None:
    """One commune, a sheet a month."""
    unit = case.hand.choice(here(Period.month(2026, 1)))
    codes = some(case.hand, FLOWS)
    case.name = f"{bare(unit)} so lieu nam 2026"
    for number in (1, 2, 3):
        if number > 1:
            case.book.create_sheet()
        when, w = Period.month(2026, number), world(case.hand)
        case.sheet.title = f"Tháng {number}"
        case.row(1, [f"UBND {name(unit)}"])
        case.row(2, [f"SỐ LIỆU THÁNG {number} NĂM 2026"])
        case.row(4, ["STT", "Chỉ tiêu", "ĐVT", "Số lượng"])
        for row, code in enumerate(codes, 5):
            case.row(row, [row - 4, case.say(code), "hồ sơ"])
            case.put(row, 4, unit, when, code, w[code])


def months_down(case: Case) -> None:
    """One commune, months in rows, indicators across, the sum at the end."""
    unit = case.hand.choice(here(Period.month(2026, 1)))
    codes = some(case.hand, FLOWS[:4])
    case.row(1, [f"UBND {name(unit)}"])
    case.row(2, ["THEO DÕI GIẢI QUYẾT HỒ SƠ NĂM 2026"])
    case.row(4, ["Tháng", *(case.say(c) for c in codes)])
    for number in range(1, 6):
        w = world(case.hand)
        case.row(4 + number, [f"Tháng {number}" if case.hand.random() < 0.5 else f"Tháng {number:02d}"])
        for col, code in enumerate(codes, 2):
            case.put(4 + number, col, unit, Period.month(2026, number), code, w[code])
    case.row(10, ["Cộng", *(sum(case.sheet.cell(r, c).value for r in range(5, 10)) for c in range(2, 2 + len(codes)))])


def months_across(case: Case) -> None:
    """One commune, indicators in rows, the months of a quarter across and their sum, which is none of what carries dossiers over."""
    unit = case.hand.choice(here(Period.month(2026, 1)))
    case.row(1, [f"UBND {name(unit)}"])
    case.row(2, ["Số liệu quý I năm 2026"])
    case.row(4, ["STT", "Chỉ tiêu", "ĐVT", "Tháng 1", "Tháng 2", "Tháng 3", "Cộng quý I"])
    worlds = [world(case.hand) for _month in range(3)]
    for row, code in enumerate(some(case.hand, FLOWS), 5):
        case.row(row, [row - 4, case.say(code), "hồ sơ"])
        total = 0
        for number in (1, 2, 3):
            value = worlds[number - 1][code]
            total += value
            case.put(row, 3 + number, unit, Period.month(2026, number), code, value)
        case.sheet.cell(row, 7, total)
        if elements()[code].carries_over:
            case.outcomes = frozenset({"accept", "ask"})
        else:
            case.either[unit, "2026-Q1", "in_period", code] = total


def tidy(case: Case) -> None:
    """A figure a row; the unit merged over its rows or repeated, the period said in every row or in the title."""
    when = month(case.hand)
    dated, merged = case.hand.random() < 0.5, case.hand.random() < 0.5
    codes = some(case.hand, FLOWS + STOCKS)
    case.row(1, ["Dữ liệu chi tiết" if dated else f"Dữ liệu {said(when)}"])
    case.row(3, ["Đơn vị", *(["Kỳ báo cáo"] if dated else []), "Chỉ tiêu", "Giá trị"])
    row, col = 4, 3 if dated else 2
    for unit in here(when)[:4]:
        w, first = world(case.hand), row
        for code in codes:
            case.row(row, [name(unit) if row == first or not merged else ""])
            if dated:
                case.sheet.cell(row, 2, f"Tháng {when.first_month}/{when.year}")
            case.sheet.cell(row, col, case.say(code))
            case.put(row, col + 1, unit, when, code, w[code])
            row += 1
        if merged:
            case.sheet.merge_cells(start_row=first, end_row=row - 1, start_column=1, end_column=1)


def blocks(case: Case) -> None:
    """Blocks of indicators, each under the name of its commune."""
    when = month(case.hand)
    codes = some(case.hand, STOCKS)
    case.row(1, [f"SỐ LIỆU CÁC XÃ {said(when).upper()}"])
    case.row(3, ["STT", "Nội dung", "ĐVT", "Số lượng"])
    row = 4
    for mark, unit in zip(("I", "II", "III", "IV"), here(when), strict=False):
        case.row(row, [mark, name(unit) if case.hand.random() < 0.5 else name(unit).upper()])
        w = world(case.hand)
        for number, code in enumerate(codes, 1):
            row += 1
            case.row(row, [number, case.say(code)])
            case.put(row, 4, unit, when, code, w[code])
        row += 1


def tables_below(case: Case) -> None:
    """A table a commune, one below the other, each under its own line."""
    when = month(case.hand)
    codes = some(case.hand, FLOWS)
    case.row(1, [f"TỔNG HỢP BÁO CÁO {said(when).upper()}"])
    row = 3
    for number, unit in enumerate(here(when)[:3], 1):
        case.row(row, [f"{number}. {name(unit)}"])
        case.row(row + 1, ["STT", "Chỉ tiêu", "Kết quả"])
        w = world(case.hand)
        for index, code in enumerate(codes, 1):
            case.row(row + 1 + index, [index, case.say(code)])
            case.put(row + 1 + index, 3, unit, when, code, w[code])
        row += len(codes) + 4
    case.outcomes = frozenset({"accept", "ask"})


def two_periods(case: Case) -> None:
    """One commune, two months, two tables on one sheet."""
    unit = case.hand.choice(here(Period.month(2026, 1)))
    codes = some(case.hand, FLOWS)
    case.row(1, [f"UBND {name(unit)}"])
    row = 3
    for number in (3, 4):
        when, w = Period.month(2026, number), world(case.hand)
        case.row(row, [f"Bảng số liệu tháng {number} năm 2026"])
        case.row(row + 1, ["STT", "Chỉ tiêu", "Kết quả"])
        for index, code in enumerate(codes, 1):
            case.row(row + 1 + index, [index, case.say(code)])
            case.put(row + 1 + index, 3, unit, when, code, w[code])
        row += len(codes) + 4
    case.outcomes = frozenset({"accept", "ask"})


def basis_rows(case: Case) -> None:
    """Two rows a commune: in the month, in the year so far."""
    when = Period.month(2026, case.hand.choice([3, 4, 5]))
    codes = some(case.hand, FLOWS[:4])
    case.row(1, [f"Báo cáo {said(when)}"])
    case.row(3, ["STT", "Đơn vị", "Số liệu", *(case.say(c) for c in codes)])
    row = 4
    for number, unit in enumerate(here(when), 1):
        w = world(case.hand)
        case.row(row, [number, name(unit), "Trong tháng"])
        case.row(row + 1, ["", "", "Lũy kế từ đầu năm"])
        case.sheet.merge_cells(start_row=row, end_row=row + 1, start_column=2, end_column=2)
        for col, code in enumerate(codes, 4):
            case.put(row, col, unit, when, code, w[code])
            case.put(row + 1, col, unit, when, code, 3 * w[code], basis="year_to_date")
        row += 2
    case.outcomes = frozenset({"accept", "ask", "fix"})


def justice(case: Case) -> None:
    """The registrar: civil status in detail, of which almost nothing is ours."""
    when = month(case.hand)
    unit, w = case.hand.choice(here(when)), world(case.hand)
    _head(case, unit, when, "BÁO CÁO CÔNG TÁC TƯ PHÁP - HỘ TỊCH")
    case.row(6, ["STT", "Nội dung", "Số lượng"])
    rows = [
        "Đăng ký khai sinh",
        "Đăng ký kết hôn",
        "Đăng ký khai tử",
        "Chứng thực bản sao",
        "Hòa giải thành",
        "Số buổi tuyên truyền pháp luật",
    ]
    for row, text in enumerate(rows, 7):
        case.row(row, [row - 6, text, case.hand.randint(2, 90)])
    for row, code in ((13, "dossiers_recv_online"), (14, "dossiers_paid_online")):
        case.row(row, [row - 6, case.say(code)])
        case.put(row, 3, unit, when, code, w[code])


def slip(case: Case) -> None:
    """Typed from a telephone: labels with a colon, figures beside, no heading, no frame."""
    when = month(case.hand)
    unit, w = case.hand.choice(here(when)), world(case.hand)
    case.row(1, [f"{bare(unit)} gửi số liệu {said(when)}" if case.hand.random() < 0.5 else f"Xã {bare(unit)} {said(when)}"])
    case.truth, case.outcomes = {}, frozenset({"accept", "ask", "fix", "not_a_return"})
    for row, code in enumerate(some(case.hand, FLOWS + STOCKS, 5), 3):
        case.row(row, [case.say(code) + ":"])
        case.put(row, 2, unit, when, code, w[code])
    case.either, case.truth = case.truth, {}


def long_plan(case: Case) -> None:
    """Plan of the year, result of the period, percent, remarks with figures in them."""
    when = month(case.hand)
    unit, w = case.hand.choice(here(when)), world(case.hand)
    _head(case, unit, when)
    case.row(6, ["STT", "Chỉ tiêu", "ĐVT", f"Kế hoạch năm {when.year}", "Kết quả thực hiện", "Tỷ lệ % so KH", "Ghi chú"])
    for row, code in enumerate(some(case.hand, STOCKS, 5), 7):
        case.row(
            row,
            [
                row - 6,
                case.say(code),
                "",
                w[code] + 10,
                "",
                round(100 * w[code] / (w[code] + 10), 1),
                "còn 12 người chưa nộp" if row % 2 else "",
            ],
        )
        case.put(row, 5, unit, when, code, w[code])


DOWN: tuple[Maker, ...] = (
    children, numbered_labels, since_january, last_and_this, month_sheets, months_down, months_across, tidy, blocks, tables_below, two_periods,
    basis_rows, justice, slip, long_plan,
)  # fmt: skip
