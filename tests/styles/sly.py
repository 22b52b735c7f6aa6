# ruff: noqa: E501
"""Plausible sheets that tempt a reader to take a wrong number in silence: other times, other places, other measures beside the right ones."""

from __future__ import annotations

from catalogue.periods import Period
from styles.desk import FLOWS, STOCKS, Case, Maker, bare, here, month, name, said, some, world

ANY = frozenset({"accept", "ask", "fix", "not_a_return"})
HEARD = frozenset({"ask", "fix", "not_a_return"})
THIS_YEAR = (3, 4, 5)


def _one(case: Case, when: Period, title: str = "BÁO CÁO SỐ LIỆU") -> tuple[str, dict[str, int]]:
    unit = case.hand.choice(here(when))
    case.row(1, [f"UBND {name(unit)}"])
    case.row(2, [f"{title} {said(when).upper()}"])
    return unit, world(case.hand)


def year_before(case: Case) -> None:
    """The same month a year ago beside this one, said by dates."""
    when = Period.month(2026, case.hand.choice(THIS_YEAR))
    unit, w = _one(case, when)
    m = when.first_month
    old, new, diff = case.hand.choice(
        [
            (f"Tháng {m}/2025", f"Tháng {m}/2026", "So sánh (%)"),
            ("Cùng kỳ năm 2025", f"Tháng {m}/2026", "Tăng/giảm"),
            (f"Thực hiện tháng {m}/2025", f"Thực hiện tháng {m}/2026", "Tháng này so với cùng kỳ (%)"),
            ("Năm trước", "Năm nay", "+/-"),
            (f"T{m}/2025", f"T{m}/2026", "Tỷ lệ tăng, giảm (%)"),
        ]
    )
    case.row(4, ["STT", "Chỉ tiêu", "ĐVT", old, new, diff])
    for row, code in enumerate(some(case.hand, FLOWS + STOCKS, 6), 5):
        case.row(row, [row - 4, case.say(code), "", w[code] - 3, "", 103.1])
        case.put(row, 5, unit, when, code, w[code])
    case.either, case.truth, case.outcomes = case.truth, {}, ANY


def year_before_groups(case: Case) -> None:
    """A group of columns of last year, the same headings below."""
    when = Period.month(2026, case.hand.choice(THIS_YEAR))
    codes = some(case.hand, FLOWS[:3], 2)
    n = len(codes)
    texts = [case.say(c) for c in codes]
    case.row(1, [f"SO SÁNH KẾT QUẢ {said(when).upper()}"])
    first, second = case.hand.choice([("Cùng kỳ năm trước", "Thực hiện kỳ này"), ("Năm 2025", "Năm 2026"), ("Tháng trước", "Tháng này")])
    case.row(3, ["STT", "Đơn vị", first])
    case.row(3, [second], 3 + n)
    case.row(4, texts * 2, 3)
    case.sheet.merge_cells(start_row=3, end_row=3, start_column=3, end_column=2 + n)
    case.sheet.merge_cells(start_row=3, end_row=3, start_column=3 + n, end_column=2 + 2 * n)
    case.sheet.merge_cells("A3:A4")
    case.sheet.merge_cells("B3:B4")
    for row, unit in enumerate(here(when), 5):
        w, before = world(case.hand), world(case.hand)
        case.row(row, [row - 4, name(unit), *(before[c] for c in codes)])
        for col, code in enumerate(codes, 3 + n):
            case.put(row, col, unit, when, code, w[code])
            if first == "Năm 2025":
                for year, value in ((2025, before), (2026, w)):
                    case.either[unit, str(year), "in_period", code] = value[code]
    case.either, case.truth, case.outcomes = {**case.either, **case.truth}, {}, ANY


def hamlets(case: Case) -> None:
    """One commune, its hamlets in rows: only the sum is its figure."""
    when = month(case.hand)
    unit, w = _one(case, when)
    codes = some(case.hand, ("pop_total", "citizens_eligible_eid", "eid_l2_activated"), 2)
    case.row(4, ["STT", case.hand.choice(["Thôn", "Tên thôn", "Thôn, tổ dân phố", "Đơn vị"]), *(case.say(c) for c in codes)])
    others = [bare(u) for u in here(when) if u != unit]
    names = case.hand.choice(
        [
            ["Đăk Ra", "Đăk Poi", "Long Nang", "Chung Năng"],
            ["Thôn 1", "Thôn 2", "Thôn 3", "Thôn 4"],
            ["Thôn Đăk Dung", "Thôn Đăk Xanh", "Làng Pek", "Thôn 14A"],
            [f"Thôn {others[0]}", "Thôn Măng Lon", "Thôn Kon Riêng", "Thôn Đông Sông"],
        ]
    )
    sums = dict.fromkeys(codes, 0)
    for row, hamlet in enumerate(names, 5):
        case.row(row, [row - 4, hamlet])
        for col, code in enumerate(codes, 3):
            value = w[code] // 4 + row
            sums[code] += value
            case.sheet.cell(row, col, value)
    if case.hand.random() < 0.7:
        case.row(9, ["", case.hand.choice(["Tổng cộng", "Toàn xã", "Cộng"]), *(sums[c] for c in codes)])
        for code in codes:
            case.either[unit, str(when), "to_date", code] = sums[code]
    case.outcomes = ANY


def other_date(case: Case) -> None:
    """Stocks said to stand at another day than the period's end."""
    when = Period.month(2026, case.hand.choice(THIS_YEAR))
    _unit, w = _one(case, when)
    day = case.hand.choice(["31/12/2025", "ngày 30/6/2025", "ngày 01/01/2026"])
    case.row(3, [case.hand.choice([f"(Số liệu tính đến {day})", f"Thời điểm chốt số liệu: {day}", f"Số liệu đến hết {day}"])])
    case.row(5, ["STT", "Chỉ tiêu", "Kết quả"])
    for row, code in enumerate(some(case.hand, STOCKS, 4), 6):
        case.row(row, [row - 5, case.say(code), w[code]])
    case.outcomes = HEARD


def other_date_in_heading(case: Case) -> None:
    """Two stocks of two days side by side."""
    when = Period.month(2026, case.hand.choice(THIS_YEAR))
    unit, w = _one(case, when)
    end = when.end("plain")
    case.row(4, ["STT", "Chỉ tiêu", "ĐVT", "Đến 31/12/2025", f"Đến {end:%d/%m/%Y}", "Ghi chú"])
    for row, code in enumerate(some(case.hand, STOCKS, 4), 5):
        case.row(row, [row - 4, case.say(code), "", w[code] - 5])
        case.put(row, 5, unit, when, code, w[code])
    case.either, case.truth, case.outcomes = case.truth, {}, ANY


def month_of_growing(case: Case) -> None:
    """ "In the month" alone over accounts that grow: the increase or the level, nobody knows."""
    when = Period.month(2026, case.hand.choice(THIS_YEAR))
    case.row(1, [f"KẾT QUẢ CẤP ĐỊNH DANH {said(when).upper()}"])
    codes = ["eid_l2_issued", "eid_l2_activated"]
    case.row(3, ["STT", "Đơn vị", *(case.say(c) for c in codes)])
    case.row(4, ["Trong tháng", "Trong tháng"], 3)
    for col in "AB":
        case.sheet.merge_cells(f"{col}3:{col}4")
    for row, unit in enumerate(here(when), 5):
        case.row(row, [row - 4, name(unit), 12 + row, 9 + row])
    case.outcomes = ANY


def month_of_growing_long(case: Case) -> None:
    """The same with indicators in rows: "done in the month"."""
    when = Period.month(2026, case.hand.choice(THIS_YEAR))
    unit, w = _one(case, when)
    case.row(
        4, ["STT", "Chỉ tiêu", "ĐVT", case.hand.choice(["Trong tháng", "Thực hiện trong tháng", "Phát sinh trong kỳ", "Tăng trong kỳ"])]
    )
    rows = ["eid_l2_issued", "eid_l2_activated", "dossiers_recv_online", "dossiers_paid_online"]
    for row, code in enumerate(rows, 5):
        case.row(row, [row - 4, case.say(code), ""])
        if code in FLOWS:
            case.put(row, 4, unit, when, code, w[code])
        else:
            case.sheet.cell(row, 4, 14 + row)
    case.either, case.truth, case.outcomes = case.truth, {}, ANY


def percents_for_counts(case: Case) -> None:
    """Percentages under headings that call for counts."""
    when = month(case.hand)
    case.row(1, [f"Kết quả {said(when)}"])
    codes = ["dossiers_recv_online", "officials_with_cert", "hamlets_with_cdt"]
    case.row(3, ["STT", "Đơn vị", *(case.say(c) for c in codes)])
    style = case.hand.choice(["text", "format", "float"])
    for row, unit in enumerate(here(when), 4):
        case.row(row, [row - 3, name(unit)])
        for col in range(3, 6):
            share = case.hand.randint(401, 999) / 1000
            cell = case.sheet.cell(row, col, f"{100 * share:.1f}%".replace(".", ",") if style == "text" else share)
            if style == "format":
                cell.number_format = "0.0%"
    case.outcomes = HEARD


def percents_said_above(case: Case) -> None:
    """The sheet says "unit of measure: %": whole percentages look like counts."""
    when = month(case.hand)
    case.row(1, [f"Kết quả {said(when)}"])
    case.row(2, ["Đơn vị tính: %"], 5)
    codes = ["dossiers_recv_online", "officials_with_cert", "hamlets_with_cdt"]
    case.row(3, ["STT", "Đơn vị", *(case.say(c) for c in codes)])
    for row, unit in enumerate(here(when), 4):
        case.row(row, [row - 3, name(unit), *(case.hand.randint(60, 100) for _c in codes)])
    case.outcomes = HEARD


def percent_in_measure_column(case: Case) -> None:
    """The column of measures says % in a row named like a count."""
    when = month(case.hand)
    unit, w = _one(case, when)
    case.row(4, ["STT", "Chỉ tiêu", "ĐVT", "Kết quả"])
    rates = {
        "officials_with_cert": "sig_official_issued_rate",
        "hamlets_with_cdt": "soc_cdt_hamlet_rate",
        "dossiers_paid_online": "pay_online_dossier_rate",
    }
    for row, (code, rate) in enumerate(rates.items(), 5):
        value = case.hand.randint(70, 99)
        case.row(row, [row - 4, case.say(code), "%", value])
        case.either.update({(unit, str(when), basis, rate): value for basis in ("in_period", "to_date")})
    for row, code in enumerate(["officials_total", "hamlets_total"], 8):
        case.row(row, [row - 4, case.say(code), "người"])
        case.put(row, 4, unit, when, code, w[code])
    case.either, case.truth, case.outcomes = {**case.either, **case.truth}, {}, ANY


def thousands_said_above(case: Case) -> None:
    """The sheet says that people are counted in thousands."""
    when = month(case.hand)
    case.row(1, [f"Dân số {said(when)}"])
    case.row(2, ["Đơn vị tính: nghìn người"], 4)
    case.row(3, ["STT", "Đơn vị", case.say("pop_total")])
    for row, unit in enumerate(here(when), 4):
        value = case.hand.randint(2, 19)
        case.row(row, [row - 3, name(unit), value])
        case.either[unit, str(when), "to_date", "pop_total"] = value * 1000
    case.outcomes = ANY


def money_thousands(case: Case) -> None:
    """Thousands of dong, said in the heading of one column and over the sheet for another."""
    when = month(case.hand)
    case.row(1, [f"Chi trả trợ cấp {said(when)}"])
    case.row(2, ["ĐVT: nghìn đồng"], 4)
    case.row(3, ["STT", "Đơn vị", "Tổng số tiền chi trả ASXH", "Số tiền chi trả không dùng tiền mặt (đồng)"])
    for row, unit in enumerate(here(when), 4):
        value = case.hand.randint(90_000, 300_000)
        case.row(row, [row - 3, name(unit)])
        case.put(row, 3, unit, when, "ssp_amount_total", value * 1000, value)
        case.put(row, 4, unit, when, "ssp_amount_noncash", value * 600)
    case.either, case.truth, case.outcomes = case.truth, {}, ANY


def pasted_from_another(case: Case) -> None:
    """A second block on the sheet is that of another commune."""
    when = month(case.hand)
    one, other = case.hand.sample(here(when), 2)
    w, v = world(case.hand), world(case.hand)
    case.row(1, [f"UBND {name(one)}"])
    case.row(2, [f"BÁO CÁO {said(when).upper()}"])
    case.row(4, ["STT", "Chỉ tiêu", "Kết quả"])
    row = 4
    for row, code in enumerate(FLOWS[:3], 5):
        case.row(row, [row - 4, case.say(code), w[code]])
        case.either[one, str(when), "in_period", code] = w[code]
    case.row(row + 3, [f"UBND {name(other)}"])
    case.row(row + 5, ["STT", "Chỉ tiêu", "Kết quả"])
    for at, code in enumerate(FLOWS[3:], row + 6):
        case.row(at, [at - row - 5, case.say(code), v[code]])
        case.either[other, str(when), "in_period", code] = v[code]
    case.outcomes = ANY


def plan_year_in_title(case: Case) -> None:
    """Results towards the targets of another year: the year of the plan is no period."""
    when = Period.month(2026, case.hand.choice(THIS_YEAR))
    unit, w = case.hand.choice(here(when)), world(case.hand)
    case.row(1, [f"UBND {name(unit)}"])
    case.row(
        2,
        [
            case.hand.choice(
                [
                    "KẾT QUẢ THỰC HIỆN CHỈ TIÊU CHUYỂN ĐỔI SỐ ĐẾN NĂM 2030",
                    "BÁO CÁO THỰC HIỆN KẾ HOẠCH CHUYỂN ĐỔI SỐ GIAI ĐOẠN 2021-2025",
                    "KẾT QUẢ THỰC HIỆN KẾ HOẠCH NĂM 2025",
                ]
            )
        ],
    )
    case.row(3, [f"Kỳ báo cáo: {said(when)}"])
    case.row(5, ["STT", "Chỉ tiêu", "ĐVT", "Mục tiêu đến năm 2030", "Kết quả"])
    for row, code in enumerate(some(case.hand, STOCKS, 4), 6):
        case.row(row, [row - 5, case.say(code), "", w[code] + 50])
        case.put(row, 5, unit, when, code, w[code])
    case.either, case.truth, case.outcomes = case.truth, {}, ANY


def up_and_down(case: Case) -> None:
    """Increase and decrease in columns of their own."""
    when = month(case.hand)
    codes = ["officials_total", "officials_with_cert"]
    heads = case.hand.choice(
        [("Tăng", "Giảm"), ("Tăng trong kỳ", "Giảm trong kỳ"), ("Số tăng", "Số giảm"), ("Biến động tăng", "Biến động giảm")]
    )
    case.row(1, [f"Biến động {said(when)}"])
    case.row(3, ["STT", "Đơn vị"])
    for index, code in enumerate(codes):
        col = 3 + 4 * index
        case.sheet.cell(3, col, case.say(code))
        case.sheet.merge_cells(start_row=3, end_row=3, start_column=col, end_column=col + 3)
        case.row(4, ["Kỳ trước", *heads, "Kỳ này"], col)
    for row, unit in enumerate(here(when), 5):
        w = world(case.hand)
        case.row(row, [row - 4, name(unit)])
        for index, code in enumerate(codes):
            case.row(row, [w[code] - 2, 3, 1], 3 + 4 * index)
            case.put(row, 6 + 4 * index, unit, when, code, w[code])
    case.either, case.truth, case.outcomes = case.truth, {}, ANY


def quota_and_result(case: Case) -> None:
    """Quota assigned, done in the month, done so far, still missing, percent of the quota."""
    when = month(case.hand)
    case.row(1, [f"TIẾN ĐỘ KÍCH HOẠT TÀI KHOẢN ĐỊNH DANH ĐIỆN TỬ MỨC 2 {said(when).upper()}"])
    case.row(3, ["STT", "Đơn vị", "Chỉ tiêu được giao", "Kích hoạt trong tháng", "Lũy kế kích hoạt", "Còn thiếu", "Tỷ lệ hoàn thành (%)"])
    for row, unit in enumerate(here(when), 4):
        w = world(case.hand)
        done, quota = w["eid_l2_activated"], w["eid_l2_activated"] + 300
        case.row(row, [row - 3, name(unit), quota, 25, done, 300, round(100 * done / quota, 1)])
        case.either[unit, str(when), "to_date", "eid_quota"] = quota
        for code in ("eid_l2_activated", "eid_activated_total"):
            case.either[unit, str(when), "to_date", code] = done
    case.outcomes = ANY


def still_missing(case: Case) -> None:
    """What is left to do beside what is done, in words that name the same thing."""
    when = month(case.hand)
    case.row(1, [f"Rà soát {said(when)}"])
    texts = [
        "Số CBCC còn lại chưa cấp chữ ký số",
        "Số thôn còn phải thành lập Tổ CNSCĐ",
        "Công dân cần kích hoạt định danh mức 2",
        "Số đối tượng ASXH phải vận động mở tài khoản",
    ]
    case.row(3, ["STT", "Đơn vị", case.say("officials_total"), *texts])
    for row, unit in enumerate(here(when), 4):
        w = world(case.hand)
        case.row(row, [row - 3, name(unit), "", 4, 2, 500, 80])
        case.put(row, 3, unit, when, "officials_total", w["officials_total"])
    case.either, case.truth, case.outcomes = case.truth, {}, ANY


def registered(case: Case) -> None:
    """What is registered, proposed or expected is no result."""
    when = month(case.hand)
    unit, w = _one(case, when)
    case.row(
        4,
        [
            "STT",
            "Chỉ tiêu",
            "ĐVT",
            case.hand.choice(["Đăng ký", "Dự kiến", "Đề xuất", "Phấn đấu", "Nhu cầu", "Chỉ tiêu đăng ký"]),
            "Kết quả",
        ],
    )
    for row, code in enumerate(some(case.hand, STOCKS, 4), 5):
        case.row(row, [row - 4, case.say(code), "", w[code] + 9])
        case.put(row, 5, unit, when, code, w[code])
    case.either, case.truth, case.outcomes = case.truth, {}, ANY


def proposals_only(case: Case) -> None:
    """The only figures are what is registered for the year."""
    when = month(case.hand)
    _unit, w = _one(case, when, "ĐĂNG KÝ CHỈ TIÊU")
    case.row(4, ["STT", "Chỉ tiêu", "ĐVT", case.hand.choice(["Số đăng ký", "Dự kiến thực hiện", "Mức phấn đấu", "Nhu cầu"])])
    for row, code in enumerate(some(case.hand, STOCKS, 4), 5):
        case.row(row, [row - 4, case.say(code), "", w[code] + 9])
    case.outcomes = HEARD


def year_to_date_in_title(case: Case) -> None:
    """The title adds that the figures run since January: they are not those of the month."""
    when = Period.month(2026, case.hand.choice(THIS_YEAR))
    unit, w = case.hand.choice(here(when)), world(case.hand)
    case.row(1, [f"UBND {name(unit)}"])
    case.row(
        2,
        [
            case.hand.choice(
                [
                    f"BÁO CÁO LŨY KẾ {when.first_month} THÁNG ĐẦU NĂM 2026",
                    f"SỐ LIỆU CỘNG DỒN ĐẾN HẾT THÁNG {when.first_month} NĂM 2026",
                    f"KẾT QUẢ TỪ ĐẦU NĂM ĐẾN THÁNG {when.first_month}/2026",
                    f"SỐ LIỆU THÁNG {when.first_month}/2026 (LŨY KẾ TỪ ĐẦU NĂM)",
                ]
            )
        ],
    )
    case.row(4, ["STT", "Chỉ tiêu", "Số lượng"])
    for row, code in enumerate(some(case.hand, FLOWS[:2] + FLOWS[3:], 4), 5):
        case.row(row, [row - 4, case.say(code), w[code]])
        case.either[unit, str(when), "year_to_date", code] = w[code]
    case.outcomes = ANY


def previous_total_row(case: Case) -> None:
    """Under the sum stands the sum of last month."""
    when = month(case.hand)
    codes = some(case.hand, FLOWS, 4)
    case.row(1, [f"Tổng hợp {said(when)}"])
    case.row(3, ["STT", "Đơn vị", *(case.say(c) for c in codes)])
    sums, row = dict.fromkeys(codes, 0), 4
    for row, unit in enumerate(here(when), 4):
        w = world(case.hand)
        case.row(row, [row - 3, name(unit)])
        for col, code in enumerate(codes, 3):
            sums[code] += w[code]
            case.put(row, col, unit, when, code, w[code])
    case.row(row + 1, ["", "Tổng cộng", *(sums[c] for c in codes)])
    case.row(row + 2, ["", "Tháng trước", *(sums[c] - 11 for c in codes)])
    case.row(row + 3, ["", "So sánh (+/-)", *(11 for _c in codes)])
    case.either, case.truth, case.outcomes = case.truth, {}, ANY


def two_stages(case: Case) -> None:
    """Rows "plan" and "result" under every commune."""
    when = month(case.hand)
    codes = some(case.hand, STOCKS[:4], 3)
    case.row(1, [f"Kết quả {said(when)}"])
    case.row(3, ["STT", "Đơn vị", "Nội dung", *(case.say(c) for c in codes)])
    row = 4
    for number, unit in enumerate(here(when)[:5], 1):
        w = world(case.hand)
        case.row(row, [number, name(unit), case.hand.choice(["Kế hoạch", "Chỉ tiêu giao"]), *(w[c] + 8 for c in codes)])
        case.row(row + 1, ["", "", "Thực hiện"])
        case.row(row + 2, ["", "", "Tỷ lệ (%)", *(90 for _c in codes)])
        for col in (1, 2):
            case.sheet.merge_cells(start_row=row, end_row=row + 2, start_column=col, end_column=col)
        for col, code in enumerate(codes, 4):
            case.put(row + 1, col, unit, when, code, w[code])
        row += 3
    case.either, case.truth, case.outcomes = case.truth, {}, ANY


def other_level(case: Case) -> None:
    """Figures of the district or of the offices beside those of the commune."""
    when = month(case.hand)
    unit, w = _one(case, when)
    case.row(4, ["STT", "Chỉ tiêu", "Toàn huyện", "Cấp xã", "Các phòng, ban"])
    for row, code in enumerate(some(case.hand, FLOWS, 4), 5):
        case.row(row, [row - 4, case.say(code), 10 * w[code], "", 4 * w[code]])
        case.put(row, 4, unit, when, code, w[code])
    case.either, case.truth, case.outcomes = case.truth, {}, ANY


def other_bodies(case: Case) -> None:
    """The same words for schools, parties and firms."""
    when = month(case.hand)
    unit, w = _one(case, when)
    texts = [
        "Số giáo viên được cấp chữ ký số",
        "Số doanh nghiệp nộp hồ sơ trực tuyến",
        "Số đảng viên cài đặt VNeID mức 2",
        "Tổng số học sinh",
        "Số hồ sơ đất đai giải quyết quá hạn",
        "Số văn bản đến được ký số",
        "Số hộ nghèo có tài khoản ngân hàng",
        "Số phụ nữ sử dụng điện thoại thông minh",
        "Số hồ sơ giải quyết trước hạn của Công an xã",
    ]
    case.row(4, ["STT", "Chỉ tiêu", "Số lượng"])
    for row, text in enumerate(texts, 5):
        case.row(row, [row - 4, text, 20 + row])
    code = "dossiers_recv_online"
    case.row(15, [11, case.say(code)])
    case.put(15, 3, unit, when, code, w[code])
    case.either, case.truth, case.outcomes = case.truth, {}, ANY


def years_across(case: Case) -> None:
    """Years across, the last one unfinished."""
    unit = case.hand.choice(here(Period.month(2026, 3)))
    case.row(1, [f"UBND {name(unit)}"])
    case.row(2, ["SỐ LIỆU CHUYỂN ĐỔI SỐ THÁNG 3 NĂM 2026"])
    case.row(4, ["STT", "Chỉ tiêu", "Năm 2024", "Năm 2025", "Tháng 3/2026"])
    for row, code in enumerate(some(case.hand, FLOWS, 4), 5):
        w = world(case.hand)
        case.row(row, [row - 4, case.say(code), 10 * w[code], 11 * w[code]])
        case.put(row, 5, unit, Period.month(2026, 3), code, w[code])
        for year, factor in ((2024, 10), (2025, 11)):
            case.either[unit, str(year), "in_period", code] = factor * w[code]
    case.either, case.truth, case.outcomes = {**case.either, **case.truth}, {}, ANY


def carried_and_sum(case: Case) -> None:
    """ "Received" with what was carried over inside or not: the sum decides, else it is asked."""
    when = month(case.hand)
    case.row(1, [f"Hồ sơ {said(when)}"])
    case.row(3, ["STT", "Đơn vị", "Số hồ sơ tiếp nhận", case.say("resolved_total"), case.say("processing_total")])
    inside = case.hand.random() < 0.5
    for row, unit in enumerate(here(when), 4):
        w = world(case.hand)
        value = w["received_total"] if inside else w["dossiers_recv_new"]
        case.row(row, [row - 3, name(unit), value, w["resolved_total"], w["processing_total"]])
        case.either[unit, str(when), "in_period", "received_total" if inside else "dossiers_recv_new"] = value
        case.either[unit, str(when), "in_period", "resolved_total"] = w["resolved_total"]
        case.either[unit, str(when), "to_date", "processing_total"] = w["processing_total"]
    case.outcomes = ANY


def copied_header(case: Case) -> None:
    """The header of last month was left standing over a table whose sheet and file name this month."""
    when = Period.month(2026, case.hand.choice(THIS_YEAR))
    unit, w = case.hand.choice(here(when)), world(case.hand)
    case.name = f"BC thang {when.first_month} nam 2026 {bare(unit)}"
    case.row(1, [f"UBND {name(unit)}"])
    case.row(2, [f"BÁO CÁO THÁNG {when.first_month - 1} NĂM 2026"])
    case.row(4, ["STT", "Chỉ tiêu", "Kết quả"])
    for row, code in enumerate(some(case.hand, FLOWS, 4), 5):
        case.row(row, [row - 4, case.say(code), w[code]])
    case.outcomes = HEARD


def other_subject(case: Case) -> None:
    """Headings that name no thing under the title of another one."""
    when = month(case.hand)
    title = case.hand.choice(
        [
            "TÌNH HÌNH GIẢI QUYẾT ĐƠN THƯ KHIẾU NẠI, TỐ CÁO",
            "KẾT QUẢ XỬ LÝ VĂN BẢN ĐẾN",
            "KẾT QUẢ GIẢI QUYẾT HỒ SƠ BẢO HIỂM XÃ HỘI",
            "TÌNH HÌNH XỬ LÝ VI PHẠM HÀNH CHÍNH",
            "THEO DÕI NHIỆM VỤ ĐƯỢC GIAO",
        ]
    )
    case.row(1, [f"{title} {said(when).upper()}"])
    case.row(3, ["STT", "Đơn vị", "Tiếp nhận", "Đã giải quyết", "Trước hạn", "Đúng hạn", "Quá hạn", "Đang giải quyết"])
    for row, unit in enumerate(here(when), 4):
        case.row(row, [row - 3, name(unit), 40, 30, 10, 15, 5, 10])
    case.outcomes = HEARD


def other_subject_long(case: Case) -> None:
    """The same with indicators in rows."""
    when = month(case.hand)
    title = case.hand.choice(
        ["BÁO CÁO CÔNG TÁC TIẾP CÔNG DÂN, GIẢI QUYẾT ĐƠN THƯ", "BÁO CÁO KẾT QUẢ XỬ LÝ VĂN BẢN ĐẾN", "BÁO CÁO HÒA GIẢI Ở CƠ SỞ"]
    )
    _one(case, when, title)
    case.row(4, ["STT", "Nội dung", "Số lượng"])
    for row, text in enumerate(["Tiếp nhận", "Đã giải quyết", "Trong đó: đúng hạn", "Quá hạn", "Đang giải quyết"], 5):
        case.row(row, [row - 4, text, 50 - row])
    case.outcomes = HEARD


SLY: tuple[Maker, ...] = (
    year_before, year_before_groups, hamlets, other_date, other_date_in_heading, month_of_growing, month_of_growing_long, percents_for_counts,
    percents_said_above, percent_in_measure_column, thousands_said_above, money_thousands, pasted_from_another, plan_year_in_title, up_and_down,
    quota_and_result, still_missing, registered, proposals_only, year_to_date_in_title, previous_total_row, two_stages, other_level, other_bodies,
    years_across, carried_and_sum, copied_header, other_subject, other_subject_long,
)  # fmt: skip
