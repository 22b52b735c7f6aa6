"""The paper: its size and margins, the font, the number of the page."""

from __future__ import annotations

from collections.abc import Iterator

from catalogue.language import _, number
from report import form
from report.lint.seen import Said, Seen, excerpt


def size(seen: Seen) -> Iterator[Said]:
    """A4, the first section upright."""
    for at, sheet in enumerate(seen.sheets, 1):
        where = _("section {number}", number=at)
        sides = sorted((sheet.width, sheet.height))
        if any(abs(one - other) > 1 for one, other in zip(sides, form.PAGE, strict=True)):
            shown = f"{number(sheet.width)} x {number(sheet.height)} mm"
            yield "page_size", where, _("The page is {size}; it must be A4 (210 x 297 mm).", size=shown)
        if at == 1 and sheet.width > sheet.height:
            yield "page_upright", where, _("The body must stand on upright pages; only annexes may lie sideways.")


def margins(seen: Seen) -> Iterator[Said]:
    """Of every upright page."""
    names = {"top": _("top margin"), "bottom": _("bottom margin"), "left": _("left margin"), "right": _("right margin")}
    spans = {"top": form.TOP, "bottom": form.BOTTOM, "left": form.LEFT, "right": form.RIGHT}
    for at, sheet in enumerate(seen.sheets, 1):
        if sheet.width > sheet.height:
            continue
        for side, span in spans.items():
            value = getattr(sheet, side)
            if not span.holds(value, 0.5):
                said = _(
                    "The {side} is {value} mm; it must be {least} to {most} mm.",
                    side=names[side], value=number(value, 1), least=number(span.least), most=number(span.most),
                )  # fmt: skip
                yield f"margin_{side}", _("section {number}", number=at), said


def font(seen: Seen) -> Iterator[Said]:
    """Times New Roman in black; each other font or colour once, where it is first met."""
    met: set[str] = set()
    for line in seen.lines:
        for one in line.letters:
            if one.font != form.FONT and one.font not in met:
                met.add(one.font)
                yield "font", excerpt(line), _("The font is {font}; it must be Times New Roman.", font=one.font or "?")
            if one.colour and one.colour not in met:
                met.add(one.colour)
                yield "colour", excerpt(line), _("The letters are coloured ({colour}); they must be black.", colour=one.colour)


def page_number(seen: Seen) -> Iterator[Said]:
    """In the middle of the top margin, from the second page on."""
    where = _("page number")
    sheet = seen.sheets[0]
    if not sheet.number:
        yield "page_number_missing", where, _("Pages must be numbered, in the middle of the top margin.")
        return
    if sheet.number != "top" or not sheet.number_centred:
        yield "page_number_place", where, _("The page number must stand in the middle of the top margin.")
    if sheet.number_on_first:
        yield "page_number_first", where, _("The number must not be shown on the first page.")
    if not form.PAGE_NUMBER.holds(sheet.number_size):
        yield "page_number_size", where, _("The page number is set in {size} points; it must be 13 to 14.", size=f"{sheet.number_size:g}")


RULES = (size, margins, font, page_number)
