"""One row a file of a batch: what became of it, whose it is, what was read, what is still open."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from catalogue.language import _, number
from catalogue.periods import Period
from catalogue.units import units
from pages.parts import clock, desk, names
from pages.parts.drawing import standing
from pages.parts.files import outside
from pages.parts.html import Html, h, join, link, table

NAMED = 2
ORDER = (
    "waiting",
    "asked",
    "to_fix",
    "reason",
    "ready",
    "unreadable",
    "not_a_return",
    "personal",
    "duplicate",
    "kept_out",
    "refused",
    "partly",
    "accepted",
    "superseded",
    "withdrawn",
    "closed",
)
# The word of a reading's outcome, told beside what became of the file later.
WORDS = {
    "accept": "clean",
    "ask": "asked",
    "fix": "to_fix",
    "duplicate": "duplicate",
    "unreadable": "unreadable",
    "not_a_return": "not_a_return",
    "kept_out": "kept_out",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One file. `standing` names a look of `standing`, `before` that of its reading when it was undone since.

    `accepted` counts figures, `asked` and `rejected` cells, `questions` decisions still open, `asks` what they are about.
    `counted`: its figures count, or did before a later return took their place. A file that was not kept has a number below 1, no page.
    """

    number: int
    file: str
    standing: str
    message: str = ""
    units: tuple[str, ...] = ()
    periods: tuple[str, ...] = ()
    accepted: int = 0
    asked: int = 0
    rejected: int = 0
    questions: int = 0
    issues: int = 0
    reason: str = ""
    before: str = ""
    asks: tuple[str, ...] = ()
    counted: bool = False

    @property
    def open(self) -> bool:
        """Whether somebody still has to do something about it."""
        return self.standing in ("waiting", "asked", "to_fix", "reason", "ready")

    @property
    def waits(self) -> bool:
        """Whether it is still to be sorted: it is open, or cannot be opened and its sender was not told yet."""
        return self.open or self.standing == "unreadable"

    @property
    def answerable(self) -> bool:
        """Whether its questions may be answered: it waits, or a part of it was taken in and the rest is open."""
        return self.open or self.standing == "partly"


def standing_of(state: str, outcome: str, *, in_force: bool, never: bool = False, left: bool = False, told: bool = False) -> str:
    """The look of a submission: what its state means for the person who sorts the batch.

    `never`: it was never taken in; `left`: something in it is still asked or wrong; `told`: it was sent back, so that one which cannot be
    opened is no work any more.
    """
    if state == "withdrawn" and never:
        return "closed"
    if state == "received":
        return "ready" if outcome else "waiting"
    if state == "refused" and not (told and outcome == "unreadable") and outcome in ("not_a_return", "unreadable", "kept_out"):
        return outcome
    if state == "accepted" and not in_force:
        return "superseded"
    if state == "accepted" and left:
        return "partly"
    return state


def summary(rows: Sequence[Row]) -> str:
    """How many files, and how many in each standing."""
    counted = {name: len([row for row in rows if row.standing == name]) for name in ORDER}
    parts = [_("{standing} ({count})", count=number(many), standing=standing.word(name).lower()) for name, many in counted.items() if many]
    return _("{count} files: {parts}.", count=number(len(rows)), parts="; ".join(parts))


def in_order(rows: Sequence[Row]) -> list[Row]:
    """What needs a hand first, then as they came."""
    return sorted(rows, key=lambda row: (ORDER.index(row.standing), row.number))


def after(rows: Sequence[Row], number: int) -> Row | None:
    """The next file to be sorted after the one of that number in the order of the table, beginning anew at its end; None without one."""
    ordered = in_order(rows)
    place = next((at for at, row in enumerate(ordered) if row.number == number), -1)
    return next((row for row in ordered[place + 1 :] + ordered[: max(place, 0)] if row.waits), None)


def triage(rows: Sequence[Row], page: Callable[[int], str], root: str) -> Html:
    """The table, what needs a hand first; `page` gives the address at which a file is opened, `root` is the area served."""
    head = [_("File"), _("Result"), _("Unit"), _("Period"), _("Figures read"), _("To be answered"), _("Cells to mend")]
    body = [
        (
            _file(row, page),
            standing_badge(row),
            _units(row, root),
            _periods(row.periods),
            number(row.accepted) if row.accepted else desk.none(),
            number(row.questions) if row.questions else desk.none(),
            number(row.rejected) if row.rejected else desk.none(),
        )
        for row in in_order(rows)
    ]
    return table(head, body, label=_("Files of the batch"), kinds="ttttnnn")


def standing_badge(row: Row) -> Html:
    """The look of a file; of an undone one also what its reading had given."""
    if not row.before:
        return standing.badge(row.standing)
    return join(
        [standing.badge(row.standing), h("div", _("when read: {word}", word=standing.word(row.before).lower()), class_="desk-small")]
    )


def _file(row: Row, page: Callable[[int], str]) -> Html:
    return join(
        [
            h("div", link(row.file, page(row.number)) if row.number > 0 else row.file, class_="desk-file"),
            h("div", _note(row), class_="desk-small"),
        ]
    )


def _units(row: Row, root: str) -> Html:
    """Whose it is, and how many of them lie outside the area."""
    if not row.units:
        return desk.none()
    apart = outside.short(row.units, root, clock.today())
    return join([units_words(row.units), h("div", apart, class_="desk-small") if apart else None])


def _note(row: Row) -> str:
    """What is said of a file: why it was taken out, else what became of it and what is still asked of it."""
    if row.reason or not row.asks or not row.answerable:
        return row.reason or row.message
    rest = len(row.asks) - NAMED
    asked = "; ".join(map(names.within, row.asks[:NAMED])) + (f" {_('and {count} more', count=number(rest))}" if rest > 0 else "")
    return f"{row.message} {_('Asked: {kinds}.', kinds=asked)}"


def units_words(ids: Sequence[str]) -> str:
    """The names of a few units, or how many they are."""
    if len(ids) > NAMED:
        return _("{count} units", count=number(len(ids)))
    known = units()
    return ", ".join(names.unit(one) if one in known else one for one in ids) or "–"


def periods_words(texts: Sequence[str]) -> str:
    """Periods as people call them; of many the first and the last."""
    told = sorted(Period.parse(text) for text in texts)
    if len(told) > NAMED:
        return _("{first} to {last}", first=names.period(told[0]), last=names.period_inline(told[-1]))
    return ", ".join(names.period(period) for period in told) or "–"


def _periods(texts: Sequence[str]) -> Html:
    """The same in a table: the name of one period is not broken."""
    return h("span", periods_words(texts), class_="desk-whole" if len(texts) == 1 else None) if texts else desk.none()


def whose(row: Row) -> str:
    """Of which unit and period a return is, inside one line; what is not known is left out."""
    unit, period = units_words(row.units), periods_words(row.periods)
    told = [unit] if row.units else []
    return ", ".join([*told, *([period[:1].lower() + period[1:] if told else period] if row.periods else [])])


def ledger(rows: Sequence[Row], content: Mapping[int, tuple[int, int, int, int, int]]) -> tuple[list[str], list[list[object]]]:
    """The batch as a table to keep: of each file how many cells stand in which class. `content` gives cells, accepted, asked, rejected
    and those that say whose and of when it is."""
    header = [_("File"), _("Result"), _("Unit"), _("Period"), _("Cells"), _("Read"), _("Asked"), _("Wrong")]
    header += [_("Unit and period"), _("Other cells"), _("Note")]
    body: list[list[object]] = []
    for row in rows:
        cells, accepted, asked, rejected, sources = content.get(row.number, (0, row.accepted, row.asked, row.rejected, 0))
        rest = max(0, cells - accepted - asked - rejected - sources)
        told = [units_words(row.units), periods_words(row.periods)]
        word = standing.word(row.standing) + (f" ({standing.word(row.before).lower()})" if row.before else "")
        body.append([row.file, word, *told, cells, accepted, asked, rejected, sources, rest, _note(row)])
    return header, body
