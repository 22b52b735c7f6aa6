"""What an indicator is, in words a clerk understands: its formula, its counts as clerks write them, its versions and their legal basis."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from catalogue.elements import Element, elements
from catalogue.indicators import Definition, Formula, Indicator, indicators
from catalogue.language import _, day, named
from catalogue.legal import LegalBasis
from catalogue.text import fold
from pages.parts import names
from pages.parts.html import Html, h, join, link, table

SPELLINGS_SHOWN = 6


def matches(indicator: Indicator, query: str) -> bool:
    """Whether one of the indicator's texts (names, code, counts, spellings) has a word beginning with each word asked for."""
    asked = fold(query).split()
    return any(all(any(word.startswith(one) for word in text) for one in asked) for text in _searched(indicator.code))


@cache
def _searched(code: str) -> tuple[tuple[str, ...], ...]:
    """The words of every text by which an indicator may be looked for, folded."""
    indicator, known = indicators()[code], elements()
    counts = [known[one] for version in indicator.versions for one in codes(version)]
    texts = [indicator.name_vi, indicator.name_en, indicator.code, *indicator.synonyms]
    texts += [text for element in counts for text in (element.code, element.name_vi, element.name_en, *element.synonyms)]
    return tuple(tuple(fold(text).split()) for text in texts)


def codes(definition: Definition) -> tuple[str, ...]:
    """The elements a definition needs, numerator first."""
    return definition.numerator.elements + (definition.denominator.elements if definition.denominator else ())


def element_name(code: str) -> str:
    """An element's name in the reader's language."""
    element = elements()[code]
    return named(element)


def formula_words(formula: Formula) -> str:
    """A sum in words: names joined by their signs."""
    said = ""
    for place, (sign, code) in enumerate(formula.terms):
        joint = (" − " if sign < 0 else " + ") if place else ("− " if sign < 0 else "")
        said += joint + element_name(code)
    return said


def fraction(definition: Definition) -> Html:
    """The formula drawn as numerator over denominator."""
    over = h("span", formula_words(definition.numerator))
    under = h("span", formula_words(definition.denominator)) if definition.denominator else None
    return h("div", over, under, class_="desk-fraction", role="math")


def better_words(indicator: Indicator) -> str:
    """Which direction is good, as an arrow with words."""
    return _("↑ the higher the better") if indicator.better == "up" else _("↓ the lower the better")


def unit_words(indicator: Indicator) -> str:
    """The indicator's unit of measure."""
    return {"percent": "%", "count": _("count"), "points": _("points")}[indicator.unit]


def frequency_words(indicator: Indicator) -> str:
    """How often it is reported."""
    return {"month": _("Monthly"), "quarter": _("Quarterly"), "half": _("Half-yearly"), "year": _("Yearly")}[indicator.frequency]


def calendar_words(indicator: Indicator) -> str:
    """From which day to which day its periods run."""
    if indicator.calendar == "nd09":
        return _("From the 15th of the month before to the 14th (Decree 09/2019)")
    return _("Calendar months, from the 1st to the last day")


def levels_words(indicator: Indicator) -> str:
    """Who reports it."""
    said = {"X": _("commune"), "H": _("district (until 30/6/2025)"), "T": _("province")}
    return ", ".join(said[letter] for letter in indicator.levels if letter in said)


def status_words(indicator: Indicator) -> str:
    """Its standing in the catalogue."""
    return {"core": _("In use"), "optional": _("Optional, needs system exports"), "legacy": _("Kept for old series only")}[indicator.status]


def counts_table(codes: Iterable[str]) -> Html:
    """The counts a formula needs, each with its nature and the ways clerks write it."""
    rows = [(_named(element), _nature(element), _spellings(element)) for element in (elements()[code] for code in codes)]
    return table([_("Reported count"), _("Kind"), _("How clerks write it")], rows, label=_("Counts in the formula"))


def _named(element: Element) -> Html:
    return h("div", h("div", element_name(element.code)), h("div", element.code, class_="desk-code"))


def _nature(element: Element) -> str:
    return _("within the period, may be added up over months") if element.kind == "flow" else _("at a date, never added up over months")


def _spellings(element: Element) -> Html:
    shown = list(dict.fromkeys(element.synonyms))
    first = h("div", *(h("span", text, class_="desk-chip") for text in shown[:SPELLINGS_SHOWN]), class_="desk-chips", lang="vi")
    if len(shown) <= SPELLINGS_SHOWN:
        return first
    rest = h("div", *(h("span", text, class_="desk-chip") for text in shown[SPELLINGS_SHOWN:]), class_="desk-chips", lang="vi")
    return join([first, h("details", h("summary", _("{count} more spellings", count=len(shown) - SPELLINGS_SHOWN)), rest)])


def _note(version: Definition) -> Html:
    said, spoken = names.note(version)
    return h("span", said or "–", lang=spoken if said else None)


def versions_table(versions: Iterable[Definition], legal: Mapping[str, LegalBasis]) -> Html:
    """Each definition: when it holds, its formula, what it rests on, what to mind."""
    rows = [(_held(v), _formula_lines(v), bases(v.legal_basis, legal), _note(v)) for v in versions]
    return table([_("Holds"), _("Formula"), _("Legal basis"), _("Mind")], rows, label=_("Definition versions"))


def _held(definition: Definition) -> Html:
    if definition.variant:
        said = _("Variant, only where a target asks for it")
    elif definition.valid_from and definition.valid_to:
        said = _("{first} to {last}", first=day(definition.valid_from), last=day(definition.valid_to))
    elif definition.valid_to:
        said = _("until {day}", day=day(definition.valid_to))
    else:
        said = _("from {day}", day=day(definition.valid_from)) if definition.valid_from else _("no limit stated")
    return h("div", h("div", _("Version {version}", version=definition.version)), h("div", said, class_="desk-small"))


def _formula_lines(definition: Definition) -> Html:
    over = h("div", _bracketed(definition.numerator) if definition.denominator else formula_words(definition.numerator))
    return join([over, h("div", "÷ ", _bracketed(definition.denominator))]) if definition.denominator else over


def _bracketed(formula: Formula) -> str:
    """A side of a division: in brackets when it is a sum."""
    return f"({formula_words(formula)})" if len(formula.terms) > 1 else formula_words(formula)


def bases(ids: Iterable[str], legal: Mapping[str, LegalBasis]) -> Html:
    """Legal texts in full, one a line; one that is not checked or no longer in force says so."""
    lines = [h("div", h("span", legal_words(legal[i]), lang="vi"), *_doubts(legal[i])) for i in ids if i in legal]
    return join(lines) if lines else h("span", _("none stated"), class_="desk-small")


def legal_words(basis: LegalBasis) -> str:
    """Number, date and title of a legal text."""
    dated = _("of {day}", day=day(basis.date)) if basis.date else ""
    return " ".join(part for part in (basis.number, dated, basis.title and f"– {basis.title}") if part)


def _doubts(basis: LegalBasis) -> Iterable[Html]:
    if basis.replaced_by:
        yield h("span", " " + _("(replaced)"), class_="desk-small")
    if not basis.verified:
        yield h("span", " " + _("(not checked against the text)"), class_="desk-warn desk-small")


def index_row(indicator: Indicator, address: str) -> Html:
    """One line of the list: name with its link, formula in words."""
    definition = indicator.latest
    said = formula_words(definition.numerator)
    if definition.denominator:
        said = f"{_bracketed(definition.numerator)} ÷ {_bracketed(definition.denominator)}"
    about = f"{frequency_words(indicator)} · {better_words(indicator)}"
    name = h("div", link(names.indicator(indicator.code), address), h("div", about, class_="desk-small"))
    return h("li", name, h("div", said))
