"""Sheets of points whose figures stand in a column of evidence."""

from pathlib import Path

from test_reading import by_element, read


def _read(tmp_path: Path, heading: str, *figures: object):
    labels = ["Tổng số hộ gia đình", "Số hộ gia đình có cáp quang", "Tổng số máy tính"]
    rows = [[f"1.{n}", label, None, None, figure] for n, (label, figure) in enumerate(zip(labels, figures, strict=True), 1)]
    head = ["TT", "Tiêu chí", "Điểm chuẩn", "Điểm xã tự chấm", heading]
    return read(tmp_path, [["UBND XÃ XỐP"], ["TỰ CHẤM ĐIỂM CHUYỂN ĐỔI SỐ NĂM 2025"], head, ["I", "Hạ tầng số", 30, 18.7], *rows])


def test_figures_as_evidence_are_the_figures_of_their_rows(tmp_path: Path) -> None:
    found = _read(tmp_path, "Số liệu chứng minh", 1600, 990, 48)
    assert by_element(found) == {"households_total": [1600], "households_fibre": [990], "computers_total": [48]}


def test_names_of_papers_and_figures_to_compare_are_none(tmp_path: Path) -> None:
    assert by_element(_read(tmp_path, "Số liệu chứng minh", "Biểu 2", "Biểu 3", "CV 12")) == {}
    assert by_element(_read(tmp_path, "Số liệu đối chiếu", 1600, 990, 48)) == {}
