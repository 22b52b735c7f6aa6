"""Who may see a page. Asked on the first line of every page: a menu is not a lock."""

from __future__ import annotations

from functools import cache
from typing import Literal

import streamlit as st
from streamlit.runtime.secrets import secrets_singleton

from catalogue.language import _

Role = Literal["viewer", "analyst"]
_INCLUDES: dict[str, frozenset[str]] = {"viewer": frozenset({"viewer"}), "analyst": frozenset({"viewer", "analyst"})}


@cache
def sign_in_configured() -> bool:
    """Whether secrets named an identity provider (`[auth]`) when first asked. Without one the server listens on loopback only."""
    return secrets_singleton.load_if_toml_exists() and "auth" in secrets_singleton


def roles() -> frozenset[str]:
    """What the visitor may be: everything on a loopback server, else the roles that the provider put into the identity."""
    if not sign_in_configured():
        return _INCLUDES["analyst"]
    if not st.user.get("is_logged_in", False):
        return frozenset()
    claimed = st.user.get("roles") or []
    return frozenset().union(*(_INCLUDES.get(str(role), frozenset()) for role in claimed))


def allows(role: Role) -> bool:
    """Whether the visitor has `role`."""
    return role in roles()


def require(role: Role) -> None:
    """Stop the page with a plain sentence unless the visitor has `role`."""
    if not allows(role):
        st.error(_("You may not open this page. Ask the person who looks after the system for access."))
        st.stop()
