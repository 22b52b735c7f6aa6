"""The area that this installation serves."""

from __future__ import annotations

import os

from catalogue.tables import DATA_FOLDER


def installed_root() -> str:
    """The unit at the top of the area: CHISO_ROOT, the site's own declaration (data/site/root.txt), or the one delivered."""
    site = DATA_FOLDER / "site" / "root.txt"
    declared = site if site.exists() else DATA_FOLDER / "root.txt"
    return os.environ.get("CHISO_ROOT") or declared.read_text(encoding="utf-8").strip()
