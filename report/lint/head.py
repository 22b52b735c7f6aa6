"""The letterhead: country and motto, bodies, number, place and day; the kind of document and its title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalogue.language import _
from report import form
from report.lint.seen import Said, Seen, excerpt, sizes, unlike
from report.opened import Line

DAYS, MONTHS = 10, 3
_NUMBERED = re.compile(r"^\S+\s*:\s*(?P<number>[0-9]*)\s*/\s*(?P<sign>\S+)\s*$")
_LONG_DAY = re.compile(r"\b(\d{1,2})\s+\w{5}\s+(\d{1,2})\s+\w{3}\s+\d{4}")


def country(seen: Seen) -> Iterator[Said]:
    """Capitals, upright, bold, 12 to 13."""
    if seen.country is None:
        yield "country_missing", _("letterhead"), _("The name of the country is missing at the top right.")
        return
    if not seen.country.words.isupper() or [*unlike(seen.country, size=form.COUNTRY, bold=True, italic=False)]:
        yield (
            "country_form",
            excerpt(seen.country),
            _("The name of the country must be in bold upright capitals of 12 to 13 points (now {sizes}).", sizes=sizes(seen.country)),
        )


def motto(seen: Seen) -> Iterator[Said]:
    """Small letters, upright, bold, 13 to 14, hyphens with blanks, and a line as long as the words."""
    if seen.motto is None:
        yield "motto_missing", _("letterhead"), _("The motto under the name of the country is missing.")
        return
    if [*unlike(seen.motto, size=form.MOTTO, bold=True, italic=False)]:
        yield (
            "motto_form",
            excerpt(seen.motto),
            _("The motto must be bold and upright, of 13 to 14 points (now {sizes}).", sizes=sizes(seen.motto)),
        )
    if seen.motto.words.isupper() or seen.motto.words.count(" - ") != 2:
        yield (
            "motto_spelling",
            excerpt(seen.motto),
            _("The motto is written with capital first letters and hyphens with blanks on both sides."),
        )
    yield from _ruled(seen, seen.motto, "motto_line", (0.9, 1.1), _("A solid line as long as the motto must stand under it."))


def bodies(seen: Seen) -> Iterator[Said]:
    """The last name is that of the body itself, bold; one above it is not."""
    if not seen.names:
        if seen.country is not None:
            yield "body_missing", _("letterhead"), _("The name of the body that issues the document is missing at the top left.")
        return
    for line in seen.names:
        if not line.words.isupper() or [*unlike(line, size=form.BODY_NAME, italic=False)]:
            yield (
                "body_form",
                excerpt(line),
                _("The name of the body must be in upright capitals of 12 to 13 points (now {sizes}).", sizes=sizes(line)),
            )
    if [*unlike(seen.names[-1], bold=True)]:
        yield "body_bold", excerpt(seen.names[-1]), _("The name of the body that issues the document must be bold.")
    yield from _ruled(
        seen, seen.names[-1], "body_line", form.SHORT_LINE, _("A line of a third to a half of the name's width must stand under it.")
    )


def number(seen: Seen) -> Iterator[Said]:
    """Two digits at least, capitals in the sign, 13 points."""
    if seen.number is None:
        yield "number_missing", _("letterhead"), _("The line with number and sign is missing.")
        return
    found = _NUMBERED.match(seen.number.words)
    if not found or not found["sign"].replace("Tr", "TR").isupper():
        yield "number_form", excerpt(seen.number), _("Number and sign are written like \u201cNo.: 05/BC-UBND\u201d.")
    elif found["number"] and len(found["number"]) < 2:
        yield "number_zero", excerpt(seen.number), _("A zero must stand before a number under 10.")
    if [*unlike(seen.number, size=form.NUMBER, bold=False, italic=False)]:
        yield (
            "number_letters",
            excerpt(seen.number),
            _("Number and sign must be upright, of 13 points (now {sizes}).", sizes=sizes(seen.number)),
        )


def date(seen: Seen) -> Iterator[Said]:
    """Italic, beside the number, with its zeros."""
    if seen.date is None:
        yield "date_missing", _("letterhead"), _("Place and day are missing at the top right.")
        return
    if [*unlike(seen.date, size=form.PLACE, italic=True, bold=False)]:
        yield "date_form", excerpt(seen.date), _("Place and day must be italic, of 13 to 14 points (now {sizes}).", sizes=sizes(seen.date))
    if "," not in seen.date.words:
        yield "date_comma", excerpt(seen.date), _("A comma must stand between place and day.")
    if seen.number is not None and seen.number.cell and seen.date.cell and seen.number.cell[:2] != seen.date.cell[:2]:
        yield "date_level", excerpt(seen.date), _("Place and day must stand on the line of the number.")


def zeros(seen: Seen) -> Iterator[Said]:
    """Days under 10 and months 1 and 2 have a zero before them, wherever a day is written in words."""
    for line in seen.lines:
        for found in _LONG_DAY.finditer(line.words):
            day, month = found[1], found[2]
            if (int(day) < DAYS and len(day) < 2) or (int(month) < MONTHS and len(month) < 2):
                yield "date_zero", found[0], _("A zero must stand before days under 10 and before months 1 and 2.")


def kind(seen: Seen) -> Iterator[Said]:
    """The kind of document in capitals, the title under it, with a short line."""
    if seen.kind is None:
        return
    if not seen.kind.words.isupper() or seen.kind.alignment != "center" or [*unlike(seen.kind, size=form.TITLE, bold=True, italic=False)]:
        yield "kind_form", excerpt(seen.kind), _("The kind of document must be in bold upright capitals of 13 to 14 points, in the middle.")
    if not seen.title:
        yield "title_missing", excerpt(seen.kind), _("A title must stand under the kind of document.")
        return
    for line in seen.title:
        if line.words.isupper() or line.alignment != "center" or [*unlike(line, size=form.TITLE, bold=True, italic=False)]:
            yield "title_form", excerpt(line), _("The title must be in bold upright small letters of 13 to 14 points, in the middle.")
    yield from _ruled(
        seen, seen.title[-1], "title_line", form.SHORT_LINE, _("A line of a third to a half of the title's width must stand under it.")
    )


def addressed(seen: Seen) -> Iterator[Said]:
    """The line with the recipient."""
    if seen.addressed is not None and [*unlike(seen.addressed, size=form.BODY, italic=False)]:
        yield (
            "addressed_form",
            excerpt(seen.addressed),
            _("The line with the recipient must be upright, of 13 to 14 points (now {sizes}).", sizes=sizes(seen.addressed)),
        )


def _ruled(seen: Seen, line: Line, rule: str, part: tuple[float, float], said: str) -> Iterator[Said]:
    """The line under some words: there, and so long; of words over several lines the page's width is the longest there is."""
    length = seen.under(line)
    if length is None:
        return
    size = max((one.size for one in line.letters), default=0.0)
    sheet = seen.sheets[0]
    words = min(form.width_of(line.words, size), sheet.width - sheet.left - sheet.right)
    if not part[0] - NEAR <= length / words <= part[1] + NEAR:
        yield rule, excerpt(line), said


NEAR = 0.06
"""Widths of letters are estimated: so much off is not a breach."""

RULES = (country, motto, bodies, number, date, zeros, kind, addressed)
