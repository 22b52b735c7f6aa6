"""Who signs for a People's Committee, and the lines above the name."""

from __future__ import annotations

from catalogue.language import _
from report.content import Signature
from report.order import Signer


def signature(signer: Signer, name: str = "") -> Signature:
    """The signature block; an empty name is left for the clerk."""
    lines = {
        "head": [_("CHAIRMAN")],
        "deputy": [_("FOR THE CHAIRMAN"), _("VICE CHAIRMAN")],
        "acting": [_("ACTING CHAIRMAN")],
    }[signer]
    return Signature((_("ON BEHALF OF THE PEOPLE'S COMMITTEE"), *lines), name)
