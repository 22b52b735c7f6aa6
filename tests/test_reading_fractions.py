"""Two counts in one cell ("17/20 people") under headings that divide: both are taken; what is divided by something else is asked."""

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from loaders.opening.workbook import open_workbook
from loaders.result import FileReading
from loaders.understanding.report import read_grid

ROWS = (
    ("Hồ sơ nộp trực tuyến", "tổng số hồ sơ tiếp nhận mới", 61, 87, "hồ sơ", "dossiers_recv_online", "dossiers_recv_new"),
    (
        "Văn bản đi ký số cơ quan",
        "tổng số văn bản đi (trừ văn bản mật)",
        45,
        48,
        "văn bản",
        "docs_out_signed_org",
        "docs_out_total_nonsecret",
    ),
    ("Cán bộ, công chức có chứng thư số", "tổng số cán bộ, công chức", 19, 23, "người", "officials_with_cert", "officials_total"),
    ("Thôn có Tổ công nghệ số cộng đồng", "tổng số thôn", 6, 7, "thôn", "hamlets_with_cdt", "hamlets_total"),
)
ALL = {row[5]: row[2] for row in ROWS} | {row[6]: row[3] for row in ROWS}


def _both(upper: str, lower: str) -> str:
    return f"{upper}/{lower}"


def _upper(upper: str, _lower: str) -> str:
    return upper


def _rate(upper: str, lower: str) -> str:
    return f"Tỷ lệ {upper.lower()}/{lower}"


def _read(
    tmp_path: Path,
    head: str,
    label: Callable[[str, str], str] = _both,
    typed: str = "{n}/{d}",
    rate: bool = True,
) -> FileReading:
    book = Workbook()
    sheet = book.worksheets[0]
    rows: list[Sequence[object]] = [["UBND XÃ ĐĂK MÔN"], ["THEO DÕI CẢI CÁCH HÀNH CHÍNH"], ["Tháng 11 năm 2025"]]
    rows.append(["STT", "Nội dung theo dõi", head, *(["Tỷ lệ"] if rate else [])])
    for number, (upper, lower, n, d, word, _top, _bottom) in enumerate(ROWS, 1):
        percent = f"{100 * n / d:.1f}%".replace(".", ",")
        rows.append([number, label(upper, lower), typed.format(n=n, d=d, w=word, p=percent), *([percent] if rate else [])])
    for row in rows:
        sheet.append(list(row))
    book.save(tmp_path / "theo doi.xlsx")
    return read_grid(open_workbook(tmp_path / "theo doi.xlsx"))


def _taken(reading: FileReading) -> dict[str, float]:
    return {o.element: o.value for o in reading.observations if o.status == "accepted" and o.value is not None}


@pytest.mark.parametrize(
    "head", ["Đạt/Tổng số", "Thực hiện/Tổng số", "Tử số/Mẫu số", "a/b", "Kết quả (đạt/tổng)", "Số đạt trên tổng số", "Tỷ lệ đạt", "Số liệu"]
)
@pytest.mark.parametrize("label", [_both, _upper, _rate])
def test_what_is_done_of_all_there_is_gives_both_counts(tmp_path: Path, head: str, label: Callable[[str, str], str]) -> None:
    reading = _read(tmp_path, head, label)
    assert (reading.outcome, _taken(reading)) == ("accept", ALL)


@pytest.mark.parametrize(
    "typed",
    [
        "{n}/{d} {w}",
        "{n} {w}/{d} {w}",
        "{n}/{d} ({p})",
        "{n}/{d} {w} ({p})",
        "{n}/{d} = {p}",
        "{n}/{d}: {p}",
        "{n} trong {d} {w} (\u2248{p})",
        "{p} ({n}/{d})",
        "{n} {w} trên tổng số {d} {w}",
    ],
)
def test_fractions_are_read_however_they_are_typed(tmp_path: Path, typed: str) -> None:
    assert _taken(_read(tmp_path, "Kết quả", typed=typed, rate=False)) == ALL


@pytest.mark.parametrize(
    "head", ["Tháng này/tháng trước", "Kỳ này/Kỳ trước", "Nam/Nữ", "Đạt/giao", "Kết quả/Chỉ tiêu", "Điểm đạt/Điểm tối đa"]
)
@pytest.mark.parametrize("label", [_upper, lambda a, _b: f"Tỷ lệ {a.lower()}"])
def test_what_is_divided_by_something_else_is_never_taken(tmp_path: Path, head: str, label: Callable[[str, str], str]) -> None:
    assert _taken(_read(tmp_path, head, label)) == {}


def test_an_upper_count_above_the_lower_one_is_asked(tmp_path: Path) -> None:
    reading = _read(tmp_path, "Đạt/Tổng số", typed="{d}/{n}", rate=False)
    assert reading.outcome != "accept"
    assert _taken(reading) == {}


@pytest.mark.parametrize("whole", ["hồ sơ đã trả kết quả", "tổng số kết quả đã trả", "hồ sơ trả kết quả"])
def test_results_given_below_the_line_are_those_that_electronic_results_are_reckoned_of(tmp_path: Path, whole: str) -> None:
    book = Workbook()
    for row in (["KẾT QUẢ XÃ ĐĂK MÔN THÁNG 11/2025"], ["Nội dung", "Kết quả"], [f"Kết quả bản điện tử / {whole}", "41/52 (78,8%)"]):
        book.worksheets[0].append(row)
    book.worksheets[0].append(["Thôn có Tổ CNSCĐ / tổng số thôn", "6/7"])
    book.save(tmp_path / "kq.xlsx")
    found = {o.element: o.value for o in read_grid(open_workbook(tmp_path / "kq.xlsx")).observations if o.cell == "B3"}
    assert found == {"results_electronic": 41, "resolved_with_result": 52}


def test_dossiers_resolved_below_the_line_stay_resolved(tmp_path: Path) -> None:
    book = Workbook()
    for row in (["KẾT QUẢ XÃ ĐĂK MÔN THÁNG 11/2025"], ["Nội dung", "Kết quả"], ["Kết quả bản điện tử / hồ sơ đã giải quyết", "41/52"]):
        book.worksheets[0].append(row)
    book.worksheets[0].append(["Thôn có Tổ CNSCĐ / tổng số thôn", "6/7"])
    book.save(tmp_path / "kq.xlsx")
    found = {o.element: o.value for o in read_grid(open_workbook(tmp_path / "kq.xlsx")).observations if o.cell == "B3"}
    assert found == {"results_electronic": 41, "resolved_total": 52}


@pytest.mark.parametrize("line", ["(ghi: đạt/tổng (tỷ lệ))", "Cách ghi: số đạt / tổng số", "Viết theo: thực hiện trên tổng số (tỷ lệ)"])
def test_a_line_that_tells_how_two_counts_and_their_rate_are_written(tmp_path: Path, line: str) -> None:
    assert _taken(_under(tmp_path, line)) == ALL


@pytest.mark.parametrize("line", ["(ghi: tháng này/tháng trước (tỷ lệ))", "Cách ghi: đạt/kế hoạch", "Điền theo: nam/nữ"])
def test_a_line_that_divides_something_else_is_asked(tmp_path: Path, line: str) -> None:
    assert _taken(_under(tmp_path, line)) == {}


def _under(tmp_path: Path, line: str) -> FileReading:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in (["BÁO CÁO NHANH XÃ ĐĂK MÔN THÁNG 11 NĂM 2025"], [line], [], ["TT", "Nội dung", "Kết quả"]):
        sheet.append(row)
    for number, (upper, lower, n, d, *_rest) in enumerate(ROWS, 1):
        sheet.append([number, f"{upper} trên {lower}", f"{n}/{d} ({100 * n / d:.1f}%)".replace(".", ",")])
    book.save(tmp_path / "nhanh.xlsx")
    return read_grid(open_workbook(tmp_path / "nhanh.xlsx"))


UNITS = ("Xã Đăk Môn", "Xã Đăk Long", "Xã Xốp")
TEAMS, ONLINE = "Số thôn có Tổ CNSCĐ/tổng số thôn", "Hồ sơ trực tuyến/hồ sơ tiếp nhận mới"
PAIRS = {"hamlets_with_cdt": [5, 6, 7], "hamlets_total": [6, 6, 9], "dossiers_recv_online": [40, 41, 42], "dossiers_recv_new": [52, 53, 54]}


def _of_communes(tmp_path: Path, teams: Sequence[object], across: bool = False) -> FileReading:
    online = [f"{n}/{n + 12}" for n in (40, 41, 42)]
    rows: list[Sequence[object]] = [["TỶ SỐ CÁC CHỈ TIÊU THÁNG 5 NĂM 2026"], []]
    if across:
        rows += [["TT", "Chỉ tiêu", *UNITS], [1, TEAMS, *teams], [2, ONLINE, *online]]
    else:
        rows += [["TT", "Đơn vị", TEAMS, ONLINE], *([i + 1, unit, teams[i], online[i]] for i, unit in enumerate(UNITS))]
    book = Workbook()
    for row in rows:
        book.worksheets[0].append(list(row))
    book.save(tmp_path / "ty so.xlsx")
    return read_grid(open_workbook(tmp_path / "ty so.xlsx"))


@pytest.mark.parametrize("across", [False, True])
@pytest.mark.parametrize("typed", ["{}/{}", "{}/{} thôn", "có {}/{} thôn", "{} trên {} thôn"])
def test_fractions_of_hamlets_are_no_names_of_hamlets(tmp_path: Path, typed: str, across: bool) -> None:
    reading = _of_communes(tmp_path, [typed.format(a, b) for a, b in zip((5, 6, 7), (6, 6, 9), strict=True)], across)
    found = {e: [o.value for o in reading.observations if o.element == e and o.status == "accepted"] for e in PAIRS}
    assert (reading.outcome, found) == ("accept", PAIRS)


def test_a_fraction_that_became_a_day_is_told_alone(tmp_path: Path) -> None:
    reading = _of_communes(tmp_path, ["5/6", dt.date(2026, 6, 6), "7/9"])
    assert [i.code for i in reading.issues if i.severity != "warning"][:1] == ["date_in_count"] and not reading.questions
    assert "C5" not in {o.cell for o in reading.observations if o.status == "accepted"}


def test_a_part_typed_over_its_whole_is_told_by_both_their_names(tmp_path: Path) -> None:
    made = Workbook()
    sheet = made.active
    head = "Số CBCC có chữ ký số / tổng số CBCC"
    for row in (["Chữ ký số tháng 9 năm 2026"], [], ["TT", "Tên xã", head], [1, "Xã Đăk Pék", "25/23"], [2, "Xã Xốp", "16/20"]):
        sheet.append(row)
    made.save(tmp_path / "ty so.xlsx")
    (told,) = [one for one in read_grid(open_workbook(tmp_path / "ty so.xlsx")).issues if one.code == "part_exceeds"]
    assert "chứng thư số (25) lớn hơn Tổng số cán bộ, công chức, viên chức có mặt (23)" in told.message and head not in told.message
