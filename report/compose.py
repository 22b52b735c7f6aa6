"""The whole report from the store: header, opening, five parts, closing, annexes, in official Vietnamese."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextvars import copy_context
from dataclasses import dataclass, field

from catalogue.calendars import HERE, regime_of
from catalogue.errors import UserError
from catalogue.indicators import groups, indicators
from catalogue.language import _, use_language
from catalogue.legal import LegalBasis
from catalogue.tables import rows
from catalogue.targets import Target
from catalogue.units import units
from indicators.cube import Cube, open_cube
from indicators.expected import OPEN_STATES, Standing
from indicators.punctuality import SYSTEM
from report import heard, outlook, wording
from report.annexes import commune_table, indicator_table
from report.brief.view import illustrative
from report.content import Annex, Draft, Header, Paragraph, Part, Run, Signature, Style, Told, filled, joined
from report.facts import Fact, facts, sent, trace_id
from report.kept import documents
from report.order import Body, Order, body_of, province_of, superior
from report.origins import File, sources_of
from report.register import Citations, directives, issuer, mark, numbered, suited
from report.sentences import coverage, data_told, group
from report.shortening import spelled_out
from report.signing import signature
from store import Narrative, Store

SIGNS: tuple[tuple[Style, str], ...] = (("bullet", "- "), ("detail", "+ "))
PLAIN: tuple[Style, str] = ("text", "")
Make = Callable[[Citations], Sequence[Paragraph]]


@dataclass(frozen=True, slots=True)
class Sources:
    """What a report is made from, read once: counts, targets, documents, what communes wrote, and the files received."""

    cube: Cube
    targets: tuple[Target, ...]
    documents: Mapping[str, LegalBasis]
    narratives: tuple[Narrative, ...]
    files: Mapping[int, File] = field(default_factory=dict)
    open: Mapping[tuple[str, str], Standing] = field(default_factory=dict)
    """By unit and period how a return stands that came and is not in force."""
    illustrative: bool = False
    told: dict[tuple[object, ...], list[Fact]] = field(default_factory=dict, compare=False)
    """The figures found so far, by what was asked: the text and its Word file ask for the same."""


def sources(store: Store, cube: Cube | None = None) -> Sources:
    """All a report needs of the store."""
    told = tuple(store.targets()), documents(store), tuple(store.narratives()), _files(store), _open(store)
    return Sources(cube or open_cube(store), *told, illustrative=illustrative(store))


def _files(store: Store) -> dict[int, File]:
    rows = store.submissions()
    days = [moment.astimezone(HERE).date() for moment in rows["received_at"]]
    return {int(sent): File(name, on) for sent, name, on in zip(rows["id"], rows["file_name"], days, strict=True)}


def _open(store: Store) -> dict[tuple[str, str], Standing]:
    rows = store.coverage()
    rows = rows[rows["state"].isin(list(OPEN_STATES))]
    return {(unit, period): OPEN_STATES[state] for unit, period, state in zip(rows["unit"], rows["period"], rows["state"], strict=True)}


def compose(found: Sources, order: Order, today: dt.date, *, sourced: bool = True) -> Draft:
    """The report asked for, in Vietnamese whatever the screen speaks. UserError when nothing can be said.

    Without `sourced` the annexes of sources are left out also where they are asked for: a preview does not need every cell, and they
    take the longest.
    """
    context = copy_context()
    context.run(use_language, "vi")
    return context.run(_compose, found, order, today, sourced)


def _compose(found: Sources, order: Order, today: dt.date, sourced: bool) -> Draft:
    on = order.day(today)
    body = body_of(order.unit, on)
    targets = [target for target in found.targets if _known_by(found.documents.get(target.legal_basis), on)]
    codes = [code for code, one in indicators().items() if one.status == "core" and (order.groups is None or one.group in order.groups)]
    asked = (order.unit, order.period, tuple(codes), on)
    if asked not in found.told:
        found.told[asked] = _in_order(facts(found.cube, targets, unit=order.unit, period=order.period, indicators=codes, on=on))
    told = found.told[asked]
    if not _without_own_sending(told, order.unit):
        raise UserError(
            _("Nothing has been reported for {unit} in {period}.", unit=wording.unit(order.unit), period=wording.period(order.period))
        )
    writer = _Writer(
        found, order, body, on, targets, _without_own_sending(told, order.unit), Citations(found.documents), sourced and order.sourced
    )
    return spelled_out(writer.draft())


def _known_by(document: LegalBasis | None, on: dt.date) -> bool:
    """Whether the document that sets a target had been issued by then; one without a day is taken to be."""
    return document is None or document.date is None or document.date <= on


def _without_own_sending(told: Sequence[Fact], unit: str) -> list[Fact]:
    """Without what is counted of the returns themselves where the unit is a single sender: nobody reports on its own reporting."""
    return [fact for fact in told if units()[unit].level != "commune" or fact.indicator.sources != SYSTEM]


def _in_order(told: Sequence[Fact]) -> list[Fact]:
    order = list(groups())
    return sorted(told, key=lambda fact: order.index(fact.indicator.group))


@dataclass(frozen=True, slots=True)
class _Writer:
    """One report being written, in the order in which it is read, since the first citation of a document is the full one."""

    found: Sources
    order: Order
    body: Body
    on: dt.date
    targets: Sequence[Target]
    facts: Sequence[Fact]
    citations: Citations
    sourced: bool

    def draft(self) -> Draft:
        opening = self._opening()
        parts = (self._guidance(), self._results(), *self._obstacles(), self._plans(), self._proposals())
        annexes = self._annexes()
        return Draft(
            self._header(), opening, parts, self._closing(), self._recipients(), self._signature(), annexes, tuple(self._figures()),
            self.found.illustrative,
        )  # fmt: skip

    @property
    def request(self) -> LegalBasis | None:
        return self.found.documents.get(self.order.request)

    @property
    def to(self) -> tuple[str, ...]:
        asked = (issuer(self.request),) if self.request else ()
        return self.order.to or asked or (superior(self.body.unit),)

    def _header(self) -> Header:
        addressed = self.to if self.order.addressed else ()
        return Header(self.body.lines, (), _("/BC-UBND"), self.body.place, _("REPORT"), self._title(), addressed)

    def _title(self) -> str:
        if self.order.subject:
            return self.order.subject
        about = _about(self.request.title) if self.request else ""
        said = about or _(
            "Results of the indicators of digital government and digital transformation, {period}", period=wording.period(self.order.period)
        )
        return said if self.body.area == self.body.unit else _("{title}, in the area of {ground}", title=said, ground=self.body.ground)

    def _opening(self) -> tuple[Paragraph, ...]:
        if self.request:
            reason = filled(_("In answer to {document}"), document=self.citations.cite(self.request.id))
        else:
            reason = filled(_("In accordance with {document}"), document=self.citations.cite(regime_of(self.order.period).legal_basis))
        said = filled(_("{reason}, {body} reports the results as follows:"), reason=reason, body=self.body.name)
        return (Paragraph("text", said, "opening"),)

    def _own(self, key: str, heading: str, make: Make, level: int = 1) -> Part:
        """A section with the writer's words where there are any, else ours."""
        words = self.order.texts.get(key, "").strip()
        style: Style = "heading" if level == 1 else "subheading"
        ours = tuple(make(self.citations.copy() if words else self.citations))
        body = tuple(written(words, key, self.citations)) if words else ours
        return Part(key, heading, (Paragraph(style, (Run(f"{key}. {heading}"),), f"{key}/heading"), *body), ours, bool(words), level)

    def _guidance(self) -> Part:
        return self._own("1", _("Direction and guidance"), self._directed)

    def _directed(self, citations: Citations) -> list[Paragraph]:
        """What was followed in the period: a paper issued after its end guided nothing in it."""
        documents = self.found.documents
        areas = {one.id for one in units().path(self.order.unit)} | {self.body.unit, province_of(self.body.unit)}
        used = {fact.aim.legal_basis for fact in self.facts if fact.aim}
        about = self.request.title if self.request else self.order.subject
        end = min(self.on, self.order.period.end("plain"))
        if self.order.documents is None:
            chosen = suited(documents, areas, end, used, about)
        else:
            chosen = [code for code in self.order.documents if code in documents]
        own = directives(documents, self.order.unit, self.order.period.start("plain"), end)
        ordered = [citations.note(code) for code in own]
        cited = joined([citations.cite(code, noted=bool(documents[code].scope)) for code in chosen])
        least = units()[self.body.unit].level == "commune"
        said = filled(
            _("{body} directed{notes} its offices and hamlets to spread and carry out {documents}.")
            if least
            else _("{body} directed{notes} its offices, units and localities to spread and carry out {documents}."),
            body=wording.raised(self.body.brief),
            notes=ordered,
            documents=cited or _("the tasks and targets of digital government"),
        )
        return [Paragraph("text", said, "1/directed")]

    def _results(self) -> Part:
        def make(_citations: Citations) -> list[Paragraph]:
            mine = {code: [fact for fact in self.facts if fact.indicator.group == code] for code in groups()}
            period = self.order.period
            covered, _pair = coverage([fact for fact in self.facts if sent(fact, period)], period, self.came)
            told = [
                line
                for code, some in mine.items()
                if some
                for line in group(groups()[code].name_vi, code, some, period, self.came, covered)
            ]
            return [*data_told(self.facts, period, self.came), *told]

        return self._own("2", _("Results"), make)

    def _obstacles(self) -> list[Part]:
        behind = outlook.shortfalls(self.facts, self.order.period, self.came)
        slow = [*behind, *self.heard.get("3.1", [])] or [_line("3.1/none", _("No indicator is behind its target."))]
        causes = self.heard.get("3.2", []) or [_line("3.2/none", _("[The writer adds the causes.]"))]
        return [
            self._own("3", _("Shortcomings, difficulties and causes"), lambda _citations: []),
            self._own("3.1", _("Shortcomings and difficulties:"), lambda _citations: slow, 2),
            self._own("3.2", _("Causes:"), lambda _citations: causes, 2),
        ]

    @property
    def came(self) -> dict[str, Standing]:
        """How the returns stand that came for the period and are not in force, by unit."""
        periods = (str(self.order.period), *map(str, self.order.period.months))
        return {unit: standing for (unit, period), standing in self.found.open.items() if period in periods}

    def _plans(self) -> Part:
        def make(citations: Citations) -> list[Paragraph]:
            ahead = outlook.next_targets(self.found.cube, self.targets, self.facts, self.order.period, citations, self.on)
            return [*ahead, *self.heard.get("4", [])] or [_line("4/none", _("Keep up the results that were reached."))]

        return self._own("4", _("Directions and tasks in {period}", period=wording.period(self.order.period.shift(1))), make)

    def _proposals(self) -> Part:
        none = _line("5/none", _("[The writer adds proposals, or: none.]"))
        return self._own("5", _("Proposals and requests"), lambda _citations: self.heard.get("5", []) or [none])

    @property
    def heard(self) -> dict[str, list[Paragraph]]:
        """What the communes wrote, by section."""
        return heard.heard(self.found.narratives, self._members(), self.order.period)

    def _members(self) -> set[str]:
        return {self.order.unit} | {place.unit for fact in self.facts for place in fact.places}

    def _closing(self) -> Paragraph:
        said = filled(
            _("{body} reports to {to} for information and consolidation./."), body=wording.raised(self.body.name), to=", ".join(self.to)
        )
        return Paragraph("text", said, "closing")

    def _recipients(self) -> tuple[str, ...]:
        if self.order.recipients:
            return self.order.recipients
        first = (_("As above;"),) if self.order.addressed else tuple(_("{name} (to report);", name=name) for name in self.to)
        return (*first, _("Chairman and deputies of {body};", body=self.body.short), _("Filed: office."))

    def _signature(self) -> Signature:
        return signature(self.order.signer, self.order.name)

    def _annexes(self) -> tuple[Annex, ...]:
        overview = [row["indicator"] for row in rows("overview.csv", ("indicator",))]
        aimed = [fact.indicator.code for fact in self.facts if fact.aim]
        chosen = list(dict.fromkeys([*(code for code in overview), *aimed]))
        tables = (
            indicator_table(self.facts, self.found.documents, self.on, sourced=self.order.sourced),
            commune_table(self.facts, chosen, self.order.period),
        )
        cells = sources_of(self.found.cube, self.facts, self.found.files, self.on) if self.sourced else ()
        return (*(table for table in tables if table is not None), *cells)

    def _figures(self) -> list[Told]:
        """Every figure of the area and of its units, of which the text and the annexes show some."""
        own = [Told(trace_id(f.indicator.code, f.unit, f.period), f.value, f.numerator, f.denominator) for f in self.facts]
        return own + [
            Told(trace_id(fact.indicator.code, one.unit, one.period), one.value, one.numerator, one.denominator)
            for fact in self.facts
            for one in fact.places
        ]


def _line(key: str, words: str) -> Paragraph:
    return Paragraph("text", (Run(words),), key)


def _about(title: str) -> str:
    """What a request asks to be reported on, as the title of the answer; empty when it cannot be told."""
    for row in rows("report/request_openings.csv", ("text",)):
        if title.startswith(row["text"]):
            return wording.raised(title[len(row["text"]) :].strip())
    return ""


def written(words: str, key: str, citations: Citations) -> Iterator[Paragraph]:
    """A writer's text, a line a paragraph: "- " begins a bullet, "+ " a detail; {numbers} are citations."""
    for at, line in enumerate(words.splitlines()):
        said = line.strip()
        if said:
            style, sign = next(((style, sign) for style, sign in SIGNS if said.startswith(sign)), PLAIN)
            yield Paragraph(style, citations.read(said[len(sign) :]), f"{key}/written/{at}")


def editable(paragraphs: Iterable[Paragraph], documents: Mapping[str, LegalBasis]) -> str:
    """Paragraphs as a writer edits them: what `written` reads back."""
    return "\n".join(line for _key, line in lines(paragraphs, documents))


def lines(paragraphs: Iterable[Paragraph], documents: Mapping[str, LegalBasis]) -> list[tuple[str, str]]:
    """Each paragraph's key, and its line as a writer edits it."""
    signs = dict(SIGNS)
    return [(one.key, signs.get(one.style, "") + "".join(_marked(run, documents) for run in one.runs)) for one in paragraphs]


def _marked(run: Run, documents: Mapping[str, LegalBasis]) -> str:
    """The words of a run; a citation as its mark."""
    if run.cites not in documents or not numbered(documents[run.cites]):
        return run.text
    return mark(documents[run.cites], noted=not run.text)
