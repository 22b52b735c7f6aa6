"""Files of one call beside each other and beside what is known: sent twice, changed, copied from last period, a stock that falls."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from catalogue.derivations import declared_formulas
from catalogue.facts import Issue, Observation
from catalogue.language import _, number
from catalogue.periods import Period
from catalogue.units import units
from loaders.begun import NOT_BEGUN, not_begun
from loaders.issues import issue
from loaders.questions import Option, Question
from loaders.result import FileReading
from loaders.settling import CHANGED, answered, counts
from loaders.spoken import period_name
from loaders.standing import Stocks, differs, ended, falls
from loaders.understanding.proving.bounds import Identity, identities
from loaders.understanding.sheets.asking import name_of

Fact = tuple[str, str, str, str]
SUPERSEDES = "supersedes:"
"""How the key of the question begins whether a file replaces figures already taken in."""
_KEYS = {"stock_falls": "falls", "stock_differs": "differs"}
"""How the keys of the questions about a stock begin."""
_COPIED_AT_LEAST, _TELLING_AT_LEAST, _TELLING = 8, 4, 20


@dataclass
class Comparison:
    """What the files before have said: fact to value and file, and the sets of facts of each file.

    `received` is the day on which the files came: what is of a period after it is asked about; without it nothing is asked of that.
    """

    values: dict[Fact, tuple[float, str, str]] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    sets: dict[frozenset[tuple[Fact, float]], str] = field(default_factory=dict)
    stocks: Stocks = field(default_factory=Stocks)
    received: dt.date | None = None

    def learn(self, known: Iterable[Observation], name: str) -> None:
        """Facts already accepted, as the store holds them."""
        told = list(known)
        self.stocks.learn(told)
        for o in told:
            self.values.setdefault(_fact(o), (o.value, name, o.cell))

    def compare(self, reading: FileReading, answers: Mapping[str, str] | None = None) -> FileReading:
        """The reading with what the comparison adds; remembers it for the files that follow."""
        if reading.outcome in ("unreadable", "not_a_return"):
            return reading
        given = answers or {}
        told = self._duplicate(reading)
        if told is None:
            reading = answered(reading, self._to_come(reading, given), given)
            told = self._changed(reading) or self._copied(self._falls(reading))
        told = self._brings_nothing(self._kept_together(answered(reading, told, given)))
        if told.outcome not in ("duplicate", "kept_out"):
            self._remember(told)
        return told

    def _kept_together(self, reading: FileReading) -> FileReading:
        """Where earlier figures are kept, a new count that no longer adds up with them is not taken beside them either."""
        kept = {(o.unit, o.period, o.basis) for o in reading.observations if o.status == "kept_out"}
        new = {_fact(o): o for o in reading.observations if o.status == "accepted" and not self._stands(o)}
        out: set[Fact] = set()
        for place in kept:
            out |= self._adds_up_no_more(place, {fact[3]: o.value for fact, o in new.items() if fact[:3] == place})
        if not out:
            return reading
        observations = tuple(o.with_status("kept_out") if o.status == "accepted" and _fact(o) in out else o for o in reading.observations)
        return replace(reading, observations=observations, ledger=counts(reading, observations))

    def _adds_up_no_more(self, place: tuple[str, str, str], new: dict[str, float]) -> set[Fact]:
        """The new counts of a unit, period and basis that stand in a sum which fails beside the figures known."""
        out: set[str] = set()
        while True:
            stand = {code: value for code, value in new.items() if code not in out}
            broken = [codes for one in identities() if (codes := self._fails(one, place, stand))]
            if not broken:
                return {(*place, code) for code in out}
            out |= {code for codes in broken for code in codes}

    def _fails(self, one: Identity, place: tuple[str, str, str], new: Mapping[str, float]) -> set[str]:
        """The new counts in a balance that does not hold with them; none where it holds, or not all of it is given."""
        codes = {*one.whole.elements, *one.parts.elements}
        known = {code: told[0] for code in codes if (told := self.values.get((*place, code)))} | {c: new[c] for c in codes if c in new}
        if known.keys() < codes:
            return set()
        whole, parts = (sum(sign * known[code] for sign, code in side.terms) for side in (one.whole, one.parts))
        return codes & new.keys() if abs(whole - parts) > 1e-9 else set()

    def _stands(self, o: Observation) -> bool:
        """Whether that very figure is known already."""
        known = self._known(_fact(o))
        return known is not None and abs(known[0] - o.value) <= 1e-9

    def _known(self, fact: Fact) -> tuple[float, str, str] | None:
        """What was said of it before; of a whole that nobody typed the declared sum of its parts."""
        unit, period, basis, element = fact
        if fact in self.values:
            return self.values[fact]
        for formula in declared_formulas().get(element, ()):
            parts = [self.values[part] for code in formula.elements if (part := (unit, period, basis, code)) in self.values]
            if len(parts) == len(formula.terms):
                value = sum(sign * part[0] for (sign, _code), part in zip(formula.terms, parts, strict=True))
                return value, ", ".join(dict.fromkeys(part[1] for part in parts)), " + ".join(part[2] for part in parts)
        return None

    def _brings_nothing(self, reading: FileReading) -> FileReading:
        """A clean file of which nothing is left but what is known, for a person chose to keep that: none of it is to be taken in."""
        kept = any(o.status == "kept_out" for o in reading.observations)
        rest = [o for o in reading.observations if o.status != "kept_out"]
        new = any(o.status != "accepted" or self._known(_fact(o)) is None for o in rest) or reading.narratives
        if reading.outcome != "accept" or not kept or new:
            return reading
        observations = tuple(o.with_status("kept_out") for o in reading.observations)
        return replace(reading, outcome="kept_out", observations=observations, ledger=counts(reading, observations))

    def _remember(self, reading: FileReading) -> None:
        self.files[reading.sha256] = reading.file
        self.sets.setdefault(_facts(reading), reading.file)
        settled = _settled(reading)
        self.stocks.learn(settled, again=True)
        for o in settled:
            self.values[_fact(o)] = (o.value, reading.file, o.cell)

    def _duplicate(self, reading: FileReading) -> FileReading | None:
        other = self.files.get(reading.sha256) or (self.sets.get(_facts(reading)) if self.sets and reading.observations else None)
        if other is None:
            return None
        text = issue("duplicate_file", "", "", other=other)
        return replace(reading, outcome="duplicate", message=text.message, observations=(), questions=(), issues=(*reading.issues, text))

    def _to_come(self, reading: FileReading, answers: Mapping[str, str]) -> FileReading:
        """The reading with its figures asked that are of a period which had not begun when they came."""
        question = not_begun(reading, self.received, answers) if self.received else None
        if question is None:
            return reading
        asked = {*question.cells}
        places = [cell.rpartition("!") for cell in question.cells]
        told = [Issue(sheet, cell, NOT_BEGUN, "question", question.text) for sheet, _mark, cell in places]
        observations = tuple(
            o.with_status("asked") if o.status == "accepted" and f"{o.sheet}!{o.cell}" in asked else o for o in reading.observations
        )
        return _with(reading, told, (question,), observations)

    def _changed(self, reading: FileReading) -> FileReading | None:
        """The same unit and period again, with other figures: does it replace the file before?"""
        if not self.values:
            return None
        differing = self._differing(_settled(reading))
        return self._some_changed(reading, differing) if differing else None

    def pairs(self, asked: Iterable[Observation]) -> tuple[str, ...]:
        """Each of these figures that differs from what is known, from what to what: the details of the question about them."""
        return tuple(_pair(o, old[0]) for o, old in self._differing(asked))

    def _differing(self, told: Iterable[Observation]) -> list[tuple[Observation, tuple[float, str, str]]]:
        known = [(o, self._known(_fact(o))) for o in told]
        return [(o, old) for o, old in known if old is not None and abs(old[0] - o.value) > 1e-9]

    def _some_changed(self, reading: FileReading, differing: list[tuple[Observation, tuple[float, str, str]]]) -> FileReading:
        issues, cells = [], []
        for o, (before, other, _cell) in differing:
            issues.append(
                issue(
                    CHANGED,
                    o.sheet,
                    o.cell,
                    label=name_of(o.element),
                    before=number(before, None),
                    after=number(o.value, None),
                    other=other,
                )
            )
            cells.append(f"{o.sheet}!{o.cell}")
        first = differing[0]
        key = f"{SUPERSEDES}{first[1][1]}"
        options = (Option("yes", _("Yes, it replaces it")), Option("no", _("No, keep the first")))
        text = _(
            "{count} figures of {units} units differ from those of {other}. Does this file replace them?",
            count=number(len(differing)),
            units=number(len({o.unit for o, _old in differing})),
            other=", ".join(dict.fromkeys(old[1] for _o, old in differing)),
        )
        pairs = tuple(_pair(o, old[0]) for o, old in differing)
        question = Question(key, CHANGED, first[0].sheet, first[0].cell, text, options, tuple(cells), pairs)
        asked = {(o.sheet, o.cell) for o, _old in differing}
        observations = tuple(
            o.with_status("asked") if (o.sheet, o.cell) in asked and o.status == "accepted" else o for o in reading.observations
        )
        return _with(reading, issues, (question,), observations)

    def _copied(self, reading: FileReading) -> FileReading:
        """The figures that were copied from the period before: those of the whole file, else of single units among others."""
        if not self.values or any(q.kind == "copied_period" for q in reading.questions):
            return reading
        settled = _settled(reading)
        again = self._repeated(settled)
        if again:
            return self._told_copied(reading, again, len(reading.observations))
        of_unit: dict[str, list[Observation]] = defaultdict(list)
        for o in settled:
            of_unit[o.unit].append(o)
        for own in of_unit.values() if len(of_unit) > 1 else ():
            again = self._repeated(own, single=True)
            whose = f"{units()[own[0].unit].name}: "
            reading = self._told_copied(reading, again, len(own), whose) if again else reading
        return reading

    def _repeated(self, told: list[Observation], *, single: bool = False) -> list[Observation]:
        """The figures that are those of the period before, where every flow and stock that had one then has it again, and so many that it
        is no chance: eight, or four of which three differ from each other and are no small numbers. Of a `single` unit among others
        only flows can tell: what there is of a thing often stays as it was."""
        known = [(o, old[0]) for o in told if o.basis != "year_to_date" and (old := self.values.get(_before(o)))]
        if any(o.value != before for o, before in known):
            return []
        counted = [o for o, _before in known if not single or o.basis == "in_period"]
        telling = {o.value for o in counted if o.value >= _TELLING}
        enough = len(counted) >= _COPIED_AT_LEAST and not single
        return [o for o, _before in known] if enough or (len(counted) >= _TELLING_AT_LEAST <= len(telling) + 1) else []

    def _told_copied(self, reading: FileReading, again: list[Observation], count: int, whose: str = "") -> FileReading:
        """The reading with these figures asked, of so many; `whose`: the unit they are of, among others."""
        first, cells = again[0], {(o.sheet, o.cell) for o in again}
        words = {"same": number(len(again)), "count": number(count), "other": self.values[_before(first)][1], "whose": whose}
        issues = [issue("copied_period", o.sheet, o.cell, period=_past(o), **words) for o in again]
        key = f"copied:{first.unit}:{first.period}"
        options = (Option("yes", _("Yes, they were copied")), Option("no", _("No, they are right")))
        spots = tuple(dict.fromkeys(f"{o.sheet}!{o.cell}" for o in again))
        question = Question(key, "copied_period", first.sheet, first.cell, issues[0].message, options, spots)
        observations = tuple(
            o.with_status("asked") if o.status == "accepted" and (o.sheet, o.cell) in cells else o for o in reading.observations
        )
        return _with(reading, issues, (question,), observations)

    def _falls(self, reading: FileReading) -> FileReading:
        """A stock that only grows below that of the period that ended last before, whatever its length, as known or as another column of
        the file has it, read or set aside; and one that may fall, if hardly any of it is left. One that a known period with the same end
        tells quite otherwise."""
        issues = []
        stocks = [o for o in _settled(reading) if o.basis == "to_date"]
        own = Stocks()
        own.learn(stocks)
        for o in stocks:
            known, mine = self.stocks.before(o), own.before(o)
            aside = reading.before.get(f"{o.sheet}!{o.cell}")
            if aside is not None and (mine is None or mine[1] != _previous(o.period)):
                mine = aside, _previous(o.period)
            last = max((one for one in (mine, known) if one), key=lambda one: ended(one[1]), default=None)
            if last is not None and falls(o, last[0]):
                period = period_name(Period.parse(last[1]))
                values = {"label": name_of(o.element), "before": number(last[0]), "after": number(o.value), "period": period}
                issues.append(issue("stock_falls", o.sheet, o.cell, **values))
            elif (same := self.stocks.at_the_end(o)) is not None and differs(o, same[0]):
                period = period_name(Period.parse(same[1]))
                values = {"label": name_of(o.element), "other": number(same[0]), "value": number(o.value), "period": period}
                issues.append(issue("stock_differs", o.sheet, o.cell, **values))
        if not issues:
            return reading
        fallen = {(i.sheet, i.cell) for i in issues}
        questions = tuple(
            Question(
                f"{_KEYS[i.code]}:{i.sheet}!{i.cell}",
                i.code,
                i.sheet,
                i.cell,
                i.message + " " + _("Is the number right?"),
                (Option("yes", _("The number is right")), Option("no", _("Wrong: do not take this cell, send it back to the unit"))),
                (f"{i.sheet}!{i.cell}",),
            )
            for i in issues
        )
        observations = tuple(o.with_status("asked") if (o.sheet, o.cell) in fallen else o for o in reading.observations)
        return _with(reading, issues, questions, observations)


def _settled(reading: FileReading) -> list[Observation]:
    """The figures of which nothing is asked, neither whose nor when nor how many: what can be compared at all."""
    return [o for o in reading.observations if o.status == "accepted" and o.unit and o.period]


def _pair(o: Observation, before: float) -> str:
    label = f"{units()[o.unit].name}, {period_name(Period.parse(o.period))}: {name_of(o.element)}"
    return f"{label}: {number(before, None)} → {number(o.value, None)}"


def _fact(o: Observation) -> Fact:
    return o.unit, o.period, o.basis, o.element


def _facts(reading: FileReading) -> frozenset[tuple[Fact, float]]:
    return frozenset([(_fact(o), o.value) for o in reading.observations])


def _before(o: Observation) -> Fact:
    past = _previous(o.period)
    return (o.unit, past, o.basis, o.element) if past else ("", "", "", "")


@lru_cache(maxsize=4096)
def _previous(period: str) -> str:
    """The period before, as written; empty when `period` is none."""
    try:
        return str(Period.parse(period).previous)
    except ValueError:
        return ""


def _past(o: Observation) -> str:
    return period_name(Period.parse(o.period).previous)


def _with(reading: FileReading, issues: list[Issue], questions: tuple[Question, ...], observations: tuple[Observation, ...]) -> FileReading:
    outcome = reading.outcome if reading.outcome == "fix" else "ask"
    message = issues[0].message if reading.outcome == "accept" else reading.message
    return replace(
        reading,
        outcome=outcome,
        message=message,
        issues=(*reading.issues, *issues),
        questions=(*reading.questions, *questions),
        observations=observations,
        ledger=counts(reading, observations),
    )
