"""The picture of a sheet: every cell where its sender put it, coloured as understood, and nothing of it executed."""

from html.parser import HTMLParser

import pytest

from pages.parts.sheet_picture import Drawing, Mark, column_letters, legend, page_of, pages_of, picture, place_of


class Cells(HTMLParser):
    """The cells of the drawn table: (text, class, rowspan, colspan) row by row."""

    def __init__(self, html):
        super().__init__()
        self.rows, self.tags, self.inside = [], set(), False
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        attrs = dict(attrs)
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append(["", attrs.get("class", ""), int(attrs.get("rowspan", 1)), int(attrs.get("colspan", 1))])
            self.inside = True

    def handle_endtag(self, tag):
        self.inside = self.inside and tag not in ("td", "th")

    def handle_data(self, data):
        if self.inside:
            self.rows[-1][-1][0] += data


def drawn(drawing, **how):
    return [[cell[0] for cell in row] for row in Cells(picture(drawing, **how)).rows]


def test_cells_stand_where_the_sender_put_them():
    drawing = Drawing("Bieu 1", {(1, 1): "Xã", (1, 3): "Hồ sơ", (2, 1): "Đăk Pék", (2, 3): "123"}, {})
    assert drawn(drawing) == [["", "A", "B", "C"], ["1", "Xã", "", "Hồ sơ"], ["2", "Đăk Pék", "", "123"]]


def test_each_cell_shows_how_it_was_understood_in_colour_and_sign():
    marks = {(1, 1): Mark("header"), (1, 2): Mark("asked", "Số này là nghìn hay lẻ?"), (1, 3): Mark("wrong"), (1, 4): Mark("total")}
    html = picture(Drawing("S", dict.fromkeys(marks, "1.234"), marks))
    _head, row = Cells(html).rows
    assert [(text, kind) for text, kind, _r, _c in row[1:]] == [
        ("1.234", "cs-header"), ("1.234?", "cs-asked"), ("1.234✕", "cs-wrong"), ("1.234Σ", "cs-total"),
    ]  # fmt: skip
    assert "Số này là nghìn hay lẻ?" in html


def test_what_a_cell_holds_is_never_executed():
    evil = '<script>alert(1)</script>"><img src=x onerror=alert(1)>'
    drawing = Drawing(evil, {(1, 1): evil}, {(1, 1): Mark("asked", evil)})
    page = Cells(picture(drawing, focus=(1, 1)) + legend(drawing))
    assert page.tags == {"div", "table", "thead", "tbody", "tr", "th", "td", "sup", "span", "b"}
    assert page.rows[1][1][0] == evil + "?"


def test_merged_cells_span_what_they_cover():
    drawing = Drawing("S", {(1, 1): "BÁO CÁO", (2, 1): "a", (2, 2): "b"}, {}, merges=((1, 1, 1, 2),))
    rows = Cells(picture(drawing)).rows
    assert [(cell[0], cell[3]) for cell in rows[1]] == [("1", 1), ("BÁO CÁO", 2)]
    assert [cell[0] for cell in rows[2]] == ["2", "a", "b"]


def test_a_merge_that_began_on_the_page_before_still_shows_its_text():
    texts = {(r, 2): str(r) for r in range(1, 81)} | {(58, 1): "Đăk Pék"}
    rows = drawn(Drawing("S", texts, {}, merges=((58, 1, 5, 1),)), page=2)
    assert rows[1] == ["61", "Đăk Pék", "61"] and rows[2] == ["62", "62"] and rows[3] == ["63", "", "63"]


def test_a_long_sheet_is_shown_page_by_page_and_says_so():
    drawing = Drawing("S", {(r, 1): str(r) for r in range(1, 3322)}, {})
    assert pages_of(drawing) == 56 and page_of(3321) == 56 and page_of(60) == 1 and page_of(61) == 2
    rows = drawn(drawing, page=56)
    assert [row[1] for row in rows[1:]] == [str(r) for r in range(3301, 3322)]
    assert "3.321" in picture(drawing, page=2)


def test_the_ringed_cell_is_the_one_asked_about():
    html = picture(Drawing("S", {(1, 1): "1", (1, 2): "2"}, {}), focus=(1, 2))
    assert [("cs-focus" in cell[1]) for cell in Cells(html).rows[1][1:]] == [False, True]


def test_an_empty_sheet_says_so():
    assert "<table" not in picture(Drawing("S", {}, {}))


def test_the_legend_names_only_what_is_there():
    items = legend(Drawing("S", {(1, 1): "5"}, {(1, 1): Mark("value")}))
    assert items.count("cs-key") == 1 and "✓" in items


@pytest.mark.parametrize(
    ("cell", "place"),
    [("A1", (1, 1)), ("D14", (14, 4)), ("AA100", (100, 27)), ("xfd1", (1, 16384)), ("", None), ("14", None), ("D", None), ("Đ1", None)],
)
def test_addresses_are_places(cell, place):
    assert place_of(cell) == place
    if place:
        assert column_letters(place[1]) == cell.rstrip("0123456789").upper()
