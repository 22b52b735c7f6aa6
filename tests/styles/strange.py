# ruff: noqa: E501
"""What comes from other tools and other habits: answers of a form, pivots, hamlets under a commune, weeks, texts with words, growth beside levels."""

from __future__ import annotations

from catalogue.periods import Period
from styles.desk import FLOWS, STOCKS, Case, Maker, here, month, name, said, some, world

SHY = frozenset({"accept", "ask"})
ANY = frozenset({"accept", "ask", "fix", "not_a_return"})


def answers_of_a_form(case: Case) -> None:
    """One row an answer: when it was sent, by whom, of which month; whole questions as headings."""
    when = month(case.hand)
    codes = ["dossiers_recv_new", "dossiers_recv_online", "resolved_total", "officials_total"]
    ask = case.hand.choice(["{0} là bao nhiêu?", "{0} (nhập số)", "{0}", "Nhập {0}"])
    case.row(
        1,
        [
            case.hand.choice(["Dấu thời gian", "Thời gian gửi"]),
            case.hand.choice(["Đơn vị báo cáo", "Tên đơn vị", "Xã/thị trấn"]),
            case.hand.choice(["Tháng báo cáo", "Kỳ báo cáo"]),
            *(ask.format(case.say(c)) for c in codes),
            "Người nhập",
            "Số điện thoại",
        ],
    )
    for row, unit in enumerate(here(when), 2):
        w = world(case.hand)
        case.row(
            row,
            [
                f"{row:02d}/{when.first_month % 12 + 1:02d}/{when.year} 08:1{row % 10}:00",
                name(unit),
                f"Tháng {when.first_month}/{when.year}",
                "",
                "",
                "",
                "",
                "Nguyễn Văn A",
                "0912345678",
            ],
        )
        for col, code in enumerate(codes, 4):
            case.put(row, col, unit, when, code, w[code])
    case.name, case.outcomes = "Phieu tra loi", ANY
    case.either, case.truth = case.truth, {}


def pivot(case: Case) -> None:
    """A pivot table as the workbook program makes it."""
    when = month(case.hand)
    codes = some(case.hand, FLOWS, 3)
    case.row(1, [f"Tháng {when.first_month}/{when.year}"])
    case.row(
        3,
        [
            case.hand.choice(["Row Labels", "Nhãn Hàng", "Đơn vị"]),
            *(f"{case.hand.choice(['Sum of', 'Tổng của'])} {case.say(c)}" for c in codes),
        ],
    )
    sums = [0] * len(codes)
    for row, unit in enumerate(here(when), 4):
        w = world(case.hand)
        case.sheet.cell(row, 1, name(unit))
        for col, code in enumerate(codes, 2):
            case.put(row, col, unit, when, code, w[code])
            sums[col - 2] += w[code]
    case.row(row + 1, [case.hand.choice(["Grand Total", "Tổng Cuối"]), *sums])
    case.either, case.truth, case.outcomes = case.truth, {}, ANY


def hamlets_of_a_commune(case: Case) -> None:
    """One commune, its hamlets in rows: only the sum is of the commune."""
    when = month(case.hand)
    unit, w = case.hand.choice(here(when)), world(case.hand)
    codes = ["citizens_eligible_eid", "eid_l2_issued", "eid_l2_activated", "pop_total"]
    case.row(1, [f"UBND {name(unit).upper()}"])
    case.row(2, [f"KẾT QUẢ CẤP ĐỊNH DANH ĐIỆN TỬ THEO THÔN {said(when).upper()}"])
    case.row(4, ["STT", case.hand.choice(["Thôn", "Tên thôn", "Thôn, làng", "Đơn vị"]), *(case.say(c) for c in codes)])
    parts = 5
    for row in range(parts):
        case.row(
            5 + row,
            [
                row + 1,
                case.hand.choice(["Thôn {0}", "Làng {0}"]).format(["Đăk Ra", "Pêng Prông", "Long Nang", "Măng Khên", "Đăk Xanh"][row]),
                *(w[c] // parts + (w[c] % parts if row == 0 else 0) for c in codes),
            ],
        )
    case.row(5 + parts, ["", case.hand.choice(["Tổng cộng", "Cộng", "Toàn xã"])])
    for col, code in enumerate(codes, 3):
        case.put(5 + parts, col, unit, when, code, w[code])


def weeks_of_a_month(case: Case) -> None:
    """The weeks of a month in columns, their sum at the end: the sum is the month."""
    when = Period.month(2026, case.hand.choice([2, 3, 4]))
    codes = ["dossiers_recv_new", "dossiers_recv_online", "resolved_total"]
    unit, w = case.hand.choice(here(when)), world(case.hand)
    case.row(1, [f"UBND {name(unit)}"])
    case.row(2, [f"THEO DÕI HỒ SƠ {said(when).upper()}"])
    case.row(4, ["TT", "Nội dung", "Tuần 1", "Tuần 2", "Tuần 3", "Tuần 4", case.hand.choice(["Cộng", "Cả tháng", "Tổng tháng"])])
    for row, code in enumerate(codes, 5):
        part = w[code] // 4
        case.row(row, [row - 4, case.say(code), part, part, part, w[code] - 3 * part, w[code]])
        case.either[unit, str(when), "in_period", code] = w[code]
    case.outcomes = ANY


def words_behind_numbers(case: Case) -> None:
    """Figures with their words: "137 hồ sơ", thousands with points."""
    when = month(case.hand)
    unit, w = case.hand.choice(here(when)), world(case.hand)
    case.row(1, [f"UBND {name(unit)}"])
    case.row(2, [f"SỐ LIỆU {said(when).upper()}"])
    case.row(4, ["STT", "Chỉ tiêu", "Kết quả"])
    for row, (code, word) in enumerate(
        (
            ("dossiers_recv_new", "hồ sơ"),
            ("resolved_total", "hồ sơ"),
            ("pop_total", "người"),
            ("citizens_eligible_eid", "người"),
            ("hamlets_total", "thôn"),
        ),
        5,
    ):
        text = f"{w[code]:,}".replace(",", ".") + f" {word}"
        case.row(row, [row - 4, case.say(code)])
        case.put(row, 3, unit, when, code, w[code], typed=text)


def growth_beside_level(case: Case) -> None:
    """The level at the start, what came in the month, the level at the end."""
    when = month(case.hand)
    case.row(1, [f"KẾT QUẢ KÍCH HOẠT TÀI KHOẢN ĐỊNH DANH MỨC 2 {said(when).upper()}"])
    what = case.say("eid_l2_activated")
    case.row(3, ["STT", "Đơn vị", what, "", "", "Tỷ lệ tăng (%)"])
    case.sheet.merge_cells("C3:E3")
    case.row(
        4,
        [
            case.hand.choice(["Đầu kỳ", "Đầu tháng", "Tháng trước"]),
            case.hand.choice(["Tăng trong kỳ", "Tăng trong tháng", "Phát sinh trong tháng"]),
            case.hand.choice(["Cuối kỳ", "Lũy kế đến nay", "Đến cuối tháng"]),
        ],
        3,
    )
    for col in "ABF":
        case.sheet.merge_cells(f"{col}3:{col}4")
    for row, unit in enumerate(here(when), 5):
        w = world(case.hand)
        more = case.hand.randint(5, 90)
        case.row(row, [row - 4, name(unit), w["eid_l2_activated"] - more, more, "", round(100 * more / w["eid_l2_activated"], 1)])
        case.put(row, 5, unit, when, "eid_l2_activated", w["eid_l2_activated"])


def sexes_and_groups(case: Case) -> None:
    """A total and its breakdowns that are no elements of ours."""
    when = month(case.hand)
    case.row(1, [f"THỐNG KÊ CÁN BỘ, CÔNG CHỨC {said(when).upper()}"])
    case.row(3, ["STT", "Đơn vị", case.say("officials_total"), "Trong đó", "", "", case.say("officials_with_cert")])
    case.row(4, ["Nữ", "Dân tộc thiểu số", "Dưới 30 tuổi"], 4)
    case.sheet.merge_cells("D3:F3")
    for col in "ABCG":
        case.sheet.merge_cells(f"{col}3:{col}4")
    for row, unit in enumerate(here(when), 5):
        w = world(case.hand)
        case.row(row, [row - 4, name(unit), "", 9, 7, 3])
        case.put(row, 3, unit, when, "officials_total", w["officials_total"])
        case.put(row, 7, unit, when, "officials_with_cert", w["officials_with_cert"])


def two_years_of_one_month(case: Case) -> None:
    """The same month of two years in groups, this year's first or last."""
    when = Period.month(2026, case.hand.choice([2, 3, 4]))
    codes = ["dossiers_recv_online", "dossiers_paid_online"]
    first = case.hand.random() < 0.5
    groups = [f"Tháng {when.first_month}/2026", f"Tháng {when.first_month}/2025"]
    groups = groups if first else groups[::-1]
    case.row(1, [f"SO SÁNH KẾT QUẢ {said(when).upper()} VỚI CÙNG KỲ NĂM TRƯỚC"])
    case.row(3, ["STT", "Đơn vị", groups[0], "", groups[1], ""])
    case.row(4, [case.say(c) for c in codes * 2], 3)
    for span in ("C3:D3", "E3:F3", "A3:A4", "B3:B4"):
        case.sheet.merge_cells(span)
    for row, unit in enumerate(here(when), 5):
        w, past = world(case.hand), world(case.hand)
        case.row(row, [row - 4, name(unit)])
        mine = 3 if first else 5
        for place, code in enumerate(codes):
            case.put(row, mine + place, unit, when, code, w[code])
            case.sheet.cell(row, 8 - mine + place, past[code])
    case.outcomes = SHY


def yes_and_no(case: Case) -> None:
    """A table of ticks: it holds no counts."""
    when = month(case.hand)
    case.row(1, [f"RÀ SOÁT ĐIỀU KIỆN {said(when).upper()}"])
    case.row(
        3, ["STT", "Đơn vị", "Có Tổ công nghệ số cộng đồng", "Có trang thông tin điện tử", "Sử dụng phần mềm quản lý văn bản", "Máy tính"]
    )
    for row, unit in enumerate(here(when), 4):
        case.row(row, [row - 3, name(unit), "x", "x", "" if row % 3 else "x"])
        case.put(row, 6, unit, when, "computers_total", 20 + row)
    case.outcomes = ANY
    case.either, case.truth = case.truth, {}


def per_hundred(case: Case) -> None:
    """Rates alone, in the words of the indicators, as numbers and as texts with signs."""
    when = month(case.hand)
    unit = case.hand.choice(here(when))
    case.row(1, [f"UBND {name(unit)}"])
    case.row(2, [f"CÁC TỶ LỆ {said(when).upper()}"])
    case.row(4, ["STT", "Chỉ số", "ĐVT", "Kết quả"])
    for row, (code, label, value) in enumerate(
        (
            ("ops_online_submission_rate", "Tỷ lệ hồ sơ nộp trực tuyến", 81.25),
            ("pay_online_dossier_rate", "Tỷ lệ hồ sơ thanh toán trực tuyến", 64.5),
            ("sig_official_issued_rate", "Tỷ lệ CBCC được cấp chữ ký số", 92.31),
        ),
        5,
    ):
        case.row(row, [row - 4, label, "%", case.hand.choice([value, f"{value}%".replace(".", ","), f"{value}".replace(".", ",")])])
        case.either[unit, str(when), "in_period", code] = value
        case.either[unit, str(when), "to_date", code] = value
    case.outcomes = ANY


def per_thousand_people(case: Case) -> None:
    """Ratios to people and to households: none of ours beside counts that are."""
    when = month(case.hand)
    case.row(1, [f"MỘT SỐ CHỈ TIÊU {said(when).upper()}"])
    case.row(
        3,
        [
            "STT",
            "Đơn vị",
            case.say("pop_total"),
            "Hồ sơ tiếp nhận mới trên 1.000 dân",
            "Số hồ sơ bình quân một cán bộ",
            case.say("dossiers_recv_new"),
        ],
    )
    for row, unit in enumerate(here(when), 4):
        w = world(case.hand)
        case.row(row, [row - 3, name(unit), "", 37, 12])
        case.put(row, 3, unit, when, "pop_total", w["pop_total"])
        case.put(row, 6, unit, when, "dossiers_recv_new", w["dossiers_recv_new"])
    case.outcomes = ANY


def targets_beside_results(case: Case) -> None:
    """The aim of the year, the result, how much is still to do."""
    when = month(case.hand)
    codes = some(case.hand, STOCKS[:4], 3)
    case.row(1, [f"TIẾN ĐỘ THỰC HIỆN CHỈ TIÊU {said(when).upper()}"])
    case.row(3, ["TT", "Đơn vị"])
    left = 3
    for code in codes:
        case.sheet.cell(3, left, case.say(code))
        case.sheet.merge_cells(start_row=3, end_row=3, start_column=left, end_column=left + 2)
        case.row(
            4,
            [
                case.hand.choice(["Chỉ tiêu giao", "Mục tiêu", "Kế hoạch"]),
                case.hand.choice(["Đã thực hiện", "Thực hiện", "Kết quả"]),
                case.hand.choice(["Còn phải thực hiện", "Còn thiếu", "Còn lại"]),
            ],
            left,
        )
        left += 3
    case.sheet.merge_cells("A3:A4")
    case.sheet.merge_cells("B3:B4")
    for row, unit in enumerate(here(when), 5):
        w = world(case.hand)
        case.row(row, [row - 4, name(unit)])
        for place, code in enumerate(codes):
            case.sheet.cell(row, 3 + 3 * place, w[code] + 11)
            case.put(row, 4 + 3 * place, unit, when, code, w[code])
            case.sheet.cell(row, 5 + 3 * place, 11)


def ranks_and_scores(case: Case) -> None:
    """Scores and ranks beside the counts they come from."""
    when = month(case.hand)
    codes = ["dossiers_recv_new", "dossiers_recv_online"]
    case.row(1, [f"XẾP HẠNG CÁC XÃ {said(when).upper()}"])
    case.row(
        3,
        [
            case.hand.choice(["Hạng", "Xếp hạng"]),
            "Đơn vị",
            *(case.say(c) for c in codes),
            "Tỷ lệ (%)",
            "Điểm",
            "Điểm tối đa",
            "Hạng tháng trước",
        ],
    )
    for row, unit in enumerate(here(when), 4):
        w = world(case.hand)
        case.row(row, [row - 3, name(unit), "", "", round(100 * w[codes[1]] / w[codes[0]], 1), 7.5, 10, row])
        for col, code in enumerate(codes, 3):
            case.put(row, col, unit, when, code, w[code])


def late_by_how_much(case: Case) -> None:
    """Late dossiers by how late they are; the sum is ours, its parts are not."""
    when = month(case.hand)
    case.row(1, [f"HỒ SƠ TRỄ HẠN {said(when).upper()}"])
    case.row(3, ["STT", "Đơn vị", case.say("resolved_total"), "Hồ sơ giải quyết trễ hạn", "", ""])
    case.row(4, ["Tổng số", "Dưới 3 ngày", "Trên 3 ngày"], 4)
    case.sheet.merge_cells("D3:F3")
    for col in "ABC":
        case.sheet.merge_cells(f"{col}3:{col}4")
    for row, unit in enumerate(here(when), 5):
        w = world(case.hand)
        case.row(row, [row - 4, name(unit), "", "", w["resolved_late"] - 1, 1])
        case.put(row, 3, unit, when, "resolved_total", w["resolved_total"])
        case.either[unit, str(when), "in_period", "resolved_late"] = w["resolved_late"]
        case.sheet.cell(row, 4, w["resolved_late"])
    case.outcomes = SHY


def days_and_hours(case: Case) -> None:
    """Average days beside counts."""
    when = month(case.hand)
    case.row(1, [f"THỜI GIAN GIẢI QUYẾT HỒ SƠ {said(when).upper()}"])
    case.row(
        3,
        [
            "STT",
            "Đơn vị",
            case.say("resolved_total"),
            "Thời gian giải quyết trung bình (ngày)",
            "Số ngày giải quyết nhanh nhất",
            "Hồ sơ giải quyết trước hạn trung bình bao nhiêu ngày",
        ],
    )
    for row, unit in enumerate(here(when), 4):
        w = world(case.hand)
        case.row(row, [row - 3, name(unit), "", 4, 1, 3])
        case.put(row, 3, unit, when, "resolved_total", w["resolved_total"])
    case.outcomes = SHY


def one_officer_many_communes(case: Case) -> None:
    """A row a commune and field of work: only sums of fields are counts of the commune."""
    when = month(case.hand)
    case.row(1, [f"KẾT QUẢ TIẾP NHẬN THEO LĨNH VỰC {said(when).upper()}"])
    case.row(3, ["STT", "Đơn vị", "Lĩnh vực", case.say("dossiers_recv_new"), case.say("resolved_total")])
    row = 4
    for unit in here(when)[:6]:
        for field in ("Hộ tịch", "Chứng thực", "Đất đai"):
            case.row(row, [row - 3, name(unit), field, case.hand.randint(5, 90), case.hand.randint(5, 60)])
            row += 1
    case.outcomes = ANY


STRANGE: tuple[Maker, ...] = (
    answers_of_a_form, pivot, hamlets_of_a_commune, weeks_of_a_month, words_behind_numbers, growth_beside_level, sexes_and_groups, two_years_of_one_month,
    yes_and_no, per_hundred, per_thousand_people, targets_beside_results, ranks_and_scores, late_by_how_much, days_and_hours, one_officer_many_communes,
)  # fmt: skip
