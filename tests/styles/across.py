# ruff: noqa: E501
"""Communes in rows or columns, indicators the other way: the collected tables of a district, a province, a sector."""

from __future__ import annotations

from catalogue.periods import Period
from styles.desk import FLOWS, LOUD, STOCKS, Case, Maker, bare, here, month, name, said, some, world


def _collected(case: Case, when: Period, codes: list[str], top: int, left: int = 1, names: str = "full") -> int:
    """Rows of communes under a header at `top`; the row after the last."""
    row = top + 1
    for number, unit in enumerate(here(when), 1):
        figures = world(case.hand)
        text = {"full": name(unit), "bare": bare(unit), "caps": name(unit).upper()}[names]
        case.row(row, [number, text], left)
        for col, code in enumerate(codes, left + 2):
            case.put(row, col, unit, when, code, figures[code])
        row += 1
    return row


def police(case: Case) -> None:
    """The police: two header rows without merges, rates in between, a rank at the end."""
    when = month(case.hand)
    case.name = f"CA bao cao VNeID T{when.first_month}-{when.year}"
    case.row(1, ["CÔNG AN TỈNH"])
    case.row(2, [f"KẾT QUẢ CẤP, KÍCH HOẠT TÀI KHOẢN ĐỊNH DANH ĐIỆN TỬ {said(when).upper()}"])
    case.row(
        4,
        [
            "STT",
            "Đơn vị",
            "Công dân đủ điều kiện cấp ĐDĐT",
            "Cấp tài khoản định danh mức 2",
            "",
            "Kích hoạt tài khoản định danh mức 2",
            "",
            "Xếp hạng",
        ],
    )
    case.row(5, ["", "", "", "Số đã cấp", "Tỷ lệ (%)", "Số đã kích hoạt", "Tỷ lệ (%)"])
    for row, unit in enumerate(here(when), 6):
        w = world(case.hand)
        a, b, c = w["citizens_eligible_eid"], w["eid_l2_issued"], w["eid_l2_activated"]
        case.row(row, [row - 5, name(unit), "", "", round(100 * b / a, 1), "", round(100 * c / a, 1), row - 5])
        for col, code in ((3, "citizens_eligible_eid"), (4, "eid_l2_issued"), (6, "eid_l2_activated")):
            case.put(row, col, unit, when, code, w[code])


def software(case: Case) -> None:
    """The export of a one-stop program: three merged header rows, a row of numbers that states sums, the total first."""
    when = month(case.hand)
    case.name = "export"
    case.row(1, ["BÁO CÁO TÌNH HÌNH GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH"])
    case.row(2, [f"Từ ngày 01/{when.first_month:02d}/{when.year} đến ngày {when.end('plain'):%d/%m/%Y}"])
    groups = [
        ("Tiếp nhận", ["received_total", "dossiers_recv_online", "dossiers_recv_direct_postal", "received_carried_over"], ["Tổng số", "Trực tuyến", "Trực tiếp, BCCI", "Kỳ trước chuyển sang"]),
        ("Đã giải quyết", ["resolved_total", "resolved_early", "resolved_on_time", "resolved_late"], ["Tổng số", "Trước hạn", "Đúng hạn", "Quá hạn"]),
        ("Đang giải quyết", ["processing_total", "processing_in_time", "processing_overdue"], ["Tổng số", "Trong hạn", "Quá hạn"]),
    ]  # fmt: skip
    case.row(4, ["STT", "Tên đơn vị", "Số hồ sơ"])
    case.sheet.merge_cells("C4:M4")
    case.sheet.merge_cells("A4:A6")
    case.sheet.merge_cells("B4:B6")
    col, codes = 3, []
    for title, members, leaves in groups:
        case.sheet.cell(5, col, title)
        case.sheet.merge_cells(start_row=5, end_row=5, start_column=col, end_column=col + len(members) - 1)
        case.row(6, leaves, col)
        col, codes = col + len(members), [*codes, *members]
    case.row(7, [f"({n})" if n != 3 else "(3)=(4)+(5)+(6)" for n in range(1, 14)])
    last = _collected(case, when, codes, 8)
    case.row(8, ["", "Toàn tỉnh", *(sum(case.sheet.cell(r, c).value for r in range(9, last)) for c in range(3, 14))])


def flat(case: Case) -> None:
    """Siblings without a group: the parts belong to the whole before them."""
    when = month(case.hand)
    case.row(1, [f"Kết quả giải quyết hồ sơ các xã {said(when)}"])
    case.row(
        3,
        [
            "TT",
            "Xã",
            case.say("resolved_total"),
            "Trước hạn",
            "Đúng hạn",
            case.hand.choice(["Quá hạn", "Trễ hạn"]),
            case.say("processing_total"),
            "Trong hạn",
            "Quá hạn",
        ],
    )
    _collected(
        case,
        when,
        [
            "resolved_total",
            "resolved_early",
            "resolved_on_time",
            "resolved_late",
            "processing_total",
            "processing_in_time",
            "processing_overdue",
        ],
        3,
        names="bare",
    )


def bilingual(case: Case) -> None:
    """Two languages in a heading, machine names under it."""
    when = month(case.hand)
    english = {
        "dossiers_recv_online": "Online",
        "dossiers_recv_direct_postal": "Counter",
        "dossiers_with_fee": "With fee",
        "dossiers_paid_online": "Paid online",
    }
    case.row(1, [f"Báo cáo tháng {when.first_month}/{when.year} / Monthly report"])
    case.row(3, ["STT / No.", "Đơn vị / Unit", *(f"{case.say(c)} / {e}" for c, e in english.items())])
    case.row(4, ["no", "unit_name", "recv_onl", "recv_off", "fee_cnt", "paid_onl"])
    _collected(case, when, list(english), 4)


def three_rows(case: Case) -> None:
    """Three header rows, nothing merged."""
    when = month(case.hand)
    case.row(1, [f"TỔNG HỢP {said(when).upper()}"])
    case.row(3, ["STT", "Tên xã", "Nguồn nhân lực", "", "", "", "Xã hội số", ""])
    case.row(4, ["", "", "Lãnh đạo", "", "Cán bộ, công chức", "", "Tổ công nghệ số cộng đồng", ""])
    case.row(
        5, ["", "", "Tổng số", "Được cấp chữ ký số", "Tổng số", "Được cấp chữ ký số", "Tổng số thành viên", "Số thành viên được tập huấn"]
    )
    _collected(
        case,
        when,
        ["leaders_total", "leaders_with_cert", "officials_total", "officials_with_cert", "cdt_members_total", "cdt_members_trained"],
        5,
    )


def sub_columns(case: Case) -> None:
    """Communes across, each with the month and the year so far."""
    when = Period.month(case.hand.choice([2025, 2026]), case.hand.choice([3, 4, 5]))
    codes = some(case.hand, ("dossiers_recv_online", "resolved_total", "dossiers_with_fee", "dossiers_paid_online"))
    case.row(1, [f"Số liệu các xã {said(when)}"])
    case.row(3, ["STT", "Chỉ tiêu"])
    case.sheet.merge_cells("A3:A4")
    case.sheet.merge_cells("B3:B4")
    for index, unit in enumerate(here(when)[:5]):
        col = 3 + 2 * index
        case.sheet.cell(3, col, name(unit))
        case.sheet.merge_cells(start_row=3, end_row=3, start_column=col, end_column=col + 1)
        case.row(4, ["Trong tháng", "Lũy kế năm"], col)
        w = world(case.hand)
        for row, code in enumerate(codes, 5):
            case.put(row, col, unit, when, code, w[code])
            case.put(row, col + 1, unit, when, code, 3 * w[code] + 1, basis="year_to_date")
    for row, code in enumerate(codes, 5):
        case.row(row, [row - 4, case.say(code)])


def clusters(case: Case) -> None:
    """Sub-totals of clusters in the middle, the whole at the end."""
    when = month(case.hand)
    codes = ["ssp_people_total", "ssp_people_with_account", "ssp_people_paid", "ssp_people_paid_noncash"]
    case.row(1, [f"BÁO CÁO CHI TRẢ AN SINH XÃ HỘI {said(when).upper()}"])
    case.row(3, ["STT", "Xã, thị trấn", *(f"{case.say(c)} (người)" for c in codes)])
    row, total = 4, [0] * 4
    areas = here(when)
    for mark, part in (("I", areas[:3]), ("II", areas[3:])):
        at, sums = row, [0] * 4
        for number, unit in enumerate(part, 1):
            row += 1
            w = world(case.hand)
            case.row(row, [number, name(unit)])
            for index, code in enumerate(codes):
                case.put(row, 3 + index, unit, when, code, w[code])
                sums[index] += w[code]
        case.row(at, [mark, f"Cụm số {1 if mark == 'I' else 2}", *sums])
        total = [a + b for a, b in zip(total, sums, strict=True)]
        row += 1
    case.row(row, ["", "Tổng cộng (I+II)", *total])
    case.outcomes = frozenset({"accept", "ask", "fix"})


def before_and_now(case: Case) -> None:
    """Last period, this period, the difference."""
    when = month(case.hand)
    groups = some(case.hand, ("officials_with_cert", "hamlets_with_cdt", "dossiers_recv_online"), 2)
    case.row(1, [f"SO SÁNH SỐ LIỆU {said(when).upper()}"])
    case.row(3, ["STT", "Đơn vị"])
    case.sheet.merge_cells("A3:A4")
    case.sheet.merge_cells("B3:B4")
    for index, code in enumerate(groups):
        col = 3 + 3 * index
        case.sheet.cell(3, col, case.say(code))
        case.sheet.merge_cells(start_row=3, end_row=3, start_column=col, end_column=col + 2)
        case.row(4, ["Kỳ trước", "Kỳ này", case.hand.choice(["Tăng, giảm", "Tăng/giảm", "+/-", "Chênh lệch"])], col)
    for row, unit in enumerate(here(when), 5):
        w = world(case.hand)
        case.row(row, [row - 4, name(unit)])
        for index, code in enumerate(groups):
            case.row(row, [w[code] - 3, "", 3], 3 + 3 * index)
            case.put(row, 4 + 3 * index, unit, when, code, w[code])


def plan_result_rate(case: Case) -> None:
    """Plan, result, the same period last year, percent of both."""
    when = month(case.hand)
    code = case.hand.choice(["officials_with_cert", "hamlets_with_cdt", "residents_with_personal_sig"])
    case.row(1, [f"Kết quả thực hiện chỉ tiêu {said(when)}"])
    case.row(3, ["STT", "Xã", case.say(code)])
    case.sheet.merge_cells("C3:G3")
    case.sheet.merge_cells("A3:A4")
    case.sheet.merge_cells("B3:B4")
    case.row(
        4,
        [case.hand.choice(["Kế hoạch năm", "KH giao", "Chỉ tiêu giao"]), "Thực hiện", "Cùng kỳ năm trước", "% so KH", "So cùng kỳ (%)"],
        3,
    )
    for row, unit in enumerate(here(when), 5):
        v = world(case.hand)[code] + 3
        case.row(row, [row - 4, name(unit), v + 7, "", v - 2, round(100 * v / (v + 7), 1), round(100 * v / (v - 2), 1)])
        case.put(row, 4, unit, when, code, v)


def odd_order(case: Case) -> None:
    """The name of the commune last, its number before it, the figures first."""
    when = month(case.hand)
    codes = some(case.hand, FLOWS)
    case.row(1, [f"Thống kê {said(when)}"])
    case.row(3, [*(case.say(c) for c in codes), "STT", "Tên đơn vị"])
    for row, unit in enumerate(here(when), 4):
        w = world(case.hand)
        for col, code in enumerate(codes, 1):
            case.put(row, col, unit, when, code, w[code])
        case.row(row, [row - 3, name(unit)], len(codes) + 1)


def typed_numbers(case: Case) -> None:
    """Numbers as text: points, blanks, a unit behind them."""
    when = month(case.hand)
    codes = ["pop_total", "citizens_eligible_eid", "eid_l2_issued", "eid_l2_activated"]
    how = case.hand.choice([lambda v: f"{v:,}".replace(",", "."), lambda v: f"{v:,}".replace(",", " "), lambda v: f"{v} người" if v else v])
    case.row(1, [f"Số liệu dân cư, định danh {said(when)}"])
    case.row(3, ["STT", "Xã", *(case.say(c) for c in codes)])
    for row, unit in enumerate(here(when), 4):
        w = world(case.hand)
        case.row(row, [row - 3, name(unit)])
        for col, code in enumerate(codes, 3):
            case.put(row, col, unit, when, code, w[code], how(w[code]) if col < 5 else None)


def rates_beside(case: Case) -> None:
    """Percentages with and without the sign beside their counts."""
    when = month(case.hand)
    pairs = [("officials_total", "officials_with_cert"), ("dossiers_with_fee", "dossiers_paid_online")]
    case.row(1, [f"TỔNG HỢP {said(when).upper()}"])
    case.row(
        3,
        [
            "STT",
            "Đơn vị",
            *(t for a, b in pairs for t in (case.say(a), case.say(b), case.hand.choice(["Tỷ lệ", "Tỷ lệ (%)", "%", "Đạt tỷ lệ"]))),
        ],
    )
    form = case.hand.choice(
        [
            lambda r: f"{100 * r:.1f}%".replace(".", ","),
            lambda r: round(100 * r, 1),
            lambda r: round(r, 4),
            lambda r: f"{100 * r:.2f}".replace(".", ","),
        ]
    )
    for row, unit in enumerate(here(when), 4):
        w = world(case.hand)
        case.row(row, [row - 3, name(unit)])
        for index, (a, b) in enumerate(pairs):
            case.put(row, 3 + 3 * index, unit, when, a, w[a])
            case.put(row, 4 + 3 * index, unit, when, b, w[b])
            case.sheet.cell(row, 5 + 3 * index, form(w[b] / w[a]))


def nil_words(case: Case) -> None:
    """Words for nothing: none is a zero unless it says so, and none is an error."""
    when = month(case.hand)
    codes = list(FLOWS[:4])
    case.row(1, [f"Báo cáo {said(when)}"])
    case.row(3, ["STT", "Tên xã", *(case.say(c) for c in codes)])
    for row, unit in enumerate(here(when), 4):
        w = world(case.hand)
        case.row(row, [row - 3, name(unit)])
        for col, code in enumerate(codes, 3):
            if case.hand.random() < 0.2:
                case.sheet.cell(row, col, case.hand.choice(["-", "–", "KPS", "không có", "…"]))
                case.either[unit, str(when), "in_period", code] = 0
            else:
                case.put(row, col, unit, when, code, w[code])


def hidden(case: Case) -> None:
    """A hidden column of last month between the others."""
    when = month(case.hand)
    case.row(1, [f"Báo cáo {said(when)}"])
    case.row(3, ["STT", "Tên xã", case.say("dossiers_recv_online"), "Tháng trước", case.say("resolved_total")])
    case.sheet.column_dimensions["D"].hidden = True
    for row, unit in enumerate(here(when), 4):
        w = world(case.hand)
        case.row(row, [row - 3, name(unit), "", 17])
        case.put(row, 3, unit, when, "dossiers_recv_online", w["dossiers_recv_online"])
        case.put(row, 5, unit, when, "resolved_total", w["resolved_total"])


def foreign_between(case: Case) -> None:
    """Columns that are not ours between ours: nothing of them is loaded."""
    when = month(case.hand)
    case.row(1, [f"Báo cáo tổng hợp {said(when)}"])
    case.row(
        3,
        [
            "TT",
            "Đơn vị",
            "Số vụ vi phạm",
            case.say("hamlets_total"),
            "Số hộ nghèo",
            case.say("hamlets_with_cdt"),
            "Học sinh có chữ ký số",
            "Doanh nghiệp thanh toán trực tuyến",
            "Số VB đến",
            "Ghi chú",
        ],
    )
    for row, unit in enumerate(here(when), 4):
        w = world(case.hand)
        case.row(row, [row - 3, name(unit), 3, "", 44, "", 120, 15, 88])
        case.put(row, 4, unit, when, "hamlets_total", w["hamlets_total"])
        case.put(row, 6, unit, when, "hamlets_with_cdt", w["hamlets_with_cdt"])


def by_post(case: Case) -> None:
    """The post office: what came by post alone is not what came over the counter and by post."""
    when = month(case.hand)
    case.row(1, [f"BƯU ĐIỆN TỈNH - BÁO CÁO TIẾP NHẬN, TRẢ KẾT QUẢ QUA BCCI {said(when).upper()}"])
    case.row(3, ["STT", "Xã", case.say("dossiers_recv_online"), "Hồ sơ tiếp nhận qua BCCI", "Trả kết quả qua BCCI", "Doanh thu (đồng)"])
    for row, unit in enumerate(here(when), 4):
        w = world(case.hand)
        case.row(row, [row - 3, name(unit), "", 12, 15, 360000])
        case.put(row, 3, unit, when, "dossiers_recv_online", w["dossiers_recv_online"])
    case.outcomes = frozenset({"accept", "ask"})


def two_ranks(case: Case) -> None:
    """Two rankings side by side, each sorted on its own."""
    when = month(case.hand)
    case.row(1, [f"XẾP HẠNG CÁC XÃ {said(when).upper()}"])
    case.row(3, ["Hạng", "Xã", case.say("eid_l2_activated"), "", "Hạng", "Xã", case.say("officials_with_cert")])
    for left, code in ((1, "eid_l2_activated"), (5, "officials_with_cert")):
        ranked = sorted(((world(case.hand)[code], u) for u in here(when)), reverse=True)
        for row, (value, unit) in enumerate(ranked, 4):
            case.row(row, [row - 3, name(unit)], left)
            case.put(row, left + 2, unit, when, code, value)


def quarters(case: Case) -> None:
    """Quarters of a year across, communes down; the sum of the year is a figure too."""
    year = 2024
    code = case.hand.choice(["dossiers_recv_online", "dossiers_paid_online"])
    case.row(1, [f"{case.say(code)} năm {year}"])
    case.row(3, ["STT", "Đơn vị", case.say(code)])
    case.sheet.merge_cells("C3:G3")
    case.sheet.merge_cells("A3:A4")
    case.sheet.merge_cells("B3:B4")
    case.row(4, ["Quý I", "Quý II", "Quý III", "Quý IV", "Cả năm"], 3)
    for row, unit in enumerate(here(Period(year, "year", 1)), 5):
        case.row(row, [row - 4, name(unit)])
        total = 0
        for quarter in (1, 2, 3, 4):
            value = world(case.hand)[code]
            total += value
            case.put(row, 2 + quarter, unit, Period(year, "quarter", quarter), code, value)
        case.sheet.cell(row, 7, total)
        case.either[unit, str(year), "in_period", code] = total
    case.outcomes = frozenset({"accept", "ask"})


def period_blocks(case: Case) -> None:
    """The rows of several months under one header, each block under the name of its month."""
    codes = some(case.hand, FLOWS[:4])
    case.row(1, ["THEO DÕI HỒ SƠ NĂM 2026"])
    case.row(3, ["STT", "Đơn vị", *(case.say(c) for c in codes)])
    row = 4
    for number in (1, 2):
        when = Period.month(2026, number)
        case.row(row, ["", f"Tháng {number}"])
        row = _collected(case, when, codes, row)
    case.outcomes = frozenset({"accept", "ask"})


def stocks_in_one(case: Case) -> None:
    """Stocks headed "in the month" and nothing else: they are what they are."""
    when = month(case.hand)
    codes = some(case.hand, STOCKS[:4])
    case.row(1, [f"NHÂN LỰC SỐ {said(when).upper()}"])
    case.row(3, ["STT", "Đơn vị", *(case.say(c) for c in codes)])
    _collected(case, when, codes, 3, names="caps")


def money(case: Case) -> None:
    """People and millions in one table, said in the headings."""
    when = month(case.hand)
    case.row(1, [f"Chi trả an sinh xã hội {said(when)}"])
    case.row(2, ["Đơn vị tính: người, triệu đồng"], 5)
    case.row(
        3,
        [
            "STT",
            "Xã",
            "Số người được chi trả (người)",
            "Trong đó: qua tài khoản (người)",
            "Tổng số tiền chi trả (triệu đồng)",
            "Trong đó: qua tài khoản (triệu đồng)",
        ],
    )
    for row, unit in enumerate(here(when), 4):
        w = world(case.hand)
        paid = round(w["ssp_people_paid"] * 0.55, 2)
        case.row(row, [row - 3, name(unit)])
        case.put(row, 3, unit, when, "ssp_people_paid", w["ssp_people_paid"])
        case.put(row, 4, unit, when, "ssp_people_paid_noncash", w["ssp_people_paid_noncash"])
        case.put(row, 5, unit, when, "ssp_amount_total", round(paid * 1e6), paid)
        case.put(row, 6, unit, when, "ssp_amount_noncash", round(round(paid * 0.6, 2) * 1e6), round(paid * 0.6, 2))


def offices(case: Case) -> None:
    """Offices of the district between the communes: their figures belong to no commune."""
    when = month(case.hand)
    codes = some(case.hand, FLOWS[:4])
    case.row(1, [f"Tình hình hồ sơ {said(when)}"])
    case.row(3, ["STT", "Đơn vị", *(case.say(c) for c in codes)])
    case.row(4, ["I", "Các phòng, ban"])
    case.row(5, [1, "Phòng Tư pháp", *[5] * len(codes)])
    case.row(6, [2, "Phòng Văn hóa và Thông tin", *[9] * len(codes)])
    case.row(7, ["II", "Các xã, thị trấn"])
    _collected(case, when, codes, 7)
    case.outcomes = frozenset({"accept", *LOUD})


ACROSS: tuple[Maker, ...] = (
    police, software, flat, bilingual, three_rows, sub_columns, clusters, before_and_now, plan_result_rate, odd_order, typed_numbers, rates_beside,
    nil_words, hidden, foreign_between, by_post, two_ranks, quarters, period_blocks, stocks_in_one, money, offices,
)  # fmt: skip
