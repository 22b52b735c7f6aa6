"""Adding or revising a document of the register: what is asked for, and what must be right before it is recorded."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import streamlit as st

from catalogue.language import _, day
from catalogue.legal import LegalBasis
from catalogue.units import units
from pages.parts import names
from report.register import numbered

FIRST, LAST, FORMAT = dt.date(1990, 1, 1), dt.date(2060, 12, 31), "DD/MM/YYYY"


@dataclass(frozen=True, slots=True)
class Entered:
    """What a person filled in, and why."""

    document: LegalBasis
    reason: str


def kinds() -> dict[str, str]:
    """What a document is for, by code."""
    return {
        "basis": _("What reports rest on"),
        "directive": _("Orders given by the unit"),
        "request": _("Reports asked for"),
        "report": _("Reports sent"),
        "other": _("Others"),
    }


def newest_first(found: Iterable[LegalBasis]) -> list[LegalBasis]:
    """By day, those without one last."""
    return sorted(found, key=lambda one: str(one.date or ""), reverse=True)


def span(one: LegalBasis) -> str:
    """From when until when it is in force, as far as known."""
    said = [_("from {day}", day=day(one.in_force_from))] if one.in_force_from else []
    return " ".join([*said, *([_("until {day}", day=day(one.in_force_to))] if one.in_force_to else [])])


def standing(one: LegalBasis) -> str:
    """Whether a report may rest on it."""
    if not one.verified:
        return _("not checked against the document")
    return _("no longer in force") if one.in_force_to and one.in_force_to < dt.datetime.now(dt.UTC).date() else _("may be cited")


def faults(entered: Entered) -> list[str]:
    """What is missing or wrong, one sentence each."""
    one, found = entered.document, []
    if not numbered(one):
        found.append(_("Write type and number like \u201cQD 127/QD-TTg\u201d or \u201cKH 9/KH-UBND\u201d."))
    if one.date is None:
        found.append(_("Give the day of the document."))
    if not one.issuer or not one.title:
        found.append(_("Name the body that issued it and its title."))
    if one.in_force_from and one.in_force_to and one.in_force_to < one.in_force_from:
        found.append(_("It ends before it begins."))
    if not entered.reason:
        found.append(_("Say why it is added or changed."))
    return found


def ask(before: LegalBasis | None, known: Mapping[str, LegalBasis], unit: str) -> Entered | None:
    """Draw the form, filled from `before`; what was entered when it is sent, else None."""
    key = before.id if before else "new-document"
    with st.form(key=f"{key}-form"):
        left, right = st.columns(2)
        with left:
            number_ = st.text_input(_("Type and number"), before.number if before else "", key=f"{key}-number")
            date = _day(_("Day of the document"), before.date if before else None, f"{key}-date")
            issuer = st.text_input(_("Issuing body"), before.issuer if before else "", key=f"{key}-issuer")
            kind = st.selectbox(
                _("What it is for"), list(kinds()), _at(list(kinds()), before.kind if before else ""), kinds().get, key=f"{key}-kind"
            )
        with right:
            since = _day(_("In force from"), before.in_force_from if before else None, f"{key}-from")
            until = _day(_("In force until"), before.in_force_to if before else None, f"{key}-to")
            others = ["", *(one.id for one in newest_first(known.values()) if not before or one.id != before.id)]
            after = st.selectbox(
                _("Replaced by"),
                others,
                _at(others, before.replaced_by if before else ""),
                lambda c: known[c].number if c else _("None"),
                key=f"{key}-after",
            )
            areas = ["", *(one.id for one in units().path(unit) if one.level != "country")]
            areas = [*dict.fromkeys([*areas, before.scope if before else ""])]
            scope = st.selectbox(_("Holds in"), areas, _at(areas, before.scope if before else unit), _area, key=f"{key}-scope")
        title = st.text_area(_("Title (what it is about)"), before.title if before else "", key=f"{key}-title")
        verified = st.checkbox(_("I have checked it against the document"), before.verified if before else False, key=f"{key}-verified")
        reason = st.text_input(_("Why it is added or changed"), key=f"{key}-reason", max_chars=300)
        sent = st.form_submit_button(_("Record"), type="primary")
    if not sent:
        return None
    made = LegalBasis(
        id=before.id if before else f"local-{secrets.token_hex(6)}",
        number=number_.strip(),
        date=date,
        title=title.strip(),
        issuer=issuer.strip(),
        in_force_from=since,
        in_force_to=until,
        replaced_by=after or "",
        state="replaced" if after else before.state if before and not before.replaced_by else "in_force",
        verified=verified,
        note=before.note if before else "",
        kind=kind or "basis",
        scope=scope or "",
    )
    return Entered(made, reason.strip())


def _area(code: str) -> str:
    return names.unit(code) if code else _("the whole country")


def _at(options: list[str], value: str) -> int:
    return options.index(value) if value in options else 0


def _day(label: str, value: dt.date | None, key: str) -> dt.date | None:
    return st.date_input(label, value, FIRST, LAST, key=key, format=FORMAT)
