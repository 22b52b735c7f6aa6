"""The picture of a sheet: every cell where its sender put it, coloured as understood, and nothing of it executed."""

from dataclasses import replace
from html.parser import HTMLParser

from loaders.opening.grid import Cell, Merge, Sheet, position
from pages.parts.files.sheet_picture import Mark, legend, page_of, pages_of, picture


def sheet(texts, merges=(), name="Bieu 1"):
    """A sheet with `texts`, {address: text}."""
    places = {position(where): text for where, text in texts.items()}
    cells = {place: Cell(*place, text, "T") for place, text in places.items()}
    rows, columns = (max((place[side] for place in places), default=-1) + 1 for side in (0, 1))
    return Sheet(name, 0, cells=cells, merges=tuple(merges), n_rows=rows, n_cols=columns)


def marks(**roles):
    return {position(where): mark if isinstance(mark, Mark) else Mark(mark) for where, mark in roles.items()}


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


def drawn(page_of_cells, **how):
    return [[cell[0] for cell in row] for row in Cells(picture(page_of_cells, {}, **how)).rows]


def test_cells_stand_where_the_sender_put_them():
    page = sheet({"A1": "Xã", "C1": "Hồ sơ", "A2": "Đăk Pék", "C2": "123"})
    assert drawn(page) == [["", "A", "B", "C"], ["1", "Xã", "", "Hồ sơ"], ["2", "Đăk Pék", "", "123"]]


def test_each_cell_shows_how_it_was_understood_in_colour_and_sign():
    understood = marks(A1="header", B1=Mark("asked", "Số này là nghìn hay lẻ?"), C1="wrong", D1="total")
    html = picture(sheet(dict.fromkeys(("A1", "B1", "C1", "D1"), "1.234")), understood)
    _head, row = Cells(html).rows
    assert [(text, kind) for text, kind, _r, _c in row[1:]] == [
        ("1.234", "cs-header"),
        ("1.234?", "cs-asked"),
        ("1.234✕", "cs-wrong"),
        ("1.234Σ", "cs-total"),
    ]
    assert "Số này là nghìn hay lẻ?" in html


def test_words_in_doubt_are_set_as_words_and_a_heading_as_a_heading():
    understood = marks(A1=Mark("asked", "?", "header"), B1=Mark("asked", "?", "label"), C1="asked", D1="asked", E1="ignored")
    page = sheet({"A1": "Đạt", "B1": "Tổng", "C1": "12 hồ sơ", "D1": "(12)", "E1": "Câu 1"})
    _head, row = Cells(picture(page, understood)).rows
    assert [kind for _text, kind, _r, _c in row[1:]] == [
        "cs-asked cs-heading", "cs-asked cs-words", "cs-asked", "cs-asked", "cs-ignored cs-words",
    ]  # fmt: skip


def test_a_text_too_long_for_its_cell_is_whole_where_one_points():
    long = "Ghi chú " * 30
    html = picture(sheet({"A1": long}), {})
    assert f">{long}" not in html and long in html


def test_what_a_cell_holds_is_never_executed():
    evil = '<script>alert(1)</script>"><img src=x onerror=alert(1)>'
    understood = marks(A1=Mark("asked", evil))
    page = Cells(picture(sheet({"A1": evil}, name=evil), understood, focus=[(0, 0)]) + legend(understood.values()))
    assert page.tags == {"div", "table", "thead", "tbody", "tr", "th", "td", "sup", "span", "b"}
    assert page.rows[1][1][0] == evil + "?"


def test_merged_cells_span_what_they_cover():
    rows = Cells(picture(sheet({"A1": "BÁO CÁO", "A2": "a", "B2": "b"}, [Merge(0, 0, 0, 1)]), {})).rows
    assert [(cell[0], cell[3]) for cell in rows[1]] == [("1", 1), ("BÁO CÁO", 2)]
    assert [cell[0] for cell in rows[2]] == ["2", "a", "b"]


def test_a_merge_that_began_on_the_page_before_still_shows_its_text():
    texts = {f"B{r}": str(r) for r in range(1, 81)} | {"A58": "Đăk Pék"}
    rows = drawn(sheet(texts, [Merge(57, 0, 61, 0)]), page=2)
    assert rows[1] == ["61", "Đăk Pék", "61"] and rows[2] == ["62", "62"] and rows[3] == ["63", "", "63"]


def test_a_long_sheet_is_shown_page_by_page_and_says_so():
    page = sheet({f"A{r}": str(r) for r in range(1, 3322)})
    assert pages_of(page) == 56 and page_of((3320, 0)) == 56 and page_of((59, 0)) == 1 and page_of((60, 0)) == 2
    assert [row[1] for row in drawn(page, page=56)[1:]] == [str(r) for r in range(3301, 3322)]
    assert "3.321" in picture(page, {}, page=2)


def test_a_short_sheet_says_nothing_about_pages():
    assert "cs-note" not in picture(sheet({"A1": "1"}), {})


def test_the_ringed_cell_is_the_one_asked_about():
    html = picture(sheet({"A1": "1", "B1": "2"}), {}, focus=[(0, 1)])
    assert [("cs-focus" in cell[1]) for cell in Cells(html).rows[1][1:]] == [False, True]


def test_an_empty_sheet_says_so():
    assert "<table" not in picture(sheet({}), {})


def test_the_legend_names_only_what_is_there():
    items = legend([Mark("value"), Mark("text"), Mark("value")])
    assert items.count("cs-key") == 1 and "✓" in items


def test_rows_and_columns_that_the_sender_hid_are_marked_and_named():
    page = replace(sheet({"A1": "a", "B2": "b", "C3": "c"}), hidden_rows=frozenset({1}), hidden_cols=frozenset({2}))
    html = picture(page, {})
    heads = {text: kind for row in Cells(html).rows for text, kind, _r, _c in row}
    assert heads["2"] == heads["C"] == "cs-hidden" and heads["1"] == heads["B"] == ""
    assert "Hàng bị ẩn trong tệp: 2." in html and "Cột bị ẩn trong tệp: C." in html
    assert "bị ẩn" not in picture(sheet({"A1": "a"}), {})


def test_the_names_of_the_rows_stay_in_sight_while_the_figures_are_moved_along():
    texts = {f"A{row}": str(row) for row in range(1, 5)} | {f"B{row}": "Xã Đăk Pék" for row in range(1, 5)} | {"B5": "Cộng", "C5": "12"}
    understood = marks(**{place: "label" for place in texts if place < "B5"}, B5=Mark("total", "", "label"), C5="value")
    head, *rows = Cells(picture(sheet(texts), understood)).rows
    assert [cell[0] for cell in head if "cs-name" in cell[1]] == ["B"]
    assert [[cell[0] for cell in row if "cs-name" in cell[1]] for row in rows] == [*[["Xã Đăk Pék"]] * 4, ["CộngΣ"]]


def test_a_form_of_few_words_has_no_column_of_names():
    assert "cs-name" not in picture(sheet({"A1": "Xã", "B1": "12"}), marks(A1="label", B1="value"))
