"""The official letter that reminds communes of returns they owe: who, what is missing, by when, in the form of Decree 30/2020."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from catalogue.calendars import after_working_days, due_date, regime_of
from catalogue.errors import UserError
from catalogue.language import LANGUAGES, _, day, number, speaking
from catalogue.legal import legal_bases
from catalogue.units import units
from indicators.expected import Expected, Tally, tally
from report import names, wording
from report.brief.returns import days_words, month_of, owing
from report.brief.view import View
from report.content import Annex, Cell, Draft, Header, Paragraph, Part, Run, filled
from report.order import Body, Signer, body_of
from report.register import Citations
from report.signing import signature

DAYS_TO_ANSWER = 3
"""Working days left to those who are late."""
TO_MEND = ("returned", "to_fix", "asked")
"""Standings of returns that came and still need something of their sender."""
MOST = 12
"""More units than this are addressed by an annex that lists them."""


def answer_by(due: dt.date, today: dt.date) -> dt.date:
    """The day named in a reminder: the due date, or some working days from now once it has passed."""
    return max(due, after_working_days(today, DAYS_TO_ANSWER)) if today > due else due


def reminder(view: View, *, signer: Signer = "head", name: str = "", recipients: Sequence[str] = ()) -> Draft:
    """The letter, in Vietnamese whatever the screen speaks; without `recipients` those usual at the foot.

    UserError for a unit that has nobody below it, and when nobody is late.
    """
    with speaking(LANGUAGES[0]):
        return _reminder(view, signer, name, recipients)


def _reminder(view: View, signer: Signer, name: str, recipients: Sequence[str]) -> Draft:
    if units()[view.unit].level in ("commune", "office"):
        raise UserError(_("A commune has nobody below it to be reminded: choose a district or a province."))
    silent, mend = ([row for row in owing(view) if row.standing in some] for some in (("missing",), TO_MEND))
    if not silent and not mend:
        raise UserError(_("Nobody needs to be reminded."))
    body = body_of(view.unit, view.today)
    listed = [row.unit for row in (*silent, *mend)]
    long = len(listed) > MOST
    to = (_("the People's Committees named in the annex"),) if long else tuple(_committee(unit) for unit in listed)
    month = names.period_inline(month_of(view.period, view.today))
    subject = _("Re: hastening the returns of digital-government figures for {period}", period=month)
    return Draft(
        Header(body.lines, (), _("/UBND-VP"), body.place, "", subject, to),
        (_opening(view, body, tally(owing(view))),),
        tuple(part for part in (_silent(silent, long), _mended(mend, long), _asked(view)) if part),
        Paragraph("text", filled(_("{body} asks the units to carry this out in earnest./."), body=wording.raised(body.name)), "closing"),
        tuple(recipients) or (_("As above;"), _("Chairman and deputies of {body};", body=body.short), _("Filed: office.")),
        signature(signer, name),
        (_annex((*silent, *mend)),) if long else (),
        (),
        view.illustrative,
    )


def _committee(unit: str) -> str:
    return _("the People's Committee of {unit}", unit=wording.unit(unit))


def _opening(view: View, body: Body, told: Tally) -> Paragraph:
    month = month_of(view.period, view.today)
    late = view.today > due_date(month)
    said = filled(
        _("In accordance with {document}, the return of digital-government figures for {period} was due on {due}.")
        if late
        else _("In accordance with {document}, the return of digital-government figures for {period} is due on {due}."),
        document=Citations(legal_bases()).cite(regime_of(month).legal_basis),
        period=names.period_inline(month),
        due=day(due_date(month)),
    )
    so_far = _(
        " By {today}, {body} has received the returns of {sent} of {due} units.",
        today=day(view.today),
        body=body.name,
        sent=number(told.sent),
        due=number(told.due),
    )
    if told.sent > len(told.taken):
        so_far += " " + _("Of these {parts}.", parts=_("{taken} taken in", taken=number(len(told.taken))))
    return Paragraph("text", (*said, Run(so_far)), "opening")


def _silent(rows: Sequence[Expected], listed: bool) -> Part | None:
    """Who has sent nothing, and how late."""
    lead = _("{count} units have not sent a return", count=number(len(rows)))
    return _part("silent", lead, [f"{_committee(row.unit)} ({days_words(row)})" for row in rows], listed)


def _mended(rows: Sequence[Expected], listed: bool) -> Part | None:
    """Whose return came but needs mending or answers."""
    lead = _("{count} units have sent a return that needs mending or answers", count=number(len(rows)))
    return _part("mend", lead, [f"{_committee(row.unit)} ({_open(row)})" for row in rows], listed)


def _open(row: Expected) -> str:
    """What is still open about a return, and that it was sent back."""
    waiting = _("{count} cells waiting with them") if row.rejected else _("{count} cells to answer for")
    open_ = [
        names.within(names.standing(row.standing)) if row.standing == "returned" else "",
        _("{count} cells to mend", count=number(row.rejected)) if row.rejected else "",
        waiting.format(count=number(row.asked)) if row.asked else "",
    ]
    return ", ".join(part for part in open_ if part) or names.within(names.standing(row.standing))


def _part(key: str, lead: str, lines: Sequence[str], listed: bool) -> Part | None:
    if not lines:
        return None
    if listed:
        return Part(key, lead, (Paragraph("text", (Run(_("{lead} (list attached).", lead=lead)),), key),), ())
    ends = [";"] * (len(lines) - 1) + ["."]
    said = [wording.raised(line) + end for line, end in zip(lines, ends, strict=True)]
    bullets = [Paragraph("bullet", (Run(words),), f"{key}/{at}") for at, words in enumerate(said)]
    return Part(key, lead, (Paragraph("text", (Run(f"{lead}:"),), key), *bullets), ())


def _asked(view: View) -> Part:
    due = due_date(month_of(view.period, view.today))
    said = _(
        "The units named above are asked to send or mend their return before {day}, so that {area} can be consolidated in time. "
        "A unit that had nothing to count writes 0 and does not leave the cell empty.",
        day=day(answer_by(due, view.today)),
        area=names.area(view.unit, view.period.end()),
    )
    return Part("asked", "", (Paragraph("text", (Run(said),), "asked"),), ())


def _annex(rows: Sequence[Expected]) -> Annex:
    head = (_("No."), _("Unit"), _("Standing"), _("Against the due date"), _("To do"))
    cells = tuple(
        (
            Cell(str(at), right=True),
            Cell(units()[row.unit].name),
            Cell(names.standing(row.standing)),
            Cell(days_words(row)),
            Cell(_("Send the return") if row.standing == "missing" else wording.raised(_open(row))),
        )
        for at, row in enumerate(rows, 1)
    )
    return Annex("late", _("Units whose returns are missing or need mending"), head, cells, (6, 34, 20, 20, 30))
