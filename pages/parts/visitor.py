"""Who acts: the name that goes into the audit trail."""

from __future__ import annotations

import streamlit as st

from catalogue.language import _
from pages.parts import gate

LOCAL = "local"


def visitor() -> str:
    """The address or name that the identity provider gives; the local office where no sign-in is configured."""
    if not gate.sign_in_configured():
        return LOCAL
    return str(st.user.get("email") or st.user.get("preferred_username") or st.user.get("name") or st.user.get("sub"))


def who(name: str) -> str:
    """A name of the audit trail as people read it."""
    return {LOCAL: _("this office"), "declarations": _("initial data"), "demo": _("the demonstration")}.get(name, name)
