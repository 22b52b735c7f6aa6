"""The register of documents: what reports rest on, orders given, reports asked for; adding and revising them."""

from __future__ import annotations

import streamlit as st

from catalogue.language import LANGUAGES, _, day, number
from catalogue.legal import LegalBasis
from pages.parts import data, desk, filters, gate
from pages.parts.html import h, link, table
from pages.parts.registers import document_form
from pages.parts.visitor import visitor, who
from report import kept

ADDRESS, EDITED, NEW, KIND = "so-van-ban", "sua", "moi", "loai"


def show() -> None:
    """Show the documents of a kind, and the form when the address asks for it."""
    gate.require("viewer")
    chosen, analyst = filters.chosen(), gate.allows("analyst")
    desk.begin(
        _("Register of documents"),
        _("What reports may cite: by number, day, body and title, and whether it is in force. A revision keeps what stood before."),
    )
    known = kept.documents(data.store())
    edited = st.query_params.get(EDITED)
    if analyst and edited and (edited == NEW or edited in known):
        desk.show(desk.ways(link(_("All documents"), chosen.address(ADDRESS))))
        _form(known.get(edited), known, chosen.unit)
        return
    kind = filters.choose(KIND, _("Kind of document"), tuple(document_form.kinds()), lambda code: document_form.kinds()[code])
    found = [one for one in known.values() if one.kind == kind]
    desk.show(desk.note(_("{count} documents.", count=number(len(found)))))
    if analyst:
        desk.show(h("p", link(_("+ Add a document"), chosen.address(ADDRESS, sua=NEW)), class_="desk-note"))
    rows = [_row(one, known, chosen.address(ADDRESS, sua=one.id) if analyst else "") for one in document_form.newest_first(found)]
    head = (_("Number"), _("Day"), _("Issuing body"), _("Title"), _("Validity"), _("Standing"))
    desk.show(table(head, rows, label=_("Register of documents"), kinds="tttttt"))


def _row(one: LegalBasis, known: dict[str, LegalBasis], edit: str) -> tuple[object, ...]:
    after = known.get(one.replaced_by)
    span = h("span", document_form.span(one) or "–", class_="desk-whole")
    standing = _("replaced by {number}", number=after.number) if after else document_form.standing(one)
    issuer, title = (h("span", text, lang=LANGUAGES[0]) for text in (one.issuer, one.title))
    return link(one.number, edit) if edit else one.number, day(one.date), issuer, title, span, standing


def _form(before: LegalBasis | None, known: dict[str, LegalBasis], unit: str) -> None:
    desk.show(desk.heading(before.number if before else _("A new document")))
    entered = document_form.ask(before, known, unit)
    if entered:
        wrong = document_form.faults(entered)
        if wrong:
            st.error("\n".join(f"- {one}" for one in wrong))
        else:
            kept.record_document(data.store(), entered.document, visitor(), entered.reason)
            st.query_params.pop(EDITED, None)
            st.toast(_("Recorded."))
            st.rerun()
    if before:
        rows = [
            (day(paper.at.date()), who(paper.by), paper.reason, old.number, old.title)
            for old, paper in kept.document_revisions(data.store(), before.id)
        ]
        if rows:
            desk.show(
                desk.heading(_("Revisions")), table((_("Day"), _("By"), _("Why"), _("Number"), _("Title")), rows, label=_("Revisions"))
            )
