"""The board of expected returns as people read it: a sentence, a table, a list to take away."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence

from catalogue.calendars import working_days
from catalogue.language import _, day, number
from catalogue.units import units
from indicators.expected import Expected, count, tally
from pages.parts import desk, names
from pages.parts.drawing import standing
from pages.parts.html import Html, h, join, link, table
from report.brief.returns import days_words

MOST_ROWS, NAMED = 300, 12


def summary(rows: Sequence[Expected], due: dt.date, today: dt.date) -> str:
    """Who has sent, what became of it, who has not, whose return went back and has not come mended, in a few sentences."""
    counted, told = count(rows), tally(rows)
    said = _("{sent} of {due} units have sent a return", sent=number(told.sent), due=number(told.due))
    late = sum(row.late and row.received_on is not None for row in rows)
    sorts = [
        (counted["received"], _("{count} being checked")),
        (counted["asked"], _("{count} need an answer")),
        (counted["to_fix"], _("{count} need mending")),
        (counted["returned"], _("{count} sent back")),
        (late, _("{count} sent late")),
    ]
    whole = 1 < told.due == len(told.taken)
    taken = _("everything taken in") if whole else _("{count} taken in", count=number(len(told.taken)))
    parts = [taken, *(words.format(count=number(many)) for many, words in sorts if many)]
    endings = [_silent(len(told.missing), due, today)] if told.missing else []
    if told.back:
        endings.append(_("Sent back, not come mended yet: {units}.", units=names.some(told.back, NAMED)))
    first = f"{said}: {', '.join(parts)}." if told.sent else f"{said}."
    return " ".join([first, *endings])


def _silent(missing: int, due: dt.date, today: dt.date) -> str:
    """How many have sent nothing, and how long they have or have been late."""
    if today > due:
        many = {"days": number((today - due).days), "worked": number(working_days(due, today))}
        return _("{count} have not sent, {days} days ({worked} working days) past the due date.", count=number(missing), **many)
    many = {"days": number((due - today).days), "worked": number(working_days(today, due))}
    return _("{count} have not sent yet; {days} days ({worked} working days) are left.", count=number(missing), **many)


def board_table(rows: Sequence[Expected], due: dt.date, unit_page: Callable[[str], str], file_page: Callable[[int], str]) -> Html:
    """One line a unit, the worst first. The two functions give the addresses of a unit's and of a return's page."""
    head = [_("Unit"), _("Standing"), _("Received"), _("Against the due date"), _("Files"), _("Figures"), ""]
    body = [
        (
            link(names.unit(row.unit), unit_page(row.unit)),
            _standing(row, file_page),
            day(row.received_on) or desk.none(),
            h("span", days_words(row, due), class_="desk-bad" if row.late else None),
            number(row.files) if row.files else desk.none(),
            _cells(row),
            link(_("Open"), file_page(row.submission)) if row.submission else row.reason,
        )
        for row in rows[:MOST_ROWS]
    ]
    return table(head, body, label=_("Expected returns"), kinds="ttttnno")


def _standing(row: Expected, file_page: Callable[[int], str]) -> Html:
    """How a unit stands; files still open beside what was taken in are named below, for they change nothing of it."""
    words = [(number_, standing.word(how).lower()) for number_, how in row.further]
    more = [h("div", link(_("one more file: {standing}", standing=word), file_page(one)), class_="desk-small") for one, word in words]
    return join([standing.badge(row.standing), *more])


def _cells(row: Expected) -> Html:
    """Figures taken in, and how many are still open."""
    waiting = _("{count} waiting with them") if row.standing == "to_fix" and row.rejected else _("{count} asked")
    open_ = [
        *([_("{count} wrong", count=number(row.rejected))] if row.rejected else []),
        *([waiting.format(count=number(row.asked))] if row.asked else []),
    ]
    if not row.files:
        return desk.none()
    return h("span", number(row.accepted), h("span", " · " + ", ".join(open_), class_="desk-warn") if open_ else None)


def take_away(rows: Iterable[Expected]) -> tuple[list[str], list[list[object]]]:
    """The board as a table to download: header and rows."""
    header = [
        _("Code"),
        _("Unit"),
        _("Standing"),
        _("Received"),
        _("Days past the due date"),
        _("Files"),
        _("Figures taken in"),
        _("Reason"),
    ]
    known = units()
    body: list[list[object]] = [
        [known[r.unit].code, known[r.unit].name, standing.word(r.standing), day(r.received_on), r.days, r.files, r.accepted, r.reason]
        for r in rows
    ]
    return header, body
