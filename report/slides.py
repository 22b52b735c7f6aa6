"""Six slides for the meeting, with native charts that can be edited. The one keeper of python-pptx."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Any, NamedTuple

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.slide import Slide
from pptx.util import Emu, Mm, Pt

from report.meeting import Bar, Meeting, Page

WIDE, HIGH = Mm(338.7), Mm(190.5)
EDGE = Mm(15)
FONT = "Arial"
INK, GREY, PALE, ACCENT = (RGBColor.from_string(code) for code in ("16191D", "535B65", "C3C9D0", "0B5394"))
BLANK = 6
FEW = 4
"""A table of no more rows is written larger."""


def pptx(told: Meeting) -> bytes:
    """The deck as a file."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDE, HIGH
    deck.core_properties.title, deck.core_properties.author = told.title, told.author
    for number, page in enumerate(told.pages, 1):
        slide = deck.slides.add_slide(deck.slide_layouts[BLANK])
        _title_page(slide, told, page) if number == 1 else _page(slide, page)
        _foot(slide, told.foot, f"{number}/{len(told.pages)}")
        _mark(slide, told.mark)
        slide.notes_slide.notes_text_frame.text = "\n".join(page.notes)
    file = BytesIO()
    deck.save(file)
    return file.getvalue()


class _Box(NamedTuple):
    """A place on a slide."""

    left: Emu
    top: Emu
    width: Emu
    height: Emu


def _box(left: int, top: int, width: int, height: int) -> _Box:
    return _Box(Emu(left), Emu(top), Emu(width), Emu(height))


def _title_page(slide: Slide, told: Meeting, page: Page) -> None:
    _write(slide, _box(EDGE, Mm(52), WIDE - 2 * EDGE, Mm(50)), [page.title], 40, bold=True, low=True)
    _write(slide, _box(EDGE, Mm(106), WIDE - 2 * EDGE, Mm(50)), page.lines, 22, colour=GREY)


def _page(slide: Slide, page: Page) -> None:
    """The message as the title, under it large numbers, a chart or a table, and lines."""
    _write(slide, _box(EDGE, Mm(9), WIDE - 2 * EDGE, Mm(28)), [page.title], page.title_size, bold=True)
    top = int(Mm(40))
    if page.counts:
        top = _counts(slide, page.counts, top)
    if page.bars:
        high = min(_left(page, top), int(Mm(24 if len(page.series) > 1 else 17)) * len(page.bars) + int(Mm(16)))
        _chart(slide, page.bars, page.series, _box(EDGE, top, WIDE - 2 * EDGE, high))
        top += high + int(Mm(3))
    if page.rows:
        top = _table(slide, page.head, page.rows, page.shares, top)
    if page.lines:
        _write(slide, _box(EDGE, top, WIDE - 2 * EDGE, HIGH - top - Mm(16)), page.lines, page.size, between=4)


LINE, LETTERS = Mm(8.5), 100
"""The height of a line of words, and about how many letters it holds."""


def _left(page: Page, top: int) -> int:
    """The height that the lines under a chart leave it."""
    lines = sum(1 + len(words) // LETTERS for words in page.lines)
    return int(HIGH - top - Mm(19) - LINE * lines)


def _write(
    slide: Slide,
    box: _Box,
    lines: Sequence[str],
    size: float,
    *,
    bold: bool = False,
    colour: RGBColor = INK,
    low: bool = False,
    between: float = 0,
) -> None:
    frame = slide.shapes.add_textbox(box.left, box.top, box.width, box.height).text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = MSO_ANCHOR.BOTTOM if low else MSO_ANCHOR.TOP
    for at, words in enumerate(lines):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        paragraph.space_after = Pt(between)
        run = paragraph.add_run()
        run.text = words
        _font(run.font, size, colour, bold)


def _font(font: Any, size: float, colour: RGBColor = INK, bold: bool = False) -> None:
    font.name, font.size, font.bold = FONT, Pt(size), bold
    font.color.rgb = colour


def _foot(slide: Slide, words: str, place: str) -> None:
    _write(slide, _box(EDGE, HIGH - Mm(12), WIDE - 2 * EDGE - Mm(20), Mm(8)), [words], 12, colour=GREY)
    _write(slide, _box(WIDE - EDGE - Mm(14), HIGH - Mm(12), Mm(14), Mm(8)), [place], 12, colour=GREY)


def _mark(slide: Slide, words: str) -> None:
    """A line at the very top, where it is read first and cannot be taken for a part of the page."""
    if words:
        _write(slide, _box(EDGE, Mm(2), WIDE - 2 * EDGE, Mm(6)), [words], 12, bold=True, colour=INK)


def _counts(slide: Slide, counts: Sequence[tuple[str, str]], top: int) -> int:
    """Large numbers beside each other, each with its word under it."""
    width = int((WIDE - 2 * EDGE) / len(counts))
    for at, (number, word) in enumerate(counts):
        left = EDGE + at * width
        _write(slide, _box(left, top, width, Mm(22)), [number], 54, bold=True)
        _write(slide, _box(left, top + Mm(23), width, Mm(10)), [word], 20, colour=GREY)
    return int(top + Mm(40))


def _chart(slide: Slide, bars: Sequence[Bar], series: Sequence[str], box: _Box) -> None:
    """Bars from zero, the first on top, each with its value in words at its end; where there is a second series it is the target."""
    data: Any = CategoryChartData()
    data.categories = [bar.name for bar in bars]
    data.add_series(series[0], [bar.value for bar in bars])
    if len(series) > 1:
        data.add_series(series[1], [bar.target for bar in bars])
    made: Any = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *box, data)
    chart = made.chart
    chart.has_title, chart.has_legend = False, len(series) > 1
    if chart.has_legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
        _font(chart.legend.font, 14)
    names, values = chart.category_axis, chart.value_axis
    names.reverse_order, names.has_major_gridlines = True, False
    names.format.line.color.rgb = PALE
    _font(names.tick_labels.font, 14 if len(bars) <= 12 else 11)
    values.minimum_scale, values.maximum_scale = 0, _most(bars)
    values.has_major_gridlines = values.visible = False
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 45, 0
    _series(plot.series[0], [bar.said for bar in bars], ACCENT)
    if len(series) > 1:
        _series(plot.series[1], [bar.aim for bar in bars], PALE)


def _most(bars: Sequence[Bar]) -> float:
    """The end of the scale: beyond the longest bar, so that the words at its end have room."""
    top = max([100.0, *(v for bar in bars for v in (bar.value, bar.target) if v is not None)])
    return top * 1.4


def _series(series: Any, words: Sequence[str], colour: RGBColor) -> None:
    series.format.fill.solid()
    series.format.fill.fore_color.rgb = colour
    series.invert_if_negative = False
    for at, said in enumerate(words):
        label = series.points[at].data_label
        label.position = XL_LABEL_POSITION.OUTSIDE_END
        label.text_frame.word_wrap = False
        run = label.text_frame.paragraphs[0].add_run()
        run.text = said
        _font(run.font, 13 if len(words) <= 12 else 10)


def _table(slide: Slide, head: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[float], top: int) -> int:
    """A plain table: thin lines, no colours; few rows are written larger."""
    few = len(rows) <= FEW
    width, each = WIDE - 2 * EDGE, Mm(14 if few else 11)
    place = _box(EDGE, top, width, each * (len(rows) + 1))
    table = slide.shapes.add_table(len(rows) + 1, len(head), *place).table
    table.horz_banding = False
    for at, share in enumerate(shares):
        table.columns[at].width = Emu(int(width * share / sum(shares)))
    for line, cells in enumerate((head, *rows)):
        for at, words in enumerate(cells):
            _cell(table.cell(line, at), words, 20 if few else 16, bold=line == 0)
    return int(top + each * (len(rows) + 1) + Mm(4))


def _cell(cell: Any, words: str, size: float, *, bold: bool) -> None:
    cell.fill.background()
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell.margin_left = cell.margin_right = Mm(1.5)
    cell.margin_top = cell.margin_bottom = Mm(0.8)
    run = cell.text_frame.paragraphs[0].add_run()
    run.text = words
    _font(run.font, size, INK, bold)
    properties = cell._tc.get_or_add_tcPr()
    for place, side in enumerate(("lnT", "lnB")):
        line = f'<a:{side} {nsdecls("a")} w="9525"><a:solidFill><a:srgbClr val="{PALE}"/></a:solidFill></a:{side}>'
        properties.insert(place, parse_xml(line))
