"""What a workbook holds that our writer cannot write again: then a copy with values alone goes back instead of the file itself."""

from __future__ import annotations

from catalogue.language import _
from loaders.opening.door import Opened, member
from loaders.opening.grid import Grid

_PARTS = {
    "xl/vbaproject.bin": "macros",
    "xl/charts/": "charts",
    "xl/chartsheets/": "charts",
    "xl/drawings/drawing": "pictures or drawings",
    "xl/media/": "pictures or drawings",
    "xl/diagrams/": "pictures or drawings",
    "xl/pivot": "pivot tables",
    "xl/slicer": "pivot tables",
    "xl/externallinks/": "links to other files",
    "xl/querytables/": "links to other files",
    "xl/connections.xml": "links to other files",
    "xl/embeddings/": "embedded objects",
    "xl/activex/": "form controls",
    "xl/ctrlprops/": "form controls",
    "xl/threadedcomments/": "conversations in comments",
}
_EXTENDED = b"<extLst"
KEPT_WHOLE = ("xlsx", "xlsm")
MOST_CELLS = 300_000


def losses(opened: Opened, grid: Grid) -> list[str]:
    """In words, what writing the file again would lose; empty when nothing."""
    if opened.archive is None or opened.format not in KEPT_WHOLE:
        return [_("its own format ({format})", format=opened.format)]
    names = [name.lower() for name in opened.archive.namelist()]
    found = [_(word) for start, word in _PARTS.items() if any(name.startswith(start) for name in names)]
    sheets = [name for name in opened.archive.namelist() if name.lower().startswith("xl/worksheets/sheet")]
    if any(_EXTENDED in member(opened.archive, name) for name in sheets):
        found.append(_("formats of newer Excel versions"))
    return list(dict.fromkeys(found))


def too_large(grid: Grid) -> bool:
    """More cells than can be written again in the time a file has: the list of what to mend goes back alone."""
    return sum(len(sheet.cells) for sheet in grid.sheets) > MOST_CELLS
