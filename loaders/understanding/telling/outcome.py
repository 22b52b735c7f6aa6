"""The outcome of a file after everything was asked: taken, to be answered, to be corrected, or no return of ours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from catalogue.facts import Issue
from catalogue.language import _, number
from loaders.issues import issue
from loaders.questions import Option, Question
from loaders.spoken import period_name
from loaders.understanding.claiming.unclear import choices, key_of
from loaders.understanding.doubting.heading_doubts import ask_headings
from loaders.understanding.headings.setaside import WEEK
from loaders.understanding.orienting.claim import Claim
from loaders.understanding.orienting.outline import outline
from loaders.understanding.sheets.asking import ask_about
from loaders.understanding.sheets.gathered import gather
from loaders.understanding.telling.old_terms import old_terms
from loaders.understanding.telling.outside import tell_outside
from loaders.understanding.telling.unread import offered, unread
from loaders.understanding.texts.words import classes
from loaders.understanding.weighing.amounts import ask_amounts
from loaders.understanding.weighing.numbers import value_key

_NAMED, _OTHER_TIMES = 3, ("other_time", "other_span")
_PARTS = frozenset({"sector", "part_of_unit", WEEK})

if TYPE_CHECKING:
    from loaders.understanding.orienting.orient import Oriented
    from loaders.understanding.sheets.sheet_reading import Reading, SheetReading


def conclude(reading: Reading, given: Mapping[str, str]) -> None:
    """The outcome of the file, after everything was asked."""
    ask_headings(reading)
    _ask_scales(reading)
    ask_amounts(reading)
    _ask_values(reading)
    reading.issues += unread(reading, given)
    reading.offers = offered(reading, given)
    reading.issues += [told for part in reading.sheets for told in old_terms(part)]
    tell_outside(reading, given)
    gather(reading, given)
    values = reading.values
    if not values:
        _nothing(reading)
        return
    if all(_plan(part) for part in reading.sheets if part.tables) and not any(c.status == "accepted" and c.role == "value" for c in values):
        reading.outcome = "not_a_return"
        return
    severe = [i for i in reading.issues if i.severity == "error"]
    asked = bool(reading.questions) or any(c.status == "asked" for c in values) or any(i.severity == "question" for i in reading.issues)
    reading.outcome = "fix" if severe else "ask" if asked else "accept"


def _ask_scales(reading: Reading) -> None:
    """Whether a column of rates is written in percent or in fractions of one: asked once for the column."""
    open_: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in reading.claims:
        if claim.doubt == "percent_scale" and claim.status == "asked" and claim.question:
            open_[claim.sheet, claim.question].append(claim)
    options = (Option("fraction", _("fractions of 1: 0.955 means 95.5%")), Option("percent", _("percent: 0.955 means 0.955%")))
    for (sheet, key), members in open_.items():
        cells = tuple(f"{sheet}!{c.cell.address}" for c in members)
        text = issue("percent_scale", sheet, members[0].cell.address, label=members[0].label).message
        reading.questions.append(Question(key, "percent_scale", sheet, members[0].cell.address, text, options, cells))


def _ask_values(reading: Reading) -> None:
    """A single cell in doubt is a question of its own: the readings it may have."""
    for claim in reading.claims:
        if claim.role == "value" and claim.status == "asked" and not claim.question and claim.state == "bad":
            key = value_key(claim)
            text = next((i.message for i in reading.issues if i.sheet == claim.sheet and i.cell == claim.cell.address), claim.label)
            options = tuple(Option(repr(v), number(v, None)) for v in claim.readings)
            claim.question = key
            reading.questions.append(
                Question(key, claim.doubt, claim.sheet, claim.cell.address, text, options, (f"{claim.sheet}!{claim.cell.address}",))
            )


def _labels(reading: Reading) -> list[Claim]:
    """The rows of an unfilled form, as claims without a figure."""
    found = []
    for part in reading.sheets:
        for index, oriented in enumerate(part.oriented):
            if oriented.shape != "long" or oriented.label_col is None:
                continue
            for line in outline(oriented):
                cell = part.sheet.cell(line.row, oriented.label_col)
                if cell and line.match.sure:
                    found.append(Claim(part.sheet.name, cell, index, "skip", line.match.codes, True))
    return found


def _plan(part: SheetReading) -> bool:
    return "plan_title" in classes("lines.csv", part.title)


def _columns(reading: Reading) -> bool:
    """Ask which column holds the figures, where they are there and no heading says so."""
    for part in reading.sheets:
        for index, oriented in enumerate(part.oriented if not _plan(part) or "result" in classes("lines.csv", part.title) else []):
            bill = any(column.role == "price" for column in oriented.columns.values())
            left = {} if bill else choices(oriented, [c for c in part.claims if c.table == index])
            if left and part.when.period is not None:
                first = next(iter(left.values()))[0]
                options = tuple(Option(heading, heading) for heading in left)
                said = {"period": period_name(part.when.period), "columns": "; ".join(left)}
                key = key_of(part.sheet.name, index)
                ask_about(reading, [], key, "columns_unclear", part.sheet.name, first.cell.address, options, **said)
    return any(q.kind == "columns_unclear" for q in reading.questions)


def _nothing(reading: Reading) -> None:
    ours = [c for c in reading.claims if c.codes and c.sure and not {*_PARTS, "money"} & set(c.notes)]
    ours = ours if any("money" in c.notes for c in reading.claims) else ours or _labels(reading)
    plan = any("plan" in c.notes for c in reading.claims) or any(_plan(p) for p in reading.sheets)
    if _columns(reading):
        reading.outcome = "ask"
        return
    if any(i.code in _OTHER_TIMES for i in reading.issues):
        reading.outcome = "fix"
        reading.issues = [replace(i, severity="error") if i.code in _OTHER_TIMES else i for i in reading.issues]
        return
    parts = [c for c in reading.claims if c.codes and c.sure and _PARTS & set(c.notes) and c.cell.kind == "N"]
    if parts and not plan:
        reading.outcome = "fix"
        reading.issues.append(_parts_only(reading, parts))
        return
    if len({c.codes for c in ours}) >= 2 and not plan:
        reading.outcome = "fix"
        reading.issues.append(issue("nothing_filled", ours[0].sheet, ours[0].cell.address))
        return
    reading.outcome = "not_a_return"
    sheet = reading.sheets[0].sheet.name if reading.sheets else ""
    reading.issues.append(issue("plan_only" if plan and ours else "not_a_return", sheet, ""))


def _first(o: Oriented, row: int) -> str:
    return next((c.text.strip() for c in o.table.row(row) if c.is_text), "")


def _parts_only(reading: Reading, parts: list[Claim]) -> Issue:
    """Rows of hamlets, sectors or offices are there, and none of the commune."""
    sheet, index = parts[0].sheet, parts[0].table
    part = next(p for p in reading.sheets if p.sheet.name == sheet)
    o = part.oriented[index]
    col = o.unit_col if o.unit_col is not None else o.label_col
    across = (o.shape == "wide" and "sector" in parts[0].notes) or WEEK in parts[0].notes
    own = [c for c in parts if c.sheet == sheet and c.table == index]
    names = list(
        dict.fromkeys(
            text
            for c in own
            if (
                text := o.columns[c.cell.col].leaf
                if WEEK in c.notes
                else c.label
                if across
                else o.text(c.cell.row, col) or _first(o, c.cell.row)
            )
        )
    )
    return issue("sectors_no_total", sheet, parts[0].cell.address, rows="; ".join(names[:_NAMED]) + (" ..." if len(names) > _NAMED else ""))
