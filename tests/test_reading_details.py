"""One row of a commune, and rows of its sectors, hamlets or kinds on another sheet, in another table or in the same one."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from loaders.opening.workbook import open_workbook
from loaders.understanding.report import read_grid

COMMUNES = ["Xã Đăk Môn", "Xã Xốp", "Xã Ngọc Linh"]
KINDS = ["Hộ tịch", "Chứng thực", "Đất đai"]
PARTS = [[(31, 12), (22, 19), (9, 8)], [(14, 11), (7, 7), (18, 13)], [(25, 20), (16, 16), (5, 2)]]
SUMS = [(sum(a for a, _ in rows), sum(b for _, b in rows)) for rows in PARTS]
ALL = (sum(a for a, _ in SUMS), sum(b for _, b in SUMS))
NEW, DONE = "HS tiếp nhận mới", "HS đã giải quyết"
WANTED = {"dossiers_recv_new": [a for a, _ in SUMS], "resolved_total": [b for _, b in SUMS]}
Rows = list[list[object]]


def _read(tmp_path: Path, sheets: dict[str, Rows], hidden: str = "", merges: tuple[str, ...] = (), name: str = "bc thang 4.2026.xlsx"):
    book = Workbook()
    for n, (title, rows) in enumerate(sheets.items()):
        sheet = book.active if n == 0 else book.create_sheet()
        assert sheet is not None
        sheet.title = title
        for row in rows:
            sheet.append(row)
        for merge in merges:
            sheet.merge_cells(merge)
        sheet.sheet_state = "hidden" if title == hidden else "visible"
    book.save(tmp_path / name)
    return read_grid(open_workbook(tmp_path / name))


def _figures(found) -> dict[str, list[float]]:
    figures: dict[str, list[float]] = {}
    for o in found.observations:
        if o.status == "accepted":
            figures.setdefault(o.element, []).append(o.value)
    return figures


def _pivot(labels: str = "Row Labels|Sum of |Grand Total", stale: int = 0) -> Rows:
    rows_, how, end = labels.split("|")
    body = [[name, a + (stale if n == 1 else 0), b] for n, (name, (a, b)) in enumerate(zip(COMMUNES, SUMS, strict=True))]
    return [["Kỳ báo cáo", "Tháng 4/2026"], [], [rows_, how + NEW, how + DONE], *body, [end, ALL[0] + stale, ALL[1]]]


def _data(kind: str = "Lĩnh vực", names: list[str] = KINDS, blank: bool = False) -> Rows:
    rows: Rows = [["Kỳ", "Đơn vị", kind, NEW, DONE]]
    for name, parts in zip(COMMUNES, PARTS, strict=True):
        rows += [["Tháng 4/2026", None if blank and n else name, names[n], *part] for n, part in enumerate(parts)]
    return rows


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("Lĩnh vực", KINDS),
        ("Thôn", ["Đăk Nai", "Kà Khu", "Lanh Tôn"]),
        ("Loại văn bản", ["Công văn", "Quyết định", "Báo cáo"]),
        ("Người nhập", ["lan", "hoa", "mai"]),
        ("Đợt", ["Đợt 1", "Đợt 2", "Đợt 3"]),
        ("Ghi chú", ["sổ 1", "sổ 2", "sổ 3"]),
    ],
)
@pytest.mark.parametrize("labels", ["Row Labels|Sum of |Grand Total", "Nhãn Hàng|Tổng của |Tổng Cuối"])
def test_the_row_of_a_pivot_is_the_figure_and_its_data_prove_it(tmp_path: Path, labels: str, kind: str, names: list[str]) -> None:
    for hidden in ("", "Data"):
        found = _read(tmp_path, {"Pivot": _pivot(labels), "Data": _data(kind, names)}, hidden)
        assert (_figures(found), found.outcome) == (WANTED, "accept")
        assert {o.sheet for o in found.observations} == {"Pivot"}


def test_a_pivot_that_its_data_outran_is_told_for_that_figure_alone(tmp_path: Path) -> None:
    found = _read(tmp_path, {"Data": _data(), "Pivot": _pivot(stale=2)})
    assert [(i.code, i.sheet, i.cell) for i in found.issues] == [("parts_differ", "Pivot", "B5")]
    assert "Data" in found.issues[0].message and f"{SUMS[1][0] + 2} / {SUMS[1][0]}" in found.issues[0].message
    assert sum(map(len, _figures(found).values())) == 5 and found.outcome == "fix"


def test_rows_that_add_up_to_nothing_are_still_asked(tmp_path: Path) -> None:
    other = [[row[0], row[1], row[2], 7 * n, 3 * n] if n else row for n, row in enumerate(_data())]
    found = _read(tmp_path, {"Pivot": _pivot(), "Data": other})
    assert _figures(found) == {} and found.outcome == "fix"
    assert _figures(_read(tmp_path, {"Data": _data()})) == {}


def _outline(words: str, blank: bool, first: bool, stale: int = 0, group: str = "") -> Rows:
    """Rows of kinds, and a row of the sum of each commune called by `words` before or behind them."""
    rows: Rows = [["BÁO CÁO THÁNG 4/2026"], ["Đơn vị", "Lĩnh vực", NEW, DONE]]
    for n, (name, parts) in enumerate(zip(COMMUNES, PARTS, strict=True)):
        whole = [words.format(name) or None, group or None, SUMS[n][0] + (stale if n == 1 else 0), SUMS[n][1]]
        kinds = [[None if blank and (m or first) else name, KINDS[m], *part] for m, part in enumerate(parts)]
        rows += [whole, *kinds] if first else [*kinds, whole]
    return [*rows, ["Tổng cộng", None, ALL[0] + stale, ALL[1]]]


@pytest.mark.parametrize("blank", [True, False])
@pytest.mark.parametrize("words", ["{} Total", "{} Tổng", "{} - Tổng cộng", "Cộng {}", "Tổng {}"])
def test_the_sum_of_a_commune_in_a_tabular_pivot(tmp_path: Path, words: str, blank: bool) -> None:
    found = _read(tmp_path, {"P": _outline(words, blank, first=False)})
    assert (_figures(found), found.outcome) == (WANTED, "accept")


@pytest.mark.parametrize("blank", [True, False])
@pytest.mark.parametrize("group", ["Cộng", "Tổng số", "Tất cả", "Toàn xã"])
def test_the_sum_of_a_commune_named_among_its_kinds(tmp_path: Path, group: str, blank: bool) -> None:
    for first in (True, False):
        found = _read(tmp_path, {"P": _outline("" if blank and not first else "{}", blank, first, group=group)})
        assert (_figures(found), found.outcome) == (WANTED, "accept")


@pytest.mark.parametrize("blank", [True, False])
def test_the_row_of_a_commune_over_its_kinds(tmp_path: Path, blank: bool) -> None:
    found = _read(tmp_path, {"P": _outline("{}", blank, first=True)})
    assert (_figures(found), found.outcome) == (WANTED, "accept")


@pytest.mark.parametrize("first", [True, False])
def test_a_commune_whose_parts_do_not_add_up_is_told_once(tmp_path: Path, first: bool) -> None:
    found = _read(tmp_path, {"P": _outline("{}" if first else "Cộng {}", True, first, stale=3)})
    assert [i.code for i in found.issues] == ["parts_differ"] and sum(map(len, _figures(found).values())) == 5


@pytest.mark.parametrize("merges", [(), ("A3:A5", "A6:A8", "A9:A11")])
def test_the_first_of_several_rows_under_a_name_is_not_its_figure(tmp_path: Path, merges: tuple[str, ...]) -> None:
    kinds = [[None if m else name, KINDS[m], *part] for name, parts in zip(COMMUNES, PARTS, strict=True) for m, part in enumerate(parts)]
    rows: Rows = [["BÁO CÁO THÁNG 4/2026"], ["Đơn vị", "Lĩnh vực", NEW, DONE], *kinds]
    for last in ([], [[None, "Tổng cộng", *ALL]]):
        found = _read(tmp_path, {"P": [*rows, *last]}, merges=merges)
        assert _figures(found) == {} and found.outcome == "fix"
    found = _read(tmp_path, {"P": rows, "TH": _pivot()})
    assert (_figures(found), found.outcome) == (WANTED, "accept")


@pytest.mark.parametrize("total", [True, False])
def test_a_summary_and_a_sheet_for_each_commune(tmp_path: Path, total: bool) -> None:
    sheets: dict[str, Rows] = {"TH": _pivot()}
    for name, parts, sums in zip(COMMUNES, PARTS, SUMS, strict=True):
        rows: Rows = [[n, KINDS[n - 1], *part] for n, part in enumerate(parts, 1)]
        sheets[name[3:]] = [[f"UBND {name.upper()}"], ["BÁO CÁO THÁNG 4/2026"], ["STT", "Lĩnh vực", NEW, DONE], *rows]
        sheets[name[3:]] += [["", "Tổng cộng", *sums]] if total else []
    assert _read(tmp_path, sheets).outcome == "accept"
    sheets["TH"] = _pivot(stale=4)
    found = _read(tmp_path, sheets)
    assert found.outcome == "fix" and all("TH!" in i.message or i.sheet == "TH" for i in found.issues)
    assert not any(o.status == "accepted" and (o.sheet, o.cell) == ("TH", "B5") for o in found.observations)


def _crossed(corner: str, labels: str, items: list[str]) -> Rows:
    across, down, end = labels.split("|")
    body = [[name, *(a for a, _ in parts), SUMS[n][0]] for n, (name, parts) in enumerate(zip(COMMUNES, PARTS, strict=True))]
    return [["Kỳ báo cáo", "Tháng 4/2026"], [], [corner, across], [down, *items, end], *body]


@pytest.mark.parametrize("items", [KINDS, ["Thôn 1", "Thôn 2", "(blank)"], ["Lan", "Hoa", "(trống)"], ["Khai sinh", "Khai tử", "Khác"]])
@pytest.mark.parametrize("labels", ["Column Labels|Row Labels|Grand Total", "Nhãn Cột|Nhãn Hàng|Tổng Cuối", "Lĩnh vực|Đơn vị|Grand Total"])
def test_across_the_items_of_a_field_only_the_total_is_what_the_corner_counts(tmp_path: Path, labels: str, items: list[str]) -> None:
    for corner in (f"Sum of {NEW}", f"Tổng của {NEW}"):
        found = _read(tmp_path, {"P": _crossed(corner, labels, items)})
        assert (_figures(found), found.outcome) == ({"dossiers_recv_new": WANTED["dossiers_recv_new"]}, "accept")


def test_items_that_are_parts_of_what_the_corner_counts_are_read(tmp_path: Path) -> None:
    found = _read(tmp_path, {"P": _crossed(f"Sum of {DONE}", "Column Labels|Row Labels|Grand Total", ["Trước hạn", "Đúng hạn", "Quá hạn"])})
    assert set(_figures(found)) == {"resolved_early", "resolved_on_time", "resolved_late", "resolved_total"}


@pytest.mark.parametrize("how", ["Count of Mã HS", "Số lượng của Mã HS", f"Average of {NEW}", f"Trung bình của {NEW}", "Sum of Số bò"])
@pytest.mark.parametrize("items", [KINDS, ["Trước hạn", "Đúng hạn", "Quá hạn"]])
def test_items_under_what_is_no_sum_of_ours_are_no_figures(tmp_path: Path, how: str, items: list[str]) -> None:
    assert _figures(_read(tmp_path, {"P": _crossed(how, "Column Labels|Row Labels|Grand Total", items)})) == {}


@pytest.mark.parametrize("items", [KINDS, ["Thôn 1", "Thôn 2", "Thôn 3"], ["Lĩnh vực hộ tịch", "Lĩnh vực đất đai", "Lĩnh vực xây dựng"]])
def test_columns_of_fields_or_hamlets_are_parts(tmp_path: Path, items: list[str]) -> None:
    body = [[name, *(a for a, _ in parts), SUMS[n][0]] for n, (name, parts) in enumerate(zip(COMMUNES, PARTS, strict=True))]
    bare: Rows = [["SỐ LIỆU THÁNG 4/2026"], ["Đơn vị", *items, "Tổng"], *body]
    assert _figures(_read(tmp_path, {"P": bare})) == {}
    under: Rows = [["SỐ LIỆU THÁNG 4/2026"], ["Đơn vị", NEW, None, None, None], [None, *items, "Tổng"], *body]
    found = _read(tmp_path, {"P": under}, merges=("A2:A3", "B2:E2"))
    assert (_figures(found), found.outcome) == ({"dossiers_recv_new": WANTED["dossiers_recv_new"]}, "accept")


def test_two_sums_under_each_field(tmp_path: Path) -> None:
    heads = [x for kind in KINDS for x in (kind, None)]
    rows: Rows = [["BÁO CÁO THÁNG 4/2026"], [], [None, *heads, f"Total Sum of {NEW}", f"Total Sum of {DONE}"]]
    rows.append(["Row Labels", *[f"Sum of {NEW}", f"Sum of {DONE}"] * 3])
    rows += [[n, *(x for part in parts for x in part), *sums] for n, parts, sums in zip(COMMUNES, PARTS, SUMS, strict=True)]
    found = _read(tmp_path, {"P": rows})
    assert (_figures(found), found.outcome) == (WANTED, "accept")


NAMES = [
    ["Nguyễn Văn An", "Lê Thị Hoa", "A Blói"],
    ["Trực tuyến", "Trực tiếp", "Bưu chính"],
    ["Công văn", "Quyết định", "Tờ trình"],
    ["Toàn trình", "Một phần", "(blank)"],
    ["Loại A", "Loại B", "Khác"],
]


def _compact(items: list[str], stale: int = 0) -> Rows:
    rows: Rows = [["Kỳ báo cáo", "Tháng 4/2026"], [], ["Row Labels", f"Sum of {NEW}", f"Sum of {DONE}"]]
    for n, (name, parts) in enumerate(zip(COMMUNES, PARTS, strict=True)):
        rows += [[name, SUMS[n][0] + (stale if n == 1 else 0), SUMS[n][1]], *([items[m], *part] for m, part in enumerate(parts))]
    return [*rows, ["Grand Total", ALL[0] + stale, ALL[1]]]


@pytest.mark.parametrize("items", NAMES)
def test_rows_under_their_commune_are_known_by_their_sums(tmp_path: Path, items: list[str]) -> None:
    found = _read(tmp_path, {"P": _compact(items)})
    assert (_figures(found), found.outcome) == (WANTED, "accept")
    stale = _read(tmp_path, {"P": _compact(items, stale=2)})
    assert [(i.code, i.cell) for i in stale.issues] == [("parts_differ", "B8")]


def test_rows_under_their_commune_that_add_up_to_nothing_are_asked(tmp_path: Path) -> None:
    rows = [[row[0], row[1] * 7, row[2] * 3] if row and row[0] in NAMES[0] else row for row in _compact(NAMES[0])]
    assert _figures(_read(tmp_path, {"P": rows})) == {}


def _sheet_of(kind: int, stale: int = 0) -> Rows:
    body = [[name, PARTS[n][kind][0] + (stale if n == 1 else 0), PARTS[n][kind][1]] for n, name in enumerate(COMMUNES)]
    return [[f"LĨNH VỰC {KINDS[kind].upper()} THÁNG 4/2026"], ["Đơn vị", NEW, DONE], *body]


def test_a_sheet_for_each_field_and_one_of_their_sums(tmp_path: Path) -> None:
    fields = {KINDS[kind]: _sheet_of(kind) for kind in range(3)}
    for sheets in ({"TH": _pivot(), **fields}, {**fields, "TH": _pivot()}):
        found = _read(tmp_path, sheets)
        assert (_figures(found), found.outcome) == (WANTED, "accept")
    assert _figures(_read(tmp_path, fields)) == {}
    told = _read(tmp_path, {"TH": _pivot(), **fields, KINDS[1]: _sheet_of(1, stale=3)})
    assert [(i.code, i.sheet, i.cell) for i in told.issues] == [("parts_differ", "TH", "B5")]


def test_a_quarter_is_proven_by_the_rows_of_its_months(tmp_path: Path) -> None:
    def data(more: int) -> Rows:
        rows = [
            [f"Tháng {m + 1}/2026", name, kind, a + more * (n == 1 == m), b]
            for m in range(3)
            for n, name in enumerate(COMMUNES)
            for kind, (a, b) in zip(KINDS, PARTS[n], strict=True)
        ]
        return [["Tháng", "Đơn vị", "Lĩnh vực", NEW, DONE], *rows]

    body = [[name, 3 * a, 3 * b] for name, (a, b) in zip(COMMUNES, SUMS, strict=True)]
    pivot: Rows = [["Kỳ báo cáo", "Quý I/2026"], [], ["Row Labels", f"Sum of {NEW}", f"Sum of {DONE}"], *body]
    for more, taken in ((0, 6), (1, 5)):
        book = {"P": pivot, "Data": data(more)}
        found = _read(tmp_path, book, name="bc quy 1.2026.xlsx")
        assert sum(map(len, _figures(found).values())) == taken and {o.sheet for o in found.observations} == {"P"}


def test_the_second_copy_of_a_field_is_no_figure(tmp_path: Path) -> None:
    rows = [[*row, f"Sum of {NEW}2"] if row and row[0] == "Row Labels" else row for row in _pivot()]
    rows = [[*row, row[1] / ALL[0]] if len(row) == 3 else row for row in rows]
    found = _read(tmp_path, {"P": rows})
    assert (_figures(found), found.outcome) == (WANTED, "accept")


GROUPS = [["Bộ phận Văn phòng", "Công an xã", "Ban CHQS"], ["Nguyễn Văn An", "Lê Thị Hoa", "A Blói"], KINDS, ["Thôn 1", "Thôn 2", "Thôn 3"]]


@pytest.mark.parametrize("groups", GROUPS)
def test_groups_of_columns_and_the_group_of_their_sums(tmp_path: Path, groups: list[str]) -> None:
    def rows(total: bool, stale: int = 0) -> Rows:
        heads = [x for group in [*groups, *(["Tổng số"] if total else [])] for x in (group, None)]
        sums = [[a + stale * (n == 1), b] if total else [] for n, (a, b) in enumerate(SUMS)]
        body = [[name, *(x for part in PARTS[n] for x in part), *sums[n]] for n, name in enumerate(COMMUNES)]
        return [["BÁO CÁO THÁNG 4/2026"], ["Đơn vị", *heads], [None, *[NEW, DONE] * (len(heads) // 2)], *body]

    merges = ("A2:A3", "B2:C2", "D2:E2", "F2:G2")
    found = _read(tmp_path, {"P": rows(True)}, merges=(*merges, "H2:I2"))
    assert (_figures(found), found.outcome) == (WANTED, "accept")
    assert _figures(_read(tmp_path, {"P": rows(False)}, merges=merges)) == {}
    if groups in GROUPS[:2]:
        told = _read(tmp_path, {"P": rows(True, 2)}, merges=(*merges, "H2:I2"))
        assert [(i.code, i.cell) for i in told.issues] == [("parts_differ", "H5")] and sum(map(len, _figures(told).values())) == 5


def test_communes_across_with_their_kinds_and_the_sum_of_each(tmp_path: Path) -> None:
    for total in (True, False):
        kinds = [*KINDS, *(["Tổng"] if total else [])]
        over = [x for name in COMMUNES for x in (name, *[None] * (len(kinds) - 1))]
        lines = [[*(part[k] for part in PARTS[n]), *([SUMS[n][k]] if total else [])] for k in (0, 1) for n in range(3)]
        rows: Rows = [["BÁO CÁO THÁNG 4/2026"], ["Chỉ tiêu", *over], [None, *kinds * 3]]
        rows += [[name, *(x for line in lines[3 * k : 3 * k + 3] for x in line)] for k, name in enumerate((NEW, DONE))]
        merges = ("B2:E2", "F2:I2", "J2:M2") if total else ("B2:D2", "E2:G2", "H2:J2")
        assert _figures(_read(tmp_path, {"P": rows}, merges=merges)) == (WANTED if total else {})


def test_figures_of_one_commune_that_its_hamlets_on_another_sheet_deny(tmp_path: Path) -> None:
    head: Rows = [["UBND XÃ ĐĂK MÔN"], ["THÁNG 4/2026"]]
    hamlets: Rows = [[n, f"Thôn {n}", *part] for n, part in enumerate(PARTS[0], 1)]
    for more, outcome in ((0, "accept"), (4, "fix")):
        own: Rows = [*head, ["STT", "Chỉ tiêu", "Số liệu"], [1, NEW, SUMS[0][0] + more], [2, DONE, SUMS[0][1]]]
        found = _read(tmp_path, {"TH": own, "CT": [*head, ["STT", "Thôn", NEW, DONE], *hamlets]})
        assert (found.outcome, sum(map(len, _figures(found).values()))) == (outcome, 1 if more else 2)


def test_hamlets_across_over_indicators_in_rows(tmp_path: Path) -> None:
    head: Rows = [["UBND XÃ ĐĂK MÔN"], ["THÁNG 4/2026"], ["STT", "Chỉ tiêu", "Thôn 1", "Thôn 2", "Thôn 3", "Toàn xã"]]
    rows = [[k + 1, name, *(part[k] for part in PARTS[0]), SUMS[0][k]] for k, name in enumerate((NEW, DONE))]
    assert list(_figures(_read(tmp_path, {"S": [*head, *rows]})).values()) == [[SUMS[0][0]], [SUMS[0][1]]]
