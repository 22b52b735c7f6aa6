"""Slips for several communes on one sheet, to be cut apart: each says over its figures whose they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_reading import read, taken

from loaders.result import FileReading

_ = None
TITLE = "PHIẾU BÁO SỐ LIỆU TỔ CÔNG NGHỆ SỐ CỘNG ĐỒNG"
LABELS = ["Số thôn của xã", "Số thôn có Tổ CNSCĐ", "Số thành viên Tổ CNSCĐ", "Số thành viên đã được tập huấn"]


def _slips(label: str, left: object, right: object, more: int = 0) -> list[list[object]]:
    """Two slips beside each other; the second has `more` of everything."""
    rows: list[list[object]] = [[TITLE, _, _, _, TITLE, _], [label, left, _, _, label, right]]
    rows += [["Kỳ:", "Quý I/2026", _, _, "Kỳ:", "Quý I/2026"], ["Nội dung", "Số liệu", _, _, "Nội dung", "Số liệu"]]
    rows += [[name, n + more, _, _, name, n + more + 1] for name, n in zip(LABELS, (27, 26, 167, 136), strict=True)]
    return [*rows, ["Người báo: Y Loan", _, _, _, "Người báo: A Tú", _], ["- - - - cắt - - - -", _, _, _, "- - - - cắt - - - -", _], []]


def _hamlets(found: FileReading) -> dict[str, float]:
    return {o.unit or "": o.value for o in found.observations if o.element == "hamlets_total" and o.status == "accepted"}


@pytest.mark.parametrize("label", ["Xã:", "Xã", "Đơn vị báo cáo:", "Tên xã"])
def test_each_slip_is_of_the_commune_behind_its_label(tmp_path: Path, label: str) -> None:
    found = read(tmp_path, [*_slips(label, "Đăk Pék", "Đăk Môn"), *_slips(label, "Đăk Long", "Xốp", 10)])
    assert found.outcome == "accept", found.message
    assert _hamlets(found) == {"23341.2": 27, "23374.2": 28, "23368.2": 37, "23356.2": 38}


def test_a_slip_without_its_commune_is_asked_beside_one_that_has_it(tmp_path: Path) -> None:
    found = read(tmp_path, [*_slips("Xã:", "Đăk Pék", "Đăk Môn"), *_slips("Xã:", "Đăk Long", _, 10)])
    assert found.outcome == "ask"
    assert _hamlets(found) == {"23341.2": 27, "23374.2": 28, "23368.2": 37}


@pytest.mark.parametrize("name", ["Đăk Xyz", "Đăk Pét", "chưa rõ", _])
def test_a_slip_of_a_commune_nobody_knows_is_not_of_the_one_beside_it(tmp_path: Path, name: object) -> None:
    head: list[list[object]] = [["PHIẾU BÁO SỐ LIỆU", _, _, _, "PHIẾU BÁO SỐ LIỆU", _], ["Xã:", "Đăk Pék", _, _, "Xã:", name]]
    head += [["Kỳ:", "Quý I/2026", _, _, "Kỳ:", "Quý I/2026"], ["Nội dung", "Số liệu", _, _, "Nội dung", "Số liệu"]]
    rows: list[list[object]] = [
        ["Số thôn của xã", 27, _, _, "Số CBCC của xã", 50],
        ["Số thôn có Tổ CNSCĐ", 26, _, _, "CBCC có chữ ký số", 45],
    ]
    found = read(tmp_path, [*head, *rows])
    assert (found.outcome, [q.kind for q in found.questions]) == ("ask", ["no_unit"])
    assert taken(found) == {"B5": 27, "B6": 26}
    answered = read(tmp_path, [*head, *rows], answers={found.questions[0].key: "23374.2"})
    assert {o.cell: o.unit for o in answered.observations} == {"B5": "23341.2", "B6": "23341.2", "F5": "23374.2", "F6": "23374.2"}


def _under_letterheads(cut: str, figure: str, months: tuple[str, str]) -> list[list[object]]:
    """Two slips without headings, each under a letterhead of its own, with a line drawn between them or nothing."""
    head = [
        ["UBND HUYỆN ĐẮK GLEI"] * 2,
        ["UBND XÃ ĐĂK MAN", "UBND XÃ ĐĂK NHOONG"],
        [_, _],
        ["PHIẾU BÁO CÁO NHANH"] * 2,
        list(months),
        [_, _],
    ]
    rows: list[list[object]] = [[left, _, cut or _, _, right, _] for left, right in head]
    rows += [[f"{n}. {name}", figure.format(n), cut or _, _, f"{n}. {name}", figure.format(n + 1)] for n, name in enumerate(LABELS, 5)]
    rows[-2][3] = "✂" if cut else _
    return [*rows, ["Người báo: Y Loan", _, cut or _, _, "Người báo: A Tú", _]]


@pytest.mark.parametrize("cut", ["┆", "|", ""])
@pytest.mark.parametrize("figure", ["{}", "{} thôn"])
@pytest.mark.parametrize("month", ["Tháng 02 năm 2025", "Tháng 03 năm 2025"])
def test_slips_alike_side_by_side_are_cut_apart_under_their_letterheads(tmp_path: Path, cut: str, figure: str, month: str) -> None:
    found = read(tmp_path, _under_letterheads(cut, figure, ("Tháng 02 năm 2025", month)))
    whole = {o.unit: (o.cell, o.value, o.period) for o in found.observations if o.element == "hamlets_total"}
    assert whole == {"23347.1": ("B7", 5, "2025-M02"), "23350.1": ("F7", 6, f"2025-M{month[6:8]}")}, found.message


def test_two_slips_of_one_commune_contradict_each_other(tmp_path: Path) -> None:
    found = read(tmp_path, _slips("Xã:", "Đăk Pék", "Đăk Pék"))
    assert found.outcome in ("ask", "fix")
    assert _hamlets(found) == {}
