"""Returns made by code in many hands, each with its truth: the reader is measured on styles nobody tuned it to."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from catalogue.elements import elements
from catalogue.periods import Period
from catalogue.units import units

Fact = tuple[str, str, str, str]
"""unit, period, basis, element"""

OLD = ["23341.1", "23353.1", "23371.1", "23374.1", "23368.1", "23350.1", "23347.1", "23344.1", "23356.1", "23359.1", "23362.1", "23365.1"]
NEW = ["23341.2", "23374.2", "23368.2", "23344.2", "23356.2", "23365.2"]
PHRASES = {
    "dossiers_recv_new": ["Số hồ sơ tiếp nhận mới", "HS mới tiếp nhận trong kỳ", "Tổng hồ sơ TTHC tiếp nhận mới", "Hồ sơ nhận mới"],
    "dossiers_recv_online": ["Hồ sơ nộp trực tuyến", "Số HS tiếp nhận qua DVCTT", "Tiếp nhận trực tuyến", "HS nộp qua Cổng DVC"],
    "dossiers_recv_direct_postal": ["Hồ sơ nộp trực tiếp, qua bưu chính", "Tiếp nhận trực tiếp và BCCI", "HS nhận tại Bộ phận một cửa"],
    "received_carried_over": ["Hồ sơ kỳ trước chuyển sang", "Tồn kỳ trước chuyển qua", "HS tồn đầu kỳ"],
    "resolved_total": ["Tổng số hồ sơ đã giải quyết", "HS đã giải quyết", "Số hồ sơ đã xử lý xong"],
    "resolved_early": ["Hồ sơ giải quyết trước hạn", "HS giải quyết sớm hạn"],
    "resolved_on_time": ["Hồ sơ giải quyết đúng hạn", "HS giải quyết đúng thời hạn"],
    "resolved_late": ["Hồ sơ giải quyết quá hạn", "Số HS giải quyết trễ hạn", "HS giải quyết chậm"],
    "processing_total": ["Hồ sơ đang giải quyết", "HS đang xử lý", "Hồ sơ tồn chuyển kỳ sau"],
    "dossiers_with_fee": ["Hồ sơ phát sinh phí, lệ phí", "HS có nghĩa vụ tài chính"],
    "dossiers_paid_online": ["Hồ sơ thanh toán trực tuyến", "HS nộp phí trực tuyến"],
    "officials_total": ["Tổng số CBCC", "Số cán bộ, công chức hiện có", "Tổng số cán bộ, công chức, viên chức"],
    "officials_with_cert": ["CBCC được cấp chữ ký số", "Số cán bộ, công chức có CKS", "CBCCVC đã được cấp chứng thư số"],
    "docs_out_total_nonsecret": ["Tổng số văn bản đi (trừ VB mật)", "VB phát hành (không kể VB mật)"],
    "docs_out_signed_org": ["Văn bản đi ký số của cơ quan", "VB phát hành được ký số cơ quan"],
    "citizens_eligible_eid": ["Công dân đủ điều kiện cấp ĐDĐT", "Số công dân đủ tuổi làm định danh điện tử"],
    "eid_l2_issued": ["Tài khoản định danh mức 2 đã cấp", "Số TK ĐDĐT mức 2 được phê duyệt"],
    "eid_l2_activated": ["Tài khoản ĐDĐT mức 2 đã kích hoạt", "Số TK VNeID mức độ 2 kích hoạt"],
    "hamlets_total": ["Tổng số thôn", "Số thôn, tổ dân phố"],
    "hamlets_with_cdt": ["Số thôn có Tổ công nghệ số cộng đồng", "Thôn đã thành lập Tổ CNSCĐ"],
    "ssp_people_total": ["Tổng số đối tượng BTXH", "Số đối tượng an sinh xã hội đang quản lý"],
    "ssp_people_with_account": ["Đối tượng BTXH có tài khoản", "Số đối tượng ASXH đã mở tài khoản"],
    "pop_total": ["Dân số", "Tổng số nhân khẩu"],
}
TOPICS = (
    [
        "dossiers_recv_new",
        "dossiers_recv_online",
        "dossiers_recv_direct_postal",
        "received_carried_over",
        "resolved_total",
        "resolved_early",
        "resolved_on_time",
        "resolved_late",
        "processing_total",
    ],
    [
        "dossiers_with_fee",
        "dossiers_paid_online",
        "officials_total",
        "officials_with_cert",
        "docs_out_total_nonsecret",
        "docs_out_signed_org",
    ],
    [
        "pop_total",
        "citizens_eligible_eid",
        "eid_l2_issued",
        "eid_l2_activated",
        "hamlets_total",
        "hamlets_with_cdt",
        "ssp_people_total",
        "ssp_people_with_account",
    ],
)
NOISE = ["Số buổi tuyên truyền", "Số lượt truy cập trang tin", "Số tin, bài đã đăng", "Số cuộc kiểm tra"]


@dataclass
class Made:
    """One workbook with what a careful reader finds in it. `must_not` are cells that hold no figure of ours."""

    path: Path
    style: str
    truth: dict[Fact, tuple[float, str]] = field(default_factory=dict)
    must_not: set[str] = field(default_factory=set)


def make(seed: int, folder: Path) -> Made:
    """The workbook of a seed: its style, hand, topic, unit and period all follow from it."""
    hand = random.Random(seed)
    style = STYLES[seed % len(STYLES)]
    made = Made(folder / f"{seed:03d} {style.__name__.strip('_')}.xlsx", style.__name__.strip("_"))
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    style(book, sheet, hand, made)
    book.save(made.path)
    return made


# ---------------------------------------------------------------- the world


def _period(hand: random.Random) -> Period:
    month = hand.choice([Period.month(2025, m) for m in (1, 2, 3, 4, 5, 6, 9, 10, 11)] + [Period.month(2026, m) for m in (1, 2, 4)])
    return hand.choice([month, month, month, Period(2025, "quarter", hand.choice([1, 2, 4])), Period(2026, "quarter", 1)])


def _units(period: Period) -> list[str]:
    return OLD if period.end("nd09").isoformat() < "2025-07-01" else NEW


def _world(hand: random.Random) -> dict[str, int]:
    online, direct, carried = hand.randint(40, 400), hand.randint(5, 120), hand.randint(0, 20)
    processing = hand.randint(0, 15)
    resolved = online + direct + carried - processing
    early, late = hand.randint(resolved // 2, resolved - 10), hand.randint(0, 8)
    fee, officials, docs = hand.randint(10, 120), hand.randint(17, 50), hand.randint(30, 200)
    pop = hand.randint(1500, 19000)
    eligible = int(pop * hand.uniform(0.68, 0.8))
    issued = int(eligible * hand.uniform(0.7, 0.95))
    hamlets, people = hand.randint(3, 28), hand.randint(60, 900)
    return {
        "dossiers_recv_new": online + direct,
        "dossiers_recv_online": online,
        "dossiers_recv_direct_postal": direct,
        "received_carried_over": carried,
        "resolved_total": resolved,
        "resolved_early": early,
        "resolved_late": late,
        "resolved_on_time": resolved - early - late,
        "processing_total": processing,
        "dossiers_with_fee": fee,
        "dossiers_paid_online": hand.randint(0, fee),
        "officials_total": officials,
        "officials_with_cert": hand.randint(5, officials),
        "docs_out_total_nonsecret": docs,
        "docs_out_signed_org": hand.randint(docs // 2, docs),
        "pop_total": pop,
        "citizens_eligible_eid": eligible,
        "eid_l2_issued": issued,
        "eid_l2_activated": int(issued * hand.uniform(0.5, 0.98)),
        "hamlets_total": hamlets,
        "hamlets_with_cdt": hand.randint(1, hamlets),
        "ssp_people_total": people,
        "ssp_people_with_account": hand.randint(10, people),
    }


def _basis(code: str) -> str:
    return elements()[code].basis


def _topic(hand: random.Random) -> list[str]:
    topic = list(hand.choice(TOPICS))
    return topic[: hand.randint(4, len(topic))]


def _phrase(hand: random.Random, code: str) -> str:
    return hand.choice(PHRASES[code])


def _name(hand: random.Random, unit: str, how: str) -> str:
    u = units()[unit]
    return {
        "full": u.name,
        "ubnd": f"UBND {u.type} {u.bare_name}",
        "bare": u.bare_name,
        "caps": u.name.upper(),
        "short": f"{'TT.' if u.type == 'thị trấn' else 'X.'} {u.bare_name}",
    }[how]


def _when(hand: random.Random, period: Period) -> str:
    if period.kind == "quarter":
        roman = ("I", "II", "III", "IV")[period.number - 1]
        return hand.choice([f"quý {roman} năm {period.year}", f"Quý {period.number}/{period.year}", f"QUÝ {roman}.{period.year}"])
    m = period.number
    return hand.choice(
        [f"tháng {m} năm {period.year}", f"Tháng {m:02d}/{period.year}", f"THÁNG {m}-{period.year}", f"tháng {m:02d} năm {period.year}"]
    )


def _typed(hand: random.Random, value: float, how: str) -> object:
    """A number as a hand types it."""
    if how == "number":
        return value
    text = f"{value:,.0f}"
    return {"dot": text.replace(",", "."), "space": text.replace(",", " "), "plain": f"{value:.0f}"}[how]


def _put(made: Made, sheet: Worksheet, row: int, col: int, value: float, fact: Fact, typed: object) -> None:
    cell = sheet.cell(row, col, typed)
    made.truth[fact] = (value, cell.coordinate)


# ---------------------------------------------------------------- the hands


def _wide(book: Workbook, sheet: Worksheet, hand: random.Random, made: Made) -> None:
    """One row a commune: flat or grouped header, totals first or last, a code or a note column, blank lines here and there."""
    period, topic = _period(hand), _topic(hand)
    top, left = hand.randint(1, 6), hand.randint(1, 3)
    sheet.cell(1, left, hand.choice(["BẢNG TỔNG HỢP SỐ LIỆU ", "KẾT QUẢ THỰC HIỆN ", "Báo cáo số liệu "]) + _when(hand, period))
    head = top + 2
    names = hand.choice(["Đơn vị", "Tên xã", "Xã, thị trấn", "Tên đơn vị", "Địa phương"])
    for offset, text in enumerate([hand.choice(["STT", "TT"]), names, *(_phrase(hand, c) for c in topic), "Ghi chú"]):
        sheet.cell(head, left + offset, text)
    row = head + 1
    if hand.random() < 0.4:
        for offset in range(len(topic) + 3):
            sheet.cell(row, left + offset, f"({offset + 1})")
        row += 1
    style, typed = hand.choice(["full", "ubnd", "bare", "caps", "short"]), hand.choice(["number", "number", "dot", "space", "plain"])
    first = hand.random() < 0.3
    total_row = row if first else 0
    row += first
    sums = dict.fromkeys(topic, 0)
    for number, unit in enumerate(_units(period), 1):
        world = _world(hand)
        sheet.cell(row, left, number)
        sheet.cell(row, left + 1, _name(hand, unit, style))
        for offset, code in enumerate(topic):
            _put(
                made, sheet, row, left + 2 + offset, world[code], (unit, str(period), _basis(code), code), _typed(hand, world[code], typed)
            )
            sums[code] += world[code]
        row += 1
    total_row = total_row or row
    sheet.cell(total_row, left + 1, hand.choice(["Tổng cộng", "Cộng", "TỔNG SỐ", "Toàn huyện"]))
    for offset, code in enumerate(topic):
        made.must_not.add(sheet.cell(total_row, left + 2 + offset, _typed(hand, sums[code], typed)).coordinate)
    sheet.cell(row + 2, left + 1, "Người lập biểu")
    sheet.cell(row + 2, left + 4, "CHỦ TỊCH")


def _long(book: Workbook, sheet: Worksheet, hand: random.Random, made: Made) -> None:
    """One commune, indicators in rows, with plan, result and rate, sections, dashes and things that are not ours."""
    period = _period(hand)
    unit = hand.choice(_units(period))
    name, world = units()[unit].name, _world(hand)
    sheet["A1"] = f"UBND {name}".upper() if hand.random() < 0.5 else f"Đơn vị báo cáo: UBND {name}"
    sheet["A3"] = f"BÁO CÁO KẾT QUẢ {_when(hand, period)}"
    row = hand.randint(5, 8)
    columns = hand.choice(
        [
            ["STT", "Chỉ tiêu", "ĐVT", "Kết quả"],
            ["TT", "Nội dung", "Đơn vị tính", "Kế hoạch năm", "Thực hiện trong kỳ", "Tỷ lệ (%)", "Ghi chú"],
            ["Chỉ tiêu báo cáo", "Số liệu"],
            ["STT", "Tên chỉ tiêu", "Số lượng", "ĐVT", "Ghi chú"],
        ]
    )
    for col, text in enumerate(columns, 1):
        sheet.cell(row, col, text)
    label = next(i for i, t in enumerate(columns, 1) if "hỉ tiêu" in t or "ội dung" in t)
    value = next(i for i, t in enumerate(columns, 1) if t in ("Kết quả", "Thực hiện trong kỳ", "Số liệu", "Số lượng"))
    number = 0
    for part, topic in enumerate(hand.sample(TOPICS, hand.randint(1, 3))):
        if label > 1 and hand.random() < 0.6:
            row += 1
            sheet.cell(row, 1, ("I", "II", "III")[part])
            sheet.cell(row, label, hand.choice(["THỦ TỤC HÀNH CHÍNH", "CHÍNH QUYỀN SỐ", "XÃ HỘI SỐ"]))
        for code in topic:
            row, number = row + 1, number + 1
            if label > 1:
                sheet.cell(row, 1, number)
            sheet.cell(row, label, hand.choice(["", "- ", "  + "]) + _phrase(hand, code) if hand.random() < 0.3 else _phrase(hand, code))
            if "Kế hoạch năm" in columns and hand.random() < 0.4:
                made.must_not.add(sheet.cell(row, 4, world[code] + 10).coordinate)
            _put(made, sheet, row, value, world[code], (unit, str(period), _basis(code), code), world[code])
        row, number = row + 1, number + 1
        sheet.cell(row, label, hand.choice(NOISE))
        made.must_not.add(sheet.cell(row, value, hand.randint(2, 900)).coordinate)
    sheet.cell(row + 2, label, "Khó khăn, vướng mắc: 02 thôn chưa có sóng di động.")
    sheet.cell(row + 4, label, "NGƯỜI LẬP")


def _pairs(book: Workbook, sheet: Worksheet, hand: random.Random, made: Made) -> None:
    """Two columns an indicator: in the period and since January; merged group headings or none."""
    period = Period.month(hand.choice([2025, 2026]), hand.choice([3, 4, 5]))
    topic = [c for c in _topic(hand) if _basis(c) == "in_period"][:4] or ["dossiers_recv_new", "resolved_total"]
    sheet["B1"] = f"Phụ lục số liệu {_when(hand, period)}"
    sheet["A3"], sheet["B3"] = "STT", "Đơn vị"
    merged = hand.random() < 0.7
    for index, code in enumerate(topic):
        col = 3 + 2 * index
        sheet.cell(3, col, _phrase(hand, code))
        if merged:
            sheet.merge_cells(start_row=3, end_row=3, start_column=col, end_column=col + 1)
        sheet.cell(4, col, hand.choice(["Trong kỳ", "Trong tháng", "Tháng báo cáo"]) if merged else "Trong kỳ")
        sheet.cell(4, col + 1, hand.choice(["Lũy kế từ đầu năm", "Lũy kế năm", "Từ đầu năm đến nay"]))
    if merged:
        sheet.merge_cells("A3:A4")
        sheet.merge_cells("B3:B4")
    for row, unit in enumerate(_units(period), 5):
        sheet.cell(row, 1, row - 4)
        sheet.cell(row, 2, units()[unit].name)
        world = _world(hand)
        for index, code in enumerate(topic):
            now = world[code]
            _put(made, sheet, row, 3 + 2 * index, now, (unit, str(period), "in_period", code), now)
            _put(made, sheet, row, 4 + 2 * index, now * 3, (unit, str(period), "year_to_date", code), now * 3)


def _across(book: Workbook, sheet: Worksheet, hand: random.Random, made: Made) -> None:
    """Communes across, indicators down, a column for the whole first or last."""
    period, topic = _period(hand), _topic(hand)
    sheet.title = hand.choice(["Sheet1", "TH"])
    sheet["A1"] = f"BẢNG SỐ LIỆU CÁC XÃ {_when(hand, period)}"
    here = _units(period)
    head = ["TT", hand.choice(["Chỉ tiêu", "Nội dung", "Tiêu chí"]), *(_name(hand, u, "bare") for u in here)]
    last = hand.random() < 0.5
    head = [*head, "Cộng"] if last else [*head[:2], "Toàn huyện", *head[2:]]
    for col, text in enumerate(head, 1):
        sheet.cell(3, col, text)
    worlds = {u: _world(hand) for u in here}
    for row, code in enumerate(topic, 4):
        sheet.cell(row, 1, row - 3)
        sheet.cell(row, 2, _phrase(hand, code))
        for index, unit in enumerate(here):
            value = worlds[unit][code]
            _put(made, sheet, row, (3 if last else 4) + index, value, (unit, str(period), _basis(code), code), value)
        total = sum(worlds[u][code] for u in here)
        made.must_not.add(sheet.cell(row, 3 + len(here) if last else 3, total).coordinate)


def _sheets(book: Workbook, sheet: Worksheet, hand: random.Random, made: Made) -> None:
    """One sheet a commune, named in short; the table starts anywhere."""
    period, topic = _period(hand), _topic(hand)
    for index, unit in enumerate(_units(period)):
        here = sheet if index == 0 else book.create_sheet()
        u = units()[unit]
        here.title = "TT" if u.type == "thị trấn" else hand.choice([u.bare_name, u.bare_name.split()[-1], u.bare_name.replace(" ", "")])
        top, world = hand.randint(1, 4), _world(hand)
        here.cell(top, 1, f"Số liệu {_when(hand, period)}")
        for col, text in enumerate(["STT", "Nội dung", "ĐVT", "Số liệu"], 1):
            here.cell(top + 1, col, text)
        for row, code in enumerate(topic, top + 2):
            here.cell(row, 1, row - top - 1)
            here.cell(row, 2, _phrase(hand, code))
            cell = here.cell(row, 4, world[code])
            made.truth[unit, str(period), _basis(code), code] = (world[code], cell.coordinate)


def _triples(book: Workbook, sheet: Worksheet, hand: random.Random, made: Made) -> None:
    """Total, done and rate under one heading, in percent or as fractions."""
    period = _period(hand)
    groups = [
        ("Cán bộ, công chức được cấp chữ ký số", "officials_total", "officials_with_cert"),
        ("Thôn có Tổ công nghệ số cộng đồng", "hamlets_total", "hamlets_with_cdt"),
        ("Đối tượng BTXH có tài khoản", "ssp_people_total", "ssp_people_with_account"),
    ]
    groups = hand.sample(groups, 2)
    sheet["A1"] = f"TỔNG HỢP KẾT QUẢ {_when(hand, period)}"
    sheet["A4"], sheet["B4"] = "TT", "Xã"
    sheet.merge_cells("A4:A5")
    sheet.merge_cells("B4:B5")
    fraction = hand.random() < 0.5
    for index, (title, _whole, _part) in enumerate(groups):
        col = 3 + 3 * index
        sheet.cell(4, col, title)
        sheet.merge_cells(start_row=4, end_row=4, start_column=col, end_column=col + 2)
        for offset, text in enumerate(
            ["Tổng số", hand.choice(["Đạt", "Đã thực hiện", "Số đạt"]), hand.choice(["Tỷ lệ (%)", "Tỷ lệ", "%"])]
        ):
            sheet.cell(5, col + offset, text)
    for row, unit in enumerate(_units(period), 6):
        world = _world(hand)
        sheet.cell(row, 1, row - 5)
        sheet.cell(row, 2, _name(hand, unit, "bare"))
        for index, (_title, whole, part) in enumerate(groups):
            _put(made, sheet, row, 3 + 3 * index, world[whole], (unit, str(period), _basis(whole), whole), world[whole])
            _put(made, sheet, row, 4 + 3 * index, world[part], (unit, str(period), _basis(part), part), world[part])
            rate = world[part] / world[whole]
            made.must_not.add(sheet.cell(row, 5 + 3 * index, round(rate if fraction else 100 * rate, 4 if fraction else 1)).coordinate)


def _months(book: Workbook, sheet: Worksheet, hand: random.Random, made: Made) -> None:
    """Indicators down, this month and the last one side by side."""
    period = Period.month(2025, hand.choice([3, 4, 5, 10, 11]))
    unit = hand.choice(_units(period))
    topic = _topic(hand)
    sheet["A1"] = f"Đơn vị: {units()[unit].name}"
    sheet["A2"] = f"Báo cáo tháng {period.number} năm {period.year}"
    for col, text in enumerate(["STT", "Chỉ tiêu", "ĐVT", f"Tháng {period.number - 1}", f"Tháng {period.number}", "Ghi chú"], 1):
        sheet.cell(4, col, text)
    for row, code in enumerate(topic, 5):
        sheet.cell(row, 1, row - 4)
        sheet.cell(row, 2, _phrase(hand, code))
        made.must_not.add(sheet.cell(row, 4, _world(hand)[code]).coordinate)
    world = _world(hand)
    for row, code in enumerate(topic, 5):
        _put(made, sheet, row, 5, world[code], (unit, str(period), _basis(code), code), world[code])


def _form(book: Workbook, sheet: Worksheet, hand: random.Random, made: Made) -> None:
    """A slip: label and value side by side, no heading row worth the name."""
    period = _period(hand)
    unit = hand.choice(_units(period))
    sheet["A1"] = "PHIẾU CUNG CẤP SỐ LIỆU"
    sheet["A3"], sheet["B3"] = "Tên đơn vị:", units()[unit].name
    sheet["A4"], sheet["B4"] = "Kỳ báo cáo:", _when(hand, period)
    sheet["A5"], sheet["B5"] = "Người lập:", "Nguyễn Văn A"
    world = _world(hand)
    for row, code in enumerate(_topic(hand), 7):
        sheet.cell(row, 1, _phrase(hand, code) + hand.choice(["", ":"]))
        _put(made, sheet, row, 2, world[code], (unit, str(period), _basis(code), code), world[code])


STYLES: tuple[Callable[[Workbook, Worksheet, random.Random, Made], None], ...] = (
    _wide,
    _long,
    _pairs,
    _across,
    _sheets,
    _triples,
    _months,
    _form,
)
