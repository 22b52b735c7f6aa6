"""Texts ready to copy: a reminder to those who have not sent, and what goes back with a return that needs mending."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from catalogue.calendars import working_days
from catalogue.facts import Issue
from catalogue.issues import IssueKind
from catalogue.language import _, day, number
from catalogue.retelling import filled_in
from loaders.issues import sentence_of

LISTED = 12
MOST_OF_KIND, MOST_LINES = 8, 24
_LIKE_END = re.compile(r"\}(: [^{}]+)$")
_BEFORE_CELL = re.compile(r"^[^{]*\{cell\}: ")


@dataclass(frozen=True, slots=True)
class Reminder:
    """Whom to remind of what. `missing` have sent nothing, `back` had their return sent back and have sent no mended one, `asked` owe
    an answer or a mended file; all are names as people write them.

    `basis` is the rule by which the return is due, `today` the day the reminder is written.
    """

    area: str
    period: str
    due: dt.date
    answer_by: dt.date
    missing: tuple[str, ...]
    back: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    basis: str = ""
    today: dt.date | None = None

    @property
    def needed(self) -> bool:
        """Whether anyone is to be reminded."""
        return bool(self.missing or self.back or self.asked)


def chat_line(reminder: Reminder) -> str:
    """One line for a group chat."""
    said = []
    if reminder.missing:
        said.append(
            _(
                "{period}: no return yet from {units} (due {due}).",
                period=reminder.period,
                units=_list(_within(reminder.missing)),
                due=day(reminder.due),
            )
        )
    inside = _within([reminder.period])[0]
    if reminder.back:
        said.append(
            _("{units}: the return for {period} was sent back; the mended file has not come.", units=_begun(reminder.back), period=inside)
        )
    if reminder.asked:
        said.append(_("{units}: please answer or mend the return for {period}.", units=_begun(reminder.asked), period=inside))
    said.append(_("Please send it before {day}. Thank you.", day=day(reminder.answer_by)))
    return " ".join(said)


def letter(reminder: Reminder) -> str:
    """The body of an official letter: who is addressed, what is missing, by when."""
    addressed = dict.fromkeys((*reminder.missing, *reminder.back, *reminder.asked))
    lines = [_("To: the People's Committees of {units}.", units=_list(_within([*addressed]))), ""]
    lines.append(_due_words(reminder))
    if reminder.missing:
        lines += ["", _("Units that have not sent it ({count}):", count=number(len(reminder.missing))), *_numbered(reminder.missing)]
    if reminder.back:
        head = _("Units whose return was sent back and has not come mended ({count}):", count=number(len(reminder.back)))
        lines += ["", head, *_numbered(reminder.back)]
    if reminder.asked:
        head = _("Units whose return needs an answer or mending ({count}):", count=number(len(reminder.asked)))
        lines += ["", head, *_numbered(reminder.asked)]
    lines += [
        "",
        _(
            "The units named above are asked to send it before {day}, so that {area} can be consolidated in time.",
            day=day(reminder.answer_by),
            area=reminder.area,
        ),
    ]
    lines += [_("A unit that had nothing to count writes 0 and does not leave the cell empty.")]
    lines += [_("After that day a unit that has not sent is told in the report as having no figures.")]
    return "\n".join(lines)


def _due_words(reminder: Reminder) -> str:
    """By which rule the return was due on which day, and how late those are who have not sent it: the others may have sent in time."""
    said = {"period": _within([reminder.period])[0], "due": day(reminder.due)}
    told = _("The return of digital-government figures for {period} was due on {due}.", **said)
    if reminder.basis:
        told = _("By the reporting rules of {basis}, the return of figures for {period} was due on {due}.", basis=reminder.basis, **said)
    if reminder.today is None or reminder.today <= reminder.due or not reminder.missing:
        return told
    late = number(working_days(reminder.due, reminder.today))
    return told + " " + _("By {today} the units that have not sent it are {days} working days late.", today=day(reminder.today), days=late)


def send_back(file: str, issues: Sequence[Issue], kinds: Mapping[str, IssueKind], whose: str = "", notes: Sequence[str] = ()) -> str:
    """What goes back to the sender of `file`: every fault with its own figures, those of one kind together, and what to do in the file.

    `kinds` words the kinds of issues, `whose` is the unit and period as they are called, `notes` what else the sender should know.
    """
    lines = [whose, ""] if whose else []
    lines += [_('The file "{file}" needs mending before it can be taken in:', file=file)]
    left, more = MOST_LINES, 0
    for place, (code, found) in enumerate(_by_kind(issues).items(), start=1):
        said, kind = sentences_of(found), kinds.get(code)
        shown = said[: max(1, min(MOST_OF_KIND, left))]
        left, more = left - len(shown), more + len(said) - len(shown)
        lines.append("")
        if len(said) == 1 or kind is None:
            lines += [f"{place}. {shown[0]}", *(f"   - {one}" for one in shown[1:])]
        else:
            lines += [f"{place}. {kind.what} ({number(len(said))}):", *(f"   - {one}" for one in shown)]
        if kind is not None and kind.how:
            lines.append("   " + _("What to do in the file: {how}", how=kind.how))
    if more:
        rest = _("… and {count} other faults, all in the sheet To mend of the file that comes with this message.", count=number(more))
        lines += ["", rest]
    lines += ["", *notes] if notes else []
    lines += ["", _("Please mend the same file, keep its layout, and send it again. Thank you.")]
    return "\n".join(lines)


def unread(file: str, reason: str) -> str:
    """What goes back to the sender of a file of which nothing could be read: why, in the words of the reader."""
    head = _('The file "{file}" was not taken in:', file=file)
    return "\n".join([head, "", reason, "", _("Please send it again. Thank you.")])


def sentences_of(found: Sequence[Issue]) -> list[str]:
    """What issues of one kind say, each distinct thing once with all cells of which it is said."""
    sheets = {issue.sheet for issue in found if issue.cell}
    often = Counter((issue.sheet, issue.message) for issue in found)
    alike: dict[tuple[str, str], list[Issue]] = {}
    for issue in found:
        whole = often[issue.sheet, issue.message] > 1
        text = issue.message if whole else _without_cell(issue)
        alike.setdefault((issue.sheet if len(sheets) > 1 else "", text), []).append(issue)
    told: dict[tuple[str, object], list[list[Issue]]] = {}
    for (sheet, text), same in alike.items():
        told.setdefault((sheet, _but_its_label(same[0]) or text), []).append(same)
    said = [_of_labels(groups) if len(groups) > 1 else _said(groups[0], alone=len(told) == 1) for groups in told.values()]
    said = _reason_once(said, found[0].code) if said else said
    return [f"{_('Sheet {sheet}', sheet=sheet)}: {one}" if sheet else one for (sheet, _text), one in zip(told, said, strict=True)]


def _reason_once(said: Sequence[str], code: str) -> list[str]:
    """Sentences of a kind; the reason with which all of them end alike ("...: both are taken together.") is told with the first alone."""
    ends = _LIKE_END.search(_(sentence_of(code)))
    return [said[0], *(one.removesuffix(ends[1]) + "." if ends and one.endswith(ends[1]) else one for one in said[1:])]


def _without_cell(issue: Issue) -> str:
    return re.sub(rf"\b{re.escape(issue.cell)}\b", "\0", issue.message) if issue.cell else issue.message


def _but_its_label(issue: Issue) -> tuple[tuple[str, str], ...] | None:
    """All that a sentence says but the words and the cell it says it of; None for one that names no words, or no cell."""
    blanks = filled_in(sentence_of(issue.code), issue.message)
    if not issue.cell or not blanks or "label" not in blanks:
        return None
    return tuple((name, text) for name, text in blanks.items() if name not in ("cell", "label"))


def _of_labels(groups: Sequence[Sequence[Issue]]) -> str:
    """One sentence that is true of several words: each of them with its cells."""
    sentence = sentence_of(groups[0][0].code)
    blanks = filled_in(sentence, groups[0][0].message) or {}
    cells: dict[str, list[str]] = {}
    for issue in (one for same in groups for one in same):
        cells.setdefault((filled_in(sentence, issue.message) or {})["label"], []).append(issue.cell)
    words = "; ".join(f"{label} ({_list(list(dict.fromkeys(places)))})" for label, places in cells.items())
    text = _BEFORE_CELL.sub("", _(sentence)).format(**{**blanks, "label": words})
    return text[:1].upper() + text[1:]


def _said(same: Sequence[Issue], *, alone: bool) -> str:
    """One sentence for issues that say the same of their cells; beside others of its kind it names its cell."""
    cells = list(dict.fromkeys(issue.cell for issue in same if issue.cell))
    text, named = _without_cell(same[0]), same[0].message
    if len(cells) > 1:
        all_named = all(re.search(rf"\b{re.escape(cell)}\b", named) for cell in cells)
        named = text.replace("\0", _list(cells)) if "\0" in text and not all_named else named
        named += "" if "\0" in text or all_named else " " + _("Cells: {cells}", cells=_list(cells))
    elif cells and not alone and cells[0] not in named:
        return f"{cells[0]}: {named}"
    return named[:1].upper() + named[1:]


def _by_kind(issues: Sequence[Issue]) -> dict[str, list[Issue]]:
    """Errors first, then the rest, in the order found; each kind once."""
    kinds: dict[str, list[Issue]] = {}
    for issue in sorted(issues, key=lambda issue: issue.severity != "error"):
        kinds.setdefault(issue.code, []).append(issue)
    return kinds


def _within(names: Sequence[str]) -> list[str]:
    """Names as they are written inside a sentence: their first letter small."""
    return [name[:1].lower() + name[1:] for name in names]


def _begun(names: Sequence[str]) -> str:
    """Names in a row that begin a sentence."""
    return _list([*names[:1], *_within(names[1:])])


def _numbered(names: Sequence[str]) -> list[str]:
    return [f"{place}. {name}" for place, name in enumerate(names, start=1)]


def _list(names: Sequence[str]) -> str:
    """Names in a row; a long list ends with an ellipsis and how many there are."""
    if len(names) <= LISTED:
        return ", ".join(names)
    return _("{names}, … ({count} in all)", names=", ".join(names[:LISTED]), count=number(len(names)))
