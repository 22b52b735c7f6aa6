# ruff: noqa: E501
"""Tables of other desks: last year beside this one, levels with two bases each, sections with sums of their own, slips of pairs."""

from __future__ import annotations

from catalogue.periods import Period
from styles.desk import FLOWS, Case, Maker, here, month, name, said, some, world


def _new_month(case: Case) -> Period:
    return Period.month(2026, case.hand.choice([2, 3, 4, 5]))


def last_year_beside(case: Case) -> None:
    """Each figure of the month has that of the same month last year beside it, and the change."""
    when = _new_month(case)
    codes = some(case.hand, FLOWS[:2] + FLOWS[3:], 3)[:3]
    before = case.hand.choice(["Cùng kỳ năm trước", "Cùng kỳ 2025", "Cùng kỳ năm 2025", "Năm trước", "Cùng kỳ"])
    now = case.hand.choice(["Kỳ này", "Tháng này", "Năm nay", "Thực hiện", f"Tháng {when.first_month}/2026"])
    case.row(1, [f"TỔNG HỢP KẾT QUẢ GIẢI QUYẾT TTHC {said(when).upper()}"])
    case.row(3, ["STT", "Đơn vị"])
    order = [now, before] if case.hand.random() < 0.5 else [before, now]
    for place, code in enumerate(codes):
        left = 3 + 3 * place
        case.sheet.cell(3, left, case.say(code))
        case.sheet.merge_cells(start_row=3, end_row=3, start_column=left, end_column=left + 2)
        case.row(4, [*order, "Tăng/giảm (%)"], left)
    case.sheet.merge_cells("A3:A4")
    case.sheet.merge_cells("B3:B4")
    for row, unit in enumerate(here(when), 5):
        w, past = world(case.hand), world(case.hand)
        case.row(row, [row - 4, name(unit)])
        for place, code in enumerate(codes):
            left = 3 + 3 * place
            case.put(row, left + order.index(now), unit, when, code, w[code])
            case.sheet.cell(row, left + order.index(before), past[code])
            case.sheet.cell(row, left + 2, round(100 * (w[code] / past[code] - 1), 1))


def last_year_in_the_heading(case: Case) -> None:
    """Without groups: the heading of last year's column repeats the thing and says when."""
    when = _new_month(case)
    codes = ["dossiers_recv_new", "resolved_total"]
    how = case.hand.choice(["{0} cùng kỳ năm trước", "{0} cùng kỳ năm 2025", "{0} (cùng kỳ 2025)", "{0} năm trước", "{0} - cùng kỳ"])
    case.row(1, [f"BÁO CÁO {said(when).upper()}"])
    says = [case.say(c) for c in codes]
    case.row(3, ["TT", "Xã", says[0], how.format(says[0]), says[1], how.format(says[1])])
    for row, unit in enumerate(here(when), 4):
        w, past = world(case.hand), world(case.hand)
        case.row(row, [row - 3, name(unit), "", past[codes[0]], "", past[codes[1]]])
        for place, code in enumerate(codes):
            case.put(row, 3 + 2 * place, unit, when, code, w[code])


def last_year_in_rows(case: Case) -> None:
    """One unit, indicators in rows, a column for last year beside this year's."""
    when = _new_month(case)
    unit, w, past = case.hand.choice(here(when)), world(case.hand), world(case.hand)
    case.row(1, [f"UBND {name(unit)}"])
    case.row(2, [f"SỐ LIỆU {said(when).upper()}"])
    pair = case.hand.choice(
        [
            ("Cùng kỳ năm trước", "Kỳ báo cáo"),
            ("Năm trước", "Năm nay"),
            ("Cùng kỳ 2025", "Thực hiện"),
            ("Tháng cùng kỳ năm trước", "Tháng báo cáo"),
        ]
    )
    case.row(4, ["STT", "Chỉ tiêu", "ĐVT", *pair, "So sánh"])
    for row, code in enumerate(some(case.hand, FLOWS[:2] + FLOWS[3:], 4), 5):
        case.row(row, [row - 4, case.say(code), "hồ sơ", past[code], "", round(100 * w[code] / past[code], 1)])
        case.put(row, 5, unit, when, code, w[code])


def levels_with_two_bases(case: Case) -> None:
    """Accounts of both levels, each in the month and so far."""
    when = month(case.hand)
    month_words, so_far = case.hand.choice(
        [
            ("Trong tháng", "Lũy kế"),
            ("Trong kỳ", "Lũy kế đến nay"),
            ("Trong tháng", "Lũy kế đến cuối tháng"),
            ("Kích hoạt trong tháng", "Lũy kế"),
        ]
    )
    first, second = case.hand.choice(
        [
            ("Tài khoản VNeID mức 1 đã kích hoạt", "Tài khoản VNeID mức 2 đã kích hoạt"),
            ("Kích hoạt VNeID mức độ 1", "Kích hoạt VNeID mức độ 2"),
            ("Số TK định danh mức 1 kích hoạt", "Số TK định danh mức 2 kích hoạt"),
        ]
    )
    case.row(1, [f"KẾT QUẢ KÍCH HOẠT TÀI KHOẢN ĐỊNH DANH ĐIỆN TỬ {said(when).upper()}"])
    case.row(3, ["STT", "Đơn vị", first, "", second, ""])
    case.row(4, ["", "", month_words, so_far, month_words, so_far])
    for span in ("C3:D3", "E3:F3", "A3:A4", "B3:B4"):
        case.sheet.merge_cells(span)
    for row, unit in enumerate(here(when), 5):
        w = world(case.hand)
        case.row(row, [row - 4, name(unit), case.hand.randint(3, 50), "", case.hand.randint(3, 50), ""])
        case.put(row, 4, unit, when, "eid_l1_activated", case.hand.randint(200, 900))
        case.put(row, 6, unit, when, "eid_l2_activated", w["eid_l2_activated"])


def vneid_levels(case: Case) -> None:
    """The same under one heading of three rows, the levels in the middle."""
    when = month(case.hand)
    case.row(1, [f"TỔNG HỢP SỐ LIỆU ĐỀ ÁN 06 {said(when).upper()}"])
    case.row(3, ["STT", "Đơn vị", "Kích hoạt tài khoản VNeID"])
    case.row(4, ["", "", case.hand.choice(["Mức 1", "Mức độ 1"]), "", case.hand.choice(["Mức 2", "Mức độ 2"])])
    case.row(5, ["", "", "Trong tháng", "Lũy kế", "Trong tháng", "Lũy kế"])
    for span in ("C3:F3", "C4:D4", "E4:F4", "A3:A5", "B3:B5"):
        case.sheet.merge_cells(span)
    for row, unit in enumerate(here(when), 6):
        w = world(case.hand)
        case.row(row, [row - 5, name(unit), case.hand.randint(3, 50), "", case.hand.randint(3, 50), ""])
        case.put(row, 4, unit, when, "eid_l1_activated", case.hand.randint(200, 900))
        case.put(row, 6, unit, when, "eid_l2_activated", w["eid_l2_activated"])


def sections_with_sums(case: Case) -> None:
    """The offices of the district, then the communes; each section has its own sum."""
    when = Period.month(2025, case.hand.choice([2, 3, 4, 5]))
    codes = ["dossiers_recv_new", "resolved_total", "processing_total"]
    case.row(1, [f"TỔNG HỢP TÌNH HÌNH GIẢI QUYẾT TTHC {said(when).upper()}"])
    case.row(3, ["STT", "Đơn vị", *(case.say(c) for c in codes)])
    sums, row = [0, 0, 0], 4
    word = case.hand.choice(["Cộng", "Cộng mục {0}", "Cộng {0}", "Tổng {0}", "Cộng khối {1}"])
    titles = case.hand.choice([("Cơ quan chuyên môn", "UBND cấp xã"), ("Các phòng, ban", "Các xã, thị trấn"), ("Cấp huyện", "Cấp xã")])
    for mark, title, names in (
        ("I", titles[0], ["Phòng Tư pháp", "Phòng Tài nguyên và Môi trường", "Phòng Nội vụ"]),
        ("II", titles[1], here(when)),
    ):
        on_top = word == "Tổng {0}"
        case.row(row, [mark, title.upper() if case.hand.random() < 0.5 else title])
        head, part = row, [0, 0, 0]
        row += 1
        for place, unit in enumerate(names, 1):
            w = world(case.hand)
            counts = [w[c] for c in codes]
            part = [a + b for a, b in zip(part, counts, strict=True)]
            if mark == "II":
                case.row(row, [place, name(unit)])
                for col, code in enumerate(codes, 3):
                    case.put(row, col, unit, when, code, w[code])
            else:
                case.row(row, [place, unit, *counts])
            row += 1
        sums = [a + b for a, b in zip(sums, part, strict=True)]
        if on_top:
            case.row(head, part, 3)
        else:
            case.row(row, ["", word.format(mark, title.lower()), *part])
            row += 1
    case.row(row, ["", case.hand.choice(["TỔNG CỘNG", "Tổng cộng (I+II)", "Toàn huyện"]), *sums])


def pairs_without_heading(case: Case) -> None:
    """A slip: labels and values beside each other, in synonyms, no heading over them."""
    when = month(case.hand)
    unit, w = case.hand.choice(here(when)), world(case.hand)
    w["essential_dossiers_total"] = case.hand.randint(30, 60)
    w["essential_dossiers_online"] = case.hand.randint(5, 29)
    case.row(1, [f"UBND {name(unit)}"])
    case.row(2, [f"PHIẾU THU THẬP SỐ LIỆU {said(when).upper()}"])
    lines = [
        ("dossiers_recv_new", case.hand.choice(["Số hồ sơ tiếp nhận mới", "Hồ sơ TTHC tiếp nhận mới trong kỳ"])),
        (
            "essential_dossiers_total",
            case.hand.choice(
                [
                    "Hồ sơ thuộc nhóm dịch vụ công thiết yếu",
                    "Số hồ sơ nhóm dịch vụ công thiết yếu",
                    "Tổng hồ sơ nhóm DVC thiết yếu (Đề án 06)",
                ]
            ),
        ),
        (
            "essential_dossiers_online",
            case.hand.choice(
                [
                    "Hồ sơ nhóm dịch vụ công thiết yếu nộp trực tuyến",
                    "Số hồ sơ DVC thiết yếu nộp trực tuyến",
                    "Hồ sơ trực tuyến nhóm dịch vụ công thiết yếu",
                ]
            ),
        ),
        ("processing_overdue", "Hồ sơ đang giải quyết đã quá hạn"),
        ("dossiers_with_fee", case.hand.choice(["Hồ sơ có phát sinh nghĩa vụ tài chính", "Hồ sơ phải nộp phí, lệ phí"])),
        ("dossiers_paid_online", "Hồ sơ đã thanh toán trực tuyến"),
        ("hamlets_total", case.hand.choice(["Số thôn trên địa bàn", "Tổng số thôn, tổ dân phố"])),
        (
            "docs_out_total_nonsecret",
            case.hand.choice(["Văn bản đi (không tính văn bản mật)", "Tổng số văn bản phát hành, trừ văn bản mật"]),
        ),
    ]
    numbered, colon = case.hand.random() < 0.5, case.hand.choice(["", ":"])
    for row, (code, label) in enumerate(lines, 4):
        case.row(row, [f"{row - 3}. {label}{colon}" if numbered else label + colon])
        case.put(row, 2 if numbered else 3, unit, when, code, w[code])


def two_rows_a_commune(case: Case) -> None:
    """Each commune has a row for the month and one for the sum since January."""
    when = _new_month(case)
    codes = ["dossiers_recv_new", "dossiers_recv_online", "resolved_total"]
    month_words, so_far = case.hand.choice(
        [
            ("Trong tháng", "Lũy kế"),
            ("Trong kỳ", "Lũy kế từ đầu năm"),
            ("Tháng này", "Cộng dồn"),
            ("Tháng", "Lũy kế"),
            ("Phát sinh trong tháng", "Lũy kế năm"),
        ]
    )
    how = case.hand.randrange(3)
    case.row(1, [f"KẾT QUẢ TIẾP NHẬN HỒ SƠ {said(when).upper()}"])
    headings = ["STT", "Đơn vị", case.hand.choice(["Kỳ số liệu", "Phân loại", "Số liệu", "Nội dung", ""]), *(case.say(c) for c in codes)]
    case.row(3, headings if how < 2 else [*headings[:2], *headings[3:]])
    row = 4
    for place, unit in enumerate(here(when), 1):
        w = world(case.hand)
        for turn, words in enumerate((month_words, so_far)):
            if how < 2:
                case.row(row, [place if turn == 0 else "", name(unit) if turn == 0 or how == 1 else "", words])
            elif turn == 0:
                case.row(row, [place, name(unit)])
            else:
                case.row(row, ["", words])
            for col, code in enumerate(codes, 4 if how < 2 else 3):
                case.put(row, col, unit, when, code, w[code] * (1 + turn), basis="year_to_date" if turn else "in_period")
            row += 1
        if how == 0:
            case.sheet.merge_cells(f"B{row - 2}:B{row - 1}")


def channels_under_groups(case: Case) -> None:
    """The same three channels under what was received, carried over and resolved: only the path says what is ours."""
    when = month(case.hand)
    case.row(1, [f"THỐNG KÊ HỒ SƠ THEO HÌNH THỨC {said(when).upper()}"])
    groups = [
        case.hand.choice(["Hồ sơ tiếp nhận mới", "Tiếp nhận trong kỳ"]),
        case.hand.choice(["Hồ sơ đã giải quyết", "Đã trả kết quả"]),
        case.hand.choice(["Hồ sơ đang giải quyết", "Đang xử lý"]),
    ]
    channels = ["Trực tuyến", "Trực tiếp", case.hand.choice(["Bưu chính", "Bưu chính công ích", "Qua BCCI"])]
    with_total = case.hand.random() < 0.6
    leaves = (["Tổng số"] if with_total else []) + channels
    case.row(3, ["STT", "Đơn vị"])
    size = len(leaves)
    for place, group in enumerate(groups):
        left = 3 + size * place
        case.sheet.cell(3, left, group)
        case.sheet.merge_cells(start_row=3, end_row=3, start_column=left, end_column=left + size - 1)
        case.row(4, leaves, left)
    case.sheet.merge_cells("A3:A4")
    case.sheet.merge_cells("B3:B4")
    totals = ("dossiers_recv_new", "resolved_total", "processing_total")
    for row, unit in enumerate(here(when), 5):
        case.row(row, [row - 4, name(unit)])
        for place, code in enumerate(totals):
            counts = [case.hand.randint(20, 90), case.hand.randint(5, 19), case.hand.randint(1, 4)]
            left = 3 + size * place
            if with_total:
                case.put(row, left, unit, when, code, sum(counts))
            case.row(row, counts, left + with_total)
            if place == 0:
                case.truth[unit, str(when), "in_period", "dossiers_recv_online"] = counts[0]


def rate_as_text(case: Case) -> None:
    """A rate typed with its sign under a heading that says on time and per cent; it stands alone or beside its counts."""
    when = month(case.hand)
    case.row(1, [f"TÌNH HÌNH GIẢI QUYẾT TTHC {said(when).upper()}"])
    rate = case.hand.choice(["% đúng hạn", "Tỷ lệ đúng hạn", "Tỷ lệ % đúng hạn", "Đúng hạn (%)"])
    alone = case.hand.random() < 0.3
    codes = ["dossiers_recv_new", "resolved_total"] if alone else ["dossiers_recv_new", "resolved_total", "resolved_late"]
    case.row(3, ["STT", "Đơn vị", *(case.say(c) for c in codes), rate])
    for row, unit in enumerate(here(when), 4):
        w = world(case.hand)
        case.row(row, [row - 3, name(unit)])
        for col, code in enumerate(codes, 3):
            case.put(row, col, unit, when, code, w[code])
        value = 100 * (1 - w["resolved_late"] / w["resolved_total"])
        text = f"{value:.2f}%"
        case.sheet.cell(row, 3 + len(codes), text if case.hand.random() < 0.5 else text.replace(".", ","))
        case.either[unit, str(when), "in_period", "oss_on_time_rate_resolved"] = round(value, 2)


def accountants(case: Case) -> None:
    """As accountants draw it: codes of lines, letters over columns, formulas in the headings."""
    when = month(case.hand)
    unit, w = case.hand.choice(here(when)), world(case.hand)
    case.row(1, [f"Đơn vị: UBND {name(unit)}", "", "", case.hand.choice(["Mẫu số B01-XH", "Biểu số 02/TTHC", "Mẫu B05"])])
    case.row(3, [f"BÁO CÁO TỔNG HỢP {said(when).upper()}"])
    case.row(
        5,
        [
            "STT",
            "Chỉ tiêu",
            "Mã số",
            case.hand.choice(["Thuyết minh", "Ghi chú"]),
            case.hand.choice(["Số phát sinh trong kỳ", "Kỳ này", "Số kỳ này", "Số liệu"]),
        ],
    )
    case.row(6, ["A", "B", "C", "D", "1"])
    lines = [
        ("received_carried_over", "Hồ sơ kỳ trước chuyển sang", "01"),
        ("dossiers_recv_new", "Hồ sơ tiếp nhận mới trong kỳ", "02"),
        ("dossiers_recv_online", "Trong đó: tiếp nhận trực tuyến", "03"),
        ("received_total", "Tổng số hồ sơ phải giải quyết (10 = 01 + 02)", "10"),
        ("resolved_total", "Hồ sơ đã giải quyết trong kỳ", "20"),
        ("resolved_early", "- Trước hạn", "21"),
        ("resolved_on_time", "- Đúng hạn", "22"),
        ("resolved_late", "- Quá hạn", "23"),
        ("processing_total", "Hồ sơ đang giải quyết chuyển kỳ sau (30 = 10 - 20)", "30"),
    ]
    for row, (code, label, line) in enumerate(lines, 7):
        case.row(row, [row - 6, label, line])
        case.put(row, 5, unit, when, code, w[code])


def ledger_of_dossiers(case: Case) -> None:
    """Opening balance, in, out, closing balance: a ledger over communes."""
    when = month(case.hand)
    case.row(1, [f"BẢNG TỔNG HỢP NHẬP - XUẤT - TỒN HỒ SƠ {said(when).upper()}"])
    case.row(
        3,
        [
            "STT",
            "Đơn vị",
            case.hand.choice(["Tồn đầu kỳ", "Hồ sơ tồn đầu kỳ"]),
            case.hand.choice(["Tiếp nhận mới trong kỳ", "Hồ sơ nhận trong kỳ"]),
            case.hand.choice(["Đã giải quyết trong kỳ", "Hồ sơ giải quyết trong kỳ"]),
            case.hand.choice(["Hồ sơ đang giải quyết cuối kỳ", "Đang giải quyết cuối kỳ"]),
        ],
    )
    case.row(4, ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)=(3)+(4)-(5)"])
    for row, unit in enumerate(here(when), 5):
        w = world(case.hand)
        case.row(row, [row - 4, name(unit)])
        for col, code in enumerate(("received_carried_over", "dossiers_recv_new", "resolved_total", "processing_total"), 3):
            case.put(row, col, unit, when, code, w[code])


def sums_of_any_name(case: Case) -> None:
    """Sums that no list of words knows: over areas, carried from page to page, of everybody."""
    when = month(case.hand)
    codes = ["dossiers_recv_new", "resolved_total", "officials_total"]
    case.row(1, [f"TỔNG HỢP SỐ LIỆU {said(when).upper()}"])
    case.row(3, ["STT", "Khu vực, đơn vị", *(case.say(c) for c in codes)])
    units = here(when)
    worlds = {unit: world(case.hand) for unit in units}
    half = len(units) // 2

    def total(among: list[str]) -> list[int]:
        return [sum(worlds[u][c] for u in among) for c in codes]

    row = 4
    if case.hand.random() < 0.5:
        case.row(row, ["", case.hand.choice(["CHUNG CẢ KHỐI XÃ", "Số chung", "Toàn bộ đơn vị báo cáo"]), *total(units)])
        row += 1
    for number, part in enumerate((units[:half], units[half:])):
        if case.hand.random() < 0.7:
            case.row(row, ["", f"Vùng {'phía Bắc' if number else 'phía Nam'}", *total(part)])
            row += 1
        for unit in part:
            case.row(row, [row, name(unit)])
            for col, code in enumerate(codes, 3):
                case.put(row, col, unit, when, code, worlds[unit][code])
            row += 1
    case.row(row, ["", "Tổng cộng", *total(units)])


WIDER: tuple[Maker, ...] = (
    last_year_beside, last_year_in_the_heading, last_year_in_rows, levels_with_two_bases, vneid_levels, sections_with_sums, pairs_without_heading,
    two_rows_a_commune, channels_under_groups, rate_as_text, accountants, ledger_of_dossiers, sums_of_any_name,
)  # fmt: skip
