"""Which colour each cell of a sheet gets."""

from catalogue.facts import Issue, Observation
from loaders.grid import Cell, Sheet, address, position
from pages.parts.understood import Area, marks

ROWS = [
    ["BÁO CÁO THÁNG 3/2025", None, None],
    ["Tên xã", "Tiếp nhận", "Tỷ lệ (%)"],
    ["Đăk Pék", 123.0, 51.2],
    ["Đăk Môn", 80.0, 40.0],
    ["Tổng cộng", 203.0, 46.8],
]
AREA = Area(header_first=1, header_last=1, data_first=2, data_last=4, left=0, right=2, key=0)


def sheet():
    cells = {
        (r, c): Cell(r, c, value, "N" if isinstance(value, float) else "T")
        for r, row in enumerate(ROWS)
        for c, value in enumerate(row)
        if value is not None
    }
    return Sheet("S", 0, cells=cells, n_rows=5, n_cols=3)


def seen(cell, status="accepted", sheet_name="S"):
    return Observation("23341.1", "2025-M03", "in_period", "recv", 123, sheet_name, cell, "123", status)


def roles(observations=(), issues=()):
    return {address(*place): mark.role for place, mark in marks(sheet(), [AREA], observations, issues).items()}


def test_headings_units_totals_and_what_was_read():
    assert roles([seen("B3"), seen("B4")]) == {
        "A2": "header", "B2": "header", "C2": "header", "A3": "unit", "A4": "unit", "A5": "total",
        "B3": "value", "B4": "value", "B5": "total", "C3": "ignored", "C4": "ignored", "C5": "total",
    }  # fmt: skip


def test_asked_and_rejected_cells_stand_out():
    assert roles([seen("B3", "asked"), seen("B4", "rejected")])["B3"] == "asked"
    assert roles([seen("B3", "asked"), seen("B4", "rejected")])["B4"] == "wrong"


def test_an_error_on_a_cell_makes_it_wrong_and_a_warning_only_speaks():
    error, warning = Issue("S", "B3", "x", "error", "Sai tổng."), Issue("S", "B4", "y", "warning", "Tăng mạnh.")
    found = marks(sheet(), [AREA], [seen("B3"), seen("B4")], [error, warning])
    assert (found[position("B3")].role, found[position("B4")].role) == ("wrong", "value")
    assert "Sai tổng." in found[position("B3")].why and "Tăng mạnh." in found[position("B4")].why


def test_a_question_does_not_soften_what_is_wrong():
    question = Issue("S", "B3", "x", "question", "Đúng không?")
    assert roles([seen("B3", "rejected")], [question])["B3"] == "wrong"
    assert roles([seen("B3")], [question])["B3"] == "asked"


def test_other_sheets_ranges_and_whole_file_issues():
    issues = [
        Issue("", "", "x", "error", "Cả tệp."),
        Issue("T", "B3", "x", "error", "Trang khác."),
        Issue("S", "B3:C3", "x", "error", "Dòng."),
    ]
    found = roles([seen("B3"), seen("B4", "asked", "T")], issues)
    assert found["B3"] == "wrong" and found["B4"] == "ignored"
