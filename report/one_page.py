"""One A4 page for the chairman: what the overview says, black on white, with its typeface inside. The one keeper of reportlab."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from html import escape
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Frame, KeepInFrame, Paragraph, Spacer, Table

from catalogue.language import _, day, number
from catalogue.text import nfc
from indicators.expected import tally
from report import names
from report.amounts import shown
from report.brief import card as cards
from report.brief.brief import Brief, brief, in_force_words
from report.brief.card import Card
from report.brief.newer import newer
from report.brief.returns import days_words, owing
from report.brief.view import View
from report.brief.worries import Worry

FONTS = Path(__file__).parents[1] / "static" / "fonts"
PLAIN, BOLD = "LiberationSans", "LiberationSans-Bold"
INK, GREY, PALE, WHITE = HexColor("#000000"), HexColor("#404040"), HexColor("#d0d0d0"), HexColor("#ffffff")
MARGIN, GAP = 13 * mm, 4 * mm
WIDTH = A4[0] - 2 * MARGIN
CARD = (WIDTH - GAP) / 2
ACROSS = 2
NAMED = 24
"""So many units that have not sent are named; of more, how many they are."""
MARKS = {
    "reached": "■",
    "on_pace": "●",
    "behind": "▲",
    "off_track": "▼",
    "missed": "×",
    "no_data": "○",
    "no_target": "–",
    "not_comparable": "≠",
}
"""A shape for each status: told apart in black and white, and never without its word."""


def pdf(view: View) -> bytes:
    """The page of a choice, in the language in force."""
    _typeface()
    told = brief(view)
    file = BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=1)
    canvas.setTitle(nfc(told.heading))
    canvas.setSubject(nfc(told.sentence))
    canvas.setCreator(_("Chi So"))
    frame = Frame(MARGIN, MARGIN, WIDTH, A4[1] - 2 * MARGIN, leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0)
    whole = KeepInFrame(WIDTH, A4[1] - 2 * MARGIN - 10 * mm, _story(view, told), mode="shrink", mergeSpace=False)
    frame.addFromList([whole], canvas)
    _foot(canvas, view, told)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


@cache
def _typeface() -> None:
    """The typeface that every letter of Vietnamese is drawn with, from our own folder: no system need have one."""
    for name, file in ((PLAIN, "LiberationSans-Regular.ttf"), (BOLD, "LiberationSans-Bold.ttf")):
        pdfmetrics.registerFont(TTFont(name, FONTS / file))
    pdfmetrics.registerFontFamily(PLAIN, normal=PLAIN, bold=BOLD, italic=PLAIN, boldItalic=BOLD)


def _words(text: str, size: float, *, bold: bool = False, right: bool = False, grey: bool = False) -> Paragraph:
    """A paragraph of plain words."""
    return _marked(escape(text), size, bold=bold, right=right, grey=grey)


def _marked(markup: str, size: float, *, bold: bool = False, right: bool = False, grey: bool = False) -> Paragraph:
    style: dict[str, Any] = {"alignment": TA_RIGHT} if right else {}
    font, colour = BOLD if bold else PLAIN, GREY if grey else INK
    return Paragraph(nfc(markup), ParagraphStyle("", fontName=font, fontSize=size, leading=size * 1.22, textColor=colour, **style))


def _story(view: View, told: Brief) -> list[Flowable]:
    return [
        *([_words(names.invented(), 11, bold=True, right=True)] if view.illustrative else []),
        _words(told.heading, 10, bold=True),
        Spacer(0, 2.5 * mm),
        _words(told.sentence, 15, bold=True),
        *([Spacer(0, 1.5 * mm), _words(said, 11)] if (said := newer(view)) else []),
        Spacer(0, 4.5 * mm),
        _grid(told.cards),
        _words(_legend(told.cards), 8, grey=True),
        Spacer(0, 5 * mm),
        _head(_("Needs attention")),
        *_worries(told.worries),
        Spacer(0, 4 * mm),
        _head(_("Returns not in yet")),
        _words(_missing(view), 11),
    ]


def _head(text: str) -> Table:
    made = Table([[_words(text, 12.5, bold=True)]], colWidths=[WIDTH], spaceAfter=1.5 * mm)
    made.setStyle([*_flush(), ("LINEBELOW", (0, 0), (-1, -1), 0.8, INK), ("BOTTOMPADDING", (0, 0), (-1, -1), 2)])
    return made


def _flush() -> list[tuple]:
    """Cells without room around their words."""
    whole = ((0, 0), (-1, -1))
    return [*((f"{side}PADDING", *whole, 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")), ("VALIGN", *whole, "TOP")]


def _side_by_side(left: Flowable | list, right: Flowable | list, width: float, share: float) -> Table:
    made = Table([[left, right]], colWidths=[width * share, width * (1 - share)])
    made.setStyle(_flush())
    return made


def _grid(made: Sequence[Card]) -> Table:
    """The cards, two beside each other."""
    cells: list[Any] = [_card(one) for one in made] + [""] * (-len(made) % ACROSS)
    rows = [[cells[at], "", cells[at + 1]] for at in range(0, len(cells), ACROSS)]
    table = Table(rows, colWidths=[CARD, GAP, CARD], spaceAfter=1.5 * mm)
    boxes = [("BOX", (column, row), (column, row), 0.6, GREY) for row in range(len(rows)) for column in (0, 2) if rows[row][column]]
    room = [(f"{side}PADDING", (0, 0), (-1, -1), pad) for side, pad in (("LEFT", 6), ("RIGHT", 6), ("TOP", 4), ("BOTTOM", 5))]
    table.setStyle([*room, *boxes, ("VALIGN", (0, 0), (-1, -1), "TOP")])
    return table


def _part(status: str, inner: float) -> float:
    """The part of a card that its status takes, a blank before it: the rest is the name's."""
    return (pdfmetrics.stringWidth(nfc(status), BOLD, 9.5) + 6) / inner


def _card(card: Card) -> list[Flowable]:
    """One figure: name and status, value with its counts beside the line of the last periods, target, change, units."""
    inner = CARD - 12
    status = f"{MARKS[card.status]} {names.status(card.status)}"
    return [
        _side_by_side(_words(card.name, 10.5, bold=True), _words(status, 9.5, bold=True, right=True), inner, 1 - _part(status, inner)),
        _side_by_side(_value(card), _Drawing(inner * 0.27, 8 * mm, lambda canvas: _line(canvas, card, inner * 0.27)), inner, 0.73),
        _Drawing(inner, 3.6 * mm, lambda canvas: _bar(canvas, card, inner)),
        _words(cards.aim(card), 9.2),
        _words(_change(card), 9.2),
        _words(f"{cards.covers(card)} · {cards.dated(card)}", 9.2, grey=True),
    ]


def _value(card: Card) -> list[Flowable]:
    if card.value is None:
        return [_words(_("No data"), 16, bold=True), _words(card.why_missing, 9.2)]
    counts, when = escape(cards.made_of(card)), [_words(card.when, 9.2, bold=True)] if card.when else []
    value = escape(shown(card.value, card.rate, card.decimals))
    return [_marked(f'<font name="{BOLD}" size="19">{value}</font> <font size="10">{counts}</font>', 19), *when]


def _change(card: Card) -> str:
    said = cards.moved(card)
    return said[:1].upper() + said[1:]


class _Drawing(Flowable):
    """A small drawing of fixed size."""

    def __init__(self, width: float, height: float, draw: Callable[[Canvas], None]) -> None:
        super().__init__()
        self.width, self.height, self._draw = width, height, draw

    def draw(self) -> None:
        """Draw it at its place."""
        self._draw(self.canv)


def _bar(canvas: Canvas, card: Card, width: float) -> None:
    """A bar from zero with a tick at the target and a dashed one where the value should be by now."""
    most = max(card.value or 0.0, card.target or 0.0)
    most = 100.0 if card.rate and most <= 100 else most * 1.08 or 1.0
    canvas.setFillColor(PALE)
    canvas.rect(0, 3, width, 4, stroke=0, fill=1)
    canvas.setFillColor(GREY)
    canvas.rect(0, 3, width * min(1.0, (card.value or 0.0) / most), 4, stroke=0, fill=1)
    canvas.setStrokeColor(INK)
    for value, thick, dash in ((card.target, 1.6, ()), (card.pace, 0.9, (1.5, 1))):
        if value is not None:
            canvas.setLineWidth(thick)
            canvas.setDash(*dash)
            canvas.line(width * value / most, 0.5, width * value / most, 9.5)


def _line(canvas: Canvas, card: Card, width: float) -> None:
    """The last periods as a line that breaks where one has no value, its end a dot, hollow where the value may still change."""
    known = [value for value in card.history if value is not None]
    if len(known) < 2:
        return
    low, high, step = min(known), max(known), (width - 6) / (len(card.history) - 1)
    places = [None if v is None else (3 + at * step, 3 + 16 * ((v - low) / (high - low or 1))) for at, v in enumerate(card.history)]
    canvas.setStrokeColor(GREY)
    canvas.setLineWidth(1)
    for before, now in pairwise(places):
        if before and now:
            canvas.line(*before, *now)
    if places[-1]:
        canvas.setFillColor(WHITE if card.provisional else INK)
        canvas.setStrokeColor(INK)
        canvas.circle(*places[-1], 1.8, stroke=1, fill=1)


def _legend(shown: Sequence[Card]) -> str:
    return " ".join(
        (
            _("Bar: the value; thick mark: the target; dashed mark: where it should be on the day of the figure, on its own path."),
            _("Line: the last 8 periods, all that reported."),
            *([_("Hollow dot: not closed, or units silent.")] if any(card.provisional for card in shown) else []),
            in_force_words(),
        )
    )


def _worries(found: Sequence[Worry]) -> list[Flowable]:
    if not found:
        return [_words(_("Nothing stands out in this period."), 11)]
    return [_worry(one) for one in found]


def _worry(one: Worry) -> Table:
    first = " ".join(part for part in (f"{MARKS[one.status]}", escape(one.kind), f"<b>{escape(one.what)}</b>", escape(one.facts)) if part)
    second = " ".join(part for part in (escape(one.pace), f"<b>{escape(one.step)}</b>" if one.step else "") if part)
    made = Table([[[_marked(first, 11), *([_marked(second, 10.3)] if second else [])]]], colWidths=[WIDTH], spaceAfter=1.8 * mm)
    made.setStyle(_flush())
    return made


def _missing(view: View) -> str:
    """Who has sent nothing for the last month of the period, and how late they are; whose return went back or is still looked at."""
    rows = owing(view)
    told = tally(rows)
    said = []
    if told.missing:
        late = next(row for row in rows if row.standing == "missing")
        counted = {"count": number(len(told.missing)), "due": number(told.due), "days": days_words(late)}
        said.append(_("Not sent: {count} of {due} units ({days}): {units}.", units=names.some(told.missing, NAMED), **counted))
    elif told.due == len(told.taken):
        return _("Everyone has sent, and everything has been taken in.")
    if told.back:
        said.append(_("Sent back, not come mended yet: {units}.", units=names.some(told.back, NAMED)))
    if told.open:
        said.append(_("Still being checked: {units}.", units=names.some(told.open, NAMED)))
    return " ".join(said)


def _foot(canvas: Canvas, view: View, told: Brief) -> None:
    """What stands at the bottom of the sheet: how to read a share, and when it was made."""
    said = _(
        "Counts of units are added, then divided; a unit that has not reported is left out, never counted as 0. Made on {day}.",
        day=day(view.today),
    )
    for place, text in enumerate((told.heading, said)):
        foot = _words(text, 7.5, grey=True)
        foot.wrapOn(canvas, WIDTH, 20 * mm)
        foot.drawOn(canvas, MARGIN, MARGIN - 5 * mm + (1 - place) * 3.6 * mm)
