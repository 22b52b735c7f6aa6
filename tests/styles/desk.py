# ruff: noqa: E501
"""What the makers of returns share: a world that balances, units, periods, phrases, and the truth beside every figure put down."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from making import NEW, OLD, PHRASES
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from catalogue.elements import elements
from catalogue.periods import Period
from catalogue.units import units

Fact = tuple[str, str, str, str]
ACCEPT, LOUD, NONE = frozenset({"accept"}), frozenset({"ask", "fix"}), frozenset({"not_a_return"})
MORE = {
    "received_total": ["Tổng số hồ sơ tiếp nhận (gồm cả kỳ trước chuyển sang)", "Tổng hồ sơ tiếp nhận, kể cả kỳ trước chuyển sang"],
    "processing_in_time": ["Hồ sơ đang giải quyết trong hạn", "HS đang xử lý còn hạn"],
    "processing_overdue": ["Hồ sơ đang giải quyết quá hạn", "HS đang xử lý đã quá hạn"],
    "dossiers_requiring_digitisation": ["Hồ sơ phải số hóa", "Số HS thuộc diện phải số hóa"],
    "dossiers_digitised_intake": ["Hồ sơ được số hóa khi tiếp nhận", "Số HS đã số hóa khi tiếp nhận"],
    "leaders_total": ["Tổng số lãnh đạo", "Số cá nhân giữ chức vụ lãnh đạo"],
    "leaders_with_cert": ["Lãnh đạo được cấp chữ ký số", "Số lãnh đạo đã được cấp CKS"],
    "docs_out_signed_personal": ["Văn bản đi ký số cá nhân của người có thẩm quyền", "Văn bản đi được ký số cá nhân"],
    "pop_18plus": ["Dân số từ 18 tuổi trở lên", "Dân số trưởng thành (từ 18 tuổi trở lên)"],
    "residents_with_personal_sig": ["Người dân có chữ ký số cá nhân", "Số người dân được cấp chữ ký số cá nhân"],
    "cdt_members_total": ["Số thành viên Tổ công nghệ số cộng đồng", "Tổng số thành viên Tổ CNSCĐ"],
    "cdt_members_trained": ["Số thành viên Tổ CNSCĐ được tập huấn", "Thành viên Tổ công nghệ số cộng đồng được tập huấn"],
    "ssp_people_paid": ["Số đối tượng ASXH được chi trả trong kỳ", "Số người được chi trả an sinh xã hội"],
    "ssp_people_paid_noncash": ["Số đối tượng được chi trả không dùng tiền mặt", "Số người được chi trả ASXH qua tài khoản"],
    "ratings_total": ["Tổng số lượt đánh giá mức độ hài lòng", "Số phiếu đánh giá mức độ hài lòng"],
    "ratings_satisfied": ["Số lượt đánh giá hài lòng", "Số phiếu đánh giá hài lòng"],
    "feedback_total": ["Tổng số phản ánh, kiến nghị tiếp nhận", "Số phản ánh, kiến nghị nhận được"],
    "feedback_on_time": ["Số phản ánh, kiến nghị xử lý đúng hạn", "Phản ánh, kiến nghị được xử lý đúng hạn"],
}
SAYINGS: dict[str, list[str]] = {**PHRASES, **MORE}


@dataclass
class Case:
    """One workbook under the hands of a maker. `truth` must be read, `either` may be; nothing else may be accepted."""

    hand: random.Random
    name: str = ""
    book: Workbook = field(default_factory=Workbook)
    truth: dict[Fact, float] = field(default_factory=dict)
    either: dict[Fact, float] = field(default_factory=dict)
    outcomes: frozenset[str] = ACCEPT
    told: bool = False

    @property
    def sheet(self) -> Worksheet:
        """The sheet in work: the last one."""
        return self.book.worksheets[-1]

    def save(self, folder: Path) -> Path:
        """The workbook on disk."""
        path = folder / f"{self.name or 'bao cao'}.xlsx"
        self.book.save(path)
        return path

    def row(self, row: int, texts: Sequence[object], left: int = 1) -> None:
        """Texts side by side; an empty text leaves its cell alone."""
        for col, text in enumerate(texts, left):
            if text not in ("", None):
                self.sheet.cell(row, col, text)

    def put(self, row: int, col: int, unit: str, when: Period, code: str, value: float, typed: object = None, basis: str = "") -> None:
        """A figure with its truth."""
        self.sheet.cell(row, col, value if typed is None else typed)
        self.truth[unit, str(when), basis or basis_of(code), code] = value

    def say(self, code: str) -> str:
        """One of the ways to name an element."""
        return self.hand.choice(SAYINGS[code])


Maker = Callable[[Case], None]


def basis_of(code: str) -> str:
    """Its natural basis."""
    return elements()[code].basis


def name(unit: str) -> str:
    """As the register has it."""
    return units()[unit].name


def bare(unit: str) -> str:
    """Without its type."""
    return units()[unit].bare_name


def month(hand: random.Random) -> Period:
    """A month before or after the communes were merged."""
    return hand.choice([Period.month(2025, m) for m in (2, 3, 4, 5, 8, 9, 10)] + [Period.month(2026, m) for m in (1, 3, 5)])


def here(when: Period) -> list[str]:
    """The communes of a period."""
    return OLD if when.end("nd09").isoformat() < "2025-07-01" else NEW


def said(when: Period) -> str:
    """A month as a title says it."""
    return f"Tháng {when.first_month:02d}/{when.year}" if when.first_month % 2 else f"tháng {when.first_month} năm {when.year}"


def world(hand: random.Random) -> dict[str, int]:
    """The figures of one commune in one month: they balance, and no two of them that could be mixed up are equal."""
    online, direct, carried = hand.randint(80, 400), hand.randint(11, 79), hand.randint(2, 10)
    in_time, overdue = hand.randint(12, 40), hand.randint(1, 9)
    resolved = online + direct + carried - in_time - overdue
    late = hand.randint(1, 8)
    early = hand.randint(resolved // 2, resolved - 20)
    docs = hand.randint(60, 200)
    org = hand.randint(40, docs - 1)
    pop = hand.randint(3000, 19000)
    eligible = int(pop * hand.uniform(0.68, 0.78))
    issued = int(eligible * hand.uniform(0.7, 0.95))
    officials, hamlets, members, people = hand.randint(20, 50), hand.randint(5, 28), hand.randint(30, 90), hand.randint(120, 900)
    paid, digit, fee, ratings, feedback = (
        people - hand.randint(1, 20),
        hand.randint(70, 90),
        hand.randint(20, 60),
        hand.randint(30, 120),
        hand.randint(4, 12),
    )
    return {
        "dossiers_recv_online": online, "dossiers_recv_direct_postal": direct, "received_carried_over": carried, "dossiers_recv_new": online + direct,
        "received_total": online + direct + carried, "resolved_total": resolved, "resolved_early": early, "resolved_late": late,
        "resolved_on_time": resolved - early - late, "processing_total": in_time + overdue, "processing_in_time": in_time, "processing_overdue": overdue,
        "dossiers_with_fee": fee, "dossiers_paid_online": hand.randint(5, fee - 1), "dossiers_requiring_digitisation": digit,
        "dossiers_digitised_intake": digit - hand.randint(1, 30), "officials_total": officials, "officials_with_cert": officials - hand.randint(1, 9),
        "leaders_total": 6, "leaders_with_cert": hand.randint(2, 5), "docs_out_total_nonsecret": docs, "docs_out_signed_org": org,
        "docs_out_signed_personal": org - hand.randint(1, 30), "pop_total": pop, "pop_18plus": int(pop * 0.6), "citizens_eligible_eid": eligible,
        "eid_l2_issued": issued, "eid_l2_activated": int(issued * hand.uniform(0.5, 0.9)), "residents_with_personal_sig": hand.randint(50, 900),
        "hamlets_total": hamlets, "hamlets_with_cdt": hamlets - hand.randint(1, 4), "cdt_members_total": members, "cdt_members_trained": members - hand.randint(1, 20),
        "ssp_people_total": people, "ssp_people_with_account": people - hand.randint(30, 90), "ssp_people_paid": paid,
        "ssp_people_paid_noncash": paid - hand.randint(5, 60), "ratings_total": ratings, "ratings_satisfied": ratings - hand.randint(1, 20),
        "feedback_total": feedback, "feedback_on_time": feedback - hand.randint(1, 3),
    }  # fmt: skip


FLOWS = (
    "dossiers_recv_online",
    "dossiers_recv_direct_postal",
    "received_carried_over",
    "resolved_total",
    "dossiers_with_fee",
    "dossiers_paid_online",
)
STOCKS = (
    "officials_total",
    "officials_with_cert",
    "hamlets_total",
    "hamlets_with_cdt",
    "citizens_eligible_eid",
    "eid_l2_issued",
    "eid_l2_activated",
)


def some(hand: random.Random, codes: Sequence[str], least: int = 3) -> list[str]:
    """Some of them, in their order."""
    chosen = set(hand.sample(range(len(codes)), hand.randint(min(least, len(codes)), len(codes))))
    return [code for index, code in enumerate(codes) if index in chosen]
