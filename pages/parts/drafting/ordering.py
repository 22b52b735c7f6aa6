"""What a report is asked to be: whom it answers, what it rests on, who signs and who receives it; kept with the saved draft."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from catalogue.language import _
from catalogue.legal import LegalBasis
from catalogue.units import units
from pages.parts import clock, data
from pages.parts.drafting import written
from pages.parts.filters import Filters
from report import kept
from report.order import SIGNERS, Order
from report.register import may_cite, short


def plain(chosen: Filters) -> Order:
    """The report of the unit and period with the texts kept for them and no other choice."""
    texts = {section: text.words for section, text in kept.texts(data.store(), chosen.unit, chosen.period).items()}
    return Order(chosen.unit, chosen.period, texts=texts)


def choices(chosen: Filters) -> Order:
    """Draw the choices, folded away, as they were saved last; what they ask for, with the texts kept for the unit and period."""
    order = plain(chosen)
    saved = kept.last_draft(data.store(), chosen.unit, chosen.period)
    before = replace(order, **kept.choices_of(saved)) if saved else order
    with st.expander(_("Whom it answers, who signs, who receives it"), key="report-choices"):
        known = written.sources(chosen.version).documents
        left, right = st.columns(2)
        with left:
            answered = _answered(chosen, before, known)
        with right:
            signed = _signed(chosen, before)
    return replace(order, **answered, **signed, sourced=_sourced(chosen, before.sourced))


def _sourced(chosen: Filters, before: bool) -> bool:
    """Whether the annexes of sources are added: asked beside the download, since they decide how long the report is."""
    said = _(
        "They take many pages. Without them the workbook \u201cCells behind every figure\u201d below names the cells under the same ids."
    )
    return st.checkbox(_("Annexes that name every cell behind the figures"), value=before, help=said, key=_key("sourced", chosen))


def _answered(chosen: Filters, before: Order, known: Mapping[str, LegalBasis]) -> dict[str, Any]:
    requests = ["", *_requests(known, chosen)]
    request = st.selectbox(
        _("The request that is answered"),
        requests,
        index=requests.index(before.request) if before.request in requests else 0,
        format_func=lambda code: short(known[code]) if code else _("None"),
        key=_key("request", chosen),
    )
    to = _line(_("Recipient (empty: as the request or the level above)"), "; ".join(before.to), "to", chosen)
    addressed = st.toggle(_("A line \u201cTo:\u201d above the text"), value=before.addressed, key=_key("addressed", chosen))
    fitting = _fitting(known, before)
    documents = st.multiselect(
        _("Documents that part 1 rests on (empty: as suited)"),
        fitting,
        default=[code for code in before.documents or () if code in fitting],
        format_func=lambda code: short(known[code]),
        placeholder=_("As suited to the targets and the request"),
        key=_key("documents", chosen),
    )
    return {"request": request or "", "to": _parts(to, ";"), "addressed": addressed, "documents": tuple(documents) or None}


def _signed(chosen: Filters, before: Order) -> dict[str, Any]:
    signer, name = _signer_and_name(chosen, before.signer, before.name, "report")
    subject = _line(_("Title (empty: as the request)"), before.subject, "subject", chosen)
    return {"signer": signer, "name": name, "subject": subject, "recipients": _recipients(chosen, before.recipients, "report")}


def signed_by(chosen: Filters, paper: str) -> dict[str, Any]:
    """Draw who signs another paper of the unit and who receives it: the signer begins as that of the draft saved last."""
    saved = kept.last_draft(data.store(), chosen.unit, chosen.period)
    before = kept.choices_of(saved) if saved else {}
    left, right = st.columns(2)
    with left:
        signer, name = _signer_and_name(chosen, before.get("signer", ""), before.get("name", ""), paper)
    with right:
        recipients = _recipients(chosen, (), paper)
    return {"signer": signer, "name": name, "recipients": recipients}


def _signer_and_name(chosen: Filters, signer: str, name: str, paper: str) -> tuple[str, str]:
    at = SIGNERS.index(signer) if signer in SIGNERS else 0
    who = st.selectbox(_("Who signs"), SIGNERS, index=at, format_func=_signer, key=_key("signer", chosen, paper))
    return who, _line(_("Name of the signer"), name, "name", chosen, paper)


def _recipients(chosen: Filters, before: Iterable[str], paper: str) -> tuple[str, ...]:
    label = _("Recipients at the foot, one a line (empty: as usual)")
    return _parts(st.text_area(label, "\n".join(before), key=_key("recipients", chosen, paper), height=120) or "", "\n")


def _key(name: str, chosen: Filters, paper: str = "report") -> str:
    """A choice belongs to its unit and period: another report begins with what was saved for it."""
    return f"{paper}-{name}-{chosen.unit}-{chosen.period}"


def _line(label: str, value: str, name: str, chosen: Filters, paper: str = "report") -> str:
    return (st.text_input(label, value, key=_key(name, chosen, paper)) or "").strip()


def _parts(text: str, sign: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(sign) if part.strip())


def _requests(known: Mapping[str, LegalBasis], chosen: Filters) -> list[str]:
    """The requests that reach the unit, the newest first."""
    areas = {"", *(unit.id for unit in units().path(chosen.unit))}
    return _newest_first(one for one in known.values() if one.kind == "request" and one.scope in areas and one.date)


def _fitting(known: Mapping[str, LegalBasis], order: Order) -> list[str]:
    """What may be cited on the day it is written and concerns the unit, the newest first."""
    areas, on = {"", *(unit.id for unit in units().path(order.unit))}, order.day(clock.today())
    return _newest_first(one for one in known.values() if one.kind == "basis" and one.scope in areas and may_cite(one, on))


def _newest_first(found: Iterable[LegalBasis]) -> list[str]:
    ordered = sorted(found, key=lambda one: str(one.date), reverse=True)
    return [one.id for one in ordered]


def _signer(code: str) -> str:
    return {"head": _("Chairman"), "deputy": _("A deputy, for the chairman"), "acting": _("Acting chairman")}[code]
