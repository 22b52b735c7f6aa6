# ruff: noqa: E501
"""Shapes further from the usual: measures under communes, years in the title alone, things said by the title, notes kept, old fonts."""

from __future__ import annotations

import unicodedata

from openpyxl.styles import Font

from catalogue.periods import Period
from catalogue.tables import rows
from styles.desk import FLOWS, STOCKS, Case, Maker, bare, here, month, name, said, some, world

OPEN = frozenset({"accept", "ask"})


def plan_and_result_across(case: Case) -> None:
    """Communes across, each with its plan and its result."""
    when = month(case.hand)
    codes = some(case.hand, STOCKS, 4)
    case.row(1, [f"KẾT QUẢ THỰC HIỆN CHỈ TIÊU CHUYỂN ĐỔI SỐ {said(when).upper()}"])
    pair = case.hand.choice([("KH", "TH"), ("Kế hoạch", "Thực hiện"), ("Chỉ tiêu", "Kết quả"), ("Giao", "Đạt")])
    units, merged = here(when)[:6], case.hand.random() < 0.6
    case.row(3, ["TT", "Chỉ tiêu", "ĐVT"])
    for index, unit in enumerate(units):
        col = 4 + 2 * index
        case.sheet.cell(3, col, name(unit) if merged else bare(unit))
        case.row(4, pair, col)
        if merged:
            case.sheet.merge_cells(start_row=3, end_row=3, start_column=col, end_column=col + 1)
    for row, code in enumerate(codes, 5):
        case.row(row, [row - 4, case.say(code), "người"])
    for index, unit in enumerate(units):
        w = world(case.hand)
        for row, code in enumerate(codes, 5):
            case.sheet.cell(row, 4 + 2 * index, w[code] + 7)
            case.put(row, 5 + 2 * index, unit, when, code, w[code])


def plan_result_rate_across(case: Case) -> None:
    """Communes across, each with plan, result and percent; a column for the whole at the end."""
    when = month(case.hand)
    codes = some(case.hand, STOCKS, 4)
    case.row(1, [f"TỔNG HỢP KẾT QUẢ {said(when).upper()}"])
    units = here(when)[:4]
    case.row(3, ["STT", "Nội dung chỉ tiêu"])
    for index, unit in enumerate([*units, None]):
        col = 3 + 3 * index
        case.sheet.cell(3, col, bare(unit) if unit else "Toàn huyện")
        case.sheet.merge_cells(start_row=3, end_row=3, start_column=col, end_column=col + 2)
        case.row(4, ["Kế hoạch", "Thực hiện", "Tỷ lệ (%)"], col)
    worlds = [world(case.hand) for _unit in units]
    for row, code in enumerate(codes, 5):
        case.row(row, [row - 4, case.say(code)])
        total = [0, 0]
        for index, unit in enumerate(units):
            value = worlds[index][code]
            case.sheet.cell(row, 3 + 3 * index, value + 10)
            case.put(row, 4 + 3 * index, unit, when, code, value)
            case.sheet.cell(row, 5 + 3 * index, round(100 * value / (value + 10), 1))
            total = [total[0] + value + 10, total[1] + value]
        case.row(row, [*total, round(100 * total[1] / total[0], 1)], 3 + 3 * len(units))


def since_title(case: Case) -> None:
    """Only the title says that the figures run since January."""
    when = Period.month(2026, case.hand.choice([3, 4, 5]))
    flows = some(case.hand, FLOWS[:2] + FLOWS[3:], 4)
    end = when.end(case.hand.choice(["plain", "nd09"]))
    case.row(1, ["TỔNG HỢP KẾT QUẢ TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ"])
    case.row(
        2,
        [
            case.hand.choice(
                [
                    f"(Lũy kế từ đầu năm đến ngày {end:%d/%m/%Y})",
                    f"Số liệu lũy kế từ đầu năm đến ngày {end.day}/{end.month}/{end.year}",
                    f"(Lũy kế từ ngày 01/01/2026 đến ngày {end:%d/%m/%Y})",
                    f"Từ đầu năm đến hết ngày {end:%d/%m/%Y}",
                ]
            )
        ],
    )
    case.row(4, ["STT", "Đơn vị", *(case.say(c) for c in flows)])
    for row, unit in enumerate(here(when), 5):
        w = world(case.hand)
        case.row(row, [row - 4, name(unit)])
        for col, code in enumerate(flows, 3):
            case.put(row, col, unit, when, code, w[code], basis="year_to_date")


def sheets_of_months(case: Case) -> None:
    """A sheet a month: only the file names the commune and the year."""
    unit = case.hand.choice(here(Period.month(2026, 1)))
    codes = some(case.hand, FLOWS)
    case.name = f"{name(unit)} - bao cao thang nam 2026"
    how = case.hand.choice(["T{0}", "Tháng {0:02d}", "Thang {0}", "{0:02d}.2026"])
    for number in (1, 2, 3, 4):
        if number > 1:
            case.book.create_sheet()
        when, w = Period.month(2026, number), world(case.hand)
        case.sheet.title = how.format(number)
        case.row(1, ["SỐ LIỆU GIẢI QUYẾT TTHC"])
        case.row(3, ["STT", "Nội dung", "Số lượng (hồ sơ)", "Ghi chú"])
        for row, code in enumerate(codes, 4):
            case.row(row, [row - 3, case.say(code)])
            case.put(row, 3, unit, when, code, w[code])


def counter_and_post_apart(case: Case) -> None:
    """Over the counter and by post in columns of their own beside the total: neither is asked, the rest is read."""
    when = month(case.hand)
    case.row(1, [f"TÌNH HÌNH TIẾP NHẬN HỒ SƠ {said(when).upper()}"])
    case.row(3, ["STT", "Đơn vị", "Tổng số hồ sơ tiếp nhận mới", "Trong đó", "", "", case.say("resolved_total")])
    case.row(4, ["Trực tuyến", "Trực tiếp", case.hand.choice(["Qua BCCI", "Bưu chính công ích"])], 4)
    case.sheet.merge_cells("D3:F3")
    for col in "ABCG":
        case.sheet.merge_cells(f"{col}3:{col}4")
    for row, unit in enumerate(here(when), 5):
        w = world(case.hand)
        post = w["dossiers_recv_direct_postal"] // 3
        case.row(row, [row - 4, name(unit), "", "", w["dossiers_recv_direct_postal"] - post, post])
        case.put(row, 3, unit, when, "dossiers_recv_new", w["dossiers_recv_new"])
        case.put(row, 4, unit, when, "dossiers_recv_online", w["dossiers_recv_online"])
        case.put(row, 7, unit, when, "resolved_total", w["resolved_total"])


def dossiers_of_title(case: Case) -> None:
    """The headings leave "dossiers" to the title."""
    when = month(case.hand)
    case.row(
        1,
        [
            case.hand.choice(["TÌNH HÌNH GIẢI QUYẾT HỒ SƠ THỦ TỤC HÀNH CHÍNH ", "KẾT QUẢ TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ TTHC "])
            + said(when).upper()
        ],
    )
    case.row(2, ["Đơn vị tính: hồ sơ"], 8)
    codes = [
        "dossiers_recv_online",
        "dossiers_recv_direct_postal",
        "received_carried_over",
        "resolved_early",
        "resolved_on_time",
        "resolved_late",
        "processing_in_time",
        "processing_overdue",
    ]
    heads = ["Tiếp nhận", "", "", "Đã giải quyết", "", "", "Đang giải quyết", ""]
    leaves = ["Trực tuyến", "Trực tiếp, BCCI", "Từ kỳ trước", "Trước hạn", "Đúng hạn", "Quá hạn", "Trong hạn", "Quá hạn"]
    case.row(4, ["TT", "Xã", *heads])
    case.row(5, leaves, 3)
    for area in ("A4:A5", "B4:B5", "C4:E4", "F4:H4", "I4:J4"):
        case.sheet.merge_cells(area)
    for row, unit in enumerate(here(when), 6):
        w = world(case.hand)
        case.row(row, [row - 5, name(unit)])
        for col, code in enumerate(codes, 3):
            case.put(row, col, unit, when, code, w[code])


def signatures_of_title(case: Case) -> None:
    """The thing stands in the title: officials and digital signatures."""
    when = month(case.hand)
    thing, whole, part, leaves = case.hand.choice(
        [
            ("TÌNH HÌNH CẤP CHỮ KÝ SỐ CHO CÁN BỘ, CÔNG CHỨC", "officials_total", "officials_with_cert", ("Tổng số CBCC", "Số đã được cấp")),
            ("KẾT QUẢ THÀNH LẬP TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG", "hamlets_total", "hamlets_with_cdt", ("Tổng số thôn", "Số thôn đã thành lập")),
            (
                "KẾT QUẢ CẤP TÀI KHOẢN ĐỊNH DANH ĐIỆN TỬ MỨC 2",
                "eid_l2_issued",
                "eid_l2_activated",
                ("Số tài khoản đã cấp", "Số tài khoản đã kích hoạt"),
            ),
        ]
    )
    case.row(1, [f"{thing} {said(when).upper()}"])
    case.row(3, ["STT", "Đơn vị", *leaves, "Tỷ lệ (%)"])
    for row, unit in enumerate(here(when), 4):
        w = world(case.hand)
        case.row(row, [row - 3, name(unit), "", "", round(100 * w[part] / w[whole], 1)])
        case.put(row, 3, unit, when, whole, w[whole])
        case.put(row, 4, unit, when, part, w[part])
    case.either, case.truth = case.truth, {}
    case.outcomes = frozenset({"accept", "ask", "fix", "not_a_return"})


def narrative_form(case: Case) -> None:
    """Texts under and beside the table: difficulties, causes, requests."""
    when = month(case.hand)
    unit, w = case.hand.choice(here(when)), world(case.hand)
    case.row(1, [f"UBND {name(unit).upper()}"])
    case.row(2, [f"BÁO CÁO KẾT QUẢ {said(when).upper()}"])
    case.row(4, ["STT", "Chỉ tiêu", "ĐVT", "Kết quả", "Khó khăn, vướng mắc"])
    codes = some(case.hand, FLOWS + STOCKS, 5)
    for row, code in enumerate(codes, 5):
        case.row(row, [row - 4, case.say(code), "", "", "Đường truyền chậm, 02 thôn chưa có điện lưới" if row == 6 else ""])
        case.put(row, 4, unit, when, code, w[code])
    row = 6 + len(codes)
    case.row(row, ["II. Khó khăn, vướng mắc:"])
    case.row(row + 1, ["- Thiếu 03 máy tính; 15 người dân chưa có điện thoại thông minh."])
    case.row(row + 2, ["III. Kiến nghị, đề xuất: cấp bổ sung 05 máy quét."])
    case.row(row + 4, ["NGƯỜI LẬP", "", "", "CHỦ TỊCH"])


def upper_and_lower_case(case: Case) -> None:
    """Decomposed letters, capitals, odd blanks and line breaks."""
    when = month(case.hand)
    codes = some(case.hand, FLOWS + STOCKS, 5)

    def odd(text: str) -> str:
        shape = case.hand.choice(
            [str.upper, str.lower, lambda t: t.replace(" ", "  "), lambda t: t.replace(" ", "\n", 1), lambda t: f" {t} ", lambda t: t + ":"]
        )
        return unicodedata.normalize("NFD", shape(text))

    case.row(1, [odd(f"Tổng hợp số liệu {said(when)}")])
    case.row(3, ["STT", odd("Tên xã"), *(odd(case.say(c)) for c in codes)])
    for row, unit in enumerate(here(when), 4):
        w = world(case.hand)
        case.row(row, [row - 3, unicodedata.normalize("NFD", name(unit)).upper() if row % 2 else f" {name(unit)} "])
        for col, code in enumerate(codes, 3):
            case.put(row, col, unit, when, code, w[code])


def fractions_with_rates(case: Case) -> None:
    """ "50/52 (96,2%)" in one cell, its heading "done / whole"."""
    when = month(case.hand)
    case.row(1, [f"Kết quả {said(when)}"])
    pairs = [
        ("officials_with_cert", "officials_total", "CBCC được cấp chữ ký số/Tổng số CBCC"),
        ("hamlets_with_cdt", "hamlets_total", "Số thôn có Tổ công nghệ số cộng đồng/Tổng số thôn"),
    ]
    case.row(3, ["TT", "Xã, thị trấn", *(text for *_codes, text in pairs)])
    style = case.hand.choice(["{a}/{b}", "{a}/{b} ({r:.1f}%)", "{a} / {b}", "{a:02d}/{b:02d} ({r:.2f}%)"])
    for row, unit in enumerate(here(when), 4):
        w = world(case.hand)
        case.row(row, [row - 3, name(unit)])
        for col, (a, b, _text) in enumerate(pairs, 3):
            text = style.format(a=w[a], b=w[b], r=100 * w[a] / w[b]).replace(".", ",")
            case.put(row, col, unit, when, a, w[a], text)
            case.put(row, col, unit, when, b, w[b], text)


def legacy_letters(case: Case) -> None:
    """Typed in a font of the old encoding."""
    table = _tcvn3()
    when = month(case.hand)
    codes = some(case.hand, FLOWS, 4)

    def old(text: str) -> str:
        return "".join(table.get(c) or table.get(c.lower(), c) for c in text)

    font = Font(name=".VnTime")
    case.row(1, [old(f"Tổng hợp {said(when)}")])
    case.row(3, ["STT", old("Đơn vị"), *(old(case.say(c)) for c in codes)])
    for row, unit in enumerate(here(when), 4):
        w = world(case.hand)
        case.row(row, [row - 3, old(name(unit))])
        for col, code in enumerate(codes, 3):
            case.put(row, col, unit, when, code, w[code])
    for line in case.sheet.iter_rows():
        for cell in line:
            cell.font = font
    case.outcomes = OPEN


def _tcvn3() -> dict[str, str]:
    """Letter to the letter that a font of TCVN3 shows as it."""
    return {row["letter"]: chr(int(row["code"], 16)) for row in rows("reader/tcvn3.csv")}


def subtotals_first(case: Case) -> None:
    """The whole first, two groups with sums of their own, roman numerals."""
    when = Period.month(2025, 3)
    codes = some(case.hand, FLOWS, 4)
    units = here(when)
    worlds = {u: world(case.hand) for u in units}
    case.row(1, [f"THỐNG KÊ {said(when).upper()}"])
    case.row(3, ["TT", "Địa phương", *(case.say(c) for c in codes)])
    case.row(4, ["", "Toàn huyện", *(sum(worlds[u][c] for u in units) for c in codes)])
    row = 5
    for mark, title, members in (("I", "Cụm phía Bắc", units[:5]), ("II", "Cụm phía Nam", units[5:])):
        case.row(row, [mark, title, *(sum(worlds[u][c] for u in members) for c in codes)])
        row += 1
        for number, unit in enumerate(members, 1):
            case.row(row, [number, bare(unit)])
            for col, code in enumerate(codes, 3):
                case.put(row, col, unit, when, code, worlds[unit][code])
            row += 1
    case.outcomes = OPEN


def half_year(case: Case) -> None:
    """Six months in words."""
    when = Period(2026, "half", 1)
    codes = some(case.hand, FLOWS, 4)
    case.row(
        1,
        [
            case.hand.choice(
                ["KẾT QUẢ THỰC HIỆN 6 THÁNG ĐẦU NĂM 2026", "Báo cáo sáu tháng đầu năm 2026", "Số liệu từ 15/12/2025 đến 14/6/2026"]
            )
        ],
    )
    case.row(3, ["STT", "Tên đơn vị", *(case.say(c) for c in codes)])
    for row, unit in enumerate(here(when), 4):
        w = world(case.hand)
        case.row(row, [row - 3, f"UBND {name(unit).lower()}"])
        for col, code in enumerate(codes, 3):
            case.put(row, col, unit, when, code, w[code])


def word_order(case: Case) -> None:
    """Other words and another order: what a careful reader still knows."""
    when = month(case.hand)
    ways = {
        "dossiers_recv_online": [
            "Số lượng hồ sơ người dân nộp trực tuyến",
            "Hồ sơ TTHC tiếp nhận theo hình thức trực tuyến",
            "Lượng hồ sơ trực tuyến đã tiếp nhận",
            "Hồ sơ được tiếp nhận bằng hình thức trực tuyến",
        ],
        "resolved_late": [
            "Số hồ sơ trả quá hạn",
            "Hồ sơ trễ hạn đã giải quyết",
            "Số hồ sơ giải quyết bị quá hạn",
            "Hồ sơ đã giải quyết nhưng trễ hẹn",
        ],
        "resolved_on_time": ["Số hồ sơ trả đúng hạn", "Hồ sơ được giải quyết đúng hẹn"],
        "officials_with_cert": [
            "Số CBCC đã có chứng thư chữ ký số",
            "Số lượng CBCCVC được cấp chữ ký số cá nhân",
            "Cán bộ, công chức được trang bị chữ ký số",
        ],
        "hamlets_with_cdt": [
            "Số thôn đã thành lập Tổ CNSCĐ",
            "Thôn, làng có Tổ công nghệ số cộng đồng hoạt động",
            "Số lượng thôn có tổ CNSCĐ",
        ],
        "eid_l2_activated": [
            "Số người đã kích hoạt tài khoản định danh mức 2",
            "Công dân kích hoạt VNeID mức 2",
            "Tài khoản VNeID mức 2 được kích hoạt",
        ],
        "dossiers_paid_online": [
            "Hồ sơ có thanh toán trực tuyến",
            "Số hồ sơ nộp phí, lệ phí qua hình thức trực tuyến",
            "Số giao dịch thanh toán phí trực tuyến",
        ],
        "ssp_people_with_account": ["Số người hưởng trợ cấp đã mở tài khoản", "Đối tượng ASXH đã có tài khoản ngân hàng"],
    }
    codes = some(case.hand, tuple(ways), 5)
    unit, w = case.hand.choice(here(when)), world(case.hand)
    case.row(1, [f"UBND {name(unit)}"])
    case.row(2, [f"BÁO CÁO {said(when).upper()}"])
    case.row(4, ["STT", "Nội dung báo cáo", "Đơn vị tính", "Số liệu"])
    for row, code in enumerate(codes, 5):
        case.row(row, [row - 4, case.hand.choice(ways[code])])
        case.put(row, 4, unit, when, code, w[code])
    case.outcomes = frozenset({"accept", "ask"})


def three_groups(case: Case) -> None:
    """Tables side by side for two topics, one title, a blank column between."""
    when = month(case.hand)
    case.row(1, [f"SỐ LIỆU {said(when).upper()}"])
    left, right = some(case.hand, FLOWS[:3], 2), some(case.hand, STOCKS[:4], 2)
    case.row(3, ["STT", "Đơn vị", *(case.say(c) for c in left)])
    start = 4 + len(left)
    case.row(3, ["STT", "Đơn vị", *(case.say(c) for c in right)], start)
    for row, unit in enumerate(here(when), 4):
        w = world(case.hand)
        for at, codes in ((1, left), (start, right)):
            case.row(row, [row - 3, name(unit)], at)
            for col, code in enumerate(codes, at + 2):
                case.put(row, col, unit, when, code, w[code])


def quarter_words(case: Case) -> None:
    """A quarter from the 15th to the 14th, said by days and by name."""
    when = Period(2026, "quarter", 1)
    codes = some(case.hand, FLOWS, 4)
    unit, w = case.hand.choice(here(when)), world(case.hand)
    case.row(1, [f"Đơn vị báo cáo: UBND {name(unit)}"])
    case.row(2, ["Biểu số: II.06a/VPCP/KSTT"])
    case.row(3, ["Kỳ báo cáo: Quý I/2026"])
    case.row(4, ["(Từ ngày 15/12/2025 đến ngày 14/3/2026)"])
    case.row(6, ["STT", "Chỉ tiêu", "Mã số", "Số lượng"])
    case.row(7, ["A", "B", "C", "1"])
    for row, code in enumerate(codes, 8):
        case.row(row, [row - 7, case.say(code), f"{row - 7:02d}"])
        case.put(row, 4, unit, when, code, w[code])


def text_thousands(case: Case) -> None:
    """Numbers as text with points in every fashion, a total that proves them."""
    when = month(case.hand)
    codes = ["pop_total", "citizens_eligible_eid", "eid_l2_issued"]
    case.row(1, [f"Dân số và định danh {said(when)}"])
    case.row(3, ["STT", "Xã", *(case.say(c) for c in codes)])
    row = 4
    sums = dict.fromkeys(codes, 0)
    for row, unit in enumerate(here(when), 4):
        w = world(case.hand)
        case.row(row, [row - 3, name(unit)])
        for col, code in enumerate(codes, 3):
            case.put(row, col, unit, when, code, w[code], f"{w[code]:,}".replace(",", "."))
            sums[code] += w[code]
    case.row(row + 1, ["", "Tổng", *(f"{sums[c]:,}".replace(",", ".") for c in codes)])


ODD: tuple[Maker, ...] = (
    plan_and_result_across, plan_result_rate_across, since_title, sheets_of_months, counter_and_post_apart, dossiers_of_title, signatures_of_title,
    narrative_form, upper_and_lower_case, fractions_with_rates, legacy_letters, subtotals_first, half_year, word_order, three_groups, quarter_words,
    text_thousands,
)  # fmt: skip
