"""Columns "a | b | a/b" give both sides of the rate a row names; what the row says its letters stand for is held against it."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from loaders.opening.workbook import open_workbook
from loaders.result import FileReading
from loaders.understanding.report import read_grid

ROWS = (
    (
        "Tỷ lệ hồ sơ nộp trực tuyến",
        "số hồ sơ nộp trực tuyến",
        "tổng số hồ sơ tiếp nhận mới",
        61,
        87,
        "dossiers_recv_online",
        "dossiers_recv_new",
    ),
    ("Tỷ lệ CBCC có chứng thư số", "số CBCC có chứng thư số", "tổng số CBCC", 19, 23, "officials_with_cert", "officials_total"),
    ("Tỷ lệ thôn có Tổ công nghệ số cộng đồng", "số thôn có Tổ", "tổng số thôn", 6, 7, "hamlets_with_cdt", "hamlets_total"),
)
ALL = {row[5]: row[3] for row in ROWS} | {row[6]: row[4] for row in ROWS}
Label = Callable[[str, str, str], str]


def _brackets(rate: str, a: str, b: str) -> str:
    return f"{rate}\n(a: {a}; b: {b})"


def _read(
    tmp_path: Path, label: Label, heads: Sequence[str] = ("a", "b", "a/b (%)"), turned: bool = False, percent: float | None = None
) -> FileReading:
    book = Workbook()
    sheet = book.worksheets[0]
    over: list[Sequence[object]] = [
        ["UBND XÃ ĐĂK MÔN"],
        ["BẢNG TỰ CHẤM ĐIỂM CHUYỂN ĐỔI SỐ QUÝ IV NĂM 2025"],
        [],
        ["TT", "Tiêu chí", "Điểm tối đa", "Kết quả thực hiện", None, None, "Điểm tự chấm"],
        [None, None, None, *heads],
    ]
    for row in over:
        sheet.append(list(row))
    for number, (rate, a, b, n, d, _top, _bottom) in enumerate(ROWS, 1):
        said = percent or round(100 * n / d, 1)
        sheet.append([number, label(rate, a, b), 10, *((d, n) if turned else (n, d)), said, round(10 * n / d, 1)])
    sheet.append([None, "TỔNG ĐIỂM", 30, None, None, None, sum(round(10 * row[3] / row[4], 1) for row in ROWS)])
    for merged in ("A4:A5", "B4:B5", "C4:C5", "D4:F4", "G4:G5"):
        sheet.merge_cells(merged)
    book.save(tmp_path / "tu cham.xlsx")
    return read_grid(open_workbook(tmp_path / "tu cham.xlsx"))


def _taken(reading: FileReading) -> dict[str, float]:
    return {o.element: o.value for o in reading.observations if o.status == "accepted" and o.value is not None}


@pytest.mark.parametrize(
    "label",
    [
        _brackets,
        lambda rate, a, b: f"{rate} (a là {a}, b là {b})",
        lambda rate, a, b: f"{rate} = a/b; trong đó a: {a}; b: {b}",
        lambda rate, a, b: f"{rate}\n(a) {a}\n(b) {b}",
        lambda rate, a, b: f"{rate} = A/B x 100%. A là {a}; B là {b}.",
        lambda rate, _a, _b: rate,
    ],
)
def test_letters_stand_for_both_sides_and_points_are_none(tmp_path: Path, label: Label) -> None:
    reading = _read(tmp_path, label)
    assert (reading.outcome, _taken(reading)) == ("accept", ALL)


@pytest.mark.parametrize("heads", [("A", "B", "A/B"), ("(a)", "(b)", "(a)/(b)"), ("Số liệu a", "Số liệu b", "Tỷ lệ a/b")])
def test_letters_may_be_written_otherwise(tmp_path: Path, heads: Sequence[str]) -> None:
    assert _taken(_read(tmp_path, _brackets, heads)) == ALL


def test_the_printed_quotient_says_which_letter_stands_above(tmp_path: Path) -> None:
    turned = _read(tmp_path, lambda rate, a, b: f"{rate} (a: {b}; b: {a})", ("a", "b", "b/a (%)"), turned=True)
    assert _taken(turned) == ALL


def test_a_letter_that_stands_for_something_else_is_asked(tmp_path: Path) -> None:
    reading = _read(tmp_path, lambda rate, a, b: f"{rate} (a: {b}; b: {a})")
    assert reading.outcome == "ask"
    assert "dossiers_recv_online" not in _taken(reading)


def test_a_rate_that_its_letters_do_not_give_is_told(tmp_path: Path) -> None:
    reading = _read(tmp_path, _brackets, percent=50.0)
    assert [i.code for i in reading.issues] == ["percent_differs"] * len(ROWS)
