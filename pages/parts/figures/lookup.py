"""Finding by words without accents: units, groups and documents beside the indicators; and where something is to be changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from catalogue.indicators import Indicator, groups
from catalogue.language import _
from catalogue.legal import legal_bases
from catalogue.text import fold
from catalogue.units import units
from pages.parts import data, names
from pages.parts.drawing import terms
from pages.parts.filters import Filters
from pages.parts.html import Html, h, join, link

MOST, LEAST_LETTERS = 12, 2


def found(query: str, filters: Filters) -> Iterator[Html]:
    """Links to the units, groups and documents whose names have a word beginning with each word asked for."""
    asked = fold(query).split()
    if sum(map(len, asked)) < LEAST_LETTERS:
        return
    yield from _block(_("Unit"), _units(asked, filters))
    fitting = [g for g in groups().values() if fits(asked, fold(f"{g.name_vi} {g.name_en}"))]
    yield from _block(_("Groups of indicators"), [link(names.group(g), filters.address(g.slug)) for g in fitting])
    cited = [b for b in legal_bases().values() if fits(asked, fold(f"{b.number} {b.title} {b.issuer}"))]
    yield from _block(_("Documents"), [h("span", terms.legal_words(basis), lang="vi") for basis in cited])


def fits(asked: Iterable[str], folded: str) -> bool:
    """Whether each word asked for begins a word of a folded text."""
    words = folded.replace("/", " ").replace("-", " ").split()
    return all(any(word.startswith(one) for word in (*words, *folded.split())) for one in asked)


def _block(title: str, items: list[Html]) -> Iterator[Html]:
    if items:
        more = h("li", "…") if len(items) > MOST else None
        yield join([h("h2", title, class_="desk-group"), h("ul", *(h("li", item) for item in items[:MOST]), more, class_="desk-found")])


def _units(asked: list[str], filters: Filters) -> list[Html]:
    fitting = [unit for unit, folded in _names(filters.root) if fits(asked, folded)]
    offered = data.units_to_choose(filters.root, None, data.day_of(filters))
    return [link(names.unit(unit), filters.address("don-vi", don_vi=unit)) for unit in fitting if unit in offered or len(fitting) <= MOST]


@cache
def _names(root: str) -> tuple[tuple[str, str], ...]:
    """Every unit of the area, of any time, with its name folded; those of today first."""
    known = units()
    inside = [known[root], *known.leaves(root)]
    inside += [known[link_.new] for unit in known.leaves(root) for link_ in known.successors(unit.id)]
    own = sorted({unit.id: unit for unit in inside}.values(), key=lambda unit: (unit.valid_to is not None, unit.id))
    return tuple((unit.id, fold(f"{unit.name} {unit.code}")) for unit in own)


def where_to_change(indicator: Indicator, filters: Filters) -> Html:
    """Where the words, the formula and the targets of an indicator are kept."""
    rows = [
        (_("Name, unit of measure, direction"), h("code", "data/indicators.csv"), indicator.code),
        (_("Formula and legal basis: a new version, never the old one"), h("code", "data/definitions.csv"), indicator.code),
        (_("Words by which a heading is known"), h("code", "data/synonyms.csv"), ", ".join(terms.codes(indicator.latest))),
        (_("Targets"), link(_("the page Targets"), filters.address("chi-tieu")), ""),
    ]
    items = [h("li", words, ": ", place, f" ({code})" if code else "") for words, place, code in rows]
    return h("details", h("summary", _("Where to change it")), h("ul", *items), class_="desk-note")
