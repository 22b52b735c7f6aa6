"""Targets as people read them: what is asked, of whom, until when, by which document, and whether that was checked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence

from catalogue.indicators import Formula, indicators
from catalogue.language import _, day, number, percent
from catalogue.legal import LegalBasis, outlived
from catalogue.periods import Period
from catalogue.targets import Target
from catalogue.units import units
from indicators.aims import ends
from pages.parts import desk, names
from pages.parts.drawing import terms
from pages.parts.html import Html, h, join, link, table

SIGNS = {">=": "≥", ">": ">", "<=": "≤", "<": "<", "=": "="}
STATUSES = {
    "in_force": "In force",
    "replaced": "Replaced",
    "old_terms": "Old terms",
    "claim": "A result somebody stated, not a target",
    "baseline": "A starting figure, not a target",
    "activity": "An activity without a figure",
    "other_province": "Of another province, for comparison",
    "withdrawn": "Taken back",
}


def value_words(target: Target) -> str:
    """What is asked: sign and value with its unit."""
    amount = number(target.value, None) + ("%" if target.unit == "percent" else "")
    return f"{SIGNS[target.operator]} {amount}"


def asked_words(target: Target) -> str:
    """What is asked with its unit of measure, as it was understood."""
    said = value_words(target)
    return said if target.unit == "percent" else f"{said} {names.counted(indicators()[target.indicator])}"


def steps_words(target: Target) -> str:
    """The values to be reached on the way, in words; empty when there are none."""
    amount = percent if target.unit == "percent" else number
    told = [f"{names.within(names.period(Period.parse(period)))}: {amount(value, 2)}" for period, value in target.steps]
    return _("on the way: {steps}", steps="; ".join(told)) if told else ""


def span_words(target: Target) -> str:
    """From which period to which."""
    first, last = Period.parse(target.period_from), Period.parse(target.period_to)
    if first == last:
        return names.period(last)
    return _("{first} to {last}", first=names.period(first), last=names.period_inline(last))


def last_day(target: Target) -> str:
    """The day on which its last period ends by the calendar of its indicator."""
    known = indicators().get(target.indicator)
    return names.until(ends(target, known.calendar)) if known else ""


def whose_words(target: Target) -> str:
    """Whose area it holds for, and the units it judges when they are others."""
    if not target.scope:
        return _("Each unit that was given a quota")
    if target.scope not in units():
        return target.scope
    name = names.unit(target.scope)
    if units()[target.scope].level == target.level:
        return name
    said = _("{level} of {area}", level=level_words(target.level), area=names.unit_inline(target.scope))
    return said[:1].upper() + said[1:]


def level_words(level: str) -> str:
    """The units of a level."""
    known = {
        "country": _("the whole country"),
        "province": _("provinces"),
        "district": _("districts"),
        "commune": _("communes"),
        "office": _("offices"),
    }
    return known.get(level, level)


def status_words(target: Target) -> str:
    """Its standing, and a word when it was not checked against its document."""
    said = _(STATUSES.get(target.status, target.status))
    return said if target.verified else f"{said} · {_('not checked')}"


def document_words(target: Target, legal: Mapping[str, LegalBasis]) -> str:
    """The document and the clause that set it."""
    if not target.legal_basis:
        definition = indicators()[target.indicator].latest
        below = terms.formula_words(definition.denominator) if definition.denominator else ""
        return _("The quota assigned from above, as reported: {count}", count=names.within(below))
    basis = legal.get(target.legal_basis)
    named = terms.legal_words(basis) if basis else target.legal_basis
    return f"{named}; {target.clause}" if target.clause else named


def denominator_words(target: Target) -> str:
    """What its percentage is taken of."""
    return terms.formula_words(Formula.parse(target.denominator)) if target.denominator else ""


def target_table(
    targets: Sequence[Target],
    legal: Mapping[str, LegalBasis],
    on: dt.date,
    edit: Callable[[Target], str] | None = None,
    *,
    named: bool = True,
) -> Html:
    """One line a target: indicator (unless all are of one: `named`), of whom, when, value, document, standing. A target that outlives its
    document by the day says so, and which document stands in the place of that one.

    With `edit`, the address at which a target is revised, a last column leads there. What a quota rate asks by itself (without an id)
    is nobody's to revise.
    """
    first = _("Indicator") if named else _("Taken of")
    head = [first, _("Of whom"), _("When"), _("Target"), _("Document"), _("Standing"), *([""] if edit else [])]
    rows = [
        (
            _indicator(target) if named else denominator_words(target) or "–",
            whose_words(target),
            _when(target),
            _value(target),
            _document(target, legal, on),
            _standing(target, _after(target, legal, on)),
            *([link(_("Revise"), edit(target)) if target.id else ""] if edit else []),
        )
        for target in targets
    ]
    return table(head, rows, label=_("Targets"), kinds="tttntot", class_="desk-targets")


def of_indicator(targets: Iterable[Target], legal: Mapping[str, LegalBasis], on: dt.date) -> Html:
    """The targets of one indicator; those not checked stay behind a fold."""
    checked = [target for target in targets if target.verified]
    doubtful = [target for target in targets if not target.verified]
    parts = [target_table(checked, legal, on, named=False) if checked else desk.note(_("No checked target is known for this indicator."))]
    if doubtful:
        folded = h("summary", _("{count} targets not checked against their documents", count=number(len(doubtful))))
        parts.append(h("details", folded, target_table(doubtful, legal, on, named=False)))
    return join(parts)


def _when(target: Target) -> Html:
    """The span, and under it the day by which the cards and slides say that it ends."""
    if not target.period_to:
        return h("div", _("no date set"))
    return join([h("div", span_words(target)), h("div", last_day(target), class_="desk-small")])


def _value(target: Target) -> Html:
    steps = steps_words(target)
    return join([h("strong", value_words(target)), h("div", steps, class_="desk-small") if steps else None])


def _indicator(target: Target) -> Html:
    name = h("div", names.indicator(target.indicator) if target.indicator in indicators() else target.indicator)
    of = denominator_words(target)
    return join([name, h("div", _("of: {denominator}", denominator=of), class_="desk-small") if of else None])


def _after(target: Target, legal: Mapping[str, LegalBasis], on: dt.date) -> LegalBasis | None:
    """The document in the place of one that a target in force has outlived; that one itself where none is known."""
    basis = legal.get(target.legal_basis)
    if basis is None or target.status != "in_force":
        return None
    return outlived(basis, legal, on, Period.parse(target.period_to).end("plain"))


def _document(target: Target, legal: Mapping[str, LegalBasis], on: dt.date) -> Html:
    basis, after = legal.get(target.legal_basis), _after(target, legal, on)
    ended = None
    if basis and after:
        said = _("in force until {day}", day=day(basis.in_force_to))
        now = [] if after is basis else ["; ", _("now {document}", document=after.number)]
        ended = h("div", said, *now, class_="desk-small desk-warn")
    return join(
        [
            h("div", document_words(target, legal), lang="vi"),
            ended,
            h("div", f"“{target.text}”", class_="desk-small", lang="vi") if target.text else None,
        ]
    )


def _standing(target: Target, after: LegalBasis | None) -> Html:
    tone = "desk-warn" if after or not target.verified else None if target.status == "in_force" else "desk-muted"
    revised = h("div", _("revision {number}", number=number(target.revision)), class_="desk-small") if target.revision > 1 else None
    words = _("To be checked: its document has ended") if after else status_words(target)
    return join([h("div", words, class_=tone), revised])
