"""The language of a visit: asked for in the address, kept while the visit lasts, known in every thread that draws for it."""

from __future__ import annotations

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from catalogue.language import LANGUAGES, _, language, otherwise, sentences, use_language
from pages.parts.html import h

KEY, _KEPT = "ngon-ngu", "language"


def begin() -> None:
    """Settle the language of this run; the address says it while it is not the first of the list."""
    asked = st.query_params.get(KEY)
    code = asked if asked in LANGUAGES else st.session_state.get(_KEPT, LANGUAGES[0])
    st.session_state[_KEPT] = code
    use_language(code)
    otherwise(_of_visit)
    if code == LANGUAGES[0]:
        if asked is not None:
            del st.query_params[KEY]
    elif asked != code:
        st.query_params[KEY] = code


def _of_visit() -> str:
    """The language of the visit that this thread draws for: of fragments and of callbacks, which begin before the run does."""
    return str(st.session_state.get(_KEPT, "")) if get_script_run_ctx(suppress_warning=True) else ""


def own_name(code: str) -> str:
    """What a language calls itself: its catalogue says so in place of "(this language)"."""
    return sentences(code).get("(this language)", "English")


def switch() -> None:
    """The link to the other language, in the bar."""
    others = [code for code in LANGUAGES if code != language()]
    links = [h("a", own_name(code), href=f"?{KEY}={code}", lang=code, hreflang=code, data_language=code) for code in others]
    with st.container(key="speech"):
        st.html(h("nav", *links, aria_label=_("Language")))
