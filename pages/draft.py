"""A draft of the report's results part: sentences from the figures, to be copied into the document and finished by a person."""

from html import escape

import streamlit as st

from catalogue.language import _, language
from pages.parts import drafted, filters, gate, other_outputs, page, sources


def show() -> None:
    """Show the draft."""
    gate.require("viewer")
    chosen = filters.chosen()
    if page.nothing_yet(chosen):
        return
    found = drafted.paragraphs(chosen.key, chosen, chosen.version, language())
    covered = drafted.coverage(chosen)
    whole = drafted.text(chosen, found, covered)
    page.title(_("Draft of the report: results"), covered)
    note = _("Every number is the one that the pages show. Causes, evaluation and proposals are for the writer to add.")
    st.html(f'<p class="said">{escape(note)}</p>')
    st.download_button(_("Download as text"), whole.encode("utf-8-sig"), f"du-thao-{chosen.period}.txt", "text/plain", on_click="ignore")
    for number_, paragraph in enumerate(found, 1):
        items = "".join(f"<li>{escape(words)}</li>" for words in paragraph.sentences)
        st.html(f'<div class="page"><h2>{number_}. {escape(paragraph.heading)}</h2><ul class="drafted">{items}</ul></div>')
    other_outputs.show(chosen)
    sources.show(chosen)
