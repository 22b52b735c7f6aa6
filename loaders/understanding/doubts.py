"""What stays in doubt after reading becomes a few questions; what is left decides the outcome."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from catalogue.elements import elements
from catalogue.indicators import indicators
from catalogue.language import _, day, named
from catalogue.names import accented_key, take_apart
from catalogue.units import Unit, units
from loaders.issues import issue
from loaders.questions import Option, Question
from loaders.spoken import period_name
from loaders.understanding import copied, so_far
from loaders.understanding.align import misplaced
from loaders.understanding.basis import beside, rebased
from loaders.understanding.claims import Claim
from loaders.understanding.gathered import gather
from loaders.understanding.numbers import value_key
from loaders.understanding.orient import ONE_UNIT
from loaders.understanding.outline import outline
from loaders.understanding.unclear import choices, key_of
from loaders.understanding.unread import unread
from loaders.understanding.when import of_the_period
from loaders.understanding.whose import Named, alike, of_later
from loaders.understanding.words import classes

if TYPE_CHECKING:
    from loaders.understanding.reading import Reading, SheetReading

_EARLY = dt.timedelta(days=4)
_SIGNED_LONG_BEFORE = 45


def settle(reading: Reading, given: Mapping[str, str]) -> None:
    """Before the arithmetic: period, unit and heading of every claim, each doubt asked once."""
    for part in reading.sheets:
        if not any(c.role in ("value", "check") and c.codes for c in part.claims):
            continue
        _period(reading, part, given)
        _units(reading, part, given)
        _days(reading, part, given)
        _bases(reading, part, given)
        _headings(reading, part, given)
        _placed(reading, part, given)
        _hidden(reading, part)
        _repeated(reading, part, given)


def name_of(code: str) -> str:
    """The Vietnamese name of an element or indicator."""
    if code in elements():
        return named(elements()[code])
    return named(indicators()[code]) if code in indicators() else code


# ---------------------------------------------------------------- period


def _period(reading: Reading, part: SheetReading, given: Mapping[str, str]) -> None:
    claims = [c for c in part.claims if c.role == "value"]
    undated = [c for c in claims if c.period is None]
    if part.when.period is None and claims and not undated:
        return
    if part.when.period is None:
        claims = undated
        wrong = part.when.impossible
        code = "period_impossible" if wrong else "period_conflict" if part.when.candidates else "no_period"
        names = ", ".join(period_name(p) for p in part.when.candidates)
        options = tuple(Option(str(p), period_name(p)) for p in part.when.candidates)
        _ask(
            reading, claims, "period", code, part.sheet.name, _spot(part, claims), options, periods=names, said=wrong.text if wrong else ""
        )
    elif part.signed and "period" not in given:
        period = part.when.period
        if part.signed < min(period.end("nd09"), period.end("plain")) - _EARLY and (period.end("nd09") - part.signed).days > _limit(
            period.kind
        ):
            options = (Option(str(period), period_name(period)),)
            _ask(
                reading,
                claims,
                "period",
                "signed_early",
                part.sheet.name,
                _spot(part, claims),
                options,
                period=str(period),
                day=day(part.signed),
            )


def _days(reading: Reading, part: SheetReading, given: Mapping[str, str]) -> None:
    """Stocks said to stand at a day outside the period are those of another time."""
    period = part.when.period
    key = f"day:{part.sheet.name}"
    if period is None or not part.days or "period" in given or given.get(key) == "as_is":
        return
    stocks = [c for c in part.claims if c.role == "value" and c.codes and c.basis == "to_date" and c.period == period]
    if not stocks or any(of_the_period(stated, period) for stated, _cell in part.days):
        return
    stated, cell = part.days[0]
    options = (Option("as_is", _("They are the figures of {period}", period=period_name(period))),)
    _ask(reading, stocks, key, "other_day", part.sheet.name, cell, options, period=period_name(period), day=day(stated))


def _bases(reading: Reading, part: SheetReading, given: Mapping[str, str]) -> None:
    """Figures that may be of the period alone or since January."""
    for key, claims, said in so_far.unclear(part):
        answer = given.get(key)
        if answer in so_far.BASES:
            for claim in claims:
                claim.basis = answer
            continue
        first = claims[0]
        period = period_name(first.period) if first.period else ""
        options = (Option("in_period", _("of the period alone")), Option("year_to_date", _("the sum since the beginning of the year")))
        words = {"label": first.label, "said": said, "raw": first.cell.raw, "period": period}
        _ask(reading, claims, key, "basis_unclear", part.sheet.name, first.cell.address, options, **words)


def _limit(kind: str) -> int:
    return {"month": 10, "quarter": 20, "half": 30, "nine_months": 30, "year": 40}[kind]


def _spot(part: SheetReading, claims: Sequence[Claim]) -> str:
    return next((s.cell for s in part.when.evidence if s.cell and s.sheet == part.sheet.name), claims[0].cell.address if claims else "")


def _repeated(reading: Reading, part: SheetReading, given: Mapping[str, str]) -> None:
    """All figures as in the form's own column of last period: were they copied?"""
    for heading, claims in copied.repeated(part):
        first = claims[0]
        before, key = copied.past(first), copied.key_of(first)
        if before is None or given.get(key) == "no":
            continue
        if given.get(key) == "yes":
            for claim in claims:
                claim.status, claim.doubt = "rejected", "copied_period"
            continue
        options = (Option("yes", _("Yes, they were copied")), Option("no", _("No, they are right")))
        said = {"period": period_name(before), "other": heading}
        _ask(reading, claims, key, "copied_period", part.sheet.name, first.cell.address, options, **said)


# ---------------------------------------------------------------- units


def _units(reading: Reading, part: SheetReading, given: Mapping[str, str]) -> None:
    claims = [c for c in part.claims if c.role == "value" and c.codes]
    without = [c for c in claims if c.unit is None and part.oriented[c.table].shape in ONE_UNIT]
    if without:
        _sheet_unit(reading, part, without)
    rows: dict[tuple[int, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.unit is not None and (not claim.unit.sure or claim.unit.unit is None):
            rows[claim.table, claim.unit.text].append(claim)
    for index in {table for (table, _text), members in rows.items() if members[0].unit and members[0].unit.doubt in ("old", "new")}:
        if part.oriented[index].shape in ("wide", "transposed"):
            spoilt = {c.period for c in claims if c.table == index and c.unit and c.unit.doubt in ("old", "new")}
            _whole_table(reading, part, [c for c in claims if c.table == index and c.period in spoilt], given)
    _other_rows(reading, part, claims, given)
    _territories(reading, part, claims, given)
    _generations_apart(reading, part, claims, given)
    for (_table, text), members in rows.items():
        if members[0].period is None and _generations(members[0].unit):
            continue  # only the period is missing: it is asked, and says which of them existed
        _doubtful(reading, part, text, members, given)
    unknown: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.unit is None and part.oriented[claim.table].shape == "wide":
            unknown[claim.cell.row].append(claim)
    for row, members in unknown.items():
        _unknown(reading, part, row, members, given)


def _sheet_unit(reading: Reading, part: SheetReading, claims: list[Claim]) -> None:
    spot = claims[0].cell.address
    if not part.units:
        _ask(reading, claims, f"unit:{part.sheet.name}", "no_unit", part.sheet.name, spot, ())
        return
    options = [u for n in part.units for u in ((n.unit,) if n.unit else n.candidates)]
    names = ", ".join(u.name for u in options)
    _ask(reading, claims, f"unit:{part.sheet.name}", "unit_conflict", part.sheet.name, spot, _unit_options(options), units=names)


def _doubtful(reading: Reading, part: SheetReading, text: str, members: list[Claim], given: Mapping[str, str]) -> None:

    named = members[0].unit
    assert named is not None
    key = f"unit:{text}"
    answer = given.get(key) or given.get(f"unit:{part.sheet.name}")
    if answer:
        for claim in members:
            claim.unit = Named(text, units()[answer])
        return
    code = {"old": "unit_old", "new": "unit_new", "code_against_name": "unit_code"}.get(named.doubt, "unit_ambiguous")
    names = ", ".join(u.name for u in named.candidates)
    _ask(reading, members, key, code, part.sheet.name, members[0].cell.address, _unit_options(named.candidates), text=text, units=names)
    for claim in members:
        if claim.unit and claim.unit.unit is None and len(named.candidates) >= 1:
            claim.proposed = named.candidates[0].id


def _other_rows(reading: Reading, part: SheetReading, claims: Sequence[Claim], given: Mapping[str, str]) -> None:
    """The return of one commune whose rows bear the names of others and not its own: its hamlets may be called like them."""
    key = f"rows:{part.sheet.name}"
    said = [n.unit for n in part.units if n.unit and n.unit.level == "commune" and n.sure]
    if len(said) != 1 or len(part.units) != 1 or given.get(key) == "as_named":
        return
    for index, oriented in enumerate(part.oriented):
        members = [c for c in claims if c.table == index and c.unit and c.unit.unit]
        named = {c.unit.unit.id: c.unit.unit for c in members if c.unit and c.unit.unit}
        if oriented.shape in ("wide", "transposed") and named and said[0].id not in named:
            options = (Option("as_named", _("The rows are the units they are called after")),)
            names_of = ", ".join(u.name for u in (said[0], *named.values()))
            _ask(reading, members, key, "unit_conflict", part.sheet.name, members[0].cell.address, options, units=names_of)


def _territories(reading: Reading, part: SheetReading, claims: Sequence[Claim], given: Mapping[str, str]) -> None:
    """Rows that are exactly the communes of a later time: their figures may be those of the later territories."""
    key = f"territory:{part.sheet.name}"
    if part.last_day is None or given.get(key) == "as_named":
        return
    for index, oriented in enumerate(part.oriented):
        members = [c for c in claims if c.table == index and c.unit and c.unit.text]
        if oriented.shape not in ("wide", "transposed") or not members:
            continue
        names = frozenset(accented_key(take_apart(c.unit.text).bare) for c in members if c.unit)
        later = of_later(names, part.last_day)
        if later:
            names_of = ", ".join(u.name for u in later)
            options = (Option("as_named", _("The names are meant as they were in this period")),)
            _ask(reading, members, key, "territory_later", part.sheet.name, members[0].cell.address, options, units=names_of)


def _generations_apart(reading: Reading, part: SheetReading, claims: Sequence[Claim], given: Mapping[str, str]) -> None:
    """Columns of periods on both sides of a reorganisation under the same names of rows: whose figures are the earlier ones?"""
    key = f"territory:{part.sheet.name}"
    if given.get(key) == "as_named":
        return
    for index, oriented in enumerate(part.oriented):
        members = [c for c in claims if c.table == index and c.unit and c.unit.unit and c.period]
        if oriented.shape != "wide" or len({c.period for c in members}) < 2:
            continue
        latest = {c.unit.text: c.unit.unit for c in sorted(members, key=_last_day) if c.unit and c.unit.unit}
        changed = {c.period for c in members if c.unit and latest[c.unit.text] != c.unit.unit}
        doubted = [c for c in claims if c.table == index and c.period in changed]
        if doubted:
            names_of = ", ".join(u.name for u in latest.values())
            options = (Option("as_named", _("The names are meant as they were in this period")),)
            _ask(reading, doubted, key, "territory_later", part.sheet.name, doubted[0].cell.address, options, units=names_of)


def _last_day(claim: Claim) -> dt.date:
    return claim.period.end("nd09") if claim.period else dt.date.min


def _generations(named: Named | None) -> bool:
    """Whether the units a name may mean differ in nothing but their time."""
    return named is not None and len(named.candidates) > 1 and len({u.name for u in named.candidates}) == 1


def _whole_table(reading: Reading, part: SheetReading, members: list[Claim], given: Mapping[str, str]) -> None:
    """One name of another time among the rows: units whose name lives on may mean their old territory as well. All are asked."""
    first = next(c for c in members if c.unit and c.unit.doubt in ("old", "new"))
    assert first.unit is not None
    key = f"territory:{part.sheet.name}"
    if given.get(key) == "as_named":
        return
    names = ", ".join(u.name for u in first.unit.candidates)
    code = "unit_old" if first.unit.doubt == "old" else "unit_new"
    options = (Option("as_named", _("The other names are meant as they are today")),)
    _ask(reading, members, key, code, part.sheet.name, first.cell.address, options, text=first.unit.text, units=names)


def _unknown(reading: Reading, part: SheetReading, row: int, members: list[Claim], given: Mapping[str, str]) -> None:

    oriented = part.oriented[members[0].table]
    cell = part.sheet.shown(row, oriented.unit_col) if oriented.unit_col is not None else None
    text = cell.text if cell else ""
    answer = given.get(f"unit:{text}")
    if answer:
        for claim in members:
            claim.unit = Named(text, units()[answer])
        return
    spot = cell.address if cell else members[0].cell.address
    near = _unit_options(alike(text, part.last_day))
    _ask(reading, members, f"unit:{text}", "unit_unknown", part.sheet.name, spot, near, text=text)


def _unit_options(found: Sequence[Unit]) -> tuple[Option, ...]:
    return tuple(Option(u.id, u.name, u.code) for u in dict.fromkeys(found))


# ---------------------------------------------------------------- headings


def _headings(reading: Reading, part: SheetReading, given: Mapping[str, str]) -> None:
    for claim in part.claims:
        answer = given.get(f"element:{claim.key}") if claim.key else None
        if answer is not None and claim.role in ("value", "skip", "check"):
            _answered(part, claim, answer)
    spots: dict[str, list[Claim]] = defaultdict(list)
    for claim in part.claims:
        if claim.role == "value" and claim.mended and claim.sure:
            spots[claim.key].append(claim)
    for members in spots.values():
        first = members[0]
        reading.issues.append(issue("label_mended", first.sheet, first.cell.address, label=first.label, names=name_of(first.codes[0])))


def _answered(part: SheetReading, claim: Claim, answer: str) -> None:
    if not answer or answer == "none":
        claim.role, claim.codes = "skip", ()
        return
    claim.basis = rebased(claim.basis, claim.codes[0] if claim.codes else answer, answer, beside(part.claims, claim))
    claim.codes, claim.sure, claim.role = (answer,), True, "value"


def ask_headings(reading: Reading) -> None:
    """After the arithmetic: the headings it could not decide, one question each."""
    open_: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in reading.claims:
        if claim.role == "value" and claim.codes and (len(claim.codes) > 1 or not claim.sure):
            open_[claim.sheet, claim.key].append(claim)
    for (sheet, key), members in open_.items():
        first = members[0]
        code = "element_choice" if len(first.codes) > 1 else "element_doubt"
        options = (*(Option(c, name_of(c), first.why) for c in first.codes), Option("none", _("none of these")))
        names = " / ".join(name_of(c) for c in first.codes)
        _ask(reading, members, f"element:{key}", code, sheet, first.cell.address, options, label=first.label, names=names)


def _placed(reading: Reading, part: SheetReading, given: Mapping[str, str]) -> None:
    """A table shifted against its headings is asked as a whole."""
    for index, oriented in enumerate(part.oriented):
        members = [c for c in part.claims if c.table == index and c.role == "value" and c.codes]
        spot = misplaced(oriented) if members else None
        key = f"alignment:{part.sheet.name}:{index}"
        if spot is not None and given.get(key) != "as_is":
            options = (Option("as_is", _("The figures stand under the right headings")),)
            _ask(reading, members, key, "alignment", part.sheet.name, spot.address, options)


# ---------------------------------------------------------------- hidden


def _hidden(reading: Reading, part: SheetReading) -> None:
    from loaders.opening.grid import column_name

    rows = sorted({c.cell.row + 1 for c in part.claims if c.role == "value" and c.cell.row in part.sheet.hidden_rows})
    if rows:
        cell = next(c.cell.address for c in part.claims if c.role == "value" and c.cell.row == rows[0] - 1)
        reading.issues.append(issue("hidden_rows", part.sheet.name, cell, rows=", ".join(map(str, rows))))
    cols = {c.cell.col: c.cell.address for c in part.claims if "hidden" in c.notes}
    for col, spot in cols.items():
        reading.issues.append(issue("hidden_column", part.sheet.name, spot, column=column_name(col)))


# ---------------------------------------------------------------- questions and outcome


def _ask(
    reading: Reading, claims: Sequence[Claim], key: str, code: str, sheet: str, cell: str, options: tuple[Option, ...], **values: object
) -> None:
    """One question about many cells; each is asked, none is taken until it is answered."""
    problem = issue(code, sheet, cell, **values)
    if any(q.key == key and q.kind == code for q in reading.questions):
        old = next(q for q in reading.questions if q.key == key and q.kind == code)
        reading.questions.remove(old)
        cells = (*old.cells, *(f"{c.sheet}!{c.cell.address}" for c in claims))
        reading.questions.append(Question(key, code, old.sheet, old.cell, old.text, old.options or options, cells))
    else:
        reading.issues.append(problem)
        cells = tuple(f"{c.sheet}!{c.cell.address}" for c in claims)
        reading.questions.append(Question(key, code, sheet, cell, problem.message, options, cells))
    for claim in claims:
        if claim.status == "accepted":
            claim.status, claim.doubt, claim.question = "asked", code, key


def conclude(reading: Reading, given: Mapping[str, str]) -> None:
    """The outcome of the file, after everything was asked."""
    ask_headings(reading)
    _ask_scales(reading)
    _ask_values(reading)
    reading.issues += unread(reading)
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
            options = tuple(Option(repr(v), f"{v:g}") for v in claim.readings)
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
        for index, oriented in enumerate(part.oriented):
            left = choices(oriented, [c for c in part.claims if c.table == index])
            if left and part.when.period is not None:
                first = next(iter(left.values()))[0]
                options = tuple(Option(heading, heading) for heading in left)
                said = {"period": period_name(part.when.period), "columns": "; ".join(left)}
                key = key_of(part.sheet.name, index)
                _ask(reading, [], key, "columns_unclear", part.sheet.name, first.cell.address, options, **said)
    return any(q.kind == "columns_unclear" for q in reading.questions)


def _nothing(reading: Reading) -> None:
    ours = [c for c in reading.claims if c.codes and c.sure and "sector" not in c.notes] or _labels(reading)
    plan = any("plan" in c.notes for c in reading.claims) or any(_plan(p) for p in reading.sheets)
    if _columns(reading):
        reading.outcome = "ask"
        return
    if len({c.codes for c in ours}) >= 2 and not plan:
        reading.outcome = "fix"
        reading.issues.append(issue("nothing_filled", ours[0].sheet, ours[0].cell.address))
        return
    reading.outcome = "not_a_return"
    sheet = reading.sheets[0].sheet.name if reading.sheets else ""
    reading.issues.append(issue("plan_only" if plan and ours else "not_a_return", sheet, ""))
